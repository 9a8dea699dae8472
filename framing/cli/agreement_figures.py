"""What the commands on reliability share: options, and how figures are printed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import corpus_at, one_of, stop, unless_refused

if TYPE_CHECKING:
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus

MinAlpha = Annotated[
    float | None, typer.Option("--min-alpha", help="Exit 5 when a lower bound of alpha is below this, or is missing.")
]
Interval = Annotated[str, typer.Option("--interval", help="percentile, bca or jackknife.")]
Draws = Annotated[int, typer.Option("--draws", min=0, help="Resamples for each interval and test.")]
Seed = Annotated[
    int, typer.Option("--seed", min=0, help="Seed of everything that is drawn; the same seed gives the same figures.")
]

FIGURES = ("units", "commonest", "percent", "alpha", "95 % interval", "AC1", "verdict")


def bootstrap(interval: str, draws: int, seed: int) -> "Bootstrap":
    """How intervals are made; the command ends when the kind does not exist."""
    from framing.agreement.intervals import METHODS
    from framing.agreement.resampling import Bootstrap

    return Bootstrap(draws=draws, seed=seed, method=one_of(interval, METHODS, "--interval"))


def resampled(how: "Bootstrap") -> dict[str, object]:
    """How the intervals were made, for JSON."""
    return {"draws": how.draws, "seed": how.seed, "interval": how.method}


def coded_twice(study: Path) -> "Corpus":
    """The study; the command ends when no article was coded twice."""
    from framing.agreement.study import unless_coded_twice

    corpus = corpus_at(study)
    refusal = unless_coded_twice(corpus.tables)
    return unless_refused(refusal or corpus)


def figure(value: float | None, decimals: int = 3) -> str:
    """A coefficient, or nothing."""
    return "" if value is None else f"{value:z.{decimals}f}"


def bounds(low: float | None, high: float | None) -> str:
    """An interval, or nothing."""
    return "" if low is None else f"{low:z.2f} to {high:z.2f}"


def figures(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What FIGURES names of a row of ``reliability_table``."""
    common = "" if row["commonest"] is None else f"{row['commonest']} {row['prevalence']:.0%}"
    percent, alpha, ac1 = (figure(row[name]) for name in ("percent", "alpha", "ac1"))
    return (str(row["units"]), common, percent, alpha, bounds(row["low"], row["high"]), ac1, row["verdict"])


def require(min_alpha: float | None, lows: Sequence[float | None]) -> None:
    """Ends the command when some lower bound is below the one required, or is missing."""
    if min_alpha is None:
        return
    below = sum(low is None or low < min_alpha for low in lows)
    if below:
        rows = f" in {below} of {len(lows)} rows" if len(lows) > 1 else ""
        raise stop(f"The lower bound of alpha is below {min_alpha} or missing{rows}.", console.UNRELIABLE)
