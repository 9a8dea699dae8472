"""The simulated study under a codebook that asks for sets: every answer is one, and coders agree as often as they were told to."""

import json
import shutil
from pathlib import Path

import pytest

from framing.agreement.alpha import krippendorff_alpha
from framing.agreement.estimate import Estimate
from framing.agreement.judgement import judgements, ratings_of
from framing.corpus import Corpus, read
from framing.demo import write

ROOT = Path(__file__).parent.parent
ASKED = "formula"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("sets")
    shutil.copytree(ROOT / "schemas", folder / "schemas", ignore=shutil.ignore_patterns("history", "migrations"))
    path = folder / "schemas" / "codebook.json"
    book = json.loads(path.read_text(encoding="utf-8"))
    asked = next(entry for entry in book["variables"] if entry["id"] == ASKED)
    asked["level"] = "set"
    asked["values"][-1]["alone"] = True
    path.write_text(json.dumps(book), encoding="utf-8")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(write, "shipped", folder.joinpath)
        assert write.write_demo(folder / "study") is None
    return read(folder / "study")


def test_some_articles_name_two_values(demo: Corpus) -> None:
    given = [coding["values"][ASKED] for coding in demo.codings.values()]
    sizes = [len(one) for one in given if isinstance(one, list)]
    assert {*sizes} == {1, 2}
    assert len(given) * 0.45 < len(sizes) < len(given) * 0.55
    assert len(sizes) * 0.25 < sizes.count(2) < len(sizes) * 0.35
    alone = demo.codebook["variables"][[entry["id"] for entry in demo.codebook["variables"]].index(ASKED)]["values"][-1]
    assert not any(alone["id"] in one for one in given)


def test_coders_agree_on_sets_as_they_were_told_to(demo: Corpus) -> None:
    (judged,) = [one for one in judgements(demo.tables, demo.codebook) if one.name == ASKED]
    alpha = krippendorff_alpha(ratings_of(judged))
    assert isinstance(alpha, Estimate)
    assert 0.75 < alpha.value < 0.95
