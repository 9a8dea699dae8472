"""What this machine remembers about a study: who codes here, in which language, where private texts lie.

The file stands in ``.framing/`` of the study, which git ignores: nothing in it is data, all of it may be deleted.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from framing.canonical import write

LANGUAGES = ("en", "ja", "ru")
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """Local, uncommitted settings of one study.

    Attributes:
        coder: who coded here last; taken when no coder is named.
        port: the port that was used last, so that an address and what a browser keeps for it stay valid.
        texts: folder with private full texts, ``<article-id>.txt``; empty for none.
        descriptions: folder with private descriptions of articles by somebody else, ``<article-id>.txt``.
        language: language of the interface, by coder.
        theme: system, light or dark, by coder.
        phase: the phase that was chosen last, by coder.
        assigned: articles or outlets, by coder; a coder who is not named has every article.
    """

    coder: str = ""
    port: int = 0
    texts: str = ""
    descriptions: str = ""
    language: Mapping[str, str] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    phase: Mapping[str, str] = field(default_factory=dict)
    assigned: Mapping[str, list[str]] = field(default_factory=dict)


def path(root: Path) -> Path:
    """Where the settings of a study stand."""
    return root / ".framing" / "settings.json"


def local(root: Path) -> Path:
    """The folder of a study for what never leaves this machine; it tells git itself to leave it alone.

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
    """The settings of a study; defaults where there are none, or where a value is not what it should be."""
    try:
        found = json.loads(path(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    empty = Settings()
    kept = {
        known.name: found[known.name]
        for known in fields(Settings)
        if isinstance(found, dict) and isinstance(found.get(known.name), type(getattr(empty, known.name)))
    }
    return Settings(**kept)


def remember(root: Path, **changes: Any) -> Settings:
    """Writes some settings and keeps the others.

    Args:
        root: the study's folder.
        **changes: fields of Settings; a mapping is merged into the one that is there.

    Raises:
        OSError: when the folder cannot be written to.
    """
    old = read(root)
    merged: dict[str, Any] = {
        name: {**getattr(old, name), **value} if isinstance(value, Mapping) else value
        for name, value in changes.items()
    }
    new = replace(old, **merged)
    if new != old:
        local(root)
        write(path(root), (json.dumps(asdict(new), ensure_ascii=False, indent=2) + "\n").encode())
    return new
