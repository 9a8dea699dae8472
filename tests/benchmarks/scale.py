"""Time and memory of the sums over a large reading, by engine; each engine in a process of its own.

Run: ``python tests/benchmarks/scale.py [coded values, in millions] [engines]``. The reading is made at random and written as
Parquet to a temporary folder: of ten coded values an article has one primary frame, half a secondary one and eight
variables, one of them a set. Elapsed seconds depend on what else the machine does; user and system seconds of the processor do
so less. Memory is the largest resident set, pages of the files that are mapped included.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

ENGINES = ("memory", "streaming", "duckdb", "spark")
BY = ("outlet", "period")
VARIABLES = [f"variable_{number}" for number in range(8)]
FRAMES = pl.Enum([f"frame_{number}" for number in range(9)])
PER_ARTICLE, EVENTS, PART = 10, 400, 200_000


def random(rows: int, words: list[str], seed: int) -> pl.Series:
    dtype = pl.Enum(words)
    return pl.Series(words, dtype=dtype).sample(rows, with_replacement=True, seed=seed)


def part(first: int, rows: int) -> dict[str, pl.DataFrame]:
    """The three tables of some articles."""
    seed = first + 1
    articles = pl.DataFrame(
        {
            "article": [f"article-{number:08}" for number in range(first, first + rows)],
            "outlet": random(rows, [f"outlet_{number:02}" for number in range(20)], seed),
            "period": random(
                rows, [f"{year}Q{quarter}" for year in range(2012, 2024) for quarter in range(1, 5)], seed + 1
            ),
            "cluster": random(rows, [f"event:{number:03}" for number in range(EVENTS)], seed + 2),
        }
    ).with_columns(
        pl.lit(date(2014, 2, 9)).alias("published"), weight=pl.lit(1.0), relative=pl.lit(1.0), sampling=pl.lit("census")
    )
    second = articles.sample(fraction=0.5, seed=seed)
    frames = pl.concat(
        table.with_columns(frame=random(table.height, FRAMES.categories.to_list(), seed + 3), role=pl.lit(role))
        for table, role in ((articles, "primary"), (second, "secondary"))
    )
    answers = ["first", "second", "third", "fourth", "fifth"]
    values = [
        articles.with_columns(
            variable=pl.lit(name, pl.Enum(VARIABLES)),
            value=random(rows, answers, seed + 4 + place).cast(pl.String),
            score=pl.int_range(rows) % 5 - 2,
            once=pl.lit(value=True),
        )
        for place, name in enumerate(VARIABLES)
    ]
    values.append(
        values[-1].sample(fraction=0.5, seed=seed).with_columns(value=pl.lit("sixth"), once=pl.lit(value=False))
    )
    unsaid = pl.int_range(pl.len()) % 11 == 0
    said = pl.concat(values).with_columns(
        value=pl.when(~unsaid | ~pl.col("once")).then("value"),
        score=pl.when(~unsaid).then("score"),
        missing=pl.when(unsaid & pl.col("once")).then(pl.lit("unknown")),
        ground=pl.lit("attributed"),
    )
    return {"articles": articles, "frames": frames, "values": said}


def write(folder: Path, values: int) -> None:
    """A reading of that many coded values, a file per part."""
    articles = values // PER_ARTICLE
    for first in range(0, articles, PART):
        for name, table in part(first, min(PART, articles - first)).items():
            (folder / name).mkdir(exist_ok=True)
            table.write_parquet(folder / name / f"{first:08}.parquet")


def opened(folder: Path, engine: str) -> Callable[[str], Any]:
    """What opens a table of the reading on an engine."""
    if engine == "duckdb":
        import duckdb

        duckdb.sql("SET threads = 2; SET memory_limit = '2GB'")
        return lambda name: duckdb.read_parquet(str(folder / name / "*.parquet"))
    if engine == "spark":
        from pyspark.sql import SparkSession

        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        return lambda name: spark.read.parquet(str(folder / name))
    if engine == "memory":
        return lambda name: pl.read_parquet(folder / name)
    return lambda name: pl.scan_parquet(folder / name)


def measured(folder: Path, engine: str) -> None:
    """Prints what the two tables took."""
    from framing.analysis.totals import frame_totals, value_totals

    start = time.perf_counter()
    table = opened(folder, engine)
    frames = frame_totals(table("frames"), table("articles"), BY)
    between = time.perf_counter()
    values = value_totals(table("values"), VARIABLES, ("outlet",))
    end = time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_SELF)
    memory = used.ru_maxrss / 1024**2
    print(
        engine, f"{between - start:.1f}", f"{end - between:.1f}", f"{used.ru_utime + used.ru_stime:.1f}", f"{memory:.2f}",
        frames.height, values.height, round(frames["share"].sum(), 6), round(values["low"].sum(), 6), sep="\t",
    )  # fmt: skip


def main() -> None:
    millions, engines = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0, sys.argv[2:] or ENGINES[:3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, int(millions * 1_000_000))
        size = sum(path.stat().st_size for path in folder.rglob("*.parquet")) / 1024**2
        print(f"{millions:g} million coded values, {size:.0f} MiB of Parquet")
        print("engine\tframe shares, s\tvalue counts, s\tprocessor, s\tGiB\trows\trows\tshares\tlower ends")
        for engine in engines:
            subprocess.run([sys.executable, __file__, "--one", name, engine], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measured(Path(sys.argv[2]), sys.argv[3])
    else:
        main()
