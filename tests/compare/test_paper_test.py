"""Countries are told apart by papers: exact, symmetric, silent where papers are too few, and rarely wrong where nothing differs."""

from itertools import combinations, product

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from framing.analysis.choices import Choices
from framing.compare.chance import paper_test as module
from framing.compare.chance.design import Design
from framing.compare.chance.paper_test import Papers, PaperTest, fewest_papers, paper_test, papers
from framing.compare.chance.permutation import (
    ABOUT,
    LEVEL,
    PermutationTest,
    null,
    permutation_test,
    smallest_attainable_p,
)
from framing.compare.material import Material
from framing.compare.result import Comparison, compare_all, compare_event
from framing.compare.selection import Selection
from framing.compare.sides import Kind, Side, sides
from framing.corpus import Corpus
from framing.refusal import Refusal

LETTERS = "abcdefghijklmnopqrst"


def pair_of(n: int, m: int, kind: Kind = "country") -> tuple[Side, Side]:
    return (
        Side("x", kind, tuple(LETTERS[:n]), "the first papers"),
        Side("y", kind, tuple(LETTERS[n : n + m]), "the second papers"),
    )


def papers_of(counts: np.ndarray, n: int) -> Papers:  # type: ignore[type-arg]
    """Papers from (events x papers x answers) counts, the first n of which are the first side."""
    names = tuple(LETTERS[: counts.shape[1]])
    answers = tuple(f"f{place}" for place in range(counts.shape[2]))
    return Papers(names, tuple(place < n for place in range(len(names))), answers, counts.astype(float))


def outcome(counts: np.ndarray, n: int, **more: int) -> PaperTest | Refusal:  # type: ignore[type-arg]
    return paper_test(papers_of(counts, n), pair_of(n, counts.shape[1] - n), **more)


@pytest.mark.parametrize(("right", "p"), [(4, 2 / 70), (3, 34 / 70)])
def test_the_lady_tasting_tea(right: int, p: float) -> None:
    """Fisher (1935), The Design of Experiments, ch. 2: eight cups; here eight papers of one article, two-sided."""
    first = [[1, 0]] * right + [[0, 1]] * (4 - right)
    found = outcome(np.array([first + [row[::-1] for row in first]]), 4)
    assert isinstance(found, PaperTest)
    assert (found.p, found.arrangements, found.exact) == (pytest.approx(p), 70, True)
    assert found.answers["p"].to_list() == pytest.approx([p, p])


counted = arrays(np.int64, (2, 7, 3), elements=st.integers(0, 5)).filter(
    lambda counts: bool((counts.sum(axis=2) > 0).all())
)


@given(counted)
@settings(max_examples=40, deadline=None)
def test_every_p_by_trying_every_arrangement(counts: np.ndarray) -> None:  # type: ignore[type-arg]
    found = outcome(counts, 3)
    away = np.zeros((7, 3))
    for paper, event in product(range(7), range(2)):
        share = counts[event].sum(axis=0) / counts[event].sum()
        away[paper] += (counts[event, paper] - counts[event, paper].sum() * share) / counts[:, paper].sum()

    def between(chosen: tuple[int, ...]) -> np.ndarray:  # type: ignore[type-arg]
        rest = [paper for paper in range(7) if paper not in chosen]
        apart: np.ndarray = (away[list(chosen)].mean(axis=0) - away[rest].mean(axis=0)) ** 2 * 12 / 7  # type: ignore[type-arg]
        return apart

    every = np.array([between(chosen) for chosen in combinations(range(7), 3)])
    together = every.sum(axis=1)
    if isinstance(found, Refusal):
        assert found.code == "unattainable_p"
        assert np.mean(together >= together.max() - 1e-9) > LEVEL
        return
    assert found.p == pytest.approx(np.mean(together >= together[0] - 1e-9))
    whole = ((away - away.mean(axis=0)) ** 2).sum(axis=0)
    kept = whole > 1e-9
    largest = (every[:, kept] / whole[kept]).max(axis=1)
    expected = [np.mean(largest >= every[0, k] / whole[k] - 1e-9) if kept[k] else None for k in range(3)]
    assert found.answers["p"].to_list() == pytest.approx(expected)


def test_neither_side_is_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exchanging the sides changes no p, whether arrangements are tried or drawn."""
    counts = np.random.default_rng(2).integers(1, 6, (3, 8, 4))
    for limit in (module.ENUMERATED, 1):
        monkeypatch.setattr(module, "ENUMERATED", limit)
        one = outcome(counts, 4, draws=400)
        swapped = papers_of(counts, 4)._replace(first=(False,) * 4 + (True,) * 4)
        other = paper_test(swapped, pair_of(4, 4), draws=400)
        assert isinstance(one, PaperTest)
        assert isinstance(other, PaperTest)
        assert (one.p, one.exact) == (other.p, limit > 1) == (one.p, other.exact)
        np.testing.assert_allclose(one.answers["difference"], -other.answers["difference"].to_numpy(), atol=1e-12)


@pytest.mark.parametrize(
    ("n", "m", "code", "said"),
    [
        (1, 4, "one_paper", "1/5 = .2 at best"),
        (4, 1, "one_paper", "1/5 = .2 at best"),
        (1, 19, "one_paper", "1/20 = .05 at best"),
        (3, 3, "too_few_papers", "2/20 = .1 at best"),
        (2, 4, "too_few_papers", "1/15 = .067 at best"),
        (2, 2, "too_few_papers", "2/6 = .33 at best"),
    ],
)
def test_too_few_papers_are_refused_with_what_they_could_reach(n: int, m: int, code: str, said: str) -> None:
    found = outcome(np.random.default_rng(0).integers(1, 9, (2, n + m, 3)), n)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert said in found.reason
    assert "2 against 5, or 3 against 4" in found.need


@pytest.mark.parametrize(("n", "m", "best"), [(2, 5, 1 / 21), (3, 4, 1 / 35), (4, 4, 2 / 70), (5, 5, 2 / 252)])
def test_enough_papers_can_reach_what_is_said(n: int, m: int, best: float) -> None:
    counts = np.array([[[9, 1, 2 + place] for place in range(n)] + [[1, 9, 2 + place] for place in range(m)]])
    found = outcome(counts, n)
    assert isinstance(found, PaperTest)
    assert found.smallest_p == found.p == pytest.approx(best)


@given(st.integers(2, 30))
def test_the_fewest_papers_are_the_fewest(other: int) -> None:
    needed = fewest_papers(other)
    assert smallest_attainable_p([(needed, other)]) <= LEVEL
    assert needed == 2 or smallest_attainable_p([(needed - 1, other)]) > LEVEL


def test_papers_that_all_write_alike_can_show_nothing() -> None:
    found = outcome(np.full((3, 8, 2), 4), 4)
    assert isinstance(found, Refusal)
    assert found.code == "unattainable_p"


def test_two_papers_and_two_readings_make_no_claim_about_countries() -> None:
    found = papers_of(np.ones((2, 2, 2)), 1)
    two = paper_test(found, pair_of(1, 1, "outlet"))
    coders = tuple(side._replace(kind="coder", coder=side.name) for side in pair_of(1, 1))
    readings = paper_test(found, (coders[0], coders[1]))
    assert [found.code for found in (two, readings) if isinstance(found, Refusal)] == ["two_papers", "readings"]


def test_a_description_that_papers_share_is_split_among_them() -> None:
    rows = [
        ("p", "x", "a", "n"),
        ("q", "x", "b", "n"),
        ("r", "x", "b", "r"),
        ("s", "y", "c", "s"),
        ("t", "y", "d", "t"),
    ]
    table = pl.DataFrame(rows, schema=["article", "side", "outlet", "unit"], orient="row")
    articles = table.with_columns(stratum=pl.when(pl.col("article") == "t").then(pl.lit("f")).otherwise(pl.lit("e")))
    frames = articles.select("article", "side", answer=pl.lit("war"), role=pl.lit("primary"))
    found = papers(Selection(articles, frames, frames, ("x", "y")), ["e"], ["peace", "war"], pair_of(2, 2))
    assert (found.names, found.first) == (("a", "b", "c"), (True, True, False))
    assert found.counts[0, :, 1].tolist() == [0.5, 1.5, 1.0]


# --- simulated papers -----------------------------------------------------------------------------------------

SHARES = np.array([0.3, 0.25, 0.2, 0.12, 0.08, 0.05])
EVENTS, ARTICLES, POINTS = 30, 7, 0.04


def written(rng: np.random.Generator, studies: int, n: int, m: int, moved: float = 0.0) -> np.ndarray:  # type: ignore[type-arg]
    """(studies x events x papers x frames) counts of papers that differ among themselves by 4 points; ``moved`` adds what
    the second side writes more of the first frame, and less of the second."""
    events = rng.dirichlet(SHARES * 20, (studies, EVENTS, 1))
    own = rng.normal(0, POINTS, (studies, 1, n + m, len(SHARES)))
    own[..., n:, 0] += moved
    own[..., n:, 1] -= moved
    shares = np.clip(events + own - own.mean(axis=3, keepdims=True), 1e-3, None)
    sizes = rng.poisson(ARTICLES, (studies, EVENTS, n + m)) + 1
    counts: np.ndarray = rng.multinomial(sizes, shares / shares.sum(axis=3, keepdims=True))  # type: ignore[type-arg]
    return counts


@pytest.mark.parametrize(("n", "m"), [(4, 4), (3, 4), (2, 5)])
def test_where_countries_do_not_differ_it_rarely_says_so(n: int, m: int) -> None:
    """Papers differ by 4 points, countries do not: p of at most .05 in no more than .05 of the studies, but for chance."""
    studies = 400
    found = [outcome(counts, n) for counts in written(np.random.default_rng(n), studies, n, m)]
    p = np.array([test.p for test in found if isinstance(test, PaperTest)])
    most = np.array([test.answers["p"].min() for test in found if isinstance(test, PaperTest)])
    assert len(p) == studies
    chance = 2 * np.sqrt(LEVEL * (1 - LEVEL) / studies)
    assert np.mean(p <= LEVEL) <= LEVEL + chance
    assert np.mean(most <= LEVEL) <= LEVEL + chance  # of all frames together, one that seems to differ


def test_where_countries_do_not_differ_shuffling_articles_says_so_often() -> None:
    """Why articles can tell these papers apart, and not countries."""
    wrong = []
    for counts in written(np.random.default_rng(9), 40, 4, 4):
        a, b = counts[:, :4].sum(axis=1), counts[:, 4:].sum(axis=1)
        found = Design(tuple("abcdef"), tuple(f"e{place:02}" for place in range(EVENTS)), np.eye(6), a, b)
        test = permutation_test(found, null(found, 399))
        assert isinstance(test, PermutationTest)
        wrong.append(test.p <= LEVEL)
    assert np.mean(wrong) > 0.2


def test_where_countries_differ_it_says_in_what() -> None:
    counts = written(np.random.default_rng(5), 60, 4, 4, moved=0.2)
    found = [test for test in (outcome(one, 4) for one in counts) if isinstance(test, PaperTest)]
    assert np.mean([test.p <= LEVEL for test in found]) > 0.8
    named = [set(test.answers.filter(pl.col("p") <= LEVEL)["answer"]) for test in found]
    assert np.mean([bool(names & {"f0", "f1"}) for names in named]) > 0.8
    assert np.mean([bool(names - {"f0", "f1"}) for names in named]) <= LEVEL
    assert np.mean([test.answers["difference"][0] for test in found]) == pytest.approx(-0.2, abs=0.03)


# --- in a comparison ------------------------------------------------------------------------------------------


def compared(material: Material, corpus: Corpus, written_as: str, event: str = "") -> Comparison:
    coders = [str(coder["id"]) for coder in corpus.registers["coders"]]
    chosen = sides(written_as, corpus.tables.outlets, coders)
    assert not isinstance(chosen, Refusal)
    options = Choices(draws=199)
    pair = (chosen[0], chosen[1])
    found = compare_event(material, event, pair, options) if event else compare_all(material, pair, options)
    assert isinstance(found, Comparison)
    return found


def test_one_paper_carries_no_claim_about_its_country(demo: Corpus, demo_material: Material) -> None:
    found = compared(demo_material, demo, "japan,russia")
    assert isinstance(found.papers, Refusal)
    assert found.papers.code == "one_paper"
    assert "1/5 = .2 at best" in found.papers.reason
    assert not isinstance(found.frames, Refusal)
    assert isinstance(found.frames.test, PermutationTest)
    assert found.frames.test.about == ABOUT == "these papers, these articles"


def test_two_readings_are_named_for_what_they_are(demo: Corpus, demo_material: Material) -> None:
    found = compared(demo_material, demo, "coder:c1,coder:c2")
    assert isinstance(found.papers, Refusal)
    assert found.papers.code == "readings"
    assert not isinstance(found.frames, Refusal)
    assert isinstance(found.frames.test, PermutationTest)
    assert "readings" in found.frames.test.about


def test_where_nothing_is_tested_papers_are_not_either(shipped: Corpus, shipped_material: Material) -> None:
    found = compared(shipped_material, shipped, "japan,russia", "u-ukraine-crisis-sanctions")
    assert isinstance(found.papers, Refusal)
    assert isinstance(found.frames, Refusal)
    assert found.papers == found.frames


def test_an_umbrella_without_a_common_part_is_refused_also_as_a_sample(
    shipped: Corpus, shipped_material: Material
) -> None:
    """No event of both sides means no paper at all to exchange."""
    chosen = sides("japan,russia", shipped.tables.outlets)
    assert not isinstance(chosen, Refusal)
    options = Choices(draws=199, treat_as="sample")
    found = compare_event(shipped_material, "u-ukraine-crisis-sanctions", (chosen[0], chosen[1]), options)
    assert isinstance(found, Comparison)
    assert isinstance(found.papers, Refusal)
    assert found.papers.code == "too_few_articles"
