"""The records: every article as a row that opens to its card, and the sets of articles behind the numbers."""

from collections.abc import Sequence

from framing.report.behind import sets
from framing.report.blocks import Catalogue, Page, Section, Sets
from framing.report.briefs.registers import records_in_brief
from framing.report.context import Context
from framing.report.sections.rows import keyed, rows


def records(ctx: Context, written: Sequence[Page]) -> Page:
    """The page of every article of the study, whatever the panel, because a number may count any of them.

    The records behind each number of the pages ``written`` so far can be shown alone.
    """
    say, names = ctx.say, ctx.corpus.tables.articles["article"].to_list()
    return Page(
        "records",
        say.text("page-records"),
        (),
        (
            records_in_brief(ctx),
            Section(
                "sets",
                say.text("records-sets"),
                (Sets(sets(written, say)),),
                language=ctx.language,
            ),
            Section(
                "cards", say.text("records-cards"), (Catalogue(keyed(ctx, rows(ctx, names))),), language=ctx.language
            ),
        ),
    )
