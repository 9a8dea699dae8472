"""What other processes are told is what was to be told."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from framing.analysis.reading import Reading
from framing.report import handed
from framing.report.context import Context
from framing.report.handed import Handing, told


@pytest.mark.parametrize("large", [0, handed.LARGE])
def test_a_study_is_told_whole(large: int, shipped: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handed, "LARGE", large)
    (found,) = told(Handing(tmp_path).tell((shipped,)))
    assert isinstance(found.reading, Reading)
    assert isinstance(shipped.reading, Reading)
    for table, same in zip(
        [*shipped.corpus.tables, *shipped.reading[1:4]], [*found.corpus.tables, *found.reading[1:4]], strict=True
    ):
        assert_frame_equal(table, same)
    assert found.corpus.codings == shipped.corpus.codings
    assert list(found.corpus.articles) == list(shipped.corpus.articles)


def test_a_study_has_one_file_and_each_large_table(
    shipped: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "LARGE", 1_000)
    handing, table = Handing(tmp_path), pl.DataFrame({"number": range(1_000)})
    first = handing.tell([shipped, table, table])
    before = len(list(tmp_path.iterdir()))
    second = handing.tell([shipped, shipped])
    assert len(list(tmp_path.iterdir())) == before + 1
    ctx, one, other = told(first)
    assert one is other
    assert told(second) == [ctx, ctx]
