"""One new entry of a register: from options, or from answers at a terminal; judged before anything is written."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.markup import escape

from framing.cli import console
from framing.cli.options import stop
from framing.study.faults import Fault, meant
from framing.words import FIRST, words
from framing.words import languages as in_words
from framing.words.faults import in_language

if TYPE_CHECKING:
    from framing.study.begin.entries import Entry, Known
    from framing.workbench.prompt.terminal import Terminal

Record = dict[str, Any]
ONE_BY_ONE = {"actors": "--actor", "events": "--event", "languages": "--language"}
"""Lists whose option is repeated."""
DATES = ("date", "from", "to", "searched_at")


class Requirements(NamedTuple):
    """What a new entry is judged by.

    Attributes:
        known: what answers are proposed by.
        judge: every fault that an entry would bring.
        options: names that an answer must be one of, by question.
        languages: of the study; an event is labelled in each, and the questions are in one of them (see ``spoken``).
    """

    known: "Known"
    judge: Callable[[Record], list[Fault]]
    options: Mapping[str, Sequence[str]] = {}
    languages: Sequence[str] = ()


def at_terminal() -> "Terminal | None":
    """The terminal at which a person can be asked; None where a script runs the command."""
    if not sys.stdin.isatty():
        return None
    from framing.workbench.prompt.terminal import terminal

    return terminal()


def spoken(languages: Iterable[str]) -> str:
    """The language in which a person is asked: the first of a study's beside English that the program speaks.

    >>> spoken(["en", "ja", "ru"]), spoken(["de"])
    ('ja', 'en')
    """
    return next((code for code in languages if code != FIRST and code in in_words()), FIRST)


def said(message: str, languages: Iterable[str], at: object) -> str:
    """A message in the language in which a person is asked; in English where nobody is, as `framing check` speaks."""
    return in_language(message, spoken(languages) if at else FIRST)


def by_language(name: str, texts: Sequence[str]) -> dict[str, str]:
    """Answers such as ``ja=就航`` by the name of the question with the code behind it; one without a code by the name alone.

    >>> by_language("label", ["First ferry", "ja=就航"])
    {'label': 'First ferry', 'label.ja': '就航'}
    """
    import re

    pairs = [re.fullmatch("(?:([a-z]{2,3}(?:-[A-Za-z]+)?)=)?(.*)", text, re.DOTALL) for text in texts]
    return {f"{name}.{found[1]}" if found[1] else name: found[2] for found in pairs if found}


class Judged(NamedTuple):
    """An entry, and what is wrong with it by the name of the answer; it is empty where an answer is missing."""

    record: Record
    wrong: Mapping[str, str]


def judged(kind: "Entry", given: Mapping[str, str], held_to: Requirements) -> Judged:
    """The entry that some answers describe, with everything that is wrong with it at once.

    Args:
        kind: outlet, event, coder or search.
        given: answers by the name of the question; what can be proposed may be left out.
        held_to: what the entry is judged by.
    """
    from framing.study.begin import entries

    whole = dated(entries.completed(kind, given, held_to.known))
    missing, wrong = _missing(kind, whole, held_to), objections(whole, held_to)
    if missing:
        return Judged({}, missing | wrong)
    record = entries.record(kind, whole)
    own = f"coded/{entries.REGISTERS[kind]}.json"
    found = {
        (fault.file == own and entries.answer_at(fault.pointer)) or fault.address: fault.message
        for fault in held_to.judge(record)
    }
    return Judged(record, found | wrong)


def entry(kind: "Entry", given: Mapping[str, str], held_to: Requirements, at: "Terminal | None") -> Record:
    """The entry that options and answers describe, without a fault.

    Args:
        kind: outlet, event, coder or search.
        given: what options say, by the name of the question.
        held_to: what it is judged by.
        at: where what is missing is asked; None to end the command instead.

    Raises:
        typer.Exit: when something is missing or wrong and nobody can be asked; everything is said at once.
        EOFError: when the person gives up.
    """
    answers = {name: text for name, text in given.items() if text.strip()}
    for name, question, needed in questions(kind, held_to):
        if at is not None and name not in answers:
            answers[name] = _answer(kind, name, question, needed, answers, held_to, at)
    while True:
        record, wrong = judged(kind, answers, held_to)
        if not wrong:
            return record
        for name, message in wrong.items():
            console.say(f"{option(kind, name)}: {said(message, held_to.languages, at)}")
        again = [name for name in wrong if "/" not in name]
        if at is None or not again:
            count = said(f"{len(wrong)} fault(s); nothing was written.", held_to.languages, at)
            raise stop(count, console.FAULTY)
        for name in again:
            answers.pop(name, None)
        asked = {name: question for name, question, _ in questions(kind, held_to)}
        for name in again:
            question = asked.get(name, name.replace("_", " "))
            answers[name] = _answer(kind, name, question, True, answers, held_to, at)


def questions(kind: "Entry", held_to: Requirements) -> list[tuple[str, str, bool]]:
    """What is asked: the name of the answer, the question, and whether there must be an answer."""
    from framing.study.begin.entries import QUESTIONS
    from framing.study.cldr import language

    say = words("begin", spoken(held_to.languages))
    asked = [(each.name, say[f"{kind}_{each.name}"], each.needed) for each in QUESTIONS[kind] if each.asked]
    others = {code: in_words().get(code, language(code)) for code in held_to.languages if code != FIRST}
    labels = [(f"label.{code}", say["event_label_too"].format(language=name), False) for code, name in others.items()]
    return [*asked[:1], *(labels if kind == "event" else []), *asked[1:]]


def _answer(
    kind: "Entry",
    name: str,
    question: str,
    needed: bool,
    answers: Mapping[str, str],
    held_to: Requirements,
    at: "Terminal",
) -> str:
    """One answer, asked for until nothing is wrong with it as far as it can be seen without the others."""
    from framing.study.begin import entries

    so_far = entries.completed(kind, {"name": "", **answers}, held_to.known)
    likely = so_far.get(name, "")
    options = held_to.options.get(name, ())
    hint = f" ({', '.join(options[:12])})" if options else ""
    say = words("begin", spoken(held_to.languages))
    shown = f" \\[{escape(likely)}]" if likely else ("" if needed else f" \\[{say['none']}]")
    while True:
        typed = at.ask(f"{escape(question + hint)}{shown}: ").strip() or likely
        wrong = objections({name: typed}, held_to) if typed else {name: say["needed"]} if needed else {}
        if not wrong:
            return typed
        at.tell(f"[red]{escape(said(wrong[name], held_to.languages, at))}[/]")


def _missing(kind: "Entry", whole: Mapping[str, str], held_to: Requirements) -> dict[str, str]:
    from framing.study.begin.entries import lacking

    told = {name: f"is needed, one of {', '.join(options)}" for name, options in held_to.options.items() if options}
    told["id"] = "no id can be made from the name; give one in small Latin letters"
    return {name: told.get(name, "is needed") for name in lacking(kind, whole)}


def objections(answers: Mapping[str, str], held_to: Requirements) -> dict[str, str]:
    """What is wrong with answers, by their name, as far as it can be seen without the rest of the study."""
    from framing.study.begin.entries import objection

    found = {name: objection(name, text, held_to.known) for name, text in answers.items()}
    for name, text in answers.items():
        if name in held_to.options and text not in held_to.options[name]:
            more = " (`framing add kind` adds one)" if name == "kind" else ""
            found[name] = f"there is no {name} {text!r}{more}{meant(text, held_to.options[name])}"
    return {name: message for name, message in found.items() if message}


def dated(answers: Mapping[str, str]) -> dict[str, str]:
    """Answers whose dates are read as those of articles are: Japanese, Russian and English ones too."""
    from framing.study.dates import parsed

    return {name: (parsed(text) or text) if name in DATES else text for name, text in answers.items()}


def option(kind: "Entry", name: str) -> str:
    """What a person knows an answer by: the argument or the option that gives it."""
    from framing.study.begin.entries import QUESTIONS

    plain, _, language = name.partition(".")
    if name == QUESTIONS[kind][0].name:
        return name.upper()
    known = ONE_BY_ONE.get(plain) or f"--{plain.replace('_', '-')}"
    return name if "/" in name else known + (f" {language}=…" if language else "")
