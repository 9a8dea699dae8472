"""Texts of articles that nobody has decided on yet: on disk instead of in memory, in a file that has no name."""

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from weakref import finalize

IN_MEMORY = 16_000_000
"""Bytes of texts that are held in memory; beyond, they go to the folder for temporary files."""


class Undecided:
    """The texts of one import. The file is gone with the program, however it ends: a system that is asked for one gives it no name."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # it is open as long as its texts may be asked for
        finalize(self, self._file.close)
        self._end = 0

    def put(self, text: str) -> "Text":
        """Keeps a text until it is asked for.

        >>> str(Undecided().put("港に船が着く。"))
        '港に船が着く。'
        """
        raw = text.encode("utf-8", "surrogatepass")
        self._file.seek(self._end)
        self._file.write(raw)
        self._end += len(raw)
        return Text(self, self._end - len(raw), len(raw))

    def read(self, start: int, size: int) -> str:
        """The text at a place."""
        self._file.seek(start)
        return self._file.read(size).decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Text:
    """Where a text is kept; as ``str`` the text itself."""

    among: Undecided
    start: int
    size: int

    def __str__(self) -> str:
        return self.among.read(self.start, self.size)
