"""What the whole program gives, as one line per output: for a rebuilding that must change no answer.

    python tests/manifest.py --keep /tmp/before > before.txt      # then rebuild, and again with /tmp/after
    diff before.txt after.txt; diff -r /tmp/before /tmp/after     # a difference is a change to be read
    python tests/manifest.py checks pages > some.txt              # parts of it, for a quick look

It knows the command line and the address of the workbench and nothing else of the program, so that moves do not touch it.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

from starlette.testclient import TestClient
from typer.testing import CliRunner

from framing.cli import app
from framing.workbench import app as workbench
from tests.overlay import INVALID, STUDY, VALID, overlaid

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "ja", "ru")
TOKEN, ADDRESS = "a-token-of-the-manifest", "http://127.0.0.1:8123"
Output = tuple[str, bytes]


def told(*words: object) -> bytes:
    """What a command prints and how it ends."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    return f"exit {done.exit_code}\n{done.stdout}".encode()


def files(name: str, folder: Path) -> Iterator[Output]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def reports(studies: dict[str, Path], work: Path) -> Iterator[Output]:
    for name, study in studies.items():
        told("report", "--study", study, "--output", work / f"report-{name}")
        yield from files(f"report/{name}", work / f"report-{name}")


def charts(studies: dict[str, Path], work: Path) -> Iterator[Output]:
    names = [line.split("\t")[0] for line in told("chart").decode().splitlines()[2:]]
    for study, folder in studies.items():
        for name in names:
            for language in LANGUAGES:
                path = work / "chart.json"
                path.unlink(missing_ok=True)
                said = told("chart", name, "--study", folder, "--lang", language, "--output", path)
                yield f"chart/{study}/{name}-{language}.json", path.read_bytes() if path.exists() else said


def checks(work: Path) -> Iterator[Output]:
    for case in sorted([*VALID, *INVALID]):
        study = work / "case"
        shutil.rmtree(study, ignore_errors=True)
        overlaid(case, study)
        yield f"check/{case.name}.json", told("check", "--json", "--study", study)


def commands(studies: dict[str, Path]) -> Iterator[Output]:
    yield "command/selftest.json", told("selftest", "--json")
    for name, study in studies.items():
        for words in (
            ("agreement",),
            ("agreement", "--by", "language"),
            ("plan",),
            ("check",),
            ("compare", "--all", "--draws", 499),
        ):
            label = "-".join(str(word).strip("-") for word in words)
            yield f"command/{name}/{label}.json", told(*words, "--json", "--study", study)
            yield f"command/{name}/{label}.tsv", told(*words, "--study", study) if words != ("check",) else b""
        for event in json.loads((study / "coded/events.json").read_text(encoding="utf-8"))["events"][:12]:
            yield (
                f"command/{name}/{event['id']}.json",
                told("compare", event["id"], "--json", "--draws", 499, "--study", study),
            )


def pages(study: Path, work: Path) -> Iterator[Output]:
    for coder, language in (("alba", "en"), ("boris", "ja"), ("carla", "ru")):
        copy = work / f"workbench-{language}"
        shutil.copytree(study, copy)
        with TestClient(workbench(copy, coder, TOKEN), base_url=ADDRESS) as client:
            client.get("/", params={"token": TOKEN})
            client.headers["origin"] = ADDRESS
            client.put("/settings", json={"language": language})
            for place in ("", "new", "article/harbour-post-2026-03-03", "nowhere"):
                yield f"workbench/{language}/{place or 'queue'}.html", client.get(f"/{place}").content


def exports(studies: dict[str, Path], work: Path) -> Iterator[Output]:
    every = [word for name in FORMATS for word in ("--format", name)]
    for name, study in studies.items():
        told("export", work / f"export-{name}", "--study", study, *every)
        yield from files(f"export/{name}", work / f"export-{name}")


def bundles(studies: dict[str, Path], work: Path) -> Iterator[Output]:
    for name, study in studies.items():
        path = work / f"{name}.zip"
        told("bundle", path, "--study", study)
        with ZipFile(path) as packed:
            yield from ((f"bundle/{name}/{inside}", packed.read(inside)) for inside in packed.namelist())
        yield f"bundle/{name}.zip", path.read_bytes()
        yield f"bundle/{name}-check.txt", told("bundle", path, "--check")


PARTS = ("simulated", "reports", "charts", "exports", "bundles", "checks", "commands", "pages")
FORMATS = ("csv", "xlsx", "parquet", "sav", "dta", "datapackage", "refi-qda", "web-annotation", "csl-json", "quarto")


def outputs(work: Path, parts: Sequence[str]) -> Iterator[Output]:
    simulated = work / "simulated"
    told("demo", simulated)
    studies = {"shipped": ROOT, "example": STUDY, "simulated": simulated}
    makers: dict[str, Callable[[], Iterator[Output]]] = {
        "simulated": lambda: files("simulated", simulated),
        "reports": lambda: reports(studies, work),
        "charts": lambda: charts(studies, work),
        "exports": lambda: exports(studies, work),
        "bundles": lambda: bundles(studies, work),
        "checks": lambda: checks(work),
        "commands": lambda: commands(studies),
        "pages": lambda: pages(STUDY, work),
    }
    for part in parts:
        yield from makers[part]()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; none for all")
    parser.add_argument("--keep", type=Path, help="a folder for the outputs themselves, to read differences in")
    asked = parser.parse_args()
    keep = asked.keep
    # one name: the workbench tells studies apart by their folder
    work = Path(tempfile.gettempdir()) / "framing-manifest"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    for name, content in outputs(work, asked.parts or PARTS):
        plain = content.replace(str(work).encode(), b"WORK").replace(str(ROOT).encode(), b"ROOT")
        sys.stdout.write(f"{hashlib.sha256(plain).hexdigest()}  {name}\n")
        if keep:
            (keep / name).parent.mkdir(parents=True, exist_ok=True)
            (keep / name).write_bytes(plain)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
