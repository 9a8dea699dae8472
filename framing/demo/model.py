"""The model of the simulated study: the true values of its articles, before anybody codes them."""

from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

PAPERS = (
    ("yomiuri", "読売新聞", "Yomiuri Shimbun", "Yomiuri", "ja", "JP", "private", "commercial", "#0072B2"),
    ("sankei", "産経新聞", "Sankei Shimbun", "Sankei", "ja", "JP", "private", "commercial", "#D55E00"),
    ("asahi", "朝日新聞", "Asahi Shimbun", "Asahi", "ja", "JP", "private", "commercial", "#009E73"),
    ("nikkei", "日本経済新聞", "Nihon Keizai Shimbun", "Nikkei", "ja", "JP", "private", "commercial", "#CC79A7"),
    ("rg", "Российская газета", "Rossiiskaya Gazeta", "RG", "ru", "RU", "state", "government", "#56B4E9"),
)
UMBRELLAS = ("talks", "sanctions", "anniversary", "visit", "islands", "economy", "alliance", "neighbour")
KINDS = ("summit", "sanction", "anniversary", "visit", "military", "forum", "meeting", "statement")
EVENTS = 40
FIRST, CUT = date(2013, 4, 8), date(2014, 8, 18)
CODERS = {"c1": 0.06, "c2": 0.10, "c3": 0.14}
"""Coders, and how often each takes another primary frame than the true one."""
UNRELIABLE = 0.7
"""How often a coder guesses ``eval_china`` in a Russian text."""

# Percent, and moves by paper, after the cut, and at every other event. What one frame gains another loses.
SHARES = {
    "leadership": 22, "territory": 18, "military": 14, "ukraine": 4, "geopolitics": 10, "history": 8, "civilization": 4,
    "geo_economics": 14, "far_east": 4, "other": 2,
}  # fmt: skip
MOVES = {
    "rg": {"leadership": -12, "history": 12},
    "sankei": {"military": 10, "territory": -10},
    "asahi": {"military": -10, "territory": 10},
    "after": {"ukraine": 10, "geo_economics": -10},
    "odd": {"geopolitics": 6, "leadership": -6},
}
SCALES = {
    "stance": (-2, 2, {}), "prospect": (-2, 2, {"rg": -1.2}), "eval_japan": (-1, 1, {}), "eval_russia": (-1, 1, {}),
    "eval_us": (-1, 1, {"rg": -0.9}), "eval_china": (-1, 1, {}),
}  # fmt: skip
"""Lowest and highest score of each ordinal variable, and which papers' centre is moved by how much."""
GENRES = (
    ("news", "staff_author"),
    ("analysis", "staff_author"),
    ("editorial", "outlet"),
    ("guest_oped", "guest"),
    ("news", "unclear"),
)
SAID = "Simulated: no article, no event and no coder of this kind exists; every value was drawn by a program."


class Truth(NamedTuple):
    """The true values of the articles, one entry per article.

    Attributes:
        paper: number of its paper.
        event: number of its event.
        day: days after its event.
        genre: number of its genre.
        frame: number of its primary frame.
        second: number of its secondary frame; the primary one where it has none.
        scores: (variables x articles) scores; the variables of ``SCALES`` in order.
        expressed: (variables x articles) whether a position is expressed.
    """

    paper: NDArray[np.int64]
    event: NDArray[np.int64]
    day: NDArray[np.int64]
    genre: NDArray[np.int64]
    frame: NDArray[np.int64]
    second: NDArray[np.int64]
    scores: NDArray[np.int64]
    expressed: NDArray[np.bool_]


def planted(seed: int) -> dict[str, Any]:
    """What a comparison of the simulated study should find, and what it should not.

    Args:
        seed: the seed of the study.

    Returns:
        Shares of frames in percent, differences by paper and after the cut, moved scales, error rates, planted nulls.

    >>> planted(0)["frames"]["differences"]["rg"]
    {'leadership': -12, 'history': 12}
    """
    return {
        "simulated": SAID,
        "seed": seed,
        "frames": {"shares": SHARES, "differences": MOVES, "cut": CUT.isoformat()},
        "scales": {name: moved for name, (_, _, moved) in SCALES.items()},
        "nulls": {
            "rg against the Japanese papers": [frame for frame in SHARES if frame not in MOVES["rg"]],
            "scales": [name for name, (_, _, moved) in SCALES.items() if not moved],
        },
        "coders": {"primary frame": CODERS, "eval_china in Russian texts": UNRELIABLE},
    }


def simulated(rng: np.random.Generator) -> Truth:
    """The articles of the simulated study.

    Args:
        rng: where all chance comes from.

    Returns:
        The true values of about 1,500 articles.

    >>> truth = simulated(np.random.default_rng(0))
    >>> 1300 < len(truth.paper) < 1700
    True
    """
    counts = rng.poisson([6.8, 6.8, 6.8, 6.8, 13.6], (EVENTS, len(PAPERS)))
    counts[rng.random(counts.shape) < 0.08] = 0
    event, paper = (np.repeat(part.ravel(), counts.ravel()) for part in np.indices(counts.shape))
    n = len(event)
    shares = _frame_shares()[event, paper]
    frame = (shares.cumsum(axis=1) < rng.random((n, 1))).sum(axis=1).clip(max=len(SHARES) - 1)
    names = [entry[0] for entry in PAPERS]
    scores = [
        np.clip(np.round(rng.normal(np.array([moved.get(name, 0.0) for name in names])[paper], 1.0)), low, high)
        for low, high, moved in SCALES.values()
    ]
    genre = rng.choice(len(GENRES), n, p=[0.5, 0.2, 0.1, 0.1, 0.1])
    day = rng.choice(np.arange(-3, 8), n, p=np.array([1, 1, 3, 8, 10, 6, 4, 3, 2, 1, 1]) / 40)
    expressed = rng.random((len(SCALES), n)) < 0.7
    second = np.where(rng.random(n) < 0.6, rng.integers(0, len(SHARES) - 1, n), frame)
    return Truth(paper, event, day, genre, frame, second, np.array(scores, dtype=np.int64), expressed)


def event_day(number: int) -> date:
    """The day of an event.

    Args:
        number: its number, from 0.

    Returns:
        The day.

    >>> event_day(1).isoformat()
    '2013-05-05'
    """
    return FIRST + timedelta(days=27 * number)


CUT_EVENT = next(number for number in range(EVENTS) if event_day(number) >= CUT)
"""The first event of the time after the cut."""


def event_id(number: int) -> str:
    """The id of an event.

    Args:
        number: its number, from 0.

    Returns:
        The id; it ends with the umbrella that the event is part of.

    >>> event_id(0)
    's01-talks'
    """
    return f"s{number + 1:02}-{UMBRELLAS[number % len(UMBRELLAS)]}"


def _frame_shares() -> Floats:
    """(events x papers x frames) shares."""
    shares = np.tile(np.array(list(SHARES.values()), dtype=float), (EVENTS, len(PAPERS), 1))
    cells: dict[str, NDArray[np.bool_]] = {
        name: np.indices(shares.shape[:2])[1] == place for place, (name, *_) in enumerate(PAPERS)
    }
    cells["after"] = np.array([[event_day(number) >= CUT] * len(PAPERS) for number in range(EVENTS)])
    cells["odd"] = np.indices(shares.shape[:2])[0] % 2 == 1
    for where, moves in MOVES.items():
        for frame, points in moves.items():
            shares[cells[where], list(SHARES).index(frame)] += points
    return shares / 100
