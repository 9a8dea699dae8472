"""What is wrong, in the language of whoever is asked or codes.

``framing check`` speaks English, and so do all faults. Those that a person meets in a dialogue in another language have their
sentences in the words of each language: the English one tells which it is, and what it speaks of.
"""

import re
from collections.abc import Iterator
from functools import cache

from framing.words import FIRST, words

_PLACE = re.compile(r"\\\{([a-z]+)\\\}")
_ENDS = ("or_meant", "or_meant_bare", "or_known_more", "or_known")
"""Sentences that stand behind others: which names would be right."""


def in_language(message: str, language: str) -> str:
    """A message in another language; in English where the language has no sentence for it.

    >>> in_language("5 is not allowed here; it must be a text", "ja")
    '5 はここに書けません。文字列でなければなりません'
    >>> in_language("the key 'txts' does not belong here; did you mean 'texts'?", "ru")
    'ключу «txts» здесь не место; может быть, «texts»?'
    >>> in_language("something that nobody foresaw", "ja")
    'something that nobody foresaw'
    """
    return next(_found(message, language), message) if language != FIRST else message


def _found(message: str, language: str) -> Iterator[str]:
    other = words("faults", language)
    for name, pattern in _patterns():
        if found := pattern.fullmatch(message):
            end = found["end"] or ""
            values = {key: _quoted(text, language) for key, text in found.groupdict().items() if key != "end"}
            yield other[name].format(**values) + (in_language(end, language) if end else "")


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Each English sentence as a pattern, those with most to recognise them by first."""
    texts = sorted(words("faults", FIRST).items(), key=lambda item: -len(re.sub(r"\{[a-z]+\}", "", item[1])))
    ends = "|".join(re.escape(words("faults", FIRST)[name].partition("{")[0]) for name in _ENDS)
    found = []
    for name, text in texts:
        plain = re.escape(text.replace("{{", "\0").replace("}}", "\1")).replace("\0", r"\{").replace("\1", r"\}")
        pattern = _PLACE.sub(lambda place: f"(?P<{place[1]}>.*?)", plain)
        tail = "(?P<end>)" if name in _ENDS else f"(?P<end>(?:{ends}).*)?"
        found.append((name, re.compile(pattern + tail, re.DOTALL)))
    return found


def _quoted(text: str, language: str) -> str:
    """Names in the quotation marks of a language."""
    marks = words("faults", language)["marks"]
    return re.sub(r"'([^']*)'", lambda name: f"{marks[0]}{name[1]}{marks[1]}", text)
