"""Names in Latin letters, English in English; transcriptions and quoted words of other scripts stay."""

from typing import Any

import pytest

from framing.study.index import Index
from framing.study.rules.scripts import article_in_latin, coding_in_english, outlet_in_latin


def told(byline: list[dict[str, str]] | None = None, headline: dict[str, str] | None = None) -> list[tuple[Any, str]]:
    return list(article_in_latin({"byline": byline or [], "headline": headline or {}}, Index()))


@pytest.mark.parametrize(
    "name",
    ["Ono Masami", "Kaikō Shimbun", "Solʹženicyn", "ʿAbd al-Raḥmān", "Đặng Thái Sơn", "Łódź", "O’Brien, 3rd", "Ｏｎｏ", "Tyutčev ª"],
)  # fmt: skip
def test_transcriptions_are_latin(name: str) -> None:
    assert told([{"en": name}], {"romanised": name, "en": name}) == []


@pytest.mark.parametrize(
    "name", ["大野正美", "Ян", "Ono Masami (大野正美)", "オノ", "ー", "々木", "Αθήνα", "김", "Аsahi"]
)
def test_a_name_with_other_letters_is_told_with_what_to_write(name: str) -> None:
    """The last one begins with a Cyrillic letter that looks like an A."""
    ((where, message),) = told([{"en": name}])
    assert where == ("byline", 0, "en")
    assert message.endswith("(Ono Masami = 大野正美)")
    assert [where for where, _ in told(headline={"romanised": name})] == [("headline", "romanised")]


def test_names_that_changed_places_are_told_so() -> None:
    ((_, message),) = told([{"en": "大野正美", "own": "Ono Masami"}])
    assert message == "the two names are swapped: 'Ono Masami' belongs here, and '大野正美' under own"
    names = {"own": "Kaiko Shimbun", "romanised": "Kaikō", "en": "海港新聞", "short": "Kaiko"}
    ((where, message),) = outlet_in_latin({"outlets": [{"names": names}]}, Index())
    assert where == ("outlets", 0, "names", "en")
    assert message.startswith("the two names are swapped")


@pytest.mark.parametrize(("text", "right"), [("What 絆 means", True), ("“Россия” says no", True), ("初のフェリー", False), ("", True), ("2014", True), ("Паром ok", False)])  # fmt: skip
def test_a_title_in_english_may_quote(text: str, right: bool) -> None:
    assert (told(headline={"en": text}) == []) is right
    assert (list(coding_in_english({"evidence": [{"en": text}]}, Index())) == []) is right
