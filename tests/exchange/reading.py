"""What tests of readers share: files, what is read of them, and damage done to them."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Searched, Trouble
from framing.exchange.formats import reader_of

FILES = Path(__file__).parent / "files"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "import"


def export_of(path: Path) -> Export:
    return Export(path.name, path.read_bytes())


def items(path: Path, name: str) -> list[Item]:
    """Everything in a file, after its format is recognised."""
    found, reader = reader_of(export_of(path))
    assert found == name
    return list(reader.read(export_of(path)))


def clippings(path: Path, name: str) -> list[Clipping]:
    return [item for item in items(path, name) if isinstance(item, Clipping)]


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """A file after an accident: cut, or some of its bytes replaced by others."""
    start = draw(st.integers(0, len(raw)))
    end = min(len(raw), start + draw(st.integers(0, 60)))
    patch = draw(st.binary(max_size=12) | st.sampled_from([b"", b"<", b">", b"&#0;", b"\0", b"\xff\xfe", b"</table>"]))
    return draw(st.sampled_from([raw[:start], raw[start:], raw[:start] + patch + raw[end:]]))


def told(reader: Reader, raw: bytes) -> Iterable[Item]:
    """What is read of damaged bytes: items or words, and nothing else."""
    export = Export("damaged", raw)
    reader.recognises(export)
    try:
        found = list(reader.read(export))
    except NotReadableError:
        return []
    assert all(isinstance(item, Clipping | Trouble | Searched) for item in found)
    return found
