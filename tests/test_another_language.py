"""A study whose papers, labels and texts are Korean: the program has words of its own in three other languages."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from framing.chart import picture
from framing.report.figures import FIGURES
from framing.study.check import mend
from framing.workbench.desk import settings
from framing.workbench.prompt import code as prompt
from tests.test_foreign_names import CODED, UNCODED, charts, commands, ran, reports
from tests.workbench.study import browsing, example
from tests.workbench.test_prompt import scripted

OURS = {"en", "ja", "ru"}
ARTICLE = "kaiko-shimbun-2026-03-03"
TEXT = "항로가 열렸다. 운임은 절반이 된다. 두 도시는 기뻐했다.\n"
HEARD = re.compile(r"\b(undefined|nan|NaN|KeyError)\b|\{[a-z_]*\}")
"""What stands on a page where something was not there."""


@pytest.fixture
def korean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example study in Korean; labels in English stay, which every codebook has."""
    monkeypatch.setattr(picture, "svg", lambda _: b"")
    monkeypatch.setattr(picture, "bundle", lambda: "")
    study = example(tmp_path)
    for path in [study / "schemas/codebook.json", *(study / "coded").rglob("*.json*")]:
        lines = (
            path.read_text(encoding="utf-8").splitlines()
            if path.suffix == ".jsonl"
            else [path.read_text(encoding="utf-8")]
        )
        path.write_text(
            "".join(f"{json.dumps(in_korean(json.loads(line)), ensure_ascii=False)}\n" for line in lines),
            encoding="utf-8",
        )
    mend(study)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / f"{ARTICLE}.txt").write_text(TEXT, encoding="utf-8")
    settings.remember(study, texts=str(texts))
    return study


def in_korean(value: Any, key: str = "") -> Any:
    if key in ("labels", "title", "cues") and isinstance(value, dict):
        return {"en": value["en"], "ko": ["운임"] if key == "cues" else f"이름 {value['en'].lower()}"}
    if key == "names":
        return value | {"own": "항구일보" + value["en"][0]}
    if isinstance(value, dict):
        return {inner: in_korean(inside, inner) for inner, inside in value.items()}
    if isinstance(value, list):
        return (
            list(dict.fromkeys("ko" if word in OURS else word for word in value))
            if key == "languages"
            else [in_korean(inside) for inside in value]
        )
    if key in ("language", "lang") and value in OURS:
        return "ko"
    return "첫 배가 떠났다" if key == "original" else value


class Empty(HTMLParser):
    """Elements of a page that say something and hold nothing."""

    TELLING = (
        "h1",
        "h2",
        "h3",
        "h4",
        "th",
        "li",
        "option",
        "button",
        "label",
        "legend",
        "figcaption",
        "title",
        "summary",
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, list[str]]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        for _, texts in self.open:
            texts.append(
                said.get("alt") or said.get("aria-label") or ("…" if tag in ("input", "textarea", "select") else "")
            )
        if tag in self.TELLING and "hidden" not in said and said.get("value") != "":
            self.open.append((tag, [said.get("aria-label") or said.get("id") or ""]))

    def handle_data(self, data: str) -> None:
        for _, texts in self.open:
            texts.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            _, texts = self.open.pop()
            if not any(texts):
                self.found.append(f"{tag} at line {self.getpos()[0]}")


def wrong(name: str, text: str) -> Iterator[str]:
    shown = re.sub("<(script|style).*?</\\1>", "", text, flags=re.DOTALL)
    yield from (f"{name}: {found[0]}" for found in HEARD.finditer(shown))
    if name.endswith(".html"):
        page = Empty()
        page.feed(shown)
        yield from (f"{name}: empty {found}" for found in page.found)


def test_it_is_clean(korean: Path) -> None:
    assert ran("check", "--study", korean).startswith("exit 0")


def test_its_report_is_whole(korean: Path, tmp_path: Path) -> None:
    pages = dict(reports(korean, tmp_path / "reports"))
    assert [fault for name, text in pages.items() for fault in wrong(name, text)] == []
    assert "이름 economic consequences" in pages["handbook.html"]
    assert '<span lang="ko">항구일보H</span>' in pages["outlet-harbour-post.html"]
    assert "a daily from the United Kingdom, in Korean" in pages["outlet-harbour-post.html"]


def test_its_charts_have_its_labels(korean: Path, tmp_path: Path) -> None:
    for name, text in charts(korean, tmp_path, "ko", *FIGURES):
        assert text.startswith("exit 1") or ('""' not in text.replace('": ""', "") and "\\uc774" not in text), name
    assert "이름 economic consequences" in (tmp_path / "frame-by-outlet.json").read_text(encoding="utf-8")


def test_its_commands_answer(korean: Path) -> None:
    lines = (
        "agreement",
        "agreement --by language",
        "plan",
        "compare --all",
        "compare --all --sides language=ko,rest",
        "doctor",
    )
    said = dict(commands(korean, *lines))
    assert [line for line, text in said.items() if not text.startswith("exit 0")] == [
        "compare --all --sides language=ko,rest"
    ]
    assert "ko" in said["agreement --by language"]


@pytest.mark.parametrize("coder", ["alba", "carla"])
def test_its_workbench_speaks_english_and_shows_its_labels(korean: Path, coder: str) -> None:
    with browsing(korean, coder) as client:
        assert client.put("/settings", json={"language": "ko"}).status_code == 400
        pages = {
            f"{place}.html": client.get(f"/{place}").text
            for place in ("", "new", f"article/{ARTICLE}", "article/harbour-post-2026-03-03")
        }
    assert [fault for name, text in pages.items() for fault in wrong(name, text)] == []
    assert "항구일보" in pages[".html"]


def test_its_text_is_shown_in_its_language(korean: Path) -> None:
    with browsing(korean, "alba") as client:
        page = client.get(f"/article/{ARTICLE}").text
    assert 'id="text" lang="ko"' in page
    assert "첫 배가 떠났다" in page
    assert "운임은 절반이 된다" in page


def test_it_is_coded_at_the_prompt(korean: Path) -> None:
    told: list[str] = []
    assert prompt.code(korean, "alba", UNCODED, scripted(CODED, told)) is None
    record = json.loads((korean / f"coded/codings/alba/{UNCODED}.json").read_text(encoding="utf-8"))
    assert record["frames"]["primary"] == "conflict"
    assert not HEARD.search("\n".join(told))
