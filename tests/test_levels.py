"""What the level of a variable asks of the rest of its entry in the codebook."""

import json
from pathlib import Path

from framing.study import levels


def test_the_schema_names_every_level() -> None:
    schema = json.loads((Path(__file__).parent.parent / "schemas" / "codebook.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["variable"]["properties"]["level"]["enum"] == list(levels.LEVELS)
