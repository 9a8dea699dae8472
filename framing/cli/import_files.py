"""The files of an import, each with what a person declares of it: a map of its columns or labels, the pattern of its name."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from framing.cli import console, import_map
from framing.cli.options import one_of, stop

if TYPE_CHECKING:
    from framing.exchange.clipping import Export
    from framing.exchange.columns import ColumnMap
    from framing.exchange.labels import Labels

Named = Annotated[str, typer.Option("--format", help="The format, where it is not recognised.")]
Encoding = Annotated[
    str, typer.Option("--encoding", help="The encoding of the files, where it is not certain, such as cp932.")
]
Map = Annotated[
    Path | None,
    typer.Option(
        "--map",
        help="What the columns of a table mean, or the labels of --format labelled: a JSON file. "
        "A first run at a terminal asks for columns and writes one.",
    ),
]
Pattern = Annotated[
    str, typer.Option("--pattern", help="How texts are named, such as '{outlet}_{date}_{n}.txt'.", show_default=False)
]
Outlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", help="A printed name and the outlet that it means: 'The Yomiuri=yomiuri'."),
]

_TABLES = frozenset({".csv", ".ods", ".tab", ".tsv", ".xls", ".xlsx"})


class Declared(NamedTuple):
    """What a person says of all files.

    Attributes:
        encoding: of each, or empty.
        map: of their columns or labels, or None.
        pattern: of their names, or empty.
        named: the format, or empty.
    """

    encoding: str
    map: "ColumnMap | Labels | None"
    pattern: str
    named: str


def declared(root: Path, encoding: str, chosen: Path | None, pattern: str, named: str) -> Declared:
    """What the options say, after their faults are told."""
    from framing.exchange import file_names

    if wrong := file_names.faults(pattern) if pattern else []:
        raise stop(f"--pattern {pattern!r}: {'; '.join(wrong)}.", console.USAGE)
    if pattern and chosen:
        raise stop("Texts have no columns: leave out --map or --pattern.", console.USAGE)
    return Declared(encoding, import_map.read(root, chosen, named) if chosen else None, pattern, named)


def outlets_meant(said: Iterable[str], outlets: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The outlet that each printed name means, as --outlet says."""
    known = tuple(entry["id"] for entry in outlets)
    return dict(_pair(text, known) for text in said)


def _pair(text: str, outlets: tuple[str, ...]) -> tuple[str, str]:
    name, sign, outlet = text.rpartition("=")
    if not sign or not name.strip():
        raise stop(f"--outlet: write {text!r} as 'printed name=outlet'.", console.USAGE)
    return name.strip(), one_of(outlet.strip(), outlets, "--outlet")


def unknown_outlet(name: str, count: int, likely: str) -> str:
    """That no outlet has a printed name, and what to do."""
    proposal = (
        f"perhaps --outlet '{name}={likely}'"
        if likely
        else "add it with `framing add outlet`, or say --outlet 'NAME=outlet'"
    )
    return f"No outlet is called {name or '(no name)'!r}: {count} item(s); {proposal}"


def require_outside(root: Path, texts: Path | None) -> None:
    """Ends the command where texts are to be kept inside the study, for they are private, or where a file stands in the way."""
    if texts and texts.resolve().is_relative_to(root):
        raise stop(
            f"--texts: {texts} is inside the study, and texts are private; name a folder outside it.", console.USAGE
        )
    if in_the_way := [path for path in (texts, *texts.parents) if path.is_file()] if texts else []:
        raise stop(f"--texts: {in_the_way[0]} is a file; name a folder.", console.USAGE)


def shown_in_workbench(root: Path, texts: Path) -> str:
    """Names the folder of texts in the settings of this machine where they name none; says which folder the workbench shows."""
    from framing.study.faults import InvalidStudy
    from framing.workbench.desk import settings

    known = settings.read(root).texts
    if known and settings.folder(root, known).resolve() != texts.resolve():
        return f"The workbench shows the texts in {known}, as {settings.FILE} says; name {texts.resolve()} there to see these."
    try:
        named = known or settings.remember(root, texts=str(texts.resolve())).texts
    except (InvalidStudy, OSError):
        named = ""
    if not named:
        return f"The workbench does not show them yet: {settings.FILE} cannot be written; mend it, and name the folder there."
    return (
        "The workbench shows them."
        if known
        else f"The workbench shows them; {settings.FILE}, which git ignores, now names their folder."
    )


def exports(root: Path, files: Iterable[Path], said: Declared) -> Iterator["Export"]:
    """The files, and those of folders, each read when it is its turn."""
    from framing.exchange.clipping import Export

    for path in files:
        if path.is_dir():
            for name in _inside(path, said.pattern):
                yield Export(name, (path / name).read_bytes(), said.encoding, pattern=said.pattern)
        elif path.is_file():
            export = Export(path.name, path.read_bytes(), said.encoding, said.map, said.pattern)
            yield export if said.map or said.pattern or said.named else _with_map(root, path, export)
        else:
            raise stop(f"{path} is not a file.", console.NOT_FOUND)


def _inside(folder: Path, pattern: str) -> list[str]:
    """The files of a folder in order, and of the folders in it as deep as the pattern goes; hidden ones are none."""
    if not pattern:
        raise stop(
            f"{folder} is a folder: say how its files are named, such as --pattern '{{outlet}}_{{date}}_{{n}}.txt'.",
            console.USAGE,
        )
    found = folder.glob("/".join("*" * (pattern.count("/") + 1)))
    return sorted(path.relative_to(folder).as_posix() for path in found if path.is_file() and path.name[0] != ".")


def _with_map(root: Path, path: Path, export: "Export") -> "Export":
    """A table with the map that the study has for it, or that a person makes now; any other file as it is."""
    from framing.exchange import cells, maps
    from framing.exchange.clipping import NotReadableError
    from framing.exchange.formats import READERS

    if any(reader.recognises(export) for reader in READERS.values()):
        return export
    try:
        table = cells.table(export)
    except NotReadableError as error:
        if path.suffix.lower() in _TABLES:
            raise stop(f"{error}.", console.NOT_FOUND) from error
        return export
    if table is None:
        return export
    kept = maps.home(root, path.name)
    if kept.is_file():
        console.say(f"{path.name}: its columns are those of {kept.relative_to(root)}")
        return export._replace(map=import_map.read(root, kept, "table"))
    return export._replace(map=import_map.made(root, export, table))
