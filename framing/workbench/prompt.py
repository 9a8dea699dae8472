"""Coding an article and adding one without a browser: the same questions, the same judge, the same files."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from rich.console import Console
from rich.markup import escape

from framing.refusal import Refusal
from framing.workbench import catalogue, dates, intake, settings
from framing.workbench.desk import Desk, coder_refused
from framing.workbench.judge import Verdict
from framing.workbench.questions import Question, Section, handbook, questions
from framing.workbench.shelf import Record, Shelf
from framing.workbench.store import Conflict, Store
from framing.workbench.words import words

IDLE = 60.0
"""Seconds of silence at one question that still count as work."""


class Terminal(NamedTuple):
    """How the prompt speaks.

    Attributes:
        ask: shows a text and gives back what was typed; raises EOFError at the end of input.
        tell: shows a line; markup of rich is understood.
    """

    ask: Callable[[str], str]
    tell: Callable[[str], None]


def terminal() -> Terminal:
    """The terminal of this process; prompts go to standard error, so that nothing mixes with results."""
    console = Console(stderr=True, highlight=False)
    return Terminal(console.input, console.print)


def code(root: Path, coder: str = "", article: str = "", at: Terminal | None = None) -> Refusal | None:
    """Codes one article at the prompt; every answer is saved as it is given.

    Args:
        root: the study's folder.
        coder: who codes; empty for who coded here last.
        article: the article; empty for the next open one.
        at: the terminal; that of this process when none is given.

    Returns:
        A refusal when there is nobody to code, nothing to code, or the coding is final; None otherwise.
    """
    who = coder or settings.read(root).coder
    desk = Desk(root, who, Shelf())
    name = article or (
        "" if coder_refused(root, who) else catalogue.following(desk.listed(), desk.store().states(), "")
    )
    refused = coder_refused(root, who) or _refused(desk, name)
    if refused:
        return refused
    with suppress(OSError):  # a study on a read-only disk tells so when something is to be saved
        settings.remember(root, coder=who)
    spoken = desk.settings().language.get(who, "en")
    shown = words(spoken)
    book = desk.ground().codebook
    entries = {section.id: section for section in handbook(book, spoken, shown)}
    session = _Session(desk, name, at or terminal())
    session.at.tell(f"[bold]{escape(name)}[/]  ? = {shown['handbook']}")
    try:
        for question in questions(book, spoken, shown):
            if question.id != "relation" or session.record.get("event", {}).get("id"):
                session.put(question, entries[question.entry])
        session.finish(shown)
    except (EOFError, KeyboardInterrupt):
        session.at.tell(shown["draft_kept"])
    except Conflict:
        return Refusal("conflict", shown["conflict_title"] + ".", "framing code --prompt, once more.")
    return None


def _refused(desk: Desk, article: str) -> Refusal | None:
    if desk.adjudicates():
        return Refusal(
            "adjudicator",
            "Readings are settled side by side, which needs the browser.",
            "framing code without --prompt.",
        )
    if not article:
        return Refusal("all_done", "Every article that is assigned to this coder is done.", "Nothing.")
    if article not in desk.rows():
        return Refusal("article_unknown", f"There is no article {article!r} in this study.", "An id of coded/articles.")
    if desk.store().working(article).final:
        return Refusal("final", f"The coding of {article!r} is finished and final.", "Another article.")
    return None


class _Session:
    """One article at the prompt."""

    def __init__(self, desk: Desk, article: str, at: Terminal) -> None:
        self.desk, self.article, self.at = desk, article, at
        self.store: Store = desk.store()
        working = self.store.working(article)
        self.record: Record = dict(working.record)
        self.etag = working.etag
        self.worked = float(self.record.get("minutes") or 0) * 60

    def put(self, question: Question, entry: Section) -> None:
        """Asks one question until it has a usable answer or is passed over."""
        self.at.tell(f"\n[bold]{escape(question.label)}[/]" + (f"\n{escape(question.text)}" if question.text else ""))
        for option in question.options:
            self.at.tell(f"  [cyan]{option.key or '·'}[/]  {escape(option.label)}")
        asks = {"event": self._event, "evidence": self._evidence, "memo": self._memo}.get(question.kind, self._options)
        while True:
            typed = self._typed("> ")
            if typed == "?":
                self.at.tell(escape(_told(entry)))
            elif not typed or asks(question, typed):
                return

    def finish(self, shown: Mapping[str, str]) -> None:
        """Closes the record when nothing is wrong with it, or tells what is."""
        coding = self._assembled()
        verdict: Verdict = self.desk.verdict(self.article, coding)
        for fault in verdict.faults:
            self.at.tell(f"[red]{escape(fault.pointer)}[/] {escape(fault.message)}")
        if verdict.unanswered:
            self.at.tell(f"{shown['unanswered']}: {', '.join(verdict.unanswered)}")
        if verdict.clean and self._typed(f"{shown['done_button']}? [y/n] ").lower() in ("y", "д", "は", "yes"):
            self.store.finish(self.article, coding, self.etag)
            self.at.tell(shown["done_said"])

    def _typed(self, text: str) -> str:
        begun = monotonic()
        typed = self.at.ask(escape(text)).strip()
        self.worked += min(IDLE, monotonic() - begun)
        return typed

    def _options(self, question: Question, typed: str) -> bool:
        keys = {option.key: option for option in question.options} | {
            str(option.value): option for option in question.options
        }
        chosen = [keys.get(part) for part in typed.replace(",", " ").split()]
        if None in chosen or not (question.kind == "many" or len(chosen) == 1):
            self.at.tell("[red]?[/]")
            return False
        values = [option.value for option in chosen if option and option.value is not None]
        self._set(question.pointer, values if question.kind == "many" else values[0])
        return True

    def _event(self, _: Question, typed: str) -> bool:
        if typed == "z":
            self._set("/event", {"id": None, "relation": None})
            return True
        events = self.desk.ground().registers["events"]
        looked_for = catalogue.folded(typed).split()
        found = [
            event
            for event in events
            if all(word in catalogue.folded(f"{event['id']} {event['labels']}") for word in looked_for)
        ]
        exact = [event for event in events if event["id"] == typed]
        if len(exact or found) == 1:
            self._set("/event", {"id": (exact or found)[0]["id"]})
            self.at.tell(f"  {escape((exact or found)[0]['labels']['en'])}")
            return True
        for event in found[:12]:
            self.at.tell(f"  {event['id']}  {event['date']}  {escape(event['labels']['en'])}")
        return False

    def _evidence(self, _: Question, typed: str) -> bool:
        frames = self.record.get("frames", {})
        supports = self._typed(f"supports [{frames.get('primary', '')}] ") or frames.get("primary", "")
        note = self.desk.article(self.article).record["source"].get("note")
        locator = self._typed(f"locator [{f'note {note}' if note else ''}] ") or (f"note {note}" if note else "")
        language = self.desk.settings().language.get(self.desk.coder, "en")
        item = {
            "supports": supports,
            "kind": "paraphrase",
            "text": typed,
            "lang": language,
            "en": "" if language == "en" else self._typed("in English [] "),
            "locator": locator,
        }
        self._set("/evidence", [*self.record.get("evidence", []), {key: said for key, said in item.items() if said}])
        return False  # further evidence may follow; an empty line ends it

    def _memo(self, question: Question, typed: str) -> bool:
        self._set(question.pointer, typed)
        return True

    def _set(self, pointer: str, value: Any) -> None:
        *path, last = pointer.split("/")[1:]
        target = self.record
        for step in path:
            target = target.setdefault(step, {})
        target[last] = value
        self.etag = self.store.save_draft(self.article, self._assembled(), self.etag).etag

    def _assembled(self) -> Record:
        timed = {**self.record, "memo": self.record.get("memo", ""), "minutes": round(self.worked / 60, 1)}
        return self.desk.assembled(self.article, timed)


def _told(entry: Section) -> str:
    lines = [
        entry.title,
        entry.definition,
        *(f"+ {text}" for text in entry.include),
        *(f"- {text}" for text, _ in entry.exclude),
    ]
    return "\n".join([*lines, *(f"{value}  {label}: {definition}" for value, label, definition in entry.values)])


def add(root: Path, at: Terminal | None = None) -> str:
    """Adds an article at the prompt.

    Args:
        root: the study's folder.
        at: the terminal; that of this process when none is given.

    Returns:
        The id of the new article; empty when it was given up.
    """
    here = at or terminal()
    desk = Desk(root, settings.read(root).coder, Shelf())
    given: dict[str, str] = {}
    try:
        for field in intake.FIELDS:
            if field not in ("cites", "note", "section") or given["basis"] == "secondary_paraphrase":
                _asked(desk, given, field, here)
        return _added(desk, given, here)
    except (EOFError, KeyboardInterrupt):
        here.tell("Nothing was added.")
        return ""


def _asked(desk: Desk, given: dict[str, str], field: str, at: Terminal) -> None:
    """Asks for one field, with what is likely as its default."""
    ground = desk.ground()
    outlet = given.get("outlet", "")
    published = dates.parsed(given.get("date", "")) or ""
    likely = {
        "language": intake.known_language(outlet, ground),
        "genre": "unknown",
        "medium": "unknown",
        "page": "unknown",
        "basis": intake.BASES[0],
        "id": intake.proposed_id(outlet, published, desk.rows()),
    }.get(field, given.get(field, ""))
    typed = at.ask(escape(f"{field}{f' [{likely}]' if likely else ''}: ")).strip() or likely
    given[field] = intake.outlet_id(typed, ground) if field == "outlet" else typed
    if field == "date":
        read = dates.parsed(typed)
        at.tell(
            f"  {escape(dates.echoed(read, 'en'))} ({escape(read)})" if read else "  This is not a date that exists."
        )
        if not read:
            _asked(desk, given, field, at)


def _added(desk: Desk, given: dict[str, str], at: Terminal) -> str:
    """Writes the article as soon as nothing is wrong with it."""
    while faults := intake.faults(intake.record(given), desk.ground(), desk.rows()):
        for fault in faults:
            at.tell(f"[red]{escape(intake.place(fault) or fault.pointer)}[/] {escape(fault.message)}")
        for field in dict.fromkeys(intake.place(fault) or "id" for fault in faults):
            _asked(desk, given, field, at)
    for row in intake.duplicates(given, desk.rows().values()):
        at.tell(f"This may be there already: {row.id}  {escape(row.headline)}")
        if at.ask(escape("It is another article; add it all the same? [y/n] ")).strip().lower() not in ("y", "yes"):
            return ""
    article = intake.record(given)
    intake.write(desk.root, article)
    at.tell(f"coded/articles/{article['id']}.json")
    return str(article["id"])
