"""Saving, judging, finding: what the pages and their requests must do."""

import errno
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framing.study import canonical, check
from framing.workbench.desk import settings
from tests.workbench.study import ARTICLE, CODEBOOK, browsing, coding, matched

DRAFT = f"/drafts/{ARTICLE}"
CODING = f"/codings/{ARTICLE}"


def files(study: Path) -> set[str]:
    return {
        path.relative_to(study).as_posix()
        for path in study.rglob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }


def test_a_draft_is_kept_and_judged(client: TestClient, study: Path) -> None:
    sent = {"frames": {"primary": "history"}, "memo": "ヶ月"}
    answer = client.put(DRAFT, json=sent, headers=matched(""))
    assert answer.status_code == 200
    saved = answer.json()
    assert saved["state"] == "draft"
    assert "/frames/secondary" in saved["unanswered"]
    assert "/values" in saved["unanswered"]
    assert saved["faults"] == []
    path = study / ".framing" / "drafts" / "a" / f"{ARTICLE}.json"
    assert json.loads(path.read_text(encoding="utf-8"))["frames"] == {"primary": "history"}
    assert client.get(f"/records/{ARTICLE}").json()["etag"] == saved["etag"]


def test_the_background_is_offered_last_and_what_is_withdrawn_never(client: TestClient, study: Path) -> None:
    path = study / "coded" / "events.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    one = {**register["events"][-1], "salience": 3}
    for name, status in (("zz-treaty", "background"), ("zz-rumour", "withdrawn")):
        register["events"].insert(0, {**one, "id": name, "labels": {"en": name}, "date": "1945", "status": status})
    path.write_bytes(canonical.as_file(register))
    page = client.get(f"/article/{ARTICLE}").text
    assert page.index("zz-treaty") > page.index("x3-abe-putin-call")
    assert "zz-rumour" not in page


def test_done_writes_what_check_accepts_and_removes_the_draft(client: TestClient, study: Path) -> None:
    etag = client.put(DRAFT, json={"memo": "x"}, headers=matched("")).json()["etag"]
    before = files(study)
    done = client.put(CODING, json=coding(), headers=matched(etag))
    assert done.status_code == 200, done.text
    assert done.json()["final"]
    assert files(study) - before == {f"coded/codings/a/{ARTICLE}.json"}
    assert before - files(study) == {f".framing/drafts/a/{ARTICLE}.json"}
    assert check.faults(study) == []


def test_done_requires_no_fault(client: TestClient, study: Path) -> None:
    long = {"supports": "territory", "kind": "paraphrase", "text": "word " * 26, "lang": "en", "locator": "note 9"}
    answer = client.put(CODING, json=coding(evidence=[long]), headers=matched(""))
    assert answer.status_code == 422
    assert [(fault["pointer"], fault["rule"]) for fault in answer.json()["faults"]] == [
        ("/evidence/0/text", "coding_evidence_short")
    ]
    assert not (study / "coded" / "codings" / "a").exists()
    assert answer.json()["state"] == "draft", "what was sent is kept all the same"


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"frames": {"primary": "territory", "secondary": ["territory"]}}, "/frames/secondary/0"),
        ({"frames": {"secondary": ["history", "military", "ukraine"]}}, "/frames/secondary"),
        ({"event": {"id": "nowhere", "relation": "reports"}}, "/event/id"),
        ({"frames": {"primary": "history"}, "evidence": coding()["evidence"]}, "/evidence"),
        ({"values": {"voice": "the moon"}}, "/values/voice"),
    ],
)
def test_faults_stand_at_their_place_while_a_draft_is_incomplete(
    client: TestClient, changes: dict[str, object], pointer: str
) -> None:
    answer = client.put(DRAFT, json={"memo": "", **changes}, headers=matched("")).json()
    assert pointer in [fault["pointer"] for fault in answer["faults"]]


def test_an_incomplete_draft_is_not_blamed_for_what_is_missing(client: TestClient) -> None:
    evidence = coding()["evidence"]
    for partial in (
        {},
        {"evidence": evidence},
        {"event": {"id": "u-abe-putin-talks"}},
        {"values": {"voice": "outlet"}},
    ):
        answer = client.put(DRAFT, json=partial, headers=_seen(client))
        assert answer.json()["faults"] == []


def _seen(client: TestClient) -> dict[str, str]:
    return matched(client.get(f"/records/{ARTICLE}").json()["etag"])


def test_the_second_of_two_tabs_gets_both_versions(client: TestClient) -> None:
    first = client.put(DRAFT, json={"memo": "one"}, headers=matched("")).json()
    second = client.put(DRAFT, json={"memo": "two"}, headers=matched(""))
    assert second.status_code == 412
    assert second.json()["record"]["memo"] == "one"
    assert second.json()["etag"] == first["etag"]
    assert client.put(DRAFT, json={"memo": "two"}, headers=matched(first["etag"])).status_code == 200


def test_a_write_must_say_what_it_has_seen(client: TestClient) -> None:
    assert client.put(DRAFT, json={"memo": "one"}).status_code == 428


def test_a_main_record_is_final_and_a_training_record_is_not(client: TestClient, study: Path) -> None:
    etag = client.put(CODING, json=coding(phase="training"), headers=matched("")).json()["etag"]
    reopened = client.put(DRAFT, json=coding(phase="main"), headers=matched(etag)).json()
    assert reopened["state"] == "draft"
    final = client.put(CODING, json=coding(phase="main"), headers=matched(reopened["etag"])).json()
    assert final["final"]
    assert client.put(DRAFT, json=coding(memo="slip"), headers=matched(final["etag"])).status_code == 412
    assert check.faults(study) == []


def test_a_stop_between_writing_and_removing_leaves_a_finished_coding(client: TestClient, study: Path) -> None:
    etag = client.put(DRAFT, json=coding(), headers=matched("")).json()["etag"]
    draft = study / ".framing" / "drafts" / "a" / f"{ARTICLE}.json"
    kept = draft.read_bytes()
    client.put(CODING, json=coding(), headers=matched(etag))
    draft.write_bytes(kept)
    assert client.get(f"/records/{ARTICLE}").json()["state"] == "done"


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EACCES, "read_only"), (errno.EIO, "not_written")],
)
def test_a_disk_that_refuses_is_told_in_words_and_loses_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    saved = client.put(DRAFT, json={"memo": "first"}, headers=matched("")).json()

    def refuse(*_: object) -> None:
        raise OSError(code, "refused")

    with monkeypatch.context() as broken:
        broken.setattr(canonical.os, "replace", refuse)
        answer = client.put(DRAFT, json={"memo": "second"}, headers=matched(saved["etag"]))
        assert (answer.status_code, answer.json()["error"]) == (507, word)
    now = client.get(f"/records/{ARTICLE}").json()
    assert now["record"]["memo"] == "first"
    assert client.put(DRAFT, json={"memo": "second"}, headers=matched(now["etag"])).status_code == 200


def test_drafts_are_canonical_composed_and_signed_by_the_tool(client: TestClient, study: Path) -> None:
    sent = {
        "memo": "か\u3099 и\u0306\r\n\x07",
        "coder": "b",
        "article": "rg-2014-08-26",
        "codebook": "9.9.9",
        "$schema": "x",
    }
    client.put(DRAFT, json=sent, headers=matched(""))
    raw = (study / ".framing" / "drafts" / "a" / f"{ARTICLE}.json").read_bytes()
    record = json.loads(raw)
    assert record["memo"] == "が й\n "
    assert (record["coder"], record["article"], record["codebook"]) == ("a", ARTICLE, CODEBOOK["version"])
    assert raw == (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"memo": NaN}', b'{"memo": "\\ud800"}', b"\xff", b'{"a":1,"a":2}', b'{"a":' * 3000]
)
def test_what_is_no_record_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.put(DRAFT, content=body, headers=matched(""))
    assert (answer.status_code, answer.json()["error"]) == (400, "unreadable")


def test_the_queue_filters_in_any_script(client: TestClient, study: Path) -> None:
    client.put("/drafts/rg-2014-08-26", json={"memo": "x"}, headers=matched(""))
    shown = {
        query: client.get("/", params=query).text.count('class="row"')
        for query in (
            "q=ﾖﾐｳﾘ",
            "q=読売",
            "q=YOMIURI",
            "q=ленин",
            "q=２０１４-０８",
            "state=draft",
            "state=uncoded",
            "outlet=rg",
            "q=nothing-like-it",
            "",
        )
    }
    assert shown == {
        "q=ﾖﾐｳﾘ": 0, "q=読売": 13, "q=YOMIURI": 13, "q=ленин": 1, "q=２０１４-０８": 1, "state=draft": 1, "state=uncoded": 29, "outlet=rg": 2,
        "q=nothing-like-it": 0, "": 30,
    }  # fmt: skip


def test_next_goes_round_and_ends(client: TestClient) -> None:
    first = client.get("/next").headers["location"].removeprefix("/article/")
    second = client.get("/next", params={"after": first}).headers["location"]
    assert second != f"/article/{first}"
    last = client.get("/next", params={"after": "yomiuri-2016-02-16"}).headers["location"]
    assert last.startswith("/article/")


def test_assigned_articles_only(client: TestClient, study: Path) -> None:
    settings.remember(study, assigned={"a": ["rg", "asahi-2015-01-27"]})
    assert client.get("/").text.count('class="row"') == 3


def test_a_private_text_is_shown_and_never_copied(client: TestClient, study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    (folder / f"{ARTICLE}.txt").write_bytes("𠮷野は\r\nか\u3099 <b>動</b>いた。\r\n".encode())
    settings.remember(study, texts=str(folder))
    page = client.get(f"/article/{ARTICLE}").text
    assert '<p data-start="0">𠮷野は</p><p data-start="4">が &lt;b&gt;動&lt;/b&gt;いた。</p>' in page
    client.put(DRAFT, json=coding(), headers=matched(""))
    assert not any(b"\xf0\xa0\xae\xb7" in path.read_bytes() for path in study.rglob("*.json"))


def test_another_codebook_is_another_form(tmp_path: Path) -> None:
    from tests.workbench.study import example

    with browsing(example(tmp_path), "boris") as client:
        page = client.get("/article/more-2026-04").text
        assert 'id="q-v-tone"' in page
        assert 'id="q-v-stance"' not in page


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Primary frame"), ("ja", "領土・平和条約"), ("ru", "Основной фрейм")]
)
def test_every_page_speaks_the_language_that_was_chosen(client: TestClient, language: str, word: str) -> None:
    assert client.put("/settings", json={"language": language}).status_code == 204
    page = client.get(f"/article/{ARTICLE}").text
    assert f'<html lang="{language}"' in page
    assert word in page
    assert f'<html lang="{language}"' in client.get("/new").text


def test_a_study_with_a_broken_codebook_says_so(client: TestClient, study: Path) -> None:
    (study / "schemas" / "codebook.json").write_text("{", encoding="utf-8")
    answer = client.get("/")
    assert answer.status_code == 500
    assert "schemas/codebook.json" in answer.text


def test_a_new_article_is_understood_added_and_can_be_coded(client: TestClient, study: Path) -> None:
    echoed = client.get("/intake", params={"outlet": "ロシア新聞", "date": "平成26年10月18日"}).json()
    assert echoed["date"] == "2014-10-18"
    outlet = client.get("/intake", params={"outlet": "Российская газета", "date": "18 октября 2014 г."}).json()
    assert (outlet["id"], outlet["language"], outlet["echo"]) == ("rg-2014-10-18", "ru", "Saturday, 18 October 2014")
    form = {
        "outlet": "Российская газета",
        "date": "18 октября 2014 г.",
        "headline_original": "Разговор в Милане",
        "language": "ru",
        "basis": "primary_full",
        "id": "rg-2014-10-18",
    }
    added = client.post("/new", data=form)
    assert (added.status_code, added.headers["location"]) == (303, "/article/rg-2014-10-18?added")
    assert check.faults(study) == []
    again = client.post("/new", data={**form, "id": "rg-2014-10-18-2"})
    assert again.status_code == 422
    assert "rg-2014-10-18" in again.text
    assert client.post("/new", data={**form, "id": "rg-2014-10-18-2", "anyway": "yes"}).status_code == 303


def test_a_wrong_new_article_is_told_at_its_field(client: TestClient, study: Path) -> None:
    form = {"outlet": "sankei", "date": "昭和64年1月8日", "language": "ja", "basis": "primary_full", "id": "sankei-x"}
    answer = client.post("/new", data=form)
    assert answer.status_code == 422
    assert "昭和64年1月8日" in answer.text
    assert not (study / "coded" / "articles" / "sankei-x.json").exists()


def test_a_date_that_can_be_read_in_two_ways_is_told_in_the_coders_language(client: TestClient) -> None:
    client.put("/settings", json={"language": "ru"})
    both = "пятница, 4 июля 2014 г. или понедельник, 7 апреля 2014 г."
    assert both in client.get("/intake", params={"outlet": "rg", "date": "4/7/2014"}).json()["echo"]
    page = client.post(
        "/new", data={"outlet": "rg", "date": "4/7/2014", "language": "ru", "basis": "primary_full", "id": "x"}
    )
    assert page.status_code == 422
    assert f'<strong class="wrong">«4/7/2014» можно прочесть двояко: {both}' in page.text
    found = client.get("/intake", params={"outlet": "sankei", "date": "2014年10月18日付夕刊"}).json()
    assert (found["date"], found["medium"]) == ("2014-10-18", "print_pm")


def test_every_fault_of_a_new_article_is_told_at_once_in_the_coders_language(client: TestClient) -> None:
    """An unknown outlet was named only when everything else was right, and all of it in English."""
    client.put("/settings", json={"language": "ja"})
    form = {"outlet": "NoSuchPaper", "date": "2014-10-18", "language": "", "page": "zzz?", "url": "not a url"}
    page = client.post("/new", data={**form, "basis": "secondary_paraphrase", "id": "Bad Id!"}).text
    assert "「NoSuchPaper」という媒体はありません" in page
    assert "「zzz?」 は面の書き方ではありません" in page
    assert "4文字目に空白があります" in page
    assert "「Bad Id!」 は書式に合いません" in page
    assert page.count('<strong class="wrong">必須です</strong>') == 4  # language, source, note and section
    empty = client.post("/new", data=dict.fromkeys(form, "")).text
    assert "媒体を選んでください" in empty
    assert empty.count('class="wrong"') == 4, "outlet, date, language and basis; the id follows"


def test_an_empty_id_is_proposed_by_the_server(client: TestClient) -> None:
    form = {"outlet": "rg", "date": "2014-10-21", "language": "ru", "basis": "primary_full", "id": ""}
    assert client.post("/new", data=form).headers["location"] == "/article/rg-2014-10-21?added"


def test_a_new_article_that_is_not_assigned_is_found_and_said_to_be_so(client: TestClient, study: Path) -> None:
    coders = study / "coded" / "coders.json"
    told = json.loads(coders.read_text(encoding="utf-8"))
    told["coders"][0]["assigned"] = ["sankei"]
    coders.write_text(json.dumps(told), encoding="utf-8")
    form = {"outlet": "rg", "date": "2014-10-21", "language": "ru", "basis": "primary_full", "id": "rg-new"}
    page = client.get(client.post("/new", data=form).headers["location"]).text
    assert "Added: coded/articles/rg-new.json." in page
    assert "not assigned to you" in page
    found = client.get("/", params={"q": "rg-new"}).text
    assert '<h2 class="beyond">Not assigned to you</h2>' in found
    assert 'href="/article/rg-new"' in found
    assert "Not assigned to you" not in client.get("/", params={"q": "sankei"}).text
