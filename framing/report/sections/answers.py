"""Answers to questions in one to three plain sentences, and what would answer those that the study cannot answer."""

from collections.abc import Callable, Iterable, Mapping

import polars as pl

from framing.analysis.coverage import WORDS, also_named
from framing.analysis.floors import FLOORS, SHARE
from framing.analysis.reading import Reading
from framing.compare.sides import listed
from framing.report.blocks import Line, joined, line
from framing.report.context import event_link, number
from framing.report.sections.claims import described_line, quarters, verdict_line
from framing.report.sections.counted_answers import Told, counted, fewer, frames_line, from_fewer, values_line

FEW = FLOORS[3].articles
"""The fewest articles of which a share is more than indicative."""
NEEDS = {
    "values": "the articles themselves, or descriptions that tell this of them",
    "frames": "the articles themselves, read in full",
    "coverage": "a search of the papers’ archives around the dates, with what it found",
    "contrast": "an article of each paper on the same event",
    "claim": "articles by those described, known otherwise than from this passage",
    "none": "material that the study does not hold",
}
"""What would answer a question of each kind, where the question itself does not say."""


def answer_line(told: Told) -> Line:
    """What the study says to a question; of a refusal, what would be needed."""
    said = _SAID[told.ask["kind"]](told)
    if told.found.verdict != "refused":
        return line(said, _shares(told))
    needs = told.question.get("needs") or NEEDS[told.ask["kind"]]
    return line(said, f" Needed: {needs.rstrip('.')}.")


def _shares(told: Told) -> str:
    """What the percentages of an answer are, as far as it has any."""
    if told.ask["kind"] not in ("values", "frames") or told.ask.get("by") == "article":
        return ""
    if told.focus and (told.apart or told.ask["kind"] == "frames"):
        return ""
    shown = told.found.groups.filter(pl.col("n") >= SHARE)
    warnings = {
        "are of the articles that answer": told.ask["kind"] == "values" and not shown.is_empty(),
        "count a shared description once": not shown.filter(pl.col("n") < pl.col("given")).is_empty(),
        f"are only indicative (of fewer than {FEW} articles)": not shown.filter(pl.col("n") < FEW).is_empty(),
    }
    true = [words for words, holds in warnings.items() if holds]
    return f" Percentages {listed(true)}." if true else ""


def _coverage(told: Told) -> Line:
    found, asked = told.found, told.found.asked["article"].to_list()
    events = [line("“", event_link(told.ctx, event), "”") for event in told.question["about"]["events"]]
    about = joined(events, " or ")
    if not asked:
        fits = " that fits" if told.question["about"].keys() & {"period", "frames"} else ""
        return line("The study has no article on ", about, f"{fits}.", _absent(told), _named(told))
    spread = [
        line(f"{told.group(row['group'])} ", number(row["asked"], row["records"]), from_fewer(row["n"], row["asked"]))
        for row in found.groups.to_dicts()
    ]
    by_event = [
        line(number(row["articles"], row["records"]), " “", event_link(told.ctx, row["value"]), "”")
        for row in found.cells.to_dicts()
    ]
    parts = joined(spread if told.apart else by_event, "; ")
    verb = "is" if len(asked) == 1 else "are"
    return line(counted(asked), f" of the study {verb} about ", about, ": ", parts, ".", _absent(told), _named(told))


def _absent(told: Told) -> str:
    """The papers without an article, and what is known of their silence."""
    papers: dict[str, list[str]] = {}
    for outlet, state in told.found.states:
        papers.setdefault(WORDS[state], []).append(told.ctx.style.outlets[outlet])
    listed = "; ".join(f"{', '.join(names)} ({state})" for state, names in papers.items())
    return f" Without an article: {listed}." if listed else ""


def _named(told: Told) -> Line:
    """The articles that name the events beside another one that they are about; they count in no answer."""
    read, about = told.ctx.whole, told.question["about"]
    if not isinstance(read, Reading) or about.keys() - {"outlets", "events"}:
        return ()
    papers = (
        pl.col("outlet").cast(pl.String).is_in(about["outlets"]) if "outlets" in about else pl.col("panel") == "core"
    )
    named = also_named(read.articles.filter(papers), told.ctx.events)
    found = named.filter(pl.col("event").cast(pl.String).is_in(about["events"]))["article"].unique().sort().to_list()
    records = [article for article in found if article not in told.found.asked["article"]]
    return line(" Named beside another event, and not counted: ", counted(records), ".") if records else ()


def _contrast(told: Told) -> Line:
    papers, label = told.question["about"]["outlets"], told.ctx.style.outlets
    counts = {
        row["group"]: joined(filter(None, [counted(row["records"]), fewer(row["n"], row["asked"])]))
        for row in told.found.groups.to_dicts()
    }
    named = [line(f"{label[paper]} (", counts.get(paper, "no article"), ")") for paper in papers]
    if not told.found.bearing:
        return line("The study cannot set them side by side: ", joined(named, " and "), ".")
    said: dict[str, dict[str, list[str]]] = {}
    left_out = {variable["id"] for variable in told.ctx.variables("filter")}
    for row in told.found.cells.filter(~pl.col("variable").is_in(left_out)).to_dicts():
        said.setdefault(row["variable"], {})[row["outlet"]] = row["value"]
    both = {name: [one[paper] for paper in papers] for name, one in said.items() if len(one) == len(papers)}
    parts = {
        "They differ in ": [_judgement(told, name, one) for name, one in both.items() if set(one[0]) != set(one[1])],
        "They agree in ": [_judgement(told, name, one[:1]) for name, one in both.items() if set(one[0]) == set(one[1])],
    }
    for paper in papers:
        alone = {name: one[paper] for name, one in said.items() if list(one) == [paper]}
        parts[f"Known of {label[paper]} alone: "] = [_judgement(told, name, [one]) for name, one in alone.items()]
    sentences = [f"{head}{'; '.join(some)}." for head, some in parts.items() if some]
    return line(joined(named, " and "), ". ", " ".join(sentences))


def _judgement(told: Told, variable: str, answers: Iterable[list[str]]) -> str:
    """A judgement with the answers of some papers."""
    values = told.ctx.style.values[variable] if variable else told.ctx.style.frames
    name = told.ctx.style.variables[variable] if variable else "Primary frame"
    return f"{name}: {' / '.join(', '.join(f'“{values[value]}”' for value in one) for one in answers)}"


def _claim(told: Told) -> Line:
    claims = told.ctx.corpus.registers["claims"]
    claim = next(entry for entry in claims if entry["id"] == told.ask["claim"])
    who = described_line(told.ctx, claim["about"])
    said = f", {quarters(claim['period'])}): {claim['words'].rstrip('.')}. Against the articles: "
    return line("Claim of the source (", who, said, verdict_line(told.ctx.say, dict(told.found.test)), ".")


_SAID: Mapping[str, Callable[[Told], Line]] = {
    "values": values_line,
    "frames": frames_line,
    "coverage": _coverage,
    "contrast": _contrast,
    "claim": _claim,
    "none": lambda _: line("Nothing in the study can answer this."),
}
