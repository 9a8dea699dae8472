"""What the sources say of coverage and expectations in the aggregate."""

from typing import Any

from framing.report.blocks import Block, Line, Link, Paragraph, Table, joined, line
from framing.report.context import Context, event_link
from framing.study.cldr import country

Record = dict[str, Any]

GROUPS = {"press": "the press", "officials": "officials", "capital": "a capital", "opinion": "opinion"}
APART = (
    "Claims of the source about coverage and expectations in the aggregate, in the coder’s words. They are kept apart from the "
    "articles and count in no figure."
)


def claims_table(ctx: Context, claims: list[Record]) -> list[Block]:
    """A table with a row per claim, in the order of its periods; nothing where there is no claim."""
    if not claims:
        return []
    ordered = sorted(claims, key=lambda claim: (claim["period"]["from"], claim["period"]["to"]))
    rows = tuple(
        (
            line(_quarters(claim["period"])),
            _described(ctx, claim["about"]),
            line(claim["kind"]),
            _words(ctx, claim),
            _place(claim),
        )
        for claim in ordered
    )
    return [Paragraph(line(APART)), Table("", ("Period", "Who is described", "Kind", "Claim", "Where"), rows)]


def _quarters(period: Record) -> str:
    return period["from"] if period["from"] == period["to"] else f"{period['from']}–{period['to']}"


def _described(ctx: Context, about: Record) -> Line:
    if "outlet" in about:
        called, has_page = ctx.outlet(about["outlet"])["names"]["en"], about["outlet"] in ctx.outlets["outlet"]
        name: Line = line(Link(called, f"outlet-{about['outlet']}") if has_page else called)
    else:
        of = f" of {country(about['country'])}" if "country" in about else " (country not stated)"
        general = GROUPS.get(about["group"], "a paper") + ("" if "name" in about and "country" not in about else of)
        name = line(f"{about['name']} ({general})" if "name" in about else general.capitalize())
    return line(name, "" if about["in_study"] else "; no such source in the study")


def _words(ctx: Context, claim: Record) -> Line:
    events = joined([event_link(ctx, event) for event in claim["events"]], "; ")
    remark = f" Remark: {claim['remark']}" if "remark" in claim else ""
    return line(claim["words"], remark, *((" Events: ", events, ".") if events else ()))


def _place(claim: Record) -> Line:
    locator = claim["locator"]
    parts: list[str | Link] = [locator[key] for key in ("section", "place") if key in locator]
    if "note" in locator:
        parts.append(Link(f"note {locator['note']}", "ledger", f"{claim['source']}-{locator['note']}"))
    return joined(parts)
