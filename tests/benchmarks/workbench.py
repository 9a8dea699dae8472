"""How fast the workbench is on a study of 5,000 articles: opening the queue, and from key press to "saved".

Run: ``python tests/benchmarks/workbench.py [articles]``. Prints one line per measurement; the targets are a queue that
opens in less than 1 s, also for the first time, and less than 0.3 s from key press to "saved".
"""

import json
import shutil
import socket
import sys
import tempfile
import threading
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from framing.workbench import app

EXAMPLE = Path(__file__).parents[1] / "examples" / "study"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TOKEN = "benchmark"
PRESSES = 30


def study(root: Path, articles: int) -> None:
    """Writes a study of that many articles, one file each, half of them coded by boris."""
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("codings"))
    source = root / "coded" / "articles" / "harbour-post-2026-03-03.json"
    article = json.loads(source.read_text(encoding="utf-8"))
    coding = json.loads((EXAMPLE / "coded/codings/alba/harbour-post-2026-03-03.json").read_text(encoding="utf-8"))
    done = root / "coded" / "codings" / "boris"
    done.mkdir(parents=True)
    for number in range(articles):
        name = f"harbour-post-{number}"
        written = {**article, "id": name, "headline": {"original": f"The ferry leaves {number} minutes late"}}
        source.with_name(f"{name}.json").write_text(json.dumps(written, indent=2), encoding="utf-8")
        if number % 2:
            (done / f"{name}.json").write_text(
                json.dumps({**coding, "article": name, "coder": "boris"}), encoding="utf-8"
            )


def served(root: Path) -> tuple[uvicorn.Server, str]:
    """A server in a thread, and its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app(root, "boris", TOKEN), log_level="critical", lifespan="off", timeout_graceful_shutdown=0)
    )
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}).start()
    return server, f"http://127.0.0.1:{listening.getsockname()[1]}"


def opening(page: Any, address: str) -> float:
    """Seconds until the page can be worked with."""
    begun = perf_counter()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    return perf_counter() - begun


def saving(page: Any, key: str) -> float:
    """Seconds from key press to "saved", measured inside the page."""
    page.evaluate(
        """() => { window.saved = new Promise((resolve) => {
        const shown = document.querySelector('#saved'); let begun = 0; let left = false;
        addEventListener('keydown', () => { begun = performance.now(); }, { capture: true, once: true });
        new MutationObserver((_, watch) => { left ||= shown.dataset.state !== 'saved';
          if (left && shown.dataset.state === 'saved') { watch.disconnect(); resolve(performance.now() - begun); } })
          .observe(shown, { attributes: true }); }); }"""
    )
    page.keyboard.press(key)
    return float(page.evaluate("window.saved")) / 1000


def main(articles: int) -> None:
    """Prints the measurements."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder, "study")
        study(root, articles)
        server, address = served(root)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        try:
            page.goto(f"{address}/static/icon.svg")  # the browser's own start is not measured
            first = opening(page, f"{address}/?token={TOKEN}")
            again = median(opening(page, f"{address}/") for _ in range(5))
            opening(page, f"{address}/article/harbour-post-0")
            page.focus("#q-primary")
            times = [saving(page, "12"[press % 2]) for press in range(PRESSES)]
        finally:
            browser.close()
            server.should_exit = server.force_exit = True
    print(f"{articles} articles")
    print(f"queue  opens in {first:.2f} s the first time, {again:.2f} s later")
    print(f"saved  {median(times):.3f} s after the key press, {max(times):.3f} s at worst")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
