"""Adding an article without a browser: each answer is judged as soon as it is given."""

import json
from collections.abc import Mapping
from pathlib import Path

from rich.markup import escape

from framing.study import canonical, dates
from framing.words import words
from framing.words.faults import in_language
from framing.workbench.desk import intake, settings
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.likeness import duplicates
from framing.workbench.desk.shelf import Shelf
from framing.workbench.prompt.terminal import (
    Terminal,
    chosen,
    confirmed,
    none_chosen,
    tell_options,
    tell_wrong,
    terminal,
)
from framing.workbench.questions import Option

LISTED = 20
"""Choices that are listed unasked; a study may have hundreds of outlets."""
AT_SECOND_HAND = ("cites", "note", "section")
OPTIONAL = ("headline_original", "headline_en", "byline", "url")


def add(root: Path, at: Terminal | None = None) -> str:
    """Adds an article at the prompt.

    Args:
        root: the study's folder.
        at: the terminal; that of this process when none is given.

    Returns:
        The id of the new article; empty when it was given up.

    Raises:
        OSError: when no article can be written; nothing was asked then.
    """
    here = at or terminal()
    canonical.writable(intake.home(root))
    desk = Desk(root, settings.read(root).coder, Shelf())
    shown = words("workbench", _spoken(desk))
    given: dict[str, str] = {}
    here.tell(f"[bold]{shown['new_title']}[/]  {escape(shown['prompt_add_how'])}")
    try:
        for field in intake.FIELDS:
            if field not in AT_SECOND_HAND or given["basis"] == "secondary_paraphrase":
                given[field] = _answer(desk, given, field, here, shown)
        return _added(desk, given, here, shown)
    except (EOFError, KeyboardInterrupt):
        here.tell(shown["prompt_not_added"])
        return ""


def _answer(desk: Desk, given: Mapping[str, str], field: str, at: Terminal, shown: Mapping[str, str]) -> str:
    """One field's answer, asked for until nothing is wrong with it as far as it can be seen yet."""
    spoken = desk.settings().language.get(desk.coder, "en")
    options = intake.options(field, given, desk.standard(), shown, spoken)
    hint = shown.get(f"field_{field}_hint", "")
    label = _label(field, shown)
    likely = _likely(desk, given, field)
    optional = f" ({shown['optional']})" if field in OPTIONAL else ""
    at.tell(f"\n[bold]{escape(label)}[/]{escape(optional)}" + (f"  {escape(hint)}" if hint else ""))
    tell_options(at, options[:LISTED])
    if len(options) > LISTED:
        at.tell(f"  {escape(shown['prompt_more'].format(count=len(options) - LISTED))}")
    while True:
        typed = at.ask(escape(f"{label}{f' [{likely}]' if likely else ''}: ")).strip() or likely
        if typed in ("?", "？"):
            at.tell(escape(intake.described(field)))
            tell_options(at, options)
            if hint:
                at.tell(escape(hint))
            continue
        answer = _meant(desk, typed, field, options)
        if wrong := _wrong(desk, {**given, field: answer}, field, options, shown):
            tell_wrong(at, wrong)
            continue
        if field == "date":
            read = dates.parsed(answer) or ""
            at.tell(f"  {escape(dates.echoed(read, _spoken(desk)))} ({escape(read)})")
        return answer


def _spoken(desk: Desk) -> str:
    return desk.settings().language.get(desk.coder, "en")


def _label(field: str, shown: Mapping[str, str]) -> str:
    return shown.get(f"field_{field}") or shown[field]


def _likely(desk: Desk, given: Mapping[str, str], field: str) -> str:
    """What an empty line stands for. How an article is known is never taken for granted: the coder declares it."""
    standard = desk.standard()
    outlet = given.get("outlet", "")
    match field:
        case "language":
            return intake.known_language(outlet, standard)
        case "medium":
            return dates.read(given.get("date", "")).medium or "unknown"
        case "genre" | "page":
            return "unknown"
        case "section":
            return intake.known_section(given, standard)
        case "id":
            return intake.proposed_id(outlet, dates.parsed(given.get("date", "")) or "", desk.rows())
        case _:
            return ""


def _meant(desk: Desk, typed: str, field: str, options: tuple[Option, ...]) -> str:
    option = chosen(typed, options)
    if option is not None:
        return str(option.value)
    return intake.outlet_id(typed, desk.standard()) if field == "outlet" else typed


def _wrong(
    desk: Desk, given: Mapping[str, str], field: str, options: tuple[Option, ...], shown: Mapping[str, str]
) -> str:
    """What is wrong with the answer to one field; empty when nothing is."""
    answer = given[field]
    if not answer:
        return "" if field in OPTIONAL else shown["prompt_needed"]
    if options:
        return "" if any(answer == option.value for option in options) else none_chosen(answer, options, shown)
    if field == "date" and (wrong := dates.complaint(answer, _spoken(desk), shown)):
        return f"{wrong} {shown['field_date_hint']}"
    return "; ".join(
        in_language(fault.message, _spoken(desk))
        for fault in intake.faults_at(field, given, desk.standard(), desk.rows())
    )


def _added(desk: Desk, given: dict[str, str], at: Terminal, shown: Mapping[str, str]) -> str:
    """Writes the article as soon as nothing is wrong with it; asks again for what does not go together."""
    while faults := intake.faults(intake.record(given), desk.standard(), desk.rows()):
        for fault in faults:
            place = intake.place(fault)
            tell_wrong(
                at, f"{_label(place, shown) if place else fault.pointer}: {in_language(fault.message, _spoken(desk))}"
            )
        for field in dict.fromkeys(intake.place(fault) or "id" for fault in faults):
            given[field] = _answer(desk, given, field, at, shown)
    for row in duplicates(given, desk.rows().values()):
        at.tell(escape(f"{shown['duplicate']} {row.id}  {row.headline}"))
        if not confirmed(at, f"{shown['duplicate_anyway']}?", shown):
            at.tell(shown["prompt_not_added"])
            return ""
    return _written(desk, given, at, shown)


def _written(desk: Desk, given: dict[str, str], at: Terminal, shown: Mapping[str, str]) -> str:
    """Writes the article; when that fails, what was answered stays, and it is tried again or shown as a whole."""
    while True:
        article = intake.record(given)
        try:
            intake.write(desk.root, article)
        except FileExistsError:  # someone else was faster
            tell_wrong(at, f"{_label('id', shown)}: {in_language(intake.taken(article).message, _spoken(desk))}")
            given["id"] = _answer(desk, given, "id", at, shown)
        except OSError as error:
            tell_wrong(at, f"{error.filename}: {error.strerror}")
            if not confirmed(at, shown["prompt_again"], shown):
                at.tell(escape(json.dumps(article, ensure_ascii=False, indent=2)))
                at.tell(shown["prompt_not_added"])
                return ""
        else:
            at.tell(f"coded/articles/{article['id']}.json")
            return str(article["id"])
