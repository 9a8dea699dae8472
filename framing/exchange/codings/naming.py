"""Which article and which coder of the study a line of a file means."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from framing.exchange import outlets, records
from framing.exchange.codings.line import Line
from framing.exchange.codings.mapping import Map
from framing.study.faults import meant
from framing.study.schema import ID

Record = Mapping[str, Any]
_MIDNIGHT = re.compile("(?<=-[0-9]{2})[ T]00:00:00$")
"""What spreadsheets add to a day."""


class Articles:
    """The articles of a study, to be found by what a file says of them."""

    def __init__(self, articles: Iterable[Record], papers: Sequence[Record]) -> None:
        self._articles = {str(article["id"]): article for article in articles}
        self._papers = papers
        self._keys: dict[str, list[str]] = defaultdict(list)
        self._known: dict[tuple[object, ...], tuple[str, str]] = {}
        self._maps: dict[int, Map] = {}
        for name, article in self._articles.items():
            if key := article.get("found_in", {}).get("key"):
                self._keys[str(key)].append(name)

    @cached_property
    def _headlines(self) -> dict[str, list[str]]:
        """The articles of each headline; few files name articles by it."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, article in self._articles.items():
            for headline in dict.fromkeys(map(_spelled, article["headline"].values())):
                found[headline].append(name)
        return found

    def language(self, name: str) -> str:
        """The language of an article."""
        return str(self._articles[name]["language"])

    def named(self, line: Line, told: Map) -> tuple[str, str]:
        """The article that a line is of, or why there is none."""
        said = {by: line.first(column) for by, column in told.article.items()}
        if not any(said.values()):
            return "", f"no article is named ({', '.join(told.article.values())})"
        self._maps[id(told)] = told  # so that its identity stays its own
        asked = (id(told), *said.values())
        if asked not in self._known:
            self._known[asked] = self._found(said, told)
        return self._known[asked]

    def _found(self, said: Mapping[str, str], told: Map) -> tuple[str, str]:
        name = said.get("id", "")
        name = told.articles.get(name, name)
        if name:
            wrong = "" if name in self._articles else f"there is no article {name!r}{meant(name, self._articles, 4)}"
            return ("" if wrong else name), wrong
        named = told.articles.get(said.get("key", "")) or told.articles.get(said.get("headline", ""))
        if named in self._articles:
            return str(named), ""
        found, wrong = self._printed(said, told)
        if len(found) == 1:
            return found[0], ""
        shown = ", ".join(text[:60] for text in said.values() if text)
        if found:
            return "", f'{shown!r} may be {" or ".join(found[:4])}; say which in the map: "articles"'
        return "", wrong or f"no article of the study has {shown!r}{self._likely(said)}"

    def _printed(self, said: Mapping[str, str], told: Map) -> tuple[list[str], str]:
        """The articles that have all that is printed, or what of it cannot be read."""
        found = list(self._articles)
        if key := said.get("key"):
            found = self._keys.get(key, [])
        if headline := said.get("headline"):
            found = [name for name in self._headlines.get(_spelled(headline), ()) if name in found]
        if printed := said.get("outlet"):
            paper = outlets.outlet_of(printed, outlets.meant(self._papers, told.outlets))
            if not paper:
                return [], f'no outlet of the study is called {printed!r}; say which in the map: "outlets"'
            found = [name for name in found if self._articles[name]["outlet"] == paper]
        if printed := said.get("date"):
            date, wrong = records.dated(_MIDNIGHT.sub("", printed))
            if wrong:
                return [], wrong
            found = [name for name in found if self._articles[name]["date"]["published"].rstrip("?~%") == date]
        return found, ""

    def _likely(self, said: Mapping[str, str]) -> str:
        close = get_close_matches(_spelled(said.get("headline", "")), self._headlines, n=1, cutoff=0.75)
        return f"; did you mean {self._headlines[close[0]][0]!r}?" if close else ""


def _spelled(headline: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", headline).casefold() if char.isalnum())


def coder(said: str, told: Map, given: str, known: Mapping[str, Record]) -> tuple[str, str]:
    """The coder whom a file names, or why there is none; one that is not in the study is taken where its name may be an id.

    Args:
        said: the name in the file; empty for none.
        told: the map.
        given: the coder that the person names for the whole file; empty for none.
        known: entries of ``coders.json`` by id.

    >>> coder("Alba", Map(coder="coder"), "", {"alba": {"name": "Alba"}})
    ('alba', '')
    """
    said = given if given and said not in told.coders else said
    if not said:
        return "", "no coder is named; name one with --coder"
    name = told.coders.get(said, said)
    by_name = [entry for entry, record in known.items() if record["name"] == name]
    name = by_name[0] if len(by_name) == 1 and name not in known else name
    if name in known or re.fullmatch(ID, name):
        return name, ""
    return "", f'{name!r} cannot be the id of a coder; say which is meant in the map: "coders"'
