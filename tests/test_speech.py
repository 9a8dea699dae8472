"""The words of the pages: three languages that say the same, and arguments that land where a language wants them."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from framing.report.blocks import Link, Number, Run
from framing.report.speech import PIECES, Count, Points, Share, Target, plain, speech, split
from framing.words import page_languages, page_texts

SOURCES = [(language, text) for language in page_languages() for text in page_texts(language)]


class _Used(Visitor):
    """What a message is made from: its arguments, the tags of its links, and whether it says anything."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(f"${node.id.name}")

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802
        texts = [part.value if isinstance(part, ast.TextElement) else "…" for part in node.elements]
        self.names |= {f"<{found['name']}>" for found in PIECES.finditer("".join(texts)) if found["name"]}
        self.generic_visit(node)


def _messages(text: str) -> Iterator[ast.Message]:
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), f"not Fluent: {entry.content}"
        if isinstance(entry, ast.Message):
            yield entry


def _used(language: str) -> dict[str, set[str]]:
    found = {}
    for text in page_texts(language):
        for message in _messages(text):
            assert message.id.name not in found, f"{message.id.name} stands twice in {language}"
            used = _Used()
            used.visit(message)
            found[message.id.name] = used.names
    return found


@pytest.mark.parametrize("language", page_languages())
def test_every_language_has_the_same_messages_with_the_same_arguments(language: str) -> None:
    assert _used(language) == _used("en")


@pytest.mark.parametrize(("language", "text"), SOURCES)
def test_no_message_holds_what_stands_for_an_argument(language: str, text: str) -> None:
    assert not [sign for sign in text if "\ue000" <= sign <= "\uf8ff" or "\u2066" <= sign <= "\u2069"], language


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("en", 1, "1 record"), ("en", 1485, "1,485 records"), ("ja", 3, "記録 3 件"),
        ("ru", 1, "1 запись"), ("ru", 3, "3 записи"), ("ru", 12, "12 записей"), ("ru", 21, "21 запись"),
    ],
)  # fmt: skip
def test_a_count_chooses_its_plural(language: str, count: int, told: str) -> None:
    assert speech(language).text("records-behind", records=count) == told


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        (
            "en",
            ["frame is A; in brackets, its 95% interval.", "1 has fewer.", "1 article without a date is not shown."],
            ["frames are A; in brackets, 95% intervals.", "2 have fewer.", "2 articles without a date are not shown."],
        ),
        (
            "ja",
            ["フレームはAである（［ ］内は95%区間）。", "ほかの1媒体は記事がより少ない。", "日付のない1件は示していない。"],
            ["フレームはAである（［ ］内は95%区間）。", "ほかの2媒体は記事がより少ない。", "日付のない2件は示していない。"],
        ),
        (
            "ru",
            ["основной фрейм A; в скобках — 95 %-й интервал.", "ещё у 1 издания статей меньше.", "1 статья без даты не показана."],
            ["основные фреймы A; в скобках — 95 %-е интервалы.", "ещё у 2 изданий статей меньше.", "2 статьи без даты не показаны."],
        ),
    ],
)  # fmt: skip
def test_one_is_told_as_one(language: str, one: list[str], several: list[str]) -> None:
    """What stands in brackets, which only says what the word means, is left out here."""
    say, frames = speech(language), Target("frames", "frames")
    for number, told in ((1, one), (2, several)):
        leading = say("brief-leading-shares", of=20, many=number, named="A", frames=frames)
        said = [
            re.sub(r" ?[（(][^（(]*(?:turns on|держится статья|держатся статьи|フレーム次元)[)）]", "", plain(leading))
        ]
        said += [say.text("figures-over-time-some", shown=8, fewer=number)]
        said += [say.text("figures-over-time-undated", articles=number)]
        assert all(each.endswith(end) for each, end in zip(said, told, strict=True)), said


def test_a_part_of_a_page_lands_in_its_place_in_every_language() -> None:
    number = Count(3, ("a", "b", "c"))
    for language, place in (("en", 0), ("ja", 1), ("ru", 0)):
        said = speech(language)("records-behind", records=number)
        assert said[place] == Number("3", number.records)


@pytest.mark.parametrize(("language", "told"), [("en", "A, B and C"), ("ja", "A、B、C"), ("ru", "A, B и C")])
def test_lists_are_told_as_the_language_tells_them(language: str, told: str) -> None:
    said = speech(language).listed(["A", Link("B", "b"), Run("C", "en")])
    assert plain(said) == told
    assert [part for part in said if not isinstance(part, str)] == [Link("B", "b"), Run("C", "en")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["9 February 2014", "31%", "+13", "−50", "0", "9.5", "1,485"]),
        ("ja", ["2014年2月9日", "31%", "+13", "−50", "0", "9.5", "1,485"]),
        ("ru", ["9 февраля 2014\u202fг.", "31\xa0%", "+13", "−50", "0", "9,5", "1\xa0485"]),
    ],
)
def test_values_are_written_as_the_language_writes_them(language: str, told: list[str]) -> None:
    values = [date(2014, 2, 9), Share(0.309), Points(0.126), Points(-0.5), Points(-0.001), 9.5, 1485]
    said = (plain(speech(language)("title-compared", event=value)) for value in values)
    assert [re.split("[:：] ?", text)[1] for text in said] == told


def test_what_an_argument_says_is_never_read_as_a_message() -> None:
    evil = "{ $x } <b>x</b> \U000f0000 { -y }"
    assert speech("en")("title-compared", event=evil) == (f"Compared: {evil}",)


@pytest.mark.parametrize(
    ("message", "arguments"), [("no-such-message", {}), ("title-compared", {}), ("title-pair", {"one": "x"})]
)
def test_a_missing_message_or_argument_is_an_error(message: str, arguments: dict[str, str]) -> None:
    with pytest.raises(KeyError, match=message):
        speech("en")(message, **arguments)


def test_words_between_the_signs_of_a_target_become_a_link() -> None:
    said = split("see <there>\U000f0000 there</there>, please", [("it",)], {"there": Target("page", "place")})
    assert list(said) == ["see ", Link("it there", "page", "place"), ", please"]


def test_an_argument_may_be_long_and_made_of_many_parts() -> None:
    """Fluent takes at most 1,000 characters in one place, and a report of 100,000 codings told a path of 4,000 articles."""
    title = "x" * 2000
    assert speech("en")("title-compared", event=title) == (f"Compared: {title}",)
    steps = tuple(Count(number, ("a",)) for number in range(7000))
    said = speech("en")("title-compared", event=tuple(Number(str(step.value), step.records) for step in steps))
    assert said[1:] == tuple(Number(str(number), ("a",)) for number in range(7000))
