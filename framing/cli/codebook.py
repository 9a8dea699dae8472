"""Commands about the codebook: its handbook, its schemas, and what changed in it."""

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import console
from framing.cli.codebook_changes import AGAIN, KINDS, change_line, plan_lines, version_verdict
from framing.cli.codebook_files import Write, carried_out, changed, codebook_of, undone
from framing.cli.codebook_languages import languages, translate
from framing.cli.codebook_numbers import numbers
from framing.cli.options import Json, Study, corpus_at, one_of, stop, unless_before

codebook_app = typer.Typer(invoke_without_command=True)
app = typer.Typer()
app.add_typer(codebook_app, name="codebook")


@codebook_app.callback()
def codebook(
    command: typer.Context,
    study: Study = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder to write to; default: reports/ of the study.")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="A language in which there are texts of the codebook.")] = "en",
) -> None:
    """Write the handbook as a page, HTML and Markdown; `build` recompiles the schemas.

    Example: framing codebook --study my-study
    """
    if command.invoked_subcommand:
        unless_before(command)
        return
    from framing.report import made_by
    from framing.report.blocks import Surround
    from framing.report.pages.handbook import handbook
    from framing.report.render import publish
    from framing.study.load import study_root
    from framing.study.revision.languages import by_language
    from framing.words import words

    root = study_root(study)
    book = publish.codebook(root)
    told = {"en": book, **by_language(root, book)}
    page = handbook(told[one_of(lang, tuple(told), "--lang")], lang)
    title = book["title"].get(lang, book["title"]["en"])
    footer = f"{made_by('en')} from codebook {book['id']} {book['version']}."
    folder = output or root / "reports"
    around = Surround(title, [(page.stem, words("handbook", lang)["handbook"])], "", footer)
    publish.write(folder, dict(publish.page_files(page, around, ("standalone", "markdown"))))
    console.say(f"wrote {folder / f'{page.stem}.html'} and {folder / f'{page.stem}.md'}")


@codebook_app.command()
def build(study: Study = Path()) -> None:
    """Recompile the schemas from the codebook.

    Example: framing codebook build
    """
    from framing.report.render import publish
    from framing.study.load import study_root

    root = study_root(study)
    written = publish.schemas(root)
    console.say("\n".join(f"wrote {name}" for name in written) or "the schemas are current")


@codebook_app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A version, a file, or a git revision.")] = "HEAD",
    new: Annotated[str, typer.Argument(help="The same.")] = "schemas/codebook.json",
    study: Study = Path(),
    json: Json = False,
) -> None:
    """Show what changed between two codebooks, in form, in meaning or in words, and which records that touches.

    Example: framing codebook diff 1.0.0
    """
    from framing.study.load import study_root
    from framing.study.revision.difference import bump, difference, raised
    from framing.study.revision.touched import records_under, touched, uses

    root = study_root(study)
    before, after = codebook_of(root, old), codebook_of(root, new)
    changes = difference(before.record, after.record)
    found = uses(*records_under(root, before.record))
    rows = [(change, touched(change, found)) for change in changes]
    needed, given = bump(changes), raised(before.version, after.version)
    if json:
        listed = [
            change._asdict() | {"subject": str(change.subject), "touched": stands._asdict()} for change, stands in rows
        ]
        console.as_json({"old": before.where, "new": after.where, "needed": needed, "given": given, "changes": listed})
        return
    console.result(f"{before.where} ({before.version}) to {after.where} ({after.version})")
    for kind, meaning in KINDS.items():
        inside = [(change, stands) for change, stands in rows if change.kind == kind]
        if inside:
            console.result(f"\n{meaning}: {len(inside)}")
        for change, stands in inside:
            console.result(f"  {change_line(change, stands)}")
    console.result(f"\n{version_verdict(needed, given, after.version)}" if changes else "no differences")


@codebook_app.command()
def keep(
    codebook: Annotated[
        str, typer.Argument(help="A file or a git revision; the codebook as it stands when left out.")
    ] = "schemas/codebook.json",
    study: Study = Path(),
) -> None:
    """Keep a codebook in schemas/history under its version, so that later ones can be compared with it.

    Example: framing codebook keep HEAD~1
    """
    from framing.study.load import study_root
    from framing.study.revision import versions

    root = study_root(study)
    try:
        path = versions.keep(root, codebook_of(root, codebook))
    except versions.NoCodebookError as error:
        raise stop(str(error), console.CONFLICT) from None
    console.say(f"kept {path.relative_to(root)}")


@codebook_app.command()
def migrate(
    study: Study = Path(),
    write: Write = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Put back what the last migration changed, to the byte.")
    ] = False,
    json: Json = False,
) -> None:
    """Bring codings to the codebook as it stands, by the migrations in schemas/migrations.

    Example: framing codebook migrate
    """
    from framing.study.load import study_root
    from framing.study.revision.plan import plan

    root = study_root(study)
    if undo:
        undone(root)
        return
    planned = plan(root)
    if json:
        moved = [each._asdict() | {"losses": [loss._asdict() for loss in each.losses]} for each in planned.moved]
        faults = [str(fault) for fault in planned.faults]
        console.as_json(
            {
                "target": planned.target,
                "files": sorted(planned.files),
                "codings": moved,
                "staying": list(planned.staying),
                "faults": faults,
                "written": write and not faults,
            }
        )
    else:
        for line in plan_lines(planned):
            console.result(line)
    carried_out(root, planned, write)


@codebook_app.command()
def rename(
    part: Annotated[str, typer.Argument(help="frame, variable, or value.")],
    old: Annotated[str, typer.Argument(help="Its name; of a value, variable=value.")],
    new: Annotated[str, typer.Argument(help="Its new name.")],
    study: Study = Path(),
    write: Write = False,
) -> None:
    """Give a frame, a variable or a value another name, in the codebook and in every coding.

    Example: framing codebook rename frame safety risk
    """
    from framing.study.revision.everyday import Named, renamed

    one_of(part, ("frame", "variable", "value"), "what to rename")
    variable, equals, value = old.partition("=")
    if (part == "value") != bool(equals):
        raise stop(
            "a value is written variable=value, for example tone=warm; a frame or a variable by its name alone",
            console.USAGE,
        )
    what = Named(part, value, variable) if equals else Named(part, old)
    changed(study, write, lambda book, day: renamed(book, what, new, day), (what.steps, new))


codebook_app.command()(languages)
codebook_app.command()(translate)
codebook_app.command()(numbers)


@codebook_app.command()
def worklist(
    study: Study = Path(),
    coder: Annotated[str, typer.Option("--coder", help="Only what this coder has to look at again.")] = "",
    json: Json = False,
) -> None:
    """List the answers to give again because the codebook has changed since they were given.

    Example: framing codebook worklist --coder a
    """
    from framing.study.revision import worklist as again
    from framing.study.revision.migration import migrations

    corpus = corpus_at(study)
    one_of(coder, ("", *(entry["id"] for entry in corpus.registers["coders"])), "--coder")
    listed = again.worklist(corpus.codings.values(), corpus.older, migrations(corpus.root), corpus.codebook["version"])
    rows = [each for each in listed if coder in ("", each.coder)]
    if json:
        console.as_json({"answers": [each._asdict() for each in rows]})
    elif rows:
        shown = [(each.coder, each.article, each.pointer, AGAIN[each.reason], each.version) for each in rows]
        console.as_table(("coder", "article", "answer", "why", "coded under"), shown)
    else:
        console.say("nothing to code again")
