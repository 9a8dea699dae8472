"""`framing agreement`: how reliable a study's judgements are; sub-commands give more detail, or take any table of codes."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import USUAL
from framing.analysis.draws import AGREEMENT
from framing.cli import (
    agreement_before,
    agreement_differences,
    agreement_groups,
    agreement_plan,
    agreement_selftest,
    agreement_table,
    console,
)
from framing.cli.agreement_figures import (
    FIGURES,
    Draws,
    Interval,
    MinAlpha,
    Seed,
    bootstrap,
    figures,
    require,
    resampled,
)
from framing.cli.options import Ground, Json, Study, corpus_at, ground_named, one_of, unless_before, unless_refused

if TYPE_CHECKING:
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus

Version = Annotated[
    str,
    typer.Option(
        "--codebook", help="Reliability of the codings under an older version of the codebook, such as 1.0.0."
    ),
]

agreement_app = typer.Typer(cls=agreement_before.WithOldOptions, invoke_without_command=True)
for command in (
    agreement_groups.groups,
    agreement_differences.disagreements,
    agreement_differences.matrix,
    agreement_differences.confusions,
    agreement_table.table,
    agreement_table.recal,
    agreement_plan.plan,
    agreement_selftest.selftest,
):
    agreement_app.command()(command)

app = typer.Typer()
app.add_typer(agreement_app, name="agreement")
for command in (agreement_plan.plan, agreement_selftest.selftest):
    app.command(cls=agreement_before.FormerCommand, hidden=True)(command)


@agreement_app.callback()
def agreement(
    asked: typer.Context,
    study: Study = Path(),
    ground: Ground = USUAL.ground,
    min_alpha: MinAlpha = None,
    interval: Interval = "percentile",
    draws: Draws = AGREEMENT,
    seed: Seed = 0,
    codebook: Version = "",
    json: Json = False,
) -> None:
    """Report how reliable each judgement of a study is; sub-commands give more detail, or take any table of codes.

    Example: framing agreement --min-alpha 0.667

    Example: framing agreement groups language
    """
    if asked.invoked_subcommand:
        unless_before(asked)
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # two columns are summed sooner than threads are told of them
    from framing.agreement.study import reliability_table, study_reliability

    how = bootstrap(interval, draws, seed)
    counted = ground_named(ground)
    corpus = _of_version(corpus_at(study), codebook)
    table = reliability_table(unless_refused(study_reliability(corpus.tables, corpus.codebook, how, counted)))
    if json:
        console.as_json({**resampled(how), "ground": ground, "judgements": table.to_dicts()})
    else:
        console.as_table(
            ("judgement", *FIGURES), [(row["judgement"], *figures(row)) for row in table.iter_rows(named=True)]
        )
        console.say(_provenance(corpus, how))
    require(min_alpha, table["low"].to_list())


def _of_version(corpus: "Corpus", version: str) -> "Corpus":
    """The study under a version of its codebook; without one, or with the present one, as it is."""
    from framing.corpus import older_versions, under

    current = corpus.codebook["version"]
    chosen = one_of(version or current, (current, *older_versions(corpus)), "--codebook")
    return corpus if chosen == current else under(corpus, chosen)


def _provenance(corpus: "Corpus", how: "Bootstrap") -> str:
    """What made the codings, because agreement of programs is not agreement of people."""
    coding = {coder for (_, coder), record in corpus.codings.items() if record["phase"] == "main"}
    machines = [
        entry["id"] for entry in corpus.registers["coders"] if entry["kind"] == "machine" and entry["id"] in coding
    ]
    if len(machines) < 2:
        drawn = "left out in turn" if how.method == "jackknife" else "resampled"
        return f"Articles are {drawn} for the intervals, those with one description together; only independent codings of the main phase count."
    return (
        f"Coders {', '.join(machines)} are programs. Runs of one model share their errors: their agreement shows how stable the "
        "codebook makes them, not that they are right."
    )
