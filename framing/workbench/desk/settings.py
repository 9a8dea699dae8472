"""What this machine remembers about a study: who codes here, in which language, where private texts lie.

The file stands in ``.framing/`` of the study, which git ignores: nothing in it is data, all of it may be deleted.
"""

import codecs
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from framing.study import encoding, load, validate
from framing.study.canonical import write
from framing.study.faults import Fault, InvalidStudy, meant, pointer, shown
from framing.study.load import Document
from framing.study.validate import Contract
from framing.words import languages
from framing.workbench.desk.shelf import content
from framing.workbench.questions import PHASES

FILE = ".framing/settings.json"
THEMES = ("system", "light", "dark")
FOLDERS = ("texts", "descriptions")
_CONTROL = re.compile("[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Local, uncommitted settings of one study.

    Attributes:
        coder: who coded here last; taken when no coder is named.
        port: the port that was used last, so that an address and what a browser keeps for it stay valid.
        texts: folder with private full texts, ``<article-id>.txt``; empty for none.
        descriptions: folder with private descriptions of articles by somebody else, ``<article-id>.txt``.
        encodings: encoding of the full texts that are not UTF-8, by language of the article.
        language: language of the interface, by coder.
        theme: system, light or dark, by coder.
        phase: the phase that was chosen last, by coder.
        assigned: articles or outlets, by coder; what coders.json says of a coder stands before it.
    """

    coder: str = ""
    port: int = 0
    texts: str = ""
    descriptions: str = ""
    encodings: Mapping[str, str] = field(default_factory=dict)
    language: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    phase: Mapping[str, str] = field(default_factory=dict)
    assigned: Mapping[str, list[str]] = field(default_factory=dict)


@cache
def _contract() -> Contract:
    def each(value: Mapping[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": value}

    properties = {
        "coder": {"type": "string"},
        "port": {"type": "integer", "minimum": 0, "maximum": 65535},
        "texts": {"type": "string"},
        "descriptions": {"type": "string"},
        "encodings": each({"type": "string"}),
        "language": each({"enum": [*languages()]}),
        "theme": each({"enum": [*THEMES]}),
        "phase": each({"enum": [*PHASES]}),
        "assigned": each({"type": "array", "items": {"type": "string"}}),
    }
    return validate.contract({"type": "object", "properties": properties, "additionalProperties": False})


def path(root: Path) -> Path:
    """Where the settings of a study stand."""
    return root / FILE


def local(root: Path) -> Path:
    """The folder of a study for what never leaves this machine; its own .gitignore keeps it out of git.

    Raises:
        OSError: when it cannot be made.
    """
    folder = root / ".framing"
    folder.mkdir(exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        write(ignored, b"*\n")
    return folder


def read(root: Path) -> Settings:
    """The settings of a study; what is wrong in them is ignored, see ``faults``."""
    return _understood(root)[0]


def faults(root: Path) -> list[Fault]:
    """What is wrong in the settings, and what no longer belongs there; nothing where there are none."""
    return _understood(root)[1]


def _understood(root: Path) -> tuple[Settings, list[Fault]]:
    raw = _bytes(root)
    if raw is None or isinstance(raw, Fault):
        return Settings(), [raw] if raw else []
    document, found = _parsed(raw)
    if document is None:
        return Settings(), found
    broken = validate.faults(document, _contract())
    kept = _without(document.record, [fault.pointer for fault in broken])
    known = Settings(**{name.name: kept[name.name] for name in fields(Settings) if name.name in kept})
    strange = list(_strange_encodings(known))
    wrong = [*found, *broken, *_places(root, known), *strange, *_moved(known)]
    paths: dict[str, Any] = {name: "" for name in FOLDERS if _CONTROL.search(getattr(known, name))}
    sound = _without({"encodings": known.encodings}, [fault.pointer for fault in strange])
    return replace(known, **paths, **sound), [
        replace(fault, line=fault.line or _line(raw, fault.pointer)) for fault in wrong
    ]


def _bytes(root: Path) -> bytes | Fault | None:
    try:
        return content(path(root)).removeprefix(codecs.BOM_UTF8)  # Windows puts one there; it harms nobody
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Fault(FILE, 0, "", "file_readable", f"cannot be read: {error.strerror}")


def _parsed(raw: bytes) -> tuple[Document | None, list[Fault]]:
    found = load.parse(raw, "settings", FILE, 0)
    faults = [item for item in found if isinstance(item, Fault)]
    return next((item for item in found if isinstance(item, Document)), None), faults


def _without(record: dict[str, Any], pointers: Iterable[str]) -> dict[str, Any]:
    """A record without what some pointers lead to: a setting, or what one coder has in it."""
    kept = {name: dict(value) if isinstance(value, dict) else value for name, value in record.items()}
    for where in pointers:
        name, *inside = [step.replace("~1", "/").replace("~0", "~") for step in where.split("/")[1:3]]
        if inside and isinstance(kept.get(name), dict):
            kept[name].pop(inside[0], None)
        else:
            kept.pop(name, None)
    return kept


def folder(root: Path, given: str) -> Path:
    """The folder that a setting names; a relative path counts from the study."""
    with suppress(RuntimeError):  # ~somebody who has no home here
        return root / Path(given).expanduser()
    return root / given


def _places(root: Path, known: Settings) -> Iterator[Fault]:
    """Folders of texts that are not there, or cannot be opened."""
    for name in FOLDERS:
        given = getattr(known, name)
        if _CONTROL.search(given):
            message = f'{given!r} is not a path: write each backslash twice, as in "C:\\\\texts"'
            yield Fault(FILE, 0, f"/{name}", "settings_folder", message)
        elif given and (reason := _closed(folder(root, given))):
            yield Fault(FILE, 0, f"/{name}", "settings_folder", f"the folder {folder(root, given)} {reason}")


def _closed(where: Path) -> str:
    """Why a folder cannot be looked into; empty when it can."""
    try:
        with os.scandir(where):
            return ""
    except FileNotFoundError:
        return "does not exist"
    except OSError as error:
        return f"cannot be opened: {error.strerror}"


def _strange_encodings(known: Settings) -> Iterator[Fault]:
    for language, name in known.encodings.items():
        try:
            b"a".decode(name)
        except (LookupError, ValueError):
            message = f"{shown(name)} is not an encoding{meant(name, encoding.ENCODINGS)}"
            yield Fault(FILE, 0, pointer(("encodings", language)), "settings_encoding", message)


def _moved(known: Settings) -> Iterator[Fault]:
    if known.assigned:
        message = 'assignments belong to the study, not to one machine: write them as "assigned" of each coder in '
        yield Fault(FILE, 0, "/assigned", "settings_assigned", f"{message}coded/coders.json, and remove them here")


def fault(root: Path, where: str, rule: str, message: str) -> Fault:
    """A fault at a place of the settings."""
    raw = _bytes(root)
    return Fault(FILE, _line(raw, where) if isinstance(raw, bytes) else 0, where, rule, message)


def _line(raw: bytes, where: str) -> int:
    """The line on which the last key of a pointer stands; 0 for the whole file."""
    text, at = raw.decode("utf-8", "replace"), 0
    steps = [step.replace("~1", "/").replace("~0", "~") for step in where.split("/")[1:] if not step.isdigit()]
    for step in steps:
        key = re.compile(re.escape(json.dumps(step, ensure_ascii=False)) + r"\s*:").search(text, at)
        at = key.start() if key else at
    return text.count("\n", 0, at) + 1 if steps else 0


def remember(root: Path, **changes: Any) -> Settings:
    """Writes some settings and leaves everything else in the file as it is, also what is wrong in it.

    Args:
        root: the study's folder.
        **changes: fields of Settings; a mapping is merged into the one that is there.

    Raises:
        InvalidStudy: when the file cannot be read; it is left as it is.
        OSError: when the folder cannot be written to.
    """
    raw = _bytes(root)
    document, unreadable = _parsed(raw) if isinstance(raw, bytes) else (None, [raw] if raw else [])
    if unreadable:
        raise InvalidStudy(unreadable)
    old: dict[str, Any] = document.record if document else {}
    wrong = {fault.pointer.split("/")[1] for fault in validate.faults(document, _contract())} if document else set()
    changed = {name: value for name, value in changes.items() if isinstance(value, Mapping) or name not in wrong}
    merged = {name: _merged(old.get(name, {}), value) for name, value in changed.items()}
    new = {**old, **merged}
    if new != old:
        local(root)
        write(path(root), (json.dumps(new, ensure_ascii=False, indent=2) + "\n").encode())
    return read(root)


def _merged(old: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {**old, **value} if isinstance(old, dict) else old
