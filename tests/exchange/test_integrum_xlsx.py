"""Workbooks of Integrum: dates of two digits, the headline and the date again in the text; and workbooks that are traps."""

import io
import struct
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.exchange import packed as guard
from framing.exchange import workbook
from framing.exchange.clipping import Clipping, Export, NotReadableError, Searched
from framing.exchange.formats import reader_of
from framing.exchange.readers import integrum_xlsx
from framing.exchange.records import dated
from tests.exchange.reading import FILES, clippings, damaged, items, told
from tests.exchange.sheets import packed, parts, sheet

FILE = FILES / "integrum.xlsx"
RAW = FILE.read_bytes()
HEADS = ["Источник", "Дата", "Время", "Заголовок", "Анонс"]
PLAIN = sheet([HEADS, ["Канал", "28.02.05", "00:00", "Лёд", "Лёд сошёл."]])


def found(*rows: list[str]) -> list[Clipping]:
    read = integrum_xlsx.read(Export("a.xlsx", packed(parts(sheet([HEADS, *rows])))))
    return [item for item in read if isinstance(item, Clipping)]


def refused(raw: bytes) -> str:
    with pytest.raises(NotReadableError) as error:
        reader_of(Export("a.xlsx", raw))
    return str(error.value)


def test_an_article_has_what_its_row_says() -> None:
    assert items(FILE, "integrum-xlsx")[0] == Searched("Integrum", "", None)
    first, second, third = clippings(FILE, "integrum-xlsx")
    assert first == Clipping(
        place="row 2",
        outlet="Портовый канал: Новости",
        printed="28.02.2005",
        headline="Рыбаки вернулись в порт",
        language="ru",
        byline=("Веселова Анна Ивановна", "Громов Пётр"),
        section="Новости",
        url="https://example.org/news/1",
        text="В порт пришло судно. Рынок открыт.\nЛёд сошёл.",
    )
    assert dated(first.printed) == ("2005-02-28", "")
    assert (second.printed, second.text) == ("27.02.1997", ""), "no text repeats it, but the archive has no older years"
    assert third.place == "row 5", "an empty row is not an article"
    assert third.remarks == ("the text begins with another date, 25.02.2005, than the row, 26.02.05",)
    assert (third.printed, third.section, third.text) == ("26.02.2005", "", "Лёд стоит.")


def test_a_day_that_a_spreadsheet_turned_into_a_date_is_read() -> None:
    (one,) = found(["Канал", "2005-02-28 00:00:00", "00:00", "Лёд", "Лёд сошёл."])
    assert dated(one.printed) == ("2005-02-28", "")


def test_a_year_whose_century_is_not_certain_stays_as_it_is_printed() -> None:
    (one,) = found(["Канал", "05.06.45", "00:00", "Лёд", "Лёд сошёл."])
    assert one.printed == "05.06.45"
    assert "two digits" in dated(one.printed)[1]
    (other,) = found(["Канал", "05.06.45", "00:00", "Лёд", "Лёд\n\n05.06.1945\nЛёд сошёл."])
    assert other.printed == "05.06.1945"


def test_a_text_without_its_headline_is_whole() -> None:
    (one,) = found(["Канал", "28.02.05", "00:00", "Лёд сош…", "Лёд сошёл\n\nВесна."])
    assert one.text == "Лёд сошёл\n\nВесна."


def test_a_workbook_of_something_else_is_not_taken_for_it() -> None:
    other = Export("a.xlsx", packed(parts(sheet([["Источник", "Дата"], ["Канал", "28.02.05"]]))))
    assert not integrum_xlsx.recognises(other)
    with pytest.raises(NotReadableError, match="has no row with the heads"):
        list(integrum_xlsx.read(other))


def test_rows_are_counted_as_the_sheet_counts_them() -> None:
    raw = packed(parts(sheet([HEADS, ["Канал", "28.02.05", "", "Лёд"]], first=4)))
    (one,) = [item for item in integrum_xlsx.read(Export("a.xlsx", raw)) if isinstance(item, Clipping)]
    assert one.place == "row 5"


def test_a_bomb_is_not_unpacked() -> None:
    assert "far more than a file of its kind" in refused(packed(parts(PLAIN) | {"xl/media/a.xml": b"0" * 30 * 2**20}))
    with ZipFile(out := io.BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name in range(guard.PARTS + 1):
            archive.writestr(str(name), b"")
    assert "far more" in refused(out.getvalue())


def test_a_bomb_that_hides_its_size_is_found() -> None:
    raw = bytearray(packed(parts(PLAIN) | {"xl/media/a.xml": b"0" * 30 * 2**20}))
    place = raw.rindex(b"PK\x01\x02")
    raw[place + 24 : place + 28] = struct.pack("<I", 100)
    assert "far more" in refused(bytes(raw))


def test_a_sheet_that_reaches_too_far_is_refused_with_its_size() -> None:
    far = PLAIN.replace("</row>", '<c r="XFD1048576"><v>1</v></c></row>', 1)
    raw = packed(parts(far))
    with pytest.raises(NotReadableError, match="row 1048576 and column 16384"):
        workbook.sheets(Export("a.xlsx", raw))


def test_an_entity_is_not_expanded() -> None:
    raw = packed(parts('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + PLAIN.replace("Лёд сошёл", "&b;", 1)))
    with pytest.raises(NotReadableError, match="save it again as xlsx"):
        workbook.sheets(Export("a.xlsx", raw))


def test_other_traps_end_in_words() -> None:
    assert "cut off or damaged" in refused(RAW[:-40])
    with ZipFile(out := io.BytesIO(), "w", ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "a")
    assert "unusual way" in refused(out.getvalue())
    locked = bytearray(RAW)
    locked[RAW.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(bytes(locked))
    with pytest.raises(NotReadableError, match=r"row 2: a cell holds U\+0000"):
        workbook.sheets(Export("a.xlsx", packed(parts(PLAIN.replace("Лёд", "\0", 1)))))


@given(raw=damaged(RAW))
def test_no_damage_makes_it_stumble(raw: bytes) -> None:
    told(integrum_xlsx.READER, raw)


@given(data=st.data())
def test_no_damage_inside_makes_it_stumble(data: st.DataObject) -> None:
    """Most damage breaks a checksum; what another program wrote wrong does not."""
    name = data.draw(st.sampled_from(sorted(parts(PLAIN))))
    part = data.draw(damaged(parts(PLAIN)[name].encode()))
    told(integrum_xlsx.READER, packed(parts(PLAIN) | {name: part}))
