"""Draws the pictures of the README's tutorial anew, from the simulated study that the tutorial makes.

Run: ``python docs/pictures.py`` (with the ``test`` extra installed, for the browser).
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
CHARTS = {
    "demo-reliability": "reliability",
    "demo-outlets": "frame-by-outlet",
    "demo-frames": "compare-frames",
    "demo-null": "compare-chance",
}
ARTICLE = "asahi-2013-04-08-0012"
"""One of the articles that have an invented text."""
ANSWERS = ("j", "2", "ArrowRight", "ArrowRight", "ArrowRight", "e", "j", "z", "j", "2")


def framing(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "framing", *words], check=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        practice = str(Path(folder, "practice"))
        framing("demo", practice)
        for name, chart in CHARTS.items():
            framing("chart", chart, "--study", practice, "--output", str(HERE / f"{name}.svg"))
        coding(practice, HERE / "demo-code.png")


def coding(practice: str, picture: Path) -> None:
    """The workbench with a few answers given."""
    words = [sys.executable, "-m", "framing", "code", ARTICLE, "--study", practice, "--coder", "you", "--no-browser"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as serving:
        assert serving.stdout is not None
        address = next(word for line in serving.stdout for word in line.split() if word.startswith("http://"))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(address)
            page.wait_for_selector("html[data-ready]")
            for key in ANSWERS:
                page.keyboard.press(key)
            page.wait_for_selector("#saved[data-state=saved]")
            page.screenshot(path=picture)
            browser.close()
        serving.terminate()


if __name__ == "__main__":
    main()
