"""The figure of frame dimensions over time: of each outlet, or of those outlets and sides that are chosen."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from framing.analysis import coverage
from framing.analysis.over_time import Group, frames_over_time
from framing.analysis.period import in_periods
from framing.chart import over_time as chart
from framing.chart.style import Style
from framing.compare.sides import Side
from framing.refusal import Refusal
from framing.report.blocks import Line, Table, line
from framing.report.context import Context, number
from framing.report.figures.captions import caption, heads
from framing.report.figures.chosen import EVERYTHING, OPTIONS, Chosen
from framing.report.figures.recipe import Recipe, StudyReading, study_reading
from framing.report.figures.study import told_events
from framing.report.speech import plain
from framing.report.wording import told_share
from framing.study.cldr import country_label

MANY = 12
"""The most outlets that have panels unless they are chosen."""


class Course(NamedTuple):
    """A study as it is read, and what of it is followed over time.

    Attributes:
        of: the study.
        chosen: which outlets, sides and frames; a single outlet or side has the others behind it.
    """

    of: StudyReading
    chosen: Chosen = EVERYTHING

    @property
    def groups(self) -> tuple[Group, ...]:
        """What has panels: what is chosen, or each outlet with articles, of too many those with most."""
        counted = self.of.reading.articles["outlet"].cast(pl.String).value_counts(sort=True)
        held = set(counted.sort("count", "outlet", descending=[True, False])["outlet"].head(MANY))
        every = self.of.ctx.outlets["outlet"].cast(pl.String)
        return self.chosen.groups or tuple(Group(name, (name,)) for name in every if name in held)

    @property
    def left_out(self) -> int:
        """How many outlets with articles have no panel because there are too many."""
        held = self.of.reading.articles["outlet"].n_unique()
        return 0 if self.chosen.groups else held - len(self.groups)

    @property
    def peers(self) -> tuple[Group, ...]:
        """What stands behind a single panel: the other outlets."""
        if len(self.groups) != 1:
            return ()
        own, every = self.groups[0].outlets, self.of.ctx.outlets["outlet"].cast(pl.String)
        return tuple(Group(name, (name,)) for name in every if name not in own)

    def names(self, style: Style) -> dict[str, str]:
        """What the groups are called in the language of the chart."""
        sides = {side.name: side for side in self.chosen.sides}
        return {name: _called(self.of.ctx, sides[name], style) if name in sides else style.outlets[name] for name, _ in self.groups}  # fmt: skip


def _called(ctx: Context, side: Side, style: Style) -> str:
    if side.kind == "country":
        return country_label(ctx.outlet(side.outlets[0])["country"], style.language)
    return side.head


def course(ctx: Context, chosen: Chosen = EVERYTHING) -> Course | Refusal:
    """The course of a study, or why it cannot be read."""
    found = study_reading(ctx)
    return found if isinstance(found, Refusal) else Course(found, chosen)


def _cells(course: Course) -> pl.DataFrame | Refusal:
    (ctx, reading), basis = course.of, course.of.ctx.choices.basis
    if not ctx.periods:
        return Refusal(
            "no_dates",
            "No article of the study has a date, so nothing can be shown over time.",
            "Dates of publication.",
            {},
        )
    held = coverage.by_period(ctx.articles, ctx.outlets, ctx.searches, ctx.periods, basis)
    groups = [*course.groups, *course.peers]
    cells = frames_over_time(reading, held, groups, ctx.periods, basis)
    kept = (
        cells.filter(pl.col("frame").cast(pl.String).is_in(list(course.chosen.frames)))
        if course.chosen.frames
        else cells
    )
    own = kept.filter(pl.col("group").cast(pl.String).is_in([group.name for group in course.groups]))
    if not own.select((pl.col("articles") + pl.col("further")).sum()).item():
        return Refusal(
            "no_article",
            "No article of what is chosen has a date and a frame.",
            "Codings of dated articles, or another choice.",
            {},
        )
    return kept


def _numbers(course: Course, cells: pl.DataFrame) -> Table:
    """One row per group and frame that any of its articles has, below the articles of the group."""
    ctx, names, rows = course.of.ctx, course.names(course.of.ctx.style), []
    say = ctx.say
    for (name,), own in cells.group_by("group", maintain_order=True):
        if str(name) not in names:
            continue
        first = own.filter(pl.col("frame") == own["frame"][0]).to_dicts()
        group = names[str(name)]
        rows.append((say("figures-over-time-articles", group=group), *(line(_held(ctx, cell)) for cell in first)))
        for (frame,), found in own.group_by("frame", maintain_order=True):
            if found.select((pl.col("articles") + pl.col("further")).sum()).item():
                called = say("figures-labelled", name=group, what=ctx.frame_label(str(frame)))
                rows.append((called, *(_told(ctx, cell) for cell in found.to_dicts())))
    labels = tuple(cells["period"].cast(pl.String).unique(maintain_order=True))
    head = (*heads(ctx, "group-frame"), *labels)
    return Table(say.text("figures-over-time-numbers"), head, tuple(rows), frozenset(range(1, len(head))))


def _held(ctx: Context, cell: Mapping[str, Any]) -> str:
    """The articles of a period, or what is known of a period without."""
    if cell["of"]:
        return str(cell["of"])
    if cell["state"] == "covered":
        return ctx.say.text("figures-not-read")
    return ctx.say.text("shared-state", state=cell["state"])


def _told(ctx: Context, cell: Mapping[str, Any]) -> Line:
    if not cell["of"]:
        return line("–")
    further = line(" + ", number(cell["further"], cell["further_records"])) if cell["further"] else ()
    ends = "" if cell["low"] is None else f" [{cell['low'] * 100:.0f};\u00a0{cell['high'] * 100:.0f}]"
    told = told_share(cell["weight"], cell["n"], ends, ctx.say)
    count = number(cell["articles"], cell["records"]) if cell["articles"] else line("0")
    return line(count, further, "" if told == "–" else f" · {told}")


def _caption(course: Course, _: pl.DataFrame) -> str:
    ctx, articles = course.of.ctx, course.of.reading.articles
    outlets = [outlet for group in course.groups for outlet in group.outlets]
    mine = articles.filter(pl.col("outlet").cast(pl.String).is_in(outlets))
    dated = in_periods(mine, ctx.periods, ctx.choices.basis)["period"].drop_nulls().len()
    say, further = ctx.say, list[Line]()
    if course.peers:
        further.append(say("figures-over-time-peers"))
    if course.left_out:
        further.append(say("figures-over-time-some", shown=MANY, fewer=course.left_out))
    if dated < mine.height:
        further.append(say("figures-over-time-undated", articles=mine.height - dated))
    what = say.together(say("figures-over-time", every=ctx.choices.every), *further)
    return caption(ctx, mine, plain(what))


FIGURES: Mapping[str, Recipe[Any]] = {
    "frames-over-time": Recipe(
        shows="frame dimensions per period: of every outlet, or of those outlets and sides that are chosen",
        file="frames-over-time",
        measure=_cells,
        draw=lambda course, cells, style: chart.frames_over_time(
            cells, course.of.reading.articles, told_events(course.of), course.names(style), style
        ),
        caption=_caption,
        numbers=_numbers,
        subject=course,
        takes=OPTIONS,
        choose=course,
    ),
}
"""Name to how the figure is made."""
