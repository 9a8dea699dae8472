"""Names of countries and languages, as the Unicode CLDR gives them, by their codes."""

import json
from collections.abc import Mapping
from importlib.resources import files

_CLDR, _ELSEWHERE = (
    json.loads(files("framing.study").joinpath(name).read_text(encoding="utf-8"))
    for name in ("cldr.json", "countries.json")
)

COUNTRIES: Mapping[str, list[str]] = _CLDR["countries"]
"""ISO 3166-1 code to the names by which a country may be called, the usual one first."""
LANGUAGES: Mapping[str, str] = _CLDR["languages"]
"""ISO 639-1 code to the name of a language, and a few languages of newspapers that have only a longer code."""


def country(code: str) -> str:
    """A country as prose calls it, or its code where it has no name.

    >>> country("JP"), country("US"), country("NZ"), country("QQ")
    ('Japan', 'the United States', 'New Zealand', 'QQ')
    """
    name = COUNTRIES.get(code, [code])[0]
    return f"the {name}" if name != code and code in _CLDR["with_article"] else name


def country_label(code: str, spoken: str) -> str:
    """A country as a list or a chart in some language calls it; in English where that language has no name for it here.

    >>> country_label("US", "en"), country_label("US", "ja"), country_label("US", "eo"), country_label("QQ", "ja")
    ('United States', 'アメリカ', 'United States', 'QQ')
    """
    if code not in COUNTRIES:
        return code
    names: Mapping[str, str] = _ELSEWHERE.get(spoken, {})
    return names.get(code, COUNTRIES[code][0])


def language(tag: str) -> str:
    """A language's English name, or its tag where it has none.

    >>> language("ko"), language("zh-Hans"), language("qaa")
    ('Korean', 'Chinese', 'qaa')
    """
    return LANGUAGES.get(tag.split("-", maxsplit=1)[0], tag)
