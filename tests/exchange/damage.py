"""Files as they come when something went wrong on the way: cut off, or with wrong bytes."""

from contextlib import suppress

from hypothesis import strategies as st

from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.formats import READERS
from framing.exchange.records import dated


@st.composite
def damaged(draw: st.DrawFn, raw: bytes) -> bytes:
    """The bytes of a file, some of them lost, changed or there twice."""
    content = bytearray(raw)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 12))
        content[place : place + length] = draw(st.binary(max_size=length + 1))
    return bytes(content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content)


def reads_in_words(name: str, export: Export) -> None:
    """Whatever the bytes are, a reader gives items or says in words why not, and every other one can look at them."""
    for reader in READERS.values():
        reader.recognises(export)
    with suppress(NotReadableError):
        for item in READERS[name].read(export):
            assert item
            dated(getattr(item, "printed", ""))
