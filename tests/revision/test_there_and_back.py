"""Random chains of migrations: undone to the byte, clean after each step, and no answer lost without its name."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.refusal import Refusal
from framing.study import check
from framing.study.revision import journal
from framing.study.revision.everyday import Named, renamed
from framing.study.revision.plan import plan
from framing.study.revision.versions import codebook_at
from tests.overlay import EXAMPLES, overlaid
from tests.revision.test_migration import contents

INFERRED = EXAMPLES / "valid" / "coding-inferred"


def answers(coding: dict[str, Any]) -> list[str]:
    frames = coding["frames"]
    return [str(each) for each in (frames["primary"], *sorted(frames["secondary"]), *coding["values"].values())]


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["frame", "variable", "value"]), st.integers(0, 9)), min_size=1, max_size=3))
def test_a_chain_of_changes_is_undone_to_the_byte(chain: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "study"
        overlaid(INFERRED, root)
        before = [contents(root)]
        for place, (part, which) in enumerate(chain):
            book = codebook_at(root, "schemas/codebook.json")
            if part == "value":
                values = [entry["id"] for entry in book.record["variables"][0]["values"]]
                what = Named("value", values[which % len(values)], book.record["variables"][0]["id"])
            else:
                names = [entry["id"] for entry in book.record[f"{part}s"]]
                what = Named(part, names[which % len(names)])
            files = renamed(book, what, f"new{place}", date(2026, 11, 27))
            assert not isinstance(files, Refusal)
            planned = plan(root, files)
            assert planned.faults == ()
            for each in planned.moved:
                assert each.after is not None
                then = [
                    f"new{place}" if part != "variable" and one == what.name else one for one in answers(each.before)
                ]
                assert sorted(then) == sorted(answers(each.after))
                assert each.losses == ()
            journal.write_all(root, planned.name, planned.files)
            assert check.faults(root) == []
            before.append(contents(root))
        for stood in reversed(before[:-1]):
            journal.undo(root, journal.journals(root)[-1])
            assert contents(root) == stood
