"""`framing import codings`: codings from spreadsheets and other programs."""

from collections.abc import Iterable, Mapping
from datetime import date
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.import_files import Encoding, Named
from framing.cli.options import Json, Study, one_of, stop

if TYPE_CHECKING:
    from framing.exchange.clipping import Export
    from framing.exchange.codings.coders import Newcomer
    from framing.exchange.codings.plan import Plan

codings_app = typer.Typer()

Files = Annotated[list[Path], typer.Argument(help="Files as the spreadsheet or program wrote them.")]
Write = Annotated[bool, typer.Option("--write", help="Write the codings; without it nothing is written.")]
MapFile = Annotated[
    Path | None,
    typer.Option("--map", help="A JSON file that says which column is what; see docs/how-to/import-codings.md."),
]
Coder = Annotated[str, typer.Option("--coder", help="Whose codings these are, where the file does not say.")]
Kind = Annotated[str, typer.Option("--kind", help="Add coders who are not in the study: person or machine.")]
Model = Annotated[str, typer.Option("--model", help="The model of a machine that is added.")]
Version = Annotated[str, typer.Option("--version", help="The version of the model.")]
Prompt = Annotated[
    Path | None, typer.Option("--prompt", help="The instructions of a machine that is added; their hash is kept.")
]
Proposed = Annotated[
    Path | None,
    typer.Option(
        "--codebook-from-data", help="Write a codebook with a variable for each question to this file, and stop."
    ),
]
LISTED, PLACES = 20, 3
"""Messages that are listed for people, and places that are given of each."""


@codings_app.command()
def codings(
    files: Files,
    study: Study = Path(),
    map_file: MapFile = None,
    write: Write = False,
    named: Named = "",
    encoding: Encoding = "",
    coder: Coder = "",
    kind: Kind = "",
    model: Model = "",
    version: Version = "",
    prompt: Prompt = None,
    proposed: Proposed = None,
    json: Json = False,
) -> None:
    """Bring in codings from spreadsheets and other programs; first only say what would be written.

    Example: framing import codings sheet.xlsx --map map.json --coder alba

    Example: framing import codings sheet.xlsx --map map.json --codebook-from-data codebook.json

    Example: framing import codings answers.csv --map map.json --coder lark --kind machine --model Lark --version 2 --write
    """
    from framing.cli.progress import reading
    from framing.exchange.codings import plan as planned
    from framing.exchange.codings.writing import written
    from framing.study.load import study_root

    root = study_root(study)
    if proposed:
        _propose(root, proposed, files, _map(map_file), named, encoding)
        return
    newcomer = _newcomer(coder, kind, model, version, prompt)
    exports, said = _exports(files, encoding), _map(map_file)
    found = planned.plan(planned.coded(root), exports, said, newcomer, named, watched=reading)
    if json:
        console.as_json(_as_json(found))
    else:
        _told(found)
    rows = [row for row in found.rows if row.state == "new"]
    if found.faults:
        console.say("Nothing is written: correct the file or the map, and import it again.")
        raise typer.Exit(console.FAULTY)
    if not write:
        console.say("Nothing is written. Add --write to write the new codings.")
    elif rows:
        console.say(written(root, rows, found.coders))


def _propose(root: Path, path: Path, files: list[Path], said: Mapping[str, Any], named: str, encoding: str) -> None:
    """Writes a proposed codebook; the study stays as it is."""
    from framing.exchange.clipping import NotReadableError
    from framing.exchange.codings.proposal import of_files
    from framing.study import canonical, validate
    from framing.study.begin.registers import codebook

    if path.exists():
        raise stop(f"{path} exists; name a new file.", console.CONFLICT)
    try:
        found = of_files(codebook(root), _exports(files, encoding), said, named)
    except NotReadableError as error:
        raise stop(str(error), console.FAULTY) from error
    canonical.write(path, canonical.file_bytes(found.codebook, validate.fixed_contract("codebook").order))
    rows = [
        (each["id"], each["level"], ", ".join(str(value["id"]) for value in each["values"]))
        for each in found.codebook["variables"]
    ]
    console.as_table(("variable", "level", "values"), rows)
    for name, why in found.left_out.items():
        console.say(f"  {name}: {why}")
    console.say(
        f"Wrote {path}. Say in it what CHANGE THIS asks for, and let it take the place of schemas/codebook.json."
    )
    if found.told:
        console.say(f"The map then needs:\n{dumps(found.told, ensure_ascii=False, indent=2)}")


def _newcomer(coder: str, kind: str, model: str, version: str, prompt: Path | None) -> "Newcomer":
    from hashlib import sha256

    from framing.exchange.codings.coders import Newcomer

    if kind:
        one_of(kind, ("person", "machine"), "--kind")
    if kind == "machine" and not (model and version):
        raise stop("--kind machine: name --model and --version, so that nobody takes one for another.", console.USAGE)
    if (model or version or prompt) and kind != "machine":
        raise stop("--model, --version and --prompt go with --kind machine.", console.USAGE)
    if prompt and not prompt.is_file():
        raise stop(f"--prompt: {prompt} is not a file.", console.NOT_FOUND)
    digest = sha256(prompt.read_bytes()).hexdigest() if prompt else ""
    return Newcomer(coder, kind, model, version, digest, date.today().isoformat())


def _map(path: Path | None) -> Mapping[str, Any]:
    from framing.exchange.clipping import NotReadableError
    from framing.exchange.codings import mapping

    if path is None:
        return {}
    if not path.is_file():
        raise stop(f"{path} is not a file.", console.NOT_FOUND)
    try:
        return mapping.read(path.read_bytes(), path.name)
    except NotReadableError as error:
        raise stop(str(error), console.USAGE) from error


def _exports(files: Iterable[Path], encoding: str) -> "Iterable[Export]":
    """The files, each read when it is its turn; one of a folder of its own is named with it."""
    from framing.exchange.clipping import Export

    for path in files:
        if not path.is_file():
            raise stop(f"{path} is not a file.", console.NOT_FOUND)
        yield Export(f"{path.parent.name}/{path.name}" if path.parent.name else path.name, path.read_bytes(), encoding)


def _told(found: "Plan") -> None:
    """What would become of the codings, for people."""
    for file, name in found.formats.items():
        console.say(f"{file}: {name}")
    heads = {"new": "new", "known": "imported before", "faults": "faults"}
    console.as_table(("codings", "count"), [(heads[state], str(count)) for state, count in found.counts().items()])
    by_coder: dict[str, int] = {}
    for row in found.rows:
        by_coder[row.record["coder"]] = by_coder.get(row.record["coder"], 0) + (row.state == "new")
    for coder, count in by_coder.items():
        console.say(f"  {coder}: {count} new")
    for entry in found.coders:
        console.say(f"New in coders.json: {entry['id']} ({entry['kind']}), {entry['name']}. {entry['made']}")
    for line in _grouped((file, each.place, each.message) for file, each in found.remarks):
        console.say(line)
    for line in _grouped((file, each.place, each.message) for file, each in found.faults):
        console.say(line)


def _grouped(messages: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    """Each message once, with the first of its places."""
    places: dict[str, list[str]] = {}
    for file, place, message in messages:
        places.setdefault(message, []).append(f"{file}, {place}" if place else file)
    for message, where in list(places.items())[:LISTED]:
        more = f" and {len(where) - PLACES} more" if len(where) > PLACES else ""
        yield f"  {'; '.join(where[:PLACES])}{more}: {message}"
    if len(places) > LISTED:
        yield f"  and {len(places) - LISTED} other messages; --json lists all"


def _as_json(found: "Plan") -> dict[str, Any]:
    return {
        "formats": found.formats,
        "counts": found.counts(),
        "coders": found.coders,
        "faults": [{"file": file, **each._asdict()} for file, each in found.faults],
        "remarks": [{"file": file, **each._asdict()} for file, each in found.remarks],
        "codings": [
            {"file": row.file, "place": row.place, "state": row.state, "coding": row.record} for row in found.rows
        ],
    }
