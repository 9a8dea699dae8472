"""Published worked examples, recomputed."""

import typer

from framing.cli import console
from framing.cli.options import Json


def selftest(json: Json = False) -> None:
    """Recompute published worked examples and compare the figures.

    Example: framing agreement selftest
    """
    from framing.agreement.selftest import checked_figures

    found = checked_figures()
    rows = [
        (one.name, one.metric, _figures(one.expected), _figures(one.ours), "yes" if one.agree else "NO", one.source)
        for one in found
    ]
    agreeing = sum(one.agree for one in found)
    if json:
        head = ("name", "metric", "expected", "ours", "agree", "source")
        console.as_json(
            {"figures": len(found), "agreeing": agreeing, "rows": [dict(zip(head, row, strict=True)) for row in rows]}
        )
    else:
        console.as_table(("example", "coefficient", "expected", "ours", "agree", "source"), rows)
        console.say(f"{agreeing} of {len(found)} published figures agree")
    if agreeing < len(found):
        raise typer.Exit(console.FAULTY)


def _figures(values: tuple[float, ...] | None) -> str:
    return "not given" if values is None else " to ".join(f"{value:.4f}" for value in values)
