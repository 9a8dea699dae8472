"""A bundle described as an RO-Crate 1.2, so that archives and catalogues know what is in it."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from framing.export.bundle.citation import Citation

CONTEXT, PROFILE = "https://w3id.org/ro/crate/1.2/context", "https://w3id.org/ro/crate/1.2"
METADATA = "ro-crate-metadata.json"
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "md": "text/markdown",
    "cff": "application/yaml",
}
SPDX = "https://spdx.org/licenses/"
Entity = dict[str, Any]


def crate(files: Mapping[str, bytes], citation: Citation, about: Mapping[str, Any]) -> Entity:
    """The content of ``ro-crate-metadata.json``.

    Args:
        files: every other file of the bundle.
        citation: how the study is cited.
        about: the content of ``bundle.json``.

    Returns:
        The crate as flattened JSON-LD. Source: RO-Crate 1.2 (w3id.org/ro/crate/1.2).

    >>> made = crate({}, Citation("Ferries", "2026-03-01", "", ()), {"framing": "0.1.0", "codebook": "1.0.0"})
    >>> [entity["@id"] for entity in made["@graph"]]
    ['ro-crate-metadata.json', './', '#framing', '#made']
    """
    made = {
        "@id": "#made",
        "@type": "CreateAction",
        "name": "Tables and reports computed from the records",
        "instrument": {"@id": "#framing"},
        "result": {"@id": "./"},
    }
    program = {"@id": "#framing", "@type": "SoftwareApplication", "name": "media-framing", "version": about["framing"]}
    descriptor = {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": PROFILE}, "about": {"@id": "./"}}
    parts = [_file(path, files[path]) for path in sorted(files)]
    root = _root(files, citation, about["codebook"])
    return {
        "@context": CONTEXT,
        "@graph": [descriptor, root, *parts, *_authors(citation), *_spdx(citation), program, made],
    }


def _root(files: Mapping[str, bytes], citation: Citation, version: str) -> Entity:
    authors = [{"@id": author["@id"]} for author in _authors(citation)]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": citation.title,
        "description": "Codings of articles with their codebook, searches, adjudication, tables and reports, for whoever wants to check them.",
        "datePublished": citation.day,
        "version": version,
        **_license(citation, files),
        **({"author": authors} if authors else {}),
        "hasPart": [{"@id": path} for path in sorted(files)],
    }


def _file(path: str, content: bytes) -> Entity:
    return {
        "@id": path,
        "@type": "File",
        "name": path.rpartition("/")[2],
        "contentSize": str(len(content)),
        "encodingFormat": MEDIA.get(path.rpartition(".")[2], "text/plain"),
        "sha256": sha256(content).hexdigest(),
    }


def _authors(citation: Citation) -> list[Entity]:
    return [
        {"@id": f"#author-{place}", "@type": "Person", "name": name} for place, name in enumerate(citation.authors, 1)
    ]


def _license(citation: Citation, files: Mapping[str, bytes]) -> Entity:
    if citation.license:
        return {"license": {"@id": f"{SPDX}{citation.license}"}}
    return {"license": {"@id": "LICENSE"}} if "LICENSE" in files else {}


def _spdx(citation: Citation) -> list[Entity]:
    if not citation.license:
        return []
    return [{"@id": f"{SPDX}{citation.license}", "@type": "CreativeWork", "name": citation.license}]
