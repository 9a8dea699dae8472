"""Writes imported codings: all of them, or none."""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.exchange.codings.plan import Row
from framing.exchange.writing import begun
from framing.study import canonical, validate
from framing.study.together import write_together

Record = dict[str, Any]
CODERS = "coded/coders.json"


def written(root: Path, rows: Sequence[Row], coders: Sequence[Record]) -> str:
    """Appends codings to ``coded/codings/CODER.jsonl`` and new coders to ``coders.json``.

    Each file is written in one step, the coders first; whoever is stopped between two of them finds the study as it was.

    Args:
        root: the study's folder.
        rows: what to write.
        coders: new entries of ``coders.json``.

    Returns:
        What was written, in words.

    Raises:
        OSError: when something cannot be written; nothing is there then that was not there before.
    """
    contents = {**_coders(root, coders), **_codings(root, rows)}
    write_together(root, contents)
    told = f"Wrote {len(rows)} coding(s) to {', '.join(path for path in contents if path != CODERS)}"
    return f"{told} and {len(coders)} coder(s) to {CODERS}." if coders else f"{told}."


def _coders(root: Path, coders: Sequence[Record]) -> dict[str, bytes]:
    if not coders:
        return {}
    register = json.loads((root / CODERS).read_bytes())
    register["coders"] += coders
    return {CODERS: canonical.file_bytes(register, validate.fixed_contract("coders").order)}


def _codings(root: Path, rows: Sequence[Row]) -> dict[str, bytes]:
    parts: dict[str, list[bytes]] = defaultdict(list)
    for row in rows:
        path = f"coded/codings/{row.record['coder']}.jsonl"
        if path not in parts:
            parts[path].append(begun(root / path))
        parts[path].append(canonical.as_line(row.record))
    return {path: b"".join(lines) for path, lines in parts.items()}
