"""The README of a bundle."""

from collections.abc import Mapping
from typing import Any

from framing.export.bundle.citation import Citation

_CODES = "Coders have codes for names; the key is not here."
_WHOLE = "Quotes are as the coders marked them, and short: no article can be put together from them."
_MASKED = (
    "Of {count} article(s) the quotes together are more than a quotation: each of their characters is a █; their offsets and the "
    "hash of the text stay."
)


def guide(about: Mapping[str, Any], cited: Citation) -> str:
    """What is in a bundle, and how anyone checks it.

    >>> about = {"codebook": "1.0.0", "framing": "0.1.0", "pseudonyms": False, "withheld_quotes_of_articles": 0}
    >>> guide(about, Citation("Ferries", "", "", ())).splitlines()[0]
    '# Ferries'
    """
    withheld = about["withheld_quotes_of_articles"]
    return f"""# {cited.title}

The records of a content analysis, and everything that was computed from them; codebook {about["codebook"]}, made by framing \
{about["framing"]}. The full text of no article is here. {_MASKED.format(count=withheld) if withheld else _WHOLE}
{_CODES if about["pseudonyms"] else "Coders have the names that the study gives them."}

| Where | What |
|---|---|
| `study/schemas` | the codebook, its former versions (`history`), the migrations between them, and the schemas of all records |
| `study/coded` | articles, the codings of each coder, adjudicated records with their decisions, outlets, events, sources, searches, coders |
| `csv`, `datapackage.json` | the same as tables, with a description of every column; `csv/decisions.csv` is the adjudication log, `csv/searches.csv` what was searched for |
| `reports` | the reports as Markdown; `reports/figures` holds each figure with its numbers (Vega-Lite) |
| `bundle.json` | what was chosen, seeds, versions, and the SHA-256 of every file |
| `ro-crate-metadata.json` | the same for archives (RO-Crate 1.2) |
| `CITATION.cff`, `LICENSE` | how to cite it, and what is allowed, as far as its authors have said |

To compute all of it again from `study` and compare:

    pip install media-framing=={about["framing"]}
    framing bundle --check FILE.zip
"""
