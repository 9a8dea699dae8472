"""One article as a card: what was printed, how it was read, and what supports the reading."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from framing.analysis.choices import alone
from framing.analysis.reading import Reading
from framing.report.blocks import Card, Inline, Line, Link, Run, joined, line
from framing.report.context import Context, event_link, labelled, own_name, spelled_edtf
from framing.report.names import in_english
from framing.report.sections.readings import rule_called
from framing.study.vocabulary import label

Record = dict[str, Any]


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


def headline(ctx: Context, article: Record, *spellings: str) -> Line:
    """The headline as printed, followed by some of its other spellings where the page is not in its language."""
    given = article["headline"] or {}
    shown: list[Inline | Line] = [Run(given["original"], article["language"])] if "original" in given else []
    if not shown or article["language"] != ctx.language:
        quoted = [in_english(given[key], ctx.language) for key in spellings if key in given]
        shown += [ctx.say("records-quoted", text=text) for text in quoted]
    return joined(shown, " · ")


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
    published = spelled_edtf(article["date"]["published"], ctx.language)
    title = ctx.say("card-title", outlet=own_name(ctx.outlet(article["outlet"]), ctx.language), day=published)
    notes: list[Inline | Line] = []
    if reason := article.get("excluded_because"):
        notes.append(ctx.say("card-excluded", reason=in_english(reason, ctx.language)))
    if note := article.get("note"):
        notes.append(in_english(note, ctx.language))
    facts = [(ctx.say.text(f"card-{fact}"), told) for fact, told in _bibliography(ctx, article)]
    return Card(name, title, (*facts, *judgements), tuple(_evidence(ctx, evidence)), joined(notes, " "))


def _bibliography(ctx: Context, article: Record) -> Iterator[tuple[str, Line]]:
    """What is known of the article itself, by the name of the fact."""
    say, codebook = ctx.say, ctx.corpus.codebook
    if article["headline"]:
        yield "headline", headline(ctx, article, "romanised", "en")
    if article["byline"]:
        yield "by", joined([_person(person, article["language"]) for person in article["byline"]], _comma(ctx))
    yield "genre", line(label(codebook, "genres", article["genre"], ctx.language))
    if article["page"] != "unknown":
        yield "page", line(article["page"])
    dated = article["date"]
    if dated["status"] != "as_cited":
        cited, reason = spelled_edtf(dated["cited"], ctx.language), in_english(dated["reason"], ctx.language)
        yield "date", say("card-cited", status=dated["status"], cited=cited, reason=reason)
    source = article["source"]
    yield "known-from", say("card-basis", basis=source["basis"])
    if "note" in source:
        place = f"{source['cites']}-{source['note']}"
        yield "source", (Link(say.text("card-note", note=str(source["note"])), "ledger", place),)


def _judgements(
    ctx: Context, coding: Record, frames: list[Record], values: list[Record], given: list[Record]
) -> list[tuple[str, Line]]:
    """How the article is read, each judgement with what it is called."""
    say, facts = ctx.say, list[tuple[str, Line]]()
    secondary = [ctx.frame_label(row["frame"]) for row in frames if row["role"] == "secondary"]
    if coding["event"] is not None:
        related = say("card-relation", relation=coding["relation"], event=event_link(ctx, coding["event"]))
        facts.append((say.text("card-event"), related))
    if coding["others"]:
        others = joined([event_link(ctx, event) for event in coding["others"]], _comma(ctx))
        facts.append((say.text("card-others"), others))
    facts.append((say.text("card-primary"), (Run(ctx.frame_label(coding["primary"]), "", strong=True),)))
    if secondary:
        facts.append((say.text("card-secondary"), joined(secondary, _comma(ctx))))
    facts += _values(ctx, values)
    independent = dict.fromkeys(row["coder"] for row in given if row["phase"] == "main")
    facts.append((say.text("card-confidence"), say("card-of-three", confidence=coding["confidence"])))
    facts.append((say.text("card-coded-by"), _coded_by(ctx, coding, independent)))
    return facts


def _values(ctx: Context, values: list[Record]) -> Iterator[tuple[str, Line]]:
    """The answers to each variable, then the variables without an answer, by reason."""
    labels = labelled(ctx.corpus.codebook["variables"], ctx.language)
    silent: dict[str, list[str]] = {}
    for variable, rows in groupby(values, key=itemgetter("variable")):
        said = list(rows)
        if said[0]["missing"] is not None:
            silent.setdefault(said[0]["missing"], []).append(labels[variable])
            continue
        answer = ctx.answer_label(variable, [row["value"] for row in said])
        counted = "card-inferred" if ctx.choices.ground == "inferred" else "card-inferred-uncounted"
        yield labels[variable], ctx.say(counted, answer=answer) if said[0]["ground"] == "inferred" else line(answer)
    reasons = labelled(ctx.corpus.codebook["missing"], ctx.language)
    yield from ((reasons[missing], joined(names, _comma(ctx))) for missing, names in silent.items())


def _coded_by(ctx: Context, coding: Record, independent: Iterable[str]) -> Line:
    say, coders = ctx.say, joined(coding["coders"].split(), _comma(ctx))
    if coding["settled"] == "adjudicated":
        return say("card-settled", coders=joined(independent, _comma(ctx)), by=coders)
    if one := alone(coding["settled"]):
        return coders if coding["coders"] == one.coder else say("card-tie", coders=coders, by=one.coder)
    return say("card-read", coders=coders, rule=rule_called(ctx, coding["settled"]))


def _comma(ctx: Context) -> str:
    return ctx.say.text("list-comma")


def _evidence(ctx: Context, rows: list[Record]) -> list[Line]:
    entries = [*ctx.corpus.codebook["frames"], *ctx.corpus.codebook["variables"]]
    labels = {**labelled(entries, ctx.language), "event": ctx.say.text("card-event")}
    return [
        ctx.say("card-evidence", judgement=labels[row["supports"]], text=_supporting(ctx, row, _comma(ctx)))
        for row in rows
    ]


def _supporting(ctx: Context, row: Record, comma: str) -> Line:
    """A piece of evidence, in English too where the page is not in its language, and who gave it from where."""
    said = line(Run(f"“{row['text']}”" if row["kind"] == "quote" else row["text"], row["lang"]))
    if row["en"] and row["lang"] != ctx.language:
        said = line(said, " — ", in_english(row["en"], ctx.language))
    given = comma.join(row["coders"]) + (f"; {row['locator']}" if row["locator"] else "")
    return ctx.say("card-evidence-from", text=said, **{"from": given})


def _person(person: Record, language: str) -> Line:
    """A name in Latin letters, in its own script, or in both."""
    own = [Run(person["own"], language)] if "own" in person else []
    return joined([*([person["en"]] if "en" in person else []), *own], " ")
