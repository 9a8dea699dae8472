"""Addresses as archives and programs print them: through the proxy of a library, with the account of a reader."""

import re
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

_THROUGH = re.compile(r"^https?://[^?#]*\?(?:[^#]*&)?(?:q?url)=(?=https?(?:://|%3A))(.*)$", re.IGNORECASE)
_PROXY = re.compile(
    r"[.-](?:(?:[a-z0-9-]*-)?(?:ez-?proxy|libproxy|e?proxy|ezp)[0-9]*(?:-[a-z0-9-]+)?|ep[.]fjernadgang|idm[.]oclc)[.].+$",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"(?:accountid|custid|authtype|profile|password|pwd|e-?mail|groupid|casa_token|session_?(?:id)?|sid|token|user(?:name|id)?)(?:=.*)?",
    re.IGNORECASE,
)


def plain(address: str) -> str:
    """An address without the proxy of a library and without accounts; empty for what is none.

    >>> plain("https://proxy.example.edu/login?url=https://www.proquest.com/docview/1/se-2?accountid=7")
    'https://www.proquest.com/docview/1/se-2'
    >>> plain("https://a.example/b?qurl=https%3a%2f%2fc.example%2fd%3fx%3d1%26accountid%3d7"), plain("no address")
    ('https://c.example/d?x=1', '')
    >>> plain("https://www-example-com.ezproxy.lib.edu/docview/1?accountid=12&x=1"), plain("https://proxy.org/a?b=c")
    ('https://www.example.com/docview/1?x=1', 'https://proxy.org/a?b=c')
    >>> plain("https://search.ebscohost.com/login.aspx?direct=true&AuthType=sso&db=n5h&AN=1&custid=s7&user=a&password=b")
    'https://search.ebscohost.com/login.aspx?direct=true&db=n5h&AN=1'
    """
    rest = address.strip()
    while found := _THROUGH.match(rest):
        rest = found[1] if "://" in found[1][:8] else unquote(found[1])
    try:
        parts = urlsplit(rest)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    kept = [part for part in parts.query.split("&") if not _PERSONAL.fullmatch(part)]
    return urlunsplit(parts._replace(netloc=_site(parts), query="&".join(kept)))


def _site(parts: SplitResult) -> str:
    """The site itself; a proxy is part of its name, and may write its dots as hyphens and its hyphens doubled."""
    site = parts.netloc.rpartition("@")[2]
    before = _PROXY.sub("", site)
    if before == site or not re.search("[.-]", before):
        return site
    return before if "." in before else before.replace("--", "\0").replace("-", ".").replace("\0", "-")
