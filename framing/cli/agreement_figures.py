"""Figures of reliability as commands print them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.agreement.resampling import Bootstrap

FIGURES = ("units", "commonest", "percent", "alpha", "95 % interval", "AC1", "verdict")


def figures(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row of ``reliability_table`` as it is printed: the judgement, and then what FIGURES names."""

    def figure(name: str) -> str:
        return "" if row[name] is None else f"{row[name]:.3f}"

    common = "" if row["commonest"] is None else f"{row['commonest']} {row['prevalence']:.0%}"
    bounds = "" if row["low"] is None else f"{row['low']:.2f} to {row['high']:.2f}"
    return (
        row["judgement"],
        str(row["units"]),
        common,
        figure("percent"),
        figure("alpha"),
        bounds,
        figure("ac1"),
        row["verdict"],
    )


def resampled(bootstrap: "Bootstrap") -> dict[str, object]:
    """How the intervals were made, for JSON."""
    return {"draws": bootstrap.draws, "seed": bootstrap.seed, "interval": bootstrap.method}
