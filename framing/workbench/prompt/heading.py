"""What the prompt shows of an article before it asks: headline, date, outlet, genre, and the text when it is at hand."""

from collections.abc import Mapping

from framing.study import dates
from framing.study.faults import Fault
from framing.study.vocabulary import label
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.texts import Text


def heading(desk: Desk, article: str, language: str, words: Mapping[str, str]) -> list[str]:
    """The lines that stand above the questions.

    Args:
        desk: whose.
        article: an id that the study lists.
        language: language of the interface.
        words: its texts.
    """
    record = desk.article(article).record
    outlets = {entry["id"]: entry["names"]["own"] for entry in desk.standard().registers["outlets"]}
    headlines = [record["headline"][name] for name in ("original", "romanised", "en") if record["headline"].get(name)]
    facts = [
        dates.echoed(record["date"]["published"], language),
        str(outlets.get(record["outlet"]) or record["outlet"]),
        label(desk.standard().codebook, "genres", record["genre"], language),
    ]
    return [*(headlines or [words["headline_unknown"]]), " · ".join(facts), *_told(desk.text(article), words)]


def _told(found: Text | Fault | None, words: Mapping[str, str]) -> list[str]:
    if found is None:
        return [words["text_none"]]
    if isinstance(found, Fault):
        return [str(found)]
    return [words[f"text_{found.kind}"], *(paragraph for _, paragraph in found.paragraphs())]
