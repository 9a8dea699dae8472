"""Rules of articles."""

from collections.abc import Iterator

from framing.study import edtf
from framing.study.faults import meant, shown
from framing.study.index import Index
from framing.study.rules.complaint import Complaint, Record, unlisted


def article_outlet_known(article: Record, index: Index) -> Iterator[Complaint]:
    """An article appeared in an outlet of the study."""
    if article["outlet"] not in index.outlets:
        yield ("outlet",), f"there is no outlet {article['outlet']!r}{meant(article['outlet'], index.outlets)}"


def article_once(article: Record, index: Index) -> Iterator[Complaint]:
    """Ids are unique."""
    if other := index.articles.get(article["id"]):
        line = f":{other.line}" if other.line else ""
        yield ("id",), f"the id {article['id']!r} is already used in {other.file}{line}; give another"


def article_genre_known(article: Record, index: Index) -> Iterator[Complaint]:
    """The genre is one of the codebook's."""
    if message := unlisted(index.codebook, "genres", article["genre"]):
        yield ("genre",), message


def article_dated_to_the_day(article: Record, index: Index) -> Iterator[Complaint]:
    """A newspaper has a date; only journals appear in months."""
    outlet = index.outlets.get(article["outlet"], {})
    dated = edtf.span(article["date"]["published"])
    if outlet.get("frequency") == "daily" and dated and dated.precision != "day":
        message = f"{article['date']['published']} is not a day; {outlet['id']!r} is a daily, dated YYYY-MM-DD"
        yield ("date", "published"), message


def article_date_kept(article: Record, _: Index) -> Iterator[Complaint]:
    """A changed date says so."""
    date = article["date"]
    if date["status"] == "as_cited" and date["published"] != date["cited"]:
        yield (
            ("date", "status"),
            f"'as_cited' is wrong: published {date['published']} differs from cited {date['cited']}; "
            "write 'resolved' and give the reason, or correct a date",
        )
    if date["status"] == "resolved" and date["published"] == date["cited"]:
        message = "'resolved' is wrong: published equals cited; write 'as_cited', or 'uncertain' with a reason"
        yield ("date", "status"), message


def article_source_known(article: Record, index: Index) -> Iterator[Complaint]:
    """The source, its note and its section exist, and the note names this article."""
    cites = article["source"].get("cites")
    if cites is None:
        return
    if cites not in index.sources:
        yield ("source", "cites"), f"there is no source {cites!r}{meant(cites, index.sources)}"
        return
    source = index.sources.get(cites)
    number, section = article["source"].get("note"), article["source"].get("section")
    if source is None or number is None:
        return
    note = index.notes.get((cites, number))
    if note is None:
        last = max((note["note"] for note in source["notes"]), default=0)
        has = f"it has 1 to {last}" if last else "it has none"
        yield ("source", "note"), f"source {cites!r} has no note {number}; {has} (see sources.json)"
        return
    if article["id"] not in note.articles:
        message = f"note {number} of {cites!r} does not name this article; add it in sources.json or correct the number"
        yield ("source", "note"), message
    if section != note.section:
        message = f"note {number} is in section {note.section!r}, not {shown(section)}"
        yield ("source", "section"), message


def article_not_after_source(article: Record, index: Index) -> Iterator[Complaint]:
    """Nothing cites what has not yet appeared: this alone finds many misprinted dates."""
    source = index.sources.get(article["source"].get("cites"), {})
    published = edtf.span(article["date"]["published"])
    latest = source.get("written", {}).get("latest")
    if latest and published and published.first.isoformat() > latest:
        yield (
            ("date", "published"),
            f"{article['date']['published']} is later than {latest}, when {source['id']!r}, which cites it, was "
            "finished; keep it under cited, and give the resolved date under published, with a reason",
        )


def article_on_publication_day(article: Record, index: Index) -> Iterator[Complaint]:
    """A paper cannot be dated on a day on which it did not appear."""
    outlet = index.outlets.get(article["outlet"], {})
    if article["medium"] != "web" and article["date"]["published"] in outlet.get("not_published", ()):
        day = article["date"]["published"]
        yield ("date", "published"), f"{outlet['id']!r} did not appear on {day} (not_published in outlets.json)"
