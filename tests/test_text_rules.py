"""Texts of records: nothing that cannot be read, seen or told apart stands in them, whoever wrote them."""

import sys
import unicodedata

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import canonical
from framing.study.load import Document
from framing.study.rules.texts import HIDDEN, NEEDED, suspicious, text_faults, visible


def told(text: str, key: str = "a") -> list[tuple[str, str]]:
    record = {key: text}
    found = text_faults(Document("article", "x", 0, canonical.as_file(record), record, untidy=False))
    return [(fault.rule, fault.message) for fault in found]


def rules(text: str, key: str = "a") -> list[str]:
    return [rule for rule, _ in told(text, key)]


ODD = st.sampled_from(" ?\u3000\u200b\u200d\u202e\ufe0f\U000e0100\ufffd\u2800\u3099字かé♥👩\u0915\u094d\n\u2003")


@given(st.text(st.characters(codec="utf-8") | ODD, max_size=20))
def test_text_is_suspected_whenever_it_is_wrong(text: str) -> None:
    """The cheap look at the bytes lets nothing pass that the slow look would tell."""
    record = {"a": text}
    asked = Document("article", "x", 0, canonical.as_file(record), record, untidy=False)
    escaped = asked._replace(raw=b'{"a": "\\u0020"}', record=record)  # a backslash: the slow look, whatever the text
    assert text_faults(asked) == text_faults(escaped)


@pytest.mark.parametrize("mark", ["\u0301", "\u0338", "\u3099", "\u309a", "\u0306", "\u1161", "\u093c"])
@pytest.mark.parametrize("base", "aé=<か\u1100и\u0915")
def test_marks_that_combine_are_suspected(base: str, mark: str) -> None:
    if not unicodedata.is_normalized("NFC", base + mark):
        assert suspicious(orjson.dumps({"a": base + mark}))


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0)])
def test_control_characters_are_told(code: int) -> None:
    """DEL, U+0080 to U+009F and those with a short escape such as \\r once passed."""
    assert rules(f"x{chr(code)}y") == ([] if chr(code) in "\n\t" else ["text_printable"])


VISIBLE = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
"""Signs of numbers and verses, drawn like letters, and those that stack hieroglyphs, which nobody prints otherwise."""


def test_every_sign_that_hides_is_known() -> None:
    """All of Unicode: controls, format characters, separators of lines, selectors, tags and what is no character."""
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        kind = unicodedata.category(char)
        none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        selector = unicodedata.name(char, "").startswith("VARIATION SELECTOR")
        if (kind in ("Cc", "Cf", "Zl", "Zp") and char not in "\t\n" and code not in VISIBLE) or none or selector:
            assert HIDDEN.match(char), f"U+{code:04X}"
        elif HIDDEN.match(char):
            assert kind in ("Lo", "Mn", "Cn"), f"U+{code:04X}"
            assert kind == "Cn" or "FILLER" in unicodedata.name(char) or not unicodedata.name(char).startswith("CJK")


@pytest.mark.parametrize("text", [" ", "\u3000", "\n", "\u200b", "\u2800", "\ufeff \u3000", " " * 25, "\u3164", "\xa0"])
def test_a_text_of_blanks_is_told(text: str) -> None:
    """Only evidence was looked at: a headline, a name or a reason of blanks passed."""
    assert rules(text) == ["text_told"]


def test_what_stands_beside_a_quote_may_be_blank() -> None:
    assert rules("\n", "prefix") == rules(" ", "suffix") == []
    assert rules("") == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Harbour\u202e Post", "202E", 8), ("a\u200bb", "200B", 2), ("a\u00adb", "00AD", 2), ("a\ufeffb", "FEFF", 2),
        ("\u2066a", "2066", 1), ("a\u200db", "200D", 2), ("大\u200d野", "200D", 2), ("A\ufe0f", "FE0F", 2),
        ("a\uffff", "FFFF", 2), ("a\ufdd0", "FDD0", 2), ("a\U0001ffff", "1FFFF", 2), ("a\u2028b", "2028", 2),
        ("a\u3164b", "3164", 2), ("a\U000e0041", "E0041", 2), ("\u200cم", "200C", 1), ("字\ufe00\ufe00", "FE00", 3),
    ],
)  # fmt: skip
def test_a_sign_that_cannot_be_seen_is_told_with_its_place(text: str, code: str, place: int) -> None:
    message = f"character {place} is invisible (U+{code}); remove it"
    assert told(text) == [("text_printable", message)]


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cروم", "ക്\u200dഷ", "අවන්\u200dය", "葛\U000e0100城", "辻\ufe00", "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "ᠠ\u180b", "Post\u3000新聞", "a\u00a0b", "\u06001", "❤\ufe0f",
    ],
)  # fmt: skip
def test_signs_that_a_script_needs_stay(text: str) -> None:
    assert told(text) == []
    assert visible(text) == text


@pytest.mark.parametrize(
    "text", ["????", "Tokyo ???? talks", "«????»", "a\ufffdb", "\ufffc", "??", "?? ??", "12 ???? 3"]
)
def test_what_a_program_lost_is_told(text: str) -> None:
    assert rules(text) == ["text_kept"]


@pytest.mark.parametrize("text", ["?", "Why???", "Who? What?", "本当か????", "What?!????", "a ?? b", "a?b=??"])
def test_questions_stay(text: str) -> None:
    assert told(text) == []


@given(st.text(st.characters(codec="utf-8") | ODD, max_size=20))
def test_what_is_visible_has_nothing_hidden(text: str) -> None:
    shown = visible(unicodedata.normalize("NFC", text))
    assert visible(shown) == shown
    assert not HIDDEN.search(NEEDED.sub("x", shown))
