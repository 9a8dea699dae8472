"""No vocabulary stands in the program: a study in which everything is called otherwise gets the same answers."""

import ast
import html
import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from framing.analysis.choices import Choices
from framing.chart import picture
from framing.cli import app
from framing.corpus import read
from framing.report.context import context
from framing.report.figures import FIGURES
from framing.report.figures.values import coded_on
from framing.report.pages.ledger import ledger
from framing.report.render import html as pages_as_html
from framing.study.cldr import COUNTRIES
from framing.workbench.prompt import code as prompt
from tests.excerpt import of_two_events
from tests.renamed import names, renamed
from tests.rendered import rendered
from tests.workbench.study import browsing
from tests.workbench.test_prompt import scripted

EXAMPLE = Path(__file__).parent / "examples" / "study"
UNCODED = "harbour-post-2026-03-13"
CODED = ["z", "1", "2", "1", "1", "1", "3 1", "says who quarrels with whom", "", "", "", "2", "3", "", "y"]
Output = tuple[str, str]
ROOT = Path(__file__).parent.parent


@cache
def shipped_names() -> set[str]:
    """Names of the first study; without those that a scheme of coding has anyway, such as other."""
    codebook = json.loads((ROOT / "schemas/codebook.json").read_text(encoding="utf-8"))
    kinds = ("outlets", "events", "sources")
    registers = {kind: json.loads((ROOT / f"coded/{kind}.json").read_text(encoding="utf-8"))[kind] for kind in kinds}
    entries = [*codebook["frames"], *codebook["variables"], *(entry for kind in kinds for entry in registers[kind])]
    countries = {outlet["country"] for outlet in registers["outlets"]}
    return {codebook["id"], *(entry["id"] for entry in entries), *countries} - {"other"}


@pytest.fixture(autouse=True)
def _comparable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every country is called by its code, shelves by their names, and charts are compared as specifications before they are packed by length."""
    for code in list(COUNTRIES):
        monkeypatch.delitem(COUNTRIES, code)
    monkeypatch.setattr(picture, "svg", lambda _: b"")
    monkeypatch.setattr(picture, "bundle", lambda: "")
    monkeypatch.setattr(pages_as_html, "packed", dict)
    monkeypatch.setitem(pages_as_html._ENVIRONMENT.tests, "elsewhere", lambda _: True)


@pytest.fixture(scope="module")
def two_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return of_two_events(tmp_path_factory.mktemp("demo"))


def ran(*words: object, typed: str = "") -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], input=typed)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return f"exit {done.exit_code}\n{done.stdout}\n{done.stderr}"


def reports(study: Path, folder: Path) -> Iterator[Output]:
    yield "report", ran("report", "--study", study, "--output", folder)
    for path in sorted(path for kind in ("html", "md", "svg") for path in folder.rglob(f"*.{kind}")):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def exports(study: Path, folder: Path) -> Iterator[Output]:
    yield "export", ran("export", folder / "out", "--study", study, "--format", "datapackage", "--format", "parquet")
    for path in sorted([*folder.rglob("*.csv"), *folder.rglob("*.json")]):
        yield path.name, path.read_text(encoding="utf-8")


def bundles(study: Path, folder: Path) -> Iterator[Output]:
    """A replication bundle, what is in it as text, and what its own check says of it."""
    folder.mkdir(parents=True)
    path = folder / "study.zip"
    yield "bundle", ran("bundle", path, "--study", study)
    with ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith((".json", ".jsonl", ".csv", ".md", ".cff", ".txt")) and not name.endswith(
                "SHA256SUMS.txt"
            ):
                yield name, packed.read(name).decode()
    yield "check", ran("bundle", path, "--check")


def charts(study: Path, folder: Path, language: str, *chosen: str) -> Iterator[Output]:
    for name in chosen:
        path = folder / f"{name}.json"
        said = ran("chart", name, "--study", study, "--lang", language, "--output", path)
        yield f"chart {name}", unwrapped(path.read_text(encoding="utf-8")) if path.exists() else said


def unwrapped(chart: str) -> str:
    """A chart whose small print stands on one line without spaces: where its lines break depends on how long names are."""
    spec = json.loads(chart)
    note = spec["vconcat"][1]
    note["mark"]["text"], note["height"] = ["".join(note["mark"]["text"]).replace(" ", "")], 0
    return json.dumps(spec, ensure_ascii=False, indent=1)


def commands(study: Path, *lines: str) -> Iterator[Output]:
    for line in lines:
        yield line, ran(*line.split(), "--study", study)


def pages(study: Path, coders: list[str], article: str, outlet: str) -> Iterator[Output]:
    places = (
        "",
        "new",
        f"article/{article}",
        f"records/{article}",
        "nowhere",
        f"intake?outlet={outlet}&date=4 March 2026",
    )
    for coder in coders:
        with browsing(study, coder) as client:
            for place in places:
                yield f"{coder}/{place}", _letters(client.get(f"/{place}").text)


def _letters(text: str) -> str:
    """A text with the letters that a page escapes."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def settled(study: Path, coder: str) -> Iterator[Output]:
    """What is settled at the prompt, with everything that it says meanwhile."""
    folder = study / "coded/codings" / coder
    shutil.rmtree(folder)
    yield "adjudicate", ran("adjudicate", "--study", study, typed="1\n1\nThe text says so.\n" * 9)
    for path in sorted(folder.iterdir()):
        yield path.name, path.read_text(encoding="utf-8")


def coded(study: Path, coder: str, article: str) -> Iterator[Output]:
    told: list[str] = []
    assert prompt.code(study, coder, article, scripted(CODED, told)) is None
    yield "code", "\n".join(told)
    yield "coding", (study / f"coded/codings/{coder}/{article}.json").read_text(encoding="utf-8")


def legible(outputs: Iterator[Output], study: Path, folder: Path, back: Callable[[str], str]) -> dict[str, list[str]]:
    """Outputs in the old names, as lines in no order: sets of records are listed by a hash of their names, keys by name."""
    texts = {back(name): back(html.unescape(text)) for name, text in outputs}
    listed = re.findall(r'<a id="(s-[0-9a-f]{10})"></a>[^\n]*?: (\[.*)', texts.get("records.md", ""))
    members = {name: " ".join(sorted(re.findall(r"\(#([^)]+)\)", entries))) for name, entries in listed}
    return {
        name: sorted(re.split(r"\n|(?=<li )|[{}]|, (?=\")", _plain(text, study, folder, members)))
        for name, text in texts.items()
    }


def _plain(text: str, study: Path, folder: Path, members: dict[str, str]) -> str:
    text = text.replace(str(study), "STUDY").replace(str(folder), "FOLDER").replace("\\_", "_").replace("_", " ")
    text = re.sub(r"\bs-[0-9a-f]{10}\b", lambda found: members.get(found[0], "s-"), text)
    return re.sub(
        r"(data-)?\b[0-9a-f]{16,64}\b|\"(width|bytes|contentSize)\": \"?[0-9.]+\"?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+00:00)",
        "",
        text,
    )


@pytest.mark.parametrize("part", ["report", "charts", "commands", "pages", "settled", "coded", "exports", "bundle"])
def test_names_change_no_answer(part: str, tmp_path: Path) -> None:
    new = names(EXAMPLE)
    maps = shutil.ignore_patterns("maps")  # of columns, which belong to other people's tables
    old = shutil.copytree(EXAMPLE, tmp_path / "old" / "study", ignore=maps)
    other = renamed(EXAMPLE, tmp_path / "new" / "study", new)

    def made(study: Path, folder: Path, called: Callable[[str], str]) -> Iterator[Output]:
        outlets = f"{called('harbour-post')},{called('kaiko-shimbun')}"
        parts: dict[str, Callable[[], Iterator[Output]]] = {
            "report": lambda: reports(study, folder),
            "charts": lambda: charts(study, folder, "ja", *FIGURES),
            "commands": lambda: commands(
                study, "check", "check --json", "agreement", "agreement --json", "agreement --by language", "plan",
                "doctor", "codebook build", f"compare {called('e1-first-ferry')}", "compare --all --json",
                f"compare --all --sides {outlets}", f"compare --all --sides {called('readership')}={called('regional')},rest",
                f"compare --all --voice {called('outlet')}", f"report {called('harbour-post')}s", "chart filter --voice nobody",
            ),
            "pages": lambda: pages(study, [called("alba"), called("carla")], called("harbour-post-2026-03-03"), called("harbour-post")),
            "settled": lambda: settled(study, called("carla")),
            "coded": lambda: coded(study, called("alba"), called(UNCODED)),
            "exports": lambda: exports(study, folder),
            "bundle": lambda: bundles(study, folder),
        }  # fmt: skip
        return parts[part]()

    before = legible(made(old, tmp_path / "a", str), old, tmp_path / "a", str)
    after = legible(
        made(other, tmp_path / "b", lambda name: new.things.get(name, name)), other, tmp_path / "b", new.back
    )
    assert differing(before, after) == []
    assert sum(map(len, before.values())) > 20


def test_names_change_no_comparison(two_events: Path, tmp_path: Path) -> None:
    new = names(two_events)
    other = renamed(two_events, tmp_path / "study", new)

    def made(study: Path, event: str) -> Iterator[Output]:
        yield from commands(study, f"compare {event} --json --draws 199", "compare --all --json --draws 199")
        yield from charts(study, tmp_path, "ja", "compare-outlets")

    before = legible(made(two_events, "s20-visit"), two_events, tmp_path, str)
    after = legible(made(other, new.things["s20-visit"]), other, tmp_path, new.back)
    assert differing(before, after) == []


def test_a_simulated_study_says_so_whatever_it_is_called(two_events: Path, tmp_path: Path) -> None:
    """Pages knew it by the id of its codebook."""
    other = renamed(two_events, tmp_path / "study", names(two_events))
    ctx = context(read(other), Choices())
    (page,) = rendered(ctx, [ledger(ctx)], "markdown").values()
    assert "> ⚠ Simulated:" in page.decode()


@pytest.mark.parametrize("show", ["bars", "matrix", "mentions", "filter"])
def test_values_are_captioned_by_their_labels(two_events: Path, tmp_path: Path, show: str) -> None:
    """Pages spoke of obstacles, countries and formulas, whatever a study asks."""
    ctx = context(read(renamed(two_events, tmp_path / "study", names(two_events))), Choices())
    labels = [variable["labels"]["en"] for variable in ctx.variables(show)]
    assert labels
    assert [label for label in labels if label not in coded_on(ctx, show)] == []


def test_no_name_of_the_shipped_study_stands_in_the_program() -> None:
    """Docstrings and helps may name some as examples; nothing that runs compares with one."""
    program = [path for path in (ROOT / "framing").rglob("*.py") if "demo" not in path.parts]
    found = {path.relative_to(ROOT).as_posix(): texts(path) & shipped_names() for path in program}
    assert {path: names for path, names in found.items() if names} == {}
    assert len(program) > 100


def texts(path: Path) -> set[object]:
    """The texts of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told}


def differing(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[str]:
    """Lines of one study's outputs that the other has not, with the output's name."""
    return [
        f"{name}: {mark} {line}"
        for name in sorted(before.keys() | after.keys())
        for mark, some, others in (("-", before, after), ("+", after, before))
        for line in some.get(name, [])
        if line not in others.get(name, [])
    ]
