"""How long an import of a wide table of codings takes, and how much memory.

Run: ``python tests/benchmarks/import_codings.py [rows]``. A table with a row per article and coder and a column for each variable
of the example study, which gets as many articles as it needs, is planned and written. Times are the user's CPU seconds.
"""

import csv
import io
import json
import sys
import tempfile
from itertools import pairwise
from os import times
from pathlib import Path
from shutil import copytree, rmtree

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from framing.exchange.clipping import Export  # noqa: E402
from framing.exchange.codings import plan  # noqa: E402
from framing.exchange.codings.coders import Newcomer  # noqa: E402
from framing.exchange.codings.writing import written  # noqa: E402
from framing.study.canonical import as_line  # noqa: E402
from tests.benchmarks.imports import peak  # noqa: E402

EXAMPLE = ROOT / "tests" / "examples" / "study"
HEAD = ["article", "coder", "Tone", "Outlook", "Voice", "weather", "crew", "Frame", "Second", "memo"]
MAP = {
    "article": "article",
    "coder": "coder",
    "columns": {
        "Tone": "tone", "Outlook": "outlook", "Voice": "voice", "weather": "causes=weather", "crew": "causes=crew",
        "Frame": "frames/primary", "Second": "frames/secondary",
    },
    "missing": {"NA": "unknown"},
    "otherwise": {
        "confidence": 2, "event/id": None, "coded_at": "2026-11-22T09:00:00+09:00",
        "evidence": "coded in a sheet without evidence",
    },
}  # fmt: skip


def study(folder: Path, count: int) -> list[str]:
    """The example study with that many articles and no codings; their ids."""
    copytree(EXAMPLE, folder)
    rmtree(folder / "coded" / "codings")
    (model,) = [json.loads((folder / "coded" / "articles" / "harbour-post-2026-03-03.json").read_bytes())]
    model.pop("$schema", None)
    ids = [f"harbour-post-2026-03-03-{number}" for number in range(2, count + 2)]
    lines = (as_line({**model, "id": name, "headline": {"en": f"Ferry {name}"}}) for name in ids)
    (folder / "coded" / "articles.jsonl").write_bytes(b"".join(lines))
    return ids


def table(ids: list[str], count: int) -> bytes:
    stream = io.StringIO(newline="")
    sheet = csv.writer(stream)
    sheet.writerow(HEAD)
    for number in range(count):
        coder = ("alba", "boris")[number % 2]
        tone, outlook = (("-1", "0", "1", "NA")[number % 4], ("-1", "NA", "1")[number % 3])
        frame, second = ("economy", "conflict")[number % 2], ("", "responsibility")[number % 2]
        sheet.writerow(
            [ids[number // 2], coder, tone, outlook, "outlet", 1, number % 2, frame, second, f"seen {number}"]
        )
    return stream.getvalue().encode()


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 100_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "study")
        raw = table(study(root, count // 2), count)
        marks, before = [times().user], peak()
        known = plan.coded(root)
        marks.append(times().user)
        found = plan.plan(known, [Export("table.csv", raw)], MAP, Newcomer("", "", "", "", "", "2026-01-01"))
        marks.append(times().user)
        assert found.counts() == {"new": count, "known": 0, "faults": 0}, found.faults[:3]
        written(root, found.rows, found.coders)
        marks.append(times().user)
        read, planned, wrote = (after - first for first, after in pairwise(marks))
        print(
            f"{count:,} codings, {len(raw) / 2**20:.0f} MB: study {read:.1f} s, plan {planned:.1f} s, writing {wrote:.1f} s,"
            f" memory {(peak() - before) / 2**20:.0f} MB"
        )


if __name__ == "__main__":
    main()
