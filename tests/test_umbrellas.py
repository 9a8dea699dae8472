"""The tree of umbrella events, walked up and down."""

from hypothesis import given
from hypothesis import strategies as st

from framing.study.umbrellas import over, under

TREES = st.integers(1, 8).flatmap(
    lambda size: st.tuples(*(st.one_of(st.none(), st.integers(0, max(place - 1, 0))) for place in range(size)))
)
"""For each of some events the place of its umbrella, one that stands before it."""


def parents(tree: tuple[int | None, ...]) -> dict[str, str | None]:
    return {f"e{place}": None if up is None or up == place else f"e{up}" for place, up in enumerate(tree)}


@given(TREES)
def test_what_lies_over_an_event_holds_it(tree: tuple[int | None, ...]) -> None:
    events = parents(tree)
    for event in events:
        assert [name for name in events if event in under(name, events)] == sorted({event, *over(event, events)})
        assert len(under(event, events)) == len(set(under(event, events)))


def test_the_narrowest_umbrella_comes_first() -> None:
    events = {"decade": None, "talks": "decade", "visit": "talks"}
    assert over("visit", events) == ["talks", "decade"]
    assert under("decade", events) == ["decade", "talks", "visit"]


def test_an_umbrella_that_is_no_event_ends_the_way_up() -> None:
    assert over("visit", {"visit": "gone"}) == []
