"""Studies to test the workbench on, and requests as its page sends them."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from framing.study.canonical import as_file
from framing.workbench import app

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "examples" / "study"
TOKEN = "a-token-of-the-test"
ADDRESS = "http://127.0.0.1:8123"
ARTICLE = "sankei-2014-10-18"
Record = dict[str, Any]
CODEBOOK: Record = json.loads((ROOT / "schemas" / "codebook.json").read_text(encoding="utf-8"))
"""Of the shipped study."""
QUESTIONS = len(CODEBOOK["variables"])


def shipped(folder: Path) -> Path:
    """A copy of the shipped study without codings: coders a and b, to whom every article is open, adjudicator adjudicated."""
    study = folder / "study"
    shutil.copytree(
        ROOT / "coded", study / "coded", ignore=lambda where, _: ["codings"] if Path(where).name == "coded" else []
    )
    shutil.copytree(ROOT / "schemas", study / "schemas")
    path = study / "coded" / "coders.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    known = {entry["id"]: entry for entry in register["coders"]}
    readers = [{key: value for key, value in known[name].items() if key != "assigned"} for name in ("a", "b")]
    path.write_bytes(as_file({**register, "coders": [*readers, known["adjudicated"], known["claims"]]}))
    return study


def example(folder: Path) -> Path:
    """A copy of the small example study: coders alba and boris, adjudicator carla."""
    study = folder / "example"
    shutil.copytree(EXAMPLE, study)
    return study


@contextmanager
def browsing(study: Path, coder: str, **options: Any) -> Iterator[TestClient]:
    """A client that has opened the address with the token."""
    with TestClient(app(study, coder, TOKEN), base_url=ADDRESS, follow_redirects=False, **options) as client:
        client.get("/", params={"token": TOKEN})
        client.headers["origin"] = ADDRESS
        yield client


def matched(etag: str) -> dict[str, str]:
    """Headers that name the state a writer has seen."""
    return {"if-match": f'"{etag}"'} if etag else {"if-none-match": "*"}


def coding(**changes: Any) -> Record:
    """What a page sends for a whole coding of an article of the shipped study."""
    return {
        "phase": "main",
        "minutes": 4.5,
        "event": {"id": None, "relation": None},
        "frames": {"primary": "territory", "secondary": []},
        "values": {variable["id"]: variable["missing"][-1] for variable in CODEBOOK["variables"]},
        "evidence": [
            {
                "supports": "territory",
                "kind": "paraphrase",
                "text": "asks who should own the islands",
                "lang": "en",
                "locator": "note 9",
            }
        ],
        "confidence": 2,
        "memo": "",
        **changes,
    }
