"""What a schema cannot say: rules between records, each a small named function and a row of a table.

A rule takes one record and the index of the study, and yields (JSON Pointer parts, message) for each fault.
Adding a rule is adding a function and a row.
"""

from collections.abc import Mapping

from framing.faults import Fault, pointer
from framing.index import Index
from framing.load import Document
from framing.rules import articles, codebook, codings, registers
from framing.rules.complaint import Rule, StudyRule

RULES: Mapping[str, tuple[Rule, ...]] = {
    "codebook": (
        codebook.codebook_ids_unique,
        codebook.codebook_levels_kept,
        codebook.codebook_refers,
        codebook.codebook_labels_in_languages,
        codebook.codebook_version_listed,
    ),
    "outlets": (registers.outlet_ids_unique,),
    "events": (
        registers.event_ids_unique,
        registers.event_parents_known,
        registers.event_labels_in_languages,
    ),
    "sources": (
        registers.source_ids_unique,
        registers.source_notes_in_order,
        registers.source_sections_known,
        registers.source_bounds_in_order,
    ),
    "searches": (registers.search_ids_unique, registers.search_refers),
    "coders": (registers.coder_ids_unique, registers.coder_exception_refers, registers.coder_settles_apart),
    "article": (
        articles.article_outlet_known,
        articles.article_once,
        articles.article_dated_to_the_day,
        articles.article_date_kept,
        articles.article_source_known,
        articles.article_not_after_source,
        articles.article_on_publication_day,
    ),
    "coding": (
        codings.coding_article_known,
        codings.coding_coder_known,
        codings.coding_once,
        codings.coding_version_known,
        codings.coding_primary_alone,
        codings.coding_event_known,
        codings.coding_after_event,
        codings.coding_after_article,
        codings.coding_constraints,
        codings.coding_primary_has_evidence,
        codings.coding_evidence_of_something,
        codings.coding_evidence_told,
        codings.coding_evidence_short,
        codings.coding_quote_measures,
        codings.coding_adjudicated_by_adjudicator,
        codings.coding_decisions_refer,
    ),
}

STUDY_RULES: tuple[StudyRule, ...] = (
    registers.assigned_exist,
    registers.note_articles_exist,
    registers.bundle_members_agree,
)


def faults(document: Document, index: Index) -> list[Fault]:
    """Every rule that a record breaks, given what came before it."""
    record = document.record
    return [
        document.fault(pointer(where), rule.__name__, message)
        for rule in RULES[document.kind]
        for where, message in rule(record, index)
    ]


def study_faults(index: Index) -> list[Fault]:
    """Every rule that only the whole study can break."""
    return [
        Fault(file, line, pointer(where), rule.__name__, message)
        for rule in STUDY_RULES
        for file, line, (where, message) in rule(index)
    ]
