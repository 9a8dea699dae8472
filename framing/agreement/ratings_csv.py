"""Ratings read from CSV files. Every fault of a file is returned at once, with its line; nothing is raised."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from framing.agreement.ratings import Category, Level, Ratings, category_of, is_number

RECAL_MISSING = "#"
SEPARATORS = (",", "\t", ";")
_LONG = ("unit", "coder", "value")


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


def read_ratings(path: Path, level: Level, unit: str = "unit") -> Reading:
    """Ratings from a file with a header: the long layout if it has columns of units, coder and value, else the wide.

    Args:
        path: a UTF-8 CSV file, its cells separated by commas, semicolons or tabs.
        level: level of measurement.
        unit: the column that names the unit.

    Returns:
        The ratings, or every fault of the file.

    Source:
        Wickham (2014), "Tidy Data": the long and the wide form of one table.

    >>> read_ratings(Path("no such file.csv"), "nominal")
    [RatingsFault(line=0, message='no such file.csv cannot be read: No such file or directory')]
    """
    columns = (unit, *_LONG[1:])
    rows, _ = _rows_under_a_header(path)
    is_long = bool(rows) and all(_place(name, rows[0][1]) is not None for name in columns)
    return read_long(path, level, columns) if is_long else read_wide(path, level, unit)


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
    rows, faults = _rows_under_a_header(path)
    if not rows:
        return faults
    (line, header), *body = rows
    at = _place(unit, header)
    if at is None:
        return [_missing_column(line, unit, header), *faults]
    if len(header) == 1:
        return sorted([*faults, RatingsFault(line, f"no column of a coder stands beside '{header[0]}'")])
    coders = [name for place, name in enumerate(header) if place != at]
    shaped, ragged = _of_width(body, len(header))
    units = [(number, [cells[at]]) for number, cells in shaped]
    table, misread = _categories([(number, [*cells[:at], *cells[at + 1 :]]) for number, cells in shaped], coders, level)
    faults = [*faults, *_header_faults(line, header, body), *ragged, *_name_faults(units, ["unit"]), *misread]
    return sorted(faults) or Ratings.from_cells(table, level, [name for _, (name,) in units], coders)


def read_recal(path: Path, level: Level) -> Reading:
    r"""Ratings from a file as ReCal takes it: no header, one row per unit, one column per coder.

    Args:
        path: a UTF-8 CSV file; an empty cell or ``#`` is a missing coding. ReCal takes numbers only; here text is
            a code too at the nominal level. A line of bare separators is a unit that nobody coded.
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
    header = _unwanted_header(codings)
    table, misread = _categories(codings[len(header) :], coders, level)
    faults = [*faults, *header, *ragged, *misread]
    return sorted(faults) or Ratings.from_cells(table, level, [str(line) for line, _ in codings], coders)


def _unwanted_header(codings: Sequence[_Row]) -> list[RatingsFault]:
    """The fault of a first line that names columns, and would else be counted as a unit."""
    (line, first), *others = codings
    codes = [cell for _, cells in others for cell in cells if cell]
    names_only = all(cell and not is_number(cell) for cell in first)
    if not (names_only and codes and all(map(is_number, codes))) and first[0].casefold() != _LONG[0]:
        return []
    told = f"{', '.join(first)}: a header, which this layout does not have; remove it, or read the file as one with a header"
    return [RatingsFault(line, told)]


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
    rows, faults = _rows_under_a_header(path)
    if not rows:
        return faults
    (line, header), *body = rows
    places = [at for at in (_place(name, header) for name in columns) if at is not None]
    if len(places) < len(columns):
        return sorted(
            [*faults, *(_missing_column(line, name, header) for name in columns if _place(name, header) is None)]
        )
    shaped, ragged = _of_width(body, len(header))
    codings = [(number, [cells[at] for at in places]) for number, cells in shaped]
    values, misread = _categories([(number, cells[2:]) for number, cells in codings], columns[2:], level)
    read = [name for name in header if name in {header[at] for at in places}]
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


def _rows_under_a_header(path: Path) -> tuple[list[_Row], list[RatingsFault]]:
    rows, faults = _rows(path)
    filled = [(line, cells) for line, cells in rows if any(cells)]  # spreadsheets leave rows of bare commas behind
    return filled, faults if filled or faults else [RatingsFault(0, "the file is empty")]


def _separator(text: str) -> str:
    """The sign between cells: a comma wherever the first line has one, because semicolons also part the labels of a set."""
    first = re.sub('"[^"]*"', "", text.lstrip("\r\n").partition("\n")[0])
    return next((sign for sign in SEPARATORS if sign in first), SEPARATORS[0])


def _place(name: str, header: Sequence[str]) -> int | None:
    """Where a column stands: under this very name, or under the only one that differs from it in capitals alone."""
    if name in header:
        return header.index(name)
    alike = [place for place, column in enumerate(header) if column.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else None


def _records(text: str) -> tuple[list[_Row], list[RatingsFault]]:
    rows: list[_Row] = []
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for cells in reader:
            if len(cells) > 1 or any(cell.strip() for cell in cells):
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
    return RatingsFault(line, f"no column '{name}'{hint} Columns: {', '.join(header)}")


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
