"""One key, one answer, whatever the values are; the prompt and the browser take the same keys from one place."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.words import words
from framing.workbench.prompt.terminal import chosen, tell_options
from framing.workbench.questions import (
    MISSING_KEYS,
    READING_KEYS,
    REASON_KEYS,
    VALUE_KEYS,
    Option,
    answer_keys,
    questions,
)
from tests.workbench.study import ROOT
from tests.workbench.test_prompt import scripted

IDS = st.lists(st.integers(-20, 60) | st.text("0123456789ab-", min_size=1, max_size=3), max_size=14, unique_by=str)


@pytest.mark.parametrize(
    ("ids", "keys"),
    [
        ((-1, 0, 1), "123"),
        ((0, 3, 10), "123"),
        ((12, 34, 56), "123"),
        ((10, 20, 30), "123"),
        ((0, 5, 9), "059"),
        ((3, 2, 1), "321"),
        (("low", 1, 2), "123"),
        (range(11), "1234567890"),
    ],
)
def test_keys_come_from_the_ids_or_from_places_never_from_both(ids: Any, keys: str) -> None:
    assert "".join(answer_keys(ids)) == keys


@given(IDS)
def test_no_two_answers_share_a_key_and_a_key_is_one_sign(ids: list[Any]) -> None:
    keys = answer_keys(ids)
    used = [key for key in keys if key]
    assert len(keys) == len(ids)
    assert len(set(used)) == len(used) == min(len(ids), 10)
    assert all(key in VALUE_KEYS for key in used)
    options = tuple(
        Option(value, f"label {place}", key) for place, (value, key) in enumerate(zip(ids, keys, strict=True))
    )
    assert [chosen(option.key or option.label, options) for option in options] == list(options)


@pytest.mark.parametrize("ids", [(-1, 0, 1), (0, 3, 10), (12, 34, 56), (0, 5, 9)])
def test_every_question_of_a_codebook_gives_each_answer_a_key_of_its_own(ids: tuple[int, ...]) -> None:
    codebook = json.loads((ROOT / "schemas" / "codebook.json").read_text(encoding="utf-8"))
    for value, own in zip(codebook["confidence"]["values"], ids, strict=True):
        value["id"] = own
    codebook["variables"][1]["values"] = [
        {**codebook["variables"][1]["values"][0], "id": place, "labels": {"en": f"step {place}"}} for place in range(13)
    ]
    for question in questions(codebook, "en", words("workbench", "en")):
        used = [option.key for option in question.options if option.key]
        assert len(set(used)) == len(used), question.id
        assert {len(key) for key in used} <= {1}, question.id


def test_an_answer_without_a_key_is_listed_by_what_chooses_it() -> None:
    told: list[str] = []
    options = tuple(Option(place, f"step {place}", key) for place, key in enumerate(answer_keys(range(12))))
    tell_options(scripted([], told), options)
    shown = re.search(r"\[cyan\](.*?)\[/\]", told[-1])
    assert shown
    assert chosen(shown[1], options) == options[-1]


def test_a_label_that_two_answers_share_chooses_neither() -> None:
    options = (Option(-1, "Mixed", "1"), Option(0, "Mixed", "2"))
    assert chosen("mixed", options) is None
    assert chosen("2", options) == options[1]


def test_letters_of_the_desk_do_one_thing_each() -> None:
    desk = (ROOT / "framing" / "workbench" / "static" / "desk.js").read_text(encoding="utf-8")
    taken = re.findall(r"^    ([a-z]): ", desk, re.MULTILINE)
    letters = [*taken, *MISSING_KEYS, *READING_KEYS, *REASON_KEYS]
    assert len(set(letters)) == len(letters)
