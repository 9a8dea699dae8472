"""A real browser and a real server for the tests that need them."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from framing.workbench import app
from tests.workbench.study import ROOT, TOKEN

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
JAPANESE, RUSSIAN = "yomiuri-2014-09-11", "rg-2014-08-26"
TEXTS = {
    JAPANESE: "港の夏\r\n\r\n　𠮷野大臣は「島の話を進める。急がない」と述べた。漁の割り当ては決まらず、か\u3099まんの夏になった🎏。主権は譲れない。\r\n",
    RUSSIAN: "Причал\n\n18 октября 2014 г. в Милане А. С. Лукин сказал: «Мирныи\u0306 договор нужен. Спешить некуда». Рыбаки ждут квот.\n",
}

needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and os.environ.get("FRAMING_BROWSER") != "required", reason="needs Chromium"),
]
Page = Any
RUN = """
import sys
from pathlib import Path
import uvicorn
from framing.workbench import app
uvicorn.run(app(Path(sys.argv[1]), sys.argv[2], sys.argv[3]), port=int(sys.argv[4]), log_level="warning")
"""


class Server:
    """A server in a thread: quick to start, gone with the test."""

    def __init__(self, study: Path, coder: str) -> None:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.server = uvicorn.Server(
            uvicorn.Config(app(study, coder, TOKEN), log_level="critical", lifespan="off", timeout_graceful_shutdown=0)
        )
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]})
        self.thread.start()

    def killed(self) -> None:
        self.server.should_exit = self.server.force_exit = True
        self.thread.join()


class MortalServer(Server):
    """A server in a process of its own, which can be killed and started again on its port."""

    def __init__(self, study: Path, coder: str) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        self.words = [sys.executable, "-c", RUN, str(study), coder, TOKEN, str(port)]
        self.address = f"http://127.0.0.1:{port}"
        self.again()

    def again(self) -> None:
        self.process = subprocess.Popen(self.words, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{self.address}/static/icon.svg").close()
                return
            except urllib.error.URLError:
                time.sleep(0.03)

    def killed(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def opened(chromium: Any, server: Server, **options: Any) -> Iterator[Page]:
    """A page that may ask nothing but its own server, and must not say anything on the console."""
    context = chromium.new_context(**options)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda message: (
            message.type == "error" and "Failed to load resource" not in message.text and said.append(message.text)
        ),
    )
    context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.address}/?token={TOKEN}")
    page.wait_for_selector("html[data-ready]")
    yield page
    assert said == []
    assert [url for url in asked if not url.startswith(server.address)] == []
    context.close()


def coded(page: Page, server: Server, article: str) -> None:
    page.goto(f"{server.address}/article/{article}")
    page.wait_for_selector("html[data-ready]")


def saved(page: Page) -> None:
    page.wait_for_selector("#saved[data-state=saved]")


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def draft(study: Path, article: str, coder: str = "a") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (study / ".framing" / "drafts" / coder / f"{article}.json").read_text(encoding="utf-8")
    )
    return found
