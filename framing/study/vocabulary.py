"""The names that a study gives to genres, kinds of event, actors and owners: its codebook lists and labels them."""

from collections.abc import Mapping
from typing import Any

Record = Mapping[str, Any]

ALWAYS: Mapping[str, tuple[str, ...]] = {
    "genres": ("unknown",),
    "event_kinds": ("umbrella",),
    "actors": (),
    "ownership": ("unknown",),
}
"""Lists of a codebook's ``vocabularies``, and the names that the program knows without an entry."""

UNSTATED = "no source given"
"""The source of a date or a description in a record, where nobody gave one; pages say so in their language."""


def names(codebook: Record, vocabulary: str) -> list[str]:
    """The names that records may use; none where the codebook has no such list, and any name will do.

    >>> names({"vocabularies": {"genres": [{"id": "news"}]}}, "genres"), names({}, "genres")
    (['news', 'unknown'], [])
    """
    listed = [str(entry["id"]) for entry in codebook.get("vocabularies", {}).get(vocabulary, ())]
    return list(dict.fromkeys([*listed, *ALWAYS[vocabulary]])) if listed else []


def is_listed(codebook: Record, vocabulary: str, name: str) -> bool:
    """Whether records may use a name.

    >>> book = {"vocabularies": {"genres": [{"id": "news"}]}}
    >>> is_listed(book, "genres", "news"), is_listed(book, "genres", "unknown"), is_listed(book, "genres", "newz")
    (True, True, False)
    """
    listed = codebook.get("vocabularies", {}).get(vocabulary)
    return not listed or name in ALWAYS[vocabulary] or name in [entry["id"] for entry in listed]


def label(codebook: Record, vocabulary: str, name: str, language: str = "en") -> str:
    """What a reader sees for a name, in a language or else in English; the name itself where nothing labels it.

    >>> book = {"vocabularies": {"genres": [{"id": "news", "labels": {"en": "News", "ja": "ニュース"}}]}}
    >>> label(book, "genres", "news", "ja"), label(book, "genres", "news", "ru"), label(book, "genres", "op_ed")
    ('ニュース', 'News', 'op ed')
    """
    entries = (*codebook.get("vocabularies", {}).get(vocabulary, ()), *codebook.get("missing", ()))
    labels: Record = next((entry["labels"] for entry in entries if entry["id"] == name), {})
    return str(labels.get(language) or labels.get("en") or name.replace("_", " "))
