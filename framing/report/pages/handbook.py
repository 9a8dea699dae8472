"""The handbook: the codebook as a page that a coder can read from top to bottom."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

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
)
from framing.report.briefs.registers import handbook_in_brief
from framing.report.speech import speech
from framing.study.levels import several
from framing.words import FIRST, words

Record = dict[str, Any]


class Tongue(NamedTuple):
    """In which language the page is: of labels, and its own words.

    Attributes:
        language: the first in which each label stands.
        words: what the page says itself, in that language or in English.
    """

    language: str
    words: Mapping[str, str]

    def label(self, entry: Record) -> str:
        """The label of an entry in the language, in English where it has none."""
        found: str = entry["labels"].get(self.language, entry["labels"][FIRST])
        return found


def handbook(codebook: Record, language: str = FIRST) -> Page:
    """The page of one codebook; it says only what the codebook says.

    Args:
        codebook: a codebook, its texts in the language.
        language: of labels and headings; what is not in it is in English.
    """
    in_it = Tongue(language, words("handbook", language))
    told, title = in_it.words, codebook["title"]
    lead = (
        line(told["version"].format(version=codebook["version"])),
        joined(_others(title, language), " · "),
    )
    sections = [
        Section("purpose", told["purpose"], (Paragraph(line(codebook["purpose"])), Paragraph(line(codebook["unit"])))),
        Section("order", told["order"], (Listing(tuple(line(step) for step in codebook["order"])),)),
        *_instructions(codebook, in_it),
        Section("missing", told["missing"], (_definitions(codebook["missing"], in_it),)),
        _event(codebook["event"], in_it),
        _choice("frames-rule", codebook["frames_rule"], in_it),
        *(_entry(f"frame-{frame['id']}", frame, codebook["frames"], in_it) for frame in codebook["frames"]),
        *(_variable(codebook, variable, in_it) for variable in codebook["variables"]),
        Section(
            "confidence",
            told["confidence"],
            (
                Paragraph(line(codebook["confidence"]["definition"])),
                _definitions(codebook["confidence"]["values"], in_it),
            ),
        ),
        *_vocabularies(codebook, in_it),
        _constraints(codebook, in_it),
        Section("changes", told["versions"], (_changes(codebook["changes"], in_it),)),
    ]
    stem = "handbook" if language == FIRST else f"handbook.{language}"
    heading = told["title"].format(title=title.get(language, title[FIRST]))
    brief = handbook_in_brief(speech(language), codebook)
    told_in = (brief, *(replace(section, language=language) for section in sections))
    return Page(stem, heading, tuple(part for part in lead if part), told_in, language)


def _instructions(codebook: Record, in_it: Tongue) -> list[Section]:
    parts = [
        Section(f"rule-{place}", entry["title"], (Paragraph(line(entry["text"])),), 3)
        for place, entry in enumerate(codebook["instructions"], 1)
    ]
    return [Section("rules", in_it.words["rules"], ()), *parts]


def _others(labels: Record, language: str) -> list[Run]:
    """A label in every language but one, or but English where it is not in that one."""
    first = language if language in labels else FIRST
    return [Run(text, code) for code, text in labels.items() if code != first]


def _labels(entry: Record, in_it: Tongue) -> Line:
    return joined([in_it.label(entry), *_others(entry["labels"], in_it.language)], " · ")


def _definitions(entries: list[Record], in_it: Tongue) -> Table:
    told = in_it.words
    rows = tuple((line(str(entry["id"])), _labels(entry, in_it), line(entry["definition"])) for entry in entries)
    return Table("", (told["value"], told["name"], told["meaning"]), rows)


def _boundaries(entry: Record, names: Record) -> tuple[Line, ...]:
    return tuple(
        line(boundary["when"], f" → {names.get(boundary['use'], boundary['use'])}" if "use" in boundary else "")
        for boundary in entry["exclude"]
    )


def _titled(title: str, items: tuple[Line, ...]) -> list[Block]:
    return [Paragraph((Run(title, "", strong=True),)), Listing(items)]


def _guides(entry: Record, names: Record, told: Mapping[str, str]) -> list[Block]:
    blocks = _titled(told["include"], tuple(line(text) for text in entry["include"]))
    blocks += _titled(told["exclude"], _boundaries(entry, names))
    blocks += _titled(told["mistakes"], tuple(line(text) for text in entry["mistakes"]))
    for key in ("good", "bad"):
        blocks.append(
            Paragraph(line(Run(f"{told[key]}: ", "", strong=True), f"{entry[key]['text']} — {entry[key]['why']}"))
        )
    cues = [line(Run(", ".join(words), code)) for code, words in entry["cues"].items()]
    return [*blocks, *(_titled(told["cues"], tuple(cues)) if cues else [])]


def _entry(place: str, entry: Record, siblings: list[Record], in_it: Tongue) -> Section:
    names = {sibling["id"]: in_it.label(sibling) for sibling in siblings}
    head: list[Block] = [Paragraph(_labels(entry, in_it)), Paragraph(line(entry["definition"]))]
    title = in_it.words["frame"].format(label=in_it.label(entry))
    return Section(place, title, (*head, *_guides(entry, names, in_it.words)), 3)


def _variable(codebook: Record, variable: Record, in_it: Tongue) -> Section:
    told = in_it.words
    names = {str(value["id"]): in_it.label(value) for value in variable["values"]}
    missing = [entry for entry in codebook["missing"] if entry["id"] in variable["missing"]]
    blocks: list[Block] = [
        Paragraph(_labels(variable, in_it)),
        Paragraph((Run(variable["question"], "", strong=True),)),
        Paragraph(line(variable["definition"])),
        _definitions(variable["values"], in_it),
        Paragraph(
            line(told["legal"].format(missing=", ".join(map(in_it.label, missing)), level=_level(variable, in_it)))
        ),
        *_guides(variable, names, told),
    ]
    title = told["variable"].format(label=in_it.label(variable))
    return Section(f"variable-{variable['id']}", title, tuple(blocks))


def _level(variable: Record, in_it: Tongue) -> str:
    """The level of a variable; of a set also which values stand beside no other."""
    if not several(variable):
        return str(variable["level"])
    alone = [in_it.label(value) for value in variable["values"] if value.get("alone")]
    named = in_it.words["alone"].format(values=", ".join(alone)) if alone else ""
    return f"{variable['level']} ({in_it.words['several']}{named})"


def _event(entry: Record, in_it: Tongue) -> Section:
    blocks: list[Block] = [Paragraph(line(entry["definition"]))]
    for key in ("include", "exclude", "mistakes"):
        blocks += _titled(in_it.words[key], tuple(line(text) for text in entry[key]))
    return Section("event", in_it.words["event"], (*blocks, _definitions(entry["relations"], in_it)))


def _choice(place: str, entry: Record, in_it: Tongue) -> Section:
    mistakes = _titled(in_it.words["mistakes"], tuple(line(text) for text in entry["mistakes"]))
    return Section(place, in_it.words["frames_rule"], (Paragraph(line(entry["definition"])), *mistakes))


def _vocabularies(codebook: Record, in_it: Tongue) -> list[Section]:
    """The names that articles, events and outlets use, a table for each list that the codebook has."""
    told, sections = in_it.words, []
    for name, entries in codebook.get("vocabularies", {}).items():
        rows = tuple(
            (line(entry["id"]), _labels(entry, in_it), line(entry.get("definition", "–"))) for entry in entries
        )
        sections.append(
            Section(f"names-{name}", told[name], (Table("", (told["records"], told["name"], told["meaning"]), rows),))
        )
    return sections


def _constraints(codebook: Record, in_it: Tongue) -> Section:
    told = in_it.words
    items = tuple(
        line(
            told["if"].format(
                when=_conditions(rule["when"], told), then=_conditions(rule["require"], told), why=rule["why"]
            )
        )
        for rule in codebook["constraints"]
    )
    blocks: tuple[Block, ...] = (Listing(items),) if items else (Paragraph(line(told["none"])),)
    return Section("constraints", told["constraints"], blocks)


def _conditions(required: Record, told: Mapping[str, str]) -> str:
    parts = (
        told["is"].format(name=name, values=told["or"].join(map(str, values))) for name, values in required.items()
    )
    return told["and"].join(parts)


def _changes(changes: list[Record], in_it: Tongue) -> Table:
    rows = tuple(
        (line(change["version"]), line(change["date"]), line(change["kind"]), line(change["summary"]))
        for change in changes
    )
    return Table(
        "",
        tuple(in_it.words[name] for name in ("change_version", "change_date", "change_kind", "change_summary")),
        rows,
    )
