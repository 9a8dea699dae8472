"""Every design on tiny frames, enumerated over every order that chance can give: who is drawn how often, and what is estimated."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.refusal import Refusal
from framing.study.sampling.allocation import Allocation, allocated
from framing.study.sampling.designs import DESIGNS, Asked, Draw, Unit, Window
from framing.study.sampling.order import in_order, place
from framing.study.sampling.plan import drawn

MONDAY = date(2014, 9, 1)


def unit(key: str, day: int, outlet: str = "x", last: int | None = None) -> Unit:
    return Unit(key, outlet, MONDAY + timedelta(day), MONDAY + timedelta(day if last is None else last), "en")


TWO_PAPERS = [unit("a1", 0), unit("a2", 1), unit("a3", 2), unit("b1", 0, "y"), unit("b2", 1, "y")]
FORTNIGHT = [unit("m1", 0), unit("m2", 7), unit("m3", 7), unit("t1", 1), unit("f1", 11), unit("s1", 13)]
CALENDAR = {"first": MONDAY, "last": MONDAY + timedelta(13)}
CASES = {
    "simple": (TWO_PAPERS, Asked("simple", 2)),
    "stratified": (TWO_PAPERS, Asked("stratified", 4, by=("outlet",))),
    "weeks": (FORTNIGHT, Asked("weeks", 1, **CALENDAR)),
    "windows": (TWO_PAPERS, Asked("windows", 1, around=(Window("visit", MONDAY, MONDAY),))),
}


def every_draw(frame: Sequence[Unit], asked: Asked) -> Iterator[Draw]:
    """The draws under every order, equally likely: of each list that the design puts into order, each of its permutations."""
    lists: list[tuple[str, ...]] = []

    def noted(keys: Iterable[str]) -> list[str]:
        lists.append(tuple(keys))
        return list(lists[-1])

    DESIGNS[asked.design](frame, asked, noted)
    for orders in product(*(permutations(keys) for keys in lists)):
        coming = iter(orders)
        found = DESIGNS[asked.design](frame, asked, lambda _, coming=coming: list(next(coming)))  # type: ignore[misc]
        assert isinstance(found, Draw)
        yield found


@pytest.mark.parametrize("name", CASES)
def test_inclusion_probabilities_are_how_often_each_is_drawn(name: str) -> None:
    frame, asked = CASES[name]
    draws = list(every_draw(frame, asked))
    times = Counter(chosen.key for draw in draws for chosen in draw.chosen)
    told = {c.key: s.inclusion for draw in draws for c in draw.chosen for s in draw.strata if s.id == c.stratum}
    assert told.keys() == {each.key for each in frame}
    for key, inclusion in told.items():
        assert Fraction(times[key], len(draws)) == Fraction(inclusion).limit_denominator(1000)


@pytest.mark.parametrize("name", CASES)
def test_weighted_totals_are_unbiased(name: str) -> None:
    """Horvitz and Thompson (1952), Journal of the American Statistical Association 47:663."""
    frame, asked = CASES[name]
    about = {each.key: number**2 + 1 for number, each in enumerate(frame)}
    draws = list(every_draw(frame, asked))
    totals = [
        sum(Fraction(about[c.key]) * Fraction(s.size, s.drawn) for c in d.chosen for s in d.strata if s.id == c.stratum)
        for d in draws
    ]
    assert sum(totals, Fraction(0)) / len(draws) == sum(about.values())


@pytest.mark.parametrize("name", CASES)
def test_a_seed_draws_the_same_from_a_frame_in_any_order(name: str) -> None:
    frame, asked = CASES[name]
    one, other = drawn(asked, frame), drawn(asked, list(reversed(frame)))
    assert isinstance(one, Draw)
    assert isinstance(other, Draw)
    assert sorted(one.chosen) == sorted(other.chosen)


def test_the_order_is_the_one_that_is_documented() -> None:
    """Computed by ``printf '7\\nb' | sha256sum``."""
    assert place(7, "b") == "6fc90c7d1cde3522dfabfc48116155f72cbd68c9a3913dcf26d9b20dc98bf00b"
    assert in_order(7, ["朝日-1", "b", "c"]) == in_order(7, ["c", "朝日-1", "b"])


@given(st.integers(0, 50), st.integers(1, 29), st.integers(1, 30))
def test_a_larger_draw_keeps_the_smaller(seed: int, few: int, more: int) -> None:
    frame = [unit(f"a{number}", number % 14, "xyz"[number % 3]) for number in range(31)]
    one, other = (drawn(Asked("simple", n, seed), frame) for n in (few, min(31, few + more)))
    assert isinstance(one, Draw)
    assert isinstance(other, Draw)
    assert {c.key for c in one.chosen} <= {c.key for c in other.chosen}


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40), min_size=1),
    st.sampled_from(["proportional", "equal"]),
)
def test_allocation_holds_what_it_says(sizes: dict[str, int], how: Allocation) -> None:
    lowest, highest = sum(min(2, size) for size in sizes.values()), sum(sizes.values())
    before = dict.fromkeys(sizes, 0)
    for n in range(lowest, highest + 1):
        found = allocated(sizes, n, how)
        assert isinstance(found, dict)
        assert sum(found.values()) == n
        assert all(min(2, sizes[name]) <= found[name] <= sizes[name] for name in sizes)
        assert all(found[name] >= before[name] for name in sizes)
        before = found
    assert isinstance(allocated(sizes, lowest - 1, how), Refusal)
    assert isinstance(allocated(sizes, highest + 1, how), Refusal)


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: drawn(Asked("simple", 6), TWO_PAPERS), "6 articles cannot be drawn from 5"),
    (lambda: drawn(Asked("simple", 0), TWO_PAPERS), "A number from 1 to 5"),
    (lambda: drawn(Asked("simple", 1), []), "no article to draw from"),
    (lambda: drawn(Asked("stratified", 4, every="month"), [unit("m", 0, last=40)]), "the month in which they appeared: m"),
    (lambda: drawn(Asked("weeks", 3, **CALENDAR), FORTNIGHT), "occurs 2 times"),
    (lambda: drawn(Asked("weeks", 1, first=MONDAY, last=MONDAY + timedelta(4)), TWO_PAPERS), "occurs 0 times"),
    (lambda: drawn(Asked("weeks", 1, **CALENDAR), [unit("m", 0, last=3)]), "a day of the week: m"),
    (lambda: drawn(Asked("weeks", 1, **CALENDAR), [unit("m", 20)]), "m appeared outside"),
    (lambda: drawn(Asked("windows", 0, around=(Window("v", MONDAY, MONDAY),)), [unit("m", 0, last=3)]), "in a window"),
    (lambda: drawn(Asked("windows", 0, around=(Window("v", MONDAY, MONDAY),)), [unit("m", 5)]), "No article"),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "words"), REFUSED)
def test_what_cannot_be_drawn_is_said(ask: Callable[[], object], words: str) -> None:
    refusal = ask()
    assert isinstance(refusal, Refusal)
    assert words in str(refusal)


def test_windows_alone_leave_the_rest_without_a_chance() -> None:
    draw = drawn(Asked("windows", 0, around=(Window("visit", MONDAY, MONDAY),)), TWO_PAPERS)
    assert isinstance(draw, Draw)
    assert [(stratum.size, stratum.drawn) for stratum in draw.strata] == [(2, 2)]
