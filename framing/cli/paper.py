"""Commands for whoever writes a paper: tables as journals print them, and the paragraphs on methods."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from framing.analysis.choices import USUAL
from framing.cli import console
from framing.cli.options import Ground, Rule, Study, choices, corpus_at, one_of, stop, unless_refused

app = typer.Typer()
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; without it, standard output.")]


@app.command()
def table(
    name: Annotated[str, typer.Argument(help="reliability, frames, coverage or comparison.")],
    form: Annotated[str, typer.Option("--format", "-f", help="docx, latex, md, html or csv.")] = "md",
    output: Output = None,
    study: Study = Path(),
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
) -> None:
    """Write one table for a paper, with three rules and a note; docx needs the extra paper.

    Example: framing table reliability --format docx -o reliability.docx
    """
    from importlib.util import find_spec

    from framing.report.context import context
    from framing.report.paper import TABLES, paper_table
    from framing.report.render.paper import FORMS

    one_of(name, tuple(TABLES), "table")
    one_of(form, tuple(FORMS), "--format")
    if form == "docx" and find_spec("docx") is None:
        raise stop("python-docx is not installed: pip install 'media-framing[paper]'", console.NOT_FOUND)
    if form == "docx" and output is None:
        raise stop("--format docx: name the file with --output.", console.USAGE)
    corpus = corpus_at(study)
    found = unless_refused(paper_table(context(corpus, choices(corpus, "", reading, ground=ground)), name))
    _given(FORMS[form](found), output)


@app.command()
def methods(
    output: Output = None,
    study: Study = Path(),
    reading: Rule = USUAL.rule,
    ground: Ground = USUAL.ground,
) -> None:
    """Write the paragraphs on sampling, coding, reliability and analysis, and what reviewers ask, answered or open (Markdown).

    Example: framing methods -o methods.md
    """
    from framing.cli.progress import doing
    from framing.report.context import context
    from framing.report.manuscript import manuscript

    corpus = corpus_at(study)
    with doing("counting"):
        text = manuscript(context(corpus, choices(corpus, "", reading, ground=ground)))
    _given(text.encode(), output)


def _given(content: bytes, output: Path | None) -> None:
    from framing.study.canonical import write

    if output is None:
        sys.stdout.write(content.decode())
        return
    write(output, content)
    console.say(f"wrote {output}")
