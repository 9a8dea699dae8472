"""Tables as Parquet: types stay, and the codebook's version and hash stand in every file."""

from collections.abc import Mapping
from io import BytesIO

from framing.export.package import Package


def parquet_files(package: Package) -> Mapping[str, bytes]:
    """Every table as one Parquet file, and the tables of the reading, which ``framing.scan`` opens.

    Args:
        package: a study as tables.

    Returns:
        Path to content; ``Package.about`` is the metadata of each file, its keys beginning with ``framing_``.

    >>> import polars as pl
    >>> from framing.export.package import Table
    >>> words = Table("", "", (), pl.DataFrame({"text": ["=1+1", None]}))
    >>> (content,) = parquet_files(Package("ferries", {"en": "Ferries"}, "1.0.0", "", ("", ""), {"words": words})).values()
    >>> pl.read_parquet_metadata(BytesIO(content))["framing_codebook_version"]
    '1.0.0'
    """
    metadata = {f"framing_{name}": text for name, text in package.about().items()}
    frames = {name: table.frame for name, table in package.tables.items()}
    frames |= {f"reading/{name}": table for name, table in package.stored.items()}
    files = {}
    for name, frame in frames.items():
        content = BytesIO()
        frame.write_parquet(content, metadata=metadata)
        files[f"parquet/{name}.parquet"] = content.getvalue()
    return files
