"""Page numbers as papers print them: sections with letters, jumps, and pages of Japanese papers."""

import re
import unicodedata

UNKNOWN = "unknown"
_PAGE = r"第?(?:(?!pp?\.?[0-9]|№)([^\W\d_]{1,3})[-.]?)?([0-9]{1,6})(?:面|頁|ページ|([^\W\d_]))?"
_PAGES = re.compile(rf"\s*{_PAGE}(?:\s*[-\u2010-\u2015\u2212~\u301c]\s*{_PAGE})?\s*")
EXAMPLES = (
    "write a page as the paper prints it, such as 3, A1 or 1面, pages such as 3-4, a jump such as A1, A4, or unknown"
)


def standard(text: str) -> str:
    """The same pages with digits and letters of ordinary width, whatever the keyboard made of them.

    >>> standard("第１面"), standard(" Ａ１，Ａ４ ")
    ('第1面', 'A1,A4')
    """
    return unicodedata.normalize("NFKC", text).strip()


def trouble(text: str) -> str:
    """What is wrong with the pages of a record, and what is right; empty for pages that a paper can have.

    >>> trouble("A1, A4"), trouble("B12–B13"), trouble("第１面"), trouble("unknown")
    ('', '', '', '')
    >>> trouble("A.1"), trouble("MDE6")
    ('', '')
    >>> trouble("9-3").partition(";")[0]
    'the pages end before they begin'
    """
    if text == UNKNOWN or (text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= 6):
        return ""
    for part in re.split("[,、]", standard(text)):
        found = _PAGES.fullmatch(part)
        if not found or not int(found[2]) or found[5] == "0":
            return f"this is not a page; {EXAMPLES}"
        first = ((found[1] or "").upper(), int(found[2]), (found[3] or "").upper())
        if found[5] and ((found[4] or first[0]).upper(), int(found[5]), (found[6] or "").upper() or first[2]) < first:
            return "the pages end before they begin; swap them, or write both in full, such as 123-125"
    return ""
