"""Real workbooks, read by a map as if nobody knew their format."""

from pathlib import Path

import pytest

from framing.exchange import cells, maps
from framing.exchange.clipping import Clipping, Export
from framing.exchange.columns import ColumnMap
from framing.exchange.formats import READERS
from framing.exchange.records import dated

SHARED = Path(__file__).parents[3] / "shared" / "data" / "import"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real exports are not in the repository")


def test_a_workbook_of_integrum() -> None:
    path = SHARED / "03-integrum-xlsx" / "integrum-channel1.xlsx"
    export = Export(path.name, path.read_bytes())
    table = cells.table(export)
    assert table
    assert maps.named(table.rows[0][1]) == {"outlet": 1, "date": 2, "headline": 4, "byline": 7}
    declaration = ColumnMap(
        {"outlet": "Источник", "date": "Дата", "headline": "Заголовок"}, date_order="dmy", years_from=1950
    )
    found = list(READERS["table"].read(export._replace(map=declaration)))
    assert len(found) == 12
    assert isinstance(found[0], Clipping)
    assert (found[0].place, found[0].outlet, found[0].printed) == ("row 2", "Первый канал: Новости", "2005-02-28")
    assert all(isinstance(one, Clipping) and dated(one.printed)[0].startswith("2005-02") for one in found)


def test_a_sheet_of_codings_with_half_a_header_below() -> None:
    path = SHARED / "16-excel-coding-sheet-ja" / "codingsheet-kato-2017.xlsx"
    export = Export(path.name, path.read_bytes())
    table = cells.table(export)
    assert table
    assert table.sheets == ("米国価値判断表", "北朝鮮価値判断表")
    declaration = ColumnMap({"key": "記事ID", "headline": 2}, {"outlet": "x"}, first_row=3, sheet=table.sheets[0])
    found = list(READERS["table"].read(export._replace(map=declaration)))
    assert len(found) == 26
    assert isinstance(found[0], Clipping)
    assert (found[0].place, found[0].key) == ("sheet 米国価値判断表, row 3", "1")
