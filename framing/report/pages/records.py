"""The records: every article as a card, and the sets of articles behind the numbers."""

from collections.abc import Sequence

from framing.report.blocks import Page, Section, Sets, set_name
from framing.report.briefs.registers import records_in_brief
from framing.report.context import Context
from framing.report.sections.cards import cards


def records(ctx: Context, written: Sequence[Page]) -> Page:
    """The page of every article of the study, whatever the panel, because a number may count any of them.

    The records behind each number of the pages ``written`` so far can be shown alone.
    """
    sets = {set_name(number.records): number.records for page in written for number in page.numbers() if number.records}
    members = tuple((name, tuple(sorted(sets[name]))) for name in sorted(sets))
    names = ctx.corpus.tables.articles["article"].to_list()
    return Page(
        "records",
        ctx.say.text("page-records"),
        (),
        (
            records_in_brief(ctx),
            Section("sets", "The records behind the numbers", (Sets(members),)),
            Section("cards", "Every article", cards(ctx, names)),
        ),
    )
