"""Rules for the characters of every text, whatever it says."""

import re
import unicodedata
from collections.abc import Iterator

from framing.study.faults import Fault, every_value, pointer
from framing.study.load import Document

_HIDDEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(rf"\U000{plane:X}FFFE\U000{plane:X}FFFF" for plane in range(1, 16))
    + r"\U0010fffe\U0010ffff"
)
"""Controls other than tab and line break, signs that reorder or hide their neighbours, fillers, and code points that are
not characters."""
HIDDEN = re.compile(f"[{_HIDDEN}]")

_JOINING = r"\u0600-\u109f\u1780-\u18af\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff"
_PICTURE = r"\xa9\xae\u203c-\u3299\U0001f000-\U0001faff"
NEEDED = re.compile(
    rf"(?![{_HIDDEN}])(?:[{_JOINING}][\u200c\u200d]"
    rf"|[{_PICTURE}]\ufe0f?\u200d(?=[{_PICTURE}])"
    rf"|[0-9#*\xa9\xae\u1000-\u109f\u1820-\u18aa\u203c-\U0003ffff][\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    rf"|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"
)
"""Where a hidden sign belongs to its neighbour: letters of scripts that join, pictures made of several, variants of a
kanji in a name, flags."""

_LOST = re.compile(r"[\ufffc\ufffd]|(?<![^\W_])(?<![?!])\?{4,}|\A(?=.*\?\?)[?\s]+\Z")
"""What programs leave where they lost a character."""
_BLANKS = re.compile(r"[\s\u2800]+")
BESIDE = frozenset({"prefix", "suffix"})
"""Keys whose text is what the article has beside a quote: it may be blank, and the coder cannot change it."""
_MEANT = frozenset({"text_told", "text_kept"})
"""Rules of texts that somebody meant to write."""

_PLAIN = bytes(set(range(128)) - {0x5C, 0x7F})
_MARKED = re.compile(rb"[\\\x7f\xc2\xcc\xcd]")
"""Backslash and DEL; in UTF-8, C2 leads U+0080 to U+009F, CC and CD lead the marks that combine with ASCII letters."""
_OPENING = re.compile(rb'" ')
"""Where a text may begin with a blank; a pattern finds two signs in half the time that ``in`` takes."""
_BLANK = re.compile(
    rb'"(?=[ \xe1-\xe3])(?: |\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\xe2\xa0\x80|\xe3\x80\x80)+"'
)
"""Texts of nothing but blanks that JSON does not escape."""


def text_faults(document: Document) -> list[Fault]:
    r"""What is wrong with the texts of a record, whatever their meaning.

    A text is composed (NFC), so that equal words are equal bytes; it has something to read, holds nothing that cannot
    be seen, and nothing that stands for characters which some program lost.

    >>> record = {"name": "Harbour\u202e Post"}
    >>> raw = b'{"name": "Harbour\xe2\x80\xae Post"}'
    >>> print(text_faults(Document("outlets", "x.json", 0, raw, record, untidy=False))[0])
    x.json::/name: character 8 is invisible (U+202E); remove it
    """
    if not suspicious(document.raw):
        return []
    return [
        document.fault(pointer(path), rule, message)
        for path, text in every_value(document.record)
        if isinstance(text, str)
        for rule, message in _wrong(text)
        if rule not in _MEANT or path[-1] not in BESIDE
    ]


def suspicious(raw: bytes) -> bool:
    """Whether the texts in some JSON may have faults: a cheap look that lets most records pass."""
    rest = raw.translate(None, _PLAIN)
    if b"?" in raw and b"??" in raw:  # one sign is found far faster than two
        return True
    if not rest:
        return bool(_OPENING.search(raw) and _BLANK.search(raw))
    if _MARKED.search(rest) or _BLANK.search(raw):
        return True
    foreign = rest.decode()
    return bool(HIDDEN.search(foreign) or _LOST.search(foreign)) or not unicodedata.is_normalized("NFC", foreign)


def visible(text: str) -> str:
    r"""The text without the signs that cannot be seen, save those that belong to their neighbours.

    >>> visible("ferry\u200b line\u00ad"), visible("葛\U000e0100城") == "葛\U000e0100城"
    ('ferry line', True)
    """
    if not HIDDEN.search(text):
        return text
    masked = _masked(text)
    return "".join(char for char, shown in zip(text, masked, strict=True) if not HIDDEN.match(shown))


def _masked(text: str) -> str:
    """The text with a letter for each sign of the places where hidden signs are needed."""
    return NEEDED.sub(lambda found: "x" * len(found[0]), text)


def _wrong(text: str) -> Iterator[tuple[str, str]]:
    """Rule and message of everything that is wrong with one text."""
    if not unicodedata.is_normalized("NFC", text):
        yield "text_composed", _decomposed(text)
    masked = _masked(text)
    if text and not _BLANKS.sub("", HIDDEN.sub("", masked)):
        yield "text_told", "there is nothing here but blanks; write what is meant, or remove the key if it is optional"
    elif hidden := HIDDEN.search(masked):
        message = f"character {hidden.start() + 1} is invisible (U+{ord(hidden[0]):04X}); remove it"
        yield "text_printable", message
    if lost := _LOST.search(text):
        what = f"U+{ord(lost[0]):04X}" if lost[0] in "\ufffc\ufffd" else repr(lost[0].strip())
        message = f"{what} at character {lost.start() + 1} stands for what a program lost; type it again"
        yield "text_kept", message


def _decomposed(value: str) -> str:
    composed = unicodedata.normalize("NFC", value)
    at = next((at for at, pair in enumerate(zip(value, composed, strict=False)) if pair[0] != pair[1]), len(composed))
    alone = unicodedata.is_normalized("NFC", value[at])
    codes = " ".join(f"U+{ord(char):04X}" for char in value[at : at + 1 + alone])
    return f"looks like {composed[at : at + 1]!r} at character {at + 1}, but is written {codes}; type it again"
