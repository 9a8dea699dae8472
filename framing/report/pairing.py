"""What comparison pages are made from: two sides of a study, and what is computed once for all pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from framing.analysis.choices import Choices
from framing.compare.frames import FrameComparison
from framing.compare.grid import Grid, Readings, default_grid, moving, readings
from framing.compare.matching import matched_events
from framing.compare.material import Material, for_pair, material_for
from framing.compare.result import Comparison, compare_all
from framing.compare.selection import Selection, selection, within
from framing.compare.sides import Side, listed, sides, written_country
from framing.compare.standing import turns
from framing.compare.who_covered import Unmatched
from framing.refusal import Refusal
from framing.report.context import Context, plural
from framing.report.names import country_name
from framing.study.cldr import country


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """Two sides of a study.

    Attributes:
        ctx: the study under some choices.
        material: the same for the statistics.
        pair: the sides.
        grid: the choices under which a claim is tried.
        chosen: the articles of both sides in the window and the voices.
        thorough: whether every comparison is tried under all choices, even if it claims no difference.
    """

    ctx: Context
    material: Material
    pair: tuple[Side, Side]
    grid: Grid
    chosen: Selection
    thorough: bool = False

    @property
    def choices(self) -> Choices:
        """What was chosen."""
        return self.ctx.choices


def compared_articles(pairing: Pairing, compared: Comparison) -> pl.DataFrame:
    """The articles on which two sides are compared: those on events that both cover, where frames are given."""
    every, frames = pairing.chosen.articles, compared.frames
    if isinstance(frames, FrameComparison):
        lists = [names for records in ("records_a", "records_b") for names in frames.shares[records].to_list()]
        return every.filter(pl.col("article").is_in(set().union(*lists)))
    return every.filter(pl.col("article").is_in(compared.cards["article"].implode()))


def countries(ctx: Context) -> list[tuple[str, int]]:
    """The countries of the core panel with their articles, those with most articles first."""
    core = ctx.corpus.tables.outlets.filter(pl.col("panel") == "core")
    held = ctx.articles.filter(pl.col("panel") == "core").group_by("country").len()
    ranked = (
        core.select("country").unique(maintain_order=True).join(held, on="country", maintain_order="left", how="left")
    )
    return ranked.fill_null(0).sort("len", descending=True, maintain_order=True).rows()


@lru_cache(maxsize=4)
def country_pair(ctx: Context) -> tuple[str, str] | None:
    """The two countries with most articles in the core panel, or None where there are fewer than two."""
    codes = [code for code, _ in countries(ctx)]
    return (codes[0], codes[1]) if len(codes) > 1 else None


def country_sides(ctx: Context) -> str:
    """The two countries as --sides takes them, for example japan,russia; empty where there are fewer than two."""
    return ",".join(map(written_country, country_pair(ctx) or ()))


def other_countries(ctx: Context) -> list[tuple[str, int]]:
    """The countries, with their articles, that are not compared unless sides are named."""
    pair = country_pair(ctx)
    return [(code, count) for code, count in countries(ctx) if pair and code not in pair]


def told_of_others(ctx: Context) -> str:
    """Which countries are not compared, and how to ask for them; empty where there are only two."""
    pair, rest = country_pair(ctx), other_countries(ctx)
    if not rest or not pair:
        return ""
    others = listed([f"{country(code)} ({plural(count, 'article')})" for code, count in rest])
    one, other, third = (written_country(code) for code in (*pair, rest[0][0]))
    return (
        f"Not compared here: {others}. Name two sides for another pair (--sides {one},{third}), more sides for every pair "
        f"of them (--sides {one},{other},{third}), or one side against all others (--sides {one},rest)."
    )


def pair_title(ctx: Context) -> str:
    """The two countries as a heading; empty where there are fewer than two."""
    pair = country_pair(ctx)
    if not pair:
        return ""
    one, other = (country_name(code, ctx.language) for code in pair)
    words = ctx.say.text("title-pair", one=one, other=other)
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=4)
def national(ctx: Context) -> Pairing | None:
    """The two countries of the report, or None where nothing can be compared."""
    pair = country_pair(ctx)
    if pair is None or isinstance(ctx.reading, Refusal):
        return None
    chosen = sides(country_sides(ctx), ctx.corpus.tables.outlets)
    if isinstance(chosen, Refusal):
        return None
    found = pairing(ctx, (chosen[0], chosen[1]))
    return None if isinstance(found, Refusal) else found


def pairing(ctx: Context, pair: tuple[Side, Side]) -> Pairing | Refusal:
    """Two sides of a study with all that is computed once, or why nothing can be read."""
    known = material_of(ctx)
    if isinstance(known, Refusal):
        return known
    every = selection(known.tables, known.reading, pair)
    if isinstance(every, Refusal):
        return every
    grid = moving(default_grid(known.tables, ctx.corpus.codebook), every)
    return Pairing(ctx, for_pair(known, pair, ctx.choices), pair, grid, within(every, ctx.choices))


def pairings(ctx: Context, pairs: Sequence[tuple[Side, Side]]) -> list[Pairing] | Refusal:
    """Several pairs of sides, or why one of them cannot be read."""
    found: list[Pairing] = []
    for pair in pairs:
        made = pairing(ctx, pair)
        if isinstance(made, Refusal):
            return made
        found.append(made)
    return found


def both_cover(pairing: Pairing) -> pl.DataFrame:
    """The events that both sides cover, as from ``matched_events``."""
    return matched_events(pairing.chosen.articles, pairing.ctx.events, pairing.chosen.sides)


@lru_cache(maxsize=4)
def material_of(ctx: Context) -> Material | Refusal:
    """The study as comparisons take it, whatever the pair: with its reliability, which takes longest."""
    if isinstance(ctx.whole, Refusal):
        return ctx.whole
    return material_for(ctx.corpus.tables, ctx.corpus.codebook, ctx.whole)


@lru_cache(maxsize=4)
def over_all_events(pairing: Pairing) -> Comparison | Unmatched | Refusal:
    """The sides over all events: the same for every page that tells of it."""
    return compare_all(pairing.material, pairing.pair, pairing.choices)


@lru_cache(maxsize=4)
def readings_of(pairing: Pairing) -> Readings:
    """The sides under each reading of the grid, as from ``grid.readings``: the same for every event."""
    return readings(pairing.material.tables, pairing.pair, pairing.grid)


@lru_cache(maxsize=4)
def turns_of_papers(ctx: Context) -> pl.DataFrame:
    """How the papers of the panel changed at the cuts of the study, as from ``standing.turns``: the same for every page."""
    tables = ctx.corpus.tables
    named = sides(",".join(map(str, ctx.outlets["outlet"])), tables.outlets) if ctx.outlets.height > 1 else ()
    firsts = dict(ctx.events.select(pl.col("event").cast(pl.String), "first").iter_rows())
    cuts = {entry["id"]: firsts[entry["id"]] for entry in ctx.corpus.registers["events"] if entry.get("cut")}
    material = material_of(ctx)
    assert isinstance(material, Material)
    return turns(material, () if isinstance(named, Refusal) else named, cuts, ctx.choices)
