"""Reliability on the command line: of the study, and of any table."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from framing import cli
from framing.agreement import groups
from framing.agreement.resampling import Bootstrap
from framing.cli import agreement_counted, console
from framing.cli.options import corpus_at
from framing.study import check
from framing.study.faults import InvalidStudy
from tests.workbench.study import example

ROOT = Path(__file__).parent.parent
runner = CliRunner()

KRIPPENDORFF = """unit,A,B,C,D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,,3,
"""
"""Krippendorff (2004), Content Analysis, 2nd ed., p. 230."""


def report(path: Path, *more: str) -> dict[str, object]:
    done = runner.invoke(cli.app, ["agreement", "table", str(path), "--draws", "200", "--json", *more])
    assert done.exit_code == console.GOOD, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_textbook_table(tmp_path: Path, level: str, alpha: float) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(KRIPPENDORFF)
    found = report(path, "--level", level)
    assert (found["format"], found["units"], found["coders"], found["level"]) == (1, 12, 4, level)
    coefficients = found["coefficients"]
    assert isinstance(coefficients, dict)
    assert coefficients["krippendorff_alpha"] == pytest.approx(alpha, abs=0.0006)
    assert coefficients["cohen_kappa"] is None
    undefined = found["undefined"]
    assert isinstance(undefined, dict)
    assert "cohen_kappa" in undefined


def test_long_and_headerless_tables_give_the_same(tmp_path: Path) -> None:
    wide, long, recal = tmp_path / "wide.csv", tmp_path / "long.csv", tmp_path / "recal.csv"
    wide.write_text(KRIPPENDORFF)
    lines = [line.split(",") for line in KRIPPENDORFF.splitlines()]
    told = [
        f"{row[0]},{coder},{code}"
        for row in lines[1:]
        for coder, code in zip(lines[0][1:], row[1:], strict=True)
        if code
    ]
    long.write_text("u,c,v\n" + "\n".join(told) + "\n")
    recal.write_text("\n".join(",".join(row[1:]) for row in lines[1:]) + "\n")
    level = ("--level", "nominal")
    expected = report(wide, *level)["coefficients"]
    assert report(long, *level, "--unit", "u", "--coder", "c", "--value", "v")["coefficients"] == expected
    done = runner.invoke(cli.app, ["agreement", "recal", str(recal), *level, "--draws", "200", "--json"])
    assert json.loads(done.stdout)["coefficients"] == expected


def test_one_category_is_answered_in_words(tmp_path: Path) -> None:
    path = tmp_path / "same.csv"
    path.write_text("unit,a,b\n1,x,x\n2,x,x\n")
    found = report(path, "--level", "nominal")
    assert isinstance(found["coefficients"], dict)
    assert found["coefficients"]["krippendorff_alpha"] is None
    assert found["coefficients"]["percent_agreement"] == 1.0


def test_an_interval_that_cannot_be_given_says_why_in_the_table_too(tmp_path: Path) -> None:
    path = tmp_path / "perfect.csv"
    path.write_text("unit,a,b\n1,x,x\n2,y,y\n")
    words = ["agreement", "table", str(path), "--level", "nominal", "--min-alpha", ".667"]
    done = runner.invoke(cli.app, words)
    assert done.exit_code == console.UNRELIABLE
    row = next(line for line in done.stdout.splitlines() if line.startswith("light_kappa"))
    assert row.startswith("light_kappa\t1.0000\t\tEvery resample gives the same value")


def test_level_is_never_guessed(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(KRIPPENDORFF)
    done = runner.invoke(cli.app, ["agreement", "table", str(path)])
    assert done.exit_code == console.USAGE
    assert "--level is needed" in done.output


def test_faults_of_a_table_are_told_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("unit,a,b\n1,1,x\n2,2\n2,1,1\n")
    done = runner.invoke(cli.app, ["agreement", "table", str(path), "--level", "ordinal"])
    assert done.exit_code == console.FAULTY
    assert f"{path}:3" in done.output


def test_a_table_may_come_through_the_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(KRIPPENDORFF)
    words = ["--level", "ordinal", "--draws", "50", "--json"]
    piped = runner.invoke(cli.app, ["agreement", "table", "-", *words], input=KRIPPENDORFF)
    assert piped.stdout == runner.invoke(cli.app, ["agreement", "table", str(path), *words]).stdout
    faulty = runner.invoke(cli.app, ["agreement", "table", "-", *words], input="unit,a,b\nu1,1,x\n")
    assert (faulty.exit_code, faulty.stdout) == (console.FAULTY, "")
    assert "standard input:2: b: 'x' is not a number" in faulty.stderr


def test_doubtful_codes_are_told_on_the_screen_and_in_json(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("unit,a,b\n1,NA,Yes\n2,yes,yes\n")
    done = runner.invoke(cli.app, ["agreement", "table", str(path), "--level", "nominal", "--draws", "50", "--json"])
    assert "Note: 'NA' is in 1 cell and counts as a code" in done.stderr
    assert "Note: 'Yes' and 'yes' differ only in capitals but are two codes" in done.stderr
    assert [note.split()[0] for note in json.loads(done.stdout)["notes"]] == ["'NA'", "'Yes'"]


def test_weighted_coefficients_and_conger_are_in_the_report(tmp_path: Path) -> None:
    """Cohen (1968): weights by place; two coders of Krippendorff's example, where one category is one step off."""
    path = tmp_path / "codes.csv"
    path.write_text("unit,a,b\n1,1,1\n2,2,2\n3,3,2\n4,2,2\n")
    found = report(path, "--level", "ordinal")["coefficients"]
    assert isinstance(found, dict)
    assert found["cohen_kappa_linear"] == pytest.approx(0.6)
    assert found["cohen_kappa_quadratic"] == pytest.approx(2 / 3)
    assert found["gwet_ac2_linear"] == pytest.approx(0.7757, abs=0.00005)
    assert found["gwet_ac2_quadratic"] == pytest.approx(0.8667, abs=0.00005)
    assert found["conger_kappa"] == found["cohen_kappa"]
    undefined = report(path, "--level", "nominal")["undefined"]
    assert isinstance(undefined, dict)
    assert set(undefined) == {"cohen_kappa_linear", "cohen_kappa_quadratic", "gwet_ac2_linear", "gwet_ac2_quadratic"}


def test_clusters_of_a_table_are_resampled_together(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    lines = [f"{n}-{copy},{n},{n % 3},{n % 3 if n % 4 else 0}" for n in range(20) for copy in range(3)]
    path.write_text("\n".join(["unit,note,a,b", *lines]) + "\n")
    together, apart = (
        report(path, "--level", "nominal", *more) for more in (["--cluster", "note"], ["--unit", "unit"])
    )
    assert (together["clusters"], together["units"], apart["clusters"]) == (20, 60, 60)
    assert apart["coders"] == 3  # without --cluster the column is a coder's
    table = runner.invoke(cli.app, ["agreement", "table", str(path), "--level", "nominal", "--cluster", "note"])
    assert "60 units in 20 clusters, 2 coders" in table.stderr


@pytest.mark.parametrize("method", ["percentile", "bca", "jackknife"])
def test_kinds_of_intervals(tmp_path: Path, method: str) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(KRIPPENDORFF)
    found = report(path, "--level", "nominal", "--interval", method)["intervals"]
    assert isinstance(found, dict)
    assert found["krippendorff_alpha"]["method"] == method
    study = runner.invoke(cli.app, ["agreement", "--study", str(ROOT), "--draws", "50", "--interval", method, "--json"])
    assert json.loads(study.stdout)["interval"] == method
    wrong = runner.invoke(cli.app, ["agreement", "table", str(path), "--level", "nominal", "--interval", method[:-1]])
    assert wrong.exit_code == console.USAGE
    assert method in wrong.stderr


def test_text_that_looks_like_numbers_is_text_at_the_nominal_level(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("unit,a,b\n1,1,1.0\n2,2,2\n")
    done = runner.invoke(cli.app, ["agreement", "table", str(path), "--level", "nominal", "--json"])
    assert "are two codes" in done.stderr
    assert json.loads(done.stdout)["coefficients"]["percent_agreement"] == 0.5
    assert report(path, "--level", "ordinal")["coefficients"]["percent_agreement"] == 1.0  # type: ignore[index]  # a mapping


def test_a_study_below_the_required_alpha_exits_5() -> None:
    done = runner.invoke(cli.app, ["agreement", "--study", str(ROOT), "--draws", "200", "--min-alpha", ".667"])
    assert done.exit_code == console.UNRELIABLE


def test_the_study_says_that_its_coders_are_programs() -> None:
    done = runner.invoke(cli.app, ["agreement", "--study", str(ROOT), "--draws", "100"])
    assert done.exit_code == console.GOOD
    assert "are programs" in done.output
    assert "Primary frame dimension" in done.output


VIEWS = [["groups", "language"], ["groups", "coder-pair"], ["disagreements"], ["matrix", "primary"], ["confusions"]]


@pytest.mark.parametrize("words", VIEWS)
def test_other_views(words: list[str]) -> None:
    draws = ["--draws", "50"] if words[0] == "groups" else []
    done = runner.invoke(cli.app, ["agreement", *words, "--study", str(ROOT), *draws, "--json"])
    assert done.exit_code == console.GOOD, done.output
    assert json.loads(done.stdout)["format"] == console.FORMAT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["--by", "language", "--study", "STUDY", "--draws", "50"], ["groups", "language", "--study", "STUDY", "--draws", "50"]),
        (["-s", "STUDY", "--draws=50", "--by=coder-pair"], ["groups", "coder-pair", "--study", "STUDY", "--draws", "50"]),
        (["--study", "STUDY", "--by", "nobody"], ["groups", "nobody", "--study", "STUDY"]),
        (["--disagreements", "--study=STUDY", "--draws", "50"], ["disagreements", "--study", "STUDY"]),
        (["--study", "STUDY", "--matrix", "primary", "--seed", "1"], ["matrix", "primary", "--study", "STUDY"]),
        (["-sSTUDY", "--confusions", "--interval", "bca"], ["confusions", "--study", "STUDY"]),
        (["--data", "CODES", "--level", "nominal"], ["table", "CODES", "--level", "nominal"]),
        (["--data", "CODES", "--study", "STUDY", "--level", "ratio"], ["table", "CODES", "--level", "ratio"]),
        (
            ["--level", "nominal", "--unit", "u", "--coder", "c", "--value", "v", "--data", "LONG"],
            ["table", "LONG", "--level", "nominal", "--unit", "u", "--coder", "c", "--value", "v"],
        ),
        (
            ["--data=CODES", "--level=nominal", "--cluster", "D", "--min-alpha", ".9"],
            ["table", "CODES", "--level", "nominal", "--cluster", "D", "--min-alpha", ".9"],
        ),
        (["--no-header", "--data", "RECAL", "--level", "ordinal"], ["recal", "RECAL", "--level", "ordinal"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_options_of_version_0_1_give_the_same_and_name_their_successor(
    tmp_path: Path, old: list[str], new: list[str], form: list[str]
) -> None:
    files = {"CODES": KRIPPENDORFF, "LONG": "u,c,v\n1,a,x\n1,b,x\n2,a,y\n2,b,x\n", "RECAL": "1,1\n2,3\n3,3\n"}
    places = {"STUDY": str(ROOT), **{name: str(tmp_path / name) for name in files}}
    for name, content in files.items():
        (tmp_path / name).write_text(content)

    def told(words: list[str]) -> Result:
        placed = [
            next((word.replace(name, place) for name, place in places.items() if name in word), word) for word in words
        ]
        return runner.invoke(cli.app, ["agreement", *placed, *form])

    draws = ["--draws", "50"] if new[0] in ("table", "recal") else []
    before, after = told([*old, *draws]), told([*new, *draws])
    assert (before.exit_code, before.stdout) == (after.exit_code, after.stdout)
    hint, _, rest = before.stderr.partition("\n")
    assert rest == after.stderr
    successor = " ".join(places.get(word, word) for word in [*new, *draws, *form])
    assert hint == f"This spelling stops working in the next version; write: framing agreement {successor}"


@pytest.mark.parametrize("words", [["selftest", "--json"], ["plan", "--study", str(ROOT), "--seed", "3"]])
def test_plan_and_selftest_have_moved(words: list[str]) -> None:
    before, after = runner.invoke(cli.app, words), runner.invoke(cli.app, ["agreement", *words])
    assert after.exit_code == console.GOOD
    assert (before.exit_code, before.stdout) == (after.exit_code, after.stdout)
    hint = f"This spelling stops working in the next version; write: framing agreement {' '.join(words)}\n"
    assert before.stderr == hint + after.stderr


def test_help_shows_the_spellings_of_today_only() -> None:
    group, top = (runner.invoke(cli.app, [*words, "--help"]).stdout for words in (["agreement"], []))
    assert "--data" not in group
    assert all(f" {name} " in group for name in ("groups", "matrix", "table", "recal", "plan", "selftest"))
    assert " selftest " not in top


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--study", str(ROOT), "groups", "language"], "Write --study after the sub-command"),
        (["--min-alpha", ".8", "disagreements"], "Write --min-alpha after the sub-command"),
        (["--data", "codes.csv", "--level", "nominal", "--by", "outlet"], "No such option: --by"),
        (["--level", "nominal"], "No such option: --level"),
        (["--unit", "article"], "No such option: --unit"),
        (["--by", "outlet", "--disagreements"], "No such option: --disagreements"),
        (["--matrix", "primary", "--min-alpha", ".8"], "No such option: --min-alpha"),
        (["--by"], "Missing argument"),
        (["--data"], "Missing argument"),
    ],
)
def test_no_option_is_passed_over_in_silence(words: list[str], told: str) -> None:
    done = runner.invoke(cli.app, ["agreement", *words])
    assert done.exit_code == console.USAGE
    assert told in done.stderr
    assert done.stdout == ""


def test_a_folder_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    done = runner.invoke(cli.app, ["agreement", "--data", str(tmp_path), "--level", "nominal"])
    assert done.exit_code == console.NOT_FOUND
    assert "is a folder; name one CSV file" in done.stderr


def test_names_of_columns_do_not_go_with_a_file_without_a_header(tmp_path: Path) -> None:
    path = tmp_path / "recal.csv"
    path.write_text("1,1\n")
    done = runner.invoke(cli.app, ["agreement", "recal", str(path), "--level", "nominal", "--unit", "u"])
    assert (done.exit_code, done.stdout) == (console.USAGE, "")


def test_groups_below_the_required_alpha_exit_5() -> None:
    words = ["agreement", "groups", "language", "--study", str(ROOT), "--draws", "50", "--min-alpha", ".667"]
    assert runner.invoke(cli.app, words).exit_code == console.UNRELIABLE


def test_groups_as_json_are_figures_and_a_missing_p_has_its_reason() -> None:
    words = ["agreement", "groups", "country", "--study", str(ROOT), "--draws", "50"]
    rows = json.loads(runner.invoke(cli.app, [*words, "--json"]).stdout)["rows"]
    japan = next(row for row in rows if (row["name"], row["group"]) == ("primary", "JP"))
    assert (japan["units"], japan["percent"], japan["p"]) == (26, pytest.approx(25 / 26), None)
    assert japan["no_p"].startswith("Alpha cannot be estimated in: KR.")
    table = runner.invoke(cli.app, words).stdout
    assert "Alpha cannot be estimated in: KR." in table.splitlines()[1]


def test_one_sentence_says_what_differs_between_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["agreement", "groups", "language", "--study", str(ROOT), "--draws", "50"]
    none = runner.invoke(cli.app, words)
    assert none.stderr.startswith("No judgement could be tested for a difference by language; the table says why.")
    told = json.loads(runner.invoke(cli.app, [*words, "--json"]).stdout)
    assert (told["tests"], told["differing"]) == (0, [])
    assert told["summary"] in none.stderr
    assert all(row["p"] is row["q"] is None and row["no_p"] for row in told["rows"])

    def planted(given: list[groups.GroupReliability]) -> list[groups.GroupReliability]:
        p = {"primary": (0.00005, 0.0001), "event": (0.6, 0.6)}
        return [one._replace(p=p[one.name][0], q=p[one.name][1]) if one.name in p else one for one in given]

    monkeypatch.setattr(groups, "_as_family", planted)
    one = runner.invoke(cli.app, words)
    assert one.stderr.startswith("One judgement differs by language in alpha: Primary frame dimension (q < .001).")
    judged = {row["name"] for row in told["rows"]}
    assert f"2 of {len(judged)} judgements could be tested" in one.stderr
    assert one.stdout.splitlines()[1].endswith("\t<.001\t<.001")
    assert "0.000" not in "".join(line.rpartition("withheld")[2] for line in one.stdout.splitlines())
    assert json.loads(runner.invoke(cli.app, [*words, "--json"]).stdout)["differing"] == ["primary"]


def test_disagreements_are_told_in_words_not_in_python() -> None:
    told = runner.invoke(cli.app, ["agreement", "disagreements", "--study", str(ROOT)]).stdout
    assert "yomiuri-2015-06-24\t/event\tsettled: e44-visit-2015 (previews)\td\tu-putin-japan-visit (comments)\t" in told
    assert "{" not in told


def test_disagreements_say_which_are_open(tmp_path: Path) -> None:
    for name in ("schemas", "coded"):
        shutil.copytree(ROOT / name, tmp_path / name)
    words = ["agreement", "disagreements", "--study", str(tmp_path)]
    whole = runner.invoke(cli.app, words)
    every = json.loads(runner.invoke(cli.app, [*words, "--json"]).stdout)["disagreements"]
    assert not any(one["open"] for one in every)
    assert f"{len(every)} disagreement(s), 0 of them open." in whole.stderr
    assert runner.invoke(cli.app, [*words, "--open"]).stdout.splitlines() == [whole.stdout.splitlines()[0]]
    settled = next((tmp_path / "coded" / "codings").glob("adjudicated*/yomiuri-2015-06-24*"))
    settled.unlink()
    told = json.loads(runner.invoke(cli.app, [*words, "--open", "--json"]).stdout)["disagreements"]
    assert {one["article"] for one in told} == {"yomiuri-2015-06-24"}
    assert {(one["open"], one["settled_as"]) for one in told} == {(True, None)}
    shown = runner.invoke(cli.app, [*words, "--open"])
    assert "yomiuri-2015-06-24\t/event\topen\td\t" in shown.stdout
    assert f"{len(told)} of them open" in shown.stderr


@pytest.mark.parametrize("words", [[], *VIEWS])
def test_a_study_with_one_coder_is_refused_in_every_view(words: list[str], tmp_path: Path) -> None:
    for name in ("schemas", "coded"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for coder in ("d", "adjudicated-2"):
        shutil.rmtree(tmp_path / "coded" / "codings" / coder)
    done = runner.invoke(cli.app, ["agreement", *words, "--study", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (console.FAULTY, "")
    assert "No article has two independent codings" in done.stderr


def test_what_was_settled_is_set_against_what_it_was_confused_with(tmp_path: Path) -> None:
    told = runner.invoke(cli.app, ["agreement", "confusions", "--study", str(ROOT)]).stdout.splitlines()
    assert told[0].split("\t") == ["value", "settled as", "confused with", "times", "records"]
    assert "/frames/primary\tfar_east\tgeo_economics\t1\tyomiuri-2015-12-23" in told
    for name in ("schemas", "coded"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.rmtree(tmp_path / "coded" / "codings" / "adjudicated-2")
    before = runner.invoke(cli.app, ["agreement", "confusions", "--study", str(tmp_path)])
    assert before.exit_code == console.FAULTY
    assert "there is no adjudicated record yet" in before.stderr


def test_the_self_test_passes_on_at_least_sixty_figures() -> None:
    done = runner.invoke(cli.app, ["agreement", "selftest", "--json"])
    found = json.loads(done.stdout)
    assert done.exit_code == console.GOOD
    assert found["agreeing"] == found["figures"] >= 60


def test_the_plan_for_a_small_study_is_a_census() -> None:
    done = runner.invoke(cli.app, ["agreement", "plan", "--study", str(ROOT), "--json"])
    assert json.loads(done.stdout)["units"] == 31


SANKEI = "sankei-2015-03-30.json"


@pytest.fixture
def one_to_settle(tmp_path: Path) -> Path:
    """The shipped study with one article coded: c takes territory alone, d history, and territory beside it."""
    study = tmp_path / "study"
    for name in ("schemas", "coded"):
        shutil.copytree(ROOT / name, study / name)
    codings = study / "coded" / "codings"
    one = json.loads((codings / "c" / SANKEI).read_text(encoding="utf-8"))
    shutil.rmtree(codings)
    assert [entry["supports"] for entry in one["evidence"][:2]] == ["territory", "geopolitics"]
    territory, history, *rest = one["evidence"]
    alone = {"frames": {"primary": "territory", "secondary": []}, "evidence": [territory, *rest]}
    beside = {
        "frames": {"primary": "history", "secondary": ["territory"]},
        "evidence": [history | {"supports": "history"}, territory, *rest],
    }
    for coder, answers in (("c", alone), ("d", beside)):
        (codings / coder).mkdir(parents=True)
        (codings / coder / SANKEI).write_text(json.dumps(one | answers | {"coder": coder}), encoding="utf-8")
    check.mend(study)
    assert check.faults(study) == []
    return study


def settled(study: Path, typed: str = "") -> Result:
    words = ["adjudicate", "--by", "adjudicated-2", "--study", str(study)]
    return runner.invoke(cli.app, words, input=typed)


def record(study: Path) -> dict[str, Any]:
    path = study / "coded" / "codings" / "adjudicated-2" / SANKEI
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def test_a_settlement_that_check_would_refuse_is_asked_again_not_written(one_to_settle: Path) -> None:
    both_territory = "1\n1\nThe islands keep him away.\n2\n1\nThe islands keep him away.\n"
    nothing_beside = "1\n3\nNothing stands beside them.\n"
    done = settled(one_to_settle, both_territory + nothing_beside)
    assert done.exit_code == console.GOOD, done.output
    assert "/frames/secondary/0: 'territory' is already the primary frame" in done.stderr
    made = record(one_to_settle)
    assert made["frames"] == {"primary": "territory", "secondary": []}
    assert [decision["comment"] for decision in made["decisions"]] == [
        "The islands keep him away.",
        "Nothing stands beside them.",
    ]
    assert runner.invoke(cli.app, ["check", "--study", str(one_to_settle)]).exit_code == console.GOOD


def test_adjudication_at_the_prompt(one_to_settle: Path) -> None:
    study = one_to_settle
    answers = '9\n2\n1\nThe first attributed clause decides.\n0\n["territory"]\n2\nshort\nA claim of its own is made.\n'
    done = settled(study, answers)
    assert done.exit_code == console.GOOD, done.output
    made = record(study)
    assert made["frames"] == {"primary": "history", "secondary": ["territory"]}
    assert [decision["follows"] for decision in made["decisions"]] == ["d", "d"], (
        "whoever types what a coder said follows that coder"
    )
    checked = runner.invoke(cli.app, ["check", "--study", str(study)])
    assert checked.exit_code == console.GOOD, checked.output
    again = settled(study)
    assert "Nothing is left to settle" in again.output
    assert "is also coder" not in again.output
    register = json.loads((study / "coded" / "coders.json").read_text(encoding="utf-8"))
    settler = next(entry for entry in register["coders"] if entry["id"] == "adjudicated-2")
    settler["exception"] = {"coder": "d", "reason": "Nobody else reads all three languages."}
    (study / "coded" / "coders.json").write_text(
        json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    told = settled(study)
    assert "adjudicated-2 is also coder d" in told.output.replace("\n", " ")


@pytest.mark.parametrize(
    ("adjudicators", "meant"),
    [
        ((), "No coder in coded/coders.json is marked as an adjudicator"),
        (("carla", "dana"), "with --by: carla, dana."),
    ],
)
def test_who_settles_is_named_unless_there_is_one(tmp_path: Path, adjudicators: tuple[str, ...], meant: str) -> None:
    """It was taken to be a coder called adjudicated."""
    study = example(tmp_path)
    path = study / "coded" / "coders.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    carla = register["coders"].pop()
    register["coders"] += [carla | {"id": name, "name": name.title()} for name in adjudicators]
    path.write_text(json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(study / "coded" / "codings" / "carla")
    done = runner.invoke(cli.app, ["adjudicate", "--study", str(study)])
    assert done.exit_code == console.USAGE
    assert meant in done.output.replace("\n", " ")


def test_long_reasons_stand_below_the_table_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    reason = "not estimable: Too few: 'yes' was coded in 2 of 31 units coded at least twice."
    console.as_table(
        ("judgement", "verdict"), [("Frame: Territory and peace treaty, at length", reason), ("b", reason)]
    )
    told = capsys.readouterr().out
    assert told.count("not estimable (1)") == 2
    assert told.count("'yes' was coded") == 1
    assert "Frame: Territory and peace treaty, at length" in told


def test_square_brackets_in_a_table_are_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    console.as_table(("label",), [("[red]ferry[/blue]",), ("[Interview] The minister",)])
    told = capsys.readouterr().out
    assert "[red]ferry[/blue]" in told
    assert "[Interview] The minister" in told


def test_a_value_is_named_by_the_key_that_it_has_while_coding(one_to_settle: Path) -> None:
    answers = "2\n1\nThe first attributed clause decides.\n0\n2\n2\nA claim of its own is made.\n"
    done = settled(one_to_settle, answers)
    assert done.exit_code == console.GOOD, done.output
    made = record(one_to_settle)
    assert made["frames"] == {"primary": "history", "secondary": ["territory"]}


def test_rows_and_codes_of_a_table_are_chosen(tmp_path: Path) -> None:
    table = tmp_path / "codes.csv"
    rows = [
        "unit,about,coder,value",
        *(f"{u},us,{c},{v}" for u, c, v in zip("aabbccdd", "xyxyxyxy", "12218891", strict=True)),
    ]
    table.write_text("\n".join([*rows, "e,jp,x,1", "e,jp,y,2"]) + "\n", encoding="utf-8")
    words = ["agreement", "table", str(table), "--level", "ordinal", "--draws", "0"]
    done = runner.invoke(cli.app, [*words, "--where", "about=us", "--recode", "8=2", "--without", "9", "--json"])
    report = json.loads(done.stdout)
    assert (done.exit_code, report["units"]) == (console.GOOD, 3), done.output
    assert "1 unit(s) are left out because a coder gave them a code of --without." in done.stderr
    wrong = runner.invoke(cli.app, [*words, "--where", "abuot=us"])
    assert "codes.csv:1: no column 'abuot'; did you mean 'about'?" in wrong.output.replace("\n", "")
    assert "--recode: write '8' as OLD=NEW." in runner.invoke(cli.app, [*words, "--recode", "8"]).output
    nothing = runner.invoke(cli.app, [*words, "--where", "about=ru"])
    assert (nothing.exit_code, "no row is left; look at --where" in nothing.output) == (console.FAULTY, True)


COUNTED = ["agreement", "--study", str(ROOT), "--draws", "50", "--json"]


def silent(*_: object) -> None:
    """A helper that ends without a word."""


def help_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets another process count, however small the study and whatever machine this is."""
    monkeypatch.setattr(agreement_counted, "LEAST", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def test_what_another_process_counts_is_what_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = runner.invoke(cli.app, COUNTED)
    help_at_once(monkeypatch)
    monkeypatch.setattr(agreement_counted, "corpus_at", None)
    assert runner.invoke(cli.app, COUNTED).stdout == alone.stdout != ""


def test_a_helper_without_a_word_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = runner.invoke(cli.app, COUNTED)
    help_at_once(monkeypatch)
    monkeypatch.setattr(agreement_counted, "_tell", silent)
    assert runner.invoke(cli.app, COUNTED).stdout == alone.stdout != ""


def test_what_was_saved_meanwhile_is_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process checked is then not what the other counted."""
    alone = runner.invoke(cli.app, COUNTED)
    times = iter([1, 2])
    read: list[Path] = []
    help_at_once(monkeypatch)
    monkeypatch.setattr(agreement_counted, "_saved", lambda _: [("coded/outlets.json", 1, next(times))])
    monkeypatch.setattr(agreement_counted, "corpus_at", lambda root: read.append(root) or corpus_at(root))
    assert runner.invoke(cli.app, COUNTED).stdout == alone.stdout
    assert read == [ROOT]


def test_faults_come_before_what_another_process_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = shutil.copytree(ROOT / "tests/examples/study", tmp_path / "study")
    path = next((root / "coded/codings").rglob("*.json"))
    path.write_bytes(path.read_bytes().replace(b'"article": "', b'"article": "x', 1))
    with pytest.raises(InvalidStudy) as alone:
        agreement_counted.counted(root, Bootstrap(draws=0), "attributed", "")
    help_at_once(monkeypatch)
    with pytest.raises(InvalidStudy) as beside:
        agreement_counted.counted(root, Bootstrap(draws=0), "attributed", "")
    assert beside.value.faults == alone.value.faults
