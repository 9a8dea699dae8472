"""The text of an export: in the encoding that it declares, else in the one that fits, and told which."""

import re

from framing.exchange.clipping import Export, NotReadableError
from framing.study import encoding

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,20})""", re.IGNORECASE)
_HEAD = 4096
"""Bytes at the start of a file in which it may declare its encoding."""
_NAMES = {
    "windows-1251": "cp1251",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "windows-1252": "cp1252",
}


def text(export: Export) -> tuple[str, str]:
    """The text of an export, and the encoding in which it was read.

    The encoding is the one that the person names, the one of a byte order mark, or UTF-8 where the bytes are; else the one that
    the file declares, and last the only one in which the bytes read well. A file that declares UTF-8 and has a few bytes of
    Windows-1252 among it, as some archives write, is read so, byte by byte.

    Raises:
        NotReadableError: when no encoding is certain.

    >>> text(Export("a.html", '<meta charset="windows-1251">Мир'.encode("cp1251")))
    ('<meta charset="windows-1251">Мир', 'cp1251')
    """
    raw = export.raw
    certain = encoding.marked(raw)
    for name in filter(None, (export.encoding, certain, "utf-8", *_declared(raw))):
        found = _decoded(raw, name)
        if found is not None:
            return found.removeprefix("\ufeff"), name
        if name == export.encoding:
            raise NotReadableError(f"{export.name} is not in {name}; leave --encoding out, or name another encoding")
    mixed = _mixed(raw) if "utf-8" in _declared(raw) else ""
    if mixed:
        return mixed, "utf-8 with bytes of cp1252"
    name = encoding.detected(raw)
    found = _decoded(raw, name) if name else None
    if found is None:
        likely = encoding.likely(raw)
        hint = (
            f"; it may be {likely}: add --encoding {likely}"
            if likely
            else "; name it with --encoding, for example cp932 or cp1251"
        )
        raise NotReadableError(f"the encoding of {export.name} is not certain{hint}")
    return found.removeprefix("\ufeff"), name


def _declared(raw: bytes) -> list[str]:
    names = [match[1].decode("ascii").lower() for match in _DECLARED.finditer(raw[:_HEAD])]
    return [_NAMES.get(name, name) for name in names]


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        return encoding.decoded(raw, name)
    except LookupError:
        return None


def _mixed(raw: bytes) -> str:
    """UTF-8 in which single bytes are Windows-1252; empty where these are more than one in a hundred bytes."""
    strange = 0
    parts = []
    rest = raw
    while rest:
        try:
            parts.append(rest.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            strange += error.end - error.start
            if strange * 100 > len(raw):
                return ""
            parts.append(rest[: error.start].decode("utf-8"))
            parts.append(rest[error.start : error.end].decode("cp1252", errors="replace"))
            rest = rest[error.end :]
    return "".join(parts)
