"""A library of references comes in, goes out as CSL JSON, and comes in again: the same articles."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from framing.cli import app
from framing.exchange import plan
from framing.exchange.clipping import Export
from framing.export.as_csl import csl_files, losses_of_csl
from framing.export.package import NOTHING, Package
from framing.refusal import Refusal

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"
SHARED = ROOT.parent / "shared" / "data" / "import"


def without_articles() -> plan.Standing:
    """The shipped study before its first article."""
    with TemporaryDirectory() as folder:
        for part in ("schemas", "coded"):
            shutil.copytree(ROOT / part, Path(folder) / part)
        for part in ("articles", "codings"):
            shutil.rmtree(Path(folder) / "coded" / part)
        return plan.standing(Path(folder))


STANDING = without_articles()
LIBRARIES = [
    FILES / "library.csl.json",
    FILES / "library.bbt.json",
    *sorted(SHARED.glob("10-zotero-csl-ris/*.json")),
    *sorted(SHARED.glob("11-better-bibtex/*.json")),
]


def taken(raw: bytes, outlets: dict[str, str]) -> list[dict[str, Any]]:
    """The articles of a library, without where they come from."""
    found = plan.plan(STANDING, [Export("library.json", raw)], "2026-01-01", given=outlets)
    rows = [row.record for row in found.rows if row.record and row.state in ("new", "twin")]
    return [{name: value for name, value in row.items() if name != "found_in"} | {"key": key(row)} for row in rows]


def key(article: dict[str, Any]) -> str:
    found = str(article["found_in"].get("key", ""))
    return found if "://" in found else ""


def package(articles: list[dict[str, Any]]) -> Package:
    records = NOTHING._replace(articles=articles, outlets=STANDING.outlets)
    return Package("study", {"en": "Study"}, "1.0.0", "", ("adjudicated", "stated"), {}, records)


def exported(articles: list[dict[str, Any]]) -> bytes:
    files = csl_files(package(articles))
    assert not isinstance(files, Refusal)
    (raw,) = files.values()
    return raw


def again(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = [{**each, **({"found_in": {"key": each["key"]}} if each["key"] else {})} for each in articles]
    return taken(exported(kept), {})


@pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.name)
def test_a_library_round_trips(path: Path) -> None:
    raw = path.read_bytes()
    names = plan.plan(STANDING, [Export(path.name, raw)], "2026-01-01").unknown
    first = taken(raw, dict.fromkeys(names, "yomiuri"))
    if not first:
        pytest.skip("no article in it")
    assert again(first) == first


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40)
DAYS = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1900")
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:7] + "~"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"title": NAMES, "date": DATES, "kind": st.sampled_from(["newspaperArticle", "journalArticle", "webpage"])},
            optional={
                "section": NAMES,
                "edition": NAMES,
                "language": st.sampled_from(["ja", "ru", "en", "pt-BR", "zh-Hant"]),
                "pages": st.sampled_from(["3", "A1, A4", "第１面"]),
                "url": st.just("https://example.org/港?a=1"),
                "uri": st.uuids().map(lambda name: f"http://zotero.org/items/{name}"),
                "creators": st.lists(
                    st.one_of(
                        st.builds(lambda name: {"name": name, "creatorType": "author"}, NAMES),
                        st.builds(lambda a, b: {"lastName": a, "firstName": b, "creatorType": "author"}, NAMES, NAMES),
                    ),
                    max_size=3,
                ),
            },
        ),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_a_library_holds_round_trips(items: list[dict[str, Any]]) -> None:
    own = STANDING.outlets[0]["names"]["own"]
    listed = [{**item, "itemType": item["kind"], "publicationTitle": own, "websiteTitle": own} for item in items]
    library = {"config": {"label": "BetterBibTeX JSON"}, "items": listed}
    first = taken(json.dumps(library, ensure_ascii=False).encode(), {})
    assume(first)
    assert again(first) == first


def test_of_the_shipped_study_only_what_is_told_is_lost(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(tmp_path / "out"), "--format", "csl-json", "--study", str(ROOT)])
    assert done.exit_code == 0, done.output
    (path,) = (tmp_path / "out").glob("*.csl.json")
    raw = path.read_bytes()
    articles = json.loads(raw)
    assert not any("abstract" in each or "note" in each for each in articles)
    told = (tmp_path / "out" / "csl-json-losses.txt").read_text(encoding="utf-8")
    assert "so is every text" in told
    back = plan.plan(STANDING, [Export(path.name, raw)], "2026-01-01")
    assert {**back.counts(), "twin": 0} == {"new": len(articles), "known": 0, "twin": 0, "refused": 0}
    assert sorted(row.record["id"] for row in back.rows if row.record) == sorted(each["id"] for each in articles)


def test_what_comes_again_into_the_same_study_is_not_written_twice(tmp_path: Path) -> None:
    study = tmp_path / "study"
    for part in ("schemas", "coded"):
        shutil.copytree(ROOT / part, study / part)
    words = ["--study", str(study)]
    brought = ["import", "articles", str(FILES / "library.csl.json"), *words, "--write"]
    assert CliRunner().invoke(app, brought).exit_code == 0
    assert CliRunner().invoke(app, ["export", str(tmp_path / "out"), "--format", "csl-json", *words]).exit_code == 0
    (path,) = (tmp_path / "out").glob("*.csl.json")
    done = CliRunner().invoke(app, ["import", "articles", str(path), *words])
    assert "imported before\t1" in done.stdout


def test_a_study_without_articles_has_no_references() -> None:
    refused = csl_files(package([]))
    assert isinstance(refused, Refusal)
    assert losses_of_csl(package([])) == [
        "Codings, codebook, events, genres and provenance are left out, and so is every text."
    ]
