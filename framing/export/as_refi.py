"""Codings as a REFI-QDA 1.5 project and codebook, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from json import dumps
from typing import Any, NamedTuple
from xml.etree import ElementTree

from framing.export.package import Package, Records
from framing.export.refi_codes import Question, answers, guid, questions, supported
from framing.export.zipped import archive
from framing.refusal import Refusal

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
ORIGIN = "framing"
Record = Mapping[str, Any]
Element = ElementTree.Element


class Passage(NamedTuple):
    """A passage of the text of a source, with the evidence that it is."""

    start: int
    end: int
    coding: Record
    item: Record


def refi_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """A REFI-QDA project (``.qdpx``) and its codebook alone (``.qdc``).

    Args:
        package: a study; its ``records`` with texts where somebody chose to give them away.

    Returns:
        Path to content. A source is an article: its text, or else a description of it with the evidence of each coder, line by
        line. Answers are codings of the source, quotes codings of passages. ``endPosition`` is the last character, as section
        10.2 of the standard says. A refusal where nothing is coded.

    Source: REFI-QDA 1.5 (qdasoftware.org), Project.xsd of 18 March 2019.
    """
    records = package.records
    if not records.codings:
        return Refusal("nothing_coded", "Nobody has coded anything.", "A coding.")
    asked = questions(records.codebook, records.events)
    project = Element("Project", {"xmlns": PROJECT, "name": package.titles["en"], "origin": ORIGIN})
    users = ElementTree.SubElement(project, "Users")
    for coder in records.coders:
        ElementTree.SubElement(users, "User", guid=guid("user", coder["id"]), name=coder["name"], id=coder["id"])
    project.append(_codebook(Element("CodeBook"), asked))
    sources = ElementTree.Element("Sources")
    texts = {}
    for article in sorted(records.articles, key=lambda each: str(each["id"])):
        source, text = _source(article, records)
        sources.append(source)
        texts[f"sources/{guid('source', article['id'])}.txt"] = text.encode()
    project.extend([_variables(), _cases(records), sources, *_notes(records)])
    files = {"project.qde": _xml(project), **texts}
    alone = _codebook(Element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN}), asked)
    return {f"{package.id}.qdpx": archive(files), f"{package.id}.qdc": _xml(alone)}


def _xml(root: Element) -> bytes:
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def _code_guid(question: str, answer: str = "") -> str:
    return guid("code", question, answer)


def _codebook(root: Element, asked: Sequence[Question]) -> Element:
    codes = ElementTree.SubElement(root, "Codes")
    for question in asked:
        above = ElementTree.SubElement(
            codes, "Code", guid=_code_guid(question.name), name=question.name, isCodable="false"
        )
        _described(above, question.about)
        for code in question.codes:
            named = _code_guid(question.name, code.answer)
            one = ElementTree.SubElement(above, "Code", guid=named, name=code.name, isCodable="true")
            if code.colour:
                one.set("color", code.colour)
            _described(one, code.about)
    return root


def _described(element: Element, text: str) -> None:
    if text:
        ElementTree.SubElement(element, "Description").text = text


def _source(article: Record, records: Records) -> tuple[Element, str]:
    """An article with its codings, and the text in which passages count."""
    codings = [coding for coding in records.codings if coding["article"] == article["id"]]
    text, passages = _laid_out(article, codings, records)
    name = str(article["id"])
    place = guid("source", name)
    source = Element("TextSource", guid=place, name=name, plainTextPath=f"internal://{place}.txt")
    _described(source, " · ".join(_head(article, records)))
    for passage in passages:
        source.append(_selection(name, text, passage))
    for coding in codings:
        source.extend(_coding(coding, question, answer, name) for question, answer in answers(coding))
    for named, _, _, _ in _notes_of(codings, records):
        ElementTree.SubElement(source, "NoteRef", targetGUID=named)
    source.extend(_values(article))
    return source, text


def _head(article: Record, records: Records) -> list[str]:
    outlet = next(each for each in records.outlets if each["id"] == article["outlet"])
    headline = article["headline"].get("original") or article["headline"].get("en")
    return [outlet["names"]["en"], article["date"]["published"], *([headline] if headline else [])]


def _laid_out(article: Record, codings: Sequence[Record], records: Records) -> tuple[str, list[Passage]]:
    """The text of an article with the quotes that stand in it; or its description, and each piece of evidence as a line."""
    if text := records.texts.get(str(article["id"])):
        return text, [Passage(item["start"], item["end"], coding, item) for coding, item in fitting(codings, text)]
    text, found = (
        "\n".join([*_head(article, records), "The text of the article is not here; what follows is evidence.", ""]),
        [],
    )
    for coding in codings:
        for item in coding["evidence"]:
            found.append(Passage(len(text) + 1, len(text) + 1 + len(item["text"]), coding, item))
            text += f"\n{item['text']}"
    return f"{text}\n", found


def fitting(codings: Sequence[Record], text: str) -> Iterator[tuple[Record, Record]]:
    """The quotes that stand in a text where their coder says, each with its coding."""
    digest = sha256(text.encode()).hexdigest()
    for coding in codings:
        for item in coding["evidence"]:
            same = item["kind"] == "quote" and coding.get("text_sha256", digest) == digest
            if same and text[item["start"] : item["end"]] == item["text"]:
                yield coding, item


def _selection(name: str, text: str, passage: Passage) -> Element:
    start, end, coding, item = passage
    user = guid("user", coding["coder"])
    told = {key: item[key] for key in ("supports", "kind", "start", "end", "lang", "en", "locator") if key in item}
    if coding.get("text_sha256"):
        told["sha256"] = coding["text_sha256"]
    named = guid("selection", name, coding["coder"], item["supports"], str(start))
    selection = Element(
        "PlainTextSelection", guid=named, name=text[start:end], startPosition=str(start), endPosition=str(end - 1), creatingUser=user
    )  # fmt: skip
    _described(selection, dumps(told, ensure_ascii=False))
    selection.extend(_coding(coding, question, answer, named) for question, answer in supported(coding, item))
    return selection


def _coding(coding: Record, question: str, answer: str, place: str) -> Element:
    named = guid("coding", place, coding["coder"], question, answer)
    user = guid("user", coding["coder"])
    element = Element("Coding", guid=named, creatingUser=user, creationDateTime=coding["coded_at"])
    ElementTree.SubElement(element, "CodeRef", targetGUID=_code_guid(question, answer))
    return element


VARIABLES = {"outlet": "Text", "published": "Text", "language": "Text", "genre": "Text"}
"""What a source says of itself; dates may be imprecise, and are texts."""


def _variables() -> Element:
    element = Element("Variables")
    for name, kind in VARIABLES.items():
        ElementTree.SubElement(element, "Variable", guid=guid("variable", name), name=name, typeOfVariable=kind)
    return element


def _values(article: Record) -> Iterator[Element]:
    given = {**article, "published": article["date"]["published"]}
    for name in VARIABLES:
        value = Element("VariableValue")
        ElementTree.SubElement(value, "VariableRef", targetGUID=guid("variable", name))
        ElementTree.SubElement(value, "TextValue").text = str(given[name])
        yield value


def _cases(records: Records) -> Element:
    """Outlets as cases, to which programs that know no variables of sources attach articles."""
    element = Element("Cases")
    for outlet in records.outlets:
        case = ElementTree.SubElement(element, "Case", guid=guid("case", outlet["id"]), name=outlet["names"]["en"])
        for article in records.articles:
            if article["outlet"] == outlet["id"]:
                ElementTree.SubElement(case, "SourceRef", targetGUID=guid("source", article["id"]))
    return element


def _notes(records: Records) -> Iterator[Element]:
    """What coders wrote beside their codings; no element at all where there is nothing."""
    notes = Element("Notes")
    for named, name, text, coder in _notes_of(records.codings, records):
        note = ElementTree.SubElement(notes, "Note", guid=named, name=name, creatingUser=guid("user", coder))
        ElementTree.SubElement(note, "PlainTextContent").text = text
    if len(notes):
        yield notes


def _notes_of(codings: Sequence[Record], records: Records) -> Iterator[tuple[str, str, str, str]]:
    """Memos, and paraphrases where the sources are texts, in which they have no place: GUID, name, text and coder."""
    for coding in codings:
        article, coder = str(coding["article"]), coding["coder"]
        if coding.get("memo"):
            yield guid("memo", article, coder), "memo", coding["memo"], coder
        for place, item in enumerate(coding["evidence"] if article in records.texts else ()):
            if item["kind"] == "paraphrase":
                yield (
                    guid("paraphrase", article, coder, str(place)),
                    f"evidence={item['supports']}",
                    item["text"],
                    coder,
                )
