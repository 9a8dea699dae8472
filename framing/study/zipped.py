"""An entry of a zip archive whose bytes depend on nothing but what is packed: no time, no system."""

from zipfile import ZipInfo

FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can name."""
UNIX = 3
"""The system whose modes an archive then keeps, also where it is made on Windows."""


def entry(path: str, mode: int = 0o644) -> ZipInfo:
    """A file in a zip archive, before its content.

    Args:
        path: inside the archive.
        mode: as Unix has it; a script is 0o755.

    >>> entry("a.txt").date_time
    (1980, 1, 1, 0, 0, 0)
    """
    made = ZipInfo(path, FIRST)
    made.create_system, made.external_attr = UNIX, mode << 16
    return made
