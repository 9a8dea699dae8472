"""What a mark says when somebody points at it, focuses it or has it read aloud, and where it leads."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Spec = dict[str, Any]
"""A Vega-Lite specification."""
Address = Callable[[Sequence[str]], str]
"""Where the articles with some ids can be read; empty where they cannot."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00")
_SAID, _LEADS = "tooltip", "href"


def told(found: Spec, address: Address = lambda _: "") -> Spec:
    """A specification in which every mark with a tooltip says it in one text, for the eye and for the ear.

    Tooltips of several columns would show what is not known as "null", and screen readers would hear ids. Marks without a
    tooltip are passed over in silence: what they show, another mark says.

    Args:
        found: the specification as Altair gives it; its rows name their articles in ``article`` or ``records``.
        address: where a mark leads, by the articles that it stands for.

    Returns:
        The specification; ids stand in no row that does not need them.
    """
    rows = {name: [dict(row) for row in held] for name, held in found.get("datasets", {}).items()}
    drawn = _without_rows(found)
    for held in rows.values():
        _lead(held, address)
    for unit, name in _units(drawn):
        _speak(unit, rows.get(name, []))
    needed = set(_named(drawn)) - {"records"}
    kept = {name: [{key: row[key] for key in row if key in needed} for row in held] for name, held in rows.items()}
    return {**drawn, **({"datasets": kept} if kept else {})}


def _without_rows(found: Spec) -> Spec:
    """A copy without the rows, so that it may be changed."""
    copied: Spec = json.loads(json.dumps({key: part for key, part in found.items() if key != "datasets"}))
    return copied


def _named(node: Any) -> Iterator[str]:
    """Every word that may name a column: those of fields and expressions, not those of texts for readers."""
    if isinstance(node, dict):
        for key, part in node.items():
            if key not in ("title", "labelExpr", "usermeta") and not (key == "description" and isinstance(part, str)):
                yield from _named(part)
    elif isinstance(node, list):
        for part in node:
            yield from _named(part)
    elif isinstance(node, str):
        yield from re.findall(r"\w+", node)


def _units(node: Spec, data: str = "") -> Iterator[tuple[Spec, str]]:
    """Every single mark of a specification, with the name of its rows."""
    data = node.get("data", {}).get("name", data)
    if "mark" in node:
        yield node, data
    inner = [*node.get("layer", ()), *node.get("vconcat", ()), *node.get("hconcat", ()), *node.get("concat", ())]
    for part in [*inner, *([node["spec"]] if "spec" in node else ())]:
        yield from _units(part, data)


def _lead(rows: list[Spec], address: Address) -> None:
    """Gives each row that stands for articles its address."""
    for row in rows:
        articles = row.get("records") or ([row["article"]] if row.get("article") else [])
        if articles and (leads := address(articles)):
            row[_LEADS] = leads
    if any(_LEADS in row for row in rows):  # the same fields in every row, so that a page can hold them by column
        for row in rows:
            row.setdefault(_LEADS, None)


def _speak(unit: Spec, rows: list[Spec]) -> None:
    """Makes one text of the tooltip of a mark, and a link of the mark where its rows lead somewhere."""
    mark, encoding = unit["mark"], unit.get("encoding", {})
    lines = encoding.get("tooltip")
    if not isinstance(lines, list):
        mark["aria"] = False
        return
    texts = [_text(row, lines) for row in rows]
    column = _free(rows, texts)
    for row, text in zip(rows, texts, strict=True):
        row[column] = text
    encoding["tooltip"] = encoding["description"] = {"field": column, "type": "nominal"}
    if any(row.get(_LEADS) for row in rows):
        there = {"test": f"isValid(datum.{_LEADS})", "field": _LEADS, "type": "nominal"}
        encoding["href"] = {"condition": there}
        mark["cursor"] = "pointer"


def _free(rows: list[Spec], texts: list[str]) -> str:
    """The column for some texts: the first that holds the same ones, or none yet."""
    place = 1
    while any(row.get(_column(place), text) != text for row, text in zip(rows, texts, strict=True)):
        place += 1
    return _column(place)


def _column(place: int) -> str:
    return _SAID if place == 1 else f"{_SAID}_{place}"


def _text(row: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> str:
    """The lines of a tooltip of which something is known, each with its label."""
    said = [(line.get("title", line["field"]), row.get(line["field"]), line.get("format", "")) for line in lines]
    return "\n".join(f"{label}: {_shown(value, form)}" for label, value, form in said if value not in (None, ""))


def _shown(value: Any, form: str) -> str:
    """A value as tooltips write it.

    >>> _shown(0.25, ".0%"), _shown(1 / 3, ""), _shown("2014-02-09T00:00:00", ""), _shown(-0.2, "")
    ('25%', '0.33', '2014-02-09', '−0.2')
    """
    if isinstance(value, float):
        written = format(value, form) if form else f"{value:.2f}".rstrip("0").rstrip(".")
        return written.replace("-", "−")
    text = str(value)
    return day[1] if (day := _DAY.fullmatch(text)) else text
