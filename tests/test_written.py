"""Records held as text are the records."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study.written import Written

WHOLE = st.integers(-(2**53), 2**53)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | WHOLE
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.text(), st.dictionaries(st.text(st.characters(codec="utf-8")), JSON, max_size=4))


def held(records: dict[str, dict[str, Any]]) -> Written[str]:
    """The records, kept."""
    found = Written[str]()
    for key, record in records.items():
        found[key] = record
    return found


@given(RECORDS)
def test_they_are_what_was_kept_in_its_order(records: dict[str, dict[str, Any]]) -> None:
    assert list(held(records).items()) == list(records.items())
    assert held(records) == records
    assert len(held(records)) == len(records)


def test_what_is_read_is_nobody_elses() -> None:
    one = held({"x": {"values": {"tone": 1}}})
    one["x"]["values"]["tone"] = 2
    assert one["x"] == {"values": {"tone": 1}}


def test_what_was_not_kept_is_not_there() -> None:
    assert "y" not in held({"x": {}})
    with pytest.raises(KeyError):
        held({"x": {}})["y"]
