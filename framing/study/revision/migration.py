"""Migrations: what a study says becomes of codings between two versions of its codebook."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import rules, validate
from framing.study.faults import Fault, InvalidStudy
from framing.study.index import Index
from framing.study.layout import MIGRATIONS
from framing.study.load import parse
from framing.study.revision.naming import unfounded
from framing.study.revision.operations import Loss, Operation, operation
from framing.study.revision.versions import Codebook, NoCodebookError, codebook_at
from framing.study.schema import major, numbers

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
    """One record that a migration reaches.

    Attributes:
        file: path relative to the study.
        line: of a JSONL file, from 1; 0 for a file of its own.
        before: the record as it stands.
        after: the record under the newer codebook; None where a coding is held back under its own version.
        losses: answers that ``after`` no longer holds as they were given.
    """

    file: str
    line: int
    before: Record
    after: Record | None
    losses: tuple[Loss, ...]


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
        for item in parse(path.read_bytes(), "migration", file, 0):
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
            fits = major(step.origin) == major(version) and numbers(step.origin) >= before
            rest = onward(step.target) if fits else None
            if rest is not None:
                return (step, *rest)
        return None

    return onward(origin)


def faults_of_names(root: Path, migration: Migration, target: Codebook) -> list[Fault]:
    """What is wrong with the names in a migration, or with the codebooks at its ends."""
    ends: list[Codebook] = []
    for key, version in (("from", migration.origin), ("to", migration.target)):
        try:
            ends.append(target if version == target.version else codebook_at(root, version))
        except NoCodebookError as error:
            return [Fault(migration.file, 0, f"/{key}", "codebook_kept", str(error))]
    return unfounded(migration.file, migration.operations, *ends)
