"""Two or more finished readings of one article side by side, for who settles them and for nobody else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.study.answers import ABSENT, answer, places
from framing.study.rules.settlements import NEITHER
from framing.workbench.desk import catalogue
from framing.workbench.desk.catalogue import Row
from framing.workbench.desk.shelf import Record, Shelf, lines, record


@dataclass(frozen=True, slots=True)
class Readings:
    """The finished main-phase codings of a study, for an adjudicator.

    Attributes:
        root: the study's folder.
        coders: ids of the coders who are no adjudicators.
        assigned: articles or outlets, by coder; None for all of them.
        shelf: remembers parsed files.
    """

    root: Path
    coders: tuple[str, ...]
    assigned: Mapping[str, list[str] | None]
    shelf: Shelf

    def ready(self, rows: Mapping[str, Row]) -> list[Row]:
        """The articles that every coder who has to code them has finished, two coders at least."""
        return [row for row in rows.values() if self.of(row)]

    def of(self, row: Row) -> dict[str, Record]:
        """The readings of one article by coder; nothing before all of them are finished."""
        due = [coder for coder in self.coders if catalogue.assigned([row], self.assigned[coder])]
        found = {coder: self._finished(coder, row.id) for coder in due}
        return (
            {coder: coding for coder, coding in found.items() if coding} if len(due) > 1 and all(found.values()) else {}
        )

    def unreadable(self) -> Iterator[str]:
        """Files of codings that cannot be read: their articles are never ready."""
        for coder in self.coders:
            for name, found in self.shelf.folder(self.root / "coded" / "codings" / coder, record):
                if not found:
                    yield f"coded/codings/{coder}/{name}.json"

    def _finished(self, coder: str, article: str) -> Record:
        folder = self.root / "coded" / "codings"
        bulk = self.shelf.file(folder / f"{coder}.jsonl", _by_article)
        found = self.shelf.file(folder / coder / f"{article}.json", record) or bulk.get(article, {})
        return found if found.get("phase") == "main" else {}


def _by_article(raw: bytes) -> dict[str, Record]:
    return {str(found.get("article")): found for found in lines(raw)}


def settleable(codebook: Mapping[str, Any]) -> tuple[str, ...]:
    """JSON Pointers to everything that coders of a study may differ on."""
    return places(variable["id"] for variable in codebook["variables"])


def disputed(readings: Mapping[str, Record], codebook: Mapping[str, Any]) -> list[str]:
    """JSON Pointers to the values that the readings do not share."""
    return [
        place
        for place in settleable(codebook)
        if len({repr(answer(coding, place)) for coding in readings.values()}) > 1
    ]


def settled(coding: Record, readings: Mapping[str, Record], codebook: Mapping[str, Any], by: str) -> Record:
    """The record with its decisions brought into line: one per disputed value, following whom the value says.

    Args:
        coding: an adjudicated record, perhaps incomplete; its decisions hold reason and comment.
        readings: what is being settled.
        codebook: a valid codebook.
        by: the adjudicator.
    """
    given = {entry.get("value"): entry for entry in coding.get("decisions", ()) if isinstance(entry, dict)}
    open_values = disputed(readings, codebook)
    decisions = []
    for where in settleable(codebook):
        chosen = answer(coding, where)
        if where not in open_values or chosen is ABSENT:
            continue
        follows = next((coder for coder, other in readings.items() if answer(other, where) == chosen), NEITHER)
        told = {key: text for key, text in given.get(where, {}).items() if key in ("reason", "comment") and text}
        decisions.append({"value": where, "by": by, "follows": follows, **told})
    return {**coding, "decisions": decisions}
