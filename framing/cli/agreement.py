"""Commands about reliability: coefficients of a study or of any table, published examples, plans, adjudication."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.draws import AGREEMENT
from framing.cli import agreement_groups, agreement_table, console
from framing.cli.agreement_figures import FIGURES, figures, resampled
from framing.cli.options import Json, Study, codings_of, corpus_at, one_of, stop

if TYPE_CHECKING:
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus

app = typer.Typer()

Draws = Annotated[int, typer.Option("--draws", min=0, help="Resamples for each interval and test.")]
Seed = Annotated[
    int, typer.Option("--seed", min=0, help="Seed of all resampling; the same seed gives the same figures.")
]


@app.command()
def agreement(
    study: Study = Path(),
    by: Annotated[str, typer.Option("--by", help="outlet, language, country, period or coder-pair.")] = "",
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="List every disagreement with its evidence.")
    ] = False,
    matrix: Annotated[str, typer.Option("--matrix", help="Print the disagreement matrix of one judgement.")] = "",
    confusions: Annotated[
        bool, typer.Option("--confusions", help="Count what was settled as which answer and confused with which.")
    ] = False,
    min_alpha: Annotated[
        float | None, typer.Option("--min-alpha", help="Exit 5 when a lower bound is below this.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A CSV file instead of a study, wide or long; - reads the standard input."),
    ] = None,
    level: Annotated[
        str, typer.Option("--level", help="With --data: nominal, ordinal, interval, ratio, jaccard, masi.")
    ] = "",
    no_header: Annotated[
        bool, typer.Option("--no-header", help="With --data: a ReCal file, a column per coder.")
    ] = False,
    unit: Annotated[str, typer.Option("--unit", help="With --data: the column of units.")] = agreement_table.UNIT,
    coder: Annotated[str, typer.Option("--coder", help="With --data, long: the column of coders.")] = "",
    value: Annotated[str, typer.Option("--value", help="With --data, long: the column of codes.")] = "",
    cluster: Annotated[
        str, typer.Option("--cluster", help="With --data: the column of clusters; units of one are resampled together.")
    ] = "",
    interval: Annotated[str, typer.Option("--interval", help="percentile, bca or jackknife.")] = "percentile",
    draws: Draws = AGREEMENT,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Tell how reliable each judgement of a study is, or any table of codes.

    Example: framing agreement --by language

    Example: framing agreement --data codes.csv --level ordinal --json
    """
    from framing.agreement.resampling import METHODS, Bootstrap
    from framing.agreement.study import unless_coded_twice

    method = METHODS[METHODS.index(one_of(interval, METHODS, "--interval"))]
    bootstrap = Bootstrap(draws=draws, seed=seed, method=method)
    views = {"--by": by, "--disagreements": disagreements, "--matrix": matrix, "--confusions": confusions}
    of_tables = {
        "--level": level,
        "--no-header": no_header,
        "--coder": coder,
        "--value": value,
        "--cluster": cluster,
        "--unit": unit != agreement_table.UNIT,
    }
    _fitting(views, of_tables, data is not None, min_alpha is not None)
    if data is not None:
        columns = agreement_table.Columns(unit, coder, value, cluster)
        table = agreement_table.coding_table(data, level, no_header, columns)
        agreement_table.print_reliability(table, bootstrap, min_alpha, json)
        return
    corpus = corpus_at(study)
    refusal = unless_coded_twice(corpus.tables)
    if refusal:
        raise stop(str(refusal), console.FAULTY)
    if by:
        _require(min_alpha, agreement_groups.print_groups(corpus, by, bootstrap, json))
    elif disagreements:
        _disagreements(corpus, json)
    elif matrix:
        _matrix(corpus, matrix, json)
    elif confusions:
        _confusions(corpus, json)
    else:
        _of_study(corpus, bootstrap, min_alpha, json)


def _fitting(views: Mapping[str, object], of_tables: Mapping[str, object], table: bool, required: bool) -> None:
    """Ends the command when options were given of which one would be passed over in silence."""
    viewed, described = ([name for name, given in options.items() if given] for options in (views, of_tables))
    if table and viewed:
        raise stop(f"{viewed[0]} looks into a study, and --data names a table; leave one of them out", console.USAGE)
    if described and not table:
        raise stop(f"{described[0]} describes a table; name the table with --data FILE.csv", console.USAGE)
    if len(viewed) > 1:
        raise stop(f"{' and '.join(viewed)} are different tables; ask for one at a time", console.USAGE)
    if required and viewed and viewed != ["--by"]:
        raise stop(f"--min-alpha judges intervals, and {viewed[0]} prints none; leave one of them out", console.USAGE)


def _of_study(corpus: "Corpus", bootstrap: "Bootstrap", min_alpha: float | None, as_json: bool) -> None:
    from framing.agreement import study as measured
    from framing.refusal import Refusal

    found = measured.study_reliability(corpus.tables, corpus.codebook, bootstrap)
    if isinstance(found, Refusal):
        raise stop(str(found), console.FAULTY)
    table = measured.reliability_table(found, corpus.codebook)
    if as_json:
        console.as_json({**resampled(bootstrap), "judgements": table.to_dicts()})
    else:
        console.as_table(("judgement", *FIGURES), [figures(row) for row in table.iter_rows(named=True)])
        console.say(_provenance(corpus, bootstrap))
    _require(min_alpha, table["low"].to_list())


def _require(min_alpha: float | None, lows: Sequence[float | None]) -> None:
    """Ends the command when some lower bound is below the one required, or cannot be given."""
    if min_alpha is None:
        return
    below = sum(low is None or low < min_alpha for low in lows)
    if below:
        raise stop(f"{below} of {len(lows)} rows have no lower bound of at least {min_alpha}", console.UNRELIABLE)


def _provenance(corpus: "Corpus", bootstrap: "Bootstrap") -> str:
    """What made the codings, because agreement of programs is not agreement of people."""
    coding = {coder for (_, coder), record in corpus.codings.items() if record["phase"] == "main"}
    machines = [
        entry["id"] for entry in corpus.registers["coders"] if entry["kind"] == "machine" and entry["id"] in coding
    ]
    if len(machines) < 2:
        how = "left out in turn" if bootstrap.method == "jackknife" else "resampled"
        return f"Articles are {how} (bundles together); only independent codings of the main phase count."
    return (
        f"Coders {', '.join(machines)} are programs. Runs of one model share their errors: their agreement shows how stable the "
        "codebook makes them, not that they are right."
    )


def _disagreements(corpus: "Corpus", as_json: bool) -> None:
    from framing.study.settle import in_words, questions

    found = [question for article in corpus.articles for question in questions(codings_of(corpus, article))]
    if as_json:
        console.as_json({"disagreements": [question._asdict() for question in found]})
        return
    rows = [
        (question.article, question.pointer, coder, in_words(answer), " / ".join(question.evidence[coder]))
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


def _confusions(corpus: "Corpus", as_json: bool) -> None:
    from framing.study.settle import confusions as settled

    found = settled([codings_of(corpus, article) for article in corpus.articles])
    if not found:
        raise stop(
            "Nothing was settled against a coder: there is no adjudicated record yet, or it changes no value. "
            "`framing adjudicate` makes them.",
            console.FAULTY,
        )
    if as_json:
        console.as_json({"confusions": [one._asdict() for one in found]})
    else:
        rows = [(one.pointer, one.settled_as, one.confused_with, one.times, " ".join(one.records)) for one in found]
        console.as_table(("value", "settled as", "confused with", "times", "records"), rows)


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
