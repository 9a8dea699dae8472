"""Faults as people read them: the place by name and line, the same thing once, and no name longer than a line."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import check, faults
from framing.study.faults import Fault, as_lines, meant, pointer
from framing.study.index import Index
from framing.study.places import line_numbers, placed
from tests.overlay import INVALID, STUDY, overlaid


def fault(file: str, message: str, rule: str = "x", where: str = "/a") -> Fault:
    return Fault(file, 1, where, rule, message)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=3), inside, max_size=4),
    max_leaves=15,
)


@given(values, st.sampled_from([None, 0, 2]))
def test_every_value_has_the_line_in_which_it_stands(value: object, indent: int | None) -> None:
    """Each key gets a number in its line that is written into its value."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    places = {pointer(path): path for path in inside(value, ())}
    lines = line_numbers(text, set(places))
    assert lines.keys() == places.keys()
    rows = text.split("\n")
    for where, path in places.items():
        if isinstance(path[-1], str):
            assert json.dumps(path[-1], ensure_ascii=False) in rows[lines[where] - 1]
    if indent is None:
        assert set(lines.values()) <= {1}
    else:
        assert len({*lines.values()}) == len(lines)


def inside(value: object, path: tuple[object, ...]) -> list[tuple[object, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in parts for found in ((*path, key), *inside(part, (*path, key)))]


def test_a_place_names_the_line_and_the_entry(tmp_path: Path) -> None:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    path = root / "coded/outlets.json"
    path.write_bytes(path.read_bytes().replace(b'"own": "Harbour Post"', b'"own": 7'))
    (found,) = placed(root, check.faults(root))
    line = path.read_text(encoding="utf-8").split("\n")[found.line - 1]
    assert line.strip().startswith('"own": 7')
    assert found.address == f"coded/outlets.json:{found.line}::/outlets/0/names/own (outlet harbour-post)"


def test_a_line_names_its_article(tmp_path: Path) -> None:
    root = tmp_path / "study"
    shutil.copytree(STUDY, root)
    path = root / "coded/codings/boris.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"confidence":', b'"confidense":', 1))
    first, *_ = placed(root, check.faults(root))
    article = json.loads(path.read_text(encoding="utf-8").split("\n")[0])["article"]
    assert first.address.endswith(f" ({article})")
    assert first.line == 1


def test_placing_changes_no_fault_otherwise(tmp_path: Path) -> None:
    for case in INVALID[::9]:
        root = overlaid(case, tmp_path / case.name)
        found = check.faults(root)
        stripped = [(each.file, each.pointer, each.rule, each.message) for each in placed(root, found)]
        assert sorted(stripped) == sorted((each.file, each.pointer, each.rule, each.message) for each in found)


def test_equal_faults_are_told_once() -> None:
    """10,000 of them were once printed one by one."""
    many = [fault(f"coded/codings/a/{number:05}.json", "there is no event 'e'") for number in range(10_000)]
    assert list(as_lines(many)) == [
        "10000 files: there is no event 'e'",
        *(f"  coded/codings/a/{number:05}.json:1::/a" for number in range(3)),
        "  and 9997 more",
    ]
    assert list(as_lines(many[:3])) == [str(each) for each in many[:3]]


def test_faults_that_differ_in_a_name_are_cut_with_their_number() -> None:
    many = [fault("x.jsonl", f"there is no article 'a{number}'; did you mean 'b{number}'?") for number in range(1000)]
    lines = list(as_lines([*many, fault("y.json", "is empty")]))
    assert len(lines) == faults.SHOWN + 2
    assert lines[-2:] == ["and 990 more like these; `framing check --json` lists each", "y.json:1::/a: is empty"]


@given(st.lists(st.builds(fault, st.sampled_from("ab"), st.sampled_from(["1", "2", "'u' x", "'v' x"])), max_size=40))
def test_none_is_lost_without_being_counted(found: list[Fault]) -> None:
    counted = 0
    for line in as_lines(sorted(found)):
        number = line.strip().removeprefix("and ").partition(" ")[0]
        if " more" in line:
            counted += int(number)
        elif not line.partition(" ")[0].isdecimal():
            counted += 1
    assert counted == len(found)


@pytest.mark.parametrize(
    "name", ["n" * 300_000, "long words " * 30_000, "'\"" + "q" * 300_000, "one/two~three" * 30_000]
)
def test_no_name_is_printed_whole(name: str) -> None:
    """A name of 300,000 characters once was, in one line."""
    said = Fault(
        "x.json", 0, pointer(["a", name]), "x", f"the key {name!r} does not belong here; remove it", f"outlet {name}"
    )
    for line in [str(said), *as_lines([said] * 5)]:
        assert len(line) < 1000
        assert "…" in line or line == "  and 2 more"


@given(
    st.lists(st.from_regex("[a-z]{3,8}-201[0-9]-[01][0-9]", fullmatch=True), min_size=60, max_size=200, unique=True),
    st.data(),
)
def test_a_mistyped_name_among_many_is_found(names: list[str], data: st.DataObject) -> None:
    """Comparing every wrong name with all others once took two seconds for a thousand."""
    right = data.draw(st.sampled_from(names))
    at = data.draw(st.integers(0, len(right) - 1))
    wrong = right[:at] + right[at + 1 :]
    found = meant(wrong, names)
    assert "did you mean" in found
    assert len(faults._candidates(wrong, tuple(names))) <= 4 * faults.NEAR
    assert right in faults._candidates(wrong, tuple(names))


def test_a_name_is_not_offered_in_its_own_place() -> None:
    """A bundle of one stands among the bundles that its article may have meant."""
    assert meant("visit-2016", ["trade", "visit-2015", "visit-2016"]) == "; did you mean 'visit-2015'?"
    assert meant("visit", ["trade", "visit"]) == "; known: 'trade'"
    assert meant("x", ["x"]) == ""
    assert meant("x", ["x", "q", "r"], limit=1) == "; known: 'q' and 1 more"


def test_articles_are_kept_once_however_many_are_broken() -> None:
    """Every faulty line of articles.jsonl once copied all articles."""
    index = Index()
    index.add_unread("coded/articles.jsonl")
    articles = index.articles
    index.add_unread("coded/articles.jsonl")
    assert index.articles is articles
    assert "anything" in index.articles
