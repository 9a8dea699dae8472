"""Whether a zip archive, as xlsx, ods and docx are, can be opened without harm."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

LARGEST = 1 << 29
"""Bytes to which an archive may unfold: a workbook of a million rows has less."""
_STEP = 1 << 20


def trouble(raw: bytes) -> str:
    """Why an archive must not be opened; empty for a sound one.

    Everything is unfolded once and counted, because an archive may lie about the size of what is in it.

    >>> trouble(b"no archive")
    'it is cut off or damaged; export it again'
    """
    size = 0
    try:
        with ZipFile(BytesIO(raw)) as archive:
            for part in archive.infolist():
                with archive.open(part) as stream:
                    while chunk := stream.read(_STEP):
                        size += len(chunk)
                        if size > LARGEST:
                            return f"it unfolds to more than {LARGEST >> 20} MB, as no export does; divide it into smaller ones"
    except RuntimeError:
        return "it is protected by a password; save it without one"
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError):
        return "it is cut off or damaged; export it again"
    return ""
