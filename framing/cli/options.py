"""What commands share: their options, and the answer to an unknown name."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

import typer

from framing.analysis import choices as known
from framing.analysis.choices import USUAL, Choices, Filter
from framing.cli import console
from framing.refusal import Refusal
from framing.study.faults import meant

if TYPE_CHECKING:
    from framing.corpus import Corpus

Word = TypeVar("Word", bound=str)
Found = TypeVar("Found")

Study = Annotated[Path, typer.Option("--study", "-s", help="The study's folder, or any folder inside it.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Rule = Annotated[str, typer.Option("--reading", "-r", help="adjudicated, majority, or coder:X.")]
Ground = Annotated[
    str,
    typer.Option(
        "--ground",
        help="attributed: a value inferred from a description is unknown; inferred: it counts like an attributed one.",
    ),
]
Panel = Annotated[str, typer.Option("--panel", help="core, context or all.")]
Every = Annotated[str, typer.Option("--every", help="month, quarter, half or year.")]
Basis = Annotated[str, typer.Option("--period-by", help="published, cited or section.")]
Voices = Annotated[
    str,
    typer.Option(
        "--voice",
        help="Values to keep of a variable that filters, such as who speaks, separated by commas; empty keeps all.",
    ),
]


def stop(message: str, code: int) -> typer.Exit:
    """Says why a command ends here; to be raised."""
    console.say(message)
    return typer.Exit(code)


def unless_refused(found: Found | Refusal, code: int = console.FAULTY) -> Found:
    """The result; the command ends with the reason when there is none."""
    if isinstance(found, Refusal):
        raise stop(str(found), code)
    return found


def unless_before(asked: typer.Context) -> None:
    """Ends the command when an option comes before the sub-command, where it would be ignored."""
    for name in asked.params:
        source = asked.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            option, words = f"--{name.replace('_', '-')}", f"framing {asked.info_name} {asked.invoked_subcommand}"
            raise stop(f"Write {option} after the sub-command: {words} … {option} …", console.USAGE)


def one_of(value: str, known: tuple[Word, ...], option: str) -> Word:
    """The value if it is known; otherwise the command ends and offers the known ones."""
    if value not in known:
        raise stop(f"{option}: there is no {value!r}{meant(value, known)}", console.USAGE)
    return known[known.index(value)]


def corpus_at(study: Path) -> "Corpus":
    """The study that a command works on."""
    from framing.corpus import read

    gc.disable()  # records hold no cycles, and looking for some takes a sixth of the time
    try:
        return read(study)
    finally:
        gc.freeze()  # they stay until the command ends: nothing that comes later needs to look through them
        gc.enable()


def choices(
    corpus: "Corpus",
    voice: str,
    rule: str,
    panel: str = USUAL.panel,
    every: str = USUAL.every,
    basis: str = USUAL.basis,
    ground: str = USUAL.ground,
) -> Choices:
    """The choices of an analysing command, each checked against the study."""
    from framing.analysis.reading import rules

    return Choices(
        rule=one_of(rule, tuple(rules(corpus.tables)), "--reading"),
        ground=ground_named(ground),
        panel=one_of(panel, get_args(known.Panel), "--panel"),
        every=one_of(every, get_args(known.Every), "--every"),
        basis=one_of(basis, get_args(known.Basis), "--period-by"),
        voices=_filters(corpus, [name.strip() for name in voice.split(",") if name.strip()]),
    )


def ground_named(name: str) -> known.Ground:
    """The ground of that name; the command ends when there is none."""
    return one_of(name, get_args(known.Ground), "--ground")


def _filters(corpus: "Corpus", names: list[str]) -> tuple[Filter, ...]:
    """What to keep of each variable that filters; a value that two of them share is written ``variable=value``."""
    from framing.study import levels

    answers = {entry["id"]: list(map(str, levels.answers(entry))) for entry in levels.shown(corpus.codebook, "filter")}
    short = [answer for known in answers.values() for answer in known]
    asked = {f"{name}={answer}": (name, answer) for name, known in answers.items() for answer in known}
    asked |= {answer: (name, answer) for name, known in answers.items() for answer in known if short.count(answer) == 1}
    chosen = [asked[one_of(name, tuple(asked), "--voice")] for name in names]
    return tuple(
        Filter(name, tuple(answer for variable, answer in chosen if variable == name))
        for name in answers
        if name in dict(chosen)
    )


def codings_of(corpus: "Corpus", article: str) -> list[dict[str, Any]]:
    """Every coding of one article, of any coder and phase."""
    return [corpus.codings[key] for key in corpus.codings if key[0] == article]
