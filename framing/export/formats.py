"""The formats of an export. A format is a row of ``FORMATS``."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from framing.export import losses
from framing.export.as_annotations import annotation_files
from framing.export.as_csl import csl_files, losses_of_csl
from framing.export.as_csv import csv_files
from framing.export.as_datapackage import datapackage_files
from framing.export.as_dta import dta_files
from framing.export.as_parquet import parquet_files
from framing.export.as_quarto import quarto_files
from framing.export.as_refi import refi_files
from framing.export.as_sav import sav_files
from framing.export.as_xlsx import xlsx_files
from framing.export.package import Package
from framing.refusal import Refusal


class Format(NamedTuple):
    """One format.

    Attributes:
        shows: what it gives, in words.
        files: a package as files: path to content; or a refusal where the format cannot hold it.
        losses: what it cannot carry of a study, in words.
    """

    shows: str
    files: Callable[[Package], Mapping[str, bytes] | Refusal]
    losses: Callable[[Package], list[str]] = losses.of_tables


FORMATS = {
    "csv": Format("a CSV file per table, for any program", csv_files),
    "xlsx": Format("a workbook with a sheet per table, for spreadsheets", xlsx_files),
    "parquet": Format("a Parquet file per table, with types, for R, Python and databases", parquet_files),
    "quarto": Format(
        "the Parquet files and paper.qmd, a paper for Quarto that computes its tables from them", quarto_files
    ),
    "sav": Format(
        "the wide table for SPSS, with value labels and missing values; needs the extra spss", sav_files, losses.of_wide
    ),
    "dta": Format(
        "the wide table for Stata, with value labels and missing values; needs the extra spss",
        dta_files,
        losses.of_stata,
    ),
    "datapackage": Format("the CSV files and datapackage.json, which describes every field", datapackage_files),
    "refi-qda": Format(
        "codings and codebook for NVivo, ATLAS.ti, MAXQDA and others (REFI-QDA 1.5)", refi_files, losses.of_refi
    ),
    "web-annotation": Format(
        "answers and quotes as W3C Web Annotations (JSON-LD)", annotation_files, losses.of_annotations
    ),
    "csl-json": Format("articles as references for Zotero and others (CSL JSON)", csl_files, losses_of_csl),
}
"""Formats by name. Two that write the same file write the same bytes."""
