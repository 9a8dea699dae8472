"""A part of the simulated study: for tests of how comparisons are told, which need articles but not many."""

import json
from pathlib import Path

from framing.demo.write import write_demo

PART = slice(570, 848)
"""About eight of the 40 events, some before and some after the cut; no bundle is torn."""


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
