"""Texts of an import wait on disk until somebody decides on their articles, and nothing is left of them."""

import subprocess
import sys
from pathlib import Path

from framing.exchange.undecided import Undecided

WAITING = """
import sys
from framing.exchange import undecided
undecided.IN_MEMORY = 1
kept = [undecided.Undecided().put("a private text " * 1000)]
print(len(str(kept[0])), flush=True)
sys.stdin.read()
"""


def test_texts_come_back_as_they_were_in_whatever_order() -> None:
    texts = ["港に船が着く。", "", "Лёд сошёл.\n\nВесна.", "half \ud83d of a sign", "👳🏻‍♀️"]
    among = Undecided()
    kept = [among.put(text) for text in texts]
    assert [str(text) for text in reversed(kept)] == texts[::-1]


def test_a_program_that_is_killed_leaves_no_text_behind(tmp_path: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"TMPDIR": str(tmp_path)}
    )
    assert command.stdin
    assert command.stdout
    with command, command.stdin, command.stdout:
        assert command.stdout.readline() == b"15000\n"
        assert list(tmp_path.iterdir()) == []
        command.kill()
    assert list(tmp_path.iterdir()) == []
