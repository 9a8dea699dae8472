"""Private texts: read from a folder outside the study, never written into it; only offsets and short evidence are."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.rules.texts import visible
from framing.workbench.settings import Settings

LARGEST = 4_000_000
"""Bytes of a text file; a newspaper article has a few thousand."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a coder has in view.

    Attributes:
        kind: full (the article itself) or description (somebody else's words about it).
        body: the text, composed (NFC), with LF between lines and nothing that cannot be seen.
    """

    kind: str
    body: str

    def sha256(self) -> str:
        """What tells, without the text, whether it is the one that offsets count in."""
        return hashlib.sha256(self.body.encode("utf-8")).hexdigest()

    def paragraphs(self) -> list[tuple[int, str]]:
        r"""Each paragraph that is not empty, with the offset of its first code point.

        >>> Text("full", "𠮷野\n\n川。").paragraphs()
        [(0, '𠮷野'), (4, '川。')]
        """
        found, start = [], 0
        for line in self.body.split("\n"):
            if line.strip():
                found.append((start, line))
            start += len(line) + 1
        return found


def normalised(text: str) -> str:
    r"""The form in which offsets are counted: NFC, LF, no control characters and no signs that cannot be seen.

    A control character becomes a space, so that a text that was stored with CRLF and one stored with LF have the same
    offsets; what cannot be seen goes, as `framing check` refuses it in evidence. Half a character that a terminal or a
    file could not read becomes U+FFFD.

    >>> normalised("\ufeffか\u3099\r\nй\u00ad")
    'が\nй'
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    spaced = "".join(" " if unicodedata.category(char) == "Cc" and char not in "\n\t" else char for char in lines)
    return unicodedata.normalize("NFC", visible(unicodedata.normalize("NFC", spaced)))


def composed(value: Any) -> Any:
    """The same value with every text in it normalised, and empty where it was of blanks; keys stay as they are."""
    if isinstance(value, str):
        text = normalised(value)
        return "" if text.isspace() else text
    if isinstance(value, dict):
        return {key: composed(item) for key, item in value.items()}
    return [composed(item) for item in value] if isinstance(value, list) else value


def text(settings: Settings, root: Path, article: str) -> Text | None:
    """The text of an article: the article itself when it is at hand, else a description, else nothing.

    Args:
        settings: where the private folders are; a relative path counts from the study.
        root: the study's folder.
        article: an id that the study lists.
    """
    for kind, folder in (("full", settings.texts), ("description", settings.descriptions)):
        file = root / Path(folder).expanduser() / f"{article}.txt"
        if folder and file.is_file() and file.stat().st_size <= LARGEST:
            return Text(kind, normalised(file.read_bytes().decode("utf-8", errors="replace")))
    return None
