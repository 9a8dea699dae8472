"""Names of the files and folders of a study beside its main registers."""

OPTIONAL = ("claims",)
"""Files of ``coded/`` that hold one list each, and that a study may lack."""
HISTORY, MIGRATIONS = "schemas/history", "schemas/migrations"
"""Folders with one older codebook a file, and one migration a file."""
NAMED_BY = {"article": "id", "coding": "article", "older_codebook": "version", "migration": "from>-<to"}
"""Keys of records after which their files are named."""
