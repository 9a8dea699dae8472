"""How far each figure moves when values that are inferred from a description count like attributed ones."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.analysis.ground_moves import GROUNDS, answers_moved, medians_moved, on_both_grounds, values_held
from framing.analysis.grounds import any_inferred
from framing.analysis.reading import Reading
from framing.compare.grounds import scales_on_grounds
from framing.compare.result import Comparison
from framing.report.blocks import Line, Paragraph, Section, Table, joined, line
from framing.report.context import Context, labelled, number
from framing.report.pairing import Pairing
from framing.report.sections.shared import share_line
from framing.report.speech import Speech
from framing.report.wording import decimals
from framing.study.levels import scored, signed


def grounds(ctx: Context, read: Reading) -> Section | None:
    """Values held on either ground, and how the answers of each outlet move; None where nothing is inferred."""
    found = on_both_grounds(ctx.corpus.tables, read)
    if found is None:
        return None
    attributed, both = found
    note = Paragraph(ctx.say("grounds-note", ground=ctx.choices.ground))
    blocks = (note, _held(ctx, attributed, both), _moved(ctx, attributed, both))
    return Section("grounds", ctx.say.text("grounds"), blocks, language=ctx.language)


def _heads(ctx: Context, *names: str) -> tuple[str, ...]:
    return tuple(ctx.say.text(f"grounds-head-{name}") for name in names)


def _held(ctx: Context, attributed: Reading, both: Reading) -> Table:
    rows = tuple(
        (
            line(ctx.style.variables[row["variable"]]),
            line(str(row["of"])),
            line(str(row["attributed"])),
            line(str(row["inferred"])),
            number(len(row["records"]), row["records"]),
        )
        for row in values_held(attributed, both).to_dicts()
    )
    head = _heads(ctx, "variable", "articles", *GROUNDS, "gained")
    return Table(ctx.say.text("grounds-held"), head, rows, frozenset(range(1, 5)))


def _moved(ctx: Context, attributed: Reading, both: Reading) -> Table:
    scales = [variable["id"] for variable in ctx.corpus.codebook["variables"] if scored(variable)]
    medians = {(row["variable"], row["outlet"]): row for row in medians_moved(attributed, both, scales).to_dicts()}
    rows = []
    for key, part in answers_moved(attributed, both).group_by("variable", "outlet", maintain_order=True):
        variable, outlet = map(str, key)
        middle = medians.get((variable, outlet), {})
        told = (_answers(ctx, part, ground, middle) for ground in GROUNDS)
        rows.append((line(ctx.style.variables[variable]), line(ctx.outlet_short(outlet)), *told))
    head = _heads(ctx, "variable", "outlet", *GROUNDS)
    return Table(ctx.say.text("grounds-moved"), head, tuple(rows))


def _answers(ctx: Context, answers: pl.DataFrame, ground: str, medians: Mapping[str, Any]) -> Line:
    """The values that an outlet gives on one ground, with their shares as far as the floors allow, and the median of a scale."""
    told: list[Line] = []
    for row in answers.filter(pl.col(f"articles_{ground}") > 0).to_dicts():
        part = share_line(ctx, row[f"weight_{ground}"], row[f"n_{ground}"])
        counted = line(ctx.value_label(row["variable"], row["value"]), f" {row[f'articles_{ground}']}")
        told.append(counted if part == line("–") else line(counted, " · ", part))
    middle = medians.get(ground)
    if middle is not None:
        told = [*(told or [line("–")]), ctx.say("grounds-median", median=signed(middle))]
    return joined(told, ctx.say.text("shared-separator")) or line("–")


def sides_on_grounds(pairing: Pairing, compared: Comparison) -> list[Table]:
    """Where the sides stand on each scale on either ground; nothing where nothing is inferred."""
    if not any_inferred(pairing.material.tables.values):
        return []
    found = scales_on_grounds(pairing.material, compared.cards["article"], compared.sides, pairing.choices)
    ctx, labels = pairing.ctx, labelled(pairing.ctx.corpus.codebook["variables"])
    rows = tuple(
        (line(labels[str(variable)]), *(_superiority(row, ctx.say) for row in part.to_dicts()))
        for (variable,), part in found.group_by("variable", maintain_order=True)
        if part["superiority"].is_not_null().any()
    )
    heads = (ctx.say.text("comparison-head-scale"), *_heads(ctx, *GROUNDS))
    return [Table(ctx.say.text("grounds-sides"), heads, rows)] if rows else []


def _superiority(row: Mapping[str, Any], say: Speech) -> Line:
    """A probability of superiority with what it rests on.

    >>> from framing.report.speech import speech
    >>> english = speech("en")
    >>> row = {"superiority": 0.6, "n_a": 5.0, "n_b": 7.0}
    >>> _superiority(row, english), _superiority({**row, "superiority": None}, english)
    (('0.60 (5 and 7)',), ('–',))
    """
    if row["superiority"] is None:
        return line("–")
    one, other = (decimals(f"{row[side]:g}", say) for side in ("n_a", "n_b"))
    return say("grounds-superiority", superiority=decimals(f"{row['superiority']:.2f}", say), one=one, other=other)
