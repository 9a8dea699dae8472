"""The simulated study brings texts to read, and each says what was planted in its article."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from framing.demo.model import GENRES, PAPERS, SCALES, SHARES, UMBRELLAS, simulated
from framing.demo.texts import placed, texts
from framing.demo.write import write_demo
from framing.study import check
from tests.workbench.study import browsing


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "practice"
    assert write_demo(folder) is None
    return folder


def test_the_texts_are_in_three_languages_and_as_long_as_short_articles() -> None:
    assert Counter(text["language"] for text in texts()) == {"ja": 7, "ru": 6, "en": 7}
    for text in texts():
        headline, *body = text["text"].split("\n\n")
        ends = "。" if text["language"] == "ja" else ". "
        assert not headline.endswith((".", "。"))
        assert 4 <= (" ".join(body) + " ").count(ends) <= 9, headline


@pytest.mark.parametrize("seed", range(4))
def test_what_a_text_says_is_what_is_true_of_its_article(seed: int) -> None:
    drawn = simulated(np.random.default_rng(seed))
    truth, found = placed(drawn)
    assert len(found) == 20
    frames = list(SHARES)
    for place, text in found.items():
        scores = {name: int(truth.scores[row, place]) for row, name in enumerate(SCALES) if truth.expressed[row, place]}
        assert PAPERS[truth.paper[place]][0] == text["paper"]
        assert truth.event[place] % len(UMBRELLAS) == text["event"]
        assert frames[truth.frame[place]] == text["frame"]
        assert frames[truth.second[place]] == (text["second"] or text["frame"])
        assert GENRES[truth.genre[place]][0] == text["genre"]
        assert scores == text["scores"]
    others = [place for place in range(len(drawn.frame)) if place not in found]
    for before, after in zip(drawn, truth, strict=True):
        assert np.array_equal(before[..., others], after[..., others])
        assert seed or np.array_equal(before, after), "the study of the README is what it was"


def test_the_queue_of_who_practises_is_the_articles_with_texts(practice: Path) -> None:
    assert check.faults(practice) == []
    with browsing(practice, "you") as client:
        assert client.get("/").text.count('class="row"') == 20
        first = client.get("/next").headers["location"]
        assert '<div class="text" id="text"' in client.get(first).text
        told = {folder: sorted((practice / ".framing" / folder).iterdir()) for folder in ("texts", "descriptions")}
        assert {folder: len(files) for folder, files in told.items()} == {"texts": 13, "descriptions": 7}
        for kind, files in zip(("full", "description"), told.values(), strict=True):
            for path in files:
                page = client.get(f"/article/{path.stem}").text
                handed = json.loads(page.split('id="handed">')[1].split("</script>", maxsplit=1)[0])
                assert (handed["text"], handed["body"]) == (kind, path.read_text(encoding="utf-8"))
