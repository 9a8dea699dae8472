"""How tables of programs begin, by which they are told apart from others; and times of online forms, with their zone."""

import csv
import re
from datetime import datetime, timedelta, timezone
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from framing.exchange.clipping import Export

_HEAD = 65_536
_IMPORT_ID = re.compile(r"""\{""?'?ImportId""")
_STAMP = re.compile(
    r"(?P<day>[0-9]{4}/[0-9]{2}/[0-9]{2}) (?P<hour>[0-9]{1,2}):(?P<rest>[0-9]{2}:[0-9]{2})(?: (?P<half>AM|PM|午前|午後))? "
    r"(?:GMT|UTC)(?P<sign>[+-])(?P<hours>[0-9]{1,2})(?::(?P<minutes>[0-9]{2}))?"
)
"""The time of an answer in the CSV that the form itself gives."""
_OF_SHEET = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( [AP]M)?")
"""The same in the sheet that collects the answers: in no zone, in the order that the sheet's country has."""
_TIMESTAMP = frozenset(
    {"timestamp", "タイムスタンプ", "отметка времени", "zeitstempel", "horodateur", "marca temporal", "informazioni cronologiche"}
)  # fmt: skip
"""How Google heads its first column."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?|#")


def head_of(export: Export) -> str:
    """The beginning of a table as text; signs that cannot be read are replaced."""
    raw = export.raw[:_HEAD]
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(raw[:2], "utf-8")
    return raw.decode(wide, "replace").removeprefix("\ufeff")


def is_qualtrics(export: Export) -> bool:
    """Whether a table has a row that names the import id of each column."""
    return export.raw[:1] not in (b"<", b"{", b"[") and bool(_IMPORT_ID.search(head_of(export)))


def is_google_form(export: Export) -> bool:
    """Whether a table begins with the time of each answer, as Google writes it."""
    head = head_of(export)
    if head[:40].lstrip('"').split(",")[0].split('"')[0].strip().casefold() not in _TIMESTAMP:
        return False
    try:
        rows = [row for row in islice(csv.reader(head.splitlines(keepends=True)), 4) if row]
    except csv.Error:
        return False
    first = rows[1][0].strip() if len(rows) > 1 else ""
    return bool(_STAMP.fullmatch(first) or _OF_SHEET.fullmatch(first))


def is_recal(export: Export) -> bool:
    """Whether a file has numbers from its first line on, in two columns or more, as ReCal takes them."""
    lines = [line for line in head_of(export)[:4096].splitlines()[:5] if line.strip()]
    sign = next((sign for sign in "\t;," if lines and sign in lines[0]), "")
    rows = [[cell.strip().strip('"') for cell in line.split(sign)] for line in lines] if sign else []
    rows = rows[:-1] if len(rows) > 1 and len(export.raw) > 4096 else rows
    return bool(rows) and all(len(row) == len(rows[0]) and all(map(_NUMBER.fullmatch, row)) for row in rows)


def stamped(text: str) -> str:
    """The time of an answer of a Google form in ISO 8601; empty where its zone is not said.

    >>> stamped("2026/03/04 9:12:33 PM GMT+9"), stamped("3/4/2026 9:12:33")
    ('2026-03-04T21:12:33+09:00', '')
    """
    found = _STAMP.fullmatch(text)
    if not found:
        return ""
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in ("PM", "午後")) if found["half"] else int(found["hour"])
    east = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0)) * (
        -1 if found["sign"] == "-" else 1
    )
    try:
        time = datetime.strptime(f"{found['day']} {hour:02}:{found['rest']}", "%Y/%m/%d %H:%M:%S")
        return time.replace(tzinfo=timezone(east)).isoformat()
    except ValueError:
        return ""


def in_zone(text: str, zone: str) -> str:
    """A time of a Qualtrics export in ISO 8601; empty where its zone is not said, or not known.

    >>> in_zone("2026-03-04 09:12:33", "Asia/Tokyo"), in_zone("2026-03-04 09:12:33", "")
    ('2026-03-04T09:12:33+09:00', '')
    """
    try:
        time = datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
        return time.replace(tzinfo=ZoneInfo(zone)).isoformat() if zone else ""
    except (ValueError, ZoneInfoNotFoundError, OSError):
        return ""
