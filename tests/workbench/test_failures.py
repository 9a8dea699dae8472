"""What goes wrong around the workbench is told on a page, names the file, and keeps what was typed."""

import errno
import json
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from framing.study import canonical, check
from framing.workbench import app
from framing.workbench.desk import intake
from framing.workbench.prompt import add as intake_prompt
from framing.workbench.prompt.terminal import Terminal
from tests.workbench.study import ADDRESS, ARTICLE, TOKEN, browsing, coding, matched

FORM = {
    "outlet": "rg",
    "date": "24 декабря 2014 г.",
    "headline_original": "Причал — «весна» <b>",
    "language": "ru",
    "basis": "primary_full",
    "id": "rg-2014-12-24",
}
NEW = "coded/articles/rg-2014-12-24.json"


def refusing(code: int, on: Callable[[Path], bool]) -> Callable[..., Any]:
    """A system that refuses to open some files and folders."""
    opened = Path.read_bytes

    def read(path: Path) -> bytes:
        if on(path):
            raise OSError(code, os.strerror(code), str(path))
        return opened(path)

    return read


def kept(page: str) -> bool:
    return all(
        f'value="{text.replace("<", "&lt;").replace(">", "&gt;")}"' in page
        for text in FORM.values()
        if text != "primary_full"
    )


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_an_article_that_cannot_be_written_stays_in_the_form(
    client: TestClient, study: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as broken:
        broken.setattr(canonical.os, "fsync", refuse)
        page = client.post("/new", data=FORM)
    assert page.status_code == 507
    assert page.headers["content-type"].startswith("text/html")
    assert f"{study / NEW}: {os.strerror(code)}" in page.text
    assert ".tmp" not in page.text
    assert kept(page.text)
    assert sorted((study / "coded" / "articles").glob(".*")) == []
    assert client.post("/new", data=FORM).status_code == 303


@pytest.mark.parametrize("register", ["schemas/codebook.json", "coded/outlets.json", "coded/coders.json"])
@pytest.mark.parametrize("broken", [b"{", None])
def test_a_study_that_breaks_meanwhile_keeps_what_was_typed(
    client: TestClient, study: Path, register: str, broken: bytes | None
) -> None:
    path = study / register
    sound = path.read_bytes()
    path.unlink() if broken is None else path.write_bytes(broken)
    page = client.post("/new", data=FORM)
    assert page.status_code == 500
    assert register in page.text
    assert kept(page.text)
    assert '<form id="again" method="post" action="/new">' in page.text
    for address in ("/", f"/article/{ARTICLE}", "/new", "/nowhere", "/next"):
        told = client.get(address)
        assert (told.status_code, register in told.text, "<html" in told.text) == (500, True, True), address
    saving = client.put(f"/drafts/{ARTICLE}", json=coding(), headers=matched(""))
    assert saving.status_code in (500, 507)
    assert register in saving.json()["detail"]
    path.write_bytes(sound)
    assert client.post("/new", data=FORM).status_code == 303
    assert check.faults(study) == []


def test_articles_that_nobody_may_read_are_told_as_such(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from framing.workbench.desk import shelf

    def refuse(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(shelf, "scandir", refuse)
    with browsing(study, "a") as client:
        for address in ("/", "/new"):
            page = client.get(address)
            assert "<html" in page.text
            assert page.status_code == 500 or address == "/new"
        assert f"{study / 'coded' / 'articles'}: Permission denied" in client.get("/").text


def test_an_article_that_nobody_may_read_is_no_missing_page(
    client: TestClient, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = study / "coded" / "articles" / f"{ARTICLE}.json"
    os.utime(path, (1, 1))  # not what the shelf remembers
    monkeypatch.setattr(Path, "read_bytes", refusing(errno.EACCES, lambda one: one == path))
    page = client.get(f"/article/{ARTICLE}")
    assert (page.status_code, "<html" in page.text) == (500, True)
    assert f"{ARTICLE}.json: Permission denied" in page.text
    queue = client.get("/")
    assert queue.status_code == 200, "one file hides no other"
    assert f"coded/articles/{ARTICLE}.json::: this article is not listed" in queue.text


def test_of_two_who_add_the_same_article_one_is_told(study: Path) -> None:
    clients = [TestClient(app(study, coder, TOKEN), base_url=ADDRESS, follow_redirects=False) for coder in ("a", "b")]
    for client in clients:
        client.get("/", params={"token": TOKEN})
        client.headers["origin"] = ADDRESS
    for number in range(8):
        ready = threading.Barrier(2)

        def add(client: TestClient, headline: str, number: int = number, ready: threading.Barrier = ready) -> str:
            ready.wait()
            form = {**FORM, "headline_original": headline, "id": f"rg-x-{number}", "anyway": "yes"}
            answer = client.post("/new", data=form)
            assert answer.status_code in (303, 422)
            assert answer.status_code == 303 or ("is already used" in answer.text and headline in answer.text)
            return headline if answer.status_code == 303 else ""

        with ThreadPoolExecutor() as pool:
            told = [*pool.map(add, clients, ("Первая", "Вторая"))]
        written = json.loads((study / "coded" / "articles" / f"rg-x-{number}.json").read_text(encoding="utf-8"))
        assert [written["headline"]["original"]] == [headline for headline in told if headline]


def test_a_new_file_is_written_whole_without_links_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(canonical.os, "link", unknown)
    canonical.create(tmp_path / "x.json", b"one")
    with pytest.raises(FileExistsError, match=r"x\.json"):
        canonical.create(tmp_path / "x.json", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.json", b"one")]


def test_what_was_left_half_written_is_swept_everywhere(study: Path) -> None:
    folders = (".framing", ".framing/drafts/a", "coded", "coded/articles", "coded/codings/b", "schemas")
    old, young, own = ".abcd_123.tmp", ".zyxw_987.tmp", ".notes.tmp"
    for folder in folders:
        (study / folder).mkdir(parents=True, exist_ok=True)
        for name in (old, young, own):
            (study / folder / name).write_bytes(b"{")
        for name in (old, own):
            os.utime(study / folder / name, (time.time() - 120,) * 2)
    app(study, "a", TOKEN)
    for folder in folders:
        assert sorted(path.name for path in (study / folder).glob(".*.tmp")) == [own, young]


@pytest.mark.parametrize(
    "form",
    [
        {**FORM, "note": "9" * 5000, "basis": "secondary_paraphrase"},
        {**FORM, "date": "9" * 5000},
        {**FORM, "headline_original": "ж" * 40_000},
        {f"field-{number}": "" for number in range(15_000)},
        {**FORM, "id": "x" * 5000},
        {**FORM, "id": "../../x"},
        {**FORM, "byline": ";" * 5000 + "=" * 5000},
        {},
    ],
)
def test_forms_without_measure_are_answered(client: TestClient, study: Path, form: dict[str, str]) -> None:
    before = sorted(path.name for path in (study / "coded" / "articles").iterdir())
    page = client.post("/new", data=form)
    assert page.status_code in (303, 422)
    assert "<html" in page.text or page.status_code == 303
    assert (
        client.get("/intake", params={name: text[:2000] for name, text in form.items() if name in FORM}).status_code
        == 200
    )
    after = sorted(path.name for path in (study / "coded" / "articles").iterdir())
    assert after == before or page.status_code == 303


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "²", "0", "1e9", ""])
def test_pages_without_measure_are_answered(client: TestClient, number: str) -> None:
    assert client.get("/", params={"page": number}).status_code == 200


def test_a_record_of_thousands_of_keys_is_answered(client: TestClient) -> None:
    sent = coding(**{f"key-{number}": number for number in range(15_000)})
    answer = client.put(f"/codings/{ARTICLE}", json=sent, headers=matched(""))
    assert answer.status_code in (400, 422)


def test_the_writer_of_an_article_is_told_who_was_faster(study: Path) -> None:
    article = {"id": ARTICLE}
    with pytest.raises(FileExistsError, match=ARTICLE):
        intake.write(study, article)


ANSWERS = [
    "rg", "2014-12-24", "Причал", "", "ru", "news", "print", "4", "", "", "primary_full", "rg-2014-12-24",
]  # fmt: skip


def prompted(study: Path, answers: list[str], told: list[str]) -> str:
    waiting = iter(answers)

    def ask(text: str) -> str:
        told.append(text)
        return next(waiting)

    return intake_prompt.add(study, Terminal(ask, told.append))


def test_a_folder_that_cannot_be_written_is_told_before_any_question(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/somewhere/.oc50zjau.tmp")

    monkeypatch.setattr(canonical.tempfile, "TemporaryFile", refuse)
    told: list[str] = []
    with pytest.raises(PermissionError) as error:
        prompted(study, ANSWERS, told)
    assert error.value.filename == str(study / "coded" / "articles")
    assert told == []


def test_a_disk_that_fills_while_questions_are_asked_loses_no_answer(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    written = canonical.os.fsync
    full = [True, True, False]

    def sync(handle: int) -> None:
        if full.pop(0):
            raise OSError(errno.ENOSPC, "No space left on device")
        written(handle)

    monkeypatch.setattr(canonical.os, "fsync", sync)
    assert prompted(study, [*ANSWERS, "y", "n"], told) == ""
    assert f"{study / NEW}: No space left on device" in " ".join(told)
    assert '"original": "Причал"' in " ".join(told), "the answers are shown"
    assert not (study / NEW).exists()
    full[:] = [True, False]
    assert prompted(study, [*ANSWERS, "y"], told) == "rg-2014-12-24"
    assert (study / NEW).exists()


def test_the_prompt_asks_for_another_id_when_somebody_was_faster(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    create = canonical.create

    def slower(path: Path, content: bytes) -> None:
        if path.name == "rg-2014-12-24.json":
            path.write_bytes(b"{}")
        create(path, content)

    monkeypatch.setattr(canonical, "create", slower)
    assert prompted(study, [*ANSWERS, "rg-2014-12-24-b"], told) == "rg-2014-12-24-b"
    assert "is already used" in " ".join(told)
    assert (study / NEW).read_bytes() == b"{}"
