"""The table of formats: a format is one module of ``readers`` and one row here."""

from collections.abc import Mapping

from framing.exchange import packed
from framing.exchange.clipping import Export, NotReadableError, Reader
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
from framing.study.faults import meant

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
    if named:
        if named not in READERS:
            raise NotReadableError(f"there is no format {named!r}{meant(named, READERS)}")
        return named, READERS[named]
    if packed.is_packed(export):
        packed.opened(export)
    for name, reader in READERS.items():
        if reader.recognises(export):
            return name, reader
    known = "; ".join(f"{name}: {reader.title}" for name, reader in READERS.items())
    raise NotReadableError(
        f"{export.name} is in no format that is known ({known}); name one with --format if it is one of these"
    )
