"""A typed answer for a number that cannot honestly be given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a measure gives no number, and what would be needed for one.

    A refusal is a result like any other: reports print it in words where the number would stand.

    Attributes:
        code: a short stable name, for example ``too_few_articles``.
        reason: one sentence that says why there is no number.
        need: what would have to be collected or decided.
        values: what the reason and the need name, for pages in other languages; None where only this English text can be given.

    >>> print(Refusal("no_peers", "Rossiiskaya Gazeta is the only Russian outlet.", "A second Russian outlet."))
    Rossiiskaya Gazeta is the only Russian outlet. Needed: A second Russian outlet.
    """

    code: str
    reason: str
    need: str
    values: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.reason} Needed: {self.need}"
