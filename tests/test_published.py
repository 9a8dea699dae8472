"""Real, published codings through the public functions; skipped where the data are not at hand.

Sources: Frermann et al. (2023), Narrative Frames Corpus, ACL (arXiv 2306.02052); Kato (2017), Foreign Image News Project.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.analysis import measure
from framing.analysis.period import LENGTHS, in_periods, periods
from framing.analysis.reading import Reading, reading
from framing.analysis.table import tables

DATA = Path(__file__).parents[2] / "shared" / "data"


def load(path: str) -> pl.DataFrame:
    if not (DATA / path).is_file():
        pytest.skip(f"{path} is not here")
    return pl.read_csv(DATA / path, infer_schema=False)


def majority(rows: pl.DataFrame) -> Reading:
    """The majority reading of long codings (article, outlet, date, coder, question, value), under one dummy frame."""
    names = {"en": "", "own": "", "short": ""}
    plain = {"panel": "core", "names": names, "language": "", "country": "", "ownership": ""}
    printed = {"headline": {"en": ""}, "language": "", "genre": "news", "source": {"basis": "primary_full"}}
    coded = {
        "codebook": "1", "phase": "main", "coded_at": "2026-01-01T00:00:00Z", "minutes": None, "evidence": [], "confidence": 3,
        "event": {"id": None, "relation": "none"}, "frames": {"primary": "all", "secondary": []}, "memo": None,
    }  # fmt: skip
    registers: dict[str, Any] = {kind: {kind: []} for kind in ("events", "sources", "searches")}
    registers["outlets"] = {"outlets": [{"id": name, **plain} for name in rows["outlet"].unique().sort()]}
    registers["coders"] = {"coders": [{"id": name} for name in rows["coder"].unique().sort()]}
    variables = [{"id": name, "level": "nominal"} for name in rows["question"].unique().sort()]
    registers["codebook"] = {"frames": [{"id": "all"}], "variables": variables}
    articles = [
        {"id": name, "outlet": outlet, "date": {"published": day, "cited": day, "status": "as_cited"}, **printed}
        for name, outlet, day in rows.select("article", "outlet", "date").unique().iter_rows()
    ]
    codings = [
        {"article": name, "coder": coder, "values": dict(part.select("question", "value").iter_rows()), **coded}
        for (name, coder), part in rows.group_by("article", "coder")
    ]
    found = reading(tables(registers, articles, codings), "majority")
    assert isinstance(found, Reading)
    return found


def test_climate_sizes_and_adjudication() -> None:
    rows = load("narrative_frames_climate/derived/coded_long.csv").rename({"article_id": "article"})
    found = majority(rows)
    counts = measure.frame_shares(found.frames, found.articles)
    sizes = dict(counts.select(pl.col("outlet").cast(pl.String), "articles").iter_rows())
    assert (len(sizes), sum(sizes.values())) == (36, 428)
    assert [sizes[name] for name in ("rt", "bbc", "theguardian", "dailymail")] == [19, 22, 20, 13]
    # With two or more answers, the adjudicated value is the strict majority, "no agreement" a tie; in all cells but three.
    settled = found.values.select("article", pl.col("variable").cast(pl.String).alias("question"), settled="value")
    answers = rows.group_by("article", "question", "adjudicated_upstream").agg(votes="value")
    cells = answers.join(settled, on=["article", "question"])
    several = cells.filter(pl.col("votes").list.len() > 1)
    tied = pl.col("votes").list.count_matches("yes") * 2 == pl.col("votes").list.len()
    ours = pl.when(tied).then(pl.lit("NO AGREEMENT")).otherwise("settled")
    differing = several.filter(ours != pl.col("adjudicated_upstream"))
    assert (cells.height, several.height, several.height - differing.height) == (9833, 9816, 9813)
    assert set(differing.select("article", "question").rows()) == {(name, "re4") for name in ("222", "639", "822")}


def test_headlines_on_japans_neighbours() -> None:
    rows = load("japan_foreign_image/derived/coded_long_dated.csv").rename({"record_id": "article", "tone": "value"})
    found = majority(rows.with_columns(question=pl.lit("tone")))
    assert (rows.height, found.articles.height) == (7860, 1965)
    days = found.articles["published"]
    assert (str(days.min()), str(days.max())) == ("1987-11-07", "2011-08-12")
    tones = measure.value_counts(found.values, ["tone"])
    for outlet in rows["outlet"].unique():
        printed = rows.filter(pl.col("outlet") == outlet)["article"].n_unique()
        assert tones.filter(pl.col("outlet") == outlet)["articles"].sum() == printed
    # Three or four of the four coders of a headline agree: the reading is what they say.
    said = Counter(rows.select("article", "value").iter_rows())
    read = dict(found.values.select("article", "value").iter_rows())
    assert all(read[name] == value for (name, value), votes in said.items() if votes >= 3)
    for every in LENGTHS:
        placed = in_periods(found.articles, periods(days.min(), days.max(), every))  # type: ignore[arg-type]  # dates
        assert placed["period"].null_count() == 0
