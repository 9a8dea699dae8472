"""The language of a text, where its letters alone tell."""

import re
from functools import lru_cache

from framing.study.schema import UNSPACED

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_ELSEWHERE = re.compile("[іїєґўңүөұқғһәђјљњћџѓќѕ]", re.IGNORECASE)
_ANY_CYRILLIC = re.compile("[Ѐ-ӿ]")
_FOREIGN = {
    "be": "ищъ", "bg": "ыэё", "kk": "", "ky": "", "mk": "ёйщъыьэюя", "mn": "", "sr": "ёйщъыьэюя", "tg": "", "uk": "ёъыэ",
}  # fmt: skip
"""Languages other than Russian that are written in Cyrillic, each with letters of Russian that it does not have."""
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_UNSPACED = re.compile("[ぁ-ゖァ-ヺ々一-鿿㐀-䶿]")


def russian(text: str) -> str:
    """``ru`` for a text in the letters of Russian alone, with Latin words at most among it; else empty.

    >>> russian("КАЛЕНДАРЬ (ЯНВАРЬ)"), russian("Сьогодні їх багато"), russian("The Moscow News")
    ('ru', '', '')
    """
    own = len(_CYRILLIC.findall(text))
    return "ru" if own > len(_LATIN.findall(text)) and not _ELSEWHERE.search(text) else ""


@lru_cache(maxsize=4096)
def of(text: str, about: str) -> str:
    """The language of what somebody writes about an article, where its letters tell; else empty.

    Args:
        text: what is written.
        about: the language of the article, taken where the letters are those of several languages.

    >>> of("港の復興を語る", "ja"), of("漁獲量減少", "zh"), of("speaks of 港", "ja"), of("о гавани", "ja")
    ('ja', 'zh', '', 'ru')
    >>> of("за пристанището", "bg"), of("о луци", "sr"), of("про їхню гавань", "uk"), of("объявили о гавани", "uk")
    ('bg', 'sr', 'uk', 'ru')
    """
    if len(_UNSPACED.findall(text)) > len(_LATIN.findall(text)):
        likely = about if about.partition("-")[0] in UNSPACED else ""
        return "ja" if _KANA.search(text) else likely
    foreign = _FOREIGN.get(about.partition("-")[0])
    cyrillic = len(_ANY_CYRILLIC.findall(text)) > len(_LATIN.findall(text))
    own = cyrillic and foreign is not None and not set(foreign) & set(text.lower())
    return about if own else russian(text)
