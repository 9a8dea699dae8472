"""The command that gives frames and values their numbers in files for other programs."""

from pathlib import Path

from framing.cli import console
from framing.cli.codebook_files import Write, changed, codebook_of
from framing.cli.options import Study


def numbers(study: Study = Path(), write: Write = False) -> None:
    """Give each frame and value that has none a number for SPSS and Stata: once, for good, and no number twice.

    What had a number before has it again; others get the next one above all that ever were.

    Example: framing codebook numbers --write
    """
    from framing.study.load import study_root
    from framing.study.numbers import FRAMES, lacking
    from framing.study.revision.everyday import numbered, owners_in
    from framing.study.revision.versions import CURRENT

    root = study_root(study)
    given = lacking(codebook_of(root, CURRENT).record, owners_in(root))
    if not given:
        console.say("every frame and value has its number")
        return
    for home in dict.fromkeys(home for home, _ in given):
        listed = ", ".join(f"{name} {number}" for (of, name), number in given.items() if of == home)
        console.result(f"{'frames' if home == FRAMES else home}: {listed}")
    changed(root, write, lambda book, day: numbered(book, given, day))
