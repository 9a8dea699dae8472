"""Articles as rows that open to their cards."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from framing.analysis.reading import Reading
from framing.report.blocks import Line, Row, Run
from framing.report.context import Context
from framing.report.sections.cards import headline


def rows(ctx: Context, names: Sequence[str]) -> tuple[Row, ...]:
    """The rows of some articles, in the order given, under the chosen reading."""
    coded = ctx.told.articles if isinstance(ctx.told, Reading) else pl.DataFrame(schema=["article", "primary"])
    read = coded.filter(pl.col("article").cast(pl.String).is_in(list(names)))
    primary = dict(read.select("article", pl.col("primary").cast(pl.String)).iter_rows())
    return tuple(_row(ctx, name, primary.get(name)) for name in names)


def keyed(ctx: Context, given: Sequence[Row]) -> tuple[Row, ...]:
    """Rows with the key sentence of each article: the evidence that speaks first for its primary frame."""
    if not isinstance(ctx.told, Reading):
        return tuple(given)
    keys = {name: _key(*said) for name, *said in _first_evidence(ctx, ctx.told).iter_rows()}
    return tuple(replace(row, key=keys.get(row.record, ())) for row in given)


def _row(ctx: Context, name: str, primary: str | None) -> Row:
    """Cards of one outlet and year stand on one shelf, so that a change touches few and a browser reads few."""
    article = ctx.corpus.articles[name]
    day = article["date"]["published"]
    outlet = ctx.outlet_short(article["outlet"])
    frame = ctx.frame_label(primary) if primary else ""
    return Row(name, f"{article['outlet']}-{day[:4]}", day, outlet, headline(article, ctx.language, "en"), frame)


def _first_evidence(ctx: Context, read: Reading) -> pl.DataFrame:
    """The first piece of evidence of the reading for the primary frame of each article: kind, text, language."""
    reading = read.articles.select("article", pl.col("primary").cast(pl.String), pl.col("coders").str.split(" "))
    given = ctx.corpus.tables.evidence.join(reading, on="article", maintain_order="left")
    used = pl.col("coder").cast(pl.String).is_in(pl.col("coders"))
    speaking = given.filter(pl.col("supports") == pl.col("primary"), used)
    return speaking.unique("article", keep="first", maintain_order=True).select("article", "kind", "text", "lang")


def _key(kind: str, text: str, language: str) -> Line:
    return (Run(f"“{text}”" if kind == "quote" else text, language),)
