"""What somebody wrote into the settings by hand is read, or named with file and line, and never lost."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framing.cli import app
from framing.study import check
from framing.workbench import launch
from framing.workbench.desk import settings
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.shelf import Shelf
from tests.workbench.study import ARTICLE, browsing, coding, matched

UNREADABLE = {
    "a path as Explorer shows it": rb'{"texts": "C:\Users\olga\texts", "assigned": {"a": ["rg"]}}',
    "a trailing comma": b'{\n  "texts": "texts",\n}',
    "cut short": b'{"texts": "te',
    "empty": b"",
    "a list": b"[]",
    "nested": b'{"texts":' * 10_000,
    "UTF-16": '{"texts": "texts"}'.encode("utf-16"),
    "another encoding": '{"texts": "記事"}'.encode("cp932"),
    "a key twice": b'{"texts": "a", "texts": "b"}',
    "a number without end": b'{"port": ' + b"9" * 5000 + b"}",
}
SLIPS = {
    '{"texts": 5}': "/texts: 5 is not allowed here; it must be a text",
    '{"texts": "nowhere"}': "/nowhere does not exist",
    '{"texts": "C:\\temp"}': "write each backslash twice",
    '{"descriptions": "a\\u0000b"}': "write each backslash twice",
    '{"txts": "texts"}': "did you mean 'texts'?",
    '{"port": 70000}': "/port: 70000 given; at most 65535 allowed",
    '{"port": true}': "/port: true is not allowed here",
    '{"coder": null}': "/coder: null is not allowed here",
    '{"language": {"a": "xx"}}': "/language/a: 'xx' is not one of the allowed values; known: 'en', ",
    '{"language": "ja"}': "/language: 'ja' is not allowed here; it must be an object",
    '{"theme": {"a": 5}}': "/theme/a: 5 is not one of the allowed values",
    '{"phase": {"a": "Main"}}': "/phase/a: 'Main' is not one of the allowed values; did you mean 'main'?",
    '{"encodings": {"ja": "shift-jjis"}}': "/encodings/ja: 'shift-jjis' is not an encoding",
    '{"encodings": {"ja": "base64"}}': "/encodings/ja: 'base64' is not an encoding",
    '{"assigned": 5}': "/assigned: 5 is not allowed here; it must be an object",
    '{"assigned": {"a": "rg"}}': "/assigned/a: 'rg' is not allowed here; it must be a list",
    '{"assigned": {"a": ["rgg"]}}': "/assigned/a/0: 'rgg' is neither an article nor an outlet; did you mean 'rg'?",
    '{"assigned": {"aa": ["rg"]}}': "/assigned/aa: there is no coder 'aa' in coded/coders.json",
    '{"assigned": {"a": ["rg"]}}': 'write them as "assigned" of each coder in coded/coders.json',
}


def written(study: Path, raw: bytes) -> Path:
    path = settings.path(study)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_settings_that_cannot_be_read_are_named_and_left_as_they_are(study: Path, raw: bytes) -> None:
    path = written(study, raw)
    with browsing(study, "a") as client:
        for page in ("/", f"/article/{ARTICLE}", "/new"):
            answer = client.get(page)
            assert answer.status_code == 200
            assert settings.FILE in answer.text, page
        assert client.put("/settings", json={"language": "ja"}).status_code == 409
        assert client.put(f"/codings/{ARTICLE}", json=coding(), headers=matched("")).status_code == 200
    assert path.read_bytes() == raw
    told = CliRunner().invoke(app, ["doctor", "--study", str(study)])
    assert settings.FILE in told.stdout
    assert told.exit_code == 0


@pytest.mark.parametrize(("raw", "message"), SLIPS.items())
def test_a_slip_is_told_at_its_line_and_costs_nothing_else(study: Path, raw: str, message: str) -> None:
    sound = '{\n"theme": {"b": "dark"},\n' if "theme" not in raw else '{\n"port": 8123,\n'
    path = written(study, (sound + raw[1:]).encode())
    kept = json.loads(path.read_bytes())
    told = [str(fault) for fault in Desk(study, "a", Shelf()).notices()]
    assert any(message in line and line.startswith(".framing/settings.json") for line in told), told
    assert all(line.startswith(".framing/settings.json:3::") for line in told)
    assert settings.FILE in CliRunner().invoke(app, ["doctor", "--study", str(study)]).stdout
    with browsing(study, "a") as client:
        page = client.get("/")
        assert page.status_code == 200
        assert settings.FILE in page.text
        client.put("/settings", json={"theme": "light"})
    now = json.loads(path.read_bytes())
    assert {name: now[name] for name in kept if name != "theme"} == {
        name: value for name, value in kept.items() if name != "theme"
    }


def test_a_byte_order_mark_harms_nobody(study: Path) -> None:
    path = written(study, b'\xef\xbb\xbf{"theme": {"b": "dark"}}')
    settings.remember(study, coder="a")
    assert json.loads(path.read_bytes()) == {"theme": {"b": "dark"}, "coder": "a"}


def test_the_start_tells_of_the_settings_before_the_address(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(study, b'{"assigned": {"a": ["yomuri"]}, "port": 70000}')
    monkeypatch.setattr(launch.uvicorn.Server, "run", lambda _, sockets: [one.close() for one in sockets])
    told = CliRunner().invoke(app, ["code", "--study", str(study), "--coder", "a", "--no-browser"])
    assert told.exit_code == 0
    assert told.stderr.index("did you mean 'yomiuri'?") < told.stderr.index("http://")


def assign(study: Path, **names: list[str]) -> None:
    path = study / "coded" / "coders.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    for entry in register["coders"]:
        entry.update({"assigned": names[entry["id"]]} if entry["id"] in names else {})
    path.write_text(json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    check.mend(study)


def test_what_is_assigned_stands_in_the_study(study: Path) -> None:
    assign(study, a=["rg", "asahi-2015-01-27"], b=["rg"])
    settings.remember(study, assigned={"a": ["yomiuri"]})
    assert check.faults(study) == []
    with browsing(study, "a") as client:
        assert client.get("/").text.count('class="row"') == 3
    with browsing(study, "b") as client:
        assert client.get("/").text.count('class="row"') == 2


def test_an_article_assigned_to_one_coder_is_not_settled(study: Path) -> None:
    assign(study, a=["rg"], b=["yomiuri"])
    for coder in ("a", "b"):
        with browsing(study, coder) as client:
            assert client.put("/codings/rg-2014-08-26", json=coding(), headers=matched("")).status_code == 200
    assert Desk(study, "adjudicated", Shelf()).listed() == []
    assign(study, a=["rg"], b=["rg"])
    assert [row.id for row in Desk(study, "adjudicated", Shelf()).listed()] == ["rg-2014-08-26"]


def test_what_is_assigned_and_stands_for_nothing_is_told_everywhere(study: Path) -> None:
    assign(study, a=["rg", "yomuri"])
    right = "/coders/0/assigned/1: 'yomuri' is neither an article nor an outlet; did you mean 'yomiuri'?"
    assert [str(fault) for fault in check.faults(study)] == [f"coded/coders.json::{right}"]
    assert [str(fault) for fault in Desk(study, "a", Shelf()).notices()] == [f"coded/coders.json::{right}"]


def test_an_empty_queue_gives_no_wrong_advice(client: TestClient, study: Path) -> None:
    written(study, b'{"assigned": {"a": ["nothing-like-it"]}}')
    page = client.get("/").text
    assert "Clear the search" not in page
    assert "nothing-like-it" in page
