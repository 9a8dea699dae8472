"""What may not be concluded, as the data of the study show."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from framing.analysis import measure, period
from framing.analysis.choices import Alone
from framing.analysis.floors import FLOORS, SIDE
from framing.analysis.provenance import codebook_versions
from framing.analysis.reading import Reading
from framing.analysis.sampling import unsampled
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Number, Paragraph, Section, Table, joined, line
from framing.report.context import Context
from framing.report.names import country_name, in_english
from framing.report.sections.shared import share_line
from framing.report.sides import told_refusal
from framing.report.speech import Count
from framing.study.vocabulary import label


def limits_section(ctx: Context, articles: pl.DataFrame, outlets: pl.DataFrame) -> Section:
    """Every reason for restraint that holds for these articles."""
    items = [
        *_sampling(ctx, articles),
        *_basis(ctx, articles),
        *_coders(ctx),
        *_ownership(ctx, outlets),
        *_bundles(ctx, articles),
        *_small(ctx, articles),
    ]
    return Section("limits", ctx.say.text("limits"), (Listing(tuple(items)),), language=ctx.language)


def _sampling(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    counts = {kind: articles.filter(pl.col("sampling") == kind).height for kind in ("undeclared", "unfinished")}
    told = [ctx.say(f"limits-{kind}", articles=count) for kind, count in counts.items() if count]
    told += _draws(ctx) if "probability" in set(articles["sampling"]) else []
    cited = set(unsampled(articles)["source"])
    for source in ctx.corpus.registers["sources"]:
        if source["id"] in cited:
            note, title = (in_english(source[key], ctx.language) for key in ("sampling_note", "title"))
            told.append(ctx.say("limits-source", title=title, container=source["container"], note=note))
    return told


def _draws(ctx: Context) -> list[Line]:
    """How articles were drawn at random, and what follows for shares, counts and agreement."""
    return [
        ctx.say(
            "limits-sample", sample=sample["id"], design=sample["design"], articles=len(sample["articles"]),
            listed=sample["frame"]["size"], seed=str(sample["seed"]),
        )
        for sample in ctx.corpus.registers["samples"]
    ]  # fmt: skip


def _basis(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    second = articles.filter(pl.col("basis") == "secondary_paraphrase").height
    if not second:
        return []
    return [ctx.say("limits-none-read") if second == articles.height else ctx.say("limits-not-read", articles=second)]


def _coders(ctx: Context) -> list[Line]:
    if isinstance(ctx.reading, Refusal):
        return []
    read = ctx.corpus.tables.codings.filter(pl.col("article").is_in(ctx.reading.articles["article"].implode()))
    independent = set(read.filter(pl.col("phase") == "main")["coder"])
    settling = {coder for names in ctx.reading.articles["coders"] for coder in names.split()}
    lines = [ctx.say("limits-one-coder")] if len(independent) < 2 else _unsettled(ctx, ctx.reading)
    machines = [
        coder
        for coder in ctx.corpus.registers["coders"]
        if coder["id"] in independent | settling and coder["kind"] == "machine"
    ]
    if machines:
        models = [in_english(name, ctx.language) for name in sorted({coder["name"] for coder in machines})]
        coders = [coder["id"] for coder in machines]
        message = "limits-simulated-coders" if ctx.simulated else "limits-machines"
        lines.append(ctx.say(message, coders=coders, many=len(coders), models=models))
    return lines


def _unsettled(ctx: Context, reading: Reading) -> list[Line]:
    """The articles whose primary frame is that of one of several coders, because no more than half agree and nobody has settled it."""
    first = pl.col("settled").str.starts_with(str(Alone("")))
    several = pl.col("coders").str.contains(" ", literal=True)
    settled = ctx.corpus.tables.codings.filter(pl.col("phase") == "adjudicated")["article"]
    open_ = tuple(reading.articles.filter(first & several & ~pl.col("article").is_in(settled.implode()))["article"])
    return [ctx.say("limits-unsettled", articles=Count(len(open_), open_))] if open_ else []


def _ownership(ctx: Context, outlets: pl.DataFrame) -> list[Line]:
    alone = outlets.filter(pl.len().over("country") == 1) if outlets.height > 1 else outlets.clear()
    return [
        ctx.say(
            "limits-only-outlet",
            paper=ctx.outlet_name(row["outlet"]),
            country=country_name(row["country"], ctx.language),
            ownership=label(ctx.corpus.codebook, "ownership", row["ownership"], ctx.language),
        )
        for row in alone.to_dicts()
    ]


def _bundles(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    """What is counted where the source describes articles together: of one such place its weight, of several all in one line."""
    found = measure.bundles(articles).to_dicts()
    if len(found) < 2:
        return [
            ctx.say("limits-together", articles=_counted(row["records"]), weight=round(row["weight"], 2))
            for row in found
        ]
    every = [record for row in found for record in row["records"]]
    return [ctx.say("limits-together-often", places=len(found), articles=_counted(every))]


def _counted(records: Sequence[str]) -> Count:
    return Count(len(records), tuple(records))


def _small(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    few = articles.height < FLOORS[-1].articles
    return [ctx.say("limits-small", articles=articles.height, side=SIDE)] if few else []


def data_section(ctx: Context, reading: Reading) -> Section:
    """How far the source's own order may explain the result, and what another date rule would change."""
    say = ctx.say
    sourced = [_circularity(ctx, reading)] if ctx.corpus.registers["sources"] else []
    blocks: list[Block] = [*sourced, *_dates(ctx), *_versions(ctx)]
    excluded = ctx.articles.filter(pl.col("excluded_because").is_not_null())
    for row in excluded.to_dicts():
        record, why = Number(row["article"], (row["article"],)), in_english(row["excluded_because"], ctx.language)
        blocks.append(Paragraph(say("limits-excluded", record=record, reason=why)))
    return Section("data", say.text("limits-data"), tuple(blocks), language=ctx.language)


def _circularity(ctx: Context, reading: Reading) -> Paragraph:
    circular = measure.circularity(reading.frames, reading.articles)
    if isinstance(circular, Refusal):
        why = told_refusal(ctx, circular)
        return Paragraph(ctx.say("limits-circularity-refused", refusal=why), "refusal")
    primary, either = circular.to_dicts()
    shared = primary["shown"] != "count" and primary["descriptions"] < primary["of"]
    told = (
        ctx.say("limits-circularity", primary=_share(ctx, primary), of=primary["of"], either=_share(ctx, either)),
        *((ctx.say("limits-circularity-shared"),) if shared else ()),
        ctx.say("limits-circularity-means"),
    )
    return Paragraph(joined(told, ctx.say.text("between-sentences")))


def _share(ctx: Context, row: dict[str, Any]) -> Line:
    """How many articles have the theme of their section as a frame, with their share as far as the floors allow it."""
    counted = ctx.say("limits-circular", articles=Count(row["articles"], tuple(row["records"])))
    if row["shown"] == "count":
        return counted
    return ctx.say("limits-circular-share", articles=counted, share=share_line(ctx, row["weight"], row["n"]))


def _dates(ctx: Context) -> Iterator[Block]:
    """The articles that another date rule would put into another period."""
    moved = period.moved(ctx.articles, ctx.choices.every)
    count = Count(moved.height, tuple(moved["article"]))
    yield Paragraph(ctx.say("limits-dates", moved=count, articles=ctx.articles.height, every=ctx.choices.every))
    if moved.height:
        rows = tuple(
            (
                (Number(row["article"], (row["article"],)),),
                *(line(row[key]) for key in ("published", "cited", "section")),
            )
            for row in moved.to_dicts()
        )
        head = tuple(ctx.say.text(f"limits-head-{name}") for name in ("record", "published", "cited", "section"))
        yield Table("", head, rows)


def _versions(ctx: Context) -> Iterator[Block]:
    """Which versions of the codebook are pooled, where there are several."""
    found, say = codebook_versions(ctx.corpus.codings.values(), ctx.corpus.older), ctx.say
    if found.height < 2:
        return
    rows = tuple(
        (
            line(row["coded_under"]),
            line(row["codebook"]),
            line(str(row["codings"])),
            say("limits-pooled" if row["pooled"] else "limits-not-pooled"),
        )
        for row in found.to_dicts()
    )
    head = tuple(say.text(f"limits-head-{name}") for name in ("coded-under", "now-under", "codings", "counted"))
    yield Table(say.text("limits-versions"), head, rows, frozenset({2}))
