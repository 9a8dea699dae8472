"""Commands about the study itself: check it, look after its health."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import console
from framing.cli.options import Json, Study

app = typer.Typer()


@app.command()
def check(
    study: Study = Path(),
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Rewrite files that differ in form only or do not name their schema, and stale schemas."
        ),
    ] = False,
    json: Json = False,
) -> None:
    """List every fault of the study, each with its place and what would be right.

    Example: framing check --fix
    """
    from framing.study import check as checking
    from framing.study.faults import as_lines
    from framing.study.load import study_root
    from framing.study.places import placed

    root = study_root(study)
    mended = checking.mend(root) if fix else []
    for name in mended:
        console.say(f"rewrote {name}")
    faults = placed(root, checking.faults(root))
    if json:
        fields = ("file", "line", "pointer", "entry", "rule", "message")
        listed = [{name: getattr(fault, name) for name in fields} for fault in faults]
        console.as_json({"count": len(faults), "faults": listed, "rewritten": mended})
    else:
        for line in as_lines(faults):
            console.result(line)
        files = len({fault.file for fault in faults})
        console.say(f"{len(faults)} fault(s) in {files} file(s)" if faults else f"{root.name}: no faults")
    if faults:
        raise typer.Exit(console.FAULTY)


@app.command()
def doctor(study: Study = Path(), json: Json = False) -> None:
    """Print versions, fonts, and the health of the study.

    Example: framing doctor
    """
    from framing.cli import health

    rows = health.versions() + health.fonts() + health.study(study)
    if json:
        console.as_json({"health": dict(rows)})
    else:
        console.as_table(("what", "state"), rows)
