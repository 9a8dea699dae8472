"""Commands that write what a study shows: the report, and single charts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from framing.analysis.choices import USUAL
from framing.cli import console
from framing.cli.options import Basis, Every, Ground, Json, Panel, Rule, Study, Voices, choices, corpus_at, one_of, stop

app = typer.Typer()


@app.command()
def report(
    outlets: Annotated[list[str] | None, typer.Argument(help="Outlets whose dossiers to write; none for all.")] = None,
    study: Study = Path(),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder to write to; default: reports/ of the study.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="html, markdown (with SVG) or both.")] = "both",
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    panel: Panel = USUAL.panel,
    every: Every = USUAL.every,
    period_by: Basis = USUAL.basis,
    voice: Voices = "",
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when the Markdown or SVG is stale.")
    ] = False,
    json: Json = False,
) -> None:
    """Write the report: an overview that lists all other pages, as HTML and as Markdown with SVG.

    Example: framing report yomiuri rg --format html
    """
    from framing.chart import picture
    from framing.cli.progress import counted, doing
    from framing.report import completed, makers
    from framing.report.context import context
    from framing.report.render import publish

    one_of(form, ("html", "markdown", "both"), "--format")
    forms = ("markdown",) if check_only else ("html", "markdown") if form == "both" else (form,)
    with doing("reading the study"):
        corpus = corpus_at(study)
    if "html" in forms:
        picture.bundling()
    ctx = context(corpus, choices(corpus, voice, reading, panel, every, period_by, ground))
    known = tuple(ctx.outlets["outlet"].cast(str).to_list())
    wanted = [one_of(name, known, "outlet") for name in outlets or ()]
    folder = output or corpus.root / "reports"
    with doing("comparing sides"):
        todo = makers(ctx, wanted)
    pages = completed(ctx, [made() for made in counted(todo, "making pages")])
    files = dict(publish.files(ctx, counted(pages, "drawing pages"), forms))
    if check_only:
        _require_current(folder, files)
        return
    publish.write(folder, files)
    if not wanted:
        publish.remove(folder, publish.outdated(folder, files))
    if json:
        console.as_json({"folder": str(folder), "files": sorted(files)})
    else:
        first = "index.html" if "html" in forms else "index.md"
        console.say(f"{len(files)} files in {folder}; begin with {folder / first}")


def _require_current(folder: Path, files: Mapping[str, bytes]) -> None:
    """Ends the command where a file of the report differs from what the study gives."""
    from framing.report.render import publish

    stale = publish.stale(folder, files)
    for name in stale:
        console.result(f"{name}: differs from what this study gives; run `framing report`")
    if stale:
        raise typer.Exit(console.FAULTY)
    console.say(f"{len(files)} files are current")


FORMER = {"diagnosis": "bars", "evaluations": "matrix", "terms": "mentions", "voices": "filter"}
"""Name of a chart in the last version, to its name now: how a codebook shows a group of variables."""


@app.command(name="chart")
def draw(
    name: Annotated[str, typer.Argument(help="A chart; leave out to list them.")] = "",
    study: Study = Path(),
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; its ending (.html .svg .png .pdf .json) chooses the form."),
    ] = None,
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    panel: Panel = USUAL.panel,
    every: Every = USUAL.every,
    period_by: Basis = USUAL.basis,
    voice: Voices = "",
    lang: Annotated[str, typer.Option("--lang", help="Language of the labels, for example en, ja or ru.")] = "en",
) -> None:
    """Write one chart to HTML, SVG, PNG, PDF or Vega-Lite JSON.

    Example: framing chart timeline -o timeline.png
    """
    from framing.chart import picture
    from framing.refusal import Refusal
    from framing.report import figures
    from framing.report.context import context

    if not name:
        console.as_table(("chart", "shows"), [(key, row.shows) for key, row in figures.FIGURES.items()])
        return
    if name in FORMER:
        console.say(f"This name stops working in the next version; write: framing chart {FORMER[name]}")
    figure = one_of(FORMER.get(name, name), tuple(figures.FIGURES), "chart")
    path = output or Path(f"{name}.html")
    one_of(path.suffix, tuple(picture.FORMS), "--output")
    corpus = corpus_at(study)
    one_of(lang, tuple(corpus.codebook["title"]), "--lang")
    ctx = context(corpus, choices(corpus, voice, reading, panel, every, period_by, ground))
    drawn = figures.drawn(figure, ctx, lang)
    if isinstance(drawn, Refusal):
        raise stop(str(drawn), console.FAULTY)
    try:
        content = picture.FORMS[path.suffix](drawn)
    except picture.FontMissing as error:
        raise stop(str(error), console.NOT_FOUND) from None
    from framing.study.canonical import write

    write(path, content)
    console.say(f"wrote {path}")
