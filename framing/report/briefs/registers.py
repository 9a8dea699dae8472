"""The pages without findings, in brief: questions, reliability, records, the ledger and the handbook."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from framing.agreement.verdicts import RELY, TENTATIVE
from framing.analysis.questions import Answer, tally
from framing.analysis.reading import Reading
from framing.refusal import Refusal
from framing.report.blocks import Section
from framing.report.briefs.parts import in_brief, told_limits, told_rests
from framing.report.context import Context, coders_in
from framing.report.speech import Count, Speech, Target

Record = Mapping[str, Any]


def questions_in_brief(ctx: Context, read: Reading, found: Sequence[Answer]) -> Section:
    """How many questions are answered, and what that means."""
    say, counts = ctx.say, tally(found)
    verdicts = Target("", "verdicts")
    sums = say(
        "brief-questions",
        questions=len(found),
        verdicts=verdicts,
        **{str(verdict): count for verdict, count in counts.verdicts.items()},
    )
    bearing = Count(len(counts.bearing), counts.bearing)
    every = Count(read.articles.height, tuple(read.articles["article"]))
    return in_brief(
        say,
        [sums, say("brief-bearing", bearing=bearing, of=every)],
        told_rests(ctx, read.articles)[1:],
        [say("brief-answered"), *told_limits(ctx, read.articles, "index")[:1]],
    )


def reliability_in_brief(ctx: Context, found: pl.DataFrame | Refusal) -> Section:
    """How far coders agree, on the primary frame and on how many judgements; or what is needed to know."""
    say, coders = ctx.say, coders_in(ctx, "main")
    machines = [coder for coder in coders if coder["kind"] == "machine"]
    if isinstance(found, Refusal):
        return in_brief(say, [say("brief-no-reliability", coders=len(coders))])
    place = Target("", "coefficients")
    units, people = found["units"].drop_nulls().to_list(), len(coders) - len(machines)
    coded = "brief-coders-simulated" if ctx.simulated else "brief-coders"
    lines = [say(coded, people=people, machines=len(machines), articles=max(units), coefficients=place)]
    primary = found.filter(pl.col("name") == "primary").to_dicts()
    if primary and primary[0]["alpha"] is not None and primary[0]["low"] is not None:
        lines.append(say("brief-primary", **{name: primary[0][name] for name in ("alpha", "low", "high")}))
    rested = []
    if people > 1:
        judged = found.filter(pl.col("alpha").is_not_null())
        reached = {
            name: judged.filter(pl.col("low") >= floor).height
            for name, floor in (("rely", RELY), ("tentative", TENTATIVE))
        }
        rested.append(say("brief-judged", judgements=found.height, estimable=judged.height, **reached))
    stability = "brief-stability-simulated" if ctx.simulated else "brief-stability"
    limits = [say(stability if machines and people < 2 else "brief-agreement")]
    return in_brief(say, lines, rested, limits)


def records_in_brief(ctx: Context) -> Section:
    """How many articles there are, and what a card holds."""
    every = ctx.corpus.tables.articles
    if every.is_empty():
        return in_brief(ctx.say, [ctx.say("brief-no-records")])
    return in_brief(
        ctx.say,
        [*told_rests(ctx, every), ctx.say("brief-cards", cards=Target("", "cards"))],
        told_limits(ctx, every, "index"),
    )


def ledger_in_brief(ctx: Context) -> Section:
    """How many notes of how many sources lead to articles, and how many dates are not as they were cited."""
    say, sources = ctx.say, ctx.corpus.registers["sources"]
    articles = ctx.corpus.articles
    if not sources:
        return in_brief(say, [say("brief-no-source")])
    notes = [note for source in sources for note in source["notes"]]
    cited = [name for note in notes for name in note["articles"]]
    changed = [name for name, article in articles.items() if article["date"]["status"] != "as_cited"]
    lines = [
        say(
            "brief-ledger" if notes else "brief-ledger-empty", sources=len(sources), notes=len(notes), used=sum(bool(note["articles"]) for note in notes),
            articles=Count(len(set(cited)), tuple(sorted(set(cited)))), ledger=Target("", sources[0]["id"]),
        ),
        say("brief-dates", dates=Count(len(changed), tuple(changed)), corrections=Target("", "dates")),
    ]  # fmt: skip
    claims = ctx.corpus.registers["claims"]
    claimed = [say("brief-claims", claims=len(claims))] if claims else []
    return in_brief(say, lines, claimed, told_limits(ctx, ctx.corpus.tables.articles, "index"))


def handbook_in_brief(say: Speech, codebook: Record) -> Section:
    """By how many frames and other judgements an article is described."""
    sums = say(
        "brief-handbook",
        edition=codebook["version"],
        frames=len(codebook["frames"]),
        variables=len(codebook["variables"]),
    )
    return in_brief(say, [sums, say("brief-handbook-use")])
