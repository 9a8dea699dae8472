"""Codings of NVivo, ATLAS.ti, MAXQDA, QualCoder and others: REFI-QDA projects (``.qdpx``).

A code below another answers it: the upper is the question, the lower the answer; a code that stands alone is answered with 1. The
``document`` is the name of a source, the coder the name of the user. Sources that are not texts are left out.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple
from zipfile import ZipFile

from framing.exchange import decoded, packed, xml
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import texts
from framing.exchange.codings.line import Cell, Form, Found, Line, Quote, Remark
from framing.exchange.codings.mapping import Map
from framing.exchange.xml import Element

OURS = "framing"
"""The origin of projects that this program wrote: their sources may stand for texts that are not given away."""
_INTERNAL = ("internal://", "relative://")
_PROJECT = ".qde"


class Selection(NamedTuple):
    """A passage as a project has it: where it begins and ends, its words as far as it tells them, and what coders say of it."""

    start: int
    end: int
    words: str
    element: Element
    told: Mapping[str, Any]


class Project(NamedTuple):
    """What sources refer to, by GUID: users, codes as question and answer, and notes."""

    name: str
    ours: bool
    users: Mapping[str, str]
    codes: Mapping[str, tuple[str, str]]
    notes: Mapping[str, Element]
    archive: ZipFile

    def user(self, *elements: Element) -> str:
        """Who made the first of some elements that tells it; empty for nobody."""
        told = (_guid(each.get("creatingUser")) for each in elements)
        return next((self.users.get(name, name) for name in told if name), "")


def _is_project(export: Export) -> bool:
    return packed.is_packed(export) and _PROJECT.encode() in export.raw and b"xl/workbook" not in export.raw


def _read(export: Export, _: Map) -> Iterator[Found]:
    project, root = _project(export)
    sources = [each for each in root if _tag(each) == "Sources"]
    every = [source for each in sources for source in each]
    if others := [source for source in every if _tag(source) != "TextSource"]:
        yield Remark("", f"{len(others)} source(s) that are not texts are left out")
    readable = [(source, _text(source, project)) for source in every if _tag(source) == "TextSource"]
    exclusive = _exclusive(readable)
    if exclusive:
        yield Remark("", "endPosition is behind the last character of a passage here, as the quoted words show")
    for source, text in readable:
        yield from _lines(source, text, project, exclusive)


def _project(export: Export) -> tuple[Project, Element]:
    archive = packed.opened(export)
    name = next((part for part in archive.namelist() if part.endswith(_PROJECT)), "")
    if not name:
        raise NotReadableError(f"{export.name} has no {_PROJECT} in it; export the project again as REFI-QDA")
    root = xml.parsed(archive.read(name), name)
    ours = root.get("origin") == OURS
    called = ("id", "name") if ours else ("name", "id")
    users = {
        _guid(each.get("guid")): next((each.get(key) or "" for key in called if each.get(key)), "")
        for each in xml.found(root, "User")
    }
    notes = {_guid(each.get("guid")): each for each in xml.found(root, "Note")}
    codes = {key: code for top in xml.found(root, "Codes") for key, code in _codes(top, "")}
    return Project(export.name, ours, users, codes, notes, archive), root


def _codes(above: Element, question: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in above:
        if _tag(each) == "Code":
            name = " ".join((each.get("name") or "").split())
            yield _guid(each.get("guid")), ((question, name) if question else (name, "1"))
            yield from _codes(each, name)


def _text(source: Element, project: Project) -> str:
    """The text of a source; empty where the project does not hold it."""
    inside = [each for each in source if _tag(each) == "PlainTextContent"]
    if inside:
        return "".join(inside[0].itertext())
    path = source.get("plainTextPath") or ""
    bare = next((path.removeprefix(prefix) for prefix in _INTERNAL if path.startswith(prefix)), "")
    parts = {part.lower(): part for part in project.archive.namelist()}
    part = parts.get(f"sources/{bare}".lower())
    return decoded.text(Export(bare, project.archive.read(part)))[0] if bare and part else ""


def _selections(source: Element) -> Iterator[Selection]:
    for each in source:
        if _tag(each) == "PlainTextSelection":
            try:
                start, end = int(each.get("startPosition") or ""), int(each.get("endPosition") or "")
            except ValueError:
                start, end = -1, -1
            yield Selection(start, end, each.get("name") or "", each, _told(each))


def _told(selection: Element) -> Mapping[str, Any]:
    """What our own projects say of a passage beside its place."""
    described = next((each for each in selection if _tag(each) == "Description"), None)
    try:
        said = json.loads("".join(described.itertext())) if described is not None else {}
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _exclusive(sources: list[tuple[Element, str]]) -> bool:
    """Whether ``endPosition`` is behind the last character, as some programs write it, and not the last, as the standard says.

    The words of a passage tell, where they are its name; else whether a passage ends behind its text.
    """
    behind = last = 0
    for source, text in sources:
        for start, end, words, _, _ in _selections(source):
            behind += 0 <= start < end and (text[start:end] == words or end == len(text))
            last += 0 <= start <= end < len(text) and text[start : end + 1] == words
    return behind > last


def _lines(source: Element, text: str, project: Project, exclusive: bool) -> Iterator[Found]:
    """What each coder says of a text."""
    document = " ".join((source.get("name") or "").split())
    place = f"source {document or _guid(source.get('guid'))}"
    cells: dict[str, list[Cell]] = {}
    given_away = not project.ours
    for selection in _selections(source):
        found = _passage(selection, text, project, exclusive)
        if isinstance(found, str):
            yield Trouble(place, found)
            continue
        given_away = given_away or not _described(selection, found, text)
        for user, cell in _marked(selection, found, project):
            cells.setdefault(user, []).append(cell)
    times: dict[str, str] = {}
    order: dict[tuple[str, str, str], int] = {}
    for element in (each for each in source if _tag(each) == "Coding"):
        user = project.user(element, source)
        times[user] = max(times.get(user, ""), element.get("creationDateTime") or "")
        said = _said(element, project)
        order.setdefault((user, *said), len(order))
        if said not in {(cell.name, cell.text) for cell in cells.setdefault(user, [])}:
            cells[user].append(Cell(*said))
    for user, cell in _noted(source, project):
        cells.setdefault(user, []).append(cell)
    whole = texts.composed(text, Quote(0, 0, ""))[0] if given_away else ""
    for user, said_by in cells.items():
        if project.ours and Cell("phase", "adjudicated") in said_by:
            yield Remark(place, "a settled record is left out: a project holds no decisions")
            continue
        own = sorted(said_by, key=partial(_rank, order, user))  # answers in the order of the source
        at = [Cell("coded_at", times[user])] if _zoned(times.get(user, "")) else []
        yield Line(place, "", (Cell("document", document), Cell("coder", user), *own, *at), whole)


def _rank(order: Mapping[tuple[str, str, str], int], user: str, cell: Cell) -> int:
    return order.get((user, cell.name, cell.text), len(order))


def _passage(selection: Selection, text: str, project: Project, exclusive: bool) -> Quote | str:
    """A passage counted in code points of the composed text; or what is wrong with it."""
    start, end, _, _, told = selection
    end += not exclusive
    if not 0 <= start < end <= len(text):
        return f"the passage from {selection.start} to {selection.end} is not in the text of {len(text)} characters"
    words = text[start:end]
    if project.ours and told.get("kind") == "quote" and type(told.get("start")) is int:
        return Quote(told["start"], told["start"] + len(words), words)
    return texts.composed(text, Quote(start, end, words))[1]


def _described(selection: Selection, found: Quote, text: str) -> bool:
    """Whether a passage stands in a description of the article, and not in its text."""
    return selection.told.get("kind") == "paraphrase" or text[found.start : found.end] != found.text


def _marked(selection: Selection, quote: Quote, project: Project) -> Iterator[tuple[str, Cell]]:
    told = selection.told if project.ours else {}
    codings = [each for each in selection.element if _tag(each) == "Coding"]
    for element in codings:
        user = project.user(element, selection.element)
        if told.get("kind") == "paraphrase":
            yield user, Cell(f"evidence={told.get('supports', '')}", quote.text)
            return
        if isinstance(told.get("sha256"), str):
            yield user, Cell("text_sha256", told["sha256"], quote)
        question, answer = _said(element, project)
        yield user, Cell(question, answer, quote)


def _said(coding: Element, project: Project) -> tuple[str, str]:
    """The question and the answer that a coding refers to."""
    target = next((_guid(each.get("targetGUID")) for each in coding if _tag(each) == "CodeRef"), "")
    return project.codes.get(target, (target or "a code without a name", "1"))


def _noted(source: Element, project: Project) -> Iterator[tuple[str, Cell]]:
    """The notes to a source, those of one person together; our own projects have paraphrases among them."""
    memos: dict[str, list[str]] = {}
    named = [_guid(each.get("targetGUID")) for each in source if _tag(each) == "NoteRef"]
    for note in (project.notes[name] for name in named if name in project.notes):
        user, name, text = project.user(note), note.get("name") or "", _text(note, project).strip()
        if project.ours and name.startswith("evidence="):
            yield user, Cell(name, text)
        elif text:
            memos.setdefault(user, []).append(text)
    yield from ((user, Cell("memo", "\n".join(several))) for user, several in memos.items())


def _zoned(time: str) -> bool:
    return time.endswith("Z") or time[-6:-5] in ("+", "-")


def _guid(text: str | None) -> str:
    return (text or "").strip().strip("{}").lower()


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


USUAL = {"article": "document", "coder": "coder", "otherwise": {"frames/secondary": [], "event/id": None}}
FORM = Form("REFI-QDA project (qdpx)", _is_project, _read, USUAL)
