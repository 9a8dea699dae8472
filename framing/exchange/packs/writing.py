"""A pack as the bytes of a zip; the same contents give the same bytes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)


def zipped(contents: Mapping[str, bytes], folder: str) -> bytes:
    """The zip of some files, all of them in one folder; scripts of Unix can be run.

    >>> zipped({"a.txt": b"a"}, "x")[:2]
    b'PK'
    """
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path in sorted(contents):
            info = ZipInfo(f"{folder}/{path}", _BEGINNING)
            info.external_attr = (0o755 if path.endswith(".sh") else 0o644) << 16
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, contents[path])
    return out.getvalue()
