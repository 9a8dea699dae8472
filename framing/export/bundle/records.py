"""The files of a study that an archive may have: what people wrote and nothing else, the same bytes however they are spread over files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from framing.study import check, load
from framing.study.canonical import as_file, as_line
from framing.study.faults import Fault
from framing.study.load import Document

LINES = ("article", "coding")
"""Kinds of records that stand in one file of lines: articles together, codings by coder."""


def documents(root: Path) -> list[Document]:
    """Every record of a study without faults, in the order of ``load.texts``; files that nothing reads are not among them."""
    return [found for found in load.documents(root) if not isinstance(found, Fault)]


def study_files(records: Iterable[Document]) -> dict[str, bytes]:
    r"""A study as files, its schemas with it.

    Args:
        records: every record, see ``documents``; their keys in the standard order.

    Returns:
        Path to content, in the order of paths: articles and the codings of one coder as lines in the order of their ids, all
        else as files of their own.

    >>> record = {"$schema": "x", "id": "post-2026", "outlet": "post"}
    >>> study_files([Document("article", "coded/articles/post-2026.json", 0, b"", record, untidy=False)])["coded/articles.jsonl"]
    b'{"id":"post-2026","outlet":"post"}\n'
    """
    lines: dict[str, list[tuple[str, bytes]]] = {"coded/articles.jsonl": []}
    files: dict[str, bytes] = {}
    codebook: dict[str, Any] = {}
    for kind, file, _, _, record, _ in records:
        if kind in LINES:
            bare = {key: part for key, part in record.items() if key != "$schema"}
            name = "coded/articles.jsonl" if kind == "article" else f"coded/codings/{record['coder']}.jsonl"
            lines.setdefault(name, []).append((str(record["id" if kind == "article" else "article"]), as_line(bare)))
        else:
            files[file] = as_file(record)
            codebook = record if kind == "codebook" else codebook
    files |= {name: b"".join(line for _, line in sorted(held)) for name, held in lines.items() if held}
    files |= {f"schemas/{name}": text.encode() for name, text in check.schema_texts(codebook).items()}
    return dict(sorted(files.items()))


def texts_of(value: Any) -> list[str]:
    """Every text in a record.

    >>> texts_of({"a": ["x", 1], "b": {"c": "y"}})
    ['x', 'y']
    """
    if isinstance(value, str):
        return [value]
    inside: Iterable[Any] = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [text for part in inside for text in texts_of(part)]
