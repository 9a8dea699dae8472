"""What studies, papers and countries are called in the language of a page."""

from collections.abc import Mapping
from typing import Any

from framing.report.blocks import Inline, Run
from framing.study.cldr import country, country_label
from framing.words import FIRST

Record = Mapping[str, Any]


def study_title(codebook: Record, language: str) -> str:
    """The name of a study, English where it has none in the language.

    >>> study_title({"title": {"en": "Ferries", "ja": "フェリー"}}, "ru")
    'Ferries'
    """
    return str(codebook["title"].get(language) or codebook["title"][FIRST])


def label_language(labels: Mapping[str, str], language: str) -> str:
    """The language of a label where it is not that of the page; empty where it is.

    >>> label_language({"en": "War", "ja": "戦争"}, "ja"), label_language({"en": "War", "ja": "戦争"}, "ru")
    ('', 'en')
    """
    return "" if language in labels else FIRST


def full_name(outlet: Record, language: str) -> str:
    """The name of an outlet: its own in its own language, else that of the register, English where it has no other.

    >>> outlet = {"language": "ja", "names": {"own": "読売新聞", "en": "Yomiuri Shimbun", "short": "Yomiuri", "ru": "Ёмиури"}}
    >>> [full_name(outlet, language) for language in ("en", "ja", "ru", "eo")]
    ['Yomiuri Shimbun', '読売新聞', 'Ёмиури', 'Yomiuri Shimbun']
    """
    return _name(outlet, language, "en")


def short_name(outlet: Record, language: str) -> str:
    """What an outlet is called for short.

    >>> outlet = {"language": "ja", "names": {"own": "読売新聞", "en": "Yomiuri Shimbun", "short": "Yomiuri", "ru": "Ёмиури"}}
    >>> [short_name(outlet, language) for language in ("en", "ja", "eo")]
    ['Yomiuri', '読売新聞', 'Yomiuri']
    """
    return _name(outlet, language, "short")


def _name(outlet: Record, language: str, english: str) -> str:
    names: Mapping[str, str] = outlet["names"]
    if language == FIRST:
        return names[english]
    return names["own"] if outlet["language"] == language else names.get(language, names[english])


def country_name(code: str, language: str) -> str:
    """A country as a sentence calls it.

    >>> country_name("US", "en"), country_name("US", "ja"), country_name("JP", "ru")
    ('the United States', 'アメリカ', 'Япония')
    """
    return country(code) if language == FIRST else country_label(code, language)


def in_english(text: str, language: str) -> Inline:
    """What a study says in English alone, marked as English on a page in another language.

    >>> in_english("a daily", "en"), in_english("a daily", "ja")
    ('a daily', Run(text='a daily', lang='en', strong=False))
    """
    return text if language == FIRST else Run(text, FIRST)
