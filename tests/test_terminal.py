"""What a terminal or a spreadsheet is given: every column at every width, cells that stay cells, streams that may be missing."""

import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from framing.cli import console
from framing.cli.tables import drawn, separated

WORDS = st.text("abcxyz0189.-=+@ 漢ж[/]", max_size=30)
TABLES = st.integers(1, 7).flatmap(
    lambda wide: st.tuples(
        st.lists(WORDS, min_size=wide, max_size=wide),
        st.lists(st.lists(WORDS, min_size=wide, max_size=wide), max_size=3),
    )
)


def shown(head: list[str], rows: list[list[str]], room: int) -> list[str]:
    screen = Console(file=StringIO(), width=room, color_system=None, highlight=False)
    for table in drawn(head, rows, room):
        screen.print(table)
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue().splitlines()


@given(TABLES, st.integers(30, 100))
def test_no_sign_of_a_table_is_lost_and_no_line_is_too_long(
    table: tuple[list[str], list[list[str]]], room: int
) -> None:
    head, rows = table
    lines = shown(head, rows, room)
    assert all(cell_len(line) <= room for line in lines)
    told = "".join("".join(lines).split())
    for sign in set("".join([*head, *(cell for row in rows for cell in row)])) - {" "}:
        assert told.count(sign) >= sum(cell.count(sign) for cell in [*head, *(cell for row in rows for cell in row)])


@pytest.mark.parametrize("room", range(40, 81, 5))
def test_no_column_disappears_on_a_narrow_screen(room: int) -> None:
    head = ["judgement", "units", "commonest", "percent", "alpha", "95 % interval", "AC1", "verdict"]
    row = ["Frame: Territory", "26", "territory 31%", "0.885", "0.811", "0.623 to 0.954", "0.871", "tentative"]
    told = "".join("".join(shown(head, [row], room)).split())
    assert [cell for cell in [*head, *row] if "".join(cell.split()) not in told and len(cell) <= 12] == []


def test_every_part_of_a_wide_table_begins_with_the_first_column() -> None:
    lines = shown(["frame", *(f"column{k}" for k in range(9))], [["war", *"123456789"]], 40)
    assert [line.split()[0] for line in lines] == ["frame", "war"] * (len(lines) // 2)
    assert len(lines) == 6


@given(TABLES)
def test_a_piped_table_has_a_line_per_row_and_a_tab_per_column(table: tuple[list[str], list[list[str]]]) -> None:
    head, rows = table
    lines = separated(head, rows).split("\n")
    assert len(lines) == 1 + len(rows)
    assert {line.count("\t") for line in lines} == {len(head) - 1}


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("a\tb\r\nc\u2028d", "a b c d"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("+2 advocates", "'+2 advocates"),
        ("-0.25", "-0.25"),
        ("-0.52 to 1.00", "-0.52 to 1.00"),
        ("-1 42%", "-1 42%"),
        ("-1 42%, 0 30%", "-1 42%, 0 30%"),
        ("-1+2", "'-1+2"),
        ("+1e-05", "+1e-05"),
        ("-", "-"),
        ("0.1", "0.1"),
    ],
)
def test_a_spreadsheet_opens_a_cell_as_what_it_is(cell: str, plain: str) -> None:
    assert separated((cell,), ()) == plain


STREAMS = [
    ("doctor >&-", console.GOOD, ""),
    ("chart >&-", console.GOOD, ""),
    ("check --json >&- 2>&- <&-", console.GOOD, ""),
    ("selftest --json >&-", console.GOOD, ""),
    ("add <&-", console.FAULTY, "Nothing was added."),
    ("chart > /dev/full", console.UNWRITABLE, "standard output: No space left on device"),
]


@pytest.mark.parametrize(("written", "code", "told"), STREAMS, ids=[written for written, _, _ in STREAMS])
def test_a_standard_stream_that_is_not_there_is_no_fault(written: str, code: int, told: str) -> None:
    if sys.platform == "win32" or (written.endswith("/dev/full") and not Path("/dev/full").exists()):
        pytest.skip("needs a shell and /dev/full")
    command, redirected = re.split(r" (?=[<>2])", written, maxsplit=1)
    script = f"exec {sys.executable} -m framing {command} {redirected}"
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, encoding="utf-8", cwd=Path(__file__).parent.parent, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert told in done.stderr


def test_a_report_says_what_it_does_and_how_much_there_is(tmp_path: Path) -> None:
    study = Path(__file__).parent / "examples" / "study"
    command = [
        sys.executable,
        "-m",
        "framing",
        "report",
        "--format",
        "html",
        "--output",
        str(tmp_path),
        "--study",
        study,
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=Path(__file__).parent.parent, check=True)
    told = done.stderr.splitlines()
    assert told[0] == "reading the study …"
    pages = len(list(tmp_path.glob("*.html")))
    assert told[2:4] == [f"making pages: {pages - 1} …", f"drawing pages: {pages} …"]
