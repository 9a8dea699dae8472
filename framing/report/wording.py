"""How a p, a difference and a score are written, and what accompanies every p."""

import re
from collections.abc import Mapping
from typing import Any, Literal

import polars as pl
from babel.numbers import get_decimal_symbol

from framing.analysis.choices import Choices
from framing.analysis.floors import FLOORS, SIDE
from framing.analysis.sampling import unsampled
from framing.compare.result import Comparison
from framing.compare.sampling import nearly_alike, read_twice, ways
from framing.refusal import Refusal
from framing.report.blocks import Inline, Line, Paragraph, joined, line
from framing.report.context import Context, number, share
from framing.report.sides import told_refusal
from framing.report.speech import Share, Speech, speech
from framing.study.levels import signed
from framing.words import FIRST

ENGLISH = speech(FIRST)
Kind = Literal["number", "p"]


def decimals(text: str, say: Speech) -> str:
    """Numbers written with a point, as the language writes them.

    >>> decimals("0.61 [.50; 0.7]", speech("ru")), decimals(".031", speech("ja"))
    ('0,61 [0,50; 0,7]', '.031')
    """
    symbol = get_decimal_symbol(say.language)
    if symbol == ".":
        return text
    return re.sub(r"(\d*)\.(\d+)", lambda found: f"{found[1] or 0}{symbol}{found[2]}", text)


def p_words(p: float | None, say: Speech = ENGLISH) -> str:
    """A p, or a q, as print has it.

    >>> p_words(0.0312), p_words(0.00002), p_words(None)
    ('.031', '<.001', '–')
    """
    if p is None:
        return "–"
    return decimals("<.001" if p < 0.001 else "1" if p > 0.9995 else f"{p:.3f}".removeprefix("0"), say)


def p_equals(p: float, say: Speech = ENGLISH) -> str:
    """A p with its sign, as it stands in a sentence.

    >>> p_equals(0.03), p_equals(0.0001)
    ('p = .030', 'p <.001')
    """
    told = p_words(p, say)
    return f"p {told}" if told.startswith("<") else f"p = {told}"


def points(value: float | None, low: float | None = None, high: float | None = None) -> str:
    r"""A difference of shares in percentage points, with its interval.

    >>> points(0.126, 0.09, 0.16), points(-0.5), points(-0.001)
    ('+13 [+9;\xa0+16]', '−50', '0')
    """
    if value is None:
        return "–"
    ends = "" if low is None or high is None else f" [{_signed_points(low)};\xa0{_signed_points(high)}]"
    return f"{_signed_points(value)}{ends}"


def _signed_points(value: float) -> str:
    return signed(round(value * 100))


def gap(days: int | None, earliest: int | None, latest: int | None, say: Speech = ENGLISH) -> str:
    """The days between two dates, with the possible range where one is not known to the day or covers several days.

    >>> gap(3, 3, 3), gap(0, -12, 18), gap(4, 4, 34), gap(0, 0, None), gap(None, None, None)
    ('+3', '0 (−12 to +18)', '+4 (+4 to +34)', '0 (0 or more)', '–')
    """
    if days is None or earliest is None:
        return "–"
    if earliest == latest:
        return signed(days)
    least = signed(earliest)
    if latest is None:
        return f"{signed(days)} ({say.text('comparison-or-more', least=least)})"
    return f"{signed(days)} ({say.text('comparison-span', low=least, high=signed(latest))})"


def apart(least: int, most: int | None, say: Speech = ENGLISH) -> str:
    """A distance in days as far as both dates are known.

    >>> apart(3, 3), apart(0, 41), apart(7, None)
    ('3', '0 to 41', '7 or more')
    """
    if most is None:
        return say.text("comparison-or-more", least=str(least))
    return str(least) if least == most else say.text("comparison-span", low=str(least), high=str(most))


def bounded(value: float, low: float | None, high: float | None, how: str = ".2f", say: Speech = ENGLISH) -> str:
    r"""A number in some format, with its interval in the same format where it has one.

    >>> bounded(0.61, 0.5, 0.7), bounded(0.61, None, None), bounded(0.61, -0.5, 0.7, "+.1f")
    ('0.61 [0.50;\xa00.70]', '0.61', '+0.6 [−0.5;\xa0+0.7]')
    """
    ends = "" if low is None or high is None else f" [{low:{how}};\xa0{high:{how}}]"
    return decimals(f"{value:{how}}{ends}", say).replace("-", "−")


def interval_by(shares: pl.DataFrame) -> str:
    """What the 95 % intervals of a comparison treat as independent: events, articles, or none, where there are no intervals.

    >>> interval_by(pl.DataFrame({"interval_by": ["events"]})), interval_by(pl.DataFrame({"interval_by": [None]}))
    ('events', 'none')
    """
    by = shares["interval_by"].drop_nulls()
    return "none" if by.is_empty() else str(by[0])


def refused(refusal: Refusal, *beginning: Inline | Line, ctx: Context) -> Paragraph:
    """A refusal in place of a number; the beginning says which number, or that it is the one here.

    >>> from framing.analysis.choices import USUAL
    >>> from framing.corpus import read
    >>> from framing.report.context import context
    >>> refused(Refusal("no_peers", "It is alone.", "Another paper."), "Peers:", ctx=context(read(), USUAL)).text
    ('Peers:', ' ', 'It is alone. Needed: Another paper.')
    """
    told, between = told_refusal(ctx, refusal), ctx.say.text("between-sentences")
    return Paragraph(line(*(beginning or (ctx.say.text("comparison-no-number"),)), between, told), "refusal")


def each_refused(table: pl.DataFrame, labels: Mapping[str, str], kind: Kind, say: Speech) -> list[Paragraph]:
    """Which variables have no number, or no p, for want of articles or of events; none where all have one.

    >>> table = pl.DataFrame({"variable": ["stance", "tone"], "refused": ["Few.", None], "superiority": [None, 0.5], "n_a": 3.0, "n_b": 2.0})
    >>> [paragraph] = each_refused(table, {"stance": "Stance", "tone": "Tone"}, "number", ENGLISH)
    >>> paragraph.text
    ('No number is given for Stance (3 and 2 articles); at least 4 are needed on each side.',)
    """
    refusals = table.drop_nulls("refused").to_dicts()
    few = [
        say("refusals-scale", scale=labels[row["variable"]], a=row["n_a"], b=row["n_b"])
        for row in refusals
        if row["superiority"] is None
    ]
    still = [labels[row["variable"]] for row in refusals if row["superiority"] is not None]
    told = [say("refusals-scales", scales=few, kind=kind, least=SIDE)] if few else []
    told += [say("refusals-scales-events", scales=still)] if still else []
    return [Paragraph(one, "refusal") for one in told]


def told_share(hits: float, n: float, ends: str, say: Speech) -> str:
    """A share as ``share`` has it, in the language of the page."""
    if say.language == FIRST or n < FLOORS[2].articles:
        return share(hits, n, ends)
    few = "yes" if n < FLOORS[3].articles else "no"
    return say.text("comparison-share", share=Share(hits / n), ends=ends, hits=round(hits, 2), n=round(n, 2), few=few)


def side_cells(row: Mapping[str, Any], side: str, ends: str = "", say: Speech = ENGLISH) -> tuple[Line, Line]:
    """How many articles of one side give an answer, and their share if the floors allow it.

    >>> side_cells({"records_b": [], "hits_b": 0.0, "n_b": 12.0}, "b")
    (('0',), ('0%, 0 of 12',))
    """
    held = row[f"records_{side}"]
    count = number(len(held), held) if held else line("0")
    return count, line(told_share(row[f"hits_{side}"], row[f"n_{side}"], ends, say))


def p_cells(p: float | None, q: tuple[float, float] | None, say: Speech = ENGLISH) -> tuple[Line, ...]:
    """A p with both its adjusted values; dashes where it belongs to no family.

    >>> p_cells(0.01, (0.03, 0.0551)), p_cells(0.01, None)
    ((('.010',), ('.030',), ('.055',)), (('.010',), ('–',), ('–',)))
    """
    return tuple(line(p_words(value, say)) for value in (p, *(q or (None, None))))


def sampling_note(
    say: Speech, articles: pl.DataFrame, choices: Choices, told: Literal["chosen", "untested"] = "chosen"
) -> Paragraph:
    """How the articles were chosen, and what a p can therefore say; accompanies every p, and articles of which none is given.

    Args:
        say: the words of the page.
        articles: articles with ``article``, ``side`` and ``sampling``.
        choices: whether they are treated as a sample.
        told: *chosen* beside a p, *untested* where there is none.
    """
    return Paragraph(say("comparison-chosen", how=told_sampling(say, articles, choices, told)), "caution")


def told_sampling(
    say: Speech, articles: pl.DataFrame, choices: Choices, told: Literal["chosen", "untested"] = "chosen"
) -> Line:
    """The sentence of ``compare.sampling.statement`` in the language of the page."""
    if read_twice(articles):
        return say(f"comparison-{told}-readings", articles=articles["article"].n_unique())
    parts = [say(f"comparison-{told}-way", kind=kind, articles=count) for kind, count in ways(articles)]
    if len(parts) == 1:
        [(kind, count)] = ways(articles)
        first = say(f"comparison-{told}-all", kind=kind, articles=count)
    else:
        first = say(
            "comparison-chosen-ways", articles=articles.height, ways=joined(parts, say.text("comparison-semicolon"))
        )
    sentences = [first]
    if found := nearly_alike(articles):
        sentences.append(say("comparison-chosen-alike", lowest=float(found[0]), highest=float(found[1])))
    if choices.treat_as == "sample" and unsampled(articles).height:
        sentences.append(say("comparison-on-request"))
    return joined(sentences, say.text("between-sentences"))


def family_size(compared: Comparison) -> int:
    """How many tests are adjusted together."""
    if isinstance(compared.family, Refusal) or compared.family.is_empty():
        return 0
    return int(compared.family["m"][0])


def adjusted(compared: Comparison) -> dict[str, tuple[float, float]]:
    """Both adjusted values of every test of the family."""
    if isinstance(compared.family, Refusal):
        return {}
    return {test: (bh, by) for test, bh, by in compared.family.select("test", "q_bh", "q_by").iter_rows()}
