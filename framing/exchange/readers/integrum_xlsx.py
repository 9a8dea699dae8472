"""Integrum, the archive of Russian media, as the workbook that it exports."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from framing.exchange import names, tongue, workbook
from framing.exchange.clipping import Clipping, Export, Item, NotReadableError, Reader, Searched
from framing.exchange.twins import folded

_HEADS = ("Источник", "Дата", "Заголовок", "Анонс")
"""Columns by which the workbook is recognised; Время, Оригинал and Автор may stand beside them."""
_TOP = 10
"""Rows among which the heads of the columns stand."""
_SHORT = re.compile(r"([0-9]{2}\.[0-9]{2}\.)([0-9]{2})")
_LONG = re.compile(r"([0-9]{2}\.[0-9]{2}\.)([0-9]{2})([0-9]{2})")
_ENOUGH = 1_000
"""Characters of a text that tell its language and its date."""
_FIRST_YEAR = 90
"""The archive was founded in 1996 and goes back to the first years after 1990: 90 to 99 are 1990 to 1999."""


def recognises(export: Export) -> bool:
    """A workbook in which a sheet has the Russian heads of the archive."""
    try:
        return workbook.is_workbook(export) and any(_head(sheet.rows) is not None for sheet in workbook.sheets(export))
    except NotReadableError:
        return False


def read(export: Export) -> Iterator[Item]:
    """The articles of every sheet; the workbook does not say what was searched for."""
    found = [sheet for sheet in workbook.sheets(export) if _head(sheet.rows) is not None]
    if not found:
        raise NotReadableError(
            f"{export.name} has no row with the heads {', '.join(_HEADS)}; export it again with them"
        )
    yield Searched("Integrum", "", None)
    for sheet in found:
        head = _head(sheet.rows) or 0
        heads = [cell.strip() for cell in sheet.rows[head]]
        for number, cells in enumerate(sheet.rows[head + 1 :], head + 2):
            if any(cell.strip() for cell in cells):
                place = f"row {number}" if len(found) == 1 else f"{sheet.title}, row {number}"
                yield _clipping(place, dict(zip(heads, cells, strict=True)))


def _head(rows: list[list[str]]) -> int | None:
    """Where the row of heads stands, counted from 0."""
    return next((place for place, row in enumerate(rows[:_TOP]) if {*_HEADS} <= {cell.strip() for cell in row}), None)


def _clipping(place: str, row: Mapping[str, str]) -> Clipping:
    source, headline, text = (row[name].strip() for name in ("Источник", "Заголовок", "Анонс"))
    printed, remark = _dated(row["Дата"].strip().removesuffix(" 00:00:00"), text)
    body = _body(headline, text)
    return Clipping(
        place=place,
        outlet=source,
        printed=printed,
        headline=headline,
        language=tongue.russian(f"{headline} {body[:_ENOUGH]}"),
        byline=names.listed(row.get("Автор", "")),
        section=source.partition(":")[2].strip(),
        url=row.get("Оригинал", "").strip(),
        text=body,
        remarks=(remark,) if remark else (),
    )


def _dated(printed: str, text: str) -> tuple[str, str]:
    """The date with its century, and what a person should look at.

    The archive writes dd.mm.yy whatever the machine, so the order is certain. The century is, where the text repeats the date
    in full, and else by the years that the archive holds; what lies outside them is left as it is printed.
    """
    short = _SHORT.fullmatch(printed)
    if not short:
        return printed, ""
    repeated = next((found for line in _told(text[:_ENOUGH])[:2] if (found := _LONG.fullmatch(line))), None)
    if repeated and (repeated[1], repeated[3]) == short.groups():
        return repeated[0], ""
    remark = f"the text begins with another date, {repeated[0]}, than the row, {printed}" if repeated else ""
    year = int(short[2])
    if year >= _FIRST_YEAR:
        return f"{short[1]}19{short[2]}", remark
    return (f"{short[1]}20{short[2]}", remark) if year <= date.today().year % 100 else (printed, remark)


def _told(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _body(headline: str, text: str) -> str:
    """The text without the headline and the date that the archive repeats above it."""
    rest = text.strip()
    first, _, behind = rest.partition("\n")
    if folded(first) == folded(headline):
        rest = behind.strip()
        first, _, behind = rest.partition("\n")
    return behind.strip() if _LONG.fullmatch(first.strip()) else rest


READER = Reader("Integrum, xlsx", recognises, read)
