"""Two degrees of knowing: what is attributed to an article, and what its description implies."""

import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing import cli
from framing.agreement.judgement import judgements
from framing.analysis.choices import USUAL, Choices, Ground, Window
from framing.analysis.ground_moves import answers_moved, medians_moved, on_both_grounds, values_held
from framing.analysis.reading import Reading, reading, rules
from framing.analysis.table import tables
from framing.compare.grid import Grid, default_grid, readings
from framing.compare.robustness import Claim, by_choice, multiverse
from framing.compare.sides import sides
from framing.corpus import read as corpus_at
from framing.refusal import Refusal
from framing.report.blocks import Figure, Table
from framing.report.context import Context, context
from framing.report.figures import FIGURES
from framing.report.pages.overview import overview
from framing.study import check
from framing.study.index import Index
from framing.study.levels import MISSING, UNSEEN
from framing.study.rules.grounds import coding_inferred_of_value

Record = dict[str, Any]
Study = tuple[Record, list[Record], list[Record]]
VARIABLES = ("voice", "stance")


def read(study: Study, codings: list[Record], rule: str, ground: Ground) -> Reading:
    registers, articles, _ = study
    found = reading(tables(registers, articles, codings), rule, ("voice",), ground)
    assert isinstance(found, Reading), found
    return found


def same(one: Reading, other: Reading) -> bool:
    return all(left.equals(right) for left, right in zip(one[1:4], other[1:4], strict=True))


def inferring(codings: list[Record], which: list[tuple[int, str]]) -> list[Record]:
    """Some values of some codings as inferred, where there is one."""
    changed = deepcopy(codings)
    for place, variable in which:
        coding = changed[place]
        if coding["values"][variable] not in MISSING:
            named = {*coding.get("inferred", ()), variable}
            coding["inferred"] = [name for name in VARIABLES if name in named]
    return changed


def withheld(codings: list[Record]) -> list[Record]:
    """The codings of somebody who infers nothing: what was inferred is unknown."""
    return [
        {
            **{key: value for key, value in coding.items() if key != "inferred"},
            "values": {**coding["values"], **dict.fromkeys(coding.get("inferred", ()), UNSEEN)},
        }
        for coding in codings
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.data())
def test_what_is_inferred_is_unknown_unless_it_is_asked_for(study: Study, data: st.DataObject) -> None:
    registers, articles, codings = study
    places = st.tuples(st.integers(0, len(codings) - 1), st.sampled_from(VARIABLES))
    marked = inferring(codings, data.draw(st.lists(places)))
    for rule in rules(tables(registers, articles, codings)):
        assert same(read(study, marked, rule, "attributed"), read(study, withheld(marked), rule, "attributed"))
        both, usual = read(study, marked, rule, "inferred"), read(study, codings, rule, "attributed")
        assert both.values.drop("ground").equals(usual.values.drop("ground"))
        assert both.articles.equals(usual.articles)


def test_a_value_has_a_ground_and_a_missing_one_has_none(study: Study) -> None:
    registers, articles, codings = study
    marked = inferring(codings, [(0, "stance")])
    values = tables(registers, articles, marked).values
    assert values.filter(pl.col("ground") == "inferred").select("article", "coder", "variable").rows() == [
        ("a1", "a", "stance")
    ]
    assert values.filter(pl.col("ground").is_null())["value"].is_null().all()
    assert values.filter(pl.col("ground").is_not_null())["missing"].is_null().all()


@pytest.mark.parametrize(("who", "ground"), [(("a",), "attributed"), (("a", "b"), "inferred"), (("b",), "inferred")])
def test_the_ground_is_that_of_most_who_give_the_value(study: Study, who: tuple[str, ...], ground: str) -> None:
    _, _, codings = study
    of = {coding["coder"]: place for place, coding in enumerate(codings) if coding["article"] == "a1"}
    found = read(study, inferring(codings, [(of[coder], "stance") for coder in who]), "majority", "inferred")
    (row,) = found.values.filter(pl.col("article") == "a1", pl.col("variable") == "stance").to_dicts()
    assert (row["score"], row["ground"]) == (1, ground)  # b comes first in the register and decides


def test_coders_are_compared_on_what_counts_and_on_its_ground(study: Study) -> None:
    registers, articles, codings = study
    book = {
        "frames": [],
        "variables": [
            {"id": name, "labels": {"en": name.title()}, "level": level, "missing": list(MISSING)}
            for name, level in (("voice", "nominal"), ("stance", "ordinal"))
        ],
    }
    of = {coding["coder"]: place for place, coding in enumerate(codings) if coding["article"] == "a1"}
    tidy = tables(registers, articles, inferring(codings, [(of["a"], "stance")]))
    ratings = {
        ground: {one.name: one.codings for one in judgements(tidy, book, ground)}
        for ground in ("attributed", "inferred")
    }

    def said(ground: str, name: str) -> dict[str, Any]:
        rows = ratings[ground][name].filter(pl.col("article") == "a1").select(pl.col("coder").cast(pl.String), "value")
        return dict(rows.iter_rows())

    assert said("attributed", "stance") == {"a": None, "b": 1}
    assert said("attributed", "stance:seen") == {"a": "no", "b": "yes"}
    assert said("inferred", "stance") == {"a": 1, "b": 1}
    assert (
        said("attributed", "stance:ground") == said("inferred", "stance:ground") == {"a": "inferred", "b": "attributed"}
    )
    assert "missing" in ratings["attributed"]["stance:ground"]["value"]
    assert "voice:ground" not in ratings["attributed"]


@pytest.mark.parametrize(("missing", "faults"), [(MISSING, 0), (("not_expressed",), 1)])
def test_what_cannot_be_unknown_cannot_be_inferred(missing: tuple[str, ...], faults: int) -> None:
    index = Index(variables={"tone": {"id": "tone", "missing": list(missing)}})
    assert len(list(coding_inferred_of_value({"values": {"tone": 1}, "inferred": ["tone"]}, index))) == faults


def test_each_figure_says_how_far_it_moves(study: Study) -> None:
    registers, articles, codings = study
    of = {(coding["article"], coding["coder"]): place for place, coding in enumerate(codings)}
    inferred = [(of["a1", "a"], "stance"), (of["a1", "b"], "stance"), (of["r1", "boss"], "stance")]
    tidy = tables(registers, articles, inferring(codings, inferred))
    used = reading(tidy)
    assert isinstance(used, Reading)
    found = on_both_grounds(tidy, used)
    assert found
    (held,) = values_held(*found).filter(pl.col("variable") == "stance").to_dicts()
    assert (held["inferred"] - held["attributed"], held["records"]) == (2, ["a1", "r1"])
    moved = answers_moved(*found).select("variable", "outlet", "value", "articles_attributed", "articles_inferred")
    assert {("stance", "asahi", "1", 1, 2), ("stance", "rg", "-2", 0, 1)} <= {*moved.rows()}
    assert "yomiuri" not in moved["outlet"]
    assert medians_moved(*found, ["stance"])["inferred"].is_null().all()  # fewer than five articles take a position
    assert on_both_grounds(tables(*study), used) is None


def test_a_claim_is_tried_on_both_grounds_where_something_is_inferred(study: Study) -> None:
    registers, articles, codings = study
    book = {"variables": []}
    assert default_grid(tables(*study), book).grounds == ("attributed",)
    marked = tables(registers, articles, inferring(codings, [(0, "stance")]))
    assert default_grid(marked, book).grounds == ("attributed", "inferred")


def test_a_claim_is_tried_near_its_event_too(study: Study) -> None:
    """From three days before to a week after: `framing compare --window -3..+7`."""
    assert default_grid(tables(*study), {"variables": []}).windows == (USUAL.window, Window(-3, 7))


@pytest.fixture(scope="module")
def implied() -> Path:
    """The shipped study; what it says of articles known from a description is in part inferred."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="module")
def attributed(tmp_path_factory: pytest.TempPathFactory, implied: Path) -> Path:
    """The same without a value of which a coder says that it is inferred."""
    root = tmp_path_factory.mktemp("attributed") / "study"
    for part in ("coded", "schemas"):
        shutil.copytree(implied / part, root / part)
    for path in (root / "coded" / "codings").glob("*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record.pop("inferred", ()):
            kept = [
                one for one in record.get("decisions", ()) if one["follows"] != "neither"
            ]  # which was of the ground
            record |= {"decisions": kept} if "decisions" in record else {}
            path.write_text(json.dumps(record), encoding="utf-8")
    check.mend(root)
    assert check.faults(root) == []
    return root


def section(ctx: Context, name: str) -> Any:
    return next((part for part in overview(ctx).sections if part.place == name), None)


def told(table: Table) -> list[str]:
    return ["|".join("".join(str(getattr(part, "text", part)) for part in cell) for cell in row) for row in table.rows]


def test_a_report_says_its_ground_and_what_the_other_would_change(implied: Path) -> None:
    corpus = corpus_at(implied)
    records = [coding for coding in corpus.codings.values() if coding["phase"] == "adjudicated"]
    gained = [coding["article"] for coding in records if "prospect" in coding.get("inferred", ())]
    of_yomiuri = [article for article in gained if corpus.articles[article]["outlet"] == "yomiuri"]
    assert {corpus.articles[article]["outlet"] for article in gained} == {"yomiuri", "sankei"}
    counts = {}
    for ground in ("attributed", "inferred"):
        ctx = context(corpus, Choices(ground=ground))
        [picture] = [block for block in section(ctx, "positions").blocks if isinstance(block, Figure)]
        assert (
            f"reading: adjudicated where settled, else by majority, else by the first coder, ground: {ground}"
            in picture.caption
        )
        assert picture.table
        assert f"ground: {ground}" in FIGURES["reliability"].caption(ctx, pl.DataFrame())
        counts[ground] = [row for row in told(picture.table) if "Yomiuri: Prospect" in row]
        _, held, moved = section(ctx, "grounds").blocks
        assert any(row.startswith("Prospect") and row.endswith(f"|{len(gained)}") for row in told(held))
        assert [row.split("|")[1] for row in told(moved) if row.startswith("Prospect")] == ["Yomiuri", "Sankei"]
    assert "inferred" not in counts["attributed"][0]
    assert f"({len(of_yomiuri)} inferred)" in counts["inferred"][0]


def test_a_study_without_inferred_values_says_nothing_of_grounds(attributed: Path) -> None:
    ctx = context(corpus_at(attributed), Choices())
    assert section(ctx, "grounds") is None
    assert "ground" not in ctx.read_as + FIGURES["reliability"].caption(ctx, pl.DataFrame())
    assert context(ctx.corpus, Choices(ground="inferred")).read_as == "adjudicated, ground: inferred"


@pytest.mark.parametrize("words", [["chart", "bars"], ["report"], ["compare", "--all"], ["agreement"]])
def test_an_unknown_ground_is_answered_with_the_known_ones(words: list[str], implied: Path) -> None:
    found = CliRunner().invoke(cli.app, [*words, "--ground", "both", "--study", str(implied)])
    assert (found.exit_code, "'attributed', 'inferred'" in found.output) == (2, True)


def test_specifications_have_a_ground_only_where_it_is_a_choice(implied: Path) -> None:
    study = corpus_at(implied).tables
    chosen = sides("yomiuri,sankei", study.outlets)
    assert not isinstance(chosen, Refusal)
    pair, usual = (chosen[0], chosen[1]), Grid(("majority",), ("published",), ("together",))
    both = usual._replace(grounds=("attributed", "inferred"))
    found = multiverse(study, Claim("territory"), readings(study, pair, both))
    assert by_choice(found).filter(choice="ground")["option"].to_list() == ["attributed", "inferred"]
    one = multiverse(study, Claim("territory"), readings(study, pair, usual))
    assert "ground" not in one.columns
