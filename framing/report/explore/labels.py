"""What articles can be chosen by, and what a reader calls it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from framing.analysis import facets
from framing.analysis.reading import column
from framing.analysis.table import parents
from framing.report.context import Context
from framing.study import levels, umbrellas
from framing.study.cldr import country_label
from framing.study.levels import signed
from framing.words import words

Value = dict[str, Any]
EPOCH = date(1970, 1, 1)
"""Days are counted from here."""
GROUP = "group/"
"""Begins the id of what outlets are grouped by."""


class Facet(NamedTuple):
    """One thing that articles can be chosen by.

    Attributes:
        id: in addresses; that of a variable has a prefix.
        label: what a reader calls it.
        values: its vocabulary: ``id`` and ``label``; ``colour`` where it has one, ``missing`` where it is not an answer, and of events
            ``depth`` below the top, ``parts``, the places of the event and of all that is part of it, and where it is known
            when one began, ``day`` (days from 1970 on) and ``date`` (as the register has it).
        codes: of each article, where no reading changes it.
        several: whether an article may have several values.
    """

    id: str
    label: str
    values: list[Value]
    codes: facets.Codes = ()
    several: bool = False


def facet_list(ctx: Context, articles: Sequence[str]) -> list[Facet]:
    """Everything that the articles of a study can be chosen by, in the order of the page."""
    told = words("explore", ctx.style.language)
    outlets = [{"id": str(name), "label": ctx.style.outlets[str(name)]} for name in ctx.outlets["outlet"]]
    codes = list(dict.fromkeys(map(str, ctx.outlets["country"])))
    countries = [{"id": code, "label": country_label(code, ctx.style.language)} for code in codes]
    frames = [
        {"id": frame, "label": label, "colour": ctx.style.frame_colours[frame]}
        for frame, label in ctx.style.frames.items()
    ]
    return [
        Facet("outlet", told["outlet"], outlets, _facts(ctx, "outlet", articles, outlets)),
        Facet("country", told["country"], countries, _facts(ctx, "country", articles, countries)),
        *_groups(ctx, articles),
        Facet("primary", told["frame_primary"], frames),
        Facet("any", told["frame_any"], frames, several=True),
        Facet("event", told["event"], _events(ctx)),
        *(_variable(ctx, entry) for entry in ctx.corpus.codebook["variables"]),
        *_provenance(ctx, articles, told),
    ]


def _facts(ctx: Context, name: str, articles: Sequence[str], values: Iterable[Value]) -> facets.Codes:
    table = ctx.corpus.tables.articles.select("article", pl.col(name).alias("value"))
    return facets.codes(table, articles, [value["id"] for value in values])


def _groups(ctx: Context, articles: Sequence[str]) -> list[Facet]:
    """The groups of outlets that the register makes, such as by their leaning."""
    held = [
        (str(outlet), *group.partition("=")[::2])
        for outlet, groups in ctx.outlets.select("outlet", "groups").iter_rows()
        for group in groups or ()
    ]
    found = []
    for key in dict.fromkeys(key for _, key, _ in held):
        of = {outlet: value for outlet, each, value in held if each == key}
        values = [{"id": value, "label": value} for value in dict.fromkeys(of.values())]
        group = pl.col("outlet").cast(pl.String).replace_strict(of, default=None).alias("value")
        codes = facets.codes(
            ctx.corpus.tables.articles.select("article", group), articles, [value["id"] for value in values]
        )
        found.append(Facet(f"{GROUP}{key}", key, values, codes))
    return found


def _variable(ctx: Context, entry: Mapping[str, Any]) -> Facet:
    """A variable with its answers, then the reasons why there is none."""
    labels = ctx.style.values[entry["id"]]
    given = [{"id": str(value["id"]), "label": _signed(entry, value["id"], labels)} for value in entry["values"]]
    missing = [{"id": name, "label": ctx.style.missing[name], "missing": True} for name in entry["missing"]]
    label = ctx.style.variables[entry["id"]]
    return Facet(column(entry["id"]), label, [*given, *missing], several=levels.several(entry))


def _signed(entry: Mapping[str, Any], value: str | int, labels: Mapping[str, str]) -> str:
    label = labels[str(value)]
    return f"{signed(int(value))} {label}" if levels.scored(entry) else label


def _events(ctx: Context) -> list[Value]:
    """Every event, each followed by its parts."""
    above = parents(ctx.events)
    ordered = _as_tree(above)
    place = {name: at for at, name in enumerate(ordered)}
    return [
        {
            "id": name,
            "label": ctx.style.events[name],
            "depth": len(umbrellas.over(name, above)),
            "parts": [place[part] for part in umbrellas.under(name, above)],
            **_begun(ctx, name),
        }
        for name in ordered
    ]


def _begun(ctx: Context, name: str) -> Value:
    """When an event began, unless it is an umbrella: its first possible day from 1970 on, and the date as the register has it."""
    day = ctx.events.filter(pl.col("event") == name)["first"].item()
    event = ctx.event(name)
    return {} if day is None or event["kind"] == "umbrella" else {"day": (day - EPOCH).days, "date": event["date"]}


def _as_tree(above: umbrellas.Parents) -> list[str]:
    """The events with all that is part of one right after it.

    >>> _as_tree({"visit": "talks", "war": None, "talks": None})
    ['war', 'talks', 'visit']
    """

    def path(name: str) -> list[str]:
        return [*reversed(umbrellas.over(name, above)), name]

    order = {name: at for at, name in enumerate(above)}
    return sorted(above, key=lambda name: [order[step] for step in path(name)])


def _provenance(ctx: Context, articles: Sequence[str], told: Mapping[str, str]) -> list[Facet]:
    """How articles are known and how they were chosen; the page tells it of every choice."""
    found = []
    for name in ("basis", "sampling"):
        held = ctx.corpus.tables.articles[name].drop_nulls().cast(pl.String).unique().sort()
        values = [{"id": value, "label": told[f"{name}_{value}"]} for value in held]
        found.append(Facet(name, told[name], values, _facts(ctx, name, articles, values)))
    return found
