"""Ratings read from CSV files. Every fault of a file is returned at once, with its line; nothing is raised."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from framing.agreement.ratings import Category, Level, Ratings, category_of

RECAL_MISSING = "#"


@dataclass(frozen=True, slots=True, order=True)
class RatingsFault:
    """What is wrong in one line of a file of codings.

    Attributes:
        line: line in the file, from 1; 0 when the file as a whole is meant.
        message: what is wrong, and where it helps what to do.

    >>> print(RatingsFault(3, "olga: 'x' is not a number, but the level is ordinal"))
    line 3: olga: 'x' is not a number, but the level is ordinal
    """

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


Reading: TypeAlias = Ratings | list[RatingsFault]
_Row: TypeAlias = tuple[int, Sequence[str]]


def read_ratings(path: Path, level: Level) -> Reading:
    """Ratings from a file with a header: the long layout if it has the columns unit, coder and value, else the wide.

    Args:
        path: a UTF-8 CSV file.
        level: level of measurement.

    Returns:
        The ratings, or every fault of the file.

    Source:
        Wickham (2014), "Tidy Data": the long and the wide form of one table.

    >>> read_ratings(Path("no such file.csv"), "nominal")
    [RatingsFault(line=0, message='no such file.csv cannot be read: No such file or directory')]
    """
    rows, _ = _rows(path)
    return read_long(path, level) if rows and {"unit", "coder", "value"} <= set(rows[0][1]) else read_wide(path, level)


def read_wide(path: Path, level: Level, unit: str = "unit") -> Reading:
    r"""Ratings from a file with one row per unit, one column per coder and a column that names the unit.

    Args:
        path: a UTF-8 CSV file with a header; an empty cell is a missing coding.
        level: level of measurement.
        unit: the column that names the unit; all others are coders.

    Returns:
        The ratings, or every fault of the file.

    Source:
        Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": the reliability data matrix, transposed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "tone.csv")
    ...     _ = file.write_text("unit,aki,olga\na1,1,1\na2,2,x\n", encoding="utf-8")
    ...     print(*read_wide(file, "ordinal"))
    line 3: olga: 'x' is not a number, but the level is ordinal
    """
    rows, faults = _rows(path)
    if not rows:
        return faults
    (line, header), *body = rows
    if unit not in header:
        return [_missing_column(line, unit, header), *faults]
    at = header.index(unit)
    coders = [name for place, name in enumerate(header) if place != at]
    shaped, ragged = _of_width(body, len(header))
    units = [(number, [cells[at]]) for number, cells in shaped]
    table, misread = _categories([(number, [*cells[:at], *cells[at + 1 :]]) for number, cells in shaped], coders, level)
    faults = [*faults, *_header_faults(line, header, body), *ragged, *_name_faults(units, ["unit"]), *misread]
    return sorted(faults) or Ratings.from_cells(table, level, [name for _, (name,) in units], coders)


def read_recal(path: Path, level: Level) -> Reading:
    r"""Ratings from a file as ReCal takes it: no header, one row per unit, one column per coder.

    Args:
        path: a UTF-8 CSV file of numbers; an empty cell or ``#`` is a missing coding.
        level: level of measurement.

    Returns:
        The ratings, with units and coders numbered, or every fault of the file.

    Source:
        Freelon (2010), "ReCal: Intercoder Reliability Calculation as a Web Service", file format.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "recal.csv")
    ...     _ = file.write_text("1,1\n2,#\n", encoding="utf-8")
    ...     print(read_recal(file, "nominal").codes.tolist())
    [[0, 0], [1, -1]]
    """
    rows, faults = _rows(path)
    if not rows:
        return faults
    coders = [f"coder {number}" for number in range(1, len(rows[0][1]) + 1)]
    shaped, ragged = _of_width(rows, len(coders))
    codings = [(line, ["" if cell == RECAL_MISSING else cell for cell in cells]) for line, cells in shaped]
    # ReCal knows numbers only, so text in the first line is a header that would else count as a unit.
    _, misread = _categories(codings, coders, "ordinal" if level == "nominal" else level)
    faults = [*faults, *ragged, *misread]
    if faults:
        return sorted(faults)
    table, _ = _categories(codings, coders, level)
    return Ratings.from_cells(table, level, [str(line) for line, _ in codings], coders)


def read_long(path: Path, level: Level, columns: tuple[str, str, str] = ("unit", "coder", "value")) -> Reading:
    r"""Ratings from a file with one row per coding.

    Args:
        path: a UTF-8 CSV file with a header; other columns are not read; an empty value is a missing coding.
        level: level of measurement.
        columns: the columns that hold the unit, the coder and the value.

    Returns:
        The ratings, units and coders in the order in which they first occur, or every fault of the file.

    Source:
        Wickham (2014), "Tidy Data": one observation per row.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "long.csv")
    ...     _ = file.write_text("unit,codr,value\na1,aki,1\n", encoding="utf-8")
    ...     print(*read_long(file, "nominal"))
    line 1: no column 'coder'; did you mean 'codr'? Columns: unit, codr, value
    """
    rows, faults = _rows(path)
    if not rows:
        return faults
    (line, header), *body = rows
    missing = [_missing_column(line, name, header) for name in columns if name not in header]
    if missing:
        return sorted([*faults, *missing])
    places = [header.index(name) for name in columns]
    shaped, ragged = _of_width(body, len(header))
    codings = [(number, [cells[at] for at in places]) for number, cells in shaped]
    values, misread = _categories([(number, cells[2:]) for number, cells in codings], columns[2:], level)
    read = [name for name in header if name in columns]
    faults = [*faults, *_header_faults(line, read, body), *ragged, *_name_faults(codings, ["unit", "coder"]), *misread]
    return sorted(faults) or _spread(codings, values, level)


def _spread(codings: Sequence[_Row], values: Sequence[Sequence[Category | None]], level: Level) -> Ratings:
    units = dict.fromkeys(cells[0] for _, cells in codings)
    coders = dict.fromkeys(cells[1] for _, cells in codings)
    coded = {(cells[0], cells[1]): value for (_, cells), (value,) in zip(codings, values, strict=True)}
    table = [[coded.get((unit, coder)) for coder in coders] for unit in units]
    return Ratings.from_cells(table, level, list(units), list(coders))


def _rows(path: Path) -> tuple[list[_Row], list[RatingsFault]]:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        return [], [RatingsFault(0, f"{path} cannot be read: {error.strerror}")]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [], [RatingsFault(line, "the file is not UTF-8; save it as 'CSV UTF-8'")]
    return _records(text)


def _records(text: str) -> tuple[list[_Row], list[RatingsFault]]:
    rows: list[_Row] = []
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):  # spreadsheets leave rows of bare commas behind
                rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        return rows, [RatingsFault(line, f"broken CSV: {error}")]
    return rows, [] if rows else [RatingsFault(0, "the file is empty")]


def _of_width(rows: Iterable[_Row], width: int) -> tuple[list[_Row], list[RatingsFault]]:
    kept, faults = [], []
    for line, cells in rows:
        if len(cells) == width:
            kept.append((line, cells))
        else:
            faults.append(RatingsFault(line, f"{len(cells)} cells, where the first line has {width}"))
    return kept, faults


def _missing_column(line: int, name: str, header: Sequence[str]) -> RatingsFault:
    near = get_close_matches(name.casefold(), [column.casefold() for column in header], n=1)
    meant = [column for column in header if column.casefold() in near]
    hint = f"; did you mean '{meant[0]}'?" if meant else "."
    separator = next((sign for sign in (";", "\t") if len(header) == 1 and sign in header[0]), None)
    told = f" The cells must be separated by ',', not {separator!r}." if separator else ""
    return RatingsFault(line, f"no column '{name}'{hint} Columns: {', '.join(header)}{told}")


def _header_faults(line: int, header: Sequence[str], body: Sequence[_Row]) -> list[RatingsFault]:
    twice = [f"two columns are called '{name}'" for name, times in Counter(header).items() if times > 1 and name]
    unnamed = [f"column {place} has no name" for place, name in enumerate(header, 1) if not name]
    bare = [] if body else ["no row follows the header"]
    return [RatingsFault(line, message) for message in [*twice, *unnamed, *bare]]


def _name_faults(rows: Iterable[_Row], kinds: Sequence[str]) -> list[RatingsFault]:
    """Faults of the names that lead each row: none may be empty, no combination may come twice."""
    first: dict[tuple[str, ...], int] = {}
    faults = []
    for line, cells in rows:
        names = tuple(cells[: len(kinds)])
        nameless = [kind for kind, name in zip(kinds, names, strict=True) if not name]
        faults += [RatingsFault(line, f"the {kind} has no name") for kind in nameless]
        if not nameless and first.setdefault(names, line) != line:
            which = ", ".join(f"{kind} '{name}'" for kind, name in zip(kinds, names, strict=True))
            faults.append(RatingsFault(line, f"{which}: already in line {first[names]}"))
    return faults


def _categories(
    rows: Iterable[_Row], names: Sequence[str], level: Level
) -> tuple[list[list[Category | None]], list[RatingsFault]]:
    table: list[list[Category | None]] = []
    faults = []
    for line, cells in rows:
        table.append([None] * len(cells))
        for place, (name, cell) in enumerate(zip(names, cells, strict=True)):
            try:
                table[-1][place] = category_of(cell, level) if cell else None
            except ValueError as error:
                faults.append(RatingsFault(line, f"{name}: {error}"))
    return table, faults
