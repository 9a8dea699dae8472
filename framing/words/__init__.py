"""The program's own words; those of a study are in its codebook.

Charts, the workbench, the handbook and questions at the prompt have one JSON file a language; the pages of a report have Fluent files in ``pages``, one
for each topic and language, such as ``brief.ja.ftl``: sentences with plurals, whose arguments each language orders as it likes.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

Part = Literal["charts", "workbench", "handbook", "explore", "begin", "faults"]
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
    """Every text of the charts, the workbench, the handbook or questions at the prompt in one language; English where there is no such language.

    >>> words("workbench", "ru")["saved"], words("charts", "eo")["outlet"]
    ('Сохранено', 'Outlet')
    """
    texts: Mapping[str, str] = _file(language if language in languages() else FIRST)[part]
    return texts


@cache
def page_languages() -> tuple[str, ...]:
    """The languages in which pages of a report can be written, English first.

    >>> page_languages()
    ('en', 'ja', 'ru')
    """
    codes = {file.name.split(".")[1] for file in _pages()}
    return tuple(sorted(codes, key=lambda code: (code != FIRST, code)))


@cache
def page_texts(language: str) -> tuple[str, ...]:
    """The words of the pages in one language, as Fluent sources, one a topic, by name.

    >>> any("skip = 本文へ" in text for text in page_texts("ja")), page_texts("eo")
    (True, ())
    """
    return tuple(file.read_text(encoding="utf-8") for file in _pages() if file.name.endswith(f".{language}.ftl"))


def _pages() -> list[Traversable]:
    """The Fluent files, by name."""
    found = (file for file in files(__name__).joinpath("pages").iterdir() if file.name.endswith(".ftl"))
    return sorted(found, key=lambda file: file.name)


@cache
def _file(language: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(files(__name__).joinpath(f"{language}.json").read_text(encoding="utf-8"))
    return content
