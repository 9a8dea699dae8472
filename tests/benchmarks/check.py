"""How long a full check of 100,000 codings takes beside merely parsing them, and how much memory.

Run: ``python tests/benchmarks/check.py [codings]``. Wished for: at most 4 times the parser's time, and a peak of memory
below 3 times the size of the files. Parsing itself is one of these times and the grammar of clean lines another; the
rest are the questions of ``framing.study.screen``, the stream, and the articles, which go the long way.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
CODERS = 20
RUNS = 5
Record = dict[str, Any]


def study(root: Path, codings: int) -> list[Path]:
    """Writes a valid study of that many codings; returns its JSONL files."""
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("articles", "codings"))
    (root / "coded/sources.json").write_bytes(register("sources", []))
    coders = [coder(f"coder-{number}") for number in range(1, CODERS + 1)]
    (root / "coded/coders.json").write_bytes(register("coders", coders))
    dated = {f"harbour-post-{number}": date(2026, 3, 2) + timedelta(number % 60) for number in range(codings // CODERS)}
    articles = root / "coded/articles.jsonl"
    articles.write_bytes(b"".join(line(article(name, day)) for name, day in dated.items()))
    files = [articles]
    (root / "coded/codings").mkdir()
    for entry in coders:
        files.append(root / "coded/codings" / f"{entry['id']}.jsonl")
        files[-1].write_bytes(b"".join(line(coding(name, entry["id"], place)) for place, name in enumerate(dated)))
    return files


def register(kind: str, entries: list[Record]) -> bytes:
    body = {"$schema": f"../schemas/{kind}.schema.json", kind: entries}
    return orjson.dumps(body, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def line(record: Record) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def coder(name: str) -> Record:
    return {"id": name, "kind": "person", "name": name, "languages": ["en"], "made": "Invented for the benchmark."}


def article(name: str, day: date) -> Record:
    return {
        "id": name,
        "outlet": "harbour-post",
        "date": {"published": str(day), "status": "as_cited", "cited": str(day)},
        "medium": "print",
        "page": "1",
        "headline": {"original": "The ferry leaves an hour late", "en": "The ferry leaves an hour late"},
        "language": "en",
        "genre": "news",
        "byline": [{"en": "A. Reporter"}],
        "source": {"basis": "primary_full"},
    }


CHOICES = tuple(
    product(("conflict", "economy", "responsibility"), ("outlet", "guest"), (-1, 0, 1, "unknown"), (1, 2, 3))
)


def coding(name: str, coder: str, place: int) -> Record:
    primary, voice, tone, confidence = CHOICES[place % len(CHOICES)]
    quote = "фунт за билет — это много"
    return {
        "article": name,
        "coder": coder,
        "codebook": "1.1.0",
        "phase": "main",
        "coded_at": f"2026-11-22T09:{place % 60:02}:00+09:00",
        "minutes": place % 40,
        "event": {"id": "e1-first-ferry", "relation": "reports"},
        "frames": {"primary": primary, "secondary": ["other"] if place % 2 else []},
        "values": {"voice": voice, "tone": tone, "outlook": "not_expressed"},
        "evidence": [
            {"supports": primary, "kind": "paraphrase", "text": f"says it {place} times", "lang": "en", "locator": "1"},
            {"supports": primary, "kind": "quote", "text": quote, "lang": "ru", "start": 5, "end": 5 + len(quote)},
        ],
        "confidence": confidence,
        "memo": "",
    }


def fastest(tasks: list[Callable[[], object]]) -> list[float]:
    """Seconds of the fastest of a few runs of each task: the others measure the machine's other work.

    The tasks take turns, so that a slow minute of the machine slows all of them.
    """
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(RUNS):
        for task, taken in zip(tasks, times, strict=True):
            begun = perf_counter()
            task()
            taken.append(perf_counter() - begun)
    return [min(taken) for taken in times]


def parsed(files: list[Path], loads: Callable[[bytes], object]) -> None:
    """Reads and parses every line and keeps none."""
    for path in files:
        with path.open("rb") as stream:
            for raw in stream:
                loads(raw)


def known_parsers() -> Iterator[tuple[str, Callable[[bytes], object]]]:
    """The fast JSON parsers that are installed."""
    yield "orjson", orjson.loads
    try:
        import msgspec
    except ImportError:
        return
    yield "msgspec", msgspec.json.decode


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


def main(codings: int) -> None:
    from framing.study import check

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "study")
        files = study(root, codings)
        size = sum(path.stat().st_size for path in files)
        print(f"{codings} codings, {size / 2**20:.0f} MiB")
        peak = int(subprocess.run([sys.executable, "-c", PEAK, str(root)], check=True, capture_output=True).stdout)
        factor = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss differs
        print(f"memory   {peak * factor / 2**20:.0f} MiB more at the peak, {peak * factor / size:.2f} of the files")
        names, parsers = zip(*known_parsers(), strict=True)
        whole, *alone = fastest([lambda: check.faults(root), *(partial(parsed, files, loads) for loads in parsers)])
        print(f"check    {whole:6.2f} s  {whole / codings * 1e6:.1f} µs a coding")
        for name, seconds in zip(names, alone, strict=True):
            print(f"{name:8} {seconds:6.2f} s  ratio {whole / seconds:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
