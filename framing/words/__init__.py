"""The program's own words, for charts and for the workbench: a language is a file. Those of a study stand in its codebook."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Part = Literal["charts", "workbench"]
FIRST = "en"
"""The language that is used where another is not asked for, or is not there."""


@cache
def languages() -> Mapping[str, str]:
    """The languages in which all words are there, by their codes: their own names, English first.

    >>> next(iter(languages().items())), languages()["ja"]
    (('en', 'English'), '日本語')
    """
    found = sorted(file.name.removesuffix(".json") for file in files(__name__).iterdir() if file.name.endswith(".json"))
    return {code: _file(code)["name"] for code in sorted(found, key=lambda code: (code != FIRST, code))}


def words(part: Part, language: str) -> Mapping[str, str]:
    """Every text of the charts or of the workbench in one language; English where there is no such language.

    >>> words("workbench", "ru")["saved"], words("charts", "eo")["records"]
    ('Сохранено', 'Records')
    """
    told: Mapping[str, str] = _file(language if language in languages() else FIRST)[part]
    return told


@cache
def _file(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(files(__name__).joinpath(f"{language}.json").read_text(encoding="utf-8"))
    return found
