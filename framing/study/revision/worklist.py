"""Codings that somebody has to look at again, because what they answered has changed since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from framing.study.levels import NOT_CODED, members
from framing.study.revision.migration import Migration, way
from framing.study.revision.operations import Answer, Operation
from framing.study.schema import major, meaning

Record = Mapping[str, Any]
Reason = Literal["older_codebook", "not_coded", "redefined", "readings_changed"]


class Again(NamedTuple):
    """One answer to give again.

    Attributes:
        coder: whose coding it is.
        article: of what.
        reason: the whole coding stands under an older codebook; the question was never asked; its definition changed; or
            what a settled record settles was coded again.
        pointer: JSON Pointer to the answer; empty for the whole coding.
        version: the codebook under which it was coded.
    """

    coder: str
    article: str
    reason: Reason
    pointer: str
    version: str


def worklist(
    codings: Iterable[Record], older: Iterable[Record], known: Sequence[Migration], target: str
) -> list[Again]:
    """Every answer to give again, by coder and article.

    Args:
        codings: valid codings under the codebook as it is.
        older: codings under a version that means something else; those of articles that were settled again under the codebook as
            it is, or one that means the same, need nobody any more.
        known: every migration of the study.
        target: the version of the codebook.

    Returns:
        In order of coder and article.

    >>> coding = {"coder": "a", "article": "x", "codebook": "2.0.0", "coded_under": "1.0.0",
    ...           "frames": {"primary": "risk", "secondary": []}, "values": {"tone": "not_coded"}}
    >>> step = Migration("", "1.0.0", "2.0.0", "", (Operation("redefine", "frame", ("risk",)),))
    >>> [(again.reason, again.pointer) for again in worklist([coding], [], [step], "2.0.0")]
    [('not_coded', '/values/tone'), ('redefined', '/frames/primary')]
    """
    present = list(codings)
    anew = [each for each in present if each.get("phase") == "adjudicated" and meaning(each) == major(target)]
    settled = {each["article"] for each in anew}
    left = [each for each in older if each["article"] not in settled]
    found = [Again(each["coder"], each["article"], "older_codebook", "", each["codebook"]) for each in left]
    for coding in present:
        version = coding.get("coded_under", coding["codebook"])
        for reason, pointer in _answers(coding, way(known, version, target) or ()):
            found.append(Again(coding["coder"], coding["article"], reason, pointer, version))
    return sorted(found)


def _answers(coding: Record, steps: Sequence[Migration]) -> Iterator[tuple[Reason, str]]:
    operations = [each for step in steps for each in step.operations]
    for place, each in enumerate(operations):
        if each.do == "redefine":
            for name in each.names:
                yield from (
                    ("redefined", pointer)
                    for pointer in _using(coding, each, _now(name, each, operations[place + 1 :]))
                )
    yield from (("not_coded", f"/values/{name}") for name, value in coding["values"].items() if value == NOT_CODED)


def _now(name: Answer, about: Operation, later: Sequence[Operation]) -> Answer:
    """The name that an entry has after what came later."""
    for each in later:
        if (each.part, each.variable) == (about.part, about.variable) and name in each.names and len(each.to) == 1:
            name = each.to[0]
    return name


def _using(coding: Record, about: Operation, name: Answer) -> Iterator[str]:
    """Where a coding gives an answer that an operation is about."""
    frames, values = coding["frames"], coding["values"]
    if about.part == "variable" and name in values:
        yield f"/values/{name}"
    elif about.part == "value" and name in members(values.get(about.variable)):
        yield f"/values/{about.variable}"
    elif about.part == "frame":
        if frames["primary"] == name:
            yield "/frames/primary"
        if name in frames["secondary"]:
            yield "/frames/secondary"
