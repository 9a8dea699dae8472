"""Finding an event at the prompt among those of the study."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.markup import escape

from framing.workbench.desk.shelf import Record
from framing.workbench.prompt.answering import event_options, fitting_events, nearest_events, nearest_words
from framing.workbench.prompt.terminal import Terminal, chosen, tell_options, tell_wrong
from framing.workbench.questions import Option

FITTING = 12
"""Events that a search shows."""
Offer = tuple[Option, ...]


class Search(NamedTuple):
    """A search among events.

    Attributes:
        events: all that may be meant.
        at: where it is said what fits.
        spoken: language of labels.
        shown: texts of the interface in that language.
    """

    events: Sequence[Record]
    at: Terminal
    spoken: str
    shown: Mapping[str, str]

    def begun(self, published: str, none: Option) -> Offer:
        """Lists the events closest in time to an article, and the answer that there is none."""
        offered = (*event_options(nearest_events(self.events, published), self.spoken), none)
        tell_options(self.at, offered)
        self.at.tell(escape(self.shown["prompt_event"].format(count=len(self.events))))
        return offered

    def found(self, typed: str, offered: Offer) -> Option | Offer:
        """The event that a number, an id or words stand for; or what to choose from next, when that has been said."""
        fitting = fitting_events(self.events, typed)
        option = chosen(typed, offered)
        if option is None and len(fitting) == 1:
            option = event_options(fitting, self.spoken)[0]
        if option is not None:
            return option
        if fitting:
            offered = (*event_options(fitting[:FITTING], self.spoken), offered[-1])
            tell_wrong(self.at, self.shown["prompt_events_fit"].format(count=len(fitting), typed=typed))
        else:
            meant = nearest_words(self.events, typed)
            close = self.shown["prompt_meant"].format(name=meant) if meant else ""
            tell_wrong(self.at, f"{self.shown['prompt_no_event'].format(typed=typed)} {close}".rstrip())
        tell_options(self.at, offered)
        return offered
