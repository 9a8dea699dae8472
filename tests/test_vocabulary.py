"""A study's own names for genres, kinds of event, actors and owners."""

from pathlib import Path

import orjson
import pytest

from framing.cli import health
from framing.demo.write import write_demo
from framing.study import check, vocabulary

ROOT = Path(__file__).parent.parent
BOOKS = [ROOT / "schemas/codebook.json", ROOT / "framing/study/template/schemas/codebook.json"]


@pytest.mark.parametrize("path", BOOKS, ids=["shipped", "template"])
def test_shipped_codebooks_label_every_name_in_all_their_languages(path: Path) -> None:
    book = orjson.loads(path.read_bytes())
    for name, entries in book["vocabularies"].items():
        for entry in entries:
            assert entry["labels"].keys() == book["title"].keys(), (name, entry["id"])
        for always in vocabulary.ALWAYS[name]:
            assert vocabulary.label(book, name, always, "ru") != always


def test_the_schemas_name_no_genre_kind_or_owner_of_a_study() -> None:
    """They were lists of the first study: another one could not say feuilleton, strike or trust."""
    listed = orjson.loads(BOOKS[0].read_bytes())["vocabularies"]
    kept = {"umbrella", "unknown", "public"}
    for kind in ("article", "events", "outlets", "codebook"):
        text = (ROOT / f"schemas/{kind}.schema.json").read_text()
        for entries in listed.values():
            for entry in entries:
                assert entry["id"] in kept or f'"{entry["id"]}"' not in text, entry["id"]


def test_a_codebook_without_lists_takes_any_name(tmp_path: Path) -> None:
    """Studies from before the lists keep passing."""
    write_demo(tmp_path / "demo")
    path = tmp_path / "demo/schemas/codebook.json"
    book = orjson.loads(path.read_bytes())
    del book["vocabularies"]
    path.write_bytes(orjson.dumps(book, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    outlets = tmp_path / "demo/coded/outlets.json"
    outlets.write_bytes(outlets.read_bytes().replace(b'"state"', b'"trust"'))
    assert check.faults(tmp_path / "demo") == []
    ((_, said),) = [row for row in health.study(tmp_path / "demo") if row[0] == "names that nothing checks"]
    assert said.startswith("genres, event_kinds, actors, ownership: list them")


def test_a_codebook_with_every_list_leaves_nothing_unchecked() -> None:
    assert ("names that nothing checks", "none") in health.study(ROOT)
