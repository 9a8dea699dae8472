"""Pictures: the same bytes from run to run, one font that draws all the text, pages without network or evaluation."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import altair as alt
import polars as pl
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from framing.chart import picture
from framing.chart.parts import titled
from framing.chart.rows import values


def labelled(text: str) -> picture.Spec:
    drawn = alt.Chart(pl.DataFrame({"text": [text]})).mark_text().encode(text="text")
    return picture.spec(titled(drawn, text, []))


ROW = st.fixed_dictionaries(
    {
        "day": st.none() | st.dates(),
        "name": st.none() | st.sampled_from(["a", "б"]),
        "share": st.none() | st.floats(allow_nan=False),
        "few": st.none() | st.booleans(),
        "records": st.lists(st.sampled_from(["x", "y"])),
    }
)
KINDS = {
    "day": pl.Date,
    "name": pl.Enum(["a", "б"]),
    "share": pl.Float64,
    "few": pl.Boolean,
    "records": pl.List(pl.String),
}


@given(st.lists(ROW))
def test_rows_are_those_that_altair_would_write(rows: list[dict[str, object]]) -> None:
    table = pl.DataFrame(rows, schema=KINDS)
    assert values(table) == alt.data_transformers.get()(table)


def test_a_chart_holds_all_its_rows() -> None:
    drawn = alt.Chart(pl.DataFrame({"n": range(6_000)})).mark_point().encode(x="n")
    assert [len(rows) for rows in picture.spec(drawn)["datasets"].values()] == [6_000]


def test_vl_convert_draws_the_vega_lite_that_altair_writes() -> None:
    assert alt.VEGALITE_VERSION.startswith(f"{picture.VERSION}.")
    assert picture.VERSION in vl_convert.get_vegalite_versions()


@pytest.mark.parametrize("text", ["Yomiuri, n = 26", "Российская газета — «Курилы»", "−2 … ○ × 5–9 ≥ 10"])
def test_latin_and_cyrillic_need_no_installed_font(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picture, "FOLDERS", (tmp_path,))
    assert b'font-family="Liberation Sans, Arial' in picture.svg(labelled(text))


def test_kanji_without_a_font_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picture, "FOLDERS", (tmp_path, tmp_path / "absent"))
    for form in (".svg", ".png", ".pdf"):
        with pytest.raises(picture.FontMissing, match="fonts-noto-cjk"):
            picture.FORMS[form](labelled("読売新聞"))


def test_a_page_and_a_specification_need_no_font(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picture, "FOLDERS", (tmp_path,))
    assert "読売新聞" in picture.FORMS[".html"](labelled("読売新聞")).decode()
    assert "読売新聞" in picture.FORMS[".json"](labelled("読売新聞")).decode()


def test_the_best_installed_family_is_set_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "fonts"
    folder.mkdir(parents=True)
    (folder / "meiryo.ttc").touch()
    (folder / "ipaexg.ttf").touch()
    monkeypatch.setattr(picture, "FOLDERS", (tmp_path,))
    assert picture.family("日露 Россия") == "Meiryo"
    (folder / "NotoSansCJK-Regular.ttc").touch()
    assert picture.cjk_family() == "Noto Sans CJK JP"
    assert b'font-family="Noto Sans CJK JP, Noto Sans JP' in picture.svg(labelled("日露 Россия"))


def test_text_that_is_not_drawn_asks_for_no_font(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picture, "FOLDERS", (tmp_path,))
    rows = pl.DataFrame({"text": ["plain"], "headline": ["日露首脳会談"]})
    drawn = alt.Chart(rows).mark_text().encode(text="text", tooltip="headline")
    assert b"<text" in picture.svg(picture.spec(drawn))


@pytest.mark.parametrize("form", [".svg", ".png", ".html", ".json"])
def test_the_same_bytes_from_run_to_run(form: str) -> None:
    assert picture.FORMS[form](labelled("n = 26")) == picture.FORMS[form](labelled("n = 26"))


def test_every_form_is_what_its_ending_says() -> None:
    drawn = labelled("n = 26")
    begins = {".svg": b"<svg", ".png": b"\x89PNG", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>", ".json": b"{"}
    assert {form: make(drawn)[: len(begins[form])] for form, make in picture.FORMS.items()} == begins


def test_a_page_runs_only_its_own_scripts() -> None:
    page = picture.page({**labelled("</script><script>alert(1)</script>"), "usermeta": {"language": "ja"}}).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "unsafe-eval" not in policy[1]
    assert "script-src 'sha256-" in policy[1]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert "ast: true" in scripts[1]
    assert '<html lang="ja">' in page
    assert not re.search(r"(src|href)=", re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL))


def test_the_specification_in_a_page_is_the_chart() -> None:
    drawn = labelled("a < b & c")
    page = picture.page(drawn).decode()
    found = re.search(r'<script type="application/json" id="spec">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert "<" not in found[1]
    assert json.loads(found[1]) == drawn


def test_more_rows_than_altair_allows_in_a_notebook() -> None:
    rows = pl.DataFrame({"x": range(5001)})
    assert len(json.dumps(picture.spec(alt.Chart(rows).mark_point().encode(x="x")))) > 5001


def test_the_clock_of_the_machine_moves_nothing() -> None:
    """Bug: the axis of the timeline was drawn elsewhere in New York than in Tokyo."""
    code = (
        "import sys, polars as pl, altair as alt; from datetime import date; from framing.chart import picture;"
        "rows = pl.DataFrame({'day': [date(2014, 2, 9), date(2016, 2, 16)]});"
        "sys.stdout.buffer.write(picture.svg(picture.spec(alt.Chart(rows).mark_point().encode(x='day'))))"
    )
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "TZ": zone}, capture_output=True, check=True
        ).stdout
        for zone in ("Asia/Tokyo", "America/New_York")
    }
    assert len(drawn) == 1
