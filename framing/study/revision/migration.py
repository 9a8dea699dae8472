"""Brings codings from the version of the codebook that they were made under to the one that stands now."""

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import check, load, rules, validate
from framing.study.answers import answer
from framing.study.canonical import KeyOrder, file_bytes, line_bytes
from framing.study.faults import Fault, InvalidStudy
from framing.study.index import Index
from framing.study.revision import versions
from framing.study.revision.naming import unfounded
from framing.study.revision.operations import Loss, Operation, applied, operation
from framing.study.revision.versions import Codebook, codebook_at, numbers
from framing.study.rules.settlements import NEITHER
from framing.study.schema import VERSION

MIGRATIONS = "schemas/migrations"
"""Folder of a study with one file a migration."""
Record = dict[str, Any]


class Migration(NamedTuple):
    """What becomes of codings between two versions.

    Attributes:
        file: path relative to the study.
        origin: the older version.
        target: the newer one.
        why: the reason that people gave.
        operations: in order.
    """

    file: str
    origin: str
    target: str
    why: str
    operations: tuple[Operation, ...]


class Moved(NamedTuple):
    """One coding that a migration reaches.

    Attributes:
        file: path relative to the study.
        line: of a JSONL file, from 1; 0 for a file of its own.
        before: the coding as it stands.
        after: the coding under the newer codebook; None where it is held back under its own version.
        losses: answers that ``after`` no longer holds as they were given.
    """

    file: str
    line: int
    before: Record
    after: Record | None
    losses: tuple[Loss, ...]


class Plan(NamedTuple):
    """What a migration would do to a study.

    Attributes:
        target: the version that codings are brought to.
        steps: the migrations on the way, for each version that codings bear.
        moved: the codings that a migration reaches, in the order of their files.
        themes: the register of sources, where a section's theme has another name now, or none.
        files: the new bytes of each file that would change.
        faults: why it cannot be done; with any, nothing may be written.
    """

    target: str
    steps: Mapping[str, tuple[Migration, ...]]
    moved: tuple[Moved, ...]
    themes: tuple[Moved, ...]
    files: Mapping[str, bytes]
    faults: tuple[Fault, ...]

    @property
    def name(self) -> str:
        """What the journal of this plan is called."""
        return f"to-{self.target}"


def migrations(root: Path) -> list[Migration]:
    """Every migration of a study, in the order of its files.

    Raises:
        InvalidStudy: when a file is not what it must be; with every fault of all of them.
    """
    found: list[Migration] = []
    faults: list[Fault] = []
    index = Index()
    for path in sorted((root / MIGRATIONS).glob("*.json")):
        file = path.relative_to(root).as_posix()
        for item in load.parse(path.read_bytes(), "migration", file, 0):
            if isinstance(item, Fault):
                faults.append(item)
                continue
            wrong = validate.faults(item, validate.fixed_contract("migration")) or rules.faults(item, index)
            faults += wrong
            if not wrong:
                index.add(item)
                record = item.record
                steps = tuple(operation(entry) for entry in record["operations"])
                found.append(Migration(file, record["from"], record["to"], record["why"], steps))
    if faults:
        raise InvalidStudy(faults)
    return found


def way(known: Sequence[Migration], origin: str, target: str) -> tuple[Migration, ...] | None:
    """The migrations that lead from one version to another; None where none do.

    A migration also takes codings of older versions with the same first number: they mean the same.

    >>> one, two = (Migration("", a, b, "", ()) for a, b in (("1.1.0", "2.0.0"), ("2.0.0", "3.0.0")))
    >>> [step.target for step in way([one, two], "1.0.0", "3.0.0")], way([two], "1.0.0", "3.0.0")
    (['2.0.0', '3.0.0'], None)
    """
    rising = sorted(
        (step for step in known if numbers(step.target) > numbers(step.origin)), key=lambda step: numbers(step.origin)
    )

    @cache
    def onward(version: str) -> tuple[Migration, ...] | None:
        if version == target:
            return ()
        before = numbers(version)
        for step in rising:
            fits = numbers(step.origin)[0] == before[0] and numbers(step.origin) >= before
            rest = onward(step.target) if fits else None
            if rest is not None:
                return (step, *rest)
        return None

    return onward(origin)


def plan(root: Path, extra: Mapping[str, bytes] | None = None) -> Plan:
    """What bringing every coding of a study to its codebook would do.

    Args:
        root: the study's folder.
        extra: files that are to be written in the same stroke, such as a codebook that a command has changed.

    Returns:
        The plan. It has been rehearsed: its faults are those that the study would have afterwards and does not have for other
        reasons than its codings.

    Raises:
        InvalidStudy: when a file cannot be read, or the codebook or a file of migrations is broken.
    """
    read = list(load.documents(root))
    if unread := [each for each in read if isinstance(each, Fault)]:
        raise InvalidStudy(unread)
    present = [each for each in read if isinstance(each, load.Document)]
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name) / root.name
        _copied(root, stage, {each.file for each in present})
        for path, content in (extra or {}).items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(content)
        target = codebook_at(stage, versions.CURRENT)
        known = migrations(stage)
        contract = validate.coding_contract(target.record)
        documents = [each for each in present if each.kind == "coding" and _versioned(each)]
        origins = dict.fromkeys(each.record["codebook"] for each in documents)
        steps = {origin: found for origin in origins if (found := way(known, origin, target.version))}
        faults = [fault for migration in _used(steps) for fault in _unfounded(stage, migration, target)]
        reached = [each for each in documents if each.record["codebook"] in steps]
        faults = faults or _unmet(stage, reached, steps)
        whole = () if faults else reached
        moved = _realigned([_moved(each, steps[each.record["codebook"]], target.version) for each in whole])
        themes = _themed(stage, known, target)
        files = {**(extra or {}), **_files(root, moved, contract.order)}
        files |= {
            each.file: file_bytes(each.after, validate.fixed_contract("sources").order) for each in themes if each.after
        }
        files |= {
            f"schemas/{each}": text.encode()
            for each, text in check.schema_texts(target.record).items()
            if _other(root / "schemas" / each, text)
        }
        for path, content in files.items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(content)
        faults += check.faults(stage) if not faults else []
    return Plan(target.version, steps, moved, themes, files, tuple(faults))


def _copied(root: Path, stage: Path, files: Iterable[str]) -> None:
    """The files of a study once more, where they can be written over; what a link leads to, not the link."""
    schemas = [f"schemas/{path.name}" for path in (root / "schemas").glob("*.json") if path.is_file()]
    for file in dict.fromkeys([*files, *schemas]):
        (stage / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / file, stage / file)


def _versioned(document: load.Document) -> bool:
    """Whether a coding says in a readable way under which codebook it stands; where it does not, the check says so."""
    version = document.record.get("codebook")
    return isinstance(version, str) and re.search(VERSION, version) is not None


def _unmet(root: Path, reached: Iterable[load.Document], steps: Mapping[str, tuple[Migration, ...]]) -> list[Fault]:
    """What is wrong with codings under the codebook that they start from: only a whole coding can be brought on."""
    books = {origin: codebook_at(root, found[0].origin).record for origin, found in steps.items()}
    contracts = {origin: validate.coding_contract(book) for origin, book in books.items()}
    return [fault for each in reached for fault in validate.faults(each, contracts[each.record["codebook"]])]


def _other(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def _used(steps: Mapping[str, tuple[Migration, ...]]) -> Iterator[Migration]:
    yield from dict.fromkeys(migration for found in steps.values() for migration in found)


def _moved(document: load.Document, steps: Sequence[Migration], target: str) -> Moved:
    record, losses = applied(document.record, [each for migration in steps for each in migration.operations])
    if any(loss.why == "held_back" for loss in losses):
        return Moved(document.file, document.line, document.record, None, tuple(losses))
    record["coded_under"] = record.get("coded_under", record["codebook"])
    record["codebook"] = target
    return Moved(document.file, document.line, document.record, record, tuple(losses))


def _themed(root: Path, known: Sequence[Migration], target: Codebook) -> tuple[Moved, ...]:
    """The register of sources, whose sections have frames as themes, where one of these has another name now or none."""
    frames = {entry["id"] for entry in target.record["frames"]}
    leading = [each for each in known if way(known, each.origin, target.version) is not None]
    steps = [
        step
        for each in sorted(leading, key=lambda each: numbers(each.origin))
        for step in each.operations
        if step.part == "frame"
    ]
    for document in load.documents(root):
        if not isinstance(document, load.Document) or document.kind != "sources":
            continue
        if validate.faults(document, validate.fixed_contract("sources")):
            return ()
        record = deepcopy(document.record)
        losses = [
            Loss(f"/sources/{place}/sections/{position}/theme", theme, None, "dropped")
            for place, source in enumerate(record["sources"])
            for position, section in enumerate(source["sections"])
            if (theme := section["theme"]) not in {*frames, None} and not _theme(section, steps)
        ]
        if record != document.record:
            return (Moved(document.file, 0, document.record, record, tuple(losses)),)
    return ()


def _theme(section: Record, steps: Sequence[Operation]) -> bool:
    """Gives a section the new name of its theme; False where the theme is gone, and with it the section's."""
    for step in steps:
        if section["theme"] in step.names and step.do != "redefine":
            section["theme"] = step.to[0] if step.do in ("rename", "merge") else None
    if section["theme"] is None:
        section["theme_from"] = "none"
    return section["theme"] is not None


def _realigned(moved: Sequence[Moved]) -> tuple[Moved, ...]:
    """The same, with each decision following a coder who gave the answer that stands now."""
    main: dict[str, dict[str, Record]] = defaultdict(dict)
    for each in moved:
        if each.after and each.after["phase"] == "main":
            main[each.after["article"]][each.after["coder"]] = each.after
    return tuple(_followed(each, main[each.before["article"]]) for each in moved)


def _followed(moved: Moved, codings: Mapping[str, Record]) -> Moved:
    losses = list(moved.losses)
    for place, decision in enumerate((moved.after or {}).get("decisions", ())):
        stands = answer(moved.after or {}, decision["value"])
        agreeing = [coder for coder, coding in codings.items() if answer(coding, decision["value"]) == stands]
        if decision["follows"] not in (agreeing or [NEITHER]):
            right = agreeing[0] if agreeing else NEITHER
            losses.append(Loss(f"/decisions/{place}/follows", decision["follows"], right, "realigned"))
            decision["follows"] = right
    return moved._replace(losses=tuple(losses))


def _files(root: Path, moved: Sequence[Moved], order: KeyOrder) -> dict[str, bytes]:
    """The new bytes of every file in which a coding changes; other lines of it stay as they are."""
    files: dict[str, bytes] = {}
    lines: dict[str, list[bytes]] = {}
    for each in moved:
        if each.after is None:
            continue
        if each.line:
            whole = lines.setdefault(each.file, BytesIO((root / each.file).read_bytes()).readlines())
            whole[each.line - 1] = line_bytes(each.after, order)
        else:
            files[each.file] = file_bytes(each.after, order)
    return files | {file: b"".join(whole) for file, whole in lines.items()}


def _unfounded(root: Path, migration: Migration, target: Codebook) -> list[Fault]:
    """What is wrong with the names in a migration, or with the codebooks at its ends."""
    ends: list[Codebook] = []
    for key, version in (("from", migration.origin), ("to", migration.target)):
        try:
            ends.append(target if version == target.version else codebook_at(root, version))
        except versions.NoCodebookError as error:
            return [Fault(migration.file, 0, f"/{key}", "codebook_kept", str(error))]
    return unfounded(migration.file, migration.operations, *ends)
