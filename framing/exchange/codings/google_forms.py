"""Codings of Google Forms: the answers as CSV, from the form itself or from the sheet that collects them.

The answers of check boxes stand in one cell, with "; " or ", " between them; where a choice has commas itself, the labels of the
codebook tell which belong together. The form's own CSV tells the zone of its times, the sheet does not.
"""

from collections.abc import Iterator

from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import heads, tables
from framing.exchange.codings.line import Cell, Form, Found, Line, Remark
from framing.exchange.codings.mapping import Map


def _read(export: Export, told: Map) -> Iterator[Found]:
    if not heads.is_google_form(export):
        raise NotReadableError(f"{export.name} does not begin with the times of answers; download it again as CSV")
    without_zone = 0
    for item in tables.read_csv(export, told._replace(header=(1,))):
        if not isinstance(item, Line):
            yield item
            continue
        first, *rest = item.cells
        time = heads.stamped(first.text)
        without_zone += bool(first.text) and not time
        mapped = first.name in {told.coder, *told.article.values(), *told.columns}
        taken = (first,) if mapped else (Cell("coded_at", time),) if time else ()
        yield (
            item._replace(cells=(*taken, *rest)) if first.text else Trouble(item.place, "has no time; is it an answer?")
        )
    if without_zone:
        yield Remark(
            "", f'times of {without_zone} answer(s) are left out, for the file does not say their zone: say "coded_at"'
        )


FORM = Form("Google Forms (CSV)", heads.is_google_form, _read, {"separator": [", ", ";"]})
