"""Without a browser: the same questions, the same judge, the same files."""

import json
from collections.abc import Iterable
from pathlib import Path

from framing import check
from framing.workbench import prompt, settings
from framing.workbench.prompt import Terminal
from tests.workbench.study import ARTICLE


def scripted(answers: Iterable[str], told: list[str]) -> Terminal:
    waiting = iter(answers)

    def ask(text: str) -> str:
        told.append(text)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return Terminal(ask, told.append)


VALUES = ["c"] * 10
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
        "平成二十六年",
        "平成26年13月",
        "平成26年10月20日",
        "島の秋",
        "",
        "",
        "news",
        "print_am",
        "1",
        "",
        "",
        "",
        "",
    ]
    assert prompt.add(study, scripted(answers, told)) == "", (
        "a daily paper needs a day; the input ended at the question for it"
    )
    told.clear()
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
        "",
        "",
    ]
    assert prompt.add(study, scripted(answers, told)) == "yomiuri-2014-10-20"
    assert any("Monday, 20 October 2014" in line for line in told)
    assert check.faults(study) == []
    again = ["yomiuri", "2014-10-20", "島の秋。", "", "", "", "", "", "", "", "", "", "n"]
    assert prompt.add(study, scripted(again, told)) == ""
    assert not (study / "coded" / "articles" / "yomiuri-2014-10-20-2.json").exists()
