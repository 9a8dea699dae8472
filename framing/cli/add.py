"""Additions to a study: an article, or an entry of one of its registers, by questions or by options."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import asking, console
from framing.cli.add_table import Table, add_table
from framing.cli.options import Study, stop, unless_before

if TYPE_CHECKING:
    from framing.study.begin.entries import Entry

add_app = typer.Typer(invoke_without_command=True)
app = typer.Typer()
app.add_typer(add_app, name="add")

Id = Annotated[str, typer.Option("--id", help="Its id, in small Latin letters; proposed from the name.")]
Repeated = list[str]


@add_app.callback()
def add(asked: typer.Context, study: Study = Path()) -> None:
    """Add an article by answering questions; Japanese, Russian and ISO dates are understood. Sub-commands add other things.

    Example: framing add

    Example: framing add outlet
    """
    if asked.invoked_subcommand:
        unless_before(asked)
        return
    from framing.study.load import study_root
    from framing.workbench import notices
    from framing.workbench.prompt.add import add as added

    root = study_root(study)
    for notice in notices(root):
        console.say(notice)
    name = added(root)
    if not name:
        raise typer.Exit(console.FAULTY)
    console.result(name)


@add_app.command()
def outlet(
    name: Annotated[
        str, typer.Argument(help='Its name in Latin letters, or both: "Kaiko Shimbun = 海港新聞"; asked when left out.')
    ] = "",
    study: Study = Path(),
    own: Annotated[str, typer.Option("--own", help="Its name in its own script.")] = "",
    language: Annotated[str, typer.Option("--language", help="Code or English name of its language.")] = "",
    country: Annotated[str, typer.Option("--country", help="Code or English name of its country.")] = "",
    id_: Id = "",
    short: Annotated[
        Repeated | None, typer.Option("--short", help="A short name for charts; ja=… for Japanese ones.")
    ] = None,
    panel: Annotated[str, typer.Option("--panel", help="core or context.")] = "",
    owner: Annotated[str, typer.Option("--owner", help="Who owns it.")] = "",
    ownership: Annotated[str, typer.Option("--ownership", help="The kind of owner, as the codebook lists them.")] = "",
    orientation: Annotated[str, typer.Option("--orientation", help="Its orientation, in words.")] = "",
    frequency: Annotated[str, typer.Option("--frequency", help="How often it appears, such as daily.")] = "",
    colour: Annotated[str, typer.Option("--colour", help="A colour for charts, #RRGGBB.")] = "",
    described_by: Annotated[str, typer.Option("--described-by", help="Where this description comes from.")] = "",
    table: Table = None,
) -> None:
    """Add a paper or another publication to coded/outlets.json.

    Example: framing add outlet "Kaiko Shimbun = 海港新聞" --language ja --country JP

    Example: framing add outlet --table papers.csv
    """
    given = {"name": name, "own": own, "language": language, "country": country, "id": id_, "panel": panel}
    given |= {"owner": owner, "ownership": ownership, "orientation": orientation, "frequency": frequency}
    given |= {"colour": colour, "described_by": described_by} | asking.by_language("short", short or [])
    _add("outlet", given, study, table)


@add_app.command()
def event(
    label: Annotated[str, typer.Argument(help="What happened, in a few English words; asked when left out.")] = "",
    study: Study = Path(),
    other: Annotated[Repeated | None, typer.Option("--label", help="The same in another language: ja=就航.")] = None,
    date: Annotated[str, typer.Option("--date", help="A day, month, year or A/B; however a paper writes it.")] = "",
    kind: Annotated[
        str, typer.Option("--kind", help="The kind of event, as the codebook lists them; `framing add kind` adds one.")
    ] = "",
    actor: Annotated[Repeated | None, typer.Option("--actor", help="A country or an actor; may be repeated.")] = None,
    id_: Id = "",
    status: Annotated[str, typer.Option("--status", help="happened, planned, unrealised or background.")] = "",
    certainty: Annotated[
        str, typer.Option("--certainty", help="How sure the date is: checked, general_knowledge or unchecked.")
    ] = "",
    date_source: Annotated[str, typer.Option("--date-source", help="Where the date comes from.")] = "",
    part_of: Annotated[str, typer.Option("--part-of", help="The umbrella event that it belongs to.")] = "",
    salience: Annotated[str, typer.Option("--salience", help="1: labelled on charts, 2: a tick, 3: not drawn.")] = "",
    note: Annotated[str, typer.Option("--note", help="A correction or doubt, in words.")] = "",
    table: Table = None,
) -> None:
    """Add a dated event to coded/events.json.

    Example: framing add event "First ferry" --date 2026-03-02 --kind ceremony --actor JP
    """
    given = {"label": label, "date": date, "kind": kind, "actors": ", ".join(actor or []), "id": id_, "note": note}
    given |= {"status": status, "certainty": certainty, "date_source": date_source, "part_of": part_of}
    given |= {"salience": salience} | asking.by_language("label", other or []) | _told(label=label)
    _add("event", given, study, table)


@add_app.command()
def kind(
    label: Annotated[str, typer.Argument(help="A kind of event in English, such as Strike; asked when left out.")] = "",
    study: Study = Path(),
    other: Annotated[Repeated | None, typer.Option("--label", help="The same in another language: ja=スト.")] = None,
    id_: Id = "",
) -> None:
    """Add a kind of event to the codebook: events, forms, charts and pages have it then, and codings come along.

    Example: framing add kind Strike --label ja=ストライキ --label ru=Забастовка
    """
    from framing.cli.kinds import add_kind

    add_kind(study, [label, *(other or [])], id_)


@add_app.command()
def coder(
    name: Annotated[str, typer.Argument(help="Name or pseudonym; asked when left out.")] = "",
    study: Study = Path(),
    language: Annotated[
        Repeated | None, typer.Option("--language", help="A language that the coder reads; may be repeated.")
    ] = None,
    id_: Id = "",
    kind: Annotated[str, typer.Option("--kind", help="person or machine.")] = "",
    made: Annotated[str, typer.Option("--made", help="What the coder sees while coding, and what not.")] = "",
    assigned: Annotated[
        Repeated | None, typer.Option("--assigned", help="An article or outlet to code; may be repeated.")
    ] = None,
    adjudicator: Annotated[bool, typer.Option("--adjudicator", help="Whoever settles disagreements.")] = False,
    table: Table = None,
) -> None:
    """Add a coder to coded/coders.json.

    Example: framing add coder "Aki Ono" --language ja --language en
    """
    given = {"name": name, "languages": ", ".join(language or []), "id": id_, "kind": kind, "made": made}
    given |= {"assigned": ", ".join(assigned or []), "adjudicator": "yes" if adjudicator else ""}
    _add("coder", given, study, table)


@app.command()
def searched(
    outlet: Annotated[str, typer.Argument(help="The outlet that was searched; asked when left out.")] = "",
    study: Study = Path(),
    archive: Annotated[str, typer.Option("--archive", help="Which archive or database.")] = "",
    query: Annotated[str, typer.Option("--query", help="The query, exactly as typed.")] = "",
    first: Annotated[str, typer.Option("--from", help="The first day that was searched.")] = "",
    last: Annotated[str, typer.Option("--to", help="The last day that was searched.")] = "",
    found: Annotated[str, typer.Option("--found", help="How many items were found; 0 is an answer.")] = "",
    event: Annotated[
        Repeated | None, typer.Option("--event", help="An event that it was made for; may be repeated.")
    ] = None,
    searched_at: Annotated[str, typer.Option("--searched-at", help="The day of the search; today.")] = "",
    searched_by: Annotated[str, typer.Option("--searched-by", help="Who searched.")] = "",
    note: Annotated[str, typer.Option("--note", help="Anything a reader must know.")] = "",
    id_: Id = "",
) -> None:
    """Note a search of an archive in coded/searches.json: only after one is an outlet called silent.

    Example: framing searched harbour-post --archive Factiva --query ferry --from 2026-03-01 --to 2026-03-31 --found 0
    """
    given = {"outlet": outlet, "archive": archive, "query": query, "from": first, "to": last, "found": found}
    given |= {"events": ", ".join(event or []), "searched_at": searched_at, "searched_by": searched_by, "note": note}
    _add("search", given | {"id": id_}, study)


def _told(**answers: str) -> dict[str, str]:
    return {name: text for name, text in answers.items() if text}


def _add(kind: "Entry", given: dict[str, str], study: Path, table: Path | None = None) -> None:
    from framing.study.begin import registers
    from framing.study.load import study_root

    root = study_root(study)
    register, at = registers.read(root, kind), asking.at_terminal()
    held_to = _requirements(root, kind, register)
    try:
        if table:
            add_table(kind, table, root, held_to, register)
            return
        made = asking.entry(kind, given, held_to, at)
        registers.append(root, register, [made])
    except (EOFError, KeyboardInterrupt):
        raise stop(asking.said("Nothing was added.", held_to.languages, at), console.FAULTY) from None
    except registers.ChangedMeanwhileError:
        told = f"{register.file} was changed meanwhile; nothing was added, try again."
        raise stop(asking.said(told, held_to.languages, at), console.CONFLICT) from None
    console.result(made["id"])


def _requirements(root: Path, kind: "Entry", register: Any) -> asking.Requirements:
    from datetime import date

    from framing.study import vocabulary
    from framing.study.begin import registers
    from framing.study.begin.entries import Known

    book = registers.codebook(root)
    outlets = registers.read(root, "outlet").record["outlets"]
    languages = ", ".join(dict.fromkeys(entry["language"] for entry in outlets))
    taken = [entry["id"] for entry in register.record[register.kind]]
    names = {"event": ("kind", vocabulary.names(book, "event_kinds")), "search": ("outlet", [e["id"] for e in outlets])}
    question, options = names.get(kind, ("", []))
    return asking.Requirements(
        Known(taken, languages, f"{date.today()}"),
        lambda entry: registers.faults(root, register, [entry]),
        {question: options} if options else {},
        list(book["title"]),
    )
