"""The schemas of a study: those that ship with the tool, and the one compiled from the codebook."""

import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from framing.study.levels import LEVELS, listed

Schema = dict[str, Any]

FIXED = (
    "article",
    "claims",
    "codebook",
    "coders",
    "events",
    "map",
    "migration",
    "outlets",
    "questions",
    "samples",
    "searches",
    "sources",
    "translation",
)
"""Kinds whose schema is the same in every study."""

WORDS, CHARACTERS = 25, 75
"""How long a piece of evidence may be; characters are counted in languages that put no space between words."""
UNSPACED = frozenset({"ja", "zh"})

ID = "^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"
VERSION = "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
TIME = "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$"
"""Narrower than RFC 3339, which also allows leap seconds and the year 0; computer calendars do not."""
HASH = "^[0-9a-f]{64}$"
POINTER = "^(/[a-z0-9._-]+)+$"


def major(version: str) -> int:
    """The number of a version of a codebook that rises when answers come to mean something else.

    >>> major("2.10.1")
    2
    """
    return int(version.partition(".")[0])


def numbers(version: str) -> list[int]:
    """A version as numbers, which have an order.

    >>> numbers("1.10.0") > numbers("1.9.3")
    True
    """
    return [int(part) for part in version.split(".")]


def meaning(coding: Mapping[str, Any]) -> int:
    """What a coding means, as ``major`` of the version that its coder had in view: bringing it on makes no other of it.

    >>> meaning({"codebook": "2.0.1", "coded_under": "1.1.0"}), meaning({"codebook": "2.0.1"})
    (1, 2)
    """
    return major(coding.get("coded_under", coding["codebook"]))


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
        A JSON Schema 2020-12 whose vocabularies are the frames and values of the codebook, in its order; what is the same
        under every codebook stands in ``coding.json``.
    """
    schema: Schema = json.loads(files("framing.study").joinpath("coding.json").read_text(encoding="utf-8"))
    frames, variables, rule = codebook["frames"], codebook["variables"], codebook["frames_rule"]
    schema["$id"] = f"urn:framing:coding:{codebook['id']}:{codebook['version']}"
    schema["title"] = f"Coding under {codebook['title']['en']} {codebook['version']}"
    parts = schema["properties"]
    parts["confidence"] = _choice(codebook["confidence"], codebook["confidence"]["values"])
    parts["event"]["description"] = codebook["event"]["definition"]
    relation, relations = parts["event"]["properties"]["relation"], listed(codebook["event"]["relations"])
    relation |= {name: [*relations[name], *relation[name]] for name in relations}
    parts["frames"]["description"] = rule["definition"]
    parts["frames"]["properties"]["primary"] |= _choice(rule, frames)
    parts["frames"]["properties"]["secondary"]["items"] |= listed(frames)
    parts["frames"]["properties"]["secondary"]["maxItems"] = rule["max_secondary"]
    parts["values"]["properties"] = {variable["id"]: _variable(variable) for variable in variables}
    parts["values"]["required"] = [variable["id"] for variable in variables]
    parts["inferred"]["items"]["enum"] = [variable["id"] for variable in variables]
    parts["evidence"]["description"] = parts["evidence"]["description"].format(words=WORDS, characters=CHARACTERS)
    parts["evidence"]["items"]["properties"]["supports"]["enum"] += [entry["id"] for entry in (*frames, *variables)]
    return schema


def compiled_text(codebook: dict[str, Any]) -> str:
    """The compiled schema as the text of ``coding.schema.json``."""
    return json.dumps(compiled(codebook), ensure_ascii=False, indent=2) + "\n"


def _choice(entry: Schema, values: list[Schema]) -> Schema:
    """An enumeration with the title and definition of each value, in the words that editors look for."""
    title = {"title": entry["labels"]["en"]} if "labels" in entry else {}
    return {**title, "description": entry["definition"], **listed(values)}


def _variable(variable: Schema) -> Schema:
    described = f"{variable['question']} {variable['definition']}"
    return {"title": variable["labels"]["en"], "description": described, **LEVELS[variable["level"]].answer(variable)}
