"""One article as a card: what was printed, how it was read, and what supports the reading."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from framing.analysis.choices import alone
from framing.analysis.reading import Reading
from framing.report.blocks import Card, Inline, Line, Link, Run, joined, line
from framing.report.context import Context, event_link
from framing.report.days import spelled_out
from framing.report.names import in_english, own_name
from framing.report.speech import speech
from framing.study.vocabulary import label

Record = dict[str, Any]


def cards(ctx: Context, names: Sequence[str]) -> tuple[Card, ...]:
    """The cards of some articles, in the order given, under the chosen reading."""
    evidence = _by_article(_given(ctx, names))
    articles, frames, values = _told(ctx, names)
    found = []
    for name in names:
        coding = articles[name][0] if name in articles else None
        given = evidence.get(name, [])
        judgements = list(_judgements(ctx, coding, frames[name], values[name], given)) if coding else []
        found.append(_card(ctx, name, judgements, _read(given, coding)))
    return tuple(found)


def headline(article: Record, language: str, *spellings: str) -> Line:
    """The headline as printed, for readers of another language with some of its other spellings; nothing without a headline."""
    given = article["headline"] or {}
    shown = [Run(given["original"], article["language"])] if "original" in given else []
    others = [key for key in spellings if key in given and not (shown and article["language"] == language)]
    return joined([*shown, *(_spelling(key, f"“{given[key]}”", language) for key in others)], " · ")


def _spelling(key: str, text: str, language: str) -> Inline:
    return in_english(text, language) if key == "en" else text


def _given(ctx: Context, names: Sequence[str]) -> pl.DataFrame:
    """The evidence on some articles that counts, from the main phase and from adjudicators, with its ``phase``."""
    tables = ctx.corpus.tables
    phases = tables.codings.select("article", "coder", "phase").filter(pl.col("phase").is_in(["main", "adjudicated"]))
    return _on(tables.evidence, names).join(phases, on=["article", "coder"], how="inner", maintain_order="left")


def _told(ctx: Context, names: Sequence[str]) -> tuple[dict[str, list[Record]], ...]:
    """How some articles were read: what is said of each as a whole, its frames and its values."""
    if not isinstance(ctx.told, Reading):
        return {}, {}, {}
    return tuple(_by_article(_on(table, names)) for table in ctx.told[1:4])


def _on(table: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    return table.filter(pl.col("article").is_in(names))


def _read(given: list[Record], coding: Record | None) -> list[Record]:
    """Each piece of evidence for the reading once, with all coders who gave it; what was overruled supports nothing here."""
    chosen = coding["coders"].split() if coding else [row["coder"] for row in given]
    by: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in given:
        by.setdefault((row["supports"], row["text"]), {}).setdefault(row["phase"], []).append(row["coder"])
    pieces = {(row["supports"], row["text"]): row for row in given if row["coder"] in chosen}
    return [{**row, "coders": by[piece].get("main") or by[piece]["adjudicated"]} for piece, row in pieces.items()]


def _by_article(table: pl.DataFrame) -> dict[str, list[Record]]:
    """The rows of each article, of which there may be many."""
    found: dict[str, list[Record]] = {}
    for row in table.iter_rows(named=True):
        found.setdefault(row["article"], []).append(row)
    return found


def _card(ctx: Context, name: str, judgements: list[tuple[str, Line]], evidence: list[Record]) -> Card:
    article = ctx.corpus.articles[name]
    paper = own_name(ctx.say, ctx.outlet(article["outlet"]))
    title = ctx.say("cards-title", paper=paper, date=spelled_out(ctx.say, article["date"]["published"]))
    notes: list[Inline | Line] = [in_english(article["note"], ctx.language)] if article.get("note") else []
    if reason := article.get("excluded_because"):
        notes = [ctx.say("cards-excluded", reason=in_english(reason, ctx.language)), *notes]
    facts = (*_bibliography(ctx, article), *judgements)
    return Card(name, title, facts, tuple(_evidence(ctx, evidence)), joined(notes, " "))


def _bibliography(ctx: Context, article: Record) -> Iterator[tuple[str, Line]]:
    """What was printed where and when, and how it is known."""
    say = ctx.say
    if article["headline"]:
        yield say.text("cards-headline"), headline(article, ctx.language, "romanised", "en")
    if article["byline"]:
        names = [_person(ctx, person, article["language"]) for person in article["byline"]]
        yield say.text("cards-by"), joined(names, say.text("shared-between-names"))
    yield say.text("cards-genre"), line(label(ctx.corpus.codebook, "genres", article["genre"], ctx.language))
    if article["page"] != "unknown":
        yield say.text("cards-page"), line(article["page"])
    dated, source = article["date"], article["source"]
    if dated["status"] != "as_cited":
        cited, reason = spelled_out(say, dated["cited"]), in_english(dated["reason"], ctx.language)
        yield say.text("cards-date"), say("cards-cited", status=dated["status"], date=cited, reason=reason)
    yield say.text("cards-known"), say("cards-basis", basis=source["basis"])
    if "note" in source:
        note = say.text("claims-note", note=str(source["note"]))
        yield say.text("cards-source"), (Link(note, "ledger", f"{source['cites']}-{source['note']}"),)


def _judgements(
    ctx: Context, coding: Record, frames: list[Record], values: list[Record], given: list[Record]
) -> Iterator[tuple[str, Line]]:
    """How the article was read: event, frames, values, and by whom."""
    say, comma = ctx.say, ctx.say.text("shared-between-names")
    if coding["event"] is not None:
        about = say("cards-about", relation=coding["relation"], event=event_link(ctx, coding["event"]))
        yield say.text("cards-event"), about
    if coding["others"]:
        named = [event_link(ctx, event) for event in coding["others"]]
        yield say.text("cards-others"), joined(named, say.text("shared-separator"))
    yield say.text("cards-primary"), (Run(ctx.frame_label(coding["primary"]), "", strong=True),)
    secondary = [ctx.frame_label(row["frame"]) for row in frames if row["role"] == "secondary"]
    if secondary:
        yield say.text("cards-secondary"), joined(secondary, comma)
    yield from _answers(ctx, values)
    yield say.text("cards-confidence"), say("cards-confidence-level", level=coding["confidence"], of=3)
    independent = dict.fromkeys(row["coder"] for row in given if row["phase"] == "main")
    yield say.text("cards-coded"), _coded_by(ctx, coding, list(independent))


def _answers(ctx: Context, values: list[Record]) -> Iterator[tuple[str, Line]]:
    """The answer to each variable that has one, then the variables without, by the reason."""
    silent: dict[str, list[str]] = {}
    for variable, rows in groupby(values, key=itemgetter("variable")):
        said, name = list(rows), ctx.style.variables[variable]
        if said[0]["missing"] is not None:
            silent.setdefault(said[0]["missing"], []).append(name)
            continue
        answers = line(ctx.answer_label(variable, [row["value"] for row in said]))
        if said[0]["ground"] == "inferred":
            counted = "cards-inferred" if ctx.choices.ground == "inferred" else "cards-inferred-not-counted"
            answers = ctx.say(counted, answers=answers)
        yield name, answers
    for missing, names in silent.items():
        yield ctx.style.missing[missing], joined(names, ctx.say.text("shared-between-names"))


def _coded_by(ctx: Context, coding: Record, independent: Sequence[str]) -> Line:
    say, comma = ctx.say, ctx.say.text("shared-between-names")
    coders = joined(coding["coders"].split(), comma)
    if coding["settled"] == "adjudicated":
        return say("cards-settled", coders=joined(independent, comma), adjudicators=coders)
    if one := alone(coding["settled"]):
        return coders if coding["coders"] == one.coder else say("cards-decides", coders=coders, coder=one.coder)
    return say("cards-majority", coders=coders)


def _evidence(ctx: Context, rows: list[Record]) -> list[Line]:
    labels = {**ctx.style.frames, **ctx.style.variables, "event": ctx.say.text("cards-event")}
    return [
        ctx.say(
            "cards-evidence",
            supports=labels[row["supports"]],
            text=line(
                Run(f"“{row['text']}”" if row["kind"] == "quote" else row["text"], row["lang"]),
                line(" — ", in_english(row["en"], ctx.language)) if row["en"] else (),
            ),
            by=_given_by(ctx.language, tuple(row["coders"]), row["locator"]),
        )
        for row in rows
    ]


@lru_cache(maxsize=10_000)
def _given_by(language: str, coders: Sequence[str], place: str | None) -> Line:
    """Who gave a piece of evidence, and where it stands, which much of it shares."""
    say = speech(language)
    named = joined(coders, say.text("shared-between-names"))
    if not place:
        return named
    return say("cards-given-at", coders=named, place=in_english(place, language))


def _person(ctx: Context, person: Record, language: str) -> Line:
    """A name in its own script, and in Latin letters for readers of another language."""
    own = [Run(person["own"], language)] if "own" in person else []
    latin = [person["en"]] if "en" in person and not (own and language == ctx.language) else []
    return joined([*latin, *own], " ")
