"""Strangers: another page, another machine, another coder, a name that is a path, a text that is a script."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from framing.workbench import app
from framing.workbench.web.guard import LARGEST
from tests.workbench.study import ADDRESS, ARTICLE, TOKEN, browsing, coding, matched

PATHS = ("/", "/next", f"/article/{ARTICLE}", f"/records/{ARTICLE}", "/new", "/intake", "/alive")


@pytest.fixture
def stranger(study: Path) -> TestClient:
    return TestClient(app(study, "a", TOKEN), base_url=ADDRESS, follow_redirects=False)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_without_the_token(stranger: TestClient, path: str) -> None:
    for options in ({}, {"params": {"token": "guess"}}, {"headers": {"cookie": "framing-8123=guess; framing-8123="}}):
        answer = stranger.get(path, **options)
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_sees(stranger: TestClient) -> None:
    answer = stranger.get(f"/article/{ARTICLE}", params={"token": TOKEN})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert f"url=/article/{ARTICLE}" in answer.text
    assert TOKEN not in answer.text


@pytest.mark.parametrize("path", ["//evil.example/", "/article/%22%3E%3Cscript%3E", "/%0d%0aset-cookie:x=y"])
def test_the_token_page_leads_nowhere_else(stranger: TestClient, path: str) -> None:
    answer = stranger.get(ADDRESS + path, params={"token": TOKEN})
    assert 'content="0;url=/"' in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8123", "127.0.0.1.evil.example", "192.168.1.5:8123", ""]
)
def test_only_the_loopback_name_is_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://127.0.0.1:9999", "http://localhost:8123", "null", "http://[::1", "//", None],
)
def test_only_our_own_pages_may_write(client: TestClient, study: Path, origin: str | None) -> None:
    client.headers.pop("origin")
    headers = {**matched(""), **({"origin": origin} if origin else {})}
    for method, path in (
        ("PUT", f"/drafts/{ARTICLE}"),
        ("PUT", f"/codings/{ARTICLE}"),
        ("POST", "/new"),
        ("PUT", "/settings"),
    ):
        assert client.request(method, path, json=coding(), headers=headers).status_code == 403
    assert not (study / ".framing").exists()


def test_a_foreign_page_is_refused_by_its_fetch_metadata(client: TestClient) -> None:
    headers = {**matched(""), "sec-fetch-site": "cross-site"}
    assert client.put(f"/drafts/{ARTICLE}", json={}, headers=headers).status_code == 403


NAMES = (
    "%2e%2e%2f%2e%2e%2fcoders", "..%2fb%2fx", "a/b", "x%00", "X", "ж", f"{ARTICLE}.json", ".hidden", "a" * 4000, "con",
    "%5c..%5cx", "nowhere-2014-01-01",
)  # fmt: skip


@pytest.mark.parametrize("route", ["article", "records", "drafts", "codings", "static"])
def test_a_name_is_never_a_path(client: TestClient, study: Path, route: str) -> None:
    before = sorted(study.rglob("*"))
    method = "PUT" if route in ("drafts", "codings") else "GET"
    for name in NAMES:
        body = {"memo": "x"} if method == "PUT" else None
        answer = client.request(method, f"/{route}/{name}", json=body, headers=matched(""))
        assert answer.status_code in (404, 405), name
    assert sorted(study.rglob("*")) == before


def test_no_folder_is_listed(client: TestClient) -> None:
    for path in (
        "/static/",
        "/static",
        "/coded/",
        "/.framing/settings.json",
        "/drafts/",
        "/codings/a",
        "/docs",
        "/openapi.json",
    ):
        assert client.get(path).status_code in (404, 405)


def test_a_body_is_bounded(client: TestClient, study: Path) -> None:
    large = json.dumps({"memo": "x" * LARGEST}).encode()
    assert client.put(f"/drafts/{ARTICLE}", content=large, headers=matched("")).status_code == 413
    parts = (large[start : start + 50_000] for start in range(0, len(large), 50_000))
    assert client.put(f"/drafts/{ARTICLE}", content=parts, headers=matched("")).status_code == 413
    for length in ("-1", "²", "9" * 5000, ""):
        headers = {**matched(""), "content-length": length.encode("latin-1")}
        assert client.put(f"/drafts/{ARTICLE}", content=b"{}", headers=headers).status_code == 413
    assert not (study / ".framing").exists()


@pytest.mark.parametrize("path", [*PATHS, "/nowhere", "/static/workbench.js"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_text_is_never_markup(client: TestClient, study: Path) -> None:
    path = study / "coded" / "articles" / f"{ARTICLE}.json"
    article = json.loads(path.read_text(encoding="utf-8"))
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    article["headline"] = {"original": attack, "romanised": attack, "en": attack}
    article["byline"] = [{"en": attack, "own": attack}]
    article["note"] = attack
    path.write_text(json.dumps(article), encoding="utf-8")
    client.put(f"/drafts/{ARTICLE}", json={"memo": "</script><script>alert(1)</script>"}, headers=matched(""))
    form = client.post("/new", data={"outlet": attack, "date": attack, "headline_original": attack}).text
    for page in (
        client.get("/").text,
        client.get(f"/article/{ARTICLE}").text,
        client.get("/", params={"q": attack}).text,
        form,
    ):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        modules = {f'<script type="module" src="/static/{name}.js">' for name in ("desk", "intake", "queue")}
        assert {*re.findall(r"<script[^>]*>", page)} <= {*modules, '<script type="application/json" id="handed">'}
        assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", re.sub('"[^"]*"', '""', page))


def test_another_coders_name_opens_nothing(study: Path) -> None:
    with browsing(study, "b") as other:
        other.put(f"/codings/{ARTICLE}", json=coding(), headers=matched(""))
    with browsing(study, "a") as client:
        answer = client.put(f"/drafts/{ARTICLE}", json={"coder": "b", "memo": "mine"}, headers=matched(""))
        assert answer.json()["record"]["coder"] == "a"
        client.put(
            f"/codings/{ARTICLE}",
            json={**coding(phase="adjudicated"), "coder": "adjudicated"},
            headers=matched(answer.json()["etag"]),
        )
    assert not (study / "coded" / "codings" / "adjudicated").exists()


def test_settings_take_known_values_only(client: TestClient, study: Path) -> None:
    for sent in (
        {"language": "xx"},
        {"texts": "/etc"},
        {"coder": "b"},
        {"phase": "adjudicated"},
        {"language": ["en"]},
        [],
    ):
        assert client.put("/settings", json=sent).status_code == 400
    assert not (study / ".framing").exists()
