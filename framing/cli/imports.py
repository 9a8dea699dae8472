"""`framing import`: articles from where people have them."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console, import_files, imports_codings
from framing.cli.import_files import Encoding, Map, Named, Outlet, Pattern
from framing.cli.options import Json, Study, one_of, stop

if TYPE_CHECKING:
    from framing.exchange.plan import Plan, Row

import_app = typer.Typer(no_args_is_help=True, help="Bring in articles from archives and other programs.")
app = typer.Typer()
app.add_typer(import_app, name="import")

Files = Annotated[
    list[Path], typer.Argument(help="Files as the archive or program wrote them; or a folder of texts with --pattern.")
]
Write = Annotated[bool, typer.Option("--write", help="Write the articles; without it nothing is written.")]
Twins = Annotated[
    str, typer.Option("--duplicates", help="What to do with items that may be another article: keep, skip or ask.")
]
Genres = Annotated[
    str, typer.Option("--genres", help="What to do with genres that marks of headlines propose: tell or take.")
]
Texts = Annotated[
    Path | None,
    typer.Option("--texts", help="A private folder outside the study for the texts; without it they are not kept."),
]
LISTED = 20
"""Rows of one kind that a table for people lists."""


@import_app.command()
def articles(
    files: Files,
    study: Study = Path(),
    write: Write = False,
    named: Named = "",
    encoding: Encoding = "",
    chosen_map: Map = None,
    pattern: Pattern = "",
    outlet: Outlet = None,
    duplicates: Twins = "ask",
    genres: Genres = "tell",
    texts: Texts = None,
    json: Json = False,
) -> None:
    """Bring in articles from files of archives and other programs; first only say what would be written.

    Example: framing import articles kikuzo.html

    Example: framing import articles telecom.txt --format labelled --map telecom.json

    Example: framing import articles factiva.html --outlet 'The Yomiuri=yomiuri' --texts ../texts --write

    Example: framing import articles articles.xlsx --map columns.json

    Example: framing import articles ../texts --pattern '{outlet}_{date}_{n}.txt'
    """
    from framing.cli.progress import reading
    from framing.exchange import plan as planned
    from framing.exchange.writing import written
    from framing.study.load import study_root

    root = study_root(study)
    import_files.require_outside(root, texts)
    chosen = one_of(duplicates, ("keep", "skip", "ask"), "--duplicates")
    taken = one_of(genres, ("tell", "take"), "--genres") == "take"
    standing = planned.standing(root)
    given = import_files.outlets_meant(outlet or (), standing.outlets)
    said = import_files.declared(root, encoding, chosen_map, pattern, named)
    exports, day = import_files.exports(root, files, said), date.today().isoformat()
    found = planned.plan(standing, exports, day, named, given, watched=reading)
    found = planned.with_genres(found) if taken else found
    if json:
        console.as_json(_as_json(found))
    else:
        _told(found, texts)
    counts = found.counts()
    if counts["refused"] and counts["refused"] == sum(counts.values()):
        console.say("Nothing can be taken: every item is refused, for the reasons above.")
        raise typer.Exit(console.FAULTY)
    if not write:
        console.say("Nothing is written. Add --write to write the new articles.")
        return
    rows = _decided(found, chosen)
    if rows:
        console.say(written(root, rows, texts))
    if texts and any(row.text for row in rows):
        console.say(import_files.shown_in_workbench(root, texts))


import_app.add_typer(imports_codings.codings_app)


def _decided(found: "Plan", duplicates: str) -> "list[Row]":
    """The rows to write, after every item that may be another article is decided."""
    rows = []
    for row in found.rows:
        if row.state == "new" or (row.state == "twin" and duplicates == "keep"):
            rows.append(row)
        elif row.state == "twin" and duplicates == "ask":
            if not sys.stdin.isatty():
                raise stop(
                    "Some items may be articles that are there; decide with --duplicates keep or skip.",
                    console.CONFLICT,
                )
            if typer.confirm(f"{row.file}, {row.place}: {row.message}. Keep it as an article of its own?", err=True):
                rows.append(row)
    return rows


def _told(found: "Plan", texts: Path | None) -> None:
    """What would become of the items, for people."""
    for name in dict.fromkeys(found.formats.values()):
        files = [file for file, its in found.formats.items() if its == name]
        console.say(f"{', '.join(files)}: {name}" if len(files) <= LISTED else f"{len(files)} files: {name}")
    counts = found.counts()
    heads = {"new": "new", "known": "imported before", "twin": "perhaps there already", "refused": "refused"}
    console.as_table(("items", "count"), [(heads[state], str(count)) for state, count in counts.items()])
    for state in ("refused", "twin", "new"):
        rows = [row for row in found.rows if row.state == state and (_alone(row) or state != "new")]
        for row in rows[:LISTED]:
            console.say(f"  {row.file}, {row.place or 'the whole file'}: {_alone(row)}")
        if len(rows) > LISTED:
            console.say(f"  and {len(rows) - LISTED} more; --json lists all")
    if count := _abstracts(found):
        console.say(f"{count} abstract(s) left out: an abstract is not the article's text.")
    for name, (count, likely) in found.unknown.items():
        console.say(import_files.unknown_outlet(name, count, likely))
    marked = sum(bool(row.genre and row.record and row.record["genre"] != row.genre) for row in found.rows)
    if marked:
        console.say(f"{marked} item(s) bear the mark of a genre in the headline; add --genres take to set it.")
    for file, search in found.searches:
        number = "" if search.found is None else f", {search.found} found"
        console.say(f"{file} comes from a search of {search.archive}{number}; note it in searches.json.")
    if texts is None and any(row.text for row in found.rows):
        console.say("The texts are not kept: name a private folder outside the study with --texts to keep them.")


def _alone(row: "Row") -> str:
    """What is said of an item and not of many alike: abstracts are told once, with their number."""
    from framing.exchange.references import ABSTRACT

    return row.message.removeprefix(ABSTRACT).removeprefix("; ")


def _abstracts(found: "Plan") -> int:
    from framing.exchange.references import ABSTRACT

    return sum(row.message.startswith(ABSTRACT) for row in found.rows)


def _as_json(found: "Plan") -> dict[str, Any]:
    rows = [
        {
            "file": row.file,
            "place": row.place,
            "state": row.state,
            "message": row.message,
            "genre_proposed": row.genre,
            "article": row.record,
        }
        for row in found.rows
    ]
    unknown = [{"name": name, "items": count, "likely": likely} for name, (count, likely) in found.unknown.items()]
    searches = [{"file": file, **search._asdict()} for file, search in found.searches]
    return {
        "formats": found.formats,
        "counts": found.counts(),
        "unknown_outlets": unknown,
        "searches": searches,
        "abstracts_left_out": _abstracts(found),
        "items": rows,
    }
