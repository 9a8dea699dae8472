"""A new article: its id, what can be answered, and its record, judged like any other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from framing.study import address, canonical, dates, edtf, pages, rules, validate, vocabulary
from framing.study.faults import Fault, meant
from framing.study.rules.scripts import OTHER
from framing.workbench.desk.catalogue import folded
from framing.workbench.desk.judge import Standard, at_its_field, document
from framing.workbench.desk.texts import composed
from framing.workbench.questions import Option

Record = dict[str, Any]
FIELDS = (
    "outlet", "date", "headline_original", "headline_en", "language", "genre", "medium", "page", "byline", "url",
    "basis", "cites", "note", "section", "id",
)  # fmt: skip
"""What is asked for, in this order, in the browser and at the prompt."""
BASES = ("primary_full", "primary_part", "translation", "secondary_paraphrase")

MEDIA = ("print_am", "print_pm", "print", "web", "journal", "unknown")

KNOWN_FROM = ("basis", "cites", "note", "section")
"""Fields that tell how an article is known."""
HARMLESS = {
    "outlet": "outlet", "date": "2000-01-01", "language": "en", "medium": "web", "basis": "primary_full", "id": "article",
}  # fmt: skip
"""Stands for answers that are still to come; no rule objects to another field because of it."""


def proposed_id(outlet: str, published: str, taken: Iterable[str]) -> str:
    """Outlet and first date, with a number behind when that is taken; empty without a date.

    >>> proposed_id("asahi", "2015-01-27", {"asahi-2015-01-27"})
    'asahi-2015-01-27-2'
    """
    if edtf.span(published) is None or not outlet:
        return ""
    stem = f"{outlet}-{published.split('/', 1)[0].rstrip('?~%')}"
    used = set(taken)
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(used) + 2))
    return next(name for name in numbered if name not in used)


def record(given: Mapping[str, str]) -> Record:
    """The article record that some answers describe; whatever is missing or wrong in them is left for the judge.

    Args:
        given: answers by name of field, as typed.
    """
    typed = {name: text.strip() for name, text in composed(dict(given)).items()}
    published = dates.parsed(typed.get("date", "")) or typed.get("date", "")
    headline = {"original": typed.get("headline_original"), "en": typed.get("headline_en")}
    note = typed.get("note", "")
    source = {
        "basis": typed.get("basis", ""),
        "cites": typed.get("cites"),
        "note": int(note) if re.fullmatch("[0-9]{1,9}", note) else note,
        "section": typed.get("section"),
    }
    return {
        "$schema": "../../schemas/article.schema.json",
        "id": typed.get("id", ""),
        "outlet": typed.get("outlet", ""),
        "date": {"published": published, "status": "as_cited", "cited": published},
        "medium": typed.get("medium") or "unknown",
        "page": pages.standard(typed.get("page", "")) or pages.UNKNOWN,
        "headline": {name: text for name, text in headline.items() if text},
        "language": typed.get("language", ""),
        "genre": typed.get("genre") or "unknown",
        "byline": [_author(name) for name in re.split("[;；]", typed.get("byline", "")) if name.strip()],
        **({"url": address.encoded(typed["url"])} if typed.get("url") else {}),
        "source": {name: text for name, text in source.items() if text},
    }


def _author(written: str) -> Record:
    """A name, or a name in Latin letters and the same in its own script, as in ``Ono Masami = 大野正美``.

    >>> _author("大野正美 ＝ Ono Masami"), _author("Ono Masami =")
    ({'en': 'Ono Masami', 'own': '大野正美'}, {'en': 'Ono Masami', 'own': ''})
    """
    latin, *own = (part.strip() for part in re.split("[=＝]", written, maxsplit=1))
    if not own:
        return {"en": latin}
    exchanged = OTHER.search(latin) and own[0] and not OTHER.search(own[0])
    return {"en": own[0], "own": latin} if exchanged else {"en": latin, "own": own[0]}


def faults(article: Record, standard: Standard, rows: Iterable[str]) -> list[Fault]:
    """All that `framing check` would say about the article, now and once the first faults are mended; an answer that is missing is named as such."""
    found, index = document("article", article, f"coded/articles/{article['id']}.json"), standard.index()
    broken = validate.faults(found, validate.fixed_contract("article"))
    whole = validate.completed(found, validate.fixed_contract("article")) if not broken else found
    told = rules.faults(whole, index) if not broken else rules.faults_beside(found, broken, index)
    every = [*broken, *rules.text_faults(found), *told, *([taken(article)] if article["id"] in set(rows) else [])]
    own = list(_plainly(article, standard, found.file))
    return [*own, *(at_its_field(fault) for fault in every if fault.pointer not in {one.pointer for one in own})]


def _plainly(article: Record, standard: Standard, file: str) -> Iterator[Fault]:
    """Required answers that are missing, and an outlet that nobody knows however it is spelt."""
    needed = {
        "/outlet": article["outlet"],
        "/date/published": article["date"]["published"],
        "/language": article["language"],
    }
    for place_, text in needed.items():
        if not text:
            yield Fault(file, 0, place_, "schema_required", "choose an outlet" if place_ == "/outlet" else "is needed")
    known = [str(entry["id"]) for entry in standard.registers["outlets"]]
    if article["outlet"] and article["outlet"] not in known:
        message = f"there is no outlet {article['outlet']!r}{meant(article['outlet'], known)}"
        yield Fault(file, 0, "/outlet", "article_outlet_known", message)
    if not article["id"]:
        yield Fault(file, 0, "/id", "schema_required", "is needed")


def taken(article: Record) -> Fault:
    """The fault of an article whose id is already used."""
    message = f"the id {article['id']!r} is already used; give another"
    return Fault(f"coded/articles/{article['id']}.json", 0, "/id", "article_once", message)


def faults_at(field: str, given: Mapping[str, str], standard: Standard, rows: Iterable[str]) -> list[Fault]:
    """What is wrong with one answer, as far as it can be seen before the later ones are given.

    Args:
        field: the field, none of those that tell how the article is known.
        given: the answers so far, with that one.
        standard: what is known in the study.
        rows: ids that are taken.
    """
    known = {name: text for name, text in given.items() if name not in KNOWN_FROM}
    whole = record({**HARMLESS, **known})
    return [fault for fault in faults(whole, standard, rows) if place(fault) == field]


def home(root: Path) -> Path:
    """The folder of the articles of a study."""
    return root / "coded" / "articles"


def write(root: Path, article: Record) -> Path:
    """Writes a new article.

    Raises:
        FileExistsError: when its file is there already, or was made by somebody else meanwhile.
        OSError: when it cannot be written.
    """
    path = home(root) / f"{article['id']}.json"
    canonical.create(path, canonical.file_bytes(article, validate.fixed_contract("article").order))
    return path


def place(fault: Fault) -> str:
    """The field that a fault stands at; empty when it stands at none.

    >>> place(Fault("x", 0, "/date/published", "schema_format", "…"))
    'date'
    """
    parts = fault.pointer.strip("/").split("/")
    if parts[0] == "headline":
        return f"headline_{parts[1]}" if len(parts) > 1 else "headline_original"
    if parts[0] == "source":
        return parts[1] if len(parts) > 1 else "basis"
    return parts[0] if parts[0] in FIELDS else ""


def known_language(outlet: str, standard: Standard) -> str:
    """The language of an outlet; empty for one that is not known."""
    return next((str(entry["language"]) for entry in standard.registers["outlets"] if entry["id"] == outlet), "")


def outlet_id(typed: str, standard: Standard) -> str:
    """The outlet that a person means by its id or by any of its names, in any script.

    Returns:
        Its id, or what was typed when no outlet has that name.
    """
    wanted = folded(typed).strip()
    for outlet in standard.registers["outlets"]:
        if wanted in {folded(str(name)) for name in (outlet["id"], *outlet["names"].values())}:
            return str(outlet["id"])
    return typed


def known_section(given: Mapping[str, str], standard: Standard) -> str:
    """The section in which the note stands that cites an article; empty when it is not known."""
    notes = _source(given, standard).get("notes", [])
    return next((str(note["section"]) for note in notes if str(note["note"]) == given.get("note")), "")


def options(
    field: str, given: Mapping[str, str], standard: Standard, words: Mapping[str, str], language: str
) -> tuple[Option, ...]:
    """The answers that a field can have; none where it takes any text.

    Args:
        field: the field.
        given: the answers so far; notes and sections are those of the source.
        standard: outlets and sources.
        words: texts of the interface.
        language: its language, in which the codebook's own names are shown.
    """
    match field:
        case "outlet":
            outlets = standard.registers["outlets"]
            named = [(str(entry["id"]), _names(entry)) for entry in outlets]
        case "genre":
            known = vocabulary.names(standard.codebook, "genres")
            named = [(name, vocabulary.label(standard.codebook, "genres", name, language)) for name in known]
        case "medium":
            named = [(name, words[f"medium_{name}"]) for name in MEDIA]
        case "basis":
            named = [(name, words[f"basis_{name}"]) for name in BASES]
        case "cites":
            named = [(str(entry["id"]), str(entry["title"])) for entry in standard.registers["sources"]]
        case "section":
            # by its id alone: the theme under which a source files an article would tell a coder what to find
            named = [(str(entry["id"]), str(entry["id"])) for entry in _source(given, standard).get("sections", [])]
        case "note":
            notes = _source(given, standard).get("notes", [])
            return tuple(Option(str(note["note"]), note["cites"], str(note["note"])) for note in notes)
        case _:
            return ()
    return tuple(Option(name, label, str(number)) for number, (name, label) in enumerate(named, 1))


def described(field: str) -> str:
    """What the schema of articles says about a field; empty where it says nothing.

    >>> described("genre")
    'What kind of text it is, by form, not by content; a genre of the codebook, or unknown.'
    """
    inside = {"headline_original": ("headline", "original"), "headline_en": ("headline", "en")}
    parent, name = inside.get(field, ("date", "published") if field == "date" else ("source", field))
    found = _properties()[field] if field in _properties() and field not in ("date", "note") else {}
    found = found or _properties()[parent]["properties"][name]
    defined = validate.fixed_contract("article").schema["$defs"].get(found.get("$ref", "").rpartition("/")[2], {})
    return str(found.get("description") or defined.get("description", ""))


def _properties() -> Mapping[str, Any]:
    properties: Mapping[str, Any] = validate.fixed_contract("article").schema["properties"]
    return properties


def _source(given: Mapping[str, str], standard: Standard) -> Record:
    return next((entry for entry in standard.registers["sources"] if entry["id"] == given.get("cites")), {})


def _names(outlet: Record) -> str:
    return " · ".join(dict.fromkeys((outlet["id"], outlet["names"]["own"], outlet["names"]["en"])))
