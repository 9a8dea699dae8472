"""Commands about the languages of the codebook: of its labels, and of its texts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli import console
from framing.cli.codebook_files import Write, changed, codebook_of
from framing.cli.options import Json, Study, unless_refused

if TYPE_CHECKING:
    from framing.study.revision.languages import Translation

HEAD = ("language", "labels", "texts", "made from", "changed since")
CODES = "Codes of languages, separated by commas, for example en,de; without them, which languages there are."


def languages(
    codes: Annotated[str, typer.Argument(help=CODES)] = "",
    study: Study = Path(),
    write: Write = False,
    json: Json = False,
) -> None:
    """List the languages of the codebook, what each lacks and what has changed since; or give labels in other ones.

    Labels are then in these languages and in no others; those that are new read CHANGE THIS.

    Example: framing codebook languages en,de
    """
    from framing.study.load import study_root
    from framing.study.revision.everyday import event_register, in_languages

    root = study_root(study)
    wanted = list(dict.fromkeys(code.strip() for code in codes.split(",") if code.strip()))
    if not wanted:
        _listed(root, json)
        return
    events = event_register(root)
    changed(root, write, lambda book, day: in_languages(book, events, wanted, day))


def translate(
    language: Annotated[str, typer.Argument(help="Code of a language, for example de.")],
    study: Study = Path(),
    write: Write = False,
) -> None:
    """Begin the texts of the codebook in a language, or bring them to the codebook as it stands.

    Texts to be translated read CHANGE THIS and the English; those that have changed also what stood there.

    Example: framing codebook translate de
    """
    from framing.study.canonical import write as written
    from framing.study.load import study_root
    from framing.study.revision.languages import to_translate
    from framing.study.translation import PLACEHOLDER

    root = study_root(study)
    files = unless_refused(to_translate(root, codebook_of(root, "schemas/codebook.json"), language), console.USAGE)
    ((file, content),) = files.items()
    console.result(f"{file}: {content.decode().count(PLACEHOLDER)} text(s) to translate")
    if write:
        written(root / file, content)
        console.say(f"wrote {file}")
    else:
        console.say("nothing was changed; --write writes the file")


def _listed(root: Path, json: bool) -> None:
    from framing.study.faults import Fault
    from framing.study.revision.languages import in_other_languages

    book = codebook_of(root, "schemas/codebook.json")
    found = list(in_other_languages(root, book.record))
    told = {each.language: each for each in found if not isinstance(each, Fault)}
    if json:
        console.as_json({"languages": [_as_record(each) for each in told.values()]})
        return
    labels = book.record["title"]
    every = dict.fromkeys([*labels, *told])
    console.as_table(HEAD, [(code, "yes" if code in labels else "no", *_state(told.get(code), code)) for code in every])
    for each in found:
        for line in [str(each)] if isinstance(each, Fault) else _to_do(each):
            console.result(line)


def _state(translation: "Translation | None", code: str) -> tuple[str, str, str]:
    if translation is None:
        return ("codebook.json" if code == "en" else "none: English is shown", "", "")
    return f"{translation.there} of {translation.of}", translation.record["version"], str(len(translation.changed))


def _to_do(translation: "Translation") -> list[str]:
    """What a file lacks and what has changed since it was made, a line each."""
    from framing.study.faults import pointer

    since = f"has changed since {translation.record['version']}; `framing codebook translate {translation.language}` marks it"
    lines = [*translation.lacking, *((where, since) for where in translation.changed)]
    return [f"{translation.file}::{pointer(where)}: {text}" for where, text in lines]


def _as_record(translation: "Translation") -> dict[str, object]:
    from framing.study.faults import pointer

    return {
        "language": translation.language,
        "file": translation.file,
        "version": translation.record["version"],
        "texts": translation.of,
        "translated": translation.there,
        "lacking": {pointer(where): text for where, text in translation.lacking},
        "changed": [pointer(where) for where in translation.changed],
    }
