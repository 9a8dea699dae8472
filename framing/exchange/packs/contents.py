"""What one coder needs of a study, and nothing of the others: registers, the coder's articles, the coder's own codings."""

import json
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from framing.study import canonical, load, schema, validate
from framing.study.load import Document
from framing.study.schema import major, meaning

Record = dict[str, Any]
FORMAT, MANIFEST, INSIDE, TEXTS = 1, "pack.json", "study", "texts"
FILES = files(__package__) / "files"
LANGUAGES = tuple(sorted(file.name.split(".")[1] for file in FILES.iterdir() if file.name.startswith("README.")))
"""Languages in which a pack explains itself."""
SCHEMA = {"$schema": "../../../schemas/coding.schema.json"}
"""What a coding says that is a file of its own, so that editors can help; the same of an article."""
ARTICLE = {"$schema": "../../schemas/article.schema.json"}
SCRIPTS = ("start.cmd", "start.sh", "send-back.cmd", "send-back.sh")


class Part(NamedTuple):
    """What a pack is made from.

    Attributes:
        root: the study's folder.
        codebook: its codebook.
        registers: entries by register.
        articles: every article by id.
        coder: whose pack it is.
        language: in which it explains itself.
        texts: private folder of texts, or None for none of them.
        version: of the program.
    """

    root: Path
    codebook: Record
    registers: Mapping[str, list[Record]]
    articles: Mapping[str, Record]
    coder: str
    language: str
    texts: Path | None
    version: str


def entry_of(part: Part) -> Record:
    """The coder's entry in coders.json."""
    return next(entry for entry in part.registers["coders"] if entry["id"] == part.coder)


def due(part: Part, coded: Collection[str]) -> list[Record]:
    """The articles of the coder: those that are assigned, or all; those that the coder has coded in any case."""
    wanted = entry_of(part).get("assigned")
    return [
        article
        for name, article in part.articles.items()
        if name in coded
        or ("excluded_because" not in article and (wanted is None or name in wanted or article["outlet"] in wanted))
    ]


def own_codings(root: Path, coder: str) -> dict[str, Record]:
    """What a coder has coded, by article; whoever has an article twice has a fault that `framing check` tells."""
    found = {}
    for text in load.texts(root):
        if isinstance(text, tuple) and text[1] == "coding" and load.coder_folder(text[2]) == coder:
            for item in load.parse(*text):
                if isinstance(item, Document):
                    found[item.record["article"]] = item.record
    return found


def digest(record: Mapping[str, Any]) -> str:
    """The hash by which a record is known, however and wherever it is written.

    >>> digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    True
    """
    plain = {key: value for key, value in record.items() if key != "$schema"}
    return sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def book_digest(root: Path) -> str:
    """The hash of the codebook of a study as it is written, without what a program adds to it."""
    return digest(json.loads((root / "schemas/codebook.json").read_bytes()))


def contents(part: Part) -> dict[str, bytes]:
    """The files of a pack by path."""
    own = own_codings(part.root, part.coder)
    articles = due(part, own)
    order = validate.coding_contract(part.codebook).order
    names = {article["id"] for article in articles}
    codings = {name: each for name, each in own.items() if name in names and _readable(each, part.codebook)}
    made = {f"schemas/{kind}.schema.json": schema.fixed_text(kind).encode() for kind in schema.FIXED}
    made["schemas/coding.schema.json"] = schema.compiled_text(part.codebook).encode()
    made |= {f"schemas/{path.name}": path.read_bytes() for path in _books(part.root)}
    made |= dict(_registers(part, names))
    made |= {f"coded/articles/{each['id']}.json": _file(each | ARTICLE, "article") for each in articles}
    made |= {
        f"coded/codings/{part.coder}/{name}.json": canonical.file_bytes(SCHEMA | each, order)
        for name, each in codings.items()
    }
    made[".framing/settings.json"] = canonical.as_file(_settings(part))
    made[".framing/.gitignore"] = b"*\n"
    texts = _texts(part, names)
    manifest = _manifest(part, articles, codings, len(texts))
    return {MANIFEST: canonical.as_file(manifest), **_around(part, len(articles)), **texts} | {
        f"{INSIDE}/{path}": raw for path, raw in made.items()
    }


def _readable(coding: Record, codebook: Record) -> bool:
    """Whether a coding means what the codebook means now; older ones stay where they are."""
    return meaning(coding) == major(codebook["version"])


def _books(root: Path) -> list[Path]:
    """The codebook and its translations."""
    return [path for path in sorted((root / "schemas").glob("codebook*.json")) if path.name != "codebook.schema.json"]


def _file(record: Record, kind: str) -> bytes:
    return canonical.file_bytes(record, validate.fixed_contract(kind).order)


def _registers(part: Part, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The registers as far as these articles need them; of the coders only the one."""
    cited = {part.articles[name]["source"].get("cites") for name in names}
    kept: dict[str, list[Record]] = {
        "outlets": part.registers["outlets"],
        "events": part.registers["events"],
        "sources": [_source(source, names) for source in part.registers["sources"] if source["id"] in cited],
        "searches": [],
        "coders": [{key: value for key, value in entry_of(part).items() if key != "exception"}],
    }
    assigned = kept["coders"][0].get("assigned")
    if assigned is not None:
        outlets = {entry["id"] for entry in kept["outlets"]}
        kept["coders"][0]["assigned"] = [name for name in assigned if name in names or name in outlets]
    for kind, entries in kept.items():
        yield f"coded/{kind}.json", _file({"$schema": f"../schemas/{kind}.schema.json", kind: entries}, kind)


def _source(source: Record, names: Collection[str]) -> Record:
    """A source with the notes that these articles come from."""
    notes = [
        note | {"articles": [name for name in note["articles"] if name in names]}
        for note in source["notes"]
        if any(name in names for name in note["articles"])
    ]
    return source | {"notes": notes}


def _settings(part: Part) -> Record:
    return {"coder": part.coder, "language": {part.coder: part.language}} | (
        {"texts": f"../{TEXTS}"} if part.texts else {}
    )


def _texts(part: Part, names: Collection[str]) -> dict[str, bytes]:
    """The private texts of these articles, where they are packed at all."""
    if part.texts is None:
        return {}
    paths = ((name, part.texts / f"{name}.txt") for name in sorted(names))
    return {f"{TEXTS}/{name}.txt": path.read_bytes() for name, path in paths if path.is_file()}


def _manifest(part: Part, articles: list[Record], codings: Mapping[str, Record], texts: int) -> Record:
    return {
        "format": FORMAT,
        "title": part.codebook["title"]["en"],
        "coder": part.coder,
        "codebook": {"version": part.codebook["version"], "sha256": book_digest(part.root)},
        "articles": {article["id"]: digest(article) for article in articles},
        "codings": {name: digest(own) for name, own in codings.items()},
        "texts": texts,
    }


def _around(part: Part, count: int) -> dict[str, bytes]:
    """The scripts, and the page that explains the pack, in the coder's language; Windows wants CRLF."""
    told = {
        "title": part.codebook["title"].get(part.language, part.codebook["title"]["en"]),
        "name": entry_of(part)["name"],
        "coder": part.coder,
        "count": f"{count}",
        "version": part.version,
    }
    made = {}
    for name in (*SCRIPTS, f"README.{part.language}.txt"):
        text = (FILES / name).read_text(encoding="utf-8")
        for key, value in told.items():
            text = text.replace(f"{{{key}}}", value)
        windows = not name.endswith(".sh")
        shown = "README.txt" if name.startswith("README") else name
        made[shown] = (b"\xef\xbb\xbf" if shown == "README.txt" else b"") + (
            text.replace("\n", "\r\n") if windows else text
        ).encode()
    return made
