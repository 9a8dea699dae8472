"""Lists of stories by Media Cloud."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from framing.exchange.clipping import Clipping, Export, Trouble
from framing.exchange.formats import reader_of
from tests.exchange.damage import damaged, reads_in_words

RAW = (Path(__file__).parent / "files" / "mediacloud.csv").read_bytes()


def test_stories() -> None:
    name, reader = reader_of(Export("stories.csv", RAW))
    first, second, third = reader.read(Export("stories.csv", RAW))
    assert name == "mediacloud"
    assert first == Clipping(
        "row 2",
        outlet="sankei.example",
        printed="2025-12-31",
        headline="港に「市」が立つ, 漁師と客",
        language="ja",
        medium="web",
        url="https://sankei.example/a",
        key="ab12",
    )
    assert isinstance(second, Clipping)
    assert second.printed == "", "the day of indexing is not that of publication"
    assert isinstance(third, Trouble)
    assert (third.place, "has 4 cells" in third.message) == ("row 5", True)


@given(data=st.data())
def test_no_damage_makes_it_stumble(data: st.DataObject) -> None:
    export = Export("stories.csv", data.draw(damaged(RAW)))
    reads_in_words("mediacloud", export)
