"""A pack that was made under an older version of the codebook: whether its codings hold today, or what brings them on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from framing.exchange.packs.contents import digest
from framing.study import rules, validate
from framing.study.check import OLDER_CODING
from framing.study.faults import Fault
from framing.study.index import Index
from framing.study.load import Document
from framing.study.revision.migration import Migration, faults_of_names, migrations, way
from framing.study.revision.operations import Loss
from framing.study.revision.plan import moved
from framing.study.revision.versions import CURRENT, Codebook, NoCodebookError, codebook_at
from framing.study.schema import VERSION, major, numbers

Record = dict[str, Any]


class Onward(NamedTuple):
    """What brings codings of an older version to the codebook as it stands.

    Attributes:
        version: the older one.
        held_to: the contract of codings under it.
        steps: the migrations from there, in order.
        known: every migration of the study: the pack may have codings of versions before its own.
        target: the codebook as it stands.
    """

    version: str
    held_to: validate.Contract
    steps: tuple[Migration, ...]
    known: Sequence[Migration]
    target: Codebook


class Today(NamedTuple):
    """A coding of a pack as it stands under the codebook of the study.

    Attributes:
        record: the coding; as it is in the pack where a migration cannot bring it on.
        losses: answers that it no longer holds as they were given.
        message: what `framing check` would say of it; empty where nothing.
    """

    record: Record
    losses: tuple[Loss, ...]
    message: str


def onward(root: Path, told: Mapping[str, Any]) -> Onward | str | None:
    """What brings the codings of a pack to the codebook of a study.

    Args:
        root: the study's folder.
        told: version and hash of the codebook that the pack was made under.

    Returns:
        The migrations with what they need; None where codings stand as they are; or in words why nothing brings them on.

    Raises:
        InvalidStudy: when a migration or a codebook of the study has faults.
    """
    target, version = codebook_at(root, CURRENT), str(told["version"])
    between = f"It was coded under version {version} of the codebook, and this study has {target.version}"
    if numbers(version) > numbers(target.version):
        return f"{between}. Unpack it into the study as it is under {version}."
    known = migrations(root)
    if steps := way(known, version, target.version):
        return _by(root, told, steps, target, known)
    if major(version) == major(target.version):
        return None
    return (
        f"{between}, which means something else; no migration leads from the one to the other. Write it in schemas/migrations "
        "(docs/how-to/codebook.md) and unpack again."
    )


def _by(
    root: Path, told: Mapping[str, Any], steps: tuple[Migration, ...], target: Codebook, known: Sequence[Migration]
) -> Onward | str:
    version = told["version"]
    try:
        before = codebook_at(root, version)
    except NoCodebookError as error:
        return f"It was coded under version {version} of the codebook, and {error}."
    if digest(before.record) != told["sha256"]:
        return f"It was coded under another codebook {version} than schemas/history/{version}.json. Put that of the pack there and unpack again."
    if faults := [fault for step in steps for fault in faults_of_names(root, step, target)]:
        return f"A migration from {version} to {target.version} has faults: {'; '.join(map(str, faults))}."
    return Onward(version, validate.coding_contract(before.record), steps, known, target)


def today(document: Document, held_to: validate.Contract, index: Index, by: Onward | None) -> Today:
    """A coding under the codebook of the study, and what `framing check` would say of it there.

    Args:
        document: the coding as it is in a pack.
        held_to: the contract of codings of the study.
        index: registers and articles of the study.
        by: what brings it on, if anything has to.
    """
    own, steps = document.record, _steps(document.record, by)
    if by is None or not steps:
        return Today(own, (), _said(document, held_to, index))
    if broken := validate.faults(document, by.held_to):
        return Today(own, (), _in_words(broken))
    now = moved(document, steps, by.target, held_to.order)
    if now.after is None and own["codebook"] == by.version:
        return Today(own, now.losses, _said(document._replace(kind=OLDER_CODING), by.held_to, index))
    record = now.after or own
    return Today(record, now.losses, _said(document._replace(record=record), held_to, index))


def _steps(coding: Record, by: Onward | None) -> tuple[Migration, ...]:
    """The migrations on the way of one coding, which may be older than its pack; none where nothing has to bring it on."""
    version = str(coding.get("codebook"))
    if by is None or not re.search(VERSION, version):
        return ()
    return way(by.known, version, by.target.version) or ()


def _said(document: Document, held_to: validate.Contract, index: Index) -> str:
    return _in_words(rules.faults_alone(document, held_to, index))


def _in_words(faults: Iterable[Fault]) -> str:
    return " · ".join(f"{fault.pointer}: {fault.message}" for fault in faults)
