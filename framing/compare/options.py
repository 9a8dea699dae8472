"""What a reader of a comparison may choose."""

from typing import NamedTuple

from framing.analysis.reading import Filter
from framing.compare.chance.permutation import DRAWS
from framing.compare.sampling import TreatAs
from framing.compare.selection import EVER, Window


class Options(NamedTuple):
    """What a reader may choose.

    Attributes:
        window: days from the event, or dates.
        voices: voices to keep; none keeps all.
        treat_as: whether a purposive selection is tested as if it were a sample.
        draws: tables to draw where they cannot be enumerated.
        seed: of the permutations.
    """

    window: Window = EVER
    voices: tuple[Filter, ...] = ()
    treat_as: TreatAs = "as_chosen"
    draws: int = DRAWS
    seed: int = 0


DEFAULT = Options()
