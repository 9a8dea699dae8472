"""English names of the countries and languages of newspapers; those that have none here are shown by their codes."""

from framing.compare.sides import NAMES

LANGUAGES = {
    "de": "German",
    "en": "English",
    "fr": "French",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def country(code: str) -> str:
    """A country as prose calls it, or its code.

    >>> country("JP"), country("US"), country("PL"), country("NZ")
    ('Japan', 'the United States', 'Poland', 'NZ')
    """
    name = NAMES.get(code, (code,))[0]
    return f"the {name}" if name.startswith("United ") else name


def language(code: str) -> str:
    """A language's English name, or its tag."""
    return LANGUAGES.get(code.split("-", maxsplit=1)[0], code)
