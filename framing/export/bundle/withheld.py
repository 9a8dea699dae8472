"""No article can be put together from a bundle: quotes that together are more than quotes keep their offsets alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from framing.export.bundle.records import texts_of
from framing.study.faults import Fault
from framing.study.load import Document
from framing.study.rules.codings import too_long
from framing.study.schema import UNSPACED, WORDS

MASK = "█"
"""Stands for each character of a quote that is withheld: its offsets stay true."""
TOGETHER = 4 * WORDS
"""Words that the quotes of one article may have together."""
_GAP = 3
"""Characters between two quotes that are still taken for one passage."""
_CONTEXT = ("prefix", "suffix")

Record = dict[str, Any]


def withheld(records: Sequence[Document]) -> tuple[list[Document], int]:
    """Records without the words of articles that are more than quotations, and how many articles that concerns.

    Args:
        records: every record of a study.

    Returns:
        The records. Where the quotes of an article, of all its coders, follow on each other for more than ``WORDS`` words, or
        have more than ``TOGETHER`` in all, each of their characters is a ``MASK``; offsets and the hash of the text stay. The
        words beside a quote always go.

    >>> quote = {"supports": "war", "kind": "quote", "text": "a " * 24 + "b", "lang": "en", "start": 0, "end": 49}
    >>> coding = {"article": "x", "coder": "a", "evidence": [quote, quote | {"start": 50, "end": 99}]}
    >>> [found], count = withheld([Document("coding", "", 0, b"", coding, untidy=False)])
    >>> found.record["evidence"][0]["text"] == MASK * 49, found.record["evidence"][0]["end"], count
    (True, 49, 1)
    """
    quotes: dict[str, list[Record]] = defaultdict(list)
    for document in records:
        if document.kind == "coding":
            quotes[document.record["article"]] += _quotes(document.record)
    much = {article for article, found in quotes.items() if _too_much(found)}
    return [_without(document, much) for document in records], len(much)


def _quotes(coding: Mapping[str, Any]) -> list[Record]:
    return [item for item in coding.get("evidence", ()) if item["kind"] == "quote"]


def _too_much(quotes: Iterable[Record]) -> bool:
    """Whether somebody could read in them more of the article than a quotation."""
    signs: dict[int, str] = {}
    language = "en"
    for item in quotes:
        signs.update(enumerate(item["text"], item["start"]))
        language = item["lang"]
    runs = list(_runs(signs))
    return any(too_long(run, language) for run in runs) or bool(too_long(" ".join(runs), language, TOGETHER))


def _runs(signs: Mapping[int, str]) -> Iterator[str]:
    """The passages that characters at their places make.

    >>> list(_runs({0: "a", 1: "b", 9: "c"}))
    ['ab', 'c']
    """
    run, before = "", None
    for place in sorted(signs):
        if before is not None and place - before > _GAP:
            yield run
            run, before = "", None
        run += " " * (place - before - 1 if before is not None else 0) + signs[place]
        before = place
    if run:
        yield run


def _without(document: Document, much: set[str]) -> Document:
    record = document.record
    if document.kind != "coding" or not _quotes(record):
        return document
    hidden = record["article"] in much
    items = [_shortened(item, hidden) if item["kind"] == "quote" else item for item in record["evidence"]]
    return document._replace(record={**record, "evidence": items})


def _shortened(item: Record, hidden: bool) -> Record:
    left = {key: part for key, part in item.items() if key not in _CONTEXT}
    if not hidden:
        return left
    return {key: part for key, part in left.items() if key != "en"} | {"text": MASK * len(item["text"])}


def copied(records: Iterable[Document], texts: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """What of a private text stands in the records of its article, wherever it was typed.

    Args:
        records: every record of a study, as it would be given away.
        texts: the private texts at hand, by article.

    Yields:
        A Fault for each record that holds more than ``WORDS`` words of a text in a row.

    >>> memo = {"id": "x", "note": " ".join("abcdefghijklmnopqrstuvwxyzabcd")}
    >>> [fault] = copied([Document("article", "a.json", 0, b"", memo, untidy=False)], {"x": [memo["note"] + " and more"]})
    >>> str(fault)
    "a.json::: holds more than 25 words in a row of the private text of 'x'; shorten it to a quotation"
    """
    for document in records:
        article = str(document.record.get("article", document.record.get("id")))
        if document.kind not in ("article", "coding") or article not in texts:
            continue
        language = str(document.record.get("language", ""))
        plain = [" ".join(text.split()) for text in texts[article]]
        if any(piece in text for piece in _pieces(document.record, language) for text in plain):
            message = (
                f"holds more than {WORDS} words in a row of the private text of {article!r}; shorten it to a quotation"
            )
            yield document.fault("", "text_private", message)


def _pieces(record: Record, language: str) -> Iterator[str]:
    """All passages of a record that are one word longer than a quotation."""
    for text in texts_of(record):
        words = text.split()
        yield from (" ".join(words[at : at + WORDS + 1]) for at in range(len(words) - WORDS))
        unspaced = language in UNSPACED or len(words) * 20 < len(text)
        yield from (text[at : at + 3 * WORDS + 1] for at in range(len(text) - 3 * WORDS) if unspaced)
