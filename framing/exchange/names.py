"""Names of authors as archives list them."""

import re


def listed(text: str) -> tuple[str, ...]:
    r"""The names in a list that commas or semicolons of any script part, each name in the order in which it is printed.

    >>> listed("Агратин Евгений, Шевелев Владимир\n  Владимирович,")
    ('Агратин Евгений', 'Шевелев Владимир Владимирович')
    """
    return tuple(name for part in re.split("[,;，；、]", text) if (name := " ".join(part.split())))
