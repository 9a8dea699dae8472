"""Reads a REFI-QDA project with pyrefiqda (MIT), which is not ours, and prints what is in it. Runs in an environment of its own."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from pyrefiqda import RefiProject


def inside(value: Any) -> Iterator[Any]:
    """A part of a project and everything in it, in order."""
    if isinstance(value, list):
        for each in value:
            yield from inside(each)
    elif hasattr(value, "model_fields_set"):
        yield value
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))


project = RefiProject.load(sys.argv[1], "opened")
parts = list(inside(project))
kinds = [type(part).__name__ for part in parts]
wanted = ("TextSource", "PlainTextSelection", "Coding", "Code", "User")
counts = {name: sum(kind in (name, f"{name}Type") for kind in kinds) for name in wanted}
quotes = [part.name for part in parts if type(part).__name__.startswith("PlainTextSelection")]
print(json.dumps({**counts, "quotes": quotes}, ensure_ascii=False))
