"""What the prompt shows of an article before it asks: headline, date, outlet, genre, and the text when it is at hand."""

from collections.abc import Mapping

from framing.workbench import dates
from framing.workbench.desk import Desk
from framing.workbench.texts import text


def heading(desk: Desk, article: str, language: str, words: Mapping[str, str]) -> list[str]:
    """The lines that stand above the questions.

    Args:
        desk: whose.
        article: an id that the study lists.
        language: language of the interface.
        words: its texts.
    """
    record = desk.article(article).record
    outlets = {entry["id"]: entry["names"]["own"] for entry in desk.ground().registers["outlets"]}
    headlines = [record["headline"][name] for name in ("original", "romanised", "en") if record["headline"].get(name)]
    facts = [
        dates.echoed(record["date"]["published"], language),
        str(outlets.get(record["outlet"]) or record["outlet"]),
        words[f"genre_{record['genre']}"],
    ]
    found = text(desk.settings(), desk.root, article)
    paragraphs = [paragraph for _, paragraph in found.paragraphs()] if found else []
    known = words[f"text_{found.kind}" if found else "text_none"]
    return [*(headlines or [words["headline_unknown"]]), " · ".join(facts), known, *paragraphs]
