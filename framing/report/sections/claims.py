"""What the sources say of coverage and expectations in the aggregate."""

from collections.abc import Callable
from typing import Any

import polars as pl

from framing.analysis.claims import against_articles
from framing.analysis.reading import Reading
from framing.report.blocks import Anchor, Block, Inline, Line, Link, Paragraph, Section, Table, joined, line
from framing.report.context import Context, event_link
from framing.report.names import country_name, in_english
from framing.report.speech import Count, Speech

Record = dict[str, Any]


def claims_section(ctx: Context, title: str, concerned: Callable[[Record], bool]) -> Section | None:
    """The claims that concern a page, under the message of their title; None where there is none."""
    blocks = claims_table(ctx, list(filter(concerned, ctx.corpus.registers["claims"])))
    return Section("claims", ctx.say.text(title), tuple(blocks), language=ctx.language) if blocks else None


def claims_table(ctx: Context, claims: list[Record]) -> list[Block]:
    """A table with a row per claim, in the order of its periods; nothing where there is no claim."""
    if not claims:
        return []
    tests = _tests(ctx, claims)
    ordered = sorted(claims, key=lambda claim: (claim["period"]["from"], claim["period"]["to"]))
    rows = tuple(
        (
            (Anchor(quarters(claim["period"]), f"claim-{claim['id']}"),),
            described_line(ctx, claim["about"]),
            ctx.say("claims-kind", kind=claim["kind"]),
            _words(ctx, claim),
            place_line(ctx, claim),
            verdict_line(ctx.say, tests[claim["id"]]) if tests else ctx.say("claims-nothing-coded"),
        )
        for claim in ordered
    )
    heads = ("period", "described", "sort", "claim", "where", "tested")
    head = tuple(ctx.say.text(f"claims-head-{name}") for name in heads)
    return [Paragraph(ctx.say("claims-apart")), Table("", head, rows)]


def _tests(ctx: Context, claims: list[Record]) -> dict[str, Record]:
    """What became of each claim under the reading of the page; nothing where nothing is coded."""
    if not isinstance(ctx.whole, Reading):
        return {}
    wanted = ctx.corpus.tables.claims.filter(pl.col("claim").is_in([claim["id"] for claim in claims]))
    return {row["claim"]: row for row in against_articles(wanted, ctx.whole, ctx.events).iter_rows(named=True)}


def verdict_line(say: Speech, test: Record) -> Line:
    """What became of a claim, why, and the articles that answer."""
    verdict: Line = say("claims-verdict", verdict=test["verdict"])
    if test["reason"]:
        verdict = say(
            "claims-verdict-because", verdict=verdict, reason=say(f"claims-{test['reason'].replace('_', '-')}")
        )
    counts = [
        say(f"claims-articles-{key}", articles=Count(len(test[key]), tuple(test[key])))
        for key in ("agree", "differ")
        if test[key]
    ]
    if not counts:
        return verdict
    told = joined(counts, say.text("shared-between-names"))
    if test["same_source"]:
        return say("claims-counted-same-source", verdict=verdict, counts=told, known=test["same_source"])
    return say("claims-counted", verdict=verdict, counts=told)


def quarters(period: Record) -> str:
    """A stretch of quarters.

    >>> quarters({"from": "2014Q1", "to": "2014Q1"}), quarters({"from": "2014Q1", "to": "2014Q3"})
    ('2014Q1', '2014Q1–2014Q3')
    """
    return period["from"] if period["from"] == period["to"] else f"{period['from']}–{period['to']}"


def described_line(ctx: Context, about: Record) -> Line:
    """Those whom a claim describes, and whether the study has articles by them."""
    if "outlet" in about:
        called, has_page = ctx.outlet_name(about["outlet"]), about["outlet"] in ctx.outlets["outlet"]
        name: Line = (Link(called, f"outlet-{about['outlet']}") if has_page else called,)
    else:
        name = _called(ctx, about)
    return name if about["in_study"] else ctx.say("claims-not-in-study", described=name)


def _called(ctx: Context, about: Record) -> Line:
    """Those described by a name or as a group, with their country where the source states it."""
    told = {"group": about["group"]}
    if "country" in about:
        told["country"] = country_name(about["country"], ctx.language)
    if "name" in about:
        name = in_english(about["name"], ctx.language)
        return ctx.say("claims-named-of" if "country" in about else "claims-named", name=name, **told)
    return ctx.say("claims-group-of" if "country" in about else "claims-group", **told)


def _words(ctx: Context, claim: Record) -> Line:
    """What is claimed, in the coder's words, with a remark and the events that it is about."""
    say, told = ctx.say, [line(in_english(claim["words"], ctx.language))]
    if "remark" in claim:
        told.append(say("claims-remark", remark=in_english(claim["remark"], ctx.language)))
    if claim["events"]:
        events = [event_link(ctx, event) for event in claim["events"]]
        told.append(say("claims-events", events=joined(events, say.text("shared-separator"))))
    return joined(told, " ")


def place_line(ctx: Context, entry: Record) -> Line:
    """Where its source says it, a section by its quarter; notes lead to the ledger."""
    say, locator = ctx.say, entry["locator"]
    source = next(one for one in ctx.corpus.registers["sources"] if one["id"] == entry["source"])
    quarters_of = {section["id"]: section["quarter"] for section in source["sections"]}
    parts: list[Inline] = [quarters_of[locator["section"]]] if "section" in locator else []
    parts += [in_english(locator["place"], ctx.language)] if "place" in locator else []
    if "note" in locator:
        called = say.text("claims-note", note=str(locator["note"]))
        parts.append(Link(called, "ledger", f"{entry['source']}-{locator['note']}"))
    return joined(parts, say.text("shared-between-names"))
