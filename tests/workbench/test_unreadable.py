"""Bytes that nobody can read are named, kept, and never written over."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framing.study import canonical
from framing.workbench.desk import settings
from framing.workbench.desk.judge import legible, standard
from framing.workbench.prompt.code import code
from framing.workbench.prompt.terminal import Terminal
from tests.workbench.study import ARTICLE, ROOT, browsing, coding, matched

DRAFT = f".framing/drafts/a/{ARTICLE}.json"
CODING = f"coded/codings/a/{ARTICLE}.json"
MERGED = b'{\n<<<<<<< ours\n  "memo": "one"\n=======\n  "memo": "two"\n>>>>>>> theirs\n}\n'
BROKEN = {
    "merge marks": MERGED,
    "cut short": b'{"memo": "half a tho',
    "empty": b"",
    "zeros": b"\0" * 40,
    "a list": b"[]",
    "frames: null": b'{"frames": null}',
    "evidence: 5": b'{"evidence": 5}',
    "evidence of numbers": b'{"evidence": [5]}',
    "secondary: a text": b'{"frames": {"secondary": "war"}}',
    "memo: a list": b'{"memo": []}',
    "event: a text": b'{"event": "summit"}',
    "a key twice": b'{"memo": "one", "memo": "two"}',
    "nested": b'{"memo":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    "a long number": b'{"minutes": ' + b"9" * 5000 + b"}",
    "another encoding": '{"memo": "漁"}'.encode("cp932"),
}


def put(study: Path, file: str, raw: bytes) -> Path:
    path = study / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_finished_coding_that_cannot_be_read_stays_final(client: TestClient, study: Path, raw: bytes) -> None:
    path = put(study, CODING, raw)
    page = client.get(f"/article/{ARTICLE}")
    assert page.status_code == 200
    assert CODING in page.text
    now = client.get(f"/records/{ARTICLE}").json()
    assert (now["state"], now["final"]) == ("done", True)
    assert 'class="state done"' in client.get("/", params={"q": ARTICLE}).text
    for address in ("drafts", "codings"):
        answer = client.put(f"/{address}/{ARTICLE}", json=coding(), headers=matched(now["etag"]))
        assert (answer.status_code, answer.json()["error"]) == (409, "coding_unreadable")
        assert CODING in answer.json()["detail"]
    assert path.read_bytes() == raw
    assert not (study / DRAFT).exists()


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("address", ["drafts", "codings"])
def test_a_draft_that_cannot_be_read_is_kept_beside_the_new_one(
    client: TestClient, study: Path, address: str, raw: bytes
) -> None:
    path = put(study, DRAFT, raw)
    page = client.get(f"/article/{ARTICLE}")
    assert page.status_code == 200
    assert DRAFT in page.text
    etag = client.get(f"/records/{ARTICLE}").json()["etag"]
    assert client.put(f"/{address}/{ARTICLE}", json=coding(), headers=matched(etag)).status_code == 200
    assert path.with_name(f"{ARTICLE}.json.unreadable-1").read_bytes() == raw
    path.write_bytes(b"{")
    (study / CODING).unlink(missing_ok=True)
    etag = client.get(f"/records/{ARTICLE}").json()["etag"]
    assert client.put(f"/{address}/{ARTICLE}", json=coding(), headers=matched(etag)).status_code == 200
    assert path.with_name(f"{ARTICLE}.json.unreadable-2").read_bytes() == b"{"
    assert path.with_name(f"{ARTICLE}.json.unreadable-1").read_bytes() == raw


def test_a_full_disk_leaves_a_draft_that_cannot_be_read_where_it_is(
    client: TestClient, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(study, DRAFT, MERGED)
    etag = client.get(f"/records/{ARTICLE}").json()["etag"]

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(canonical.os, "fsync", refuse)
        assert client.put(f"/drafts/{ARTICLE}", json=coding(), headers=matched(etag)).status_code == 507
    assert path.read_bytes() == MERGED
    assert client.put(f"/drafts/{ARTICLE}", json=coding(), headers=matched(etag)).status_code == 200


def test_a_draft_that_cannot_be_read_leaves_the_finished_training_coding_in_view(
    client: TestClient, study: Path
) -> None:
    client.put(f"/codings/{ARTICLE}", json=coding(phase="training", memo="kept"), headers=matched(""))
    put(study, DRAFT, MERGED)
    now = client.get(f"/records/{ARTICLE}").json()
    assert (now["state"], now["record"]["memo"]) == ("draft", "kept")


def test_a_draft_never_reopens_a_final_coding(client: TestClient, study: Path) -> None:
    client.put(f"/codings/{ARTICLE}", json=coding(), headers=matched(""))
    for left in (b"{", json.dumps({"memo": "another"}).encode()):
        put(study, DRAFT, left)
        now = client.get(f"/records/{ARTICLE}").json()
        assert (now["state"], now["final"]) == ("done", True)
        assert 'class="state done"' in client.get("/", params={"q": ARTICLE}).text
        assert client.put(f"/codings/{ARTICLE}", json=coding(), headers=matched(now["etag"])).status_code == 412


def test_a_line_that_cannot_be_read_is_no_open_article(client: TestClient, study: Path) -> None:
    line = json.dumps({"article": ARTICLE, "memo": "x"})[:-3]
    put(study, "coded/codings/a.jsonl", f'{{"article": "asahi-2015-01-27"}}\n{line}\n'.encode())
    now = client.get(f"/records/{ARTICLE}").json()
    assert (now["state"], now["final"]) == ("done", True)
    assert "coded/codings/a.jsonl:2" in client.get(f"/article/{ARTICLE}").text


@pytest.mark.parametrize(
    "body", [raw for name, raw in BROKEN.items() if name not in ("merge marks", "empty", "a list")]
)
def test_a_request_of_unexpected_shape_is_refused_and_changes_nothing(
    client: TestClient, study: Path, body: bytes
) -> None:
    answer = client.put(f"/drafts/{ARTICLE}", content=body, headers=matched(""))
    assert (answer.status_code, answer.json()["error"]) == (400, "unreadable")
    assert not (study / DRAFT).exists()


def test_the_prompt_stops_at_a_coding_that_breaks_meanwhile(study: Path) -> None:
    def ask(_: str) -> str:
        put(study, CODING, MERGED)
        return "1"

    refusal = code(study, "a", ARTICLE, Terminal(ask, lambda _: None))
    assert refusal is not None
    assert f"{CODING}:2" in str(refusal)
    assert (study / CODING).read_bytes() == MERGED


def test_the_prompt_names_the_file_too(study: Path) -> None:
    put(study, CODING, MERGED)
    refusal = code(study, "a", ARTICLE, Terminal(lambda _: "", lambda _: None))
    assert refusal is not None
    assert f"{CODING}:2" in str(refusal)
    (study / CODING).unlink()
    put(study, DRAFT, MERGED)
    told: list[str] = []
    answers = iter(["1"])

    def ask(_: str) -> str:
        if typed := next(answers, ""):
            return typed
        raise EOFError

    code(study, "a", ARTICLE, Terminal(ask, told.append))
    assert any(DRAFT in line for line in told)
    assert (study / f"{DRAFT}.unreadable-1").read_bytes() == MERGED


BASIS = standard(ROOT)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
NAMES = [variable["id"] for variable in BASIS.codebook["variables"]]
EVIDENCE = {
    "supports": JSON,
    "kind": JSON | st.just("quote"),
    "text": st.text(),
    "lang": st.text(),
    "start": st.integers(),
}
PARTS = {
    "phase": JSON | st.just("main"),
    "event": st.fixed_dictionaries({}, optional={"id": st.none() | st.text(), "relation": JSON}),
    "frames": st.fixed_dictionaries({}, optional={"primary": JSON | st.just("war"), "secondary": st.lists(JSON)}),
    "values": st.dictionaries(st.sampled_from(NAMES) | st.text(), JSON),
    "evidence": st.lists(st.fixed_dictionaries({}, optional=EVIDENCE), max_size=3),
    "confidence": JSON,
    "memo": st.text(),
}
SHAPES = st.fixed_dictionaries({}, optional=PARTS) | st.dictionaries(st.sampled_from([*PARTS]), JSON)


@given(SHAPES)
def test_whatever_is_legible_can_be_judged(shape: dict[str, object]) -> None:
    from framing.workbench.desk.judge import document, verdict

    found = legible(json.dumps(shape).encode(), "x.json", BASIS)
    if isinstance(found, dict):
        article = json.loads((ROOT / "coded" / "articles" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
        verdict(BASIS, document("article", article, f"coded/articles/{ARTICLE}.json"), found)


@pytest.mark.parametrize("raw", [MERGED, b'{"phase": "main"}', json.dumps(coding(evidence=["a text"])).encode()])
def test_an_adjudicator_is_told_which_reading_cannot_be_read(study: Path, raw: bytes) -> None:
    with browsing(study, "b") as client:
        client.put(f"/codings/{ARTICLE}", json=coding(), headers=matched(""))
    put(study, CODING, raw)
    with browsing(study, "adjudicated") as client:
        assert f"{CODING}::: this coding cannot be read" in client.get("/").text
    with browsing(study, "b") as client:
        assert CODING not in client.get("/").text, "nobody else learns of it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("file", [DRAFT, CODING, settings.FILE])
def test_nobody_waits_for_a_pipe(client: TestClient, study: Path, file: str) -> None:
    (study / file).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(study / file)
    assert "not an ordinary file" in client.get(f"/article/{ARTICLE}").text


def test_an_article_that_cannot_be_read_is_not_left_out_in_silence(client: TestClient, study: Path) -> None:
    put(study, f"coded/articles/{ARTICLE}.json", MERGED)
    put(study, "coded/articles.jsonl", b'{"id": "half')
    for page in ("/", "/new"):
        found = client.get(page).text
        assert f"coded/articles/{ARTICLE}.json::: this article is not listed" in found
        assert "coded/articles.jsonl:1::: this article is not listed" in found
    for number in range(20):
        put(study, f"coded/articles/rg-{number}.json", b"")
    assert "17 more are not listed" in client.get("/").text
