"""A study begins without JSON by hand: every scheme, every entry, and nothing half-written."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing.cli import app, asking, console
from framing.exchange import genres
from framing.study import canonical, check, levels, schema, validate
from framing.study.begin import entries, registers
from framing.study.begin.folder import Told, titles, written
from framing.study.begin.schemes import DEFAULT, schemes, untold
from framing.study.load import Document
from framing.words import languages, words
from tests.workbench.test_prompt import scripted

MATTER = "the new ferry line between two ports"
PAPERS = ("--paper", "Kaikō Shimbun = 海港新聞, ja, JP", "--paper", "Harbour Post, English, United Kingdom")
CODERS = ("--coder", "Aki Ono, ja, en", "--coder", "ben: 小野弁, ja")
TOLD = ("--title", "Ferries", "--title", "ja=フェリー", "--about", MATTER, "--languages", "ja, ru", *PAPERS, *CODERS)


def ran(*words: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def register(study: Path, name: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((study / f"coded/{name}.json").read_text(encoding="utf-8"))[name]
    return listed


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "ferries"
    assert ran("init", folder, *TOLD)[0] == console.GOOD
    return folder


def test_a_scheme_is_a_codebook_with_a_source() -> None:
    for scheme in schemes().values():
        told = Told(scheme, titles("Ferries", ["ja", "ru"], {}), MATTER, [], [], date(2026, 3, 1))
        book = json.loads(written(told)["schemas/codebook.json"])
        document = Document("codebook", "schemas/codebook.json", 0, b"", book, untidy=False)
        assert validate.faults(document, validate.fixed_contract("codebook")) == []
        assert list(untold(book)) == []
        assert "{" not in json.dumps([entry["definition"] for entry in (*book["frames"], *book["variables"])])
        assert any(year in scheme.source for year in ("1993", "2000", "2014"))
        labels = [entry["labels"] for entry in (*book["frames"], *book["variables"], *book["groups"])]
        assert {tuple(sorted(each)) for each in labels} == {("en", "ja", "ru")}
        cues = [
            cue
            for entry in (*book["frames"], *book["variables"])
            for words in entry.get("cues", {}).values()
            for cue in words
        ]
        assert all(any(letter.isalpha() for letter in cue) for cue in cues), "a cue is marked in texts"
        assert genres.told(genres.borne("（社説）赤字を誰が負うのか", book)), "the mark of an editorial is known"
    assert {len(book["frames"]) for book in map(_book, schemes())} == {5, 6, 15}
    assert (
        sum(len(each["values"]) - 1 for each in _book("semetko-valkenburg")["variables"] if each["level"] == "set")
        == 20
    )


def _book(name: str) -> dict[str, Any]:
    told = Told(schemes()[name], {"en": "Ferries"}, "", [], [], date(2026, 3, 1))
    book: dict[str, Any] = json.loads(written(told)["schemas/codebook.json"])
    return book


@pytest.mark.parametrize("frames", schemes())
def test_each_scheme_makes_a_study_that_is_checked_reported_and_coded(frames: str, tmp_path: Path) -> None:
    study = tmp_path / "ferries"
    assert ran("init", study, "--frames", frames, *TOLD)[0] == console.GOOD
    assert "CHANGE THIS" not in "".join(path.read_text(encoding="utf-8") for path in study.glob("coded/*.json"))
    assert "CHANGE THIS" not in (study / "schemas/codebook.json").read_text(encoding="utf-8")
    assert ran("check", "--study", study)[0] == ran("report", "--study", study)[0] == console.GOOD
    first_coding(study)
    assert check.faults(study) == []
    assert ran("report", "--study", study)[0] == console.GOOD
    assert "kaiko-shimbun" in (study / "reports/index.md").read_text(encoding="utf-8")


def first_coding(study: Path) -> None:
    """An article, and how the first coder reads it: each question answered by its first answer."""
    book = json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8"))
    article = {
        "$schema": "../../schemas/article.schema.json", "id": "kaiko-shimbun-2026-03-03", "outlet": "kaiko-shimbun",
        "date": {"published": "2026-03-03", "status": "as_cited", "cited": "2026-03-03"}, "medium": "print", "page": "1",
        "headline": {"original": "就航"}, "language": "ja", "genre": "news", "byline": [], "source": {"basis": "primary_full"},
    }  # fmt: skip
    frame = book["frames"][0]["id"]
    first = {each["id"]: (each["level"], levels.answers(each)[0]) for each in book["variables"]}
    coding = {
        "$schema": "../../../schemas/coding.schema.json", "article": article["id"], "coder": "aki-ono",
        "codebook": book["version"], "phase": "main", "coded_at": "2026-11-22T09:00:00Z", "minutes": None,
        "event": {"id": None, "relation": None}, "frames": {"primary": frame, "secondary": []},
        "values": {name: [value] if level == "set" else value for name, (level, value) in first.items()},
        "evidence": [{"supports": frame, "kind": "paraphrase", "text": "tells of the ferry", "lang": "en", "locator": "paragraph 1"}],
        "confidence": 2,
    }  # fmt: skip
    canonical.write(study / f"coded/articles/{article['id']}.json", canonical.as_file(article))
    canonical.write(study / f"coded/codings/aki-ono/{article['id']}.json", canonical.as_file(coding))
    check.mend(study)


def test_a_new_study_says_what_is_where(study: Path) -> None:
    guide = (study / "README.md").read_text(encoding="utf-8")
    assert "framing code --coder aki-ono" in guide
    assert "Kaikō Shimbun, Harbour Post" in guide
    assert "CHANGE THIS" not in guide
    assert [outlet["id"] for outlet in register(study, "outlets")] == ["kaiko-shimbun", "harbour-post"]
    assert register(study, "outlets")[0]["names"]["own"] == "海港新聞"
    assert [(coder["id"], coder["languages"]) for coder in register(study, "coders")] == [
        ("aki-ono", ["ja", "en"]),
        ("ben", ["ja"]),
    ]


def test_what_was_not_told_is_listed_to_be_written(tmp_path: Path) -> None:
    for name, options in (("all", ()), ("some", PAPERS)):
        assert ran("init", tmp_path / name, *options)[0] == console.GOOD
        guide = (tmp_path / name / "README.md").read_text(encoding="utf-8")
        assert "- `schemas/codebook.json`, `/purpose`" in guide
        assert ("`/outlets/0/owner`" in guide) == (name == "all")
        assert "- `coded/coders.json`, `/coders/0/name`" in guide


def test_all_that_is_wrong_with_a_new_study_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    wrong = ("--paper", "Kaiko, Japanes, Japn", "--paper", "海港新聞, ja, JP", "--paper", "Post", "--coder", "小野, ja")
    code, _, told = ran("init", tmp_path / "new", "--languages", "xx", *wrong)
    assert code == console.FAULTY
    for part in (
        "'xx'",
        "did you mean Japanese, ja?",
        "did you mean Japan, JP?",
        "no id can be made",
        "name, language, country",
        "6 fault(s)",
    ):
        assert part in told
    assert list(tmp_path.iterdir()) == []
    code, _, told = ran("init", tmp_path / "new", "--frames", "entmann")
    assert (code, "did you mean 'entman'?" in told) == (console.USAGE, True)


def test_schemes_are_listed_with_their_sources() -> None:
    code, shown, _ = ran("init", "--list-frames")
    assert code == console.GOOD
    assert [line.split("\t")[0] for line in shown.splitlines()[1:]] == list(schemes())
    assert next(iter(schemes())) == DEFAULT


def test_entries_are_added_by_options(study: Path) -> None:
    lines = [
        ("add", "outlet", "日報 = Nichi Post", "--language", "ja", "--country", "jp", "--ownership", "state"),
        ("add", "event", "The ferry line", "--kind", "umbrella", "--date", "2026-01/2026-06"),
        ("add", "event", "First ferry", "--label", "ja=就航", "--date", "2026年3月2日", "--kind", "ceremony", "--actor", "Japan", "--part-of", "the-ferry-line"),
        ("add", "coder", "Cas", "--language", "French", "--assigned", "nichi-post"),
        ("searched", "nichi-post", "--archive", "Kiosk", "--query", "フェリー, 就航", "--from", "2026-03-01", "--to", "2026-03-31", "--found", "0", "--event", "first-ferry", "--searched-by", "Cas"),
    ]  # fmt: skip
    names = [ran(*line, "--study", study)[1].strip() for line in lines]
    assert names[:4] == ["nichi-post", "the-ferry-line", "first-ferry", "cas"]
    assert check.faults(study) == []
    assert register(study, "events")[1]["actors"] == ["JP"]
    assert register(study, "searches")[0]["query"] == "フェリー, 就航"
    assert ran("report", "--study", study)[0] == console.GOOD


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("add", "outlet", "Harbour Post", "--language", "en", "--country", "GB"), ["already stands for 'harbour-post'"]),
        (("add", "outlet", "A", "--id", "ben", "--language", "ja", "--country", "QQ", "--panel", "cor"), ["no country 'QQ'", "did you mean 'core'?"]),
        (("add", "outlet"), ["NAME: is needed", "--language: is needed", "--country: is needed"]),
        (("add", "event", "First", "--label", "de=Erste", "--kind", "ceremny", "--date", "2026-02-31"), ["did you mean 'ceremony'?", "--label de=…", "--date"]),
        (("add", "event", "First", "--date", "2026-03-02"), ["--kind: is needed, one of ", "ceremony"]),
        (("add", "coder", "E", "--language", "jap", "--made", "short", "--kind", "persn"), ["--made", "did you mean 'person'?"]),
        (("add", "coder", "Aki Ono", "--language", "ja"), ["already stands for 'aki-ono'"]),
        (("add", "coder", "D", "--language", "ja", "--assigned", "harbour-pots"), ["--assigned", "did you mean 'harbour-post'?"]),
        (("searched", "harbour", "--archive", "K", "--query", "f", "--from", "2026-03-31", "--to", "2026-03-01", "--found", "x", "--searched-by", "B"), ["did you mean 'harbour-post'?", "--found", "--to"]),
    ],
)  # fmt: skip
def test_what_would_break_check_is_refused_with_all_its_faults(
    words: tuple[str, ...], parts: list[str], study: Path
) -> None:
    before = {path: path.read_bytes() for path in study.rglob("*.json")}
    code, shown, told = ran(*words, "--study", study)
    assert (code, shown) == (console.FAULTY, "")
    assert [part for part in parts if part not in told] == []
    assert before == {path: path.read_bytes() for path in study.rglob("*.json")}


def test_faults_of_before_stand_in_nobody_s_way(study: Path) -> None:
    path = study / "coded/coders.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"ja"', '"j"', 1), encoding="utf-8")
    assert (
        ran("add", "event", "First ferry", "--date", "2026-03-02", "--kind", "ceremony", "--study", study)[0]
        == console.GOOD
    )
    assert len(check.faults(study)) == 1


NAMES = st.text("abcdeйж港ō =-:,{}\n", min_size=1, max_size=12)
ANSWERS = st.fixed_dictionaries(
    {"label": NAMES, "date": st.sampled_from(["2026-03-02", "2026-03", "2026-02-30", "soon"])},
    optional={
        "id": st.sampled_from(["e1", "e-2", "E", "港", "taken"]), "kind": st.sampled_from(["ceremony", "meeting", "ceremny"]),
        "actors": st.sampled_from(["JP", "GB, JP", "JP, JP", "somebody"]), "label.ja": NAMES, "salience": st.sampled_from(["1", "4", "x"]),
        "part_of": st.sampled_from(["taken", "nothing"]), "note": NAMES,
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANSWERS)
def test_a_valid_entry_round_trips_and_an_invalid_one_changes_no_byte(study: Path, answers: dict[str, str]) -> None:
    path = study / "coded/events.json"
    path.write_bytes(canonical.as_file({"$schema": "../schemas/events.schema.json", "events": [TAKEN]}))
    before, read = path.read_bytes(), registers.read(study, "event")
    ground = asking.Requirements(entries.Known(["taken"]), lambda entry: registers.faults(study, read, [entry]))
    record, wrong = asking.judged("event", {"kind": "meeting", **answers}, ground)
    assert path.read_bytes() == before
    if not wrong:
        registers.append(study, read, [record])
        assert register(study, "events") == [TAKEN, canonical.ordered(record, validate.fixed_contract("events").order)]
        assert check.faults(study) == []
    elif record:
        path.write_bytes(registers.with_entries(read, [record]))
        assert check.faults(study) != []


LATIN = st.text("abceø ō'-.,=1", min_size=1, max_size=24)
OUTLETS = st.fixed_dictionaries(
    {"name": st.one_of(LATIN, NAMES), "language": st.sampled_from(["ja", "Russian", "zh-Hans", "jap", "ain", "j"])},
    optional={
        "own": NAMES, "country": st.sampled_from(["JP", "gb", "Russia", "QQ", "J"]), "id": st.sampled_from(["a.b", "A", "harbour-post"]),
        "short": LATIN, "colour": st.sampled_from(["#0072b2", "red"]), "ownership": st.sampled_from(["state", "sate"]),
        "frequency": st.sampled_from(["daily", "dayly"]), "not_published": st.sampled_from(["2026-01-02", "2026-1-2", "1026-01-02"]),
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OUTLETS)
def test_outlets_round_trip_or_change_no_byte(study: Path, answers: dict[str, str]) -> None:
    path = study / "coded/outlets.json"
    before, read = path.read_bytes(), registers.read(study, "outlet")
    ground = asking.Requirements(
        entries.Known(["kaiko-shimbun", "harbour-post"]), lambda entry: registers.faults(study, read, [entry])
    )
    record, wrong = asking.judged("outlet", {"country": "JP", **answers}, ground)
    assert path.read_bytes() == before
    if not wrong:
        registers.append(study, read, [record])
        assert register(study, "outlets")[2:] == [canonical.ordered(record, validate.fixed_contract("outlets").order)]
        assert check.faults(study) == []
        path.write_bytes(before)


def test_the_codebook_is_called_by_the_folder_where_the_title_has_other_letters(tmp_path: Path) -> None:
    assert ran("init", tmp_path / "Ferries 2", "--title", "フェリー")[0] == console.GOOD
    assert json.loads((tmp_path / "Ferries 2/schemas/codebook.json").read_text(encoding="utf-8"))["id"] == "ferries-2"


TAKEN = {
    "id": "taken", "labels": {"en": "The ferry line"}, "kind": "umbrella", "date": "2026", "status": "happened",
    "certainty": "unchecked", "date_source": "invented", "salience": 3,
}  # fmt: skip


def test_of_two_who_add_at_once_one_is_told(study: Path) -> None:
    read = registers.read(study, "event")
    registers.append(study, read, [TAKEN])
    with pytest.raises(registers.ChangedMeanwhileError):
        registers.append(study, read, [TAKEN | {"id": "other"}])
    assert [event["id"] for event in register(study, "events")] == ["taken"]


def test_answers_at_a_terminal_add_an_event(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    typed = ["First ferry", "就航", "", "soon", "ceremny", "ceremony", "JP", "", "", "2026-03-02"]
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(typed, told))
    assert ran("add", "event", "--study", study)[:2] == (console.GOOD, "first-ferry\n")
    assert any("「ceremony」ではありませんか" in line for line in told)
    assert register(study, "events")[0]["date"] == "2026-03-02"
    assert told[0].startswith("何が起きたか（英語の数語で）")
    assert told[1].startswith("同じことを日本語で")
    assert [line for line in told if line.startswith(tuple(ENGLISH))] == []
    before = (study / "coded/coders.json").read_bytes()
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(["Cas"], told))
    assert ran("add", "coder", "--study", study)[2] == "何も追加しませんでした。\n"
    assert (study / "coded/coders.json").read_bytes() == before


ENGLISH = [text.partition("{")[0] for text in words("begin", "en").values() if len(text.partition("{")[0]) > 8]
TYPED = (
    "ja, xx", "ja", "Ferries", MATTER, "3", "Kaikō Shimbun", "海港新聞", "Japanes", "ja", "Japan", "", "",
    "Aki Ono", "", "aki", "", "",
)  # fmt: skip


def test_a_study_is_made_from_answers_typed_at_a_terminal(tmp_path: Path) -> None:
    shown = typed_at_a_terminal(["init", str(tmp_path / "ferries")], TYPED)
    assert "there is no language 'xx'" in shown
    assert "「Japanes」という言語はありません。Japanese, ja ではありませんか" in shown
    assert "framing import articles FILE" in shown
    assert "framing code --coder aki" in shown
    study = tmp_path / "ferries"
    assert check.faults(study) == []
    assert [outlet["id"] for outlet in register(study, "outlets")] == ["kaiko-shimbun"]
    assert [(coder["id"], coder["languages"]) for coder in register(study, "coders")] == [("aki", ["ja"])]
    book = json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8"))
    assert (len(book["frames"]), list(book["title"])) == (15, ["en", "ja"])
    assert list(untold(book)) == []


def test_questions_are_asked_in_the_language_of_the_study(tmp_path: Path) -> None:
    shown = typed_at_a_terminal(["init", str(tmp_path / "ferries")], TYPED)
    first, _, rest = shown.partition("新しい研究を作ります")
    assert "Languages of labels beside English" in first
    assert [text for text in ENGLISH if text in rest] == []
    assert "new study" not in shown
    for question in ("題名（英語で）", "媒体1の名称", "国（JP、Japan など）", "コーダー1の名前"):
        assert question in rest
    shown = typed_at_a_terminal(["init", str(tmp_path / "again"), "--languages", "ru, ja"], ("Ferries", "", "", "", ""))
    assert shown.startswith("Новое исследование.")
    assert "Издание 1: название латиницей [позже]: " in shown


def test_a_language_that_is_unknown_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted(["Ferries", MATTER], shown))
    code, _, told = ran("init", tmp_path / "new", "--languages", "zz, ja")
    assert (code, shown, (tmp_path / "new").exists()) == (console.FAULTY, [], False)
    assert told.startswith("--languages: there is no language 'zz'")
    assert told.endswith("; nothing was made.\n")


def test_a_question_that_needs_an_answer_says_why_it_comes_again(study: Path) -> None:
    lines = ("Zyx Gazette", "", "", "en", "", "GB", "")
    shown = typed_at_a_terminal(["add", "outlet", "--study", str(study)], lines)
    say = words("begin", "ja")
    question, told = f"{say['outlet_language']}: ", say["needed"]
    before, first, after = shown.partition(question)
    assert (first, told in after.partition(question)[0], told in before) == (question, True, False)
    assert shown.count(told) == 2
    assert register(study, "outlets")[-1]["id"] == "zyx-gazette"


@pytest.mark.parametrize(
    ("command", "question"),
    [
        (("add", "outlet"), "名称（ローマ字で）"),
        (("add", "coder"), "名前または仮名（ローマ字で）"),
        (("searched",), "検索した媒体"),
    ],
)
def test_a_register_is_asked_for_in_the_language_of_the_study(
    study: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], question: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(asking, "at_terminal", lambda: scripted([], told))
    assert ran(*command, "--study", study)[0] == console.FAULTY
    assert [line.startswith(question) for line in told] == [True]


@pytest.mark.parametrize("language", languages())
def test_every_question_has_words(language: str) -> None:
    asked = {f"{kind}_{each.name}" for kind, all_of in entries.QUESTIONS.items() for each in all_of if each.asked}
    assert asked <= words("begin", language).keys()


def typed_at_a_terminal(words: list[str], lines: tuple[str, ...]) -> str:
    """What a command shows at a real terminal, at which some lines are typed, each when it is asked for."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "framing", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True) as process:
        os.close(theirs)
        waiting, shown = list(lines), b""
        for part in _read(ours):
            shown += part
            if waiting and shown.endswith(b": "):
                os.write(ours, waiting.pop(0).encode() + b"\n")
        assert process.wait(60) == 0, shown.decode()
    os.close(ours)
    return shown.decode()


def _read(terminal: int) -> Iterator[bytes]:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other side has gone
            return
        if not part:
            return
        yield part


def test_the_schemas_of_a_new_study_are_compiled(study: Path) -> None:
    book = json.loads((study / "schemas/codebook.json").read_text(encoding="utf-8"))
    assert (study / "schemas/coding.schema.json").read_text(encoding="utf-8") == schema.compiled_text(book)


def test_a_table_adds_all_its_outlets_or_none(tmp_path: Path) -> None:
    study = tmp_path / "study"
    assert CliRunner().invoke(app, ["init", str(study), "--paper", "Harbour Post, en, GB"]).exit_code == 0
    table = tmp_path / "papers.csv"
    table.write_text(
        "Name;own;language;country\nKaiko Shimbun;海港新聞;Japanese;Japan\nPortovy;Портовый;ru;RU\n", "utf-8"
    )
    before = (study / "coded/outlets.json").read_bytes()
    faulty = table.with_name("faulty.csv")
    faulty.write_text("name,langage,country\nA,en,GB\n", "utf-8")
    told = CliRunner().invoke(app, ["add", "outlet", "--table", str(faulty), "--study", str(study)])
    assert "there is no column 'langage'; did you mean 'language'?" in told.output
    faulty.write_text("name,language,country,frequency\nA,en,GBB,web\nB,en,GB,weekley\n", "utf-8")
    told = CliRunner().invoke(app, ["add", "outlet", "--table", str(faulty), "--study", str(study)])
    assert "faulty.csv, row 2, country: there is no country 'GBB'" in told.output
    assert (
        "faulty.csv, row 3, frequency: 'weekley' is not one of the allowed values; did you mean 'weekly'?"
        in told.output
    )
    letter = table.with_name("papers.docx")
    letter.write_bytes(b"PK\x03\x04 and so on")
    told = CliRunner().invoke(app, ["add", "outlet", "--table", str(letter), "--study", str(study)])
    assert told.output == "papers.docx is not a table: save it in a spreadsheet as .xlsx or .csv\n"
    assert (study / "coded/outlets.json").read_bytes() == before
    told = CliRunner().invoke(app, ["add", "outlet", "--table", str(table), "--study", str(study)])
    assert told.output.split() == ["kaiko-shimbun", "portovy"]
    assert check.faults(study) == []
