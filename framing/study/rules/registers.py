"""Rules of outlets, events, sources, searches and coders, and those that only a whole study can break."""

from collections.abc import Collection, Iterator

from framing.study.faults import meant
from framing.study.index import Index
from framing.study.rules.complaint import (
    Complaint,
    Record,
    alike,
    folded,
    labels,
    repeated,
    strange_languages,
    unlisted,
)
from framing.study.umbrellas import over


def outlet_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every outlet has its own id."""
    yield from repeated(register, "outlets")


def event_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every event has its own id."""
    yield from repeated(register, "events")


def source_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every source has its own id."""
    yield from repeated(register, "sources")


def search_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every search has its own id."""
    yield from repeated(register, "searches")


def coder_ids_unique(register: Record, _: Index) -> Iterator[Complaint]:
    """Every coder has their own id."""
    yield from repeated(register, "coders")


def coder_exception_refers(register: Record, _: Index) -> Iterator[Complaint]:
    """An exception belongs to an adjudicator, and names one of the coders."""
    coders = [entry["id"] for entry in register["coders"] if not entry.get("adjudicator", False)]
    for place, entry in enumerate(register["coders"]):
        if "exception" not in entry:
            continue
        if not entry.get("adjudicator", False):
            message = f"{entry['id']!r} is not an adjudicator; remove the exception, or set adjudicator to true"
            yield ("coders", place, "exception"), message
        named = entry["exception"]["coder"]
        if named not in coders or named == entry["id"]:
            where = ("coders", place, "exception", "coder")
            yield where, f"{named!r} is not a coder whose work is settled; name one of {', '.join(coders)}"


def coder_model_of_machine(register: Record, _: Index) -> Iterator[Complaint]:
    """Only machines have a model: a person's codings must not pass for those of one."""
    for place, entry in enumerate(register["coders"]):
        if "model" in entry and entry["kind"] == "person":
            yield ("coders", place, "model"), f"{entry['id']!r} is a person; remove the model, or set kind to 'machine'"


def coder_settles_apart(register: Record, _: Index) -> Iterator[Complaint]:
    """Coders do not settle their own work, unless an exception says why."""
    persons = [entry for entry in register["coders"] if entry["kind"] == "person"]
    coders = {folded(entry["name"]): entry["id"] for entry in persons if not entry.get("adjudicator", False)}
    for place, entry in enumerate(register["coders"]):
        same = coders.get(folded(entry["name"]))
        if entry in persons and entry.get("adjudicator", False) and same and "exception" not in entry:
            yield (
                ("coders", place, "adjudicator"),
                f"{entry['id']!r} has the name of coder {same!r}, and coders do not settle their own work; add an exception with coder "
                f"{same!r} and the reason, or make the names differ",
            )


def outlet_names_apart(register: Record, _: Index) -> Iterator[Complaint]:
    """No two outlets have the same name in one language: charts and tables would show both alike."""
    for key in ("en", "short", "ja", "ru"):
        named = ((place, entry) for place, entry in enumerate(register["outlets"]) if key in entry["names"])
        yield from alike((("outlets", place, "names", key), entry["names"][key], entry["id"]) for place, entry in named)


def outlet_ownership_known(register: Record, index: Index) -> Iterator[Complaint]:
    """The kind of owner is one of the codebook's."""
    for place, outlet in enumerate(register["outlets"]):
        if message := unlisted(index.codebook, "ownership", outlet["ownership"]):
            yield ("outlets", place, "ownership"), message


def coder_names_apart(register: Record, _: Index) -> Iterator[Complaint]:
    """No two persons have the same name, for two readings by one person are not agreement; machines have that of their model."""
    yield from alike(
        (("coders", place, "name"), entry["name"], entry["id"])
        for place, entry in enumerate(register["coders"])
        if entry["kind"] == "person" and not entry.get("adjudicator", False)
    )


def event_names_known(register: Record, index: Index) -> Iterator[Complaint]:
    """Kinds of events and actors are the codebook's; countries are known by their codes."""
    for place, event in enumerate(register["events"]):
        if message := unlisted(index.codebook, "event_kinds", event["kind"]):
            yield ("events", place, "kind"), message
        for position, actor in enumerate(event["actors"]):
            country = len(actor) == 2 and actor.isalpha() and actor.isupper()
            if not country and (message := unlisted(index.codebook, "actors", actor)):
                yield ("events", place, "actors", position), message


def event_labels_apart(register: Record, _: Index) -> Iterator[Complaint]:
    """No two events have the same label; those of every year differ by year or place."""
    for language in {language: None for event in register["events"] for language in event["labels"]}:
        yield from alike(labels(register["events"], language, "events"))


def event_parents_known(register: Record, _: Index) -> Iterator[Complaint]:
    """An event is part of an umbrella event that exists, and never of itself."""
    events = {event["id"]: event for event in register["events"]}
    parents = {name: event.get("part_of") for name, event in events.items()}
    for place, event in enumerate(register["events"]):
        parent = event.get("part_of")
        if parent is None:
            continue
        if parent not in events:
            yield ("events", place, "part_of"), f"there is no event {parent!r}{meant(parent, events, 6)}"
        elif events[parent]["kind"] != "umbrella":
            message = f"{parent!r} is a {events[parent]['kind']}; only events of kind 'umbrella' have parts"
            yield ("events", place, "part_of"), message
        elif event["id"] in (chain := over(event["id"], parents)):
            message = f"{event['id']!r} would be part of itself ({' > '.join(chain)}); break the circle"
            yield ("events", place, "part_of"), message


def event_labels_in_languages(register: Record, index: Index) -> Iterator[Complaint]:
    """Events are labelled in the languages of the codebook's title."""
    if index.codebook:
        yield from strange_languages(register, index.codebook["title"])


def source_notes_in_order(register: Record, _: Index) -> Iterator[Complaint]:
    """Every note is accounted for: 1, 2, 3 … without a gap."""
    for place, source in enumerate(register["sources"]):
        for position, note in enumerate(source["notes"]):
            if note["note"] != position + 1:
                where = ("sources", place, "notes", position, "note")
                expected = f"note {position + 1} is expected here, not {note['note']}"
                yield where, f"{expected}; list every note once, in order; one without an article says why"
                break


def source_sections_known(register: Record, index: Index) -> Iterator[Complaint]:
    """Sections that notes name exist, and their themes are frames."""
    frames = [frame["id"] for frame in index.codebook.get("frames", ())]
    for place, source in enumerate(register["sources"]):
        sections = {section["id"] for section in source["sections"]}
        for position, note in enumerate(source["notes"]):
            if note["section"] not in sections:
                where = ("sources", place, "notes", position, "section")
                yield where, f"there is no section {note['section']!r}{meant(note['section'], sorted(sections))}"
        for position, section in enumerate(source["sections"]):
            if frames and section["theme"] is not None and section["theme"] not in frames:
                where = ("sources", place, "sections", position, "theme")
                yield where, f"{section['theme']!r} is not a frame of the codebook{meant(section['theme'], frames)}"


def source_bounds_in_order(register: Record, _: Index) -> Iterator[Complaint]:
    """A source was not finished before it was begun."""
    for place, source in enumerate(register["sources"]):
        if source["written"]["latest"] < source["written"]["earliest"]:
            latest, earliest = source["written"]["latest"], source["written"]["earliest"]
            yield (
                ("sources", place, "written", "latest"),
                f"{latest} is before earliest ({earliest}); correct one of them",
            )


def search_refers(register: Record, index: Index) -> Iterator[Complaint]:
    """A search names an outlet and events of the study, and a period that runs forwards."""
    for place, search in enumerate(register["searches"]):
        if search["outlet"] not in index.outlets:
            message = f"there is no outlet {search['outlet']!r}{meant(search['outlet'], index.outlets)}"
            yield ("searches", place, "outlet"), message
        if search["to"] < search["from"]:
            yield ("searches", place, "to"), f"{search['to']} is before from ({search['from']}); swap them"
        for position, event in enumerate(search.get("events", ())):
            if event not in index.events:
                where = ("searches", place, "events", position)
                yield where, f"there is no event {event!r}{meant(event, index.events, 6)}"


def assigned_exist(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """What is assigned to a coder are articles and outlets of the study."""
    known = (*index.outlets, *index.articles)
    for place, coder in enumerate(index.coders.values()):
        for position, name in enumerate(coder.get("assigned", ())):
            if name not in index.articles and name not in index.outlets:
                yield "coded/coders.json", 0, (("coders", place, "assigned", position), neither(name, known))


def neither(name: str, known: Collection[str]) -> str:
    """What is wrong with an assigned name that is unknown.

    >>> neither("harbour-pots", ["harbour-post"])
    "'harbour-pots' is neither an article nor an outlet; did you mean 'harbour-post'?"
    """
    return f"{name!r} is neither an article nor an outlet{meant(name, known)}"


def note_articles_exist(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """Every article that a note names has its record, made from that note."""
    for place, source in enumerate(index.sources.values()):
        for position, note in enumerate(source["notes"]):
            for number, article in enumerate(note["articles"]):
                if article not in index.articles:
                    where = ("sources", place, "notes", position, "articles", number)
                    message = f"there is no article {article!r}{meant(article, index.articles, 4)}"
                    yield "coded/sources.json", 0, (where, message)


def bundle_members_agree(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """A bundle ties two or more articles that share one description."""
    bundles = sorted(index.bundles)
    for bundle, members in index.bundles.items():
        facts = [index.articles[member] for member in members]
        if len(members) == 1 and index.articles_complete:
            message = (
                f"the bundle {bundle!r} has no other member; remove it or correct its name{meant(bundle, bundles)}"
            )
            yield facts[0].file, facts[0].line, (("source", "bundle"), message)
        for other in facts[1:]:
            if (other.cites, other.note) != (facts[0].cites, facts[0].note):
                message = f"the bundle {bundle!r} shares one description, but {members[0]!r} cites another note"
                yield other.file, other.line, (("source", "bundle"), message)
