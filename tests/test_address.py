"""Addresses of the web: each trouble has its own reason, and every script has its form in ASCII."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.study import address

IN_OTHER_SCRIPTS = {
    "https://ru.wikipedia.org/wiki/Россия": "https://ru.wikipedia.org/wiki/%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F",
    "https://www.asahi.com/articles/記事.html": "https://www.asahi.com/articles/%E8%A8%98%E4%BA%8B.html",
    "http://例え.jp/記事": "http://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B",
    "https://u@例え.jp:80?q=é#ü": "https://u@xn--r8jz45g.jp:80?q=%C3%A9#%C3%BC",
    "https://a.b/100%": "https://a.b/100%25",
    "https://a.b/<x>": "https://a.b/%3Cx%3E",
}


@pytest.mark.parametrize(("typed", "right"), IN_OTHER_SCRIPTS.items())
def test_an_address_in_any_script_is_told_with_its_encoded_form(typed: str, right: str) -> None:
    """It was said not to begin with its scheme, which it does."""
    assert address.trouble(typed) == f"write it percent-encoded: {right}"
    assert address.encoded(typed) == right
    assert address.trouble(right) == ""


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("www.asahi.com/a", "https:// is missing at the start; write https://www.asahi.com/a"),
        ("//a.b/c", "https:// is missing at the start; write https://a.b/c"),
        ("localhost:80/x", "https:// is missing at the start; write https://localhost:80/x"),
        ("javascript:alert(1)", "'javascript:' does not lead to a web page"),
        ("file:///etc/passwd", "'file:' does not lead to a web page"),
        ("mailto:a@b.org", "'mailto:' does not lead to a web page"),
        ("data:text/html,x", "'data:' does not lead to a web page"),
        ("https://a.b/c d", "there is a blank at character 14; remove it"),
        (" https://a.b", "there is a blank at character 1; remove it"),
        ("https://a.b/\u3000c", "there is a blank at character 13; remove it"),
        ("https://a.b/c\n", "there is a blank at character 14; remove it"),
        ("https://[::1", "square brackets in the name of a site"),
        ("https://a]b.org/", "square brackets in the name of a site"),
        ("https://[zz]/", "square brackets in the name of a site"),
        ("https://a.b:99999/", "the port after the name of the site must be a number"),
        ("https://a.b:x/", "the port after the name of the site must be a number"),
        ("https://", "the name of the site is missing after https://"),
        ("https:///x", "the name of the site is missing after https://"),
        ("https://a..b/", "'a..b' cannot be the name of a site"),
        ("https://-a.b/", "'-a.b' cannot be the name of a site"),
        ("http://℀.com/", "the name of the site contains a character that looks like another"),
        ("", "https:// is missing at the start"),
    ],
)
def test_each_trouble_has_its_own_reason(typed: str, reason: str) -> None:
    assert address.trouble(typed).startswith(reason)
    assert address.encoded(typed) == typed


@pytest.mark.parametrize(
    "text",
    ["https://a.b", "HTTPS://A.b/?", "http://[::1]:80/x", "https://a.b/?x[]=1#", "http://a_b.c/", "https://a.b./~x"],
)
def test_addresses_that_can_be_followed_stay_as_they_are(text: str) -> None:
    assert address.trouble(text) == ""
    assert address.encoded(text) == text


def test_a_long_address_is_not_repeated_whole() -> None:
    assert address.trouble("https://a.b/" + "é" * 500) == "write it percent-encoded from character 13 on"


@given(
    st.text(max_size=30).map("https://example.org/".__add__)
    | st.text(max_size=30).map("https://".__add__)
    | st.text(max_size=30)
)
def test_what_is_encoded_has_no_trouble_and_means_the_same(text: str) -> None:
    right = address.encoded(text)
    assert right == text or address.trouble(right) == ""
    assert address.encoded(right) == right
    if text.startswith("https://example.org/"):
        assert unquote(right) == unquote(text)
