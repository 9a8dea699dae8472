"""Compare how newspapers frame events, from hand-coded articles to reports that say what they cannot say.

``framing.read(path)`` is the front door for notebooks; ``framing --help`` for the command line.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "read"]

if TYPE_CHECKING:
    from framing.corpus import read


def __getattr__(name: str) -> object:
    """Loads the front door only when somebody opens it: Polars and the validators take half a second."""
    if name == "read":
        from framing.corpus import read

        return read
    raise AttributeError(f"module 'framing' has no attribute {name!r}")
