"""What operations do to a coding, and that none of them loses an answer in silence."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study.revision.operations import Loss, Operation, applied, operation

FRAMES = ("safety", "trade", "pride", "history")
VALUES = {"tone": (-1, 0, 1), "cause": ("war", "weather", "greed")}


def coding(primary: str = "safety", secondary: tuple[str, ...] = (), **values: Any) -> dict[str, Any]:
    answers = {"tone": 0, "cause": "unknown", **values}
    supported = [primary, *secondary, *(name for name, value in answers.items() if value != "unknown")]
    return {
        "frames": {"primary": primary, "secondary": list(secondary)},
        "values": answers,
        "evidence": [{"supports": name, "text": f"why {name}"} for name in supported],
        "decisions": [{"value": "/values/tone"}, {"value": "/values/cause"}],
    }


def migrated(record: dict[str, Any], *entries: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    after, losses = applied(record, [operation(entry) for entry in entries])
    return after, [(loss.pointer, loss.why) for loss in losses]


def test_a_frame_under_another_name_keeps_what_supports_it() -> None:
    after, losses = migrated(coding("trade", ("safety",)), {"do": "rename", "frame": "safety", "to": "risk"})
    assert after["frames"] == {"primary": "trade", "secondary": ["risk"]}
    assert [item["supports"] for item in after["evidence"]] == ["trade", "risk", "tone"]
    assert losses == []


def test_two_frames_that_become_one_stand_once() -> None:
    step = {"do": "merge", "frames": ["safety", "trade"], "to": "interest"}
    after, losses = migrated(coding("pride", ("safety", "trade")), step)
    assert after["frames"] == {"primary": "pride", "secondary": ["interest"]}
    assert losses == [("/frames/secondary/0", "merged"), ("/frames/secondary/1", "merged")]
    after, losses = migrated(coding("safety", ("trade", "pride")), step)
    assert after["frames"] == {"primary": "interest", "secondary": ["pride"]}
    assert losses == [("/frames/primary", "merged"), ("/frames/secondary/0", "merged")]


@pytest.mark.parametrize(
    "step", [{"do": "remove", "frame": "safety"}, {"do": "split", "frame": "safety", "into": ["risk", "fear"]}]
)
def test_a_coding_whose_point_has_no_place_is_held_back(step: dict[str, Any]) -> None:
    assert ("/frames/primary", "held_back") in migrated(coding("safety"), step)[1]


def test_a_secondary_frame_that_is_gone_goes_with_its_evidence() -> None:
    after, losses = migrated(coding("trade", ("safety", "pride")), {"do": "remove", "frame": "safety"})
    assert after["frames"]["secondary"] == ["pride"]
    assert losses == [("/frames/secondary/0", "dropped"), ("/evidence/1", "dropped")]


def test_a_variable_under_another_name_keeps_its_place_evidence_and_decision() -> None:
    after, losses = migrated(coding(), {"do": "rename", "variable": "tone", "to": "mood"})
    assert list(after["values"]) == ["mood", "cause"]
    assert after["evidence"][1]["supports"] == "mood"
    assert after["decisions"][0] == {"value": "/values/mood"}
    assert losses == []


def test_a_variable_that_is_new_was_asked_of_nobody() -> None:
    after, losses = migrated(coding(), {"do": "add", "variable": "blame"})
    assert after["values"]["blame"] == "not_coded"
    assert losses == []


def test_a_variable_that_is_gone_takes_all_that_hangs_on_it() -> None:
    after, losses = migrated(coding(tone=1), {"do": "remove", "variable": "tone"})
    assert "tone" not in after["values"]
    assert after["decisions"] == [{"value": "/values/cause"}]
    assert losses == [("/values/tone", "dropped"), ("/decisions/0", "dropped"), ("/evidence/1", "dropped")]


def test_a_value_that_became_several_is_to_be_coded_again() -> None:
    after, losses = migrated(
        coding(cause="war"), {"do": "split", "variable": "cause", "value": "war", "into": ["attack", "defence"]}
    )
    assert after["values"]["cause"] == "not_coded"
    assert losses == [("/values/cause", "to_code_again"), ("/evidence/2", "dropped")]


def test_a_scale_moves_its_numbers_and_says_which_it_cannot() -> None:
    step = {"do": "scale", "variable": "tone", "scale": {"-1": -2, "0": 0}}
    assert migrated(coding(tone=-1), step)[0]["values"]["tone"] == -2
    after, losses = migrated(coding(tone=1), step)
    assert after["values"]["tone"] == "not_coded"
    assert losses == [("/values/tone", "to_code_again"), ("/evidence/1", "dropped")]
    assert migrated(coding(tone="unknown"), step)[0]["values"]["tone"] == "unknown"
    assert migrated(coding(tone=1), {"do": "scale", "variable": "tone", "scale": {"0": 0, "1": 0}})[1] == [
        ("/values/tone", "merged")
    ]


@pytest.mark.parametrize(
    ("step", "inferred"),
    [
        ({"do": "rename", "variable": "tone", "to": "mood"}, ["mood", "cause"]),
        ({"do": "remove", "variable": "tone"}, ["cause"]),
        ({"do": "rename", "variable": "cause", "value": "war", "to": "battle"}, ["tone", "cause"]),
        ({"do": "merge", "variable": "cause", "values": ["war", "greed"], "to": "interest"}, ["tone", "cause"]),
        ({"do": "merge", "variable": "cause", "values": ["war", "greed"], "to": "unknown"}, ["tone"]),
        ({"do": "split", "variable": "cause", "value": "war", "into": ["attack", "defence"]}, ["tone"]),
        ({"do": "scale", "variable": "tone", "scale": {"0": 0}}, ["cause"]),
        ({"do": "scale", "variable": "tone", "scale": {"0": 0, "1": 1}}, ["tone", "cause"]),
    ],
)
def test_what_was_inferred_stays_so_as_long_as_it_stands(step: dict[str, Any], inferred: list[str]) -> None:
    given = {**coding(tone=1, cause="war"), "inferred": ["tone", "cause"]}
    assert migrated(given, step)[0]["inferred"] == inferred
    alone = migrated({**given, "inferred": ["cause"]}, {"do": "remove", "variable": "cause"})[0]
    assert "inferred" not in alone


def test_pointers_of_losses_count_in_the_older_record() -> None:
    after, losses = applied(
        coding("trade", ("safety", "pride")),
        [Operation("remove", "frame", ("safety",)), Operation("remove", "frame", ("pride",))],
    )
    assert losses[2] == Loss("/frames/secondary/1", "pride", None, "dropped")
    assert after["frames"]["secondary"] == []


codings = st.builds(
    lambda frames, tone, cause: coding(frames[0], tuple(frames[1:3]), tone=tone, cause=cause),
    st.permutations(FRAMES),
    st.sampled_from([*VALUES["tone"], "unknown"]),
    st.sampled_from([*VALUES["cause"], "unknown"]),
)
steps = st.sampled_from(
    [
        {"do": "rename", "frame": "safety", "to": "risk"},
        {"do": "merge", "frames": ["trade", "pride"], "to": "interest"},
        {"do": "remove", "frame": "history"},
        {"do": "split", "frame": "history", "into": ["past", "memory"]},
        {"do": "rename", "variable": "cause", "value": "greed", "to": "profit"},
        {"do": "merge", "variable": "cause", "values": ["war", "weather"], "to": "nature"},
        {"do": "remove", "variable": "cause", "value": "war"},
        {"do": "scale", "variable": "tone", "scale": {"-1": -1, "0": -1, "1": 1}},
        {"do": "add", "variable": "blame"},
        {"do": "redefine", "frame": "trade"},
    ]
)


def answers(record: dict[str, Any]) -> dict[str, Any]:
    frames = record["frames"]
    return {
        "/frames/primary": frames["primary"],
        "/frames/secondary": frozenset(frames["secondary"]),
        **{f"/values/{name}": value for name, value in record["values"].items()},
    }


@given(codings, codings, st.lists(steps, max_size=4, unique_by=str))
def test_codings_that_a_migration_makes_alike_have_lost_what_made_them_differ(
    one: dict[str, Any], other: dict[str, Any], entries: list[dict[str, Any]]
) -> None:
    before = deepcopy(one)
    (mine, losses), (yours, more) = migrated(one, *entries), migrated(other, *entries)
    assert one == before
    if answers(mine) != answers(yours):
        return
    lost = {pointer for pointer, _ in [*losses, *more]}
    for pointer, answer in answers(one).items():
        if answer != answers(other)[pointer]:
            assert any(each.startswith(pointer) for each in lost), pointer


SETS = st.lists(st.sampled_from(VALUES["cause"]), min_size=1, unique=True).map(
    lambda one: sorted(one, key=VALUES["cause"].index)
)
CAUSE = SETS | st.sampled_from(["unknown", "not_coded", *VALUES["cause"]])


@given(CAUSE)
def test_an_answer_becomes_a_set_of_itself_once(value: Any) -> None:
    gather = {"do": "set", "variable": "cause"}
    after, losses = migrated(coding(cause=value), gather)
    bare = value in VALUES["cause"] if isinstance(value, str) else False
    assert after["values"]["cause"] == ([value] if bare else value)
    assert after["evidence"] == coding(cause=value)["evidence"]
    assert (losses, migrated(after, gather)[0]) == ([], after)


@pytest.mark.parametrize(
    ("value", "step", "becomes", "lost"),
    [
        (["war", "greed"], {"do": "rename", "value": "war", "to": "fight"}, ["fight", "greed"], []),
        (["weather"], {"do": "rename", "value": "war", "to": "fight"}, ["weather"], []),
        (["war", "greed"], {"do": "merge", "values": ["war", "greed"], "to": "people"}, ["people"], ["merged"]),
        (["war", "weather"], {"do": "merge", "values": ["war", "greed"], "to": "people"}, ["people", "weather"], ["merged"]),
        (["war", "greed"], {"do": "remove", "value": "war"}, ["greed"], ["dropped"]),
        (["war"], {"do": "remove", "value": "war"}, "not_coded", ["to_code_again", "dropped"]),
        (["war", "greed"], {"do": "split", "value": "war", "into": ["raid", "siege"]}, "not_coded", ["to_code_again", "dropped"]),
        (["greed"], {"do": "split", "value": "war", "into": ["raid", "siege"]}, ["greed"], []),
        (["war", "greed"], {"do": "rename", "value": "war", "to": "unknown"}, ["greed"], ["merged"]),
        (["war"], {"do": "rename", "value": "war", "to": "unknown"}, "unknown", ["merged", "dropped"]),
        ("unknown", {"do": "remove", "value": "war"}, "unknown", []),
    ],
)  # fmt: skip
def test_values_of_sets_move_one_by_one(value: Any, step: dict[str, Any], becomes: Any, lost: list[str]) -> None:
    after, losses = migrated(coding(cause=value), {**step, "variable": "cause"})
    assert after["values"]["cause"] == becomes
    assert [why for _, why in losses] == lost
    kept = "cause" in [item["supports"] for item in after["evidence"]]
    assert kept == (isinstance(value, list) and isinstance(becomes, list))


@given(
    SETS,
    st.lists(st.sampled_from(VALUES["cause"]), min_size=2, max_size=3, unique=True),
    st.sampled_from(["merge", "remove", "split"]),
)
def test_no_value_of_a_set_is_lost_in_silence(value: list[str], names: list[str], do: str) -> None:
    step = Operation(
        do,
        "value",
        tuple(names),
        "cause",
        ("people", "things") if do == "split" else ("people",) if do == "merge" else (),
    )
    after, losses = applied(coding(cause=value), [step])
    gone = set(value) - set(after["values"]["cause"] if isinstance(after["values"]["cause"], list) else [])
    named = [loss for loss in losses if loss.pointer == "/values/cause"]
    assert bool(gone) == bool(named)
    if named:
        assert (named[0].before, named[0].after) == (value, after["values"]["cause"])
