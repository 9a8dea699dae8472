"""The steps in which a variable is judged, each among the articles that the one before leaves: seen?, expressed?, and the value.

That a source does not let one see (``unknown``) is no answer: two coders who see nothing agree on nothing. To see that
nothing is expressed, or that a rule excludes the question, is an answer to whether something is expressed.
"""

from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from framing.analysis.table import UNSEEN


def steps(variable: Mapping[str, Any], given: Collection[str]) -> dict[str, pl.Expr]:
    """The judgements of yes or no that come before the value of a variable.

    Args:
        variable: an entry of the codebook, with ``id`` and ``missing``, the missing values that are legal for it.
        given: the missing values that some coder gave.

    Returns:
        By name, an expression on ``missing``: ``X:seen`` (no: ``unknown``), where some coder could not see;
        ``X:expressed`` (no: ``not_expressed`` or ``not_applicable``; null where it was not seen), where those are legal.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12: units are compared by what was judged, not by what was not.

    >>> values = pl.DataFrame({"missing": [None, "not_expressed", "unknown"]})
    >>> found = steps({"id": "stance", "missing": ["not_expressed", "not_applicable", "unknown"]}, ["unknown"])
    >>> values.select(**found).to_dict(as_series=False)
    {'stance:seen': ['yes', 'yes', 'no'], 'stance:expressed': ['yes', 'no', None]}
    """
    name = variable["id"]
    missing = pl.col("missing").cast(pl.String)
    seen = missing.ne_missing(UNSEEN)
    expressed = pl.when(missing.is_null()).then(pl.lit("yes")).otherwise(pl.lit("no"))
    found = {}
    if UNSEEN in given:
        found[f"{name}:seen"] = pl.when(seen).then(pl.lit("yes")).otherwise(pl.lit("no"))
    if set(variable["missing"]) - {UNSEEN}:
        found[f"{name}:expressed"] = pl.when(seen).then(expressed)
    return found
