"""Articles that may be the one that is added."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from framing.study import dates, edtf
from framing.workbench.desk.catalogue import ListedArticle, folded

LONGEST = 400
"""Characters of a headline that are compared."""
ALIKE = 0.6
"""Ratio of matching characters from which two headlines of one outlet may be one and the same."""
SAME = 0.9
"""The same for two outlets, which may write on one event in much the same words."""


def duplicates(given: Mapping[str, str], rows: Iterable[ListedArticle]) -> list[ListedArticle]:
    """Articles that may be the one that is added: printed again, put on the web a day later, or taken over from another paper.

    Args:
        given: answers by name of field.
        rows: the articles that are there.

    Returns:
        Those of the same outlet whose date may be the same day and whose headline is alike, or is not known on one side
        while both dates are known to the day; those of the day before or after with a headline alike; and those of other
        outlets within a day with the same headline.
    """
    when = edtf.span(dates.parsed(given.get("date", "")) or "")
    if when is None:
        return []
    headlines = [folded(given.get(name, ""))[:LONGEST] for name in ("headline_original", "headline_en")]
    known = [headline for headline in headlines if headline]
    return [row for row in rows if _may_be(row, given.get("outlet", ""), when, known)]


def _may_be(row: ListedArticle, outlet: str, when: edtf.Span, headlines: list[str]) -> bool:
    other = edtf.span(row.published)
    if other is None or (apart := edtf.days_apart(when, other)) > 1:
        return False
    if not headlines or not row.headline:
        return row.outlet == outlet and apart == 0 and {when.precision, other.precision} == {"day"}
    likeness = max(_likeness(headline, row) for headline in headlines)
    return likeness >= (ALIKE if row.outlet == outlet else SAME)


def _likeness(headline: str, row: ListedArticle) -> float:
    """How much of a headline is that of an article, 0 to 1; all of it where one holds the other."""
    known = folded(row.headline)
    if headline in row.folded or known in headline:
        return 1.0
    return SequenceMatcher(None, headline, known, autojunk=False).ratio()
