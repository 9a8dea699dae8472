"""Reliability of any table of codings, without a study."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from framing.cli import console
from framing.cli.options import one_of, stop

if TYPE_CHECKING:
    from framing.agreement.ratings import Level
    from framing.agreement.ratings_csv import CodingTable, Reading
    from framing.agreement.resampling import Bootstrap

UNIT = "unit"


class Columns(NamedTuple):
    """The names of columns that a person gave; empty where none was given."""

    unit: str
    coder: str
    value: str
    cluster: str


def coding_table(path: Path, level: str, no_header: bool, columns: Columns) -> "CodingTable":
    """The codings of a CSV file; the command ends with every fault of the file when there are any."""
    from framing.agreement.csv_rows import STANDARD_INPUT
    from framing.agreement.ratings import LEVELS

    if not level:
        raise stop(
            f"--level is needed with --data: {', '.join(LEVELS)}. The same codes give other figures at another level.",
            console.USAGE,
        )
    measured = LEVELS[LEVELS.index(one_of(level, LEVELS, "--level"))]
    if path != STANDARD_INPUT and not path.exists():
        raise stop(f"{path}: there is no such file", console.NOT_FOUND)
    if path.is_dir():
        raise stop(f"{path} is a folder; --data takes one CSV file", console.NOT_FOUND)
    if no_header and (columns.coder or columns.value or columns.cluster or columns.unit != UNIT):
        raise stop(
            "--no-header: a file without a header has no names for --unit, --coder, --value and --cluster",
            console.USAGE,
        )
    found = _reading(path, measured, no_header, columns)
    if not isinstance(found, list):
        return found
    name = "standard input" if path == STANDARD_INPUT else path
    for fault in found:
        console.say(f"{name}:{fault.line}: {fault.message}" if fault.line else f"{name}: {fault.message}")
    raise typer.Exit(console.FAULTY)


def _reading(path: Path, level: "Level", no_header: bool, columns: Columns) -> "Reading":
    from framing.agreement import ratings_csv

    if no_header:
        return ratings_csv.read_recal(path, level)
    if columns.coder or columns.value:
        named = (columns.unit, columns.coder or "coder", columns.value or "value")
        return ratings_csv.read_long(path, level, named, columns.cluster)
    return ratings_csv.read_ratings(path, level, columns.unit, columns.cluster)


def print_reliability(table: "CodingTable", bootstrap: "Bootstrap", min_alpha: float | None, as_json: bool) -> None:
    """Prints all coefficients of a table; the command ends when alpha's lower bound is below the one required."""
    from framing.agreement.table_report import data_report

    report = data_report(table.ratings, bootstrap, table.clusters)
    for note in report["notes"]:
        console.say(f"Note: {note}.")
    if as_json:
        console.as_json({key: found for key, found in report.items() if key != "format"})
    else:
        _print_table(report)
    interval = report["intervals"]["krippendorff_alpha"]
    if min_alpha is not None and (interval is None or interval["low"] is None or interval["low"] < min_alpha):
        raise stop(f"the lower bound of alpha is below {min_alpha}, or cannot be given", console.UNRELIABLE)


def _print_table(report: Mapping[str, Any]) -> None:
    rows = []
    for name, found in report["coefficients"].items():
        interval = report["intervals"][name]
        why = report["undefined"].get(name, "") or (interval or {}).get("reason", "")
        bounds = f"{interval['low']:.2f} to {interval['high']:.2f}" if interval and not why else ""
        rows.append((name, "" if found is None else f"{found:.4f}", bounds, why))
    together = "" if report["clusters"] == report["units"] else f" in {report['clusters']} clusters"
    console.say(f"{report['units']} units{together}, {report['coders']} coders, {report['level']} level")
    if report["level"] != "nominal":
        console.say(f"The {report['level']} level is alpha's; {_scope(report['level'])} take codes as equal or not.")
    console.as_table(("coefficient", "value", "95 % interval", "why not"), rows)


def _scope(level: str) -> str:
    from framing.agreement.ratings import SET_LEVELS

    if level in SET_LEVELS:
        return "all other coefficients"
    return "weighted kappas and AC2 go by the order of the codes, and all other coefficients"
