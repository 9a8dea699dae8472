"""Drafts and records of one coder on disk: derived from the files alone, written whole or not at all.

A draft stands in ``.framing/drafts/<coder>/<article>.json`` of the study, a finished coding in
``coded/codings/<coder>/<article>.json``. Nobody but this coder is ever read here.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

from framing.study import canonical
from framing.study.faults import Fault
from framing.workbench.desk import judge, settings, shelf
from framing.workbench.desk.judge import Standard
from framing.workbench.desk.shelf import Record, Shelf, etag, lines, names

JUDGED = ("phase", "event", "frames", "values", "inferred", "evidence", "confidence", "memo", "decisions")
"""What a coder decides; the rest of a record is written by the tool."""


FINAL = ("main", "adjudicated")
"""Phases whose codings are not changed once they are done."""


State = Literal["uncoded", "draft", "again", "done"]


@dataclass(frozen=True, slots=True)
class Working:
    """One article as it stands for one coder.

    Attributes:
        state: uncoded, draft, again or done.
        record: the draft or the coding; empty for neither.
        etag: name of the bytes that ``record`` was read from; empty for neither.
        final: whether it can no longer be changed here: a main-phase coding, one in a JSONL file, or one that cannot be
            read.
        broken: why the draft or the coding cannot be read, when that is so.
    """

    state: State
    record: Record
    etag: str
    final: bool = False
    broken: Fault | None = None


class Conflict(Exception):  # noqa: N818  # a name reads as what happened
    """Raised when somebody else has written meanwhile; carries what stands there now."""

    def __init__(self, now: Working) -> None:
        self.now = now
        super().__init__(now.etag)


class Illegible(Exception):  # noqa: N818  # a name reads as what happened
    """Raised when what would be written over cannot be read; carries why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass(frozen=True, slots=True)
class Store:
    """The drafts and records of one coder.

    Attributes:
        root: the study's folder.
        coder: whose they are.
        standard: what codings are like in this study.
        shelf: remembers parsed files.
        again: articles whose finished coding is to be looked at again: it is not final.
        reopened: such a coding, by its article, as it is continued.
    """

    root: Path
    coder: str
    standard: Standard
    shelf: Shelf = field(default_factory=Shelf)
    again: Collection[str] = ()
    reopened: Callable[[str, Record], Record] = lambda _, coding: coding

    def draft_path(self, article: str) -> Path:
        """Where the draft of an article stands."""
        return self.root / ".framing" / "drafts" / self.coder / f"{article}.json"

    def coding_path(self, article: str) -> Path:
        """Where the finished coding of an article stands."""
        return self.root / "coded" / "codings" / self.coder / f"{article}.json"

    def states(self) -> dict[str, str]:
        """Draft, done, or again for what is to be looked at again, for each article that this coder has begun."""
        drafts = names(self.draft_path("x").parent)
        done = names(self.coding_path("x").parent)
        bulk = {str(found.get("article")) for found in self._bulk()}
        both = {name for name in drafts.keys() & done.keys() if self.working(name).state == "draft"}
        again = dict.fromkeys(done.keys() & set(self.again), "again")
        finished = dict.fromkeys(done.keys() | bulk, "done") | again
        return dict.fromkeys(drafts, "draft") | finished | dict.fromkeys(both, "draft")

    def working(self, article: str) -> Working:
        """How an article stands now; what is final, and what cannot be read, stands before any draft."""
        raw = _bytes(self.coding_path(article))
        coding = self._read(raw, self.coding_path(article))
        if isinstance(coding, Fault):
            return Working("done", {}, etag(raw), True, coding)
        done = self._done(article, coding, etag(raw)) if raw is not None else None
        if done and done.final:
            return done
        raw = _bytes(self.draft_path(article))
        draft = self._read(raw, self.draft_path(article))
        if isinstance(draft, Fault):
            return Working("draft", done.record if done else {}, etag(raw), broken=draft)
        if raw is not None and not (done and done.state == "done" and _repeats(draft, done.record)):
            return Working("draft", draft, etag(raw))
        return done or self._in_bulk(article)

    def _done(self, article: str, coding: Record, name: str) -> Working:
        if article in self.again:
            return Working("again", self.reopened(article, coding), name)
        return Working("done", coding, name, coding.get("phase") in FINAL)

    def save_draft(self, article: str, content: Record, match: str) -> Working:
        """Writes a draft.

        Args:
            article: an id that the study lists.
            content: a coding that may be incomplete.
            match: the etag that the writer has seen; empty for an article without draft and coding.

        Raises:
            Conflict: when the file is no longer what the writer has seen, or the coding is final.
            Illegible: when the finished coding cannot be read.
            OSError: when it cannot be written; what stood there is untouched.
        """
        with self._alone(article):
            self._make_way(article, match)
            raw = canonical.file_bytes(content, self.standard.contract.order)
            canonical.write(self.draft_path(article), raw)
            return Working("draft", content, etag(raw))

    def finish(self, article: str, content: Record, match: str) -> Working:
        """Writes a coding without faults and removes its draft; arguments and errors as for ``save_draft``.

        The coding is written before the draft goes: whoever is stopped between the two has both, and both agree.
        """
        with self._alone(article):
            self._make_way(article, match)
            raw = canonical.file_bytes(content, self.standard.contract.order)
            canonical.write(self.coding_path(article), raw)
            with suppress(FileNotFoundError):
                self.draft_path(article).unlink()
            return Working("done", content, etag(raw), content.get("phase") in FINAL)

    def _make_way(self, article: str, match: str) -> None:
        """Lets a writer write over what it has seen; a draft that cannot be read is kept beside its place first."""
        now = self.working(article)
        if now.broken and now.final:
            raise Illegible(now.broken)
        if now.etag != match or now.final:
            raise Conflict(now)
        if now.broken:
            path = self.draft_path(article)
            beside = (path.with_name(f"{path.name}.unreadable-{number}") for number in count(1))
            canonical.create(next(name for name in beside if not name.exists()), path.read_bytes())

    def _read(self, raw: bytes | None, path: Path) -> Record | Fault:
        """What a file says, or why it cannot be read; nothing for a file that is not there."""
        return {} if raw is None else judge.legible(raw, path.relative_to(self.root).as_posix(), self.standard)

    def _in_bulk(self, article: str) -> Working:
        """How an article stands in the coder's JSONL file, where it may stand in a line that cannot be read."""
        line = next((found for found in self._bulk() if found.get("article") == article), None)
        if line:
            return Working("done", line, "", True)
        path = self.root / "coded" / "codings" / f"{self.coder}.jsonl"
        for number, raw in enumerate((_bytes(path) or b"").splitlines(), 1):
            if f'"{article}"'.encode() in raw and isinstance(found := self._read(raw, path), Fault):
                return Working("done", {}, "", True, replace(found, line=number))
        return Working("uncoded", {}, "")

    def _bulk(self) -> list[Record]:
        return self.shelf.file(self.root / "coded" / "codings" / f"{self.coder}.jsonl", lines)

    @contextmanager
    def _alone(self, article: str) -> Iterator[None]:
        """Holds every other thread and process off one article while it is compared and written."""
        path = self.draft_path(article).with_name(f".{article}.lock")
        settings.local(self.root)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(handle)
            yield
        finally:
            os.close(handle)  # closing gives the lock back, as does the end of the process


def _repeats(draft: Record, coding: Record) -> bool:
    """Whether a draft only repeats the finished coding: the tool was stopped between writing and removing."""
    return all(draft.get(name) == coding.get(name) for name in JUDGED)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # exists on Windows only

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415  # exists elsewhere only

        fcntl.flock(handle, fcntl.LOCK_EX)


def _bytes(path: Path) -> bytes | None:
    try:
        return shelf.content(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def identity(article: str, coder: str, version: str) -> dict[str, Any]:
    """What the tool writes into every record: never taken from a browser."""
    return {"$schema": "../../../schemas/coding.schema.json", "article": article, "coder": coder, "codebook": version}
