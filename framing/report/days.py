"""Days, months and stretches of time, as pages write them in the language of the reader."""

from datetime import date

import polars as pl
from babel.dates import format_skeleton

from framing.report.blocks import Line
from framing.report.messages import locale
from framing.report.speech import Speech


def month(say: Speech, day: date) -> str:
    """The month of a day.

    >>> from framing.report.speech import speech
    >>> [month(speech(language), date(2015, 7, 9)) for language in ("en", "ja", "ru")]
    ['July 2015', '2015年7月', 'июль 2015\u202fг.']
    """
    return format_skeleton("yMMMM", day, locale=locale(say.language))


def spelled_out(say: Speech, text: str) -> str:
    """An EDTF date as prose writes it.

    >>> from framing.report.speech import speech
    >>> said = speech("en")
    >>> spelled_out(said, "2014-10-17"), spelled_out(said, "2015-07?"), spelled_out(said, "2013-04-28/2013-04-30")
    ('17 October 2014', 'July 2015 (uncertain)', '28 April 2013 to 30 April 2013')
    >>> spelled_out(speech("ja"), "2013-04-28/.."), spelled_out(speech("ja"), "2013~")
    ('2013年4月28日以降', '2013年（おおよその時期）')
    """
    if "/" in text:
        start, end = text.split("/")
        first = spelled_out(say, start)
        return (
            say.text("days-from", first=first)
            if end == ".."
            else say.text("days-range", first=first, last=spelled_out(say, end))
        )
    parts = [int(part) for part in text.rstrip("?~%").split("-")]
    if len(parts) == 3:
        told = say.text("days-day", day=date(*parts))
    elif len(parts) == 2:
        told = month(say, date(parts[0], parts[1], 1))
    else:
        told = format_skeleton("y", date(parts[0], 1, 1), locale=locale(say.language))
    doubt = {"?": "days-uncertain", "~": "days-approximate", "%": "days-uncertain-approximate"}.get(text[-1])
    return say.text(doubt, date=told) if doubt else told


def span(say: Speech, days: pl.Series) -> Line:
    """The first and the last of some days, as a sentence gives them.

    >>> from framing.report.speech import speech
    >>> span(speech("en"), pl.Series([date(2014, 2, 9), date(2016, 2, 16)]))
    ('between 9 February 2014 and 16 February 2016',)
    """
    ordered = sorted(days.drop_nulls())
    if not ordered:
        return say("days-undated")
    if ordered[0] == ordered[-1]:
        return say("days-on", day=ordered[0])
    return say("days-between", first=ordered[0], last=ordered[-1])
