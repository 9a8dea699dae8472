"""Rules of codings."""

from collections.abc import Iterator
from datetime import date

from framing.study.answers import in_order, others, places
from framing.study.faults import meant, shown
from framing.study.index import Index
from framing.study.levels import MISSING, NOT_CODED, members
from framing.study.rules.complaint import Complaint, Record
from framing.study.rules.settlements import NEITHER
from framing.study.schema import CHARACTERS, UNSPACED, WORDS

HAPPENED = ("happened", "background")
"""What became of events that took place; a coding must fit their days."""


def coding_article_known(coding: Record, index: Index) -> Iterator[Complaint]:
    """A coding is of an article of the study."""
    if coding["article"] not in index.articles:
        yield ("article",), f"there is no article {coding['article']!r}{meant(coding['article'], index.articles, 4)}"


def coding_coder_known(coding: Record, index: Index) -> Iterator[Complaint]:
    """A coding is by a coder of the study."""
    if coding["coder"] not in index.coders:
        yield ("coder",), f"there is no coder {coding['coder']!r}{meant(coding['coder'], index.coders)}"


def coding_once(coding: Record, index: Index) -> Iterator[Complaint]:
    """A coder codes an article once."""
    if coding["article"] in index.coded[coding["coder"]]:
        yield ("article",), f"{coding['coder']!r} has coded {coding['article']!r} before; keep one of the two"


def coding_version_known(coding: Record, index: Index) -> Iterator[Complaint]:
    """Codings of different major versions mean different things and are never pooled."""
    if coding["codebook"] not in index.versions:
        yield (
            ("codebook",),
            f"{coding['codebook']!r} is not a version of the codebook that still means the same as "
            f"{index.codebook['version']!r}{meant('', sorted(index.versions))}",
        )


def coding_not_coded_by_migration(coding: Record, _: Index) -> Iterator[Complaint]:
    """A coder answers every question; only a migration leaves one open, for a coding older than the question."""
    if "coded_under" in coding:
        return
    for variable, value in coding["values"].items():
        if value == NOT_CODED:
            yield (
                ("values", variable),
                f"{NOT_CODED!r} is written by a migration alone; answer the question, or say why it has no answer",
            )


def coding_older_version_listed(coding: Record, index: Index) -> Iterator[Complaint]:
    """The version that the coder had in view is one of the codebook."""
    if coding.get("coded_under", coding["codebook"]) == coding["codebook"]:
        return
    listed = [change["version"] for change in index.codebook["changes"]]
    if coding["coded_under"] not in listed:
        yield (
            ("coded_under",),
            f"{coding['coded_under']!r} is not a version of the codebook{meant(coding['coded_under'], listed)}",
        )


def coding_primary_alone(coding: Record, _: Index) -> Iterator[Complaint]:
    """The primary frame is not also a secondary one."""
    frames = coding["frames"]
    if frames["primary"] in frames["secondary"]:
        place = frames["secondary"].index(frames["primary"])
        yield ("frames", "secondary", place), f"{frames['primary']!r} is already the primary frame; remove it here"


def coding_event_known(coding: Record, index: Index) -> Iterator[Complaint]:
    """The event is one of the study."""
    event = coding["event"]["id"]
    if event is not None and event not in index.events:
        yield ("event", "id"), f"there is no event {event!r}{meant(event, index.events, 6)}"


def coding_others_known(coding: Record, index: Index) -> Iterator[Complaint]:
    """Further events are of the study too."""
    for place, event in enumerate(others(coding)):
        if event not in index.events:
            yield ("event", "others", place), f"there is no event {event!r}{meant(event, index.events, 6)}"


def coding_others_beside(coding: Record, _: Index) -> Iterator[Complaint]:
    """What the article is about is not also one of the further events."""
    main = coding["event"]["id"]
    for place, event in enumerate(others(coding)):
        if event == main:
            yield ("event", "others", place), f"the article is about {event!r} already; remove it here"


def coding_others_in_order(coding: Record, index: Index) -> Iterator[Complaint]:
    """Further events stand in the order of the register, so that the same ones are always written alike."""
    given = [event for event in others(coding) if event in index.events]
    right = in_order(given, index.events) if len(given) > 1 else given  # one is in order, and most have none
    if given != right:
        yield ("event", "others"), f"they stand in the order of events.json: {', '.join(right)}"


def coding_after_event(coding: Record, index: Index) -> Iterator[Complaint]:
    """Nobody reports what has not happened; a preview comes before the event has ended."""
    event = index.events.get(coding["event"]["id"])
    article = index.articles.get(coding["article"])
    if event is None or article is None or event.status not in HAPPENED:
        return
    relation = coding["event"]["relation"]
    if relation == "previews":
        if article.first and event.last and article.first > event.last:
            yield (
                ("event", "relation"),
                f"the article of {article.first} cannot preview an event that ended on {event.last}; "
                "use reports, comments or looks_back",
            )
    elif article.last and event.first and article.last < event.first:
        yield (
            ("event", "relation"),
            f"the article of {article.last} is older than its event, which began on {event.first}; "
            "use previews, or another event",
        )


def coding_after_article(coding: Record, index: Index) -> Iterator[Complaint]:
    """Nobody codes what has not appeared: this finds years with swapped digits. Days begin earlier elsewhere."""
    article = index.articles.get(coding["article"])
    coded = date.fromisoformat(coding["coded_at"][:10])
    if article and article.first and (article.first - coded).days > 1:
        message = (
            f"was coded on {coded}, before its article of {article.first} appeared; correct the date of the article"
        )
        yield ("coded_at",), message


def coding_constraints(coding: Record, index: Index) -> Iterator[Complaint]:
    """What the codebook requires of articles of some genre, language or basis."""
    article = index.articles.get(coding["article"])
    for constraint in article.constraints if article else ():
        for variable, values in constraint["require"].items():
            for value in members(coding["values"].get(variable, values[0])):
                if value not in (*values, NOT_CODED):
                    allowed = " or ".join(map(shown, values))
                    yield ("values", variable), f"{shown(value)} must be {allowed} here: {constraint['why']}"


def coding_primary_has_evidence(coding: Record, _: Index) -> Iterator[Complaint]:
    """The primary frame is never a bare claim."""
    primary = coding["frames"]["primary"]
    if primary not in [item["supports"] for item in coding["evidence"]]:
        message = f"nothing supports the primary frame {primary!r}; add evidence for it, or correct what the evidence supports"
        yield ("evidence",), message


def coding_evidence_of_something(coding: Record, index: Index) -> Iterator[Complaint]:
    """Evidence supports a frame that was coded, a value that is not missing, or the event."""
    frames, values = coding["frames"], coding["values"]
    for place, item in enumerate(coding["evidence"]):
        supported, message = item["supports"], ""
        if supported == frames["primary"] or supported in frames["secondary"]:
            continue
        if supported == "event":
            message = "" if coding["event"]["id"] else "no event is coded; name the event or remove this evidence"
        elif supported not in index.variables:
            coded = [frames["primary"], *frames["secondary"]]
            message = f"the frame {supported!r} is not coded here{meant(supported, coded)}"
        elif values[supported] in (*MISSING, NOT_CODED):
            message = f"{supported!r} is coded {values[supported]!r}; give it a value or remove this evidence"
        if message:
            yield ("evidence", place, "supports"), message


def coding_evidence_short(coding: Record, _: Index) -> Iterator[Complaint]:
    """Evidence is a pointer to the source, not a copy of it."""
    for place, item in enumerate(coding["evidence"]):
        if excess := too_long(item["text"], item["lang"]):
            yield ("evidence", place, "text"), f"{excess}: shorten it"


def too_long(text: str, language: str, most: int = WORDS) -> str:
    """By how much a text in some language is too long; empty when it is not.

    Args:
        text: evidence, a claim or a question.
        language: a language tag (BCP 47).
        most: words that it may have; in languages that put no space between words, three characters for each.

    >>> too_long("word " * 26, "en"), too_long("word " * 25, "en"), too_long("word " * 26, "en", 30)
    ('26 words; at most 25', '', '')
    """
    if len(text) <= 2 * most:  # so few characters hold no more words, for something stands between two words
        return ""
    if language.partition("-")[0] in UNSPACED:
        characters = most * CHARACTERS // WORDS
        return f"{len(text)} characters; at most {characters}" if len(text) > characters else ""
    if text.count(" ") < most and text.isprintable():  # the one printable blank: nothing else parts these words
        return ""
    words = len(text.split())
    return f"{words} words; at most {most}" if words > most else ""


def coding_quote_measures(coding: Record, _: Index) -> Iterator[Complaint]:
    """The offsets of a quote span as many code points as the quote has."""
    for place, item in enumerate(coding["evidence"]):
        if item["kind"] == "quote" and item["end"] - item["start"] != len(item["text"]):
            yield (
                ("evidence", place, "end"),
                f"the quote is {len(item['text'])} characters long, but from start {item['start']} to end "
                f"{item['end']} it is {item['end'] - item['start']}; count every character once, from 0",
            )


def coding_adjudicated_by_adjudicator(coding: Record, index: Index) -> Iterator[Complaint]:
    """Only an adjudicator writes adjudicated records, and writes nothing else."""
    coder = index.coders.get(coding["coder"], {})
    adjudicator = coder.get("adjudicator", False)
    if (coding["phase"] == "adjudicated") != adjudicator and coder:
        allowed = "must be 'adjudicated'" if adjudicator else "cannot be 'adjudicated'"
        message = f"is {coding['phase']!r}, but the phase of coder {coding['coder']!r} {allowed} (see coders.json)"
        yield ("phase",), message


def coding_decisions_refer(coding: Record, index: Index) -> Iterator[Complaint]:
    """A decision names a value of this coding, and coders of the study."""
    for place, decision in enumerate(coding.get("decisions", ())):
        if decision["by"] not in index.coders:
            where = ("decisions", place, "by")
            yield where, f"there is no coder {decision['by']!r}{meant(decision['by'], index.coders)}"
        if decision["follows"] != NEITHER and decision["follows"] not in index.coders:
            known = [*index.coders, NEITHER]
            where = ("decisions", place, "follows")
            yield where, f"there is no coder {decision['follows']!r}{meant(decision['follows'], known)}"
        settled = places(coding["values"])
        if decision["value"] not in settled:
            where = ("decisions", place, "value")
            yield where, f"there is no value at {decision['value']!r}{meant(decision['value'], settled, 16)}"
