"""The command line: exit codes, words for people, nothing half-written."""

import inspect
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from framing import __version__, cli
from framing.cli import console, contents
from framing.cli.report import FORMER
from framing.report.render import publish

ROOT = Path(__file__).parent.parent
runner = CliRunner()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    assert runner.invoke(cli.app, ["init", str(folder)]).exit_code == console.GOOD
    return folder


def run(*words: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The command as a person runs it, through ``main``: exit code, standard output, standard error."""
    monkeypatch.setattr("sys.argv", ["framing", *map(str, words)])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    shown = capsys.readouterr()
    return int(stop.value.code or 0), shown.out, shown.err


def test_a_new_study_passes_check_and_reports(study: Path, tmp_path: Path) -> None:
    assert runner.invoke(cli.app, ["check", "--study", str(study)]).exit_code == console.GOOD
    done = runner.invoke(cli.app, ["report", "--study", str(study), "--output", str(tmp_path / "out")])
    assert done.exit_code == console.GOOD, done.output
    overview = (tmp_path / "out" / "index.md").read_text(encoding="utf-8")
    assert "No number is given here." in overview
    assert (tmp_path / "out" / "index.html").is_file()


@pytest.mark.parametrize(("name", "entry"), contents.COMMANDS.items())
def test_the_list_says_of_each_command_what_it_says_of_itself(name: str, entry: contents.Command) -> None:
    command = contents.command(name)
    assert command.name == name
    if entry.told:
        assert entry.told == " ".join(inspect.cleandoc(command.help).split("\n\n")[0].split())
    else:
        assert command.hidden


def test_every_command_is_listed() -> None:
    """Of every module that has commands."""
    listed = {entry.module for entry in contents.COMMANDS.values()}
    for module in listed:
        names = set(get_group(import_module(f"framing.cli.{module}").app).commands)
        assert names == {name for name, entry in contents.COMMANDS.items() if entry.module == module}
    folder = Path(cli.__file__).parent
    having = {path.stem for path in folder.glob("*.py") if "\napp = typer.Typer(" in path.read_text(encoding="utf-8")}
    assert having - {"__init__"} == listed


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("framing co", ["code", "compare", "codebook"]),
        ("framing agreement gr", ["groups"]),
        ("framing import cod", ["codings"]),
        ("framing check --f", ["--fix"]),
        ("framing selft", []),
    ],
)
def test_a_shell_completes_commands_and_options(typed: str, offered: list[str]) -> None:
    asked = {"_FRAMING_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = CliRunner().invoke(cli.app, [], prog_name="framing", env=asked)
    assert done.stdout.split() == offered


def test_help_waits_for_no_library_of_numbers_and_drawings() -> None:
    """They are loaded where they are used; together they would make every command start later than people notice."""
    program = "import sys; from framing.cli import app; app(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    *_, loaded = done.stdout.splitlines()
    roots = {name.partition(".")[0] for name in loaded.split()}
    assert {"framing", "typer"} <= roots
    assert {name for name in loaded.split() if name.startswith("framing.cli.")} == {
        f"framing.cli.{name}" for name in ("console", "contents", "tables")
    }
    assert (
        roots
        & {
            *("altair", "babel", "fluent", "jinja2", "jsonschema", "jsonschema_rs", "numpy", "polars", "starlette"),
            *("uvicorn", "vl_convert"),
        }
        == set()
    )


def test_init_never_touches_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = runner.invoke(cli.app, ["init", str(tmp_path)])
    assert done.exit_code == console.CONFLICT
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_check_tells_faults_and_how_many(study: Path) -> None:
    article = study / "coded" / "articles" / "harbour-post-2026-03-03.json"
    article.write_text(
        article.read_text(encoding="utf-8").replace('"harbour-post",', '"harbor-post",', 1), encoding="utf-8"
    )
    done = runner.invoke(cli.app, ["check", "--study", str(study)])
    assert done.exit_code == console.FAULTY
    assert "did you mean 'harbour-post'?" in done.output


def test_check_as_json(study: Path) -> None:
    (study / "coded" / "events.json").write_text("{", encoding="utf-8")
    done = runner.invoke(cli.app, ["check", "--study", str(study), "--json"])
    content = json.loads(done.stdout)
    assert content["format"] == console.FORMAT
    assert content["count"] == len(content["faults"]) == 1
    assert content["faults"][0]["file"] == "coded/events.json"


def test_fix_mends_form(study: Path) -> None:
    article = study / "coded" / "articles" / "harbour-post-2026-03-03.json"
    before = article.read_bytes()
    article.write_text(json.dumps(json.loads(before)), encoding="utf-8")
    assert runner.invoke(cli.app, ["check", "--study", str(study)]).exit_code == console.FAULTY
    assert runner.invoke(cli.app, ["check", "--study", str(study), "--fix"]).exit_code == console.GOOD
    assert article.read_bytes() == before


def test_no_study_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, told = run("check", "--study", tmp_path, monkeypatch=monkeypatch, capsys=capsys)
    assert code == console.NOT_FOUND
    assert "is not a study" in told
    assert "Traceback" not in told


def test_faults_stop_a_report_before_anything_is_written(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "coded" / "coders.json").unlink()
    out = tmp_path / "out"
    code, _, told = run("report", "--study", study, "-o", out, monkeypatch=monkeypatch, capsys=capsys)
    assert code == console.FAULTY
    assert "coded/coders.json" in told
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["report", "yomuri"], "did you mean 'yomiuri'?"),
        (["report", "--reading", "coder:z"], "did you mean 'coder:"),
        (["report", "--every", "quartr"], "did you mean 'quarter'?"),
        (["report", "--period-by", "cite"], "did you mean 'cited'?"),
        (["report", "--voice", "outlett"], "did you mean 'outlet'?"),
        (["report", "--format", "pdf"], "known: 'html', 'markdown', 'both'"),
        (["chart", "timelin"], "did you mean 'timeline'?"),
        (["chart", "timeline", "-o", "x.gif"], "'.html'"),
        (["chart", "timeline", "--lang", "fr"], "known: 'en', 'ja', 'ru'"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(words: list[str], offered: str) -> None:
    done = runner.invoke(cli.app, [*words, "--study", str(ROOT)])
    assert done.exit_code == console.USAGE
    assert offered in done.output


def test_stale_reports_are_named(study: Path) -> None:
    assert runner.invoke(cli.app, ["report", "--study", str(study)]).exit_code == console.GOOD
    assert runner.invoke(cli.app, ["report", "--study", str(study), "--check"]).exit_code == console.GOOD
    (study / "reports" / "index.md").write_text("changed", encoding="utf-8")
    (study / "reports" / "left-over.md").write_text("# Old\n\nMade by framing 0.0.1", encoding="utf-8")
    (study / "reports" / "mine.md").write_text("notes of my own", encoding="utf-8")
    done = runner.invoke(cli.app, ["report", "--study", str(study), "--check"])
    assert done.exit_code == console.FAULTY
    assert "index.md" in done.output
    assert "left-over.md" in done.output
    assert "mine.md" not in done.output
    assert runner.invoke(cli.app, ["report", "--study", str(study)]).exit_code == console.GOOD
    assert not (study / "reports" / "left-over.md").exists()
    assert (study / "reports" / "mine.md").read_text(encoding="utf-8") == "notes of my own"


@pytest.mark.parametrize("ending", ["html", "svg", "json", "png", "pdf"])
def test_a_chart_in_every_form(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"timeline.{ending}"
    done = runner.invoke(cli.app, ["chart", "timeline", "--study", str(ROOT), "-o", str(path)])
    assert done.exit_code == console.GOOD, done.output
    assert path.stat().st_size > 1000


def test_charts_are_listed() -> None:
    done = runner.invoke(cli.app, ["chart"])
    assert done.exit_code == console.GOOD
    assert "timeline\t" in done.output


def test_codebook_build_writes_only_what_is_stale(study: Path) -> None:
    assert "are current" in runner.invoke(cli.app, ["codebook", "build", "--study", str(study)]).output
    book = study / "schemas" / "codebook.json"
    book.write_text(book.read_text(encoding="utf-8").replace("Conflict", "Strife", 1), encoding="utf-8")
    done = runner.invoke(cli.app, ["codebook", "build", "--study", str(study)])
    assert done.output.split() == ["wrote", "schemas/coding.schema.json"]


def test_handbook_is_written(study: Path, tmp_path: Path) -> None:
    done = runner.invoke(cli.app, ["codebook", "--study", str(study), "-o", str(tmp_path / "book")])
    assert done.exit_code == console.GOOD
    assert sorted(path.name for path in (tmp_path / "book").iterdir()) == ["handbook.html", "handbook.md"]


def test_doctor_tells_versions_and_health() -> None:
    done = runner.invoke(cli.app, ["doctor", "--study", str(ROOT)])
    assert done.exit_code == console.GOOD
    assert "polars\t" in done.output
    assert "articles\t31" in done.output


def test_every_command_has_help_with_an_example() -> None:
    for words in (
        ["init"],
        ["add"],
        ["add", "outlet"],
        ["add", "event"],
        ["add", "coder"],
        ["searched"],
        ["check"],
        ["report"],
        ["chart"],
        ["codebook"],
        ["codebook", "build"],
        ["export"],
        ["doctor"],
    ):
        shown = runner.invoke(cli.app, [*words, "--help"])
        assert shown.exit_code == console.GOOD
        assert "Example: framing" in shown.output


def test_an_unwritable_folder_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, told = run(
        "codebook", "--study", ROOT, "-o", tmp_path / "file" / "x", monkeypatch=monkeypatch, capsys=capsys
    )
    assert code == console.NOT_FOUND
    assert "Traceback" not in told


def test_the_shipped_study_is_clean_and_its_reports_current(shipped_report: Path) -> None:
    """Of what git keeps: Markdown and its pictures."""
    assert runner.invoke(cli.app, ["check", "--study", str(ROOT)]).exit_code == console.GOOD
    paths = [path for path in shipped_report.rglob("*") if path.suffix in (".md", ".svg")]
    made = {path.relative_to(shipped_report).as_posix(): path.read_bytes() for path in paths}
    assert publish.stale(ROOT / "reports", made) == []


@pytest.mark.parametrize("name", ["positions", "mentions"])
def test_a_chart_without_variables_says_what_it_would_need(study: Path, tmp_path: Path, name: str) -> None:
    coding = study / "coded" / "codings" / "you" / "harbour-post-2026-03-03.json"
    codebook = study / "schemas" / "codebook.json"
    for path, old, new in ((coding, '"training"', '"main"'), (codebook, '"show": "strip"', '"show": "bars"')):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    picture = tmp_path / "chart.json"
    done = runner.invoke(
        cli.app, ["chart", name, "--study", str(study), "--reading", "majority", "--output", str(picture)]
    )
    assert done.exit_code == console.FAULTY
    assert "no variable for this chart" in done.output
    assert not picture.exists()


@pytest.mark.parametrize(("old", "new"), FORMER.items())
def test_a_chart_under_its_old_name_is_the_same_and_names_the_new_one(tmp_path: Path, old: str, new: str) -> None:
    written = {}
    for name in (old, new):
        path = tmp_path / f"{name}.json"
        done = runner.invoke(cli.app, ["chart", name, "--study", str(ROOT), "--output", str(path)])
        assert done.exit_code == console.GOOD, done.output
        assert (f"write: framing chart {new}" in done.stderr) == (name == old)
        assert "write:" not in done.stdout
        written[name] = path.read_bytes()
    assert written[old] == written[new]
    assert old not in runner.invoke(cli.app, ["chart"]).stdout.split()


def test_the_version_needs_no_command() -> None:
    """It was answered with “Missing command.”; a process of its own, as people start it."""
    done = subprocess.run([sys.executable, "-m", "framing", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"framing {__version__}\n", "")
