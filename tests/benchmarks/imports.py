"""How long an import of a large table takes, and how much memory, beside merely reading its rows.

Run: ``python tests/benchmarks/imports.py [rows]``. A table of that many articles, each with a text of a thousand letters, as
CSV and as xlsx, is planned against the shipped study, with its map, and then written. Only ratios are meant to be compared:
time beside that of the csv module for the same rows, memory beside the size of the file as CSV.
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from framing.exchange import plan  # noqa: E402
from framing.exchange.clipping import Export  # noqa: E402
from framing.exchange.columns import ColumnMap  # noqa: E402
from framing.exchange.writing import written  # noqa: E402
from tests.exchange import workbooks  # noqa: E402

HEAD = ["Paper", "Day", "Title", "Page", "Text"]
PAPERS = ("読売新聞", "Asahi Shimbun", "The Sankei", "Российская газета")
MAP = ColumnMap({"outlet": "Paper", "date": "Day", "headline": "Title", "page": "Page", "text": "Text"})
Rows = list[list[str]]


def rows(count: int) -> Rows:
    first = date(2014, 1, 1)
    found = [HEAD]
    for number in range(count):
        day = first + timedelta(days=number % 3000)
        body = f"港に船が着く。{number} " * 70
        found.append([PAPERS[number % 4], day.isoformat(), f"港に「市」が立つ {number}", str(number % 40 + 1), body])
    return found


def as_csv(table: Rows) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(table)
    return stream.getvalue().encode()


MADE: dict[str, Callable[[Rows], bytes]] = {"csv": as_csv, "xlsx": lambda table: workbooks.xlsx({"A": table})}


def peak() -> int:
    """The most bytes that this process has held; Linux alone tells it without those of the process that started it."""
    found = re.search(r"VmHWM:\s+([0-9]+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) * 1024 if found else 0


def measured(path: Path) -> None:
    """One import in a process of its own, whose memory nothing else has filled."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "study")
        for part in ("schemas", "coded"):
            copytree(ROOT / part, root / part)
        standing = plan.standing(root)
        before, start = peak(), process_time()
        found = plan.plan(standing, [Export(path.name, path.read_bytes(), map=MAP)], "2026-01-01")
        told, planned = found.counts(), process_time() - start
        written(root, [row for row in found.rows if row.state == "new"], None)
        total = process_time() - start
        memory = peak() - before
    print(planned, total, memory, told["new"], sep="\t")


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        measured(Path(sys.argv[2]))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 100_000
    table = rows(count)
    with tempfile.TemporaryDirectory() as folder:
        files = {kind: Path(folder, f"table.{kind}") for kind in MADE}
        for kind, path in files.items():
            path.write_bytes(MADE[kind](table))
        size = files["csv"].stat().st_size
        start = process_time()
        assert sum(1 for _ in csv.reader(io.StringIO(files["csv"].read_bytes().decode(), newline=""))) == count + 1
        plain = process_time() - start
        print(
            f"{count:,} rows, {size / 2**20:.0f} MB\nformat\tarticles\tplan, s\twith writing, s\tx csv module\tmemory x file"
        )
        for kind, path in files.items():
            one = [sys.executable, __file__, "--one", str(path)]
            told = subprocess.run(one, check=True, capture_output=True, text=True).stdout.split("\t")
            planned, total, memory = map(float, told[:3])
            print(kind, told[3].strip(), f"{planned:.1f}", f"{total:.1f}", f"x {total / plain:.0f}", f"x {memory / size:.1f}", sep="\t")  # fmt: skip


if __name__ == "__main__":
    main()
