"""Addresses as archives print them: through the proxy of a library, with the account of a reader."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_THROUGH = re.compile(r"^https?://[^?#]*\?(?:[^#]*&)?(?:q?url)=(?=https?(?:://|%3A))(.*)$", re.IGNORECASE)
_PERSONAL = frozenset({"accountid", "groupid", "userid", "user", "token", "sid", "session", "sessionid"})


def plain(address: str) -> str:
    """An address without the proxy of a library and without accounts.

    >>> plain("https://proxy.example.edu/login?url=https://www.proquest.com/docview/1/se-2?accountid=7")
    'https://www.proquest.com/docview/1/se-2'
    >>> plain("https://a.example/b?qurl=https%3a%2f%2fc.example%2fd%3fx%3d1%26accountid%3d7"), plain("no address")
    ('https://c.example/d?x=1', '')
    """
    rest = address.strip()
    while found := _THROUGH.match(rest):
        rest = found[1] if "://" in found[1][:8] else unquote(found[1])
    try:
        parts = urlsplit(rest)
        kept = [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if name.lower() not in _PERSONAL
        ]
        bare = parts._replace(query=urlencode(kept), netloc=parts.netloc.rpartition("@")[2])
    except ValueError:
        return ""
    return urlunsplit(bare) if parts.scheme.lower() in ("http", "https") else ""
