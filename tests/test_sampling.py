"""One list says which ways of choosing articles make a sample: intervals, tests and sentences follow it."""

import json
from pathlib import Path
from typing import get_args

import polars as pl
import pytest

from framing.analysis.drawn import with_samples
from framing.analysis.sampling import SAMPLES, Declared, Sampling, unsampled
from framing.compare.sampling import statement, untested

SCHEMA = Path(__file__).parent.parent / "schemas/sources.schema.json"


def test_the_schema_and_the_program_know_the_same_ways() -> None:
    source = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["source"]
    assert tuple(source["properties"]["sampling"]["enum"]) == get_args(Declared)


@pytest.mark.parametrize("way", [*get_args(Declared), "unfinished"])
def test_what_is_no_sample_is_refused_and_what_is_one_is_not(way: Sampling) -> None:
    articles = pl.DataFrame({"article": ["x", "y"], "sampling": way})
    refusal = untested(articles, "as_chosen")
    assert (refusal is None) == unsampled(articles).is_empty() == (way in SAMPLES)
    assert statement(articles).startswith("The 2 articles are ")
    assert untested(articles, "sample") is None


def test_of_two_ways_that_equally_many_articles_were_chosen_in_the_first_by_name_is_told() -> None:
    refusal = untested(pl.DataFrame({"article": ["x", "y"], "sampling": ["undeclared", "purposive"]}), "as_chosen")
    assert refusal is not None
    assert (refusal.code, refusal.values) == ("purposive_sample", {"articles": 1, "of": 2, "all": "no"})


def test_a_stratum_that_was_drawn_as_a_whole_is_a_census() -> None:
    strata = [
        {"id": "few", "size": 1, "drawn": 1, "inclusion": 1.0},
        {"id": "many", "size": 4, "drawn": 1, "inclusion": 0.25},
    ]
    chosen = [
        {"article": "a", "stratum": "few", "unit": "a", "inclusion": 1.0},
        {"article": "b", "stratum": "many", "unit": "b", "inclusion": 0.25},
    ]
    samples = {"samples": [{"id": "main", "strata": strata, "articles": chosen}]}
    articles = pl.DataFrame({"article": ["a", "b", "c"], "source": [None, None, "s"], "sampling": "purposive"})
    found = with_samples(articles, {"samples": samples})
    assert found["sampling"].to_list() == ["census", "probability", "purposive"]
    assert found["draw_size"].to_list() == [1, 4, None]
    assert found["draw_taken"].to_list() == [1, 1, None]
