"""What a schema cannot say: rules between records, each a small named function and a row of a table.

A rule takes one record and the index of the study, and yields (JSON Pointer parts, message) for each fault.
Adding a rule is adding a function and a row.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from framing.study import validate
from framing.study.faults import Fault, pointer
from framing.study.index import Index
from framing.study.load import Document
from framing.study.rules import (
    articles,
    claims,
    codebook,
    codings,
    grounds,
    limits,
    maps,
    migrations,
    numbers,
    questions,
    registers,
    samples,
    scripts,
    settlements,
    translations,
    years,
)
from framing.study.rules.complaint import Rule, StudyRule
from framing.study.rules.texts import text_faults
from framing.study.validate import Contract

__all__ = ["RULES", "STUDY_RULES", "faults", "faults_alone", "study_faults", "text_faults"]

RULES: Mapping[str, tuple[Rule, ...]] = {
    "codebook": (
        codebook.codebook_ids_unique,
        codebook.codebook_levels_kept,
        codebook.codebook_refers,
        codebook.codebook_own_filters,
        codebook.codebook_genres_known,
        codebook.codebook_labels_in_languages,
        codebook.codebook_labels_apart,
        codebook.codebook_marks_apart,
        codebook.codebook_version_listed,
        numbers.codebook_numbers_apart,
        limits.codebook_confidence_counts,
        limits.codebook_variables_named_apart,
    ),
    "translation": (
        translations.translation_of_english,
        translations.translation_version_known,
        translations.translation_complete,
    ),
    "outlets": (
        registers.outlet_ids_unique,
        registers.outlet_names_apart,
        registers.outlet_ownership_known,
        scripts.outlet_in_latin,
        years.outlet_years,
    ),
    "events": (
        registers.event_ids_unique,
        registers.event_parents_known,
        registers.event_labels_in_languages,
        years.event_years,
        registers.event_labels_apart,
        registers.event_names_known,
    ),
    "sources": (
        registers.source_ids_unique,
        registers.source_notes_in_order,
        registers.source_sections_known,
        registers.source_bounds_in_order,
        years.source_years,
    ),
    "searches": (registers.search_ids_unique, registers.search_refers, years.search_years),
    "coders": (
        registers.coder_ids_unique,
        registers.coder_names_apart,
        registers.coder_exception_refers,
        registers.coder_model_of_machine,
        registers.coder_settles_apart,
    ),
    "claims": (
        claims.claim_ids_unique,
        claims.claim_source_known,
        claims.claim_coder_known,
        claims.claim_described_known,
        claims.claim_events_known,
        claims.claim_codebook_known,
        claims.claim_period_runs,
        claims.claim_words_short,
        years.claim_years,
    ),
    "questions": (
        questions.question_ids_unique,
        questions.question_source_known,
        questions.question_languages_known,
        questions.question_short,
        questions.question_articles_known,
        questions.question_claims_known,
        questions.question_asks_whole,
        questions.question_asks_known,
        questions.question_period_runs,
        years.question_years,
    ),
    "samples": (
        samples.sample_ids_unique,
        samples.sample_strata_whole,
        samples.sample_inclusion_exact,
        samples.sample_articles_once,
    ),
    "article": (
        articles.article_outlet_known,
        articles.article_once,
        articles.article_genre_known,
        articles.article_dated_to_the_day,
        articles.article_date_kept,
        articles.article_source_known,
        articles.article_not_after_source,
        articles.article_on_publication_day,
        years.article_years,
        scripts.article_in_latin,
    ),
    "older_coding": (
        codings.coding_article_known,
        codings.coding_coder_known,
        codings.coding_once,
        codings.coding_primary_alone,
    ),
    "migration": (
        migrations.migration_operations_whole,
        migrations.migration_rises,
        migrations.migration_starts_once,
    ),
    "map": (maps.map_tells_outlet_and_date, maps.map_says_once, maps.map_names_columns),
    "coding": (
        codings.coding_article_known,
        codings.coding_coder_known,
        codings.coding_once,
        codings.coding_version_known,
        codings.coding_older_version_listed,
        codings.coding_not_coded_by_migration,
        codings.coding_primary_alone,
        codings.coding_event_known,
        codings.coding_others_known,
        codings.coding_others_beside,
        codings.coding_others_in_order,
        codings.coding_after_event,
        codings.coding_after_article,
        codings.coding_constraints,
        codings.coding_primary_has_evidence,
        codings.coding_evidence_of_something,
        codings.coding_evidence_short,
        codings.coding_quote_measures,
        grounds.coding_inferred_at_second_hand,
        grounds.coding_inferred_of_value,
        grounds.coding_inferred_has_evidence,
        grounds.coding_inferred_in_order,
        codings.coding_adjudicated_by_adjudicator,
        codings.coding_decisions_refer,
        settlements.coding_settles_once,
        scripts.coding_in_english,
    ),
}

STUDY_RULES: tuple[StudyRule, ...] = (
    numbers.codebook_numbers_kept,
    registers.assigned_exist,
    samples.sample_articles_exist,
    registers.note_articles_exist,
    registers.bundle_members_agree,
    settlements.settlements_follow,
    settlements.settlements_complete,
    years.articles_of_one_time,
    years.registers_of_that_time,
)


def faults(document: Document, index: Index) -> list[Fault]:
    """Every rule that a record breaks, given what came before it."""
    record = document.record
    return [
        document.fault(pointer(where), rule.__name__, message)
        for rule in RULES[document.kind]
        for where, message in rule(record, index)
    ]


def faults_alone(document: Document, held_to: Contract, index: Index) -> list[Fault]:
    """What `framing check` would say of one record: how it breaks its schema or, where it does not, the rules.

    Args:
        document: the record.
        held_to: the contract of its kind.
        index: what came before it.
    """
    return validate.faults(document, held_to) or [
        *text_faults(document),
        *faults(validate.completed(document, held_to), index),
    ]


def faults_beside(document: Document, broken: Iterable[Fault], index: Index) -> list[Fault]:
    """The rules that a record breaks beside its schema, as far as they can be asked of what is sound in it.

    Args:
        document: the record.
        broken: how it breaks its schema.
        index: what came before it.

    Returns:
        Faults that do not depend on any value with which the schema finds fault.
    """
    wrong = {fault.pointer for fault in broken if fault.rule != "schema_required"}
    sound = document._replace(record=_without(document.record, wrong, ""))
    return [fault for rule in RULES[document.kind] for fault in _as_far_as_possible(rule, sound, index)]


def _without(value: Any, wrong: Container[str], here: str) -> Any:
    """A copy without the values at some places; lists have null there, so that the other items keep their places."""
    if isinstance(value, dict):
        places = {key: here + pointer([key]) for key in value}
        return {key: _without(part, wrong, places[key]) for key, part in value.items() if places[key] not in wrong}
    if isinstance(value, list):
        parts = ((f"{here}/{place}", part) for place, part in enumerate(value))
        return [None if at in wrong else _without(part, wrong, at) for at, part in parts]
    return value


def _as_far_as_possible(rule: Rule, document: Document, index: Index) -> Iterator[Fault]:
    try:
        for where, message in rule(document.record, index):
            yield document.fault(pointer(where), rule.__name__, message)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # a rule relies on what the schema promises
        return


def study_faults(index: Index) -> list[Fault]:
    """Every rule that only the whole study can break."""
    return [
        Fault(file, line, pointer(where), rule.__name__, message)
        for rule in STUDY_RULES
        for file, line, (where, message) in rule(index)
    ]
