"""What may be done with a judgement of known reliability, in words."""

import math

from framing.agreement.estimate import Estimate
from framing.agreement.intervals import NO_DISAGREEMENT, Interval
from framing.refusal import Refusal

RELY, TENTATIVE = 0.800, 0.667
"""Krippendorff (2019), ch. 12: rely on variables with alpha of at least .800; draw tentative conclusions from .667 on."""


def verdict(alpha: Estimate | Refusal, interval: Interval | Refusal, people: int) -> str:
    """What may be done with a judgement, by the lower end of alpha's interval and by who coded.

    Args:
        alpha: of the judgement, or why there is none.
        interval: of alpha, or why there is none.
        people: how many of its coders are people; with fewer than two there is no verdict on reliability.

    Returns:
        A few words, with the reason after a colon where there is no verdict. A judgement is to be dropped where alpha itself
        is low; where only its interval is too wide, more articles are needed, and the words say how many.

    Source:
        Krippendorff (2019), Content Analysis, 4th ed., ch. 12, for the two floors and for reliability as agreement among
        people who work independently of each other.

    >>> wide = Interval(0.55, 0.9, 0.95, "percentile", 20_000, 0.0)
    >>> verdict(Estimate(0.767, 30, 2, 60, None), wide, people=2)
    'undecided: alpha may lie below .667; about 110 more articles would tell'
    >>> verdict(Estimate(0.767, 30, 2, 60, None), wide, people=0)
    'withheld: stability of programs, not reliability'
    """
    if isinstance(alpha, Refusal):
        return f"not estimable: {alpha.reason}"
    if people < 2:
        return f"withheld: {'one person beside programs' if people else 'stability of programs'}, not reliability"
    if alpha.value < TENTATIVE:
        return "no conclusions: drop or merge"
    return f"no interval: {interval.reason}" if isinstance(interval, Refusal) else _by_lower_end(alpha, interval)


def _by_lower_end(alpha: Estimate, interval: Interval) -> str:
    if interval.low >= RELY:
        return "rely on it"
    if interval.low >= TENTATIVE:
        return "tentative conclusions"
    more = more_articles(alpha, interval, TENTATIVE)
    return f"undecided: alpha may lie below {_floor(TENTATIVE)}; {more} more articles would tell"


def more_articles(alpha: Estimate, interval: Interval, wanted: float) -> str:
    """How many more articles would bring the lower end of the interval up, if they were coded as alike as those so far.

    Args:
        alpha: above ``wanted``.
        interval: of alpha, its lower end below ``wanted``.
        wanted: the lower end that is wanted.

    Returns:
        About how many, to two significant digits, as it is no more exact than that; "very many" where alpha lies on the line.

    Source:
        The length of an interval goes with the square root of the number of units (Efron & Tibshirani 1993, ch. 6); where
        coders never disagreed, nearly with the number itself (Clopper & Pearson 1934).

    >>> more_articles(Estimate(0.9, 40, 2, 80, None), Interval(0.6, 1.0, 0.95, "percentile", 20_000, 0.0), 0.75)
    'about 120'
    >>> more_articles(Estimate(1.0, 10, 2, 20, None), Interval(0.4, 1.0, 0.95, "no disagreement", 10, 0.0), 0.7)
    'about 13'
    """
    room, reach = alpha.value - wanted, alpha.value - interval.low
    if room < _ON_THE_LINE:
        return "very many"
    times = _times_without_disagreement(interval, room) if interval.method == NO_DISAGREEMENT else (reach / room) ** 2
    more = math.ceil(alpha.units * times - 1e-9) - alpha.units
    return f"about {float(f'{more:.2g}'):,.0f}"


def _times_without_disagreement(interval: Interval, room: float) -> float:
    """By how much the units must grow until no disagreement among them leaves so little room; see `without_disagreement`."""
    tail = (1.0 - interval.level) / 2.0
    expected = (1.0 - tail ** (1.0 / interval.draws)) / (interval.high - interval.low)
    return math.log(tail) / math.log(1.0 - room * expected) / interval.draws


_ON_THE_LINE = 0.001
"""A distance from the floor that no number of articles could show."""


def _floor(alpha: float) -> str:
    return f"{alpha:.3f}".lstrip("0")
