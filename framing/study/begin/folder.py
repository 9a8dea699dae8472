"""The files of a new study, from what was told of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any, NamedTuple

from framing.study import validate
from framing.study.begin.schemes import DEFAULT, Scheme, codebook, schemes, template, untold
from framing.study.canonical import file_bytes
from framing.study.faults import pointer
from framing.study.load import REGISTERS

Record = dict[str, Any]


class Told(NamedTuple):
    """What was told of a new study; what is empty stays as the template has it.

    Attributes:
        scheme: where its frames come from.
        title: its title, by language; in each language of the study.
        matter: what it is about, in English.
        outlets: entries of its papers.
        coders: entries of its coders.
        day: the day on which it begins.
        name: the id of its codebook; empty for the template's.
        kinds: kinds of events beside those of the template.
    """

    scheme: Scheme
    title: Mapping[str, str]
    matter: str
    outlets: list[Record]
    coders: list[Record]
    day: date
    name: str = ""
    kinds: Sequence[Record] = ()


def titles(title: str, languages: Iterable[str], others: Mapping[str, str]) -> dict[str, str]:
    """The title of a study in each of its languages; English is always one of them.

    Args:
        title: in English; empty for the template's.
        languages: codes of the languages.
        others: the title in other languages; where there is none, the English one stands.

    >>> titles("Ferries", ["ja", "ru"], {"ja": "フェリー"})
    {'en': 'Ferries', 'ja': 'フェリー', 'ru': 'Ferries'}
    """
    usual = template("schemas/codebook.json")["title"]
    every = dict.fromkeys(["en", *languages, *others])
    told = {"en": title} | dict(others) if title else usual | dict(others)
    return {language: told.get(language, told["en"]) for language in every}


def book_of(told: Told) -> Record:
    """The codebook of a new study."""
    book = codebook(told.scheme, told.name, told.title, told.matter, told.day)
    book["vocabularies"]["event_kinds"] = [*book["vocabularies"]["event_kinds"], *told.kinds]
    return book


def written(told: Told) -> dict[str, bytes]:
    """The files of a new study, by path: codebook, registers and README; its schemas are compiled from the codebook.

    Without a list of outlets or coders those of the template stand there, to be changed.
    """
    registers = {name: template(f"coded/{name}.json") | {name: []} for name in REGISTERS}
    for name, entries in (("outlets", told.outlets), ("coders", told.coders)):
        registers[name][name] = entries or template(f"coded/{name}.json")[name]
    book = book_of(told)
    records = {"schemas/codebook.json": book} | {f"coded/{name}.json": record for name, record in registers.items()}
    kinds = {"schemas/codebook.json": "codebook"} | {f"coded/{name}.json": name for name in REGISTERS}
    content = {path: file_bytes(record, validate.fixed_contract(kinds[path]).order) for path, record in records.items()}
    return content | {"README.md": guide(told.scheme, records).encode()}


def guide_of_template() -> str:
    """The README of a study of which nothing was told."""
    paths = ("schemas/codebook.json", "coded/outlets.json", "coded/coders.json")
    return guide(schemes()[DEFAULT], {path: template(path) for path in paths})


def guide(scheme: Scheme, records: Mapping[str, Record]) -> str:
    """The README of a study: what is where, what is still to be written, and the next commands.

    Args:
        scheme: the scheme that its codebook follows.
        records: codebook, outlets and coders by path.
    """
    book = records["schemas/codebook.json"]
    outlets, coders = records["coded/outlets.json"]["outlets"], records["coded/coders.json"]["coders"]
    return (files("framing.study.begin") / "guide.md").read_text(encoding="utf-8").format(
        title=book["title"]["en"],
        purpose=book["purpose"],
        frames=f"{len(book['frames'])} frames and {len(book['variables'])} variables",
        outlets=", ".join(entry["names"]["en"] for entry in outlets),
        coders=", ".join(entry["name"] for entry in coders),
        scheme=scheme.labels["en"],
        source=scheme.source,
        untold=_to_write(records),
        coder=coders[0]["id"],
    )  # fmt: skip


def _to_write(records: Mapping[str, Record]) -> str:
    lines = [f"- `{path}`, `{pointer(where)}`" for path, record in records.items() for where in untold(record)]
    return "\nStill to be written, where it says CHANGE THIS:\n\n" + "\n".join(lines) + "\n" if lines else ""
