"""The server is killed again and again while it saves: every acknowledged save is there, no file is half written."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import pytest

from framing.study.canonical import file_bytes
from framing.workbench.desk.judge import standard
from framing.workbench.web.guard import cookie_name
from tests.workbench.study import ARTICLE, ROOT, TOKEN

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

DEATHS = 200
NURSERY = """
import os, socket, sys
from pathlib import Path
import uvicorn
from framing.workbench import app
listening = socket.socket(fileno=int(sys.argv[4]))
config = uvicorn.Config(app(Path(sys.argv[1]), sys.argv[2], sys.argv[3]), log_level="critical", lifespan="off", http="h11", loop="asyncio")
config.load()
import uvicorn.loops.asyncio
for _ in sys.stdin:
    child = os.fork()
    if not child:
        uvicorn.Server(config).run(sockets=[listening])
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
"""
"""One process that has everything imported and forks a server each time it is asked: a start costs milliseconds."""


class Nursery:
    def __init__(self, study: Path) -> None:
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(64)
        self.port = self.listening.getsockname()[1]
        handle = self.listening.fileno()
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(study), "a", TOKEN, str(handle)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=[handle],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def born(self) -> int:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def closed(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(5)
        self.process.stdout.close()
        self.listening.close()


@pytest.fixture
def nursery(study: Path) -> Iterator[Nursery]:
    found = Nursery(study)
    yield found
    found.closed()


def put(connection: HTTPConnection, port: int, number: int, etag: str) -> tuple[int, dict[str, Any]]:
    body = json.dumps({"memo": f"{number} " + "ж漢🎏" * 2000})
    headers = {
        "Cookie": f"{cookie_name(f'127.0.0.1:{port}')}={TOKEN}",
        "Origin": f"http://127.0.0.1:{port}",
        **({"If-Match": f'"{etag}"'} if etag else {"If-None-Match": "*"}),
    }
    connection.request("PUT", f"/drafts/{ARTICLE}", body.encode(), headers)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def number_of(record: dict[str, Any]) -> int:
    return int(record["memo"].split()[0])


def test_no_acknowledged_save_is_ever_lost(nursery: Nursery, study: Path) -> None:
    chance = random.Random(5)
    path = study / ".framing" / "drafts" / "a" / f"{ARTICLE}.json"
    order = standard(study).contract.order
    number, acknowledged, etag, deaths_while_saving = 0, 0, "", 0
    for _ in range(DEATHS):
        child = nursery.born()
        killer = threading.Timer(chance.uniform(0, 0.03), os.kill, (child, signal.SIGKILL))
        connection = HTTPConnection("127.0.0.1", nursery.port, timeout=5)
        while True:
            number += 1
            try:
                status, answer = put(connection, nursery.port, number, etag)
            except (OSError, HTTPException):
                deaths_while_saving += 1
                break
            if status == 412:  # written before the kill, never acknowledged
                assert number_of(answer["record"]) >= acknowledged
            else:
                assert status == 200
                acknowledged = number
            etag = answer["etag"]
            if not killer.ident:  # it has answered once; from now on it may die at any moment
                killer.start()
                connection.sock.settimeout(0.2)
        connection.close()
        killer.join()
        if path.exists():
            raw = path.read_bytes()
            assert number_of(json.loads(raw)) >= acknowledged
            assert raw == file_bytes(json.loads(raw), order)
        assert path.exists() or not acknowledged
    assert acknowledged > DEATHS // 2
    assert deaths_while_saving > DEATHS // 2
    for left in path.parent.glob(".*.tmp"):
        os.utime(left, (time.time() - 120,) * 2)
    from framing.workbench import app

    app(study, "a", TOKEN)
    assert [found.name for found in path.parent.iterdir() if found.suffix != ".lock"] == [path.name], (
        "what was left half written is swept away"
    )
