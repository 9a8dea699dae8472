"""Wide tables of codings: two rows of headings, several sheets, formulas, damage."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exchange import packed
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import workbook as book
from framing.exchange.codings.formats import FORMS, form_of
from framing.exchange.codings.line import Line, Remark
from framing.exchange.codings.mapping import Map, as_map, read
from framing.study import check
from tests.exchange.coding_workbooks import workbook
from tests.exchange.codings_study import OTHERWISE, SHARED, imported, mapped, run, study

__all__ = ["study"]

TITLE = ["見出し\n(Headline)", "Date", "Paper", "Coder", "Judgement", None, "Causes", None, None, "Frame", "Note"]
HEADS = [None, None, None, None, "Tone", "Outlook", "weather", "crew", "harbour", None, None]
ROWS: list[list[str | int | None]] = [
    [
        "First ferry leaves empty",
        "3 March 2026",
        "The Harbour Post",
        "Boris",
        1,
        9,
        1,
        1,
        None,
        "Economic consequences",
        "a",
    ],
    [None, None, None, None, None, None, None, None, None, None, None],
]
MAP = {
    "header_row": [1, 2],
    "article": {"headline": "見出し (Headline)", "date": "Date", "outlet": "Paper"},
    "coder": "Coder",
    "columns": {
        "Tone": "tone", "Outlook": "outlook", "Frame": "frames/primary", "Note": "memo",
        "weather": "causes=weather", "crew": "causes=crew", "harbour": "causes=harbour",
    },
    "values": {"tone": {"1": -1, "2": 0, "3": 1}},
    "missing": {"9": "unknown"},
    "otherwise": {**OTHERWISE, "voice": "outlet"},
}  # fmt: skip
WHOLE = workbook({"Codes": [TITLE, HEADS, *ROWS], "Notes": [["do not read", None], ["x", "y"]]})


def saved(folder: Path, raw: bytes, name: str = "sheet.xlsx") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def headline(study: Path) -> str:
    record = json.loads((study / "coded" / "articles" / "harbour-post-2026-03-03.json").read_bytes())
    return str(next(iter(record["headline"].values())))


def rows(study: Path, **other: object) -> bytes:
    row = [headline(study), *ROWS[0][1:]]
    for place, cell in other.items():
        row[int(place.removeprefix("c"))] = cell  # type: ignore[call-overload]
    return workbook({"Codes": [TITLE, HEADS, ROWS[1], row], "Notes": [["do not read", None]]})


def test_a_sheet_with_two_rows_of_headings_comes_in(study: Path, tmp_path: Path) -> None:
    path, map_ = saved(tmp_path, rows(study)), mapped(tmp_path, **MAP, sheets={"Codes": {}})
    code, _, told = run(study, path, "--map", map_, "--write")
    assert code == 0, told
    assert "sheet Notes: left out" in told
    assert check.faults(study) == []
    (record,) = imported(study, "boris")
    assert record["article"] == "harbour-post-2026-03-03"
    assert record["values"] == {"voice": "outlet", "tone": -1, "outlook": "unknown", "causes": ["weather", "crew"]}
    assert (record["frames"]["primary"], record["memo"]) == ("economy", "a")
    assert run(study, path, "--map", map_, "--write")[1].splitlines()[2] == "imported before\t1"


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("c4", 7, "sheet Codes, row 4, column Tone: '7' is not an answer of tone"),
        ("c4", "=A1", f"row 4, column Tone: '{book.UNCALCULATED}' is not an answer of tone"),
        ("c6", "maybe", "row 4, column weather: 'maybe' is neither yes (1, x) nor no (0, empty)"),
        ("c0", "No such headline", "row 4: no article of the study has"),
        ("c1", "2026-03-04 00:00:00", "row 4: no article of the study has"),
        ("c1", "3/4/2026", "row 4: '3/4/2026' may be"),
        ("c1", "31 September 2026", "is a day that the calendar does not have"),
        ("c2", "The Moon", "row 4: no outlet of the study is called 'The Moon'"),
        ("c3", "Борис", "row 4: 'Борис' cannot be the id of a coder"),
        (
            "c9",
            "Economics",
            "row 4, column Frame: 'Economics' is not an answer of frames/primary; did you mean 'econom",
        ),
    ],
)
def test_every_fault_has_its_sheet_row_and_column(
    study: Path, tmp_path: Path, column: str, cell: str | int, words: str
) -> None:
    path, map_ = saved(tmp_path, rows(study, **{column: cell})), mapped(tmp_path, **MAP, sheets={"Codes": {}})
    code, _, told = run(study, path, "--map", map_, "--write")
    assert (code, imported(study, "boris")) == (1, [])
    assert words in told, told


def test_csv_and_tsv_of_other_programs(study: Path, tmp_path: Path) -> None:
    map_ = mapped(
        tmp_path,
        article="id",
        missing={"NA": "unknown"},
        otherwise={**OTHERWISE, "voice": "outlet", "outlook": "unknown"},
    )
    table = "id;frames/primary;tone;causes\nharbour-post-2026-03-03;economy;-1;weather;crew\n"
    ragged = saved(tmp_path, table.encode(), "a.csv")
    code, _, told = run(study, ragged, "--map", map_, "--coder", "boris")
    assert (code, "row 2: has 5 cells, but the heading has 4" in told) == (1, True), told
    for text, encoding in (
        ("sep=;\r\nid;frames/primary;tone;causes\r\nharbour-post-2026-03-03;economy;NA;none\r\n", "utf-8-sig"),
        ("id\tframes/primary\ttone\tcauses\nharbour-post-2026-03-03\teconomy\tNA\tnone\n", "utf-16"),
    ):
        path = saved(tmp_path, text.encode(encoding), "b.csv")
        code, shown, told = run(study, path, "--map", map_, "--coder", "boris")
        assert (code, shown.splitlines()[1]) == (0, "new\t1"), told


@pytest.mark.parametrize("raw", [WHOLE, b"id,tone\na,1\n"], ids=["xlsx", "csv"])
@settings(max_examples=60)
@given(data=st.data())
def test_damage_ends_in_words(raw: bytes, data: st.DataObject) -> None:
    damaged = bytearray(raw[: data.draw(st.integers(0, len(raw)))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(raw)), st.integers(0, 255)), max_size=20)):
        damaged[at : at + 1] = bytes([byte])
    export = Export("a", bytes(damaged))
    with suppress(NotReadableError):
        form_of(export)
    for form in FORMS.values():
        with suppress(NotReadableError):
            assert all(isinstance(item, Line | Trouble | Remark) for item in form.read(export, Map()))


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LIMIT", 1000)
    with pytest.raises(NotReadableError, match="would unpack to far more"):
        list(book.sheets(Export("a.xlsx", WHOLE)))


def test_the_sheets_of_a_japanese_study() -> None:
    path = SHARED / "16-excel-coding-sheet-ja" / "codingsheet-kato-2017.xlsx"
    if not path.is_file():
        pytest.skip("needs ../shared/data/import")
    export = Export(path.name, path.read_bytes())
    name, form = form_of(export)
    found = list(form.read(export, as_map({"header_row": [1, 2]}, {})))
    lines = [item for item in found if isinstance(item, Line)]
    assert (name, [item for item in found if isinstance(item, Trouble)]) == ("xlsx", [])
    assert [sum(line.sheet == sheet for line in lines) for sheet in ("米国価値判断表", "北朝鮮価値判断表")] == [26, 26]
    first = lines[0]
    assert (first.first("記事ID"), first.first("C")) == ("1", "A")
    assert first.first("米国関連見出し") == "マツダも制裁回避策　現地部品調達拡大　日米自動車協議推移にらみ"
    assert (first.first("価値印象"), first.first("主題")) == ("", book.UNCALCULATED)
    assert [item.message.split(" without")[0] for item in found if isinstance(item, Remark)] == [
        "has 26 formula(s)"
    ] * 2


def test_the_map_of_the_guide_is_one() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "how-to" / "import-codings.md").read_text(encoding="utf-8")
    told = guide.split("```json\n")[1].split("```")[0]
    assert as_map(read(told.encode(), "map.json"), {}).columns["crew"] == "causes=crew"
    assert all(f"`{name}`" in guide for name in FORMS)


def test_sheets_that_ask_different_questions_make_one_coding(study: Path, tmp_path: Path) -> None:
    name = "harbour-post-2026-03-03"
    sheet: list[list[str | int | None]] = [["An export of March", None], ["id", "Tone"], [None, None], [name, 1]]
    path = saved(tmp_path, workbook({"Line": sheet, "Port": sheet}))
    rest = {**OTHERWISE, "voice": "outlet", "causes": ["weather"], "frames/primary": "economy"}
    told = {"header_row": 2, "article": "id", "otherwise": rest}
    sheets = {
        "Line": {"columns": {"Tone": "tone"}},
        "Port": {"columns": {"Tone": "outlook"}, "values": {"outlook": {"1": -1}}},
    }
    code, _, said = run(study, path, "--map", mapped(tmp_path, **told, sheets=sheets), "--coder", "boris", "--write")
    assert code == 0, said
    assert check.faults(study) == []
    (record,) = imported(study, "boris")
    assert (record["values"]["tone"], record["values"]["outlook"]) == (1, -1)
    both = {name: {"columns": {"Tone": "tone"}} for name in sheets}
    code, _, said = run(
        study, path, "--map", mapped(tmp_path, **told, sheets=both), "--coder", "dora", "--kind", "person"
    )
    assert (code, "sheet Port, row 4, column Tone: dora answers tone of harbour-post" in said) == (1, True), said
    lost = mapped(tmp_path, **told, sheets={"Lime": {}})
    assert "there is no sheet 'Lime'; did you mean 'Line'?" in run(study, path, "--map", lost, "--coder", "boris")[2]
