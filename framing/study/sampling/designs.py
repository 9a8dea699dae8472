"""Four ways to draw articles: the strata of each, who is drawn, and with what probability. Pure functions of a frame and an order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from framing.refusal import Refusal
from framing.study.sampling.allocation import Allocation, allocated

Design = Literal["simple", "stratified", "weeks", "windows"]
Every = Literal["all", "year", "half", "quarter", "month"]
Order = Callable[[Iterable[str]], list[str]]
"""Puts keys into their random order, see ``framing.study.sampling.order``."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
INSIDE, OUTSIDE = "in a window", "outside every window"
SHOWN = 5
"""Articles that a refusal names."""


class Unit(NamedTuple):
    """An article of a frame.

    Attributes:
        key: by which it is known in the frame.
        outlet: an id of outlets.json.
        first: the earliest day on which it may have appeared.
        last: the latest day.
        language: BCP 47.
    """

    key: str
    outlet: str
    first: date
    last: date
    language: str


class Stratum(NamedTuple):
    """A part of the frame that is drawn from by itself.

    Attributes:
        id: what it is called.
        unit: what is drawn: articles, or days with all their articles.
        size: how many units there are in the frame, days without an article included.
        drawn: how many of them are drawn.
    """

    id: str
    unit: Literal["article", "day"]
    size: int
    drawn: int

    @property
    def inclusion(self) -> float:
        """The probability with which each of its articles is drawn, exactly.

        >>> Stratum("all", "article", 120, 30).inclusion
        0.25
        """
        return self.drawn / self.size


class Chosen(NamedTuple):
    """A drawn article: its stratum, and the unit with which it was drawn (itself, or its day)."""

    key: str
    stratum: str
    unit: str


class Draw(NamedTuple):
    """A sample."""

    strata: tuple[Stratum, ...]
    chosen: tuple[Chosen, ...]


class Window(NamedTuple):
    """Days around an event, both included."""

    event: str
    first: date
    last: date


class Asked(NamedTuple):
    """A design with all that it needs.

    Attributes:
        design: simple, stratified, weeks or windows.
        n: how many articles; of weeks how many for each period; of windows how many from outside them.
        seed: of the random order.
        by: what makes strata beside the period.
        every: length of the periods.
        allocation: of a stratified sample.
        first: first day of the calendar, for weeks.
        last: its last day.
        around: for windows.
    """

    design: Design
    n: int
    seed: int = 0
    by: tuple[str, ...] = ()
    every: Every = "all"
    allocation: Allocation = "proportional"
    first: date = date.min
    last: date = date.max
    around: tuple[Window, ...] = ()


def simple(frame: Sequence[Unit], asked: Asked, order: Order) -> Draw | Refusal:
    """Every set of n articles is as likely as any other.

    Source:
        Cochran (1977), Sampling Techniques, 3rd ed., ch. 2: each is drawn with probability n / N.

    >>> day = date(2014, 3, 1)
    >>> simple([Unit(key, "x", day, day, "en") for key in "abcd"], Asked("simple", 1), sorted).chosen
    (Chosen(key='a', stratum='all', unit='a'),)
    """
    return _of_articles({"all": [unit.key for unit in frame]}, {"all": asked.n}, order)


def stratified(frame: Sequence[Unit], asked: Asked, order: Order) -> Draw | Refusal:
    """A simple random draw from each stratum, with at least two of each where it has two: one shows no variation.

    Source:
        Cochran (1977), ch. 5: each is drawn with probability n_h / N_h.
    """
    every = asked.every
    if undated := _without(frame, lambda unit: period(unit.first, every) == period(unit.last, every)):
        return _undated(undated, f"the {every} in which they appeared")
    members: dict[str, list[str]] = defaultdict(list)
    for unit in frame:
        parts = [str(getattr(unit, name)) for name in asked.by]
        members[" ".join([*parts, *([period(unit.first, every)] if every != "all" else [])]) or "all"].append(unit.key)
    sizes = allocated({name: len(keys) for name, keys in members.items()}, asked.n, asked.allocation)
    return sizes if isinstance(sizes, Refusal) else _of_articles(members, sizes, order)


def weeks(frame: Sequence[Unit], asked: Asked, order: Order) -> Draw | Refusal:
    """Constructed weeks: n Mondays, n Tuesdays and so on of each period, with all articles of the days that are drawn.

    Source:
        Riffe, Aust and Lacy (1993), Journalism Quarterly 70:133; Luke, Caburnay and Cohen (2011), Communication Methods and
        Measures 5:76. Days are clusters: Cochran (1977), ch. 9. Each article is drawn with the probability of its day.
    """
    n, first, last = asked.n, asked.first, asked.last
    if undated := _without(frame, lambda unit: unit.first == unit.last):
        return _undated(undated, "a day of the week")
    if outside := _without(frame, lambda unit: first <= unit.first <= last):
        return Refusal(
            "outside",
            f"{_named(outside)} appeared outside {first} to {last}.",
            "A period that holds all, or another frame.",
        )
    calendar: dict[str, list[str]] = defaultdict(list)
    for number in range((last - first).days + 1):
        present = first + timedelta(number)
        calendar[f"{period(present, asked.every)} {DAYS[present.weekday()]}".strip()].append(present.isoformat())
    if short := _short(calendar, n):
        return short
    drawn = {day: name for name, days in calendar.items() for day in order(days)[:n]}
    chosen = (Chosen(unit.key, drawn[day], day) for unit in frame if (day := unit.first.isoformat()) in drawn)
    return Draw(tuple(Stratum(name, "day", len(days), n) for name, days in sorted(calendar.items())), tuple(chosen))


def windows(frame: Sequence[Unit], asked: Asked, order: Order) -> Draw | Refusal:
    """All articles in windows around events, and a simple random draw of n from the rest.

    With n = 0 the sample speaks of the windows alone: what lies outside them had no chance to be drawn.

    Source:
        Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 3.7: two strata, the first taken as a whole.
    """
    n, around = asked.n, asked.around
    if undated := _without(frame, lambda unit: _covered(unit, around) or not _met(unit, around)):
        return _undated(undated, "whether they lie in a window")
    members: dict[str, list[str]] = {INSIDE: [], OUTSIDE: []}
    for unit in frame:
        members[INSIDE if _covered(unit, around) else OUTSIDE].append(unit.key)
    if not n:
        del members[OUTSIDE]
    wanted = {INSIDE: len(members[INSIDE]), **({OUTSIDE: n} if n else {})}
    if not members[INSIDE]:
        return Refusal("no_article", "No article of the frame lies in a window.", "Other events, or wider windows.")
    return _of_articles(members, wanted, order)


def _short(calendar: Mapping[str, Sequence[str]], n: int) -> Refusal | None:
    """Why so many weeks cannot be constructed, where they cannot."""
    spans = {name.rpartition(" ")[0] for name in calendar}
    counts = {f"{span} {day}".strip(): 0 for span in sorted(spans) for day in DAYS}
    counts |= {name: len(days) for name, days in calendar.items()}
    least = min(counts, key=lambda name: counts[name])
    if 0 < n <= counts[least]:
        return None
    return Refusal(
        "too_few_days",
        f"{n} weeks cannot be constructed: {least} occurs {counts[least]} times.",
        "Fewer weeks, longer periods, or a calendar of whole periods.",
    )


def _met(unit: Unit, around: Iterable[Window]) -> bool:
    return any(unit.first <= w.last and w.first <= unit.last for w in around)


def _covered(unit: Unit, around: Iterable[Window]) -> bool:
    return any(w.first <= unit.first and unit.last <= w.last for w in around)


def period(day: date, every: Every) -> str:
    """The period of a day, as strata are called; empty where there is one for all.

    >>> [period(date(2014, 8, 1), every) for every in ("year", "half", "quarter", "month")]
    ['2014', '2014H2', '2014Q3', '2014-08']
    """
    names = {
        "all": "",
        "year": f"{day.year}",
        "half": f"{day.year}H{(day.month + 5) // 6}",
        "quarter": f"{day.year}Q{(day.month + 2) // 3}",
        "month": f"{day.year}-{day.month:02}",
    }
    return names[every]


DESIGNS: Mapping[Design, Callable[[Sequence[Unit], Asked, Order], Draw | Refusal]] = {
    "simple": simple,
    "stratified": stratified,
    "weeks": weeks,
    "windows": windows,
}


def _of_articles(members: Mapping[str, Sequence[str]], asked: Mapping[str, int], order: Order) -> Draw | Refusal:
    """The first of each stratum in the random order."""
    for name, keys in members.items():
        if not 0 < asked[name] <= len(keys):
            return Refusal(
                "out_of_range",
                f"{asked[name]} articles cannot be drawn from {len(keys)} ({name}).",
                f"A number from 1 to {len(keys)}.",
            )
    strata = tuple(Stratum(name, "article", len(members[name]), asked[name]) for name in sorted(members))
    chosen = (Chosen(key, name, key) for name in sorted(members) for key in order(members[name])[: asked[name]])
    return Draw(strata, tuple(chosen))


def _without(frame: Iterable[Unit], holds: Callable[[Unit], bool]) -> list[str]:
    return [unit.key for unit in frame if not holds(unit)]


def _named(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
    return f"{', '.join(keys[:SHOWN])}{more}"


def _undated(keys: Sequence[str], what: str) -> Refusal:
    return Refusal(
        "undated",
        f"The date of {len(keys)} articles does not say {what}: {_named(keys)}.",
        "A more exact date, or a design that needs none (simple).",
    )
