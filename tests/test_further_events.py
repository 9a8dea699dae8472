"""Further events that an article names: read, agreed on and shown apart from the one that it is about."""

import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.agreement.judgement import judgements, ratings_of
from framing.analysis import coverage
from framing.analysis.choices import Choices
from framing.analysis.reading import Reading, reading
from framing.analysis.table import Tables
from framing.corpus import read
from framing.report.blocks import Section, Table
from framing.report.context import Context, context
from framing.report.pages.event import event_page
from framing.report.sections.cards import cards
from framing.study import check
from tests.overlay import STUDY

Record = dict[str, Any]
NAMED = {"harbour-post-2026-03-13": ["u-ferry", "e1-first-ferry"], "kaiko-shimbun-2026-03-13": ["e1-first-ferry"]}


@pytest.fixture
def named(study: Any) -> Tables:
    """The shared study, in which three coders name what else three articles name."""

    study = deepcopy(study)

    def name(article: str, coder: str, *events: str) -> None:
        found = next(one for one in study.codings if (one["article"], one["coder"]) == (article, coder))
        found["event"]["others"] = list(events)

    name("a3", "a", "talks", "visit")
    name("a3", "b", "talks")
    name("a3", "c", "visit")
    name("y1", "a", "summit")
    name("r1", "boss", "talks", "summit")
    found: Tables = study.tables()
    return found


def others(tidy: Tables, rule: str) -> dict[str, list[str]]:
    found = reading(tidy, rule)
    assert isinstance(found, Reading)
    return {article: list(events) for article, events in found.articles.select("article", "others").rows() if events}


def test_one_row_of_codings_has_the_list(named: Tables) -> None:
    row = named.codings.filter(pl.col("article") == "a3", pl.col("coder") == "a")
    assert row["others"].to_list() == [["talks", "visit"]]
    assert named.codings.filter(pl.col("article") == "a1")["others"].to_list() == [[], []]
    assert named.codings.schema["others"] == pl.List(named.events.schema["event"])


def test_a_majority_names_each_of_them(named: Tables) -> None:
    """Of three coders two name each of two events; of the one whom one of three names nothing is read."""
    assert others(named, "majority") == {"a3": ["talks", "visit"]}
    assert others(named, "coder:a") == {"a3": ["talks", "visit"], "y1": ["summit"]}
    assert others(named, "adjudicated") == {"a3": ["talks", "visit"], "r1": ["talks", "summit"]}


def test_what_the_majority_takes_the_article_to_be_about_is_not_also_beside_it(study: Any) -> None:
    """One of three is about the summit and names the visit; the others are about the visit, and one names the summit."""
    for coder, event, beside in (("a", "visit", "summit"), ("b", "visit", ""), ("c", "summit", "visit")):
        found = next(one for one in study.codings if (one["article"], one["coder"]) == ("a3", coder))
        found["event"] = {"id": event, "relation": "reports", **({"others": [beside]} if beside else {})}
    assert others(study.tables(), "majority") == {}


def test_coverage_and_clusters_go_by_the_main_event_alone(named: Tables, tidy: Tables) -> None:
    for rule in ("majority", "adjudicated"):
        with_others, without = reading(named, rule), reading(tidy, rule)
        assert isinstance(with_others, Reading)
        assert isinstance(without, Reading)
        assert with_others.articles.drop("others").equals(without.articles.drop("others"))
        grids = [
            coverage.by_event(one.articles, tidy.events, tidy.outlets, tidy.searches) for one in (with_others, without)
        ]
        assert grids[0].equals(grids[1])


def test_coders_are_compared_on_the_set(named: Tables, tidy: Tables) -> None:
    book = {"frames": [], "variables": []}
    assert not [one for one in judgements(tidy, book) if one.name.startswith("events:")]
    masi, jaccard = (one for one in judgements(named, book) if one.name.startswith("events:"))
    assert (masi.level, jaccard.level) == ("masi", "jaccard")
    ratings = ratings_of(masi)
    row = ratings.codes[ratings.units.index("a3")]
    assert [sorted(ratings.categories[code]) for code in row if code >= 0] == [["talks"], ["talks", "visit"], ["visit"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The study of the examples, in which boris names further events in two articles on the talks."""
    shutil.copytree(STUDY, tmp_path / "study")
    path = tmp_path / "study/coded/codings/boris.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for coding in lines:
        if coding["article"] in NAMED:
            coding["event"]["others"] = NAMED[coding["article"]]
    path.write_text(
        "".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in lines), encoding="utf-8"
    )
    return tmp_path / "study"


def shown(folder: Path) -> Context:
    return context(read(folder), Choices(rule="majority"))


def named_section(ctx: Context, event: str) -> Section | None:
    return next((one for one in event_page(ctx, event).sections if one.place == "named"), None)


def test_the_page_of_an_event_lists_apart_who_also_names_it(folder: Path) -> None:
    assert check.faults(folder) == []
    ctx = shown(folder)
    section = named_section(ctx, "e1-first-ferry")
    assert section is not None
    assert section.title == "Also names this event"
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    told = [["".join(getattr(part, "text", part) for part in cell) for cell in row] for row in table.rows]
    assert sorted(told) == [
        ["harbour-post-2026-03-13", "Harbour Post", "First ferry", "Talks on fares"],
        ["kaiko-shimbun-2026-03-13", "Kaiko Shimbun", "First ferry", "Talks on fares"],
    ]
    assert "counted there and not here" in table.caption


def test_who_writes_about_a_part_is_not_said_to_name_the_whole(folder: Path) -> None:
    """Both are about the talks, which are part of the ferry line: there they count already."""
    assert named_section(shown(folder), "u-ferry") is None
    assert named_section(shown(folder), "e2-fare-talks") is None


def test_the_card_of_an_article_says_what_else_it_names(folder: Path) -> None:
    (card,) = cards(shown(folder), ["harbour-post-2026-03-13"])
    told = dict(card.facts)["Also names"]
    assert "".join(getattr(part, "text", part) for part in told) == "The ferry line; First ferry"
