"""Writes imported articles: all of them in one step, or none."""

from collections.abc import Sequence
from pathlib import Path

from framing.exchange.plan import FILE, Row
from framing.study import canonical, validate


def written(root: Path, rows: Sequence[Row], texts: Path | None) -> str:
    """Appends articles to ``coded/articles.jsonl`` and puts their texts into a private folder.

    The texts come first, each under the id of its article: whoever is stopped before the articles are written has texts that
    nothing names. The articles are written in one step.

    Args:
        root: the study's folder.
        rows: what to write; every row has a record.
        texts: the private folder, or None to keep no texts.

    Returns:
        What was written, in words.

    Raises:
        OSError: when something cannot be written; no article is there then.
    """
    kept = [row for row in rows if texts and row.record and row.text.strip()]
    for row in kept:
        assert texts
        assert row.record
        canonical.write(texts / f"{row.record['id']}.txt", row.text.encode() + b"\n")
    path = root / FILE
    before = path.read_bytes() if path.is_file() else b""
    order = validate.fixed_contract("article").order
    lines = b"".join(canonical.line_bytes(row.record, order) for row in rows if row.record)
    canonical.write(path, before + (b"\n" if before and not before.endswith(b"\n") else b"") + lines)
    told = f"Wrote {len(rows)} article(s) to {FILE}"
    return f"{told} and {len(kept)} text(s) to {texts}." if kept else f"{told}."
