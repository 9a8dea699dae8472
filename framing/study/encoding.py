"""Which encoding some bytes are in: the one that is certain, or for a message the likely one."""

import codecs
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks, those of UTF-32 before those of UTF-16, which they begin with."""
_LOST = re.compile("[\0\x04\x1b\ufffd\ufffe\uffff]")
"""What no text has: zeros and U+0004 come from Latin and Cyrillic in UTF-16, ESC from ISO-2022, U+FFFD from a conversion
that lost something."""
SHORTEST = 12
"""Fewest letters of a script whose frequencies mean anything."""

_SIGNS = "\u00a0\u2010-\u2027\u2030-\u203b\u20ac\u2116\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff\u2605\u2606\u3000-\u303f\uff01-\uff60\u00a7\u00ab\u00ac\u00b0\u00b1\u00b7\u00bb\u00d7"
_JAPANESE = re.compile(f"[\u3041-\u3096\u309b-\u309e\u30a1-\u30fe\u4e00-\u9fff{_SIGNS}]")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_CYRILLIC = re.compile("[а-яА-ЯёЁ]")
_COMMON = re.compile("[оеаинтсрвл]", re.IGNORECASE)
"""The ten letters that make up two thirds of Russian text (Lyashevskaya & Sharov 2009, frequency dictionary)."""
_MIXED_CASE = re.compile("[а-яё][А-ЯЁ]")
_RUSSIAN = re.compile(f"[а-яА-ЯёЁ{_SIGNS}]")
_ACCENTED = re.compile("(?<=[a-zA-Z])[ß-öø-ÿœ]|[ß-öø-ÿœ](?=[a-zA-Z])")
_WESTERN = re.compile(f"[ß-öø-ÿœ{_SIGNS}]")


def _others(text: str) -> str:
    return "".join(char for char in text if not char.isascii())


def is_japanese(text: str) -> bool:
    """Whether a text reads as Japanese: kana among kanji, and nothing else that is not ASCII.

    >>> is_japanese("海がつながる"), is_japanese("ｶﾞ海"), is_japanese("北方领土")
    (True, False, False)
    """
    others = _others(text)
    kana = len(_HIRAGANA.findall(others))
    return kana >= 2 and kana >= len(others) / 12 and not _JAPANESE.sub("", others)


def is_russian(text: str) -> bool:
    """Whether a text reads as Russian: its common letters are common, and no capital follows a small letter.

    >>> is_russian("Мирный договор нужен."), is_russian("лХПМШИ ДНЦНБНП МСФЕМ.")
    (True, False)
    """
    letters = _CYRILLIC.findall(text)
    common, mixed = len(_COMMON.findall(text)), len(_MIXED_CASE.findall(text))
    latin = sum(char.isascii() and char.isalpha() for char in text)
    sound = len(letters) >= max(SHORTEST, latin) and 2 * common >= len(letters) and 200 * mixed <= len(letters)
    return sound and not _RUSSIAN.sub("", _others(text))


def is_western(text: str) -> bool:
    """Whether a text reads as one in Latin letters, some with accents, between typographic signs.

    >>> is_western("“Déjà vu” – the talks"), is_western("Ìèðíûé")
    (True, False)
    """
    others = _others(text)
    accented = len(_ACCENTED.findall(text))
    plain = sum(char.isascii() and char.isalpha() for char in text)
    return accented == sum(char.isalpha() for char in others) < plain and not _WESTERN.sub("", others)


def _is_any(text: str) -> bool:
    return is_japanese(text) or is_russian(text) or is_western(text)


class Encoding(NamedTuple):
    """An encoding met in the field besides UTF-8.

    Attributes:
        users: whose files are written in it.
        reads: whether a text reads as one of their language.
        everyday: a letter that is common in their texts, an accented one beside others of its script; None where the bytes
            of other encodings give such letters too.
    """

    users: str
    reads: Callable[[str], bool]
    everyday: re.Pattern[str] | None = None


_KANA_KANJI = re.compile("[ぁ-んァ-ヶー一-龯、。]")
_SMALL_CYRILLIC = re.compile("(?<![a-zA-Z])[а-яё](?![a-zA-Z])")
_AMONG_LATIN = re.compile("(?<=[a-zA-Z])[À-ÿ]|[À-ÿ](?=[a-zA-Z])")

ENCODINGS: Mapping[str, Encoding] = {
    "cp932": Encoding("Japanese Windows", is_japanese, _KANA_KANJI),
    "euc-jp": Encoding("Japanese Unix", is_japanese, _KANA_KANJI),
    "iso2022-jp": Encoding("Japanese mail", is_japanese),
    "cp1251": Encoding("Russian Windows", is_russian, _SMALL_CYRILLIC),
    "koi8-r": Encoding("Russian Unix", is_russian, _SMALL_CYRILLIC),
    "cp866": Encoding("Russian DOS", is_russian, _SMALL_CYRILLIC),
    "iso8859-5": Encoding("Cyrillic ISO", is_russian, _SMALL_CYRILLIC),
    "cp1252": Encoding("Western Windows", is_western, _AMONG_LATIN),
    "utf-16-le": Encoding("Windows Unicode", _is_any),
    "utf-16-be": Encoding("Unicode", _is_any),
}


def decoded(raw: bytes, encoding: str) -> str | None:
    """The text in some bytes, every one of which must be right; None where one is not, or the text was lost before."""
    try:
        text = raw.decode(encoding)
    except UnicodeError:
        return None
    return None if _LOST.search(text) else text


def marked(raw: bytes) -> str:
    """The encoding that a byte order mark tells; empty without one."""
    return next((name for mark, name in MARKS.items() if raw.startswith(mark)), "")


def detected(raw: bytes) -> str:
    r"""The one encoding in which some bytes are a text that reads well; empty where none or several are.

    >>> detected("海がつながる".encode("euc_jp")), detected("Рыбаки ждут квот".encode("koi8_r")), detected(b"\xff\x00")
    ('euc-jp', 'koi8-r', '')
    """
    if marked(raw):
        return marked(raw) if decoded(raw, marked(raw)) is not None else ""
    if decoded(raw, "utf-8") is not None:
        return "utf-8"
    texts = {name: decoded(raw, name) for name in ENCODINGS}
    found = {name: text for name, text in texts.items() if text is not None and ENCODINGS[name].reads(text)}
    return next(iter(found)) if len({*found.values()}) == 1 else ""


def likely(raw: bytes) -> str:
    """The encoding that turns the largest share of what is not ASCII into everyday letters; empty where none gives half.

    >>> likely("日ロ首脳会談".encode("cp932")), detected("日ロ首脳会談".encode("cp932"))
    ('cp932', '')
    """
    shares = {name: _share(raw, name, known.everyday) for name, known in ENCODINGS.items() if known.everyday}
    name = max(shares, key=lambda name: shares[name])
    return name if shares[name] > 0.5 else ""


def _share(raw: bytes, encoding: str, everyday: re.Pattern[str]) -> float:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return len(everyday.findall(text)) / max(len(_others(text)), 1)
