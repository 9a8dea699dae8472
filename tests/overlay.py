"""The cases of ``examples/valid`` and ``examples/invalid``: each is the example study with something changed."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent / "examples"
STUDY = EXAMPLES / "study"
VALID, INVALID = (sorted((EXAMPLES / name).iterdir()) for name in ("valid", "invalid"))
PATCH, EXPECTED = "patch.json", "expected.txt"


def overlaid(case: Path, root: Path) -> Path:
    """A copy of the example study as a case has it.

    Args:
        case: its folder. ``patch.json`` is a JSON Patch (RFC 6902: add, remove, replace) of the whole study, in which a
            folder is an object of its files, a file ``X.json`` its record, and a file ``X.jsonl`` the list of its lines:
            ``/coded/events.json/events/0/kind``. Other files stand byte by byte for those of the study.
        root: where the copy goes; nothing stands there yet.
    """
    shutil.copytree(STUDY, root)
    if (case / PATCH).exists():
        for operation in json.loads((case / PATCH).read_text(encoding="utf-8")):
            _patch(root, operation)
    for path in sorted(path for path in case.rglob("*") if path.is_file()):
        name = path.relative_to(case)
        if name.as_posix() not in (PATCH, EXPECTED):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / name)
    return root


def _patch(root: Path, operation: Mapping[str, Any]) -> None:
    steps = [step.replace("~1", "/").replace("~0", "~") for step in operation["path"].split("/")[1:]]
    depth = next((place for place, step in enumerate(steps, 1) if ".json" in step), len(steps))
    path = root.joinpath(*steps[:depth])
    if depth < len(steps):
        record = _read(path)
        _change(record, steps[depth:], operation)
        _write(path, record)
    elif operation["op"] == "remove":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    else:
        _write(path, operation["value"])


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else json.loads(text)


def _write(path: Path, record: Any) -> None:
    """In the standard form, so that a case has no fault but its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = path.suffix == ".jsonl"
    texts = (
        [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in record]
        if lines
        else [json.dumps(record, ensure_ascii=False, indent=2)]
    )
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")


def _change(record: Any, steps: list[str], operation: Mapping[str, Any]) -> None:
    *around, last = steps
    for step in around:
        record = record[int(step) if isinstance(record, list) else step]
    if operation["op"] == "remove":
        del record[int(last) if isinstance(record, list) else last]
    elif operation["op"] == "add" and isinstance(record, list):
        record.insert(len(record) if last == "-" else int(last), operation["value"])
    else:
        record[int(last) if isinstance(record, list) else last] = operation["value"]
