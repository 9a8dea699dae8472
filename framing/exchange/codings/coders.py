"""Coders whose codings come in, and who are not in the study yet."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from framing.study import rules, validate
from framing.study.faults import meant
from framing.study.index import Index
from framing.study.load import Document

Record = dict[str, Any]


class Newcomer(NamedTuple):
    """What the person who imports says of the coder.

    Attributes:
        id: of the coder, for the whole file; empty where the file names coders.
        kind: person or machine, of coders who are not in the study; empty where none is to be added.
        model: name of the model of a machine.
        version: of the model.
        prompt: SHA-256 of the instructions that the model was given; empty where nobody says.
        day: of the import, YYYY-MM-DD.
    """

    id: str = ""
    kind: str = ""
    model: str = ""
    version: str = ""
    prompt: str = ""
    day: str = ""


def unknown(coder: str, known: Collection[str]) -> str:
    """Why a coder who is not in the study is refused.

    >>> unknown("albba", ["alba"])
    "there is no coder 'albba'; did you mean 'alba'? --kind person or --kind machine adds a new one"
    """
    told = meant(coder, known)
    return f"there is no coder {coder!r}{told}{'' if told.endswith('?') else ';'} --kind person or --kind machine adds a new one"


def faults(register: Index) -> list[str]:
    """What `framing check` would say of the coders of a study with those who are to be added."""
    document = Document("coders", "coded/coders.json", 0, b"", {"coders": [*register.coders.values()]}, untidy=False)
    broken = validate.faults(document, validate.fixed_contract("coders"))
    return [fault.message for fault in broken or rules.faults(document, register)]


def entry(coder: str, told: Newcomer, languages: Sequence[str], file: str) -> Record:
    """The entry of a new coder for ``coders.json``; a person may say more in it afterwards.

    >>> entry("m", Newcomer(kind="machine", model="Lark", version="2", day="2026-11-28"), ["en"], "a.csv")["name"]
    'Lark 2'
    """
    machine = told.kind == "machine"
    name = f"{told.model} {told.version}" if machine else coder
    made = (
        f"Coded by the model {told.model}, version {told.version}; imported"
        if machine
        else "Coded outside this tool; imported"
    )
    record = {
        "id": coder,
        "kind": told.kind,
        "name": name,
        "languages": sorted(languages),
        "made": f"{made} from {file.rpartition('/')[2]} on {told.day}.",
    }
    if not machine:
        return record
    prompt = {"prompt_sha256": told.prompt} if told.prompt else {}
    return record | {"model": {"name": told.model, "version": told.version, **prompt}}
