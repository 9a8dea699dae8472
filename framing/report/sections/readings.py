"""The same figures under every reading of the codings."""

from typing import Any

from framing.analysis.choices import alone
from framing.analysis.moves import moves
from framing.refusal import Refusal
from framing.report.blocks import Line, Paragraph, Section, Table, line
from framing.report.context import Context, number
from framing.study.levels import signed


def readings(ctx: Context) -> Section | None:
    """How many values each rule changes against the chosen one, and how far the headline counts move."""
    if isinstance(ctx.reading, Refusal):
        return None
    say, table = ctx.say, moves(ctx.corpus.tables, ctx.reading)
    changed = ("changed-primary", "changed-frames", "changed-events", "changed-values")
    head = (
        *(say.text(f"reliability-{name}") for name in ("reading", "articles", *changed)),
        say.text("reliability-primary-in", frame=ctx.frame_label(table["frame"][0])),
        say.text("reliability-moves-most"),
    )
    rows = tuple(_row(ctx, row) for row in table.to_dicts())
    blocks = (Paragraph(say("reliability-readings-note")), Table("", head, rows, frozenset(range(1, 7))))
    return Section("readings", say.text("reliability-readings"), blocks, language=ctx.language)


def _row(ctx: Context, row: dict[str, Any]) -> tuple[Line, ...]:
    say = ctx.say
    moved = {"frame": ctx.frame_label(row["largest"]), "by": signed(row["by"])} if row["by"] else {}
    called = rule_called(ctx, row["rule"])
    return (
        say("reliability-used", rule=called) if row["rule"] == ctx.choices.rule else called,
        *(line(str(row[count])) for count in ("articles", "primary", "frames", "event", "values")),
        number(len(row["records"]), row["records"]),
        say("reliability-moves", **moved) if moved else say("reliability-moves-none"),
    )


def rule_called(ctx: Context, rule: str) -> Line:
    """What a rule of reading is called."""
    one = alone(rule)
    return ctx.say("reliability-rule-of", rule="coder" if one else rule, coder=one.coder if one else rule)
