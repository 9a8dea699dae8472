"""The list that a sample is drawn from, kept as a file so that anybody can draw again."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from framing.study import edtf
from framing.study.faults import Fault, InvalidStudy
from framing.study.sampling.designs import Unit

FOLDER = "sampling"
COLUMNS = ("key", "outlet", "first", "last", "language")


def unit(article: Mapping[str, Any], key: str = "") -> Unit:
    """An article record as a unit of a frame.

    >>> unit({"id": "a", "outlet": "x", "language": "en", "date": {"published": "2014-03"}}).last
    datetime.date(2014, 3, 31)
    """
    days = edtf.span(article["date"]["published"])
    assert days
    return Unit(key or article["id"], article["outlet"], days.first, days.last or days.first, article["language"])


def as_bytes(frame: Iterable[Unit]) -> bytes:
    r"""The file of a frame: CSV, UTF-8, sorted by key.

    >>> as_bytes([Unit("a", "x", date(2014, 3, 1), date(2014, 3, 1), "en")])
    b'key,outlet,first,last,language\na,x,2014-03-01,2014-03-01,en\n'
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(sorted(frame))
    return out.getvalue().encode()


def digest(raw: bytes) -> str:
    """The hash by which a frame is known."""
    return sha256(raw).hexdigest()


def file_of(name: str) -> str:
    """Where the frame of a sample stands.

    >>> file_of("main")
    'sampling/main.csv'
    """
    return f"{FOLDER}/{name}.csv"


def faults(root: Path, sample: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with the file of the frame that a sample was drawn from."""
    name = sample["frame"]["file"]
    path = root / name
    if not path.is_file():
        yield Fault(
            name, 0, "", "frame_kept", f"the list that sample {sample['id']!r} was drawn from is missing; restore it"
        )
    elif digest(path.read_bytes()) != sample["frame"]["sha256"]:
        yield Fault(
            name,
            0,
            "",
            "frame_kept",
            f"this list was changed after sample {sample['id']!r} was drawn from it; restore it",
        )


def kept(root: Path, sample: Mapping[str, Any]) -> list[Unit]:
    """The frame that a sample was drawn from.

    Raises:
        InvalidStudy: when the file is gone, or no longer what the sample was drawn from.
    """
    if wrong := list(faults(root, sample)):
        raise InvalidStudy(wrong)
    raw = (root / sample["frame"]["file"]).read_bytes()
    return _units(list(csv.DictReader(io.StringIO(raw.decode()))))


def _units(rows: Sequence[Mapping[str, str]]) -> list[Unit]:
    return [
        Unit(
            row["key"],
            row["outlet"],
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["language"],
        )
        for row in rows
    ]
