"""Files as one zip archive whose bytes depend on nothing else, and such an archive as files."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from framing.refusal import Refusal

FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can name."""
MODE, UNIX = 0o644 << 16, 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip archive: in the order of their paths, without times, as they are.

    Nothing is compressed: versions of zlib pack the same bytes differently.

    >>> archive({"b": b"2", "a": b"1"}) == archive({"a": b"1", "b": b"2"})
    True
    """
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as made:
        for path, data in sorted(files.items()):
            entry = ZipInfo(path, FIRST)
            entry.external_attr, entry.create_system = MODE, UNIX
            made.writestr(entry, data)
    return content.getvalue()


def opened(content: bytes, name: str) -> dict[str, bytes] | Refusal:
    """The files of an archive, or why it is none of ours.

    Args:
        content: of the archive.
        name: of its file, for the message.

    >>> opened(archive({"a/b": b"1"}), "x.zip"), opened(b"PK", "x.zip").reason
    ({'a/b': b'1'}, 'x.zip is no zip archive that is whole: File is not a zip file.')
    """
    try:
        with ZipFile(BytesIO(content)) as made:
            if wrong := next(_wrong(made), ""):
                return Refusal("no_bundle", f"{name} {wrong}.", "A file that `framing bundle` has written.")
            return {entry.filename: made.read(entry) for entry in made.infolist()}
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        told = f"{name} is no zip archive that is whole: {error}."
        return Refusal("no_bundle", told, "A file that `framing bundle` has written; download it again.")


def _wrong(made: ZipFile) -> Iterator[str]:
    """What no archive of ours has: packed files, paths that lead out of it, two files of one name."""
    names = [entry.filename for entry in made.infolist()]
    if len(names) != len(set(names)):
        yield "has two files of one name"
    for entry in made.infolist():
        path = PurePosixPath(entry.filename)
        if (
            entry.is_dir()
            or path.is_absolute()
            or ".." in path.parts
            or "\\" in entry.filename
            or ":" in entry.filename
        ):
            yield f"has an entry that is no file of a bundle, {entry.filename[:60]!r}"
        elif entry.compress_type != ZIP_STORED or entry.flag_bits & 1 or entry.file_size != entry.compress_size:
            yield f"is packed in another way ({entry.filename[:60]!r})"
