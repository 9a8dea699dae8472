"""The page on which one article is coded or settled, and what its script is handed."""

from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from starlette.responses import HTMLResponse

from framing.study import dates, settle
from framing.study.answers import ABSENT, answer, supported
from framing.study.faults import Fault
from framing.study.schema import UNSPACED
from framing.study.vocabulary import label
from framing.words import FIRST, words
from framing.words.faults import in_language
from framing.workbench import questions
from framing.workbench.desk import catalogue
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.judge import at_its_field
from framing.workbench.desk.store import Working
from framing.workbench.desk.texts import Text
from framing.workbench.entries import handbook
from framing.workbench.questions import said
from framing.workbench.web.pages import language, outlet_shown, rendered

Record = dict[str, Any]
NO_HEADLINE = {"original": "", "romanised": "", "en": ""}


def page(desk: Desk, name: str, added: bool) -> HTMLResponse:
    """The page on which one article is coded, or settled.

    Args:
        desk: whose.
        name: an id that the study lists.
        added: whether it has just been added, which the page then says.
    """
    spoken, standard, found = language(desk), desk.standard(), desk.article(name).record
    shown = words("workbench", spoken)
    working, readings = desk.store().working(name), desk.readings(name)
    text = desk.text(name)
    content = {
        "article": {**found, "headline": {**NO_HEADLINE, **found["headline"]}},
        "genre": label(standard.codebook, "genres", found["genre"], spoken),
        "private": text if isinstance(text, Text) else None,
        "unread": text if isinstance(text, Fault) else None,
        "outlet": _outlet(standard.registers["outlets"], found["outlet"], spoken),
        "source": _source(standard.registers["sources"], found),
        "date": dates.echoed(found["date"]["published"], spoken),
        "handbook": handbook(standard.codebook, standard.told_in(spoken), spoken, shown),
        "told": spoken if spoken in standard.told else FIRST,
        "handed": {
            "article": name,
            **_around(desk, shown, bool(readings)),
            "articleLanguage": found["language"],
            **state(desk, name, working, _begun(desk, readings)),
            **_text(text),
            "locator": _locator(found),
            "described": desk.described(name),
            "again": [mark._asdict() for mark in desk.marks(name)],
            **_settling(standard.codebook, readings),
            "names": {coder: desk.name(coder) for coder in readings},
        },
        "readings": readings,
        "broken": working.broken,
        "added": added,
        "elsewhere": any(row.id == name for row in desk.beyond()),
    }
    return rendered(desk, "article.html.j2", content)


def _outlet(outlets: list[Record], name: str, spoken: str) -> Record | None:
    return next((outlet_shown(entry, spoken) for entry in outlets if entry["id"] == name), None)


def _around(desk: Desk, shown: Mapping[str, str], settling: bool) -> Record:
    """What a page has for its script whatever the article: who, in which words, and what can be answered."""
    spoken, standard = language(desk), desk.standard()
    asked = questions.questions(standard.told_in(spoken), spoken, shown)
    return {
        "coder": desk.coder,
        "folder": sha256(str(desk.root.resolve()).encode()).hexdigest()[:16],
        "language": spoken,
        "words": shown,
        "questions": [asdict(question) for question in asked if not (settling and question.id == "phase")],
        "labels": _labels(standard.codebook, spoken),
        "cues": _cues(standard.codebook),
        "events": _events(standard.registers["events"], spoken),
        "limits": {**questions.LIMITS, "unspaced": sorted(UNSPACED)},
    }


def state(desk: Desk, name: str, working: Working, begun: Mapping[str, Any] = MappingProxyType({})) -> Record:
    """One article as it stands: its record, and what is wrong and open in it.

    Args:
        desk: whose.
        name: an id that the study lists.
        working: how it stands on disk.
        begun: what to begin with where it has no record yet.
    """
    record = desk.going_on(name, working) or dict(begun)
    verdict = desk.verdict(name, record if working.final else desk.assembled(name, record))
    return {
        "state": working.state,
        "final": working.final,
        "etag": working.etag,
        "codebook": desk.standard().codebook["version"],
        "record": {key: value for key, value in record.items() if not key.startswith("$")},
        "faults": [_told(fault, language(desk)) for fault in verdict.faults],
        "unanswered": list(verdict.unanswered),
    }


def _told(fault: Fault, spoken: str) -> dict[str, str]:
    """A fault in the language of the page; without its detail where only the page's own sentence speaks that language."""
    fault = at_its_field(fault)
    told = in_language(fault.message, spoken)
    foreign = spoken != FIRST and told == fault.message and f"fault_{fault.rule}" in words("workbench", spoken)
    return {"pointer": fault.pointer, "rule": fault.rule, "message": "" if foreign else told}


def _text(text: Text | Fault | None) -> Record:
    """The private text in which evidence is marked."""
    if not isinstance(text, Text):
        return {"text": "", "body": "", "textHash": ""}
    return {"text": text.kind, "body": text.body, "textHash": text.sha256() if text.kind == "full" else ""}


def _begun(desk: Desk, readings: Mapping[str, Record]) -> Record:
    """What a page starts from: the phase chosen last; for an adjudicator everything that the readings share."""
    if readings:
        return {"memo": "", **settle.begun(list(readings.values()))}
    phase = desk.settings().phase.get(desk.coder)
    return {"memo": "", **({"phase": phase} if phase else {})}


def _settling(codebook: Record, readings: Mapping[str, Record]) -> Record:
    """What there is to settle: where the readings differ and agree, and which evidence goes with which answer."""
    if not readings:
        return {"readings": [], "disputed": [], "reasons": []}
    codings = list(readings.values())
    disputed = [found.pointer for found in settle.questions(codings)]
    variables = [entry["id"] for entry in codebook["variables"]]
    frames = {entry["id"]: [entry["id"]] for entry in codebook["frames"]}
    return {
        "readings": [
            {
                "coder": coder,
                "key": questions.READING_KEYS[place : place + 1],
                "answers": _answers(coding, disputed),
                "quotes": [item for item in coding["evidence"] if item.get("kind") == "quote"],
                "text": coding.get("text_sha256", ""),
            }
            for place, (coder, coding) in enumerate(readings.items())
        ],
        "disputed": disputed,
        "agreed": settle.agreed(codings),
        "reasons": [
            {"id": reason, "key": key} for reason, key in zip(settle.REASONS, questions.REASON_KEYS, strict=True)
        ],
        "evidence": {
            "offered": [found._asdict() for found in settle.supports(codings)],
            "own": {
                name: {"places": supported(name, variables), "answers": frames.get(name)}
                for name in ("event", *frames, *variables)
            },
            "text": settle.common_text(codings),
        },
    }


def _answers(coding: Record, disputed: list[str]) -> Record:
    """What a reading says where the readings differ, and its evidence for that."""
    return {
        place: {"value": value, "evidence": settle.evidence_at(coding, place)}
        for place in disputed
        if (value := answer(coding, place)) is not ABSENT
    }


def _labels(codebook: Record, spoken: str) -> Record:
    """Labels of what evidence can support."""
    entries = [*codebook["frames"], *codebook["variables"]]
    return {"event": said(codebook["event"]["labels"], spoken)} | {
        entry["id"]: said(entry["labels"], spoken) for entry in entries
    }


def _cues(codebook: Record) -> Record:
    frames = {f"f-{entry['id']}": entry["cues"] for entry in codebook["frames"]}
    return frames | {f"v-{entry['id']}": entry["cues"] for entry in codebook["variables"]}


def _events(events: list[Record], spoken: str) -> list[Record]:
    """Events as the search of the page lists them: umbrellas first, then by date, the background last."""
    places = {event["id"]: place for place, event in enumerate(events)}
    listed = [event for event in events if event["status"] != "withdrawn"]
    ordered = sorted(
        listed, key=lambda event: (event["kind"] != "umbrella", event["status"] == "background", event["date"])
    )
    return [
        {
            "id": event["id"],
            "label": said(event["labels"], spoken),
            "date": event["date"],
            "umbrella": event["kind"] == "umbrella",
            "place": places[event["id"]],
            "folded": catalogue.folded(" ".join([event["id"], event["date"], *event["labels"].values()])),
        }
        for event in ordered
    ]


def _source(sources: list[Record], article: Record) -> str:
    """The words by which its source cites an article; never the theme under which the source files it."""
    source = next((entry for entry in sources if entry["id"] == article["source"].get("cites")), None)
    if source is None:
        return ""
    note = next((entry for entry in source["notes"] if entry["note"] == article["source"].get("note")), None)
    return f"{source['title']}, {source['container']}" + (f": {note['cites']}" if note else "")


def _locator(article: Record) -> str:
    note = article["source"].get("note")
    return f"note {note}" if note else ""
