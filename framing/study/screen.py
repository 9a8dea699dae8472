"""Lines of codings that surely have no fault, told at a glance.

A large study is mostly clean lines, and asking a clean line about every rule costs far more than parsing it. So each
line is first held against the grammar of clean lines, and its record against the few questions below; what passes is
done. All others, faulty or merely uncommon, go the long way, where every rule is a function of its own and says what
is wrong. Whether a rule is kept is decided there alone: here stands only what is sufficient for all rules to be kept,
and a property test holds that no line passes of which any rule complains.
"""

import re
from collections.abc import Callable
from typing import Any

import orjson

from framing.study.defaults import Defaults, filled
from framing.study.index import ArticleFacts, EventFacts, Index
from framing.study.levels import MISSING
from framing.study.rules.codings import WORDS, too_long

Record = dict[str, Any]


def glance(
    coder: str, grammar: re.Pattern[str], optional: Defaults | None, index: Index
) -> Callable[[bytes], Record | None]:
    """A look at the lines of one coder: the coding in a line that surely has no fault, or None for all others.

    What is the same for all lines of a file is asked once, so that a line costs little more than its parsing.

    Args:
        coder: whose file the lines stand in.
        grammar: the clean lines of the schema of codings; see ``framing.study.grammar``.
        optional: what its keys mean where they are missing; see ``framing.study.defaults``.
        index: the codebook, the registers and all articles; a coding that passes is added to it.
    """
    known = index.coders.get(coder)
    if known is None or known.get("adjudicator", False):
        return lambda _: None
    matches = grammar.fullmatch
    articles, events, versions, coded = index.articles, index.events, index.versions, index.coded[coder]

    def coding(raw: bytes) -> Record | None:
        if (b"?" in raw and b"??" in raw) or not matches(str(raw, "utf-8", "replace")):  # what is lost leaves ????
            return None
        record: Record = orjson.loads(raw)
        name, event = record["article"], record["event"]
        article, happening = articles.get(name), events.get(event["id"])
        if article is None or name in coded or record["coder"] != coder or record["codebook"] not in versions:
            return None
        if article.day > record["coded_at"]:  # an unknown day, "None", is later than every time
            return None
        if event["id"] is not None and not (happening and _in_time(event["relation"], article, happening)):
            return None
        bound = article.constraints
        if "decisions" in record or (bound and not _constrained(record, bound)) or not supported(record):
            return None
        coded.add(name)
        whole: Record = filled(record, optional)
        return whole

    return coding


def _constrained(coding: Record, constraints: list[Record]) -> bool:
    for constraint in constraints:
        for variable, allowed in constraint["require"].items():
            if coding["values"].get(variable) not in allowed:
                return False
    return True


def _in_time(relation: str, article: ArticleFacts, event: EventFacts) -> bool:
    if event.status != "happened":
        return True
    if relation == "previews":
        return article.first is not None and event.last is not None and article.first <= event.last
    return article.last is not None and event.first is not None and article.last >= event.first


def supported(coding: Record) -> bool:
    """Whether a coding that keeps its schema surely keeps the rules on frames and their evidence."""
    frames, values = coding["frames"], coding["values"]
    primary, secondary = frames["primary"], frames["secondary"]
    if primary in secondary:
        return False
    bare = True
    for item in coding["evidence"]:
        name, text = item["supports"], item["text"]
        if name == primary:
            bare = False
        elif name == "event":
            if coding["event"]["id"] is None:
                return False
        elif name not in secondary and values.get(name, "unknown") in MISSING:
            return False
        if item["kind"] == "quote" and item["end"] - item["start"] != len(text):
            return False
        if ("en" in item and not item["en"].isascii()) or (len(text) > WORDS and too_long(text, item["lang"])):
            return False
    return not bare
