"""How fast the page of choices follows on a study of 5,000 articles: opening it, and each change until the picture stands.

Run: ``python tests/benchmarks/explore.py [articles]``. Prints one line per measurement; the targets are less than 0.1 s
for each change, drawing included, and less than 1 s until the page can be worked with.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

from framing.analysis.choices import Choices
from framing.corpus import read
from framing.report import surround
from framing.report.context import context
from framing.report.explore import explore
from framing.report.render.html import html
from framing.study.canonical import as_line

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TARGET = 100
CHANGES = {
    "an outlet": "document.querySelector('input[data-facet=outlet]').click()",
    "a frame": "document.querySelector('input[data-facet=frame]').click()",
    "any role": "document.querySelector('input[value=any]').click()",
    "a period": "document.querySelector('#explore-timeline thead button').click()",
    "a cell": "document.querySelector('#explore-timeline td[data-value] button').click()",
    "months": "choose('every', 'month')",
    "all frames": "choose('count', 'any')",
    "a reading": "choose('rule', document.querySelector('#explore-rule').options[1].value)",
    "a word": "document.querySelector('#explore-text').value = 'headline 1'; document.querySelector('#explore-text').dispatchEvent(new Event('input'))",
    "an order": "document.querySelector('#explore-list th.text button').click()",
}
TIMED = """async (name) => {
  if (location.hash.length > 1) { location.hash = ''; await new Promise((resolve) => setTimeout(resolve, 300)); }
  return new Promise((resolve) => {
  const choose = (id, value) => { const list = document.getElementById(`explore-${id}`); list.value = value; list.dispatchEvent(new Event('change')); };
  const begun = performance.now();
  CHANGES[name](choose);
  void document.body.offsetHeight;
  const worked = performance.now() - begun;
  requestAnimationFrame(() => setTimeout(() => resolve([worked, performance.now() - begun])));
}); }"""


def simulated(folder: Path, articles: int) -> Path:
    """A simulated study with at least so many articles: those of ``framing demo``, repeated under further ids."""
    subprocess.run([sys.executable, "-m", "framing", "demo", folder / "study"], check=True, capture_output=True)
    coded = folder / "study" / "coded"
    for path in (coded / "articles.jsonl", *sorted((coded / "codings").glob("*.jsonl"))):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        key = "id" if path.stem == "articles" else "article"
        copies = -(-articles // 1485)
        every = [
            {**record, key: f"{record[key]}-{copy}" if copy else record[key]}
            for copy in range(copies)
            for record in records
        ]
        path.write_bytes(b"".join(map(as_line, every)))
    return folder / "study"


def page_of(root: Path, folder: Path) -> Path:
    """Writes the page and prints how long that took and how large it is."""
    ctx = context(read(root), Choices())
    begun = perf_counter()
    text = html(explore(ctx), surround(ctx))
    path = folder / "explore.html"
    path.write_text(text, encoding="utf-8")
    print(
        f"written in {perf_counter() - begun:.2f} s, {len(text.encode()) / 1e6:.2f} MB, {ctx.articles.height} articles"
    )
    return path


def timed(page: Any) -> dict[str, list[list[float]]]:
    """Milliseconds of each change, of its work and until the next frame, five times over."""
    steps = ", ".join(f"{json.dumps(name)}: (choose) => {{ {step} }}" for name, step in CHANGES.items())
    script = TIMED.replace("CHANGES[name]", f"({{ {steps} }})[name]")
    return {name: [page.evaluate(script, name) for _ in range(5)] for name in CHANGES}


def main(articles: int) -> None:
    """Prints the measurements."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        path = page_of(simulated(Path(name), articles), Path(name))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        begun = perf_counter()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        print(f"opens in {perf_counter() - begun:.2f} s")
        found = timed(page)
        browser.close()
    for change, runs in found.items():
        work, frame = ([run[at] for run in runs] for at in (0, 1))
        late = "" if median(work) < TARGET else "  LATE"
        print(
            f"{change:12} {median(work):5.0f} ms work, {max(work):5.0f} at worst; next frame {median(frame):5.0f}{late}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
