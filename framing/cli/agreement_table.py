"""Reliability of any table of codings, without a study."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framing.cli import console
from framing.cli.options import one_of, stop

if TYPE_CHECKING:
    from framing.agreement.ratings import Ratings
    from framing.agreement.resampling import Bootstrap

UNIT = "unit"


def ratings_in(path: Path, level: str, no_header: bool, columns: tuple[str, str, str]) -> "Ratings":
    """The codings of a CSV file; the command ends with every fault of the file when there are any."""
    from framing.agreement import ratings_csv
    from framing.agreement.ratings import LEVELS, Ratings

    if not level:
        raise stop(
            f"--level is needed with --data: {', '.join(LEVELS)}. The same codes give other figures at another level.",
            console.USAGE,
        )
    measured = LEVELS[LEVELS.index(one_of(level, LEVELS, "--level"))]
    if not path.exists():
        raise stop(f"{path}: there is no such file", console.NOT_FOUND)
    if path.is_dir():
        raise stop(f"{path} is a folder; --data takes one CSV file", console.NOT_FOUND)
    unit, coder, value = columns
    if no_header and (coder or value or unit != UNIT):
        raise stop("--no-header: a file without a header has no names for --unit, --coder and --value", console.USAGE)
    if no_header:
        found = ratings_csv.read_recal(path, measured)
    elif coder or value:
        found = ratings_csv.read_long(path, measured, (unit, coder or "coder", value or "value"))
    else:
        found = ratings_csv.read_ratings(path, measured, unit)
    if isinstance(found, Ratings):
        twins = [name for name in found.categories if isinstance(name, str) and f"{name}.0" in found.categories]
        if twins:
            console.say(
                f"Note: at the nominal level {twins[0]!r} and {twins[0] + '.0'!r} are two codes; write them alike if they are one."
            )
        return found
    for fault in found:
        console.say(f"{path}:{fault.line}: {fault.message}" if fault.line else f"{path}: {fault.message}")
    raise typer.Exit(console.FAULTY)


def print_reliability(ratings: "Ratings", bootstrap: "Bootstrap", min_alpha: float | None, as_json: bool) -> None:
    """Prints all coefficients of a table; the command ends when alpha's lower bound is below the one required."""
    from framing.agreement.table_report import data_report

    report = data_report(ratings, bootstrap.draws, bootstrap.seed)
    if as_json:
        console.as_json({key: found for key, found in report.items() if key != "format"})
    else:
        rows = []
        for name, found in report["coefficients"].items():
            interval = report["intervals"][name]
            why = report["undefined"].get(name, "") or (interval or {}).get("reason", "")
            bounds = f"{interval['low']:.3f} to {interval['high']:.3f}" if interval and not why else ""
            rows.append((name, "" if found is None else f"{found:.4f}", bounds, why))
        console.say(f"{report['units']} units, {report['coders']} coders, {report['level']} level")
        if report["level"] != "nominal":
            console.say(
                f"The {report['level']} level is alpha's; all other coefficients here take codes as equal or not."
            )
        console.as_table(("coefficient", "value", "95 % interval", "why not"), rows)
    interval = report["intervals"]["krippendorff_alpha"]
    if min_alpha is not None and (interval is None or interval["low"] is None or interval["low"] < min_alpha):
        raise stop(f"the lower bound of alpha is below {min_alpha}, or cannot be given", console.UNRELIABLE)
