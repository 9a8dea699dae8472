"""The reliability of a study: what counts, what is refused, and that the words fit the figures."""

from pathlib import Path

import polars as pl
import pytest

from framing.agreement import groups, study
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import Reliability
from framing.agreement.verdicts import verdict
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
