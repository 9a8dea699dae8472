r"""Codings of INCEpTION and WebAnno: WebAnno TSV 3, one coder's annotations of one text.

The coder is the name of the file, the ``document`` the folder it stands in, as the export has them. A question is a layer with a
feature, such as ``Span.value``; its answer has the passage that it was given to. Offsets count units of UTF-16 there. The
text is whole only where it is one sentence: what stands between two sentences is not in the file, and each unit of it is
taken for one character. Relations and chains between passages are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Quote, Remark
from framing.exchange.codings.mapping import Map

_FORMAT = b"#FORMAT=WebAnno TSV 3"
_TOKEN = re.compile(r"([0-9]+-[0-9]+)(\.[0-9]+)?\t([0-9]{1,9})-([0-9]{1,9})\t([^\t]*)(?:\t(.*))?")
_STACK = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_NUMBER = re.compile(r"(?<!\\)\[([0-9]+)\]$")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_BREAKS = {"t": "\t", "n": "\n", "r": "\r"}
WITHOUT_VALUE, NONE = "*", "_"
_GAP = 1000
"""Most units between two sentences."""


class Layer(NamedTuple):
    """A layer of annotations: its short name, and its features; its columns are those features in order."""

    name: str
    features: tuple[str, ...]
    passages: bool


class Token(NamedTuple):
    """A token, or a part of one: its name in the file, its offsets in UTF-16, its words, and its columns."""

    name: str
    start: int
    end: int
    words: str
    columns: list[str]


def _read(export: Export, _: Map) -> Iterator[Found]:
    text, _encoding = decoded.text(export)
    rows = [row.removesuffix("\r") for row in text.split("\n")]
    layers = [layer for row in rows if (layer := _layer(row))]
    left_out = [layer.name for layer in layers if not layer.passages]
    if left_out:
        yield Remark("", f"relations and chains are left out: {', '.join(left_out)}")
    units, whole, tokens, broken = _sentences(rows, export.name)
    yield from broken
    cells: list[Cell] = []
    laid_out, points = _laid_out(units, export.name)
    for place, cell in _cells(layers, tokens, laid_out, points):
        if cell is None:
            yield Trouble(place, "its offsets do not fit the sentences of the text; export it again")
            return
        cells.append(cell)
    path = PurePath(export.name)
    head = (Cell("document", path.parent.name), Cell("coder", path.stem))
    yield Line("the text", "", (*head, *cells), laid_out if whole else "")


def _layer(row: str) -> Layer | None:
    """The layer that a line of the head declares."""
    if not row.startswith(("#T_SP=", "#T_CH=", "#T_RL=")):
        return None
    name, *features = row[6:].split("|")
    return Layer(name.rpartition(".")[2], tuple(feature for feature in features if feature) or ("",), row[3:5] == "SP")


def _sentences(rows: Sequence[str], name: str) -> tuple[dict[int, str], bool, list[Token], list[Trouble]]:
    """The characters of the text by the unit at which each begins, whether they are the whole of it, its tokens, and what is broken."""
    units: dict[int, str] = {}
    sentence, sentences, tokens, broken = "", 0, list[Token](), list[Trouble]()
    for number, row in enumerate(rows, 1):
        if row.startswith("#Text="):
            sentence, sentences = _ESCAPED.sub(_unescaped, row[6:]), sentences + 1
            continue
        if not row or row.startswith("#"):
            continue
        match = _TOKEN.fullmatch(row)
        if not match or int(match[4]) <= int(match[3]):
            broken.append(Trouble(f"line {number}", "is not a token with its offsets; export it again"))
            continue
        token = Token(match[1] + (match[2] or ""), int(match[3]), int(match[4]), match[5], (match[6] or "").split("\t"))
        if sentence:
            before = sentence.find(_ESCAPED.sub(_unescaped, token.words))
            start = token.start - sum(map(_width, sentence[: max(before, 0)]))
            for char in sentence:
                units[start] = char
                start += _width(char)
            sentence = ""
        tokens.append(token)
    if not tokens and not broken:
        raise NotReadableError(f"{name} has no tokens; export it again as WebAnno TSV v3")
    return units, sentences == 1 and 0 in units, tokens, broken


def _unescaped(match: re.Match[str]) -> str:
    return _BREAKS.get(match[1], match[1])


def _cells(
    layers: Sequence[Layer], tokens: Sequence[Token], text: str, points: Mapping[int, int]
) -> Iterator[tuple[str, Cell | None]]:
    """Every annotation with its place; None where its passage is not in the text."""
    found: dict[tuple[int, str, str], tuple[Layer, list[str], int, int, str]] = {}
    for token in tokens:
        at = 0
        for number, layer in enumerate(layers):
            columns = token.columns[at : at + len(layer.features)]
            at += len(layer.features)
            if layer.passages:
                for key, values in _annotations(columns):
                    same = (number, key, "" if key else token.name + values[0])
                    first = found.get(same)
                    start = first[2] if first else token.start
                    found[same] = (layer, values, start, token.end, first[4] if first else token.name)
    for layer, values, start, end, name in found.values():
        quote = _quote(text, points, start, end)
        named = zip(layer.features, values, strict=False)
        said = [(feature, value) for feature, value in named if value not in (WITHOUT_VALUE, NONE)]
        for feature, value in said or [(layer.features[0], WITHOUT_VALUE)]:
            plain = value if value == WITHOUT_VALUE else _ESCAPED.sub(_unescaped, value)
            column = f"{layer.name}.{feature}" if feature else layer.name
            yield f"token {name}", None if quote is None else Cell(column, plain, quote)


def _annotations(columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    r"""The annotations stacked on a token: a number where one runs over several tokens, and a value for each feature.

    >>> list(_annotations(["war[1]|er\\|es", "a[1]|b"]))
    [('1', ['war', 'a']), ('', ['er\\|es', 'b'])]
    """
    stacks = [_STACK.sub("\\1\0", column).split("\0") for column in columns]
    for values in zip(*stacks, strict=False):
        if all(_NUMBER.sub("", value) in (NONE, "") for value in values):
            continue
        number = _NUMBER.search(values[0])
        yield number[1] if number else "", [_NUMBER.sub("", value) for value in values]


def _width(char: str) -> int:
    return 1 if ord(char) < 0x10000 else 2


def _laid_out(units: Mapping[int, str], name: str) -> tuple[str, dict[int, int]]:
    """The text with a line break for each unit between two sentences, and the code point of each unit at which one begins."""
    text: list[str] = []
    points: dict[int, int] = {}
    at = 0
    for unit in sorted(units):
        if not 0 <= unit - at <= _GAP:
            raise NotReadableError(f"the offsets of {name} do not fit its sentences; export it again")
        points.update({at + more: len(text) + more for more in range(unit - at + 1)})
        text += ["\n"] * (unit - at)
        points[unit] = len(text)
        text.append(units[unit])
        at = unit + _width(units[unit])
    points[at] = len(text)
    return "".join(text), points


def _quote(text: str, points: Mapping[int, int], start: int, end: int) -> Quote | None:
    """A passage counted in code points of the composed text; None where it is not in it."""
    if start not in points or end not in points or points[start] >= points[end]:
        return None
    first, last = points[start], points[end]
    return texts.composed(text, Quote(first, last, text[first:last]))[1]


def _is_export(export: Export) -> bool:
    return export.raw.removeprefix(b"\xef\xbb\xbf").startswith(_FORMAT)


FORM = Form("INCEpTION, WebAnno (TSV 3)", _is_export, _read, {"article": "document", "coder": "coder"})
