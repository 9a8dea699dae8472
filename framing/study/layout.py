"""Names of the files and folders of a study beside its main registers."""

import re
from pathlib import Path

from framing.study.schema import LANGUAGE

OPTIONAL = ("claims", "questions", "samples")
"""Files of ``coded/`` that hold one list each, and that a study may lack; later ones refer to earlier ones."""
HISTORY, MIGRATIONS, MAPS = "schemas/history", "schemas/migrations", "schemas/maps"
"""Folders with one older codebook a file, one migration a file, and one map of the columns of a table a file."""
NAMED_BY = {"article": "id", "coding": "article", "older_codebook": "version", "migration": "from>-<to", "map": "name"}
"""Keys of records after which their files are named."""


def translations(root: Path) -> list[Path]:
    """The files of a study that hold the texts of its codebook in another language, such as schemas/codebook.ja.json.

    >>> translations(Path("nowhere"))
    []
    """
    return [
        path for path in sorted(root.glob("schemas/codebook.*.json")) if re.search(LANGUAGE, path.name.split(".")[1])
    ]
