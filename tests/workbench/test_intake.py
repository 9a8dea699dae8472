"""A new article: what is typed is put into the form that `framing check` wants, or told."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from framing.workbench.desk import intake, likeness
from framing.workbench.desk.catalogue import ListedArticle
from framing.workbench.desk.judge import Standard

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


@pytest.mark.parametrize(
    ("typed", "byline"),
    [
        ("Ono Masami = 大野正美; I. Petrov", [{"en": "Ono Masami", "own": "大野正美"}, {"en": "I. Petrov"}]),
        ("大野正美＝Ono Masami；I. Petrov", [{"en": "Ono Masami", "own": "大野正美"}, {"en": "I. Petrov"}]),
        ("大野正美", [{"en": "大野正美"}]),
        ("O=", [{"en": "O", "own": ""}]),
        ("=大野", [{"en": "", "own": "大野"}]),
        ("大野=Ян", [{"en": "大野", "own": "Ян"}]),
    ],
)
def test_names_go_where_their_script_belongs(typed: str, byline: list[dict[str, str]]) -> None:
    """A name in kanji was taken for the Latin one, and of “O=” the sign was lost: what cannot be put right is told."""
    assert intake.record({**GIVEN, "byline": typed})["byline"] == byline


def standard(**codebook: Any) -> Standard:
    missing = [{"id": "unknown", "labels": {"en": "Unknown", "ja": "不明"}}]
    return cast("Standard", SimpleNamespace(codebook={"missing": missing, **codebook}, registers={}))


def test_genres_and_their_labels_are_the_codebooks() -> None:
    """They were a list of the first study, in Python and in the words of the interface."""
    listed = standard(vocabularies={"genres": [{"id": "feuilleton", "labels": {"en": "Feuilleton", "ja": "文芸"}}]})
    offered = intake.options("genre", {}, listed, {}, "ja")
    assert [(option.value, option.label) for option in offered] == [("feuilleton", "文芸"), ("unknown", "不明")]
    assert intake.options("genre", {}, standard(), {}, "ja") == ()


FERRY = "First ferry leaves an hour late"


@pytest.mark.parametrize(
    ("outlet", "published", "headline", "found"),
    [
        ("harbour-post", "2026-03-03?", FERRY, True),
        ("harbour-post", "2026-03", FERRY, True),
        ("harbour-post", "2026-03-01/2026-03-07", FERRY, True),
        ("harbour-post", "2026-02-27/..", FERRY, True),
        ("harbour-post", "2026-03-04", FERRY, True),  # in print the day after it stood on the web
        ("harbour-post", "2026-03-05", FERRY, False),
        ("harbour-post", "2026-03-03", "", True),
        ("harbour-post", "2026-03", "", False),  # a month of articles without headline says nothing
        ("harbour-post", "2026-03-03", "Fish prices rise again", False),
        ("morning-tide", "2026-03-03", FERRY, True),  # wire copy
        ("morning-tide", "2026-03-03", "First ferry leaves on time", False),
    ],
)
def test_an_article_that_may_be_there_is_known_by_what_its_date_can_mean(
    outlet: str, published: str, headline: str, found: bool
) -> None:
    row = ListedArticle("x", outlet, published, headline, "en", "en", "news", False, headline.casefold())
    given = {"outlet": "harbour-post", "date": "3 March 2026", "headline_en": FERRY}
    assert (likeness.duplicates(given, [row]) == [row]) is found
