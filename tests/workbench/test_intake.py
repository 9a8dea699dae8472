"""A new article: what is typed is put into the form that `framing check` wants, or told."""

import pytest

from framing.workbench import intake

GIVEN = {"outlet": "sea", "date": "2026-03-03", "language": "en", "basis": "primary_full", "id": "sea-2026-03-03"}


@pytest.mark.parametrize(
    ("typed", "page"), [("１", "1"), ("第１面", "第1面"), ("Ａ１", "A1"), ("A1, A4", "A1, A4"), ("", "unknown")]
)
def test_a_page_is_taken_as_printed_whatever_the_keyboard(typed: str, page: str) -> None:
    assert intake.record({**GIVEN, "page": typed})["page"] == page


def test_an_address_is_percent_encoded() -> None:
    record = intake.record({**GIVEN, "url": " https://ru.wikipedia.org/wiki/Ян "})
    assert record["url"] == "https://ru.wikipedia.org/wiki/%D0%AF%D0%BD"


def test_half_a_character_of_a_terminal_makes_nothing_stumble() -> None:
    assert intake.record({**GIVEN, "headline_original": "a\udce3b"})["headline"] == {"original": "a\ufffdb"}
