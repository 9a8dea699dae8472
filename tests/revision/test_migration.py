"""Whole studies brought from one codebook to another: rehearsed, written all at once, undone to the byte."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.faults import InvalidStudy
from framing.study.revision import journal
from framing.study.revision.migration import migrations
from framing.study.revision.plan import plan
from framing.study.revision.versions import NoCodebookError, codebook_at, keep, kept

STUDY = Path(__file__).parents[1] / "examples" / "study"

MAJOR = {"version": "2.0.0", "date": "2026-11-27", "kind": "major", "summary": "A change that a test makes."}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    assert check.faults(root) == []
    return root


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".framing" not in path.parts
    }


def revised(root: Path, alter: Callable[[dict[str, Any]], None], *operations: dict[str, Any]) -> None:
    """A study whose codebook somebody has changed by hand, with the migration beside it."""
    keep(root, codebook_at(root, "schemas/codebook.json"))
    path = root / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    old = book["version"]
    alter(book)
    book["version"] = MAJOR["version"]
    book["changes"].insert(0, MAJOR)
    path.write_bytes(json.dumps(book, ensure_ascii=False).encode())
    migration = {
        "$schema": "../migration.schema.json", "from": old, "to": "2.0.0", "why": "A change that a test makes.",
        "operations": list(operations),
    }  # fmt: skip
    folder = root / "schemas" / "migrations"
    folder.mkdir(exist_ok=True)
    (folder / f"{old}-2.0.0.json").write_bytes(json.dumps(migration, indent=2).encode())
    check.mend(root)


def called(book: dict[str, Any], old: str, new: str) -> None:
    """Another name for a frame, wherever the codebook names it."""
    for frame in book["frames"]:
        frame["id"] = new if frame["id"] == old else frame["id"]
        for boundary in frame["exclude"]:
            if boundary.get("use") == old:
                boundary["use"] = new


def run(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["codebook", *words, "--study", str(root)])
    return done.exit_code, done.output


def test_there_and_back_is_the_identity_and_there_passes_the_check(study: Path) -> None:
    before = contents(study)
    for _ in range(2):
        assert run(study, "rename", "frame", "economy", "money", "--write")[0] == 0
        assert check.faults(study) == []
        after = contents(study)
        assert b'"economy"' not in after["coded/codings/boris.jsonl"]
        assert b'"money"' in after["coded/codings/boris.jsonl"]
        assert run(study, "migrate", "--undo")[0] == 0
        assert contents(study) == before


def test_claims_follow_the_names_that_they_use_and_lose_what_is_gone(study: Path) -> None:
    assert run(study, "rename", "frame", "economy", "money", "--write")[0] == 0
    assert run(study, "rename", "variable", "outlook", "mood", "--write")[0] == 0
    path = study / "coded" / "claims.json"
    claim = json.loads(path.read_text(encoding="utf-8"))["claims"][1]
    assert (claim["theme"], claim["direction"]) == ("money", {"variable": "mood", "sign": -1})


def asked(root: Path) -> list[dict[str, Any]]:
    register = json.loads((root / "coded/questions.json").read_text(encoding="utf-8"))
    return [
        {"about": entry["about"], "ask": entry["ask"], "needs": entry.get("needs")} for entry in register["questions"]
    ]


def test_questions_follow_the_names_that_they_use(study: Path) -> None:
    for words in (
        ("frame", "economy", "money"),
        ("frame", "responsibility", "blame"),
        ("variable", "voice", "who"),
        ("value", "who=guest", "visitor"),
    ):
        assert run(study, "rename", *words, "--write")[0] == 0
    assert check.faults(study) == []
    found = asked(study)
    assert found[1]["ask"] == {"kind": "frames", "frame": "blame", "role": "primary"}
    assert (found[2]["about"], found[2]["ask"]["variable"]) == ({"frames": ["money"]}, "who")


def test_a_question_of_what_is_gone_asks_for_nothing_and_says_what_it_needs(study: Path) -> None:
    def less(book: dict[str, Any]) -> None:
        book["variables"] = [entry for entry in book["variables"] if entry["id"] != "outlook"]
        book["frames"] = [entry for entry in book["frames"] if entry["id"] != "economy"]
        for frame in book["frames"]:
            frame["exclude"] = [{**each, "use": "other"} for each in frame["exclude"]]

    before = asked(study)
    revised(study, less, {"do": "remove", "variable": "outlook"}, {"do": "remove", "frame": "economy"})
    planned = plan(study)
    (moved,) = (each for each in planned.registers if each.file == "coded/questions.json")
    assert [loss.pointer for loss in moved.losses] == ["/questions/0/ask", "/questions/2/about/frames/0"]
    after = moved.after["questions"] if moved.after else []
    assert after[0]["needs"] == "what the codebook no longer has (outlook)"
    assert after[2]["needs"] == "what the codebook no longer has (economy)"
    assert [entry["ask"] for entry in after[:3]] == [{"kind": "none"}, before[1]["ask"], {"kind": "none"}]


def test_each_everyday_change_passes_the_check_and_is_undone(study: Path) -> None:
    before = contents(study)
    for words in (
        ("rename", "frame", "conflict", "quarrel"),
        ("rename", "variable", "tone", "mood"),
        ("rename", "value", "voice=guest", "visitor"),
        ("languages", "en,ja"),
        ("languages", "en,de"),
    ):
        code, output = run(study, *words, "--write")
        assert code == 0, output
        assert check.faults(study) == []
    assert kept(study) == ["1.1.0", "2.0.0", "3.0.0", "4.0.0", "4.0.1"]
    assert "CHANGE THIS Conflict" in (study / "schemas" / "codebook.json").read_text(encoding="utf-8")
    for _ in range(5):
        assert run(study, "migrate", "--undo")[0] == 0
    assert contents(study) == before
    assert run(study, "migrate", "--undo")[0] == 4


def test_nothing_is_written_unless_it_is_asked_for(study: Path) -> None:
    before = contents(study)
    code, output = run(study, "rename", "frame", "economy", "money")
    assert code == 0
    assert "--write" in output
    assert contents(study) == before
    assert not (study / ".framing").exists()


def test_every_loss_is_named_record_by_record(study: Path) -> None:
    def one_less(book: dict[str, Any]) -> None:
        book["variables"] = [entry for entry in book["variables"] if entry["id"] != "outlook"]

    revised(study, one_less, {"do": "remove", "variable": "outlook"})
    planned = plan(study)
    assert planned.faults == ()
    lost = {
        (each.file, each.line)
        for each in planned.moved
        if any(loss.pointer == "/values/outlook" for loss in each.losses)
    }
    assert lost == {(each.file, each.line) for each in planned.moved}
    output = run(study, "migrate")[1]
    assert all(
        f"{each.file}{f':{each.line}' if each.line else ''}::/values/outlook: " in output for each in planned.moved
    )


def test_a_new_question_is_open_in_older_codings_and_counted_by_nobody(study: Path) -> None:
    def one_more(book: dict[str, Any]) -> None:
        tone = next(entry for entry in book["variables"] if entry["id"] == "tone")
        book["variables"].append({**tone, "id": "blame", "labels": {"en": "Blame"}})

    revised(study, one_more, {"do": "add", "variable": "blame"})
    assert run(study, "migrate", "--write")[0] == 0
    assert check.faults(study) == []
    from framing.corpus import read

    corpus = read(study)
    assert {coding["values"]["blame"] for coding in corpus.codings.values()} == {"not_coded"}
    assert {coding["coded_under"] for coding in corpus.codings.values()} == {"1.0.0", "1.1.0"}
    assert "blame" not in corpus.tables.values["variable"].cast(str).to_list()


def test_a_question_may_not_be_left_open_by_a_coder(study: Path) -> None:
    path = study / "coded" / "codings" / "alba" / "harbour-post-2026-03-03.json"
    coding = json.loads(path.read_bytes())
    coding["values"]["tone"] = "not_coded"
    path.write_bytes(json.dumps(coding, ensure_ascii=False, indent=2).encode() + b"\n")
    assert [fault.rule for fault in check.faults(study)] == ["coding_not_coded_by_migration"]


def test_what_the_migration_passes_over_or_mistypes_is_told_all_at_once(study: Path) -> None:
    revised(study, lambda book: called(book, "economy", "money"), {"do": "rename", "frame": "conflikt", "to": "mony"})
    before = contents(study)
    code, output = run(study, "migrate", "--write")
    assert code == 1
    assert "codebook 2.0.0 has no frame 'mony'; did you mean 'money'?" in output
    assert "codebook 1.1.0 has no frame 'conflikt'; did you mean 'conflict'?" in output
    assert (
        "frame economy is gone from 2.0.0, and no operation says what becomes of it; perhaps renamed to money" in output
    )
    assert contents(study) == before


def test_a_migration_needs_the_codebook_that_it_starts_from(study: Path) -> None:
    revised(study, lambda book: called(book, "economy", "money"), {"do": "rename", "frame": "economy", "to": "money"})
    shutil.rmtree(study / "schemas" / "history")
    assert "there is no codebook 1.1.0" in run(study, "migrate")[1]


def test_a_file_of_migrations_is_held_to_its_schema_and_its_name(study: Path) -> None:
    folder = study / "schemas" / "migrations"
    folder.mkdir()
    (folder / "a.json").write_text('{"from": "1.0.0", "to": "2.0.0", "why": "short", "operations": [{"do": "renam"}]}')
    (folder / "b.json").write_text('{"from": "1.0.0", "to": "2.0.0", "why": "long enough", "operations": []}')
    with pytest.raises(InvalidStudy) as found:
        migrations(study)
    assert {(fault.file, fault.pointer) for fault in found.value.faults} == {
        ("schemas/migrations/a.json", "/why"),
        ("schemas/migrations/a.json", "/operations/0/do"),
    }
    named = [(fault.file, fault.message) for fault in check.faults(study) if fault.rule == "place"]
    assert named == [
        (
            f"schemas/migrations/{name}.json",
            f"is '1.0.0-2.0.0', but the file is named '{name}'; rename the file or correct this",
        )
        for name in "ab"
    ]


def held_back(study: Path) -> None:
    """A frame is gone that is the primary one of some codings."""

    def one_less(book: dict[str, Any]) -> None:
        called(book, "economy", "conflict")
        book["frames"] = list({frame["id"]: frame for frame in reversed(book["frames"])}.values())[::-1]

    revised(study, one_less, {"do": "remove", "frame": "economy"})
    code, output = run(study, "migrate", "--write")
    assert code == 0, output


def test_a_coding_that_is_held_back_stays_valid_and_is_pooled_with_no_other(study: Path) -> None:
    from framing.corpus import read

    held_back(study)
    assert check.faults(study) == []
    corpus = read(study)
    assert {coding["frames"]["primary"] for coding in corpus.older} == {"economy"}
    assert {coding["codebook"] for coding in corpus.codings.values()} == {"2.0.0"}
    assert "economy" not in corpus.tables.frames["frame"].cast(str).to_list()
    held = sorted((coding["coder"], coding["article"]) for coding in corpus.older)
    rows = json.loads(run(study, "worklist", "--json")[1])["answers"]
    assert [(row["coder"], row["article"]) for row in rows if row["reason"] == "older_codebook"] == held
    path = next(path for path in (study / "coded" / "codings").rglob("*.json") if b'"1.' in path.read_bytes())
    coding = json.loads(path.read_bytes())
    coding["frames"]["primary"] = "econmy"
    path.write_bytes(json.dumps(coding, ensure_ascii=False, indent=2).encode() + b"\n")
    assert [fault.pointer for fault in check.faults(study)] == ["/frames/primary"]


def test_reports_say_which_versions_they_pool(study: Path) -> None:
    held_back(study)
    assert CliRunner().invoke(app, ["report", "--study", str(study), "-f", "markdown"]).exit_code == 0
    page = (study / "reports" / "index.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| 1.1.0 | 1.1.0")]
    assert row.endswith("| no: its answers mean something else |")
    assert any(line.startswith("| 1.1.0 | 2.0.0") and line.endswith("| yes |") for line in page.splitlines())


def test_the_reliability_of_an_older_version_is_that_of_its_own_codings(study: Path) -> None:
    from framing.corpus import read, under

    asked = ["agreement", "--study", str(study), "--json"]
    path = study / "coded" / "codings" / "alba" / "more-2026-04.json"
    path.write_bytes(path.read_bytes().replace(b'"1.0.0"', b'"1.1.0"'))
    before, figures = read(study), CliRunner().invoke(app, asked).stdout
    revised(study, lambda book: None)
    assert check.faults(study) == []
    corpus = read(study)
    assert (corpus.codings, len(corpus.older)) == ({}, len(before.codings))
    older = under(corpus, "1.1.0")
    assert older.codebook == before.codebook
    assert older.codings == before.codings
    assert CliRunner().invoke(app, [*asked, "--codebook", "1.1.0"]).stdout == figures
    wrong = CliRunner().invoke(app, [*asked, "--codebook", "1.1"])
    assert wrong.exit_code == 2
    assert "did you mean '1.1.0'?" in wrong.output
    assert CliRunner().invoke(app, ["report", "--study", str(study), "-f", "markdown"]).exit_code == 0
    page = (study / "reports" / "reliability.md").read_text(encoding="utf-8")
    assert "## Agreement under codebook 1.1.0" in page


def test_a_kept_codebook_is_named_by_its_version(study: Path) -> None:
    keep(study, codebook_at(study, "schemas/codebook.json"))
    path = study / "schemas" / "history" / "1.1.0.json"
    path.rename(path.with_name("1.0.0.json"))
    (fault,) = check.faults(study)
    assert (fault.file, fault.pointer) == ("schemas/history/1.0.0.json", "/version")


def test_who_coded_before_a_definition_changed_looks_again(study: Path) -> None:
    def redefined(book: dict[str, Any]) -> None:
        next(frame for frame in book["frames"] if frame["id"] == "economy")["definition"] += " Prices too, and wages."

    revised(study, redefined, {"do": "redefine", "frame": "economy"})
    assert run(study, "migrate", "--write")[0] == 0
    rows = json.loads(run(study, "worklist", "--json")[1])["answers"]
    assert {row["reason"] for row in rows} == {"redefined"}
    assert run(study, "rename", "frame", "economy", "money", "--write")[0] == 0
    assert [row["article"] for row in json.loads(run(study, "worklist", "--json")[1])["answers"]] == [
        row["article"] for row in rows
    ]
    assert "nothing to code again" in run(study, "worklist", "--coder", "carla")[1] or any(
        row["coder"] == "carla" for row in rows
    )


def test_an_interrupted_writing_is_put_back(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(study)
    wrote: list[Path] = []
    write = journal.write

    def failing(path: Path, content: bytes) -> None:
        if ".framing" not in path.parts:
            wrote.append(path)
            if len(wrote) == 3:
                raise OSError(28, "No space left on device", str(path))
        write(path, content)

    monkeypatch.setattr(journal, "write", failing)
    with pytest.raises(OSError, match="No space"):
        journal.write_all(study, "trial", dict.fromkeys(sorted(before)[:5], b"{}"))
    assert contents(study) == before
    assert journal.journals(study) == []


def test_what_changed_since_is_not_undone(study: Path) -> None:
    run(study, "rename", "frame", "economy", "money", "--write")
    path = next((study / "coded" / "codings" / "alba").glob("*.json"))
    path.write_bytes(path.read_bytes() + b" ")
    now = contents(study)
    code, output = run(study, "migrate", "--undo")
    assert code == 4
    assert path.name in output
    assert contents(study) == now


def test_a_codebook_is_found_by_version_file_or_revision(study: Path) -> None:
    git = ("git", "-C", str(study), "-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "first")):
        subprocess.run([*git, *words], check=True, capture_output=True)
    path = study / "schemas" / "codebook.json"
    book = json.loads(path.read_bytes())
    book["frames"][0]["definition"] = (
        "Something else altogether, said in a sentence that is long enough to be a definition."
    )
    path.write_bytes(json.dumps(book, ensure_ascii=False, indent=2).encode() + b"\n")
    assert (
        codebook_at(study, "HEAD").record != codebook_at(study, str(path)).record == codebook_at(study, "1.1.0").record
    )
    code, output = run(study, "diff", "HEAD")
    assert code == 0
    assert "frame conflict, definition" in output
    assert "These changes need a major step, and the version does not rise (it is 1.1.0)" in output
    assert json.loads(run(study, "diff", "HEAD", "--json")[1])["needed"] == "major"
    assert run(study, "keep", "HEAD")[0] == 0
    assert "a version names one codebook" in run(study, "keep")[1]
    for name, told in (
        ("9.9.9", "there is no codebook 9.9.9"),
        ("nobody", "is not a version, a file or a git revision"),
    ):
        with pytest.raises(NoCodebookError, match=told):
            codebook_at(study, name)
        assert run(study, "diff", name)[0] == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rename", "frame", "econmy", "money"), "did you mean 'economy'?"),
        (("rename", "frame", "economy", "conflict"), "There is a frame 'conflict' already."),
        (("rename", "value", "guest", "visitor"), "a value is written variable=value"),
        (("rename", "fram", "a", "b"), "did you mean 'frame'?"),
        (("languages", "de"), "en among the languages"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_in_words(study: Path, words: tuple[str, ...], told: str) -> None:
    code, output = run(study, *words)
    assert code == 2
    assert told in " ".join(output.split())


def test_an_option_before_the_sub_command_is_not_ignored(study: Path) -> None:
    done = CliRunner().invoke(app, ["codebook", "--study", str(study), "build"])
    assert done.exit_code == 2
    assert "framing codebook build … --study …" in done.output


def test_the_shipped_corpus_goes_dry_forth_back_and_forth_again(tmp_path: Path) -> None:
    root = tmp_path / "study"
    ours = Path(__file__).parents[2]
    for part in ("coded", "schemas"):
        shutil.copytree(ours / part, root / part)
    before = contents(root)
    frame = codebook_at(root, "schemas/codebook.json").record["frames"][2]["id"]
    assert run(root, "rename", "frame", frame, "renamed")[0] == 0
    assert contents(root) == before
    assert run(root, "rename", "frame", frame, "renamed", "--write")[0] == 0
    forth = contents(root)
    assert check.faults(root) == []
    assert run(root, "migrate", "--undo")[0] == 0
    assert contents(root) == before
    assert run(root, "rename", "frame", frame, "renamed", "--write")[0] == 0
    assert contents(root) == forth
