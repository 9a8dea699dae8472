"""How prompts speak: answers with their keys, and at once what is wrong with one that is typed and what is right."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rich.console import Console
from rich.markup import escape

from framing.study.faults import nearest
from framing.workbench.desk.catalogue import folded
from framing.workbench.questions import Option

YES = ("y", "yes", "д", "да", "は", "はい")
NO = ("n", "no", "н", "нет", "いいえ")


class Terminal(NamedTuple):
    """How the prompt speaks.

    Attributes:
        ask: shows a text and gives back what was typed; raises EOFError at the end of input.
        tell: shows a line; markup of rich is understood.
    """

    ask: Callable[[str], str]
    tell: Callable[[str], None]


def terminal() -> Terminal:
    """The terminal of this process; prompts go to standard error, so that nothing mixes with results."""
    console = Console(stderr=True, highlight=False)
    return Terminal(console.input, console.print)


def tell_wrong(at: Terminal, message: str) -> None:
    """Says what is wrong."""
    at.tell(f"[red]{escape(message)}[/]")


def tell_options(at: Terminal, options: Iterable[Option]) -> None:
    """Lists answers with what chooses them: a key, an id, or the label alone."""
    for option in options:
        shown = option.key or _id(option)
        at.tell(f"  [cyan]{escape(shown)}[/]" + (f"  {escape(option.label)}" if shown != option.label else ""))


def confirmed(at: Terminal, text: str, words: Mapping[str, str]) -> bool:
    """Whether a question was answered by yes; asked until it is answered by yes or no."""
    while True:
        typed = folded(at.ask(escape(f"{text} [y/n] "))).strip()
        if typed in (*YES, *NO):
            return typed in YES
        tell_wrong(at, words["prompt_yes_no"])


def chosen(typed: str, options: Iterable[Option]) -> Option | None:
    """The answer that a key, an id or a label stands for, keys first; None when it stands for none, or for several.

    >>> scale = (Option(-1, "Against", "1"), Option(1, "For", "2"))
    >>> chosen("1", scale).label, chosen("FOR", scale).label, chosen("-1", scale)
    ('Against', 'For', None)
    """
    return _by_name(options).get(folded(typed).strip())


def none_chosen(typed: str, options: Iterable[Option], words: Mapping[str, str]) -> str:
    """The message for a text that is not an answer: the answer that was probably meant, or all of them."""
    options = tuple(options)
    names = _by_name(options)
    wrong = words["prompt_unknown"].format(typed=typed)
    if close := nearest(folded(typed), names):
        return f"{wrong} {words['prompt_meant'].format(name=_id(names[close]))}"
    return f"{wrong} {words['prompt_known'].format(names=', '.join(option.key or _id(option) for option in options))}"


def _by_name(options: Iterable[Option]) -> dict[str, Option]:
    options = tuple(options)
    keys = {option.key: option for option in options if option.key}
    named: dict[str, list[Option]] = {}
    for option in options:
        for name in {folded(name) for name in _names(option)}:
            named.setdefault(name, []).append(option)
    return {name: found[0] for name, found in named.items() if len(found) == 1} | keys


def _names(option: Option) -> Iterator[str]:
    """Numbers are left out: a step of a scale, such as 1, is not chosen by the key 1."""
    yield option.label
    if option.value is None:
        yield "none"
    if isinstance(option.value, str):
        yield option.value


def _id(option: Option) -> str:
    return option.value if isinstance(option.value, str) else option.label
