"""The page on published data, followed with the data of other people's projects, which are not in this repository."""

import shutil
from pathlib import Path

import pytest

from tests.test_docs import PUBLISHED_DATA, ROOT, follow

SHARED = ROOT.parent / "shared" / "data"
FILES = {  # as the page calls them
    "kato.csv": SHARED / "japan_foreign_image" / "derived" / "coded_long.csv",
    "kato-dated.csv": SHARED / "japan_foreign_image" / "derived" / "coded_long_dated.csv",
    "climate.csv": SHARED / "narrative_frames_climate" / "derived" / "coded_long.csv",
}


def test_its_commands_run_and_print_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, file in FILES.items():
        if not file.is_file():
            pytest.skip("the published data are not beside the repository")
        shutil.copy(file, tmp_path / name)
    follow(PUBLISHED_DATA, tmp_path, monkeypatch)
