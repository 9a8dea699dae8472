"""The reliability of a study: what counts, what is refused, and that the words fit the figures."""

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from framing.agreement import groups, study
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import Reliability
from framing.agreement.verdicts import verdict
from framing.corpus import Corpus, read
from framing.false_discovery import benjamini_hochberg
from framing.refusal import Refusal
from framing.table import Tables, tables

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
    ordinal = {f"{entry['id']}:expressed" for entry in shipped.codebook["variables"] if entry["level"] == "ordinal"}
    assert names == {"primary", "frames:masi", "frames:jaccard", "event"} | frames | variables | ordinal


def test_percent_agreement_is_what_counting_gives(shipped: Corpus) -> None:
    """An independent count: 30 of 31 articles have the same primary frame."""
    primary = {
        coder: {
            article: coding["frames"]["primary"] for (article, name), coding in shipped.codings.items() if name == coder
        }
        for coder in ("a", "b")
    }
    same = sum(primary["a"][article] == primary["b"][article] for article in primary["a"])
    percent = rows(shipped)["primary"].percent
    assert not isinstance(percent, Refusal)
    assert percent.value == pytest.approx(same / len(primary["a"]))


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
    verdict = rows(shipped)["frame:civilization"].verdict
    assert verdict.startswith("not estimable")


def test_programs_alone_get_no_verdict(shipped: Corpus) -> None:
    for one in rows(shipped).values():
        assert (one.coders, one.people) == (2, 0)
        assert one.verdict.startswith("not estimable" if isinstance(one.alpha, Refusal) else "withheld")


def test_people_get_a_verdict_by_the_lower_bound(shipped: Corpus) -> None:
    coded_by_people = shipped.tables.codings.with_columns(coder_kind=pl.lit("person"))
    found = study.study_reliability(shipped.tables._replace(codings=coded_by_people), shipped.codebook, QUICK)
    assert not isinstance(found, Refusal)
    judged = [one for one in found if not isinstance(one.interval, Refusal)]
    assert judged
    for one in judged:
        assert (one.coders, one.people) == (2, 2)
        assert one.verdict == verdict(one.alpha, one.interval, 2)
        assert not one.verdict.startswith("withheld")


def test_groups_split_the_articles(shipped: Corpus) -> None:
    language = dict(shipped.tables.articles.select("article", "article_language").iter_rows())
    found = groups.by_group(shipped.tables, shipped.codebook, language, QUICK)
    assert not isinstance(found, Refusal)
    primary = next(one for one in found if one.name == "primary")
    assert sum(part.units for part in primary.groups.values()) == 31
    assert set(primary.groups) == {"ja", "ru", "en"}


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
    "frames": [{"id": "war"}, {"id": "trade"}, {"id": "islands"}],
    "variables": [{"id": "voice", "level": "nominal"}, {"id": "stance", "level": "ordinal"}],
}
LANGUAGES = {f"a{number:02}": "ja" if number < 30 else "ru" for number in range(60)}


def test_differences_between_groups_are_one_family(two_languages: Tables) -> None:
    found = groups.by_group(two_languages, CODEBOOK, LANGUAGES, QUICK)
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
    found = groups.by_group(few, CODEBOOK, some, QUICK)
    assert not isinstance(found, Refusal)
    refused = {one.name: one.p for one in found if isinstance(one.p, Refusal)}
    assert {"frame:islands", "voice", "stance"} <= set(refused)
    assert str(refused["frame:islands"]).startswith("Alpha cannot be estimated in: ru.")
    for one in found:
        lacking = any(isinstance(part.alpha, Refusal) for part in one.groups.values() if part.units)
        assert not lacking or isinstance(one.p, Refusal)


def test_nothing_is_tested_with_hardly_an_article_in_a_group(two_languages: Tables) -> None:
    three = {name: "ja" if int(name[1:]) < 57 else "ru" for name in LANGUAGES}
    found = groups.by_group(two_languages, CODEBOOK, three, QUICK)
    assert not isinstance(found, Refusal)
    primary = next(one for one in found if one.name == "primary")
    assert isinstance(primary.p, Refusal)
    assert primary.p.reason == "Nothing is tested below 4 articles in each group: ru (3)."


def test_no_relabelling_gives_no_p(two_languages: Tables) -> None:
    found = groups.by_group(two_languages, CODEBOOK, LANGUAGES, Bootstrap(draws=0))
    assert not isinstance(found, Refusal)
    assert all(isinstance(one.p, Refusal) for one in found)
    assert groups.differing(found) == []


def test_pairs_of_coders_have_no_test(shipped: Corpus) -> None:
    found = groups.by_coder_pair(shipped.tables, shipped.codebook, QUICK)
    assert not isinstance(found, Refusal)
    assert list(found[0].groups) == ["a–b"]
    assert isinstance(found[0].p, Refusal)


def test_the_matrix_counts_every_article_once(shipped: Corpus) -> None:
    assert study.confusion(shipped.tables, shipped.codebook, "primary")["articles"].sum() == 31


def test_the_table_has_a_row_per_judgement_in_words(shipped: Corpus) -> None:
    found = study.study_reliability(shipped.tables, shipped.codebook, QUICK)
    assert not isinstance(found, Refusal)
    table = study.reliability_table(found, shipped.codebook)
    assert table["judgement"].n_unique() == len(found)
    assert table["verdict"].null_count() == 0
