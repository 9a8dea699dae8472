"""Codings of INCEpTION: UIMA CAS as JSON, or as XMI in a zip with its type system; one coder's annotations of one text.

The coder is the name of the file, the ``document`` the folder it stands in, as the export has them. A question is a layer with a
feature, such as ``NamedEntity.value``. Offsets count units of UTF-16 there; dkpro-cassis makes code points of them.
"""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from typing import Any

from framing.exchange import decoded, packed, xml
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Quote, Remark
from framing.exchange.codings.mapping import Map
from framing.exchange.codings.webanno import WITHOUT_VALUE

_XMI = re.compile(rb"<(?:\w+:)?XMI\b")
_PLACE = frozenset({"begin", "end", "sofa"})
_OF_TEXT = re.compile(r"uima\.tcas\..*|.*\.type\.(?:TagDescription|TagsetDescription|LayerDefinition|FeatureDefinition)|"
                      r".*\.segmentation\.type\..*|.*\.metadata\.type\..*")  # fmt: skip
"""Types by which programs part a text and describe themselves: nobody's answers."""


def _is_json(export: Export) -> bool:
    return export.raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" and b'"%FEATURE_STRUCTURES"' in export.raw


def _is_xmi(export: Export) -> bool:
    if packed.is_packed(export):
        return bool(re.search(rb"\.xmi", export.raw[-65_536:])) and b"ypesystem.xml" in export.raw.lower()[-65_536:]
    return export.raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and bool(_XMI.search(export.raw[:4096]))


def _read_json(export: Export, _: Map) -> Iterator[Found]:
    text, _encoding = decoded.text(export)
    texts.json_in(text, export.name)
    yield from _found(export, "load_cas_from_json", text)


def _read_xmi(export: Export, _: Map) -> Iterator[Found]:
    if not packed.is_packed(export):
        raise NotReadableError(
            f"{export.name} does not say what its layers are: import the zip as INCEpTION wrote it, with TypeSystem.xml"
        )
    archive = packed.opened(export)
    names = archive.namelist()
    annotations = [name for name in names if name.lower().endswith(".xmi")]
    systems = [name for name in names if PurePath(name).name.lower() == "typesystem.xml"]
    if len(annotations) != 1 or len(systems) != 1:
        raise NotReadableError(
            f"{export.name} must hold one .xmi and its TypeSystem.xml; it holds {', '.join(names[:6]) or 'nothing'}"
        )
    system, annotated = (archive.read(name) for name in (systems[0], annotations[0]))
    for raw in (system, annotated):
        xml.parsed(raw, export.name)
    yield from _found(export, "load_cas_from_xmi", io.BytesIO(annotated), system)


def _found(export: Export, load: str, source: Any, system: bytes = b"") -> Iterator[Found]:
    """What one coder marked; the library raises whatever a damaged file makes it stumble over."""
    if find_spec("cassis") is None:
        raise NotReadableError(
            f"{export.name} needs dkpro-cassis, which is not installed: pip install 'media-framing[cas]'"
        )
    cassis = import_module("cassis")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            types = (cassis.load_typesystem(io.BytesIO(system)),) if system else ()
            cas = getattr(cassis, load)(source, *types)
            text = cas.sofa_string
            marked = sorted(cas.select_all(), key=lambda each: (getattr(each, "begin", 0) or 0, each.xmiID))
            kinds = {each.type.name: [feature.name for feature in each.type.all_features] for each in marked}
    except (
        Exception
    ) as error:  # what damage makes the library stumble over is anything: KeyError, TypeError, its own, lxml's
        why = f"{type(error).__name__}: {error}"[:120]
        raise NotReadableError(f"{export.name} is not a complete UIMA CAS ({why}); export it again") from error
    if not isinstance(text, str) or not text:
        raise NotReadableError(f"{export.name} has no text; export it again")
    yield from _line(export.name, text, [(each, kinds[each.type.name]) for each in marked])


def _line(name: str, text: str, marked: Sequence[tuple[Any, Sequence[str]]]) -> Iterator[Found]:
    """What the annotations say, each with the names of its features."""
    path = PurePath(name)
    cells = [Cell("document", path.parent.name), Cell("coder", path.stem)]
    left_out: dict[str, None] = {}
    for each, features in marked:
        if _OF_TEXT.fullmatch(each.type.name):
            continue
        layer = each.type.name.rpartition(".")[2]
        values = {feature: getattr(each, feature, None) for feature in features if feature not in _PLACE}
        plain = {feature: value for feature, value in values.items() if isinstance(value, str | int | float)}
        if any(value is not None for feature, value in values.items() if feature not in plain):
            left_out[layer] = None
            continue
        quote = _quote(text, each)
        if isinstance(quote, str):
            yield Trouble(f"annotation {each.xmiID}", quote)
            continue
        cells += _cells(layer, [*values], plain, quote)
    if left_out:
        yield Remark("", f"relations and links are left out: {', '.join(left_out)}")
    yield Line("the text", "", tuple(cells), texts.composed(text, Quote(0, 0, ""))[0])


def _quote(text: str, annotation: Any) -> Quote | str | None:
    """The passage of an annotation; None for one of the whole text, which has none; or what is wrong with it."""
    start, end = getattr(annotation, "begin", None), getattr(annotation, "end", None)
    if start is None and end is None:
        return None
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        return f"the passage from {start} to {end} is not in the text of {len(text)} characters"
    return texts.composed(text, Quote(start, end, text[start:end]))[1]


def _cells(layer: str, features: list[str], plain: dict[str, Any], quote: Quote | None) -> Iterator[Cell]:
    said = {name: _said(value) for name, value in plain.items() if value != ""}
    if not said:
        first = next(iter(features), "")
        said = {first: WITHOUT_VALUE}
    for name, value in said.items():
        yield Cell(f"{layer}.{name}" if name else layer, value, quote)


def _said(value: str | int | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


_USUAL = {"article": "document", "coder": "coder"}
JSON = Form("INCEpTION (UIMA CAS JSON)", _is_json, _read_json, _USUAL)
XMI = Form("INCEpTION (UIMA CAS XMI, zip with type system)", _is_xmi, _read_xmi, _USUAL)
