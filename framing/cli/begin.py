"""A new study: what is told of it by options or at a terminal, and its folder, written as a whole or not at all."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from rich.markup import escape

from framing.cli import asking, console
from framing.cli.new_folder import make
from framing.cli.options import one_of, stop
from framing.words import FIRST, words

if TYPE_CHECKING:
    from framing.study.begin.entries import Entry
    from framing.study.begin.folder import Told
    from framing.workbench.prompt.terminal import Terminal

app = typer.Typer()
Record = dict[str, Any]
ENTRY = re.compile("(?:(?P<id>[a-z][a-z0-9._-]*):[ \t])?(?P<rest>.*)", re.DOTALL)
PAPER = 'write it as "Kaiko Shimbun = 海港新聞, ja, JP": name, language, country'


class Options(NamedTuple):
    """What the command line says of a new study; whatever is empty may be asked."""

    title: tuple[str, ...]
    about: str
    languages: str
    frames: str
    papers: tuple[str, ...]
    coders: tuple[str, ...]
    kinds: tuple[str, ...] = ()


def _list_frames(wanted: bool) -> None:
    """Tells the schemes and ends the command, where that is wanted."""
    if not wanted:
        return
    from framing.study.begin.schemes import schemes

    rows = [(each.name, each.labels["en"], each.about, each.source) for each in schemes().values()]
    console.as_table(("frames", "called", "what it measures", "source"), rows)
    raise typer.Exit


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.")],
    title: Annotated[
        list[str] | None, typer.Option("--title", help="Its title; ja=… for the one in another language.")
    ] = None,
    about: Annotated[str, typer.Option("--about", help="The one matter that it is about, in English.")] = "",
    languages: Annotated[
        str, typer.Option("--languages", help="Languages of labels beside English, separated by commas.")
    ] = "",
    frames: Annotated[
        str, typer.Option("--frames", help="The scheme of frames to begin from; --list-frames lists them.")
    ] = "",
    paper: Annotated[
        list[str] | None, typer.Option("--paper", help='"Kaiko Shimbun = 海港新聞, ja, JP"; may be repeated.')
    ] = None,
    coder: Annotated[
        list[str] | None, typer.Option("--coder", help='"Aki Ono, ja, en": name and languages; may be repeated.')
    ] = None,
    event_kind: Annotated[
        list[str] | None,
        typer.Option("--event-kind", help='One more kind of event: "Strike; ja=ストライキ"; may be repeated.'),
    ] = None,
    list_frames: Annotated[
        bool,
        typer.Option(
            "--list-frames", callback=_list_frames, is_eager=True, help="List the schemes of frames, and stop."
        ),
    ] = False,
) -> None:
    """Make a new study that passes `check` and can be coded at once; at a terminal it asks for what is not told.

    Example: framing init my-study

    Example: framing init ferries --title Ferries --frames entman --paper "Harbour Post, en, GB" --coder "Aki Ono, ja, en"
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise stop(f"{folder} exists and is not empty; name a new folder, nothing was changed.", console.CONFLICT)
    papers, coders, kinds = (tuple(each or ()) for each in (paper, coder, event_kind))
    options = Options(tuple(title or ()), about.strip(), languages, frames, papers, coders, kinds)
    at = asking.at_terminal()
    try:
        told = _told(folder, options, at)
    except (EOFError, KeyboardInterrupt):
        raise stop("Nothing was made.", console.FAULTY) from None
    make(folder, told)
    who = "".join(f" --coder {coder['id']}" for coder in told.coders[:1]) if told else ""
    if told is None:
        console.say(
            f"{folder} is a study. Next: write your own words where it says CHANGE THIS in {folder}/schemas/codebook.json and in\n"
            f"outlets.json and coders.json of {folder}/coded, then run\n"
            f"  framing codebook build --study {folder}\n  framing check --study {folder}\n  framing report --study {folder}"
        )
        return
    lines = (
        f"{folder} is a study. {folder / 'README.md'} says what is where. Next:",
        f"  cd {folder}",
        "  framing import articles FILE, or framing add for one by questions",
        f"  framing code{who}",
        "  framing report",
    )
    console.say("\n".join(asking.said(line, told.title, at) for line in lines))


def _told(folder: Path, options: Options, at: "Terminal | None") -> "Told | None":
    """What is told of the study; None when nothing is, and the template stands as it is.

    Raises:
        typer.Exit: when something told is wrong; all of it is said at once.
        EOFError: when the person gives up.
    """
    from datetime import date

    from framing.cli.kinds import with_kinds
    from framing.study.begin.folder import Told, titles
    from framing.study.begin.naming import language_code, parts, proposed_id
    from framing.study.begin.schemes import DEFAULT, schemes

    if at is not None:
        options = _asked(options, at)
    if not any(options) and at is None:
        return None
    scheme = schemes()[one_of(options.frames or DEFAULT, tuple(schemes()), "--frames")]
    named = asking.by_language("title", options.title)
    others = {key.partition(".")[2]: text for key, text in named.items() if "." in key}
    codes = [language_code(name) for name in parts(options.languages)]
    title = titles(named.get("title", ""), codes, others)
    name = proposed_id(named.get("title", "")) or proposed_id(folder.absolute().name)
    empty = Told(scheme, title, options.about, [], [], date.today(), name)
    empty, unfit = with_kinds(empty, options.kinds)
    outlets, wrong = _entries("outlet", options.papers, empty, at)
    told = empty._replace(outlets=outlets)
    coders, too = _entries("coder", options.coders, told, at)
    strange = _unknown_languages(options.languages)
    if faults := [*([f"--languages: {strange}"] if strange else []), *unfit, *wrong, *too]:
        for line in faults:
            console.say(line)
        raise stop(asking.said(f"{len(faults)} fault(s); nothing was made.", title, at), console.FAULTY)
    told = told._replace(coders=coders)
    return None if told == empty and not any(options) else told


def _asked(options: Options, at: "Terminal") -> Options:
    """The options with answers in the place of those that are empty; an empty line leaves the template's."""
    from framing.study.begin.naming import language_code, parts
    from framing.study.begin.schemes import DEFAULT, schemes

    if strange := _unknown_languages(options.languages):
        raise stop(f"--languages: {strange}; nothing was made.", console.FAULTY)
    languages = options.languages or _languages(at)
    language = asking.spoken(map(language_code, parts(languages)))
    say = words("begin", language)
    if not all(options[:-1]):
        at.tell(say["how"])
    title = options.title or tuple(filter(None, [at.ask(f"{say['title']} \\[My codebook]: ").strip()]))
    about = options.about or at.ask(f"{say['about']} \\[{say['later']}]: ").strip()
    frames = options.frames
    if not frames:
        for number, each in enumerate(schemes().values(), 1):
            at.tell(
                f"  [cyan]{number}[/] {each.name}: {escape(each.labels.get(language, each.labels['en']))}. {escape(each.about)}"
            )
            at.tell(f"    {escape(each.source)}")
    while not frames:
        frames = _chosen(at.ask(f"{say['frames']} \\[{DEFAULT}]: ").strip() or DEFAULT, at, list(schemes()), [language])
    nothing = not (title or about) and languages == "en" and frames == DEFAULT
    return options._replace(
        title=title, about=about, languages="" if nothing else languages, frames="" if nothing else frames
    )


def _languages(at: "Terminal") -> str:
    """The languages of labels; asked first, and in English, because the other questions are in one of them."""
    say = words("begin", FIRST)
    while wrong := _unknown_languages(typed := at.ask(f"{say['languages']} \\[{say['none']}]: ").strip()):
        at.tell(f"[red]{escape(wrong)}[/]")
    return typed or FIRST


def _chosen(typed: str, at: "Terminal", names: list[str], languages: Iterable[str]) -> str:
    """The scheme that a number or a name stands for; empty, and said, where there is none."""
    from framing.study.faults import meant

    numbered = {f"{number}": name for number, name in enumerate(names, 1)} | {name: name for name in names}
    if typed not in numbered:
        told = f"there is no {typed!r}{meant(typed, names)}"
        at.tell(f"[red]{escape(asking.said(told, languages, at))}[/]")
    return numbered.get(typed, "")


def _unknown_languages(typed: str) -> str:
    from framing.study.begin.naming import language_code, parts, unknown_language

    return "; ".join(filter(None, (unknown_language(language_code(code)) for code in parts(typed))))


def _entries(
    kind: "Entry", texts: tuple[str, ...], told: "Told", at: "Terminal | None"
) -> tuple[list[Record], list[str]]:
    """The papers or coders of a study, and what is wrong with others: from options, or asked for one by one."""
    from framing.study.begin.entries import REGISTERS, Known
    from framing.study.begin.folder import book_of
    from framing.study.begin.registers import alone

    book, made = book_of(told), list[Record]()
    papers = ", ".join(dict.fromkeys(entry["language"] for entry in told.outlets))

    def held_to() -> asking.Requirements:
        known = Known([entry["id"] for entry in made], papers or "en")
        return asking.Requirements(
            known, lambda entry: alone(book, REGISTERS[kind], [*made, entry]), languages=list(told.title)
        )

    if texts or at is None:
        return made, _all_of(kind, texts, made, held_to)
    for given in _one_by_one(kind, at, words("begin", asking.spoken(told.title))):
        made.append(asking.entry(kind, given, held_to(), at))
    return made, []


def _all_of(
    kind: "Entry", texts: tuple[str, ...], made: list[Record], held_to: Callable[[], asking.Requirements]
) -> list[str]:
    """Appends an entry for each text that describes one; what is wrong with the others, a line each."""
    told, faults = "--paper" if kind == "outlet" else "--coder", []
    for text in texts:
        given = _parts(kind, text)
        record, wrong = asking.judged(kind, given, held_to()) if given else asking.Judged({}, {told: PAPER})
        lines = (message if name == told else f"{name}: {message}" for name, message in wrong.items())
        faults += [f"{told} {text!r}: {line}" for line in lines]
        made += [] if wrong else [record]
    return faults


def _parts(kind: "Entry", text: str) -> dict[str, str] | None:
    """The answers in one option; None where they cannot be told apart."""
    from framing.study.begin.naming import parts

    found = ENTRY.fullmatch(text)
    name, *rest = parts(found["rest"] if found else text) or [""]
    given = {"id": (found["id"] if found else "") or ""}
    if kind == "coder":
        return given | {"name": name, "languages": ", ".join(rest)}
    if len(rest) < 2:
        return None
    *more, language, country = rest
    return given | {"name": ", ".join([name, *more]), "language": language, "country": country}


def _one_by_one(kind: "Entry", at: "Terminal", say: Mapping[str, str]) -> Iterator[dict[str, str]]:
    question = say["paper" if kind == "outlet" else "coder"]
    for number in count(1):
        otherwise = say["later" if number == 1 else "no_more"]
        name = at.ask(f"{question.format(number=number)} \\[{otherwise}]: ").strip()
        if not name:
            return
        yield {"name": name}
