"""Keys that may be missing: a record without them is the record with their defaults, for whoever reads it."""

import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from framing import corpus
from framing.study import canonical, check, schema, validate
from framing.study.defaults import Defaults, filled
from framing.workbench.desk import catalogue
from framing.workbench.desk.judge import standard
from framing.workbench.desk.shelf import Shelf

STUDY = Path(__file__).parent / "examples" / "study"
BOOK = orjson.loads((STUDY / "schemas/codebook.json").read_bytes())
CONTRACTS = {kind: validate.fixed_contract(kind) for kind in schema.FIXED} | {"coding": validate.coding_contract(BOOK)}
NAMED = {
    "claims": {"lang", "events"},
    "questions": {"claims"},
    "article": {"medium", "page", "headline", "genre", "byline"},
    "codebook": {"constraints", "cues"},
    "coding": {"minutes", "memo"},
    "events": {"actors"},
    "outlets": {"owner", "ownership", "orientation", "frequency"},
    "sources": {"author", "sections", "notes"},
}


def bare(value: Any, known: Defaults | None) -> Any:
    """The value without every key that says what its absence says."""
    if isinstance(value, list) and known and known.items:
        return [bare(item, known.items) for item in value]
    if not isinstance(value, dict) or known is None:
        return value
    told = dict(known.missing)
    kept = {key: item for key, item in value.items() if key not in told or item != told[key]}
    return {key: bare(item, (known.inside or {}).get(key)) for key, item in kept.items()}


def emptied(value: Any, known: Defaults | None) -> Any:
    """The value with every key that has a default set to it."""
    if isinstance(value, list) and known and known.items:
        return [emptied(item, known.items) for item in value]
    if not isinstance(value, dict) or known is None:
        return value
    return {key: emptied(item, (known.inside or {}).get(key)) for key, item in value.items()} | dict(known.missing)


def keys(known: Defaults | None) -> set[str]:
    if known is None:
        return set()
    inside = {key for part in (known.inside or {}).values() for key in keys(part)}
    return {key for key, _ in known.missing} | inside | keys(known.items)


def test_the_schemas_say_which_keys_may_be_missing() -> None:
    assert {kind: keys(held_to.defaults) for kind, held_to in CONTRACTS.items() if held_to.defaults} == NAMED


@pytest.fixture(params=["folders", "lines"])
def studies(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """One study with every default written out, and the same without a single one; codings in either form."""
    roots = tmp_path / "whole", tmp_path / "bare"
    for root in roots:
        shutil.copytree(STUDY, root)
        files = [root / "schemas/codebook.json", *root.glob("coded/*.json"), *root.glob("coded/*/*.json")]
        for path in [*files, *root.glob("coded/codings/*/*.json")]:
            kind = "codebook" if path.parent.name == "schemas" else path.stem
            kind = kind if kind in CONTRACTS else "coding" if "codings" in path.parts else "article"
            held_to = CONTRACTS[kind]
            record = orjson.loads(path.read_bytes())
            if kind not in ("sources", "codebook"):  # articles cite its notes, codings keep its constraints
                kept = {"genre": record["genre"]} if kind == "article" else {}
                record = emptied(record, held_to.defaults) | kept
            record = bare(record, held_to.defaults) if root.name == "bare" else record
            path.write_bytes(canonical.file_bytes(record, held_to.order))
        if request.param == "lines":
            for folder in [path for path in (root / "coded/codings").iterdir() if path.is_dir()]:
                records = [orjson.loads(path.read_bytes()) for path in sorted(folder.iterdir())]
                plain = [{key: value for key, value in record.items() if key != "$schema"} for record in records]
                lines = [canonical.line_bytes(record, CONTRACTS["coding"].order) for record in plain]
                folder.with_name(folder.name + ".jsonl").write_bytes(b"".join(lines))
                shutil.rmtree(folder)
    return roots


def test_a_study_without_them_is_the_same_study(studies: tuple[Path, Path]) -> None:
    """A coder had to write an empty memo, an empty byline and an unknown page into every record."""
    whole, bared = studies
    assert check.faults(whole) == []
    assert check.faults(bared) == []
    assert check.mend(bared) == []
    for one, other in zip(corpus.read(whole).tables, corpus.read(bared).tables, strict=True):
        assert one.equals(other)


def test_the_workbench_reads_them_alike(studies: tuple[Path, Path]) -> None:
    whole, bared = studies
    assert catalogue.rows(whole, Shelf()) == catalogue.rows(bared, Shelf())
    assert catalogue.article(whole, Shelf(), "more-2026-04") == catalogue.article(bared, Shelf(), "more-2026-04")
    assert standard(whole).registers == standard(bared).registers
    assert standard(whole).codebook == standard(bared).codebook


def test_filling_changes_nothing_that_is_given() -> None:
    known = CONTRACTS["article"].defaults
    given = {"page": "3", "byline": []}
    once = filled(given, known)
    once["headline"]["en"] = "changed"
    assert given == {"page": "3", "byline": []}
    assert filled(given, known)["headline"] == {}
