"""Questions with several answers: check boxes and keys, at the prompt, and two different sets that are settled."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.study.canonical import file_bytes
from framing.study.validate import coding_contract
from framing.words import words
from framing.workbench.desk import revisit
from framing.workbench.desk.judge import standard
from framing.workbench.prompt import code as prompt
from framing.workbench.questions import Question, questions
from tests.workbench.browser import Server, coded, draft, keys, needs_browser, opened, saved
from tests.workbench.study import browsing, example, matched
from tests.workbench.test_prompt import scripted

UNCODED, TWICE = "harbour-post-2026-03-13", "harbour-post-2026-03-03"
BOX = "#q-v-causes .options input"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return example(tmp_path)


def causes(root: Path) -> Question:
    asked = questions(standard(root).codebook, "en", words("workbench", "en"))
    return next(question for question in asked if question.id == "v-causes")


def named(root: Path, article: str, coder: str) -> Any:
    return draft(root, article, coder)["values"].get("causes")


def differing(root: Path) -> None:
    """Two readings of one article that name different causes, which nobody has settled."""
    shutil.rmtree(root / "coded" / "codings" / "carla")
    path = root / "coded" / "codings" / "alba" / f"{TWICE}.json"
    coding = json.loads(path.read_text(encoding="utf-8"))
    coding["values"]["causes"] = ["weather"]
    told = {"supports": "causes", "kind": "paraphrase", "text": "speaks of fog", "lang": "en", "locator": "paragraph 2"}
    coding["evidence"].append(told)
    path.write_bytes(file_bytes(coding, coding_contract(standard(root).codebook).order))
    assert check.faults(root) == []


def test_options_say_which_stand_alone(study: Path) -> None:
    question = causes(study)
    assert (question.kind, question.most, question.scale) == ("many", 4, False)
    assert [(option.value, option.key, option.alone) for option in question.options] == [
        *(("weather", "1", False), ("crew", "2", False), ("harbour", "3", False), ("none", "4", True)),
        *(("not_expressed", "z", True), ("not_applicable", "x", True), ("unknown", "c", True)),
    ]
    weather, crew, *_, unknown = question.options
    assert question.answer([crew, weather]) == ["weather", "crew"]
    assert question.answer([unknown]) == "unknown"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["1 2"], ["weather", "crew"]),
        (["3,1"], ["weather", "harbour"]),
        (["harbour、crew"], ["crew", "harbour"]),
        (["No cause"], ["none"]),
        (["c"], "unknown"),
        (["1 4", "4"], ["none"]),
        (["1 c", "1"], ["weather"]),
        (["1 wether", "2 2"], ["crew"]),
    ],
)
def test_several_numbers_are_typed_at_the_prompt(study: Path, typed: list[str], answer: Any) -> None:
    told: list[str] = []
    prompt.code(study, "alba", UNCODED, scripted(["z", "1", "", "1", "1", "1", *typed], told))
    assert named(study, UNCODED, "alba") == answer
    shown = words("workbench", "en")
    if typed == ["1 4", "4"]:
        assert any(shown["prompt_alone"].format(label="No cause", typed="1 4") in line for line in told)


def test_what_stands_is_shown_at_the_prompt(study: Path) -> None:
    told: list[str] = []
    prompt.code(study, "alba", UNCODED, scripted(["z", "1", "", "1", "1", "1", "1 2"], told))
    prompt.code(study, "alba", UNCODED, scripted([""] * 7, told))
    assert any("Weather, Crew" in line for line in told)


def test_the_server_puts_sets_in_the_order_of_the_codebook(study: Path) -> None:
    with browsing(study, "alba") as client:
        sent = {"values": {"causes": ["harbour", "weather"]}}
        stands = client.put(f"/drafts/{UNCODED}", json=sent, headers=matched("")).json()
        assert stands["record"]["values"]["causes"] == ["weather", "harbour"]
        sent = {"values": {"causes": ["none", "weather"]}}
        stands = client.put(f"/drafts/{UNCODED}", json=sent, headers=matched(stands["etag"])).json()
        assert [fault["pointer"] for fault in stands["faults"]] == ["/values/causes"]


@pytest.mark.parametrize(
    ("given", "begun", "before"),
    [
        ("crew", None, "crew"),
        (["weather", "sailors"], None, "weather, sailors"),
        (["weather"], ["weather"], None),
        ("unknown", "unknown", None),
    ],
)
def test_a_coding_is_gone_on_with_as_far_as_the_codebook_has_its_sets(
    study: Path, given: Any, begun: Any, before: str | None
) -> None:
    book = standard(study).codebook
    coding = json.loads((study / "coded/codings/alba" / f"{TWICE}.json").read_text(encoding="utf-8"))
    coding["values"]["causes"] = given
    assert revisit.begun_again(coding, book)["values"].get("causes") == begun
    marks = [mark.before for mark in revisit.marks(coding, [], book) if mark.pointer == "/values/causes"]
    assert marks == ([before] if before else [])


@pytest.mark.parametrize("typed", ["2\n", "0\n1 2\n", '0\n["crew", "weather"]\n'])
def test_sets_are_settled_at_the_prompt(study: Path, typed: str) -> None:
    differing(study)
    argument = "1\nThe text says so in its second paragraph.\n"
    first = f"1\n{argument}" * 2  # frames
    done = CliRunner().invoke(
        app, ["adjudicate", "--study", str(study)], input=f"{first}1\n{argument}{typed}{argument}"
    )
    assert done.exit_code == 0, done.output
    record = json.loads((study / "coded/codings/carla" / f"{TWICE}.json").read_text(encoding="utf-8"))
    assert record["values"]["causes"] == ["weather", "crew"]
    settled = next(one for one in record["decisions"] if one["value"] == "/values/causes")
    assert settled["follows"] == "boris"
    assert "speaks of fog" in [item["text"] for item in record["evidence"]], "it supports a cause that stands"
    assert check.faults(study) == []


class TestBrowser:
    pytestmark = needs_browser

    @pytest.fixture
    def serving(self, study: Path) -> Any:
        running: list[Server] = []

        def serve(coder: str) -> Server:
            running.append(Server(study, coder))
            return running[-1]

        yield serve
        for server in running:
            server.killed()

    def test_check_boxes_are_clicked_and_saved(self, chromium: Any, serving: Any, study: Path) -> None:
        server = serving("alba")
        with opened(chromium, server) as page:
            coded(page, server, UNCODED)
            boxes = page.locator(BOX)
            assert boxes.evaluate_all("all => all.map((one) => one.type)") == ["checkbox"] * 7
            for place in (2, 0):
                boxes.nth(place).check(force=True)
            saved(page)
            assert named(study, UNCODED, "alba") == ["weather", "harbour"]
            boxes.nth(0).uncheck(force=True)
            saved(page)
            assert named(study, UNCODED, "alba") == ["harbour"]
            boxes.nth(3).check(force=True)
            saved(page)
            assert named(study, UNCODED, "alba") == ["none"]
            assert boxes.evaluate_all("all => all.map((one) => one.checked)") == [*[False] * 3, True, *[False] * 3]
            page.reload()
            page.wait_for_selector("html[data-ready]")
            assert page.locator(BOX).nth(3).is_checked()

    def test_keys_take_answers_and_take_them_back(self, chromium: Any, serving: Any, study: Path) -> None:
        server = serving("alba")
        with opened(chromium, server) as page:
            coded(page, server, UNCODED)
            page.focus("#q-v-causes")
            for pressed, answer in (
                ("2", ["crew"]),
                ("1", ["weather", "crew"]),
                ("2", ["weather"]),
                ("c", "unknown"),
                ("3", ["harbour"]),
                ("4", ["none"]),
                ("1", ["weather"]),
                ("u", ["none"]),
                ("4", None),
                ("z", "not_expressed"),
                ("z", None),
            ):
                keys(page, pressed)
                saved(page)
                assert named(study, UNCODED, "alba") == answer, pressed

    def test_two_different_sets_are_settled(self, chromium: Any, serving: Any, study: Path) -> None:
        differing(study)
        server = serving("carla")
        with opened(chromium, server) as page:
            coded(page, server, TWICE)
            for question in ("primary", "secondary", "v-tone", "v-causes"):
                page.focus(f"#q-{question}")
                keys(page, "b")
                if page.locator(f"#q-{question}.disputed").count():
                    page.check(f"#q-{question} .decision input[value=slip]", force=True)
                    page.fill(f"#q-{question} .decision textarea", "The text says so in its second paragraph.")
                    page.focus(f"#q-{question}")
            shown = page.locator("#q-v-causes .readings button .says + span").all_inner_texts()
            assert shown == ["Weather", "Weather, Crew"]
            assert page.locator(BOX).evaluate_all("all => all.map((one) => one.checked)")[:3] == [True, True, False]
            saved(page)
            assert "speaks of fog" in [item["text"] for item in draft(study, TWICE, "carla")["evidence"]]
            keys(page, "1", "3")
            saved(page)
            settled = draft(study, TWICE, "carla")
            assert settled["values"]["causes"] == ["crew", "harbour"]
            assert settled["decisions"][-1]["follows"] == "neither"
            assert "speaks of fog" not in [item["text"] for item in settled["evidence"]]
            keys(page, "3", "1")
            page.focus("#q-confidence")
            keys(page, "3", "d")
            page.click("#confirm-yes")
            page.wait_for_selector("#standing:not([hidden])")
        record = json.loads((study / "coded/codings/carla" / f"{TWICE}.json").read_text(encoding="utf-8"))
        assert record["values"]["causes"] == ["weather", "crew"]
        assert record["decisions"][-1]["follows"] == "boris"
        assert check.faults(study) == []
