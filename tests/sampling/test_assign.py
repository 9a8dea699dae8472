"""`framing assign`: by language, balanced, pairs in rotation, nothing taken away, the same on every run."""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing.cli import app
from framing.refusal import Refusal
from framing.study import check
from framing.study.begin.assignment import Piece, Worker, assigned
from framing.workbench.desk.coder import coder_refused
from tests.ran import ran
from tests.sampling.test_cli_sample import contents, with_articles

LANGUAGES = ("en", "ja", "ru")
PIECES = [Piece(f"a{number:03}", f"paper{number % 4}", LANGUAGES[number % 4 % 3]) for number in range(120)]
CODERS = [Worker(name, frozenset(LANGUAGES), frozenset()) for name in ("ann", "ben", "cho", "dee")]


def test_work_is_balanced_and_pairs_rotate() -> None:
    found = assigned(PIECES, CODERS, 60)
    assert isinstance(found, dict)
    assert sum(map(len, found.values())) == 180
    assert max(map(len, found.values())) - min(map(len, found.values())) <= 2
    of = {piece.id: piece.kind for piece in PIECES}
    for kind in set(of.values()):
        loads = [sum(of[name] == kind for name in mine) for mine in found.values()]
        assert max(loads) - min(loads) <= 3
    pairs = [len(set(found[one]) & set(found[other])) for one, other in combinations(found, 2)]
    assert max(pairs) - min(pairs) <= 1
    assert sum(pairs) == 60


def test_it_is_the_same_in_any_order_and_another_by_another_seed() -> None:
    assert assigned(PIECES, CODERS, 30, 7) == assigned(PIECES[::-1], CODERS, 30, 7)
    assert assigned(PIECES, CODERS, 30, 7) != assigned(PIECES, CODERS, 30, 8)


@given(
    st.lists(st.tuples(st.sampled_from("xy"), st.sampled_from(LANGUAGES)), min_size=1, max_size=25),
    st.lists(st.sets(st.sampled_from(LANGUAGES), min_size=1), min_size=1, max_size=4),
    st.integers(0, 25),
    st.integers(0, 3),
)
def test_everybody_reads_what_they_get(
    kinds: list[tuple[str, str]], reads: list[set[str]], twice: int, had: int
) -> None:
    pieces = [Piece(f"a{number}", *kind) for number, kind in enumerate(kinds)]
    workers = [
        Worker(
            f"c{number}",
            frozenset(languages),
            frozenset(piece.id for piece in pieces[:had]) if not number else frozenset(),
        )
        for number, languages in enumerate(reads)
    ]
    found = assigned(pieces, workers, twice)
    if isinstance(found, Refusal):
        assert found.code in ("nobody_reads", "too_few_pairs")
        return
    times = Counter(name for worker in workers for name in (*worker.has, *found[worker.id]))
    assert times.keys() == {piece.id for piece in pieces}
    assert sum(number == 2 for number in times.values()) == twice
    assert max(times.values()) <= 2
    of = {piece.id: piece for piece in pieces}
    assert all(worker.reads(of[name]) for worker in workers for name in found[worker.id])
    assert all(not worker.has & set(found[worker.id]) for worker in workers)


def run(study: Path, *words: str) -> tuple[int, str]:
    return ran("assign", *words, "--study", study)


def coders_of(study: Path) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in json.loads((study / "coded/coders.json").read_bytes())["coders"]}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return with_articles(tmp_path)


def test_lists_are_written_on_demand_and_hold_what_was_coded(study: Path) -> None:
    before = contents(study)
    assert "Nothing is written" in run(study, "--twice", "10")[1]
    assert contents(study) == before
    assert run(study, "--twice", "10", "--write")[0] == 0
    assert check.faults(study) == []
    coders = coders_of(study)
    for name in ("alba", "boris"):
        coded = {path.stem for path in (study / f"coded/codings/{name}").glob("*.json")}
        assert coded <= set(coders[name]["assigned"])
    both = set(coders["alba"]["assigned"]) & set(coders["boris"]["assigned"])
    assert len(both) >= 10
    assert run(study, "--twice", "12", "--write")[0] == 0
    assert set(coders["alba"]["assigned"]) <= set(coders_of(study)["alba"]["assigned"])


def test_only_what_was_drawn_is_handed_out(study: Path) -> None:
    assert CliRunner().invoke(app, ["sample", "simple", "8", "--write", "--study", str(study)]).exit_code == 0
    assert run(study, "--twice", "4", "--write")[0] == 0
    drawn = {
        entry["article"] for entry in json.loads((study / "coded/samples.json").read_bytes())["samples"][0]["articles"]
    }
    new = {name for coder in ("alba", "boris") for name in coders_of(study)[coder]["assigned"] if name.startswith("t-")}
    assert new == drawn


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--coder", "albo"), 2, "did you mean 'alba'?"),
        (("--coder", "carla"), 2, "carla settles disagreements"),
        (("--twice", "99"), 2, "99 articles cannot be coded twice"),
    ],
)
def test_what_cannot_be_is_said(study: Path, words: tuple[str, ...], code: int, said: str) -> None:
    assert run(study, *words, "--write")[0] == code
    assert said in run(study, *words)[1]


def test_whoever_is_beside_counts_only_with_what_can_be_read(study: Path) -> None:
    code, told = run(study, "--coder", "alba", "--twice", "0")
    assert code == 0
    assert "boris has no list, and so codes all" in told


def test_nobody_offers_a_coder_who_codes_no_more(study: Path) -> None:
    path = study / "coded/coders.json"
    record = json.loads(path.read_bytes())
    record["coders"][0]["assigned"] = []
    path.write_text(json.dumps(record), encoding="utf-8")
    assert str(coder_refused(study, "")) == "No coder is named. Needed: --coder, one of boris, carla."
    assert coder_refused(study, "alba") is None
