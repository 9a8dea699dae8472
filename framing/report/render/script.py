"""Modules of JavaScript as one script: a page that is opened from a disk may not load modules."""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(.+?)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|async)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)


def joined(modules: Mapping[str, str]) -> str:
    r"""One script that does what some modules do together; their names must differ.

    Args:
        modules: file name to text; each imports by name from files of the same folder, at its beginning.

    Returns:
        The modules without imports and exports, each after those that it imports, in a block of their own.

    >>> print(joined({"page.js": 'import { one } from "./one.js";\none();\n', "one.js": "export const one = () => 1;\n"}))
    "use strict";
    {
    const one = () => 1;
    one();
    }
    """
    order = TopologicalSorter({name: _IMPORT.findall(text) for name, text in modules.items()}).static_order()
    return '"use strict";\n{\n' + "".join(_bare(modules[name]) for name in order) + "}"


def _bare(text: str) -> str:
    return _EXPORT.sub("", _COMMENT.sub("", _IMPORT.sub("", text)))
