"""What stands under every figure, and the heads of its numbers."""

import polars as pl

from framing.analysis.choices import USUAL
from framing.analysis.provenance import provenance
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
        settled = ctx.choices.rule == USUAL.rule
        read_as = say.text("figures-adjudicated") + ctx.ground_told if settled else ctx.read_as
        parts.append(say.text("figures-read", reading=read_as, coders=_coders(ctx, articles)))
    parts.append(say.text("figures-codebook", edition=ctx.corpus.codebook["version"]))
    return say.text("figures-caption", what=what, known=say.text("shared-separator").join(parts))


def _coders(ctx: Context, articles: pl.DataFrame) -> str:
    """Who coded the articles, and whether they are people."""
    used = sorted(coders_of(ctx, articles), key=lambda coder: str(coder["id"]))
    told = (ctx.say.text("figures-coder", coder=coder["id"], kind=coder["kind"]) for coder in used)
    return ctx.say.text("shared-between-names").join(told)


def heads(ctx: Context, *names: str) -> tuple[str, ...]:
    """The heads of a table of numbers, by the ends of their messages."""
    return tuple(ctx.say.text(f"figures-head-{name}") for name in names)
