"""What a person needs to know when something does not work: versions, fonts, and the state of the study."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from framing import __version__
from framing.chart import picture
from framing.study import check, vocabulary
from framing.study.faults import StudyNotFound
from framing.study.load import Document, documents, study_root
from framing.workbench.desk import settings
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.shelf import Shelf

LIBRARIES = (
    "polars",
    "altair",
    "vl-convert-python",
    "jsonschema",
    "jsonschema-rs",
    "orjson",
    "typer",
    "jinja2",
    "numpy",
)

Row = tuple[str, str]


def versions() -> list[Row]:
    """The tool, the interpreter and every library that results depend on."""
    return [
        ("framing", __version__),
        ("python", f"{platform.python_version()} on {platform.system()}"),
        *((name, _version(name)) for name in LIBRARIES),
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def fonts() -> list[Row]:
    """Whether PNG and PDF can show kanji, kana and Cyrillic."""
    try:
        return [("font for kanji", picture.cjk_family())]
    except picture.FontMissing as error:
        return [("font for kanji", str(error))]


def study(folder: Path) -> list[Row]:
    """What the study holds, how many faults it has, and what is wrong in the settings of this machine."""
    try:
        root = study_root(folder)
    except StudyNotFound as error:
        return [("study", str(error))]
    held = [item for item in documents(root) if isinstance(item, Document)]
    kinds = [item.kind for item in held]
    faults = check.faults(root)
    told = list(settings.faults(root) if faults else Desk(root, "", Shelf()).notices())
    return [
        ("study", str(root)),
        ("articles", str(kinds.count("article"))),
        ("codings", str(kinds.count("coding"))),
        ("faults", f"{len(faults)}: `framing check` lists them" if faults else "0"),
        ("settings", "; ".join(map(str, told)) or "no faults"),
        *(_unlisted(item.record) for item in held if item.kind == "codebook"),
    ]


def _unlisted(codebook: dict[str, Any]) -> Row:
    """Which names nobody checks, because the codebook does not list them."""
    vocabularies = codebook.get("vocabularies")
    listed = vocabularies if isinstance(vocabularies, dict) else {}
    free = [name for name in vocabulary.ALWAYS if name not in listed]
    said = f"{', '.join(free)}: list them under vocabularies of the codebook to have them checked and labelled"
    return ("names that nothing checks", said if free else "none")
