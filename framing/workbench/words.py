"""Texts of the interface, complete in every language."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words(language: str) -> Mapping[str, str]:
    """Every text of the interface in one language.

    >>> words("ru")["saved"]
    'Сохранено'
    """
    found: Mapping[str, Mapping[str, str]] = json.loads(
        files("framing.workbench").joinpath("words.json").read_text(encoding="utf-8")
    )
    return found[language]
