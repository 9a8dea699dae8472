"""The workbench over HTTP: pages for one coder, and the few requests by which they save."""

import errno
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from framing.study import canonical, dates
from framing.study.faults import Fault, InvalidStudy
from framing.words import languages, words
from framing.workbench.desk import catalogue, intake, judge, settings
from framing.workbench.desk.catalogue import NotListed
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.judge import LONGEST_ID, PATTERN
from framing.workbench.desk.likeness import duplicates
from framing.workbench.desk.shelf import Record, Shelf
from framing.workbench.desk.store import Conflict, Illegible
from framing.workbench.questions import PHASES
from framing.workbench.web import article_page, pages, statics
from framing.workbench.web.guard import Guard

FULL = {errno.ENOSPC, errno.EDQUOT}
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
SHUT = {errno.EACCES, errno.EPERM, errno.EROFS}
FAILURES = (NotListed, Conflict, Illegible, InvalidStudy, OSError)
"""What a handler may meet without a mistake in this program."""
Handler = Callable[[Desk, Request, bytes], Response]
Failed = Callable[[Desk, Request, bytes, Exception], Response]


def app(root: Path, coder: str, token: str) -> Starlette:
    """The workbench of one coder.

    Args:
        root: the study's folder.
        coder: an id of coders.json; only this coder's folder is served.
        token: the secret that the opened address carries.
    """
    desk = Desk(root, coder, Shelf())
    for name in (".framing", "coded", "schemas", "reports"):
        canonical.sweep(root / name)
    with suppress(OSError):  # the page says what cannot be read
        desk.rows()  # read once before anybody waits for it
    routes = [
        _route("/", "GET", desk, _queue, _page_failed),
        _route("/next", "GET", desk, _next, _page_failed),
        _route("/article/{article}", "GET", desk, _article, _page_failed),
        _route("/records/{article}", "GET", desk, _record, _script_failed),
        _route("/drafts/{article}", "PUT", desk, _save, _script_failed),
        _route("/codings/{article}", "PUT", desk, _finish, _script_failed),
        _route("/new", "GET", desk, _new, _page_failed),
        _route("/new", "POST", desk, _add, _page_failed),
        _route("/intake", "GET", desk, _intake, _script_failed),
        _route("/settings", "PUT", desk, _settings, _script_failed),
        _route("/alive", "GET", desk, lambda *_: Response(status_code=204), _script_failed),
        _route("/static/{name}", "GET", desk, _static, _page_failed),
        _route("/{path:path}", "GET", desk, _nowhere, _page_failed),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, token=token)])


def _route(path: str, method: str, desk: Desk, handler: Handler, failed: Failed) -> Route:
    def answered(request: Request, body: bytes) -> Response:
        try:
            return handler(desk, request, body)
        except FAILURES as error:
            return failed(desk, request, body, error)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answered, request, await request.body())

    return Route(path, endpoint, methods=[method])


def _page_failed(desk: Desk, request: Request, body: bytes, error: Exception) -> Response:
    """A failure that a person can meet, as a page that keeps what was typed."""
    if isinstance(error, InvalidStudy):
        return pages.failure(desk, "study_invalid", "\n".join(map(str, error.faults[:20])), _typed(body))
    if isinstance(error, OSError):
        return pages.failure(desk, "page_failed", _said(error), _typed(body))
    try:
        return pages.message(desk, "not_found", 404)
    except FAILURES as worse:
        return _page_failed(desk, request, body, worse)


def _script_failed(desk: Desk, request: Request, _: bytes, error: Exception) -> Response:
    """The same failure for the script of a page, which has words for it."""
    match error:
        case Conflict():
            state = article_page.state(desk, request.path_params["article"], error.now)
            return JSONResponse({"error": "conflict", **state}, 412)
        case Illegible():
            return JSONResponse({"error": "coding_unreadable", "detail": str(error)}, 409)
        case InvalidStudy():
            return JSONResponse({"error": "study_invalid", "detail": str(error.faults[0])}, 500)
        case OSError():
            kind = "disk_full" if error.errno in FULL else "read_only" if error.errno in SHUT else "not_written"
            return JSONResponse({"error": kind, "detail": _said(error)}, 507)
    return JSONResponse({"error": "not_found"}, 404)


def _said(error: OSError) -> str:
    """What the system says, and of which file."""
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)


def _known(desk: Desk, request: Request) -> str:
    """The article that a path names, by pattern and by listing.

    Raises:
        NotListed: when it names none, or none that this person may open.
    """
    name: str = request.path_params["article"]
    if len(name) > LONGEST_ID or not PATTERN.fullmatch(name):
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
    return article_page.page(desk, _known(desk, request), added="added" in request.query_params)


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
    return JSONResponse(article_page.state(desk, article, desk.store().working(article)))


def _save(desk: Desk, request: Request, body: bytes) -> Response:
    article = _known(desk, request)
    sent = judge.legible(body, "request", desk.standard())
    match = _match(request)
    if isinstance(sent, Fault) or match is None:
        return _unusable(sent)
    saved = desk.store().save_draft(article, desk.assembled(article, sent, _version(request)), match)
    return JSONResponse(article_page.state(desk, article, saved))


def _finish(desk: Desk, request: Request, body: bytes) -> Response:
    article = _known(desk, request)
    sent = judge.legible(body, "request", desk.standard())
    match = _match(request)
    if isinstance(sent, Fault) or match is None:
        return _unusable(sent)
    coding = desk.assembled(article, sent, _version(request))
    if coding["codebook"] != desk.standard().codebook["version"]:
        saved = desk.store().save_draft(article, coding, match)
        return JSONResponse({"error": "codebook_changed", **article_page.state(desk, article, saved)}, 422)
    if not desk.verdict(article, coding).clean:
        saved = desk.store().save_draft(article, coding, match)
        return JSONResponse({"error": "faulty", **article_page.state(desk, article, saved)}, 422)
    finished = desk.store().finish(article, coding, match)
    return JSONResponse(article_page.state(desk, article, finished))


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


def _unusable(sent: Record | Fault) -> Response:
    if isinstance(sent, Fault):
        return JSONResponse({"error": "unreadable", "detail": sent.message}, 400)
    return JSONResponse({"error": "unmatched", "detail": "If-Match is missing"}, 428)


# --- new articles and settings -------------------------------------------------------------------------------


def _intake(desk: Desk, request: Request, _: bytes) -> Response:
    given = dict(request.query_params)
    rows = desk.rows()
    given["outlet"] = intake.outlet_id(given.get("outlet", ""), desk.standard())
    typed, spoken = given.get("date", ""), pages.language(desk)
    published = dates.parsed(typed)
    wrong = dates.complaint(typed, spoken, words("workbench", spoken)) if dates.read(typed).meant else ""
    same = duplicates(given, rows.values())
    return JSONResponse(
        {
            "date": published,
            "echo": dates.echoed(published, spoken) if published else wrong,
            "id": intake.proposed_id(given["outlet"], published or "", rows),
            "language": intake.known_language(given["outlet"], desk.standard()),
            "medium": dates.read(typed).medium or "unknown",
            "duplicates": [{"id": row.id, "headline": row.headline, "language": row.language} for row in same],
        }
    )


def _typed(body: bytes) -> dict[str, str]:
    """What was typed into the form for a new article, by name of its field."""
    sent = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: sent[name][0] for name in (*intake.FIELDS, "anyway") if name in sent}


def _add(desk: Desk, _: Request, body: bytes) -> Response:
    given = _typed(body)
    given["outlet"] = intake.outlet_id(given.get("outlet", ""), desk.standard())
    rows = desk.rows()
    proposed = intake.proposed_id(given["outlet"], dates.parsed(given.get("date", "")) or "", rows)
    given["id"] = given.get("id", "").strip() or proposed
    article = intake.record(given)
    found = {intake.place(fault): fault for fault in reversed(intake.faults(article, desk.standard(), rows))}
    if not given["id"] and len(found) > 1:
        found.pop("id", None)  # it follows from outlet and date
    same = [] if given.get("anyway") else duplicates(given, rows.values())
    if found or same:
        return pages.new(desk, given, found, same)
    try:
        intake.write(desk.root, article)
    except FileExistsError:  # someone else was faster
        return pages.new(desk, given, {"id": intake.taken(article)}, [])
    except OSError as error:
        return pages.new(desk, given, {}, [], _said(error))
    return RedirectResponse(f"/article/{article['id']}?added", 303)


CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": tuple(languages()),
    "theme": settings.THEMES,
    "phase": PHASES,
}


def _settings(desk: Desk, _: Request, body: bytes) -> Response:
    sent: Any = judge.parsed(body)
    if isinstance(sent, str) or any(value not in CHOICES.get(name, ()) for name, value in sent.items()):
        return JSONResponse({"error": "unreadable", "detail": "no such setting"}, 400)
    try:
        settings.remember(desk.root, **{name: {desk.coder: value} for name, value in sent.items()})
    except InvalidStudy as error:
        return JSONResponse({"error": "settings_unreadable", "detail": str(error.faults[0])}, 409)
    return Response(status_code=204)
