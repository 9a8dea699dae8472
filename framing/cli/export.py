"""The command that gives a study to other programs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import USUAL
from framing.cli import console
from framing.cli.options import Ground, Json, Rule, Study, corpus_at, ground_named, one_of, stop, unless_refused

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.export.package import Package, Records

app = typer.Typer()


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="csv, xlsx, parquet, quarto, sav, dta, datapackage, refi-qda, web-annotation or csl-json; may be given several times.",
        ),
    ] = None,
    study: Study = Path(),
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace an earlier export; a folder with anything else stays as it is.")
    ] = False,
    texts: Annotated[
        bool,
        typer.Option(
            "--texts", help="Give the private texts away, with refi-qda and web-annotation: ask whose they are."
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Write the study as tables for other programs, with a data dictionary; the text of an article only with --texts.

    Example: framing export tables --format xlsx --format parquet
    """
    from framing.analysis.reading import reading as reading_of
    from framing.analysis.reading import rules
    from framing.cli import export_folder
    from framing.export.formats import FORMATS
    from framing.export.package import package

    wanted = [one_of(name, tuple(FORMATS), "--format") for name in dict.fromkeys(formats or ["csv"])]
    if in_the_way := export_folder.in_the_way(folder, replacing=overwrite):
        raise stop(in_the_way, console.CONFLICT)
    corpus = corpus_at(study)
    rule = one_of(reading, tuple(rules(corpus.tables)), "--reading")
    read = unless_refused(reading_of(corpus.tables, rule, ground=ground_named(ground)))
    held = package(corpus.tables, read, corpus.codebook)._replace(records=_records(corpus, texts))
    files = _files(held, wanted)
    export_folder.write(folder, files)
    if json:
        console.as_json({"folder": str(folder), "files": sorted(files)})
        return
    console.say(f"{len(files)} files in {folder}")
    for name in wanted:
        if (lost := f"{name}-losses.txt") in files:
            console.say(f"What {name} cannot carry is listed in {folder / lost}")
    if corpus.older:
        console.say(
            f"{len(corpus.older)} codings under older versions of the codebook are left out, because their answers mean something else."
        )


def _records(corpus: "Corpus", giving: bool) -> "Records":
    """What people wrote, with the private texts where somebody gives them away."""
    from framing.export.package import Records
    from framing.workbench.desk import settings, texts

    known = settings.read(corpus.root)
    articles = dict(sorted(corpus.articles.items()))
    found = {name: texts.text(known, corpus.root, dict(each)) for name, each in articles.items()} if giving else {}
    full = {name: text.body for name, text in found.items() if isinstance(text, texts.Text) and text.kind == "full"}
    if giving and not full:
        raise stop(
            "--texts: no private texts were found; `framing code --texts FOLDER` says where they are.",
            console.NOT_FOUND,
        )
    register = corpus.registers
    codings = [corpus.codings[key] for key in sorted(corpus.codings)]
    return Records(
        corpus.codebook,
        register["events"],
        register["coders"],
        register["outlets"],
        [*articles.values()],
        codings,
        full,
    )


def _files(held: "Package", formats: Sequence[str]) -> Mapping[str, bytes]:
    """The files of every format and the record of them; the command ends where a format cannot hold the study."""
    from framing.cli import export_folder
    from framing.export import losses
    from framing.export.formats import FORMATS
    from framing.refusal import Refusal

    files: dict[str, bytes] = {}
    for name in formats:
        given = FORMATS[name].files(held)
        if isinstance(given, Refusal):
            raise stop(f"--format {name}: {given}", console.FAULTY)
        files |= given
        files |= losses.report(held, name, FORMATS[name].losses)
    return files | export_folder.record(held.about(), files)
