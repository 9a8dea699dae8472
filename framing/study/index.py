"""What records refer to by id: gathered while they stream by, for the rules between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from framing.study import edtf
from framing.study.answers import Inferred, others, places
from framing.study.layout import OPTIONAL
from framing.study.load import REGISTERS, Document, coder_folder
from framing.study.schema import major

Record = dict[str, Any]


class ArticleFacts(NamedTuple):
    """What rules about other records ask of an article.

    ``basis`` is None where the article could not be read; ``constraints`` are those of the codebook that apply; ``noted`` says
    whether its note names the year.
    """

    id: str
    file: str
    line: int
    first: date | None = None
    last: date | None = None
    basis: str | None = None
    cites: str | None = None
    note: int | None = None
    constraints: Sequence[Record] = ()
    noted: bool = False


class EventFacts(NamedTuple):
    """The days of an event, whether it happened, and what it is called in each language."""

    first: date | None
    last: date | None
    status: str
    labels: tuple[str, ...]


class NoteFacts(NamedTuple):
    """What rules about articles ask of the note that an article comes from."""

    section: str | None
    articles: frozenset[str]


Answers = tuple[Any, ...]
"""The answers of one coder on one article, in the order of ``Index.asked``; events as (id, relation), secondary frames sorted, sets
as they are, inferred values as such."""


def _hashable(value: Any) -> Any:
    return tuple(value) if type(value) is list else value


class Settled(NamedTuple):
    """What rules ask of an adjudicated record; ``decisions`` are pairs of the value and whom it follows."""

    article: str
    answers: Answers
    decisions: list[tuple[str, str]]
    file: str
    line: int


class Unread(dict[str, Any]):
    """A register that could not be read as a whole: every reference to it is taken to be right."""

    def __contains__(self, _: object) -> bool:
        return True


@dataclass(slots=True)
class Index:
    """Everything known so far, by id; records are added in the order in which ``load.documents`` gives them.

    The articles that were coded are kept by coder: codings come coder by coder, so that what is asked stays at hand.
    The answers (``judged``, by coder and article) are kept where somebody settles disagreements (``settles``);
    ``asked`` are JSON Pointers to what can be settled, ``half_read`` the coders of whom a coding is broken, and
    ``shared`` holds each answer once, for a large study holds few different ones many times. ``kept`` are older codebooks by
    version, ``moves`` the migrations between them.
    """

    codebook: Record = field(default_factory=dict)
    outlets: dict[str, Record] = field(default_factory=dict)
    events: dict[str, EventFacts] = field(default_factory=dict)
    sources: dict[str, Record] = field(default_factory=dict)
    notes: dict[tuple[str, int], NoteFacts] = field(default_factory=dict)
    coders: dict[str, Record] = field(default_factory=dict)
    searches: dict[str, Record] = field(default_factory=dict)
    claims: dict[str, Record] = field(default_factory=dict)
    samples: dict[str, Record] = field(default_factory=dict)
    articles: dict[str, ArticleFacts] = field(default_factory=dict)
    bundles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    coded: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    judged: dict[str, dict[str, Answers]] = field(default_factory=lambda: defaultdict(dict))
    shared: dict[Any, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    settled: list[Settled] = field(default_factory=list)
    settles: bool = False
    half_read: set[str] = field(default_factory=set)
    versions: frozenset[str] = frozenset()
    migrations: dict[str, str] = field(default_factory=dict)
    moves: list[Record] = field(default_factory=list)
    kept: dict[str, Record] = field(default_factory=dict)
    variables: dict[str, Record] = field(default_factory=dict)
    articles_complete: bool = True
    applying: dict[tuple[str, ...], list[Record]] = field(default_factory=dict)

    def add(self, document: Document) -> None:
        """Adds a record that keeps its schema."""
        record = document.record
        if document.kind == "coding":
            self.coded[record["coder"]].add(self._name(record["article"]))
        elif document.kind == "article":
            article = self.articles[record["id"]] = self._article(document)
            if bundle := record["source"].get("bundle"):
                self.bundles[bundle].append(article.id)
        elif document.kind == "codebook":
            self.codebook = record
            self.variables = {variable["id"]: variable for variable in record["variables"]}
            self.asked = places(self.variables)
            known = (change["version"] for change in record["changes"])
            self.versions = frozenset(version for version in known if major(version) == major(record["version"]))
        elif document.kind == "migration":
            self.migrations.setdefault(record["from"], record["to"])
            self.moves.append(record)
        elif document.kind == "claims":
            self.claims |= {claim["id"]: claim for claim in record["claims"]}
        elif document.kind == "samples":
            self.samples |= {sample["id"]: sample for sample in record["samples"]}
        elif document.kind in (*OPTIONAL, "translation", "map"):
            return
        elif document.kind == "events":
            self.events |= {event["id"]: _event(event) for event in record["events"]}
        else:
            register: dict[str, Record] = getattr(self, document.kind)
            register |= {entry["id"]: entry for entry in record[document.kind]}
            self.notes = {key: note for source in self.sources.values() for key, note in _notes(source)}
            self.settles = any(coder.get("adjudicator", False) for coder in self.coders.values())

    def weigh(self, coding: Record, file: str, line: int) -> None:
        """Keeps the answers of a coding without faults, where somebody settles disagreements."""
        if not self.settles:
            return
        if coding["phase"] == "main":
            self.judged[coding["coder"]][self._name(coding["article"])] = self._answers(coding)
        elif coding["phase"] == "adjudicated":
            decisions = [(decision["value"], decision["follows"]) for decision in coding["decisions"]]
            self.settled.append(Settled(coding["article"], self._answers(coding), decisions, file, line))

    def _answers(self, coding: Record) -> Answers:
        event, frames, values = coding["event"], coding["frames"], coding["values"]
        said: Sequence[Any] = [_hashable(values[name]) for name in self.variables]
        if inferred := coding.get("inferred"):
            said = [Inferred(one) if name in inferred else one for name, one in zip(self.variables, said, strict=True)]
        judged = (event["id"], event["relation"]), tuple(others(coding))
        answers = (*judged, frames["primary"], tuple(sorted(frames["secondary"])), *said)
        return tuple(map(self.shared.setdefault, answers, answers))

    def by_coder(self, article: str) -> dict[str, Answers]:
        """The answers of the main phase on an article, by coder."""
        return {coder: judged[article] for coder, judged in self.judged.items() if article in judged}

    def _name(self, article: str) -> str:
        """The id of an article as one text, however often it is coded."""
        known = self.articles.get(article)
        return known.id if known else article

    def _article(self, document: Document) -> ArticleFacts:
        record, source = document.record, document.record["source"]
        first, last = _days(record["date"]["published"])
        constraints, noted = self._constraints(record), str(first)[:4] in record.get("note", "")
        basis, cites = (self.shared.setdefault(said, said) for said in (source["basis"], source.get("cites")))
        address = record["id"], document.file, document.line
        return ArticleFacts(*address, first, last, basis, cites, source.get("note"), constraints, noted)

    def _constraints(self, article: Record) -> list[Record]:
        """The constraints of the codebook that apply to an article; kept, for articles come in few kinds."""
        asked = {"genre": article["genre"], "language": article["language"], "basis": article["source"]["basis"]}
        sort = tuple(asked.values())
        known = self.applying.get(sort)
        if known is None:
            known = self.applying[sort] = [
                constraint
                for constraint in self.codebook.get("constraints", ())
                if all(asked[name] in values for name, values in constraint["when"].items())
            ]
        return known

    def add_broken(self, document: Document) -> None:
        """Adds the id of a record that breaks its schema, so that others that refer to it have no fault for that."""
        self.add_unread(document.file)
        if document.kind == "article":
            self._add_unread_article(str(document.record.get("id")), document.file, document.line)

    def add_unread(self, file: str) -> None:
        """Notes that a file exists but cannot be read, or not as a whole."""
        path = PurePosixPath(file)
        if file == "coded/articles.jsonl":
            self.articles_complete = False
            if not isinstance(self.articles, Unread):
                self.articles = Unread(self.articles)
        elif path.parts[:-1] == ("coded", "articles") and path.suffix == ".json":
            self._add_unread_article(path.stem, file, 0)
        elif file.startswith("coded/codings/"):
            self.half_read.add(coder_folder(file))
        elif path.parent.name == "coded" and path.stem in (*REGISTERS, "claims"):
            setattr(self, path.stem, Unread())

    def _add_unread_article(self, name: str, file: str, line: int) -> None:
        self.articles_complete = False
        self.articles.setdefault(name, ArticleFacts(name, file, line))


def _notes(source: Record) -> Iterator[tuple[tuple[str, int], NoteFacts]]:
    for note in source["notes"]:
        yield (source["id"], note["note"]), NoteFacts(note["section"], frozenset(note["articles"]))


def _days(text: str) -> tuple[date | None, date | None]:
    span = edtf.span(text)
    return (span.first, span.last) if span else (None, None)


def _event(event: Record) -> EventFacts:
    return EventFacts(*_days(event["date"]), event["status"], tuple(event["labels"].values()))
