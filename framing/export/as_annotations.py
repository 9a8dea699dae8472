"""Codings as W3C Web Annotations (JSON-LD), for annotation tools and for linked data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from framing.export.as_refi import fitting
from framing.export.package import Package, Records
from framing.export.refi_codes import answers, guid, questions, supported
from framing.refusal import Refusal
from framing.study.canonical import as_file

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SOFTWARE = {"person": "Person", "machine": "Software"}
Record = Mapping[str, Any]


def annotation_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """An annotation for each answer, and for each piece of evidence.

    Args:
        package: a study; its ``records`` with texts where somebody chose to give them away.

    Returns:
        Path to content: one collection. A quote has its place (``TextPositionSelector``, code points from 0, the end behind the
        last) and its words (``TextQuoteSelector``) in its article. A refusal where nothing is coded.

    Source: Web Annotation Data Model (W3C Recommendation, 2017-02-23), 3.2.2.2, 4.2.4, 4.2.5, 5.1.
    """
    records = package.records
    if not records.codings:
        return Refusal("nothing_coded", "Nobody has coded anything.", "A coding.")
    names = {question.name: question.named() for question in questions(records.codebook, records.events)}
    items = [item for coding in records.codings for item in _annotations(coding, records, names)]
    collection = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{guid('annotations', package.id)}",
        "type": "AnnotationCollection",
        "label": f"{package.titles['en']}, codebook {package.version}",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return {f"{package.id}.annotations.jsonld": as_file(collection)}


def _annotations(coding: Record, records: Records, names: Mapping[str, Mapping[str, str]]) -> Iterator[Record]:
    source = _address(coding["article"], records)
    for question, answer in answers(coding):
        body = [_tag(question, names[question].get(answer, answer))]
        yield _annotation(coding, records, (question, answer), body, source)
    for place, item in enumerate(coding["evidence"]):
        body = [_tag(question, names[question].get(answer, answer)) for question, answer in supported(coding, item)]
        if item["kind"] == "paraphrase":
            told = {"type": "TextualBody", "purpose": "describing", "value": item["text"], "language": item["lang"]}
            yield _annotation(coding, records, ("evidence", str(place)), [*body, told], source)
        else:
            target = {"source": source, "selector": _selectors(item, coding, records)}
            yield _annotation(coding, records, ("evidence", str(place)), body, target)


def _address(article: str, records: Records) -> str:
    """Where an article can be read, or else a name for it."""
    url = next((each.get("url") for each in records.articles if each["id"] == article), None)
    return str(url or f"urn:framing:{records.codebook['id']}:{article}")


def _tag(question: str, answer: str) -> Record:
    return {"type": "TextualBody", "purpose": "tagging", "value": f"{question}: {answer}"}


def _selectors(item: Record, coding: Record, records: Records) -> Sequence[Record]:
    """Where a quote stands; with the words around it, where the coding or the text at hand has them."""
    text = records.texts.get(coding["article"], "")
    around = {key: item[key] for key in ("prefix", "suffix") if key in item}
    if text and any(found is item for _, found in fitting([coding], text)):
        around = {
            "prefix": text[max(0, item["start"] - 32) : item["start"]],
            "suffix": text[item["end"] : item["end"] + 32],
        }
    position = {"type": "TextPositionSelector", "start": item["start"], "end": item["end"]}
    return [position, {"type": "TextQuoteSelector", "exact": item["text"], **around}]


def _annotation(
    coding: Record, records: Records, named: tuple[str, str], body: Sequence[Record], target: Any
) -> Record:
    coder = next(each for each in records.coders if each["id"] == coding["coder"])
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{guid('annotation', coding['article'], coding['coder'], *named)}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {
            "id": f"urn:uuid:{guid('user', coder['id'])}",
            "type": SOFTWARE[coder["kind"]],
            "name": coder["name"],
        },
        "created": coding["coded_at"],
        "body": body,
        "target": target,
    }
