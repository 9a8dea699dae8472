"""XML of other programs, read without fetching or expanding anything."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from framing.exchange import decoded
from framing.exchange.clipping import Export, NotReadableError

Element: TypeAlias = etree._Element

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")


def tree(export: Export) -> Element:
    """The tree of an XML file.

    Raises:
        NotReadableError: when it is damaged, or declares a document type, with which it could blow itself up.
    """
    text, _ = decoded.text(export)
    return parsed(_PROLOGUE.sub("", text).encode(), export.name)


def parsed(raw: bytes, name: str) -> Element:
    """The tree of XML in UTF-8.

    Raises:
        NotReadableError: as for ``tree``.
    """
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise NotReadableError(f"{name} declares a document type or entities, which no archive does; export it again")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = " ".join(str(getattr(error, "msg", error)).split())
        raise NotReadableError(f"{name} is damaged ({why}); export it again") from error


def found(element: Element, name: str) -> Iterator[Element]:
    """The elements of a name inside another, in whichever namespace."""
    return (part for part in element.iter() if isinstance(part.tag, str) and etree.QName(part).localname == name)


def line(element: Element, name: str) -> str:
    """The text of the first element of a name in one line; empty for none."""
    first = next(found(element, name), None)
    return "" if first is None else " ".join("".join(first.itertext()).split())
