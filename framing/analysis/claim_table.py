"""The table of claims about coverage: what its columns and types are."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args

import polars as pl

from framing.study.levels import scale

Entry = Mapping[str, Any]
Kind = Literal["coverage", "omission", "expectation", "blame", "verdict"]
Described = Literal["outlet", "press", "officials", "capital", "opinion"]


def claim_table(claims: Iterable[Entry], words: Mapping[str, pl.Enum], variables: Iterable[Entry]) -> pl.DataFrame:
    """One row per claim.

    Args:
        claims: entries of ``claims.json``.
        words: the vocabularies of the study: outlet, frame, variable, coder.
        variables: the variables of the codebook.

    Returns:
        ``claim``, ``by`` (coder), ``source``, ``section``, ``note``, ``group``, ``outlet``, ``country``, ``name``, ``in_study``,
        ``first`` and ``last`` (days that bound its quarters), ``theme``, ``kind``, ``ordinal``, ``middle``
        (of the scale) and ``sign`` (its direction),
        ``nominal`` and ``value`` (its answer), ``words``, ``events``; null where the claim has none.

    >>> words = dict.fromkeys(("outlet", "frame", "variable", "coder"), pl.Enum(["x"]))
    >>> claim_table([], words, []).shape
    (0, 21)
    """
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        **{"claim": pl.String, "by": words["coder"], "source": pl.String, "section": pl.String, "note": pl.Int64},
        **{"group": pl.Enum(get_args(Described)), "outlet": words["outlet"], "country": pl.String, "name": pl.String},
        **{"in_study": pl.Boolean, "first": pl.Date, "last": pl.Date, "theme": words["frame"]},
        **{"kind": pl.Enum(get_args(Kind)), "ordinal": words["variable"], "middle": pl.Float64, "sign": pl.Int8},
        **{"nominal": words["variable"], "value": pl.String, "words": pl.String, "events": pl.List(pl.String)},
    }
    known = {variable["id"]: variable for variable in variables}
    return pl.DataFrame([_row(claim, known) for claim in claims], schema=schema, orient="row")


def _row(claim: Entry, variables: Mapping[str, Entry]) -> tuple[Any, ...]:
    locator, about, period = claim["locator"], claim["about"], claim["period"]
    direction, answer = claim.get("direction", {}), claim.get("answer", {})
    steps = scale(variables[direction["variable"]]) if direction else []
    middle = (steps[0] + steps[-1]) / 2 if steps else None
    return (
        *(claim["id"], claim["by"], claim["source"], locator.get("section"), locator.get("note")),
        *(about["group"], about.get("outlet"), about.get("country"), about.get("name"), about["in_study"]),
        *(_day(period["from"], 1), _day(period["to"], 3), claim["theme"], claim["kind"]),
        *(direction.get("variable"), middle, direction.get("sign"), answer.get("variable"), answer.get("value")),
        *(claim["words"], claim["events"]),
    )


def _day(quarter: str, month: Literal[1, 3]) -> date:
    """The first day of a quarter's first month, or the last of its third."""
    year, number = int(quarter[:4]), 3 * (int(quarter[-1]) - 1) + month
    return date(year, number, 1 if month == 1 else monthrange(year, number)[1])
