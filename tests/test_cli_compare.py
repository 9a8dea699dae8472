"""``framing compare`` and ``framing demo``: coverage first, refusals as results, figures with what belongs beside them."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing import cli
from framing.cli import console
from tests.excerpt import excerpt, of_two_events

ROOT = Path(__file__).parent.parent
runner = CliRunner()


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return excerpt(tmp_path_factory.mktemp("demo") / "study")


@pytest.fixture(scope="module")
def two_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return of_two_events(tmp_path_factory.mktemp("demo") / "study")


def compare(*words: str, study: Path = ROOT) -> tuple[int, str]:
    done = runner.invoke(cli.app, ["compare", *words, "--study", str(study)])
    return done.exit_code, done.output


def test_an_umbrella_is_a_refusal_with_coverage_first_and_the_articles() -> None:
    code, shown = compare("u-ukraine-crisis-sanctions")
    assert code == console.GOOD
    assert shown.index("who covered it") < shown.index("No number is given") < shown.index("the articles side by side")
    assert "aspect by aspect" in shown
    assert "not_searched" in shown
    assert "rg-2014-08-26" in shown


def test_no_matched_event_says_what_to_collect() -> None:
    code, shown = compare("e06-sochi-summit", "--sides", "japan,russia")
    assert code == console.GOOD
    assert "Needed: Articles of RG (Russia) on 'Abe–Putin meeting in Sochi' (e06-sochi-summit, 2014-02-08)" in shown
    assert "nearest pairs of events" in shown


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["e06-sochi-sumit"], "did you mean 'e06-sochi-summit'?"),
        (["e06-sochi-summit", "--sides", "japan,rusia"], "did you mean 'russia'?"),
        (["e06-sochi-summit", "--window", "7..-3"], "There is no window"),
        (["e06-sochi-summit", "--voice", "outlt"], "did you mean 'outlet'?"),
        ([], "Name an EVENT"),
        (["e06-sochi-summit", "--all"], "not both"),
        (["e06-sochi-summit", "--sides", "yomiuri,sankei", "--against", "all"], "--against: there is no 'all'"),
        (["--all", "--sides", "coder:a,coder:b,coder:c", "--against", "rest"], "cannot be put together as one side"),
        (["--all", "--sides", "japan,russia,rest"], "No outlet of the core panel is left for the side 'rest'"),
        (["--all", "--sides", "rest"], "There is one side"),
        (["--all", "--sides", "orientation=libral,russia"], "did you mean 'orientation=liberal'?"),
    ],
)
def test_wrong_names_are_answered(words: list[str], meant: str) -> None:
    code, shown = compare(*words)
    assert code == console.USAGE
    assert meant in shown


def test_the_answer_stands_first_and_the_rest_on_demand(simulated: Path) -> None:
    code, shown = compare("s20-visit", study=simulated)
    assert code == console.GOOD
    order = ["would have been found", "primary frames", "How the articles were chosen", "who covered it", "--details"]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert "every test as one family" not in shown
    assert [raw for raw in ("not_found", "geo_economics", "far_east", "q_bh", "n_a") if raw in shown] == []
    assert "no difference found" in shown
    code, shown = compare("s20-visit", "--details", study=simulated)
    assert code == console.GOOD
    assert "Permutation test" in shown
    assert "every test as one family" in shown
    assert "Each side has its own confusion" in shown
    assert "differences without coder error" in shown


def test_each_side_is_compared_with_all_others_in_one_family(of_three_countries: Path, tmp_path: Path) -> None:
    words = ("s20-visit", "--against", "rest", "--draws", "199")
    _, shown = compare(*words, "--json", study=of_three_countries)
    found = json.loads(shown)
    assert [next(iter(one["sides"])) for one in found["comparisons"]] == ["japan", "russia", "us"]
    assert all("rest" in one["sides"] for one in found["comparisons"])
    assert found["not_compared"] == []
    families = [one["family"] for one in found["comparisons"] if isinstance(one["family"], list)]
    assert {row["m"] for rows in families for row in rows} == {sum(map(len, families))}
    code, shown = compare(*words, "--output", str(tmp_path), study=of_three_countries)
    assert code == console.GOOD
    assert f"All {sum(map(len, families))} tests of these pairs are corrected together." in shown
    assert "Each side against all others" in (tmp_path / "compare.md").read_text(encoding="utf-8")


def test_several_sides_are_one_page_with_a_matrix(simulated: Path, tmp_path: Path) -> None:
    code, _ = compare(
        "--all", "--sides", "yomiuri,sankei,rg", "--draws", "199", "--output", str(tmp_path), study=simulated
    )
    assert code == console.GOOD
    page = (tmp_path / "compare.md").read_text(encoding="utf-8")
    assert "| | Sankei | RG |" in page.replace("|  |", "| |")
    assert page.count("<summary>") >= 3
    assert sorted(path.name for path in (tmp_path / "figures").iterdir())[:1] == ["compare-compare-frames-1.svg"]


def test_json_is_the_same_from_run_to_run(simulated: Path) -> None:
    words = ("s18-sanctions", "--json", "--draws", "499", "--seed", "3")
    first, second = compare(*words, study=simulated), compare(*words, study=simulated)
    assert first == second
    found = json.loads(first[1])["comparisons"][0]
    assert found["match"]["level"] == "own"
    assert 0 < found["frames"]["test"]["p"] <= 1
    assert {"p", "m", "q_bh", "q_by"} <= set(found["family"][0])
    assert {"corrected_a", "corrected_b", "corrected", "low", "high", "outlasts"} <= set(found["errors"]["shares"][0])


def test_what_a_p_is_about_stands_in_the_json(simulated: Path) -> None:
    _, shown = compare("s20-visit", "--json", "--draws", "199", study=simulated)
    (found,) = json.loads(shown)["comparisons"]
    assert found["frames"]["test"]["about"] == "these papers, these articles"
    assert "these papers, these articles" in found["p_about"]
    assert found["papers"]["refused"] == "one_paper"
    assert {row["interval_by"] for row in found["frames"]["shares"]} == {"articles"}


def test_what_to_collect_is_on_the_event_that_was_asked_for() -> None:
    """Whatever comes nearest: an event that nobody covers, and one that both cover on other days than were chosen."""
    _, shown = compare("e38b-medvedev-trip", "--sides", "sankei,rg")
    assert "Needed: Articles of Sankei and of RG on " in shown
    assert "(e38b-medvedev-trip, " in shown
    _, shown = compare("e06-sochi-summit", "--sides", "yomiuri,sankei", "--window", "2010-01-01..2010-12-31")
    assert "Needed: A wider window, or more voices: both sides have articles on the event" in shown


@pytest.fixture(scope="module")
def of_three_countries(two_events: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(two_events, tmp_path_factory.mktemp("three") / "study")
    register = folder / "coded" / "outlets.json"
    outlets = json.loads(register.read_text(encoding="utf-8"))
    for outlet in outlets["outlets"]:
        outlet["country"] = {"sankei": "US", "nikkei": "US"}.get(outlet["id"], outlet["country"])
    register.write_text(json.dumps(outlets, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return folder


def test_a_third_country_is_named_with_how_to_ask_for_it(of_three_countries: Path) -> None:
    _, shown = compare("s20-visit", "--draws", "199", study=of_three_countries)
    told = re.search(r"Not compared here: .* \((\d+) articles\)\.", shown)
    assert told is not None
    third = re.findall(r"--sides ([a-z,]+)", shown)
    assert len(third) == 3
    for sides in third:
        code, shown = compare("s20-visit", "--sides", sides, "--draws", "199", "--json", study=of_three_countries)
        assert code == console.GOOD
        found = json.loads(shown)
        assert len(found["comparisons"]) == (3 if sides.count(",") == 2 else 1)
        assert found["not_compared"] == []
    _, shown = compare("s20-visit", "--json", "--draws", "199", study=of_three_countries)
    (other,) = json.loads(shown)["not_compared"]
    assert other["articles"] == int(told[1])


def test_two_countries_need_no_such_word(two_events: Path) -> None:
    assert "Not compared here" not in compare("s20-visit", "--draws", "199", study=two_events)[1]


def test_a_refusal_as_json() -> None:
    code, shown = compare("e06-sochi-summit", "--json")
    assert code == console.GOOD
    assert json.loads(shown)["comparisons"][0]["refusal"]["refused"] == "no_matched_event"


def test_a_page_is_written_with_its_records(tmp_path: Path) -> None:
    code, _ = compare("e06-sochi-summit", "--sides", "yomiuri,sankei", "--output", str(tmp_path))
    assert code == console.GOOD
    assert {"compare-e06-sochi-summit.html", "compare-e06-sochi-summit.md", "records.html"} <= {
        path.name for path in tmp_path.iterdir()
    }


def test_pages_of_all_events_lead_nowhere_else(two_events: Path, tmp_path: Path) -> None:
    words = ("--all", "--sides", "ownership=state,ownership=private", "--draws", "199", "--window", "0..1")
    code, shown = compare(*words, "--output", str(tmp_path / "pages"), study=two_events)
    assert code == console.GOOD, shown
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "pages").glob("*.html")}
    assert {"compare.html", "compare-s20-visit.html", "records.html"} <= set(pages)
    linked = {name for text in pages.values() for name in re.findall(r'href="([^"#:]+[.]html)', text)}
    assert linked <= set(pages)
    assert "ownership: state and ownership: private" in pages["compare.html"]


def test_an_outlet_outside_the_window_is_not_told_as_one_without_articles() -> None:
    code, shown = compare("u-ukraine-crisis-sanctions", "--window", "2014-07-01..2014-12-31")
    assert code == console.GOOD
    assert "who covered it, whatever the window and the voices" in shown
    assert "2014-03-04" in shown


def test_one_side_with_an_article_is_not_told_as_none() -> None:
    _, shown = compare("e06-sochi-summit", "--sides", "yomiuri,nikkei")
    assert "Yomiuri and Nikkei do not both have articles on the event 'e06-sochi-summit'" in shown


def test_groups_that_the_study_names_are_sides() -> None:
    code, shown = compare("e06-sochi-summit", "--sides", "orientation=conservative,orientation=liberal")
    assert code == console.GOOD
    assert "Yomiuri and Sankei (orientation: conservative)" in shown


def test_who_speaks_may_have_any_name(two_events: Path, tmp_path: Path) -> None:
    named = tmp_path / "named"
    shutil.copytree(two_events, named)
    for path in (*(named / "schemas").glob("codebook.*json"), *(named / "coded/codings").glob("*.jsonl")):
        path.write_bytes(path.read_bytes().replace(b'"voice"', b'"told_by"'))
    assert runner.invoke(cli.app, ["codebook", "build", "--study", str(named)]).exit_code == console.GOOD
    words = ("s20-visit", "--json", "--draws", "199", "--voice", "outlet,staff_author")
    usual = json.loads(compare(*words, study=two_events)[1])
    code, shown = compare(*words, study=named)
    assert code == console.GOOD, shown
    assert json.loads(shown) == usual
    code, shown = compare(*words[:4], "--voice", "told_by=outlet,told_by=staff_author", study=named)
    assert (code, json.loads(shown)) == (console.GOOD, usual)


def test_demo_never_touches_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert runner.invoke(cli.app, ["demo", str(tmp_path)]).exit_code == console.CONFLICT
    assert runner.invoke(cli.app, ["demo", str(tmp_path / "new")]).exit_code == console.GOOD
    assert (tmp_path / "new" / "coded" / "articles.jsonl").is_file()


@pytest.mark.parametrize("words", [["compare", "--all"], ["demo", "never-made"], ["agreement"], ["plan"]])
def test_a_negative_seed_is_wrong_usage(words: list[str]) -> None:
    done = runner.invoke(cli.app, [*words, "--seed", "-1"])
    assert done.exit_code == console.USAGE
    assert "--seed" in done.stderr
