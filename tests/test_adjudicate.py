"""Settling disagreements: nothing is left open, nothing raw is touched, evidence follows what was decided."""

import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing import cli
from framing.study.answers import answer, places
from framing.study.outcomes import changes
from framing.study.settle import REASONS, Settlement, adjudicated, agreed, begun, decisions, questions, supports
from framing.words import words

Record = dict[str, Any]
AT = "2026-11-22T22:00:00Z"


def coding(coder: str, **changed: Any) -> Record:
    record: Record = {
        "article": "x", "coder": coder, "codebook": "1.0.0", "phase": "main", "coded_at": AT, "minutes": 5,
        "event": {"id": "e1", "relation": "reports"}, "frames": {"primary": "war", "secondary": ["trade", "law"]},
        "values": {"voice": "outlet", "tone": 1},
        "evidence": [{"supports": "war", "kind": "paraphrase", "text": f"seen by {coder}", "lang": "en", "locator": "p1"}],
        "confidence": 3, "memo": "mine",
    }  # fmt: skip
    return record | changed


def test_order_of_secondary_frames_is_no_disagreement() -> None:
    other = coding("b", frames={"primary": "war", "secondary": ["law", "trade"]})
    assert questions([coding("a"), other]) == []


def test_comments_are_no_disagreement() -> None:
    assert questions([coding("a"), coding("b", memo="another", confidence=1, minutes=None)]) == []


def test_training_records_are_not_compared() -> None:
    assert questions([coding("a"), coding("b", phase="training", values={"voice": "guest", "tone": 1})]) == []


def test_questions_come_in_the_order_of_coding() -> None:
    other = coding("b", event={"id": None, "relation": None}, values={"voice": "guest", "tone": 1})
    found = questions([coding("a"), other])
    assert [question.pointer for question in found] == ["/event", "/values/voice"]
    assert found[1].answers == {"a": "outlet", "b": "guest"}


def settled() -> tuple[list[Record], Record]:
    both = [coding("a"), coding("b", frames={"primary": "trade", "secondary": []}, confidence=2)]
    made = adjudicated(
        both,
        [
            Settlement("/frames/primary", "trade", "slip", "The point is the price."),
            Settlement("/frames/secondary", ["war"], "ambiguous_source", "War has a claim of its own."),
        ],
        "judge",
        AT,
    )
    return both, made


def test_a_settled_record_says_who_decided_what_and_why() -> None:
    both, made = settled()
    assert made["frames"] == {"primary": "trade", "secondary": ["war"]}
    assert (made["coder"], made["phase"], made["confidence"]) == ("judge", "adjudicated", 2)
    assert [decision["follows"] for decision in made["decisions"]] == ["b", "neither"]
    assert [item["text"] for item in made["evidence"]] == ["seen by a", "seen by b"]
    assert changes([*both, made]) == {"a": 2, "b": 1}


def beside(*events: str, main: str | None = "e1") -> Record:
    return {"id": main, "relation": "reports" if main else None, **({"others": list(events)} if events else {})}


def test_further_events_are_a_question_of_their_own() -> None:
    both = [coding("a", event=beside("e2", "e3")), coding("b", event=beside("e2"))]
    assert [(found.pointer, found.answers) for found in questions(both)] == [
        ("/event/others", {"a": ["e2", "e3"], "b": ["e2"]})
    ]
    made = adjudicated(both, [Settlement("/event/others", ["e2"], "slip", "The third is not named.")], "judge", AT)
    assert made["event"] == beside("e2")
    assert [decision["follows"] for decision in made["decisions"]] == ["b"]
    assert changes([*both, made]) == {"a": 1, "b": 0}


def test_an_event_settled_anew_keeps_the_further_ones_that_all_coders_name() -> None:
    both = [coding("a", event=beside("e3")), coding("b", event=beside("e3", main="e2"))]
    assert begun(both)["event"] == {"others": ["e3"]}
    made = adjudicated(both, [Settlement("/event", beside(main="e2"), "slip", "It was the forum.")], "judge", AT)
    assert made["event"] == beside("e3", main="e2")


def test_beside_no_event_nothing_is_named_or_decided() -> None:
    both = [coding("a", event=beside("e2")), coding("b", event=beside(main=None))]
    settlements = [
        Settlement("/event/others", ["e2"], "slip", "It is named in passing."),
        Settlement("/event", beside(main=None), "slip", "It has no occasion."),
    ]
    for given in (settlements, settlements[::-1]):
        made = adjudicated(both, given, "judge", AT)
        assert made["event"] == beside(main=None)
        assert [decision["value"] for decision in made["decisions"]] == ["/event"]


def test_raw_codings_are_never_touched() -> None:
    both = [coding("a"), coding("b", values={"voice": "guest", "tone": 1})]
    before = deepcopy(both)
    adjudicated(both, [Settlement("/values/voice", "guest", "slip", "Signed by a guest.")], "judge", AT)
    assert both == before


def test_evidence_for_what_was_not_decided_is_left_out() -> None:
    for_tone = {"supports": "tone", "kind": "paraphrase", "text": "praise", "lang": "en", "locator": "p2"}
    first = coding("a")
    first["evidence"].append(for_tone)
    other = coding("b", values={"voice": "outlet", "tone": "unknown"})
    made = adjudicated([first, other], [Settlement("/values/tone", "unknown", "slip", "Nothing is said.")], "judge", AT)
    assert for_tone not in made["evidence"]


def test_what_is_left_open_is_not_in_the_record() -> None:
    both = [coding("a"), coding("b", values={"voice": "guest", "tone": 1})]
    made = adjudicated(both, [], "judge", AT)
    assert made["values"] == {"tone": 1}
    assert made["decisions"] == []


def test_what_is_not_in_dispute_is_no_decision() -> None:
    both = [coding("a"), coding("b")]
    made = adjudicated(both, [Settlement("/values/tone", 0, "slip", "Not in dispute.")], "judge", AT)
    assert made["values"]["tone"] == 1
    assert made["decisions"] == []


def test_every_pointer_leads_to_a_value() -> None:
    record = coding("a")
    assert [answer(record, place) for place in places(record["values"])][-1] == 1


@pytest.mark.parametrize(
    ("first", "second", "kept"), [("0" * 64, "0" * 64, True), ("0" * 64, "1" * 64, False), ("0" * 64, None, False)]
)
def test_offsets_are_vouched_for_only_when_they_count_in_one_text(first: str, second: str | None, kept: bool) -> None:
    quote = {"supports": "war", "kind": "quote", "text": "war", "lang": "en", "start": 0, "end": 3}
    texts = [{"text_sha256": text} if text else {} for text in (first, second)]
    made = adjudicated(
        [coding(name, evidence=[quote], **text) for name, text in zip("ab", texts, strict=True)], [], "judge", AT
    )
    assert ("text_sha256" in made) == kept


def test_evidence_of_an_event_that_was_not_chosen_is_left_out() -> None:
    def about(text: str) -> Record:
        return {"supports": "event", "kind": "paraphrase", "text": text, "lang": "en", "locator": "p1"}

    summit, forum = ({"id": name, "relation": "reports"} for name in ("summit", "forum"))
    readings = [
        coding(name, event=event, evidence=[*coding(name)["evidence"], about(f"of the {event['id']}")])
        for name, event in (("a", summit), ("b", forum), ("c", {**forum, "relation": "comments"}))
    ]
    made = adjudicated(readings, [Settlement("/event", forum, "slip", "The forum is in the lead.")], "judge", AT)
    assert [item["text"] for item in made["evidence"] if item["supports"] == "event"] == ["of the forum"]


def test_a_settlement_begins_with_what_is_agreed_and_its_evidence() -> None:
    made = begun([coding("a"), coding("b", values={"voice": "guest", "tone": 1}, memo="another")])
    assert made["values"] == {"tone": 1}
    assert made["event"] == {"id": "e1", "relation": "reports"}
    assert [item["text"] for item in made["evidence"]] == ["seen by a", "seen by b"]
    assert "memo" not in made


def test_what_one_coder_left_open_is_in_dispute_and_not_agreed() -> None:
    both = [coding("a"), coding("b", values={"voice": "outlet"})]
    assert [question.pointer for question in questions(both)] == ["/values/tone"]
    assert "/values/tone" not in agreed(both)


def test_a_decision_follows_the_first_coder_who_gave_the_answer_that_stands() -> None:
    three = [
        coding(name, values={"voice": voice, "tone": 1}) for name, voice in zip("abc", ("x", "y", "y"), strict=True)
    ]
    record: Record = {"values": {"voice": "y"}, "decisions": [{"value": "/values/voice", "reason": "slip"}]}
    assert decisions(record, three, "judge") == [
        {"value": "/values/voice", "by": "judge", "follows": "b", "reason": "slip"}
    ]
    assert decisions({"values": {"voice": "z"}}, three, "judge")[0]["follows"] == "neither"
    assert decisions({}, three, "judge") == []


def test_evidence_in_the_same_words_is_kept_once() -> None:
    elsewhere = {**coding("a")["evidence"][0], "locator": "p2"}
    both = [coding("a"), coding("b", evidence=[elsewhere], frames={"primary": "law", "secondary": ["war"]})]
    assert [(found.item["locator"], found.answers) for found in supports(both)] == [("p1", ("war", "war"))]


def test_an_answer_that_lacks_a_part_is_asked_for_again(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    for name in ("schemas", "coded"):
        shutil.copytree(root / name, tmp_path / name)
    file = "sankei-2015-03-30.json"
    codings = tmp_path / "coded" / "codings"
    raw = (codings / "c" / file).read_text(encoding="utf-8")
    shutil.rmtree(codings)
    first = json.loads(raw)
    events = json.loads((tmp_path / "coded" / "events.json").read_text(encoding="utf-8"))["events"]
    other = next(event["id"] for event in events if event["kind"] == "umbrella" and event["id"] != first["event"]["id"])
    exchanged = raw.replace('"coder": "c"', '"coder": "d"').replace(
        f'"id": "{first["event"]["id"]}"', f'"id": "{other}"'
    )
    for coder, coded in (("c", raw), ("d", exchanged)):
        (codings / coder).mkdir(parents=True)
        (codings / coder / file).write_text(coded, encoding="utf-8")
    why = "1\nThe headline names it.\n"
    typed = f'0\n{{"id": "{other}"}}\n{why}2\n{why}'
    words = ["adjudicate", "--by", "adjudicated-2", "--study", str(tmp_path)]
    done = CliRunner().invoke(cli.app, words, input=typed)
    assert "/event/relation: is missing" in done.stderr
    made = json.loads((codings / "adjudicated-2" / file).read_text(encoding="utf-8"))
    assert made["event"] == {**first["event"], "id": other}
    assert [decision["follows"] for decision in made["decisions"]] == ["d"]


def test_who_agrees_on_a_value_and_not_on_its_ground_has_something_to_settle() -> None:
    one, other = coding("a"), coding("b")
    variable = next(iter(one["values"]))
    for each in (one, other):
        each["values"] = {**each["values"], variable: 1}
    inferring = {**one, "inferred": [variable]}
    assert f"/values/{variable}" not in [question.pointer for question in questions([one, other])]
    [question] = [found for found in questions([inferring, other]) if found.pointer == f"/values/{variable}"]
    assert question.answers == {"a": {"inferred": 1}, "b": 1}
    kept = adjudicated(
        [inferring, other], [Settlement(question.pointer, {"inferred": 1}, "slip", "It is implied.")], "c", AT
    )
    assert (kept["values"][variable], kept["inferred"], kept["decisions"][0]["follows"]) == (1, [variable], "a")
    taken = adjudicated([inferring, other], [Settlement(question.pointer, 1, "slip", "It is attributed.")], "c", AT)
    assert (taken["values"][variable], "inferred" in taken, taken["decisions"][0]["follows"]) == (1, False, "b")


def test_inferred_values_are_settled_in_the_order_of_coding() -> None:
    first, second = list(coding("a")["values"])[:2]
    both = [{**coding(name), "values": {**coding(name)["values"], first: 1, second: 1}} for name in ("a", "b")]
    codings = [{**both[0], "inferred": [first, second]}, {**both[1], "inferred": [second]}]
    settled = adjudicated(codings, [Settlement(f"/values/{first}", {"inferred": 1}, "slip", "It is implied.")], "c", AT)
    assert settled["inferred"] == [first, second]


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_the_reasons_are_explained_in_the_language_of_whoever_settles(language: str, tmp_path: Path) -> None:
    for name in ("schemas", "coded"):
        shutil.copytree(Path(__file__).parents[1] / name, tmp_path / name)
    shutil.rmtree(tmp_path / "coded" / "codings" / "adjudicated-2")
    (tmp_path / ".framing").mkdir()
    spoken = json.dumps({"language": {"adjudicated-2": language}})
    (tmp_path / ".framing" / "settings.json").write_text(spoken, encoding="utf-8")
    command = ["adjudicate", "--by", "adjudicated-2", "--study", str(tmp_path)]
    told = CliRunner().invoke(cli.app, command, input="1\n9\n").stderr
    say = words("workbench", language)
    for place, reason in enumerate(REASONS, 1):
        assert f"  {place}  {say[f'reason_{reason}']}: {say[f'reason_{reason}_hint']}\n" in told
    assert say["settle_why"].format(count=4) in told
    assert say["settle_number"].format(low=1, high=4) in told
