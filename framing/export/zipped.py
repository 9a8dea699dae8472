"""Files as one zip archive whose bytes depend on nothing else, and such an archive as files."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from framing.refusal import Refusal
from framing.study.zipped import entry


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip archive: in the order of their paths, without times, as they are.

    Nothing is compressed: versions of zlib pack the same bytes differently.

    >>> archive({"b": b"2", "a": b"1"}) == archive({"a": b"1", "b": b"2"})
    True
    """
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as made:
        for path, data in sorted(files.items()):
            made.writestr(entry(path), data)
    return content.getvalue()


def opened(content: bytes, name: str) -> dict[str, bytes] | Refusal:
    """The files of an archive, or why it is none of ours.

    Args:
        content: of the archive.
        name: of its file, for the message.

    >>> opened(archive({"a/b": b"1"}), "x.zip"), opened(b"PK", "x.zip").reason
    ({'a/b': b'1'}, 'x.zip is not a complete zip archive: File is not a zip file.')
    """
    try:
        with ZipFile(BytesIO(content)) as made:
            if wrong := next(_wrong(made), ""):
                return Refusal("no_bundle", f"{name} {wrong}.", "A file that `framing bundle` has written.")
            return {packed.filename: made.read(packed) for packed in made.infolist()}
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        told = f"{name} is not a complete zip archive: {error}."
        return Refusal("no_bundle", told, "A file that `framing bundle` has written; download it again.")


def _wrong(made: ZipFile) -> Iterator[str]:
    """What no archive of ours has: packed files, paths that lead out of it, two files of one name."""
    names = [packed.filename for packed in made.infolist()]
    if len(names) != len(set(names)):
        yield "has two files of one name"
    for packed in made.infolist():
        path = PurePosixPath(packed.filename)
        if (
            packed.is_dir()
            or path.is_absolute()
            or ".." in path.parts
            or "\\" in packed.filename
            or ":" in packed.filename
        ):
            yield f"has an entry that does not belong to a bundle, {packed.filename[:60]!r}"
        elif packed.compress_type != ZIP_STORED or packed.flag_bits & 1 or packed.file_size != packed.compress_size:
            yield f"is packed in another way ({packed.filename[:60]!r})"
