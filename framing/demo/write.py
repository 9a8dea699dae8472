"""A simulated study whose truth is known: for learning, for benchmarks, and to test that measures find what was planted."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.demo.model import (  # fmt: skip
    CODERS,
    CUT_EVENT,
    EVENTS,
    FIRST,
    GENRES,
    KINDS,
    PAPERS,
    SAID,
    SCALES,
    SHARES,
    UMBRELLAS,
    UNRELIABLE,
    Truth,
    event_day,
    event_id,
    planted,
    simulated,
)
from framing.demo.texts import Text, placed
from framing.refusal import Refusal
from framing.study.canonical import as_file, as_line, key_order, ordered, write
from framing.study.levels import several
from framing.study.schema import FIXED, compiled_text, fixed, fixed_text, shipped

Record = dict[str, Any]

NAMED, TWICE = 0.5, 0.3
"""How often an article answers a question that several values can answer, and how often it then names two of them."""


PRACTISING: Record = {
    "id": "you",
    "kind": "person",
    "name": "whoever practises here",
    "languages": ["en"],
    "made": f"{SAID} This coder has coded nothing: it is there for whoever wants to practise.",
}

TOLD = {
    "ja": "模擬データ：このような記事、出来事、コーダーは実在せず、値はすべてプログラムが引いたものである。",
    "ru": "Смоделировано: таких статей, событий и кодировщиков нет; все значения выбрала программа. ",
}
"""The same in the languages in which the codebook has its texts."""


def write_demo(folder: Path, seed: int = 0) -> Refusal | None:
    """Writes a simulated study: five papers, 40 events under umbrellas, about 1,500 articles, three coders, and one to practise as.

    ``truth.json`` in the study says what was planted and what was not. Every record says that it is simulated. Twenty
    articles have an invented text in ``.framing/``, the private folder where the workbench looks for it: in Japanese, in
    Russian, or described in English. They are the queue of the coder who practises.

    Args:
        folder: a new or empty folder.
        seed: the same seed writes the same bytes.

    Returns:
        None, or the refusal ``folder_in_use``.

    >>> write_demo(Path(__file__).parent).code
    'folder_in_use'
    """
    if folder.exists() and any(folder.iterdir()):
        return Refusal("folder_in_use", f"{folder} is not empty.", "The name of a new or empty folder.")
    book: Record = json.loads(shipped("schemas").joinpath("codebook.json").read_text(encoding="utf-8"))
    rng = np.random.default_rng(seed)
    truth, texts = placed(simulated(rng))
    articles = list(_articles(truth))
    held = {articles[place]["id"]: text for place, text in texts.items()}
    for name, content in {**_schemas(book), **_registers(truth, sorted(held)), **_private(held)}.items():
        write(folder / name, content)
    write(folder / "coded/articles.jsonl", b"".join(map(as_line, articles)))
    own = np.random.default_rng([seed, len(SCALES)])
    sets = {entry["id"]: _sets(own, entry, len(articles)) for entry in book["variables"] if several(entry)}
    silent = {entry["id"]: entry["missing"][0] for entry in book["variables"]}
    for coder, error in CODERS.items():
        read = {name: _misread(own, answers, error) for name, answers in sets.items()}
        codings = zip(articles, _codings(rng, truth, error, silent, read), strict=True)
        lines = (
            as_line({"article": article["id"], "coder": coder, "codebook": book["version"]} | coding)
            for article, coding in codings
        )
        write(folder / f"coded/codings/{coder}.jsonl", b"".join(lines))
    write(folder / "truth.json", as_file(planted(seed)))
    return None


def _private(texts: dict[str, Text]) -> dict[str, bytes]:
    """The folder that never leaves a machine: texts, descriptions in English, and the settings that say where they are."""
    folders = {name: "descriptions" if text["language"] == "en" else "texts" for name, text in texts.items()}
    contents = {f".framing/{folders[name]}/{name}.txt": f"{text['text']}\n".encode() for name, text in texts.items()}
    places = {folder: f".framing/{folder}" for folder in ("texts", "descriptions")}
    return {".framing/.gitignore": b"*\n", ".framing/settings.json": as_file(places), **contents}


def _articles(truth: Truth) -> Iterator[Record]:
    for place, (paper, event, day, genre) in enumerate(zip(*(part.tolist() for part in truth[:4]), strict=True)):
        name, _, _, _, language, *_ = PAPERS[paper]
        published = (event_day(event) + timedelta(days=day)).isoformat()
        source: Record = {"basis": "primary_full", "cites": "simulation"}
        if place and place % 50 == 0 and (truth.paper[place - 1], truth.event[place - 1]) == (paper, event):
            source["bundle"] = f"agency-{place:04}"
        if (
            place % 50 == 49
            and place + 1 < len(truth.paper)
            and (truth.paper[place + 1], truth.event[place + 1]) == (paper, event)
        ):
            source["bundle"] = f"agency-{place + 1:04}"
        yield {
            "id": f"{name}-{published}-{place:04}",
            "outlet": name,
            "date": {"published": published, "status": "as_cited", "cited": published},
            "medium": "print",
            "page": str(1 + place % 12),
            "headline": {"en": f"Simulated headline {place}"},
            "language": language,
            "genre": GENRES[genre][0],
            "byline": [],
            "source": source,
            "note": SAID,
        }


def _sets(rng: np.random.Generator, variable: Record, articles: int) -> list[Any]:
    """What articles answer to a question that several values can answer: one or two of those that can stand together, or none."""
    values = [value["id"] for value in variable["values"] if not value.get("alone")]
    answered, sizes = rng.random(articles) < NAMED, 1 + (rng.random(articles) < TWICE)
    drawn = rng.random((articles, len(values))).argsort(axis=1)
    return [
        [values[place] for place in sorted(places[:size])] if given else variable["missing"][0]
        for given, size, places in zip(answered, sizes, drawn.tolist(), strict=True)
    ]


def _misread(rng: np.random.Generator, answers: list[Any], error: float) -> list[Any]:
    """The answers with those of other articles in their place at the stated rate."""
    n = len(answers)
    return [answers[place] for place in np.where(rng.random(n) < error, rng.permutation(n), np.arange(n))]


def _codings(
    rng: np.random.Generator, truth: Truth, error: float, silent: Record, sets: dict[str, list[Any]]
) -> Iterator[Record]:
    """How one coder reads the articles: another frame at the stated rate, another score or none at rates near it.

    ``silent`` is the answer to each question that the model says nothing of, ``sets`` what this coder answers to the questions
    that several values can answer.
    """
    n, frames = len(truth.frame), list(SHARES)
    shift = rng.integers(1, len(frames), n) * (rng.random(n) < error)
    primary = (truth.frame + shift) % len(frames)
    guessed = np.where(rng.random(truth.scores.shape) < error / 2, _redrawn(rng, truth), truth.scores)
    china, russian = list(SCALES).index("eval_china"), truth.paper == len(PAPERS) - 1
    guessed[china] = np.where(russian & (rng.random(n) < UNRELIABLE), _redrawn(rng, truth)[china], guessed[china])
    expressed = truth.expressed ^ (rng.random(truth.expressed.shape) < error / 4)
    second = np.where(rng.random(n) < error, primary, truth.second)
    for place in range(n):
        frame, other = frames[primary[place]], frames[second[place]]
        genre, voice = GENRES[truth.genre[place]]
        scores = {name: int(guessed[row, place]) for row, name in enumerate(SCALES) if expressed[row, place]}
        yield {
            "phase": "main",
            "coded_at": "2026-03-02T09:00:00Z",
            "minutes": 5 + place % 7,
            "event": {"id": event_id(int(truth.event[place])), "relation": _relation(int(truth.day[place]), genre)},
            "frames": {"primary": frame, "secondary": [other] if other != frame else []},
            "values": silent | scores | {"voice": voice} | {name: answers[place] for name, answers in sets.items()},
            "evidence": [{"supports": frame, "kind": "paraphrase", "text": "simulated: there is no text", "lang": "en", "locator": "none"}],
            "confidence": 3 if truth.frame[place] == primary[place] else 2,
            "memo": "simulated",
        }  # fmt: skip


def _redrawn(rng: np.random.Generator, truth: Truth) -> NDArray[np.int64]:
    """Scores of other articles: wrong, and yet with the same spread, so that guessing plants no difference."""
    return np.array([rng.permutation(row) for row in truth.scores])


def _relation(day: int, genre: str) -> str:
    return "previews" if day < 0 else "reports" if genre == "news" else "comments"


def _schemas(book: Record) -> dict[str, bytes]:
    title = {"en": "Simulated study", "ja": "模擬研究（架空のデータ）", "ru": "Смоделированное исследование"}
    changed = {"id": "simulated-study", "title": title, "purpose": f"{SAID} {book['purpose']}", "simulated": True}
    book = ordered(book | changed, key_order(fixed("codebook")))
    texts = {f"schemas/{kind}.schema.json": fixed_text(kind).encode() for kind in FIXED}
    texts |= {f"schemas/codebook.{language}.json": _told(language, said) for language, said in TOLD.items()}
    return texts | {"schemas/codebook.json": as_file(book), "schemas/coding.schema.json": compiled_text(book).encode()}


def _told(language: str, said: str) -> bytes:
    """The texts of the shipped codebook in another language, with what its purpose says first here."""
    told: Record = json.loads(shipped("schemas").joinpath(f"codebook.{language}.json").read_text(encoding="utf-8"))
    return as_file(told | {"purpose": f"{said}{told['purpose']}"})


def _registers(truth: Truth, read: list[str]) -> dict[str, bytes]:
    entries = {
        "outlets": [_outlet(*paper) for paper in PAPERS],
        "events": [*map(_umbrella, range(len(UMBRELLAS))), *map(_event, range(EVENTS))],
        "sources": [_source()],
        "searches": list(_searches(truth)),
        "coders": [
            {"id": name, "kind": "machine", "name": f"simulated coder {name}", "languages": ["ja", "ru"], "made": SAID}
            for name in CODERS
        ]
        + [PRACTISING | {"assigned": read}],
    }
    return {
        f"coded/{kind}.json": as_file({"$schema": f"../schemas/{kind}.schema.json", kind: listed})
        for kind, listed in entries.items()
    }


def _outlet(*paper: str) -> Record:
    name, own, english, short, language, country, ownership, owner, colour = paper
    return {
        "id": name, "panel": "core", "names": {"own": own, "romanised": english, "en": english, "short": short},
        "language": language, "country": country, "owner": "not part of the simulation", "ownership": ownership,
        "orientation": "unknown", "frequency": "daily", "colour": colour, "groups": {"owner_type": owner}, "described_by": SAID,
    }  # fmt: skip


def _umbrella(number: int) -> Record:
    span = f"{FIRST}/{event_day(EVENTS)}"
    changed = {
        "id": f"u-{UMBRELLAS[number]}",
        "labels": {"en": f"Simulated umbrella: {UMBRELLAS[number]}"},
        "kind": "umbrella",
    }
    return {
        key: value
        for key, value in (_event(number) | changed | {"date": span, "salience": 3}).items()
        if key != "part_of"
    }


def _event(number: int) -> Record:
    kind = KINDS[number % len(KINDS)]
    cut = {"cut": True} if number == CUT_EVENT else {}
    return {
        "id": event_id(number), "labels": {"en": f"Simulated {kind} {number + 1}"}, "kind": kind, "actors": ["JP", "RU"],
        "date": event_day(number).isoformat(), "status": "happened", "certainty": "unchecked", "date_source": "simulated",
        "part_of": f"u-{UMBRELLAS[number % len(UMBRELLAS)]}", "salience": 1 if number % 10 == 0 else 2, **cut, "note": SAID,
    }  # fmt: skip


def _source() -> Record:
    written = {"earliest": FIRST.isoformat(), "latest": "2026-03-01", "reason": "The bounds of the simulation."}
    return {
        "id": "simulation", "title": "Simulated archive", "container": "framing demo", "author": "a program", "published": "2026",
        "written": written, "language": "en", "sampling": "census", "sampling_note": SAID, "sections": [], "notes": [],
    }  # fmt: skip


def _searches(truth: Truth) -> Iterator[Record]:
    """Searches of most papers for most events; the rest stays unsearched."""
    found = {(int(paper), int(event)): 0 for paper in range(len(PAPERS)) for event in range(EVENTS)}
    for paper, event in zip(truth.paper.tolist(), truth.event.tolist(), strict=True):
        found[paper, event] += 1
    for (paper, event), count in found.items():
        if (paper + event) % 4 == 0 and not count:
            continue
        day = event_day(event)
        yield {
            "id": f"search-{PAPERS[paper][0]}-{event + 1:02}", "outlet": PAPERS[paper][0], "archive": "simulated archive",
            "query": "simulated", "from": (day - timedelta(days=3)).isoformat(), "to": (day + timedelta(days=7)).isoformat(),
            "found": count, "events": [event_id(event)], "searched_at": "2026-03-01", "searched_by": "simulated", "note": SAID,
        }  # fmt: skip
