"""What the level of a variable asks of the rest of its entry in the codebook."""

import json
import shutil
from pathlib import Path

import pytest

from framing.study import check, levels

STUDY = Path(__file__).parent / "examples" / "study"


def shown_as(root: Path, group: str, show: str) -> Path:
    """A copy of the example study that shows a group of variables in another way."""
    shutil.copytree(STUDY, root)
    path = root / "schemas" / "codebook.json"
    path.write_text(path.read_text(encoding="utf-8").replace(*_entry(group, show)), encoding="utf-8")
    return root


def _entry(group: str, show: str) -> tuple[str, str]:
    book = json.loads((STUDY / "schemas" / "codebook.json").read_text(encoding="utf-8"))
    now = next(entry["show"] for entry in book["groups"] if entry["id"] == group)
    return f'"show": "{now}"', f'"show": "{show}"'


@pytest.mark.parametrize("show", levels.SCALES)
def test_words_are_not_shown_on_a_scale(tmp_path: Path, show: str) -> None:
    found = check.faults(shown_as(tmp_path / "study", "speaker", show))
    told = [str(fault) for fault in found if fault.pointer == "/variables/0/group"]
    reason = f"'voice' is nominal, but its group 'speaker' is shown as a {show}, which needs numbers"
    assert told == [f"schemas/codebook.json::/variables/0/group: {reason}; use bars, or the level ordinal"]


@pytest.mark.parametrize("show", ["filter", "strip", "bars", "matrix", "mentions"])
def test_numbers_are_shown_in_every_way(tmp_path: Path, show: str) -> None:
    assert check.faults(shown_as(tmp_path / "study", "position", show)) == []


def test_the_schema_names_every_level() -> None:
    schema = json.loads((Path(__file__).parent.parent / "schemas" / "codebook.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["variable"]["properties"]["level"]["enum"] == list(levels.LEVELS)
