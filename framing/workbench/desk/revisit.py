"""Codings of one coder that the codebook has outgrown: which they are, why, and what a coder begins from again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Literal, NamedTuple

from framing.study import settle
from framing.study.answers import SECONDARY, value_at
from framing.study.layout import MIGRATIONS
from framing.study.levels import NOT_CODED, members, offers
from framing.study.revision.migration import Migration, migrations
from framing.study.revision.worklist import Again, worklist
from framing.study.schema import VERSION, major
from framing.study.unsettled import begun_again as again_settled
from framing.study.unsettled import unsettled
from framing.workbench.desk import shelf
from framing.workbench.desk.judge import Standard
from framing.workbench.desk.shelf import Record, Shelf

Why = Literal["not_coded", "redefined", "not_offered", "readings_changed"]


class Mark(NamedTuple):
    """One question to answer again.

    Attributes:
        pointer: JSON Pointer to the answer.
        why: it was never asked; its definition has changed; the answer that was given is not offered any more; or what was
            settled was coded again.
        before: that answer; empty for the others.
    """

    pointer: str
    why: Why
    before: str


def outgrown(root: Path, coder: str, standard: Standard, kept: Shelf) -> dict[str, list[Again]]:
    """What a coder has to look at again, by article: of codings in files of their own, which she can write again.

    Raises:
        InvalidStudy: when a file of migrations is broken.
    """
    own = [coding for _, coding in kept.folder(root / "coded" / "codings" / coder, shelf.record)]
    target = standard.codebook["version"]
    current = [each for each in own if standard.contract.screen.is_valid(each)]
    older = [each for each in own if _means_else(each, target)]
    found = defaultdict(list)
    for again in worklist(current, older, _migrations(root, kept), target):
        if again.coder == coder:
            found[again.article].append(again)
    return dict(found)


def resettled(
    root: Path, coder: str, standard: Standard, kept: Shelf, readings: Mapping[str, list[Record]]
) -> dict[str, list[Again]]:
    """What an adjudicator has to settle again, by article: readings were made again, or under another meaning of the codebook."""
    found = {}
    target = standard.codebook["version"]
    for article, record in kept.folder(root / "coded" / "codings" / coder, shelf.record):
        older = _means_else(record, target)
        codings = readings.get(article, []) if older or standard.contract.screen.is_valid(record) else []
        if older and codings:
            found[article] = [Again(coder, article, "older_codebook", "", record["codebook"])]
        elif codings and (places := unsettled(record, codings)):
            found[article] = [Again(coder, article, "readings_changed", place, record["codebook"]) for place in places]
    return found


def settled_again(record: Record, codings: list[Record], standard: Standard) -> Record:
    """A settled record as one to continue: under another meaning of the codebook everything is settled again."""
    if _means_else(record, standard.codebook["version"]):
        return {"memo": record["memo"], **settle.begun(codings)}
    return again_settled(record, codings)


def marks_of_settled(again: list[Again]) -> list[Mark]:
    """The questions to settle again, in the order in which they are asked."""
    return [Mark(each.pointer, "readings_changed", "") for each in again if each.reason == "readings_changed"]


def _migrations(root: Path, kept: Shelf) -> list[Migration]:
    """Every migration, read again only when a file has changed."""
    files = sorted((root / MIGRATIONS).glob("*.json"))
    stamp = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    known = kept.kept.get(("", "migrations"))
    if known is None or known[1][0] != stamp:
        known = ((0, 0, 0), (stamp, migrations(root)))
        kept.kept["", "migrations"] = known
    found: list[Migration] = known[1][1]
    return found


def _means_else(coding: Record, target: str) -> bool:
    """Whether a coding stands under a version that means something else."""
    version, named = coding.get("codebook"), all(isinstance(coding.get(name), str) for name in ("coder", "article"))
    readable = isinstance(version, str) and re.search(VERSION, version)
    return bool(named and readable and major(str(version)) != major(target))


def begun_again(coding: Record, codebook: Record) -> Record:
    """A finished coding as one to continue.

    It stands under the version that its coder had in view, without answers that the codebook does not offer. Evidence stays, also
    for those: nothing that was typed is lost.
    """
    record = deepcopy(coding)
    record["codebook"] = record.pop("coded_under", record["codebook"])
    for pointer, _ in _not_offered(coding, codebook):
        *around, last = pointer.split("/")[1:]
        value_at(record, "".join(f"/{step}" for step in around)).pop(last, None)
    if secondary := value_at(coding, SECONDARY):
        known = {frame["id"] for frame in codebook["frames"]}
        record["frames"]["secondary"] = [name for name in secondary if name in known]
    return record


def marks(coding: Record, again: list[Again], codebook: Record) -> list[Mark]:
    """The questions of a coding to answer again, in the order in which they are asked."""
    found = {each.pointer: Mark(each.pointer, each.reason, "") for each in again if each.reason != "older_codebook"}
    for pointer, before in _not_offered(coding, codebook):
        if before != NOT_CODED:
            found[pointer] = Mark(pointer, "not_offered", before)
    for variable in codebook["variables"]:
        pointer = f"/values/{variable['id']}"
        if value_at(coding, pointer) is None:
            found[pointer] = Mark(pointer, "not_coded", "")
    return list(found.values())


def _not_offered(coding: Record, codebook: Record) -> Iterator[tuple[str, str]]:
    """Answers that the codebook does not have, with their places."""
    variables = {entry["id"]: entry for entry in codebook["variables"]}
    primary = value_at(coding, "/frames/primary")
    if primary not in [frame["id"] for frame in codebook["frames"]]:
        yield "/frames/primary", str(primary)
    for name, value in coding.get("values", {}).items():
        if name not in variables or not offers(variables[name], value):
            yield f"/values/{name}", ", ".join(map(str, members(value)))


def answered(record: Record) -> Record:
    """A coding without the answers that only a migration gives: they are open questions."""
    values = record.get("values")
    if not isinstance(values, dict):
        return record
    return {**record, "values": {name: value for name, value in values.items() if value != NOT_CODED}}
