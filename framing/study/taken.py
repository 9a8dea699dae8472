"""The records of a study as they are when nothing is wrong with it: for whoever counts while somebody else checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from framing.study import load, schema, validate
from framing.study.check import OLDER, OLDER_CODING
from framing.study.faults import Fault
from framing.study.index import Index
from framing.study.load import Document

Record = dict[str, Any]


def taken(root: Path) -> Iterator[tuple[str, Record]]:
    """Every record of a study that is taken to be right: none is held to its schema or to a rule.

    Args:
        root: the study's folder.

    Yields:
        What ``check.checked`` yields of a study without faults. Of one with faults anything, or whatever error their
        records lead to: only who knows that there are none may use it.

    >>> from framing.study.check import checked
    >>> list(taken(Path("."))) == list(checked(Path(".")))
    True
    """
    index = Index()
    contracts = {kind: validate.fixed_contract(kind) for kind in schema.FIXED}
    for document in _documents(root):
        if document.kind == OLDER:
            version = str(document.record["version"])
            if version not in index.versions:
                contracts[f"coding {version}"] = validate.coding_contract(document.record)
            continue
        if document.kind == "codebook":
            index.add(document)
            contracts["coding"] = validate.coding_contract(document.record)
        yield _completed(document, contracts)


def _documents(root: Path) -> Iterator[Document]:
    """Every record with its address; how it is written is not looked at, which takes longer than reading it."""
    for text in load.texts(root):
        if isinstance(text, Fault):
            continue
        raw, kind, file, line = text
        yield Document(kind, file, line, raw, orjson.loads(raw), untidy=False)


def _completed(document: Document, contracts: dict[str, validate.Contract]) -> tuple[str, Record]:
    kind, older = document.kind, f"coding {document.record.get('codebook')}"
    if kind == "coding" and older in contracts:
        return OLDER_CODING, validate.completed(document, contracts[older]).record
    return kind, validate.completed(document, contracts[kind]).record
