"""The workbench over HTTP: pages for one coder, and the few requests by which they save."""

import errno
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from framing.faults import InvalidStudy
from framing.workbench import catalogue, dates, intake, judge, pages, settings, statics
from framing.workbench.catalogue import NotListed
from framing.workbench.desk import Desk
from framing.workbench.guard import Guard
from framing.workbench.judge import PATTERN
from framing.workbench.shelf import Record, Shelf
from framing.workbench.store import Conflict, Working
from framing.workbench.words import words

FULL = {errno.ENOSPC, errno.EDQUOT}
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
SHUT = {errno.EACCES, errno.EPERM, errno.EROFS}
Handler = Callable[[Desk, Request, bytes], Response]


def app(root: Path, coder: str, token: str) -> Starlette:
    """The workbench of one coder.

    Args:
        root: the study's folder.
        coder: an id of coders.json; only this coder's folder is served.
        token: the secret that the opened address carries.
    """
    desk = Desk(root, coder, Shelf())
    desk.store().sweep()
    desk.rows()  # read once before anybody waits for it
    routes = [
        _route("/", "GET", desk, _queue),
        _route("/next", "GET", desk, _next),
        _route("/article/{article}", "GET", desk, _article),
        _route("/records/{article}", "GET", desk, _record),
        _route("/drafts/{article}", "PUT", desk, _save),
        _route("/codings/{article}", "PUT", desk, _finish),
        _route("/new", "GET", desk, _new),
        _route("/new", "POST", desk, _add),
        _route("/intake", "GET", desk, _intake),
        _route("/settings", "PUT", desk, _settings),
        _route("/alive", "GET", desk, lambda *_: Response(status_code=204)),
        _route("/static/{name}", "GET", desk, _static),
        _route("/{path:path}", "GET", desk, _nowhere),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, token=token)])


def _route(path: str, method: str, desk: Desk, handler: Handler) -> Route:
    async def endpoint(request: Request) -> Response:
        body = await request.body()
        return await run_in_threadpool(_answered, handler, desk, request, body)

    return Route(path, endpoint, methods=[method])


def _answered(handler: Handler, desk: Desk, request: Request, body: bytes) -> Response:
    """What a handler answers; a failure that a user can meet becomes words and a status."""
    try:
        return handler(desk, request, body)
    except NotListed:
        return pages.message(desk, "not_found", 404)
    except Conflict as conflict:
        return JSONResponse({"error": "conflict", **_state(desk, request.path_params["article"], conflict.now)}, 412)
    except InvalidStudy as error:
        return pages.message(None, "study_invalid", 500, "\n".join(map(str, error.faults[:20])))
    except OSError as error:
        kind = "disk_full" if error.errno in FULL else "read_only" if error.errno in SHUT else "not_written"
        return JSONResponse({"error": kind, "detail": error.strerror or ""}, 507)


def _known(desk: Desk, request: Request) -> str:
    """The article that a path names, by pattern and by listing.

    Raises:
        NotListed: when it names none, or none that this person may open.
    """
    name: str = request.path_params["article"]
    if not PATTERN.fullmatch(name):
        raise NotListed(name)
    desk.article(name)
    if desk.adjudicates() and not desk.readings(name):
        raise NotListed(name)
    return name


# --- pages ---------------------------------------------------------------------------------------------------


def _queue(desk: Desk, request: Request, _: bytes) -> Response:
    return pages.queue(desk, {name: request.query_params.get(name, "") for name in ("state", "outlet", "q", "page")})


def _next(desk: Desk, request: Request, _: bytes) -> Response:
    following = catalogue.following(desk.listed(), desk.store().states(), request.query_params.get("after", ""))
    return RedirectResponse(f"/article/{following}" if following else "/?state=done", 303)


def _article(desk: Desk, request: Request, _: bytes) -> Response:
    return pages.article(desk, _known(desk, request))


def _new(desk: Desk, _: Request, __: bytes) -> Response:
    return pages.new(desk, {}, {}, [])


def _static(_: Desk, request: Request, __: bytes) -> Response:
    name = request.path_params["name"]
    if name not in statics.names():
        raise NotListed(name)
    return Response(statics.content(name), media_type=statics.media_type(name))


def _nowhere(_: Desk, request: Request, __: bytes) -> Response:
    raise NotListed(request.path_params["path"])


# --- saving --------------------------------------------------------------------------------------------------


def _record(desk: Desk, request: Request, _: bytes) -> Response:
    article = _known(desk, request)
    return JSONResponse(_state(desk, article, desk.store().working(article)))


def _save(desk: Desk, request: Request, body: bytes) -> Response:
    article = _known(desk, request)
    sent = judge.parsed(body)
    match = _match(request)
    if isinstance(sent, str) or match is None:
        return _unusable(sent)
    saved = desk.store().save_draft(article, desk.assembled(article, sent, _version(request)), match)
    return JSONResponse(_state(desk, article, saved))


def _finish(desk: Desk, request: Request, body: bytes) -> Response:
    article = _known(desk, request)
    sent = judge.parsed(body)
    match = _match(request)
    if isinstance(sent, str) or match is None:
        return _unusable(sent)
    coding = desk.assembled(article, sent, _version(request))
    if coding["codebook"] != desk.ground().codebook["version"]:
        saved = desk.store().save_draft(article, coding, match)
        return JSONResponse({"error": "codebook_changed", **_state(desk, article, saved)}, 422)
    if not desk.verdict(article, coding).clean:
        saved = desk.store().save_draft(article, coding, match)
        return JSONResponse({"error": "faulty", **_state(desk, article, saved)}, 422)
    finished = desk.store().finish(article, coding, match)
    return JSONResponse(_state(desk, article, finished))


def _match(request: Request) -> str | None:
    """The etag that a writer has seen; empty when it has seen that there is nothing; None when it does not say."""
    if request.headers.get("if-none-match") == "*":
        return ""
    given = request.headers.get("if-match")
    return given.strip('"') if given else None


def _version(request: Request) -> str:
    """The version of the codebook on the page that writes; empty when it does not say."""
    given = request.headers.get("codebook-version", "")
    return given if VERSION.fullmatch(given) else ""


def _unusable(sent: Record | str) -> Response:
    if isinstance(sent, str):
        return JSONResponse({"error": "unreadable", "detail": sent}, 400)
    return JSONResponse({"error": "unmatched", "detail": "If-Match is missing"}, 428)


def _state(desk: Desk, article: str, working: Working) -> Record:
    """One article as it stands, with what is wrong and what is open in it."""
    verdict = (
        desk.verdict(article, working.record) if working.record else desk.verdict(article, desk.assembled(article, {}))
    )
    return {
        "state": working.state,
        "final": working.final,
        "etag": working.etag,
        "codebook": desk.ground().codebook["version"],
        "record": {name: value for name, value in working.record.items() if not name.startswith("$")},
        "faults": [
            {"pointer": fault.pointer, "rule": fault.rule, "message": fault.message} for fault in verdict.faults
        ],
        "unanswered": list(verdict.unanswered),
    }


# --- new articles and settings -------------------------------------------------------------------------------


def _intake(desk: Desk, request: Request, _: bytes) -> Response:
    given = dict(request.query_params)
    rows = desk.rows()
    given["outlet"] = intake.outlet_id(given.get("outlet", ""), desk.ground())
    typed, spoken = given.get("date", ""), pages.language(desk)
    published = dates.parsed(typed)
    wrong = dates.complaint(typed, spoken, words(spoken)) if dates.read(typed).meant else ""
    same = intake.duplicates(given, rows.values())
    return JSONResponse(
        {
            "date": published,
            "echo": dates.echoed(published, spoken) if published else wrong,
            "id": intake.proposed_id(given["outlet"], published or "", rows),
            "language": intake.known_language(given["outlet"], desk.ground()),
            "medium": dates.read(typed).medium or "unknown",
            "duplicates": [{"id": row.id, "headline": row.headline, "language": row.language} for row in same],
        }
    )


def _add(desk: Desk, _: Request, body: bytes) -> Response:
    typed = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
    given = {name: values[0] for name, values in typed.items()}
    given["outlet"] = intake.outlet_id(given.get("outlet", ""), desk.ground())
    article = intake.record(given)
    rows = desk.rows()
    found = {intake.place(fault): fault.message for fault in intake.faults(article, desk.ground(), rows)}
    same = [] if given.get("anyway") else intake.duplicates(given, rows.values())
    if found or same:
        return pages.new(desk, given, found, same)
    intake.write(desk.root, article)
    return RedirectResponse(f"/article/{article['id']}", 303)


CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": settings.LANGUAGES,
    "theme": settings.THEMES,
    "phase": ("training", "pilot", "main"),
}


def _settings(desk: Desk, _: Request, body: bytes) -> Response:
    sent: Any = judge.parsed(body)
    if isinstance(sent, str) or any(value not in CHOICES.get(name, ()) for name, value in sent.items()):
        return JSONResponse({"error": "unreadable", "detail": "no such setting"}, 400)
    settings.remember(desk.root, **{name: {desk.coder: value} for name, value in sent.items()})
    return Response(status_code=204)
