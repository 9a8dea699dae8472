"""Starts the workbench on this machine and opens it in the browser."""

import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

import uvicorn

from framing.refusal import Refusal
from framing.study.faults import InvalidStudy
from framing.workbench.desk import settings
from framing.workbench.desk.coder import Desk, coder_refused
from framing.workbench.desk.shelf import Shelf
from framing.workbench.web.pages import told
from framing.workbench.web.server import app

HOST = "127.0.0.1"


def notices(root: Path) -> list[str]:
    """What somebody should know before coding, see ``Desk.notices``, in the language of whoever coded here last.

    Raises:
        InvalidStudy: when the codebook or a register has faults.
    """
    try:
        known = settings.read(root)
        return [*map(str, told(Desk(root, "", Shelf()).notices(), known.language.get(known.coder, "en")))]
    except OSError as error:  # the pages say so too; what else there is can still be seen
        return [f"{error.filename}: {error.strerror}"]


def serve(
    root: Path,
    coder: str = "",
    article: str = "",
    port: int = 0,
    shown: Callable[[str], object] = webbrowser.open,
) -> Refusal | None:
    """Serves the workbench of one coder until it is interrupted.

    Args:
        root: the study's folder.
        coder: who codes; empty for who coded here last.
        article: the article to open; empty for the queue.
        port: empty (0) for the port of last time, so that what the browser keeps is found again.
        shown: is given the address to open; the browser, or something that prints it.

    Returns:
        A refusal when nobody of this name can code here or there is no such article; None after serving.

    Raises:
        InvalidStudy: when the codebook or a register has faults.
        OSError: when a port that was named is taken.
    """
    remembered = settings.read(root)
    who = coder or remembered.coder
    refused = coder_refused(root, who)
    if refused:
        return refused
    if article and article not in Desk(root, who, Shelf()).rows():
        return Refusal("article_unknown", f"There is no article {article!r} in this study.", "An id of coded/articles.")
    listening = _listening(port, remembered.port)
    number = listening.getsockname()[1]
    with suppress(OSError, InvalidStudy):  # a study on a read-only disk can still be opened and read
        settings.remember(root, coder=who, port=number)
    token = token_urlsafe(32)
    shown(f"http://{HOST}:{number}/{f'article/{article}' if article else ''}?token={token}")
    server = uvicorn.Server(uvicorn.Config(app(root, who, token), log_level="warning", access_log=False, ws="none"))
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    return None


def _listening(port: int, last: int) -> socket.socket:
    """A socket on the loopback address alone: the port that was named, or that of last time, or any."""
    for number in (port,) if port else (last, 0):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, number))
        except OSError:
            listening.close()
            if port:
                raise
            continue
        listening.listen()
        return listening
    raise OSError("no port is free")
