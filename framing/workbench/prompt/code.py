"""Coding an article without a browser: the same questions, the same judge, the same files."""

from contextlib import suppress
from pathlib import Path

from framing.refusal import Refusal
from framing.study.faults import InvalidStudy
from framing.words import words
from framing.workbench.desk import catalogue, settings
from framing.workbench.desk.coder import Desk, coder_refused
from framing.workbench.desk.shelf import Shelf
from framing.workbench.desk.store import Conflict, Illegible
from framing.workbench.prompt.session import Session
from framing.workbench.prompt.terminal import (
    Terminal,
    terminal,
)


def code(root: Path, coder: str = "", article: str = "", at: Terminal | None = None) -> Refusal | None:
    """Codes one article at the prompt; every answer is saved as it is given.

    Args:
        root: the study's folder.
        coder: who codes; empty for who coded here last.
        article: the article; empty for the next open one.
        at: the terminal; that of this process when none is given.

    Returns:
        A refusal when there is nobody to code, no such article, or the coding is final; None otherwise, also when
        every article is done.
    """
    who = coder or settings.read(root).coder
    desk = Desk(root, who, Shelf())
    here = at or terminal()
    refused = coder_refused(root, who)
    name = article or ("" if refused else catalogue.following(desk.listed(), desk.store().states(), ""))
    refused = refused or _refused(desk, name)
    if refused:
        return refused
    with suppress(OSError, InvalidStudy):  # a read-only study is reported when something is to be saved
        settings.remember(root, coder=who)
    spoken = desk.settings().language.get(who, "en")
    if not name:
        here.tell(words("workbench", spoken)["all_done"])
        return None
    try:
        Session(desk, name, here, spoken).run()
    except Illegible as error:
        return Refusal("unreadable", f"{error}.", "A file that can be read; it is left as it is.")
    except Conflict:
        return Refusal(
            "conflict", words("workbench", spoken)["conflict_title"] + ".", "framing code --prompt, once more."
        )
    return None


def _refused(desk: Desk, article: str) -> Refusal | None:
    if desk.adjudicates():
        return Refusal(
            "adjudicator",
            "Readings are settled side by side, which needs the browser.",
            "framing code without --prompt.",
        )
    if not article:
        return None
    if article not in desk.rows():
        return Refusal("article_unknown", f"There is no article {article!r} in this study.", "An id of coded/articles.")
    working = desk.store().working(article)
    if working.broken and working.final:
        return Refusal("unreadable", f"{working.broken}.", "A file that can be read; it is left as it is.")
    if working.final:
        return Refusal("final", f"The coding of {article!r} is finished and final.", "Another article.")
    return None
