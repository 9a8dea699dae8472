"""The page of choices counts as Polars does: the same articles, weights and shares, for choices drawn with a fixed seed."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from framing.analysis import measure, period
from framing.analysis.choices import Filter
from framing.analysis.reading import Reading, column, in_role, kept, reading, rules, subset
from framing.analysis.table import parents
from framing.report.context import Context, filters
from framing.study.umbrellas import under
from tests.explorer import opened, shown, written

pytestmark = pytest.mark.browser
STATES = 40


@pytest.fixture(scope="module", params=["shipped", "simulated"])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Context, Path]:
    ctx = request.getfixturevalue(request.param)
    return ctx, written(ctx, tmp_path_factory.mktemp("page"))


def drawn(ctx: Context, chance: Random) -> dict[str, str]:
    """A state that a reader could choose."""
    book, tables = ctx.corpus.codebook, ctx.corpus.tables
    days = ctx.articles["published"].drop_nulls().sort()
    outlets = ctx.outlets["outlet"].cast(pl.String).to_list()
    frames = [frame["id"] for frame in book["frames"]]
    variable = chance.choice(book["variables"])
    said = chance.choice([*filters(book), variable["id"]])
    answers = next([str(value["id"]) for value in each["values"]] for each in book["variables"] if each["id"] == said)
    every = {
        "is.outlet": ",".join(chance.sample(outlets, 2)),
        "is.country": chance.choice(ctx.outlets["country"].to_list()),
        "is.frame": ",".join(chance.sample(frames, 3)),
        "role": "any",
        f"is.{column(said)}": ",".join(chance.sample(answers, min(2, len(answers)))),
        "event": str(chance.choice(tables.events["event"].to_list())),
        "from": str(chance.choice(days[: len(days) // 2].to_list())),
        "to": str(chance.choice(days[len(days) // 2 :].to_list())),
        "rule": chance.choice(rules(tables)),
        "count": chance.choice(["any", column(variable["id"])]),
        "by": chance.choice(["country", f"group/{kind(ctx)}", "all"]),
    }
    state = {name: value for name, value in every.items() if chance.random() < 0.3}
    return (
        state if state.get("rule") != "adjudicated" else {key: value for key, value in state.items() if key != "rule"}
    )


def expected(ctx: Context, read_as: Reading, state: dict[str, str], left: Sequence[str] = ()) -> pl.Series:
    """The articles that a state chooses, without some of its conditions."""
    said = {name: value for name, value in state.items() if name not in left}
    articles = read_as.articles.filter(pl.col("article").is_in(ctx.articles["article"].implode()))
    for name in ("outlet", "country"):
        if f"is.{name}" in said:
            articles = articles.filter(pl.col(name).cast(pl.String).is_in(said[f"is.{name}"].split(",")))
    if "event" in said:
        parts = under(said["event"], parents(ctx.events))
        articles = articles.filter(pl.col("event").cast(pl.String).is_in(parts))
    first, last = (pl.lit(said[name]).str.to_date() if name in said else None for name in ("from", "to"))
    articles = articles if first is None else articles.filter(pl.col("published") >= first)
    articles = articles if last is None else articles.filter(pl.col("published") <= last)
    if "is.frame" in said:
        found = in_role(read_as.frames, "any" if state.get("role") == "any" else "primary")
        found = found.filter(pl.col("frame").cast(pl.String).is_in(said["is.frame"].split(",")))
        articles = articles.join(found.select("article"), on="article", how="semi")
    voices = [
        Filter(name.partition("/")[2], tuple(value.split(",")))
        for name, value in said.items()
        if name.startswith("is.said/")
    ]
    return kept(articles, read_as.values, voices)["article"]


def table_of(read_as: Reading, count: str, by: list[str]) -> pl.DataFrame:
    if count in ("primary", "any"):
        role: Any = count
        found = measure.frame_shares(read_as.frames, read_as.articles, by, role)
        return found.rename({"frame": "value"}).with_columns(missing=pl.lit(value=False))
    return measure.value_counts(read_as.values, [count.partition("/")[2]], by)


def kind(ctx: Context) -> str:
    """The first thing by which the register groups outlets."""
    return str(ctx.outlets["groups"].list.first().drop_nulls()[0]).partition("=")[0]


def grouped(ctx: Context, read_as: Reading) -> Reading:
    """The reading with a column for the group of its outlets."""
    outlets = ctx.corpus.registers["outlets"]
    of = {outlet["id"]: outlet.get("groups", {}).get(kind(ctx)) for outlet in outlets}
    group = pl.col("outlet").cast(pl.String).replace_strict(of, return_dtype=pl.String).alias(f"group/{kind(ctx)}")
    return read_as._replace(
        **{name: getattr(read_as, name).with_columns(group) for name in ("articles", "frames", "values")}
    )


def own(count: str, state: dict[str, str]) -> str:
    """The condition that does not narrow what is counted: the choice of the same answers."""
    role = "any" if state.get("role") == "any" else "primary"
    return ("is.frame" if count == role else "") if count in ("primary", "any") else f"is.{count}"


def test_the_page_counts_as_the_tables_do(study: tuple[Context, Path], chromium: Any) -> None:
    ctx, path = study
    chance = Random(11)
    tables, variables = ctx.corpus.tables, filters(ctx.corpus.codebook)
    made = {rule: reading(tables, rule, variables) for rule in rules(tables)}
    read_by = {rule: grouped(ctx, each) for rule, each in made.items() if isinstance(each, Reading)}
    with opened(chromium, path) as page:
        for _ in range(STATES):
            state = drawn(ctx, chance)
            whole = read_by[state.get("rule", "adjudicated")]
            numbers = shown(page, state)
            held_to_lists(ctx, whole, state, numbers)
            held_to_shares(ctx, whole, state, numbers)
            held_to_periods(ctx, whole, state, numbers)


def held_to_lists(ctx: Context, whole: Reading, state: dict[str, str], numbers: dict[str, Any]) -> None:
    chosen = expected(ctx, whole, state)
    assert numbers["articles"] == chosen.len(), state
    assert [row["article"] for row in numbers["records"]] == chosen.to_list()[:50], state
    others = subset(whole, expected(ctx, whole, state, ["is.outlet"])).articles
    counts = {row["value"]: int(row["text"]) for row in numbers["counts"] if row["facet"] == "outlet"}
    assert {name: count for name, count in counts.items() if count} == dict(
        others.group_by(pl.col("outlet").cast(pl.String)).len().iter_rows()
    ), state


def held_to_shares(ctx: Context, whole: Reading, state: dict[str, str], numbers: dict[str, Any]) -> None:
    count, group = state.get("count", "primary"), state.get("by", "outlet")
    by = [] if group == "all" else [group]
    part = subset(whole, expected(ctx, whole, state, [own(count, state)]))
    there = {(row["value"], row["group"]): row for row in numbers["shares"]}
    if part.articles.is_empty():
        assert there == {}, state
        return
    for row in table_of(part, count, by).iter_rows(named=True):
        if not row["articles"]:
            continue
        cell = there.pop((str(row["value"]), str(row[group]) if by else "all"))
        assert int(cell["articles"]) == row["articles"], (state, row)
        if row["missing"]:
            assert "share" not in cell
            continue
        assert (float(cell["weight"]), float(cell["n"]), cell["shown"]) == (
            pytest.approx(row["weight"]), pytest.approx(row["n"]), row["shown"],
        ), (state, row)  # fmt: skip
        assert ("share" in cell) == (row["shown"] in ("indicative", "estimate"))
        assert "share" not in cell or float(cell["share"]) == pytest.approx(row["share"])
        assert ("%" in cell["text"]) == ("share" in cell)
    assert {int(cell["articles"]) for cell in there.values()} <= {0}, state


def held_to_periods(ctx: Context, whole: Reading, state: dict[str, str], numbers: dict[str, Any]) -> None:
    count = state.get("count", "primary")
    open_to = subset(whole, expected(ctx, whole, state, ["from", "to", own(count, state)]))
    table = open_to.values if count.startswith("said/") else in_role(open_to.frames, count)  # type: ignore[arg-type]
    if count.startswith("said/"):
        table = table.filter(pl.col("variable").cast(pl.String) == count.partition("/")[2])
        value = pl.coalesce("value", pl.col("missing").cast(pl.String))
    else:
        value = pl.col("frame").cast(pl.String)
    placed = (
        period.in_periods(table, ctx.periods).group_by(value.alias("value"), pl.col("period").cast(pl.String)).len()
    )
    cells = {(row["value"], row["period"]): int(row["count"]) for row in numbers["timeline"]}
    assert {key: cell for key, cell in cells.items() if cell} == {
        (row[0], row[1]): row[2] for row in placed.iter_rows()
    }
