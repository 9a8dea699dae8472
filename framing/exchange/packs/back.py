"""A pack that comes back: read with distrust, held against the study, and merged so that nothing is lost."""

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Literal, NamedTuple

from framing.exchange import packed
from framing.exchange.clipping import Export, NotReadableError
from framing.exchange.packs.contents import FORMAT, INSIDE, MANIFEST, SCHEMA, digest
from framing.exchange.packs.older import Onward, today
from framing.study import canonical, load, validate
from framing.study.faults import meant
from framing.study.index import Index
from framing.study.load import Document
from framing.study.revision.operations import Loss
from framing.study.schema import ID, VERSION, numbers

Record = dict[str, Any]
State = Literal["new", "changed", "same", "conflict", "gone", "refused"]
_DRIVE = re.compile("^[A-Za-z]:")
LINK = 0o120000
BROUGHT_ON = "changed in the pack; it differs here too, where a migration has brought it on"
NEEDED = ("format", "title", "coder", "codebook", "articles", "codings")


class Back(NamedTuple):
    """What a coder sends back.

    Attributes:
        manifest: what the pack said when it was made.
        codebook: as it is in the pack now.
        codings: bytes by article.
    """

    manifest: Record
    codebook: Record
    codings: Mapping[str, bytes]


class Merged(NamedTuple):
    """What becomes of one coding.

    Attributes:
        article: its article.
        state: new; changed by the coder alone; same in both; a conflict, changed on both sides; gone from the pack; refused.
        theirs: the coding in the pack, None where it is gone or cannot be read.
        here: the coding in the study, None where it has none.
        message: why it is refused; of a conflict, that a migration has brought it on here.
        losses: answers that it does not hold as they were given, because it comes from an older codebook.
    """

    article: str
    state: State
    theirs: Record | None
    here: Record | None
    message: str = ""
    losses: tuple[Loss, ...] = ()


def read(name: str, raw: bytes) -> Back:
    """The pack in a zip.

    Args:
        name: of the file.
        raw: its bytes.

    Raises:
        NotReadableError: when it is not a pack, is damaged, or made to do harm.
    """
    export = Export(name, raw)
    if not packed.is_packed(export):
        raise NotReadableError(f"{name} is not a zip; take the file back-CODER.zip that send-back has made")
    archive = packed.opened(export)
    files: dict[str, bytes] = {}
    for info in archive.infolist():
        path = _path(name, info.filename)
        if info.external_attr >> 16 & 0o170000 == LINK:
            raise NotReadableError(
                f"{name} holds a link ({info.filename!r}), which no pack does; nothing was read from it"
            )
        if info.is_dir() or info.filename.endswith("\\"):
            continue
        if path in files:
            raise NotReadableError(f"{name} holds {path!r} twice; ask for a new one")
        files[path] = archive.read(info)
    return _back(name, files)


def _path(name: str, written: str) -> str:
    """A path as it may stand in a zip; Windows may write it with backslashes."""
    path = written.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/") or "\0" in path:
        raise NotReadableError(
            f"{name} wants to write outside its folder ({written!r}), which no pack does; nothing was read from it"
        )
    return path


def _back(name: str, files: Mapping[str, bytes]) -> Back:
    """The parts of a pack, in whatever folder they stand."""
    homes = [PurePosixPath(path).parent for path in files if PurePosixPath(path).name == MANIFEST]
    if len(homes) != 1:
        what = "no pack.json" if not homes else "several packs"
        raise NotReadableError(f"{name} holds {what}: it is not what `framing pack` makes, or not all of it")
    inside = {
        str(PurePosixPath(path).relative_to(homes[0])): raw
        for path, raw in files.items()
        if PurePosixPath(path).is_relative_to(homes[0])
    }
    manifest = _object(name, MANIFEST, inside[MANIFEST])
    if lacking := [key for key in NEEDED if key not in manifest]:
        raise NotReadableError(f"{name}: pack.json lacks {', '.join(lacking)}; ask for the pack as it was")
    if not _sound(manifest):
        raise NotReadableError(f"{name}: pack.json is not as `framing pack` wrote it; ask for the pack as it was")
    if manifest["format"] != FORMAT:
        raise NotReadableError(
            f"{name} was made by another version of the program (format {manifest['format']}); unpack it with that one"
        )
    book = f"{INSIDE}/schemas/codebook.json"
    if book not in inside:
        raise NotReadableError(f"{name} lacks {book}; ask for the whole folder")
    folder, codings = f"{INSIDE}/coded/codings/", {}
    for path, raw in inside.items():
        if not path.startswith(folder) or PurePosixPath(path).name.startswith("."):
            continue
        coder, _, file = path.removeprefix(folder).partition("/")
        if coder != manifest["coder"] or not re.search(ID, file.removesuffix(".json")) or not file.endswith(".json"):
            raise NotReadableError(
                f"{name} holds {path!r}, and a pack of {manifest['coder']} has only codings/{manifest['coder']}/ARTICLE.json"
            )
        codings[file.removesuffix(".json")] = raw
    return Back(manifest, _object(name, book, inside[book]), codings)


def _sound(manifest: Record) -> bool:
    texts = all(isinstance(manifest[key], str) for key in ("title", "coder"))
    maps = all(isinstance(manifest[key], dict) for key in ("codebook", "articles", "codings"))
    return (
        texts
        and maps
        and bool(re.search(ID, manifest["coder"]))
        and {"version", "sha256"} <= manifest["codebook"].keys()
        and bool(re.search(VERSION, str(manifest["codebook"]["version"])))
    )


def _object(name: str, path: str, raw: bytes) -> Record:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise NotReadableError(f"{name}: {path} cannot be read ({error}); ask for a new one") from error
    if not isinstance(found, dict):
        raise NotReadableError(f"{name}: {path} is not an object; ask for a new one")
    return found


class Standing(NamedTuple):
    """What a pack is held against.

    Attributes:
        codebook: of the study.
        book: its hash as it is written.
        onward: what brings codings under an older codebook on, None where nothing has to, or in words why nothing does.
        articles: by id.
        coders: ids.
        ground: the registers and articles, for the rules.
        codings: of the pack's coder, by article.
    """

    codebook: Record
    book: str
    onward: Onward | str | None
    articles: Mapping[str, Record]
    coders: tuple[str, ...]
    ground: Index
    codings: Mapping[str, Record]


def refused(back: Back, study: Standing) -> str:
    """Why a pack cannot be merged into a study, in words; empty where it can."""
    told, now = back.manifest, study.codebook
    unknown = [name for name in told["articles"] if name not in study.articles]
    if told["title"] != now["title"]["en"] or (told["articles"] and len(unknown) == len(told["articles"])):
        return f"It is a pack of another study, {told['title']!r}; this one is {now['title']['en']!r}."
    if told["coder"] not in study.coders:
        return (
            f"It is a pack of {told['coder']!r}, and this study has no such coder{meant(told['coder'], study.coders)}."
        )
    if wrong := _other_codebook(back, study):
        return wrong
    if unknown:
        return f"Articles of it are not in this study any more: {', '.join(unknown[:5])}. Restore them."
    return ""


def _other_codebook(back: Back, study: Standing) -> str:
    """Why codings under the codebook of a pack cannot come under that of the study; empty where they can."""
    told = back.manifest["codebook"]
    if isinstance(study.onward, str):
        return study.onward
    if digest(back.codebook) != told["sha256"]:
        return "Its codebook was changed after it was packed, so its codings may mean something else. Ask the coder what was changed; make a new pack."
    if told["version"] == study.codebook["version"] and told["sha256"] != study.book:
        return "The codebook of this study was changed after packing, without a new version. Restore it, or raise the version and migrate."
    return ""


def merged(back: Back, study: Standing) -> list[Merged]:
    """What becomes of every coding of a pack that is not refused, by article; nothing is written.

    A coding is told by what the pack had when it was made: changed there alone it is taken, changed here alone it stays, changed on
    both sides in different ways it is a conflict; so is one that a migration has given more than another version here. What was deleted
    in a pack is not deleted here.
    """
    held_to = validate.coding_contract(study.codebook)
    return [_merged(name, back, study, held_to) for name in sorted({*back.codings, *back.manifest["codings"]})]


def _merged(name: str, back: Back, study: Standing, held_to: validate.Contract) -> Merged:
    here, was = study.codings.get(name), back.manifest["codings"].get(name, "")
    if name not in back.codings:
        return Merged(name, "gone", None, here)
    document, wrong = _read(name, back)
    if document is None or wrong:
        return Merged(name, "refused", document and document.record, here, wrong)
    by = study.onward if isinstance(study.onward, Onward) else None
    theirs, losses, wrong = today(document, held_to, study.ground, by)
    then = digest(here) if here else ""
    if digest(document.record) == was or digest(theirs) == then:
        return Merged(name, "same", theirs, here)
    if wrong:
        return Merged(name, "refused", theirs, here, wrong)
    version = back.manifest["codebook"]["version"]
    if then == was or (here and _as_packed(here, was, version)):
        return Merged(name, "changed" if here else "new", theirs, here, losses=losses)
    return Merged(name, "conflict", theirs, here, BROUGHT_ON if here and _brought_on(here, version) else "", losses)


def _as_packed(here: Record, was: str, version: str) -> bool:
    """Whether a coding is what the pack had, but for the version that a migration has given it since."""
    own = {key: value for key, value in here.items() if key != "coded_under"}
    first = own | {"codebook": here.get("coded_under")}
    return _brought_on(here, version) and was in (digest(first), digest(here | {"codebook": version}))


def _brought_on(here: Record, version: str) -> bool:
    """Whether a migration has brought a coding on since a pack of a version was made."""
    return "coded_under" in here and numbers(here["codebook"]) > numbers(version)


def _read(name: str, back: Back) -> tuple[Document | None, str]:
    """A coding of a pack, and why it is none of it."""
    coder = back.manifest["coder"]
    parsed = load.parse(back.codings[name], "coding", f"coded/codings/{coder}/{name}.json", 0)
    document = next((item for item in parsed if isinstance(item, Document)), None)
    if document is None:
        return None, "; ".join(getattr(item, "message", "") for item in parsed)
    if name not in back.manifest["articles"]:
        return document, "this article was not in the pack"
    said = (document.record.get("article"), document.record.get("coder"))
    return document, "" if said == (name, coder) else f"it says that it is of {said[1]!r} on {said[0]!r}"


def files(rows: list[Merged], coder: str, codebook: Record, bulk: bytes | None) -> dict[str, bytes]:
    """The files with the codings of some rows, by path; those of a coder whose codings are lines of a file stay lines.

    Args:
        rows: what is taken.
        coder: whose codings they are.
        codebook: of the study.
        bulk: the coder's ``.jsonl`` as it stands, or None.
    """
    order = validate.coding_contract(codebook).order
    taken = {row.article: row.theirs for row in rows if row.theirs}
    plain = {name: {key: value for key, value in record.items() if key != "$schema"} for name, record in taken.items()}
    lines = (bulk or b"").splitlines(keepends=True)
    listed = [str(json.loads(line)["article"]) for line in lines]
    made = {
        f"coded/codings/{coder}/{name}.json": canonical.file_bytes(SCHEMA | record, order)
        for name, record in plain.items()
        if name not in listed
    }
    if set(listed) & taken.keys():
        pairs = zip(listed, lines, strict=True)
        kept = (canonical.line_bytes(plain[name], order) if name in taken else line for name, line in pairs)
        made[f"coded/codings/{coder}.jsonl"] = b"".join(kept)
    return made
