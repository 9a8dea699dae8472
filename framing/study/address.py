"""Addresses of pages on the web: what is wrong with one, and how it is written so that every program can follow it."""

import re
from urllib.parse import SplitResult, quote, urlsplit

SCHEMES = frozenset({"http", "https"})
_SAFE = "/?#:@!$&'()*+,;=~-._%[]"
"""Characters that need no encoding after the site (RFC 3986); square brackets are common there and harmless."""
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_PARTS = re.compile("([^/]*//)([^/?#]*)(.*)")
_SITE = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?[.])*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?[.]?")
LONGEST = 500
"""Characters of an address that a message repeats."""


def encoded(text: str) -> str:
    """The address in ASCII: its site in the form that names in other scripts have (IDNA), the rest percent-encoded.

    Args:
        text: as a browser shows and copies it.

    Returns:
        The same address; what was given where it is none.

    Source:
        RFC 3987, section 3.1; RFC 3986, section 2.

    >>> encoded("https://ru.wikipedia.org/wiki/Ян?a=1#é")
    'https://ru.wikipedia.org/wiki/%D0%AF%D0%BD?a=1#%C3%A9'
    >>> encoded("http://例え.jp/"), encoded("none of these")
    ('http://xn--r8jz45g.jp/', 'none of these')
    """
    return text if _wrong(text) else _written(text)


def trouble(text: str) -> str:
    """What is wrong with an address and what is right; empty for one that can be followed.

    >>> trouble("https://example.org/a"), trouble("javascript:alert(1)")
    ('', "'javascript:' does not lead to a web page; write an address that begins with https:// or http://")
    >>> trouble("https://example.org/é")
    'write it percent-encoded: https://example.org/%C3%A9'
    """
    if wrong := _wrong(text):
        return wrong
    right = _written(text)
    if right == text:
        return ""
    if len(right) > LONGEST:
        at = next(place for place, pair in enumerate(zip(text, right, strict=False), 1) if pair[0] != pair[1])
        return f"write it percent-encoded from character {at} on"
    return f"write it percent-encoded: {right}"


def _wrong(text: str) -> str:
    """What no encoding can put right; empty when nothing is wrong."""
    blank = re.search(r"[\s\x00-\x1f\x7f]", text)
    if blank:
        return f"there is a blank at character {blank.start() + 1}; remove it, or write %20 if it belongs there"
    scheme = _SCHEME.match(text)
    if not scheme or (scheme[0][:-1].lower() not in SCHEMES and re.match("[0-9]+(/|$)", text[scheme.end() :])):
        return f"https:// is missing at the start; write https://{text.lstrip('/')[:60]}"
    if scheme[0][:-1].lower() not in SCHEMES:
        return f"{scheme[0]!r} does not lead to a web page; write an address that begins with https:// or http://"
    return _wrong_site(text)


def _wrong_site(text: str) -> str:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        return _refused(str(error))
    if not parts.hostname:
        return f"the name of the site is missing after {parts.scheme}://"
    site = _site(parts)
    if not site.startswith("[") and not _SITE.fullmatch(site):
        return f"{parts.hostname[:60]!r} cannot be the name of a site, which is made of letters, digits and -, with dots between"
    return ""


def _refused(reason: str) -> str:
    if "ort" in reason:
        return "the port after the name of the site must be a number up to 65535"
    if "NFKC" in reason:
        return "the name of the site contains a character that looks like another; type it again"
    return "square brackets in the name of a site hold an IPv6 address and are closed, as in http://[::1]/"


def _site(parts: SplitResult) -> str:
    """The name of the site in ASCII; unchanged where it has no such form."""
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _written(text: str) -> str:
    parted = _PARTS.fullmatch(text)
    assert parted is not None, "an address in which nothing is wrong has these parts"
    head, site, tail = parted.groups()
    if site.isascii():
        return head + site + _quoted(tail)
    parts = urlsplit(text)
    user, at, _ = site.rpartition("@")
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{head}{_quoted(user)}{at}{_site(parts)}{port}{_quoted(tail)}"


def _quoted(text: str) -> str:
    return quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", text), safe=_SAFE)
