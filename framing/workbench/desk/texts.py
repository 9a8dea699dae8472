"""Private texts: read from a folder outside the study, never written into it; only offsets and short evidence are."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from framing.study import encoding
from framing.study.faults import Fault
from framing.study.rules.texts import visible
from framing.workbench.desk import settings
from framing.workbench.desk.settings import Settings
from framing.workbench.desk.shelf import Record, content

LARGEST = 4_000_000
"""Bytes of a text file; a newspaper article has a few thousand."""


_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
"""Unicode's control characters (Cc) without tab and line feed."""
TextKind = Literal["full", "description"]


@dataclass(frozen=True, slots=True)
class Text:
    """What a coder has in view.

    Attributes:
        kind: full (the article itself) or description (somebody else's words about it).
        body: the text, composed (NFC), with LF between lines and nothing that cannot be seen.
    """

    kind: TextKind
    body: str

    def sha256(self) -> str:
        """A name for the text, by which anyone can see whether offsets count in it."""
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
    return unicodedata.normalize("NFC", visible(unicodedata.normalize("NFC", _CONTROL.sub(" ", lines))))


def composed(value: Any) -> Any:
    """The same value with every text in it normalised, and empty where it was of blanks; keys stay as they are."""
    if isinstance(value, str):
        text = normalised(value)
        return "" if text.isspace() else text
    if isinstance(value, dict):
        return {key: composed(item) for key, item in value.items()}
    return [composed(item) for item in value] if isinstance(value, list) else value


def text(known: Settings, root: Path, article: Record) -> Text | Fault | None:
    """The text of an article: the article itself when it is at hand, else a description, else nothing.

    Args:
        known: where the private folders are, and in which encoding texts of a language stand there.
        root: the study's folder.
        article: a record that the study lists.

    Returns:
        The text; None where there is no file; a Fault with the path of a file that cannot be read throughout.
    """
    folders: tuple[tuple[TextKind, Any], ...] = (("full", known.texts), ("description", known.descriptions))
    for kind, given in folders:
        file = settings.folder(root, given) / f"{article['id']}.txt"
        raw = _bytes(file) if given else None
        if isinstance(raw, Fault):
            return raw
        if raw is not None:
            declared = known.encodings.get(article["language"], "") if kind == "full" else ""
            return _understood(raw, kind, str(file), declared)
    return None


def _bytes(file: Path) -> bytes | Fault | None:
    try:
        if file.stat().st_size > LARGEST:
            return _unread(str(file), f"it is larger than {LARGEST // 10**6} MB")
        return content(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unread(str(file), error.strerror or str(error))


def _unread(file: str, why: str) -> Fault:
    return Fault(file, 0, "", "text_readable", f"the text cannot be read: {why}")


def _understood(raw: bytes, kind: TextKind, file: str, declared: str) -> Text | Fault:
    """A text in UTF-8, in the encoding declared for its language, or in the only one in which it reads well."""
    unicode = "utf-8" if encoding.decoded(raw, "utf-8") is not None else encoding.marked(raw)
    known = unicode or declared or encoding.detected(raw)
    body = encoding.decoded(raw, known) if known else None
    if body is not None:
        return Text(kind, normalised(body))
    if known:
        return _unread(file, f"it is not {known} throughout; save it as UTF-8")
    if "\ufffd" in raw.decode("utf-8", "ignore"):
        return _unread(
            file, "it contains U+FFFD: a conversion has lost characters; take the text from its source again"
        )
    advice = 'save it as UTF-8, or name the encoding of its language under "encodings" in .framing/settings.json'
    return _unread(file, f"its encoding is not clear; {advice}")
