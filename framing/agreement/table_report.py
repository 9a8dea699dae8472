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
        bootstrap: of the intervals; with one seed for all coefficients each draw is one resample seen by all of them.
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
    >>> report["coefficients"]["percent_agreement"], report["undefined"]["krippendorff_alpha"][:15]
    (1.0, 'All codings tha')
    """
    found = {name: coefficient(ratings) for name, coefficient in COEFFICIENTS.items()}
    refused = {name: str(estimate) for name, estimate in found.items() if isinstance(estimate, Refusal)}
    return {
        "units": len(ratings.units),
        "clusters": len(set(clusters or ratings.units)),
        "coders": len(ratings.coders),
        "level": ratings.level,
        "coefficients": {name: None if isinstance(one, Refusal) else one.value for name, one in found.items()},
        "intervals": {
            name: None if name in refused else _as_data(bootstrap_interval(ratings, coefficient, bootstrap, clusters))
            for name, coefficient in COEFFICIENTS.items()
        },
        "undefined": refused,
        "notes": doubts(ratings),
    }


def _as_data(interval: Interval | Refusal) -> dict[str, Any]:
    if isinstance(interval, Refusal):
        return {"low": None, "high": None, "reason": str(interval)}
    return asdict(interval)
