"""Markdown pages: whatever a text holds is read as that text, by a Markdown reader that is not ours."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from framing.report.among import among
from framing.report.blocks import (
    Block,
    Card,
    Catalogue,
    Facing,
    Figure,
    Link,
    Listing,
    Page,
    Paragraph,
    Records,
    Row,
    Section,
    Set,
    Sets,
    Surround,
    Table,
    Told,
    line,
)
from framing.report.render.assets import CARDS
from framing.report.render.markdown import markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
AROUND = Surround("A study", (), "", "end")
SIGNS = "~`*_-+=#>|<[]()!&;:.$@^\\\"' \t\n\r\u2028\u00a0012ab漢ж"
TEXTS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=24),
    st.sampled_from(
        ["~~~", "~~gone~~", "--", "---", "- a", "+", "1. a", "1)", "***", "    code", "```", "&lt;b&gt;", "===", "a|b"]
    ),
)


def page(*blocks: Block, cards: tuple[Card, ...] = ()) -> list[Token]:
    made = Page("page", "A page", (), (Section("s", "Section", (*blocks, Paragraph(line("after")))),))
    return READER.parse(markdown(made, AROUND._replace(cards=lambda _: cards)))


def read(token: Token) -> str:
    """The text that a reader sees, blanks run together as browsers do."""
    shown = "".join(
        " " if part.type in ("softbreak", "hardbreak") else part.content
        for part in token.children or ()
        if part.content or part.type.endswith("break")
    )
    return " ".join(shown.split())


def inlines(tokens: list[Token]) -> list[str]:
    return [read(token) for token in tokens if token.type == "inline"]


@given(TEXTS)
def test_a_text_is_read_as_itself_and_ends_where_it_ends(text: str) -> None:
    plain = " ".join(text.split())
    tokens = page(Paragraph(line(text)), Listing((line(text),)), Table(text, ("h",), ((line(text),),)))
    found = inlines(tokens)
    assert found[-2:] == ["after", "end"]
    if plain:
        assert [told for told in found if told == plain] == [plain] * 4
    kinds = [token.type for token in tokens]
    assert (kinds.count("hr"), kinds.count("fence"), kinds.count("code_block")) == (1, 0, 0)
    assert not [
        part.type
        for token in tokens
        for part in token.children or ()
        if part.type in {"s_open", "code_inline", "image"}
    ]


@pytest.mark.parametrize("text", ["~~~", "~~gone~~", "- item", "12. item", "---", "    code"])
def test_signs_of_markdown_at_the_beginning_of_a_text_open_nothing(text: str) -> None:
    tokens = page(Paragraph(line(text)))
    assert text.strip() in inlines(tokens)


def test_a_card_keeps_its_lines() -> None:
    card = Card("r1", line("~~~ title"), (("By", line("- one")),), (line("~~~"),), line("1. note"))
    catalogue = Catalogue((Row("r1", "shelf", "2014", "Outlet", (), ""),))
    assert {"~~~ title", "By: - one", "~~~", "1. note", "after"} <= set(inlines(page(catalogue, cards=(card,))))


def test_a_row_keeps_its_cells() -> None:
    listed = Records((Row("r1", "shelf", "2014-01-01", "Out|let", line("a | b"), "*Frame*"),))
    assert {"Out|let", "a | b", "*Frame*"} <= set(inlines(page(listed)))


def test_links_to_pages_that_are_not_written_become_text_wherever_they_stand() -> None:
    there, gone = Link("there", "written"), Link("gone", "elsewhere")
    both = line(there, gone)
    card = Card("r", both, (("Fact", both),), (both,), both)
    row = Row("r", "shelf", "2014", "Outlet", both, "Frame")
    table = Table("", ("head",), ((both,),))
    blocks: tuple[Block, ...] = (
        Paragraph(both), Listing((both,)), table, Figure("f", {"description": "gone"}, "caption", table),
        Facing(("one", "other"), ((both, (row,), (row,)),)), Catalogue((row,)),
    )  # fmt: skip
    around = AROUND._replace(cards=lambda _: among((card,), {"written"}))
    text = markdown(among(Page("p", "Title", [both], [Section("s", "Section", blocks)]), {"p", "written"}), around)
    assert "elsewhere.md" not in text
    assert text.count("[there](written.md)gone") == text.count("there") == 13


def test_of_many_articles_the_records_are_a_row_each_and_sets_lead_on_to_the_page() -> None:
    """A number still leads to its records: the anchors of articles and of sets are there."""
    names = tuple(f"a{k}" for k in range(CARDS + 1))
    rows = tuple(Row(name, "x-2014", "2014-01-01", "X", (), "F") for name in names)
    sets = Sets((Set("all", (Told("what", "where", "index"),), names),))
    many = Page("records", "Records", (), (Section("sets", "S", (sets,)), Section("cards", "C", (Catalogue(rows),))))
    told = markdown(many, Surround("S", (), "", "foot"))
    assert all(f'<a id="{name}"></a>' in told for name in (*names, "all"))
    assert "4,901 more on the HTML page](records.html#all)" in told
    assert told.count("](#a") == 100
    few = replace(many, sections=(Section("sets", "S", (sets,)), Section("cards", "C", (Catalogue(rows[:9]),))))
    assert "records.html" not in markdown(few, Surround("S", (), "", "foot"))
