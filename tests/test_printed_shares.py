"""Wherever a share stands beside a count, both are of the same articles, and the share is what its own k of n gives."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from framing.cli.compared import Found, as_record
from framing.compare.result import compare_all, compare_event
from framing.report.blocks import Figure, Line, Number, Page, Paragraph, Table
from framing.report.pages.dossier import dossier
from framing.report.pages.event import event_page
from framing.report.pages.overview import overview
from framing.report.pages.reliability import reliability
from framing.report.pairing import Pairing

SHARE = re.compile(r"(\d+)%(?: \[[^]]*\])?, ([\d.]+) of ([\d.]+)(?: \(indicative\))?")
TELLING = {"index", "outlet", "event", "compare", "reliability"}
OTHERWISE = {"commonest", "shufflings at most as large"}
"""Columns whose percentages are not shares of the articles that the row counts; nor are those, with ``; n =``, that stand for
events of equal weight on both sides: they have an n and no k."""


@pytest.fixture(scope="module", params=["shipped", "simulated"])
def pairing(request: pytest.FixtureRequest) -> Pairing:
    found: Pairing = request.getfixturevalue(f"{request.param}_ground")
    return replace(found, ctx=replace(found.ctx, choices=found.choices._replace(draws=199)))


@pytest.fixture(scope="module")
def pages(pairing: Pairing, request: pytest.FixtureRequest) -> list[Page]:
    if not pairing.ctx.corpus.codebook.get("simulated"):
        made: list[Page] = request.getfixturevalue("shipped_pages")
        return [page for page in made if page.stem.partition("-")[0] in TELLING]
    dossiers = [dossier(pairing.ctx, str(outlet)) for outlet in pairing.ctx.outlets["outlet"]]
    events = [event_page(pairing.ctx, name) for name in pairing.ctx.covered]
    compared = request.getfixturevalue("simulated_comparisons")
    return [overview(pairing.ctx), *dossiers, *events, *compared, reliability(pairing.ctx)]


@pytest.fixture(scope="module")
def bundles(pairing: Pairing) -> dict[str, str]:
    """The description of each article that shares one."""
    return dict(pairing.material.reading.articles.select("article", "bundle").drop_nulls().iter_rows())


def tables(page: Page) -> Iterator[Table]:
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Figure) and block.table:
                yield block.table


def text(cell: Line) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in cell)


def columns(table: Table) -> Iterator[list[tuple[tuple[str, ...], str]]]:
    """Each column of shares as (records counted beside it, share), one list per part of a table that shares one n."""
    for place in (place for place, head in enumerate(table.head) if head == "share"):
        parts = defaultdict(list)
        for row in table.rows:
            counted = [part.records for part in row[place - 1] if isinstance(part, Number)] or [()]
            parts[text(row[0]) if table.head[0] == "Side, days" else ""].append((counted[0], text(row[place])))
        yield from parts.values()


def test_every_share_says_of_what_it_is_one(pages: list[Page]) -> None:
    seen = 0
    for page in pages:
        for table in tables(page):
            for row in table.rows:
                for head, cell in zip(table.head, row, strict=True):
                    if head in OTHERWISE or re.search("; n = ", text(cell)):
                        continue
                    for told in (part for part in text(cell).split("; ") if re.search(r"\d%", part)):
                        count, beside, share = told.rpartition(" · ")
                        found = SHARE.fullmatch(share)
                        assert found, (page.stem, text(cell))
                        assert head == "share" or beside, (page.stem, table.head, text(cell))
                        assert not beside or float(found[2]) <= max(map(int, re.findall("[0-9]+", count))), (
                            page.stem,
                            text(cell),
                        )
                        seen += 1
    assert seen > 20


def test_every_share_is_its_k_of_n(pages: list[Page]) -> None:
    shown = [
        found
        for page in pages
        for section in page.sections
        for block in section.blocks
        for told in ([text(block.text)] if isinstance(block, Paragraph) else [])
        for found in SHARE.findall(told)
    ] + [
        found
        for page in pages
        for table in tables(page)
        for row in table.rows
        for cell in row
        for found in SHARE.findall(text(cell))
    ]
    for percent, hits, of in shown:
        assert abs(100 * float(hits) / float(of) - int(percent)) <= 0.5 + 0.51 / float(of)


def test_counts_and_shares_are_of_the_same_articles(pages: list[Page], bundles: dict[str, str]) -> None:
    """A primary frame is given once: the k of a column make its n. A k is the count beside it, less what descriptions share."""
    seen = 0
    for page in pages:
        for column in (column for table in tables(page) for column in columns(table)):
            given = [(records, SHARE.fullmatch(share)) for records, share in column if share != "–"]
            assert len(given) in (0, len(column)), page.stem
            for records, share in given:
                assert share is not None
                hits, shared = float(share[2]), [bundles[name] for name in records if name in bundles]
                assert (hits == len(records)) if not shared else (0 < hits <= len(records)), (page.stem, records)
                assert len(set(shared)) == len(shared) or hits < len(records)
                seen += 1
            if given:
                sizes = {float(share[3]) for _, share in given if share}
                assert len(sizes) == 1, page.stem
                assert sum(float(share[2]) for _, share in given if share) == pytest.approx(sizes.pop(), abs=0.06)
    assert seen > 20


def test_json_gives_shares_of_the_articles_that_it_lists(pairing: Pairing) -> None:
    events = pairing.ctx.covered
    found = [compare_event(pairing.material, event, pairing.pair, pairing.choices) for event in events[:12]]
    compared = 0
    for one in (compare_all(pairing.material, pairing.pair, pairing.choices), *found):
        record = as_record(Found(pairing, one, None))
        if "shares" not in record.get("frames", {}):
            continue
        compared += 1
        known = {(card["article"], card["side"]) for card in record["cards"]}
        for letter, side in zip("ab", (side.name for side in pairing.pair), strict=True):
            rows = record["frames"]["shares"]
            listed = [name for row in rows for name in row[f"records_{letter}"]]
            assert len(listed) == len(set(listed))
            assert {(name, side) for name in listed} <= known
            assert sum(row[f"hits_{letter}"] for row in rows) == pytest.approx(rows[0][f"n_{letter}"])
            for row in rows:
                assert row[f"share_{letter}"] == pytest.approx(row[f"hits_{letter}"] / row[f"n_{letter}"])
                assert bool(row[f"records_{letter}"]) == (row[f"hits_{letter}"] > 0)
            for row in record["ordinal"] if isinstance(record["ordinal"], list) else []:
                assert row[f"n_{letter}"] is None or row[f"n_{letter}"] <= len(row[f"records_{letter}"])
                assert {(name, side) for name in row[f"records_{letter}"]} <= known
        assert record["smallest_p"] > 0
    assert (compared > 5) == pairing.ctx.corpus.codebook.get("simulated", False)
