"""A pack as the bytes of a zip; the same contents give the same bytes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from framing.study.zipped import entry


def zipped(contents: Mapping[str, bytes], folder: str) -> bytes:
    """The zip of some files, all of them in one folder; scripts of Unix can be run.

    >>> zipped({"a.txt": b"a"}, "x")[:2]
    b'PK'
    """
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(contents):
            mode = 0o755 if path.endswith(".sh") else 0o644
            archive.writestr(entry(f"{folder}/{path}", mode), contents[path], ZIP_DEFLATED)
    return out.getvalue()
