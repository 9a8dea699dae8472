"""Settling disagreements at the prompt."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli import console
from framing.cli.options import Study, codings_of, corpus_at, one_of, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framing.corpus import Corpus
    from framing.study.faults import Fault
    from framing.study.settle import Disagreement, Settlement
    from framing.workbench.desk.judge import Standard
    from framing.workbench.questions import Question

app = typer.Typer()


@app.command()
def adjudicate(
    study: Study = Path(),
    by: Annotated[
        str,
        typer.Option(
            "--by", help="The adjudicator; a coder of coders.json that is marked as one. Default: the only one."
        ),
    ] = "",
) -> None:
    """Walk through the disagreements, show both readings and evidence, and write adjudicated records.

    Example: framing adjudicate --by olga
    """
    from framing.words import FIRST, words
    from framing.workbench.desk import settings
    from framing.workbench.desk.judge import standard
    from framing.workbench.questions import questions

    corpus = corpus_at(study)
    adjudicators = {entry["id"]: entry for entry in corpus.registers["coders"] if entry.get("adjudicator")}
    by = one_of(by or _only(tuple(adjudicators)), tuple(adjudicators), "--by")
    if exception := adjudicators[by].get("exception"):
        console.say(
            f"{by} is also coder {exception['coder']}, under the exception in coders.json: {exception['reason']}"
        )
    waiting = _waiting(corpus, by)
    if not waiting:
        console.say("Nothing is left to settle: every article coded twice has its adjudicated record.")
        return
    console.say(
        f"{len(waiting)} article(s), {sum(map(len, waiting.values()))} disagreement(s). Control-C stops; settled articles are kept."
    )
    basis = standard(corpus.root)
    spoken = settings.read(corpus.root).language.get(by, FIRST)
    say = words("workbench", spoken)
    offered = {asked.pointer: asked for asked in questions(basis.codebook, spoken, say)}
    for article, found in waiting.items():
        _settle(corpus, basis, article, by, found, partial(_asked, offered=offered, say=say))


def _only(adjudicators: tuple[str, ...]) -> str:
    """The study's adjudicator; the command ends where it has none or several."""
    if len(adjudicators) == 1:
        return adjudicators[0]
    which = f"Name one of the adjudicators with --by: {', '.join(adjudicators)}."
    none = 'No coder in coded/coders.json is marked as an adjudicator ("adjudicator": true).'
    raise stop(which if adjudicators else none, console.USAGE)


def _waiting(corpus: "Corpus", by: str) -> "dict[str, list[Disagreement]]":
    """What there is to settle, by article: none where all coders agree."""
    from framing.study.settle import independent, questions

    codings = {
        article: codings_of(corpus, article) for article in corpus.articles if (article, by) not in corpus.codings
    }
    return {article: questions(found) for article, found in codings.items() if len(independent(found)) > 1}


def _settle(
    corpus: "Corpus",
    basis: "Standard",
    article: str,
    by: str,
    found: "list[Disagreement]",
    asked: "Callable[[Disagreement], Settlement]",
) -> None:
    """Asks until the settled record of one article has no faults, and writes it."""
    settled = {question.pointer: asked(question) for question in found}
    while broken := _written_or_faults(corpus, basis, article, by, list(settled.values())):
        console.say("\n".join(map(str, broken)))
        if not found:
            raise stop("What the coders agree on has faults; correct their records first.", console.FAULTY)
        again = [one for one in found if any(fault.pointer.startswith(one.pointer) for fault in broken)] or found
        settled |= {question.pointer: asked(question) for question in again}


def _asked(question: "Disagreement", offered: "Mapping[str, Question]", say: "Mapping[str, str]") -> "Settlement":
    """One disagreement at the prompt: which answer stands, why the coders differed, and the argument."""
    from framing.study.settle import REASONS, Settlement, in_words

    console.say(f"\n{question.article}  {question.pointer}")
    coders = list(question.answers)
    for place, coder in enumerate(coders, 1):
        console.say(f"  {place}  {coder}: {in_words(question.answers[coder])}")
        for text in question.evidence[coder]:
            console.say(f"       {text}")
    choice = _number(say["settle_which"].format(count=len(coders)), 0, len(coders), say)
    answer = question.answers[coders[choice - 1]] if choice else _typed(offered[question.pointer], say)
    for place, name in enumerate(REASONS, 1):
        console.say(f"  {place}  {say[f'reason_{name}']}: {say[f'reason_{name}_hint']}")
    reason = REASONS[_number(say["settle_why"].format(count=len(REASONS)), 1, len(REASONS), say) - 1]
    comment = ""
    while len(comment) < 10:
        comment = typer.prompt(say["settle_argument"], err=True)
    return Settlement(question.pointer, answer, reason, comment)


def _number(question: str, low: int, high: int, say: "Mapping[str, str]") -> int:
    while True:
        given = typer.prompt(question, err=True)
        if given.isdecimal() and low <= int(given) <= high:
            return int(given)
        console.say(say["settle_number"].format(low=low, high=high))


def _typed(question: "Question", say: "Mapping[str, str]") -> Any:
    """A value as a record holds it: answers by key, id or label, as at the other prompts, or the value as JSON."""
    from framing.workbench.prompt.answering import ground_typed

    for offered in question.options:
        console.say(f"  {offered.key}  {offered.label}")
    given, inferred = ground_typed(typer.prompt(say["settle_value"], err=True), question)
    value = _read(given, question)
    return {"inferred": value} if inferred else value


def _read(given: str, question: "Question") -> Any:
    import json

    from framing.workbench.prompt.terminal import chosen

    if question.kind == "events":
        return [] if given.strip() == "none" else given.replace(",", " ").split()
    parts = [given] if chosen(given, question.options) else given.replace(",", " ").split()
    found = [option for part in parts if (option := chosen(part, question.options))]
    if len(found) == len(parts) and (
        len(found) == 1 or (question.kind == "many" and not any(one.alone for one in found))
    ):
        return question.answer(found)
    try:
        value = json.loads(given)
    except json.JSONDecodeError:
        return given
    known = [option for option in question.options if isinstance(value, list) and option.value in value]
    return question.answer(known) if known and len(known) == len(value) else value


def _written_or_faults(
    corpus: "Corpus", basis: "Standard", article: str, by: str, settlements: "list[Settlement]"
) -> "tuple[Fault, ...]":
    """The faults that `framing check` would find in the settled record; it is written when it has none."""
    from datetime import UTC, datetime

    from framing.study import canonical
    from framing.study.faults import Fault
    from framing.study.settle import adjudicated
    from framing.workbench.desk.judge import document, verdict

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record = adjudicated(codings_of(corpus, article), settlements, by, now)
    printed = document("article", corpus.articles[article], f"coded/articles/{article}.json")
    found = verdict(basis, printed, record)
    path = f"coded/codings/{by}/{article}.json"
    if found.clean:
        canonical.write(corpus.root / path, canonical.file_bytes(record, basis.contract.order))
        console.say(f"wrote {path}")
    return (*found.faults, *(Fault(path, 0, place, "schema_required", "is missing") for place in found.unanswered))
