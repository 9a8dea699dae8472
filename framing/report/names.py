"""What studies, papers and countries are called in the language of a page."""

from collections.abc import Mapping
from typing import Any

from babel import Locale, UnknownLocaleError

from framing.report.blocks import Inline, Line, Run
from framing.report.speech import Speech
from framing.study import cldr
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


def language_name(tag: str, language: str) -> str:
    """A language as a sentence calls it; in English where the language of the page has no name for it.

    >>> language_name("ja", "en"), language_name("ja", "ru"), language_name("zh-Hans", "ja"), language_name("qaa", "ja")
    ('Japanese', 'японский', '中国語', 'qaa')
    """
    if language == FIRST:
        return cldr.language(tag)
    try:
        return str(Locale.parse(language).languages.get(tag.split("-", maxsplit=1)[0], cldr.language(tag)))
    except UnknownLocaleError:
        return cldr.language(tag)


def in_english(text: str, language: str) -> Inline:
    """What a study says in English alone, marked as English on a page in another language.

    >>> in_english("a daily", "en"), in_english("a daily", "ja")
    ('a daily', Run(text='a daily', lang='en', strong=False))
    """
    return text if language == FIRST else Run(text, FIRST)


def own_name(say: Speech, outlet: Record) -> Line:
    """An outlet's name in the language of the page, followed by its own.

    >>> from framing.report.speech import speech
    >>> outlet = {"language": "ja", "names": {"own": "読売新聞", "en": "Yomiuri Shimbun", "short": "Yomiuri"}}
    >>> own_name(speech("en"), outlet), own_name(speech("ja"), outlet)
    (('Yomiuri Shimbun (', Run(text='読売新聞', lang='ja', strong=False), ')'), ('読売新聞',))
    """
    name, own = full_name(outlet, say.language), outlet["names"]["own"]
    return (name,) if own == name else say("shared-own-name", name=name, own=Run(own, outlet["language"]))


def translations(labels: Mapping[str, str], page: str) -> list[Run]:
    """A label in every language of the study but the one in which a page gives it: its own, or else English.

    >>> translations({"en": "War", "de": "Krieg"}, "en"), translations({"en": "War", "de": "Krieg"}, "de")
    ([Run(text='Krieg', lang='de', strong=False)], [Run(text='War', lang='en', strong=False)])
    """
    shown = page if page in labels else FIRST
    return [Run(text, language) for language, text in labels.items() if language != shown]
