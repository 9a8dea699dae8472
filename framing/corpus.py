"""The front door: a folder in, a study as tidy tables out, or one error with every fault."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.analysis.table import Tables, tables
from framing.study.check import checked
from framing.study.faults import Fault, InvalidStudy
from framing.study.layout import OPTIONAL
from framing.study.load import REGISTERS, study_root
from framing.study.places import placed
from framing.study.revision.languages import by_language
from framing.study.revision.versions import codebook_at
from framing.study.schema import numbers
from framing.study.taken import taken

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A study that has no faults.

    Attributes:
        root: its folder.
        codebook: the codebook as people wrote it.
        registers: outlets, events, sources, searches and coders, each as its list of entries; claims, empty where
            the study has none.
        articles: article records by id.
        codings: coding records by (article, coder).
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
    records: list[tuple[str, Record]] = []
    for item in checked(root):
        if isinstance(item, Fault):
            found.append(item)
        else:
            records.append(item)
    if found:
        raise InvalidStudy(placed(root, found))
    return _corpus(root, records)


def trusted(root: Path, unasked: Collection[str] = ()) -> Corpus:
    """A study that is taken to have no faults: a few times faster than ``read``, for who has it checked meanwhile.

    Args:
        root: the study's folder.
        unasked: lists of a coding that nobody is going to ask for, such as its evidence, which is most of it; they come empty.

    Returns:
        What ``read`` returns where there are no faults; else what nobody may use, or any error.

    >>> trusted(Path(".")).articles == read().articles
    True
    """
    nothing: Record = dict.fromkeys(unasked, ())
    return _corpus(root, ((kind, record | nothing if kind == "coding" else record) for kind, record in taken(root)))


def _corpus(root: Path, records: Iterable[tuple[str, Record]]) -> Corpus:
    kinds: dict[str, list[Record]] = defaultdict(list)
    for kind, record in records:
        kinds[kind].append(record)
    singles = {kind: kinds[kind][0] for kind in ("codebook", *REGISTERS)}
    singles |= {kind: kinds[kind][0] if kinds[kind] else {kind: []} for kind in OPTIONAL}
    return Corpus(
        root=root,
        codebook=singles["codebook"],
        registers={kind: record[kind] for kind, record in singles.items() if kind != "codebook"},
        articles={article["id"]: article for article in kinds["article"]},
        older=tuple(kinds["older_coding"]),
        codings={(coding["article"], coding["coder"]): coding for coding in kinds["coding"]},
        tables=tables(singles, kinds["article"], kinds["coding"]),
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
        tables=tables({**named, "codebook": codebook}, list(corpus.articles.values()), codings),
    )


def told_in(corpus: Corpus, language: str) -> Corpus:
    """The study with the texts of its codebook in a language, where there are such texts.

    >>> told_in(read(), "ja").codebook["unit"] == read().codebook["unit"]
    False
    """
    books = by_language(corpus.root, corpus.codebook)
    return replace(corpus, codebook=books.get(language, corpus.codebook))
