"""Invented texts to practise on; each stands for one article of the simulated study."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import numpy as np

from framing.demo.model import GENRES, PAPERS, SCALES, SHARES, UMBRELLAS, Truth

Text = Mapping[str, Any]


def texts() -> list[Text]:
    """The texts, each with what is true of it.

    Returns:
        paper and genre (names), event and day (of the article that it was written for), frame and second (a frame, or
        empty for none), scores (of the variables on which it takes a position), language (of the text) and text.

    Source:
        Written for this tool.

    >>> len(texts()), sorted({text["language"] for text in texts()})
    (20, ['en', 'ja', 'ru'])
    """
    lines = files("framing.demo").joinpath("texts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def placed(truth: Truth) -> tuple[Truth, dict[int, Text]]:
    """The articles with what their texts say, and the texts by the place of their article.

    A text goes to the nearest article of its paper: on its event, or on another under the same umbrella. That article then
    has the values that the text states; for seed 0 it had them before, and nothing changes.

    Args:
        truth: the articles as they were drawn.

    Returns:
        The articles, and at most one text for each.
    """
    restated = truth._replace(
        genre=truth.genre.copy(),
        frame=truth.frame.copy(),
        second=truth.second.copy(),
        scores=truth.scores.copy(),
        expressed=truth.expressed.copy(),
    )
    by_place: dict[int, Text] = {}
    for text in texts():
        place = _nearest(truth, text, by_place)
        if place is not None:
            by_place[place] = text
            _restate(restated, place, text)
    return restated, by_place


def _nearest(truth: Truth, text: Text, taken: Mapping[int, Text]) -> int | None:
    paper = [name for name, *_ in PAPERS].index(text["paper"])
    fits = (truth.paper == paper) & (truth.event % len(UMBRELLAS) == text["event"] % len(UMBRELLAS))
    fits &= (truth.day < 0) == (text["day"] < 0)
    genre, frame = _genre(text), list(SHARES).index(text["frame"])
    places = [int(place) for place in np.flatnonzero(fits) if place not in taken]
    return min(
        places,
        key=lambda place: (
            truth.event[place] != text["event"],
            truth.frame[place] != frame,
            abs(truth.day[place] - text["day"]),
            truth.genre[place] != genre,
            sum(_position(truth, place, row) != text["scores"].get(name) for row, name in enumerate(SCALES)),
        ),
        default=None,
    )


def _position(truth: Truth, place: int, row: int) -> int | None:
    return int(truth.scores[row, place]) if truth.expressed[row, place] else None


def _restate(truth: Truth, place: int, text: Text) -> None:
    frames = list(SHARES)
    truth.genre[place] = _genre(text)
    truth.frame[place] = frames.index(text["frame"])
    truth.second[place] = frames.index(text["second"] or text["frame"])
    for row, name in enumerate(SCALES):
        truth.expressed[row, place] = name in text["scores"]
        truth.scores[row, place] = text["scores"].get(name, truth.scores[row, place])


def _genre(text: Text) -> int:
    return [name for name, _ in GENRES].index(text["genre"])
