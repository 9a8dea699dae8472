"""Parts of charts: titles, keys, axes, hatches, and text that fits."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, Self

import altair as alt
import polars as pl

from framing.chart.style import INK, QUIET, SHADES, WIDTH, Style, theme

PATH = 4
"""A point of this size draws a custom path at one pixel per unit."""


_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"


_TOKEN = re.compile(rf"{_WIDE}[、。）」』，．：；・ー]*|[^ \u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+ *| +")


def text_width(text: str, size: float = 11) -> float:
    """About how many pixels a text takes; charts are laid out by it, so it errs on the wide side.

    >>> round(text_width("Yomiuri")), round(text_width("読売新聞"))
    (46, 44)
    """
    return size * sum(map(_sign_width, text))


@cache
def _sign_width(sign: str) -> float:
    return 1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.74 if sign.isupper() else 0.58


def wrapped(text: str, pixels: float, size: float = 11) -> list[str]:
    """A text in lines of at most so many pixels; Japanese breaks between any two characters, but not before punctuation.

    >>> wrapped("one two three", 60), wrapped("斜線、空白", 36)
    (['one two', 'three'], ['斜線、', '空白'])
    """
    lines = [""]
    for token in _TOKEN.findall(text):
        if lines[-1] and text_width((lines[-1] + token).rstrip(), size) > pixels:
            lines.append("")
        lines[-1] += token
    return [line.strip() for line in lines]


class Chart(alt.Chart):
    """A chart whose copies share what is inside it.

    Altair copies the charts of a composition as deeply as they go, once for every level that they stand in, which took
    a fifth of the time of a report. Here nothing inside a chart is changed once it is made, so that copies may share it.
    """

    def __deepcopy__(self, _: object) -> "Chart":
        return self.copy(deep=False)

    def encode(self, *channels: Any, **named: Any) -> Self:
        """The chart with its channels, each of the type of its column: Altair asks for that at length, for every mark anew."""
        kinds = self.data.schema if isinstance(self.data, pl.DataFrame) else {}
        return super().encode(*channels, **{name: _typed(channel, kinds) for name, channel in named.items()})


def _typed(channel: Any, kinds: Mapping[str, pl.DataType]) -> Any:
    """A channel, or several, with the type of the column that it names; as it was where it names none, or its type is said or has none."""
    if isinstance(channel, list):
        return [_typed(one, kinds) for one in channel]
    if not isinstance(channel, alt.SchemaBase):
        return channel
    try:
        field, said = channel["shorthand"], channel["type"]
    except KeyError:  # ends of bars and values have no type
        return channel
    measured = _measured(kinds[field]) if isinstance(field, str) and field in kinds else None
    if measured is None or said is not alt.Undefined:
        return channel
    typed = channel.copy(deep=False)
    typed["field"], typed["type"], typed["shorthand"] = field, measured, alt.Undefined
    return typed


def _measured(kind: pl.DataType) -> str | None:
    """How Vega-Lite calls the level of a column; nothing for kinds of which the values say more."""
    if kind.is_numeric():
        return "quantitative"
    return {pl.String: "nominal", pl.Boolean: "nominal", pl.Date: "temporal"}.get(kind.base_type())


def layered(*layers: alt.Chart | alt.LayerChart, **properties: Any) -> alt.LayerChart:
    """Charts on top of one another, with their width, height or title."""
    return alt.LayerChart(layer=layers, **properties)


def fixed(channel: Any, value: Any) -> Any:
    """A channel at one value for all marks, as the channel's own class; see ``either`` for why."""
    return channel(value)


def either(channel: Any, test: Any, yes: Any, no: Any) -> Any:
    """One of two values of a channel, by a condition.

    Built as the channel's own class: a bare condition Altair recognises only by hashing every class of its schema, each time.
    """
    return channel(no, condition={"test": test, "value": yes})


def titled(chart: alt.TopLevelMixin, title: str, notes: Sequence[str], spoken: str = "") -> alt.TopLevelMixin:
    """The chart with the theme, a title, notes under it in lines that fit, and the same as alternative text."""
    lines = [line for note in notes if note for line in wrapped(note, WIDTH - 20)]
    head = alt.TitleParams(wrapped(title, WIDTH - 20, 15), subtitle=lines)
    told = " ".join(part for part in (f"{title}.", *notes, spoken) if part)
    # Set in place: `properties` and `configure` would each copy the chart and everything inside it, which took a third
    # of the time of a report; whoever titles a chart has just made it.
    for name, value in (("title", head), ("description", told), ("config", alt.Config(**theme()))):
        setattr(chart, name, value)
    return chart


def heading(text: str | list[str], notes: Sequence[str] = ()) -> alt.TitleParams:
    """The title of one panel of a chart."""
    return alt.TitleParams(text, subtitle=list(notes), fontSize=12, frame="group", offset=8, subtitlePadding=4)


class Symbol(NamedTuple):
    """A sample of a mark with its meaning, in a key that is drawn by hand: Vega-Lite has no legend for fill or for rings."""

    label: str
    colour: str = INK
    shape: str = "circle"
    fill: float = 1
    size: int = 70
    room: float = 0


def symbols(groups: Sequence[Sequence[Symbol]], width: float) -> alt.LayerChart:
    """A key: samples with labels from left to right, in as many lines as they need, each group on a new line."""
    placed, y = [], -9
    for group in groups:
        x = width + 1
        for symbol in group:
            need = max(text_width(symbol.label), symbol.room) + (30 if symbol.size else 8)
            x, y = (0, y + 18) if x + need > width else (x, y)
            placed.append((x + 8, x + (18 if symbol.size else 0), y, *symbol[:5]))
            x += need
    schema = ["x", "left", "y", "label", "colour", "shape", "fill", "size"]
    rows = pl.DataFrame(placed, schema=schema, orient="row", infer_schema_length=None)
    down = alt.Y("y", scale=alt.Scale(domain=[y + 9, 0], nice=False, zero=False), axis=None)
    base = Chart(rows).encode(y=down)

    def across(column: str) -> alt.X:
        return alt.X(column, scale=alt.Scale(domain=[0, width], nice=False, zero=False), axis=None)

    sample = base.transform_filter(alt.datum.size > 0).mark_point(opacity=1, strokeWidth=1.2)
    return layered(
        sample.encode(
            x=across("x"), shape=alt.Shape("shape", scale=None), size=alt.Size("size", scale=None),
            fill=alt.Fill("colour", scale=None), stroke=alt.Stroke("colour", scale=None),
            fillOpacity=alt.FillOpacity("fill", scale=None),
        ),
        base.mark_text(align="left").encode(x=across("left"), text=alt.Text("label")),
        width=width, height=y + 9,
    )  # fmt: skip


def nothing(noun: str, style: Style) -> alt.TopLevelMixin:
    """The chart of an empty table: it says so."""
    said = style.words["nothing"]
    rows = pl.DataFrame({"text": [said]})
    chart = (
        Chart(rows).mark_text(color=QUIET, fontSize=12).encode(text=alt.Text("text")).properties(width=320, height=60)
    )
    return titled(chart, style.words[noun].format(variables=style.words["value"]), [style.words["n"].format(n=0)])


def points(column: str) -> pl.Expr:
    """A difference of shares in percentage points, written as in texts: with its sign, a true minus, and 0 without one.

    >>> pl.DataFrame({"d": [0.126, -0.18, -0.001]}).select(points("d")).to_series().to_list()
    ['+13', '−18', '0']
    """
    whole = (pl.col(column) * 100).round(0).cast(pl.Int64)
    sign = pl.when(whole > 0).then(pl.lit("+")).when(whole < 0).then(pl.lit("−")).otherwise(pl.lit(""))
    return pl.format("{}{}", sign, whole.abs())


def plain(table: pl.DataFrame) -> pl.DataFrame:
    """The table as a chart embeds it: vocabularies as text."""
    return table.with_columns(pl.col(pl.Enum).cast(pl.String))


def present(table: pl.DataFrame, column: str, order: Iterable[str]) -> list[str]:
    """The ids of a column in the order of the study."""
    found = set(table[column].cast(pl.String))
    return [name for name in order if name in found]


def lookup(labels: Mapping[Any, Any]) -> str:
    """A Vega expression that shows an id by its label."""
    return f"{json.dumps({str(key): label for key, label in labels.items()}, ensure_ascii=False)}[datum.value]"


def label_of(column: str, labels: Mapping[Any, str]) -> pl.Expr:
    """The labels of a column of ids; an id without a label stays as it is."""
    return pl.col(column).cast(pl.String).replace({str(key): label for key, label in labels.items()})


def tip(words: Mapping[str, str], **columns: str) -> list[alt.Tooltip]:
    """Tooltip lines: the word for each column."""
    return [alt.Tooltip(column, title=words[word]) for word, column in columns.items()]


def hundredths(column: str) -> pl.Expr:
    """A number from 0 on as text with two decimals.

    >>> pl.DataFrame({"d": [0.4, 0.046, 1.0]}).select(hundredths("d")).to_series().to_list()
    ['0.40', '0.05', '1.00']
    """
    whole = (pl.col(column) * 100).round(0).cast(pl.Int64)
    return pl.format("{}.{}", whole // 100, (whole % 100).cast(pl.String).str.zfill(2))


def shortly(column: str, decimals: int) -> pl.Expr:
    """A number as text, rounded, and without decimals where it is whole.

    >>> pl.DataFrame({"n": [3.0, 3.667]}).select(shortly("n", 1)).to_series().to_list()
    ['3', '3.7']
    """
    return pl.col(column).round(decimals).cast(pl.String).str.strip_suffix(".0")


def share_in_words() -> pl.Expr:
    """The ``share`` in per cent, with the ``weight`` of ``n`` that it is: articles that share a description weigh one together."""
    percent = (pl.col("share") * 100).round(0).cast(pl.Int64)
    return pl.format("{} % ({}/{})", percent, shortly("weight", 2), shortly("n", 2))


def article_count(table: pl.DataFrame) -> int:
    """How many different articles stand behind a table."""
    return table["records"].explode(empty_as_null=True).drop_nulls().n_unique()


def column_axis(labels: Mapping[str, str], step: float, orient: Literal["top", "bottom"] = "top") -> alt.Axis:
    """An axis of columns whose labels lie flat where they fit and stand aslant where they do not."""
    flat = max(text_width(label) for label in labels.values()) <= step - 6
    slant = {"labelAngle": 0} if flat else {"labelAngle": -45, "labelAlign": "left" if orient == "top" else "right"}
    return alt.Axis(
        orient=orient, labelExpr=lookup(labels), domain=False, ticks=False, labelPadding=6, title=None, **slant
    )


def row_axis(labels: Mapping[str, Any], **more: Any) -> alt.Axis:
    """An axis of rows, each with its label and no line."""
    return alt.Axis(labelExpr=lookup(labels), domain=False, ticks=False, labelPadding=8, title=None, **more)


def column_step(rows: Iterable[str], heads: Sequence[str], most: float = 64, taken: float = 24) -> float:
    """Width of a column: what the row labels (and a slanting last head) leave of the page, within reason."""
    free = WIDTH - max((text_width(row) for row in rows), default=0) - taken
    step = min(most, free / max(len(heads), 1))
    if max(map(text_width, heads), default=0) > step - 6:
        step = min(step, (free - 0.72 * text_width(heads[-1])) / (len(heads) - 0.5))
    return round(max(16.0, step), 1)


def hatch(width: float, height: float, gap: float, ways: str) -> str:
    """The SVG path of a hatched cell around its centre; ``ways`` holds a slash, a backslash or a dash per set of strokes."""
    w, h = width / 2 - 1.5, height / 2 - 1.5
    strokes = []
    offsets = [gap * k for k in range(-int((w + h) / gap), int((w + h) / gap) + 1)]
    for c in offsets:
        x0, x1 = max(-w, -h - c), min(w, h - c)
        if x1 > x0:
            strokes += [f"M{x0:.1f},{x0 + c:.1f}L{x1:.1f},{x1 + c:.1f}"] if "\\" in ways else []
            strokes += [f"M{x0:.1f},{-x0 - c:.1f}L{x1:.1f},{-x1 - c:.1f}"] if "/" in ways else []
        if "-" in ways and abs(c) <= h:
            strokes.append(f"M{-w:.1f},{c:.1f}L{w:.1f},{c:.1f}")
    frame = f"M{-w:.1f},{-h:.1f}H{w:.1f}V{h:.1f}H{-w:.1f}V{-h:.1f}"
    return frame + "".join(strokes)


def ramp(column: str, most: Any) -> alt.Color:
    """Shades from nothing to the most that occurs."""
    return alt.Color(column, scale=alt.Scale(domain=[0, max(most or 0, 1e-9)], range=list(SHADES)), legend=None)


def interval_note(table: pl.DataFrame, style: Style) -> str:
    """What the intervals of a chart take for independent, or that it has none."""
    by = set(table["interval_by"].drop_nulls())
    if "draw" in by:
        return style.words["interval_draw"]
    return style.words["interval_events" if "events" in by else "interval_articles" if by else "interval_no"]
