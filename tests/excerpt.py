"""A part of the simulated study: for tests of how comparisons are told, which need articles but not many."""

import json
from pathlib import Path

from framing.demo.write import write_demo

PART = slice(570, 848)
"""About eight of the 40 events, some before and some after the cut; no bundle is torn."""
EVENTS = {"s19-anniversary", "s20-visit"}


def excerpt(folder: Path) -> Path:
    """Writes the simulated study and keeps a part of its articles, with their codings; nothing is assigned any more."""
    assert write_demo(folder) is None
    for path in (folder / "coded/articles.jsonl", *(folder / "coded/codings").glob("*.jsonl")):
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[PART]))
    coders = folder / "coded/coders.json"
    register = json.loads(coders.read_text(encoding="utf-8"))
    for coder in register["coders"]:
        coder.pop("assigned", None)
    coders.write_text(json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return folder


def of_two_events(folder: Path) -> Path:
    """Writes only the articles of the excerpt on two of its events: enough to compare, few enough to be quick."""
    study = excerpt(folder)
    codings = map(json.loads, _lines(study / "coded/codings/c1.jsonl"))
    kept = {coding["article"] for coding in codings if coding["event"]["id"] in EVENTS}
    for path in (study / "coded/articles.jsonl", *(study / "coded/codings").glob("*.jsonl")):
        key = "id" if path.stem == "articles" else "article"
        path.write_text("".join(line for line in _lines(path) if json.loads(line)[key] in kept), encoding="utf-8")
    return study


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)
