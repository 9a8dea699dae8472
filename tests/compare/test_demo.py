"""The simulated study is valid, marked everywhere, and the same from run to run."""

import json
from pathlib import Path

from framing.corpus import Corpus
from framing.demo.model import CUT, event_day
from framing.demo.write import write_demo
from framing.refusal import Refusal
from framing.study import check


def test_it_passes_the_check(demo_folder: Path) -> None:
    assert check.faults(demo_folder) == []


def test_its_size(demo: Corpus) -> None:
    assert 1_400 < len(demo.articles) < 1_600
    assert len(demo.codings) == 3 * len(demo.articles)
    assert demo.tables.outlets["outlet"].to_list() == ["yomiuri", "sankei", "asahi", "nikkei", "rg"]
    assert demo.tables.events.filter(kind="umbrella").height == 8
    assert demo.tables.events.height == 48
    assert demo.tables.articles["bundle"].drop_nulls().len() > 0


def test_its_cut_is_where_frames_were_planted_to_change(demo: Corpus) -> None:
    (cut,) = [event for event in demo.registers["events"] if event.get("cut")]
    before = [event_day(number) for number in range(40) if event_day(number) < CUT]
    assert max(before).isoformat() < CUT.isoformat() <= cut["date"]


def test_everything_says_that_it_is_simulated(demo: Corpus) -> None:
    assert demo.codebook["simulated"] is True
    records = [*demo.articles.values(), *demo.registers["outlets"], *demo.registers["events"], *demo.registers["coders"],
               *demo.registers["sources"], *demo.registers["searches"], *demo.codings.values()]  # fmt: skip
    assert all("imulated" in json.dumps(record) for record in records)


def test_same_seed_same_bytes(demo_folder: Path, tmp_path: Path) -> None:
    write_demo(tmp_path / "again", seed=0)
    write_demo(tmp_path / "other", seed=1)
    names = sorted(path.relative_to(demo_folder) for path in demo_folder.rglob("*") if path.is_file())
    assert all((tmp_path / "again" / name).read_bytes() == (demo_folder / name).read_bytes() for name in names)
    assert (tmp_path / "other/coded/articles.jsonl").read_bytes() != (demo_folder / "coded/articles.jsonl").read_bytes()


def test_it_overwrites_nothing(demo_folder: Path) -> None:
    refusal = write_demo(demo_folder)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "folder_in_use"
