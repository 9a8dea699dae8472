"""The table of formats of codings: a format is one module and one row here."""

from collections.abc import Mapping

from framing.exchange.choosing import chosen
from framing.exchange.clipping import Export
from framing.exchange.codings import (
    cas,
    doccano,
    google_forms,
    label_studio,
    own_tables,
    potato,
    qdpx,
    qualtrics,
    recal,
    tables,
    webanno,
)
from framing.exchange.codings.line import Form

FORMS: Mapping[str, Form] = {
    "qdpx": qdpx.FORM,
    "cas-json": cas.JSON,
    "cas-xmi": cas.XMI,
    "framing-xlsx": own_tables.BOOK,
    "framing-wide": own_tables.WIDE,
    "framing-long": own_tables.LONG,
    "xlsx": tables.WORKBOOK,
    "label-studio": label_studio.FORM,
    "doccano": doccano.FORM,
    "webanno-tsv": webanno.FORM,
    "potato": potato.FORM,
    "qualtrics": qualtrics.FORM,
    "google-forms": google_forms.FORM,
    "recal": recal.FORM,
    "csv": tables.CSV,
}
"""Formats of codings by name, the more particular first: the first that recognises a file reads it."""


def form_of(export: Export, named: str = "") -> tuple[str, Form]:
    """The format of a file: the one that a person names, else the first that recognises it.

    Raises:
        NotReadableError: when there is none.

    >>> form_of(Export("a.bin", b"0"), "csw")
    Traceback (most recent call last):
    framing.exchange.clipping.NotReadableError: there is no format 'csw'; did you mean 'csv'?
    """
    return chosen(export, named, FORMS)
