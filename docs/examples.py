"""Sets the examples of docstrings as code when the site is built; doctest knows them by their prompt alone."""

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^([ \t]*)>>> .*(?:\n(?![ \t]*\n).*)*", re.MULTILINE)


class Examples(griffe.Extension):  # type: ignore[misc]  # griffe is there only where the site is built
    """Changes every docstring before it is read."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Fences the examples of one object; called by griffe."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """A docstring with its examples as fenced code."""
    return _EXAMPLE.sub(lambda found: f"{found[1]}```python\n{found[0]}\n{found[1]}```", text)
