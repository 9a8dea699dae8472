"""Coding: the workbench in the browser, or the same questions at the prompt."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from framing.cli import console
from framing.cli.options import Study, stop

app = typer.Typer()


@app.command()
def code(
    article: Annotated[str, typer.Argument(help="An article to open; leave out for the queue.")] = "",
    study: Study = Path(),
    coder: Annotated[str, typer.Option("--coder", "-c", help="Who codes; remembered for this study.")] = "",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on this machine; 0 for the one used last.")
    ] = 0,
    prompt: Annotated[bool, typer.Option("--prompt", help="Ask in this terminal instead of the browser.")] = False,
    show_only: Annotated[
        bool, typer.Option("--no-browser", help="Print the address without opening a browser.")
    ] = False,
) -> None:
    """Code articles: in the browser, or with --prompt in this terminal.

    Example: framing code yomiuri-2014-09-11 --coder a
    """
    from framing.study.load import study_root
    from framing.workbench import notices, serve

    root = study_root(study)
    for notice in notices(root):
        console.say(notice)
    if prompt:
        from framing.workbench.prompt.code import code as coded

        refusal = coded(root, coder, article)
    else:
        refusal = serve(root, coder, article, port, _printed if show_only else _opened)
    if refusal is not None:
        raise stop(str(refusal), console.USAGE if refusal.code == "coder_missing" else console.NOT_FOUND)


def _printed(address: str) -> None:
    console.say(f"The workbench is open at {address}\nControl-C stops it; nothing is lost.")


def _opened(address: str) -> None:
    _printed(address)
    webbrowser.open(address)
