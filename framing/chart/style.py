"""How charts look: labels, colours and shapes by id, and one theme for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from framing.study.vocabulary import label, names
from framing.words import words

INK, QUIET, FAINT, PAPER = "#1f2328", "#5c636b", "#d8dce1", "#ffffff"
WIDTH = 860
"""Pixels of a report page; every chart fits it."""


GREY = "#eceef0"
"""A stretch of which nothing is known, or in which there is nothing."""


FONTS = "Liberation Sans, Arial, Helvetica, 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif"


SHADES = ("#eaf1f8", "#7fb0d8")
"""Ends of the one ramp for counts and shares; its dark end still carries dark figures."""


SIGNS = {"negative": "#c0563b", "neutral": "#d3d7dc", "positive": "#3f7fb5"}


NO_COLOUR = "#767676"


ROW = 26


@dataclass(frozen=True, slots=True)
class Style:
    """What a study's ids look like: labels in one language, colours, shapes, and their order.

    Attributes:
        language: the language asked for.
        frames: label of each frame, in codebook order; ``frame_colours`` and ``frame_shapes`` by the same ids.
        outlets: short name of each outlet, in the order of the register; ``outlet_colours`` by the same ids.
        variables: label of each variable; ``values`` its values by id (as text), in order.
        missing: label of each reason why a value is missing.
        confidence: label of each level, by number.
        events: label of each event; ``kinds`` of each kind of event, ``statuses`` of what became of it.
        bases: label of each way in which an article is known.
        words: the charts' own words.
    """

    language: str
    frames: Mapping[str, str]
    frame_colours: Mapping[str, str]
    frame_shapes: Mapping[str, str]
    outlets: Mapping[str, str]
    outlet_colours: Mapping[str, str]
    variables: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    missing: Mapping[str, str]
    confidence: Mapping[int, str]
    events: Mapping[str, str]
    kinds: Mapping[str, str]
    statuses: Mapping[str, str]
    bases: Mapping[str, str]
    words: Mapping[str, str]


def style(
    codebook: Mapping[str, Any],
    outlets: Iterable[Mapping[str, Any]],
    events: Iterable[Mapping[str, Any]],
    language: str = "en",
) -> Style:
    """The style of a study in one language; whatever has no label in it keeps its English one.

    Args:
        codebook: the codebook record.
        outlets: entries of the outlet register; an outlet is called as ``_outlet_name`` has it.
        events: entries of the event register.
        language: en, ja or ru.

    >>> book = {"frames": [{"id": "war", "labels": {"en": "War", "ja": "戦争"}, "colour": "#c31", "shape": "square"}],
    ...         "variables": [], "missing": [], "confidence": {"values": []}}
    >>> style(book, [], [], "ja").frames, style(book, [], [], "ru").frames
    ({'war': '戦争'}, {'war': 'War'})
    """
    labels, texts = partial(_labels, language=language), words("charts", language)
    frames, variables, named = codebook["frames"], codebook["variables"], list(outlets)
    return Style(
        language=language,
        frames=labels(frames),
        frame_colours={frame["id"]: frame["colour"] for frame in frames},
        frame_shapes={frame["id"]: _SHAPES.get(frame["shape"], frame["shape"]) for frame in frames},
        outlets={each["id"]: _outlet_name(each, language) for each in named},
        outlet_colours={outlet["id"]: outlet.get("colour") or NO_COLOUR for outlet in named},
        variables=labels(variables),
        values={each["id"]: {str(value): name for value, name in labels(each["values"]).items()} for each in variables},
        missing=labels(codebook["missing"]),
        confidence=labels(codebook["confidence"]["values"]),
        events=labels(events),
        kinds={kind: label(codebook, "event_kinds", kind, language) for kind in names(codebook, "event_kinds")},
        statuses=_ending(texts, "status_"),
        bases=_ending(texts, "basis_"),
        words=texts,
    )


def _ending(texts: Mapping[str, str], start: str) -> dict[str, str]:
    """The words whose names begin alike, by the rest of their names."""
    return {name.removeprefix(start): text for name, text in texts.items() if name.startswith(start)}


def _outlet_name(outlet: Mapping[str, Any], language: str) -> str:
    """Its own name in its own language; in another the name that the register gives in it, or else the short English one."""
    named: Mapping[str, str] = outlet["names"]
    if outlet["language"] == language:
        return named["own"]
    return named["short"] if language == "en" else named.get(language, named["short"])


def _labels(entries: Iterable[Mapping[str, Any]], language: str) -> dict[Any, str]:
    return {entry["id"]: entry["labels"].get(language) or entry["labels"]["en"] for entry in entries}


def theme() -> dict[str, Any]:
    """The Vega-Lite configuration that all charts share."""
    labels = {"labelColor": INK, "labelFontSize": 11, "labelLimit": 0}
    return {
        "font": FONTS,
        "background": PAPER,
        "padding": 8,
        "view": {"stroke": None},
        "axis": {
            **labels, "domainColor": FAINT, "gridColor": "#eceff2", "labelOverlap": False, "tickColor": FAINT,
            "tickSize": 4, "title": None,
        },
        "header": {**labels, "title": None},
        "legend": {
            **labels, "titleColor": QUIET, "titleFontSize": 11, "titleFontWeight": "normal", "titleLimit": 0,
            "orient": "bottom", "direction": "horizontal", "symbolLimit": 0, "columnPadding": 16, "offset": 12,
        },
        "text": {"color": INK, "fontSize": 11},
        "title": {
            "anchor": "start", "frame": "bounds", "color": INK, "fontSize": 15, "subtitleColor": QUIET,
            "subtitleFontSize": 11, "subtitleLineHeight": 15, "subtitlePadding": 5, "offset": 14, "limit": 0,
        },
    }  # fmt: skip


_SHAPES = {"wedge": "M0,-1.1L0.9,1L0,0.45L-0.9,1Z", "stroke": "M-1,-0.35H1V0.35H-1V-0.35"}
"""Vega draws these two as hairlines, which carry no colour at the size of a mark."""
