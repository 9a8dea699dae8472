"""A copy of the example study of which one coder's codings are still to come, and what imports of codings share."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
FILES = Path(__file__).parent / "codings"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "import"
OTHERWISE = {
    "confidence": 2,
    "event/id": None,
    "coded_at": "2026-11-22T09:00:00+09:00",
    "frames/secondary": [],
    "evidence": "coded in a sheet without evidence",
}


def copied(folder: Path) -> Path:
    study = folder / "study"
    shutil.copytree(EXAMPLE, study)
    (study / "coded" / "codings" / "boris.jsonl").unlink()
    shutil.rmtree(study / "coded" / "codings" / "carla")
    return study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return copied(tmp_path)


def run(study: Path, *words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["import", "codings", *map(str, words), "--study", str(study)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def mapped(folder: Path, **said: Any) -> Path:
    path = folder / "map.json"
    path.write_text(json.dumps({"otherwise": OTHERWISE, **said}, ensure_ascii=False), encoding="utf-8")
    return path


def imported(study: Path, coder: str) -> list[dict[str, Any]]:
    path = study / "coded" / "codings" / f"{coder}.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.is_file() else []
