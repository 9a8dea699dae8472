"""Names of the countries and languages that newspapers of such studies come from; others are shown by their codes."""

COUNTRIES = {
    "CN": "China", "DE": "Germany", "FR": "France", "GB": "the United Kingdom", "IN": "India", "JP": "Japan",
    "KR": "South Korea", "RU": "Russia", "TW": "Taiwan", "UA": "Ukraine", "US": "the United States",
}  # fmt: skip
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
    """A country's English name, or its code.

    >>> country("JP"), country("NZ")
    ('Japan', 'NZ')
    """
    return COUNTRIES.get(code, code)


def language(code: str) -> str:
    """A language's English name, or its tag."""
    return LANGUAGES.get(code.split("-", maxsplit=1)[0], code)
