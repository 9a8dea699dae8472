"""One article as a card: what was printed, how it was read, and what supports the reading."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from framing.analysis.choices import alone
from framing.analysis.reading import Reading
from framing.report.blocks import Card, Line, Link, Run, joined, line
from framing.report.context import Context, event_link, labelled, own_name, spelled_edtf
from framing.study.vocabulary import label

Record = dict[str, Any]
BASES = {
    "primary_full": "the article itself, in full",
    "primary_part": "part of the article itself",
    "translation": "a translation of the article",
    "secondary_paraphrase": "somebody's description; the article was not read",
}
RELATIONS = {"previews": "previews", "reports": "reports", "comments": "comments on", "looks_back": "looks back on"}


def cards(ctx: Context, names: Sequence[str]) -> tuple[Card, ...]:
    """The cards of some articles, in the order given, under the chosen reading."""
    evidence = _by_article(ctx.corpus.tables.evidence, names)
    if isinstance(ctx.told, Reading):
        articles, frames, values = (_by_article(table, names) for table in ctx.told[1:4])
    else:
        articles, frames, values = {}, {}, {}
    found = []
    for name in names:
        coding = articles[name][0] if name in articles else None
        given = _given(ctx, evidence.get(name, []))
        judgements = _judgements(ctx, coding, frames[name], values[name], given) if coding else []
        found.append(_card(ctx, name, judgements, _read(given, coding)))
    return tuple(found)


def headline(article: Record, *spellings: str) -> Line:
    """The headline as printed, followed by some of its other spellings; nothing where the article has none."""
    given = article["headline"] or {}
    shown = [Run(given["original"], article["language"])] if "original" in given else []
    return joined([*shown, *(f"“{given[key]}”" for key in spellings if key in given)], " · ")


def _given(ctx: Context, rows: list[Record]) -> list[Record]:
    """The evidence that counts, from the main phase and from adjudicators, with its ``phase``."""
    phased = [{**row, "phase": ctx.corpus.codings[(row["article"], row["coder"])]["phase"]} for row in rows]
    return [row for row in phased if row["phase"] in ("main", "adjudicated")]


def _read(given: list[Record], coding: Record | None) -> list[Record]:
    """Each piece of evidence for the reading once, with all coders who gave it; what was overruled supports nothing here."""
    chosen = coding["coders"].split() if coding else [row["coder"] for row in given]
    by: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in given:
        by.setdefault((row["supports"], row["text"]), {}).setdefault(row["phase"], []).append(row["coder"])
    pieces = {(row["supports"], row["text"]): row for row in given if row["coder"] in chosen}
    return [{**row, "coders": by[piece].get("main") or by[piece]["adjudicated"]} for piece, row in pieces.items()]


def _by_article(table: pl.DataFrame, names: Sequence[str]) -> dict[str, list[Record]]:
    """The rows of each article; one pass over the table, however many cards there are."""
    found = table.filter(pl.col("article").is_in(names))
    parts = found.partition_by("article", as_dict=True, maintain_order=True)
    return {str(name): rows.to_dicts() for (name,), rows in parts.items()}


def _card(ctx: Context, name: str, judgements: list[tuple[str, Line]], evidence: list[Record]) -> Card:
    article = ctx.corpus.articles[name]
    title = line(own_name(ctx.outlet(article["outlet"])), ", ", spelled_edtf(article["date"]["published"]))
    note = article.get("note", "")
    if reason := article.get("excluded_because"):
        note = f"Left out of frame analysis: {reason} {note}".strip()
    facts = (*_bibliography(article, ctx.corpus.codebook), *judgements)
    return Card(name, title, facts, tuple(_evidence(ctx, evidence)), line(note) if note else ())


def _bibliography(article: Record, codebook: Record) -> list[tuple[str, Line]]:
    facts: list[tuple[str, Line]] = []
    if article["headline"]:
        facts.append(("Headline", headline(article, "romanised", "en")))
    if article["byline"]:
        facts.append(("By", joined([_person(person, article["language"]) for person in article["byline"]])))
    facts.append(("Genre", line(label(codebook, "genres", article["genre"]))))
    if article["page"] != "unknown":
        facts.append(("Page", line(article["page"])))
    dated = article["date"]
    if dated["status"] != "as_cited":
        words = "cited as" if dated["status"] == "resolved" else "date uncertain, cited as"
        facts.append(("Date", line(f"{words} {spelled_edtf(dated['cited'])}. {dated['reason']}")))
    source = article["source"]
    facts.append(("Known from", line(BASES[source["basis"]])))
    if "note" in source:
        facts.append(("Source", (Link(f"note {source['note']}", "ledger", f"{source['cites']}-{source['note']}"),)))
    return facts


def _judgements(
    ctx: Context, coding: Record, frames: list[Record], values: list[Record], given: list[Record]
) -> list[tuple[str, Line]]:
    secondary = [row["frame"] for row in frames if row["role"] == "secondary"]
    facts: list[tuple[str, Line]] = []
    if coding["event"] is not None:
        facts.append(("Event", line(f"{RELATIONS[coding['relation']]} ", event_link(ctx, coding["event"]))))
    if coding["others"]:
        facts.append(("Also names", joined([event_link(ctx, event) for event in coding["others"]])))
    facts.append(("Primary frame dimension", (Run(ctx.frame_label(coding["primary"]), "", strong=True),)))
    if secondary:
        facts.append(("Secondary", line(", ".join(ctx.frame_label(frame) for frame in secondary))))
    labels = labelled(ctx.corpus.codebook["variables"])
    silent: dict[str, list[str]] = {}
    for variable, rows in groupby(values, key=itemgetter("variable")):
        said = list(rows)
        if said[0]["missing"] is None:
            counted = "" if ctx.choices.ground == "inferred" else ", not counted"
            inferred = f" (inferred from the description{counted})" if said[0]["ground"] == "inferred" else ""
            answers = ctx.answer_label(variable, [row["value"] for row in said])
            facts.append((labels[variable], line(answers + inferred)))
        else:
            silent.setdefault(said[0]["missing"], []).append(labels[variable])
    for missing, names in silent.items():
        facts.append((missing.replace("_", " ").capitalize(), line(", ".join(names))))
    facts.append(("Coder’s confidence", line(f"{coding['confidence']} of 3")))
    facts.append(
        (
            "Coded by",
            line(_coded_by(coding, dict.fromkeys(row["coder"] for row in given if row["phase"] == "main"))),
        )
    )
    return facts


def _coded_by(coding: Record, independent: Iterable[str]) -> str:
    if coding["settled"] == "adjudicated":
        return f"{', '.join(independent)}; settled by {coding['coders'].replace(' ', ', ')}"
    coders = coding["coders"].replace(" ", ", ")
    if one := alone(coding["settled"]):
        return coders if coding["coders"] == one.coder else f"{coders}; without a majority, {one.coder} decides"
    return f"{coders}; {coding['settled']}"


def _evidence(ctx: Context, rows: list[Record]) -> list[Line]:
    labels = dict(labelled(ctx.corpus.codebook["frames"])) | dict(labelled(ctx.corpus.codebook["variables"]))
    labels["event"] = "Event"
    return [
        line(
            f"{labels[row['supports']]}: ",
            Run(f"“{row['text']}”" if row["kind"] == "quote" else row["text"], row["lang"]),
            f" — {row['en']}" if row["en"] else "",
            f" ({', '.join(row['coders'])}" + (f"; {row['locator']})" if row["locator"] else ")"),
        )
        for row in rows
    ]


def _person(person: Record, language: str) -> Line:
    """A name in Latin letters, in its own script, or in both."""
    own = [Run(person["own"], language)] if "own" in person else []
    return joined([*([person["en"]] if "en" in person else []), *own], " ")
