"""A study as pages; ``contents`` says which."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from framing import __version__, chart
from framing.analysis import coverage, period
from framing.analysis.reading import Reading, kept, reading
from framing.corpus import Corpus
from framing.refusal import Refusal
from framing.report.blocks import Page, Surround
from framing.report.contents import completed, makers, navigation
from framing.report.context import Choices, Context, filters, plural

__all__ = ["MARK", "Choices", "completed", "context", "makers", "pages", "surround"]

MARK = "Made by framing"
"""Begins the last line of every page."""
SIMULATED = "simulated-study"
"""The codebook of the study that `framing demo` writes: every page of it says that it is invented."""


PLACEHOLDER = "CHANGE THIS"
"""Stands in a new study wherever `framing init` cannot know what to write."""


def context(corpus: Corpus, choices: Choices) -> Context:
    """The study under some choices; see ``Choices`` for the defaults.

    Args:
        corpus: a study without faults.
        choices: reading, panel, length of periods, date rule, voices.

    Returns:
        What every page is made from.
    """
    tables = corpus.tables
    panel = pl.lit(value=True) if choices.panel == "all" else pl.col("panel") == choices.panel
    whole = reading(tables, choices.rule, filters(corpus.codebook))
    chosen = whole
    if isinstance(whole, Reading):
        kept_articles = kept(whole.articles.filter(panel), whole.values, choices.voices).select("article")
        chosen = Reading(
            whole.rule,
            *(table.join(kept_articles, on="article", how="semi", maintain_order="left") for table in whole[1:]),
        )
        if chosen.articles.is_empty():
            chosen = Refusal(
                "nothing_coded", "No article of this panel and voice has been coded.", "Codings, or other choices."
            )
    articles = tables.articles.filter(panel)
    return Context(
        corpus=corpus,
        choices=choices,
        reading=chosen,
        whole=whole,
        articles=articles,
        outlets=tables.outlets.filter(panel),
        periods=_periods(corpus, articles, choices.every),
        covered=_covered(corpus, chosen),
        style=chart.style(corpus.codebook, corpus.registers["outlets"], corpus.registers["events"]),
    )


def _covered(corpus: Corpus, chosen: Reading | Refusal) -> tuple[str, ...]:
    if isinstance(chosen, Refusal):
        return ()
    tables = corpus.tables
    cells = coverage.by_event(chosen.articles, tables.events, tables.outlets, tables.searches)
    return tuple(cells.filter(pl.col("with_parts") > 0)["event"].unique(maintain_order=True))


def _periods(corpus: Corpus, articles: pl.DataFrame, every: str) -> list[period.Period]:
    """From the first to the last quarter that an article or a section of a source belongs to."""
    days: list[date] = articles["published"].drop_nulls().to_list()
    for source in corpus.registers["sources"]:
        for section in source["sections"]:
            year, quarter = section["quarter"].split("Q")
            days.append(date(int(year), int(quarter) * 3 - 2, 1))
    return period.periods(min(days), max(days), every) if days else []


def pages(ctx: Context, outlets: Sequence[str] = ()) -> list[Page]:
    """Every page of a report.

    Args:
        ctx: the study under some choices.
        outlets: dossiers to write; none for all of the panel.

    Returns:
        The pages in the order of ``framing.report.contents.PAGES``, those that are made from all others last.
    """
    return completed(ctx, [made() for made in makers(ctx, outlets)])


def surround(ctx: Context) -> Surround:
    """What stands around every page of one study."""
    codebook = ctx.corpus.codebook
    return Surround(
        codebook["title"]["en"],
        navigation(ctx),
        _banner(ctx),
        f"{MARK} {__version__} from codebook {codebook['id']} {codebook['version']}.",
    )


def _banner(ctx: Context) -> str:
    if ctx.corpus.codebook["id"] == SIMULATED:
        return "Simulated: no article and no coder of this kind exists; every value was drawn by a program."
    warnings = []
    if (ctx.articles["basis"] == "secondary_paraphrase").any():
        warnings.append("known at second hand")
    if (ctx.articles["sampling"] == "purposive").any():
        warnings.append("picked to illustrate an argument, not a sample of coverage")
    if (ctx.articles["sampling"] == "undeclared").any():
        warnings.append("chosen in a way that is not declared")
    if isinstance(ctx.reading, Reading):
        kinds = {coder["id"]: coder["kind"] for coder in ctx.corpus.registers["coders"]}
        used = {coder for names in ctx.reading.articles["coders"] for coder in names.split()}
        if any(kinds[name] == "machine" for name in used):
            warnings.append("coded by a language model")
    told = [f"Articles here are {'; '.join(warnings)}."] if warnings else []
    left = str([ctx.corpus.codebook, ctx.corpus.registers]).count(PLACEHOLDER)
    if left:
        told.insert(0, f"This study is not ready for readers: {plural(left, 'text')} of it still say {PLACEHOLDER}.")
    return " ".join(told)
