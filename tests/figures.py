"""The figures of one study for many tests: what figures have in common is computed once, and so is each figure."""

from collections.abc import Callable
from functools import cache
from typing import Any

from framing.chart.style import style
from framing.refusal import Refusal
from framing.report.context import Context
from framing.report.figures import FIGURES
from framing.report.figures.recipe import Measured


class Figures:
    """As ``framing.report.figures.drawn``, which measures anew whenever it is asked."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.subject: Callable[[Any], Any] = cache(lambda of: of(ctx))
        self.measured: Callable[[str], Measured[Any] | Refusal] = cache(self._measured)

    def _measured(self, name: str) -> Measured[Any] | Refusal:
        row = FIGURES[name]
        subject = self.subject(row.subject)
        return subject if isinstance(subject, Refusal) else row.of(subject)

    def drawn(self, name: str, language: str = "en") -> Any | Refusal:
        """One chart of the study, or why there is none."""
        registers, found = self.ctx.corpus.registers, self.measured(name)
        look = style(self.ctx.corpus.codebook, registers["outlets"], registers["events"], language)
        return found if isinstance(found, Refusal) else found.chart(look)
