"""What stands under every figure, and the heads of its numbers."""

from collections import Counter

import polars as pl

from framing.analysis.choices import alone
from framing.analysis.provenance import provenance
from framing.report.blocks import Record
from framing.report.context import Context, coders_of


def caption(ctx: Context, articles: pl.DataFrame, what: str, drawn: str = "figures-probability") -> str:
    """The caption that every figure carries: what it shows, of how many articles, known how, read how.

    Args:
        ctx: the study.
        articles: the articles that the figure shows.
        what: a sentence or two on the figure itself.
        drawn: the message for articles that were drawn: how the figure counts them.

    Returns:
        The sentence, the number of articles and notes, the basis, the sampling, the coders and the codebook.
    """
    say, known = ctx.say, provenance(articles)
    parts = [say.text("figures-articles", articles=known.articles, notes=known.notes)]
    if known.second_hand:
        every = "yes" if known.second_hand == known.articles else "no"
        parts.append(say.text("figures-described", every=every, described=known.second_hand))
    ways = ("purposive", "unfinished", "probability", "undeclared")
    chosen = {way: f"figures-{way}" for way in ways} | {"probability": drawn}
    parts += [say.text(chosen[way]) for way in ways if way in known.sampling]
    if "coders" in articles.columns:
        parts.append(say.text("figures-read", reading=_reading(ctx), coders=_coders(ctx, articles)))
    parts.append(say.text("figures-codebook", edition=ctx.corpus.codebook["version"]))
    return say.text("figures-caption", what=what, known=say.text("shared-separator").join(parts))


def _reading(ctx: Context) -> str:
    """The rule of the reading; the coder whose codings alone are read is named with the others."""
    if alone(ctx.choices.rule):
        return ctx.say.text("figures-read-alone") + ctx.ground_told
    return ctx.read_in_full


def _coders(ctx: Context, articles: pl.DataFrame) -> str:
    """Who coded the articles, by name: people and machines apart."""
    comma = ctx.say.text("shared-between-names")
    kinds: dict[str, list[Record]] = {}
    for coder in sorted(coders_of(ctx, articles), key=lambda coder: (coder["kind"], coder["id"])):
        kinds.setdefault(str(coder["kind"]), []).append(coder)
    told = (
        ctx.say.text("figures-coder", coders=comma.join(_names(ctx, same)), many=len(same), kind=kind)
        for kind, same in kinds.items()
    )
    return comma.join(told)


def _names(ctx: Context, coders: list[Record]) -> list[str]:
    """The names of coders, each once; where one alone is read and shares its name with another, its id tells them apart."""
    names = Counter(str(entry["name"]) for entry in ctx.corpus.registers["coders"])
    apart = alone(ctx.choices.rule) is not None
    told = (f"{one['name']}: {one['id']}" if apart and names[one["name"]] > 1 else str(one["name"]) for one in coders)
    return list(dict.fromkeys(told))


def heads(ctx: Context, *names: str) -> tuple[str, ...]:
    """The heads of a table of numbers, by the ends of their messages."""
    return tuple(ctx.say.text(f"figures-head-{name}") for name in names)
