"""Answers to questions on values and frames in plain sentences, each number from the counts of ``analysis.questions``."""

from typing import Any, NamedTuple

import polars as pl

from framing.analysis.floors import SHARE
from framing.analysis.questions import SINCE, Answer
from framing.report.blocks import Line, Link, Number, joined, line
from framing.report.context import Context, number, plural, spelled_edtf
from framing.study.cldr import country

Record = dict[str, Any]
NAMED = {"primary": "Primary frames", "any": "Frames"}


class Told(NamedTuple):
    """A question with what the study says to it."""

    ctx: Context
    question: Record
    found: Answer

    @property
    def ask(self) -> Record:
        """What is computed."""
        ask: Record = self.question["ask"]
        return ask

    @property
    def focus(self) -> str | None:
        """The value or frame that is asked for, if one is."""
        return self.ask.get("value") or self.ask.get("frame")

    @property
    def apart(self) -> bool:
        """Whether answers are given apart for groups of several articles."""
        return "around" in self.ask or self.ask.get("by") not in (None, "article")

    def called(self, value: str) -> str:
        """The label of a value or frame."""
        if self.ask["kind"] == "frames":
            return self.ctx.frame_label(value)
        return self.ctx.style.values[self.ask["variable"]].get(value, value)

    def group(self, name: str) -> str:
        """What a group is called."""
        if "around" in self.ask:
            return "since then" if name == SINCE else "before"
        by = self.ask.get("by")
        return self.ctx.style.outlets[name] if by == "outlet" else country(name) if by == "country" else name


def counted(records: list[str], word: str = "article") -> Line:
    """Some articles with their noun, to be followed to their records."""
    return (Number(plural(len(records), word), tuple(records)),)


def values_line(told: Told) -> Line:
    """How articles answer a variable."""
    what = f"“{told.ctx.style.variables[told.ask['variable']]}”"
    records = list(told.found.bearing)
    if not records:
        return _nothing(told, what)
    if told.ask.get("by") == "article":
        return _path(told, what)
    if told.apart and told.focus:
        said = f"Articles that say “{told.called(told.focus)}”, of those that answer {what}, {_parts(told)}: "
        return line(said, _by_group(told), ".")
    if told.apart:
        return line(f"{what}, {_parts(told)} (articles asked in parentheses): ", _by_group(told), ".")
    if told.found.asked.height == 1:
        labels = [f"“{told.called(row['value'])}”" for row in told.found.cells.to_dicts()]
        return line(f"The one article answers {what}: {' and '.join(labels)}.")
    verb, weighed = "answers" if len(records) == 1 else "answer", float(told.found.groups["n"].sum())
    beginning = line("Of ", _from_descriptions(told.found.asked), ", ", number(len(records), records))
    return line(
        beginning, f"{from_fewer(weighed, len(records))} {verb} {what}: ", _shared_out(told, ""), ".", _others(told)
    )


def frames_line(told: Told) -> Line:
    """Which frames articles have."""
    role, asked = told.ask.get("role", "primary"), told.found.asked
    if asked.is_empty():
        return line("The study has no article to ask.")
    if told.ask.get("by") == "article":
        return _path(told, NAMED[role])
    if told.focus:
        return line(*_focused(told), _frames_unseen(told))
    if told.apart:
        return line(f"{NAMED[role]}, {_parts(told)} (articles in parentheses): ", _by_group(told), ".")
    return line(f"{NAMED[role]} of ", _from_descriptions(asked), ": ", _shared_out(told, ""), ".")


def _focused(told: Told) -> Line:
    """How many articles have the frame that is asked for."""
    label, primary = f"“{told.called(str(told.focus))}”", told.ask.get("role", "primary") == "primary"
    if told.apart and told.found.bearing:
        role = "as primary frame" if primary else "among their frames"
        return line(f"Articles with {label} {role}, {_parts(told)}: ", _by_group(told), ".")
    cells = told.found.cells.filter(pl.col("value") == told.focus).to_dicts()
    records = cells[0]["records"] if cells else []
    has = "has" if len(records) == 1 else "have"
    role = "as primary frame" if primary else "among its frames" if len(records) == 1 else "among their frames"
    count = number(len(records), records) if records else line("none")
    return line("Of ", _from_descriptions(told.found.asked), ", ", count, f" {has} {label} {role}.")


def _frames_unseen(told: Told) -> str:
    unseen = told.found.cells.filter(pl.col("missing").is_not_null()).height
    return " A description cannot show that an article lacks a frame." if unseen else ""


def _from_descriptions(asked: pl.DataFrame) -> Line:
    """How many articles are asked, and on how many descriptions they rest."""
    return line(counted(asked["article"].to_list()), from_fewer(float(asked["weight"].sum()), asked.height))


def from_fewer(weighed: float, articles: int) -> str:
    """``fewer`` in parentheses."""
    known = fewer(weighed, articles)
    return f" ({known})" if known else ""


def fewer(weighed: float, articles: int) -> str:
    """From how many descriptions some articles are known, or what they count, where some share one; empty where none do.

    >>> fewer(2.0, 4), fewer(1.5, 2), fewer(3.0, 3)
    ('from 2 descriptions', 'counted as 1.5', '')
    """
    n = round(weighed, 2)
    if n >= articles:
        return ""
    return f"from {plural(int(n), 'description')}" if n.is_integer() else f"counted as {n:g}"


def _nothing(told: Told, what: str) -> Line:
    records = told.found.asked["article"].to_list()
    if not records:
        return line("The study has no article to ask.")
    if len(records) == 1:
        return line(f"The one article does not answer {what}.", _others(told))
    return line("None of ", counted(records), f" answers {what}.", _others(told))


def _others(told: Told) -> Line:
    """How many articles hold no answer, by reason."""
    silent: dict[str, set[str]] = {}
    for row in told.found.cells.filter(pl.col("missing").is_not_null()).to_dicts():
        silent.setdefault(row["missing"], set()).update(row["records"])
    label = told.ctx.style.missing
    reasons = [line(number(len(those), sorted(those)), f" {label[name].lower()}") for name, those in silent.items()]
    return line(" Without an answer: ", joined(reasons), ".") if reasons else ()


def _shared_out(told: Told, group: str) -> Line:
    """The answers of one group in the order of the codebook; that which is asked for comes first."""
    rows = told.found.cells.filter(pl.col("group") == group, pl.col("missing").is_null()).to_dicts()
    cells = {row["value"]: row for row in rows}
    listed = told.ctx.style.frames if told.ask["kind"] == "frames" else told.ctx.style.values[told.ask["variable"]]
    order = [value for value in listed if value in cells and value != told.focus]
    weighed = told.found.groups.filter(pl.col("group") == group)["n"].item()
    shown = [told.focus, *order] if told.focus else order
    return joined([_share(f"“{told.called(value)}”", cells.get(value), weighed) for value in shown])


def _share(called: str, cell: Record | None, weighed: float) -> Line:
    if cell is None:
        return line(f"0 {called}")
    percent = f" ({cell['weight'] / weighed:.0%})" if weighed >= SHARE else ""
    return line(number(cell["articles"], cell["records"]), f" {called}{percent}")


def _parts(told: Told) -> str:
    """What answers are given apart by."""
    if "around" in told.ask:
        return f"before “{told.ctx.style.events[told.ask['around']]}” and since"
    return {"outlet": "by paper", "country": "by country of the paper", "quarter": "by quarter"}[told.ask["by"]]


def _by_group(told: Told) -> Line:
    rows = told.found.groups.to_dicts()
    without = [(row["group"], row["asked"]) for row in rows if not row["given"]]
    key = {"outlet": "outlets", "country": "countries"}.get(told.ask.get("by", ""), "")
    held = {row["group"] for row in rows}
    without += [(name, 0) for name in told.question["about"].get(key, []) if name not in held]
    rest = ", ".join(f"{told.group(name)} ({plural(count, 'article')})" for name, count in without)
    told_of = joined([_one_group(told, row) for row in rows if row["given"]], "; ")
    return line(told_of, f"; {_silent(told)} {rest}" if rest else "")


def _silent(told: Told) -> str:
    return "none known from" if told.ask["kind"] == "frames" else "no answer from"


def _one_group(told: Told, row: Record) -> Line:
    """One group with its answers, or with how many of them are what is asked for."""
    given, name = number(row["given"], row["records"]), told.group(row["group"])
    if told.focus is None:
        known = fewer(row["n"], row["given"])
        asked = f"{row['asked']}; its answers {known}" if known else str(row["asked"])
        return line(f"{name} ({asked}) ", _shared_out(told, row["group"]))
    hits = told.found.cells.filter(pl.col("group") == row["group"], pl.col("value") == told.focus).to_dicts()
    count = number(hits[0]["articles"], hits[0]["records"]) if hits else line("0")
    whole = line(str(row["asked"])) if told.ask["kind"] == "frames" else given
    return line(f"{name} ", count, " of ", whole)


def _path(told: Told, what: str) -> Line:
    """The answers of each article in the order of their dates."""
    asked = told.found.asked
    answers: dict[str, list[str]] = {}
    for row in told.found.cells.drop_nulls("value").to_dicts():
        answers.setdefault(row["group"], []).append(f"“{told.called(row['value'])}”")
    several = len(set(asked["outlet"])) > 1
    steps = [
        line(" and ".join(answers[row["article"]]), " (", _when(told, row, named=several), ")")
        for row in asked.to_dicts()
        if row["article"] in answers
    ]
    rest = asked.height - len(answers)
    silent = f" Without an answer: {plural(rest, 'other article')}." if rest else ""
    known = fewer(float(told.found.groups["n"].sum()), len(answers))
    shared = f" They are {len(answers)} articles, {known}." if known else ""
    return line(f"{what}: ", joined(steps, ", then "), ".", silent, shared)


def _when(told: Told, row: Record, *, named: bool) -> Link:
    paper = f"{told.ctx.style.outlets[str(row['outlet'])]}, " if named else ""
    day = spelled_edtf(told.ctx.corpus.articles[row["article"]]["date"]["published"])
    return Link(paper + day, "records", row["article"])
