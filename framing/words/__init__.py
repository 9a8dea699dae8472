"""The program's own words, for charts, the workbench and the handbook, one file per language; those of a study are in its codebook."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Part = Literal["charts", "workbench", "handbook", "explore"]
FIRST = "en"
"""The language used where no other is asked for, or where the one asked for has no file."""


@cache
def languages() -> Mapping[str, str]:
    """Language code to the language's own name, English first.

    >>> next(iter(languages().items())), languages()["ja"]
    (('en', 'English'), '日本語')
    """
    codes = sorted(file.name.removesuffix(".json") for file in files(__name__).iterdir() if file.name.endswith(".json"))
    return {code: _file(code)["name"] for code in sorted(codes, key=lambda code: (code != FIRST, code))}


def words(part: Part, language: str) -> Mapping[str, str]:
    """Every text of the charts, the workbench or the handbook in one language; English where there is no such language.

    >>> words("workbench", "ru")["saved"], words("charts", "eo")["records"]
    ('Сохранено', 'Records')
    """
    texts: Mapping[str, str] = _file(language if language in languages() else FIRST)[part]
    return texts


@cache
def _file(language: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(files(__name__).joinpath(f"{language}.json").read_text(encoding="utf-8"))
    return content
