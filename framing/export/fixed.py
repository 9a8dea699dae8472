"""What the columns that every study has hold, in words."""

from collections.abc import Mapping
from typing import Any

from framing.export.column import Column, Entry

TABLES = {
    "wide": ("Codings, a row each", "A row per article and coder, and a row per article for the chosen reading; a column per variable."),
    "long": ("Coded values", "A row per event, relation, frame and value of each coding, and of the chosen reading."),
    "articles": ("Articles", "A row per article of the study, also of those that nobody coded."),
    "outlets": ("Outlets", "A row per outlet."),
    "events": ("Events", "A row per event."),
    "evidence": ("Evidence", "A row per short piece of evidence of a coding; the tables hold no full text of an article."),
    "dictionary": ("Data dictionary", "A row per column of every table, and per value that its cells may name; number is that of a value in files for SPSS and Stata (there reasons are .a, .b and .c)."),
}  # fmt: skip
"""The tables of an export, each with its title and the meaning of its rows."""

TEXTS = {
    "row": ("Kind of row", "coding: what one coder says; reading: what the chosen reading takes from all coders. Never count both."),
    "article": ("Article", "Id of the article."),
    "outlet": ("Outlet", "Id of the outlet that printed the article."),
    "panel": ("Panel", "core: outlets that are compared; context: outlets that give context."),
    "country": ("Country", "Country of the outlet (ISO 3166-1)."),
    "language": ("Language", "Language (BCP 47): of an outlet; in the wide table of the article."),
    "date": ("Date", "Earliest day on which the article may have been published."),
    "date_until": ("Latest date", "Latest day on which it may have been published."),
    "date_status": ("Status of the date", "How the date is known."),
    "genre": ("Genre", "Genre of the article."),
    "basis": ("Basis", "What the coders had before them: the article, a part or translation, or somebody's description of it."),
    "sampling": ("Sampling", "How the article came into the study; probability where it was drawn at random (samples.json), unfinished where not all that were drawn are read, undeclared where nothing says."),
    "bundle": ("Bundle", "Articles with the same bundle are known from one description, which they share."),
    "excluded_because": ("Excluded because", "Why the article is left out of frame analysis; no reading reads it."),
    "weight": ("Weight", "One over the number of articles in the bundle; of a reading, of those that it reads, times one over the probability with which the article was drawn, on average 1."),
    "coder": ("Coder", "Who made the coding; empty for a reading."),
    "coder_kind": ("Kind of coder", "person or machine."),
    "phase": ("Phase", "main: counts in analysis; training does not; adjudicated: settled among coders."),
    "reading": ("Reading", "The rule of the chosen reading; empty for a coding."),
    "reading_ground": ("Ground of the reading", "attributed: the reading takes an inferred value as unknown; inferred: it takes it as it is."),
    "settled": ("Settled by", "Which step of the rule gave the primary frame of a reading."),
    "codebook": ("Codebook", "Version of the codebook under which the row was coded or read."),
    "event": ("Event", "Id of the event."),
    "relation": ("Relation to the event", "How the article relates to the event."),
    "others": ("Further events", "Further events that the article names, in the order of the register; a semicolon and a blank between them."),
    "primary": ("Primary frame", "The frame that carries the point of the article."),
    "secondary": ("Secondary frame", "A further frame of the article; their order means nothing in a reading."),
    "confidence": ("Confidence", "How certain the coder is, 1 to 3; of a reading the least of its coders."),
    "coded_at": ("Coded at", "When it was coded (UTC); empty for a reading."),
    "minutes": ("Minutes", "Minutes of work, as far as they were measured."),
    "kind": ("Kind", "What was coded: event, relation, frame or variable."),
    "variable": ("Variable", "Variable of the codebook."),
    "role": ("Role", "Of a frame primary or secondary; of an event main or other."),
    "value": ("Value", "The coded value, as its id."),
    "score": ("Score", "The value as a number, of a variable on a scale."),
    "missing": ("Missing", "Why there is no value."),
    "ground": ("Ground", "attributed: said of the article itself; inferred: follows from how a description characterises the article."),
    "published": ("Published", "Earliest day on which the article may have been published, as now believed."),
    "until": ("Published by", "Latest day on which it may have been published."),
    "cited": ("Cited as of", "The date as the source prints it."),
    "headline": ("Headline", "Headline in English, or else as printed."),
    "article_language": ("Language of the article", "Language (BCP 47)."),
    "source": ("Source", "Id of the source that cites the article."),
    "note": ("Note", "Number of the note of the source."),
    "inclusion": ("Inclusion probability", "With which probability the article was drawn; empty where it was not drawn at random."),
    "draw_stratum": ("Stratum of the draw", "The sample and its stratum that the article was drawn from."),
    "draw_unit": ("Unit of the draw", "What was drawn: the article itself, or the day with all its articles."),
    "draw_taken": ("Units drawn", "How many units were drawn from the stratum."),
    "draw_size": ("Units of the stratum", "How many units the stratum has, days without an article included."),
    "section": ("Section", "Section of the source."),
    "section_quarter": ("Quarter of the section", "The quarter that the section is about."),
    "section_theme": ("Theme of the section", "The source's own theme of that quarter."),
    "ownership": ("Ownership", "Who owns the outlet."),
    "name": ("Name", "Name in English."),
    "name_own": ("Own name", "Name as the outlet writes it."),
    "name_short": ("Short name", "Name in captions."),
    "not_published": ("Days without an issue", "Days on which the outlet did not appear; a semicolon and a blank between them."),
    "groups": ("Groups", "Further groups of the outlet, as name=value; a semicolon and a blank between them."),
    "label": ("Label", "What the event is called in English."),
    "actors": ("Actors", "Who takes part; a semicolon and a blank between them."),
    "first": ("First day", "Earliest day of the event."),
    "last": ("Last day", "Latest day of the event."),
    "uncertain": ("Uncertain", "Whether its date is uncertain."),
    "status": ("Status", "Whether the event happened."),
    "certainty": ("Certainty", "How the event is known."),
    "part_of": ("Part of", "The larger event that it is part of."),
    "salience": ("Salience", "How much the event was noticed."),
    "supports": ("Supports", "The frame, the variable or the event that the evidence supports."),
    "text": ("Evidence", "The evidence itself, short."),
    "lang": ("Language of the evidence", "Language (BCP 47)."),
    "en": ("In English", "What the evidence says in English."),
    "locator": ("Place", "Where in the source."),
}  # fmt: skip
"""Column to its title and the meaning of its cells; some are in several tables."""
ELSEWHERE = {
    ("events", "kind"): ("Kind of event", "What kind of event it is."),
    ("evidence", "kind"): ("Kind of evidence", "quote: the words of the article; paraphrase: those of the coder."),
}
"""Columns that mean something else in one table."""
ASKED = ("event", "confidence")
"""Columns that the codebook labels under their name."""


def fixed_column(table: str, name: str, codebook: Mapping[str, Any]) -> Column:
    """A column that every study has.

    Args:
        table: the table in which it stands.
        name: its name; secondary frames are numbered.
        codebook: names the values of some, and labels them.

    >>> fixed_column("wide", "secondary_2", {"frames": [{"id": "war"}]}).values
    ({'id': 'war'},)
    >>> fixed_column("events", "kind", {"frames": []}).labels
    {'en': 'Kind of event'}
    """
    stem, _, number = name.rpartition("_")
    known = stem if number.isdecimal() else name
    title, definition = ELSEWHERE.get((table, known)) or TEXTS[known]
    label = f"{title} {number}" if known != name else title
    labels = codebook.get(known, {}).get("labels", {}) if known in ASKED else {}
    return Column(name, {**labels, "en": label}, definition, _values(table, known, codebook))


def _values(table: str, name: str, codebook: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The entries of the codebook that the cells of a column name."""
    words = codebook.get("vocabularies", {})
    listed = {
        ("events", "kind"): words.get("event_kinds"),
        (table, "genre"): words.get("genres"),
        (table, "ownership"): words.get("ownership"),
        (table, "primary"): codebook["frames"],
        (table, "secondary"): codebook["frames"],
        (table, "relation"): codebook.get("event", {}).get("relations"),
        (table, "confidence"): codebook.get("confidence", {}).get("values"),
        (table, "missing"): codebook.get("missing"),
    }
    return tuple(listed.get((table, name)) or ())
