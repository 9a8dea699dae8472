"""The table of formats: a format is one module of ``readers`` and one row here."""

from collections.abc import Mapping

from framing.exchange import packed
from framing.exchange.choosing import chosen
from framing.exchange.clipping import Export, Reader
from framing.exchange.readers import (
    better_bibtex,
    bibtex,
    csl,
    europresse,
    factiva,
    factiva_article,
    factiva_xml,
    integrum_html,
    integrum_xlsx,
    kikuzo,
    labelled,
    lexisnexis,
    mediacloud,
    nexis,
    nexis_uni,
    proquest,
    ris,
    table,
    texts,
    yomidas,
)

READERS: Mapping[str, Reader] = {
    "table": table.READER,
    "texts": texts.READER,
    "labelled": labelled.READER,
    "europresse": europresse.READER,
    "factiva": factiva.READER,
    "factiva-article": factiva_article.READER,
    "factiva-xml": factiva_xml.READER,
    "integrum-html": integrum_html.READER,
    "integrum-xlsx": integrum_xlsx.READER,
    "kikuzo": kikuzo.READER,
    "lexisnexis": lexisnexis.READER,
    "mediacloud": mediacloud.READER,
    "nexis": nexis.READER,
    "nexis-uni": nexis_uni.READER,
    "proquest": proquest.READER,
    "yomidas": yomidas.READER,
    "better-bibtex": better_bibtex.READER,
    "csl-json": csl.READER,
    "ris": ris.READER,
    "bibtex": bibtex.READER,
}
"""Formats of articles by name, the more particular first: the first that recognises a file reads it."""


def reader_of(export: Export, named: str = "") -> tuple[str, Reader]:
    """The reader of a file: the one that a person names, else the first that recognises it.

    Raises:
        NotReadableError: when there is none.

    >>> reader_of(Export("a.bin", b"0"), "kikuso")
    Traceback (most recent call last):
    framing.exchange.clipping.NotReadableError: there is no format 'kikuso'; did you mean 'kikuzo'?
    """
    if not named and packed.is_packed(export):
        packed.opened(export)
    return chosen(export, named, READERS)
