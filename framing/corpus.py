"""The front door: a folder in, a study as tidy tables out, or one error with every fault."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from framing.analysis.table import Tables, tables
from framing.study.check import OLDER_CODING, checked
from framing.study.faults import Fault, InvalidStudy
from framing.study.layout import OPTIONAL
from framing.study.load import REGISTERS, study_root
from framing.study.places import placed
from framing.study.revision.languages import by_language
from framing.study.revision.versions import codebook_at
from framing.study.schema import numbers
from framing.study.taken import taken
from framing.study.written import Written

Record = dict[str, Any]
Key = TypeVar("Key")
Kept = Written[Key] | dict[Key, Record]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A study that has no faults.

    Attributes:
        root: its folder.
        codebook: the codebook as people wrote it.
        registers: outlets, events, sources, searches and coders, each as its list of entries; claims, empty where
            the study has none.
        articles: article records by id, each read anew when it is asked for.
        codings: coding records by (article, coder), likewise.
        older: codings under a version of the codebook that means something else; analysis pools them with no others.
        tables: the same as tidy frames; see ``framing.analysis.table``.
    """

    root: Path
    codebook: Record
    registers: Mapping[str, list[Record]]
    articles: Mapping[str, Record]
    codings: Mapping[tuple[str, str], Record]
    older: tuple[Record, ...]
    tables: Tables


def read(path: Path | str = ".") -> Corpus:
    """Reads and checks a study.

    Args:
        path: the study's folder, or any folder inside it.

    Returns:
        The study, ready for ``framing.analysis.reading`` and ``framing.analysis.measure``. All of it is read, for nothing can
        be checked otherwise; ``framing.scan`` opens what was checked once and exported as Parquet.

    Raises:
        StudyNotFound: when the folder is not a study and lies in none.
        InvalidStudy: when the study has faults; all of them are in ``.faults``.

    >>> read().tables.articles.columns[:3]
    ['article', 'outlet', 'published']
    """
    root = study_root(Path(path))
    found: list[Fault] = []
    held = _held(_sound(checked(root), found), Written(), Written())
    if found:
        raise InvalidStudy(placed(root, found))
    return _corpus(root, held)


def trusted(root: Path, unasked: Collection[str] = ()) -> Corpus:
    """A study that is taken to have no faults: a few times faster than ``read``, for who has it checked meanwhile.

    Args:
        root: the study's folder.
        unasked: lists of a coding that nobody is going to ask for, such as its evidence, which is most of it; they come empty.

    Returns:
        What ``read`` returns where there are no faults; else what nobody may use, or any error.

    >>> trusted(Path(".")).tables.values.equals(read().tables.values)
    True
    """
    nothing: Record = dict.fromkeys(unasked, ())
    records = ((kind, record | nothing if kind == "coding" else record) for kind, record in taken(root))
    return _corpus(root, _held(records, {}, {}))


class _Held(NamedTuple):
    """The codebook and the registers by kind, then articles, codings and older codings as a ``Corpus`` has them."""

    singles: dict[str, Record]
    articles: Kept[str]
    codings: Kept[tuple[str, str]]
    older: list[Record]


def _sound(items: Iterable[tuple[str, Record] | Fault], found: list[Fault]) -> Iterator[tuple[str, Record]]:
    """The records among them; faults join those that were ``found``."""
    for item in items:
        if isinstance(item, Fault):
            found.append(item)
        else:
            yield item


def _held(records: Iterable[tuple[str, Record]], articles: Kept[str], codings: Kept[tuple[str, str]]) -> _Held:
    """Every record of a study, each put away as it comes: all of them at once would fill the memory, unless they are ``Written``."""
    held = _Held({kind: {kind: []} for kind in OPTIONAL}, articles, codings, [])
    for kind, record in records:
        if kind == "article":
            held.articles[record["id"]] = record
        elif kind == "coding":
            held.codings[record["article"], record["coder"]] = record
        elif kind == OLDER_CODING:
            held.older.append(record)
        else:
            held.singles[kind] = record
    return held


def _corpus(root: Path, held: _Held) -> Corpus:
    singles, articles, codings, older = held
    return Corpus(
        root=root,
        codebook=singles["codebook"],
        registers={kind: singles[kind][kind] for kind in (*REGISTERS, *OPTIONAL)},
        articles=articles,
        codings=codings,
        older=tuple(older),
        tables=tables(singles, articles.values(), codings.values()),
    )


def older_versions(corpus: Corpus) -> list[str]:
    """The versions of the codebook under which codings were made that analysis does not pool, newest first.

    >>> older_versions(read())
    ['1.0.0']
    """
    return sorted({coding["codebook"] for coding in corpus.older}, key=numbers, reverse=True)


def under(corpus: Corpus, version: str) -> Corpus:
    """A study as it stands under a version of its codebook that means something else than the present one.

    Args:
        corpus: a study.
        version: the version of some of its ``older`` codings, kept in ``schemas/history``.

    Returns:
        The study with that codebook and the codings made under it. Claims are left out: they are put in the words of the
        present codebook.

    >>> study = under(read(), "1.0.0")
    >>> study.codebook["version"], study.tables.codings.height
    ('1.0.0', 93)
    """
    codebook = codebook_at(corpus.root, version).record
    codings = [coding for coding in corpus.older if coding["codebook"] == version]
    registers = {**corpus.registers, "claims": []}
    named: dict[str, Record] = {kind: {kind: entries} for kind, entries in registers.items()}
    return replace(
        corpus,
        codebook=codebook,
        registers=registers,
        codings={(coding["article"], coding["coder"]): coding for coding in codings},
        older=(),
        tables=tables({**named, "codebook": codebook}, corpus.articles.values(), codings),
    )


def told_in(corpus: Corpus, language: str) -> Corpus:
    """The study with the texts of its codebook in a language, where there are such texts.

    >>> told_in(read(), "ja").codebook["unit"] == read().codebook["unit"]
    False
    """
    books = by_language(corpus.root, corpus.codebook)
    return replace(corpus, codebook=books.get(language, corpus.codebook))
