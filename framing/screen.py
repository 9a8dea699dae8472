"""Lines of codings that surely have no fault, told at a glance.

A large study is mostly clean lines, and asking a clean line about every rule costs far more than parsing it. So each
line is first held against the grammar of clean lines, and its record against the few questions below; what passes is
done. All others, faulty or merely uncommon, go the long way, where every rule is a function of its own and says what
is wrong. Whether a rule is kept is decided there alone: here stands only what is sufficient for all rules to be kept,
and a property test holds that no line passes of which any rule complains.
"""

import re
from typing import Any

import orjson

from framing.index import ArticleFacts, EventFacts, Index
from framing.rules.codings import WORDS, too_long
from framing.rules.complaint import MISSING

Record = dict[str, Any]


def clean(raw: bytes, coder: str, grammar: re.Pattern[str], index: Index) -> Record | None:
    """The coding in a line that surely has no fault, or None when that is to be looked into.

    Args:
        raw: the line, with its line break.
        coder: whose file it stands in.
        grammar: the clean lines of the schema of codings; see ``framing.grammar``.
        index: all that comes before the line.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    if not grammar.fullmatch(text):
        return None
    record: Record = orjson.loads(raw)
    return record if record["coder"] == coder and fits(record, index) and supported(record) else None


def fits(coding: Record, index: Index) -> bool:
    """Whether a coding that keeps its schema surely keeps the rules that ask for other records."""
    name, by = coding["article"], coding["coder"]
    article, coder = index.articles.get(name), index.coders.get(by)
    if article is None or coder is None or name in index.coded[by] or coding["codebook"] not in index.versions:
        return False
    if "decisions" in coding or coder.get("adjudicator", False):
        return False
    for constraint in index.constraints(article):
        for variable, allowed in constraint["require"].items():
            if coding["values"].get(variable) not in allowed:
                return False
    event = coding["event"]
    if event["id"] is None:
        return True
    known = index.events.get(event["id"])
    return known is not None and _in_time(event["relation"], article, known)


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
        if len(text) > WORDS and too_long(text, item["lang"]):
            return False
    return not bare
