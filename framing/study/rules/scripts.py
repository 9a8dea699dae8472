"""Rules for fields whose texts must be in Latin letters."""

import re
from collections.abc import Iterator

from framing.study.faults import shown
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record

_LATIN = r"A-Za-z\xaa\xba\xc0-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u2071\u207f\u2090-\u209c\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06"
_WIDE = r"\uff21-\uff3a\uff41-\uff5a"
OTHER = re.compile(rf"(?![{_LATIN}{_WIDE}])[^\W\d_]")
"""Letters of any script other than Latin, without the characters used in transcriptions."""
EXAMPLE = "Ono Masami = 大野正美"


def article_in_latin(article: Record, _: Index) -> Iterator[Complaint]:
    """Romanised names and headlines are in Latin letters."""
    for place, author in enumerate(article["byline"]):
        if message := _name(author.get("en", ""), author.get("own", "")):
            yield ("byline", place, "en"), message
    headline = article["headline"]
    if OTHER.search(headline.get("romanised", "")):
        text = shown(headline["romanised"])
        message = f"{text} is not in Latin letters; write here how it sounds, and the headline itself under original"
        yield ("headline", "romanised"), message
    if message := _english(headline.get("en", "")):
        yield ("headline", "en"), message


def outlet_in_latin(register: Record, _: Index) -> Iterator[Complaint]:
    """English, romanised and short names of outlets are in Latin letters."""
    for place, outlet in enumerate(register["outlets"]):
        names = outlet["names"]
        for key in ("romanised", "en", "short"):
            if message := _name(names[key], names["own"]):
                yield ("outlets", place, "names", key), message


def coding_in_english(coding: Record, _: Index) -> Iterator[Complaint]:
    """What evidence says in English is in English."""
    for place, item in enumerate(coding["evidence"]):
        if message := _english(item.get("en", "")):
            yield ("evidence", place, "en"), message


def _name(text: str, own: str) -> str:
    """What is wrong with the script of a name; empty when nothing is."""
    if text.isascii() or not OTHER.search(text):
        return ""
    if not own:
        return f"{shown(text)} is not in Latin letters; write the name in them here, and in its own script under own ({EXAMPLE})"
    if own.isascii() or not OTHER.search(own):
        return f"the two names are swapped: {shown(own)} belongs here, and {shown(text)} under own"
    return f"{shown(text)} is not in Latin letters; write here how the name is spelt in them"


def _english(text: str) -> str:
    """Why a text cannot be English; empty for one that may be: it may quote a word of another script."""
    if text.isascii() or 2 * len(OTHER.findall(text)) <= sum(char.isalpha() for char in text):
        return ""
    return f"{shown(text)} is not in English; write here what it says in English"
