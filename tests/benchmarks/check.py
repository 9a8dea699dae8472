"""How long a full check of a large study takes beside merely parsing its lines, and how much memory.

Run: ``python tests/benchmarks/check.py [articles]``. The study repeats the shipped corpus: that many articles, each coded
once, both as JSONL, in which nothing is wrong; and the same study with 1,000 codings of articles that do not exist. The
tasks take turns and the fastest run of each counts, so that other work of the machine slows all of them alike.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from time import process_time
from typing import Any

import orjson

CORPUS = Path(__file__).parents[2]
CODER = "a"
FAULTY = 1000
RUNS = 3
Record = dict[str, Any]


def study(root: Path, articles: int) -> list[Path]:
    """Writes a valid study of that many articles and codings; returns its JSONL files."""
    shutil.copytree(CORPUS / "schemas", root / "schemas")
    folders = shutil.ignore_patterns("articles", "codings")
    shutil.copytree(CORPUS / "coded", root / "coded", ignore=folders)
    (root / "coded/codings").mkdir()
    codings = {record["article"]: record for record in records(CORPUS / "coded/codings" / CODER)}
    notes: dict[tuple[str, int], list[str]] = defaultdict(list)
    files = [root / "coded/articles.jsonl", root / f"coded/codings/{CODER}.jsonl"]
    with files[0].open("wb") as one, files[1].open("wb") as other:
        for number, article in zip(range(articles), cycle(records(CORPUS / "coded/articles")), strict=False):
            name = f"{article['id']}-n{number // len(codings)}"
            source = article["source"]
            if "bundle" in source:
                source = {**source, "bundle": f"{source['bundle']}-n{number // len(codings)}"}
            notes[source["cites"], source["note"]].append(name)
            one.write(line({**article, "id": name, "source": source}))
            other.write(line({**codings[article["id"]], "article": name}))
    (root / "coded/sources.json").write_bytes(sources(notes))
    return files


def records(folder: Path) -> list[Record]:
    return [orjson.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]


def line(record: Record) -> bytes:
    body = {key: value for key, value in record.items() if key != "$schema"}
    return orjson.dumps(body, option=orjson.OPT_APPEND_NEWLINE)


def sources(notes: dict[tuple[str, int], list[str]]) -> bytes:
    """The sources of the corpus, whose notes name the articles that were made from them."""
    register = orjson.loads((CORPUS / "coded/sources.json").read_bytes())
    for source in register["sources"]:
        for note in source["notes"]:
            note["articles"] = notes.get((source["id"], note["note"]), note["articles"])
    return orjson.dumps(register, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def spoilt(root: Path, other: Path) -> None:
    """Writes the same study with faulty codings, spread over all."""
    shutil.copytree(root, other)
    path = other / f"coded/codings/{CODER}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    for at in range(0, len(lines), max(len(lines) // FAULTY, 1)):
        lines[at] = lines[at].replace(b'"article":"', b'"article":"x', 1)
    path.write_bytes(b"".join(lines))


def fastest(*tasks: Callable[[], object]) -> list[float]:
    """Seconds of the processor in the fastest of a few runs of each task."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(RUNS):
        for task, taken in zip(tasks, times, strict=True):
            begun = process_time()
            task()
            taken.append(process_time() - begun)
    return [min(taken) for taken in times]


def parsed(files: list[Path]) -> None:
    """Reads and parses every line and keeps none."""
    for path in files:
        with path.open("rb") as stream:
            for raw in stream:
                orjson.loads(raw)


# Runs before anything else is measured: Linux hands the peak of a parent down to its child.
PEAK = """
import resource, sys
from pathlib import Path
from framing.study import check
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
faults = check.faults(Path(sys.argv[1]))
assert not faults, faults[:3]
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def main(articles: int) -> None:
    from framing.study import check

    with tempfile.TemporaryDirectory() as folder:
        root, other = Path(folder, "study"), Path(folder, "spoilt")
        files = study(root, articles)
        size = sum(path.stat().st_size for path in files)
        print(f"{articles} articles and as many codings, {size / 2**20:.0f} MiB")
        peak = int(subprocess.run([sys.executable, "-c", PEAK, str(root)], check=True, capture_output=True).stdout)
        factor = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss differs
        print(f"memory  {peak * factor / 2**20:.0f} MiB more at the peak")
        spoilt(root, other)
        parse, clean, faulty = fastest(lambda: parsed(files), lambda: check.faults(root), lambda: check.faults(other))
        print(f"parse   {parse:6.2f} s")
        print(f"check   {clean:6.2f} s, {clean / parse:.1f} times the parse")
        print(f"faulty  {faulty:6.2f} s, {faulty / clean:.2f} times the clean one")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
