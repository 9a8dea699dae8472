"""Files that were cut or damaged on their way: what cannot be taken is said in words."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched, Trouble
from framing.exchange.formats import READERS, reader_of
from tests.exchange.archives import FILES

WHOLE = {path.name: (reader_of(Export(path.name, path.read_bytes()))[0], path.read_bytes()) for path in FILES.iterdir()}


@pytest.mark.parametrize("name", sorted(WHOLE))
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_damage_ends_in_words(name: str, data: st.DataObject) -> None:
    format_, whole = WHOLE[name]
    raw = bytearray(whole[: data.draw(st.integers(0, len(whole)), "cut")])
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole)), st.integers(0, 255)), max_size=20), "flips"
    ):
        raw[at : at + 1] = bytes([byte])
    export = Export(name, bytes(raw))
    for reader in READERS.values():
        assert reader.recognises(export) in (True, False)
    with suppress(NotReadableError):
        assert all(isinstance(item, Clipping | Searched | Trouble) for item in READERS[format_].read(export))
