"""What an import would write: every item of every file with what becomes of it, before anything is written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from framing.exchange import genres, outlets, records
from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.formats import reader_of
from framing.exchange.growing import growing
from framing.exchange.twins import KINDS, Known, Twin
from framing.exchange.undecided import Text, Undecided
from framing.study import canonical, load, rules, validate
from framing.study.faults import Fault, InvalidStudy
from framing.study.index import Index
from framing.study.load import Document

Record = dict[str, Any]
State = Literal["new", "known", "twin", "refused"]
FILE = "coded/articles.jsonl"
"""Where imported articles are written: one file, so that all of them are there or none is."""

_READ = frozenset({"codebook", *load.REGISTERS, "article"})


Watched = Callable[[Iterable[Any]], Iterator[Any]]
"""What passes things on as they come."""


class Row(NamedTuple):
    """One item of a file, and what becomes of it.

    Attributes:
        file: where it comes from.
        place: where it stands there.
        state: new; known, because it was imported before; twin, because it may be another article; or refused.
        record: the article; None for one that is refused.
        text: where its text is kept until somebody decides; None where it has none.
        message: why it is refused, what it may be, or what a person should look at.
        twin: the article that it may be.
        genre: what the marks of its headline propose; empty for nothing.
    """

    file: str
    place: str
    state: State
    record: Record | None = None
    text: Text | None = None
    message: str = ""
    twin: Twin | None = None
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        rows: every item, in the order of the files.
        unknown: printed names that no outlet has: how many items, and the outlet that may be meant.
        searches: the searches that the files tell of, with the name of the file.
        formats: the format of each file.
    """

    rows: list[Row] = field(default_factory=list)
    unknown: dict[str, tuple[int, str]] = field(default_factory=dict)
    searches: list[tuple[str, Searched]] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)

    def counts(self) -> dict[State, int]:
        """How many items there are of each state."""
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in ("new", "known", "twin", "refused")}


class Standing(NamedTuple):
    """What an import must know of the study.

    Attributes:
        register: its codebook and registers.
        outlets: entries of ``outlets.json``.
        articles: the articles that are there.
    """

    register: Index
    outlets: Sequence[Record]
    articles: Sequence[Record]


def plan(  # noqa: PLR0913  # each is an option of one command; a bundle of them would have no other use
    study: Standing,
    exports: Iterable[Export],
    day: str,
    named: str = "",
    given: Mapping[str, str] | None = None,
    *,
    watched: Watched = iter,
) -> Plan:
    """What would become of every item of every file; writes nothing.

    Args:
        study: as it stands.
        exports: the files.
        day: of the import, YYYY-MM-DD.
        named: the format, where the person names it.
        given: printed names for which the person has named the outlet.
        watched: what passes items on, one after the other, and may tell how many there were.

    Returns: the plan; what cannot be taken is a row that says why.
    """
    found, desk, misses = Plan(), _Desk(study), Counter[str]()
    known = outlets.meant(study.outlets, given or {})
    for export in exports:
        try:
            name, reader = reader_of(export, named)
            found.formats[export.name] = name
            origin = records.provenance(export, name, day)
            with growing():
                for item in watched(reader.read(export)):
                    if isinstance(item, Searched):
                        found.searches.append((export.name, item))
                    else:
                        found.rows.append(desk.row(item, origin, known))
                    if isinstance(item, Clipping) and not outlets.outlet_of(item.outlet, known):
                        misses[item.outlet] += 1
        except NotReadableError as error:
            found.rows.append(Row(export.name, "", "refused", message=str(error)))
    found.unknown.update({name: (count, outlets.likely(name, known)) for name, count in misses.most_common()})
    return found


class _Desk:
    """Judges one item after the other; each is compared with the study and with those before it."""

    def __init__(self, study: Standing) -> None:
        self._study = study
        self._outlets = {outlet["id"]: outlet for outlet in study.outlets}
        self._twins = Known(study.articles)
        self._ids = {article["id"] for article in study.articles}
        self._numbers: dict[str, int] = defaultdict(int)
        self._before = {key for article in study.articles for key in _origins(article)}
        self._contract = validate.fixed_contract("article")
        self._texts = Undecided()

    def row(self, item: Clipping | Trouble, origin: records.Provenance, known: Mapping[str, str]) -> Row:
        """What becomes of one item."""
        if isinstance(item, Trouble):
            return Row(origin.file, item.place, "refused", message=item.message)
        outlet = outlets.outlet_of(item.outlet, known)
        date, wrong = records.dated(item.printed)
        if not outlet or wrong:
            missing = (
                []
                if outlet
                else [f"no outlet of the study is called {item.outlet!r}" if item.outlet else "no outlet is named"]
            )
            return Row(origin.file, item.place, "refused", message="; ".join([*missing, *filter(None, [wrong])]))
        record = records.article(item, self._outlets[outlet], date, origin)
        if self._before.intersection(_origins(record)):
            return Row(origin.file, item.place, "known", record, message="imported before")
        record["id"] = self._proposed(f"{outlet}-{date.partition('/')[0].rstrip('?~%')}")
        if wrong := " · ".join(self._faults(record)):
            return Row(origin.file, item.place, "refused", message=wrong)
        twin = self._twins.twin(record)
        self._ids.add(record["id"])
        self._twins.add(record)
        self._before.update(_origins(record))
        state: State = "twin" if twin and twin.kind != "other_outlet" else "new"
        marks = genres.borne(item.headline, self._study.register.codebook)
        told = [*item.remarks, *genres.told(marks), *([f"{KINDS[twin.kind]}: {twin.article}"] if twin else [])]
        text = self._texts.put(item.text) if item.text.strip() else None
        return Row(origin.file, item.place, state, record, text, "; ".join(told), twin, genres.only(marks))

    def _proposed(self, stem: str) -> str:
        """The outlet and the date, of an interval the first, with a number behind when that is taken."""
        while True:
            self._numbers[stem] += 1
            number = self._numbers[stem]
            name = stem if number == 1 else f"{stem}-{number}"
            if name not in self._ids:
                return name

    def _faults(self, record: Record) -> Iterator[str]:
        """What `framing check` would say."""
        raw = canonical.as_line(record)
        document = Document("article", FILE, 1, raw, record, untidy=False)
        for fault in rules.faults_alone(document, self._contract, self._study.register):
            yield f"{fault.pointer}: {fault.message}"


def _origins(article: Mapping[str, Any]) -> set[tuple[str, str]]:
    """By what an article is known to have been imported before: the archive's id, or its place in the same file."""
    origin = article.get("found_in")
    if not origin:
        return set()
    keyed = {(f"{origin['reader']} {article['outlet']}", origin["key"])} if origin.get("key") else set()
    return {(origin["sha256"], origin["place"]), *keyed}


def with_genres(found: Plan) -> Plan:
    """The same plan, with the genres that are proposed set in its articles."""
    rows = [
        row._replace(record={**row.record, "genre": row.genre}) if row.record and row.genre else row
        for row in found.rows
    ]
    return replace(found, rows=rows)


def standing(root: Path) -> Standing:
    """What an import must know of a study.

    Raises:
        InvalidStudy: when its codebook, a register or an article has faults: new articles could not be judged beside it.
    """
    index, articles, wrong = Index(), [], []
    for text in load.texts(root):
        for found in [text] if isinstance(text, Fault) else load.parse(*text) if text[1] in _READ else []:
            if isinstance(found, Fault):
                wrong += [found] if not found.file.startswith("coded/codings") else []
                continue
            contract = validate.fixed_contract(found.kind)
            broken = validate.faults(found, contract)
            wrong += broken
            if not broken:
                whole = validate.completed(found, contract)
                index.add(whole)
                articles += [whole.record] if found.kind == "article" else []
    if wrong:
        raise InvalidStudy(wrong)
    return Standing(index, list(index.outlets.values()), articles)
