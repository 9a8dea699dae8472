"""Reliability of any table of codings, without a study."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.analysis.draws import AGREEMENT
from framing.cli import console
from framing.cli.agreement_figures import Draws, Interval, MinAlpha, Seed, bootstrap, bounds, figure, require
from framing.cli.options import Json, one_of, stop

if TYPE_CHECKING:
    from framing.agreement.ratings import Level
    from framing.agreement.ratings_csv import Reading
    from framing.agreement.resampling import Bootstrap

File = Annotated[Path, typer.Argument(help="A CSV file; - reads the standard input.")]
Measured = Annotated[str, typer.Option("--level", help="nominal, ordinal, interval, ratio, jaccard or masi.")]


def table(
    file: File,
    level: Measured = "",
    unit: Annotated[str, typer.Option("--unit", help="The column of units.")] = "unit",
    coder: Annotated[str, typer.Option("--coder", help="Of a long table: the column of coders.")] = "",
    value: Annotated[str, typer.Option("--value", help="Of a long table: the column of codes.")] = "",
    cluster: Annotated[str, typer.Option("--cluster", help="The column of clusters, which are resampled whole.")] = "",
    where: Annotated[list[str] | None, typer.Option("--where", help="Only rows in which COLUMN=VALUE.")] = None,
    recode: Annotated[
        list[str] | None, typer.Option("--recode", help="OLD=NEW: a code that counts as another.")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", help="Leave out units to which some coder gave this code.")
    ] = None,
    min_alpha: MinAlpha = None,
    interval: Interval = "percentile",
    draws: Draws = AGREEMENT,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Give all coefficients of a CSV table: a column per coder, or a row per coding.

    Example: framing agreement table codes.csv --level ordinal

    Example: framing agreement table codes.csv --level ordinal --where object=us --recode 8=2 --without 9
    """
    from framing.agreement.preparation import Preparation
    from framing.agreement.ratings_csv import read_long, read_ratings

    measured = _level(level)
    wish = Preparation(_pairs("--where", where), _pairs("--recode", recode), without or ())
    _unless_missing(file)
    if coder or value:
        reading = read_long(file, measured, (unit, coder or "coder", value or "value"), cluster, wish)
    else:
        reading = read_ratings(file, measured, unit, cluster, wish)
    _print_coefficients(file, reading, bootstrap(interval, draws, seed), min_alpha, json)


def recal(
    file: File,
    level: Measured = "",
    min_alpha: MinAlpha = None,
    interval: Interval = "percentile",
    draws: Draws = AGREEMENT,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Give all coefficients of a ReCal file: no header, a column per coder.

    Example: framing agreement recal codes.csv --level nominal
    """
    from framing.agreement.ratings_csv import read_recal

    measured = _level(level)
    _unless_missing(file)
    _print_coefficients(file, read_recal(file, measured), bootstrap(interval, draws, seed), min_alpha, json)


def _pairs(option: str, given: "list[str] | None") -> dict[str, str]:
    parted = [text.partition("=") for text in given or ()]
    wrong = [text for text, (name, sign, _) in zip(given or (), parted, strict=True) if not (name and sign)]
    if wrong:
        raise stop(
            f"{option}: write {wrong[0]!r} as {'COLUMN=VALUE' if option == '--where' else 'OLD=NEW'}.", console.USAGE
        )
    return {name.strip(): value.strip() for name, _, value in parted}


def _level(name: str) -> "Level":
    from framing.agreement.ratings import LEVELS

    if not name:
        raise stop(
            f"--level is needed: {', '.join(LEVELS)}. The same codes give other figures at another level.",
            console.USAGE,
        )
    return one_of(name, LEVELS, "--level")


def _unless_missing(file: Path) -> None:
    from framing.agreement.csv_rows import STANDARD_INPUT

    if file != STANDARD_INPUT and not file.exists():
        raise stop(f"{file}: no such file", console.NOT_FOUND)
    if file.is_dir():
        raise stop(f"{file} is a folder; name one CSV file", console.NOT_FOUND)


def _print_coefficients(
    file: Path, reading: "Reading", how: "Bootstrap", min_alpha: float | None, as_json: bool
) -> None:
    """Prints all coefficients, or every fault of the file; the command ends when alpha is too low."""
    from framing.agreement.csv_rows import STANDARD_INPUT
    from framing.agreement.table_report import data_report

    if isinstance(reading, list):
        name = "standard input" if file == STANDARD_INPUT else file
        for fault in reading:
            console.say(f"{name}:{fault.line}: {fault.message}" if fault.line else f"{name}: {fault.message}")
        raise typer.Exit(console.FAULTY)
    if reading.left_out:
        console.say(f"{reading.left_out} unit(s) are left out because a coder gave them a code of --without.")
    report = data_report(reading.ratings, how, reading.clusters)
    for note in report["notes"]:
        console.say(f"Note: {note}.")
    if as_json:
        console.as_json(report)
    else:
        _print_report(report)
    alpha = report["intervals"]["krippendorff_alpha"]
    require(min_alpha, [alpha and alpha["low"]])


def _print_report(report: Mapping[str, Any]) -> None:
    rows = []
    for name, coefficient in report["coefficients"].items():
        interval = report["intervals"][name] or {"low": None, "high": None}
        why = report["undefined"].get(name) or interval.get("reason", "")
        rows.append((name, figure(coefficient, 4), bounds(interval["low"], interval["high"]), why))
    together = "" if report["clusters"] == report["units"] else f" in {report['clusters']} clusters"
    console.say(f"{report['units']} units{together}, {report['coders']} coders, {report['level']} level")
    if report["level"] != "nominal":
        console.say(
            f"The {report['level']} level applies to alpha; {_scope(report['level'])} only ask whether codes are equal."
        )
    console.as_table(("coefficient", "value", "95 % interval", "why not"), rows)


def _scope(level: str) -> str:
    from framing.agreement.ratings import SET_LEVELS

    if level in SET_LEVELS:
        return "all other coefficients"
    return "weighted kappas and AC2 use the order of the codes, and all other coefficients"
