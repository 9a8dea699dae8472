"""Ids and short names proposed from names in Latin letters, never from another script; codes of languages and countries."""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence

from framing.study.cldr import COUNTRIES, LANGUAGES
from framing.study.faults import nearest
from framing.study.rules.complaint import folded
from framing.study.rules.scripts import OTHER

LONGEST, SHORTEST = 60, 20
"""Characters of a proposed id, and of a short name as the schema allows it."""
_WHOLE = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d", "’": "", "'": ""}
)
"""Letters that Unicode does not take apart, and marks that join what they stand between."""
_AND = re.compile("[,、;；]")


def proposed_id(name: str, taken: Container[str] = ()) -> str:
    """An id made from a name in Latin letters, with a number behind when it is taken.

    Args:
        name: any name.
        taken: ids that are in use.

    Returns:
        An id; empty where the name has letters of another script, or does not begin with a letter: people give it then.

    >>> proposed_id("Kaikō Shimbun"), proposed_id("Kaikō Shimbun", {"kaiko-shimbun"}), proposed_id("海港新聞")
    ('kaiko-shimbun', 'kaiko-shimbun-2', '')
    """
    if OTHER.search(name):
        return ""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_WHOLE))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    stem = re.sub("[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")
    if not re.match("[a-z]", stem):
        return ""
    number, found = 2, stem
    while found in taken:
        number, found = number + 1, f"{stem}-{number}"
    return found


def short_name(name: str) -> str:
    """The first words of a name that charts have room for.

    >>> short_name("Harbour Post"), short_name("The Very Long Harbour Post")
    ('Harbour Post', 'The Very Long')
    """
    kept = name
    while len(kept) > SHORTEST and " " in kept:
        kept = kept.rpartition(" ")[0]
    return kept[:SHORTEST]


def two_names(written: str) -> tuple[str, str]:
    """The name in Latin letters and the one in its own script, as in ``Kaiko Shimbun = 海港新聞``, in either order.

    Returns:
        Both names; the first is empty where only one in another script is given, the second where only one in Latin letters is.

    >>> two_names("Kaiko Shimbun = 海港新聞"), two_names("海港新聞 ＝ Kaiko Shimbun"), two_names("海港新聞"), two_names("Post")
    (('Kaiko Shimbun', '海港新聞'), ('Kaiko Shimbun', '海港新聞'), ('', '海港新聞'), ('Post', ''))
    """
    first, _, second = (part.strip() for part in re.sub("＝", "=", written).partition("="))
    return (second, first) if OTHER.search(first) else (first, second)


def parts(text: str) -> list[str]:
    """The parts of an answer that lists several things.

    >>> parts("en, ja"), parts("")
    (['en', 'ja'], [])
    """
    return [part.strip() for part in _AND.split(text) if part.strip()]


def language_code(text: str) -> str:
    """The code of a language that is given by its code or its English name; what was given where it is none.

    >>> language_code("Japanese"), language_code("JA"), language_code("zh-Hans"), language_code("elvish")
    ('ja', 'ja', 'zh-Hans', 'elvish')
    """
    named = {folded(name): code for code, name in LANGUAGES.items()}
    wanted = folded(text)
    return wanted if wanted in LANGUAGES else named.get(wanted, text)


def country_code(text: str) -> str:
    """The code of a country that is given by its code or an English name; what was given where it is none.

    >>> country_code("jp"), country_code("United Kingdom"), country_code("Atlantis")
    ('JP', 'GB', 'Atlantis')
    """
    named = {folded(name): code for code, names in COUNTRIES.items() for name in names}
    wanted = folded(text)
    return wanted.upper() if wanted.upper() in COUNTRIES else named.get(wanted, text)


def unknown_language(code: str) -> str:
    """Why a code is that of no language; empty where it is, and for the longer codes, of which not all are listed.

    >>> unknown_language("ja"), unknown_language("ain"), unknown_language("japonese")
    ('', '', "there is no language 'japonese'; did you mean Japanese, ja?")
    """
    plain = code.partition("-")[0]
    known = plain in LANGUAGES or re.fullmatch("[a-z]{3}", plain)
    return "" if known else _unknown("language", code, {code: [name] for code, name in LANGUAGES.items()})


def unknown_country(code: str) -> str:
    """Why a code is that of no country; empty where it is.

    >>> unknown_country("JP"), unknown_country("Japn")
    ('', "there is no country 'Japn'; did you mean Japan, JP?")
    >>> unknown_country("QQ")
    "there is no country 'QQ'; give its English name, or its code of two letters"
    """
    return "" if code in COUNTRIES else _unknown("country", code, COUNTRIES)


def _unknown(what: str, typed: str, known: Mapping[str, Sequence[str]]) -> str:
    named = {folded(name): f"{names[0]}, {code}" for code, names in known.items() for name in names}
    close = nearest(folded(typed), named) if len(typed) > 2 else None
    remedy = f"did you mean {named[close]}?" if close else "give its English name, or its code of two letters"
    return f"there is no {what} {typed!r}; {remedy}"
