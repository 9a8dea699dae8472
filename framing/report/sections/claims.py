"""What the sources say of coverage and expectations in the aggregate."""

from collections.abc import Callable
from typing import Any

import polars as pl

from framing.analysis.claims import against_articles
from framing.analysis.reading import Reading
from framing.report.blocks import Anchor, Block, Line, Link, Paragraph, Section, Table, joined, line
from framing.report.context import Context, event_link, number
from framing.study.cldr import country

Record = dict[str, Any]

GROUPS = {
    "outlet": ("a paper", "of"),
    "press": ("the press", "of"),
    "officials": ("officials", "of"),
    "capital": ("the capital", "of"),
    "opinion": ("opinion", "in"),
}
APART = (
    "Claims of the source about coverage and expectations in the aggregate, in the coder’s words. They are kept apart from the "
    "articles and count in no figure. An article known through the source that makes the claim is not independent of it."
)
REASONS = {
    "no_such_source": "the study has no articles by those described",
    "whose_not_stated": "the source does not say whose press",
    "no_variable": "the claim names no value of the codebook that articles could have",
    "no_article": "no article by those described, in that period and on that matter, except from the passage itself",
    "unanswered": "no article has an answer",
    "second_hand": "the articles are known from descriptions, which cannot show what an article leaves out",
    "below_floor": "too few articles have an answer",
    "split": "as many articles agree as differ",
}


def claims_section(ctx: Context, title: str, concerned: Callable[[Record], bool]) -> Section | None:
    """The claims that concern a page; None where there is none."""
    blocks = claims_table(ctx, list(filter(concerned, ctx.corpus.registers["claims"])))
    return Section("claims", title, tuple(blocks)) if blocks else None


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
            line(claim["kind"]),
            _words(ctx, claim),
            place_line(claim),
            verdict_line(tests[claim["id"]]) if tests else line("nothing is coded under this reading"),
        )
        for claim in ordered
    )
    head = ("Period", "Who is described", "Kind", "Claim", "Where", "Against the articles")
    return [Paragraph(line(APART)), Table("", head, rows)]


def _tests(ctx: Context, claims: list[Record]) -> dict[str, Record]:
    """What became of each claim under the reading of the page; nothing where nothing is coded."""
    if not isinstance(ctx.whole, Reading):
        return {}
    wanted = ctx.corpus.tables.claims.filter(pl.col("claim").is_in([claim["id"] for claim in claims]))
    return {row["claim"]: row for row in against_articles(wanted, ctx.whole, ctx.events).iter_rows(named=True)}


def verdict_line(test: Record) -> Line:
    """What became of a claim, why, and the articles that answer."""
    answers = [
        line(number(len(test[key]), test[key]), f" {word}")
        for key, word in (("agree", "as claimed"), ("differ", "otherwise"))
        if test[key]
    ]
    known = f"; {test['same_source']} known only through the source that claims it" if test["same_source"] else ""
    reason = f": {REASONS[test['reason']]}" if test["reason"] else ""
    counts = line(" (", joined(answers), known, ")") if answers else ()
    return line(test["verdict"].replace("_", " "), reason, counts)


def quarters(period: Record) -> str:
    """A stretch of quarters.

    >>> quarters({"from": "2014Q1", "to": "2014Q1"}), quarters({"from": "2014Q1", "to": "2014Q3"})
    ('2014Q1', '2014Q1–2014Q3')
    """
    return period["from"] if period["from"] == period["to"] else f"{period['from']}–{period['to']}"


def described_line(ctx: Context, about: Record) -> Line:
    """Those whom a claim describes, and whether the study has articles by them."""
    if "outlet" in about:
        called, has_page = ctx.outlet(about["outlet"])["names"]["en"], about["outlet"] in ctx.outlets["outlet"]
        name: Line = line(Link(called, f"outlet-{about['outlet']}") if has_page else called)
    else:
        name = line(_called(about))
    return line(name, "" if about["in_study"] else "; no such source in the study")


def _called(about: Record) -> str:
    """Those described by a name or as a group, with their country where the source states it."""
    group, joint = GROUPS[about["group"]]
    whole = f"{group} {joint} {country(about['country'])}" if "country" in about else group
    if "name" in about:
        return f"{about['name']} ({whole})"
    return f"{whole[0].upper()}{whole[1:]}" + ("" if "country" in about else " (country not stated)")


def _words(ctx: Context, claim: Record) -> Line:
    events = joined([event_link(ctx, event) for event in claim["events"]], "; ")
    remark = f" Remark: {claim['remark']}" if "remark" in claim else ""
    return line(claim["words"], remark, *((" Events: ", events, ".") if events else ()))


def place_line(entry: Record) -> Line:
    """Where its source says it; notes lead to the ledger."""
    locator = entry["locator"]
    parts: list[str | Link] = [locator[key] for key in ("section", "place") if key in locator]
    if "note" in locator:
        parts.append(Link(f"note {locator['note']}", "ledger", f"{entry['source']}-{locator['note']}"))
    return joined(parts)
