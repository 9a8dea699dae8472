"""The queue of one coder: which articles are there, which of them are open, and which fit what is searched for."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from framing.study.defaults import filled
from framing.study.validate import fixed_contract
from framing.workbench.desk.shelf import Record, Shelf, lines, record

STATES = ("uncoded", "draft", "again", "done")
PAGE = 100
"""Rows of one page: a browser draws them at once, however long the queue is."""


class NotListed(Exception):  # noqa: N818  # a name reads as what happened
    """Raised when the study lists nothing of a name, or nothing that this person may open."""


class ListedArticle(NamedTuple):
    """One article as the queue shows it.

    Attributes:
        id: its id.
        outlet: id of its outlet.
        published: its date, EDTF.
        headline: the headline that is known best: original, English or romanised; empty when none is.
        language: language of the headline shown.
        own: language of the article.
        genre: its genre.
        excluded: whether it is left out of frame analysis.
        folded: everything that a search looks at, folded.
    """

    id: str
    outlet: str
    published: str
    headline: str
    language: str
    own: str
    genre: str
    excluded: bool
    folded: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """What one page of the queue shows.

    Attributes:
        rows: articles with their states.
        found: how many articles fit the filters.
        number: the page, counted from 1.
        pages: how many there are.
    """

    rows: list[tuple[ListedArticle, str]]
    found: int
    number: int
    pages: int


def folded(text: str) -> str:
    """Text as a search compares it: compatibility forms and case do not matter.

    >>> folded("ﾖﾐｳﾘ ２０１４ ПУТИН")
    'ヨミウリ 2014 путин'
    """
    return unicodedata.normalize("NFKC", text).casefold()


def row(article: Record) -> ListedArticle | None:
    """The row of an article record; None for one too broken to be shown."""
    article = filled(article, fixed_contract("article").defaults)
    try:
        headline = article["headline"]
        shown = next((key for key in ("original", "en", "romanised") if headline.get(key)), "")
        names = [name for author in article["byline"] for name in author.values()]
        looked_at = [article["id"], article["date"]["published"], article["outlet"], *headline.values(), *names]
        return ListedArticle(
            id=article["id"],
            outlet=article["outlet"],
            published=article["date"]["published"],
            headline=headline.get(shown, ""),
            language={"original": article["language"], "romanised": "und-Latn"}.get(shown, "en"),
            own=article["language"],
            genre=article["genre"],
            excluded="excluded_because" in article,
            folded=folded(" ".join(map(str, looked_at))),
        )
    except (KeyError, TypeError, AttributeError):
        return None


def _row(raw: bytes) -> ListedArticle | None:
    return row(record(raw))


def _rows(raw: bytes) -> list[ListedArticle | None]:
    return [row(article) for article in lines(raw)]


def rows(root: Path, shelf: Shelf) -> dict[str, ListedArticle]:
    """Every article of a study by its id, the oldest first."""
    coded = root / "coded"
    single = (found for name, found in shelf.folder(coded / "articles", _row) if found and found.id == name)
    bulk = (found for found in shelf.file(coded / "articles.jsonl", _rows) if found)
    return {found.id: found for found in sorted([*single, *bulk], key=lambda found: (found.published, found.id))}


def unlisted(root: Path, shelf: Shelf) -> Iterator[tuple[str, int]]:
    """File and line of each article that no queue shows, because its record has faults."""
    coded = root / "coded"
    for name, found in shelf.folder(coded / "articles", _row):
        if found is None or found.id != name:
            yield f"coded/articles/{name}.json", 0
    for line, found in enumerate(shelf.file(coded / "articles.jsonl", _rows), 1):
        if found is None:
            yield "coded/articles.jsonl", line


def article(root: Path, shelf: Shelf, name: str) -> tuple[Record, str, int]:
    """One article by an id that the study lists: its record, its file, and its line there.

    Raises:
        NotListed: when the study has no such article.
    """
    path = root / "coded" / "articles" / f"{name}.json"
    single = shelf.file(path, record)
    known = fixed_contract("article").defaults
    if single.get("id") == name:
        return filled(single, known), f"coded/articles/{name}.json", 0
    for line, found in enumerate(shelf.file(root / "coded" / "articles.jsonl", lines), 1):
        if found.get("id") == name:
            return filled(found, known), "coded/articles.jsonl", line
    raise NotListed(name)


def assigned(all_rows: Iterable[ListedArticle], wanted: list[str] | None) -> list[ListedArticle]:
    """The articles that a coder is to code: those named by id or outlet, or every one that frame analysis keeps."""
    kept = [found for found in all_rows if not found.excluded]
    return kept if wanted is None else [found for found in kept if found.id in wanted or found.outlet in wanted]


def fitting(
    listed: Iterable[ListedArticle], states: Mapping[str, str], names: Mapping[str, str], asked: Mapping[str, str]
) -> Iterator[tuple[ListedArticle, str]]:
    """The articles that fit what is asked for.

    Args:
        listed: articles.
        states: draft, again or done, by article; others are uncoded.
        names: folded names of each outlet in every script.
        asked: state, outlet and q (words that must all occur); an empty one asks for nothing.
    """
    words = folded(asked.get("q", "")).split()
    for found in listed:
        state = states.get(found.id, "uncoded")
        if asked.get("state") not in ("", None, state, "open" if state != "done" else ""):
            continue
        if asked.get("outlet") not in ("", None, found.outlet):
            continue
        text = f"{found.folded} {names.get(found.outlet, '')}"
        if all(word in text for word in words):
            yield found, state


def page(found: list[tuple[ListedArticle, str]], number: int) -> QueuePage:
    """One page of what was found; the last one for a number beyond it."""
    pages = max(1, -(-len(found) // PAGE))
    here = min(max(1, number), pages)
    return QueuePage(found[(here - 1) * PAGE : here * PAGE], len(found), here, pages)


def counts(listed: Iterable[ListedArticle], states: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Articles per outlet and state, outlets in the order in which they first appear; "" holds the sums."""
    found: dict[str, dict[str, int]] = {"": dict.fromkeys(STATES, 0)}
    for entry in listed:
        state = states.get(entry.id, "uncoded")
        found.setdefault(entry.outlet, dict.fromkeys(STATES, 0))[state] += 1
        found[""][state] += 1
    return found


def following(listed: list[ListedArticle], states: Mapping[str, str], after: str) -> str:
    """The next open article behind one, from the top again when there is none behind; empty when all is done."""
    ids = [found.id for found in listed]
    start = ids.index(after) + 1 if after in ids else 0
    turned = ids[start:] + ids[:start]
    return next((name for name in turned if states.get(name) != "done" and name != after), "")


def outlet_names(outlets: list[dict[str, Any]]) -> dict[str, str]:
    """Folded names of each outlet in every script, for the search."""
    return {outlet["id"]: folded(" ".join(map(str, outlet["names"].values()))) for outlet in outlets}
