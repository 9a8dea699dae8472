"""The handbook: the codebook as a page that a coder can read from top to bottom."""

from typing import Any

from framing.report.blocks import (
    Block,
    Line,
    Listing,
    Page,
    Paragraph,
    Run,
    Section,
    Table,
    joined,
    line,
    translations,
)
from framing.study.levels import several

Record = dict[str, Any]


def handbook(codebook: Record) -> Page:
    """The page of one codebook; it says only what the codebook says."""
    title = codebook["title"]
    lead = (
        line(f"Version {codebook['version']}"),
        joined(translations(title), " · "),
    )
    sections = [
        Section(
            "purpose", "Purpose and unit", (Paragraph(line(codebook["purpose"])), Paragraph(line(codebook["unit"])))
        ),
        Section("order", "Order of work", (Listing(tuple(line(step) for step in codebook["order"])),)),
        *_instructions(codebook),
        Section("missing", "Missing values", (_definitions(codebook["missing"]),)),
        _event(codebook["event"]),
        _choice("frames-rule", "Choosing frame dimensions", codebook["frames_rule"]),
        *(_entry(f"frame-{frame['id']}", frame, codebook["frames"]) for frame in codebook["frames"]),
        *(_variable(codebook, variable) for variable in codebook["variables"]),
        Section(
            "confidence",
            "Confidence",
            (Paragraph(line(codebook["confidence"]["definition"])), _definitions(codebook["confidence"]["values"])),
        ),
        *_vocabularies(codebook),
        _constraints(codebook),
        Section("changes", "Versions", (_changes(codebook["changes"]),)),
    ]
    return Page("handbook", f"Handbook: {title['en']}", tuple(part for part in lead if part), tuple(sections))


def _instructions(codebook: Record) -> list[Section]:
    parts = [
        Section(f"rule-{place}", entry["title"], (Paragraph(line(entry["text"])),), 3)
        for place, entry in enumerate(codebook["instructions"], 1)
    ]
    return [Section("rules", "General rules", ()), *parts]


def _labels(labels: Record) -> Line:
    return joined([labels["en"], *translations(labels)], " · ")


def _definitions(entries: list[Record]) -> Table:
    rows = tuple((line(str(entry["id"])), _labels(entry["labels"]), line(entry["definition"])) for entry in entries)
    return Table("", ("Value", "Name", "Meaning"), rows)


def _boundaries(entry: Record, names: Record) -> tuple[Line, ...]:
    return tuple(
        line(boundary["when"], f" → {names.get(boundary['use'], boundary['use'])}" if "use" in boundary else "")
        for boundary in entry["exclude"]
    )


def _titled(title: str, items: tuple[Line, ...]) -> list[Block]:
    return [Paragraph((Run(title, "", strong=True),)), Listing(items)]


def _guides(entry: Record, names: Record) -> list[Block]:
    blocks = _titled("Include", tuple(line(text) for text in entry["include"]))
    blocks += _titled("Exclude", _boundaries(entry, names))
    blocks += _titled("Typical mistakes", tuple(line(text) for text in entry["mistakes"]))
    for key, title in (("good", "Belongs here"), ("bad", "Does not belong here")):
        blocks.append(
            Paragraph(line(Run(f"{title}: ", "", strong=True), f"{entry[key]['text']} — {entry[key]['why']}"))
        )
    cues = [line(Run(", ".join(words), code)) for code, words in entry["cues"].items()]
    return [*blocks, *_titled("Cues: a reason to look, never a reason to code", tuple(cues))]


def _entry(place: str, entry: Record, siblings: list[Record]) -> Section:
    names = {sibling["id"]: sibling["labels"]["en"] for sibling in siblings}
    head: list[Block] = [Paragraph(_labels(entry["labels"])), Paragraph(line(entry["definition"]))]
    return Section(place, f"Frame dimension: {entry['labels']['en']}", (*head, *_guides(entry, names)), 3)


def _variable(codebook: Record, variable: Record) -> Section:
    names = {str(value["id"]): value["labels"]["en"] for value in variable["values"]}
    missing = [entry for entry in codebook["missing"] if entry["id"] in variable["missing"]]
    blocks: list[Block] = [
        Paragraph(_labels(variable["labels"])),
        Paragraph((Run(variable["question"], "", strong=True),)),
        Paragraph(line(variable["definition"])),
        _definitions(variable["values"]),
        Paragraph(
            line(f"Legal missing values: {', '.join(entry['labels']['en'] for entry in missing)}. {_level(variable)}")
        ),
        *_guides(variable, names),
    ]
    return Section(f"variable-{variable['id']}", f"Variable: {variable['labels']['en']}", tuple(blocks))


def _level(variable: Record) -> str:
    """The level of a variable; of a set also which values stand beside no other."""
    alone = [value["labels"]["en"] for value in variable["values"] if value.get("alone")]
    named = f"; alone only: {', '.join(alone)}" if alone else ""
    return f"Level: {variable['level']}" + (f" (one value or several{named})." if several(variable) else ".")


def _event(entry: Record) -> Section:
    blocks: list[Block] = [Paragraph(line(entry["definition"]))]
    for key, title in (("include", "Include"), ("exclude", "Exclude"), ("mistakes", "Typical mistakes")):
        blocks += _titled(title, tuple(line(text) for text in entry[key]))
    return Section("event", "The event", (*blocks, _definitions(entry["relations"])))


def _choice(place: str, title: str, entry: Record) -> Section:
    mistakes = _titled("Typical mistakes", tuple(line(text) for text in entry["mistakes"]))
    return Section(place, title, (Paragraph(line(entry["definition"])), *mistakes))


VOCABULARIES = {
    "genres": "Genres of articles",
    "event_kinds": "Kinds of event",
    "actors": "Actors besides countries",
    "ownership": "Kinds of owner",
}


def _vocabularies(codebook: Record) -> list[Section]:
    """The names that articles, events and outlets use, a table for each list that the codebook has."""
    sections = []
    for name, entries in codebook.get("vocabularies", {}).items():
        rows = tuple(
            (line(entry["id"]), _labels(entry["labels"]), line(entry.get("definition", "–"))) for entry in entries
        )
        sections.append(
            Section(f"names-{name}", VOCABULARIES[name], (Table("", ("In records", "Name", "Meaning"), rows),))
        )
    return sections


def _constraints(codebook: Record) -> Section:
    items = tuple(
        line(f"If {_conditions(rule['when'])}, then {_conditions(rule['require'])}: {rule['why']}")
        for rule in codebook["constraints"]
    )
    blocks: tuple[Block, ...] = (Listing(items),) if items else (Paragraph(line("None.")),)
    return Section("constraints", "Rules that tie a coding to its article", blocks)


def _conditions(required: Record) -> str:
    return " and ".join(f"{name} is {' or '.join(map(str, values))}" for name, values in required.items())


def _changes(changes: list[Record]) -> Table:
    rows = tuple(
        (line(change["version"]), line(change["date"]), line(change["kind"]), line(change["summary"]))
        for change in changes
    )
    return Table("", ("Version", "Date", "Kind", "What changed"), rows)
