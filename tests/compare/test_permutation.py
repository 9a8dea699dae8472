"""Exact enumeration, published figures, and what must not matter: side, order, names of frames."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import comb

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from framing.compare.chance import hypergeometric
from framing.compare.chance.design import Design, Floats, design, designs, matched
from framing.compare.chance.permutation import (
    PermutationTest,
    association,
    expected,
    null,
    permutation_test,
    smallest_attainable_p,
    two_sided,
)
from framing.compare.frames import answer_tests, frame_comparison
from framing.refusal import Refusal


def counted(a: Sequence[Sequence[int]], b: Sequence[Sequence[int]]) -> Design:
    """Strata as lists of counts per answer, one answer per unit."""
    strata = tuple(f"e{place:03}" for place in range(len(a)))
    return Design(tuple(f"f{place}" for place in range(len(a[0]))), strata, np.eye(len(a[0])), np.array(a), np.array(b))


# R's data set of Mantel (1963), Agresti (1990) p. 140: rabbits cured and not cured by penicillin, at once or after 1.5 h.
RABBITS = counted([[0, 6], [3, 3], [6, 0], [5, 1], [2, 0]], [[0, 5], [0, 6], [2, 4], [6, 0], [5, 0]])
# Admissions to Berkeley in 1973 (Bickel et al. 1975): admitted and rejected men and women in six departments.
BERKELEY = counted(
    [[512, 313], [353, 207], [120, 205], [138, 279], [53, 138], [22, 351]],
    [[89, 19], [17, 8], [202, 391], [131, 244], [94, 299], [24, 317]],
)


def permuted(found: Design) -> PermutationTest:
    test = permutation_test(found, null(found))
    assert isinstance(test, PermutationTest)
    return test


def dealt(found: Design) -> Iterator[Floats]:
    """Totals of the first side under every way to deal the single units, one by one: the plain, slow way."""
    strata = []
    for a, b in zip(found.a, found.b, strict=True):
        units = [kind for kind, count in enumerate(a + b) for _ in range(count)]
        picks = combinations(range(len(units)), int(a.sum()))
        strata.append(
            [sum((found.kinds[units[place]] for place in pick), np.zeros(found.kinds.shape[1])) for pick in picks]
        )
    for totals in product(*strata):
        yield sum(totals, np.zeros(found.kinds.shape[1]))


def plain_statistic(found: Design, totals: Floats) -> float:
    """Landis, Heyman and Koch's statistic, stratum by stratum, from the textbook covariance of counts."""
    k = found.kinds.shape[1]
    mean, covariance = np.zeros(k), np.zeros((k, k))
    for a, b in zip(found.a @ found.kinds, found.b @ found.kinds, strict=True):
        n_a, n_b = a.sum(), b.sum()
        n, m = n_a + n_b, a + b
        mean += n_a * m / n
        covariance += n_a * n_b * (n * np.diag(m) - np.outer(m, m)) / (n**2 * (n - 1))
    away = totals - mean
    return float(away @ np.linalg.pinv(covariance) @ away)


small = st.lists(
    st.tuples(arrays(np.int64, 3, elements=st.integers(0, 2)), arrays(np.int64, 3, elements=st.integers(0, 2))).filter(
        lambda pair: pair[0].sum() > 0 and pair[1].sum() > 0 and pair[0].sum() + pair[1].sum() < 8
    ),
    min_size=1,
    max_size=2,
).map(lambda pairs: counted([a.tolist() for a, _ in pairs], [b.tolist() for _, b in pairs]))


@pytest.mark.parametrize(("sizes", "p"), [((1, 2), 0.33), ((3, 3), 0.10), ((4, 4), 0.029), ((5, 5), 0.008)])
def test_smallest_attainable_p_of_one_event(sizes: tuple[int, int], p: float) -> None:
    assert smallest_attainable_p([sizes]) == pytest.approx(p, abs=0.005)
    apart = counted([[sizes[0], 0]], [[0, sizes[1]]])
    table = null(apart)
    assert table.tail(
        association(apart, table.sums), float(association(apart, apart.totals_a[None])[0])
    ) == pytest.approx(smallest_attainable_p([sizes]))


def test_smallest_attainable_p_of_several_events() -> None:
    assert smallest_attainable_p([(2, 2), (2, 2)]) == pytest.approx(2 / comb(4, 2) ** 2)
    assert smallest_attainable_p([(2, 2), (1, 2)]) == pytest.approx(1 / (comb(4, 2) * 3))
    apart = counted([[2, 0], [2, 0]], [[0, 2], [0, 2]])
    assert smallest_of(apart) == pytest.approx(2 / 36)


def smallest_of(found: Design) -> float:
    table = null(found)
    statistics = association(found, table.sums)
    return table.tail(statistics, float(statistics.max()))


def test_exact_p_of_the_rabbits() -> None:
    """R, ?mantelhaen.test: exact conditional test p = 0.03994; with continuity correction X-squared = 3.9286."""
    assert permuted(RABBITS).p == pytest.approx(0.03994, abs=5e-6)
    mean, covariance = expected(RABBITS)
    assert (abs(RABBITS.totals_a[0] - mean[0]) - 0.5) ** 2 / covariance[0, 0] == pytest.approx(3.9286, abs=5e-5)
    assert RABBITS.totals_a[0] == 16


def test_statistic_of_berkeley() -> None:
    """R, ?mantelhaen.test, UCBAdmissions: X-squared = 1.4269 with continuity correction."""
    mean, covariance = expected(BERKELEY)
    assert (abs(BERKELEY.totals_a[0] - mean[0]) - 0.5) ** 2 / covariance[0, 0] == pytest.approx(1.4269, abs=5e-5)
    assert association(BERKELEY, BERKELEY.totals_a[None])[0] == pytest.approx(
        (BERKELEY.totals_a[0] - mean[0]) ** 2 / covariance[0, 0]
    )


def test_fisher_and_the_lady_tasting_tea() -> None:
    """Fisher (1935), The Design of Experiments, ch. 2: three of four cups right; two-sided p = 34/70."""
    assert permuted(counted([[3, 1]], [[1, 3]])).p == pytest.approx(34 / 70)


def test_one_event_orders_tables_as_pearson_does() -> None:
    found = counted([[4, 1, 2]], [[1, 5, 3]])
    a, b = found.totals_a, found.totals_b
    fitted = np.outer([a.sum(), b.sum()], a + b) / 16
    pearson = float(((np.stack([a, b]) - fitted) ** 2 / fitted).sum())
    assert association(found, a[None])[0] == pytest.approx(pearson * 15 / 16)


@given(small)
@settings(max_examples=60, deadline=None)
def test_enumeration_is_dealing_every_article(found: Design) -> None:
    table = null(found)
    slow = [plain_statistic(found, totals) for totals in dealt(found)]
    observed = plain_statistic(found, found.totals_a)
    p = float(np.mean([value >= observed - 1e-9 for value in slow]))
    assert table.exact
    assert table.chance.sum() == pytest.approx(1)
    assert table.tail(
        association(found, table.sums), float(association(found, found.totals_a[None])[0])
    ) == pytest.approx(p)


@given(small)
@settings(max_examples=40, deadline=None)
def test_moments_are_those_of_dealing(found: Design) -> None:
    every = np.array(list(dealt(found)))
    mean, covariance = expected(found)
    np.testing.assert_allclose(mean, every.mean(axis=0), atol=1e-9)
    np.testing.assert_allclose(covariance, np.cov(every, rowvar=False, bias=True).reshape(covariance.shape), atol=1e-9)


@given(small, st.permutations([0, 1, 2]))
@settings(max_examples=40, deadline=None)
def test_names_of_frames_do_not_matter(found: Design, order: list[int]) -> None:
    renamed = found._replace(a=found.a[:, order], b=found.b[:, order])
    first, second = (
        null(one).tail(association(one, null(one).sums), float(association(one, one.totals_a[None])[0]))
        for one in (found, renamed)
    )
    assert first == pytest.approx(second)


@pytest.mark.parametrize("scale", [1, 9])
@given(found=small)
@settings(max_examples=30, deadline=None)
def test_sides_may_be_exchanged(scale: int, found: Design) -> None:
    """To the last bit, also where tables are drawn (nine times as many articles are too many to enumerate)."""
    grown = found._replace(a=found.a * scale, b=found.b * scale)
    swapped = grown._replace(a=grown.b, b=grown.a)
    one, other = frame_comparison(grown, draws=200), frame_comparison(swapped, draws=200)
    if isinstance(one, Refusal) or isinstance(other, Refusal):
        assert type(one) is type(other)
        return
    assert getattr(one.test, "p", None) == pytest.approx(getattr(other.test, "p", None))
    np.testing.assert_allclose(one.shares["difference"], -other.shares["difference"], atol=1e-12)
    np.testing.assert_allclose(one.shares["low"], -other.shares["high"], atol=1e-12)
    for mine, theirs in zip(one.shares["p"], other.shares["p"], strict=True):
        assert mine == pytest.approx(theirs)
    np.testing.assert_allclose(one.divergences["observed"], other.divergences["observed"], atol=1e-12)
    np.testing.assert_allclose(one.divergences["null_mean"], other.divergences["null_mean"], atol=1e-9)


@pytest.mark.parametrize("few", [0, hypergeometric.FEW], ids=["kind by kind", "one by one"])
def test_drawn_tables_agree_with_all_tables(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(hypergeometric, "FEW", few)
    found = counted([[5, 2, 1], [3, 4, 2]], [[2, 4, 3], [1, 3, 6]])
    exact = permuted(found)
    monkeypatch.setattr(hypergeometric, "TABLES", 0)
    drawn = permuted(found)
    assert exact.exact
    assert not drawn.exact
    assert drawn.p == pytest.approx(exact.p, abs=0.02)
    assert drawn == permuted(found), "the same seed gives the same p"
    assert null(found, draws=500, seed=1).sums.tolist() != null(found, draws=500, seed=2).sums.tolist()


def test_batches_change_nothing_but_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hypergeometric, "TABLES", 0)
    monkeypatch.setattr(hypergeometric, "BATCH", 7)
    found = counted([[5, 2], [3, 4]], [[2, 4], [1, 3]])
    table = null(found, draws=1_000)
    assert table.sums.shape == (1_000, 2)
    np.testing.assert_allclose(table.sums.mean(axis=0), expected(found)[0], atol=0.2)


def test_single_frame_p_is_fishers() -> None:
    found = counted([[3, 1, 0]], [[1, 2, 1]])
    rows = {row["answer"]: row["p"] for row in answer_tests(found).to_dicts()}
    table = null(found)
    np.testing.assert_allclose([rows[f"f{place}"] for place in range(3)], two_sided(table, expected(found)[0]))
    assert rows["f0"] == pytest.approx(34 / 70)


def test_a_frame_that_nobody_used_is_no_test() -> None:
    assert answer_tests(counted([[3, 2, 0]], [[1, 4, 0]]))["p"].to_list()[2] is None


@pytest.mark.parametrize("articles", [3, 60, 700, 4_000])
def test_no_p_is_zero(articles: int) -> None:
    """Of 4,000 articles on each side that share no frame, the p is too small for a computer to hold, and yet not 0."""
    found = counted([[articles, 0]], [[0, articles]])
    table = null(found)
    sizes = [(articles, articles)]
    assert 0 < table.tail(association(found, table.sums), float(association(found, found.totals_a[None])[0])) <= 1
    assert 0 < smallest_attainable_p(sizes * 40) <= smallest_attainable_p(sizes) <= 1


def test_too_few_articles() -> None:
    refusal = permutation_test(counted([[3, 0]], [[0, 9]]), null(counted([[3, 0]], [[0, 9]])))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_few_articles"


def test_no_test_that_could_not_succeed() -> None:
    found = counted([[6, 0]], [[5, 1]])
    refusal = permutation_test(found, null(found))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unattainable_p"
    alike = counted([[6, 0]], [[6, 0]])
    assert isinstance(permutation_test(alike, null(alike)), Refusal)


def test_events_of_one_side_say_nothing() -> None:
    found = counted([[4, 1], [9, 0]], [[1, 4], [0, 0]])
    assert matched(found).strata == ("e000",)
    compared = frame_comparison(found)
    assert not isinstance(compared, Refusal)
    assert compared.shares["n_a"][0] == 5


def rows(
    sides: list[str], events: list[str], frames: list[str], bundles: list[str | None]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    names = [f"x{place}" for place in range(len(sides))]
    articles = pl.DataFrame(
        {"article": names, "side": sides, "stratum": events, "bundle": bundles}, schema_overrides={"bundle": pl.String}
    )
    articles = articles.with_columns(unit=pl.coalesce("bundle", "article"))
    return articles, articles.select("article", "side", answer=pl.Series(frames))


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from(["war", "trade", "law"])),
        min_size=1,
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=40, deadline=None)
def test_order_of_rows_does_not_matter(cases: list[tuple[str, str, str]], random: object) -> None:
    shuffled = sorted(cases, key=lambda _: random.random())  # type: ignore[attr-defined]  # hypothesis's own Random
    made = []
    for order in (cases, shuffled):
        sides, events, frames = (list(column) for column in zip(*order, strict=True))
        made.append(design(*rows(sides, events, frames, [None] * len(order)), ["law", "trade", "war"], ("a", "b")))
    first, second = made
    assert first.strata == second.strata
    assert first.a.tolist() == second.a.tolist()
    assert first.b.tolist() == second.b.tolist()


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"), st.sampled_from(["x", "y", None]), st.sampled_from([None, "n", "m"]),
            st.sampled_from([None, "1", "2"]), st.sampled_from([None, "0", "1"]),
        ),
        max_size=12,
    )
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_several_variables_are_counted_as_by_hand(
    cases: list[tuple[str, str | None, str | None, str | None, str | None]],
) -> None:
    vocabularies = {"stance": ["1", "2"], "tone": ["0", "1"]}
    schema = ["side", "stratum", "bundle", *vocabularies]
    table = pl.DataFrame(cases, schema=dict.fromkeys(schema, pl.String), orient="row").with_columns(
        article=pl.int_range(pl.len()).cast(pl.String)
    )
    articles = table.with_columns(unit=pl.coalesce("bundle", "article"))
    answers = table.unpivot(
        list(vocabularies), index=["article", "side"], variable_name="variable", value_name="answer"
    )
    found = designs(articles, answers.drop_nulls(), vocabularies, ("a", "b"))
    for variable, words in vocabularies.items():
        units: dict[tuple[str, str, str], list[str]] = {}
        for row in articles.drop_nulls(["stratum", variable]).to_dicts():
            units.setdefault((row["stratum"], row["side"], row["unit"]), []).append(row[variable])
        one = found[variable]
        assert one.strata == tuple(sorted({stratum for stratum, _, _ in units}))
        assert one.kinds.tolist() == sorted(one.kinds.tolist())
        for side, counts in (("a", one.a), ("b", one.b)):
            for stratum, row in zip(one.strata, counts.tolist(), strict=True):
                held = [kind for kind, times in zip(one.kinds.tolist(), row, strict=True) for _ in range(times)]
                said = [given for (at, of, _), given in units.items() if (at, of) == (stratum, side)]
                shares = [[round(given.count(word) / len(given), 9) for word in words] for given in said]
                assert held == sorted(shares)


def test_a_bundle_of_equal_articles_counts_as_one() -> None:
    alone = rows(["a", "a", "b", "b"], ["x"] * 4, ["war", "law", "war", "law"], [None] * 4)
    tied = rows(
        ["a", "a", "a", "a", "b", "b"],
        ["x"] * 6,
        ["war", "war", "war", "law", "war", "law"],
        ["n", "n", "n", None, None, None],
    )
    first, second = (design(*part, ["law", "war"], ("a", "b")) for part in (alone, tied))
    assert first.a.tolist() == second.a.tolist()
    assert first.kinds.tolist() == second.kinds.tolist()


def test_a_bundle_moves_together() -> None:
    """Three articles of one description are one draw: 3 + 3 articles cannot be told apart better than 1 + 3."""
    tied = rows(["a"] * 3 + ["b"] * 3, ["x"] * 6, ["war"] * 3 + ["law"] * 3, ["n"] * 3 + [None] * 3)
    found = design(*tied, ["law", "war"], ("a", "b"))
    assert (found.n_a.tolist(), found.n_b.tolist()) == ([1], [3])


def test_a_description_of_both_sides_counts_once_on_each() -> None:
    tied = rows(["a", "a", "b"], ["x"] * 3, ["war", "law", "law"], ["n", "n", "n"])
    found = design(*tied, ["law", "war"], ("a", "b"))
    assert found.totals_a.tolist() == [0.5, 0.5]
    assert found.totals_b.tolist() == [1.0, 0.0]
