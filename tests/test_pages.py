"""Pages as papers print them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import pages

PRINTED = [
    "A1", "A1-A2", "A1, A4", "A1, 4", "1, 4", "B12-B13", "B12–B13", "C07", "007", "1面", "第１面", "１", "4–5", "3-4", "1-1",
    "A1-4", "A-1", "12B", "1a-1b", "А1", "1-3面", "第１面、第３面", "3頁", "１－３面", "A.1", "A.1-A.4", "MDE6", "KIN3", "unknown",
]  # fmt: skip
"""The New York Times (A1, continued on A4), Japanese papers (1面), sections of any alphabet, leading zeros, what archives make of A1 (A.1)
and supplements (MDE6)."""


@pytest.mark.parametrize("text", PRINTED)
def test_pages_as_printed_are_taken(text: str) -> None:
    """Only 3 and 3-4 could be written; a coder of an English daily had to write unknown."""
    assert pages.trouble(text) == ""


@pytest.mark.parametrize("text", ["9-3", "12-10", "B2-A1", "A4-1", "1b-1a", "１２－１０面", "1, 9-3"])
def test_pages_that_end_before_they_begin_are_told(text: str) -> None:
    assert pages.trouble(text).startswith("the pages end before they begin")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "00",
        "3-0",
        "somewhere",
        "p3",
        "p.3",
        "p. 3",
        "pp3-4",
        "ABCD1",
        "-3",
        "3-",
        "A",
        "1,",
        "Unknown",
        "iv",
        "3\n4",
        "1-2-3",
    ],
)
def test_what_is_no_page_is_told_with_examples(text: str) -> None:
    assert pages.trouble(text).endswith(pages.EXAMPLES)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["", "A", "B"]))
def test_a_range_is_right_exactly_in_order(first: int, last: int, section: str) -> None:
    assert (pages.trouble(f"{section}{first}-{section}{last}") == "") is (first <= last)


@given(st.text(max_size=8))
def test_the_width_of_letters_does_not_matter(text: str) -> None:
    assert pages.trouble(pages.standard(text)) == pages.trouble(text) or text == pages.UNKNOWN
    assert pages.standard(pages.standard(text)) == pages.standard(text)
