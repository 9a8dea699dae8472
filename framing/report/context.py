"""What every page of a report needs: the study, one reading of it, and the words for its ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from framing.analysis import coverage, period
from framing.analysis.choices import USUAL, Choices, alone
from framing.analysis.floors import FLOORS
from framing.analysis.grounds import any_inferred
from framing.analysis.reading import Reading, kept, reading, subset
from framing.chart.style import Style, style
from framing.corpus import Corpus
from framing.refusal import Refusal
from framing.report.blocks import Line, Link, Number, Run
from framing.report.names import full_name, label_language, short_name
from framing.report.speech import Speech, speech
from framing.study import levels
from framing.study.levels import signed
from framing.words import FIRST

Record = dict[str, Any]
TOLD = {"frames": ["article", "frame", "role"], "values": ["article", "variable", "value", "missing", "ground"]}
"""What cards tell of frames and values."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One study under one set of choices.

    Attributes:
        corpus: the study.
        choices: what was chosen.
        reading: the reading restricted to the panel and the voices, or why there is none.
        whole: the reading of every article of the study.
        told: the same with what is inferred, for the cards, which say of each value what it rests on; of frames and values
            the columns ``TOLD`` alone.
        articles: the articles of the panel, including those excluded from frame analysis.
        outlets: the outlets of the panel.
        periods: every period from the first to the last article or section of the study.
        covered: the events that some article of the panel is about, itself or through a part; each has a page.
        style: labels and colours for charts.
        language: of the pages; what has no label in it is called by its English one.
    """

    corpus: Corpus
    choices: Choices
    reading: Reading | Refusal
    whole: Reading | Refusal
    told: Reading | Refusal
    articles: pl.DataFrame
    outlets: pl.DataFrame
    periods: list[period.Period]
    covered: tuple[str, ...]
    style: Style
    language: str = FIRST

    @property
    def say(self) -> Speech:
        """The words of the pages in the language."""
        return speech(self.language)

    @property
    def simulated(self) -> bool:
        """Whether a program drew the study: its articles and its coders do not exist."""
        return bool(self.corpus.codebook.get("simulated"))

    @property
    def events(self) -> pl.DataFrame:
        """The event table."""
        return self.corpus.tables.events

    @property
    def searches(self) -> pl.DataFrame:
        """The search table."""
        return self.corpus.tables.searches

    @property
    def read_as(self) -> str:
        """The rule of the reading, with its ground where that is to be told."""
        rule, one = self.choices.rule, alone(self.choices.rule)
        told = self.say.text("reliability-rule-of", rule="coder" if one else rule, coder=one.coder if one else "")
        return told + self.ground_told

    @property
    def read_in_full(self) -> str:
        """The rule of the reading for whoever does not know its name: the usual one step by step."""
        return (
            self.say.text("figures-adjudicated") + self.ground_told if self.choices.rule == USUAL.rule else self.read_as
        )

    @property
    def ground_told(self) -> str:
        """The ground, as captions add it where it is not the usual one, or makes a difference; else nothing."""
        told = self.choices.ground != USUAL.ground or _inferred(self)
        return self.say.text("shared-ground", ground=self.choices.ground) if told else ""

    def variables(self, show: str) -> list[Record]:
        """The variables of the groups that reports show in one way, in codebook order."""
        return levels.shown(self.corpus.codebook, show)

    def sets(self) -> list[Record]:
        """The variables of which an article may give several values, in codebook order."""
        return [entry for entry in self.corpus.codebook["variables"] if levels.several(entry)]

    def outlet(self, name: str) -> Record:
        """The register entry of an outlet."""
        return next(entry for entry in self.corpus.registers["outlets"] if entry["id"] == name)

    def event(self, name: str) -> Record:
        """The register entry of an event."""
        return next(entry for entry in self.corpus.registers["events"] if entry["id"] == name)

    def frame_label(self, name: str) -> str:
        """What a frame dimension is called."""
        return labelled(self.corpus.codebook["frames"], self.language)[name]

    def event_label(self, name: str) -> str:
        """What an event is called."""
        return labelled([self.event(name)], self.language)[name]

    def outlet_name(self, name: str) -> str:
        """The full name of an outlet."""
        return full_name(self.outlet(name), self.language)

    def outlet_short(self, name: str) -> str:
        """What an outlet is called for short."""
        return short_name(self.outlet(name), self.language)

    def value_label(self, variable: str, value: object) -> str:
        """What a value is called; missing values by their own names."""
        entry = next(entry for entry in self.corpus.codebook["variables"] if entry["id"] == variable)
        values = labelled(entry["values"], self.language)
        name = {**values, **labelled(self.corpus.codebook["missing"], self.language)}.get(str(value), str(value))
        scored = levels.scored(entry) and str(value) in values
        return f"{signed(int(str(value)))} {name}" if scored else name

    def answer_label(self, variable: str, values: Iterable[object]) -> str:
        """What the values in one answer are called, in the order of the codebook."""
        entry = next(entry for entry in self.corpus.codebook["variables"] if entry["id"] == variable)
        order = [str(answer) for answer in levels.answers(entry)]
        ranked = sorted(map(str, values), key=order.index)
        return ", ".join(self.value_label(variable, value) for value in ranked)


def context(corpus: Corpus, choices: Choices, language: str = FIRST) -> Context:
    """The study under some choices: what every page is made from, in one language."""
    tables = corpus.tables
    panel = in_panel(choices)
    whole = reading(tables, choices.rule, filters(corpus.codebook), choices.ground)
    chosen = whole if isinstance(whole, Refusal) else chosen_of(whole, choices)
    articles = tables.articles.filter(panel)
    return Context(
        corpus=corpus,
        choices=choices,
        reading=chosen,
        whole=whole,
        told=_told(with_inferred(corpus, choices, whole)),
        articles=articles,
        outlets=tables.outlets.filter(panel),
        periods=period.spanning(_days(corpus, articles), choices.every),
        covered=() if isinstance(chosen, Refusal) else coverage.covered_events(chosen.articles, tables.events),
        style=style(corpus.codebook, corpus.registers["outlets"], corpus.registers["events"], language),
        language=language,
    )


@lru_cache(maxsize=4)
def _inferred(ctx: Context) -> bool:
    """Whether the study has inferred values, which every caption asks."""
    return any_inferred(ctx.corpus.tables.values)


def _told(read: Reading | Refusal) -> Reading | Refusal:
    if isinstance(read, Refusal):
        return read
    narrow = {name: getattr(read, name).select(columns) for name, columns in TOLD.items()}
    return read._replace(**narrow)


def with_inferred(corpus: Corpus, choices: Choices, whole: Reading | Refusal) -> Reading | Refusal:
    """The reading of every article with what is inferred; ``whole`` itself, the one that was chosen, where that is no other."""
    if choices.ground == "inferred" or not any_inferred(corpus.tables.values):
        return whole
    return reading(corpus.tables, choices.rule, filters(corpus.codebook), "inferred")


def in_panel(choices: Choices) -> pl.Expr:
    """Whether an article is of the outlets that were chosen."""
    return pl.lit(value=True) if choices.panel == "all" else pl.col("panel") == choices.panel


def chosen_of(whole: Reading, choices: Choices) -> Reading | Refusal:
    """A reading as far as the panel and the voices that were chosen go, or the refusal ``nothing_coded``."""
    found = subset(whole, kept(whole.articles.filter(in_panel(choices)), whole.values, choices.voices)["article"])
    if not found.articles.is_empty():
        return found
    reason, need = "No article in this panel and voice has been coded.", "Codings, or other choices."
    return Refusal("nothing_coded", reason, need, {"kind": "panel"})


def _days(corpus: Corpus, articles: pl.DataFrame) -> list[date]:
    """The days on which articles appeared, and the first day of each quarter that a section of a source is on."""
    sections = [section for source in corpus.registers["sources"] for section in source["sections"]]
    return [*articles["published"].drop_nulls(), *(period.quarter_start(section["quarter"]) for section in sections)]


def labelled(entries: list[Record], language: str = FIRST) -> Mapping[str, str]:
    """Label by id, English where there is none in the language."""
    return {str(entry["id"]): entry["labels"].get(language) or entry["labels"][FIRST] for entry in entries}


def filters(codebook: Record) -> tuple[str, ...]:
    """The variables by which articles can be selected, such as voice."""
    return tuple(variable["id"] for variable in levels.shown(codebook, "filter"))


def number(count: int, records: list[str]) -> Line:
    """A count that can be followed to its records."""
    return (Number(str(count), tuple(records)),)


def plural(count: int, word: str, words: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural(3, "article"), plural(2, "country", "countries")
    ('1 article', '3 articles', '2 countries')
    """
    return f"{count} {word if count == 1 else words or word + 's'}"


def share(hits: float, n: float, ends: str = "") -> str:
    r"""A share as far as the floors allow, with what it is a share of and, in between, its interval if given.

    >>> share(4, 13), share(3.6667, 9.5, " [15;\xa071]"), share(1, 4)
    ('31%, 4 of 13', '39% [15;\xa071], 3.67 of 9.5 (indicative)', '–')
    """
    if n < FLOORS[2].articles:
        return "–"
    text = f"{hits / n:.0%}{ends}, {round(hits, 2):g} of {round(n, 2):g}"
    return text + (" (indicative)" if n < FLOORS[3].articles else "")


def event_link(ctx: Context, name: str) -> Line:
    """An event's label, linked to its page when it has one."""
    label, language = ctx.event_label(name), label_language(ctx.event(name)["labels"], ctx.language)
    if name in ctx.covered:
        return (Link(label, f"event-{name}", "", language),)
    return (Run(label, language) if language else label,)


def coders_of(ctx: Context, articles: pl.DataFrame) -> list[Record]:
    """The register entries of the coders whose codings a reading of some articles uses."""
    used = {coder for names in articles["coders"].drop_nulls() for coder in names.split()}
    return [entry for entry in ctx.corpus.registers["coders"] if entry["id"] in used]


def coders_in(ctx: Context, phase: str) -> list[Record]:
    """The register entries of everyone who coded something in a phase."""
    used = set(ctx.corpus.tables.codings.filter(pl.col("phase") == phase)["coder"])
    return [entry for entry in ctx.corpus.registers["coders"] if entry["id"] in used]
