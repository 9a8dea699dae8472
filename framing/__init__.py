"""Compare how newspapers frame events, from hand-coded articles to reports that say what they cannot say.

``framing.read(path)`` is the front door for notebooks, ``framing.scan(path)`` that for exports that do not fit into memory; ``framing --help`` for the command line.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "read", "scan"]

if TYPE_CHECKING:
    from framing.analysis.store import scan
    from framing.corpus import read


def __getattr__(name: str) -> object:
    """Loads the front door only when somebody opens it: Polars and the validators take half a second."""
    if name == "read":
        from framing.corpus import read

        return read
    if name == "scan":
        from framing.analysis.store import scan

        return scan
    raise AttributeError(f"module 'framing' has no attribute {name!r}")
