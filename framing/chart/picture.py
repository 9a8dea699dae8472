"""A chart as a file: SVG, PNG, PDF, HTML or Vega-Lite JSON, with the same layout on every machine."""

import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

# The renderer places dates by the clock of the machine; without one clock for all, committed pictures would differ.
os.environ["TZ"] = "UTC"

import altair as alt  # after the clock is set
import vl_convert  # after the clock is set
from altair.utils import schemapi  # after the clock is set

from framing.chart.rows import values
from framing.chart.told import Address, Spec, told

alt.data_transformers.register(values.__name__, values)  # type: ignore[arg-type]  # our tables are all of Polars
VERSION = alt.VEGALITE_VERSION.rpartition(".")[0]
"""The Vega-Lite that Altair writes, as vl-convert names it."""
BUILT_IN = "Liberation Sans"
"""The family that vl-convert carries with it."""
WIDE = {
    "Noto Sans CJK JP": ("NotoSansCJK-Regular.ttc", "NotoSansCJKjp-Regular.otf"),
    "Noto Sans JP": ("NotoSansJP-Regular.otf", "NotoSansJP-Regular.ttf", "NotoSansJP[[]wght].ttf", "NotoSansJP-VF.ttf"),
    "Source Han Sans": ("SourceHanSans.ttc", "SourceHanSans-Regular.ttc"),
    "Hiragino Sans": ("ヒラギノ角ゴシック W3.ttc", "HiraginoSans-W3.ttc"),
    "Yu Gothic": ("YuGothR.ttc", "YuGothM.ttc"),
    "Meiryo": ("meiryo.ttc",),
}
"""Families with Latin, proportional Cyrillic and kanji in one, by preference, and their files.

IPA fonts are left out on purpose: their Cyrillic is as wide as kanji.
"""
FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("~/Library/Fonts"),
    Path("C:/Windows/Fonts"),
    Path("~/AppData/Local/Microsoft/Windows/Fonts"),
)
_SUBSTITUTES = {
    BUILT_IN: "Arial, Helvetica, sans-serif",
    **dict.fromkeys(WIDE, "Noto Sans JP, Source Han Sans, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"),
}
"""What a viewer of an SVG may use instead."""
_NARROW = re.compile(
    r"[\u0020-\u007e\u00a0-\u017f\u0192\u01fa-\u01ff\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u0384-\u045f\u0490\u0491"
    r"\u2010\u2011\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122"
    r"\u2190-\u2195\u2202\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25b2\u25bc\u25ca\u25cb\u25cf]*"
)
"""What Liberation Sans can draw of what charts need: Latin, Greek, Cyrillic, punctuation, a few signs."""
_BASE = "https://vega.github.io/vega-datasets/"
"""What vl-convert puts before every relative address."""
_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)


class FontMissing(Exception):  # noqa: N818  # a name reads as what happened
    """No installed font can draw the text of a chart; the message names what to install."""

    def __init__(self, signs: Iterable[str]) -> None:
        shown = "".join(sorted(set(signs)))[:12]
        super().__init__(
            f"No font was found that draws Latin, Cyrillic and kanji alike, and the chart has {shown}. "
            f"Install one of: {', '.join(WIDE)} (Debian and Ubuntu: apt install fonts-noto-cjk)."
        )


@contextmanager
def trusted() -> Iterator[None]:
    """Charts made inside are not held to the schema of Vega-Lite part by part: the tests draw each of them, and hold it whole."""
    with schemapi.debug_mode(False):
        yield


def spec(chart: alt.TopLevelMixin, address: Address = lambda _: "") -> Spec:
    """The Vega-Lite specification of a chart, with all its rows; its marks lead to ``address``, if anywhere.

    Altair's own validation, which takes half the time of a report, is left to the tests: they draw every chart.
    """
    with alt.data_transformers.enable(values.__name__):
        return told(chart.to_dict(validate=False), address)


def family(text: str) -> str:
    """The one family that draws a text: the built-in one, or an installed one with kanji.

    Args:
        text: all that is drawn.

    Returns:
        The name of the family.

    Raises:
        FontMissing: when the text needs more than Latin, Greek and Cyrillic and no suitable family is installed.

    >>> family("Yomiuri, Российская газета")
    'Liberation Sans'
    """
    rest = _NARROW.sub("", text.replace("\n", ""))
    return cjk_family(rest) if rest else BUILT_IN


def cjk_family(signs: str = "漢字") -> str:
    """The installed family, the best first, that has Latin, proportional Cyrillic and kanji.

    Args:
        signs: the characters to draw, for the message.

    Returns:
        The name of the family.

    Raises:
        FontMissing: when none is installed.
    """
    for name, files in WIDE.items():
        if any(any(folder.expanduser().rglob(file)) for folder in FOLDERS for file in files):
            return name
    raise FontMissing(signs)


def _laid_out(found: Spec) -> Spec:
    """The specification with the one family that its drawn text needs.

    A stack of families would not do: the renderer draws every run that one sign fails in with another, unnamed font.
    What tooltips hold is not drawn, so a specification with kanji is drawn once to see whether they show.
    """
    built_in = {**found, "config": {**found.get("config", {}), "font": BUILT_IN}}
    if not _NARROW.sub("", json.dumps(found, ensure_ascii=False)):
        return built_in
    drawn = _TEXT.findall(vl_convert.vegalite_to_svg(built_in, vl_version=VERSION))
    needed = family(html.unescape(re.sub(r"<[^>]*>", "", "".join(drawn))))
    return {**built_in, "config": {**built_in["config"], "font": needed}}


def svg(found: Spec) -> bytes:
    """The chart as SVG; its text stays text.

    Raises:
        FontMissing: see ``family``.
    """
    laid_out = _laid_out(found)
    name = laid_out["config"]["font"]
    drawn: str = vl_convert.vegalite_to_svg(laid_out, vl_version=VERSION)
    whole = drawn.replace(f'font-family="{name}"', f'font-family="{name}, {_SUBSTITUTES[name]}"')
    return _held_to_page(whole, language(found)).encode()


def _held_to_page(drawn: str, spoken: str) -> str:
    """An SVG whose links are relative and need no old namespace, whose marks say what they are to the pointer too."""
    linked = drawn.replace(f'<a xlink:href="{_BASE}', '<a href="').replace("<a xlink:href=", "<a href=")
    linked = re.sub(r'(<a [^>]*>)(?=<\w+ aria-label="([^"]*)")', r"\1<title>\2</title>", linked)
    through = re.sub(
        r'<g class="mark-text role-mark[^"]*"(?! pointer-events)(?=[^>]*>(?!<a ))',
        r'\g<0> pointer-events="none"',
        linked,
    )
    return through.replace("<svg ", f'<svg lang="{html.escape(spoken)}" ', 1)


def language(found: Spec) -> str:
    """The language of the labels of a chart."""
    spoken: str = found.get("usermeta", {}).get("language", "en")
    return spoken


def png(found: Spec, scale: float = 2) -> bytes:
    """The chart as PNG; ``scale`` is the number of dots per pixel of the page.

    Raises:
        FontMissing: see ``family``.
    """
    drawn: bytes = vl_convert.vegalite_to_png(_laid_out(found), vl_version=VERSION, scale=scale)
    return drawn


def pdf(found: Spec) -> bytes:
    """The chart as PDF.

    Raises:
        FontMissing: see ``family``.
    """
    drawn: bytes = vl_convert.vegalite_to_pdf(_laid_out(found), vl_version=VERSION)
    return drawn


def vega_lite(found: Spec) -> bytes:
    """The chart as Vega-Lite JSON."""
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()


_BUNDLING = """
import sys, vl_convert
script = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", vl_version=sys.argv[1])
sys.stdout.buffer.write(script.encode())
"""


@cache
def bundling() -> subprocess.Popen[bytes]:
    """Begins to put the bundle together, beside what this process goes on to do: it takes more than a second."""
    words = [sys.executable, "-c", _BUNDLING, VERSION]
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


@cache
def bundle() -> str:
    """The JavaScript that draws charts in a page, without network; it defines ``vegaEmbed``."""
    script, _ = bundling().communicate()
    if bundling().returncode:
        raise RuntimeError("vl-convert gives no JavaScript; `framing doctor` tells which version is installed")
    return script.decode()


def embedded(found: Spec) -> str:
    r"""A specification as JSON that may stand inside a page.

    >>> embedded({"title": "</script>"})
    '{"title":"\\u003c/script>"}'
    """
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def hashed(script: str) -> str:
    """The source expression that lets one inline script run under a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


_DRAW = """
const spec = JSON.parse(document.getElementById("spec").textContent);
vegaEmbed("#chart", spec, {ast: true, renderer: "svg", actions: false});
"""
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 1rem; background: #fff }}
#chart {{ display: block; overflow-x: auto }}
#vg-tooltip-element {{ white-space: pre-line }}
</style>
</head>
<body>
<main id="chart"></main>
<script type="application/json" id="spec">{spec}</script>
<script>{bundle}</script>
<script>{draw}</script>
</body>
</html>
"""


def page(found: Spec) -> bytes:
    """The chart as one HTML file that needs no network and evaluates no text as code."""
    script = bundle()
    policy = (
        f"default-src 'none'; script-src {hashed(script)} {hashed(_DRAW)}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    title = (found["vconcat"][0] if "vconcat" in found else found).get("title", {}).get("text", "")
    filled = {
        "language": html.escape(language(found)),
        "policy": policy,
        "title": html.escape(" ".join([title] if isinstance(title, str) else title)),
        "spec": embedded(found),
        "bundle": script,
        "draw": _DRAW,
    }
    return _PAGE.format(**filled).encode()


FORMS: dict[str, Callable[[Spec], bytes]] = {
    ".html": page,
    ".svg": svg,
    ".png": png,
    ".pdf": pdf,
    ".json": vega_lite,
}
"""How to write a chart, by the ending of the file."""
