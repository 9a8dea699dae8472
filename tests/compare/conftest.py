"""One simulated study, and the shipped one, for all tests of comparisons."""

from pathlib import Path

import pytest

from framing.agreement.judgement import judgements
from framing.agreement.resampling import Bootstrap
from framing.analysis.choices import Choices
from framing.analysis.reading import Reading, reading
from framing.compare.material import Material, judgement_names, ordinal_scales
from framing.compare.reliability import reliability_by_language
from framing.compare.result import Comparison, compare_all
from framing.compare.selection import frame_words
from framing.compare.sides import sides
from framing.corpus import Corpus, read
from framing.demo.write import write_demo
from framing.refusal import Refusal
from framing.report.context import context
from framing.report.pairing import Pairing, pairing

ROOT = Path(__file__).parents[2]


def _read_by(corpus: Corpus, rule: str = "adjudicated") -> Reading:
    found = reading(corpus.tables, rule, ("voice",))
    assert isinstance(found, Reading)
    return found


def _material_of(corpus: Corpus, draws: int = 200) -> Material:
    scales = ordinal_scales(corpus.codebook)
    names = judgement_names(scales, frame_words(corpus.tables))
    judged = [one for one in judgements(corpus.tables, corpus.codebook) if one.name in names]
    reliability = reliability_by_language(corpus.tables, judged, Bootstrap(draws=draws))
    return Material(corpus.tables, _read_by(corpus), scales, reliability)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert write_demo(folder, seed=0) is None
    return folder


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Corpus:
    return read(demo_folder)


@pytest.fixture(scope="session")
def demo_material(demo: Corpus) -> Material:
    return _material_of(demo)


@pytest.fixture(scope="session")
def everything(demo: Corpus, demo_material: Material) -> Comparison:
    """Both countries of the simulated study over all events."""
    pair = sides("japan,russia", demo.tables.outlets)
    assert not isinstance(pair, Refusal)
    found = compare_all(demo_material, (pair[0], pair[1]))
    assert isinstance(found, Comparison)
    return found


@pytest.fixture(scope="session")
def demo_ground(demo: Corpus, everything: Comparison) -> Pairing:
    """What the pages of that comparison are made from."""
    found = pairing(context(demo, Choices()), everything.sides)
    assert isinstance(found, Pairing)
    return found


@pytest.fixture(scope="session")
def shipped() -> Corpus:
    return read(ROOT)


@pytest.fixture(scope="session")
def shipped_material(shipped: Corpus) -> Material:
    return _material_of(shipped)
