"""Kinds of events, which each study has its own: one more, by a command or while a study is made."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.cli import asking, console
from framing.cli.options import stop

if TYPE_CHECKING:
    from framing.study.begin.folder import Told
    from framing.workbench.prompt.terminal import Terminal

Record = dict[str, Any]


class Described(NamedTuple):
    """An entry of the codebook's list of kinds, and everything that is wrong with it."""

    record: Record
    wrong: list[str]


def described(texts: Sequence[str], id_: str, book: Record) -> Described:
    """The kind of event that somebody describes.

    Args:
        texts: its label in English, and ``ja=…`` for those in other languages.
        id_: its id; empty for one made from the label.
        book: the codebook that will list it.

    >>> book = {"title": {"en": "Ferries", "ja": "フェリー"}, "vocabularies": {"event_kinds": []}}
    >>> described(["Strike", "ja=ストライキ"], "", book)
    Described(record={'id': 'strike', 'labels': {'en': 'Strike', 'ja': 'ストライキ'}}, wrong=[])
    """
    from framing.study.begin.entries import Known, objection
    from framing.study.begin.naming import proposed_id
    from framing.study.faults import meant
    from framing.study.vocabulary import names

    answers = {name: text.strip() for name, text in asking.by_language("label", texts).items()}
    labels = {"en": answers.get("label", "")} | {
        name.partition(".")[2]: text for name, text in answers.items() if "." in name
    }
    listed = {text.casefold(): each["id"] for each in kinds_of(book) for text in each["labels"].values()}
    taken = [*names(book, "event_kinds"), "umbrella"]
    name = id_ or proposed_id(labels["en"]).replace("-", "_")
    wrong = [] if labels["en"] else ["LABEL: is needed, in English"]
    if name or labels["en"]:
        wrong += [f"--id: {message}" for message in [objection("id", name, Known(taken))] if message]
    for language, text in labels.items():
        if language not in book["title"]:
            wrong.append(f"--label: the study is not in {language!r}{meant(language, book['title'])}")
        if text and text.casefold() in listed:
            wrong.append(f"--label: {text!r} is already what {listed[text.casefold()]!r} is called")
    return Described({"id": name, "labels": labels}, wrong)


def kinds_of(book: Record) -> list[Record]:
    """The kinds that a codebook lists."""
    return list(book.get("vocabularies", {}).get("event_kinds", ()))


def add_kind(study: Path, texts: Sequence[str], id_: str) -> None:
    """Adds a kind of event to the codebook of a study, under a new version of it, and brings every coding along."""
    from framing.cli.codebook_files import changed
    from framing.study.begin import registers
    from framing.study.load import study_root
    from framing.study.revision.everyday import with_event_kind

    root = study_root(study)
    book = registers.codebook(root)
    if not kinds_of(book):
        raise stop("The codebook lists no kinds of events, so events may name any; nothing was added.", console.FAULTY)
    at = asking.at_terminal()
    found = described(_asked(texts, book, at), id_, book)
    for line in found.wrong:
        option, _, message = line.partition(": ")
        console.say(f"{option}: {asking.said(message, book['title'], at)}")
    if found.wrong:
        count = f"{len(found.wrong)} fault(s); nothing was written."
        raise stop(asking.said(count, book["title"], at), console.FAULTY)
    changed(root, True, lambda each, day: with_event_kind(each, found.record, day))
    console.result(found.record["id"])


def _asked(texts: Sequence[str], book: Record, at: "Terminal | None") -> Sequence[str]:
    """What is told of a kind, or asked where nothing is and somebody is there."""
    from framing.words import FIRST, words
    from framing.words import languages as in_words

    if at is None or any(texts):
        return texts
    say = words("begin", asking.spoken(book["title"]))
    try:
        asked = [at.ask(f"{say['kind_label']}: ").strip()]
        for code in book["title"]:
            if code != FIRST:
                question = say["event_label_too"].format(language=in_words().get(code, code))
                typed = at.ask(f"{question} \\[{say['none']}]: ").strip()
                asked += [f"{code}={typed}"] if typed else []
    except (EOFError, KeyboardInterrupt):
        raise stop(asking.said("Nothing was added.", book["title"], at), console.FAULTY) from None
    return asked


def with_kinds(study: "Told", options: Sequence[str]) -> tuple["Told", list[str]]:
    """A study that is told of with more kinds of events, and what is wrong with those that cannot be."""
    from framing.study.begin.folder import book_of

    made, faults = list[Record](), list[str]()
    for text in options:
        record, wrong = described(_parts(text), "", book_of(study._replace(kinds=made)))
        faults += [f"--event-kind {text!r}: {line}" for line in wrong]
        made += [] if wrong else [record]
    return study._replace(kinds=made), faults


def _parts(text: str) -> list[str]:
    """The parts of one option: ``Strike; ja=ストライキ``.

    >>> _parts("Strike; ja=ストライキ")
    ['Strike', 'ja=ストライキ']
    """
    return [part.strip() for part in re.split("[;；]", text) if part.strip()]
