"""Which outlet of the study a printed name means, in any script and spelling."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

Record = Mapping[str, Any]

_ARTICLE = re.compile(r"^(the|la|le|l'|el|il|die|der|das)\s+|,\s*(the)$")
_ASIDE = re.compile(r"\s*[(（［\[].*?[)）］\]]")
_PAPER = re.compile(r"\b(shimbun|shinbun|sinbun)\b|新聞社?$")


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """A name as names are compared: without case, width, articles, asides in brackets and the choices of a transliteration.

    >>> spelled("The Times (London)") == spelled("Times, The"), spelled("Rossiyskaya Gazeta") == spelled("Rossiiskaia Gazeta")
    (True, True)
    >>> spelled("Yomiuri Shimbun") == spelled("Yomiuri"), spelled("読売新聞社") == spelled("読売新聞")
    (True, True)
    """
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", name).casefold()).strip()
    plain = _PAPER.sub("", _ARTICLE.sub("", plain))
    latin = "".join(char for char in unicodedata.normalize("NFD", plain) if unicodedata.category(char) != "Mn")
    letters = "".join(char for char in latin if char.isalnum()).replace("ya", "ia").replace("yu", "iu")
    return re.sub(r"(.)\1+", r"\1", letters.replace("y", "i").replace("j", "i"))


def meant(outlets: Iterable[Record], given: Mapping[str, str]) -> dict[str, str]:
    """Every spelling of a name of an outlet, and the outlet that it means.

    Args:
        outlets: entries of ``outlets.json``.
        given: printed names for which a person has named the outlet.

    Returns:
        Outlet ids by what ``spelled`` makes of a name; a name that two outlets share means neither.

    >>> outlets = [{"id": "rg", "names": {"own": "Российская газета", "romanised": "Rossiiskaya gazeta", "en": "Rossiiskaya Gazeta", "short": "RG"}}]
    >>> meant(outlets, {})[spelled("Rossiyskaya Gazeta")]
    'rg'
    """
    found: dict[str, set[str]] = {}
    for outlet in outlets:
        for name in (outlet["id"], *outlet["names"].values()):
            found.setdefault(spelled(str(name)), set()).add(str(outlet["id"]))
    known = {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and name}
    return known | {spelled(name): outlet for name, outlet in given.items()}


def outlet_of(printed: str, known: Mapping[str, str]) -> str:
    """The outlet that a printed name means, with or without what stands behind a colon or semicolon; empty for none.

    >>> outlet_of("Первый канал: Новости", {spelled("Первый канал"): "channel1"}), outlet_of("Die Zeit", {})
    ('channel1', '')
    """
    parts = (printed, *re.split("[:;：；]", printed)[:1])
    return next((known[spelled(part)] for part in parts if spelled(part) in known), "")


def likely(printed: str, known: Mapping[str, str]) -> str:
    """The outlet that a printed name may mean, to be proposed and never taken; empty for none."""
    close = get_close_matches(spelled(printed), known, n=1, cutoff=0.75)
    return known[close[0]] if close else ""
