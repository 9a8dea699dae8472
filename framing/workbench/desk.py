"""What one coder's workbench is made of: the study's files, seen through what this coder may see."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from framing.faults import meant
from framing.load import Document
from framing.refusal import Refusal
from framing.workbench import adjudication, catalogue, judge, settings, store
from framing.workbench.adjudication import Readings
from framing.workbench.catalogue import Row
from framing.workbench.judge import Ground, Verdict
from framing.workbench.settings import Settings
from framing.workbench.shelf import Record, Shelf
from framing.workbench.store import Store
from framing.workbench.texts import composed


@dataclass(frozen=True, slots=True)
class Desk:
    """One coder's view of one study; everything it says is read from the files when it is asked.

    Attributes:
        root: the study's folder.
        coder: who sits here.
        shelf: remembers parsed files.
    """

    root: Path
    coder: str
    shelf: Shelf

    def ground(self) -> Ground:
        """Codebook and registers as they stand now."""
        files = (self.root / "schemas" / "codebook.json", *sorted((self.root / "coded").glob("*.json")))
        stamp = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
        kept = self.shelf.kept.get(("", "ground"))
        if kept is None or kept[1][0] != stamp:
            kept = ((0, 0, 0), (stamp, judge.ground(self.root)))
            self.shelf.kept["", "ground"] = kept
        ground: Ground = kept[1][1]
        return ground

    def settings(self) -> Settings:
        """Local settings as they stand now."""
        return settings.read(self.root)

    def adjudicates(self) -> bool:
        """Whether coders.json declares this coder an adjudicator."""
        adjudicator: bool = self._entry().get("adjudicator", False)
        return adjudicator

    def exception(self) -> Record:
        """Which coder this adjudicator is as well, and why; empty for anybody else."""
        exception: Record = self._entry().get("exception", {})
        return exception

    def _entry(self) -> Record:
        return next((entry for entry in self.ground().registers["coders"] if entry["id"] == self.coder), {})

    def store(self) -> Store:
        """Drafts and records of this coder."""
        return Store(self.root, self.coder, self.ground().contract.order, self.shelf)

    def rows(self) -> dict[str, Row]:
        """Every article of the study."""
        return catalogue.rows(self.root, self.shelf)

    def listed(self) -> list[Row]:
        """The articles that this coder has to work on; for an adjudicator those that all coders have finished."""
        if self.adjudicates():
            return self._readings().ready(self.rows())
        return catalogue.assigned(self.rows().values(), self.settings().assigned.get(self.coder))

    def readings(self, article: str) -> dict[str, Record]:
        """Finished readings of one article by coder: for an adjudicator only, and only when all are finished."""
        if not self.adjudicates():
            return {}
        row = catalogue.row(self.article(article).record)
        return self._readings().of(row) if row else {}

    def _readings(self) -> Readings:
        coders = self.ground().registers["coders"]
        names = tuple(entry["id"] for entry in coders if not entry.get("adjudicator", False))
        return Readings(self.root, names, self.settings(), self.shelf)

    def article(self, name: str) -> Document:
        """One article with its address.

        Raises:
            NotListed: when the study has none of that id.
        """
        record, file, line = catalogue.article(self.root, self.shelf, name)
        return judge.document("article", record, file, line)

    def assembled(self, article: str, sent: Record, version: str = "") -> Record:
        """The coding that was sent, with what the tool itself writes into it.

        Args:
            article: an id that the study lists.
            sent: what somebody judged.
            version: of the codebook on the page where it was judged; empty for that of the draft, or of now.
        """
        kept = {name: value for name, value in composed(sent).items() if name not in ("coded_at", "$schema")}
        stamp = {"coded_at": datetime.now(UTC).astimezone().isoformat(timespec="seconds")}
        begun = self.store().working(article).record.get("codebook")
        identity = store.identity(article, self.coder, version or begun or self.ground().codebook["version"])
        whole = {**kept, **identity, **stamp}
        if self.adjudicates():
            readings = self.readings(article)
            whole = adjudication.settled(
                {**whole, "phase": "adjudicated"}, readings, self.ground().codebook, self.coder
            )
        return whole

    def verdict(self, article: str, coding: Record) -> Verdict:
        """What stands between this coding and its being done."""
        return judge.verdict(self.ground(), self.article(article), coding)


def coder_refused(root: Path, coder: str) -> Refusal | None:
    """Why nobody of this name can code in a study, or None when somebody can."""
    coders = judge.ground(root).registers["coders"]
    known = [entry["id"] for entry in coders]
    if coder in known:
        return None
    if not coder:
        return Refusal("coder_missing", "It is not known who codes.", f"--coder, one of {', '.join(known)}.")
    reason = f"There is no coder {coder!r} in coded/coders.json{meant(coder, known)}."
    return Refusal("coder_unknown", reason, "An entry in coded/coders.json.")
