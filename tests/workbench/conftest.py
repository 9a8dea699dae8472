"""What the tests of the workbench share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from framing.workbench.desk import settings
from tests.workbench.browser import TEXTS, Server
from tests.workbench.study import browsing, shipped


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return shipped(tmp_path)


@pytest.fixture
def client(study: Path) -> Iterator[TestClient]:
    with browsing(study, "a") as found:
        yield found


@pytest.fixture
def serving(study: Path, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    folder = tmp_path / "texts"
    folder.mkdir()
    for article, text in TEXTS.items():
        (folder / f"{article}.txt").write_bytes(text.encode())
    settings.remember(study, texts=str(folder), phase={"a": "pilot"})
    running: list[Server] = []

    def serve(coder: str, kind: type[Server] = Server) -> Server:
        running.append(kind(study, coder))
        return running[-1]

    yield serve
    for server in running:
        server.killed()
