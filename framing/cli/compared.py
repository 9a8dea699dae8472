"""Comparisons at the prompt, coverage first, then figures or the reason why there are none; and as JSON."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.cli import console

if TYPE_CHECKING:
    from framing.compare.result import Comparison
    from framing.compare.who_covered import Unmatched
    from framing.refusal import Refusal
    from framing.report.pairing import Pairing


class Found(NamedTuple):
    """One pair of sides: what was found, and per event where every event was asked for."""

    pairing: "Pairing"
    compared: "Comparison | Unmatched | Refusal"
    events: Any


CARDS = {
    "article": "article", "published": "day", "days": "days", "earliest": "from", "latest": "to", "side": "side",
    "outlet": "outlet", "primary": "primary frame",
}  # fmt: skip


def printed(found: Found, details: bool) -> None:
    """The answer first, in sentences and a table of verdicts; or why there is none, who covered it, and what comes nearest."""
    from framing.compare.who_covered import Unmatched
    from framing.refusal import Refusal

    one, other = found.pairing.pair
    console.result(f"{one.words} and {other.words}; reading {found.pairing.ctx.read_as}")
    for side in (side for side in (one, other) if side.listing):
        console.result(f"{side.words}: {side.listing}")
    compared = found.compared
    if isinstance(compared, Refusal):
        console.result(str(compared))
    elif isinstance(compared, Unmatched):
        _coverage(found, compared.coverage)
        console.result(str(compared.refusal))
        _table(
            found,
            "umbrella events that both touch",
            compared.umbrellas,
            {"event": "event", "label": "label", "all_a": one.words, "all_b": other.words},
        )
        wanted = {
            "label_a": f"covered by {one.words}",
            "label_b": f"covered by {other.words}",
            "days_apart": "days apart",
            "days_apart_most": "at most",
            "articles_apart": "articles apart",
            "umbrella": "umbrella",
        }
        _table(found, "nearest pairs of events", compared.nearest, wanted)
    else:
        _print_comparison(found, compared, details)


def _print_comparison(found: Found, compared: "Comparison", details: bool) -> None:
    from framing.analysis.reading import column
    from framing.compare.frames import FrameComparison

    if isinstance(compared.frames, FrameComparison):
        _answer(found, compared, compared.frames)
        _covered(found, compared, details)
        if details:
            _print_figures(found, compared, compared.frames)
        else:
            console.result("\n--details prints every table behind this; --output DIR writes pages.")
        return
    _covered(found, compared, details=True)
    console.result(f"No number is given. {compared.frames}")
    scales = {column(name): name for name in found.pairing.material.scales if column(name) in compared.cards.columns}
    _table(found, "the articles side by side", compared.cards, CARDS | scales)
    _contrast(found, compared)


def _answer(found: Found, compared: "Comparison", frames: Any) -> None:
    """What was found of each frame, whether countries differ, and how the articles were chosen."""
    from framing.refusal import Refusal
    from framing.report.sections.by_papers import paper_sentence
    from framing.report.sections.comparison import test_sentence
    from framing.report.sections.verdicts import verdict_lines
    from framing.report.speech import plain

    said = [plain(told) for told in verdict_lines(found.pairing, compared)]
    for told in said or [test_sentence(frames.test, found.pairing.ctx.say)]:
        console.result(told)
    shares = frames.shares
    if not isinstance(compared.verdicts, Refusal):
        known = compared.verdicts.select("answer", "q_bh", "verdict", "detectable")
        shares = shares.join(known, on="answer", how="left", maintain_order="left")
    one, other = (side.words for side in compared.sides)
    heads = {
        "answer": "frame", "hits_a": one, "n_a": "of", "share_a": "share", "hits_b": other, "n_b": "of", "share_b": "share",
        "difference": "difference", "low": "low", "high": "high", "verdict": "verdict", "q_bh": "q",
        "detectable": "would have been found from",
    }  # fmt: skip
    _table(found, "primary frames", shares, {name: head for name, head in heads.items() if name in shares.columns})
    if not compared.sides[0].coder and compared.papers != frames.test:
        console.result(f"\n{paper_sentence(compared.papers)}")
    console.result(f"How the articles were chosen: {compared.sampling}")


def _covered(found: Found, compared: "Comparison", details: bool) -> None:
    """Who covered the event, or which events both cover, and each of these by itself."""
    from framing.compare.chance.permutation import ABOUT

    one, other = found.pairing.pair
    counts = {"event": "event", "label": "label", "a": one.words, "b": other.words}
    if compared.match:
        console.result(f"Matched at the level: {compared.match.level} ({compared.match.label})")
        _coverage(found, compared.coverage)
        _table(found, "parts with articles", compared.match.parts, counts)
    elif details:
        more = {"level": "level", "all_a": f"{one.words} with parts", "all_b": f"{other.words} with parts"}
        _table(found, "events that both cover", compared.coverage, {**counts, **more})
    if found.events is not None and not _refused(found.events):
        columns = ("n_a", "n_b", "p", "smallest_p", "distance", "null_mean", "q_bh", "q_by", "refused")
        _table(
            found,
            f"each event by itself; p is about {ABOUT}",
            found.events,
            {"event": "event", **{name: name for name in columns}},
        )


def _contrast(found: Found, compared: "Comparison") -> None:
    """A few articles of two outlets or more, aspect by aspect."""
    from framing.analysis.contrast import contrast, few, side_by_side
    from framing.refusal import Refusal

    read, variables = found.pairing.ctx.whole, list(found.pairing.ctx.style.variables)
    if compared.sides[0].coder or isinstance(read, Refusal) or not few(compared.cards):
        return
    names = compared.cards["article"].unique(maintain_order=True).to_list()
    wide = side_by_side(contrast(read, names, variables))
    title = "aspect by aspect; ≠: the articles differ (one that gives no answer does not count as different)"
    _table(found, title, wide, {name: "" if name == "differ" else name for name in wide.columns})


def _print_figures(found: Found, compared: "Comparison", frames: Any) -> None:
    from framing.compare.chance.paper_test import PaperTest
    from framing.refusal import Refusal
    from framing.report.sections.comparison import test_sentence
    from framing.report.sections.robustness import error_sentences

    console.result(f"\n{test_sentence(frames.test, found.pairing.ctx.say)}")
    if isinstance(compared.papers, PaperTest):
        answers = {"answer": "frame", "difference": "difference of papers", "p": "p, papers"}
        _table(found, "by papers", compared.papers.answers, answers)
    _table(found, "divergences", frames.divergences, {name: name for name in frames.divergences.columns})
    for title, table in (
        ("scales", compared.ordinal),
        ("who takes a position, and what those that do not could change", compared.expression),
        ("every test as one family", compared.family),
        ("reliability", compared.reliability),
    ):
        if _refused(table):
            console.result(f"{title}: {table}")
        else:
            columns = (name for name in getattr(table, "columns", ()) if not name.startswith("records"))
            _table(found, title, table, {name: name for name in columns})
    if isinstance(compared.errors, Refusal):
        console.result(f"coder error: {compared.errors}")
    else:
        console.result(f"\n{error_sentences(compared.errors)}")
        _table(
            found,
            "differences without coder error",
            compared.errors.shares,
            {name: name for name in compared.errors.shares.columns},
        )


def printed_together(found: Sequence[Found]) -> None:
    """Of more than two sides: how many pairs differ, and what each was found to differ in; nothing of a single pair."""
    from framing.report.pages.many_sides import Pair, found_in, pairs_sentence
    from framing.report.speech import plain

    if len(found) > 1:
        pairs = [Pair(one.pairing, one.compared) for one in found]
        console.result(plain(pairs_sentence(pairs)))
        rows = [(*(side.name for side in pair.pairing.pair), found_in(pair)) for pair in pairs]
        console.as_table(("side", "other", "frames that differ, in points"), rows)
        console.result("")


def _coverage(found: Found, table: Any) -> None:
    from framing.compare.who_covered import CAVEAT, left_out

    shown = {
        "name": "outlet",
        "side": "side",
        "with_parts": "articles",
        "first_published": "first",
        "days": "days from the event",
        "earliest": "at least",
        "latest": "at most",
        "state": "state",
    }
    caveat = CAVEAT if left_out(found.pairing.choices) else ""
    _table(found, f"who covered it{caveat}; days are calendar days of each paper's own place", table, shown)


def _table(found: Found, title: str, table: Any, columns: Mapping[str, str]) -> None:
    """A table in words; a column that has no head of its own here is called as `compared_words` calls it."""
    from framing.cli.compared_words import cell, head, labels_of

    if not table.height:
        return
    corpus, (one, other) = found.pairing.ctx.corpus, found.pairing.pair
    labels, sides = labels_of(corpus.codebook, corpus.registers["outlets"]), (one.words, other.words)
    heads = [head(name, sides) if name == told else told for name, told in columns.items()]
    rows = [tuple(cell(name, row[name], labels, sides) for name in columns) for row in table.to_dicts()]
    console.result(f"\n{title}")
    console.as_table(heads, rows)


def _refused(part: object) -> bool:
    from framing.refusal import Refusal

    return isinstance(part, Refusal)


def as_record(found: Found) -> dict[str, Any]:
    """One pair of sides as JSON holds it."""
    from framing.compare.chance.permutation import ABOUT

    one, other = found.pairing.pair
    events = {"events": _plain(found.events)} if found.events is not None else {}
    about = {"p_about": f"every p outside of 'papers' is about {ABOUT}"} if not one.coder else {}
    return {"sides": {one.name: one.words, other.name: other.words}, **about, **_plain(found.compared), **events}


_INSIDE = ("sides", "design", "histogram")
"""Parts of a result that JSON does not hold: they are named elsewhere, or are counts that the tables give by article."""


def _plain(part: Any) -> Any:
    """A result as JSON holds it: tables as lists of rows, a refusal as its code, reason and need."""
    if isinstance(part, float) and isnan(part):
        return None
    if _refused(part):
        return {"refused": part.code, "reason": part.reason, "need": part.need}
    if hasattr(part, "to_dicts"):
        return [{name: _plain(value) for name, value in row.items()} for row in part.to_dicts()]
    if hasattr(part, "_asdict"):
        return {name: _plain(value) for name, value in part._asdict().items() if name not in _INSIDE}
    return part
