"""The workbench in a real browser: hands on the keyboard, input methods, two tabs, a server that goes away."""

import json
import shutil
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from framing.study import check, validate
from framing.study.canonical import file_bytes
from framing.study.schema import CHARACTERS, WORDS
from framing.workbench.desk.texts import normalised
from tests.workbench.browser import (
    JAPANESE,
    RUSSIAN,
    TEXTS,
    MortalServer,
    coded,
    draft,
    keys,
    needs_browser,
    opened,
    saved,
)
from tests.workbench.study import QUESTIONS, browsing, coding, matched

pytest.importorskip("playwright.sync_api")
pytestmark = needs_browser


@pytest.mark.parametrize(
    ("article", "quote", "start"),
    [
        (JAPANESE, "　𠮷野大臣は「島の話を進める。急がない」と述べた。".strip("　"), 6),
        (RUSSIAN, "18 октября 2014 г. в Милане А. С. Лукин сказал: «Мирный договор нужен. Спешить некуда».", 8),
    ],
)
def test_an_article_is_coded_by_keyboard_alone(
    chromium: Any, serving: Any, study: Path, article: str, quote: str, start: int
) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        keys(page, "/")
        page.keyboard.type(article)
        page.wait_for_selector("ul.rows:not(:has(li + li))")
        keys(page, "Enter")
        page.wait_for_selector("a.row:focus")
        keys(page, "Enter")
        page.wait_for_selector("html[data-ready] body.coding")
        page.wait_for_selector("html[data-ready]")
        keys(
            page, "z", "j", "2", "ArrowRight", "ArrowRight", "e", "j", "6", "j"
        )  # no event; territory with a sentence; history
        keys(page, *["c", "j"] * QUESTIONS)
        keys(page, *["k"] * (QUESTIONS - 1), "1", "e")  # stance, the second, with a paraphrase
        page.keyboard.type("warns of haste")
        keys(page, "Escape")
        for _ in range(5):
            keys(page, "j")
        page.focus("#q-confidence")
        keys(page, "2", "j", "j", "Enter")
        page.keyboard.type("memo")
        keys(page, "Escape", "d")
        page.wait_for_selector("#standing:not([hidden])")
    path = study / "coded" / "codings" / "a" / f"{article}.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    assert check.faults(study) == []
    codebook = json.loads((study / "schemas" / "codebook.json").read_text(encoding="utf-8"))
    assert path.read_bytes() == file_bytes(record, validate.coding_contract(codebook).order)
    marked = record["evidence"][0]
    assert (marked["supports"], marked["text"], marked["start"]) == ("territory", quote, start)
    assert record["frames"] == {"primary": "territory", "secondary": ["history"]}
    assert record["values"]["stance"] == -2
    assert record["memo"] == "memo"


def test_selected_words_become_code_points(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, JAPANESE)
        keys(page, "j", "2")
        for word in ("がまん", "🎏。主権", "𠮷野"):
            page.evaluate(
                """word => { const p = document.querySelectorAll('#text p')[1].firstChild; const at = p.data.indexOf(word);
                const r = new Range(); r.setStart(p, at); r.setEnd(p, at + word.length);
                getSelection().removeAllRanges(); getSelection().addRange(r); }""",
                word,
            )
            keys(page, "e")
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.source'))")
        keys(page, "e")
        saved(page)
        assert page.evaluate("document.querySelectorAll('#text p')[1].childNodes.length") == 1, (
            "the text's DOM stays intact"
        )
        assert set(page.evaluate("[...CSS.highlights.keys()]")) == {"focused"}
    body = normalised(TEXTS[JAPANESE])
    spans = draft(study, JAPANESE)["evidence"]
    assert [span["text"] for span in spans][:3] == ["がまん", "🎏。主権", "𠮷野"]
    for span in spans:
        assert body[span["start"] : span["end"]] == span["text"]
        assert body[: span["start"]].endswith(span["prefix"])
        assert body[span["end"] :].startswith(span["suffix"])
        assert len(span["prefix"]) == min(32, span["start"])
    assert spans[3]["text"] == body.strip()


def test_a_paraphrase_without_spaces_is_counted_in_characters(chromium: Any, serving: Any, study: Path) -> None:
    """Also where the language of the interface is another; a paraphrase in Latin letters stays in that."""
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, JAPANESE)
        page.click("#evidence-add")
        page.fill(".item .words", "blames the 外務省")
        assert "of 25 words" in page.inner_text(".item .measure")
        page.fill(".item .words", "領土を強調する")
        assert page.inner_text(".item .measure") == f"7 of {CHARACTERS} characters"
        saved(page)
    assert draft(study, JAPANESE)["evidence"][0]["lang"] == "ja"


def test_a_quotation_is_told_in_english_too(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, JAPANESE)
        keys(page, "j", "2", "ArrowRight", "ArrowRight", "e")
        page.fill(".item .english", "The minister is in no haste.")
        saved(page)
        assert draft(study, JAPANESE)["evidence"][0]["en"] == "The minister is in no haste."
        page.fill(".item .english", "")
        saved(page)
        assert "en" not in draft(study, JAPANESE)["evidence"][0]


def test_length_of_evidence_is_counted_as_the_check_counts_it(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.click("#evidence-add")
        for language, text, shown in (("ru", "слово " * (WORDS + 1), f"{WORDS + 1} of {WORDS} words"),
                                      ("ja", "字" * (CHARACTERS + 1), f"{CHARACTERS + 1} of {CHARACTERS} characters")):  # fmt: skip
            page.locator(".item .lang").select_option(language)
            page.fill(".item .words", text)
            assert page.inner_text(".item .measure.over") == shown
        page.fill(".item .words", "字" * CHARACTERS)
        assert page.locator(".item .measure.over").count() == 0


def test_sentences_and_words_by_key(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "ArrowRight", "ArrowRight", "]", "[", "e")
        assert page.inner_text(".item .quote") == "ждут"
        keys(page, "u")
        assert page.locator(".item").count() == 0
        keys(page, "r")
        assert page.locator(".item").count() == 1
        keys(page, "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight", "e")
        assert page.locator(".item .quote").nth(1).inner_text().endswith("ждут квот.")


def test_the_sentence_cursor_stays_where_the_last_mark_was_made(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "e", "ArrowRight", "e", "ArrowRight", "e", "ArrowLeft", "e")
        quotes = page.locator(".item .quote").all_inner_texts()
        assert [quote[:2] for quote in quotes] == ["Пр", "18", "Ры", "18"]
        keys(page, "ArrowRight", "Escape", "Shift+ArrowRight", "e")
        assert page.locator(".item .quote").last.inner_text() == "Рыбаки ждут квот.", (
            "a new mark does not grow out of the last one"
        )


def test_quotations_initials_and_abbreviations_end_no_sentence(chromium: Any, serving: Any) -> None:
    server = serving("a")
    texts = {
        "「会う。話す。」と首相は述べた。次も会う。": ["「会う。話す。」と首相は述べた。", "次も会う。"],
        "『島（四つ。）の話。』が出た。終わり。": ["『島（四つ。）の話。』が出た。", "終わり。"],
        "「会う。」首相は去った。": ["「会う。」", "首相は去った。"],
        "В 2014 г. А. С. Лукин приехал. Он ждал 1,2 млрд руб. из бюджета.": [
            "В 2014 г. А. С. Лукин приехал. ",
            "Он ждал 1,2 млрд руб. из бюджета.",
        ],
        "Он сказал: «Готовы. Ждём». Потом ушёл.": ["Он сказал: «Готовы. Ждём». ", "Потом ушёл."],
        "Mr. Abe met him. They talked.": ["Mr. Abe met him. ", "They talked."],
    }
    with opened(chromium, server) as page:
        page.goto(f"{server.address}/nowhere-page-of-words")
        for text, expected in texts.items():
            language = "ja" if "。" in text else "en" if text.startswith("Mr") else "ru"
            cut = "async ([text, language]) => (await import('/static/sentences.js')).sentences(text, language)"
            assert page.evaluate(cut, [text, language]) == expected


def test_letters_work_on_a_russian_keyboard(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        for code, key in (("KeyJ", "о"), ("KeyJ", "о"), ("KeyK", "л")):
            page.evaluate(
                "([code, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {code, key, bubbles: true}))",
                [code, key],
            )
        assert page.evaluate("document.querySelector('.current').dataset.question") == "primary"


def test_nothing_fires_while_an_input_method_composes(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, JAPANESE)
        keys(page, "j", "2")
        page.focus("#memo")
        saved(page)
        writes: list[str] = []
        page.on("request", lambda request: request.method == "PUT" and writes.append(request.post_data))
        session = page.context.new_cdp_session(page)
        for composed in ("に", "にほ", "にほん", "日本"):
            session.send(
                "Input.imeSetComposition",
                {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
            )
            page.wait_for_timeout(60)
        page.evaluate(
            """() => { for (const key of ['Enter', 'd', '3', 'n', 'Escape'])
            document.querySelector('#memo').dispatchEvent(new KeyboardEvent('keydown', {key, keyCode: 229, isComposing: true, bubbles: true})); }"""
        )
        page.wait_for_timeout(300)
        assert writes == [], "nothing is sent while composing"
        assert page.evaluate("document.activeElement.id") == "memo"
        session.send("Input.insertText", {"text": "日本"})
        saved(page)
        keys(page, "Enter")
        saved(page)
        # the search for events follows the composed text and chooses nothing by the Enter that ends it
        page.focus("#event-search")
        session.send("Input.imeSetComposition", {"text": "ほっぽう", "selectionStart": 4, "selectionEnd": 4})
        page.evaluate(
            "document.querySelector('#event-search').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, isComposing: true, bubbles: true}))"
        )
        assert page.inner_text("#event-chosen") == ""
        session.send("Input.insertText", {"text": "首脳"})
        page.wait_for_selector("#event-list li")
    record = draft(study, JAPANESE)
    assert record["memo"] == "日本\n"
    assert record["frames"] == {"primary": "territory"}
    assert "event" not in record


def test_two_tabs_both_versions_are_offered(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        other = page.context.new_page()
        other.goto(f"{server.address}/article/{RUSSIAN}")
        other.wait_for_selector("html[data-ready]")
        keys(page, "j", "2")
        saved(page)
        keys(other, "j", "6")
        other.wait_for_selector("#conflict[open]")
        assert other.locator("#conflict-rows tr").count() == 1
        assert other.locator("#conflict-rows td").all_inner_texts() == [
            "History and 1945",
            "Territory and peace treaty",
        ]
        keys(other, "Escape")
        assert other.locator("#conflict[open]").count() == 1, "the choice cannot be skipped"
        other.click("#conflict-keep")
        saved(other)
        assert draft(study, RUSSIAN)["frames"]["primary"] == "history"
        keys(page, "3")
        page.wait_for_selector("#conflict[open]")
        page.click("#conflict-take")
        saved(page)
        assert page.evaluate("document.querySelector('input[name=primary]:checked').value") == "5"
        keys(page, "u")  # what was given up can still be had
        saved(page)
        assert draft(study, RUSSIAN)["frames"]["primary"] == "military"


def test_writes_wait_for_each_other(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        slow = "const real = fetch; globalThis.fetch = (...asked) => new Promise((go) => setTimeout(go, 250)).then(() => real(...asked));"
        page.evaluate(f"() => {{ {slow} }}")
        for key in ("j", "2", "3", "6", "d", "4", "d"):
            keys(page, key)
            page.wait_for_timeout(130)
        page.wait_for_timeout(900)
        assert page.locator("#conflict[open]").count() == 0
        saved(page)
    assert draft(study, RUSSIAN)["frames"] == {"primary": "ukraine"}


def test_a_server_that_goes_away_costs_nothing(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a", MortalServer)
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        saved(page)
        server.killed()
        keys(page, "j", "6")
        page.wait_for_selector("#banner:not([hidden])")
        assert "is not responding" in page.inner_text("#banner")
        keys(page, "j", "3")
        server.again()
        saved(page)
        page.wait_for_selector("#banner", state="hidden")
        record = draft(study, RUSSIAN)
        assert (record["frames"]["secondary"], record["values"]) == (["history"], {"voice": "guest"})
        # and what was typed into a page that is closed meanwhile comes back with the next one
        server.killed()
        keys(page, "j", "4")
        page.wait_for_selector("#banner:not([hidden])")
        page.close()
        server.again()
        later = page.context.new_page()
        coded(later, server, RUSSIAN)
        saved(later)
        assert draft(study, RUSSIAN)["values"] == {"voice": "guest", "stance": 1}


def test_the_last_change_is_saved_when_the_tab_closes(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        page.close(run_before_unload=True)
        for _ in range(200):
            if (study / ".framing" / "drafts" / "a" / f"{RUSSIAN}.json").exists():
                break
            time.sleep(0.05)
        assert draft(study, RUSSIAN)["frames"] == {"primary": "territory"}


def test_a_disk_that_refuses_leaves_the_draft_in_the_page(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        full = {"status": 507, "content_type": "application/json", "body": '{"error": "disk_full", "detail": ""}'}
        page.route("**/drafts/**", lambda route: route.fulfill(**full))
        keys(page, "j", "2")
        page.wait_for_selector("#saved[data-state=unsaved]")
        assert "disk is full" in page.inner_text("#banner")
        page.unroute("**/drafts/**")
        saved(page)
        assert page.locator("#banner").is_hidden()
        assert draft(study, RUSSIAN)["frames"] == {"primary": "territory"}


def test_an_adjudicator_settles_in_the_browser(chromium: Any, serving: Any, study: Path) -> None:
    evidence = {"kind": "quote", "lang": "ru", "text": "Причал", "start": 0, "end": 6}
    for coder, frame in (("a", "territory"), ("b", "history")):
        with browsing(study, coder) as client:
            sent = coding(frames={"primary": frame, "secondary": []}, evidence=[{"supports": frame, **evidence}])
            assert client.put(f"/codings/{RUSSIAN}", json=sent, headers=matched("")).status_code == 200
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        keys(page, "n")
        page.wait_for_selector("html[data-ready] body.settling")
        page.wait_for_selector("html[data-ready]")
        page.focus("#q-primary")
        assert set(page.evaluate("[...CSS.highlights.keys()]")) >= {"first", "second"}
        keys(page, "b")
        page.check("#q-primary .decision input[value=slip]", force=True)
        page.fill("#q-primary .decision textarea", "The delete test leaves history.")
        page.focus("#q-confidence")
        keys(page, "3", "d")
        page.click("#confirm-yes")
        page.wait_for_selector("#standing:not([hidden])")
    record = json.loads((study / "coded" / "codings" / "adjudicated" / f"{RUSSIAN}.json").read_text(encoding="utf-8"))
    assert record["frames"]["primary"] == "history"
    assert [(one["follows"], one["reason"]) for one in record["decisions"]] == [("b", "slip")]
    assert [item["supports"] for item in record["evidence"]] == ["history"]
    assert check.faults(study) == []


def test_a_browser_that_forbids_storage_still_saves(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
        )
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        saved(page)
        keys(page, "j", "6")
        saved(page)
    assert draft(study, RUSSIAN)["frames"] == {"primary": "territory", "secondary": ["history"]}


def test_words_given_up_in_a_conflict_are_not_typed_on(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        other = page.context.new_page()
        coded(other, server, RUSSIAN)
        page.fill("#memo", "theirs")
        saved(page)
        other.focus("#memo")
        other.keyboard.type("mine")
        other.wait_for_selector("#conflict[open]")
        other.click("#conflict-take")
        saved(other)
        assert other.input_value("#memo") == "theirs"
        other.focus("#memo")
        keys(other, "End", "!")
        other.wait_for_function("() => document.querySelector('#memo').value === 'theirs!'")
        saved(other)
    assert draft(study, RUSSIAN)["memo"] == "theirs!"


def test_a_composition_that_was_given_up_leaves_undoing_intact(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        page.focus("#memo")
        session = page.context.new_cdp_session(page)
        session.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
        session.send("Input.imeSetComposition", {"text": "", "selectionStart": 0, "selectionEnd": 0})
        page.keyboard.type("memo")
        keys(page, "Escape", "u")
        saved(page)
        assert page.input_value("#memo") == ""
    assert draft(study, RUSSIAN)["frames"] == {"primary": "territory"}, "only the words were undone"


def test_words_chosen_before_stay_visibly_chosen(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        page.evaluate(
            """() => { const p = document.querySelectorAll('#text p')[1].firstChild; const r = new Range();
            r.setStart(p, 0); r.setEnd(p, 5); getSelection().removeAllRanges(); getSelection().addRange(r); }"""
        )
        page.wait_for_function("() => !CSS.highlights.has('sentence')")
        page.evaluate("getSelection().removeAllRanges()")  # as a click beside the text does
        page.wait_for_function("() => CSS.highlights.has('sentence')")
        keys(page, "e")
        assert page.inner_text(".item .quote") == "18 ок"
        assert not page.evaluate("CSS.highlights.has('sentence')")


def test_enter_leads_to_words_that_can_be_written(chromium: Any, serving: Any) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "e", "e", "Escape")  # a quotation, then a paraphrase
        page.focus("#q-evidence")
        keys(page, "Enter")
        assert page.evaluate("document.activeElement.matches('.item:nth-child(2) .words')")


def test_a_disputed_event_is_settled_with_its_relation(chromium: Any, serving: Any, study: Path) -> None:
    told = {"kind": "paraphrase", "text": "speaks of the talks", "lang": "en", "locator": "note 9"}
    umbrella = {"id": "u-abe-putin-talks", "relation": "comments"}
    for coder, event in (("a", {"id": None, "relation": None}), ("b", umbrella)):
        with browsing(study, coder) as client:
            about = [{"supports": "event", **told}] if event["id"] else []
            sent = coding(event=event, evidence=[*coding()["evidence"], *about])
            assert client.put(f"/codings/{RUSSIAN}", json=sent, headers=matched("")).status_code == 200
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.focus("#q-event")
        assert page.locator("#q-event .readings button").count() == 2
        keys(page, "b")
        saved(page)
        assert page.locator("#q-relation input:checked").count() == 1
        said = page.locator("#q-event .readings blockquote")
        assert said.all_inner_texts() == ["speaks of the talks (note 9)"]
        page.locator(".item .words").nth(1).fill("in other words")
        keys(page, "Escape")
        page.focus("#q-event")
        keys(page, "a", "b")  # the evidence of the reading comes back as the reading has it
        saved(page)
        page.check("#q-event .decision input[value=slip]", force=True)
        page.fill("#q-event .decision textarea", "The talks are named in the lead.")
        page.focus("#q-confidence")
        keys(page, "3", "d")
        page.click("#confirm-yes")
        page.wait_for_selector("#standing:not([hidden])")
    record = json.loads((study / "coded" / "codings" / "adjudicated" / f"{RUSSIAN}.json").read_text(encoding="utf-8"))
    assert record["event"] == umbrella
    assert [(one["value"], one["follows"]) for one in record["decisions"]] == [("/event", "b")]
    assert [item["text"] for item in record["evidence"]] == ["asks who should own the islands", "speaks of the talks"]
    assert check.faults(study) == []


def test_a_text_that_changed_is_told_by_its_hash(chromium: Any, serving: Any, study: Path, tmp_path: Path) -> None:
    server = serving("a")
    file = tmp_path / "texts" / f"{RUSSIAN}.txt"
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "e")
        saved(page)
        assert draft(study, RUSSIAN)["text_sha256"] == sha256(normalised(TEXTS[RUSSIAN]).encode()).hexdigest()
        file.write_bytes(TEXTS[RUSSIAN].replace("\n", "\r\n").encode())
        coded(page, server, RUSSIAN)
        assert page.locator("#text-changed").is_hidden(), "line ends are no change"
        file.write_bytes(b"Another\n\n" + TEXTS[RUSSIAN].encode())
        coded(page, server, RUSSIAN)
        assert page.locator("#text-changed").is_hidden(), "the mark has moved with its words"
        page.fill("#memo", "moved")
        saved(page)
        assert draft(study, RUSSIAN)["evidence"][0]["start"] == len("Another\n\n")
        file.write_bytes(b"Another\n")
        coded(page, server, RUSSIAN)
        assert "are not in the text" in page.inner_text(".item .faults")
        assert page.locator(".item .show").is_hidden()
        page.click(".item .remove")
        saved(page)
        assert page.locator(".item").count() == 0
        assert "text_sha256" not in draft(study, RUSSIAN)


def test_a_final_coding_is_not_moved_to_another_text(chromium: Any, serving: Any, study: Path, tmp_path: Path) -> None:
    evidence = {"supports": "territory", "kind": "quote", "lang": "ru", "text": "Причал", "start": 0, "end": 6}
    server = serving("a")
    with browsing(study, "a") as client:
        assert (
            client.put(f"/codings/{RUSSIAN}", json=coding(evidence=[evidence]), headers=matched("")).status_code == 200
        )
    path = study / "coded" / "codings" / "a" / f"{RUSSIAN}.json"
    kept = path.read_bytes()
    (tmp_path / "texts" / f"{RUSSIAN}.txt").write_bytes(b"Another\n\n" + TEXTS[RUSSIAN].encode())
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        assert "not the text in which the evidence was marked" in page.inner_text("#text-changed")
        assert page.evaluate("CSS.highlights.size") == 0, "nothing is painted over words that were not marked"
    assert path.read_bytes() == kept


@pytest.mark.parametrize("left", ["", "\n \n", "П"])
def test_a_text_that_was_emptied_leaves_the_page_usable(
    chromium: Any, serving: Any, study: Path, tmp_path: Path, left: str
) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2", "ArrowRight", "ArrowRight", "e")
        saved(page)
        (tmp_path / "texts" / f"{RUSSIAN}.txt").write_text(left, encoding="utf-8")
        coded(page, server, RUSSIAN)
        page.focus("#q-primary")
        keys(page, "ArrowRight", "6")
        saved(page)
    assert draft(study, RUSSIAN)["frames"]["primary"] == "history"


def test_a_page_left_a_moment_ago_that_only_counted_minutes_is_no_conflict(
    chromium: Any, serving: Any, study: Path
) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        saved(page)
        coded(page, server, RUSSIAN)
        with browsing(study, "a") as client:
            now = client.get(f"/records/{RUSSIAN}").json()
            late = client.put(
                f"/drafts/{RUSSIAN}", json={**now["record"], "minutes": 9.9}, headers=matched(now["etag"])
            )
            assert late.status_code == 200
        page.focus("#q-primary")
        keys(page, "6")
        saved(page)
        assert page.locator("#conflict[open]").count() == 0
    assert draft(study, RUSSIAN)["frames"]["primary"] == "history"


def test_a_tab_that_only_looked_leaves_the_draft_as_it_is(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        keys(page, "j", "2")
        saved(page)
        path = study / ".framing" / "drafts" / "a" / f"{RUSSIAN}.json"
        before = path.read_bytes()
        looking = page.context.new_page()
        looking.clock.install()
        coded(looking, server, RUSSIAN)
        for _ in range(4):
            looking.mouse.move(200, 200 + _)
            looking.clock.run_for(15_000)
        assert looking.inner_text("#timer").startswith("1 min")
        looking.close(run_before_unload=True)
        page.wait_for_timeout(300)
        assert path.read_bytes() == before
        keys(page, "6")
        saved(page)
        assert page.locator("#conflict[open]").count() == 0


def test_what_two_tabs_could_not_save_is_offered_from_both(chromium: Any, serving: Any, study: Path) -> None:
    server = serving("a", MortalServer)
    with opened(chromium, server) as page:
        tabs = [page.context.new_page() for _ in range(2)]
        for tab in tabs:
            coded(tab, server, RUSSIAN)
        server.killed()
        for tab, key in zip(tabs, "26", strict=True):
            keys(tab, "j", key)
            tab.wait_for_selector("#saved[data-state=unsaved]")
        other = page.context.new_page()
        for tab in tabs:
            tab.close()
        server.again()
        coded(other, server, RUSSIAN)
        other.wait_for_selector("#conflict[open]")
        assert "Two tabs kept changes" in other.inner_text("#conflict-why")
        assert set(other.locator("#conflict-rows td").all_inner_texts()) == {
            "History and 1945",
            "Territory and peace treaty",
        }
        other.click("#conflict-take")
        saved(other)
        taken = draft(study, RUSSIAN)["frames"]["primary"]
        keys(other, "u")
        saved(other)
        assert {taken, draft(study, RUSSIAN)["frames"]["primary"]} == {"history", "territory"}
        assert other.evaluate("Object.keys(localStorage).length") == 0


def test_a_copy_of_the_study_is_another_place_in_the_browser(
    chromium: Any, serving: Any, study: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(study, copy)
    with browsing(study, "a") as one, browsing(copy, "a") as other:
        pages = [client.get(f"/article/{RUSSIAN}").text for client in (one, other)]
    folders = {json.loads(page.split('id="handed">')[1].split("</script>", maxsplit=1)[0])["folder"] for page in pages}
    assert len(folders) == 2


def test_further_events_are_added_and_taken_away(chromium: Any, serving: Any, study: Path) -> None:
    """By mouse and by key; they stand in the order of the register, beside the event and only beside one."""
    register = json.loads((study / "coded/events.json").read_text(encoding="utf-8"))["events"]
    first, main, last = (register[place] for place in (2, 5, 9))
    server = serving("a")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        assert page.locator("#q-others").is_hidden()
        keys(page, "Enter")
        page.keyboard.type(main["id"])
        keys(page, "Enter", "j", "2", "j")
        assert page.evaluate("document.activeElement.id") == "q-others"
        keys(page, "Enter")
        page.keyboard.type(last["id"])
        keys(page, "Enter")
        page.keyboard.type(main["id"])
        assert page.locator("#others-list li").count() == 0, "what the article is about is not offered again"
        keys(page, "Escape", "Enter")
        page.fill("#others-search", first["id"])
        page.click(f'#others-list li[data-event="{first["id"]}"]')
        keys(page, "Escape")
        saved(page)
        assert draft(study, RUSSIAN)["event"]["others"] == [first["id"], last["id"]]
        assert page.locator("#others-chosen li").count() == 2
        page.locator("#others-chosen button").first.click()
        saved(page)
        assert draft(study, RUSSIAN)["event"]["others"] == [last["id"]]
        keys(page, "u", "z")  # back, and then none
        saved(page)
        assert "others" not in draft(study, RUSSIAN)["event"]
        keys(page, "u")
        page.focus("#q-event")
        keys(page, "Enter")
        page.keyboard.type(first["id"])
        keys(page, "Enter")
        saved(page)
        assert draft(study, RUSSIAN)["event"] == {"id": first["id"], "relation": "reports", "others": [last["id"]]}
        keys(page, "z")
        saved(page)
        assert draft(study, RUSSIAN)["event"] == {"id": None, "relation": None}
        assert page.locator("#q-others").is_hidden()


def test_differing_further_events_are_settled(chromium: Any, serving: Any, study: Path) -> None:
    register = [
        entry["id"] for entry in json.loads((study / "coded/events.json").read_text(encoding="utf-8"))["events"]
    ]
    umbrella = {"id": "u-abe-putin-talks", "relation": "comments"}
    named = [name for name in register if name != umbrella["id"]][:2]
    for coder, event in (("a", {**umbrella, "others": named}), ("b", {**umbrella, "others": named[:1]})):
        with browsing(study, coder) as client:
            sent = client.put(f"/codings/{RUSSIAN}", json=coding(event=event), headers=matched(""))
            assert sent.status_code == 200, sent.text
    server = serving("adjudicated")
    with opened(chromium, server) as page:
        coded(page, server, RUSSIAN)
        page.focus("#q-others")
        assert page.locator("#q-others .readings button").count() == 2
        keys(page, "a")
        saved(page)
        assert page.locator("#others-chosen li").count() == 2
        page.check("#q-others .decision input[value=slip]", force=True)
        page.fill("#q-others .decision textarea", "The second is named in the third paragraph.")
        page.focus("#q-confidence")
        keys(page, "3", "d")
        page.click("#confirm-yes")
        page.wait_for_selector("#standing:not([hidden])")
    record = json.loads((study / "coded" / "codings" / "adjudicated" / f"{RUSSIAN}.json").read_text(encoding="utf-8"))
    assert record["event"] == {**umbrella, "others": named}
    assert [(one["value"], one["follows"]) for one in record["decisions"]] == [("/event/others", "a")]
    assert check.faults(study) == []
