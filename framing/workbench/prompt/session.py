"""One article at the prompt: every question with its handbook entry, each answer judged and saved as it is given."""

from collections.abc import Iterable
from copy import deepcopy
from time import monotonic
from typing import Any

from rich.markup import escape

from framing.study.answers import FRAMES, OTHERS, give, in_order, others, put, value_at
from framing.study.faults import Fault
from framing.words import words
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.shelf import Record
from framing.workbench.desk.store import Store
from framing.workbench.entries import handbook
from framing.workbench.prompt.answering import (
    event_options,
    explained,
    ground_typed,
    is_open,
    labels_at,
    picked,
    question_of,
    supportable,
)
from framing.workbench.prompt.finding import Search
from framing.workbench.prompt.heading import heading
from framing.workbench.prompt.terminal import (
    Terminal,
    chosen,
    confirmed,
    none_chosen,
    tell_options,
    tell_wrong,
)
from framing.workbench.questions import LIMITS, NONE_KEY, Option, Question, questions

IDLE = 60.0
"""Seconds of silence at one question that still count as work."""


class Session:
    """One article at the prompt."""

    def __init__(self, desk: Desk, article: str, at: Terminal, spoken: str) -> None:
        self.desk, self.article, self.at, self.spoken = desk, article, at, spoken
        self.shown = words("workbench", spoken)
        codebook, told = desk.standard().codebook, desk.standard().told_in(spoken)
        self.asked = questions(told, spoken, self.shown)
        self.entries = {section.id: section for section in handbook(codebook, told, spoken, self.shown)}
        self.store: Store = desk.store()
        working = self.store.working(article)
        self.record: Record = dict(working.record)
        self.published = str(desk.article(article).record["date"]["published"])
        self.events = [event for event in desk.standard().registers["events"] if event["status"] != "withdrawn"]
        self.etag, self.broken = working.etag, working.broken
        self.version = str(self.record.get("codebook") or self._version_now())
        self.described, self.again = desk.described(article), article in desk.again()
        self.marks = {mark.pointer: mark for mark in desk.marks(article)}
        self.worked = float(self.record.get("minutes") or 0) * 60

    def run(self) -> None:
        """Asks every question, and closes the record or says where it is kept."""
        for line in heading(self.desk, self.article, self.spoken, self.shown):
            self.at.tell(escape(line))
        self.at.tell(f"\n[bold]{escape(self.article)}[/]  {escape(self.shown['prompt_how'])}")
        if self.described:
            self.at.tell(escape(self.shown["prompt_inferred"]))
        if self.broken:
            tell_wrong(self.at, f"{self.shown['draft_unreadable']} {self.broken}")
        try:
            if not self.again and not self._holds():
                self._tell_kept()
                return
            for question in self.asked:
                if question.id not in ("relation", "others") or self.record.get("event", {}).get("id"):
                    self._put(question)
            if (not self.again or self._holds()) and self._finished():
                return
        except (EOFError, KeyboardInterrupt):
            pass
        self._tell_kept()

    def _version_now(self) -> str:
        return str(self.desk.standard().codebook["version"])

    def _holds(self) -> bool:
        """Whether a draft that was begun under another version of the codebook goes on under the one of now."""
        now = self._version_now()
        if self.version == now:
            return True
        self.at.tell(escape(f"{self.shown['codebook_older']} {self.version} → {now}. {self.shown['codebook_check']}"))
        if confirmed(self.at, f"{self.shown['codebook_hold']}?", self.shown):
            self.version = now
            self._save()
        return self.version == now

    def _put(self, question: Question) -> None:
        """Asks one question until it has a usable answer or is passed over."""
        self.at.tell(f"\n[bold]{escape(question.label)}[/]" + (f"\n{escape(question.text)}" if question.text else ""))
        if mark := self.marks.get(question.pointer):
            self.at.tell(escape(self.shown[f"again_mark_{mark.why}"].format(before=mark.before)))
        if question.kind == "event":
            self._put_event(question)
        elif question.kind == "events":
            self._put_others(question)
        elif question.kind == "evidence":
            self._put_evidence(question)
        elif question.kind == "memo":
            self.at.tell(escape(self.shown["memo_hint"]))
            if typed := self._typed(question, ()):
                self._set(question.pointer, typed)
        else:
            tell_options(self.at, question.options)
            while typed := self._typed(question, question.options):
                before = deepcopy(self.record)
                if self._option(question, typed) and self._kept(question, before):
                    return

    def _finished(self) -> bool:
        """Closes the record when nothing is wrong with it and the coder wants it closed."""
        now = self._version_now()
        if self.version != now:
            tell_wrong(self.at, self.shown["codebook_changed"].format(then=self.version, now=now))
            return False
        coding = self._assembled()
        verdict = self.desk.verdict(self.article, coding)
        self._tell_faults(verdict.faults)
        final = f"{self.shown['done_ask_title']} {self.shown['done_ask']}"
        asks = final if coding.get("phase") == "main" else f"{self.shown['done_button']}?"
        if not verdict.clean or not confirmed(self.at, asks, self.shown):
            return False
        self.store.finish(self.article, coding, self.etag)
        self.at.tell(self.shown["done_said"])
        return True

    def _tell_kept(self) -> None:
        """What is still open, where the draft stands, and how to go on."""
        path = self.store.draft_path(self.article)
        if not path.exists():
            self.at.tell(escape(self.shown["prompt_nothing_kept"]))
            return
        pointers = self.desk.verdict(self.article, self._assembled()).unanswered
        if labels := [question.label for question in self.asked if is_open(question, pointers)]:
            self.at.tell(escape(f"{self.shown['unanswered']}: {', '.join(labels)}"))
        where = path.relative_to(self.desk.root).as_posix()
        command = f"framing code {self.article} --prompt"
        go_on = self.shown["prompt_go_on"].format(path=where, command=command)
        self.at.tell(escape(f"{self.shown['draft_kept']} {go_on}"))

    def _typed(self, question: Question, offered: Iterable[Option], asks: str = "") -> str:
        """What is typed at a question; its handbook entry, and what is offered there, as often as asked for."""
        while True:
            begun = monotonic()
            typed = self.at.ask(escape(f"{asks or self._now(question)}> ")).strip()
            self.worked += min(IDLE, monotonic() - begun)
            if typed not in ("?", "？"):
                return typed
            self.at.tell(escape(explained(self.entries[question.entry], self.entries)))
            tell_options(self.at, offered)

    def _now(self, question: Question) -> str:
        """The answer that stands, in brackets."""
        if question.kind == "evidence":
            return f"{self.shown['evidence_text']} "
        events = event_options(self.desk.standard().registers["events"], self.spoken)
        stands = labels_at(self.record, question, events, self.shown["none"])
        return f"[{', '.join(stands)}] " if stands else ""

    def _kept(self, question: Question, before: Record) -> bool:
        """Whether an answer stands; a refused one gives way to what stood before, so that it is never the default."""
        refused = self._told_wrong(question)
        if refused:
            self.record = before
            self._save()
        return not refused

    def _told_wrong(self, question: Question) -> bool:
        """Says what the judge has against the answer to a question; whether there is anything."""
        faults = self.desk.verdict(self.article, self._assembled()).faults
        here = [fault for fault in faults if question_of(fault.pointer, self.asked) == question]
        self._tell_faults(here)
        return bool(here)

    def _tell_faults(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            question = question_of(fault.pointer, self.asked)
            tell_wrong(self.at, f"{question.label if question else fault.pointer}: {fault.message}")

    def _option(self, question: Question, typed: str) -> bool:
        """Keeps what was chosen; or says why it cannot be chosen."""
        typed, inferred = ground_typed(typed, question) if self.described else (typed, False)
        found = picked(question, typed, self.shown)
        if not isinstance(found, str) and inferred and any(option.missing for option in found):
            found = self.shown["inferred_no_value"]
        if isinstance(found, str):
            tell_wrong(self.at, found)
            return False
        given = question.answer(found)
        give(self.record, question.pointer, {"inferred": given} if inferred else given)
        self._save()
        return True

    def _put_event(self, question: Question) -> None:
        search = Search(self.events, self.at, self.spoken, self.shown)
        offered = search.begun(self.published, Option(None, self.shown["event_none"], NONE_KEY))
        while typed := self._typed(question, offered):
            option = search.found(typed, offered)
            if not isinstance(option, Option):
                offered = option
                continue
            before = deepcopy(self.record)
            self._set_event(option.value)
            self.at.tell(escape(f"  {option.label}"))
            if self._kept(question, before):
                return

    def _put_others(self, question: Question) -> None:
        """Further events one after the other, until an empty line; one that is named already is taken away."""
        register = self.events
        beside = [event for event in register if event["id"] != self.record["event"]["id"]]
        search = Search(beside, self.at, self.spoken, self.shown)
        offered = search.begun(self.published, Option(None, self.shown["none"], NONE_KEY))
        self.at.tell(escape(self.shown["prompt_end"]))
        while typed := self._typed(question, offered):
            option = search.found(typed, offered)
            if not isinstance(option, Option):
                offered = option
                continue
            named = {*others(self.record)} ^ {option.value} if option.value else ()
            self._set(question.pointer, in_order(named, [event["id"] for event in register]))

    def _set_event(self, event: str | None) -> None:
        """Another event keeps the relation that was answered and the further events, as in the browser; no event has none."""
        put(self.record, OTHERS, [name for name in others(self.record) if name != event])
        relation = self.record.get("event", {}).get("relation") if event else None
        self._set("/event", {"id": event, **({"relation": relation} if relation or not event else {})})

    def _put_evidence(self, question: Question) -> None:
        """Paraphrases one after the other, until an empty line."""
        hint = self.shown["evidence_hint"].format(**LIMITS)
        self.at.tell(escape(f"{hint} {self.shown['prompt_end']}"))
        for item in self.record.get("evidence", []):
            self.at.tell(escape(f"  {item.get('supports', '')}: {item.get('text', '')}"))
        note = self.desk.article(self.article).record["source"].get("note")
        likely = f"note {note}" if note else ""
        while text := self._typed(question, ()):
            kept = self.record.get("evidence", [])
            item = {
                "supports": value_at(self.record, FRAMES[0], ""),
                "kind": "paraphrase",
                "text": text,
                "lang": self.spoken,
            }
            trial = {**self.record, "evidence": [*kept, {**item, "locator": "…"}]}
            faults = self.desk.verdict(self.article, self._assembled_from(trial)).faults
            wrong = [fault for fault in faults if fault.pointer.startswith(f"/evidence/{len(kept)}/text")]
            self._tell_faults(wrong)
            if wrong:
                continue
            item["supports"] = self._support(question)
            hint = self.shown["evidence_locator_hint"]
            item["locator"] = self._needed(question, f"{self.shown['evidence_locator']} ({hint})", likely)
            if self.spoken != "en":
                item["en"] = self._typed(question, (), f"{self.shown['evidence_english']} ({self.shown['optional']}) ")
            self._set("/evidence", [*kept, {key: given for key, given in item.items() if given}])
            self._told_wrong(question)

    def _support(self, question: Question) -> str:
        offered = supportable(self.record, self.asked, self.desk.standard().codebook)
        tell_options(self.at, offered)
        while True:
            typed = self._needed(
                question, self.shown["evidence_supports"], value_at(self.record, FRAMES[0], ""), offered
            )
            if option := chosen(typed, offered):
                return str(option.value)
            tell_wrong(self.at, none_chosen(typed, offered, self.shown))

    def _needed(self, question: Question, label: str, likely: str, offered: Iterable[Option] = ()) -> str:
        asks = f"{label} [{likely}] " if likely else f"{label} "
        while not (typed := self._typed(question, offered, asks) or likely):
            tell_wrong(self.at, self.shown["prompt_needed"])
        return typed

    def _set(self, pointer: str, value: Any) -> None:
        put(self.record, pointer, value)
        self._save()

    def _save(self) -> None:
        self.etag = self.store.save_draft(self.article, self._assembled(), self.etag).etag

    def _assembled(self) -> Record:
        return self._assembled_from(self.record)

    def _assembled_from(self, record: Record) -> Record:
        timed = {**record, "memo": record.get("memo", ""), "minutes": round(self.worked / 60, 1)}
        return self.desk.assembled(self.article, timed, self.version)
