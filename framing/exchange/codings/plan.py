"""What an import of codings would write: every coding with what becomes of it, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import coders, complaints, gaps, mapping, naming
from framing.exchange.codings.coders import Newcomer
from framing.exchange.codings.drafts import Draft, Targets, finished, take
from framing.exchange.codings.formats import form_of
from framing.exchange.codings.line import Line, Remark
from framing.exchange.codings.parts import parts
from framing.exchange.growing import growing
from framing.exchange.plan import Standing, Watched, standing
from framing.study import canonical, load, rules, validate
from framing.study.faults import Fault
from framing.study.load import Document

Record = dict[str, Any]
State = Literal["new", "known"]


class Row(NamedTuple):
    """One coding of a file that has no fault, and what becomes of it.

    Attributes:
        file: where it comes from.
        place: where it begins there.
        state: new, or known because it was imported before.
        record: the coding.
    """

    file: str
    place: str
    state: State
    record: Record


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        rows: codings without a fault, in the order of the files.
        faults: what is wrong, with the file; while there is any, nothing is written.
        remarks: what a person should know, with the file.
        formats: the format of each file.
        coders: entries that would be added to ``coders.json``.
    """

    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[str, Trouble]] = field(default_factory=list)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    coders: list[Record] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many codings are new and known, and how many faults there are."""
        counted = Counter(row.state for row in self.rows)
        return {"new": counted["new"], "known": counted["known"], "faults": len(self.faults)}


class Coded(NamedTuple):
    """What an import must know of the study: as for articles, and the codings that are there by coder and article."""

    study: Standing
    codings: Mapping[tuple[str, str], bytes]


def coded(root: Path) -> Coded:
    """What an import must know of a study.

    Raises:
        InvalidStudy: when its codebook, a register or an article has faults.
    """
    study = standing(root)
    known = {}
    for text in load.texts(root):
        if isinstance(text, Fault) or text[1] != "coding":
            continue
        for found in load.parse(*text):
            if isinstance(found, Document) and {"coder", "article"} <= found.record.keys():
                known[str(found.record["coder"]), str(found.record["article"])] = found.raw
    return Coded(study, known)


def plan(  # noqa: PLR0913  # each is an option of one command; a bundle of them would have no other use
    known: Coded,
    exports: Iterable[Export],
    told: Mapping[str, Any],
    newcomer: Newcomer,
    named: str = "",
    *,
    watched: Watched = iter,
) -> Plan:
    """Looks into every file and says of every coding what would become of it; writes nothing.

    Args:
        known: the study as it stands.
        exports: the files.
        told: what the map says, see ``mapping.read``.
        newcomer: the coder that the person names, and what is to be said of one who is not in the study.
        named: the format, where the person names it.
        watched: what passes lines and codings on, one after the other, and may tell how many there were.
    """
    found = Plan()
    desk = _Desk(known, newcomer, found, watched)
    for export in exports:
        try:
            name, form = form_of(export, named)
            found.formats[export.name] = name
            map_ = mapping.as_map(told, form.usual)
            desk.begin(export.name)
            with growing():
                for item in watched(form.read(export, map_)):
                    if isinstance(item, Line):
                        desk.line(item, map_)
                    elif isinstance(item, Trouble):
                        found.faults.append((export.name, item))
                    else:
                        found.remarks.append((export.name, item))
                desk.end(map_, bool(form.usual))
        except NotReadableError as error:
            found.faults.append((export.name, Trouble("", str(error))))
    return found


class _Desk:
    """Takes one line after the other, and judges the codings that they make when the file has ended."""

    def __init__(self, known: Coded, newcomer: Newcomer, found: Plan, watched: Watched) -> None:
        self._newcomer, self._found, self._watched = newcomer, found, watched
        self._codings = dict(known.codings)
        register = known.study.register
        self._register = register
        self._parts = parts(register.codebook, register.events)
        self._articles = naming.Articles(known.study.articles, known.study.outlets)
        self._contract = validate.coding_contract(register.codebook)
        self._languages: dict[str, dict[str, None]] = {}
        self.begin("")

    def begin(self, file: str) -> None:
        """A new file: what another one says of an article is another coding."""
        self._file = file
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._targets = Targets(self._parts, file)
        self._columns, self._questions = dict[str, None](), dict[str, None]()
        self._coders: dict[tuple[int, str, str], tuple[str, str]] = {}
        self._maps: dict[str, list[tuple[mapping.Map, str]]] = {}
        self._begun, self._lacking, self._quoted = len(self._found.faults), list[str](), False

    def line(self, line: Line, told: mapping.Map) -> None:
        """Takes one line into the draft of its coder and article; where each coder has a column, into those of each."""
        self._columns.update(dict.fromkeys(cell.name for cell in line.cells))
        self._quoted = self._quoted or any(cell.quote for cell in line.cells)
        for own, coder in self._readings(line.sheet, told):
            if own.variable:
                self._questions[line.first(own.variable)] = None
            if not told.by_coder or line.first(own.value):
                self._take(line, own, coder)

    def _readings(self, sheet: str, told: mapping.Map) -> list[tuple[mapping.Map, str]]:
        """The maps by which a line of a sheet is read, each with the coder that it is of; empty where the line tells."""
        if sheet not in self._maps:
            own = told.on(sheet)
            by_coder = [(own._replace(value=column), coder) for column, coder in own.by_coder.items()]
            self._maps[sheet] = by_coder or [(own, self._newcomer.id)]
        return self._maps[sheet]

    def _take(self, line: Line, told: mapping.Map, given: str) -> None:
        article, no_article = self._articles.named(line, told) if told.article else ("", "")
        said = line.first(told.coder) if told.coder else ""
        asked = id(told.coders), said, given
        if asked not in self._coders:
            self._coders[asked] = naming.coder(said, told, given, self._register.coders)
        coder, no_coder = self._coders[asked]
        wrong = [no_article, no_coder, self._unknown(coder)]
        if any(wrong) or not told.article:
            self._found.faults.extend((self._file, Trouble(line.place, message)) for message in wrong if message)
            return
        draft, language = self._drafts.get((coder, article)), self._articles.language(article)
        if draft is None:
            bare = self._file.rpartition("/")[2]
            draft = self._drafts[coder, article] = Draft(article, coder, bare, line.place, told, language)
        self._languages.setdefault(coder, {})[language] = None
        take(draft, line, told, self._targets)

    def _unknown(self, coder: str) -> str:
        """Why somebody who is not in the study cannot be added; empty for everybody else."""
        if not coder or coder in self._register.coders or self._newcomer.kind:
            return ""
        return coders.unknown(coder, self._register.coders)

    def end(self, told: mapping.Map, program: bool) -> None:
        """Judges what the file has said; in one of an annotation program a question may have no answer at all."""
        self._open()
        drafts = [*reversed(self._drafts.values())]
        self._drafts.clear()
        for _ in self._watched(range(len(drafts))):
            draft = drafts.pop()  # each is let go when it is judged
            if draft.coder not in self._register.coders:
                self._welcome(draft.coder)
            self._judge(draft)
        unknown = gaps.no_parts([told, *self._own()], self._parts)
        self._found.faults.extend((self._file, Trouble("", message)) for message in unknown)
        absent = gaps.no_columns(told, self._named(told), self._columns)
        if program:
            self._found.remarks.extend((self._file, Remark("", message)) for message in absent)
        else:
            self._found.faults.extend((self._file, Trouble("", message)) for message in absent)
        left_out = [name for name in self._targets.left_out if name not in self._named(told)]
        if left_out:
            shown = ", ".join(left_out[:12]) + (f" and {len(left_out) - 12} more" if len(left_out) > 12 else "")
            self._found.remarks.append(
                (self._file, Remark("", f"not imported, for the map does not name them: {shown}"))
            )

    def _open(self) -> None:
        """Says before all that is wrong in single lines what neither file nor map tells; passages are evidence, where there are any."""
        needed = [name for name in gaps.NEEDED if not (self._quoted and name == "evidence")]
        if self._columns:
            self._lacking = gaps.unanswered(self._own(), (*self._columns, *self._questions), needed)
        lacking = [gaps.in_words(self._lacking)] if self._lacking else []
        messages = lacking if all(own.article for own in self._own()) else [gaps.no_article(self._columns, self._parts)]
        self._found.faults[self._begun : self._begun] = [(self._file, Trouble("", each)) for each in messages]

    def _own(self) -> list[mapping.Map]:
        return [own for each in self._maps.values() for own, _ in each]

    def _named(self, told: mapping.Map) -> set[str]:
        return {told.coder, told.variable, told.value, *told.by_coder, *told.article.values()}

    def _welcome(self, coder: str) -> None:
        entry = coders.entry(coder, self._newcomer, list(self._languages[coder]), self._file)
        self._register.coders[coder] = entry
        self._found.coders.append(entry)
        for message in coders.faults(self._register):
            self._found.faults.append((self._file, Trouble("", f"coder {coder}: {message}")))

    def _judge(self, draft: Draft) -> None:
        record = canonical.ordered(
            finished(draft, self._register.codebook["version"], self._parts), self._contract.order
        )
        faults = draft.faults or [
            Trouble(complaints.place(draft, fault.pointer), complaints.message(fault)) for fault in self._broken(record)
        ]
        if self._lacking and not faults:
            return
        before = self._codings.get((draft.coder, draft.article))
        if not faults and before is not None:
            if complaints.same(before, record, self._contract):
                self._found.rows.append(Row(self._file, draft.place, "known", record))
                return
            faults = [Trouble(draft.place, complaints.second(before, record, self._parts))]
        if faults:
            self._found.faults.extend((self._file, fault) for fault in faults)
            return
        self._codings[draft.coder, draft.article] = canonical.as_line(record)
        self._found.rows.append(Row(self._file, draft.place, "new", record))

    def _broken(self, record: Record) -> list[Fault]:
        """What `framing check` would say."""
        raw = canonical.as_line(record)
        document = Document("coding", f"coded/codings/{record['coder']}.jsonl", 1, raw, record, untidy=False)
        found = rules.faults_alone(document, self._contract, self._register)
        return [fault for fault in found if not gaps.is_about(fault, self._lacking)]
