"""The language of a text, where its letters alone tell."""

import re

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ELSEWHERE = re.compile("[іїєґўңүөұқғһәђјљњћџѓќѕ]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


def russian(text: str) -> str:
    """``ru`` for a text in the letters of Russian alone, with Latin words at most among it; else empty.

    >>> russian("КАЛЕНДАРЬ (ЯНВАРЬ)"), russian("Сьогодні їх багато"), russian("The Moscow News")
    ('ru', '', '')
    """
    own = len(_CYRILLIC.findall(text))
    return "ru" if own > len(_LATIN.findall(text)) and not _ELSEWHERE.search(text) else ""
