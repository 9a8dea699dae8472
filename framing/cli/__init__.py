"""The command line: parse, call, print, write, exit. The only package that does any of these."""

import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from typing import Annotated

import typer

from framing import __version__
from framing.cli import console
from framing.cli.contents import Contents
from framing.study.faults import InvalidStudy, StudyNotFound, as_lines

app = typer.Typer(
    name="framing",
    cls=Contents,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Compare how newspapers frame events, from hand-coded articles to reports that say what they cannot say.",
)
STOPPED = "A process that helped was stopped from outside, most likely for want of memory; close other programs and run this again."


def main() -> None:
    """Runs the command line; a user's mistake ends in one line, never in a traceback."""
    console.open_streams()
    with _in_words():
        try:
            app()
        finally:
            sys.stdout.flush()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except StudyNotFound as error:
        console.say(str(error))
        sys.exit(console.NOT_FOUND)
    except InvalidStudy as error:
        for line in as_lines(error.faults):
            console.say(line)
        console.say(f"{len(error.faults)} fault(s). Fix them first; `framing check` lists them at any time.")
        sys.exit(console.FAULTY)
    except BrokenExecutor:
        console.say(STOPPED)
        sys.exit(console.UNWRITABLE)
    except OSError as error:
        if error.filename is None:  # no file: a standard stream, which the end of the program would try once more
            console.close_output()
        console.say(f"{error.filename or 'standard output'}: {error.strerror or error}")
        sys.exit(console.UNWRITABLE if error.errno in console.FULL else console.NOT_FOUND)


def _printed(wanted: bool) -> None:
    if wanted:
        console.result(f"framing {__version__}")
        raise typer.Exit


@app.callback()
def _version(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_printed)
    ] = False,
) -> None:
    """Options that need no command are answered while they are read: a command that is missing is told only then."""
