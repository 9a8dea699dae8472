"""Ratings read from CSV files. Every fault of a file is returned at once, with its line; nothing is raised."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from framing.agreement.csv_rows import RatingsFault, Row, csv_rows
from framing.agreement.doubtful_codes import is_missing_word
from framing.agreement.preparation import AS_IS, Preparation, prepared
from framing.agreement.ratings import Category, Level, Ratings, category_of, is_number
from framing.study.faults import meant

RECAL_MISSING = "#"
LONG = ("unit", "coder", "value")
Cluster: TypeAlias = tuple[str, str]


class CodingTable(NamedTuple):
    """The codings of a file, and which of its units belong together.

    Attributes:
        ratings: the codings.
        clusters: a label per unit; units with the same label are resampled together, and a unit without a cluster has a
            label of its own.
        left_out: how many units are left out because of a code that was given to them.
    """

    ratings: Ratings
    clusters: tuple[Cluster, ...]
    left_out: int = 0


Reading: TypeAlias = CodingTable | list[RatingsFault]
_Read: TypeAlias = tuple[list[Row], list[RatingsFault]]


def read_ratings(path: Path, level: Level, unit: str = "unit", cluster: str = "", wish: Preparation = AS_IS) -> Reading:
    r"""Ratings from a file with a header: the long layout if it has columns of units, coder and value, else the wide.

    Args:
        path: a CSV file as `csv_rows` reads it. Wide, it has a row per unit, and every column but those of units and clusters is
            a coder's; an empty cell is a missing coding.
        level: level of measurement.
        unit: the column that names the unit.
        cluster: the column that names the cluster of the unit, if there is one; an empty cell is a unit of its own.
        wish: which rows and units count, and which codes mean the same.

    Returns:
        The codings, or every fault of the file.

    Source:
        Wickham (2014), "Tidy Data": the long and the wide form of one table; Krippendorff (2011), "Computing Krippendorff's
        Alpha-Reliability": the wide one is the reliability data matrix, transposed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "tone.csv")
    ...     _ = file.write_text("unit,aki,olga\na1,1,1\na2,2,x\n", encoding="utf-8")
    ...     print(*read_ratings(file, "ordinal"))
    line 3: olga: 'x' is not a number, but the level is ordinal
    """
    columns = (unit, *LONG[1:])
    read = rows, _ = _rows_under_a_header(path, level)
    is_long = bool(rows) and all(_place(name, rows[0][1]) is not None for name in columns)
    if is_long:
        return _long(read, level, columns, cluster, wish)
    return _wide(read, level, unit, cluster, wish)


def _wide(read: _Read, level: Level, unit: str, cluster: str, wish: Preparation) -> Reading:
    rows, faults = read
    if not rows:
        return list(faults)
    line, header = rows[0]
    named = [name for name in (unit, cluster) if name]
    at = [place for place in (_place(name, header) for name in named) if place is not None]
    if len(at) < len(named):
        return [*_missing_columns(line, named, header), *faults]
    coders = [name for place, name in enumerate(header) if place not in at]
    if not coders:
        told = f"there is no coder's column beside {' and '.join(repr(header[place]) for place in at)}"
        return sorted([*faults, RatingsFault(line, told)])
    (_, *body), unmet, left_out = prepared(
        rows, at[0], [place for place in range(len(header)) if place not in at], wish
    )
    shaped, ragged = _of_width(body, len(header))
    units = [(number, [cells[place] for place in at]) for number, cells in shaped]
    codes = [(number, [cell for place, cell in enumerate(cells) if place not in at]) for number, cells in shaped]
    table, misread = _categories(codes, coders, level)
    faults = [*faults, *unmet, *_header_faults(line, header, body), *ragged, *_name_faults(units, ["unit"]), *misread]
    names = [cells[0] for _, cells in units]
    return sorted(faults) or CodingTable(
        Ratings.from_cells(table, level, names, coders), tuple(_cluster(*cells) for _, cells in units), left_out
    )


def _cluster(unit: str, label: str = "") -> Cluster:
    return (label, "" if label else unit)


def read_recal(path: Path, level: Level) -> Reading:
    r"""Ratings from a file as ReCal takes it: no header, one row per unit, one column per coder.

    Args:
        path: a CSV file as `csv_rows` reads it; an empty cell or ``#`` is a missing coding. ReCal takes numbers only; here text is
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
    ...     print(read_recal(file, "nominal").ratings.codes.tolist())
    [[0, 0], [1, -1]]
    """
    rows, faults = csv_rows(path, level)
    if not rows:
        return faults
    coders = [f"coder {number}" for number in range(1, len(rows[0][1]) + 1)]
    shaped, ragged = _of_width(rows, len(coders))
    codings = [(line, ["" if cell == RECAL_MISSING else cell for cell in cells]) for line, cells in shaped]
    header = _unwanted_header(codings)
    table, misread = _categories(codings[len(header) :], coders, level)
    faults = [*faults, *header, *ragged, *misread]
    units = [str(line) for line, _ in codings]
    return sorted(faults) or CodingTable(
        Ratings.from_cells(table, level, units, coders), tuple(_cluster(unit) for unit in units)
    )


def _unwanted_header(codings: Sequence[Row]) -> list[RatingsFault]:
    """The fault of a first line that names columns, which would otherwise be counted as a unit."""
    (line, first), *others = codings
    codes = [cell for _, cells in others for cell in cells if cell]
    names_only = all(cell and not is_number(cell) and not is_missing_word(cell) for cell in first)
    if not (names_only and codes and all(map(is_number, codes))) and first[0].casefold() != LONG[0]:
        return []
    told = f"{', '.join(first)}: a header, which this layout does not have; remove it, or read the file as one with a header"
    return [RatingsFault(line, told)]


def read_long(
    path: Path,
    level: Level,
    columns: tuple[str, str, str] = ("unit", "coder", "value"),
    cluster: str = "",
    wish: Preparation = AS_IS,
) -> Reading:
    r"""Ratings from a file with one row per coding.

    Args:
        path: a CSV file with a header; other columns are not read, and an empty value is a missing coding.
        level: level of measurement.
        columns: the columns that hold the unit, the coder and the value.
        cluster: as in `read_ratings`.
        wish: as in `read_ratings`.

    Returns:
        The codings, units and coders in the order in which they first occur, or every fault of the file.

    Source:
        Wickham (2014), "Tidy Data": one observation per row.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "long.csv")
    ...     _ = file.write_text("unit,codr,value\na1,aki,1\n", encoding="utf-8")
    ...     print(*read_long(file, "nominal"))
    line 1: no column 'coder'; did you mean 'codr'?
    """
    return _long(_rows_under_a_header(path, level), level, columns, cluster, wish)


def _long(read: _Read, level: Level, columns: tuple[str, str, str], cluster: str, wish: Preparation) -> Reading:
    rows, faults = read
    if not rows:
        return list(faults)
    line, header = rows[0]
    named = [name for name in (*columns, cluster) if name]
    at = [place for place in (_place(name, header) for name in named) if place is not None]
    if len(at) < len(named):
        return sorted([*faults, *_missing_columns(line, named, header)])
    (_, *body), unmet, left_out = prepared(rows, at[0], [at[2]], wish)
    shaped, ragged = _of_width(body, len(header))
    codings = [(number, [cells[place] for place in at]) for number, cells in shaped]
    values, misread = _categories([(number, cells[2:3]) for number, cells in codings], columns[2:], level)
    used = [name for name in header if name in {header[place] for place in at}]
    faults = [*faults, *unmet, *_header_faults(line, used, body), *ragged, *misread]
    faults += [*_name_faults(codings, ["unit", "coder"]), *_split_clusters(codings)]
    return sorted(faults) or _spread(codings, values, level)._replace(left_out=left_out)


def _split_clusters(codings: Sequence[Row]) -> list[RatingsFault]:
    """The faults of units in another cluster than on the line that first names them."""
    first: dict[str, tuple[int, str]] = {}
    faults = []
    for line, (unit, _, _, *own) in codings:
        for label in own:
            where, earlier = first.setdefault(unit, (line, label))
            if label != earlier:
                told = f"unit '{unit}' is in cluster '{label}' here and in '{earlier}' in line {where}"
                faults.append(RatingsFault(line, told))
    return faults


def _spread(codings: Sequence[Row], values: Sequence[Sequence[Category | None]], level: Level) -> CodingTable:
    clusters = {cells[0]: _cluster(cells[0], *cells[3:]) for _, cells in codings}
    coders = dict.fromkeys(cells[1] for _, cells in codings)
    coded = {(cells[0], cells[1]): value for (_, cells), (value,) in zip(codings, values, strict=True)}
    table = [[coded.get((unit, coder)) for coder in coders] for unit in clusters]
    return CodingTable(Ratings.from_cells(table, level, list(clusters), list(coders)), tuple(clusters.values()))


def _rows_under_a_header(path: Path, level: Level) -> _Read:
    rows, faults = csv_rows(path, level)
    filled = [(line, cells) for line, cells in rows if any(cells)]  # spreadsheets leave rows of bare commas behind
    return filled, faults if filled or faults else [RatingsFault(0, "the file is empty")]


def _place(name: str, header: Sequence[str]) -> int | None:
    """Where a column is: under this name, or under the only one that differs from it just in capitals."""
    if name in header:
        return header.index(name)
    alike = [place for place, column in enumerate(header) if column.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else None


def _of_width(rows: Iterable[Row], width: int) -> tuple[list[Row], list[RatingsFault]]:
    kept, faults = [], []
    for line, cells in rows:
        if len(cells) == width:
            kept.append((line, cells))
        else:
            faults.append(RatingsFault(line, f"{len(cells)} cells, where the first line has {width}"))
    return kept, faults


def _missing_columns(line: int, names: Sequence[str], header: Sequence[str]) -> list[RatingsFault]:
    missing = [name for name in names if _place(name, header) is None]
    return [
        RatingsFault(line, f"no column '{name}'{meant(name, [each for each in header if each])}") for name in missing
    ]


def _header_faults(line: int, header: Sequence[str], body: Sequence[Row]) -> list[RatingsFault]:
    twice = [f"two columns are called '{name}'" for name, times in Counter(header).items() if times > 1 and name]
    unnamed = [f"column {place} has no name" for place, name in enumerate(header, 1) if not name]
    bare = [] if body else ["no row follows the header"]
    return [RatingsFault(line, message) for message in [*twice, *unnamed, *bare]]


def _name_faults(rows: Iterable[Row], kinds: Sequence[str]) -> list[RatingsFault]:
    """Faults of the names that begin each row: none may be empty, and no combination may be repeated."""
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
    rows: Iterable[Row], names: Sequence[str], level: Level
) -> tuple[list[list[Category | None]], list[RatingsFault]]:
    table: list[list[Category | None]] = []
    faults = []
    for line, cells in rows:
        table.append([None] * len(cells))
        for place, (name, cell) in enumerate(zip(names, cells, strict=True)):
            try:
                table[-1][place] = category_of(cell, level) if cell else None
            except ValueError as error:
                hint = "; leave the cell empty if nothing was coded" if is_missing_word(cell) else ""
                faults.append(RatingsFault(line, f"{name}: {error}{hint}"))
    return table, faults
