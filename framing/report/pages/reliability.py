"""The reliability page: what the double coding shows, where the coders differed, and what the choice of reading changes."""

from collections import Counter
from typing import Any

import polars as pl

from framing import chart
from framing.agreement.resampling import Bootstrap
from framing.agreement.study import reliability_table, study_reliability
from framing.agreement.verdicts import RELY, TENTATIVE
from framing.analysis.reading import Reading, reading, rules
from framing.chart import picture
from framing.refusal import Refusal
from framing.report.blocks import Block, Figure, Line, Number, Page, Paragraph, Section, Table, joined, line
from framing.report.context import Context, filters, number, plural
from framing.report.sections.shared import refused
from framing.report.words import listed
from framing.study.settle import REASONS, Question, changes, confusions, in_words, questions

Record = dict[str, Any]
BOOTSTRAP = Bootstrap()


DISAGREEMENTS = 100
"""Values on which coders differ that a page can list."""


def reliability(ctx: Context) -> Page:
    """The page of reliability, disagreements, adjudication and readings."""
    asked = _questions(ctx)
    parts = (_coefficients(ctx), _disagreements(ctx, asked), _adjudication(ctx), _readings(ctx), _methods(ctx))
    return Page("reliability", "Reliability", (), tuple(part for part in parts if part is not None))


def _questions(ctx: Context) -> list[Question]:
    by_article: dict[str, list[Record]] = {}
    for (article, _), coding in ctx.corpus.codings.items():
        by_article.setdefault(article, []).append(coding)
    return [question for article in ctx.corpus.articles for question in questions(by_article.get(article, []))]


def main_coders(ctx: Context) -> list[Record]:
    """The coders whose independent codings are compared."""
    used = {coder for (_, coder), coding in ctx.corpus.codings.items() if coding["phase"] == "main"}
    return [entry for entry in ctx.corpus.registers["coders"] if entry["id"] in used]


def _coefficients(ctx: Context) -> Section:
    found = study_reliability(ctx.corpus.tables, ctx.corpus.codebook, BOOTSTRAP)
    if isinstance(found, Refusal):
        return Section("coefficients", "Agreement", (refused(found),))
    table = reliability_table(found, ctx.corpus.codebook)
    coders = main_coders(ctx)
    warning = _machines(coders)
    words = (
        f"{plural(len(coders), 'coder')} coded {plural(max(one.units for one in found), 'article')} independently"
        f". By Krippendorff’s rule a variable can be relied on when alpha is at least {RELY:.3f}, and allows tentative conclusions "
        f"from {TENTATIVE:.3f} on; here the lower end of the interval is judged, not alpha itself. A judgement is to be dropped or "
        "merged only where alpha itself is low; where only the interval is too wide it is undecided, and the number of articles that "
        "would narrow it, if they were coded as alike as these, stands beside it. Where coders never disagreed, the interval is the "
        "one that so many articles without a disagreement allow (Clopper and Pearson). Without two people who coded there is no "
        "verdict. "
        "A variable is judged in steps, each of the articles that the one before leaves: seen? (no: the source does not let one see, "
        "which is no answer), expressed? (no: not expressed or not applicable, which are seen), and the value."
    )
    caption = (
        f"Krippendorff’s alpha with a 95 % interval from {BOOTSTRAP.draws:,} resamples of articles (articles that share one description "
        f"together; seed {BOOTSTRAP.seed}); AC1 beside it. All articles of the study, the context panel included; codebook "
        f"{ctx.corpus.codebook['version']}."
    )
    figure = Figure("forest", picture.spec(chart.reliability_forest(table, ctx.style)), caption, _table(table))
    blocks: list[Block] = [Paragraph(line(words)), *([Paragraph(line(warning), "caution")] if warning else []), figure]
    return Section("coefficients", "Agreement", tuple(blocks))


def _machines(coders: list[Record]) -> str:
    machines = [entry for entry in coders if entry["kind"] == "machine"]
    if not machines:
        return ""
    names = listed(sorted({entry["name"] for entry in machines}))
    return (
        f"{plural(len(machines), 'coder')} of {len(coders)} {'is a program' if len(machines) == 1 else 'are programs'} ({names}). "
        "Runs of one model share their errors: agreement between them shows how stable the codebook makes the model, not that "
        "people would agree with it, and not that either is right."
    )


def _table(table: pl.DataFrame) -> Table:
    def figure(value: float | None) -> Line:
        return line("–" if value is None else f"{value:.3f}")

    rows = tuple(
        (
            line(row["judgement"]),
            line(str(row["units"])),
            line("–" if row["commonest"] is None else f"{row['commonest']} {row['prevalence']:.0%}"),
            figure(row["percent"]),
            figure(row["alpha"]),
            line("–" if row["low"] is None else f"{row['low']:.2f} to {row['high']:.2f}"),
            figure(row["ac1"]),
            line(row["verdict"]),
        )
        for row in table.iter_rows(named=True)
    )
    head = ("Judgement", "units", "commonest", "percent", "alpha", "95 % interval", "AC1", "verdict")
    return Table(
        "Units were judged by at least two coders; commonest: the answer, and its share of all answers to them. Percent is the mean share of agreeing pairs.",
        head,
        rows,
        frozenset({1, 3, 4, 5, 6}),
    )


def _disagreements(ctx: Context, asked: list[Question]) -> Section | None:
    if len(main_coders(ctx)) < 2:
        return None
    if not asked:
        return Section("disagreements", "Disagreements", (Paragraph(line("The coders differ on nothing.")),))
    rows = tuple(
        (
            (Number(question.article, (question.article,)),),
            line(question.pointer.removeprefix("/values/").strip("/")),
            joined([f"{coder}: {in_words(answer)}" for coder, answer in question.answers.items()], "; "),
            joined([f"{coder}: {' / '.join(texts)}" for coder, texts in question.evidence.items() if texts], "; "),
        )
        for question in asked[:DISAGREEMENTS]
    )
    articles = sorted({question.article for question in asked})
    told = line(
        "The coders differ on ",
        Number(plural(len(articles), "article"), tuple(articles)),
        f", in {plural(len(asked), 'value')}.",
        f" The first {len(rows)} stand here; `framing agreement --disagreements` lists all."
        if len(rows) < len(asked)
        else "",
    )
    table = Table("", ("Record", "Value", "Answers", "Evidence for it"), rows)
    return Section("disagreements", "Disagreements", (Paragraph(told), table))


def _adjudication(ctx: Context) -> Section | None:
    final = {article: coding for (article, _), coding in ctx.corpus.codings.items() if coding["phase"] == "adjudicated"}
    if not final:
        return None
    by_article: dict[str, list[Record]] = {}
    for (article, _), coding in ctx.corpus.codings.items():
        by_article.setdefault(article, []).append(coding)
    changed = Counter[str]()
    for article in final:
        changed.update(changes(by_article[article]))
    total = sum(3 + len(coding["values"]) for coding in final.values())
    rows = tuple(
        (
            (Number(article, (article,)),),
            line(decision["value"].removeprefix("/values/").strip("/")),
            line(decision["follows"]),
            line(REASONS[decision["reason"]]),
            line(decision["comment"]),
        )
        for article, coding in final.items()
        for decision in coding["decisions"]
    )
    reasons = Counter(decision["reason"] for coding in final.values() for decision in coding["decisions"])
    counted = "; ".join(f"{REASONS[name]} ({count})" for name, count in reasons.most_common())
    shares = "; ".join(
        f"{coder}: {changed[coder]} of {total} ({changed[coder] / total:.1%})" for coder in sorted(changed)
    )
    settled = sorted({coding["coder"] for coding in final.values()})
    kinds = {entry["id"]: entry["kind"] for entry in ctx.corpus.registers["coders"]}
    told = (
        f"{plural(len(final), 'article')} adjudicated by {listed([f'{name} ({kinds[name]})' for name in settled])}. Values changed, by "
        f"coder: {shares}. Why they differed: {counted}. The raw codings stand as they were made."
    )
    table = Table("", ("Record", "Value", "follows", "Why they differed", "The argument"), rows)
    cautions = [Paragraph(line(said), "caution") for said in _exceptions(ctx)]
    return Section("adjudication", "Adjudication", (Paragraph(line(told)), *cautions, *_confusions(by_article), table))


def _confusions(by_article: dict[str, list[Record]]) -> list[Block]:
    rows = tuple(
        (
            line(one.pointer.removeprefix("/values/").strip("/")),
            line(one.settled_as),
            line(one.confused_with),
            number(len(one.records), list(one.records)),
        )
        for one in confusions(by_article.values())
    )
    caption = "What coders had said where something else was settled."
    return [Table(caption, ("Value", "settled as", "confused with", "articles"), rows, frozenset({3}))] if rows else []


def _adjudicators(ctx: Context) -> list[Record]:
    """Who settled something."""
    used = {coder for (_, coder), coding in ctx.corpus.codings.items() if coding["phase"] == "adjudicated"}
    return [entry for entry in ctx.corpus.registers["coders"] if entry["id"] in used]


def _exceptions(ctx: Context) -> list[str]:
    """A sentence per adjudicator who was one of the coders."""
    return [
        f"The adjudicator {entry['id']} was one of the coders ({entry['exception']['coder']}), so that these settlements are not "
        f"independent of the codings. The recorded reason: {entry['exception']['reason'].rstrip('.')}."
        for entry in _adjudicators(ctx)
        if "exception" in entry
    ]


def _readings(ctx: Context) -> Section | None:
    """How many values each rule changes against the chosen one, and how far the headline counts move."""
    if isinstance(ctx.reading, Refusal):
        return None
    panel = set(ctx.reading.articles["article"])
    rows = []
    head = (
        ctx.reading.frames.filter(pl.col("role") == "primary")
        .group_by("frame")
        .len()
        .sort("len", "frame", descending=[True, False])
    )
    if head.is_empty():
        return None
    first = head["frame"][0]
    for rule in rules(ctx.corpus.tables):
        other = reading(ctx.corpus.tables, rule, filters(ctx.corpus.codebook))
        if isinstance(other, Refusal):
            continue
        mine = Reading(other.rule, *(table.filter(pl.col("article").is_in(panel)) for table in other[1:]))
        hits = (
            mine.frames.filter((pl.col("frame") == first) & (pl.col("role") == "primary"))["article"].sort().to_list()
        )
        rows.append(
            (
                line(rule + (" (used here)" if rule == ctx.choices.rule else "")),
                line(str(mine.articles.height)),
                line(str(_moved(ctx.reading, mine, "primary"))),
                line(str(_moved_sets(ctx.reading, mine))),
                line(str(_moved(ctx.reading, mine, "event"))),
                line(str(_moved_values(ctx.reading, mine))),
                number(len(hits), hits),
                line(_largest_move(ctx, mine)),
            )
        )
    columns = (
        "Reading",
        "articles",
        "primary frames changed",
        "sets of frames changed",
        "events changed",
        "values changed",
        f"“{ctx.frame_label(first)}” is primary in",
        "primary frame that moves most",
    )
    text = Paragraph(
        line(
            "The same figures under every reading of the codings. Under “adjudicated” an article without an adjudicated record is read "
            "by majority, and where no value has a majority the first coder of coders.json decides."
        )
    )
    return Section(
        "readings",
        "What the choice of reading changes",
        (text, Table("", columns, tuple(rows), frozenset(range(1, 7)))),
    )


def _moved(used: Reading, other: Reading, column: str) -> int:
    both = used.articles.select("article", pl.col(column).cast(pl.String)).join(
        other.articles.select("article", pl.col(column).cast(pl.String).alias("other")), on="article"
    )
    return both.filter(pl.col(column).ne_missing(pl.col("other"))).height


def _moved_sets(used: Reading, other: Reading) -> int:
    mine, theirs = (
        table.frames.group_by("article").agg(pl.col("frame").cast(pl.String).sort()) for table in (used, other)
    )
    both = mine.join(theirs, on="article", suffix="_other")
    return both.filter(pl.col("frame") != pl.col("frame_other")).height


def _largest_move(ctx: Context, other: Reading) -> str:
    """The primary frame whose number of articles differs most from the reading in use, with the difference."""
    if isinstance(ctx.reading, Refusal):
        return "–"
    counted = [Counter(table.articles["primary"].cast(pl.String).to_list()) for table in (ctx.reading, other)]
    moves = {name: counted[1][name] - counted[0][name] for name in sorted({*counted[0], *counted[1]})}
    name = max(moves, key=lambda frame: abs(moves[frame]))
    return f"{ctx.frame_label(name)} {moves[name]:+d}" if moves[name] else "none"


def _moved_values(used: Reading, other: Reading) -> int:
    answer = pl.coalesce(pl.col("value"), pl.col("missing").cast(pl.String))
    both = used.values.select("article", "variable", mine=answer).join(
        other.values.select("article", "variable", theirs=answer), on=["article", "variable"]
    )
    return both.filter(pl.col("mine").ne_missing(pl.col("theirs"))).height


def _methods(ctx: Context) -> Section:
    coders = main_coders(ctx)
    if len(coders) < 2:
        return Section(
            "methods",
            "For your methods section",
            (Paragraph(line("One coder: there is nothing to report on reliability yet.")),),
        )
    book = ctx.corpus.codebook
    twice = (
        ctx.corpus.tables.codings.filter(pl.col("phase") == "main")
        .group_by("article")
        .len()
        .filter(pl.col("len") > 1)
        .height
    )
    kinds = listed([f"{entry['id']} ({entry['kind']})" for entry in coders])
    text = (
        f"{plural(twice, 'article')} of {len(ctx.corpus.articles)} were coded independently by {plural(len(coders), 'coder')}, {kinds}, under "
        f"codebook {book['id']} {book['version']}. Reliability is reported per variable as Krippendorff’s alpha (nominal; ordinal for the "
        f"scales; MASI and Jaccard distance for sets of frames) with 95 % percentile intervals from {BOOTSTRAP.draws:,} bootstrap resamples of "
        f"articles, articles that share one description being resampled together (seed {BOOTSTRAP.seed}), with percent agreement and "
        "Gwet’s AC1 beside it. Each variable was judged in steps: whether the source lets one see it, whether it is expressed where it "
        "is seen, and its value where it is expressed; agreement on not knowing counts for no value. Judgements that fewer than five articles received are reported as not estimable. Coefficients were "
        "computed with framing, whose self-test recomputes 96 published figures."
    )
    if adjudicators := _adjudicators(ctx):
        names = listed([f"{entry['id']} ({entry['kind']})" for entry in adjudicators])
        text = " ".join([f"{text} Disagreements were settled by {names}.", *_exceptions(ctx)])
    return Section("methods", "For your methods section", (Paragraph(line(text)),))
