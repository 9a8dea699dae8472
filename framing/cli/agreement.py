"""`framing agreement`: how reliable a study's judgements are; sub-commands give more detail, or take any table of codes."""

import os
from pathlib import Path
from typing import Annotated

import typer

from framing.analysis.choices import USUAL
from framing.analysis.draws import AGREEMENT
from framing.cli import (
    agreement_before,
    agreement_counted,
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
from framing.cli.options import Ground, Json, Study, ground_named, unless_before, unless_refused

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
    how = bootstrap(interval, draws, seed)
    counted = unless_refused(agreement_counted.counted(study, how, ground_named(ground), codebook))
    if json:
        console.as_json({**resampled(how), "ground": ground, "judgements": counted.rows})
    else:
        console.as_table(("judgement", *FIGURES), [(row["judgement"], *figures(row)) for row in counted.rows])
        console.say(counted.provenance)
    require(min_alpha, [row["low"] for row in counted.rows])
