"""Commands about reliability: coefficients of a study or of any table, published examples, plans, adjudication."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import Json, Study, codings_of, corpus_at, one_of, stop

if TYPE_CHECKING:
    from framing.agreement.ratings import Ratings
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus

app = typer.Typer()

Draws = Annotated[int, typer.Option("--draws", min=0, help="Resamples for each interval and test.")]
Seed = Annotated[int, typer.Option("--seed", help="Seed of all resampling; the same seed gives the same figures.")]


@app.command()
def agreement(
    study: Study = Path(),
    by: Annotated[str, typer.Option("--by", help="outlet, language, country, period or coder-pair.")] = "",
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="List every disagreement with its evidence.")
    ] = False,
    matrix: Annotated[str, typer.Option("--matrix", help="Print the disagreement matrix of one judgement.")] = "",
    min_alpha: Annotated[
        float | None, typer.Option("--min-alpha", help="Exit 5 when a lower bound is below this.")
    ] = None,
    data: Annotated[Path | None, typer.Option("--data", help="A CSV file instead of a study: wide or long.")] = None,
    level: Annotated[
        str, typer.Option("--level", help="With --data: nominal, ordinal, interval, ratio, jaccard, masi.")
    ] = "",
    no_header: Annotated[
        bool, typer.Option("--no-header", help="With --data: a ReCal file, a column per coder.")
    ] = False,
    unit: Annotated[str, typer.Option("--unit", help="With --data: the column of units.")] = "unit",
    coder: Annotated[str, typer.Option("--coder", help="With --data, long: the column of coders.")] = "",
    value: Annotated[str, typer.Option("--value", help="With --data, long: the column of codes.")] = "",
    draws: Draws = 2000,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Tell how reliable each judgement of a study is, or any table of codes.

    Example: framing agreement --by language

    Example: framing agreement --data codes.csv --level ordinal --json
    """
    from framing.agreement.resampling import Bootstrap

    bootstrap = Bootstrap(draws=draws, seed=seed)
    if data is not None:
        _of_table(_ratings(data, level, no_header, (unit, coder, value)), bootstrap, min_alpha, json)
        return
    corpus = corpus_at(study)
    if by:
        _by_group(corpus, by, bootstrap, json)
    elif disagreements:
        _disagreements(corpus, json)
    elif matrix:
        _matrix(corpus, matrix, json)
    else:
        _of_study(corpus, bootstrap, min_alpha, json)


def _ratings(path: Path, level: str, no_header: bool, columns: tuple[str, str, str]) -> "Ratings":
    from framing.agreement import ratings_csv
    from framing.agreement.ratings import LEVELS, Ratings

    if not level:
        raise stop(
            f"--level is needed with --data: {', '.join(LEVELS)}. The same codes give other figures at another level.",
            console.USAGE,
        )
    measured = LEVELS[LEVELS.index(one_of(level, LEVELS, "--level"))]
    if not path.is_file():
        raise stop(f"{path}: there is no such file", console.NOT_FOUND)
    unit, coder, value = columns
    if no_header:
        found = ratings_csv.read_recal(path, measured)
    elif coder or value:
        found = ratings_csv.read_long(path, measured, (unit, coder or "coder", value or "value"))
    else:
        found = ratings_csv.read_ratings(path, measured, unit)
    if isinstance(found, Ratings):
        twins = [name for name in found.categories if isinstance(name, str) and f"{name}.0" in found.categories]
        if twins:
            console.say(
                f"Note: at the nominal level {twins[0]!r} and {twins[0] + '.0'!r} are two codes; write them alike if they are one."
            )
        return found
    for fault in found:
        console.say(f"{path}:{fault.line}: {fault.message}" if fault.line else f"{path}: {fault.message}")
    raise typer.Exit(console.FAULTY)


def _of_table(ratings: "Ratings", bootstrap: "Bootstrap", min_alpha: float | None, as_json: bool) -> None:
    from framing.agreement.table_report import data_report

    report = data_report(ratings, bootstrap.draws, bootstrap.seed)
    if as_json:
        console.as_json({key: found for key, found in report.items() if key != "format"})
    else:
        rows = []
        for name, found in report["coefficients"].items():
            interval = report["intervals"][name]
            why = report["undefined"].get(name, "") or (interval or {}).get("reason", "")
            bounds = f"{interval['low']:.3f} to {interval['high']:.3f}" if interval and not why else ""
            rows.append((name, "" if found is None else f"{found:.4f}", bounds, why))
        console.say(f"{report['units']} units, {report['coders']} coders, {report['level']} level")
        console.as_table(("coefficient", "value", "95 % interval", "why not"), rows)
    interval = report["intervals"]["krippendorff_alpha"]
    if min_alpha is not None and (interval is None or interval["low"] is None or interval["low"] < min_alpha):
        raise stop(f"the lower bound of alpha is below {min_alpha}, or cannot be given", console.UNRELIABLE)


def _of_study(corpus: "Corpus", bootstrap: "Bootstrap", min_alpha: float | None, as_json: bool) -> None:
    from framing.agreement import study as measured
    from framing.refusal import Refusal

    found = measured.study_reliability(corpus.tables, corpus.codebook, bootstrap)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    table = measured.reliability_table(found, corpus.codebook)
    if as_json:
        console.as_json({"draws": bootstrap.draws, "seed": bootstrap.seed, "judgements": table.to_dicts()})
    else:
        head = ("judgement", "units", "commonest", "percent", "alpha", "95 % interval", "AC1", "verdict")
        console.as_table(head, [_shown(row) for row in table.iter_rows(named=True)])
        console.say(_provenance(corpus))
    below = table.filter(table["low"].is_null() | (table["low"] < (min_alpha or 0)))
    if min_alpha is not None and below.height:
        raise stop(f"{below.height} judgement(s) have no lower bound of at least {min_alpha}", console.UNRELIABLE)


def _shown(row: Mapping[str, Any]) -> tuple[str, ...]:
    def figure(name: str) -> str:
        return "" if row[name] is None else f"{row[name]:.3f}"

    common = "" if row["commonest"] is None else f"{row['commonest']} {row['prevalence']:.0%}"
    bounds = "" if row["low"] is None else f"{row['low']:.2f} to {row['high']:.2f}"
    return (
        row["judgement"],
        str(row["units"]),
        common,
        figure("percent"),
        figure("alpha"),
        bounds,
        figure("ac1"),
        row["verdict"],
    )


def _provenance(corpus: "Corpus") -> str:
    """What made the codings, because agreement of programs is not agreement of people."""
    coding = {coder for (_, coder), record in corpus.codings.items() if record["phase"] == "main"}
    machines = [
        entry["id"] for entry in corpus.registers["coders"] if entry["kind"] == "machine" and entry["id"] in coding
    ]
    if len(machines) < 2:
        return "Articles are resampled (bundles together); only independent codings of the main phase count."
    return (
        f"Coders {', '.join(machines)} are programs. Runs of one model share their errors: their agreement shows how stable the "
        "codebook makes them, not that they are right."
    )


def _by_group(corpus: "Corpus", by: str, bootstrap: "Bootstrap", as_json: bool) -> None:
    from framing.agreement import groups as grouped
    from framing.agreement import study as measured
    from framing.period import label
    from framing.refusal import Refusal

    one_of(by, grouped.BY, "--by")
    if by == "coder-pair":
        found = grouped.by_coder_pair(corpus.tables, corpus.codebook, bootstrap)
    else:
        articles = corpus.tables.articles
        if by == "period":
            groups = {name: label(day, "quarter") for name, day in articles.select("article", "published").iter_rows()}
        else:
            column = "article_language" if by == "language" else by
            groups = {name: str(group) for name, group in articles.select("article", column).iter_rows()}
        found = grouped.by_group(corpus.tables, corpus.codebook, groups, bootstrap)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    rows = [
        (
            measured.judgement_label(one.name, corpus.codebook),
            group,
            *_shown(row)[1:],
            "" if isinstance(one.p, Refusal) else f"{one.p:.3f}",
        )
        for one in found
        for group, part in one.groups.items()
        for row in measured.reliability_table([part], corpus.codebook).iter_rows(named=True)
    ]
    head = (
        "judgement",
        by,
        "units",
        "commonest",
        "percent",
        "alpha",
        "95 % interval",
        "AC1",
        "verdict",
        "p of equal alpha",
    )
    if as_json:
        console.as_json({"by": by, "rows": [dict(zip(head, row, strict=True)) for row in rows]})
    else:
        console.as_table(head, rows)


def _disagreements(corpus: "Corpus", as_json: bool) -> None:
    from framing.adjudicate import questions

    found = [question for article in corpus.articles for question in questions(codings_of(corpus, article))]
    if as_json:
        console.as_json({"disagreements": [question._asdict() for question in found]})
        return
    rows = [
        (question.article, question.pointer, coder, answer, " / ".join(question.evidence[coder]))
        for question in found
        for coder, answer in question.answers.items()
    ]
    console.as_table(("article", "value", "coder", "answer", "evidence"), rows)


def _matrix(corpus: "Corpus", name: str, as_json: bool) -> None:
    from framing.agreement import study as measured

    known = tuple(
        entry.name
        for entry in measured.judgements(corpus.tables, corpus.codebook)
        if entry.level not in ("masi", "jaccard")
    )
    table = measured.confusion(corpus.tables, corpus.codebook, one_of(name, known, "--matrix"))
    if as_json:
        console.as_json({"judgement": name, "cells": table.to_dicts()})
    else:
        rows = [
            (row["value"], row["other_value"], row["articles"], " ".join(row["records"]))
            for row in table.iter_rows(named=True)
        ]
        console.as_table(("one coder", "the other", "articles", "records"), rows)


@app.command()
def selftest(json: Json = False) -> None:
    """Recompute published worked examples and compare: source, expected, ours, agree.

    Example: framing selftest
    """
    from framing.agreement.selftest import selftest as recomputed

    found = recomputed()
    rows = [
        (one.name, one.metric, _figures(one.expected), _figures(one.ours), "yes" if one.agree else "NO", one.source)
        for one in found
    ]
    agreeing = sum(one.agree for one in found)
    if json:
        head = ("name", "metric", "expected", "ours", "agree", "source")
        console.as_json(
            {"figures": len(found), "agreeing": agreeing, "rows": [dict(zip(head, row, strict=True)) for row in rows]}
        )
    else:
        console.as_table(("example", "coefficient", "expected", "ours", "agree", "source"), rows)
        console.say(f"{agreeing} of {len(found)} published figures agree")
    if agreeing < len(found):
        raise typer.Exit(console.FAULTY)


def _figures(values: tuple[float, ...] | None) -> str:
    return "not given" if values is None else " to ".join(f"{value:.4f}" for value in values)


@app.command()
def plan(
    study: Study = Path(),
    rarest: Annotated[
        float, typer.Option("--rarest", min=0.001, max=0.5, help="Expected share of the rarest frame.")
    ] = 0.05,
    alpha: Annotated[float, typer.Option("--alpha", min=0.1, max=0.99, help="The alpha to be shown.")] = 0.8,
    agreement: Annotated[
        float, typer.Option("--agreement", min=0.5, max=0.99, help="Expected share of agreement.")
    ] = 0.85,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Say how many articles to code twice, and draw them by seed from outlets, languages and years.

    Example: framing plan --rarest 0.05 --alpha 0.8
    """
    from framing.agreement.planning import coding_plan, stratified_draw
    from framing.refusal import Refusal

    articles = corpus_at(study).tables.articles
    if articles.is_empty():
        raise stop("the study holds no article yet", console.FAULTY)
    planned = coding_plan(articles.height, rarest, alpha, agreement)
    if isinstance(planned, Refusal):
        raise stop(str(planned), console.USAGE)
    strata = [
        f"{outlet} {language} {day.year}"
        for outlet, language, day in articles.select("outlet", "article_language", "published").iter_rows()
    ]
    size = max(planned.units, len(set(strata)))
    drawn = stratified_draw(articles["article"].to_list(), strata, size, seed)
    if isinstance(drawn, Refusal):
        raise stop(str(drawn), console.USAGE)
    if json:
        console.as_json(
            {
                "articles": articles.height,
                "lacy_riffe": planned.lacy_riffe,
                "krippendorff": planned.krippendorff,
                "units": size,
                "seed": seed,
                "drawn": drawn,
            }
        )
        return
    console.say(
        f"Of {articles.height} articles: Lacy and Riffe ask for {planned.lacy_riffe}, Krippendorff for {planned.krippendorff}; "
        f"code {size} twice{' (all of them)' if planned.census else ''}."
    )
    console.as_table(("article",), [(name,) for name in drawn])
