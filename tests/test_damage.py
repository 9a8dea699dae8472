"""A valid study damaged at random: check tells, mending loses nothing, and what passes the check can be reported."""

import copy
import json
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report.context import context
from framing.study import check
from framing.study.faults import as_lines
from framing.study.places import placed
from tests.rendered import pages

STUDY = Path(__file__).parent / "examples" / "study"
FILES = [path.relative_to(STUDY) for path in sorted(STUDY.rglob("*.json*")) if "schema.json" not in path.name]
REGISTERS = [file for file in FILES if "codings" not in file.parts]
NUMBERS = [0, -1, 2**15, 2**31, 2**62, 1e308, 1e-300, 0.1]
TEXTS = [
    *("", "x", " " * 25, "a" * 500, "か\u3099", "0204Q1", "0000Q1", "9999Q4", "1015-01-01", "2014-02-30", "2204-01-01"),
    *(
        "1606-01-01",
        "2014/..",
        "/",
        "neither",
        "unknown",
        "event",
        "primary",
        "article",
        "<script>",
        "`|*_[x](y)",
        "\n",
    ),
]
ODD: list[Any] = [None, True, *NUMBERS, *TEXTS, [], {}, [None]]
ODD_BYTES = [
    *(b"", b"\xff", b"\x00", b"\r", b'"', b"{", b"]", b",", b"NaN", b"1e999", b"1e-400", b"\\ud800", b"\xef\xbb\xbf"),
    *(b"9" * 40, b"-0.0", b"9007199254740993.0", b"[" * 2000, b"\xed\xa0\x80", b'"id":1,'),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the study; each example puts back what it damages."""
    folder = tmp_path_factory.mktemp("damage") / "study"
    shutil.copytree(STUDY, folder)
    return folder


def inside(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from inside(part)


@st.composite
def changed_values(draw: st.DrawFn) -> tuple[Path, bytes]:
    file = draw(st.sampled_from(REGISTERS) | st.sampled_from(FILES))
    lines = (STUDY / file).read_text(encoding="utf-8").splitlines() if file.suffix == ".jsonl" else [""]
    place = draw(st.integers(0, len(lines) - 1))
    record = json.loads(lines[place] or (STUDY / file).read_text(encoding="utf-8"))
    target, key = draw(st.sampled_from(list(inside(record))))
    match draw(st.sampled_from(["odd", "odd", "other", "drop", "again", "digit"])):
        case "odd":
            target[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
        case "other":
            source, other = draw(st.sampled_from(list(inside(record))))
            target[key] = copy.deepcopy(source[other])
        case "drop":
            del target[key]
        case "again" if isinstance(target, list):
            target.append(copy.deepcopy(target[key]))
        case "digit" if isinstance(target[key], str) and target[key]:
            at = draw(st.integers(0, len(target[key]) - 1))
            target[key] = target[key][:at] + draw(st.sampled_from("09x")) + target[key][at + 1 :]
    lines[place] = json.dumps(record, ensure_ascii=False, indent=None if file.suffix == ".jsonl" else 2)
    return file, ("\n".join(lines) + "\n").encode()


@st.composite
def changed_bytes(draw: st.DrawFn) -> tuple[Path, bytes]:
    file = draw(st.sampled_from(FILES))
    before = (STUDY / file).read_bytes()
    start = draw(st.integers(0, len(before)))
    end = min(len(before), start + draw(st.sampled_from([0, 1, 3, 20, 2000])))
    return file, before[:start] + draw(st.sampled_from(ODD_BYTES)) + before[end:]


def meaning(raw: bytes) -> list[Any]:
    """Every value in some lines of JSON, no digit and no key lost; lines that are no JSON as they stand."""

    def of(text: bytes) -> Any:
        try:
            return json.loads(text, parse_float=lambda digits: ordered(Decimal(digits)), object_pairs_hook=pairs)
        except (ValueError, RecursionError):
            return text

    whole = of(raw)
    return [of(line) for line in raw.split(b"\n") if line.strip()] if whole == raw else [whole]


def unaddressed(found: list[Any]) -> list[Any]:
    """The same without the line that leads editors to the schema, which mending adds where it is missing."""
    return [[pair for pair in one if pair[0] != "$schema"] if isinstance(one, list) else one for one in found]


def ordered(number: Decimal) -> Any:
    return int(number) if abs(number) < 2**53 and number == int(number) else number


def pairs(found: list[tuple[str, Any]]) -> Any:
    return sorted((key, repr(value)) for key, value in found)


@settings(max_examples=80)
@given(changed_values() | changed_bytes())
def test_damage_is_told_and_mending_loses_nothing(root: Path, damage: tuple[Path, bytes]) -> None:
    file, content = damage
    (root / file).write_bytes(content)
    try:
        found = check.faults(root)
        lines = list(as_lines(placed(root, found)))
        assert bool(lines) is bool(found)
        assert all(len(line) < 3000 for line in lines)
        rewritten = check.mend(root)
        assert unaddressed(meaning((root / file).read_bytes())) == unaddressed(meaning(content))
        assert check.mend(root) == []
        assert file.as_posix() in rewritten or (root / file).read_bytes() == content
    finally:
        (root / file).write_bytes((STUDY / file).read_bytes())
        check.mend(root)


@settings(max_examples=10)  # each is a whole report
@given(changed_values())
def test_what_passes_the_check_can_be_reported(root: Path, damage: tuple[Path, bytes]) -> None:
    file, content = damage
    (root / file).write_bytes(content)
    try:
        check.mend(root)
        if not check.faults(root):
            assert list(pages(context(read(root), Choices())))
    finally:
        (root / file).write_bytes((STUDY / file).read_bytes())
        check.mend(root)
