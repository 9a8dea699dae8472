"""Tables by a map of their columns: CSV in its dialects, workbooks, and what may be wrong with either."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.exchange import cells, maps, packed
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Trouble
from framing.exchange.columns import ColumnMap
from framing.exchange.formats import READERS, reader_of
from framing.study.faults import Fault
from tests.exchange import workbooks
from tests.exchange.damage import damaged, reads_in_words

HEAD = ["No.", "Paper", "Day of\nissue", "Title", "Page"]
ROWS: workbooks.Rows = [
    ["Cuttings of 2014", "", "", "", ""],
    ["", "", "", "", ""],
    HEAD,
    ["1", "朝日新聞", "18/3/2014", "港に「市」が立つ", "第３面"],
    ["", "", "", "", ""],
    ["2", "Российская газета", "4/7/2014", 'Рыбаки; "ждут", квот', "NA"],
    ["3", "NA", "March 2014", "=A1", "A1"],
]
MAP = ColumnMap(
    {"outlet": "Paper", "date": "Day of issue", "headline": "Title", "page": 5},
    header_row=3,
    missing=("NA",),
    date_order="dmy",
)


def csv_text(separator: str, rows: workbooks.Rows = ROWS) -> str:
    quoted = [[f'"{str(cell).replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    return "\r\n".join(separator.join(row) for row in quoted) + "\r\n"


def items(raw: bytes, declaration: ColumnMap = MAP, encoding: str = "") -> list[Item]:
    export = Export("table", raw, encoding, declaration)
    assert reader_of(export)[0] == "table"
    return list(READERS["table"].read(export))


def clippings(raw: bytes, declaration: ColumnMap = MAP) -> list[Clipping]:
    return [item for item in items(raw, declaration) if isinstance(item, Clipping)]


def told(found: Sequence[Clipping]) -> list[tuple[str, str, str, str]]:
    return [(one.place, one.outlet, one.printed, one.page) for one in found]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_its_dialects(separator: str, encoding: str) -> None:
    found = clippings(csv_text(separator).encode(encoding))
    assert told(found) == [
        ("row 4", "朝日新聞", "2014-03-18", "第３面"),
        ("row 6", "Российская газета", "2014-07-04", ""),
        ("row 7", "", "March 2014", "A1"),
    ]
    assert found[1].headline == 'Рыбаки; "ждут", квот'


@pytest.mark.parametrize("encoding", ["cp932", "cp1251"])
def test_the_encoding_that_a_map_declares(encoding: str) -> None:
    rows = [HEAD, ["1", {"cp932": "朝日新聞", "cp1251": "Газета"}[encoding], "2014-03-18", "x", ""]]
    raw = csv_text(",", rows).encode(encoding)
    assert clippings(raw, MAP._replace(encoding=encoding, header_row=1))[0].outlet == rows[1][1]
    with pytest.raises(NotReadableError, match="not in utf-8"):
        items(raw, MAP._replace(encoding=encoding), "utf-8")


def test_the_separator_that_excel_tells() -> None:
    raw = b"sep=|\r\nPaper|Day\r\nA|2014-03-18\r\n"
    assert told(clippings(raw, ColumnMap({"outlet": "Paper", "date": "Day"}))) == [("row 2", "A", "2014-03-18", "")]


def test_a_workbook() -> None:
    for raw in (workbooks.xlsx({"Empty": [], "A": ROWS}), workbooks.ods(ROWS)):
        found = clippings(raw)
        assert told(found)[:2] == [
            ("row 4", "朝日新聞", "2014-03-18", "第３面"),
            ("row 6", "Российская газета", "2014-07-04", ""),
        ]
    assert clippings(workbooks.xlsx({"A": ROWS}))[2].headline == "computed", "a formula is its last result"


def test_of_several_sheets_one_is_named() -> None:
    raw = workbooks.xlsx({"A": ROWS, "B": ROWS[2:]})
    with pytest.raises(NotReadableError, match="the sheets 'A', 'B'; name one"):
        items(raw)
    found = clippings(raw, MAP._replace(sheet="B", header_row=1))
    assert [one.place for one in found] == ["sheet B, row 2", "sheet B, row 4", "sheet B, row 5"]


def test_a_table_without_names_and_codes_with_their_meaning() -> None:
    raw = b"1;20140318;Boats;w\n2;20140319;Nets;?\n"
    declaration = ColumnMap(
        {"date": 2, "headline": 3, "outlet": 1, "medium": 4},
        header_row=0,
        values={"outlet": {"1": "yomiuri"}, "medium": {"w": "web"}},
    )
    first, second = clippings(raw, declaration)
    assert (first.outlet, first.medium, first.remarks) == ("yomiuri", "web", ())
    assert (second.outlet, second.medium, "'?' is none of" in second.remarks[0]) == ("2", "unknown", True)


def test_dates_of_spreadsheets() -> None:
    raw = b"Day\n2014-03-18 00:00:00\n18.10.14\n31/9/2014\n4/7/2014\n"
    plain = ColumnMap({"date": "Day"}, {"outlet": "x"}, separator=";")
    assert [one.printed for one in clippings(raw, plain)] == ["2014-03-18", "18.10.14", "31/9/2014", "4/7/2014"]
    ordered = plain._replace(date_order="dmy", years_from=1950)
    assert [one.printed for one in clippings(raw, ordered)][1:] == ["2014-10-18", "2014-09-31", "2014-07-04"]


def test_a_row_that_does_not_fit_is_told() -> None:
    raw = b"Paper,Day,Title\nA,2014-03-18,Boats, nets\nA,2014-03-18\nA,2014-03-18,Boats,,\n"
    first, second, third = items(raw, ColumnMap({"outlet": "Paper", "date": "Day", "headline": "Title"}))
    assert isinstance(first, Trouble)
    assert isinstance(second, Trouble)
    assert (first.place, "4 cells, but the header has 3" in first.message) == ("row 2", True)
    assert (second.place, isinstance(third, Clipping)) == ("row 3", True)


@pytest.mark.parametrize(
    ("raw", "change", "said"),
    [
        (csv_text(",").encode(), {"columns": {"outlet": "Papper", "date": "Day"}}, "did you mean 'Paper'"),
        (csv_text(",").encode(), {"columns": {"outlet": 9, "date": 2}}, "there are 5 columns, and no column 9"),
        (csv_text(",").encode(), {"header_row": 99}, "no column 'Paper' for outlet"),
        (b"A,A,Day\n", {"columns": {"outlet": "A", "date": "Day"}, "header_row": 1}, "columns 1 and 2 are called 'A'"),
        (b'Paper,Day\nA,"' + b"x" * 6_000_000, {"columns": {"outlet": 1, "date": 2}, "header_row": 1}, "never closed"),
        (b"x" * 6_000_000, {"columns": {"outlet": 1, "date": 2}, "header_row": 1}, "never closed"),
        (b"Paper,Day\n\0", {}, "not certain"),
        (b"PK\x03\x04 xl/workbook.xml", {}, "cut off or damaged"),
        (workbooks.xlsx({"A": ROWS})[:900], {}, "cut off or damaged"),
        (b"\xd0\xcf\x11\xe0 no workbook", {}, "save it again as xlsx"),
        (workbooks.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), {}, "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(raw: bytes, change: dict[str, object], said: str) -> None:
    with pytest.raises(NotReadableError, match=said):
        items(raw, MAP._replace(**change))


def test_a_workbook_that_would_fill_the_memory_is_not_opened() -> None:
    wide = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="9000"><text:p>x</text:p></table:table-cell></table:table-row>'
    with pytest.raises(NotReadableError, match="more than 10,000,000 cells"):
        items(workbooks.ods(ROWS, wide))
    bomb = workbooks.packed({"xl/workbook.xml": "0" * (packed.RATIO * packed.SMALL)})
    with pytest.raises(NotReadableError, match="unpack to far more"):
        items(bomb)


def test_entities_are_not_followed() -> None:
    raw = workbooks.ods(ROWS)
    assert clippings(raw)
    names = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
    with pytest.raises(NotReadableError):
        items(
            workbooks.packed(
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": names + "<a>&e11;</a>"}
            )
        )


def test_maps_are_proposed_by_the_names_of_columns() -> None:
    table = cells.table(Export("a.csv", csv_text(";").encode()))
    assert table
    assert (table.separator, maps.header_row(table.rows)) == (";", 3)
    assert maps.named(HEAD) == {"outlet": 2, "headline": 4, "page": 5}
    assert cells.table(Export("a.html", b"<html>a,b\nc,d\n")) is None
    assert cells.table(Export("a.txt", b"no table\n")) is None
    prose = b"Boats, nets and ropes.\nThe harbour was quiet.\nMen, women, children, dogs.\nAll, then, slept.\nA, b.\n"
    assert cells.table(Export("a.txt", prose)) is None


def test_every_fault_of_a_map_is_told() -> None:
    found = maps.read(b'{"columns": {"outlet": 0, "dat": "Day"}, "header_row": "3"}', "map.json")
    assert isinstance(found, list)
    assert [str(fault) for fault in found] == [
        "map.json::/columns/dat: the key 'dat' does not belong here; did you mean 'date'?",
        "map.json::/columns/outlet: 0 given; at least 1 needed",
        "map.json::/header_row: '3' is not allowed here; it must be a whole number",
    ]
    assert isinstance(maps.read(b"[", "map.json"), list)
    assert isinstance(maps.read(b"[]", "map.json"), list)
    assert all(isinstance(fault, Fault) for fault in found)


@pytest.mark.parametrize("raw", [csv_text(",").encode(), workbooks.xlsx({"A": ROWS}), workbooks.ods(ROWS)], ids=["csv", "xlsx", "ods"])  # fmt: skip
@given(data=st.data())
def test_no_damage_makes_it_stumble(raw: bytes, data: st.DataObject) -> None:
    reads_in_words("table", Export("table", data.draw(damaged(raw)), map=MAP))
