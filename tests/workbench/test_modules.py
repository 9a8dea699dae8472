"""The scripts of the workbench are modules without a build step: small, listed by name, asked for all at once."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import framing.workbench
from framing.workbench.web import statics
from tests.workbench.browser import RUSSIAN, opened

FOLDER = Path(framing.workbench.__file__).parent / "static"
MODULES = sorted(FOLDER.glob("*.js"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_fits_in_a_head_and_imports_its_neighbours(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.startswith("// "), "its first line says what it is for"
    assert source.count("\n") <= 200
    asked = re.findall(r'(?:from|import\()\s*"([^"]+)"', source)
    assert {address for address in asked if not (FOLDER / address.removeprefix("./")).is_file()} == set()


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_every_file_is_served_as_what_it_is(client: TestClient, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.content == (FOLDER / name).read_bytes()
    kind = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}[name.rsplit(".", 1)[-1]]
    assert answer.headers["content-type"].split(";")[0] == kind


@pytest.mark.parametrize(
    "name",
    [
        "../words.json",
        "..%2fwords.json",
        "%2e%2e/server.py",
        "words.json",
        "workbench.js/",
        "WORKBENCH.JS",
        ".js",
        "x.js",
    ],
)
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_only_what_is_imported_is_preloaded() -> None:
    assert {"keeper.js", "passage.js", "work.js"} <= set(statics.modules("desk.js"))
    assert {"queue.js", "intake.js"}.isdisjoint(statics.modules("desk.js"))


@pytest.mark.browser
def test_the_list_listens_to_keys_as_soon_as_it_is_loaded(chromium: Any, serving: Callable[..., Any]) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        page.goto(f"{server.address}/")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/new", f"/article/{RUSSIAN}"])
def test_a_page_waits_for_no_second_round_of_modules(chromium: Any, serving: Callable[..., Any], path: str) -> None:
    server = serving("a")
    with opened(chromium, server) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[-1]))
        page.goto(f"{server.address}{path}")
        page.wait_for_selector("html[data-ready]")
        preloaded = page.eval_on_selector_all(
            "link[rel=modulepreload]", "all => all.map((one) => one.href.split('/').at(-1))"
        )
        modules = [name for name in loaded if name.endswith(".js")]
        assert sorted(modules) == sorted(set(preloaded)), "each once, and none that was not announced"
