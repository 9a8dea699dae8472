"""What the README shows is there, and its pictures are those of today's charts."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing import cli
from framing.analysis.choices import Choices
from framing.chart import picture
from framing.corpus import read
from framing.demo.write import write_demo
from framing.report.context import context
from framing.report.figures import drawn

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DRAWN = {"demo-outlets": "frame-by-outlet", "demo-frames": "compare-frames", "demo-reliability": "reliability"}


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_what_the_readme_names_is_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_pictures_of_the_tutorial_are_current(tmp_path: Path) -> None:
    assert write_demo(tmp_path / "practice") is None
    ctx = context(read(tmp_path / "practice"), Choices())
    for name, chart in DRAWN.items():
        kept = (ROOT / "docs" / f"{name}.svg").read_bytes()
        assert picture.svg(drawn(chart, ctx)) == kept, f"{name}: run docs/pictures.py"


def test_the_commands_for_a_pack_run_on_the_demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = README.partition("A pack can be tried on the demonstration:\n\n```sh\n")[2].partition("```")[0]
    for line in block.splitlines():
        done = CliRunner().invoke(cli.app, shlex.split(line)[1:])
        assert done.exit_code == 0, f"{line}: {done.output}"
    for language in ("ja", "ru"):
        assert (tmp_path / "practice" / "schemas" / f"codebook.{language}.json").exists()
