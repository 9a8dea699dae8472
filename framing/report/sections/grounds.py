"""How far each figure moves when values that are inferred from a description count like attributed ones."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.analysis.ground_moves import GROUNDS, answers_moved, medians_moved, on_both_grounds, values_held
from framing.analysis.grounds import any_inferred
from framing.analysis.reading import Reading
from framing.compare.grounds import scales_on_grounds
from framing.compare.result import Comparison
from framing.report.blocks import Line, Paragraph, Section, Table, line
from framing.report.context import Context, labelled, number, share
from framing.report.ground import Ground
from framing.report.wording import signed
from framing.study.levels import scored

NOTE = (
    "Of an article known from a description, a value is attributed where the describing author says that the article says it, "
    "and inferred where it follows from how the author characterises the article. On the ground “attributed” an inferred value is "
    "unknown; on the ground “inferred” both count. This report is made on the ground “{ground}”."
)
HEADS = ("attributed alone", "attributed and inferred")


def grounds(ctx: Context, read: Reading) -> Section | None:
    """Values held on either ground, and how the answers of each outlet move; None where nothing is inferred."""
    found = on_both_grounds(ctx.corpus.tables, read)
    if found is None:
        return None
    attributed, both = found
    blocks = (
        Paragraph(line(NOTE.format(ground=ctx.choices.ground))),
        _held(ctx, attributed, both),
        _moved(ctx, attributed, both),
    )
    return Section("grounds", "How far each figure moves with inferred values", blocks)


def _held(ctx: Context, attributed: Reading, both: Reading) -> Table:
    labels = labelled(ctx.corpus.codebook["variables"])
    rows = tuple(
        (
            line(labels[row["variable"]]),
            line(str(row["of"])),
            line(str(row["attributed"])),
            line(str(row["inferred"])),
            number(len(row["records"]), row["records"]),
        )
        for row in values_held(attributed, both).to_dicts()
    )
    return Table("Articles with a value.", ("Variable", "articles", *HEADS, "gained"), rows, frozenset(range(1, 5)))


def _moved(ctx: Context, attributed: Reading, both: Reading) -> Table:
    labels = labelled(ctx.corpus.codebook["variables"])
    scales = [variable["id"] for variable in ctx.corpus.codebook["variables"] if scored(variable)]
    medians = {(row["variable"], row["outlet"]): row for row in medians_moved(attributed, both, scales).to_dicts()}
    rows = []
    for key, part in answers_moved(attributed, both).group_by("variable", "outlet", maintain_order=True):
        variable, outlet = map(str, key)
        middle = medians.get((variable, outlet), {})
        told = (_answers(ctx, part, ground, middle) for ground in GROUNDS)
        rows.append((line(labels[variable]), line(ctx.outlet(outlet)["names"]["short"]), *told))
    caption = (
        "Outlets whose answers differ between the two. Shares are of the articles that give a value, medians of those that take a "
        "position, where there are at least five; a shared description counts once."
    )
    return Table(caption, ("Variable", "Outlet", *HEADS), tuple(rows))


def _answers(ctx: Context, answers: pl.DataFrame, ground: str, medians: Mapping[str, Any]) -> Line:
    """The values that an outlet gives on one ground, with their shares as far as the floors allow, and the median of a scale."""
    told = []
    for row in answers.filter(pl.col(f"articles_{ground}") > 0).to_dicts():
        part = share(row[f"weight_{ground}"], row[f"n_{ground}"])
        counted = f"{ctx.value_label(row['variable'], row['value'])} {row[f'articles_{ground}']}"
        told.append(counted if part == "–" else f"{counted} · {part}")
    middle = medians.get(ground)
    return line("; ".join(told) or "–", "" if middle is None else f"; median {signed(middle)}")


def sides_on_grounds(ground: Ground, compared: Comparison) -> list[Table]:
    """Where the sides stand on each scale on either ground; nothing where nothing is inferred."""
    if not any_inferred(ground.material.tables.values):
        return []
    found = scales_on_grounds(ground.material, compared.cards["article"], compared.sides, ground.choices)
    labels = labelled(ground.ctx.corpus.codebook["variables"])
    rows = tuple(
        (line(labels[str(variable)]), *(line(_superiority(row)) for row in part.to_dicts()))
        for (variable,), part in found.group_by("variable", maintain_order=True)
        if part["superiority"].is_not_null().any()
    )
    caption = (
        "How far positions move with inferred values: superiority (articles or shared descriptions of the first and of the second "
        "side that take a position on events where both do). Nothing is tested here."
    )
    return [Table(caption, ("Scale", *HEADS), rows)] if rows else []


def _superiority(row: Mapping[str, Any]) -> str:
    """A probability of superiority with what it rests on.

    >>> _superiority({"superiority": 0.6, "n_a": 5.0, "n_b": 7.0}), _superiority({"superiority": None, "n_a": None, "n_b": None})
    ('0.60 (5 and 7)', '–')
    """
    return "–" if row["superiority"] is None else f"{row['superiority']:.2f} ({row['n_a']:g} and {row['n_b']:g})"
