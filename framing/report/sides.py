"""What sides and refusals are called in the language of a page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from framing.compare.sides import REST, Side
from framing.refusal import Refusal
from framing.report.blocks import Line, line
from framing.report.context import Context
from framing.report.names import country_name, in_english
from framing.words import FIRST


def side_name(ctx: Context, side: Side) -> str:
    """What a side is called: by its papers, with their country or group; by their number where these are too many."""
    if ctx.language == FIRST:
        return side.words
    if side.kind == "outlet":
        return ctx.outlet_short(side.outlets[0])
    if side.listing:
        return ctx.say.text("brief-side-counted", papers=len(side.outlets), country=side_head(ctx, side))
    papers = [ctx.outlet_short(outlet) for outlet in side.outlets]
    return ctx.say.text("brief-side", papers=papers, country=side_head(ctx, side))


def side_head(ctx: Context, side: Side) -> str:
    """What a side is called for short, at the head of a column."""
    if ctx.language == FIRST or (side.kind == "group" and side.name != REST):
        return side.head
    if side.coder:
        return ctx.say.text("comparison-coder", coder=side.coder)
    if side.name == REST:
        return ctx.say.text("comparison-all-others")
    if side.kind == "outlet":
        return ctx.outlet_short(side.outlets[0])
    return country_name(str(ctx.outlet(side.outlets[0])["country"]), ctx.language)


def heads(ctx: Context, sides: tuple[Side, Side]) -> tuple[str, str]:
    """Both sides for short."""
    return side_head(ctx, sides[0]), side_head(ctx, sides[1])


def names(ctx: Context, sides: tuple[Side, Side]) -> dict[str, str]:
    """Both sides as messages take them: ``one`` and ``other``."""
    return {"one": side_name(ctx, sides[0]), "other": side_name(ctx, sides[1])}


def told_listing(ctx: Context, side: Side) -> Line:
    """The papers of a side that is called by their number."""
    papers = [ctx.outlet_short(outlet) for outlet in side.outlets]
    return ctx.say("comparison-listing", side=side_name(ctx, side), papers=papers)


def told_dated(ctx: Context, event: str, first: date, last: date | None) -> Line:
    """An event with its day, or the days between which it was."""
    kind = "open" if last is None else "day" if first == last else "span"
    return ctx.say("comparison-dated", event=ctx.event_label(event), kind=kind, first=first, last=last or first)


def told_refusal(ctx: Context, refusal: Refusal) -> Line:
    """Why there is no number, and what would be needed; in English where the refusal does not give its values."""
    if refusal.values is None:
        return line(in_english(str(refusal), ctx.language))
    values = {name: _named(ctx, name, value) for name, value in refusal.values.items()}
    return ctx.say(f"refusals-{refusal.code}", **values)


def _named(ctx: Context, name: str, value: Any) -> Any:
    """A value as a message takes it: papers, countries and sides by their names."""
    by_name: Mapping[str, Any] = {"outlet": ctx.outlet_short, "country": lambda code: country_name(code, ctx.language)}
    if name in by_name:
        return by_name[name](value)
    if name == "sides":
        return [side_name(ctx, side) for side in value]
    return value
