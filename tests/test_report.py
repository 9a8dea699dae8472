"""Pages say what the tables hold, in both forms, with every number a link that leads somewhere."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing import report
from framing.analysis.choices import Choices, Filter
from framing.analysis.reading import Reading, reading
from framing.chart.parts import wrapped
from framing.cli import app
from framing.corpus import read
from framing.refusal import Refusal
from framing.report import contents, surround
from framing.report.behind import sets
from framing.report.blocks import (
    Line,
    Listing,
    Number,
    Page,
    Paragraph,
    Records,
    Run,
    Section,
    Surround,
    Table,
    line,
    set_name,
)
from framing.report.context import Context, context
from framing.report.figures import drawn
from framing.report.pages.dossier import dossier
from framing.report.pages.overview import overview
from framing.report.pages.reliability import reliability
from framing.report.render import assets
from framing.report.render.html import _ends, html
from framing.report.render.markdown import markdown
from framing.report.render.packed import packed
from framing.report.sections.adjudication import disagreements
from framing.report.sections.cards import cards
from framing.report.sections.limits import data_section, limits_section
from framing.report.sections.values import own_values_section
from framing.report.speech import speech
from framing.report.wording import ENGLISH
from framing.words import page_languages
from tests.overlay import EXAMPLES, overlaid
from tests.rendered import pages, rendered

ROOT = Path(__file__).parent.parent
AROUND = Surround("A study", [("index", "Overview")], "", "Footer.")


@pytest.fixture(scope="module")
def written(shipped_pages: list[Page]) -> dict[str, Page]:
    return {page.stem: page for page in shipped_pages}


@pytest.fixture(scope="module")
def files(shipped_report: Path) -> dict[str, str]:
    paths = (path for path in shipped_report.rglob("*") if path.is_file())
    return {path.relative_to(shipped_report).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_an_event_says_where_else_its_source_mentions_it(files: dict[str, str]) -> None:
    assert "also mentions it in its sections on 2014Q4 and 2016Q1." in files["event-e16-mori-putin.md"]


def test_dossiers_hold_the_articles_of_the_five_papers(written: dict[str, Page]) -> None:
    counts = {"yomiuri": 13, "sankei": 7, "nikkei": 3, "rg": 2, "asahi": 1}
    for outlet, count in counts.items():
        section = next(section for section in written[f"outlet-{outlet}"].sections if section.place == "articles")
        (listed,) = section.blocks
        assert isinstance(listed, Records)
        assert [row.record.partition("-")[0] for row in listed.rows] == [outlet] * count


def test_the_study_and_its_reports_agree_in_the_headline_number(files: dict[str, str]) -> None:
    assert re.search(r"The study holds \[26\]\(.*?\) articles", files["index.md"])
    assert re.search(r"The study holds <a [^>]*>26</a> articles", files["index.html"])


def test_a_card_tells_evidence_for_its_reading_once_and_not_what_was_overruled(shipped: Context) -> None:
    """Coder c gave this article a prospect, which was overruled; on its evaluation of Russia d was, who gave none."""
    (card,) = cards(shipped, ["asahi-2015-01-27"])
    told = ["".join(getattr(part, "text", str(part)) for part in said) for said in card.evidence]
    assert len(told) == len(set(told)) == 11
    assert {said.rpartition("(")[2] for said in told} == {
        f"{coder}; note 12, {where})"
        for coder, where in (("c", "S0"), ("c", "S+1"), ("d", "S0"), ("d", "S+1"), ("d", "S0 and S+1"))
    }
    assert not [said for said in told if said.startswith("Prospect")]
    assert [said.rpartition("(")[2] for said in told if said.startswith("Evaluation of Russia")] == ["c; note 12, S0)"]
    facts = {name: "".join(map(str, said)) for name, said in card.facts}
    assert facts["Coded by"] == "c, d; settled by adjudicated-2"


def test_a_card_tells_what_is_inferred_though_it_does_not_count(shipped: Context) -> None:
    (card,) = cards(shipped, ["yomiuri-2014-09-25"])
    facts = {name: "".join(map(str, said)) for name, said in card.facts}
    assert facts["Evaluation of the United States"] == "−1 Negative (inferred from the description, not counted)"
    (counted,) = cards(context(shipped.corpus, Choices(ground="inferred")), ["yomiuri-2014-09-25"])
    facts = {name: "".join(map(str, said)) for name, said in counted.facts}
    assert facts["Evaluation of the United States"] == "−1 Negative (inferred from the description)"


def test_a_card_tells_evidence_in_the_original_and_in_english(shipped: Context) -> None:
    name = "yomiuri-2014-09-25"
    quote = {
        "article": name,
        "coder": "c",
        "supports": "event",
        "kind": "quote",
        "text": "制裁に踏み切った",
        "lang": "ja",
    }
    given = pl.DataFrame([quote | {"en": "resorted to sanctions", "locator": None}])
    tables = shipped.corpus.tables
    corpus = replace(
        shipped.corpus, tables=tables._replace(evidence=given.cast({"coder": tables.evidence["coder"].dtype}))
    )
    (card,) = cards(replace(shipped, corpus=corpus, told=reading(tables, "coder:c")), [name])
    (told,) = card.evidence
    assert [getattr(part, "text", part) for part in told] == [
        "Event: ", "“制裁に踏み切った”", " — resorted to sanctions (c)",
    ]  # fmt: skip
    assert told[1].lang == "ja"  # type: ignore[union-attr]  # the words themselves


def test_a_study_that_still_holds_placeholders_says_so_on_every_page(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["init", str(tmp_path / "new")]).exit_code == 0
    fresh = context(read(tmp_path / "new"), Choices())
    assert surround(fresh).banner.startswith("This study is not ready for readers: 6 texts still say CHANGE THIS.")


def test_limits_count_the_coders_and_not_who_settled(files: dict[str, str]) -> None:
    assert "One coder read the articles" not in files["index.md"]
    assert "Coders c, d and adjudicated-2 are programs" in files["index.md"]


def test_every_number_stands_for_as_many_records_as_it_says(written: dict[str, Page]) -> None:
    for page in written.values():
        for number in page.numbers():
            if number.text.split(" ")[0].isdecimal():
                assert len(number.records) == int(number.text.split(" ")[0]), (page.stem, number)


def _table(page: Page, place: str, first: str) -> list[list[str]]:
    """The cells of the table of one section whose head begins with a word."""
    section = next(section for section in page.sections if section.place == place)
    found = next(block for block in section.blocks if isinstance(block, Table) and block.head[0] == first)
    return [["".join(getattr(part, "text", str(part)) for part in cell) for cell in row] for row in found.rows]


def test_readings_count_frames_events_and_values_against_the_one_in_use(written: dict[str, Page]) -> None:
    """Counted by hand on the 25 articles of the core panel; inferred values read as unknown."""
    rows = {row[0]: row[1:] for row in _table(written["reliability"], "readings", "Reading")}
    assert rows["adjudicated (used here)"][1:5] == ["0", "0", "0", "0"]
    assert rows["coder:c"][1:5] == ["1", "3", "1", "7"]
    assert rows["coder:d"][1:5] == ["0", "0", "3", "2"]
    assert rows["coder:c"][-1] == "Russian Far East −1"


def test_the_page_of_reliability_sets_what_was_settled_against_what_it_was_confused_with(
    written: dict[str, Page],
) -> None:
    rows = _table(written["reliability"], "adjudication", "Value")
    assert ["Prospect (likely?)", "Unknown", "+1 Movement (inferred from the description)", "3"] in rows
    visits = "Putin's visit to Japan planned for 2015 (previews)", "Putin's postponed visit to Japan (comments)"
    assert ["Event", *visits, "3"] in rows
    assert ["Primary frame dimension", "Russian Far East", "Geo-economics", "1"] in rows
    assert ["Secondary frames", "Geo-economics + Territory and peace treaty", "Territory and peace treaty", "1"] in rows


def test_disagreements_are_told_by_labels_in_the_language_of_the_page() -> None:
    """Of the example study: no id of a frame, an event or a variable."""
    section = disagreements(context(read(EXAMPLES / "study"), Choices(), "ja"))
    assert section is not None
    table = next(block for block in section.blocks if isinstance(block, Table))
    told = [["".join(getattr(part, "text", part) for part in cell) for cell in row[1:3]] for row in table.rows]
    assert told == [
        ["主フレーム", "alba: 責任の帰属; boris: 経済的影響"],
        ["副フレーム", "alba: 経済的影響; boris: 責任の帰属"],
        ["論調", "alba: 表明なし; boris: −1 否定的"],
    ]


def test_every_listed_page_is_written(shipped: Context, files: dict[str, str]) -> None:
    stems = [entry.stem for kind in contents.PAGES for entry in kind.entries(shipped)]
    assert len(stems) == len(set(stems))
    written = {f"{stem}.html" for stem in stems} | {f"{stem}.md" for stem in stems if stem not in contents.HTML_ONLY}
    assert written <= set(files)
    assert not {f"{stem}.md" for stem in contents.HTML_ONLY} & set(files)


def test_a_row_is_all_that_a_new_page_needs(shipped: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the navigation, on the overview and among the files, though nothing else names it."""
    row = contents.Kind(
        lambda _: [contents.Entry("letters", "Letters", line("Letters: what readers wrote"))],
        lambda scope: [lambda: Page("letters", f"Letters to {len(scope.outlets)} papers")],
    )
    others = [kind for kind in contents.PAGES if {"index", "ledger"} & {one.stem for one in kind.entries(shipped)}]
    monkeypatch.setattr(contents, "PAGES", (*others, row))
    made = {page.stem: page for page in pages(shipped)}
    assert made["letters"].title == "Letters to 5 papers"
    assert "[Letters](letters.md)" in markdown(made["ledger"], surround(shipped))
    assert "- Letters: what readers wrote" in markdown(made["index"], surround(shipped))


PACKAGE = Path(report.__file__).parent
TELLING = [
    *PACKAGE.glob("pages/*.py"),
    *sorted({*PACKAGE.glob("render/*.py")} - {PACKAGE / "render" / "paper.py"}),
    PACKAGE / "context.py",
    PACKAGE / "cautions.py",
]
COUNTING = {"agg", "sum", "mean", "median", "quantile", "n_unique", "value_counts", "Counter"}


@pytest.mark.parametrize("path", TELLING, ids=lambda path: path.stem)
def test_pages_tell_and_do_not_count(path: Path) -> None:
    """A number on a page is counted in analysis, agreement or compare, where a test can hold its table."""
    named = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    called = {getattr(node.func, "attr", getattr(node.func, "id", "")) for node in named}
    assert called & COUNTING == set()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if given.get("id"):
            self.ids.append(str(given["id"]))


def test_every_link_of_the_html_leads_somewhere(files: dict[str, str]) -> None:
    parsed = {}
    sets = {"records.html": set(_record_sets(files))}
    for name, text in files.items():
        if name.endswith(".html"):
            parsed[name] = _Links()
            parsed[name].feed(text)
    for name, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), f"{name}: an id stands twice"
        for link in page.links:
            target, _, place = link.partition("#")
            assert (target or name) in parsed, f"{name}: {link}"
            assert (
                not place or place in parsed[target or name].ids or place.partition("@")[0] in sets.get(target, ())
            ), f"{name}: {link}"


def _record_sets(files: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Places of each set of records and what is said of it, as the page of records reads them."""
    read = json.loads(files["assets/record-sets.js"].partition(" = ")[2].rstrip(";\n"))
    return {
        name: (
            spans,
            [", ".join(filter(None, (read["whats"][what], *read["sections"][at]))) for what, at in batched(said)],
        )
        for name, (spans, *said) in read["members"].items()
    }


def batched(said: list[int]) -> Iterator[tuple[int, int]]:
    return zip(said[::2], said[1::2], strict=True)


def test_a_set_tells_what_each_page_says_of_it(files: dict[str, str], shipped: Context) -> None:
    sankei = shipped.articles.filter(pl.col("outlet").cast(pl.String) == "sankei")["article"].to_list()
    told = _record_sets(files)[set_name(sankei)][1]
    assert "The paper, Sankei Shimbun, outlet-sankei" in told
    assert f"records.html#{set_name(sankei)}@outlet-sankei" in files["outlet-sankei.html"]


def test_the_places_of_a_set_are_those_of_its_records_in_the_list(
    files: dict[str, str], written: dict[str, Page]
) -> None:
    listed = re.findall(r'<details id="([^"]+)"', files["records.html"])
    told = _record_sets(files)
    sets = {set_name(number.records): set(number.records) for page in written.values() for number in page.numbers()}
    assert {name for name, records in sets.items() if len(records) > 1} == {*told}
    for name, (spans, said) in told.items():
        assert {listed[place] for place in _places(spans)} == sets[name]
        assert said


def _places(spans: str) -> list[int]:
    """What `places` of records.js reads."""
    found, at = [], 0
    for span in spans.split(" "):
        gap, _, more = span.partition("+")
        found += range(at + int(gap), at + int(gap) + int(more or 0) + 1)
        at = found[-1]
    return found


@given(st.sets(st.integers(0, 300), min_size=1))
def test_runs_of_places_are_read_as_they_were(places: set[int]) -> None:
    assert _places(assets.spans(places)) == sorted(places)


@given(st.text(st.sampled_from("ab-—;)\n\t  、。斜線é\u3000"), max_size=120))
def test_small_print_is_read_from_the_caption_as_it_was_broken(caption: str) -> None:
    """As ``filled`` of packed.js reads it, whatever stands in the names of coders and papers."""
    lines = wrapped(caption, 60)
    ends = _ends(lines, caption)
    assert [caption[start:end].strip() for start, end in pairwise([0, *ends])] == lines


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "x": st.sampled_from(["a", "b", None, 1, 1.0, True]),
                "y": st.integers(0, 2),
                "z": st.sampled_from(
                    ["", None, "one line, and a long one", "two\nlines", "one line, and a long one\nlines"]
                ),
            }
        )
    )
)
def test_packed_data_of_charts_is_the_data(rows: list[dict[str, object]]) -> None:
    spec = {"x": 1, "y": 1, "z": 1, "datasets": {"d": rows}}
    charts = {"one": spec, "other": spec}
    assert json.dumps(_unpacked(packed(charts)), sort_keys=True) == json.dumps(charts, sort_keys=True)


@pytest.mark.parametrize("distinct", [1, 64, 65, 200])
def test_what_recurs_in_a_column_stands_once_however_much_there_is(distinct: int) -> None:
    rows = [{"x": f"value {number % distinct} of this column", "y": number % distinct} for number in range(999)]
    charts = {"one": {"x": 1, "y": 1, "datasets": {"d": rows}}}
    held = packed(charts)
    assert _unpacked(held) == charts
    assert len(json.dumps(held["charts"])) < len(json.dumps(charts)) / 7


PARTS = st.recursive(
    st.sampled_from([None, 1, "a", "what is long enough to be kept but once, if it recurs"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b"]), inner),
)


@given(st.dictionaries(st.sampled_from(["one", "other"]), st.fixed_dictionaries({"x": PARTS, "y": PARTS})))
def test_packed_charts_are_the_charts(charts: dict[str, dict[str, object]]) -> None:
    held = packed(charts)
    assert _unpacked(held) == charts
    assert len(json.dumps(held)) <= len(json.dumps(charts)) + 100


def test_what_charts_share_stands_once() -> None:
    axis = {"title": None, "labelColor": "#1f2328", "labelFontSize": 11, "domain": [0, 1]}
    held = packed({"one": {"x": {"axis": axis}, "y": {"axis": axis}}, "other": {"x": {"axis": axis}}})
    assert json.dumps(held).count("labelColor") == 1


DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _unpacked(held: Any) -> dict[str, Any]:
    """What packed.js reads."""

    def whole(node: Any) -> Any:
        if isinstance(node, list):
            return [whole(part) for part in node]
        if not isinstance(node, dict):
            return node
        return whole(held["parts"][node["$"]]) if "$" in node else {key: whole(part) for key, part in node.items()}

    def rows(table: Any) -> list[dict[str, Any]]:
        if isinstance(table, list):
            return table
        columns = {name: column(given, table["rows"]) for name, given in table["columns"].items()}
        return [{name: values[at] for name, values in columns.items()} for at in range(table["rows"])]

    def column(given: Any, rows: int) -> list[Any]:
        if "lines" not in given:
            return recalled(given, rows)
        told = zip(*(recalled(line, rows) for line in given["lines"]), strict=True)
        return [said([line for line in lines if line is not None]) for lines in told]

    def recalled(given: Any, rows: int) -> list[Any]:
        if isinstance(given, list):
            return given
        signs = len(given["at"]) // rows
        return [given["of"][place(given["at"][at * signs : at * signs + signs])] for at in range(rows)]

    def place(written: str) -> int:
        return reduce(lambda before, sign: before * 64 + DIGITS.index(sign), written, 0)

    def said(lines: list[int]) -> str | None:
        return "\n".join(held["lines"][at] for at in lines) if lines else None

    def read(spec: dict[str, Any]) -> dict[str, Any]:
        data = (
            {"datasets": {name: rows(table) for name, table in spec["datasets"].items()}} if "datasets" in spec else {}
        )
        return {**whole({key: part for key, part in spec.items() if key != "datasets"}), **data}

    return {name: read(spec) for name, spec in held["charts"].items()}


def test_fields_that_no_chart_asks_for_are_not_in_its_page() -> None:
    held = packed({"chart": {"x": "kept", "datasets": {"d": [{"kept": 1, "left": 2}]}}})
    table = held["charts"]["chart"]["datasets"]["d"]
    assert table["columns"] == {"kept": [1]}


def test_a_page_alone_holds_all_it_needs_and_shares_nothing(shipped: Context, written: dict[str, Page]) -> None:
    made = rendered(shipped, [written["outlet-rg"], written["records"]], "standalone")
    assert set(made) == {"outlet-rg.html", "records.html"}
    text = made["outlet-rg.html"].decode()
    assert "assets/" not in text.partition("<body>")[0]
    assert text.count('<article class="card">') == 2
    assert "'self'" not in text


def test_every_card_is_kept_once(files: dict[str, str], shipped: Context) -> None:
    kept = [name for path, text in files.items() if path.startswith("assets/cards-") for name in _cards(text)]
    assert sorted(kept) == sorted(shipped.corpus.tables.articles["article"])
    assert not [name for name, text in files.items() if name.endswith(".html") and '<article class="card">' in text]


def _cards(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = json.loads(text.partition("] = ")[2].rstrip(";\n"))["cards"]
    return found


def test_what_several_shelves_hold_is_kept_once() -> None:
    shared, own = "<div><dt>Genre</dt><dd>Analysis</dd></div>", "<div><dt>Page</dt><dd>17, above the fold</dd></div>"
    kept = {"rg-2014": {"a": ["<dl>", shared], "b": ["<dl>", own, own]}, "rg-2015": {"c": ["<dl>", shared, "</dl>"]}}
    common, *shelves = (asset.text for asset in assets.card_files(kept))
    parts = json.loads(common.partition(" = ")[2].rstrip(";\n"))
    assert list(parts.values()) == [shared]
    for text, held_there in zip(shelves, kept.values(), strict=True):
        shelf = json.loads(text.partition("] = ")[2].rstrip(";\n"))
        held = [part if part.startswith("<") else parts[part] for part in shelf["parts"]]
        assert {name: [held[place] for place in card] for name, card in shelf["cards"].items()} == held_there


def test_every_link_of_the_markdown_leads_somewhere(files: dict[str, str]) -> None:
    places = {name: set(re.findall(r'<a id="([^"]+)"></a>', text)) for name, text in files.items()}
    for name, text in files.items():
        if not name.endswith(".md"):
            continue
        for link in re.findall(r"\]\(([^)]+)\)", text):
            target, _, place = link.partition("#")
            assert (target or name) in files, f"{name}: {link}"
            assert not place or place in places[target or name], f"{name}: {link}"


def test_same_input_gives_same_bytes(files: dict[str, str]) -> None:
    again = context(read(ROOT), Choices())
    made = {
        name: content.decode() for name, content in rendered(again, [dossier(again, "rg")], "html", "markdown").items()
    }
    assert made == {name: files[name] for name in made}
    assert {"outlet-rg.html", "outlet-rg.md"} < set(made)


def test_no_sentence_of_the_essay_stands_in_a_report(files: dict[str, str]) -> None:
    essay = ROOT.parent / "shared" / "seed" / "essay.txt"
    if not essay.is_file():
        pytest.skip("the essay stays its publisher's; this copy is absent")
    # The bibliography in the notes may be repeated; the body may not.
    body = _words(essay.read_text(encoding="utf-8").split("1. I have translated")[0])
    runs = {tuple(body[place : place + 12]) for place in range(len(body) - 12)}
    for name in ("index.md", "records.md", "ledger.md", "handbook.md", "questions.md"):
        words = _words(files[name])
        copied = [
            " ".join(words[place : place + 12])
            for place in range(len(words))
            if tuple(words[place : place + 12]) in runs
        ]
        assert copied == [], name


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def test_refusals_stand_where_numbers_would(shipped: Context) -> None:
    empty = context(read(ROOT), Choices(voices=(Filter("voice", ("outlet",)),), panel="context"))
    text = markdown(overview(empty), AROUND)
    assert "No number is given here." in text


def test_purposive_articles_get_no_interval(files: dict[str, str]) -> None:
    assert "No interval or p value is given" in files["index.md"]


def test_headlines_cannot_break_out_of_the_page() -> None:
    evil = "</script><img src=x onerror=alert(1)> | *x*"
    table = Table(evil, (evil,), ((line(evil),),))
    page = Page("p", evil, (line(evil),), (Section("s", evil, (Paragraph(line(Run(evil, "ja"))), table)),))
    assert "<img" not in html(page, AROUND)
    assert "<img" not in markdown(page, AROUND).replace("\\<img", "")


def test_markdown_golden() -> None:
    table = Table("Caption", ("a", "b"), ((line("x"), (Number("2", ("r1", "r2")),)),), frozenset({1}))
    page = Page(
        "p", "Title", (line("Lead ", Run("読売", "ja")),), (Section("s", "Section", (Paragraph(line("No.")), table)),)
    )
    assert markdown(page, AROUND).splitlines() == [
        "# Title", "", "[Overview](index.md)", "", "Lead 読売", "", '<a id="s"></a>', "", "## Section", "", "No.", "",
        "*Caption*", "", "| a | b |", "|---|---:|", f"| x | [2](records.md#{set_name(['r1', 'r2'])}) |", "", "---", "", "Footer.",
    ]  # fmt: skip


def test_choices_reach_every_caption(shipped: Context) -> None:
    other = context(shipped.corpus, Choices(rule="coder:c", every="half"))
    text = markdown(overview(other), AROUND)
    assert "reading: that of one coder" in text
    assert "(large language model (Claude): c)" in text
    assert "2014H1" in text


def test_the_excluded_article_counts_as_coverage_and_not_as_frame(shipped: Context) -> None:
    assert "sankei-2015-06-25" in shipped.articles["article"]
    assert not isinstance(shipped.reading, str)
    assert shipped.reading.articles.filter(pl.col("article") == "sankei-2015-06-25").is_empty()


def test_an_adjudicator_who_coded_is_reported_with_the_reason(tmp_path: Path) -> None:
    study = overlaid(EXAMPLES / "valid" / "coders-exception", tmp_path / "study")
    ctx = context(read(study), Choices())
    told = markdown(reliability(ctx), AROUND)
    assert told.count("The adjudicator carla was one of the coders (boris)") == 2, (
        "beside the decisions, and in the methods"
    )
    assert told.count("The recorded reason: Nobody else at the institute reads all three languages.") == 2
    assert "Disagreements were settled by carla (person)." in told


def test_evaluations_name_why_there_is_none(shipped: Context) -> None:
    """Of articles that nobody read, silence is not known: only what was coded may be said."""
    found = drawn("matrix", shipped)
    assert not isinstance(found, Refusal)
    note = found["vconcat"][0]["title"]["subtitle"]
    assert "? unknown: the source does not show it." in " ".join(note)
    assert "○" not in " ".join(note)


def test_percentages_of_values_are_of_the_articles_that_give_one(shipped: Context) -> None:
    """Of Sankei's six articles one has a guest's voice: 17 %, and 20 % once the voice of another cannot be seen."""
    assert isinstance(shipped.reading, Reading)
    sankei = shipped.reading.values.filter(pl.col("outlet").cast(pl.String) == "sankei")
    hidden = (
        (pl.col("variable").cast(pl.String) == "voice")
        & (pl.col("value") == "unclear")
        & (pl.col("article") == sankei.filter(pl.col("value") == "unclear")["article"].min())
    )
    blind = sankei.with_columns(
        value=pl.when(~hidden).then("value"), missing=pl.when(hidden).then(pl.lit("unknown")).otherwise("missing")
    )
    for values, told in ((sankei, "17%"), (blind, "20%")):
        section = own_values_section(shipped, shipped.reading._replace(values=values), "filter")
        assert section is not None
        table = next(block for block in section.blocks if isinstance(block, Table))
        cells = {str(label[0]): str(cell) for label, cell in table.rows}
        assert told in cells["Voice: Guest"]
        assert "%" not in cells.get("Voice: Unknown", "")
    assert "Voice: Unknown" in cells


def test_one_article_that_was_not_read_is_one(shipped: Context) -> None:
    two = shipped.articles.head(2).with_columns(basis=pl.Series(["secondary_paraphrase", "primary_full"]))
    (listing,) = limits_section(shipped, two, shipped.outlets).blocks
    assert isinstance(listing, Listing)
    assert any(str(item[0]).startswith("1 article was not read: ") for item in listing.items)


def test_one_empty_cell_is_one() -> None:
    told = {"held": 5, "cells": 6, "every": "quarter", "state": "not_searched"}
    assert ENGLISH.text("shared-coverage-one", **told, empty=1).endswith("; the other was not searched.")
    assert ENGLISH.text("shared-coverage-one", **told, empty=3).endswith("; the other 3 were not searched.")


def test_what_nobody_settled_is_told_with_its_articles(shipped: Context) -> None:
    read = shipped.reading
    assert isinstance(read, Reading)
    settled = pl.Series(["coder:a", "coder:a", "majority", *["adjudicated"] * (read.articles.height - 3)])
    voted = pl.Series(["a b", "a", *["a b"] * (read.articles.height - 2)])
    ctx = replace(shipped, reading=read._replace(articles=read.articles.with_columns(settled=settled, coders=voted)))

    def told(ctx: Context) -> list[Line]:
        (listing,) = limits_section(ctx, ctx.articles, ctx.outlets).blocks
        assert isinstance(listing, Listing)
        return [item for item in listing.items if "coders disagree" in "".join(map(str, item))]

    assert told(ctx) == [], "a reading by majority takes no notice of who settled, but somebody has"
    tables = shipped.corpus.tables
    own = tables._replace(codings=tables.codings.filter(pl.col("phase") != "adjudicated"))
    (said,) = told(replace(ctx, corpus=replace(shipped.corpus, tables=own)))
    assert [part.records for part in said if isinstance(part, Number)] == [(read.articles["article"][0],)]


def test_a_study_without_sources_says_nothing_of_their_order(shipped: Context) -> None:
    read, registers = shipped.reading, {**shipped.corpus.registers, "sources": []}
    assert isinstance(read, Reading)
    own = replace(shipped, corpus=replace(shipped.corpus, registers=registers))
    assert "Circularity" in repr(data_section(shipped, read))
    assert "Circularity" not in repr(data_section(own, read))


@pytest.mark.parametrize("language", page_languages())
def test_the_circle_speaks_of_shared_descriptions_only_where_there_are_some(shipped: Context, language: str) -> None:
    """What chance drew unequally weighs less than it counts, too, and shares nothing."""
    ctx = context(shipped.corpus, Choices(), language)
    assert isinstance(ctx.reading, Reading)
    likely = pl.when(pl.int_range(pl.len()) % 2 == 0).then(pl.lit(1.6)).otherwise(pl.lit(0.4))
    drawn = ctx.reading._replace(articles=ctx.reading.articles.with_columns(relative=likely, weight=likely))
    shared = ctx.say.text("limits-circularity-shared")
    assert shared in repr(data_section(ctx, ctx.reading))
    told = repr(data_section(ctx, drawn))
    assert "%" in told
    assert shared not in told


def test_few_articles_have_no_percentage_of_circularity(shipped: Context) -> None:
    read = shipped.reading
    assert isinstance(read, Reading)
    few = read._replace(articles=read.articles.drop_nulls("section_theme").head(4))
    told = [
        " ".join(part.text if isinstance(part, Number) else str(part) for part in block.text)
        for block in data_section(shipped, few).blocks
        if isinstance(block, Paragraph)
    ]
    assert "of 4 articles is the theme" in told[0]
    assert "%" not in told[0]


def test_pages_hold_each_id_once_however_many_numbers_name_it() -> None:
    one, other = Number("2", ("".join(["yomiuri", "-2014"]), "b")), Number("1", ("".join(["yomiuri-", "2014"]),))
    assert one.records[0] is other.records[0]


def test_the_records_behind_a_number_are_a_set_where_they_are_several() -> None:
    rows = ((line("Asahi"), (Number("2", ("b", "a")),)), (line("Sankei"), (Number("1", ("c",)),)))
    table = Table("", ("Paper", "Read"), rows, frozenset({1}))
    page = Page("p", "Papers", (), (Section("s", "Counts", (table,)),))
    (found,) = sets([page], speech("en"))
    assert (found.records, found.told) == (("a", "b"), (("Asahi, Read", "Counts, Papers", "p"),))
