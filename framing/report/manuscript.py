"""What a paper says of its methods: paragraphs in which every number is counted, and what reviewers ask, answered or open."""

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from statistics import median
from typing import NamedTuple

from framing import __version__
from framing.agreement.double_coding import coded_twice
from framing.agreement.verdicts import RELY
from framing.analysis.provenance import provenance
from framing.compare.sides import listed
from framing.refusal import Refusal
from framing.report.blocks import Paragraph
from framing.report.contents import completed, makers
from framing.report.context import Context, coders_in, plural
from framing.report.days import span
from framing.report.figures import FIGURES
from framing.report.pages.reliability import reliability
from framing.report.speech import plain
from framing.report.wording import ENGLISH

LACY, KRIPPENDORFF, COREQ = "Lacy et al. 2015", "Krippendorff 2019", "after COREQ (Tong et al. 2007)"
SOURCES = (
    "Lacy, S., Watson, B. R., Riffe, D., & Lovejoy, J. (2015). Issues and best practices in content analysis. *Journalism & Mass "
    "Communication Quarterly, 92*(4), 791–811.",
    "Krippendorff, K. (2019). *Content analysis: An introduction to its methodology* (4th ed.). Sage.",
    "Tong, A., Sainsbury, P., & Craig, J. (2007). Consolidated criteria for reporting qualitative research (COREQ). *International "
    "Journal for Quality in Health Care, 19*(6), 349–357. Made for interviews: only the items on who coded and how are taken.",
)


class Item(NamedTuple):
    """What a reviewer asks.

    Attributes:
        asked: the question.
        source: who asks it.
        answer: from the study; empty where it is open.
        wanted: what would answer it.
    """

    asked: str
    source: str
    answer: str
    wanted: str


def manuscript(ctx: Context) -> str:
    """The paragraphs and the checklist as Markdown.

    Args:
        ctx: the study under some choices.

    Returns:
        Sections on sampling, coding, reliability and analysis, then a table of what reviewers ask; what the study does not say
        is open, and nothing is said in its place.
    """
    parts = {
        "Sampling": _sampling(ctx),
        "Coding": _coding(ctx),
        "Reliability": _reliability(ctx),
        "Analysis": _analysis(ctx),
    }
    told = "\n".join(f"### {name}\n\n{text}\n" for name, text in parts.items())
    items = list(checklist(ctx))
    still = sum(not item.answer for item in items)
    rows = "\n".join(
        f"| {item.asked} | {item.source} | {item.answer or f'**open**: {item.wanted}'} |".replace("\n", " ")
        for item in items
    )
    sources = "\n".join(f"- {source}" for source in SOURCES)
    return (
        f"## Methods\n\n{told}\n## What reviewers ask\n\n{len(items) - still} of {len(items)} are answered by the study, {still} are open.\n\n"
        f"| Question | Source | Answer |\n|---|---|---|\n{rows}\n\n{sources}\n"
    )


def _sampling(ctx: Context) -> str:
    articles, registers = ctx.corpus.tables.articles, ctx.corpus.registers
    known, outlets = provenance(articles), articles["outlet"].n_unique()
    days = "".join(map(str, span(ENGLISH, articles["published"])))
    chosen = Counter(map(str, articles["sampling"].to_list()))
    how = listed([f"{count} {name}" for name, count in sorted(chosen.items())])
    searches = registers["searches"]
    archives = listed(sorted({search["archive"] for search in searches}))
    searched = (
        f"{plural(len(searches), 'search', 'searches')} of {archives} are recorded with query, period and number of hits."
        if searches
        else "No search of an archive is recorded, so no outlet can be called silent."
    )
    notes = " ".join(source["sampling_note"] for source in registers["sources"] if source.get("sampling_note"))
    excluded = articles["excluded_because"].drop_nulls().len()
    return (
        f"The study has {plural(known.articles, 'article')} of {plural(outlets, 'outlet')}, published {days}. By how they were chosen: {how}. "
        f"{known.second_hand} of them are known only from a description by somebody else. Excluded from frame analysis, each with "
        f"its reason: {excluded}. {searched} {notes}"
    ).strip()


def _coding(ctx: Context) -> str:
    book, codings = ctx.corpus.codebook, list(ctx.corpus.codings.values())
    phases = Counter(coding["phase"] for coding in codings)
    minutes = [
        coding["minutes"] for coding in codings if coding.get("minutes") is not None and coding["phase"] == "main"
    ]
    settled = sum(len(coding.get("decisions", ())) for coding in codings)
    took = (
        f" A coding took {median(minutes):g} minutes (median of the {len(minutes)} that were timed)." if minutes else ""
    )
    older = (
        f" {plural(len(ctx.corpus.older), 'coding')} under older versions are kept and pooled with no others."
        if ctx.corpus.older
        else ""
    )
    return (
        f"Articles were coded under codebook {book['id']} {book['version']}: one primary frame of {len(book['frames'])} and at most "
        f"{book.get('frames_rule', {}).get('max_secondary', 0)} secondary ones, the event that the article is about, and "
        f"{plural(len(book['variables']), 'variable')}, each with definition, rules of inclusion and exclusion, and reasons for a missing answer. "
        f"{_coders(ctx)} made {plural(phases['main'], 'coding')} of the main phase; {phases['training'] + phases['pilot']} codings of training and pilot "
        f"are not reported.{took} {plural(settled, 'disagreement')} were settled in {plural(phases['adjudicated'], 'adjudicated record')}, each with "
        f"whom it follows, the reason and the argument.{older}"
    )


def _coders(ctx: Context) -> str:
    kinds = Counter(entry["kind"] for entry in coders_in(ctx, "main"))
    people, machines = kinds["person"], kinds["machine"]
    told = [plural(people, "person", "people")] if people else []
    told += [plural(machines, "machine")] if machines else []
    return listed(told) if told else "Nobody"


def _reliability(ctx: Context) -> str:
    page = reliability(ctx)
    texts = [
        plain(block.text)
        for section in page.sections
        if section.place == "methods"
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    found = FIGURES["reliability"].of(ctx)
    if isinstance(found, Refusal):
        return " ".join([*texts, str(found)])
    rows = found.row.numbers(found.subject, found.table)
    assert rows
    named = {plain(row[0]): [plain(cell) for cell in row] for row in rows.rows}
    first = next(iter(named.values()))
    at = {name: place for place, name in enumerate(rows.head)}
    told = f"{first[0]}: alpha {first[at['alpha']]}, 95 % interval {first[at['95 % interval']]}, {first[at['units']]} articles; verdict: {first[at['verdict']]}."
    return " ".join(
        [*texts, told, f"All {len(named)} judgements are in the table of reliability (framing table reliability)."]
    )


def _analysis(ctx: Context) -> str:
    pages = completed(ctx, [made() for made in makers(ctx)])
    texts = [
        plain(block.text)
        for page in pages
        if page.stem == "compare"
        for section in page.sections
        if section.place == "methods"
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    chosen = ctx.choices
    libraries = listed([f"{name} {version(name)}" for name in ("polars", "numpy", "altair")])
    return (
        f"All figures follow one reading ({ctx.read_in_full}): no coding is counted twice.{''.join(f' {text}' for text in texts)} Random arrangements and resamples have "
        f"the seed {chosen.seed}. Everything was computed by framing {__version__} with {libraries}; `framing bundle` writes records, tables and "
        "reports as one file, and `framing bundle --check` computes them again."
    )


def checklist(ctx: Context) -> Iterator[Item]:
    """What reviewers ask of a content analysis, each with the study's answer or as open."""
    corpus, tables = ctx.corpus, ctx.corpus.tables
    articles, searches, main = tables.articles, corpus.registers["searches"], coders_in(ctx, "main")
    undeclared = articles.filter(articles["sampling"].cast(str) == "undeclared").height
    twice = len(coded_twice(tables.codings))
    yield Item("How were the articles chosen?", LACY, "" if undeclared else "See Sampling; how each was chosen is recorded.", f"the sampling of {undeclared} articles is not declared")  # fmt: skip
    probable = {"census", "probability"} >= {*articles["sampling"].cast(str)}
    yield Item("Does the sample allow statements about all articles of the outlets?", LACY, "Yes: census or probability sample." if probable else "No: the articles are not a census or probability sample; no figure is about the press.", "")  # fmt: skip
    yield Item("Which databases, with which search strings?", LACY, f"{plural(len(searches), 'search', 'searches')} recorded." if searches else "", "record them with framing searched")  # fmt: skip
    full = articles.filter(articles["basis"].cast(str) == "primary_full").height
    yield Item("Did coders read the articles themselves?", KRIPPENDORFF, f"{full} of {articles.height} in full; the others from a part, a translation or a description.", "")  # fmt: skip
    yield Item("Is the codebook available, with all changes?", LACY, f"Yes: version {corpus.codebook['version']}, {plural(len(corpus.codebook.get('changes', ())), 'change')} on record.", "")  # fmt: skip
    training = sum(coding["phase"] in ("training", "pilot") for coding in corpus.codings.values())
    yield Item("Were coders trained, and the codebook piloted?", LACY, f"{plural(training, 'coding')} of training and pilot." if training else "", "no coding of training or pilot is on record")  # fmt: skip
    yield Item("Who coded, and what could they see?", COREQ, f"{_coders(ctx)}; what each could see is in coders.json." if main else "", "nobody has coded")  # fmt: skip
    people = [entry for entry in main if entry["kind"] == "person"]
    yield Item("Were there at least two human coders?", KRIPPENDORFF, f"{len(people)} people." if len(people) > 1 else "", f"{len(people)} people coded; agreement among machines is not reliability")  # fmt: skip
    yield Item("Which articles were coded twice, and were they enough?", LACY, f"{twice} of {articles.height}; each judgement says whether its interval is narrow enough." if twice else "", "nothing was coded twice")  # fmt: skip
    yield Item("Was coding independent, and were final data settled?", KRIPPENDORFF, "Each coder’s codings are kept as they were; settled records name whom they follow. What each could see is in coders.json." if twice else "", "no article was coded twice")  # fmt: skip
    yield from _of_reliability(ctx, len(people))
    yield Item(
        "Are reliability figures those of the variables that are reported?",
        LACY,
        "Yes: each variable by itself, none averaged.",
        "",
    )
    yield Item("Did coders know the hypotheses?", COREQ, "", "say it in the paper; no record holds it")
    yield Item(
        "What are the coders’ backgrounds and relation to the matter?",
        COREQ,
        "",
        "say it in the paper; no record holds it",
    )
    yield Item("Can others compute every figure again?", LACY, "Yes: framing bundle, and framing bundle --check.", "")


def _of_reliability(ctx: Context, people: int) -> Iterator[Item]:
    found = FIGURES["reliability"].of(ctx)
    if isinstance(found, Refusal):
        yield Item(
            "Is there a coefficient corrected for chance, with its uncertainty, per variable?",
            KRIPPENDORFF,
            "",
            str(found),
        )
        return
    answer = "Krippendorff’s alpha with 95 % intervals, percent agreement and AC1 beside it."
    yield Item(
        "Is there a coefficient corrected for chance, with its uncertainty, per variable?", KRIPPENDORFF, answer, ""
    )
    verdicts = (
        [str(row["verdict"]) for row in found.table.iter_rows(named=True)] if "verdict" in found.table.columns else []
    )
    reliable = sum(verdict.startswith("reliable") for verdict in verdicts)
    asked = f"Do all judgements reach {RELY:.3f}?"
    if people < 2:
        yield Item(asked, KRIPPENDORFF, "", "there is no verdict with fewer than two people")
    elif verdicts:
        told = f"{reliable} of {len(verdicts)} do at the lower end of their interval; those that do not are named in the table."
        yield Item(asked, KRIPPENDORFF, told, "")
