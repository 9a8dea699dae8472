"""A register with more entries: judged as `framing check` judges a study, and written as a whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.study import check, load, rules, validate
from framing.study.begin.entries import REGISTERS, Entry
from framing.study.begin.naming import unknown_country, unknown_language
from framing.study.canonical import file_bytes, write
from framing.study.faults import Fault, InvalidStudy, pointer
from framing.study.index import Index
from framing.study.load import Document

Record = dict[str, Any]


class ChangedMeanwhileError(Exception):
    """Raised when somebody else has written a register while an entry was made for it."""


def file_of(kind: Entry) -> str:
    """The file of the register of a kind of entry.

    >>> file_of("search")
    'coded/searches.json'
    """
    return f"coded/{REGISTERS[kind]}.json"


def read(root: Path, kind: Entry) -> Document:
    """A register as it stands.

    Raises:
        InvalidStudy: when it cannot be read as a register.
        OSError: when it cannot be opened.
    """
    return _document(root, REGISTERS[kind], file_of(kind))


def codebook(root: Path) -> Record:
    """The codebook of a study.

    Raises:
        InvalidStudy: when it cannot be read as one.
        OSError: when it cannot be opened.
    """
    return _document(root, "codebook", "schemas/codebook.json").record


def _document(root: Path, name: str, file: str) -> Document:
    found = load.parse((root / file).read_bytes(), name, file, 0)
    documents = [item for item in found if isinstance(item, Document)]
    faults = [item for item in found if isinstance(item, Fault)]
    faults += [fault for document in documents for fault in validate.faults(document, validate.fixed_contract(name))]
    if faults or not documents:
        raise InvalidStudy(faults)
    return documents[0]


def with_entries(register: Document, more: Sequence[Record]) -> bytes:
    """The canonical bytes of a register with more entries, at its end."""
    return with_all(register, [*register.record[register.kind], *more])


def with_all(register: Document, entries: Sequence[Record]) -> bytes:
    """The canonical bytes of a register whose entries are these."""
    return file_bytes(register.record | {register.kind: entries}, validate.fixed_contract(register.kind).order)


def faults(root: Path, register: Document, more: Sequence[Record]) -> list[Fault]:
    """Every fault that a study has with more entries and does not have without them.

    Codings are not looked into: no new entry of a register can break one.

    Args:
        root: the study's folder.
        register: one of its registers.
        more: the entries.
    """
    after = _every(root, {register.file: with_entries(register, more)})
    strange = unknown_codes(register, enumerate(more, len(register.record[register.kind])))
    if not after and not strange:
        return []
    before = {(fault.file, fault.pointer, fault.rule) for fault in _every(root, {})}
    new = [fault for fault in after if (fault.file, fault.pointer, fault.rule) not in before]
    return sorted({fault.pointer: fault for fault in (*new, *strange)}.values())


def _every(root: Path, instead: Mapping[str, bytes]) -> list[Fault]:
    uncoded = (text for text in texts(root, instead) if isinstance(text, Fault) or text[1] != "coding")
    return [found for found in check.checked(root, uncoded) if isinstance(found, Fault)]


def texts(root: Path, instead: Mapping[str, bytes]) -> Iterator[load.Text | Fault]:
    """The texts of a study, some files holding something else than they do."""
    for text in load.texts(root):
        yield text if isinstance(text, Fault) else (instead.get(text[2], text[0]), *text[1:])


def alone(codebook: Record, register: str, entries: list[Record]) -> list[Fault]:
    """The faults of a register that belongs to no study yet.

    Args:
        codebook: the codebook that its study will have.
        register: outlets or coders.
        entries: what it lists.
    """
    index, file = Index(), f"coded/{register}.json"
    index.add(Document("codebook", "schemas/codebook.json", 0, b"", codebook, untidy=False))
    record = {"$schema": f"../schemas/{register}.schema.json", register: entries}
    document = Document(register, file, 0, b"", record, untidy=False)
    held_to = validate.fixed_contract(register)
    broken = validate.faults(document, held_to)
    strange = [fault for place, entry in enumerate(entries) for fault in _strange(file, register, place, entry)]
    whole = validate.completed(document, held_to)
    ruled = rules.faults_beside(document, broken, index) if broken else rules.faults(whole, index)
    return sorted(
        {fault.pointer: fault for fault in (*broken, *ruled, *rules.text_faults(document), *strange)}.values()
    )


def unknown_codes(register: Document, places: Iterable[tuple[int, Record]]) -> list[Fault]:
    """Codes of languages and countries in some entries that nobody uses, by the place of each in the register."""
    return [fault for place, entry in places for fault in _strange(register.file, register.kind, place, entry)]


def _strange(file: str, register: str, place: int, entry: Record) -> Iterator[Fault]:
    """Codes of languages and countries that a new entry names and that nobody uses: most often a slip of the fingers."""
    found = [("language", unknown_language(entry["language"]))] if "language" in entry else []
    found += [("country", unknown_country(entry["country"]))] if "country" in entry else []
    listed = entry.get("languages", ())
    found += [(f"languages/{position}", unknown_language(code)) for position, code in enumerate(listed)]
    for steps, message in found:
        if message:
            yield Fault(file, 0, pointer([register, place, *steps.split("/")]), "code_known", message)


def append(root: Path, register: Document, more: Sequence[Record]) -> None:
    """Writes a register with more entries.

    Raises:
        ChangedMeanwhileError: when the file is no longer what was read; it is left as it is.
        OSError: when it cannot be written; it is left as it was.
    """
    write_over(root, register, with_entries(register, more))


def write_over(root: Path, register: Document, content: bytes) -> None:
    """Writes other content into the file of a register; raises as ``append``."""
    path = root / register.file
    if path.read_bytes() != register.raw:
        raise ChangedMeanwhileError(register.file)
    write(path, content)
