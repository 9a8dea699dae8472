"""Kinds of events are the study's own: more of them while it is made, and at any time after."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from framing.cli import asking, console
from framing.study import check
from tests.ran import contents
from tests.test_begin import TOLD, ran, register
from tests.workbench.test_prompt import scripted

ROOT = Path(__file__).parents[1]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "ferries"
    kinds = ("--event-kind", "Strike; ja=ストライキ; ru=Забастовка", "--event-kind", "Other")
    assert ran("init", folder, *TOLD, *kinds)[0] == console.GOOD
    return folder


def kinds(study: Path) -> list[dict[str, Any]]:
    book = json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = book["vocabularies"]["event_kinds"]
    return listed


def test_a_study_begins_with_kinds_of_its_own(study: Path) -> None:
    assert [kind["id"] for kind in kinds(study)][-3:] == ["decision", "strike", "other"]
    assert kinds(study)[-2]["labels"] == {"en": "Strike", "ja": "ストライキ", "ru": "Забастовка"}
    assert check.faults(study) == []
    done = ran("add", "event", "Crews stay ashore", "--date", "2026-03-02", "--kind", "strike", "--study", study)
    assert done[:2] == (console.GOOD, "crews-stay-ashore\n")
    assert ran("report", "--study", study, "--lang", "ja")[0] == console.GOOD
    assert "ストライキ" in "".join(path.read_text(encoding="utf-8") for path in (study / "reports").rglob("*.html"))


def test_kinds_that_cannot_be_are_all_told_and_no_study_is_made(tmp_path: Path) -> None:
    wrong = ("--event-kind", "Meeting", "--event-kind", "ストライキ", "--event-kind", "Fire; de=Feuer")
    code, _, told = ran("init", tmp_path / "ferries", *TOLD, *wrong)
    assert (code, (tmp_path / "ferries").exists()) == (console.FAULTY, False)
    assert "--event-kind 'Meeting': --label: 'Meeting' is already what 'meeting' is called" in told
    assert "--event-kind 'ストライキ': --id: write it in small Latin letters" in told
    assert "--event-kind 'Fire; de=Feuer': --label: the study is not in 'de'" in told


def test_a_kind_is_added_and_codings_come_along(tmp_path: Path) -> None:
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, tmp_path / part)
    before = contents(tmp_path)
    code, shown, told = ran("add", "kind", "Strike", "--label", "ja=スト", "--study", tmp_path)
    assert (code, shown.splitlines()[-1]) == (console.GOOD, "strike")
    assert "migrate --undo" in told
    assert kinds(tmp_path)[-1] == {"id": "strike", "labels": {"en": "Strike", "ja": "スト"}}
    assert check.faults(tmp_path) == []
    assert ran("codebook", "migrate", "--undo", "--study", tmp_path)[0] == console.GOOD
    after = contents(tmp_path)
    assert {name: after[name] for name in before} == before


def test_all_that_is_wrong_with_a_kind_is_told_and_nothing_is_written(study: Path) -> None:
    before = contents(study)
    code, shown, told = ran("add", "kind", "Strike", "--label", "de=Streik", "--id", "Strike!", "--study", study)
    assert (code, shown) == (console.FAULTY, "")
    for part in ("--id: write it in small", "'Strike' is already what 'strike' is called", "not in 'de'", "3 fault(s)"):
        assert part in told
    assert "LABEL: is needed" in ran("add", "kind", "--study", study)[2]
    told = ran("add", "event", "First", "--date", "2026-03-02", "--kind", "stroke", "--study", study)[2]
    assert "--kind: there is no kind 'stroke' (`framing add kind` adds one); did you mean 'strike'?" in told
    assert (contents(study), register(study, "events")) == (before, [])


def test_a_kind_is_asked_for_in_the_language_of_the_study(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(["Sea trial", "試運転", ""], told))
    assert ran("add", "kind", "--study", study)[1].splitlines()[-1] == "sea_trial"
    assert kinds(study)[-1]["labels"] == {"en": "Sea trial", "ja": "試運転"}
    assert [line[:5] for line in told] == ["出来事の種", "同じことを", "同じことを"]


def test_where_no_kinds_are_listed_none_need_be_added(study: Path) -> None:
    path = study / "schemas/codebook.json"
    book = json.loads(path.read_text(encoding="utf-8"))
    del book["vocabularies"]["event_kinds"]
    path.write_text(json.dumps(book, ensure_ascii=False), encoding="utf-8")
    check.mend(study)
    code, _, told = ran("add", "kind", "Strike", "--study", study)
    assert (code, told) == (
        console.FAULTY,
        "The codebook lists no kinds of events, so events may name any; nothing was added.\n",
    )
    done = ran("add", "event", "First", "--date", "2026-03-02", "--kind", "anything", "--study", study)
    assert done[0] == console.GOOD
