"""Who takes a position at all, on a comparison page, and what the articles that take none could change."""

from collections.abc import Mapping
from typing import Any

from framing.analysis.floors import SHARE
from framing.analysis.significance import significant
from framing.analysis.subjects import Subject
from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Block, Paragraph, Table, line
from framing.report.ground import Ground
from framing.report.wording import adjusted, p_words, points

HEAD = (
    "Takes a position on", "difference, points", "p", "not seen", "difference at worst", "superiority at worst", "reliability",
)  # fmt: skip
CAPTION = (
    "Shares are of the n articles of which one can see whether they take a position, as if both sides had written the same amount about each event. "
    "The difference has a 95 % interval. Not seen: how many cannot be seen, first and second side (a shared description counts once). "
    "Difference at worst: if those took a position on one side only. Superiority at worst: if every article without "
    "a position stood at one end of the scale on one side and at the other end on the other. Articles to which it does not apply are left out."
)


def expressing(ground: Ground, compared: Comparison, stamps: Mapping[str, str]) -> list[Block]:
    """The share of each side's articles that takes a position on each scale, with the test and the worst cases.

    Args:
        ground: the study and its sides.
        compared: a comparison whose positions are given.
        stamps: how reliable each judgement is, in words.

    Returns:
        A table; a caution where the sides differ; nothing where the codebook has no scale or no number can be given.
    """
    if isinstance(compared.expression, Refusal):
        return []
    labels = {entry["id"]: entry["labels"]["en"] for entry in ground.ctx.corpus.codebook["variables"]}
    rows = {row["variable"]: row for row in compared.expression.to_dicts() if not row["refused"]}
    if not rows:
        return []
    subjects = {variable: str(Subject("expressed", variable)) for variable in rows}
    one, other = (side.head for side in compared.sides)
    cells = tuple((*_row(rows[name], labels), line(stamps.get(of, "–"))) for name, of in subjects.items())
    table = Table(CAPTION, (HEAD[0], one, other, *HEAD[1:]), cells, frozenset(range(1, 8)))
    q_values = adjusted(compared)
    apart = [labels[name] for name, of in subjects.items() if significant(q_values.get(of, (1.0, 1.0))[0])]
    warning = (
        f"The sides differ in how often they take a position on {', '.join(apart)}: there, positions are compared of those who take "
        "one, and who does may make the difference. The worst cases assume nothing about the others."
    )
    return [table, *([Paragraph(line(warning), "caution")] if apart else [])]


def _row(row: Mapping[str, Any], labels: Mapping[str, str]) -> tuple[Any, ...]:
    enough = min(row["n_a"], row["n_b"]) >= SHARE

    def share(side: str) -> str:
        n = f"n = {row[f'n_{side}']:g}"
        return f"{row[f'share_{side}']:.0%}; {n}" if enough else n

    return (
        line(labels[row["variable"]]),
        line(share("a")),
        line(share("b")),
        line(points(row["difference"], row["low"], row["high"]) if enough else "–"),
        line(p_words(row["p"])),
        line(f"{row['unseen_a']:g} and {row['unseen_b']:g}"),
        line(f"{points(row['worst_low'])} to {points(row['worst_high'])}" if enough else "–"),
        line(f"{row['superiority_low']:z.2f} to {row['superiority_high']:z.2f}"),
    )
