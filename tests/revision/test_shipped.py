"""The shipped corpus, brought from the codebook that it was coded under to the one that stands now, and back."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.revision import journal
from framing.study.revision.plan import plan
from framing.study.revision.versions import CURRENT, codebook_at, kept
from tests.revision.test_migration import contents

ROOT = Path(__file__).parents[2]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The shipped study as it was before it was coded again: every coding is still under the oldest codebook."""
    root = tmp_path / "study"
    for part in ("coded", "schemas"):
        shutil.copytree(ROOT / part, root / part)
    for path in root.glob("coded/codings/*/*.json"):
        if json.loads(path.read_bytes())["codebook"] != kept(root)[0]:
            path.unlink()
    return root


def oldest(root: Path) -> dict[str, dict[str, object]]:
    """Values of the codings under the oldest codebook kept, by file."""
    read = {
        path.relative_to(root).as_posix(): json.loads(path.read_bytes()) for path in root.glob("coded/codings/*/*.json")
    }
    return {file: coding["values"] for file, coding in read.items() if coding["codebook"] == kept(root)[0]}


def test_the_shipped_corpus_goes_forth_back_and_forth_again(study: Path) -> None:
    assert check.faults(study) == []
    before, codings = contents(study), oldest(study)
    planned = plan(study)
    assert planned.faults == ()
    assert contents(study) == before
    assert {each.file for each in planned.moved} == set(codings)

    journal.write_all(study, planned.name, planned.files)
    after = contents(study)
    assert check.faults(study) == []
    assert codings
    assert not oldest(study)

    journal.undo(study, planned.name)
    assert contents(study) == before

    again = plan(study)
    journal.write_all(study, again.name, again.files)
    assert contents(study) == after


def test_no_answer_of_the_shipped_corpus_is_lost(study: Path) -> None:
    """An answer that was one value is a set of one now; every other stands as it was, and what was not asked is open."""
    target = codebook_at(study, CURRENT).record
    sets = {variable["id"] for variable in target["variables"] if variable["level"] == "set"}
    words = {"unknown", "not_expressed", "not_applicable"}
    for moved in plan(study).moved:
        assert moved.after is not None
        assert moved.losses == ()
        for name, value in moved.before["values"].items():
            assert moved.after["values"].pop(name) == ([value] if name in sets and value not in words else value)
        assert set(moved.after["values"].values()) == {"not_coded"}


def test_the_commands_do_the_same(study: Path) -> None:
    before = contents(study)
    for words, code in (([], 0), (["--write"], 0), (["--undo"], 0), (["--write"], 0)):
        done = CliRunner().invoke(app, ["codebook", "migrate", "--study", str(study), *words])
        assert done.exit_code == code, done.output
        if words != ["--write"]:
            assert contents(study) == before
    assert check.faults(study) == []


def test_what_has_been_coded_and_settled_anew_stays_under_its_codebook(tmp_path: Path) -> None:
    """Brought to the codebook of now, the older codings would be two more of each article, and unsettle it."""
    root = tmp_path / "study"
    for part in ("coded", "schemas"):
        shutil.copytree(ROOT / part, root / part)
    planned = plan(root)
    assert set(planned.staying) == set(oldest(root))
    assert (planned.moved, planned.files, planned.faults) == ((), {}, ())
    settled = next(root.glob("coded/codings/adjudicated-2/*.json"))
    settled.unlink()
    assert {Path(each.file).name for each in plan(root).moved} == {settled.name}
    told = CliRunner().invoke(app, ["codebook", "migrate", "--study", str(root)]).output
    assert f"{len(planned.staying) - 3} codings under an older codebook left as is" in told
    again = json.loads(CliRunner().invoke(app, ["codebook", "worklist", "--json", "--study", str(root)]).stdout)[
        "answers"
    ]
    assert {row["article"] for row in again} == {settled.stem}, "the others need nobody any more"
