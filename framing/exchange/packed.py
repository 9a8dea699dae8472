"""Files that are zip archives, such as xlsx and docx: opened only after it is sure that nothing in them is out of measure."""

import io
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from framing.exchange.clipping import Export, NotReadableError

LIMIT = 256 * 2**20
"""Bytes that a file may unpack to: a hundred thousand articles with their texts, and what a small computer holds."""
RATIO = 200
"""How many times its packed size a part may unpack to; text shrinks to a tenth, what is made to fill memory to a thousandth."""
SMALL = 2**20
"""Bytes up to which a part may shrink as it likes: a sheet of empty cells does."""
PARTS = 5_000
"""Parts that a file may have."""
_CHUNK = 2**20


def is_packed(export: Export) -> bool:
    """Whether a file is a zip archive."""
    return export.raw.startswith(b"PK\x03\x04")


def opened(export: Export) -> ZipFile:
    """The archive, after each of its parts was unpacked once, piece by piece, and found sound and of a sane size.

    Raises:
        NotReadableError: when it is damaged, protected, or unpacks to more than a file of its kind ever does.
    """
    try:
        archive = ZipFile(io.BytesIO(export.raw))
        told = archive.infolist()
        if len(told) > PARTS or sum(part.file_size for part in told) > LIMIT:
            raise _swollen(export)
        for part in told:
            _sound(export, archive, part)
    except (BadZipFile, EOFError, LookupError, NotImplementedError, OSError, ValueError, zlib.error) as error:
        raise NotReadableError(
            f"{export.name} is cut off or damaged ({error}); download it again, or save it again in the program that made it"
        ) from error
    return archive


def pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, a piece at a time."""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _sound(export: Export, archive: ZipFile, part: ZipInfo) -> None:
    """Unpacks a part and keeps nothing of it."""
    if part.flag_bits & 1:
        raise NotReadableError(f"{export.name} is protected by a password; save it without one")
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotReadableError(f"{export.name} is packed in an unusual way; save it again in the program that made it")
    told, part.file_size = part.file_size, LIMIT + 1  # so that all is read that is there, not what the directory tells
    size = 0
    for piece in pieces(archive, part):
        size += len(piece)
        if size > LIMIT or size > max(SMALL, RATIO * part.compress_size):
            raise _swollen(export)
    part.file_size = told
    if size != told:
        raise BadZipFile(f"{part.filename} has another size than the file says")


def _swollen(export: Export) -> NotReadableError:
    return NotReadableError(
        f"{export.name} would unpack to far more than a file of its kind holds (at most {LIMIT // 2**20} MB are read); "
        "do not open it if you do not know where it comes from, else save it in several files"
    )
