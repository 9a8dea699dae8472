"""Published worked examples, recomputed: the table a reviewer can check the toolkit by."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from framing.agreement.coefficients import COEFFICIENTS
from framing.agreement.estimate import Estimate
from framing.agreement.intervals import analytic_interval
from framing.agreement.ratings import Ratings
from framing.refusal import Refusal

# Names of the sources for what COEFFICIENTS holds under its own name.
_SYNONYMS = {"percent_agreement_pairwise": "percent_agreement", "weighted_cohen_kappa": "cohen_kappa_linear"}


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """One published figure beside ours.

    Attributes:
        name: of the example.
        source: where the figure is printed.
        metric: the coefficient, or its standard error or interval.
        expected: the printed figure; two for an interval.
        ours: the recomputed figure, None where we refuse.
        difference: largest absolute difference, None where we refuse.
        agree: whether the difference is within the rounding of the printed figure.

    >>> CheckedFigure("x", "y", "scott_pi", (0.185,), (0.1851,), 0.0001, True).agree
    True
    """

    name: str
    source: str
    metric: str
    expected: tuple[float, ...]
    ours: tuple[float, ...] | None
    difference: float | None
    agree: bool


def worked_examples() -> list[dict[str, Any]]:
    """The published examples with their data.

    Returns:
        One mapping per figure: name, source, metric, level, data (coders x units), expected, tolerance, maybe note.

    >>> worked_examples()[0]["expected"]
    0.743
    """
    text = (files("framing.agreement") / "worked_examples.json").read_text(encoding="utf-8")
    examples: list[dict[str, Any]] = json.loads(text)
    return examples


def checked_figures() -> list[CheckedFigure]:
    """Every published figure recomputed through the public functions: a row per figure, in the order of the file.

    >>> all(row.agree for row in checked_figures())
    True
    """
    return [checked_figure(example) for example in worked_examples()]


def checked_figure(example: Mapping[str, Any]) -> CheckedFigure:
    """One published example, as `worked_examples` gives them, recomputed.

    >>> pi = {"name": "x", "source": "y", "metric": "scott_pi", "level": "nominal", "data": [[1, 2], [2, 1]],
    ...       "expected": -1.0, "tolerance": 1e-9}
    >>> checked_figure(pi).ours
    (-1.0,)
    """
    printed = example["expected"]
    expected = tuple(printed) if isinstance(printed, list) else (printed,)
    ours = _recomputed(example["metric"], Ratings.from_lists(example["data"], example["level"]))
    difference = max(abs(a - b) for a, b in zip(expected, ours, strict=True)) if ours else None
    agree = difference is not None and difference <= example["tolerance"]
    return CheckedFigure(example["name"], example["source"], example["metric"], expected, ours, difference, agree)


def _recomputed(metric: str, ratings: Ratings) -> tuple[float, ...] | None:
    name, wanted = metric.removesuffix("_se").removesuffix("_ci95"), metric.rpartition("_")[2]
    estimate = COEFFICIENTS[_SYNONYMS.get(name, name)](ratings)
    if isinstance(estimate, Refusal):
        return None
    if wanted == "ci95":
        return _bounds(estimate)
    if wanted == "se":
        return None if estimate.standard_error is None else (estimate.standard_error,)
    return (estimate.value,)


def _bounds(estimate: Estimate) -> tuple[float, float] | None:
    interval = analytic_interval(estimate)
    return None if isinstance(interval, Refusal) else (interval.low, interval.high)
