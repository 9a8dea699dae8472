"""`framing change`: another answer in an entry of a register; what is not named stays, and an id never changes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from framing.cli import asking, console
from framing.cli.options import Study, stop
from framing.study.faults import Fault, meant
from framing.words import words

if TYPE_CHECKING:
    from framing.study.begin.entries import Entry
    from framing.study.load import Document
    from framing.workbench.prompt.terminal import Terminal

change_app = typer.Typer(no_args_is_help=True, help="Change an entry of a register: an outlet, an event or a coder.")
app = typer.Typer()
app.add_typer(change_app, name="change")

Record = dict[str, Any]
Text = str | None
Listed = list[str] | None
ID_STAYS = "Its id; it never changes, for articles and codings name it."


def _text(option: str, told: str) -> Any:
    return typer.Option(option, help=told, show_default=False)


@change_app.command()
def outlet(
    id_: Annotated[str, typer.Argument(metavar="ID", help=ID_STAYS)],
    study: Study = Path(),
    name: Annotated[Text, _text("--name", "Its name in Latin letters.")] = None,
    own: Annotated[Text, _text("--own", "Its name in its own script.")] = None,
    language: Annotated[Text, _text("--language", "Code or English name of its language.")] = None,
    country: Annotated[Text, _text("--country", "Code or English name of its country.")] = None,
    short: Annotated[Listed, _text("--short", "A short name for charts; ja=… for Japanese ones.")] = None,
    panel: Annotated[Text, _text("--panel", "core or context.")] = None,
    owner: Annotated[Text, _text("--owner", "Who owns it.")] = None,
    ownership: Annotated[Text, _text("--ownership", "The kind of owner, as the codebook lists them.")] = None,
    orientation: Annotated[Text, _text("--orientation", "Its orientation, in words.")] = None,
    frequency: Annotated[Text, _text("--frequency", "How often it appears, such as daily.")] = None,
    colour: Annotated[Text, _text("--colour", "A colour for charts, #RRGGBB.")] = None,
    described_by: Annotated[Text, _text("--described-by", "Where this description comes from.")] = None,
) -> None:
    """Change an outlet in coded/outlets.json; without options its present answers are asked for one by one.

    Example: framing change outlet harbour-post --frequency daily --short ja=港
    """
    given = {"name": name, "own": own, "language": language, "country": country, "panel": panel, "owner": owner}
    given |= {"ownership": ownership, "orientation": orientation, "frequency": frequency, "colour": colour}
    _change("outlet", id_, given | {"described_by": described_by} | asking.by_language("short", short or []), study)


@change_app.command()
def event(
    id_: Annotated[str, typer.Argument(metavar="ID", help=ID_STAYS)],
    study: Study = Path(),
    label: Annotated[Listed, _text("--label", "What happened, in English; ja=… in another language.")] = None,
    date: Annotated[Text, _text("--date", "A day, month, year or A/B; however a paper writes it.")] = None,
    kind: Annotated[Text, _text("--kind", "The kind of event, as the codebook lists them.")] = None,
    actor: Annotated[Listed, _text("--actor", "All countries and actors anew; may be repeated.")] = None,
    status: Annotated[Text, _text("--status", "happened, planned, unrealised, background or withdrawn.")] = None,
    certainty: Annotated[
        Text, _text("--certainty", "How sure the date is: checked, general_knowledge, unchecked or corrected.")
    ] = None,
    date_source: Annotated[Text, _text("--date-source", "Where the date comes from.")] = None,
    part_of: Annotated[Text, _text("--part-of", "The umbrella event that it belongs to.")] = None,
    salience: Annotated[Text, _text("--salience", "1: labelled on charts, 2: a tick, 3: not drawn.")] = None,
    note: Annotated[Text, _text("--note", "A correction or doubt, in words.")] = None,
) -> None:
    """Change an event in coded/events.json; without options its present answers are asked for one by one.

    Example: framing change event first-ferry --date 2026-03-03 --certainty checked --date-source "Harbour Post, 4 March 2026"

    Example: framing change event first-ferry --note ""
    """
    given = {"date": date, "kind": kind, "actors": _joined(actor), "status": status, "certainty": certainty}
    given |= {"date_source": date_source, "part_of": part_of, "salience": salience, "note": note}
    _change("event", id_, given | asking.by_language("label", label or []), study)


@change_app.command()
def coder(
    id_: Annotated[str, typer.Argument(metavar="ID", help=ID_STAYS)],
    study: Study = Path(),
    name: Annotated[Text, _text("--name", "Name or pseudonym.")] = None,
    language: Annotated[
        Listed, _text("--language", "All languages that the coder reads anew; may be repeated.")
    ] = None,
    kind: Annotated[Text, _text("--kind", "person or machine.")] = None,
    made: Annotated[Text, _text("--made", "What the coder sees while coding, and what not.")] = None,
    assigned: Annotated[Listed, _text("--assigned", "All articles and outlets to code anew; may be repeated.")] = None,
    adjudicator: Annotated[bool | None, typer.Option(help="Whether the coder settles disagreements.")] = None,
) -> None:
    """Change a coder in coded/coders.json; without options the present answers are asked for one by one.

    Example: framing change coder aki-ono --language ja --language en --adjudicator
    """
    given = {"name": name, "languages": _joined(language), "kind": kind, "made": made, "assigned": _joined(assigned)}
    given |= {"adjudicator": None if adjudicator is None else "yes" if adjudicator else ""}
    _change("coder", id_, given, study)


def _joined(texts: Listed) -> Text:
    return None if texts is None else ", ".join(texts)


def _change(kind: "Entry", id_: str, options: Mapping[str, Text], study: Path) -> None:
    """Changes an entry as a whole or not at all, and shows what was and what is."""
    from framing.study.begin import changing, registers
    from framing.study.load import study_root

    root = study_root(study)
    register, book, at = registers.read(root, kind), registers.codebook(root), asking.at_terminal()
    place = _place(kind, id_, register)
    entry = register.record[register.kind][place]
    given = {name: text for name, text in options.items() if text is not None}

    def end(message: str, code: int) -> typer.Exit:
        return stop(asking.said(message, book["title"], at), code)

    try:
        given = given or _asked(kind, entry, book, at)
        made, wrong = _judged(kind, root, register, place, given)
        for where, message in wrong.items():
            console.say(f"{where}: {asking.said(message, book['title'], at)}")
        if wrong:
            raise end(f"{len(wrong)} fault(s); nothing was changed.", console.FAULTY)
        steps = list(changing.steps(entry, made))
        if not steps:
            raise end(f"{id_} is already so; nothing was changed.", console.GOOD)
        changing.replace(root, register, place, made)
    except (EOFError, KeyboardInterrupt):
        raise end("Nothing was changed.", console.FAULTY) from None
    except registers.ChangedMeanwhileError:
        raise end(f"{register.file} was changed meanwhile; nothing was changed, try again.", console.CONFLICT) from None
    for place_, before, after in steps:
        console.say(f"  {place_}: {_shown(before)} → {_shown(after)}")
    console.result(id_)


def _place(kind: "Entry", id_: str, register: "Document") -> int:
    """Where an entry stands in its register; the command ends where there is none."""
    known = [entry["id"] for entry in register.record[register.kind]]
    if id_ not in known:
        raise stop(f"ID: there is no {kind} {id_!r}{meant(id_, known)}", console.NOT_FOUND)
    return known.index(id_)


def _judged(
    kind: "Entry", root: Path, register: "Document", place: int, given: Mapping[str, str]
) -> tuple[Record, dict[str, str]]:
    """The entry with other answers, and everything that would be wrong with the study then, by where it is."""
    from framing.study import vocabulary
    from framing.study.begin import changing, registers
    from framing.study.begin.entries import QUESTIONS, Known

    read = asking.dated(given)
    kinds = vocabulary.names(registers.codebook(root), "event_kinds") if kind == "event" else []
    held_to = asking.Requirements(Known(), lambda _: [], {"kind": kinds} if kinds else {})
    needed = [each.name for each in QUESTIONS[kind] if each.needed and read.get(each.name) == ""]
    wrong = asking.objections({name: text for name, text in read.items() if text}, held_to)
    wrong |= dict.fromkeys(needed, "is needed")
    made = changing.changed(kind, register.record[register.kind][place], read)
    judged = [] if needed else changing.faults(root, register, place, made)
    found = {_address(fault, register.file, place): fault.message for fault in judged}
    told = {_option(name): message for name, message in wrong.items()}
    return made, found | told


def _address(fault: Fault, file: str, place: int) -> str:
    """What a person knows a fault by: the option that gives the answer, else the place in its file."""
    from framing.study.begin.entries import answer_at

    its_own = fault.file == file and fault.pointer.strip("/").split("/")[1:2] == [str(place)]
    answer = answer_at(fault.pointer) if its_own else ""
    return _option(answer) if answer else fault.address


def _option(name: str) -> str:
    plain, _, language = name.partition(".")
    known = asking.ONE_BY_ONE.get(plain) or f"--{plain.replace('_', '-')}"
    return known + (f" {language}=…" if language else "")


def _asked(kind: "Entry", entry: Record, book: Record, at: "Terminal | None") -> dict[str, str]:
    """Answers at the terminal; an empty line keeps what stands in brackets, and - leaves an answer empty."""
    from framing.study.begin.changing import answers_of
    from framing.study.begin.entries import Known

    if at is None:
        raise stop("Say what changes, such as --date 2026-03-03; --help lists the options.", console.USAGE)
    at.tell(escape(words("begin", asking.spoken(book["title"]))["change_how"]))
    now = answers_of(kind, entry)
    held_to = asking.Requirements(Known(), lambda _: [], languages=list(book["title"]))
    return {
        name: typed
        for name, question, _ in asking.questions(kind, held_to)
        if name != "id" and (typed := _typed(question, now.get(name, ""), at)) is not None
    }


def _typed(question: str, now: str, at: "Terminal") -> Text:
    typed = at.ask(f"{escape(question)} \\[{escape(now)}]: ").strip()
    return None if typed in ("", now) else "" if typed == "-" else typed


def _shown(value: Any) -> str:
    return "—" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
