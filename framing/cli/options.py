"""What commands share: their options, and how a name that does not exist is answered."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.faults import meant

if TYPE_CHECKING:
    from framing.corpus import Corpus
    from framing.report import Choices

Study = Annotated[Path, typer.Option("--study", "-s", help="The study's folder, or any folder inside it.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Rule = Annotated[str, typer.Option("--reading", "-r", help="adjudicated, majority, or coder:X.")]
Panel = Annotated[str, typer.Option("--panel", help="core, context or all.")]
Every = Annotated[str, typer.Option("--every", help="month, quarter, half or year.")]
Basis = Annotated[str, typer.Option("--period-by", help="published, cited or section.")]
Voices = Annotated[str, typer.Option("--voice", help="Voices to keep, separated by commas; empty keeps all.")]


def stop(message: str, code: int) -> typer.Exit:
    """Says why a command ends here; to be raised."""
    console.say(message)
    return typer.Exit(code)


def one_of(value: str, known: tuple[str, ...], option: str) -> str:
    """The value, when it is a known one; otherwise the command ends and offers the known ones."""
    if value not in known:
        raise stop(f"{option}: there is no {value!r}{meant(value, known)}", console.USAGE)
    return value


def corpus_at(study: Path) -> "Corpus":
    """The study that a command works on."""
    from framing.corpus import read

    return read(study)


def choices(corpus: "Corpus", rule: str, panel: str, every: str, basis: str, voice: str) -> "Choices":
    """The choices of an analysing command, each checked against the study."""
    from framing.period import BASES, LENGTHS
    from framing.reading import rules
    from framing.report import Choices
    from framing.report.context import filters

    known = rules(corpus.tables)
    variables = [entry for entry in corpus.codebook["variables"] if entry["id"] in filters(corpus.codebook)]
    voices = (*(value["id"] for entry in variables for value in entry["values"]), "unknown")
    return Choices(
        rule=one_of(rule, tuple(known), "--reading"),
        panel=one_of(panel, ("core", "context", "all"), "--panel"),
        every=one_of(every, tuple(LENGTHS), "--every"),
        basis=one_of(basis, BASES, "--period-by"),
        voices=tuple(one_of(name, voices, "--voice") for name in voice.split(",") if name),
    )


def codings_of(corpus: "Corpus", article: str) -> list[dict[str, Any]]:
    """Every coding of one article, of any coder and phase."""
    return [coding for (name, _), coding in corpus.codings.items() if name == article]
