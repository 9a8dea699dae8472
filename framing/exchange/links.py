"""Addresses of articles as anybody can follow them: without the proxy of a library and the account of a reader."""

import re
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

_THROUGH = re.compile(r"https?://[^?#]*\?(?:[^#]*&)?q?url=(?=https?(?:://|%3A))(.+)", re.IGNORECASE)
_PROXY = re.compile(
    r"[.-](?:(?:[a-z0-9-]*-)?(?:ez-?proxy|libproxy|e?proxy|ezp)[0-9]*(?:-[a-z0-9-]+)?|ep[.]fjernadgang|idm[.]oclc)[.].+$",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:accountid|casa_token|groupid|session(?:_?id)?|sid|token|user(?:name|id)?)=.*", re.IGNORECASE)


def public(url: str) -> str:
    """An address without what belongs to one reader; anything else as it is printed.

    >>> public("https://www-example-com.ezproxy.lib.edu/docview/1?accountid=12&x=1")
    'https://www.example.com/docview/1?x=1'
    >>> public("https://proxy.lib.edu/login?url=https://example.org/a"), public("https://proxy.org/a?b=c")
    ('https://example.org/a', 'https://proxy.org/a?b=c')
    >>> public("https://a.example/b?qurl=https%3a%2f%2fc.example%2fd%3fx%3d1%26accountid%3d7")
    'https://c.example/d?x=1'
    """
    printed = url.strip()
    while through := _THROUGH.fullmatch(printed):
        printed = through[1] if "://" in through[1][:8] else unquote(through[1])
    try:
        parts = urlsplit(printed)
    except ValueError:
        return printed
    kept = [part for part in parts.query.split("&") if not _OWN.fullmatch(part)]
    site = _site(parts)
    if site == parts.netloc and len(kept) == len(parts.query.split("&")):
        return printed
    return urlunsplit(parts._replace(netloc=site, query="&".join(kept)))


def plain(printed: str) -> str:
    """The same where an archive prints an address; empty for anything else.

    >>> plain("https://proxy.example.edu/login?url=https://www.proquest.com/docview/1/se-2?accountid=7")
    'https://www.proquest.com/docview/1/se-2'
    >>> plain("no address")
    ''
    """
    found = public(printed)
    return found if found.lower().startswith(("http://", "https://")) else ""


def _site(parts: SplitResult) -> str:
    """The site itself; a proxy is part of its name, and may write its dots as hyphens and its hyphens doubled."""
    named = parts.netloc.rpartition("@")[2]
    before = _PROXY.sub("", named)
    if before == named or not re.search("[.-]", before):
        return named
    return before if "." in before else before.replace("--", "\0").replace("-", ".").replace("\0", "-")
