"""One list says which ways of choosing articles make a sample: intervals, tests and sentences follow it."""

import json
from pathlib import Path
from typing import get_args

import polars as pl
import pytest

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
