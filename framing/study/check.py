"""Everything that is wrong with a study, at once; corrects what is wrong in form only."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from framing.study import exact, layout, load, rules, schema, validate
from framing.study.canonical import file_bytes, in_order, line_bytes, write
from framing.study.faults import Fault, meant, shown
from framing.study.index import Index
from framing.study.layout import NAMED_BY
from framing.study.load import Document
from framing.study.sampling import frame

Record = dict[str, Any]

OLDER, OLDER_CODING = "older_codebook", "older_coding"
"""A codebook kept in ``schemas/history``, and a coding under one that means something else than the codebook does now."""


def checked(root: Path, texts: Iterable[load.Text | Fault] | None = None) -> Iterator[tuple[str, Record] | Fault]:
    """Every record of a study, each preceded by its faults.

    Of a record that breaks its schema only the faults come; all others come through, so that those who want the
    faults and those who want the records read the same stream.

    Args:
        root: the study's folder.
        texts: what its files hold, see ``load.texts``; those on the disk when left out.

    Yields:
        The kind and record of what keeps its schema, and Faults of any kind, in the order of the study.
    """
    index = Index()
    contracts = {kind: validate.fixed_contract(kind) for kind in schema.FIXED}
    contracts[OLDER] = contracts["codebook"]
    unheld = 0
    for text in load.texts(root) if texts is None else texts:
        if isinstance(text, Fault):
            index.add_unread(text.file)
            yield text
            continue
        for found in load.parse(*text):
            if isinstance(found, Fault):
                if found.rule not in exact.LOSSES:
                    index.add_unread(found.file)
                yield found
            elif found.kind == OLDER:
                yield from _kept(found, contracts, index)
            elif (older := f"coding {found.record.get('codebook')}") in contracts and found.kind == "coding":
                yield from _older_coding(found, contracts[older], index)
            elif found.kind in contracts:
                yield from _looked_into(found, contracts, index)
            else:
                unheld += 1
    yield from rules.study_faults(index)
    yield from _beside(root, index)
    if unheld:
        message = f"{unheld} coding(s) were not checked, because the codebook has faults; correct those first"
        yield Fault("coded/codings", 0, "", "codebook_valid", message)


def _kept(document: Document, contracts: dict[str, validate.Contract], index: Index) -> Iterator[Fault]:
    """The faults of an older codebook; codings of a version that means something else are held to it."""
    faults = validate.faults(document, contracts[OLDER]) or [
        fault for fault in _place(document) if fault.rule == "place"
    ]
    yield from faults
    version = str(document.record.get("version"))
    if not faults:
        index.kept[version] = document.record
    if not faults and version not in index.versions:
        contracts[f"coding {version}"] = validate.coding_contract(document.record)


def _older_coding(document: Document, held_to: validate.Contract, index: Index) -> Iterator[tuple[str, Record] | Fault]:
    """A coding under a version of the codebook that means something else: valid by itself, and pooled with no other."""
    faults = validate.faults(document, held_to) or [
        *_form(document, held_to),
        *rules.faults(document._replace(kind=OLDER_CODING), index),
    ]
    yield from faults
    if not any(fault.rule.startswith("schema_") for fault in faults):
        index.add(document)
        yield OLDER_CODING, validate.completed(document, held_to).record


def _looked_into(
    document: Document, contracts: dict[str, validate.Contract], index: Index
) -> Iterator[tuple[str, Record] | Fault]:
    """A record preceded by its faults; what it says of later records goes into the contracts and the index."""
    held_to = contracts[document.kind]
    broken = validate.faults(document, held_to)
    if broken:
        yield from _misplaced(document, contracts) or _broken(document, broken, held_to, index)
        index.add_broken(document)
        return
    misformed = _form(document, held_to)
    yield from misformed
    document = validate.completed(document, held_to)
    unruly = rules.faults(document, index)
    yield from unruly
    if document.kind == "codebook":
        if unruly:
            return
        contracts["coding"] = validate.coding_contract(document.record)
    index.add(document)
    if document.kind == "coding":
        if unruly or any(fault.rule == "place" for fault in misformed):
            index.add_unread(document.file)
        else:
            index.weigh(document.record, document.file, document.line)
    yield document.kind, document.record


def _broken(document: Document, broken: list[Fault], held_to: validate.Contract, index: Index) -> list[Fault]:
    """All that is wrong with a record that breaks its schema."""
    wrong = {fault.pointer for fault in broken}
    form = (fault for fault in _form(document, held_to) if not fault.pointer or fault.pointer not in wrong)
    return [*broken, *form, *rules.faults_beside(document, broken, index)]


HOMES = {"article": "coded/articles/", "coding": "coded/codings/<coder>/"}


def _misplaced(document: Document, contracts: dict[str, validate.Contract]) -> list[Fault]:
    """One fault for a whole record in the place of another kind, instead of one for each of its keys."""
    others = HOMES.keys() - {document.kind} if document.kind in HOMES else set()
    return [
        document.fault("", "kind", f"this is a whole {kind}; move it to {HOMES[kind]}")
        for kind in others & contracts.keys()
        if document.record.keys() >= set(contracts[kind].schema["required"])
    ]


def faults(root: Path) -> list[Fault]:
    """Every fault of a study at once; records that have none hide none of the others.

    Args:
        root: the study's folder, see ``load.study_root``.

    Returns:
        One Fault per thing that is wrong, in order of file and place; an empty list for a clean study.

    >>> faults(load.study_root(Path(".")))
    []
    """
    return sorted(found for found in checked(root) if isinstance(found, Fault))


def _form(document: Document, held_to: validate.Contract) -> list[Fault]:
    """Faults of form: where the record stands, how it is written, and what its text is made of."""
    found = _place(document)
    if document.untidy or not in_order(document.record, held_to.order):
        message = "is not in the standard form (byte order mark, indent, order of keys and sets, escapes, line ends, 1.0 for 1); "
        found.append(document.fault("", "canonical", message + "`framing check --fix` rewrites it"))
    return found + rules.text_faults(document)


def _place(document: Document) -> list[Fault]:
    """The id inside equals the name outside, and a file names its schema."""
    found = []
    record = document.record
    coder, folder = record.get("coder"), load.coder_folder(document.file) if document.kind == "coding" else None
    if folder and coder is not None and coder != folder:
        message = f"the coder is {shown(coder)}, but this is in {folder!r}; move it or correct the coder"
        found.append(document.fault("/coder", "place", message))
    if document.line:
        return found
    name = PurePosixPath(document.file).stem
    if document.kind == "translation" and name != f"codebook.{record['language']}":
        message = f"is {shown(record['language'])}, but the file is named {name!r}; rename the file or correct this"
        found.append(document.fault("/language", "place", message))
    keys = NAMED_BY.get(document.kind, "").split(">-<")
    if all(key in record for key in keys) and name != (right := "-".join(str(record[key]) for key in keys)):
        message = f"is {shown(right)}, but the file is named {name!r}; rename the file or correct this"
        found.append(document.fault(f"/{keys[0]}", "place", message))
    expected = schema_reference(document)
    if record.get("$schema") != expected:
        found.append(document.fault("/$schema", "schema_named", f"must be {expected!r}, so that editors can help"))
    return found


def schema_reference(document: Document) -> str:
    """The ``$schema`` of a file: the relative path to its schema."""
    if document.file.startswith("schemas/"):
        return "../" * (len(PurePosixPath(document.file).parts) - 2) + f"{document.kind}.schema.json"
    return "../" * (len(PurePosixPath(document.file).parts) - 1) + f"schemas/{document.kind}.schema.json"


def _beside(root: Path, index: Index) -> Iterator[Fault]:
    """The faults of files that are not records: lists that samples were drawn from, and schemas."""
    for sample in index.samples.values():
        yield from frame.faults(root, sample)
    yield from _schemas(root, index.codebook)


def _schemas(root: Path, codebook: dict[str, Any]) -> Iterator[Fault]:
    """The schemas beside the codebook are those that the tool applies."""
    expected = schema_texts(codebook)
    folder = root / "schemas"
    for name, text in expected.items():
        if message := _staleness(folder / name, text.encode()):
            yield Fault(f"schemas/{name}", 0, "", "schema_current", message)
    known = {path.name for path in layout.translations(root)}
    for path in sorted(folder.glob("*.json")):
        if path.name not in {*expected, *known, "codebook.json", "coding.schema.json"}:
            message = f"nothing reads this file{meant(path.name, ['codebook.json', *expected])}"
            yield Fault(load.printable(root, path), 0, "", "file_expected", message)


def _staleness(path: Path, content: bytes) -> str:
    """Why the file of a schema is not what it must be; empty when it is."""
    try:
        with load.opened(path) as stream:
            if stream.read() == content:
                return ""
    except FileNotFoundError:
        if not path.is_symlink():
            return "this file is missing; `framing codebook build` writes it"
        return "is a broken link; remove it, then `framing codebook build` writes the file"
    except IsADirectoryError:
        return "is a folder, not a file; move it away, then `framing codebook build` writes the file"
    except OSError as error:
        return f"cannot be read: {error.strerror}; move it away, then `framing codebook build` writes the file"
    return "is out of date: the codebook or the program has changed; `framing codebook build` rewrites it"


def schema_texts(codebook: dict[str, Any]) -> dict[str, str]:
    """Every schema of a study as the text that its file must hold.

    Args:
        codebook: a valid codebook; an empty one has no schema of codings.

    Returns:
        Texts by file name.

    >>> sorted(schema_texts({}))[0]
    'article.schema.json'
    """
    texts = {f"{kind}.schema.json": schema.fixed_text(kind) for kind in schema.FIXED}
    return texts | ({"coding.schema.json": schema.compiled_text(codebook)} if codebook else {})


def mend(root: Path) -> list[str]:
    """Rewrites the files that are wrong in form only or do not name their schema, and the schemas that are out of date.

    A file that is not JSON, or has a key twice, is left as it is: rewriting it would lose what somebody typed.

    Returns:
        The files that were rewritten.
    """
    orders = {kind: validate.fixed_contract(kind).order for kind in schema.FIXED}
    whole: dict[str, list[bytes]] = {}
    untouchable: set[str] = set()
    codebook: dict[str, Any] = {}
    for document in load.documents(root):
        if isinstance(document, Fault):
            untouchable.add(document.file)
            continue
        if document.kind == "codebook" and not validate.faults(document, validate.fixed_contract("codebook")):
            codebook = document.record
            orders["coding"] = validate.coding_contract(codebook).order
        if document.kind in orders:
            shape = line_bytes if document.line else file_bytes
            whole.setdefault(document.file, []).append(shape(_named(document), orders[document.kind]))
    texts = {f"schemas/{name}": text.encode() for name, text in schema_texts(codebook).items()}
    contents = texts | {name: b"".join(parts) for name, parts in whole.items() if name not in untouchable}
    changed = [name for name, content in contents.items() if _differs(root / name, content)]
    for name in changed:
        write(root / name, contents[name])
    return sorted(changed)


def _named(document: Document) -> dict[str, Any]:
    """The record with the name of its schema where it is a file of its own and has none; another name stays as typed."""
    return document.record if document.line else {"$schema": schema_reference(document), **document.record}


def _differs(path: Path, content: bytes) -> bool:
    """Whether a file is missing or holds something else; what cannot be read is not replaced."""
    try:
        with load.opened(path) as stream:
            return stream.read() != content
    except OSError:
        return not path.exists() and not path.is_symlink()
