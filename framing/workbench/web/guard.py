"""Keeps strangers out: the address, the origin, the token and the size of every request, the policy of every answer."""

import re
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 256 * 1024
"""Bytes of a request: a coding has a few thousand."""
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_OURS = re.compile("/(new|article/[a-z0-9._-]+)")
_LENGTH = re.compile("[0-9]{1,9}")
READING = frozenset({"GET", "HEAD"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # without any, a browser posts a form with the origin null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
ENTER = '<!doctype html><html lang="en"><meta charset="utf-8"><title>framing</title><link rel="icon" href="/static/icon.svg"><meta http-equiv="refresh" content="0;url={}">'


class Guard:
    """Lets through what a page of this workbench asks for, and nothing else."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers in place of the application, or hands on a request whose body cannot grow without bound."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _guarded(send))
            return
        body = await _body(receive)
        if body is None:
            await PlainTextResponse("Too large.", 413)(scope, receive, _guarded(send))
            return
        await self.app(scope, _replayed(body), _guarded(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in HOSTS:
            return PlainTextResponse("This address is not served here.", 421)
        reading = scope["method"] in READING
        if not reading and not _from_here(headers, host):
            return PlainTextResponse("This request comes from another page.", 403)
        if not _LENGTH.fullmatch(length := headers.get("content-length", "0")) or int(length) > LARGEST:
            return PlainTextResponse("Too large.", 413)
        if scope["path"].startswith("/static/"):
            return None
        given = parse_qs(scope["query_string"].decode("ascii", "replace")).get("token", [""])[0]
        if reading and given and compare_digest(given.encode(), self.token.encode()):
            return _entered(scope["path"], self.token, host)
        return None if compare_digest(_cookie(headers, host).encode(), self.token.encode()) else _locked()


def _name(host: str) -> str:
    return host.rsplit(":", 1)[0] if not host.endswith("]") else host


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a request that writes comes from a page of this server: browsers say so, and nobody else is served."""
    return headers.get("origin") == f"http://{host}" and headers.get("sec-fetch-site", "same-origin") == "same-origin"


def cookie_name(host: str) -> str:
    """One name per port: two studies that are open at once do not lock each other out.

    >>> cookie_name("127.0.0.1:8123")
    'framing-8123'
    """
    port = host.rsplit(":", 1)[-1]
    return f"framing-{port if port.isdigit() else 'web'}"


def _cookie(headers: Headers, host: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(cookie_name(host))
    except CookieError:
        return ""
    return found.value if found else ""


def _entered(path: str, token: str, host: str) -> Response:
    """Exchanges the token for a cookie.

    A page that loads the next one, not a redirect: a strict cookie is not sent on a redirect that began at a link
    somewhere else, for example in a terminal that runs in a browser. The path is one of ours or the queue.
    """
    answer = HTMLResponse(ENTER.format(path if _OURS.fullmatch(path) else "/"))
    answer.set_cookie(cookie_name(host), token, httponly=True, samesite="strict", path="/")
    return answer


def _locked() -> Response:
    return PlainTextResponse("Open the address that `framing code` prints in its terminal.", 401)


async def _body(receive: Receive) -> bytes | None:
    """The whole body, or None as soon as it is larger than any coding could be."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST:
            return None
        if not message.get("more_body", False):
            return b"".join(parts)


def _replayed(body: bytes) -> Receive:
    waiting = [body]

    async def receive() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    return receive


def _guarded(send: Send) -> Send:
    async def answered(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return answered
