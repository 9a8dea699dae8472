"""The spellings of version 0.1, which work for one more version and point to the new ones."""

import shlex
from collections.abc import Sequence
from typing import Any, NamedTuple

from typer.core import TyperCommand, TyperGroup

from framing.cli import console


class Successor(NamedTuple):
    """What replaces an old option: a sub-command, whether the option's value follows it, and the options it never used."""

    command: str
    valued: bool
    unused: frozenset[str]


RESAMPLING, STUDY = frozenset({"--draws", "--seed", "--interval"}), frozenset({"--study"})
SUCCESSORS = {
    "--data": Successor("table", True, STUDY),
    "--by": Successor("groups", True, frozenset()),
    "--disagreements": Successor("disagreements", False, RESAMPLING),
    "--matrix": Successor("matrix", True, RESAMPLING),
    "--confusions": Successor("confusions", False, RESAMPLING),
}


def current(words: Sequence[str]) -> list[str]:
    """Words of version 0.1 in the new spelling; new words are returned as they are.

    >>> current(["--data", "codes.csv", "--level=ordinal", "--json"])
    ['table', 'codes.csv', '--level', 'ordinal', '--json']
    >>> current(["--data=-", "--no-header", "-s", "study"]), current(["--study", "study", "--matrix", "primary", "--draws", "9"])
    (['recal', '-'], ['matrix', 'primary', '--study', 'study'])
    """
    single = [part for word in words for part in _parts(word)]
    option = next((word for word in single if word in SUCCESSORS), None)
    if option is None or not words[0].startswith("-"):
        return list(words)
    command, valued, unused = SUCCESSORS[option]
    rest, value = _without(single, option, valued)
    for name in unused:
        rest, _ = _without(rest, name, True)
    if command == "table" and "--no-header" in rest:
        rest, command = _without(rest, "--no-header", False)[0], "recal"
    return [command, *value, *rest]


def _parts(word: str) -> list[str]:
    """An option and its value as two words, however they were written; `-s` becomes `--study`."""
    if word.startswith("--") and "=" in word:
        return word.split("=", 1)
    if word.startswith("-s"):
        return ["--study", *filter(None, [word[2:]])]
    return [word]


def _without(words: list[str], option: str, valued: bool) -> tuple[list[str], list[str]]:
    """The words without an option, and its value."""
    if option not in words:
        return words, []
    place = words.index(option)
    end = place + 1 + valued
    return words[:place] + words[end:], words[place + 1 : end]


def _hint(words: Sequence[str]) -> None:
    console.say(f"This spelling stops working in the next version; write: framing agreement {shlex.join(words)}")


class WithOldOptions(TyperGroup):
    """`framing agreement`, whose sub-commands used to be options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads words of version 0.1 in their new spelling."""
        words = current(args)
        if words != args and not ctx.resilient_parsing:
            _hint(words)
        return super().parse_args(ctx, words)


class FormerCommand(TyperCommand):
    """A command that has become a sub-command of `framing agreement`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Says where the command is now, and reads its words."""
        if not ctx.resilient_parsing:
            _hint([str(ctx.info_name), *args])
        return super().parse_args(ctx, args)
