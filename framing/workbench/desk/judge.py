"""Holds one coding against the schema and the rules of `framing check`, complete or not."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.study import canonical, load, rules, schema, validate
from framing.study.faults import Fault, InvalidStudy, pointer
from framing.study.index import Index
from framing.study.levels import extremes
from framing.study.load import Document
from framing.study.revision.languages import by_language
from framing.study.validate import Contract

Record = dict[str, Any]
PATTERN = re.compile(schema.ID.removeprefix("^").removesuffix("$"))
LONGEST_ID = 80
"""Ids, as the schemas have them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands between a coding and its being done.

    Attributes:
        faults: what is wrong with what was answered.
        unanswered: JSON Pointers to what was not answered yet.
    """

    faults: tuple[Fault, ...]
    unanswered: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether `framing check` would find nothing wrong with the record itself."""
        return not self.faults and not self.unanswered


@dataclass(frozen=True, slots=True)
class Standard:
    """What codings are judged by: the codebook and the registers of a study, valid at the time of reading.

    Attributes:
        codebook: the codebook.
        registers: outlets, events, sources, searches and coders, each as its list of entries.
        contract: what a coding must be like.
        shape: what even a coding that is not finished must be like: lists, objects and texts in their places.
        documents: the same as records with their addresses.
        told: the codebook with its texts in another language, by language; English where there is none.
    """

    codebook: Record
    registers: Mapping[str, list[Record]]
    contract: Contract
    shape: Contract
    documents: tuple[Document, ...]
    told: Mapping[str, Record]

    def told_in(self, language: str) -> Record:
        """The codebook in a language, in English where it is not translated."""
        return self.told.get(language, self.codebook)

    def index(self, *articles: Document) -> Index:
        """An index of the codebook, the registers and some articles."""
        index = Index()
        for document in (*self.documents, *articles):
            index.add(document)
        return index


def standard(root: Path) -> Standard:
    """Reads the codebook and the registers.

    Raises:
        InvalidStudy: when one of them has faults; a coding could not be judged by it.
    """
    wanted = {"codebook": root / "schemas" / "codebook.json"}
    wanted |= {name: root / "coded" / f"{name}.json" for name in load.REGISTERS}
    documents: list[Document] = []
    found: list[Fault] = []
    for kind, path in wanted.items():
        file = path.relative_to(root).as_posix()
        for item in load.parse(path.read_bytes(), kind, file, 0):
            if isinstance(item, Fault):
                found.append(item)
            elif broken := validate.faults(item, validate.fixed_contract(kind)):
                found += broken
            else:
                documents.append(validate.completed(item, validate.fixed_contract(kind)))
    if found:
        raise InvalidStudy(found)
    codebook = documents[0].record
    registers = {document.kind: document.record[document.kind] for document in documents[1:]}
    contract, told = validate.coding_contract(codebook), by_language(root, codebook)
    return Standard(codebook, registers, contract, validate.contract(_shape(contract.schema)), tuple(documents), told)


def _shape(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a schema says of types alone."""
    found = {"type": schema["type"]} if "type" in schema else {}
    if "properties" in schema:
        found["properties"] = {name: _shape(inside) for name, inside in schema["properties"].items()}
    return found | ({"items": _shape(schema["items"])} if "items" in schema else {})


def legible(raw: bytes, file: str, basis: Standard) -> Record | Fault:
    """The coding in some bytes, complete or not, or why nobody could go on with what they say.

    Args:
        raw: the bytes of a file or of a request.
        file: where they stand, for the address of the fault.
        basis: what a coding is like in this study.
    """
    found = _parsed(raw, file)
    if isinstance(found, Fault):
        return found
    broken = validate.faults(found, basis.shape)
    return broken[0] if broken else found.record


def _parsed(raw: bytes, file: str) -> Document | Fault:
    found = load.parse(raw, "coding", file, 0)
    return next((item for item in found if isinstance(item, Fault)), found[-1])


def parsed(raw: bytes) -> Record | str:
    """The object in the bytes of a request, or the words for why there is none."""
    found = _parsed(raw, "request")
    return found.message if isinstance(found, Fault) else found.record


def verdict(basis: Standard, article: Document, coding: Record) -> Verdict:
    """Judges a coding that may be incomplete.

    The schema is applied as it is; what is merely missing counts as unanswered. The rules need a whole record:
    an incomplete one is completed in several ways, and a rule counts as broken when every completion breaks it alike.

    Args:
        basis: what to judge by.
        article: the article that was coded.
        coding: the record.

    Returns:
        The verdict; ``clean`` exactly when `framing check` has nothing to say about this record.
    """
    open_places = tuple(pointer(place) for place in unanswered(coding, basis.contract.schema))
    given = _document(coding)
    broken = [fault for fault in validate.faults(given, basis.contract) if not _merely_open(fault, open_places)]
    index = basis.index(validate.completed(article, validate.fixed_contract("article")))
    completions = [_document(whole) for whole in completed(coding, basis.codebook)] if open_places else [given]
    sound = [whole for whole in completions if not validate.faults(whole, basis.contract)]
    found = [set(rules.faults(whole, index)) for whole in sound]
    common = set.intersection(*found) if found else set()
    broken += rules.text_faults(given)
    answered = [fault for fault in common if not any(fault.pointer.startswith(place) for place in open_places)]
    return Verdict(tuple(sorted({*broken, *answered})), open_places)


def at_its_field(fault: Fault) -> Fault:
    """A key that is missing, as an answer that is missing in the field of that name.

    >>> at_its_field(Fault("x", 0, "/evidence/0", "schema_required", "the key 'locator' is missing: where it is")).pointer
    '/evidence/0/locator'
    """
    key = re.match("the key '([a-z_]+)' is missing", fault.message)
    return replace(fault, pointer=f"{fault.pointer}/{key[1]}", message="is needed") if key else fault


def _merely_open(fault: Fault, open_places: tuple[str, ...]) -> bool:
    """Whether a fault only says that something is not answered yet."""
    inside = f"{fault.pointer}/"
    return fault.rule == "schema_required" and any(place.startswith(inside) for place in open_places)


def document(kind: str, record: Record, file: str, line: int = 0) -> Document:
    """A record with its address, as it is read when it stands in a file."""
    raw = canonical.file_bytes(record, canonical.key_order({}))
    return next(item for item in load.parse(raw, kind, file, line) if isinstance(item, Document))


def _document(coding: Record) -> Document:
    return document("coding", coding, f"coded/codings/{coding.get('coder', '')}/{coding.get('article', '')}.json")


def unanswered(value: Any, schema: Mapping[str, Any], path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Paths of what the schema requires and the record does not have, in the schema's order."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from unanswered(item, schema.get("items", {}), (*path, place))
    if not isinstance(value, dict):
        return
    needed = {*schema.get("required", ())}
    for name, inside in schema.get("properties", {}).items():
        if name in value:
            yield from unanswered(value[name], inside, (*path, name))
        elif name in needed:
            yield (*path, name)


def completed(coding: Record, codebook: Record) -> Iterator[Record]:
    """The same coding with every open question answered, once per answer that a rule could depend on.

    Without a primary frame each frame is tried; other open questions get the answer that no rule objects to, or two
    different ones, so that no fault comes from the completion.
    """
    frames = coding.get("frames", {})
    primaries = [frames["primary"]] if "primary" in frames else [frame["id"] for frame in codebook["frames"]]
    ends = [{entry["id"]: extremes(entry)[place] for entry in codebook["variables"]} for place in (0, 1)]
    for primary in primaries:
        for answers in ends:
            whole: Record = json.loads(json.dumps(coding))
            whole.setdefault("phase", "main")
            whole.setdefault("event", {"id": None, "relation": None})
            whole.setdefault("frames", {}).setdefault("primary", primary)
            whole["frames"].setdefault("secondary", [])
            whole["values"] = {**answers, **whole.get("values", {})}
            whole.setdefault("evidence", [_evidence(primary)])
            whole.setdefault("confidence", codebook["confidence"]["values"][0]["id"])
            yield {"minutes": None, **whole, "memo": ""}  # no rule reads a memo, and it may be long


def _evidence(primary: str) -> Record:
    return {"supports": primary, "kind": "paraphrase", "text": "………", "lang": "en", "locator": "…"}
