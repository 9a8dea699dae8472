"""Without a browser: the same questions, the same judge, the same files."""

import json
from collections.abc import Iterable
from pathlib import Path

from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.words import words
from framing.workbench.desk import settings
from framing.workbench.prompt import add as intake_prompt
from framing.workbench.prompt import code as prompt
from framing.workbench.prompt.terminal import Terminal
from tests.workbench.study import ARTICLE, QUESTIONS, browsing, coding, example, matched


def scripted(answers: Iterable[str], told: list[str]) -> Terminal:
    waiting = iter(answers)

    def ask(text: str) -> str:
        told.append(text)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return Terminal(ask, told.append)


VALUES = ["c"] * QUESTIONS
CODED = [
    "z",
    "?",
    "2",
    "1 6",
    *VALUES,
    "doubts that a treaty is near",
    "",
    "",
    "claims islands are history",
    "history",
    "note 9",
    "",
    "2",
    "3",
    "",
    "y",
]


def test_an_article_is_coded_at_the_prompt(study: Path) -> None:
    told: list[str] = []
    assert prompt.code(study, "a", ARTICLE, scripted(CODED, told)) is None
    record = json.loads((study / "coded" / "codings" / "a" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert record["frames"] == {"primary": "territory", "secondary": ["leadership", "history"]}
    assert [item["supports"] for item in record["evidence"]] == ["territory", "history"]
    assert check.faults(study) == []
    assert any("Operational test" in line or "delete test" in line for line in told)
    refusal = prompt.code(study, "a", ARTICLE, scripted([], told))
    assert refusal is not None
    assert refusal.code == "final"


def test_stopping_at_the_prompt_keeps_the_draft(study: Path) -> None:
    told: list[str] = []
    settings.remember(study, coder="b")
    assert prompt.code(study, "", ARTICLE, scripted(["首脳会談", "z", "2"], told)) is None
    draft = json.loads((study / ".framing" / "drafts" / "b" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert draft["frames"] == {"primary": "territory"}
    assert prompt.code(study, "b", ARTICLE, scripted(["", "", "z"], told)) is None
    draft = json.loads((study / ".framing" / "drafts" / "b" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert draft["frames"] == {"primary": "territory", "secondary": []}


def test_refusals_say_what_is_needed(study: Path) -> None:
    nobody, stranger, nowhere, settles = (
        prompt.code(study, "", ARTICLE),
        prompt.code(study, "c", ARTICLE),
        prompt.code(study, "a", "nowhere-2014"),
        prompt.code(study, "adjudicated", ARTICLE),
    )
    assert [refusal and refusal.code for refusal in (nobody, stranger, nowhere, settles)] == [
        "coder_missing", "coder_unknown", "article_unknown", "adjudicator",
    ]  # fmt: skip


def test_an_article_is_added_at_the_prompt(study: Path) -> None:
    told: list[str] = []
    answers = [
        "読売新聞",
        "平成26年13月",
        "平成26年10月20日",
        "島の秋",
        "",
        "",
        "news",
        "print_am",
        "1",
        "Abe = 安倍",
        "",
        "primary_full",
        "",
    ]
    assert intake_prompt.add(study, scripted(answers, told)) == "yomiuri-2014-10-20"
    assert any("Monday, 20 October 2014" in line for line in told)
    assert check.faults(study) == []
    again = ["yomiuri", "2014-10-20", "島の秋。", "", "", "", "", "", "", "", "1", "", "maybe", "n"]
    assert intake_prompt.add(study, scripted(again, told)) == ""
    assert any("y (yes) or n (no)" in line for line in told)
    assert not (study / "coded" / "articles" / "yomiuri-2014-10-20-2.json").exists()


def test_an_outlet_that_is_not_known_is_answered_at_once(tmp_path: Path) -> None:
    told: list[str] = []
    intake_prompt.add(example(tmp_path), scripted(["kaiko-shimbum", "", "?"], told))
    listed, wrong, empty = (
        next(place for place, line in enumerate(told) if what in line)
        for what in ("kaiko-shimbun · 海港新聞", "Did you mean “kaiko-shimbun”?", "This needs an answer.")
    )
    assert listed < wrong < empty
    assert any("masthead" in line for line in told[empty:])
    assert any("kaiko-shimbun · 海港新聞" in line for line in told[empty:])
    assert not any("date" in line.lower() for line in told), "the date was asked for before the outlet was known"


def test_a_wrong_date_is_no_default_and_dates_are_shown(tmp_path: Path) -> None:
    told: list[str] = []
    intake_prompt.add(example(tmp_path), scripted(["kaiko-shimbun", "kaikko", "2026-03", "2026-03-20"], told))
    asked = [line for line in told if line.startswith("Date: ")]
    assert len(asked) == 3, "a day that does not exist and a month of a daily are both asked again"
    assert any("“kaikko” cannot be read as a date" in line and "平成26年10月18日" in line for line in told)
    assert any("is a daily" in line for line in told)


def test_choices_are_listed_and_how_an_article_is_known_is_declared(tmp_path: Path) -> None:
    told: list[str] = []
    study = example(tmp_path)
    answers = ["2", "2026-03-20", "", "", "", "editorail", "editorial", "", "x", "", "", "", "", "2", ""]
    assert intake_prompt.add(study, scripted(answers, told)) == "kaiko-shimbun-2026-03-20"
    added = json.loads((study / "coded" / "articles" / "kaiko-shimbun-2026-03-20.json").read_text(encoding="utf-8"))
    assert (added["genre"], added["page"], added["source"]["basis"]) == ("editorial", "unknown", "primary_part")
    text = "\n".join(told)
    assert "Editorial" in text
    assert "Did you mean “editorial”?" in text
    assert "as printed: 4, 4-5, A1 or unknown" in text
    assert "primary_full" not in text
    assert "headline_original" not in text


def test_a_wrong_answer_says_what_is_right(tmp_path: Path) -> None:
    told: list[str] = []
    prompt.code(example(tmp_path), "alba", "kaiko-shimbun-2026-03-13", scripted(["feery", "none", "1,2", "xyz"], told))
    text = "\n".join(told)
    assert "No event matches “feery”. Did you mean “ferry”?" in text
    assert "No event" in text.split("feery")[0]
    assert "Only one answer is possible here; “1,2”" in text
    assert "“xyz” is not one of the answers. Answer with one of: 1, 2" in text


def test_a_key_chooses_the_answer_that_it_stands_beside(study: Path) -> None:
    told: list[str] = []
    prompt.code(study, "a", ARTICLE, scripted(["z", "2", "z", "c", "1"], told))
    draft = json.loads((study / ".framing" / "drafts" / "a" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert draft["values"]["stance"] == -2


def test_a_coding_of_the_main_phase_is_finished_with_a_warning(study: Path) -> None:
    told: list[str] = []
    prompt.code(study, "a", ARTICLE, scripted(CODED, told))
    assert any(
        words("workbench", "en")["done_ask"] in line and "[y/n]" in line
        for line in (line.replace("\\[", "[") for line in told)
    )


def test_leaving_early_says_what_is_open_and_where_the_draft_is(study: Path) -> None:
    told: list[str] = []
    prompt.code(study, "a", ARTICLE, scripted(["z", "2", *[""] * 30], told))
    assert "not answered: Secondary frames (up to 2), Voice" in told[-2]
    assert "/" not in told[-2]
    assert f".framing/drafts/a/{ARTICLE}.json" in told[-1]
    assert f"framing code {ARTICLE} --prompt" in told[-1]


def test_everything_done_is_no_failure(tmp_path: Path) -> None:
    study = example(tmp_path)
    settings.remember(study, assigned={"alba": ["kaiko-shimbun-2026-03-03"]})
    result = CliRunner().invoke(app, ["code", "--prompt", "--coder", "alba", "--study", str(study)])
    assert result.exit_code == 0
    assert words("workbench", "en")["all_done"] in result.stderr


def test_an_answer_that_stands_is_shown_and_kept(tmp_path: Path) -> None:
    told: list[str] = []
    study = example(tmp_path)
    for answers in (["2", "2", "", "1"], ["", "", "", ""]):
        told.clear()
        prompt.code(study, "alba", "kaiko-shimbun-2026-03-13", scripted(answers, told))
    asked = [line.replace("\\[", "[") for line in told if line.endswith("> ")]
    assert asked[:4] == ["[2026-03-02  First ferry] > ", "[Reports] > ", "> ", "[Conflict] > "]


def test_an_article_is_shown_before_it_is_asked_about(study: Path, tmp_path: Path) -> None:
    told: list[str] = []
    prompt.code(study, "a", ARTICLE, scripted([], told))
    head = "\n".join(told[:4])
    assert "Saturday, 18 October 2014 · 産経新聞" in head
    assert words("workbench", "en")["text_none"] in head
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / f"{ARTICLE}.txt").write_text("一行目。\n\n二行目。\n", encoding="utf-8")
    settings.remember(study, texts=str(folder), language={"a": "ja"})
    told.clear()
    prompt.code(study, "a", ARTICLE, scripted([], told))
    assert [line for line in told if line in ("一行目。", "二行目。")] == ["一行目。", "二行目。"]
    assert any("2014年（平成26年）10月18日（土）" in line for line in told)


def test_an_answer_that_is_refused_is_never_the_default(tmp_path: Path) -> None:
    told: list[str] = []
    study = example(tmp_path)
    article = "kaiko-shimbun-2026-03-03"
    (study / "coded" / "codings" / "alba" / f"{article}.json").unlink()
    # the article is older than the event, so it cannot report it
    later = next(
        event["id"]
        for event in json.loads((study / "coded" / "events.json").read_text(encoding="utf-8"))["events"]
        if event["date"] > "2026-03-03" and event["status"] == "happened"
    )
    prompt.code(study, "alba", article, scripted([later, "2", ""], told))
    draft = json.loads((study / ".framing" / "drafts" / "alba" / f"{article}.json").read_text(encoding="utf-8"))
    assert draft["event"] == {"id": later}
    asked = [line.replace("\\[", "[") for line in told if line.endswith("> ")]
    assert asked[1:3] == ["> ", "> "], "the refused relation stands in no bracket"


def test_further_events_are_named_one_after_the_other(tmp_path: Path) -> None:
    """What is named twice is taken away; what the article is about is not offered; another event keeps the rest."""
    told: list[str] = []
    study, article = example(tmp_path), "kaiko-shimbun-2026-03-13"
    path = study / f".framing/drafts/alba/{article}.json"
    events = [
        (["e1-first-ferry", "2", "second", "ferry line", "first", ""], ["u-ferry", "e3-second-ferry"]),
        (["", "", "e3-second-ferry", ""], ["u-ferry"]),
        (["u-ferry", "", "z", ""], None),
        (["", "", "e2-fare-talks", ""], ["e2-fare-talks"]),
        (["z"], None),
    ]
    for answers, named in events:
        prompt.code(study, "alba", article, scripted(answers, told))
        assert json.loads(path.read_text(encoding="utf-8"))["event"].get("others") == named
    assert any("No event matches “first”" in line for line in told)


def test_a_record_keeps_what_was_inferred_in_the_order_of_the_codebook(study: Path) -> None:
    values = coding()["values"]
    sent = coding(
        values={**values, "stance": 1, "prospect": -1},
        inferred=["voice", "prospect", "stance"],
        evidence=[
            {"supports": name, "kind": "paraphrase", "text": f"said of {name}", "lang": "en", "locator": "note 9"}
            for name in ("territory", "stance", "prospect")
        ],
    )
    with browsing(study, "a") as client:
        answer = client.put(f"/codings/{ARTICLE}", json=sent, headers=matched(""))
        assert answer.status_code == 200, answer.text
    record = json.loads((study / "coded" / "codings" / "a" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert record["inferred"] == ["stance", "prospect"]
    assert list(record).index("inferred") == list(record).index("values") + 1
    assert check.faults(study) == []


def test_a_question_mark_behind_an_answer_infers_it_at_the_prompt(study: Path) -> None:
    told: list[str] = []
    answers = [*CODED]
    answers[4:6] = ["c?", "c", "2?"]  # whose voice is unknown rests on nothing; the stance is inferred
    answers[answers.index("claims islands are history") : answers.index("claims islands are history")] = [
        "said to want a treaty",
        "stance",
        "note 9",
    ]
    assert prompt.code(study, "a", ARTICLE, scripted(answers, told)) is None
    record = json.loads((study / "coded" / "codings" / "a" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert (record["values"]["stance"], record["inferred"]) == (-1, ["stance"])
    assert check.faults(study) == []
    assert any("1?" in line for line in told)
