"""The reliability of one table of codings as plain data, ready to be written as JSON."""

from dataclasses import asdict
from typing import Any

from framing.agreement.coefficients import COEFFICIENTS
from framing.agreement.intervals import Interval
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import Bootstrap, bootstrap_interval
from framing.refusal import Refusal

FORMAT = 1
REPORTED = (
    "percent_agreement",
    "krippendorff_alpha",
    "cohen_kappa",
    "light_kappa",
    "fleiss_kappa",
    "scott_pi",
    "gwet_ac1",
    "brennan_prediger",
)


def data_report(ratings: Ratings, draws: int = 2000, seed: int = 0) -> dict[str, Any]:
    """Coefficients, intervals and refusals of one table.

    Args:
        ratings: the table.
        draws: resamples of the units for each interval.
        seed: the same for all coefficients, so that each draw is one resample seen by all of them.

    Returns:
        ``format``, ``units`` and ``coders`` (all in the table, also units coded once or never), ``level``,
        ``coefficients`` (full precision, None where undefined), ``intervals`` (percentile bootstrap; None where the
        coefficient is undefined, ``low`` and ``high`` None with a ``reason`` where it alone is), and ``undefined``: a
        reason in words for each coefficient that is None.

    Source:
        Hayes & Krippendorff (2007), "Answering the call for a standard reliability measure for coding data": what a
        report of reliability must hold.

    >>> report = data_report(Ratings.from_lists([[1, 1], [1, 1]], "nominal"), draws=100)
    >>> report["coefficients"]["percent_agreement"], report["coefficients"]["krippendorff_alpha"]
    (1.0, None)
    >>> report["undefined"]["krippendorff_alpha"].partition(",")[0]
    'All codings that can be compared fall into one category'
    """
    bootstrap = Bootstrap(draws=draws, seed=seed)
    estimates = {name: COEFFICIENTS[name](ratings) for name in REPORTED}
    intervals = {
        name: bootstrap_interval(ratings, COEFFICIENTS[name], bootstrap)
        for name, estimate in estimates.items()
        if not isinstance(estimate, Refusal)
    }
    refused = {name: estimate for name, estimate in estimates.items() if isinstance(estimate, Refusal)}
    return {
        "format": FORMAT,
        "units": len(ratings.units),
        "coders": len(ratings.coders),
        "level": ratings.level,
        "coefficients": {
            name: None if isinstance(estimate, Refusal) else estimate.value for name, estimate in estimates.items()
        },
        "intervals": {name: _as_data(intervals.get(name)) for name in REPORTED},
        "undefined": {name: str(refusal) for name, refusal in refused.items()},
    }


def _as_data(interval: Interval | Refusal | None) -> dict[str, Any] | None:
    if isinstance(interval, Refusal):
        return {"low": None, "high": None, "reason": str(interval)}
    return None if interval is None else asdict(interval)
