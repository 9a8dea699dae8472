"""Brings codings from the version of the codebook that they were made under to the one that stands now."""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import check, load, validate
from framing.study.answers import answer
from framing.study.canonical import KeyOrder, file_bytes, line_bytes
from framing.study.faults import Fault, InvalidStudy, meant
from framing.study.revision import versions
from framing.study.revision.difference import difference
from framing.study.revision.operations import Loss, Operation, applied, operation
from framing.study.revision.versions import Codebook, codebook_at, numbers
from framing.study.rules.settlements import NEITHER

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
    for path in sorted((root / MIGRATIONS).glob("*.json")):
        file = path.relative_to(root).as_posix()
        for item in load.parse(path.read_bytes(), "migration", file, 0):
            if isinstance(item, Fault):
                faults.append(item)
                continue
            wrong = validate.faults(item, validate.fixed_contract("migration"))
            faults += wrong
            if not wrong:
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
    if origin == target:
        return ()
    before = numbers(origin)
    fitting = [step for step in known if numbers(step.origin)[0] == before[0] and numbers(step.origin) >= before]
    for step in sorted(fitting, key=lambda step: numbers(step.origin)):
        rest = way([other for other in known if other is not step], step.target, target)
        if rest is not None:
            return (step, *rest)
    return None


def plan(root: Path, extra: Mapping[str, bytes] | None = None) -> Plan:
    """What bringing every coding of a study to its codebook would do.

    Args:
        root: the study's folder.
        extra: files that are to be written in the same stroke, such as a codebook that a command has changed.

    Returns:
        The plan. It has been rehearsed: its faults are those that the study would have afterwards and does not have for other
        reasons than its codings.

    Raises:
        InvalidStudy: when the codebook or a file of migrations is broken.
    """
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name) / root.name
        _copied(root, stage)
        for path, content in (extra or {}).items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(content)
        target = codebook_at(stage, versions.CURRENT)
        known = migrations(stage)
        contract = validate.coding_contract(target.record)
        documents = [each for each in load.documents(root) if isinstance(each, load.Document) and each.kind == "coding"]
        origins = dict.fromkeys(str(each.record.get("codebook", "")) for each in documents)
        steps = {origin: found for origin in origins if (found := way(known, origin, target.version))}
        faults = [fault for migration in _used(steps) for fault in _unfounded(stage, migration, target)]
        moved = (
            tuple(
                _moved(each, steps[each.record["codebook"]], target.version)
                for each in documents
                if each.record.get("codebook") in steps
            )
            if not faults
            else ()
        )
        moved = _realigned(moved)
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


def _copied(root: Path, stage: Path) -> None:
    for part in ("coded", "schemas"):
        shutil.copytree(root / part, stage / part)


def _other(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


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
            whole = lines.setdefault(each.file, (root / each.file).read_bytes().splitlines(keepends=True))
            whole[each.line - 1] = line_bytes(each.after, order)
        else:
            files[each.file] = file_bytes(each.after, order)
    return files | {file: b"".join(whole) for file, whole in lines.items()}


def _unfounded(root: Path, migration: Migration, target: Codebook) -> Iterator[Fault]:
    """Names that a migration takes from, or leads to, and that the codebooks do not have; and what it passes over."""
    try:
        old = codebook_at(root, migration.origin)
        new = target if migration.target == target.version else codebook_at(root, migration.target)
    except versions.NoCodebookError as error:
        yield Fault(migration.file, 0, "/from", "codebook_kept", str(error))
        return
    for place, step in enumerate(migration.operations):
        sides = [("to", step.to, new), ("names", step.names, old)] if step.do != "add" else [("names", step.names, new)]
        for _, names, book in sides:
            known = _names(book.record, step)
            for name in names:
                if str(name) not in known:
                    what = f"value of {step.variable}" if step.variable else step.part
                    message = f"codebook {book.version} has no {what} {name!r}{meant(str(name), known)}"
                    yield Fault(migration.file, 0, f"/operations/{place}", "name_known", message)
    told = {(f"{step.part}s", str(name), step.variable) for step in migration.operations for name in step.names}
    for change in difference(old.record, new.record):
        subject = (change.subject.part, change.subject.name, change.subject.variable)
        silent = change.kind == "form" and not change.what and change.step == "removed" and subject not in told
        silent |= (
            change.step == "added"
            and not change.what
            and subject not in told
            and change.subject.part == "variables"
            and not any(change.subject.name in step.to for step in migration.operations)
        )
        if (
            silent
            and change.subject.part in ("frames", "variables", "values")
            and change.subject.variable not in _gone(migration)
        ):
            verb = "is gone from" if change.step == "removed" else "is new in"
            hint = f"; perhaps renamed to {change.perhaps}" if change.perhaps else ""
            yield Fault(
                migration.file,
                0,
                "/operations",
                "all_said",
                f"{change.subject} {verb} {new.version}, and no operation says what becomes of it{hint}",
            )


def _gone(migration: Migration) -> set[str]:
    """Variables that are removed or renamed with all their values."""
    return {
        str(name)
        for step in migration.operations
        if step.part == "variable" and step.do in ("remove", "rename")
        for name in step.names
    }


def _names(book: Record, step: Operation) -> list[str]:
    """The names that a codebook gives to what an operation is about."""
    if step.part == "frame":
        return [entry["id"] for entry in book["frames"]]
    if step.part == "variable":
        return [entry["id"] for entry in book["variables"]]
    values = [entry["values"] for entry in book["variables"] if entry["id"] == step.variable]
    return [str(value["id"]) for entries in values for value in entries]
