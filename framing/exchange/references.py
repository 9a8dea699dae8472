"""What the formats of reference managers have in common: names turned round, titles with marks, kinds that are not articles."""

import json
import re
from collections.abc import Mapping
from typing import Any

from framing.exchange import decoded
from framing.exchange.clipping import Export, Medium, NotReadableError

ABSTRACT = "an abstract is left out: it is not the article's text"
_JOINED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts in which the family name comes first, and no blank follows it."""
_MARKS = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>", re.IGNORECASE)


def name(family: str, given: str) -> str:
    """A name as it is printed.

    >>> name("樋口", "直人"), name("Larrabee", "F. Stephen")
    ('樋口直人', 'F. Stephen Larrabee')
    """
    joined = f"{family.strip()}{given.strip()}" if _JOINED.search(family) else f"{given.strip()} {family.strip()}"
    return joined.strip()


def turned(inverted: str) -> str:
    """A name that is filed under the family name, as it is printed.

    >>> turned("Larrabee, F. Stephen"), turned("King, Martin Luther, Jr."), turned("Reuters")
    ('F. Stephen Larrabee', 'Martin Luther King, Jr.', 'Reuters')
    """
    family, *rest = (part.strip() for part in inverted.split(","))
    return ", ".join([name(family, rest[0]), *rest[1:]]) if rest else family


def plain(title: str) -> str:
    """A title without the marks of italics and the like.

    >>> plain('On <i>Izvestia</i> and 1 < 2')
    'On Izvestia and 1 < 2'
    """
    return _MARKS.sub("", title)


def said(value: Any) -> str:
    """A value of JSON as text; empty for what is neither text nor a number."""
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def texts(record: Mapping[str, Any]) -> dict[str, str]:
    """The values of a record that are texts or numbers, as text."""
    return {key: text for key, value in record.items() if (text := said(value))}


def medium(of_kind: Medium, page: str) -> Medium:
    """The medium of a kind of reference; one that may stand in print or on the web was in print if it has a page."""
    return "print" if of_kind == "unknown" and page else of_kind


def left_out(abstract: str) -> tuple[str, ...]:
    """What is remarked of a reference that has an abstract: it is not kept, for codings rest on what the article says.

    >>> left_out(""), left_out("Of ferries.")
    ((), ("an abstract is left out: it is not the article's text",))
    """
    return (ABSTRACT,) if abstract.strip() else ()


def other_kind(kind: str) -> str:
    """What is said of a reference that is not an article.

    >>> other_kind("chapter")
    "is filed as 'chapter', not as an article of a newspaper or magazine, and is left out; file it otherwise if it is one"
    """
    filed = (
        f"is filed as {kind[:40]!r}, not as an article of a newspaper or magazine"
        if kind
        else "does not say what kind of item it is"
    )
    return f"{filed}, and is left out; file it otherwise if it is one"


def parsed(export: Export) -> Any:
    """The value of a JSON file.

    Raises:
        NotReadableError: when it is not JSON, or its encoding is not certain.
    """
    text, _ = decoded.text(export)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotReadableError(f"{export.name} is damaged or cut off: no JSON at {where}; export it again") from error
    except (RecursionError, ValueError) as error:
        raise NotReadableError(
            f"{export.name} is nested deeper, or has longer numbers, than any export; export it again"
        ) from error
