"""Writes imported articles: all of them in one step, or none."""

from collections.abc import Iterable, Sequence
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
    kept = keep_texts(rows, texts) if texts else 0
    canonical.write(root / FILE, with_articles(root, rows))
    told = f"Wrote {len(rows)} article(s) to {FILE}"
    return f"{told} and {kept} text(s) to {texts}." if kept else f"{told}."


def keep_texts(rows: Iterable[Row], texts: Path) -> int:
    """Puts the texts of articles into a private folder, each under the id of its article; returns how many there are."""
    kept = {row.record["id"]: row.text for row in rows if row.record and row.text}
    for name, text in kept.items():
        canonical.write(texts / f"{name}.txt", str(text).encode() + b"\n")
    return len(kept)


def with_articles(root: Path, rows: Iterable[Row]) -> bytes:
    """The bytes of ``coded/articles.jsonl`` with some articles more, at its end."""
    order = validate.fixed_contract("article").order
    lines = b"".join(canonical.line_bytes(row.record, order) for row in rows if row.record)
    return begun(root / FILE) + lines


def begun(path: Path) -> bytes:
    """What a file of lines holds, so that a line can follow; nothing where there is no file."""
    before = path.read_bytes() if path.is_file() else b""
    return before + (b"\n" if before and not before.endswith(b"\n") else b"")
