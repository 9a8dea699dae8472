"""Quotes stand where the text has them, or are refused: nothing joins the hash of a text it was not marked in."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framing.workbench.desk import settings
from framing.workbench.desk.anchors import CONTEXT, anchored, unfounded
from framing.workbench.desk.texts import Text, normalised
from tests.workbench.study import ARTICLE, coding, matched

BODY = "𠮷野は動いた。島の話を進める。主権は譲れない。島の話は終わらない。"


def quote(text: str, body: str = BODY, at: int = 0) -> dict[str, Any]:
    start = body.index(text, at)
    end = start + len(text)
    around = {"prefix": body[max(0, start - CONTEXT) : start], "suffix": body[end : end + CONTEXT]}
    return {"supports": "territory", "kind": "quote", "lang": "ja", "text": text, "start": start, "end": end, **around}


@pytest.fixture
def file(study: Path, tmp_path: Path) -> Path:
    settings.remember(study, texts=str(tmp_path))
    path = tmp_path / f"{ARTICLE}.txt"
    path.write_text(BODY, encoding="utf-8")
    return path


def test_a_quote_moves_with_its_words_into_the_text_that_replaced_theirs(client: TestClient, file: Path) -> None:
    sent = coding(evidence=[quote("島の話", at=12), quote("𠮷野は")], text_sha256="0" * 64)
    saved = client.put(f"/drafts/{ARTICLE}", json=sent, headers=matched("")).json()
    assert saved["record"]["text_sha256"] == Text("full", BODY).sha256()
    new = f"【訂正】\n\n{BODY.replace('主権は譲れない。', '')}"
    file.write_text(new, encoding="utf-8")
    now = client.get(f"/records/{ARTICLE}").json()
    assert now["faults"] == []
    assert [new[item["start"] : item["end"]] for item in now["record"]["evidence"]] == ["島の話", "𠮷野は"]
    assert new[now["record"]["evidence"][0]["end"] :].startswith("は終わらない")
    done = client.put(f"/codings/{ARTICLE}", json=sent, headers=matched(now["etag"]))
    assert done.status_code == 200, done.text
    assert done.json()["record"]["text_sha256"] == Text("full", new).sha256()
    assert [new[item["start"] : item["end"]] for item in done.json()["record"]["evidence"]] == ["島の話", "𠮷野は"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": "火星の話", "end": 4}, "are not in the text"),
        ({"text": "島の話", "start": 0, "end": 3, "prefix": "", "suffix": ""}, "are at 2 places in the text"),
    ],
)
def test_done_refuses_a_quote_that_stands_nowhere(
    client: TestClient, study: Path, file: Path, changes: dict[str, Any], told: str
) -> None:
    sent = coding(evidence=[{**quote("𠮷野は動"), **changes}], text_sha256=Text("full", BODY).sha256())
    answer = client.put(f"/codings/{ARTICLE}", json=sent, headers=matched(""))
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["pointer"], fault["rule"]) == ("/evidence/0", "coding_quote_stands")
    assert told in fault["message"]
    assert not (study / "coded" / "codings" / "a").exists()


def test_without_the_text_the_hash_stays(client: TestClient) -> None:
    sent = coding(evidence=[quote("島の話")], text_sha256="a" * 64)
    saved = client.put(f"/drafts/{ARTICLE}", json=sent, headers=matched("")).json()
    assert saved["record"]["text_sha256"] == "a" * 64


def test_a_paraphrase_has_no_text(client: TestClient, file: Path) -> None:
    saved = client.put(f"/drafts/{ARTICLE}", json=coding(text_sha256="a" * 64), headers=matched("")).json()
    assert "text_sha256" not in saved["record"]


PIECES = st.lists(st.sampled_from(["島の話", "𠮷野", "は", "。", "\n", "🎏", "x"]), min_size=1, max_size=12).map(
    "".join
)


@given(PIECES, PIECES, PIECES, st.data())
def test_what_is_anchored_stands_at_its_place(before: str, body: str, behind: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    marked = quote(body[start:end], body, start)
    assert anchored({"evidence": [marked]}, Text("full", body))["evidence"] == [marked]
    text = Text("full", normalised(before + body + behind))
    found = anchored({"evidence": [marked]}, text)
    (item,) = found["evidence"]
    stands = text.body[item["start"] : item["end"]] == item["text"]
    assert stands == (not list(unfounded(found, text)))
