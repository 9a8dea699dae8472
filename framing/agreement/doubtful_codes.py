"""What a person should look at in a table of codings: marks of missing values among the codes, and names that look alike."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Literal

from framing.agreement.ratings import Category, Ratings, is_number

MISSING_WORDS = frozenset((files("framing.agreement") / "missing_marks.txt").read_text(encoding="utf-8").splitlines())
"""What programs and people write where nothing was coded, without capitals and in Unicode's compatible form."""

MISSING_NUMBERS = frozenset(
    sign * Decimal(digits)
    for digits in (1, 8, 9, 66, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 7777, 8888, 9999)
    for sign in (1, -1)
) - {Decimal(1)}
"""Numbers that statistics programs and codebooks keep for missing values."""

_SHOWN = 5
_COUNTED = {2: "two", 3: "three"}
_LONGEST_NUMBER = 40
"""Digits up to which numbers are compared by value."""
_LIKE_LATIN = str.maketrans("авекмнорстухіјѕԁӏοαρνικ", "abekmhopctyxijsdloapvik")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u30fc]")


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _seen(text: str) -> str:
    """Text without invisible characters: zero-width, direction, variation."""
    return "".join(
        sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc") and not "\ufe00" <= sign <= "\ufe0f"
    )


def _spaced(text: str) -> str:
    return " ".join(_DASHES.sub("-", text).split())


def _as_number(text: str) -> str:
    point = text.replace(",", ".")
    if not is_number(point) or len(point) > _LONGEST_NUMBER:
        return text
    value = Decimal(point)
    return f"{value.normalize() + 0:f}" if abs(value.adjusted()) < _LONGEST_NUMBER else text


def _in_latin(text: str) -> str:
    return text if text in MISSING_WORDS else text.translate(_LIKE_LATIN)


_SET_ASIDE: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("capitals", str.casefold),
    ("the width or form of characters", _compatible),
    ("invisible characters", _seen),
    ("dashes or spaces", _spaced),
    ("the way a number is written", _as_number),
    ("letters of another script", _in_latin),
)
"""What is set aside in turn, so that names which look or count alike become one."""


def doubts(ratings: Ratings) -> list[str]:
    """Remarks on codes and names that may not be what they seem. Nothing is changed: only a person can know.

    Returns:
        One sentence per remark: marks of missing values that are counted as codes; codes, coders and units that differ
        only in capitals, width, invisible signs, the notation of a number, or letters of another script.

    Source:
        The Unicode Standard, annex 15 (NFKC) and technical standard 39 (confusable letters), for what looks alike.

    >>> doubts(Ratings.from_lists([["1", "NA", "2"], ["1", "2", "2"]], "nominal"))
    ["'NA' is in 1 cell and counts as a code; if it means that nothing was coded, leave the cell empty"]
    """
    cells = _cells_by_code(ratings)
    missing = _missing_marks(cells)
    marks = [
        f"{code!r} is in {count} cell{'' if count == 1 else 's'} and counts as a code; if it means that nothing was coded, leave "
        f"the cell{'' if count == 1 else 's'} empty"
        for code, count in cells.items()
        if code in missing
    ]
    return [
        *marks,
        *_lookalikes("codes", cells if _are_texts(ratings.categories) else ()),
        *_lookalikes("coders", ratings.coders),
        *_lookalikes("units", ratings.units),
    ]


def is_missing_word(code: str) -> bool:
    """Whether a code is a word or sign that stands for "nothing was coded" in other programs.

    Args:
        code: as written.

    Returns:
        True for NA, #N/A, null, a single dash or point, and the like, in whatever capitals and width.

    Source:
        The marks that R, pandas, SAS, SPSS, Excel, and databases write.

    >>> is_missing_word("N/A"), is_missing_word("war")
    (True, False)
    """
    return _look(code) in MISSING_WORDS


def _are_texts(categories: Sequence[Category]) -> bool:
    """Whether codes are told apart as they are written; numbers are told apart by their value."""
    return any(isinstance(category, str | frozenset) for category in categories)


def _cells_by_code(ratings: Ratings) -> dict[str, int]:
    """How many cells hold each code; at the set levels each label."""
    found: dict[str, int] = defaultdict(int)
    for place, category in enumerate(ratings.categories):
        count = int((ratings.codes == place).sum())
        for code in category if isinstance(category, frozenset) else [str(category)]:
            found[code] += count
    return dict(sorted(found.items()))


def _missing_marks(codes: Collection[str]) -> set[str]:
    words = {code for code in codes if is_missing_word(code)}
    numbers = {code: Decimal(look) for code in codes if is_number(look := _look(code))}
    scale = [number for number in numbers.values() if number not in MISSING_NUMBERS]
    if not scale:
        return words | (set(numbers) if len(numbers) + len(words) < len(codes) else set())
    apart = _off_the_scale(sorted(scale), [number for number in numbers.values() if number in MISSING_NUMBERS])
    return words | {code for code, number in numbers.items() if number in apart}


def _off_the_scale(scale: list[Decimal], doubtful: Iterable[Decimal]) -> set[Decimal]:
    """The numbers that lie farther from the others than any two neighbours among those; the near ones join the scale."""
    low, high = scale[0], scale[-1]
    widest = max((above - below for below, above in pairwise(scale)), default=Decimal(0))
    apart = set()
    for number in sorted(doubtful, key=lambda number: max(number - high, low - number)):
        beyond = max(number - high, low - number)
        if beyond >= 2 and beyond > widest:
            apart.add(number)
        else:
            low, high = min(low, number), max(high, number)
    return apart


def _lookalikes(kind: Literal["codes", "coders", "units"], names: Iterable[str]) -> list[str]:
    by_look: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_look[_look(name)].append(name)
    alike = [twins for twins in by_look.values() if len(twins) > 1]
    told = [
        f"{' and '.join(map(ascii if difference == _SET_ASIDE[-1][0] else repr, twins))} differ only in {difference} but are "
        f"{_COUNTED.get(len(twins), len(twins))} {kind}; write them the same if they are one"
        for twins in alike[:_SHOWN]
        for difference in [_difference(twins)]
    ]
    more = len(alike) - _SHOWN
    return [*told, f"{more} more groups of {kind} differ just as little"] if more > 0 else told


def _look(name: str) -> str:
    for _, without in _SET_ASIDE:
        name = without(name)
    return name


def _difference(twins: Sequence[str]) -> str:
    """The last thing that has to be set aside before the names are one."""
    stages = accumulate(_SET_ASIDE, lambda looks, step: [step[1](look) for look in looks], initial=list(twins))
    return _SET_ASIDE[[len(set(looks)) == 1 for looks in stages].index(True) - 1][0]
