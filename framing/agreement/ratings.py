"""Codings of the same units by several coders: the table from which every reliability figure is computed."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Literal, Self, TypeAlias, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

Level: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio", "jaccard", "masi"]
Category: TypeAlias = str | int | float | frozenset[str]

LEVELS: tuple[Level, ...] = get_args(Level)
SET_LEVELS: tuple[Level, ...] = ("jaccard", "masi")
EMPTY_SETS = ("{}", "[]")
MISSING = -1

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_LARGEST_NUMBER = 10**100  # squares of larger values would overflow in a distance
_SHOWN = 60
"""Characters of a code that a message repeats."""


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """Codings of units by coders; one row is a unit, one column a coder.

    Categories that do not occur are dropped on construction, so that `categories` are always those in the table.

    Attributes:
        codes: units x coders, positions in `categories`; -1 where the coder did not code the unit.
        categories: sorted; numbers at the ordinal, interval and ratio level (1.0 and 1 are one value), text at the
            nominal level, frozensets of labels at the jaccard and masi level.
        units: one name per row.
        coders: one name per column.
        level: level of measurement, which decides how far apart two categories are.

    >>> ratings = Ratings.from_lists([[1, 2, 3.0, None], [1, 2, 2, 1]], "ordinal")
    >>> ratings.categories, ratings.codes.tolist()
    ((1, 2, 3), [[0, 0], [1, 1], [2, 1], [-1, 0]])
    """

    codes: NDArray[np.intp]
    categories: tuple[Category, ...]
    units: tuple[str, ...]
    coders: tuple[str, ...]
    level: Level

    def __post_init__(self) -> None:
        if self.codes.shape != (len(self.units), len(self.coders)):
            raise ValueError(f"codes have shape {self.codes.shape}: {len(self.units)} x {len(self.coders)} expected")
        if self.codes.size and not MISSING <= self.codes.min() <= self.codes.max() < len(self.categories):
            raise ValueError(f"codes must lie between {MISSING} and {len(self.categories) - 1}")
        used = np.unique(self.codes[self.codes >= 0])
        position = np.full(len(self.categories) + 1, MISSING, dtype=np.intp)  # the last place answers for -1
        position[used] = np.arange(len(used))
        codes = position[self.codes]
        codes.setflags(write=False)
        object.__setattr__(self, "codes", codes)
        object.__setattr__(self, "categories", tuple(self.categories[code] for code in used))

    @classmethod
    def from_lists(
        cls,
        rows: Sequence[Sequence[object]],
        level: Level,
        units: Sequence[str] = (),
        coders: Sequence[str] = (),
    ) -> Self:
        """Ratings from one list of values per coder, in the same order of units, None where a coding is missing.

        Args:
            rows: coders x units. At the jaccard and masi level a value is a collection of labels, maybe empty.
            level: level of measurement.
            units: one name per unit; numbered when left out.
            coders: one name per coder; numbered when left out.

        Returns:
            The table, with categories in sorted order.

        Raises:
            ValueError: rows of unequal length, names that do not fit, or a value that is not a code at this level.

        Source:
            Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": the reliability data matrix.

        >>> Ratings.from_lists([["a", None], ["a", "b"]], "nominal", coders=["aki", "olga"]).coders
        ('aki', 'olga')
        """
        if len({len(row) for row in rows}) > 1:
            raise ValueError("the coders' lists must be of one length")
        coders = coders or [f"coder {number}" for number in range(1, len(rows) + 1)]
        by_unit = zip(*rows, strict=True)
        cells = [[None if value is None else category_of(value, level) for value in unit] for unit in by_unit]
        return cls.from_cells(cells, level, units or [str(number) for number in range(1, len(cells) + 1)], coders)

    @classmethod
    def from_cells(
        cls,
        cells: Sequence[Sequence[Category | None]],
        level: Level,
        units: Sequence[str],
        coders: Sequence[str],
    ) -> Self:
        """Ratings from categories already read, one row per unit.

        Args:
            cells: units x coders, None where a coding is missing.
            level: level of measurement.
            units: one name per row.
            coders: one name per column.

        Returns:
            The table, with categories in sorted order.

        Raises:
            ValueError: names that do not fit the rows and columns.

        Source:
            Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": the reliability data matrix.

        >>> Ratings.from_cells([["b", "a"], ["b", None]], "nominal", ["u1", "u2"], ["c1", "c2"]).codes.tolist()
        [[1, 0], [1, -1]]
        """
        if len(cells) != len(units) or any(len(row) != len(coders) for row in cells):
            raise ValueError(f"the cells do not make {len(units)} units x {len(coders)} coders")
        categories = ordered(cell for row in cells for cell in row if cell is not None)
        position = {category: code for code, category in enumerate(categories)}
        codes = [[MISSING if cell is None else position[cell] for cell in row] for row in cells]
        table = np.array(codes, dtype=np.intp).reshape(len(units), len(coders))
        return cls(table, categories, tuple(units), tuple(coders), level)

    def of_units(self, rows: ArrayLike) -> Self:
        """The ratings of some units (positions or a mask) by all coders, with the categories that occur among them.

        >>> Ratings.from_lists([[1, 2, 3], [1, 2, 2]], "ordinal").of_units([0, 1]).categories
        (1, 2)
        """
        chosen = np.arange(len(self.units))[np.asarray(rows)]
        return replace(self, codes=self.codes[chosen], units=tuple(self.units[row] for row in chosen))

    def presence_of(self, label: str) -> Self:
        """For every coding whether it holds one label: the yes/no table of one frame.

        Args:
            label: a label of the sets at the jaccard or masi level, or a category at the nominal level.

        Returns:
            Nominal ratings with the categories "absent" and "present"; missing codings stay missing.

        Source:
            Krippendorff (2019), Content Analysis, 4th ed., ch. 12: agreement on a single category.

        >>> sets = Ratings.from_lists([[["territory", "economy"], []], [["territory"], None]], "masi")
        >>> sets.presence_of("territory").codes.tolist()
        [[1, 1], [0, -1]]
        """
        holds = [
            label in category if isinstance(category, frozenset) else label == category for category in self.categories
        ]
        present = np.array([*holds, MISSING], dtype=np.intp)
        return replace(self, codes=present[self.codes], categories=("absent", "present"), level="nominal")


def ordered(categories: Iterable[Category]) -> tuple[Category, ...]:
    """Distinct categories in the order in which tables have them."""
    return tuple(sorted(set(categories), key=_sort_key))


def category_of(value: object, level: Level) -> Category:
    """The category that a written value stands for.

    At the nominal level a code is text, compared in Unicode's composed form: "1.0" and "1" are two codes. Elsewhere whole
    numbers of any length stay what they are, and decimals that 64 bits cannot hold are refused, so that two codes never become
    one. Sets are collections of labels, or text such as ``territory|economy``; the empty set is written ``{}`` or ``[]``.

    Args:
        value: a cell or a list item, not missing.
        level: level of measurement.

    Returns:
        A number at the ordinal, interval and ratio level, a frozenset at the set levels, else text.

    Raises:
        ValueError: the value is not a code at this level; the message says why.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12: levels of measurement.

    >>> category_of("1.0", "nominal"), category_of("1.0", "ordinal"), sorted(category_of("a|b", "masi"))
    ('1.0', 1, ['a', 'b'])
    """
    if level in SET_LEVELS:
        return _labels(value)
    return _label(value) if level == "nominal" else _number(value, level)


def is_number(text: str) -> bool:
    """Whether text can be a code at the ordinal, interval or ratio level: a decimal number, with or without an exponent.

    >>> is_number("-1.0"), is_number("1,5"), is_number("nan")
    (True, False, False)
    """
    return _NUMBER.fullmatch(text.strip()) is not None


def _label(value: object) -> str:
    text = unicodedata.normalize("NFC", str(value).strip())
    if not text or (isinstance(value, float) and not math.isfinite(value)):
        raise ValueError(f"{value!r} is not a code; a missing coding is None in a list, an empty cell in a file")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else text


def _labels(value: object) -> frozenset[str]:
    if isinstance(value, str):
        text = value.strip()
        return frozenset() if text in EMPTY_SETS else frozenset(_label(part) for part in re.split(r"[|;]", text))
    parts = value if isinstance(value, Iterable) else [value]
    return frozenset(_label(part) for part in parts)


def _number(value: object, level: Level) -> int | float:
    text = str(value).strip()
    if not is_number(text):
        point = text.replace(",", ".", 1)
        hint = f"; write {point}" if is_number(point) else ""
        raise ValueError(f"{_shortened(text)} is not a number, but the level is {level}{hint}")
    number = _exact(text)
    if number is None or abs(number) > _LARGEST_NUMBER:
        raise ValueError(f"{_shortened(text)} is too large for a code")
    if level == "ratio" and number < 0:
        raise ValueError(f"{_shortened(text)} is below zero, which a ratio scale does not allow")
    if number == number.to_integral_value():
        return int(number)
    if Decimal(repr(float(number))) != number:
        raise ValueError(f"{_shortened(text)} is too long to be kept exactly; round it to 15 digits")
    return float(number)


def _exact(text: str) -> Decimal | None:
    """The number as written, or None where its exponent is beyond all use."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _shortened(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _sort_key(category: Category) -> tuple[int, list[str]] | Category:
    return (len(category), sorted(category)) if isinstance(category, frozenset) else category
