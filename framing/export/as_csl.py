"""Articles as CSL JSON, for Zotero and other reference managers: what is printed about an article, never what it says."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from framing.export.package import Package, Records
from framing.refusal import Refusal

Record = Mapping[str, Any]
TYPES = {"journal": "article-journal", "web": "webpage"}
"""Types of CSL by medium; every other medium is that of a newspaper."""
_SPAN = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?:(~)|/([0-9]{4}(?:-[0-9]{2}){0,2}))?")
_MARK = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>", re.IGNORECASE)


def csl_files(package: Package) -> Mapping[str, bytes] | Refusal:
    """A reference for each article.

    Args:
        package: a study; of its ``records`` the articles and the outlets.

    Returns:
        Path to content: one list. ``framing import articles`` reads the same articles from it, save what ``losses`` counts. A
        refusal where there is no article.

    Source: CSL JSON schema 1.0 (citation-style-language/schema, csl-data.json).
    """
    records = package.records
    if not records.articles:
        return Refusal("no_articles", "There is no article.", "An article.")
    names = {str(outlet["id"]): str(outlet["names"]["own"]) for outlet in records.outlets}
    items = [_item(article, names) for article in records.articles]
    return {f"{package.id}.csl.json": json.dumps(items, ensure_ascii=False, indent=2).encode() + b"\n"}


def _item(article: Record, names: Mapping[str, str]) -> dict[str, Any]:
    page = article.get("page", "unknown")
    key = str(article.get("found_in", {}).get("key", ""))
    said = {
        "id": key if "://" in key else article["id"],
        "type": TYPES.get(article.get("medium", ""), "article-newspaper"),
        "title": _title(article),
        "container-title": names[article["outlet"]],
        "author": [{"literal": name.get("own") or name["en"]} for name in article.get("byline", ())],
        "issued": _issued(article["date"]["published"]),
        "page": "" if page == "unknown" else page,
        **{name: article.get(name, "") for name in ("section", "edition", "language")},
        "URL": article.get("url", ""),
    }
    return {name: value for name, value in said.items() if value}


def _title(article: Record) -> str:
    headline = article.get("headline", {})
    return str(next((headline[name] for name in ("original", "en", "romanised") if name in headline), ""))


def _issued(date: str) -> dict[str, Any]:
    """A date of publication as CSL has it; what it has no parts for stays in EDTF.

    >>> _issued("2014-03"), _issued("2014-03?")
    ({'date-parts': [[2014, 3]]}, {'literal': '2014-03?'})
    """
    found = _SPAN.fullmatch(date)
    if not found:
        return {"literal": date}
    days = [[int(part) for part in day.split("-")] for day in (found[1], found[3]) if day]
    return {"date-parts": days, **({"circa": True} if found[2] else {})}


def losses_of_csl(package: Package) -> list[str]:
    """What a list of references does not have."""
    records = package.records
    counted = {
        "articles lose whether it was the morning or the evening edition": _of(records, "print_am", "print_pm"),
        "articles come back as printed ones, for they have a page and no medium": [
            each for each in _of(records, "unknown") if each.get("page", "unknown") != "unknown"
        ],
        "articles come back without a medium, for they are printed and have no page": [
            each for each in _of(records, "print", "print_am", "print_pm") if each.get("page", "unknown") == "unknown"
        ],
        "headlines lose their translation or transliteration": [
            each for each in records.articles if len(each.get("headline", {})) > 1 or "original" not in each.get("headline", {"original": ""})
        ],
        "headlines have marks such as <i>, which reference managers take for italics": [
            each for each in records.articles if _MARK.search(_title(each))
        ],
        "dates lose what the source printed, and why another was chosen": [
            each for each in records.articles if each["date"]["status"] != "as_cited"
        ],
    }  # fmt: skip
    lines = [f"{len(found)} {what}." for what, found in counted.items() if found]
    return ["Codings, codebook, events, genres and provenance are left out, and so is every text.", *lines]


def _of(records: Records, *media: str) -> Sequence[Record]:
    return [each for each in records.articles if each.get("medium", "unknown") in media]
