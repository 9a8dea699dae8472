"""The rows of a CSV file, read once: its separator, its line ends, and the first line that spreadsheets add."""

import csv
import io
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from framing.agreement.ratings import SET_LEVELS, Level

STANDARD_INPUT = Path("-")
SEPARATORS = ("\t", ";", ",")
"""Where two fit equally well, the first is taken: decimal commas occur with tabs and semicolons, not with commas."""
_SET_SEPARATORS = ("\t", ",", ";")
"""The same for sets, whose labels are separated by semicolons."""
_NAMEABLE = "\t;,|:^~"

_NAMED_SEPARATOR = re.compile(r'[ \r\n]*"?sep=([^\r\n]*)', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")

Row: TypeAlias = tuple[int, Sequence[str]]


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


_Rows: TypeAlias = tuple[list[Row], list[RatingsFault]]


def csv_rows(path: Path, level: Level) -> _Rows:
    r"""All rows of a file that are not blank, from one reading: a pipe can be read only once.

    Args:
        path: a UTF-8 file, or ``-`` for the standard input. Lines end with LF, CR LF or a bare CR; cells are separated by
            commas, semicolons or tabs, or by the character that a first line ``sep=`` names, as Excel writes it.
        level: level of measurement; semicolons separate the labels of a set.

    Returns:
        The rows with the line on which each begins, cells without blanks around them, and the faults met on the way.

    Source:
        RFC 4180 for the quoting; the line ``sep=`` is a convention of Microsoft Excel.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "codes.csv")
    ...     _ = file.write_text("sep=;\runit;aki\ra1;1,5\r", encoding="utf-8", newline="")
    ...     print(csv_rows(file, "interval"))
    ([(2, ['unit', 'aki']), (3, ['a1', '1,5'])], [])
    """
    text = _text(path)
    if isinstance(text, RatingsFault):
        return [], [text]
    named = _NAMED_SEPARATOR.match(text)
    if not named:
        return _best_parted(text, level, 1)
    signs, line = named[1].replace('"', "").strip(" "), len(_LINE_END.findall(named[0])) + 1
    if signs and not (signs[-1] in _NAMEABLE and signs.strip(signs[-1]) in _NAMEABLE):
        told = f"'sep={signs}' does not name a single separator; correct or remove this line"
        return [], [RatingsFault(line, told)]
    rest = text[named.end() :]
    # Saved again by another program the line is padded with that program's own separator, which then comes last.
    return _parted(rest, signs[-1], line) if signs else _best_parted(rest, level, line)


def _text(path: Path) -> str | RatingsFault:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
    except OSError as error:
        return RatingsFault(0, f"{path} cannot be read: {error.strerror}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data[: error.start].decode("latin-1"))) + 1
        return RatingsFault(line, "the file is not UTF-8; save it as 'CSV UTF-8'")


def _best_parted(text: str, level: Level, line: int) -> _Rows:
    """The rows by the separator that splits the first row and leaves the fewest rows of another width."""
    order = _SET_SEPARATORS if level in SET_LEVELS else SEPARATORS
    ways = [_parted(text, sign, line) for sign in order if sign in text]
    parting = [(rows, faults) for rows, faults in ways if rows and len(rows[0][1]) > 1]
    return min(parting, key=_raggedness) if parting else _parted(text, ",", line)


def _raggedness(way: _Rows) -> tuple[int, int]:
    rows, faults = way
    return len(faults), sum(len(cells) != len(rows[0][1]) for _, cells in rows)


def _parted(text: str, separator: str, first_line: int) -> _Rows:
    rows: list[Row] = []
    line = first_line
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if len(cells) > 1 or any(cell.strip() for cell in cells):
                rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + first_line
    except csv.Error as error:
        return rows, [RatingsFault(line, f"broken CSV: {error}")]
    return rows, [] if rows else [RatingsFault(0, "the file is empty")]
