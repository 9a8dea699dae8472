"""The map of a file of codings: which column is what, declared by a person as JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from framing.exchange.clipping import NotReadableError
from framing.study.faults import meant

BY = ("id", "key", "headline", "date", "outlet")
"""By what an article may be named: its id, the archive's id, or what is printed."""


class Map(NamedTuple):
    """Which column is what.

    Attributes:
        article: columns that tell the article, by one of ``BY``.
        articles: names of articles in the file, and the ids of the study that they mean.
        outlets: printed names of outlets, and the ids that they mean.
        coder: column with the coder.
        coders: names of coders in the file, and the ids that they mean.
        variable: column with the name of the question, in a long table.
        value: column with the answer, in a long table.
        by_coder: columns with the answers of one coder each, and that coder, in a table with a row per question.
        columns: columns or questions, and the part of a coding that each answers.
        values: answers of the file by that part, and what they mean.
        missing: what an answer says that is none, and the missing word that it means.
        order: the articles of the rows, the coders of the columns and the questions, in a table without a heading.
        separator: between several answers in one cell; any of some.
        otherwise: what holds where the file says nothing, by part of a coding.
        language: of evidence that is not a quote; empty where its letters tell, and English where they do not.
        header: rows of the heading, from 1.
        sheets: what differs on each sheet; where there are some, the others are left out.
    """

    article: Mapping[str, str] = {}
    articles: Mapping[str, str] = {}
    outlets: Mapping[str, str] = {}
    coder: str = ""
    coders: Mapping[str, str] = {}
    variable: str = ""
    value: str = ""
    by_coder: Mapping[str, str] = {}
    columns: Mapping[str, str] = {}
    values: Mapping[str, Mapping[str, Any]] = {}
    missing: Mapping[str, str] = {}
    order: Mapping[str, tuple[str, ...]] = {}
    separator: tuple[str, ...] = (";",)
    otherwise: Mapping[str, Any] = {}
    language: str = ""
    header: tuple[int, ...] = (1,)
    sheets: Mapping[str, Mapping[str, Any]] = {}

    def on(self, sheet: str) -> "Map":
        """The map of one sheet: what is said of it, beside what is said of all."""
        own = self.sheets.get(sheet)
        if not own:
            return self
        said = _said(dict(own))
        shared = (name for name in ("columns", "values", "otherwise") if name in said)
        both: dict[str, Any] = {name: {**getattr(self, name), **said[name]} for name in shared}
        return self._replace(**{**said, **both})


def plain(text: str) -> str:
    r"""A heading in one line.

    >>> plain("Tone of\n the article ")
    'Tone of the article'
    """
    return " ".join(text.split())


def read(raw: bytes, name: str) -> dict[str, Any]:
    """What a file with a map says, every fault of it in one message.

    Raises:
        NotReadableError: when it is not a map.

    >>> read(b'{"colums": {}}', "map.json")
    Traceback (most recent call last):
    framing.exchange.clipping.NotReadableError: map.json: there is no 'colums'; did you mean 'columns'?
    """
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise NotReadableError(f"{name} is not JSON: {error}") from error
    wrong = [f"{name}: {message}" for message in _wrong(said, "")]
    if wrong:
        raise NotReadableError("\n".join(wrong))
    return dict(said)


def as_map(said: Mapping[str, Any], usual: Mapping[str, Any]) -> Map:
    """The map that a person's words make, where they say nothing with what is usual in the format.

    >>> as_map({"otherwise": {"confidence": 2}}, {"otherwise": {"event/id": None}}).otherwise
    {'event/id': None, 'confidence': 2}
    """
    both = {**usual, **said}
    if "otherwise" in both and isinstance(both["otherwise"], dict):
        both["otherwise"] = {**dict(usual.get("otherwise", {})), **both["otherwise"]}
    return Map(**_said(both))


ORDER = ("articles", "coders", "questions")
"""What a table without a heading must be told."""
_TEXTS = ("coder", "variable", "value", "language")
_PAIRS = ("articles", "outlets", "coders", "by_coder", "columns", "missing")
_KEYS = ("$schema", "header_row", *(name for name in Map._fields if name != "header"))


def _said(said: dict[str, Any]) -> dict[str, Any]:
    rows, article = said.pop("header_row", None), said.get("article")
    said.pop("$schema", None)
    if rows is not None:
        said["header"] = (rows,) if isinstance(rows, int) else tuple(sorted(rows))
    if "separator" in said:
        said["separator"] = _listed(said["separator"])
    if "order" in said:
        said["order"] = {part: _listed(names) for part, names in said["order"].items()}
    if isinstance(article, str):
        said["article"] = {"id": article}
    if "article" in said:
        said["article"] = {by: plain(column) for by, column in said["article"].items()}
    for name in ("columns", "by_coder"):
        if name in said:
            said[name] = {plain(column): meaning for column, meaning in said[name].items()}
    return said | {name: plain(said[name]) for name in ("coder", "variable", "value") if name in said}


def _listed(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _wrong(said: Any, inside: str) -> Iterator[str]:
    """What is wrong with a map, in words."""
    if not isinstance(said, dict):
        yield f'{inside or "it"} must be an object such as {{"columns": {{"heading": "variable"}}}}'
        return
    for key, value in said.items():
        at = f"{inside}{key}"
        if key not in _KEYS or (inside and key == "sheets"):
            yield f"there is no {at!r}{meant(key, _KEYS)}"
        elif key == "by_coder" and not ("variable" in said or inside):
            yield f'{at} needs the column with the question: "variable"'
        elif key in _TEXTS and not (isinstance(value, str) and value):
            yield f"{at} must be a text"
        elif key in ("header_row", "separator", "order"):
            yield from _wrong_lists(key, at, value)
        elif key in _PAIRS and not _is_texts(value):
            yield f"{at} must be an object of texts"
        elif key in ("values", "otherwise", "sheets") and not isinstance(value, dict):
            yield f"{at} must be an object"
        elif key == "values":
            yield from (f"{at}: {part!r} must be an object" for part in value if not isinstance(value[part], dict))
        elif key == "sheets":
            for sheet, own in value.items():
                yield from _wrong(own, f"{at}/{sheet}/")
        elif key == "article":
            yield from _wrong_article(at, value)


def _wrong_lists(key: str, at: str, value: Any) -> Iterator[str]:
    if key == "header_row" and not _is_rows(value):
        yield f"{at} must be the number of a row, or a list of some, such as [1, 2]"
    if key == "separator" and not _is_listed(value):
        yield f"{at} must be a text, or a list of some"
    parts = value if key == "order" and isinstance(value, dict) else {}
    if key == "order" and not ({*parts} == {*ORDER} and all(map(_is_listed, parts.values()))):
        yield f"{at} must be an object with lists of names: {', '.join(ORDER)}"


def _wrong_article(at: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        return
    if not _is_texts(value) or not value:
        yield f"{at} must be a column, or columns by {', '.join(BY)}"
        return
    yield from (f"{at}: there is no {by!r}{meant(by, BY)}" for by in value if by not in BY)


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def _is_listed(value: Any) -> bool:
    names = [value] if isinstance(value, str) else value
    return isinstance(names, list) and bool(names) and all(isinstance(name, str) and name for name in names)


def _is_rows(value: Any) -> bool:
    rows = value if isinstance(value, list) else [value]
    return bool(rows) and all(type(row) is int and 1 <= row <= 100 for row in rows)
