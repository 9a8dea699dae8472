"""Questions that an article may answer with several values: their schema, and what analysis makes of such answers."""

import json
from itertools import product
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.coefficients import COEFFICIENTS
from framing.agreement.estimate import Estimate
from framing.agreement.judgement import disagreement_matrix, judgements, ratings_of
from framing.analysis.choices import Choices
from framing.analysis.claims import against_articles
from framing.analysis.measure import value_counts
from framing.analysis.moves import moves
from framing.analysis.reading import Reading, reading
from framing.analysis.table import Tables, tables
from framing.chart.values import value_matrix
from framing.corpus import read
from framing.refusal import Refusal
from framing.report.context import Context, context
from framing.report.figures.values import value_table
from framing.report.pages.handbook import handbook
from framing.report.sections.cards import cards
from framing.study import levels, validate
from framing.study.canonical import KeyOrder, in_order, key_order, ordered
from framing.study.schema import compiled
from tests.overlay import STUDY

CAUSES = ("weather", "crew", "harbour", "none")
MISSING = ("not_expressed", "not_applicable", "unknown", "not_coded")
BOOK = json.loads((STUDY / "schemas" / "codebook.json").read_text(encoding="utf-8"))
ANSWER = compiled(BOOK)["properties"]["values"]["properties"]["causes"]
HELD_TO = validate.contract(ANSWER)
WORDS = st.sampled_from([*CAUSES, *MISSING, "wether"])


def is_answer(value: object) -> bool:
    """What the codebook allows, said once more."""
    if isinstance(value, list):
        sound = value and len(set(value)) == len(value) and set(value) <= set(CAUSES)
        return bool(sound and ("none" not in value or len(value) == 1))
    return value in MISSING


@given(st.lists(WORDS, max_size=4) | WORDS | st.integers() | st.none())
def test_schema_and_explanation_allow_the_answers_of_the_codebook(value: Any) -> None:
    assert HELD_TO.screen.is_valid(value) == is_answer(value)
    assert HELD_TO.explainer.is_valid(value) == is_answer(value)
    if value not in ("not_coded", None) and not isinstance(value, int):
        variable = next(entry for entry in BOOK["variables"] if entry["id"] == "causes")
        assert levels.offers(variable, value) or not is_answer(value)


@given(st.lists(st.sampled_from(CAUSES), max_size=4))
def test_sets_are_written_in_the_order_of_the_codebook(value: list[str]) -> None:
    order = key_order({"properties": {"causes": ANSWER}})
    assert order.inside["causes"] == KeyOrder((), {}, None, CAUSES)
    written = ordered({"causes": value}, order)
    assert sorted(written["causes"]) == sorted(value)
    assert in_order(written, order)
    assert in_order({"causes": value}, order) == (written["causes"] == value)


def study_of(answers: dict[str, dict[str, Any]]) -> Tables:
    """The tables of articles of one outlet; ``answers`` of each article are by coder, in the order of the register."""
    coders = list(dict.fromkeys(coder for given in answers.values() for coder in given))
    registers = {
        name: json.loads((STUDY / "coded" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("outlets", "events", "sources", "searches", "coders")
    }
    registers["coders"]["coders"] = [{"id": coder, "kind": "person"} for coder in coders]
    article = json.loads((STUDY / "coded" / "articles" / "harbour-post-2026-03-03.json").read_text(encoding="utf-8"))
    coding = json.loads(
        (STUDY / "coded" / "codings" / "alba" / "harbour-post-2026-03-03.json").read_text(encoding="utf-8")
    )
    articles = [{**article, "id": name} for name in answers]
    codings = [
        {**coding, "article": name, "coder": coder, "values": {**coding["values"], "causes": value}}
        for name, given in answers.items()
        for coder, value in given.items()
    ]
    return tables({**registers, "codebook": BOOK}, articles, codings)


def said(tables: Tables, rule: str) -> dict[str, list[str]]:
    found = reading(tables, rule)
    assert isinstance(found, Reading)
    causes = found.values.filter(pl.col("variable").cast(pl.String) == "causes")
    rows = causes.select("article", pl.coalesce("value", pl.col("missing").cast(pl.String))).iter_rows()
    together: dict[str, list[str]] = {}
    for article, value in rows:
        together.setdefault(article, []).append(value)
    return together


@pytest.mark.parametrize(
    ("answers", "majority"),
    [
        ([["weather"], ["weather", "crew"], ["crew", "harbour"]], ["weather", "crew"]),
        ([["weather", "crew"], ["harbour"]], ["weather", "crew"]),
        ([["weather"], ["weather"], "unknown"], ["weather"]),
        (["unknown", ["weather"], "unknown"], ["unknown"]),
        (["unknown", ["weather"], ["crew"]], ["unknown"]),
        ([["weather"], ["crew"], ["harbour"]], ["weather"]),
        ([["harbour"], "not_coded", "not_coded"], ["harbour"]),
    ],
)
def test_a_value_stands_if_most_coders_name_it(answers: list[Any], majority: list[str]) -> None:
    found = study_of({"x": dict(zip("abc", answers, strict=False))})
    assert said(found, "majority") == {"x": majority}
    assert said(found, "coder:a") == {"x": answers[0] if isinstance(answers[0], list) else [answers[0]]}


@given(st.lists(st.sampled_from([*(set(p) for p in product(CAUSES[:3], repeat=2)), "unknown"]), min_size=1, max_size=4))
def test_the_majority_is_what_counting_gives(given_: list[Any]) -> None:
    answers = [sorted(one, key=CAUSES.index) if isinstance(one, set) else one for one in given_]
    named = [one if isinstance(one, list) else [one] for one in answers]
    most = [word for word in (*CAUSES, "unknown") if sum(word in one for one in named) * 2 > len(named)]
    found = said(study_of({"x": dict(zip("abcd", answers, strict=False))}), "majority")["x"]
    assert sorted(found) == sorted(most or named[0])


def test_an_article_counts_once_whatever_it_names() -> None:
    found = study_of({"x": {"a": ["weather", "crew"]}, "y": {"a": ["crew"]}, "z": {"a": "unknown"}})
    read_as = reading(found, "coder:a")
    assert isinstance(read_as, Reading)
    counts = value_counts(read_as.values, ["causes"])
    rows = counts.select("value", "articles", "of", "n", "share", "asked", "records").rows()
    assert rows == [
        ("crew", 2, 2, 2.0, 1.0, 3, ["x", "y"]),
        ("unknown", 1, 3, 3.0, 1 / 3, 3, ["z"]),
        ("weather", 1, 2, 2.0, 0.5, 3, ["x"]),
    ]
    assert counts.filter(~pl.col("missing"))["share"].sum() > 1


def test_another_order_of_coders_moves_no_set() -> None:
    found = study_of({"x": {"a": ["weather", "crew"], "b": ["weather", "crew"]}})
    read_as = reading(found, "majority")
    assert isinstance(read_as, Reading)
    assert moves(found, read_as)["values"].to_list() == [0, 0, 0, 0]
    other = study_of({"x": {"a": ["weather", "crew"], "b": ["weather"]}})
    read_as = reading(other, "coder:a")
    assert isinstance(read_as, Reading)
    by = dict(moves(other, read_as).select("rule", "values").iter_rows())
    assert by == {"adjudicated": 1, "majority": 1, "coder:a": 0, "coder:b": 1}


def test_agreement_on_sets_by_hand() -> None:
    """Four articles, two coders: equal sets, one within the other, overlapping, and apart.

    MASI: distances 0, 1 - 1/2 * 2/3 = 2/3, 1 - 1/3 * 1/3 = 8/9, 1; Jaccard: 0, 1/2, 2/3, 1. Expected by all pairs of the
    eight sets, of different articles too (Krippendorff 2011): a and b below.
    """
    sets = {
        "w": (["weather"], ["weather"]),
        "x": (["weather"], ["weather", "crew"]),
        "y": (["weather", "crew"], ["crew", "harbour"]),
        "z": (["crew"], ["harbour"]),
    }
    found = study_of(
        {name: {"a": one, "b": other} for name, (one, other) in sets.items()} | {"u": {"a": "unknown", "b": ["crew"]}}
    )
    by = {one.name: one for one in judgements(found, BOOK)}

    def jaccard(one: set[str], other: set[str]) -> float:
        return len(one & other) / len(one | other)

    def masi(one: set[str], other: set[str]) -> float:
        weight = 1 if one == other else 2 / 3 if one <= other or other <= one else 1 / 3 if one & other else 0
        return jaccard(one, other) * weight

    every = [set(one) for pair in sets.values() for one in pair]
    for name, alike, apart in (
        ("causes", masi, (0 + 2 / 3 + 8 / 9 + 1) / 4),
        ("causes:jaccard", jaccard, (0 + 1 / 2 + 2 / 3 + 1) / 4),
    ):
        expected = sum(1 - alike(one, other) for one in every for other in every) / (8 * 7)
        alpha = krippendorff_alpha(ratings_of(by[name]))
        assert isinstance(alpha, Estimate)
        assert alpha.value == pytest.approx(1 - apart / expected)
    percent = COEFFICIENTS["percent_agreement"](ratings_of(by["causes"]))
    assert isinstance(percent, Estimate)
    assert percent.value == 1 / 4
    met = disagreement_matrix(by["causes"]).select("value", "other_value", "articles").rows()
    assert ("crew + harbour", "crew + weather", 1) in met
    assert by["causes:seen"].codings.filter(pl.col("value") == "no").select("article", "coder").rows() == [("u", "a")]
    assert by["causes:seen"].codings.height == 10, "one row per article and coder, not per value"


@pytest.fixture(scope="module")
def ctx() -> Context:
    return context(read(STUDY), Choices(panel="all"))


def test_pages_show_sets_in_words(ctx: Context) -> None:
    (card,) = cards(ctx, ["harbour-post-2026-03-03"])
    assert ("Causes", ("Weather, Crew",)) in card.facts
    assert "Level: set (one value or several; alone only: No cause)." in repr(handbook(BOOK))


def test_tables_and_pictures_say_that_sets_do_not_add_up(ctx: Context) -> None:
    assert isinstance(ctx.reading, Reading)
    counts = value_counts(ctx.reading.values, ["causes"])
    assert "An article may give several values of Causes" in value_table(ctx, counts).caption
    assert "several values" not in value_table(ctx, value_counts(ctx.reading.values, ["voice"])).caption
    drawn = json.dumps(value_matrix(counts, ctx.style).to_dict(), ensure_ascii=False)
    assert "An article may have several values of Causes" in drawn
    assert "several values" not in json.dumps(
        value_matrix(value_counts(ctx.reading.values, ["voice"]), ctx.style).to_dict()
    )


def test_one_value_of_a_set_bears_a_claim_out() -> None:
    found = study_of({f"x{place}": {"a": ["weather", "crew"] if place < 4 else ["crew"]} for place in range(5)})
    read_as = reading(found, "coder:a")
    assert not isinstance(read_as, Refusal)
    claim = dict.fromkeys(found.claims.columns) | {
        "claim": "c", "source": "s", "kind": "coverage", "in_study": True, "outlet": "harbour-post", "nominal": "causes",
        "first": read_as.articles["published"].min(), "last": read_as.articles["until"].max(), "value": "weather", "events": [],
    }  # fmt: skip
    claims = pl.DataFrame([claim], schema=found.claims.schema)
    tested = against_articles(claims, read_as, found.events)
    assert tested.select("verdict", "agree", "differ").rows() == [("borne_out", ["x0", "x1", "x2", "x3"], ["x4"])]
    omitted = against_articles(claims.with_columns(kind=pl.lit("omission")), read_as, found.events)
    assert omitted.select("verdict", "agree", "differ").rows() == [("contradicted", ["x4"], ["x0", "x1", "x2", "x3"])]
