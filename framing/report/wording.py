"""How a p, a difference and a score are written, and what accompanies every p."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.compare.result import Comparison
from framing.refusal import Refusal
from framing.report.blocks import Inline, Line, Paragraph, line
from framing.report.context import number, share


def p_words(p: float | None) -> str:
    """A p, or a q, as print has it.

    >>> p_words(0.0312), p_words(0.00002), p_words(None)
    ('.031', '<.001', '–')
    """
    if p is None:
        return "–"
    return "<.001" if p < 0.001 else "1" if p > 0.9995 else f"{p:.3f}".removeprefix("0")


def points(value: float | None, low: float | None = None, high: float | None = None) -> str:
    r"""A difference of shares in percentage points, with its interval.

    >>> points(0.126, 0.09, 0.16), points(-0.5), points(-0.001)
    ('+13 [+9;\xa0+16]', '-50', '0')
    """
    if value is None:
        return "–"
    ends = "" if low is None or high is None else f" [{_signed_points(low)};\xa0{_signed_points(high)}]"
    return f"{_signed_points(value)}{ends}"


def _signed_points(value: float) -> str:
    return f"{whole:+d}" if (whole := round(value * 100)) else "0"


def gap(days: int | None, earliest: int | None, latest: int | None) -> str:
    """The days between two dates, with the possible range where one is not known to the day or covers several days.

    >>> gap(3, 3, 3), gap(0, -12, 18), gap(4, 4, 34), gap(0, 0, None), gap(None, None, None)
    ('+3', '0 (−12 to +18)', '+4 (+4 to +34)', '0 (0 or more)', '–')
    """
    if days is None or earliest is None:
        return "–"
    if earliest == latest:
        return signed_days(days)
    most = "or more" if latest is None else f"to {signed_days(latest)}"
    return f"{signed_days(days)} ({signed_days(earliest)} {most})"


def apart(least: int, most: int | None) -> str:
    """A distance in days as far as both dates are known.

    >>> apart(3, 3), apart(0, 41), apart(7, None)
    ('3', '0 to 41', '7 or more')
    """
    return f"{least} or more" if most is None else str(least) if least == most else f"{least} to {most}"


def signed_days(days: int) -> str:
    """Days after an event, with their sign.

    >>> signed_days(3), signed_days(-12), signed_days(0)
    ('+3', '−12', '0')
    """
    return f"{days:+d}".replace("-", "−") if days else "0"


def bounded(value: float, low: float | None, high: float | None, how: str = ".2f") -> str:
    r"""A number in some format, with its interval in the same format where it has one.

    >>> bounded(0.61, 0.5, 0.7), bounded(0.61, None, None), bounded(0.61, 0.5, 0.7, "+.1f")
    ('0.61 [0.50;\xa00.70]', '0.61', '+0.6 [+0.5;\xa0+0.7]')
    """
    return f"{value:{how}}" + ("" if low is None or high is None else f" [{low:{how}};\xa0{high:{how}}]")


def interval_words(shares: pl.DataFrame) -> str:
    """What the 95 % intervals of a comparison treat as independent, or that there are none.

    >>> interval_words(pl.DataFrame({"interval_by": ["events"]}))
    '95 % intervals treat events, not articles, as independent'
    """
    by = shares["interval_by"].drop_nulls()
    if by.is_empty():
        return "no intervals"
    return "95 % intervals treat " + (
        "events, not articles, as independent"
        if by[0] == "events"
        else "articles as independent (Wilson’s, and Newcombe’s for differences)"
    )


def refused(refusal: Refusal, *beginning: Inline | Line) -> Paragraph:
    """A refusal in place of a number; the beginning says which number, or that it is the one here.

    >>> refused(Refusal("no_peers", "It is alone.", "Another paper."), "Peers:").text
    ('Peers:', ' It is alone. Needed: Another paper.')
    """
    return Paragraph(line(*(beginning or ("No number is given here.",)), f" {refusal}"), "refusal")


def each_refused(table: pl.DataFrame, labels: Mapping[str, str], beginning: str) -> list[Paragraph]:
    """Why some variables have no number, in one paragraph; none where all have one.

    >>> table = pl.DataFrame({"variable": ["stance", "tone"], "refused": ["Too few articles.", None]})
    >>> [paragraph] = each_refused(table, {"stance": "Stance", "tone": "Tone"}, "No p is given for")
    >>> paragraph.text
    ('No p is given for Stance: Too few articles.',)
    """
    refusals = table.drop_nulls("refused").select("variable", "refused").iter_rows()
    reasons = "; ".join(f"{labels[variable]}: {reason.rstrip('.')}" for variable, reason in refusals)
    return [Paragraph(line(f"{beginning} {reasons}."), "refusal")] if reasons else []


def side_cells(row: Mapping[str, Any], side: str, ends: str = "") -> tuple[Line, Line]:
    """How many articles of one side give an answer, and their share if the floors allow it.

    >>> side_cells({"records_b": [], "hits_b": 0.0, "n_b": 12.0}, "b")
    (('0',), ('0%, 0 of 12',))
    """
    held = row[f"records_{side}"]
    count = number(len(held), held) if held else line("0")
    return count, line(share(row[f"hits_{side}"], row[f"n_{side}"], ends))


def p_cells(p: float | None, q: tuple[float, float] | None) -> tuple[Line, ...]:
    """A p with both its adjusted values; dashes where it belongs to no family.

    >>> p_cells(0.01, (0.03, 0.0551)), p_cells(0.01, None)
    ((('.010',), ('.030',), ('.055',)), (('.010',), ('–',), ('–',)))
    """
    return tuple(line(p_words(value)) for value in (p, *(q or (None, None))))


def sampling_note(statement: str) -> Paragraph:
    """How the articles were chosen, as ``compare.sampling`` states it; accompanies every p."""
    return Paragraph(line(f"How the articles were chosen: {statement}"), "caution")


def signed(value: float) -> str:
    """A score as scales have it.

    >>> signed(1.5), signed(0.0)
    ('+1.5', '0')
    """
    return f"{value:+g}" if value else "0"


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
