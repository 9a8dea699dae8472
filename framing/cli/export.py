"""The command that gives a study to other programs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import USUAL
from framing.cli import console, export_folder
from framing.cli.options import Ground, Json, Rule, Study, corpus_at, ground_named, one_of, stop

if TYPE_CHECKING:
    from framing.export.package import Package

app = typer.Typer()


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.")],
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="csv, xlsx, parquet, sav, dta or datapackage; may be given several times."),
    ] = None,
    study: Study = Path(),
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier export; a folder with anything else stays as it is.")
    ] = False,
    json: Json = False,
) -> None:
    """Write the study as tables for other programs, with a data dictionary; never the text of an article.

    Example: framing export tables --format xlsx --format parquet
    """
    from framing.analysis.reading import reading as reading_of
    from framing.analysis.reading import rules
    from framing.export.formats import FORMATS
    from framing.export.package import package
    from framing.refusal import Refusal

    wanted = [one_of(name, tuple(FORMATS), "--format") for name in dict.fromkeys(formats or ["csv"])]
    if in_the_way := export_folder.in_the_way(folder, replacing=overwrite):
        raise stop(in_the_way, console.CONFLICT)
    corpus = corpus_at(study)
    rule = one_of(reading, tuple(rules(corpus.tables)), "--reading")
    read = reading_of(corpus.tables, rule, ground=ground_named(ground))
    if isinstance(read, Refusal):
        raise stop(str(read), console.FAULTY)
    files = _files(package(corpus.tables, read, corpus.codebook), wanted)
    export_folder.write(folder, files)
    if json:
        console.as_json({"folder": str(folder), "files": sorted(files)})
        return
    console.say(f"{len(files)} files in {folder}")
    if corpus.older:
        console.say(
            f"{len(corpus.older)} codings under older versions of the codebook are left out, because their answers mean something else."
        )


def _files(held: "Package", formats: Sequence[str]) -> Mapping[str, bytes]:
    """The files of every format and the record of them; the command ends where a format cannot hold the study."""
    from framing.export.formats import FORMATS
    from framing.refusal import Refusal

    files: dict[str, bytes] = {}
    for name in formats:
        given = FORMATS[name].files(held)
        if isinstance(given, Refusal):
            raise stop(f"--format {name}: {given}", console.FAULTY)
        files |= given
    return files | export_folder.record(held.about(), files)
