"""Codings of Qualtrics: its export as CSV, with three rows of headings: ids, questions, import ids.

What Qualtrics notes of a person beside the answers (address, place, time spent) is left out unless the map names it. Answers that
were not finished and previews are nobody's codings. The import ids of these columns are the same in every language.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from framing.exchange import decoded
from framing.exchange.cells import of_text, separator_of
from framing.exchange.clipping import Export, NotReadableError, Trouble
from framing.exchange.codings import heads, tables
from framing.exchange.codings.line import Cell, Form, Found, Line, Remark
from framing.exchange.codings.mapping import Map

_NOTED = frozenset(
    {"startDate", "endDate", "status", "ipAddress", "progress", "duration", "finished", "recordedDate", "recipientLastName",
     "recipientFirstName", "recipientEmail", "externalDataReference", "locationLatitude", "locationLongitude",
     "distributionChannel", "userLanguage"}
)  # fmt: skip
_RESPONSE = "_recordId"
_TRIALS = ("preview", "test")
_TRIAL_CODES = frozenset({"1", "2", "9", "17"})
"""How exports with numbers instead of words tell previews and tests."""
_NO = frozenset({"0", "false", "no", "いいえ", "нет", "ложь"})


def _read(export: Export, told: Map) -> Iterator[Found]:
    text, _encoding = decoded.text(export)
    rows = list(of_text(text, separator_of(text) or ",", export.name))
    marks = [_mark(cell) for cell in rows[2][1]] if len(rows) > 2 else []
    if not marks or len(rows[0][1]) != len(marks) or not all(marks):
        raise NotReadableError(
            f'{export.name} must have three rows of headings, the third with an "ImportId" for each column; export it again'
        )
    ids = [mark["ImportId"] for mark in marks]
    zone = next((mark.get("timeZone", "") for mark in marks if mark["ImportId"] == "recordedDate"), "")
    names = _names(rows[0][1], ids)
    named = {told.coder, told.variable, told.value, *told.article.values(), *told.columns}
    kept = [each not in _NOTED or name in named for each, name in zip(ids, names, strict=True)]
    left_out: Counter[str] = Counter()
    for number, cells in rows[3:]:
        if not any(cells):
            continue
        if len(cells) != len(ids):
            yield Trouble(f"row {number}", f"has {len(cells)} cells, but the heading has {len(ids)}; export it again")
            continue
        row = [cell.strip() for cell in cells]
        noted = dict(zip(ids, row, strict=True))
        if why := _why_not(noted):
            left_out[why] += 1
            continue
        answers = [Cell(*each) for each, keep in zip(zip(names, row, strict=True), kept, strict=True) if keep]
        time = heads.in_zone(noted.get("recordedDate", ""), zone)
        yield Line(f"row {number}", "", (*answers, *([Cell("coded_at", time)] if time else [])))
    yield from (Remark("", f"{count} answer(s) left out: {why}") for why, count in left_out.items())
    noted_by_it = [name for name, keep in zip(names, kept, strict=True) if not keep]
    if noted_by_it:
        yield Remark("", f"what Qualtrics noted beside the answers is left out: {', '.join(noted_by_it)}")


def _mark(cell: str) -> dict[str, str]:
    """What the third row says of a column; empty where it says nothing."""
    try:
        mark = json.loads(cell.replace("'", '"') if cell.startswith("{'") else cell)
    except (ValueError, RecursionError):
        return {}
    texts = isinstance(mark, dict) and all(isinstance(value, str) for value in mark.values())
    return dict(mark) if texts and "ImportId" in mark else {}


def _names(heads: Sequence[str], ids: Sequence[str]) -> list[str]:
    """What each column is called; the id of an answer is ``ResponseId`` in every version."""
    named = ["ResponseId" if mark == _RESPONSE else head for head, mark in zip(heads, ids, strict=True)]
    return tables.headings([named], len(named))


def _why_not(noted: dict[str, str]) -> str:
    """Why an answer is nobody's coding; empty where it is one."""
    status = noted.get("status", "").casefold()
    if status in _TRIAL_CODES or any(word in status for word in _TRIALS):
        return "a preview or test"
    progress = noted.get("progress", "")
    unfinished = noted.get("finished", "").casefold() in _NO or (progress.isdecimal() and int(progress) < 100)
    return "in progress, not finished" if unfinished else ""


FORM = Form("Qualtrics (CSV)", heads.is_qualtrics, _read, {"separator": ","})
