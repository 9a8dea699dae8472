"""Two or more finished readings of one article side by side, for who settles them and for nobody else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.study.schema import VERSION, major
from framing.workbench.desk import catalogue
from framing.workbench.desk.catalogue import ListedArticle
from framing.workbench.desk.shelf import Record, Shelf, lines, record


@dataclass(frozen=True, slots=True)
class Readings:
    """The finished main-phase codings of a study, for an adjudicator.

    Attributes:
        root: the study's folder.
        coders: ids of the coders who are not adjudicators.
        assigned: articles or outlets, by coder; None for all of them.
        codebook: its version; codings under one that means something else no longer count as readings.
        shelf: remembers parsed files.
    """

    root: Path
    coders: tuple[str, ...]
    assigned: Mapping[str, list[str] | None]
    codebook: str
    shelf: Shelf

    def ready(self, rows: Mapping[str, ListedArticle]) -> list[ListedArticle]:
        """The articles that every coder who has to code them has finished, two coders at least."""
        return [row for row in rows.values() if self.of(row)]

    def of(self, row: ListedArticle) -> dict[str, Record]:
        """The readings of one article by coder; nothing before all of them are finished."""
        due = [coder for coder in self.coders if catalogue.assigned([row], self.assigned[coder])]
        found = {coder: self._finished(coder, row.id) for coder in due}
        return (
            {coder: coding for coder, coding in found.items() if coding} if len(due) > 1 and all(found.values()) else {}
        )

    def unreadable(self) -> Iterator[str]:
        """Files of codings that cannot be read: their articles are never ready."""
        for coder in self.coders:
            for name, found in self.shelf.folder(self.root / "coded" / "codings" / coder, _coding):
                if not found:
                    yield f"coded/codings/{coder}/{name}.json"

    def _finished(self, coder: str, article: str) -> Record:
        folder = self.root / "coded" / "codings"
        bulk = self.shelf.file(folder / f"{coder}.jsonl", _by_article)
        found = self.shelf.file(folder / coder / f"{article}.json", _coding) or bulk.get(article, {})
        if found.get("phase") != "main" or major(found["codebook"]) != major(self.codebook):
            return {}
        return {**found, "article": article, "coder": coder}


def _coding(raw: bytes) -> Record:
    found = record(raw)
    return found if _whole(found) else {}


def _by_article(raw: bytes) -> dict[str, Record]:
    return {str(found.get("article")): found for found in lines(raw) if _whole(found)}


def _whole(coding: Record) -> bool:
    """Whether a coding has the parts in which readings are compared."""
    parts = (("event", dict), ("frames", dict), ("values", dict), ("evidence", list))
    if not re.search(VERSION, str(coding.get("codebook"))):
        return False
    return all(isinstance(coding.get(name), kind) for name, kind in parts) and all(
        isinstance(item, dict) and {"supports", "text"} <= item.keys() for item in coding["evidence"]
    )
