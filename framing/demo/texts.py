"""Invented texts to practise on: each goes to an article of the simulated study that says what the text says."""

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

    A text goes to the article of its paper that is nearest to it: of its event, or another one under the same umbrella.
    What is true of that article is then what the text says; for seed 0 it was so before, and nothing changes.

    Args:
        truth: the articles as they were drawn.

    Returns:
        The articles, and at most one text for each.

    Source:
        None: the texts are invented.
    """
    told = truth._replace(
        genre=truth.genre.copy(),
        frame=truth.frame.copy(),
        second=truth.second.copy(),
        scores=truth.scores.copy(),
        expressed=truth.expressed.copy(),
    )
    found: dict[int, Text] = {}
    for text in texts():
        place = _nearest(truth, text, found)
        if place is not None:
            found[place] = text
            _say(told, place, text)
    return told, found


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


def _say(told: Truth, place: int, text: Text) -> None:
    frames = list(SHARES)
    told.genre[place] = _genre(text)
    told.frame[place] = frames.index(text["frame"])
    told.second[place] = frames.index(text["second"] or text["frame"])
    for row, name in enumerate(SCALES):
        told.expressed[row, place] = name in text["scores"]
        told.scores[row, place] = text["scores"].get(name, told.scores[row, place])


def _genre(text: Text) -> int:
    return [name for name, _ in GENRES].index(text["genre"])
