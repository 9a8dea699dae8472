"""Commands about the study itself: make one, check it, look after its health."""

from pathlib import Path
from typing import Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import Json, Study, stop

app = typer.Typer()


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.")],
) -> None:
    """Make a new study that passes `check` and can be coded at once.

    Example: framing init my-study
    """
    from framing.study.check import mend
    from framing.study.schema import shipped

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise stop(f"{folder} exists and is not empty; name a new folder, nothing was changed.", console.CONFLICT)
    _copy(shipped("study/template"), folder)
    mend(folder)
    console.say(
        f"{folder} is a study. Next: write your own words where CHANGE THIS stands in {folder}/schemas/codebook.json and in\n"
        f"outlets.json and coders.json of {folder}/coded, then run\n"
        f"  framing codebook build --study {folder}\n  framing check --study {folder}\n  framing report --study {folder}"
    )


def _copy(source: Any, target: Path) -> None:
    """Copies package data, which may live in an archive."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy(entry, target / entry.name)
        elif not entry.name.endswith((".py", ".pyc")):
            (target / entry.name).write_bytes(entry.read_bytes())


@app.command()
def check(
    study: Study = Path(),
    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite files that differ in form only, and stale schemas.")
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
