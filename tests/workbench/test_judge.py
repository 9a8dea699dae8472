"""The verdict of the workbench is the verdict of `framing check`."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from framing.study import canonical, check
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.shelf import Shelf
from tests.workbench.study import ARTICLE, coding

VALUES = st.sampled_from(["outlet", "guest", "unknown", "not_expressed", -2, 0, 2, "none", "moon", None])
FRAMES = st.sampled_from(["territory", "history", "other", "moon", None])
EVIDENCE = st.fixed_dictionaries(
    {"supports": st.sampled_from(["territory", "history", "stance", "event", "moon"]), "kind": st.sampled_from(["quote", "paraphrase"])},
    optional={
        "text": st.text(max_size=40), "lang": st.sampled_from(["ja", "ru", "??"]), "locator": st.text(max_size=3),
        "start": st.integers(-1, 5), "end": st.integers(0, 9), "prefix": st.text(max_size=40),
    },
)  # fmt: skip
PARTS = {
    "phase": st.sampled_from(["training", "main", "adjudicated", "x"]),
    "minutes": st.sampled_from([0, 3.5, None, -1]),
    "event": st.fixed_dictionaries(
        {},
        optional={
            "id": st.sampled_from([None, "u-abe-putin-talks", "x"]),
            "relation": st.sampled_from([None, "reports", "x"]),
        },
    ),
    "frames": st.fixed_dictionaries({}, optional={"primary": FRAMES, "secondary": st.lists(FRAMES, max_size=3)}),
    "values": st.fixed_dictionaries({}, optional=dict.fromkeys(("voice", "stance", "obstacle", "moon"), VALUES)),
    "evidence": st.lists(EVIDENCE, max_size=3),
    "confidence": st.sampled_from([0, 1, 2, "3"]),
    "memo": st.text(max_size=5) | st.sampled_from(["????", " \u3000", "a\u202e", "\ufffd"]),
}


@given(
    changes=st.fixed_dictionaries({}, optional=PARTS),
    gone=st.sets(st.sampled_from(sorted(PARTS)), max_size=3),
    whole=st.booleans(),
)
@bounded(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_done_means_that_check_finds_nothing(
    study: Path, changes: dict[str, object], gone: set[str], whole: bool
) -> None:
    desk = Desk(study, "a", Shelf())
    sent = coding(**changes)
    if whole and isinstance(changes.get("values"), dict):
        sent["values"] = {**coding()["values"], **changes["values"]}  # type: ignore[dict-item]  # narrowed above
    for name in gone:
        sent.pop(name, None)
    record = desk.assembled(ARTICLE, json.loads(json.dumps(sent)))
    path = study / "coded" / "codings" / "a" / f"{ARTICLE}.json"
    canonical.write(path, canonical.file_bytes(record, desk.standard().contract.order))
    assert desk.verdict(ARTICLE, record).clean == (check.faults(study) == [])
