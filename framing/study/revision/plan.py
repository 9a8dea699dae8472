"""Brings codings from the version of the codebook that they were made under to the one that stands now."""

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import check, load, validate
from framing.study.answers import answer
from framing.study.canonical import KeyOrder, file_bytes, line_bytes, ordered
from framing.study.faults import Fault, InvalidStudy
from framing.study.made import changed
from framing.study.revision.migration import Migration, Moved, faults_of_names, migrations, way
from framing.study.revision.operations import Loss, applied
from framing.study.revision.registers import register_files, registers_after
from framing.study.revision.versions import CURRENT, Codebook, codebook_at
from framing.study.rules.settlements import NEITHER
from framing.study.schema import VERSION, major, meaning

Record = dict[str, Any]


class Plan(NamedTuple):
    """What a migration would do to a study.

    Attributes:
        target: the version that codings are brought to.
        steps: the migrations on the way, for each version that codings bear.
        moved: the codings that a migration reaches, in the order of their files.
        staying: files of the codings that none brings on, because their articles have been coded and settled again.
        registers: those of sources and claims, where a word of the codebook has another name now, or none.
        files: the new bytes of each file that would change.
        faults: why it cannot be done; with any, nothing may be written.
    """

    target: str
    steps: Mapping[str, tuple[Migration, ...]]
    moved: tuple[Moved, ...]
    staying: tuple[str, ...]
    registers: tuple[Moved, ...]
    files: Mapping[str, bytes]
    faults: tuple[Fault, ...]

    @property
    def name(self) -> str:
        """What the journal of this plan is called."""
        return f"to-{self.target}"


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
    present = _present(root)
    with tempfile.TemporaryDirectory() as name:
        stage = Path(name) / root.name
        _copied(root, stage, {each.file for each in present})
        _put(stage, extra or {})
        target, known = codebook_at(stage, CURRENT), migrations(stage)
        codings = [each for each in present if each.kind == "coding" and _versioned(each)]
        origins = dict.fromkeys(each.record["codebook"] for each in codings)
        steps = {origin: found for origin in origins if (found := way(known, origin, target.version))}
        reachable = [each for each in codings if each.record["codebook"] in steps]
        settled = _settled_under(codings)
        reached = [each for each in reachable if major(each.record["codebook"]) >= settled[_article(each)]]
        staying = [each.file for each in reachable if major(each.record["codebook"]) < settled[_article(each)]]
        faults = _unready(stage, reached, steps, target)
        whole = () if faults else reached
        order = validate.coding_contract(target.record).order
        after = _realigned([moved(each, steps[each.record["codebook"]], target, order) for each in whole])
        registers = registers_after(stage, known, target)
        files = {**(extra or {}), **_codings(root, after, order), **register_files(registers), **_schemas(root, target)}
        _put(stage, files)
        faults += check.faults(stage) if not faults else []
    return Plan(target.version, steps, after, tuple(staying), registers, files, tuple(faults))


def _present(root: Path) -> list[load.Document]:
    """Every document of a study; a fault of one of them is raised."""
    read = list(load.documents(root))
    if unread := [each for each in read if isinstance(each, Fault)]:
        raise InvalidStudy(unread)
    return [each for each in read if isinstance(each, load.Document)]


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def _copied(root: Path, stage: Path, files: Iterable[str]) -> None:
    """The files of a study once more, where they can be written over; what a link leads to, not the link."""
    schemas = [f"schemas/{path.name}" for path in (root / "schemas").glob("*.json") if path.is_file()]
    for file in dict.fromkeys([*files, *schemas]):
        (stage / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / file, stage / file)


def _versioned(document: load.Document) -> bool:
    """Whether a coding says in a readable way under which codebooks it stands and was made; where it does not, the check says so."""
    version = document.record.get("codebook")
    named = (version, document.record.get("coded_under", version))
    return all(isinstance(each, str) and re.search(VERSION, each) for each in named)


def _settled_under(codings: Iterable[load.Document]) -> dict[str, int]:
    """The newest meaning of the codebook under which each article was settled, also if brought on, as the first number of its version."""
    settled: dict[str, int] = defaultdict(int)
    for each in codings:
        if each.record.get("phase") == "adjudicated":
            settled[_article(each)] = max(settled[_article(each)], meaning(each.record))
    return settled


def _article(coding: load.Document) -> str:
    return str(coding.record.get("article"))


def _unready(
    root: Path, reached: Iterable[load.Document], steps: Mapping[str, tuple[Migration, ...]], target: Codebook
) -> list[Fault]:
    """What is wrong with the migrations on the way, and else with the codings that they reach."""
    used = dict.fromkeys(migration for found in steps.values() for migration in found)
    faults = [fault for migration in used for fault in faults_of_names(root, migration, target)]
    return faults or _unmet(root, reached, steps)


def _unmet(root: Path, reached: Iterable[load.Document], steps: Mapping[str, tuple[Migration, ...]]) -> list[Fault]:
    """What is wrong with codings under the codebook that they start from: only a whole coding can be brought on."""
    books = {origin: codebook_at(root, found[0].origin).record for origin, found in steps.items()}
    contracts = {origin: validate.coding_contract(book) for origin, book in books.items()}
    return [fault for each in reached for fault in validate.faults(each, contracts[each.record["codebook"]])]


def moved(document: load.Document, steps: Sequence[Migration], target: Codebook, order: KeyOrder) -> Moved:
    """What becomes of one coding, which must be valid under the codebook that it bears.

    Args:
        document: the coding.
        steps: the migrations on its way, in order.
        target: the codebook that they lead to.
        order: the canonical order of the keys of codings under it.
    """
    record, losses = applied(document.record, [each for migration in steps for each in migration.operations])
    if any(loss.why == "held_back" for loss in losses):
        return Moved(document.file, document.line, document.record, None, tuple(losses))
    record["coded_under"] = record.get("coded_under", record["codebook"])
    record["codebook"] = target.version
    if "inferred" in record:
        asked = [variable["id"] for variable in target.record["variables"]]
        record["inferred"] = [name for name in asked if name in record["inferred"]]
    return Moved(document.file, document.line, document.record, ordered(record, order), tuple(losses))


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


def _codings(root: Path, moved: Sequence[Moved], order: KeyOrder) -> dict[str, bytes]:
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


def _schemas(root: Path, target: Codebook) -> dict[str, bytes]:
    """The compiled schemas that differ from those of the study."""
    texts = {f"schemas/{name}": text.encode() for name, text in check.schema_texts(target.record).items()}
    return {path: texts[path] for path in changed(root, texts)}
