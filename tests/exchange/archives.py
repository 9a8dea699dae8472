"""What the tests of one archive's formats share."""

from pathlib import Path

import pytest

from framing.exchange.clipping import Clipping, Export, Item, Searched, Trouble
from framing.exchange.formats import READERS, reader_of
from framing.exchange.records import dated

FILES = Path(__file__).parent / "files"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "import"


def items(path: Path, format_: str) -> list[Item]:
    """All that the reader of a format, and no other, finds in a file."""
    if not path.is_file():
        pytest.skip("needs ../shared/data/import")
    export = Export(path.name, path.read_bytes())
    assert [name for name, reader in READERS.items() if reader.recognises(export)] == [format_]
    assert reader_of(export)[0] == format_
    return list(READERS[format_].read(export))


def clippings(path: Path, format_: str) -> list[Clipping]:
    """The items of a file, none of which gives trouble."""
    found = items(path, format_)
    assert [item for item in found if isinstance(item, Trouble)] == []
    return [item for item in found if isinstance(item, Clipping)]


def searches(path: Path, format_: str) -> list[Searched]:
    """The searches that a file tells of."""
    return [item for item in items(path, format_) if isinstance(item, Searched)]


def dates(found: list[Clipping]) -> list[str]:
    """The dates of clippings as the study reads them."""
    read = [dated(clipping.printed) for clipping in found]
    assert [wrong for _, wrong in read if wrong] == []
    return [date for date, _ in read]
