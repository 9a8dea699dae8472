"""Rules of years that find swapped digits: one wrong year stretches every table over time."""

from collections.abc import Iterator
from datetime import date

from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record

PRESS = 1605
"""The year of the first printed newspaper, the Relation of Strasbourg (Weber 2006, German History 24(3), 387-412)."""
APART = 30
"""Years away from all other articles, beyond which a date must be confirmed."""


def outlet_years(register: Record, _: Index) -> Iterator[Complaint]:
    """An outlet can only fail to appear on days on which there were newspapers."""
    for place, outlet in enumerate(register["outlets"]):
        for position, day in enumerate(outlet.get("not_published", ())):
            yield from _in_times_of_the_press(day, "outlets", place, "not_published", position)


def event_years(register: Record, _: Index) -> Iterator[Complaint]:
    """Newspapers report their own times; an older event that they look back on names its year in its note."""
    for place, event in enumerate(register["events"]):
        if event["date"][:4] not in event.get("note", ""):
            for where, message in _in_times_of_the_press(event["date"], "events", place, "date"):
                yield where, f"{message}; if it is, name it in the note of the event"


def source_years(register: Record, _: Index) -> Iterator[Complaint]:
    """A source on newspapers is younger than they are, and its sections are about times before it was finished."""
    for place, source in enumerate(register["sources"]):
        yield from _in_times_of_the_press(source["published"], "sources", place, "published")
        for bound in ("earliest", "latest"):
            yield from _in_times_of_the_press(source["written"][bound], "sources", place, "written", bound)
        latest = source["written"]["latest"]
        for position, section in enumerate(source["sections"]):
            where, quarter = ("sources", place, "sections", position, "quarter"), section["quarter"]
            yield from _in_times_of_the_press(quarter, *where)
            if _begins(quarter) > latest:
                yield where, f"{quarter} begins after {latest}, when {source['id']!r} was finished; is this year meant?"


def search_years(register: Record, _: Index) -> Iterator[Complaint]:
    """A search finds what has appeared until the day on which it is made."""
    for place, search in enumerate(register["searches"]):
        for bound in ("from", "to", "searched_at"):
            yield from _in_times_of_the_press(search[bound], "searches", place, bound)
        if search["to"] > search["searched_at"]:
            message = (
                f"{search['to']} is later than {search['searched_at']}, when the search was made; correct one of them"
            )
            yield ("searches", place, "to"), message


def claim_years(register: Record, index: Index) -> Iterator[Complaint]:
    """A claim is about times of newspapers, before its source was finished."""
    for place, claim in enumerate(register["claims"]):
        yield from _before_source(claim["period"], claim["source"], index, "claims", place, "period")


def question_years(register: Record, index: Index) -> Iterator[Complaint]:
    """A question is about times of newspapers, before its source was finished."""
    for place, question in enumerate(register["questions"]):
        if "period" in question["about"]:
            where = ("questions", place, "about", "period")
            yield from _before_source(question["about"]["period"], question["source"], index, *where)


def _before_source(period: Record, name: str, index: Index, *where: object) -> Iterator[Complaint]:
    source = index.sources.get(name)
    for bound in ("from", "to"):
        quarter = period[bound]
        yield from _in_times_of_the_press(quarter, *where, bound)
        if source and _begins(quarter) > (latest := source["written"]["latest"]):
            message = f"{quarter} begins after {latest}, when {source['id']!r} was finished; is this year meant?"
            yield (*where, bound), message


def article_years(article: Record, _: Index) -> Iterator[Complaint]:
    """An article appeared in times in which there were newspapers."""
    yield from _in_times_of_the_press(article["date"]["published"], "date", "published")


def articles_of_one_time(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """The articles of a study are of one time; one far away from all others names its year in its note."""
    dated = [(article.first, article) for article in index.articles.values() if article.first]
    dated.sort(key=lambda pair: pair[0])
    days = [date.min, *(day for day, _ in dated), date.max]
    for before, (day, article), after in zip(days, dated, days[2:], strict=False):
        apart = min(_years(before, day), _years(day, after)) if day.year >= PRESS else 0
        if apart > APART and len(dated) > 1 and not article.noted and index.articles_complete:
            message = f"{day} is {apart} years away from every other article; is this year meant? If it is, name it in its note"
            yield article.file, article.line, (("date", "published"), message)


def registers_of_that_time(index: Index) -> Iterator[tuple[str, int, Complaint]]:
    """Sections to whose quarter articles may be moved, and what is still to come, are not far from the articles."""
    days = [article.first for article in index.articles.values() if article.first]
    if not days or not index.articles_complete:
        return
    first, last = min(days), max(days)
    for place, source in enumerate(index.sources.values()):
        for position, section in enumerate(source["sections"]):
            quarter, where = section["quarter"], ("sources", place, "sections", position, "quarter")
            if int(quarter[:4]) < PRESS or _begins(quarter) > source["written"]["latest"]:
                continue  # which is a fault already
            begins = date.fromisoformat(_begins(quarter))
            if max(_years(begins, first), _years(last, begins)) > APART:
                message = (
                    f"{quarter} is more than {APART} years away from every article of the study; is this year meant?"
                )
                yield "coded/sources.json", 0, (where, message)
    for place, event in enumerate(index.events.values()):
        until = event.last or event.first
        if until and _years(last, until) > APART:
            message = f"{until} is more than {APART} years after every article of the study; is this year meant?"
            yield "coded/events.json", 0, (("events", place, "date"), message)


def _in_times_of_the_press(day: str, *where: object) -> Iterator[Complaint]:
    if int(day[:4]) < PRESS:
        yield where, f"is the year {day[:4]} meant? There were no newspapers before {PRESS}"


def _begins(quarter: str) -> str:
    return f"{quarter[:4]}-{3 * int(quarter[-1]) - 2:02}-01"


def _years(first: date, last: date) -> int:
    return (last - first).days // 365
