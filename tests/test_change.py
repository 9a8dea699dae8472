"""Entries of registers are changed as a whole or not at all, and nothing that was not named is lost."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.cli import asking, console
from framing.study import check
from framing.study.begin import changing, registers
from tests.ran import contents
from tests.test_begin import TOLD, ran, register
from tests.workbench.test_prompt import scripted

ROOT = Path(__file__).parents[1]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "ferries"
    assert ran("init", folder, *TOLD)[0] == console.GOOD
    line = ("add", "event", "The ferry line", "--kind", "umbrella", "--date", "2026-01/2026-06")
    part = ("add", "event", "First ferry", "--date", "2026-03-02", "--kind", "ceremony", "--part-of", "the-ferry-line")
    for each in (line, part):
        assert ran(*each, "--study", folder)[0] == console.GOOD
    return folder


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The essay's study, with articles and codings."""
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def entry(study: Path, name: str, id_: str) -> dict[str, Any]:
    return next(each for each in register(study, name) if each["id"] == id_)


def test_what_is_named_changes_and_all_else_stays(study: Path) -> None:
    before = entry(study, "events", "first-ferry")
    code, shown, told = ran(
        "change",
        "event",
        "first-ferry",
        "--date",
        "2026年3月3日",
        "--label",
        "ja=就航",
        "--actor",
        "Japan",
        "--study",
        study,
    )
    assert (code, shown) == (console.GOOD, "first-ferry\n")
    assert told == '  labels/ja: — → 就航\n  date: 2026-03-02 → 2026-03-03\n  actors: — → ["JP"]\n'
    made = entry(study, "events", "first-ferry")
    labels = {"en": "First ferry", "ja": "就航"}
    assert made == {**before, "labels": labels, "date": "2026-03-03", "actors": ["JP"]}
    assert check.faults(study) == []
    assert ran("change", "event", "first-ferry", "--label", "ja=", "--actor", "", "--study", study)[0] == console.GOOD
    assert entry(study, "events", "first-ferry") == {**before, "date": "2026-03-03"}


def test_an_outlet_and_a_coder_change(study: Path) -> None:
    words = ("change", "outlet", "harbour-post", "--name", "Harbour Mail", "--short", "ja=港", "--language", "Japanese")
    assert ran(*words, "--frequency", "daily", "--study", study)[0] == console.GOOD
    made = entry(study, "outlets", "harbour-post")
    assert (made["names"]["en"], made["names"]["romanised"]) == ("Harbour Mail", "Harbour Mail")
    assert (made["names"]["own"], made["names"]["ja"], made["language"], made["frequency"]) == (
        "Harbour Post",
        "港",
        "ja",
        "daily",
    )
    words = ("change", "coder", "ben", "--language", "ja", "--language", "ru", "--adjudicator", "--study", study)
    assert "adjudicator: — → true" in ran(*words)[2]
    assert entry(study, "coders", "ben")["languages"] == ["ja", "ru"]
    assert ran(*words)[2] == "ben is already so; nothing was changed.\n"
    assert ran("change", "coder", "ben", "--no-adjudicator", "--study", study)[0] == console.GOOD
    assert "adjudicator" not in entry(study, "coders", "ben")
    assert check.faults(study) == []


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("event", "first-ferry", "--date", "2026-02-31", "--kind", "ceremny", "--part-of", "nothing", "--label", "de=Erste"), ["--date: ", "--kind: ", "did you mean 'ceremony'?", "--part-of: ", "--label de=…: ", "4 fault(s)"]),
        (("event", "the-ferry-line", "--kind", "meeting"), ["events/1/part_of", "nothing was changed"]),
        (("event", "first-ferry", "--date", ""), ["--date: "]),
        (("outlet", "harbour-post", "--language", "xx", "--country", "QQ"), ["--language: ", "--country: ", "2 fault(s)"]),
        (("outlet", "harbour-post", "--name", "Kaikō Shimbun"), ["already stands for 'kaiko-shimbun'"]),
        (("coder", "ben", "--kind", "persn", "--made", "short"), ["did you mean 'person'?", "--made"]),
        (("coder", "bem", "--kind", "person"), ["ID: there is no coder 'bem'; did you mean 'ben'?"]),
        (("coder", "ben"), ["Say what changes, such as"]),
    ],
)  # fmt: skip
def test_what_would_break_check_is_refused_with_all_its_faults(
    words: tuple[str, ...], parts: list[str], study: Path
) -> None:
    before = contents(study)
    code, shown, told = ran("change", *words, "--study", study)
    assert (code != console.GOOD, shown) == (True, "")
    assert [part for part in parts if part not in told] == []
    assert contents(study) == before


def test_a_change_that_would_break_a_coding_is_refused(whole: Path) -> None:
    before = contents(whole)
    coding = json.loads(next((whole / "coded/codings/c").glob("*.json")).read_text(encoding="utf-8"))
    code, _, told = ran("change", "coder", coding["coder"], "--adjudicator", "--study", whole)
    assert code == console.FAULTY
    assert "coded/codings/c/" in told
    assert contents(whole) == before


def test_nothing_that_no_question_asks_for_is_lost(whole: Path) -> None:
    """Every entry of the essay's registers: read as answers and made again, it is itself."""
    for kind, name in (("outlet", "outlets"), ("event", "events"), ("coder", "coders")):
        for each in register(whole, name):
            assert changing.changed(kind, each, {}) == each
            assert changing.changed(kind, each, changing.answers_of(kind, each)) == each
    cut = next(each["id"] for each in register(whole, "events") if each.get("cut"))
    assert ran("change", "event", cut, "--note", "Seen again.", "--study", whole)[0] == console.GOOD
    assert entry(whole, "events", cut)["cut"] is True
    assert check.faults(whole) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(label=st.text(max_size=30), date=st.text(max_size=12) | st.just("2026-03-09"), note=st.text(max_size=30))
def test_a_change_round_trips_or_changes_no_byte(study: Path, label: str, date: str, note: str) -> None:
    path = study / "coded/events.json"
    before = path.read_bytes()
    words = ["change", "event", "first-ferry", f"--label=en={label}", f"--date={date}", f"--note={note}"]
    code = ran(*words, "--study", study)[0]
    if path.read_bytes() != before:
        assert code == console.GOOD
        assert check.faults(study) == []
        assert entry(study, "events", "first-ferry").get("note", "") == note.strip()
    path.write_bytes(before)


def test_present_answers_are_asked_for_in_the_language_of_the_study(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    typed = ["", "就航", "", "2026-03-03", "", "JP", "-"]
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(typed, told))
    assert ran("change", "event", "first-ferry", "--study", study)[0] == console.FAULTY
    assert entry(study, "events", "first-ferry")["date"] == "2026-03-02", "where a date comes from is needed"
    told.clear()
    typed = ["", "就航", "", "2026-03-03", "", "JP", ""]
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(typed, told))
    assert ran("change", "event", "first-ferry", "--study", study)[0] == console.GOOD
    made = entry(study, "events", "first-ferry")
    assert (made["labels"]["ja"], made["date"], made["actors"]) == ("就航", "2026-03-03", ["JP"])
    assert told[0].startswith("何も入力せずに")
    assert told[1].endswith("[First ferry]: ")


def test_of_two_who_change_at_once_one_is_told(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, judged = study / "coded/events.json", changing.faults

    def meanwhile(*given: Any) -> Any:
        path.write_bytes(path.read_bytes() + b"\n")
        return judged(*given)

    monkeypatch.setattr(changing, "faults", meanwhile)
    code, _, told = ran("change", "event", "first-ferry", "--note", "x", "--study", study)
    assert (code, "changed meanwhile" in told) == (console.CONFLICT, True)
    assert registers.file_of("event") in told
