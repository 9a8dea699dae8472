"""The style sheet, the icon and the modules that pages load: what is in the folder, and nothing else."""

import re
from functools import cache
from importlib.resources import files

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_IMPORT = re.compile(r'^import .*? from "\./([a-z]+\.js)";$', re.MULTILINE)


@cache
def names() -> frozenset[str]:
    """Names of the files that are served."""
    listed = {file.name for file in files("framing.workbench").joinpath("static").iterdir()}
    return frozenset(name for name in listed if name.rsplit(".", 1)[-1] in TYPES)


def content(name: str) -> bytes:
    """The bytes of one of the listed files."""
    return files("framing.workbench").joinpath("static", name).read_bytes()


def media_type(name: str) -> str:
    """What a listed file is, for the browser."""
    return TYPES[name.rsplit(".", 1)[-1]]


@cache
def modules(first: str) -> tuple[str, ...]:
    """A module and all that it imports, so that a page can ask for them at once and not one after the other.

    >>> modules("queue.js")
    ('queue.js', 'keys.js', 'page.js')
    """
    found = [first]
    for name in found:
        found += [other for other in _IMPORT.findall(content(name).decode("utf-8")) if other not in found]
    return tuple(found)
