"""What commands about the codebook read and write, and how they end where they cannot."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli import console
from framing.cli.codebook_changes import plan_lines
from framing.cli.options import stop, unless_refused

if TYPE_CHECKING:
    from datetime import date

    from framing.refusal import Refusal
    from framing.study.revision.plan import Plan
    from framing.study.revision.versions import Codebook
    from framing.study.translation import Steps

Write = Annotated[bool, typer.Option("--write", help="Change the files; without it, only say what would change.")]


def changed(
    study: Path,
    write: bool,
    made: "Callable[[Codebook, date], dict[str, bytes] | Refusal]",
    named: "tuple[Steps, str] | None" = None,
) -> None:
    """Changes the codebook and every coding under it in one stroke, or says what would change.

    ``named`` are the steps to an entry that has another name now, and that name: it has it in every language.
    """
    from datetime import UTC, datetime

    from framing.study.load import study_root
    from framing.study.revision.languages import brought_along
    from framing.study.revision.plan import plan
    from framing.study.revision.versions import CURRENT

    root = study_root(study)
    book = codebook_of(root, CURRENT)
    files = unless_refused(made(book, datetime.now(UTC).date()), console.USAGE)
    planned = plan(root, {**files, **brought_along(root, book, files[CURRENT], named)})
    for line in plan_lines(planned):
        console.result(line)
    carried_out(root, planned, write)


def carried_out(root: Path, planned: "Plan", write: bool) -> None:
    """Writes what a plan says, when that was asked for and can be done."""
    from framing.study.revision import journal

    if planned.faults:
        raise stop(f"{len(planned.faults)} fault(s); nothing was changed.", console.FAULTY)
    if write and planned.files:
        journal.write_all(root, planned.name, planned.files)
        console.say(f"changed {len(planned.files)} file(s); `framing codebook migrate --undo` puts them back")
    elif planned.files:
        console.say("nothing was changed; --write changes the files")


def undone(root: Path) -> None:
    """Puts back what the last migration changed."""
    from framing.study.revision.journal import NothingToUndoError, journals, undo

    names = journals(root)
    if not names:
        raise stop("there is no migration to undo here", console.CONFLICT)
    try:
        files = undo(root, names[-1])
    except NothingToUndoError as error:
        raise stop(str(error), console.CONFLICT) from None
    console.say(f"put back {len(files)} file(s)")


def codebook_of(root: Path, name: str) -> "Codebook":
    """The codebook that a person means; the command ends where there is none."""
    from framing.study.revision.versions import NoCodebookError, codebook_at

    try:
        return codebook_at(root, name)
    except NoCodebookError as error:
        raise stop(str(error), console.NOT_FOUND) from None
