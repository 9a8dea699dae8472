"""How large a report is, how long it takes, and how much memory: the simulated study, and many codings.

Run: ``python tests/benchmarks/report.py [codings]``. The simulated study of about 1,500 articles is reported in every form, again
where nothing changed, and after one coding changed; then a study that repeats the shipped corpus, whose codings of two coders are
as many as asked for (none by default), is reported, and its agreement counted. Seconds are those of the processor, of all threads
and children. Targets: pages of the simulated study 8 MB and 24 s; nothing changed 2 s; 100,000 codings 120 s and 1.5 GB; their
agreement 20 s and 1.2 GB: two processors take half of each.
"""

import os
import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path

import check  # the study that it makes

CODERS = ("c", "d")


def ran(*words: str) -> tuple[float, float]:
    """Seconds of the processor, and MiB at the peak, of one command in a process of its own."""
    command = subprocess.Popen(
        [sys.executable, "-m", "framing", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(command.pid, 0)
    assert status == 0, words
    factor = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss differs
    return used.ru_utime + used.ru_stime, used.ru_maxrss * factor / 2**20


def sizes(folder: Path) -> str:
    """Megabytes of the pages with what they share, and of their Markdown and its figures."""
    total = {
        kind: sum(path.stat().st_size for path in folder.rglob(f"*.{kind}")) / 1e6
        for kind in ("html", "js", "css", "md", "svg")
    }
    pages = total["html"] + total["js"] + total["css"]
    return f"pages {pages:.1f} MB ({total['html']:.1f} HTML, {total['js']:.1f} shared), Markdown {total['md']:.1f} MB, figures {total['svg']:.1f} MB"


def told(what: str, used: tuple[float, float], more: str = "") -> None:
    print(f"{what:28}{used[0]:7.1f} s{used[1]:8.0f} MiB  {more}", flush=True)


def simulated(root: Path) -> None:
    ran("demo", str(root))
    reports = root / "reports"
    told("simulated, HTML", ran("report", "--study", str(root), "--format", "html"), sizes(reports))
    told("simulated, all forms", ran("report", "--study", str(root)), sizes(reports))
    told("nothing changed", ran("report", "--study", str(root)))
    next((root / "coded/codings").rglob("*.json*")).touch()
    told("only the time of a file", ran("report", "--study", str(root)))
    (reports / "index.md").unlink()
    told("one page gone", ran("report", "--study", str(root)))


def many(root: Path, codings: int) -> None:
    """A study of two coders who coded every article of a repeated corpus."""
    check.study(root, codings // len(CODERS))
    (root / f"coded/codings/{check.CODER}.jsonl").unlink()
    ids = [article["id"] for article in check.records(check.CORPUS / "coded/articles")]
    for coder in CODERS:
        coded = {record["article"]: record for record in check.records(check.CORPUS / "coded/codings" / coder)}
        with (root / f"coded/codings/{coder}.jsonl").open("wb") as file:
            for number, name in zip(range(codings // len(CODERS)), cycle(ids), strict=False):
                file.write(check.line({**coded[name], "article": f"{name}-n{number // len(ids)}"}))
    told(f"{codings:,} codings, agreement", ran("agreement", "--study", str(root)))
    told(f"{codings:,} codings, report", ran("report", "--study", str(root)), sizes(root / "reports"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        simulated(Path(folder, "simulated"))
        if sys.argv[1:]:
            many(Path(folder, "many"), int(sys.argv[1]))
