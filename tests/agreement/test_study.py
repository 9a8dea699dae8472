"""The reliability of a study: what counts, what is refused, and that the words fit the figures."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.agreement import groups, study
from framing.agreement.clusters import clusters_in_periods
from framing.agreement.judgement import Judgement, disagreement_matrix, judgements, ratings_of
from framing.agreement.ratings import Ratings
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import Reliability
from framing.agreement.verdicts import verdict
from framing.analysis.false_discovery import benjamini_hochberg
from framing.analysis.table import Tables, tables
from framing.corpus import Corpus, read
from framing.refusal import Refusal

ROOT = Path(__file__).parents[2]
QUICK = Bootstrap(draws=200, seed=1)


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return read(ROOT)


def rows(corpus: Corpus) -> dict[str, Reliability]:
    found = study.study_reliability(corpus.tables, corpus.codebook, QUICK)
    assert not isinstance(found, Refusal)
    return {one.name: one for one in found}


def test_every_judgement_of_the_codebook_has_a_row(shipped: Corpus) -> None:
    names = set(rows(shipped))
    frames = {f"frame:{frame['id']}" for frame in shipped.codebook["frames"]}
    variables = {variable["id"] for variable in shipped.codebook["variables"]}
    seen = {f"{name}:seen" for name in variables}
    # to some questions, voice among them, unknown is the one legal missing value
    open_to_silence = {entry["id"] for entry in shipped.codebook["variables"] if entry["missing"] != ["unknown"]}
    assert "voice" in variables - open_to_silence
    expressed = {f"{name}:expressed" for name in open_to_silence}
    several = {f"{entry['id']}:jaccard" for entry in shipped.codebook["variables"] if entry["level"] == "set"}
    sets = {f"{name}:{distance}" for name in ("frames", "events") for distance in ("masi", "jaccard")}
    records = shipped.codings.values()
    grounds = {
        f"{name}:ground" for coding in records if coding["phase"] == "main" for name in coding.get("inferred", ())
    }
    assert names == {"primary", "event"} | sets | frames | variables | several | seen | expressed | grounds


def values_of(variable: str, level: str, codings: dict[str, tuple[str | int, str | int]]) -> list[Judgement]:
    """The judgements of one variable by two coders, whose marks stand side by side for each article."""
    missing = ["not_expressed", "not_applicable", "unknown"]
    rows = [
        (
            article,
            coder,
            None if mark in missing else str(mark),
            mark if isinstance(mark, int) else None,
            mark if mark in missing else None,
        )
        for article, marks in codings.items()
        for coder, mark in zip(("a", "b"), marks, strict=True)
    ]
    values = pl.DataFrame(rows, schema=["article", "coder", "value", "score", "missing"], orient="row").with_columns(
        variable=pl.lit(variable), score=pl.col("score").cast(pl.Int16), ground=pl.lit("attributed")
    )
    keys = values.select("article", "coder").unique(maintain_order=True)
    codings_table = keys.with_columns(
        coder_kind=pl.lit("person"),
        phase=pl.lit("main"),
        primary=pl.lit("war"),
        event=pl.lit(None, pl.String),
        others=pl.lit([], pl.List(pl.String)),
    )
    frames = keys.with_columns(frame=pl.lit("war"), role=pl.lit("primary"))
    articles = keys.select(pl.col("article").unique(), bundle=pl.lit(None, pl.String))
    empty = pl.DataFrame()
    tables = Tables(empty, empty, empty, articles, codings_table, frames, values, empty, empty, empty)
    book = {
        "frames": [],
        "variables": [{"id": variable, "labels": {"en": variable}, "level": level, "missing": missing}],
    }
    return [one for one in judgements(tables, book) if one.name.split(":")[0] == variable]


def test_agreement_on_not_knowing_is_no_agreement_on_the_value() -> None:
    """Eight articles that neither coder could see, and two on which they contradict each other: the value is not reliable."""
    unseen = {f"u{number}": ("unknown", "unknown") for number in range(8)}
    told = values_of("obstacle", "nominal", unseen | {"x": ("japan", "russia"), "y": ("russia", "japan")})
    found = {one.name: study.reliability(one, QUICK) for one in told}
    assert list(found) == ["obstacle:seen", "obstacle:expressed", "obstacle"]
    seen, value = found["obstacle:seen"].percent, found["obstacle"]
    assert (seen.value, value.units) == (1.0, 2)  # type: ignore[union-attr]  # an estimate
    assert value.percent.value == 0.0  # type: ignore[union-attr]  # an estimate
    assert value.alpha.value < 0  # type: ignore[union-attr]  # an estimate


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_not_knowing_and_not_expressing_are_two_things(level: str) -> None:
    """What one coder could not see and the other saw to be silent is a disagreement on seeing, and none on expressing."""
    marks: dict[str, tuple[str | int, str | int]] = {
        "x": ("unknown", "not_expressed"), "y": ("not_expressed", "not_applicable"), "z": (1, 1)
    }  # fmt: skip
    seen, expressed, value = (ratings_of(one) for one in values_of("stance", level, marks))
    assert [len(part.units) for part in (seen, expressed, value)] == [3, 3, 3]
    as_lists = [
        [[None if code < 0 else part.categories[code] for code in row] for row in part.codes]
        for part in (seen, expressed, value)
    ]
    one: str | int = 1 if level == "ordinal" else "1"
    assert as_lists == [
        [["no", "yes"], ["yes", "yes"], ["yes", "yes"]],
        [[None, "no"], ["no", "no"], ["yes", "yes"]],
        [[None, None], [None, None], [one, one]],
    ]


def test_percent_agreement_is_what_counting_gives(shipped: Corpus) -> None:
    """An independent count: 30 of 31 articles have the same primary frame."""
    primary = {
        coder: {
            article: coding["frames"]["primary"] for (article, name), coding in shipped.codings.items() if name == coder
        }
        for coder in ("c", "d")
    }
    same = sum(primary["c"][article] == primary["d"][article] for article in primary["c"])
    percent = rows(shipped)["primary"].percent
    assert not isinstance(percent, Refusal)
    assert percent.value == pytest.approx(same / len(primary["c"]))


def test_adjudicated_records_do_not_count(shipped: Corpus) -> None:
    without = shipped.tables._replace(codings=shipped.tables.codings.filter(pl.col("phase") == "main"))
    assert study.study_reliability(without, shipped.codebook, QUICK) == study.study_reliability(
        shipped.tables, shipped.codebook, QUICK
    )
    only = shipped.tables._replace(codings=shipped.tables.codings.filter(pl.col("phase") != "main"))
    refused = study.study_reliability(only, shipped.codebook, QUICK)
    assert isinstance(refused, Refusal)
    assert refused.code == "single_coder"
    assert "do not count" in refused.reason


def test_a_rare_frame_is_said_not_to_be_estimable(shipped: Corpus) -> None:
    assert rows(shipped)["frame:civilization"].verdict.code == "not_estimable"


def test_programs_alone_get_no_verdict(shipped: Corpus) -> None:
    for one in rows(shipped).values():
        assert (one.coders, one.people) == (2, 0)
        assert one.verdict.code == ("not_estimable" if isinstance(one.alpha, Refusal) else "programs")


def test_people_get_a_verdict_by_the_lower_bound(shipped: Corpus) -> None:
    coded_by_people = shipped.tables.codings.with_columns(coder_kind=pl.lit("person"))
    found = study.study_reliability(shipped.tables._replace(codings=coded_by_people), shipped.codebook, QUICK)
    assert not isinstance(found, Refusal)
    judged = [one for one in found if not isinstance(one.interval, Refusal)]
    assert judged
    for one in judged:
        assert (one.coders, one.people) == (2, 2)
        assert one.verdict == verdict(one.alpha, one.interval, 2)
        assert one.verdict.code not in ("programs", "one_person")


def test_groups_split_the_articles(shipped: Corpus) -> None:
    language = dict(shipped.tables.articles.select("article", "article_language").iter_rows())
    found = groups.by_group(shipped.tables, judgements(shipped.tables, shipped.codebook), language, QUICK)
    assert not isinstance(found, Refusal)
    primary = next(one for one in found if one.name == "primary")
    assert sum(part.units for part in primary.groups.values()) == 31
    assert set(primary.groups) == {"ja", "ru", "en"}


def test_between_periods_whole_events_are_relabelled(shipped: Corpus) -> None:
    """Of two periods with one event each nothing can be said: whichever is called which, the difference is the same."""
    first = date(2014, 10, 1)
    half = {
        name: "early" if day < first else "late"
        for name, day in shipped.tables.articles.select("article", "published").iter_rows()
    }
    apart = groups.by_group(shipped.tables, judgements(shipped.tables, shipped.codebook), half, QUICK)
    whole = groups.by_group(shipped.tables, judgements(shipped.tables, shipped.codebook), half, QUICK, half)
    assert not isinstance(apart, Refusal)
    assert not isinstance(whole, Refusal)
    tested = [(one.p, other.p) for one, other in zip(apart, whole, strict=True) if not isinstance(one.p, Refusal)]
    assert min(p for p, _ in tested) < 1  # type: ignore[type-var]  # numbers
    assert [p for _, p in tested] == [1.0] * len(tested)


def test_clusters_of_periods_hold_events_and_descriptions(tidy: Tables) -> None:
    """Two of three coders put a3 on the summit, with r2; y2, y3 and y4 share a description; a2 stands alone."""
    names = tidy.articles["article"].to_list()
    found = clusters_in_periods(tidy, dict.fromkeys(names, "2014"))
    together: dict[str, set[str]] = {}
    for name, cluster in found.items():
        together.setdefault(cluster, set()).add(name)
    sets = list(together.values())
    assert {"a1", "y1", "r1"} in sets
    assert {"a3", "r2"} in sets
    assert {"y2", "y3", "y4"} in sets
    assert {"a2"} in sets
    parted = clusters_in_periods(tidy, {name: "early" if name == "a1" else "late" for name in names})
    assert parted["a1"] != parted["y1"] == parted["r1"]


def test_the_commonest_answer_is_one_to_the_units_that_are_counted(shipped: Corpus) -> None:
    """Two coders give two answers to each unit; an answer that stands alone is of no unit. Stance has one of these."""
    found = rows(shipped)
    for one in found.values():
        if one.prevalence:
            given = one.prevalence[1] * 2 * one.units
            assert given == pytest.approx(round(given)), one.name
    assert found["stance"].prevalence == ("-1", pytest.approx(4 / 8))


@pytest.fixture
def two_languages(study: Any) -> Tables:
    """60 articles; on the first 30 the coders agree about the frame, on the others they do not, and "islands" is rare there."""
    mine = (["war", "trade", "islands"] * 10) + (["war", "trade"] * 15)
    theirs = mine[:30] + ["trade", "trade", "war", "war", "islands"] * 6
    names = [f"a{number:02}" for number in range(60)]
    one = study.codings[0]
    codings = [
        one | {"article": name, "coder": coder, "frames": {"primary": frame, "secondary": []}}
        for coder, frames in (("a", mine), ("b", theirs))
        for name, frame in zip(names, frames, strict=True)
    ]
    articles = [study.articles[0] | {"id": name} for name in names]
    return tables(study.registers, articles, codings)


CODEBOOK = {
    "frames": [{"id": name, "labels": {"en": name.title()}} for name in ("war", "trade", "islands")],
    "variables": [
        {"id": "voice", "labels": {"en": "Voice"}, "level": "nominal", "missing": ["unknown"]},
        {"id": "stance", "labels": {"en": "Stance"}, "level": "ordinal", "missing": ["not_expressed", "unknown"]},
    ],
}
LANGUAGES = {f"a{number:02}": "ja" if number < 30 else "ru" for number in range(60)}


def test_a_frame_and_a_variable_of_one_id_keep_their_own_names(two_languages: Tables) -> None:
    book = CODEBOOK | {"frames": [{"id": "stance", "labels": {"en": "Attitude"}}]}
    titles = {one.name: one.title for one in judgements(two_languages, book)}
    assert (titles["frame:stance"], titles["stance"]) == ("Frame: Attitude", "Stance")
    assert titles["stance:expressed"] == "Stance: expressed?"


def test_differences_between_groups_are_one_family(two_languages: Tables) -> None:
    found = groups.by_group(two_languages, judgements(two_languages, CODEBOOK), LANGUAGES, QUICK)
    assert not isinstance(found, Refusal)
    by_name = {one.name: one for one in found}
    assert by_name["primary"].p == 1 / (QUICK.draws + 1)  # never 0: the actual labels are one of the relabellings
    tested = {one.name: one.p for one in found if not isinstance(one.p, Refusal)}
    assert len(tested) == 6
    expected = benjamini_hochberg(np.array(list(tested.values())))
    assert [by_name[name].q for name in tested] == pytest.approx(expected.tolist())
    assert [one.name for one in groups.differing(found)] == list(tested)
    assert all(one.q is None for one in found if one.name not in tested)


def test_no_p_is_given_where_alpha_is_refused(two_languages: Tables) -> None:
    some = {name: "ja" if int(name[1:]) < 27 else "ru" for name in LANGUAGES}
    few = two_languages._replace(
        frames=two_languages.frames.filter((pl.col("frame") != "islands") | (pl.col("article") < "a44"))
    )
    found = groups.by_group(few, judgements(few, CODEBOOK), some, QUICK)
    assert not isinstance(found, Refusal)
    refused = {one.name: one.p for one in found if isinstance(one.p, Refusal)}
    assert {"frame:islands", "voice", "stance"} <= set(refused)
    assert str(refused["frame:islands"]).startswith("Alpha cannot be estimated in: ru.")
    for one in found:
        lacking = any(isinstance(part.alpha, Refusal) for part in one.groups.values() if part.units)
        assert not lacking or isinstance(one.p, Refusal)


def test_nothing_is_tested_with_hardly_an_article_in_a_group(two_languages: Tables) -> None:
    three = {name: "ja" if int(name[1:]) < 57 else "ru" for name in LANGUAGES}
    found = groups.by_group(two_languages, judgements(two_languages, CODEBOOK), three, QUICK)
    assert not isinstance(found, Refusal)
    primary = next(one for one in found if one.name == "primary")
    assert isinstance(primary.p, Refusal)
    assert primary.p.reason == "Nothing is tested below 4 articles in each group: ru (3)."


def test_no_relabelling_gives_no_p(two_languages: Tables) -> None:
    found = groups.by_group(two_languages, judgements(two_languages, CODEBOOK), LANGUAGES, Bootstrap(draws=0))
    assert not isinstance(found, Refusal)
    assert all(isinstance(one.p, Refusal) for one in found)
    assert groups.differing(found) == []


def test_pairs_of_coders_have_no_test(shipped: Corpus) -> None:
    found = groups.by_coder_pair(shipped.tables, judgements(shipped.tables, shipped.codebook), QUICK)
    assert not isinstance(found, Refusal)
    assert list(found[0].groups) == ["c–d"]
    assert isinstance(found[0].p, Refusal)


def test_the_matrix_counts_every_article_once(shipped: Corpus) -> None:
    primary = judgements(shipped.tables, shipped.codebook)[0]
    assert (primary.name, disagreement_matrix(primary)["articles"].sum()) == ("primary", 31)


def test_the_table_has_a_row_per_judgement_in_words(shipped: Corpus) -> None:
    found = study.study_reliability(shipped.tables, shipped.codebook, QUICK)
    assert not isinstance(found, Refusal)
    table = study.reliability_table(found)
    assert table["judgement"].n_unique() == len(found)
    assert table["verdict"].null_count() == 0


MARK = st.sampled_from(["unknown", "not_expressed", "japan", "russia"])


@given(st.lists(st.tuples(MARK, MARK), min_size=1, max_size=12), st.integers(1, 20))
def test_articles_that_nobody_can_see_change_no_figure_of_the_value(marks: list[tuple[str, str]], unseen: int) -> None:
    """Percent agreement, alpha and AC1 of every step but the first are the same with and without them."""
    told: dict[str, tuple[str | int, str | int]] = {f"a{place}": pair for place, pair in enumerate(marks)}
    dark: dict[str, tuple[str | int, str | int]] = {f"u{place}": ("unknown", "unknown") for place in range(unseen)}
    figures = [
        [
            [None if isinstance(figure, Refusal) else figure.value for figure in (row.percent, row.alpha, row.ac1)]
            for one in values_of("obstacle", "nominal", codings)
            if not one.name.endswith(":seen")
            for row in [study.reliability(one, Bootstrap(draws=0, seed=0))]
        ]
        for codings in (told, told | dark)
    ]
    assert figures[0] == figures[1]


@given(st.lists(st.tuples(*[st.none() | st.lists(st.sampled_from("abc"), unique=True)] * 2), min_size=1, max_size=12))
def test_ratings_are_the_answers_in_whatever_order_a_set_stands(answers: list[tuple[list[str] | None, ...]]) -> None:
    rows = [
        {"unit": unit, "coder": coder, "value": value}
        for unit, both in enumerate(answers)
        for coder, value in zip("xy", both, strict=True)
    ]
    codings = pl.DataFrame(rows, schema={"unit": pl.UInt32, "coder": pl.String, "value": pl.List(pl.String)})
    names = tuple(f"article {unit}" for unit in range(len(answers)))
    found = ratings_of(Judgement("sets", "Sets", "masi", "", codings, names))
    expected = Ratings.from_lists(list(zip(*answers, strict=True)), "masi", names, ("x", "y"))
    assert found.codes.tolist() == expected.codes.tolist()
    assert (found.categories, found.units) == (expected.categories, expected.units)
