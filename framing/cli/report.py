"""Commands that write what a study shows: the report, and single charts."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.analysis.choices import USUAL
from framing.cli import console
from framing.cli.chosen import Frames, Outlets, Sides, chosen, named
from framing.cli.options import (
    Basis,
    Every,
    Ground,
    Json,
    Panel,
    Rule,
    Study,
    Voices,
    choices,
    corpus_at,
    one_of,
    stop,
    unless_refused,
)
from framing.words import FIRST, page_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from framing.cli.together import Helpers
    from framing.report.blocks import Page, Surround
    from framing.report.context import Context
    from framing.study.made import Drawings

app = typer.Typer()


@app.command()
def report(
    outlets: Annotated[list[str] | None, typer.Argument(help="Outlets whose dossiers to write; none for all.")] = None,
    study: Study = Path(),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Folder to write to; default: reports/ of the study, reports/ja/ in Japanese."
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="html, markdown (with SVG) or both.")] = "both",
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
    panel: Panel = USUAL.panel,
    every: Every = USUAL.every,
    period_by: Basis = USUAL.basis,
    voice: Voices = "",
    lang: Annotated[str, typer.Option("--lang", help="Language of the pages: en, ja or ru.")] = FIRST,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when the Markdown or SVG is stale.")
    ] = False,
    standalone: Annotated[
        bool, typer.Option("--standalone", help="Each HTML page one file that needs no other, to send or to attach.")
    ] = False,
    anew: Annotated[
        bool,
        typer.Option("--anew", help="Make everything again, also where nothing has changed since the last report."),
    ] = False,
    json: Json = False,
) -> None:
    """Write the report: an overview that lists all other pages, as HTML and as Markdown with SVG.

    Example: framing report yomiuri rg --format html --lang ja

    Example: framing report --standalone --output to-send
    """
    from framing.cli.together import one_thread
    from framing.study import made
    from framing.study.load import study_root

    one_thread()
    one_of(lang, page_languages(), "--lang")
    one_of(form, ("html", "markdown", "both"), "--format")
    pages_as = "standalone" if standalone else "html"
    written = {"both": (pages_as, "markdown"), "html": (pages_as,), "markdown": ("markdown",)}
    forms = ("markdown",) if check_only else written[form]
    asked = repr((outlets, forms, reading, ground, panel, every, period_by, voice, lang))
    root = study_root(study)
    folder = output or root / "reports" / ("" if lang == FIRST else lang)
    before = None if anew or check_only else made.read(folder)
    now = made.Made(made.study_hash(root), made.program_hash(), asked, {}, {})
    if before and before[:3] == now[:3] and made.untouched(folder, before):
        _say(folder, before.files, json, "nothing has changed")
        return
    from framing.chart import picture
    from framing.cli.progress import doing
    from framing.corpus import told_in
    from framing.report.context import context
    from framing.report.render import publish

    with doing("reading the study"):
        corpus = told_in(corpus_at(study), lang)
    if pages_as in forms:
        picture.bundling()
    ctx = context(corpus, choices(corpus, voice, reading, panel, every, period_by, ground), lang)
    known = tuple(ctx.outlets["outlet"].cast(str).to_list())
    wanted = [one_of(name, known, "outlet") for name in outlets or ()]
    files, drawn = _files(ctx, wanted, forms, partial(made.Drawings, folder, before, picture.svg))
    if check_only:
        _require_current(folder, files)
        return
    differing = len(list(made.changed(folder, files)))
    publish.write(folder, files)
    if not wanted:
        publish.remove(folder, publish.outdated(folder, files))
    hashes = {name: made.hashed(data) for name, data in files.items()}
    made.write(folder, now._replace(files=hashes, drawn=drawn, others=made.others(folder, files)))
    _say(folder, files, json, f"{differing} changed")


def _files(
    ctx: "Context", outlets: Sequence[str], forms: Sequence[str], drawings: "Callable[[], Drawings]"
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Every file of a report, and the hash of the specification of each drawing among them."""
    from framing.cli.progress import counted, doing
    from framing.cli.together import all_made, asked, helped, helpers
    from framing.report import alone, comparing, completed, surround
    from framing.report.render import publish

    with helped(helpers(ctx.corpus.tables.articles.height)) as others:
        begun = asked(others, alone(ctx, outlets))
        with doing("comparing sides"):
            rest = comparing(ctx)
        made = all_made(partial(counted, what="making pages"), begun, asked(others, rest))
        pages = completed(ctx, [page for _, page in sorted(made, key=itemgetter(0))])
        around = surround(ctx)
        drawing = [partial(_drawn, page, around, forms, drawings) for page in pages]
        drawn = all_made(partial(counted, what="drawing pages"), asked(others, drawing))
        files = {name: data for own, _ in drawn for name, data in own.items()}
        if "html" in forms:
            files |= _cards(others, pages, around)
    if "html" in forms:
        files |= {name: data for page in pages for name, data in publish.shared_files(page)}
    return files, {name: spec for _, specs in drawn for name, spec in specs.items()}


def _cards(others: "Helpers | None", pages: "Sequence[Page]", around: "Surround") -> dict[str, bytes]:
    """The files of the cards that are kept on some page."""
    from framing.cli.progress import counted
    from framing.cli.together import all_made, asked
    from framing.report.render import html, publish

    making = {name: make for page in pages for name, make in html.shelves(page, around).items()}
    made = all_made(partial(counted, what="writing cards"), asked(others, list(making.values())))
    return dict(publish.card_files(dict(zip(making, made, strict=True))))


def _drawn(
    page: "Page", around: "Surround", forms: Sequence[str], drawings: "Callable[[], Drawings]"
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of one page, and the hash of the specification of each drawing among them."""
    from framing.report.render import publish

    draw = drawings()
    return dict(publish.own_files(page, around, forms, draw)), draw.specs


def _say(folder: Path, files: Collection[str], json: bool, what: str) -> None:
    """What stands in the folder, and how much of it is new."""
    if json:
        console.as_json({"folder": str(folder), "files": sorted(files)})
        return
    first = "index.html" if "index.html" in files else "index.md"
    console.say(f"{len(files)} files in {folder}, {what}; begin with {folder / first}")


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
    outlet: Outlets = None,
    side: Sides = None,
    frame: Frames = None,
    lang: Annotated[str, typer.Option("--lang", help="Language of the labels, for example en, ja or ru.")] = "en",
) -> None:
    """Write one chart to HTML, SVG, PNG, PDF or Vega-Lite JSON.

    Example: framing chart frames-over-time --outlet rg --side japan -o frames.png
    """
    from framing.chart import picture
    from framing.report import figures
    from framing.report.context import context

    if not name:
        listed = [(key, row.shows, ", ".join(row.takes)) for key, row in figures.FIGURES.items()]
        console.as_table(("chart", "shows", "takes"), listed)
        return
    if name in FORMER:
        console.say(f"This name stops working in the next version; write: framing chart {FORMER[name]}")
    figure = one_of(FORMER.get(name, name), tuple(figures.FIGURES), "chart")
    path = output or Path(f"{name}.html")
    one_of(path.suffix, tuple(picture.FORMS), "--output")
    corpus = corpus_at(study)
    one_of(lang, tuple(corpus.codebook["title"]), "--lang")
    ctx = context(corpus, choices(corpus, voice, reading, panel, every, period_by, ground), lang)
    asked = chosen(ctx, figure, {"outlet": named(outlet), "side": named(side), "frame": named(frame)})
    drawn = unless_refused(figures.drawn(figure, ctx, asked))
    try:
        content = picture.FORMS[path.suffix](drawn)
    except picture.FontMissing as error:
        raise stop(str(error), console.NOT_FOUND) from None
    from framing.study.canonical import write

    write(path, content)
    console.say(f"wrote {path}")
