"""How an archive writes its records as lines of label and value: a map that a person declares, never a guess."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from framing.study import load, validate
from framing.study.faults import Fault, meant


class Labels(NamedTuple):
    """A map of labels; its file is described in ``labels.schema.json``.

    Attributes:
        labels: the field of each label as it is printed; ``nothing`` for what is not wanted.
        archive: the database.
        encoding: of its files, or empty where it is to be found.
        separator: how the line begins that stands between two records, or empty.
        first: the label with which every record begins, or empty.
        sign: what stands between a label and its value; None for a colon of any width.
        always: what every record is and none says: outlet, language, medium.
    """

    labels: Mapping[str, str]
    archive: str = ""
    encoding: str = ""
    separator: str = ""
    first: str = ""
    sign: str | None = None
    always: Mapping[str, str] = {}


def read(raw: bytes, file: str) -> Labels | list[Fault]:
    """The map in a JSON file, or everything that is wrong with it.

    >>> [str(fault) for fault in read(b'{"labels": {"DT": "dat"}, "first": "D", "always": {"outlet": "Sankei"}}', "map.json")]
    ["map.json::/labels/DT: 'dat' is not one of the allowed values; did you mean 'date'?"]
    """
    found = load.parse(raw, "labels", file, 0)
    faults = [part for part in found if isinstance(part, Fault)]
    for document in (part for part in found if not isinstance(part, Fault)):
        faults += validate.faults(document, _contract()) or _contradictions(document)
    last = found[-1]
    return faults if faults or isinstance(last, Fault) else _labels(last.record)


def _labels(record: Mapping[str, Any]) -> Labels:
    return Labels(**{key: value for key, value in record.items() if key in Labels._fields})


@cache
def _contract() -> validate.Contract:
    schema = files("framing.exchange").joinpath("labels.schema.json").read_text(encoding="utf-8")
    return validate.contract(json.loads(schema))


def _contradictions(document: load.Document) -> Iterator[Fault]:
    """What is wrong with a map that has the right form."""
    record: Mapping[str, Any] = document.record
    labels, fields = record["labels"], set(record["labels"].values())
    if ("separator" in record) == ("first" in record):
        yield document.fault(
            "",
            "labels_parted",
            "name either separator, the line between two records, or first, the label of their start",
        )
    if record.get("first", next(iter(labels))) not in labels:
        yield document.fault(
            "/first", "labels_first", f"{record['first']!r} is not among the labels{meant(record['first'], labels)}"
        )
    if "date" not in fields:
        yield document.fault("/labels", "labels_date", "no label is the date; an article without one cannot be taken")
    if "outlet" not in fields and "outlet" not in record.get("always", {}):
        yield document.fault("/labels", "labels_outlet", "no label is the outlet; name the one paper in always/outlet")
