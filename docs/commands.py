"""Writes the page of commands when the site is built, from the commands themselves."""

from collections.abc import Iterator
from typing import Any

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from framing.cli import app
from framing.cli.contents import COMMANDS, command

PAGE = "reference/commands.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the page; called by MkDocs."""
    files.append(File.generated(config, PAGE, content=page()))
    return files


def page() -> str:
    """Every command with its arguments and options, as Markdown."""
    commands = [("framing", typer.main.get_command(app))]
    for name, entry in COMMANDS.items():
        commands += _below(f"framing {name}", command(name)) if entry.told else []
    return "# Commands\n\n" + "\n\n".join(section for name, command in commands for section in _section(name, command))


def _below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for below, inner in getattr(command, "commands", {}).items():
        if not inner.hidden:
            yield from _below(f"{name} {below}", inner)


def _section(name: str, command: Any) -> Iterator[str]:
    text, *examples = (command.help or "").split("Example: ")
    yield f"## `{name}`\n\n{text.strip()}"
    if examples:
        yield "```sh\n" + "\n".join(" ".join(example.split()) for example in examples) + "\n```"
    rows = [
        _row(each) for each in command.params if not getattr(each, "hidden", False) and "completion" not in each.name
    ]
    if rows:
        yield "\n".join(["| Option | What it is | Default |", "|---|---|---|", *rows])


def _row(parameter: Any) -> str:
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    default = parameter.default
    shown = (
        ""
        if default in (None, "", False) or callable(default) or not isinstance(default, str | int)
        else f"`{default}`"
    )
    told = " ".join((getattr(parameter, "help", "") or "").split()).replace("|", "\\|")
    return f"| {names} | {told} | {shown} |"
