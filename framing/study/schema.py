"""The schemas of a study: those that ship with the tool, and the one compiled from the codebook."""

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

Schema = dict[str, Any]

FIXED = ("article", "codebook", "coders", "events", "outlets", "searches", "sources")
"""Kinds whose schema is the same in every study."""

WORDS, CHARACTERS = 25, 75
"""How long a piece of evidence may be; characters are counted in languages that put no space between words."""
UNSPACED = frozenset({"ja", "zh"})

ID = "^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"
VERSION = "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
TIME = "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$"
"""Narrower than RFC 3339, which also knows leap seconds and the year 0, which calendars of computers do not."""


def shipped(name: str) -> Traversable:
    """A folder or file that ships with the tool: inside the package when installed, beside it in a clone.

    >>> shipped("schemas").joinpath("article.schema.json").is_file()
    True
    """
    package = files("framing")
    inside = package.joinpath(name)
    return inside if inside.is_dir() or inside.is_file() else package.joinpath("..", name)


def fixed(kind: str) -> Schema:
    """The schema of a kind that is the same in every study."""
    schema: Schema = json.loads(fixed_text(kind))
    return schema


def fixed_text(kind: str) -> str:
    """The same schema as the text of its file."""
    return shipped("schemas").joinpath(f"{kind}.schema.json").read_text(encoding="utf-8")


def compiled(codebook: dict[str, Any]) -> Schema:
    """The schema of a coding under one codebook, with its definitions, so that an editor shows them.

    Args:
        codebook: a valid codebook.

    Returns:
        A JSON Schema 2020-12 whose vocabularies are the frames and values of the codebook, in its order.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:framing:coding:{codebook['id']}:{codebook['version']}",
        "title": f"Coding under {codebook['title']['en']} {codebook['version']}",
        "description": "How one coder read one article. Judgement only, no bibliography. Compiled from "
        "codebook.json by `framing codebook build`; do not edit.",
        **_object(
            {**_circumstances(), **_judgements(codebook), **_remarks(codebook["confidence"])},
            optional=("$schema", "minutes", "text_sha256", "memo", "decisions"),
        ),
        "if": {"properties": {"phase": {"const": "adjudicated"}}},
        "then": {"$comment": "an adjudicated record lists what it settled", "required": ["decisions"]},
        "else": {"$comment": "only an adjudicated record settles anything", "properties": {"decisions": False}},
    }


def _circumstances() -> Schema:
    """Who coded what, when, and by which version."""
    return {
        "$schema": {"description": "The schema of this file, by relative path.", "type": "string"},
        "article": _text("The article; an id of coded/articles.", pattern=ID),
        "coder": _text("Who coded; an id of coders.json.", pattern=ID),
        "codebook": _text("Version of the codebook that was used.", pattern=VERSION),
        "phase": {
            "description": "training and pilot are never reported; main is independent and final; adjudicated "
            "settles disagreements of the main phase.",
            "enum": ["training", "pilot", "main", "adjudicated"],
        },
        "coded_at": _text("When it was coded, with time zone.", format="date-time", pattern=TIME),
        "minutes": {
            "description": "Minutes of work, or null when they were not measured.",
            "type": ["number", "null"],
            "minimum": 0,
            "default": None,
        },
    }


def _judgements(codebook: dict[str, Any]) -> Schema:
    frames, variables = codebook["frames"], codebook["variables"]
    return {
        "event": _event(codebook["event"]),
        "frames": _frames(codebook["frames_rule"], frames),
        "values": _object(
            {variable["id"]: _variable(variable) for variable in variables},
            description="One entry for every variable of the codebook; a missing value says why.",
        ),
        "evidence": {
            "description": f"What supports the judgements: at most {WORDS} words each ({CHARACTERS} characters in Japanese).",
            "type": "array",
            "items": _evidence(["event", *(entry["id"] for entry in (*frames, *variables))]),
            "minItems": 1,
        },
    }


def _remarks(confidence: Schema) -> Schema:
    return {
        "text_sha256": _text(
            "The text that offsets count in, when it was at hand: SHA-256 of its UTF-8, composed (NFC), "
            "with LF between lines. The text itself is nowhere in the study.",
            pattern="^[0-9a-f]{64}$",
        ),
        "confidence": _choice(confidence, confidence["values"]),
        "memo": _text("Anything worth remembering; may be empty.", default=""),
        "decisions": {
            "description": "In an adjudicated record only: one entry per value that the coders disagreed on.",
            "type": "array",
            "items": _decision(),
        },
    }


def compiled_text(codebook: dict[str, Any]) -> str:
    """The compiled schema as the text of ``coding.schema.json``."""
    return json.dumps(compiled(codebook), ensure_ascii=False, indent=2) + "\n"


def _object(properties: Schema, optional: tuple[str, ...] = (), description: str = "") -> Schema:
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _text(description: str, **keywords: Any) -> Schema:
    return {"description": description, "type": "string", **keywords}


def _choice(entry: Schema, values: list[Schema]) -> Schema:
    """An enumeration with the title and definition of each value, in the words that editors look for."""
    return {
        **({"title": entry["labels"]["en"]} if "labels" in entry else {}),
        "description": entry["definition"],
        "enum": [value["id"] for value in values],
        "enumDescriptions": [f"{value['labels']['en']}: {value['definition']}" for value in values],
    }


def _variable(variable: Schema) -> Schema:
    missing = [
        {"id": name, "labels": {"en": "Missing"}, "definition": name.replace("_", " ")} for name in variable["missing"]
    ]
    described = {**variable, "definition": f"{variable['question']} {variable['definition']}"}
    return _choice(described, variable["values"] + missing)


def _event(entry: Schema) -> Schema:
    return _object(
        {
            "id": {
                "description": "The event that the article is about; an id of events.json, or null.",
                "type": ["string", "null"],
                "pattern": ID,
            },
            "relation": _relation(entry["relations"]),
        },
        description=entry["definition"],
    ) | {
        "if": {"properties": {"id": {"const": None}}},
        "then": {"$comment": "without an event there is no relation", "properties": {"relation": {"const": None}}},
        "else": {"$comment": "say how it relates to the event", "properties": {"relation": {"not": {"const": None}}}},
    }


def _relation(relations: list[Schema]) -> Schema:
    choice = _choice({"definition": "How the article relates to it; null without an event."}, relations)
    choice["enum"].append(None)
    choice["enumDescriptions"].append("No event.")
    return choice


def _frames(rule: Schema, frames: list[Schema]) -> Schema:
    return _object(
        {
            "primary": {"title": "Primary frame", **_choice(rule, frames)},
            "secondary": {
                "title": "Secondary frames",
                "description": "Further frames, each with a claim of its own.",
                "type": "array",
                "items": _choice({"definition": "A frame of the codebook."}, frames),
                "maxItems": rule["max_secondary"],
                "uniqueItems": True,
            },
        },
        description=rule["definition"],
    )


def _evidence(supported: list[str]) -> Schema:
    offset = {"type": "integer", "minimum": 0}
    kinds = "quote: the article's own words, with offsets; paraphrase: the coder's words, with a locator."
    return {
        **_object(
            {
                "supports": {
                    "description": "The frame, the variable or the event that it supports.",
                    "enum": supported,
                },
                "kind": {"description": kinds, "enum": ["quote", "paraphrase"]},
                "text": _text("The evidence itself.", minLength=3),
                "lang": _text("Language of the text (BCP 47).", pattern=LANGUAGE),
                "en": _text("What it says in English, where it is in another language.", minLength=3),
                "locator": _text("Where in the source, for example 'note 9'.", minLength=1),
                "start": {"description": "Offset in Unicode code points, from 0.", **offset},
                "end": {"description": "Offset behind the last code point.", **offset},
                "prefix": _text("Up to 32 code points before the quote.", maxLength=32),
                "suffix": _text("Up to 32 code points behind the quote.", maxLength=32),
            },
            optional=("en", "locator", "start", "end", "prefix", "suffix"),
        ),
        "if": {"properties": {"kind": {"const": "quote"}}},
        "then": {"$comment": "a quote says where it stands", "required": ["start", "end"]},
        "else": {"$comment": "a paraphrase says where its support stands", "required": ["locator"]},
    }


def _decision() -> Schema:
    return _object(
        {
            "value": _text("JSON Pointer to the value that was settled.", pattern="^(/[a-z0-9._-]+)+$"),
            "by": _text("Who settled it; an id of coders.json.", pattern=ID),
            "follows": _text("The coder whose value was taken, or neither.", pattern=ID),
            "reason": {
                "description": "Why the coders differed.",
                "enum": ["ambiguous_source", "codebook_gap", "slip", "translation"],
            },
            "comment": _text("The argument, in one or two sentences.", minLength=10),
        }
    )
