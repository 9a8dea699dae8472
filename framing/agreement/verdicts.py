"""What may be done with a judgement of known reliability, in words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from framing.agreement.estimate import Estimate
from framing.agreement.intervals import NO_DISAGREEMENT, Interval
from framing.refusal import Refusal

RELY, TENTATIVE = 0.800, 0.667
"""Krippendorff (2019), ch. 12: rely on variables with alpha of at least .800; draw tentative conclusions from .667 on."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be done with a judgement; as text, a few words in English.

    Attributes:
        code: which verdict it is.
        because: why there is no figure to judge by; None where there is one.
        more: about how many more articles would tell, where it is undecided; None for very many.
    """

    code: Literal["not_estimable", "one_person", "programs", "drop", "no_interval", "rely", "tentative", "undecided"]
    because: Refusal | None = None
    more: int | None = None

    def __str__(self) -> str:
        words = _WORDS[self.code]
        return words.format(
            reason=self.because.reason if self.because else "", floor=_floor(TENTATIVE), more=_articles(self.more)
        )


_WORDS: Mapping[str, str] = {
    "not_estimable": "not estimable: {reason}",
    "one_person": "withheld: one person beside programs, not reliability",
    "programs": "withheld: stability of programs, not reliability",
    "drop": "no conclusions: drop or merge",
    "no_interval": "no interval: {reason}",
    "rely": "rely on it",
    "tentative": "tentative conclusions",
    "undecided": "undecided: alpha may lie below {floor}; {more} would tell",
}


def verdict(alpha: Estimate | Refusal, interval: Interval | Refusal, people: int) -> Verdict:
    """What may be done with a judgement, by the lower end of alpha's interval and by who coded.

    Args:
        alpha: of the judgement, or why there is none.
        interval: of alpha, or why there is none.
        people: how many of its coders are people; with fewer than two there is no verdict on reliability.

    Returns:
        The verdict, with the reason where there is none. A judgement is to be dropped where alpha itself is low; where only
        its interval is too wide, more articles are needed, and the verdict says how many.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12, for the two floors and for reliability as agreement among
        people who work independently of each other.

    >>> wide = Interval(0.55, 0.9, 0.95, "percentile", 20_000, 0.0)
    >>> str(verdict(Estimate(0.767, 30, 2, 60, None), wide, people=2))
    'undecided: alpha may lie below .667; about 110 more articles would tell'
    >>> str(Verdict("undecided", more=1))
    'undecided: alpha may lie below .667; about one more article would tell'
    >>> verdict(Estimate(0.767, 30, 2, 60, None), wide, people=0).code
    'programs'
    """
    if isinstance(alpha, Refusal):
        return Verdict("not_estimable", alpha)
    if people < 2:
        return Verdict("one_person" if people else "programs")
    if alpha.value < TENTATIVE:
        return Verdict("drop")
    return Verdict("no_interval", interval) if isinstance(interval, Refusal) else _by_lower_end(alpha, interval)


def _by_lower_end(alpha: Estimate, interval: Interval) -> Verdict:
    if interval.low >= RELY:
        return Verdict("rely")
    if interval.low >= TENTATIVE:
        return Verdict("tentative")
    return Verdict("undecided", more=more_articles(alpha, interval, TENTATIVE))


def _articles(more: int | None) -> str:
    return "about one more article" if more == 1 else f"{_told(more)} more articles"


def _told(more: int | None) -> str:
    return "very many" if more is None else f"about {more:,}"


def more_articles(alpha: Estimate, interval: Interval, wanted: float) -> int | None:
    """How many more articles would bring the lower end of the interval up, if they were coded as alike as those so far.

    Args:
        alpha: above ``wanted``.
        interval: of alpha, its lower end below ``wanted``.
        wanted: the lower end that is wanted.

    Returns:
        About how many, to two significant digits, since it is no more exact than that; None where alpha lies on the line.

    Source:
        The length of an interval goes with the square root of the number of units (Efron & Tibshirani 1993, ch. 6); where
        coders never disagreed, nearly with the number itself (Clopper & Pearson 1934).

    >>> more_articles(Estimate(0.9, 40, 2, 80, None), Interval(0.6, 1.0, 0.95, "percentile", 20_000, 0.0), 0.75)
    120
    >>> more_articles(Estimate(1.0, 10, 2, 20, None), Interval(0.4, 1.0, 0.95, "no disagreement", 10, 0.0), 0.7)
    13
    """
    room, reach = alpha.value - wanted, alpha.value - interval.low
    if room < _ON_THE_LINE:
        return None
    times = _times_without_disagreement(interval, room) if interval.method == NO_DISAGREEMENT else (reach / room) ** 2
    more = math.ceil(alpha.units * times - 1e-9) - alpha.units
    return round(float(f"{more:.2g}"))


def _times_without_disagreement(interval: Interval, room: float) -> float:
    """By how much the units must grow until no disagreement among them leaves so little room; see `without_disagreement`."""
    tail = (1.0 - interval.level) / 2.0
    expected = (1.0 - tail ** (1.0 / interval.draws)) / (interval.high - interval.low)
    return math.log(tail) / math.log(1.0 - room * expected) / interval.draws


_ON_THE_LINE = 0.001
"""A distance from the floor that no number of articles could show."""


def _floor(alpha: float) -> str:
    return f"{alpha:.3f}".lstrip("0")
