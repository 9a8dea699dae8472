"""Why bytes are not JSON, for people who do not program, with line and column."""

import json
import re

from framing.study.encoding import ENCODINGS, likely, marked
from framing.study.faults import Fault

DEEP = "not a record: brackets are nested more than 250 deep"


def fault(raw: bytes, file: str, line: int) -> Fault:
    """Why the bytes are not JSON, with line and column."""
    if (mark := marked(raw)) or raw.count(0) > len(raw) / 4:
        unicode = mark or "utf-16"
        return Fault(file, line or 1, "", "encoding", f"is not UTF-8 but {unicode.upper()}; save it as UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        at = raw.count(b"\n", 0, error.start) + 1
        name = likely(raw)
        guess = f" but probably {name} ({ENCODINGS[name].users})" if name else ""
        return Fault(file, line or at, "", "encoding", f"is not UTF-8{guess}; save it as UTF-8")
    if not text.strip():
        empty = "is an empty line; remove it" if line else "is empty; a record is a JSON object {…}"
        return Fault(file, line, "", "json", empty)
    if line and "\r" in text.strip():
        message = "not JSON: the lines end in carriage returns (U+000D); save it with Unix or Windows line ends"
        return Fault(file, line, "", "json", message)
    at, message = _damage(text) or _trouble(text)
    return Fault(file, line or at, "", "json", message + ("; in .jsonl every record is one line" if line else ""))


def no_object(value: object, file: str, line: int) -> Fault:
    """JSON that is not a record."""
    names = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    message = f"a record is a JSON object {{…}}, not {names.get(type(value), 'null')}"
    return Fault(file, line, "", "json_object", message)


def _damage(text: str) -> tuple[int, str] | None:
    """Line and description of damage that nobody typed, which a parser would call a missing quote or value."""
    if "\0" in text:
        line, column = _place(text, text.index("\0"))
        return line, f"not JSON: the character at column {column} is invisible (U+0000); remove it"
    if mark := re.search("^(<{7}|={7}|>{7})( |$)", text, re.MULTILINE):
        line, _ = _place(text, mark.start())
        return (
            line,
            f"not JSON: two versions were merged and both are here, from {mark[1]}; keep one, without the marks",
        )
    return None


def _trouble(text: str) -> tuple[int, str]:
    """Line and description of why a text is not JSON."""
    try:
        json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        start, words = _words(error)
        at, column = _place(text, start)
        return at, f"not JSON: {words} (column {column})"
    except RecursionError:
        return 0, DEEP
    except _NoValueError as error:
        name = str(error)
        advice = f"{name} is not a value; write null, or one of the codebook's missing values"
        return _line_of(rf"(?<=[:,\[\s]){name}", text), f"not JSON: {advice}"
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        return 0, f"not JSON: {LARGE}"
    half = r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
    if match := re.search(half, text):
        return _line_of(half, text), f"not JSON: {match.group()} is half of a character; type the character itself"
    return 0, f"not JSON: {LARGE}"


def _place(text: str, start: int) -> tuple[int, int]:
    """Line and column of a character, counted from 1."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


LARGE = "it holds a number that is too large"


class _NoValueError(ValueError):
    """NaN and its kind, which Python's parser would let pass."""


def _line_of(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    return text.count("\n", 0, match.start()) + 1 if match else 0


def _refuse_constant(name: str) -> None:
    raise _NoValueError(name)


QUOTES = "'‘’‚“”„«»‹›「」『』＂"
WIDE = {"：": ":", "，": ",", "、": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "\u3000": "an ordinary space"}
"""What keyboards and word processors write where JSON wants plain characters."""


def _words(error: json.JSONDecodeError) -> tuple[int, str]:
    """Place and complaint of Python's parser, in words for people who do not program."""
    here, text = error.pos, error.doc
    sign = text[here : here + 1]
    comma = re.compile(r",\s*([\]}])").match(text, text.rfind(",", 0, here + 1))
    if comma and comma.end() > here:
        return comma.start(), f"remove the comma before {comma.group(1)}"
    if sign and sign in QUOTES:
        return here, f'{sign} is used where a straight double quote " is needed'
    if sign in WIDE:
        return here, f"{sign!r} is used where {WIDE[sign]} is needed"
    if not text[here:].strip():
        return here, "the text ends before the record does; close every bracket and quote"
    return here, next((words for start, words in COMPLAINTS.items() if error.msg.startswith(start)), error.msg)


COMPLAINTS = {
    "Expecting ',' delimiter": "a comma is missing before this place",
    "Expecting ':' delimiter": "a colon is missing between key and value",
    "Expecting property name": 'a key in straight double quotes " is expected here',
    "Expecting value": 'a value is expected here: a text in straight double quotes ", a number, true, false or null',
    "Invalid control character": 'a text is not closed by a straight double quote " where its line ends '
    "(or it contains a tab); to break a line inside a text, write \\n",
    "Invalid \\": "there is a single backslash in a text; write it twice",
    "Unterminated string": 'the text that begins here is not closed by a straight double quote "',
    "Extra data": "the record ends before this place; remove what follows it",
}
