"""What one coder's workbench is made of: the study's files, seen through what this coder may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from framing.refusal import Refusal
from framing.study import canonical, layout, settle
from framing.study.faults import Fault, meant, pointer
from framing.study.levels import MISSING
from framing.study.load import Document
from framing.study.revision.worklist import Again
from framing.study.rules.grounds import SECOND_HAND
from framing.study.rules.registers import neither
from framing.workbench.desk import anchors, catalogue, judge, revisit, settings, shelf, store, texts
from framing.workbench.desk.adjudication import Readings
from framing.workbench.desk.catalogue import ListedArticle
from framing.workbench.desk.judge import Standard, Verdict
from framing.workbench.desk.revisit import Mark
from framing.workbench.desk.settings import Settings
from framing.workbench.desk.shelf import Record, Shelf
from framing.workbench.desk.store import Store, Working
from framing.workbench.desk.texts import Text, composed

UNLISTED = 5
"""Articles that are named one by one when they cannot be listed."""


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

    def standard(self) -> Standard:
        """Codebook and registers as they stand now."""
        told = layout.translations(self.root)
        files = (self.root / "schemas" / "codebook.json", *told, *sorted((self.root / "coded").glob("*.json")))
        stamp = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
        kept = self.shelf.kept.get(("", "standard"))
        if kept is None or kept[1][0] != stamp:
            kept = ((0, 0, 0), (stamp, judge.standard(self.root)))
            self.shelf.kept["", "standard"] = kept
        standard: Standard = kept[1][1]
        return standard

    def settings(self) -> Settings:
        """Local settings as they stand now."""
        return settings.read(self.root)

    def adjudicates(self) -> bool:
        """Whether coders.json declares this coder an adjudicator."""
        adjudicator: bool = self._entry(self.coder).get("adjudicator", False)
        return adjudicator

    def name(self, coder: str) -> str:
        """What coders.json calls a coder, beside the id; empty where it gives no other name."""
        named = str(self._entry(coder).get("name", ""))
        return "" if named == coder else named

    def exception(self) -> Record:
        """Which coder this adjudicator is as well, and why; empty for anybody else."""
        exception: Record = self._entry(self.coder).get("exception", {})
        return exception

    def _entry(self, coder: str) -> Record:
        return next((entry for entry in self.standard().registers["coders"] if entry["id"] == coder), {})

    def store(self) -> Store:
        """Drafts and records of this coder."""
        return Store(self.root, self.coder, self.standard(), self.shelf, self.again(), self._reopened)

    def again(self) -> dict[str, list[Again]]:
        """What this coder has to look at again, by article: the codebook, or for an adjudicator a reading, has changed."""
        if self.adjudicates():
            own, rows = shelf.names(self.root / "coded" / "codings" / self.coder), self.rows()
            readings = {name: list(self.readings(name).values()) for name in own if name in rows}
            return revisit.resettled(self.root, self.coder, self.standard(), self.shelf, readings)
        return revisit.outgrown(self.root, self.coder, self.standard(), self.shelf)

    def _reopened(self, article: str, coding: Record) -> Record:
        """A finished coding as one to continue."""
        if self.adjudicates():
            return revisit.settled_again(coding, list(self.readings(article).values()), self.standard())
        return revisit.begun_again(coding, self.standard().codebook)

    def marks(self, article: str) -> list[Mark]:
        """The questions of an article that this coder has to answer again."""
        found = self.again().get(article)
        if not found:
            return []
        path = self.store().coding_path(article)
        if self.adjudicates():
            return revisit.marks_of_settled(found)
        return revisit.marks(self.shelf.file(path, shelf.record), found, self.standard().codebook)

    def rows(self) -> dict[str, ListedArticle]:
        """Every article of the study."""
        return catalogue.rows(self.root, self.shelf)

    def listed(self) -> list[ListedArticle]:
        """The articles that this coder has to work on; for an adjudicator those that all have finished, first where they differ."""
        if self.adjudicates():
            readings = self._readings()
            return sorted(readings.ready(self.rows()), key=lambda row: not self._differ(readings.of(row)))
        return catalogue.assigned(self.rows().values(), self.assigned(self.coder))

    def beyond(self) -> list[ListedArticle]:
        """The articles that are coded, but not by this coder; of these an adjudicator sees none."""
        if self.adjudicates():
            return []
        own = {row.id for row in self.listed()}
        return [row for row in catalogue.assigned(self.rows().values(), None) if row.id not in own]

    def assigned(self, coder: str) -> list[str] | None:
        """Articles and outlets that a coder has to code, None for all: as coders.json says, or the settings of old."""
        wanted: list[str] | None = self._entry(coder).get("assigned", self.settings().assigned.get(coder))
        return wanted

    def readings(self, article: str) -> dict[str, Record]:
        """Finished readings of one article by coder: for an adjudicator only, and only when all are finished."""
        if not self.adjudicates():
            return {}
        row = catalogue.row(self.article(article).record)
        return self._asked(self._readings().of(row)) if row else {}

    def _asked(self, found: dict[str, Record]) -> dict[str, Record]:
        """Readings with the values for which the codebook asks now."""
        asked = [variable["id"] for variable in self.standard().codebook["variables"]]
        return {coder: {**coding, "values": _only(asked, coding["values"])} for coder, coding in found.items()}

    def _differ(self, found: dict[str, Record]) -> bool:
        return bool(settle.questions([*self._asked(found).values()]))

    def _readings(self) -> Readings:
        coders = self.standard().registers["coders"]
        names = tuple(entry["id"] for entry in coders if not entry.get("adjudicator", False))
        assigned = {name: self.assigned(name) for name in names}
        return Readings(self.root, names, assigned, self.standard().codebook["version"], self.shelf)

    def notices(self) -> Iterator[Fault]:
        """What a coder should know before beginning: slips in the settings, unknown names, articles left out."""
        yield from settings.faults(self.root)
        coders = {entry["id"]: entry.get("assigned", ()) for entry in self.standard().registers["coders"]}
        assigned = self.settings().assigned
        for coder in assigned:
            if coder not in coders:
                message = f"there is no coder {coder!r} in coded/coders.json{meant(coder, coders)}"
                yield settings.fault(self.root, pointer(("assigned", coder)), "assigned_exist", message)
        for place, (coder, names) in enumerate(coders.items()):
            for where, message in self._neither(names, ("coders", place, "assigned")):
                yield Fault("coded/coders.json", 0, where, "assigned_exist", message)
            for where, message in self._neither(assigned.get(coder, ()), ("assigned", coder)):
                yield settings.fault(self.root, where, "assigned_exist", message)

        for file in self._readings().unreadable() if self.adjudicates() else ():
            message = "this coding cannot be read, so its article cannot be settled yet; `framing check` says why"
            yield Fault(file, 0, "", "coding_readable", message)
        unlisted = list(catalogue.unlisted(self.root, self.shelf))
        for file, line in unlisted[:UNLISTED]:
            message = "this article is not listed because its record has faults; `framing check` lists them"
            yield Fault(file, line, "", "article_listed", message)
        if len(unlisted) > UNLISTED:
            yield Fault("coded/articles", 0, "", "article_listed", f"{len(unlisted) - UNLISTED} more are not listed")

    def _neither(self, names: Iterable[str], where: tuple[object, ...]) -> Iterator[tuple[str, str]]:
        known = {entry["id"]: None for entry in self.standard().registers["outlets"]} | dict.fromkeys(self.rows())
        known |= dict.fromkeys(shelf.names(self.root / "coded" / "articles"))  # there, if not sound
        for position, name in enumerate(names):
            if name not in known:
                yield pointer((*where, position)), neither(name, known)

    def article(self, name: str) -> Document:
        """One article with its address.

        Raises:
            NotListed: when the study has none of that id.
        """
        record, file, line = catalogue.article(self.root, self.shelf, name)
        return judge.document("article", record, file, line)

    def described(self, article: str) -> bool:
        """Whether an article is known from a description alone, so that values may be inferred."""
        return bool(self.article(article).record["source"]["basis"] == SECOND_HAND)

    def text(self, article: str) -> Text | Fault | None:
        """The private text of an article, or why it cannot be read, see ``texts.text``."""
        return texts.text(self.settings(), self.root, self.article(article).record)

    def assembled(self, article: str, sent: Record, version: str = "") -> Record:
        """The coding that was sent, with what the tool itself writes into it.

        Args:
            article: an id that the study lists.
            sent: what somebody judged.
            version: of the codebook on the page where it was judged; empty for that of the draft, or of now.
        """
        sorted_sets = canonical.ordered(composed(revisit.answered(sent)), self.standard().contract.order)
        grounded = _grounded(sorted_sets, self.standard().codebook)
        kept = {name: value for name, value in grounded.items() if name not in ("coded_at", "$schema")}
        stamp = {"coded_at": datetime.now(UTC).astimezone().isoformat(timespec="seconds")}
        begun = self.store().working(article).record.get("codebook")
        identity = store.identity(article, self.coder, version or begun or self.standard().codebook["version"])
        whole = {**kept, **identity, **stamp}
        if self.adjudicates():
            decisions = settle.decisions(whole, list(self.readings(article).values()), self.coder)
            whole |= {"phase": "adjudicated", "decisions": decisions}
        return self._anchored(article, whole)

    def going_on(self, article: str, working: Working) -> Record:
        """The record to go on with: what is final as it is, anything else with its quotes in the text at hand."""
        return working.record if working.final else self._anchored(article, working.record)

    def _anchored(self, article: str, coding: Record) -> Record:
        text = self.text(article)
        return anchors.anchored(coding, text) if isinstance(text, Text) and text.kind == "full" else coding

    def verdict(self, article: str, coding: Record) -> Verdict:
        """What stands between this coding and its being done."""
        found = judge.verdict(self.standard(), self.article(article), coding)
        text = self.text(article)
        unfounded = anchors.unfounded(coding, text) if isinstance(text, Text) and text.kind == "full" else ()
        return replace(found, faults=tuple(sorted({*found.faults, *unfounded})))


def _grounded(coding: Record, codebook: Record) -> Record:
    """A coding whose inferred variables stand in the order of the codebook, without those that hold no value any more."""
    if "inferred" not in coding:
        return coding
    holding = {name for name, value in coding.get("values", {}).items() if value not in MISSING}
    named = [entry["id"] for entry in codebook["variables"] if entry["id"] in {*coding["inferred"]} & holding]
    rest = {name: value for name, value in coding.items() if name != "inferred"}
    return {**rest, "inferred": named} if named else rest


def _only(names: Iterable[str], values: Record) -> Record:
    return {name: values[name] for name in names if name in values}


def coder_refused(root: Path, coder: str) -> Refusal | None:
    """Why nobody of this name can code in a study, or None."""
    coders = judge.standard(root).registers["coders"]
    known = [entry["id"] for entry in coders]
    if coder in known:
        return None
    if not coder:
        working = [entry["id"] for entry in coders if entry.get("assigned") != []]
        return Refusal("coder_missing", "No coder is named.", f"--coder, one of {', '.join(working or known)}.")
    reason = f"There is no coder {coder!r} in coded/coders.json{meant(coder, known)}."
    return Refusal("coder_unknown", reason, "A name that is in coders.json; `framing add coder` adds one.")
