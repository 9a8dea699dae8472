"""The reliability of one table of codings as plain data, ready to be written as JSON."""

from collections.abc import Hashable, Sequence
from dataclasses import asdict
from typing import Any

from framing.agreement.coefficients import COEFFICIENTS
from framing.agreement.doubtful_codes import doubts
from framing.agreement.intervals import Interval
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import DEFAULT_BOOTSTRAP, Bootstrap, bootstrap_interval
from framing.refusal import Refusal


def data_report(
    ratings: Ratings, bootstrap: Bootstrap = DEFAULT_BOOTSTRAP, clusters: Sequence[Hashable] | None = None
) -> dict[str, Any]:
    """All coefficients of one table, with intervals and refusals.

    Args:
        ratings: the table.
        bootstrap: draws, seed, level and kind of the intervals; with one seed for all coefficients each draw is one resample
            seen by all of them.
        clusters: one label per unit; units with the same label are resampled together.

    Returns:
        ``units``, ``clusters`` and ``coders`` (all in the table, also units coded once or never), ``level``,
        ``coefficients`` (full precision, None where undefined), ``intervals`` (None where the coefficient is undefined,
        ``low`` and ``high`` None with a ``reason`` where the interval alone is), ``undefined``: a reason in words for each
        coefficient that is None, and ``notes``: codes and names that may not be what they seem.

    Source:
        Hayes & Krippendorff (2007), "Answering the call for a standard reliability measure for coding data": what a
        report of reliability must hold.

    >>> report = data_report(Ratings.from_lists([[1, 1], [1, 1]], "nominal"), Bootstrap(draws=100))
    >>> report["coefficients"]["percent_agreement"], report["coefficients"]["krippendorff_alpha"]
    (1.0, None)
    >>> report["undefined"]["krippendorff_alpha"].partition(",")[0]
    'All codings that can be compared fall into one category'
    """
    estimates = {name: coefficient(ratings) for name, coefficient in COEFFICIENTS.items()}
    intervals = {
        name: bootstrap_interval(ratings, COEFFICIENTS[name], bootstrap, clusters)
        for name, estimate in estimates.items()
        if not isinstance(estimate, Refusal)
    }
    refused = {name: estimate for name, estimate in estimates.items() if isinstance(estimate, Refusal)}
    return {
        "units": len(ratings.units),
        "clusters": len(set(clusters or ratings.units)),
        "coders": len(ratings.coders),
        "level": ratings.level,
        "coefficients": {
            name: None if isinstance(estimate, Refusal) else estimate.value for name, estimate in estimates.items()
        },
        "intervals": {name: _as_data(intervals.get(name)) for name in COEFFICIENTS},
        "undefined": {name: str(refusal) for name, refusal in refused.items()},
        "notes": doubts(ratings),
    }


def _as_data(interval: Interval | Refusal | None) -> dict[str, Any] | None:
    if isinstance(interval, Refusal):
        return {"low": None, "high": None, "reason": str(interval)}
    return None if interval is None else asdict(interval)
