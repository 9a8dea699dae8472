"""What tables of an export hold comes back as the same codings."""

import shutil
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from framing.exchange.clipping import Export
from framing.exchange.codings.coders import Newcomer
from framing.exchange.codings.plan import coded, plan
from framing.export.formats import FORMATS
from framing.refusal import Refusal
from tests.test_refi import Record, codings, held, written

EVIDENCE = {"evidence": "as in the former study"}
SAID = {"confidence": 2, "coded_at": "2026-11-22T09:00:00Z"}
LONG = (*SAID, "memo")
TABLES = {
    "framing-wide": ("csv", "csv/wide.csv", EVIDENCE, ("memo",)),
    "framing-long": ("csv", "csv/long.csv", {**EVIDENCE, **SAID}, LONG),
    "framing-xlsx": ("xlsx", "ferry-press.xlsx", EVIDENCE, ("memo",)),
}


def answers(record: Record, without: tuple[str, ...]) -> Record:
    """A coding without what no table has, its time as a moment."""
    lost = ("evidence", "text_sha256", "minutes", "codebook", "$schema", *without)
    kept: dict[str, Any] = {"memo": "", **record} if "memo" not in without else {**record}
    moment = {"coded_at": datetime.fromisoformat(record["coded_at"])} if "coded_at" not in without else {}
    return {key: part for key, part in kept.items() if key not in lost} | moment


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=6, phases=[Phase.explicit, Phase.generate])
@given(made=codings())
def test_codings_come_back_from_tables(
    tmp_path_factory: pytest.TempPathFactory, name: str, made: tuple[Record, str]
) -> None:
    format_, path, otherwise, lost = TABLES[name]
    record, text = made
    study = written(tmp_path_factory.mktemp("tables"), record, text)
    files = FORMATS[format_].files(held(study))
    assert not isinstance(files, Refusal)
    shutil.rmtree(study / "coded/codings")
    found = plan(coded(study), [Export(path, files[path])], {"otherwise": otherwise}, Newcomer())
    assert found.formats == {path: name}
    assert found.faults == []
    back = {row.record["coder"]: row.record for row in found.rows if row.record["article"] == record["article"]}
    assert answers(back["boris"], lost) == answers(record, lost)
    assert back.keys() == {"alba", "boris"}
