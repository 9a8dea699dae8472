"""The pages of the workbench: what they show, in the coder's language."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from framing.study import settle
from framing.study.answers import ABSENT, answer, supported
from framing.study.faults import Fault
from framing.study.schema import CHARACTERS, UNSPACED, WORDS
from framing.study.vocabulary import label
from framing.words import FIRST, languages, words
from framing.workbench import questions
from framing.workbench.desk import catalogue, dates, intake
from framing.workbench.desk.catalogue import Row
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.settings import THEMES
from framing.workbench.desk.store import Working
from framing.workbench.desk.texts import Text
from framing.workbench.questions import said
from framing.workbench.web import statics

Record = dict[str, Any]
BEGINS = {"article.html.j2": "desk.js", "queue.html.j2": "queue.js", "new.html.j2": "intake.js"}
"""The module that a page begins with."""
NO_HEADLINE = {"original": "", "romanised": "", "en": ""}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("framing.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["query"] = lambda asked, **changes: urlencode({**asked, **changes})
    return environment


def language(desk: Desk) -> str:
    """The language that this coder has chosen for the interface."""
    return desk.settings().language.get(desk.coder, FIRST)


def _page(desk: Desk, template: str, content: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    spoken = language(desk)
    codebook = desk.ground().codebook
    around = {
        "w": words("workbench", spoken),
        "language": spoken,
        "languages": languages(),
        "theme": desk.settings().theme.get(desk.coder, THEMES[0]),
        "themes": THEMES,
        "study_id": codebook["id"],
        "study": said(codebook["title"], spoken),
        "version": codebook["version"],
        "coder": desk.coder,
        "adjudicates": desk.adjudicates(),
        "exception": desk.exception(),
        "notices": list(desk.notices()),
        "modules": statics.modules(BEGINS[template]) if template in BEGINS else (),
    }
    return HTMLResponse(_environment().get_template(template).render(**around, **content), status)


def message(desk: Desk, word: str, status: int) -> HTMLResponse:
    """A page that says why there is no other."""
    return _page(desk, "message.html.j2", {"text": words("workbench", language(desk))[word]}, status)


def failure(desk: Desk, word: str, detail: str, typed: Mapping[str, str]) -> HTMLResponse:
    """The page for when the study cannot be read, and no other can be made; what was typed can be sent again from it.

    Args:
        desk: who asks.
        word: what has failed.
        detail: where and why.
        typed: answers of the form for a new article; empty on any other page.
    """
    content = {
        "w": words("workbench", language(desk)),
        "word": word,
        "detail": detail,
        "typed": typed,
        "language": language(desk),
    }
    return HTMLResponse(_environment().get_template("bare.html.j2").render(content), 500)


def queue(desk: Desk, asked: Mapping[str, str]) -> HTMLResponse:
    """The list of a coder's articles.

    Args:
        desk: whose.
        asked: state, outlet, q and page, each perhaps empty.
    """
    listed, states = desk.listed(), desk.store().states()
    outlets = desk.ground().registers["outlets"]
    fitting = list(catalogue.fitting(listed, states, catalogue.outlet_names(outlets), asked))
    number = int(asked["page"]) if re.fullmatch("[0-9]{1,6}", asked["page"]) else 1
    page = catalogue.page(fitting, number)
    content = {
        "asked": {name: value for name, value in asked.items() if name != "page"},
        "page": page,
        "counts": catalogue.counts(listed, states),
        "outlets": {outlet["id"]: _outlet(outlet) for outlet in outlets},
        "tabs": ("", "open", *catalogue.STATES),
        "disputes": _disputes(desk, page) if desk.adjudicates() else {},
    }
    return _page(desk, "queue.html.j2", content)


def _disputes(desk: Desk, page: catalogue.Page) -> dict[str, list[str]]:
    """By article, what its readings do not share, in words."""
    codebook, spoken = desk.ground().codebook, language(desk)
    labels = {asked.pointer: asked.label for asked in questions.questions(codebook, spoken, words("workbench", spoken))}
    return {
        row.id: [labels[found.pointer] for found in settle.questions(list(desk.readings(row.id).values()))]
        for row, _ in page.rows
    }


def _outlet(outlet: Record) -> Record:
    names = outlet["names"]
    return {"own": names["own"], "lang": outlet["language"], "colour": outlet.get("colour", "#888888")}


def article(desk: Desk, name: str) -> HTMLResponse:
    """The page on which one article is coded, or settled."""
    spoken, ground, found = language(desk), desk.ground(), desk.article(name).record
    shown = words("workbench", spoken)
    working, readings = desk.store().working(name), desk.readings(name)
    text = desk.text(name)
    content = {
        "article": {**found, "headline": {**NO_HEADLINE, **found["headline"]}},
        "genre": label(ground.codebook, "genres", found["genre"], spoken),
        "private": text if isinstance(text, Text) else None,
        "unread": text if isinstance(text, Fault) else None,
        "outlet": next(
            (_outlet(entry) for entry in ground.registers["outlets"] if entry["id"] == found["outlet"]), None
        ),
        "source": _source(ground.registers["sources"], found),
        "date": dates.echoed(found["date"]["published"], spoken),
        "handbook": questions.handbook(ground.codebook, spoken, shown),
        "handed": {
            "article": name,
            **_around(desk, shown, bool(readings)),
            "articleLanguage": found["language"],
            **_standing(desk, name, working, readings),
            **_text(text),
            "locator": _locator(found),
            **_settling(ground.codebook, readings),
        },
        "readings": readings,
        "broken": working.broken,
    }
    return _page(desk, "article.html.j2", content)


def _around(desk: Desk, shown: Mapping[str, str], settling: bool) -> Record:
    """What a page has for its script whatever the article: who, in which words, and what can be answered."""
    spoken, ground = language(desk), desk.ground()
    asked = questions.questions(ground.codebook, spoken, shown)
    return {
        "coder": desk.coder,
        "folder": sha256(str(desk.root.resolve()).encode()).hexdigest()[:16],
        "codebook": ground.codebook["version"],
        "language": spoken,
        "words": shown,
        "questions": [asdict(question) for question in asked if not (settling and question.id == "phase")],
        "labels": _labels(ground.codebook, spoken),
        "cues": _cues(ground.codebook),
        "events": _events(ground.registers["events"], spoken),
        "limits": {"words": WORDS, "characters": CHARACTERS, "unspaced": sorted(UNSPACED)},
    }


def _standing(desk: Desk, name: str, working: Working, readings: Mapping[str, Record]) -> Record:
    """The record to go on with, and what is wrong and open in it."""
    start = desk.going_on(name, working) or _begun(desk, readings)
    judged = desk.verdict(name, start if working.final else desk.assembled(name, start))
    return {
        "record": {key: value for key, value in start.items() if not key.startswith("$")},
        "state": working.state,
        "final": working.final,
        "etag": working.etag,
        "faults": [{"pointer": fault.pointer, "rule": fault.rule, "message": fault.message} for fault in judged.faults],
        "unanswered": judged.unanswered,
    }


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
    """Events as the search of the page lists them: umbrellas first, then by date."""
    ordered = sorted(events, key=lambda event: (event["kind"] != "umbrella", event["date"]))
    return [
        {
            "id": event["id"],
            "label": said(event["labels"], spoken),
            "date": event["date"],
            "umbrella": event["kind"] == "umbrella",
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


def new(
    desk: Desk, given: Mapping[str, str], faults: Mapping[str, str], same: list[Row], failed: str = ""
) -> HTMLResponse:
    """The form for a new article.

    Args:
        desk: who asks.
        given: what was typed before.
        faults: a sentence per field.
        same: articles that may be the one that is being added.
        failed: why the article could not be written; empty when that was not tried.
    """
    ground, spoken = desk.ground(), language(desk)
    content = {
        "given": {name: given.get(name, "") for name in intake.FIELDS},
        "faults": faults,
        "same": same,
        "failed": failed,
        "outlets": ground.registers["outlets"],
        "sources": ground.registers["sources"],
        "genres": intake.genres(ground, spoken),
        "media": [(name, words("workbench", spoken)[f"medium_{name}"]) for name in intake.MEDIA],
        "bases": [(name, words("workbench", spoken)[f"basis_{name}"]) for name in intake.BASES],
        "echo": dates.echoed(dates.parsed(given.get("date", "")) or "", spoken),
        "date_wrong": dates.complaint(given["date"], spoken, words("workbench", spoken)) if given.get("date") else "",
    }
    return _page(desk, "new.html.j2", content, 507 if failed else 422 if faults or same else 200)
