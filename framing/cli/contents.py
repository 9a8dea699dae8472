"""The commands of `framing`, each with the module that has it, which is loaded when somebody calls it: help waits for none of them."""

from importlib import import_module
from typing import Any, NamedTuple

from typer.core import TyperCommand, TyperGroup
from typer.main import get_group


class Command(NamedTuple):
    """A command as help lists it.

    Attributes:
        module: of this package, whose `app` has the command.
        told: the first paragraph of the command's own help; empty where help does not list it.
    """

    module: str
    told: str


COMMANDS = {
    "init": Command("begin", "Make a new study that passes `check` and can be coded at once; at a terminal it asks for what is not told."),
    "check": Command("study", "List every fault of the study, each with its place and what would be right."),
    "doctor": Command("study", "Print versions, fonts, and the health of the study."),
    "code": Command("code", "Code articles: in the browser, or with --prompt in this terminal."),
    "searched": Command("add", "Note a search of an archive in coded/searches.json: only after one is an outlet called silent."),
    "add": Command("add", "Add an article by answering questions; Japanese, Russian and ISO dates are understood. Sub-commands add other things."),
    "change": Command("change", "Change an entry of a register: an outlet, an event or a coder."),
    "import": Command("imports", "Bring in articles from archives and other programs."),
    "sample": Command("sample", "Draw articles at random and keep frame, draw, seed and inclusion probabilities; first only say what would be drawn."),
    "assign": Command("assign", "Hand out articles to coders by language, outlet and load, some to two; first only say who would get what."),
    "pack": Command("packs", "Make a zip with all that one coder needs, and nothing of the others; it opens with one double click."),
    "unpack": Command("packs", "Bring the codings of a pack back into the study; first only say what would be written."),
    "report": Command("report", "Write the report: an overview that lists all other pages, as HTML and as Markdown with SVG."),
    "chart": Command("report", "Write one chart to HTML, SVG, PNG, PDF or Vega-Lite JSON."),
    "export": Command("export", "Write the study as tables for other programs, with a data dictionary; the text of an article only with --texts."),
    "bundle": Command("bundle", "Write a study for an archive: records, codebook, tables, reports, searches, versions; never the text of an article."),
    "table": Command("paper", "Write one table for a paper, with three rules and a note; docx needs the extra paper."),
    "methods": Command("paper", "Write the paragraphs on sampling, coding, reliability and analysis, and what reviewers ask, answered or open (Markdown)."),
    "compare": Command("compare", "Compare two sides, or every pair of several, on one event or on all: what differs, what does not, and what could be found."),
    "demo": Command("compare", "Write a simulated study with a known truth: five papers, 40 events, about 1,500 articles, three coders."),
    "plan": Command("agreement", ""),
    "selftest": Command("agreement", ""),
    "agreement": Command("agreement", "Report how reliable each judgement of a study is; sub-commands give more detail, or take any table of codes."),
    "adjudicate": Command("adjudicate", "Walk through the disagreements, show both readings and evidence, and write adjudicated records."),
    "codebook": Command("codebook", "Write the handbook as a page, HTML and Markdown; `build` recompiles the schemas."),
}  # fmt: skip
"""Name to entry, in the order of help; `tests/test_cli.py` holds that commands say the same of themselves."""


def command(name: str) -> Any:
    """A command of the table, with its options and sub-commands."""
    return get_group(import_module(f"framing.cli.{COMMANDS[name].module}").app).commands[name]


class Contents(TyperGroup):
    """Lists commands by their entries; loads the one that is called."""

    def __init__(self, **given: Any) -> None:
        entries = {name: TyperCommand(name, help=entry.told, hidden=not entry.told) for name, entry in COMMANDS.items()}
        super().__init__(**given | {"commands": entries})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called, or whose options a shell completes."""
        name, entry, rest = super().resolve_command(ctx, args)
        return name, entry and name and command(name), rest
