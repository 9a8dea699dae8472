"""What may not be concluded, as the data of the study show."""

from typing import Any

import polars as pl

from framing.analysis import coverage, measure
from framing.analysis.floors import FLOORS, SIDE
from framing.analysis.provenance import codebook_versions
from framing.analysis.reading import Reading
from framing.analysis.sampling import unsampled
from framing.compare.sides import listed
from framing.refusal import Refusal
from framing.report.blocks import Block, Line, Listing, Number, Paragraph, Section, Table, line
from framing.report.context import Context, number, plural, share
from framing.report.wording import refused
from framing.study.cldr import country
from framing.study.vocabulary import label


def limits_section(ctx: Context, articles: pl.DataFrame, outlets: pl.DataFrame) -> Section:
    """Every reason for restraint that holds for these articles."""
    items = [
        *_sampling(ctx, articles),
        *_basis(articles),
        *_coders(ctx),
        *_ownership(ctx, outlets),
        *_bundles(articles),
        *_small(articles),
    ]
    return Section("limits", "What may not be concluded from this", (Listing(tuple(items)),))


def _sampling(ctx: Context, articles: pl.DataFrame) -> list[Line]:
    undeclared = articles.filter(pl.col("sampling") == "undeclared").height
    told = (
        [line(f"How {plural(undeclared, 'article')} came into the study is not declared (no search in searches.json covers them, and no "
              "source says how). No interval is given where they are counted.")]
        if undeclared
        else []
    )  # fmt: skip
    waiting = articles.filter(pl.col("sampling") == "unfinished").height
    told += (
        [
            line(
                f"{plural(waiting, 'article was', 'articles were')} drawn at random, but not all that were drawn are read. Shares are weighted; no "
                "interval or p value is given until all are, or are left out with a reason."
            )
        ]
        if waiting
        else []
    )
    told += _draws(ctx) if "probability" in set(articles["sampling"]) else []
    cited = set(unsampled(articles)["source"])
    sources = [source for source in ctx.corpus.registers["sources"] if source["id"] in cited]
    return told + [
        line(f"{source['title']} ({source['container']}): {source['sampling_note']} No interval or p value is given "
             "for this selection.")
        for source in sources
    ]  # fmt: skip


def _draws(ctx: Context) -> list[Line]:
    """How articles were drawn at random, and what follows for shares, counts and agreement."""
    return [
        line(f"Sample {sample['id']} ({sample['design']}): {len(sample['articles'])} articles drawn from a list of {sample['frame']['size']} (seed "
             f"{sample['seed']}). Shares are of that list, each article weighing one over the probability with which it was drawn, and their "
             "intervals hold chance in drawing alone; counts, agreement between coders and co-occurrence count every article alike.")
        for sample in ctx.corpus.registers["samples"]
    ]  # fmt: skip


def _basis(articles: pl.DataFrame) -> list[Line]:
    second = articles.filter(pl.col("basis") == "secondary_paraphrase")
    if second.is_empty():
        return []
    words = (
        "None of the articles was read"
        if second.height == articles.height
        else f"{plural(second.height, 'article was', 'articles were')} not read"
    )
    return [
        line(
            f"{words}: they are known only from someone else’s description. Wording, tone, prominence and length are not known."
        )
    ]


def _coders(ctx: Context) -> list[Line]:
    if isinstance(ctx.reading, Refusal):
        return []
    read = ctx.corpus.tables.codings.filter(pl.col("article").is_in(ctx.reading.articles["article"].implode()))
    independent = set(read.filter(pl.col("phase") == "main")["coder"])
    settling = {coder for names in ctx.reading.articles["coders"] for coder in names.split()}
    lines = []
    if len(independent) < 2:
        told = "One coder read the articles. Without a second, independent coding, nothing is known about reliability."
        lines.append(line(told))
    machines = [
        coder
        for coder in ctx.corpus.registers["coders"]
        if coder["id"] in independent | settling and coder["kind"] == "machine"
    ]
    if machines:
        names = [coder["id"] for coder in machines]
        who = f"Coder {names[0]} is a program" if len(names) == 1 else f"Coders {listed(names)} are programs"
        models = listed(sorted({coder["name"] for coder in machines}))
        lines.append(
            line(
                f"{who} ({models}), not {'a person' if len(names) == 1 else 'people'}. Agreement with a person’s reading has not been measured."
            )
        )
    return lines


def _ownership(ctx: Context, outlets: pl.DataFrame) -> list[Line]:
    lines = []
    for row in outlets.to_dicts():
        same = outlets.filter(pl.col("country") == row["country"])
        if same.height == 1 and outlets.height > 1:
            lines.append(line(f"{row['name']} is the only outlet from {country(row['country'])} (ownership: {label(ctx.corpus.codebook, 'ownership', row['ownership'])}). "
                              "What distinguishes it may be the country, the owner or the paper; the data cannot show which."))  # fmt: skip
    return lines


def _bundles(articles: pl.DataFrame) -> list[Line]:
    return [
        line("The source describes ", Number(plural(row["articles"], "article"), tuple(row["records"])), f" together; each counts as {row['weight']:.2g}.")
        for row in measure.bundles(articles).to_dicts()
    ]  # fmt: skip


def _small(articles: pl.DataFrame) -> list[Line]:
    if articles.height >= FLOORS[-1].articles:
        return []
    return [line(f"With {plural(articles.height, 'article')} one can say that something occurs, and when, but not how often, "
                 f"how typical it is, or whether it is rising or falling. A comparison would need at least {SIDE} articles on the same event on each side.")]  # fmt: skip


def _percent(circular: dict[str, Any]) -> str:
    return "" if circular["shown"] == "count" else f" ({share(circular['weight'], circular['n'])})"


def _once(circular: dict[str, Any]) -> str:
    weighted = circular["shown"] != "count" and circular["n"] < circular["of"]
    return "In the shares a shared description counts once. " if weighted else ""


def data_section(ctx: Context, reading: Reading) -> Section:
    """How far the source's own order may explain the result, and what another date rule would change."""
    blocks: list[Block] = []
    circular = measure.circularity(reading.frames, reading.articles)
    if isinstance(circular, Refusal):
        blocks.append(refused(circular, "Circularity:"))
    else:
        primary, either = circular.to_dicts()
        blocks.append(
            Paragraph(line("Circularity: the source is arranged by themes. The primary frame dimension of ",
                number(primary["articles"], primary["records"]), f" of {primary['of']} articles{_percent(primary)} is the theme of "
                "the section that cites them; counting secondary dimensions as well, ", number(either["articles"], either["records"]),
                f"{_percent(either)}. {_once(primary)}The higher this share, the more the frames may reflect the source rather than the papers."))
        )  # fmt: skip
    moved = coverage.moved(ctx.articles, ctx.choices.every)
    rows = tuple(
        ((Number(row["article"], (row["article"],)),), line(row["published"]), line(row["cited"]), line(row["section"]))
        for row in moved.to_dicts()
    )
    records = tuple(moved["article"])
    blocks.append(
        Paragraph(line("Dates: periods follow the date of publication as it is now established. ", Number(plural(moved.height, "article"), records),
                  f" of {ctx.articles.height} would fall in another {ctx.choices.every} by the date as cited or by the section that cites them."))
    )  # fmt: skip
    if rows:
        blocks.append(Table("", ("Record", "by publication", "by cited date", "by citing section"), rows))
    blocks += _versions(ctx)
    excluded = ctx.articles.filter(pl.col("excluded_because").is_not_null())
    for row in excluded.to_dicts():
        text = line(
            "Left out of frame analysis: ", Number(row["article"], (row["article"],)), f". {row['excluded_because']}"
        )
        blocks.append(Paragraph(text))
    return Section("data", "What the data can support", tuple(blocks))


def _versions(ctx: Context) -> list[Block]:
    """Which versions of the codebook are pooled, where there are several."""
    found = codebook_versions(ctx.corpus.codings.values(), ctx.corpus.older)
    if found.height < 2:
        return []
    rows = tuple(
        (
            line(row["coded_under"]),
            line(row["codebook"]),
            line(str(row["codings"])),
            line("yes" if row["pooled"] else "no: its answers mean something else"),
        )
        for row in found.to_dicts()
    )
    caption = (
        "Codings by the version of the codebook that their coders used; a migration brings codings to another version."
    )
    return [Table(caption, ("coded under", "now under", "codings", "counted here"), rows, frozenset({2}))]
