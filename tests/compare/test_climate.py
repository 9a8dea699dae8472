"""A real study: 428 climate articles of American, British and Russian outlets (Frermann et al. 2023, MIT), by 2 or 3 coders.

The coders answered yes-or-no questions; the primary frame of a coding is the frame most of whose questions were answered
yes. Nobody coded events, so articles are matched by the quarter in which they appeared. How the articles were chosen is
not part of the data, so it counts as undeclared, and tests must be asked for.
"""

import csv
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from framing.agreement.judgement import judgements
from framing.agreement.resampling import Bootstrap
from framing.analysis.choices import Choices
from framing.analysis.reading import Reading, reading
from framing.compare.chance.permutation import PermutationTest
from framing.compare.coder_error.double_coding import coded_twice, one_coder
from framing.compare.coder_error.misclassification import tipping_points
from framing.compare.frames import FrameComparison
from framing.compare.material import Material, ordinal_scales
from framing.compare.peers import against_peers, pairwise_distances
from framing.compare.reliability import reliability_by_language
from framing.compare.result import Comparison, compare_all
from framing.compare.selection import frame_words, primary_design, selection
from framing.compare.sides import Side, sides
from framing.corpus import Corpus, read
from framing.refusal import Refusal
from framing.report import surround
from framing.report.blocks import Page
from framing.report.briefs.compared import compared_in_brief
from framing.report.context import context
from framing.report.pages.countries import overview_page
from framing.report.pages.dossier import dossier
from framing.report.pages.overview import overview
from framing.report.pages.reliability import reliability
from framing.report.pairing import national
from framing.report.render.markdown import markdown
from framing.study import check
from framing.study.canonical import as_file, as_line
from framing.study.schema import FIXED, compiled_text, fixed_text
from framing.words import page_languages
from tests.briefs import as_text, computed_once, same_as

SHARED = Path(__file__).parents[3] / "shared" / "data" / "narrative_frames_climate"
FILE = SHARED / "derived" / "coded_long.csv"
TEMPLATE = Path(__file__).parents[2] / "framing" / "study" / "template" / "schemas" / "codebook.json"
QUESTIONS = {
    "conflict": ("co1", "co2", "co3"), "economy": ("ec1", "ec2", "ec3"), "human_interest": ("hi1", "hi2", "hi5"),
    "morality": ("mo1", "mo2"), "responsibility": ("re1", "re5"),
}  # fmt: skip
COUNTRIES = {"bbc": "GB", "theguardian": "GB", "dailymail": "GB", "rt": "RU"}
AS_SAMPLE = Choices(treat_as="sample")
Record = dict[str, Any]

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the shared data are not beside the repository")


def write_study(folder: Path) -> None:
    answers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    facts: dict[str, tuple[str, str, str]] = {}
    with FILE.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            answers[row["article_id"], row["coder"]][row["question"]] = row["value"]
            facts[row["article_id"]] = (row["outlet"], row["date"], row["mbfc"])
    book = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    book["title"]["en"] = "Narrative frames in climate news"
    book["purpose"] = (
        "Which of five generic news frames 36 American, British and Russian outlets give to climate change, 2017 to 2019."
    )
    put(folder / "schemas/codebook.json", as_file(book))
    put(folder / "schemas/coding.schema.json", compiled_text(book).encode())
    for kind in FIXED:
        put(folder / f"schemas/{kind}.schema.json", fixed_text(kind).encode())
    registers = {
        "outlets": [outlet(name, leaning) for name, leaning in sorted({(name, leaning) for name, _, leaning in facts.values()})],
        "events": [event(name) for name in sorted({quarter(day) for _, day, _ in facts.values()})],
        "sources": [source()], "searches": [],
        "coders": [coder(name) for name in sorted({coder for _, coder in answers})],
    }  # fmt: skip
    for kind, entries in registers.items():
        put(folder / f"coded/{kind}.json", as_file({"$schema": f"../schemas/{kind}.schema.json", kind: entries}))
    put(folder / "coded/articles.jsonl", b"".join(as_line(article(name, *fact)) for name, fact in facts.items()))
    for who in {coder for _, coder in answers}:
        lines = [
            as_line(coding(name, who, facts[name][1], given)) for (name, by), given in answers.items() if by == who
        ]
        put(folder / f"coded/codings/{who}.jsonl", b"".join(lines))


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def quarter(day: str) -> str:
    return f"q{day[:4]}-{(int(day[5:7]) + 2) // 3}"


def outlet(name: str, leaning: str) -> Record:
    return {
        "id": name, "panel": "core", "names": {"own": name, "romanised": name, "en": name, "short": name[:20]},
        "language": "en", "country": COUNTRIES.get(name, "US"), "owner": "not part of the data",
        "ownership": "state" if name == "rt" else "unknown", "orientation": leaning.replace("_", " "), "frequency": "web",
        "groups": {"orientation": leaning.replace("_", "-")}, "described_by": "README of the data; country by name",
    }  # fmt: skip


def event(name: str) -> Record:
    year, part = int(name[1:5]), int(name[6])
    last = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}[part]
    return {
        "id": name, "labels": {"en": f"Climate news of {year}, quarter {part}"}, "kind": "meeting", "actors": [],
        "date": f"{year}-{3 * part - 2:02}-01/{year}-{last}", "status": "happened", "certainty": "unchecked",
        "date_source": "stands for an event: the data have none", "salience": 3,
    }  # fmt: skip


def source() -> Record:
    written = {"earliest": "2017-04-01", "latest": "2023-11-21", "reason": "The commit of the data."}
    return {
        "id": "nfc", "title": "Narrative Frames Corpus", "container": "ACL 2023", "author": "Lea Frermann et al.",
        "published": "2023", "written": written, "language": "en", "sampling": "undeclared",
        "sampling_note": "How the articles were chosen is not part of the data.", "sections": [], "notes": [],
    }  # fmt: skip


def coder(name: str) -> Record:
    return {
        "id": name,
        "kind": "person",
        "name": name,
        "languages": ["en"],
        "made": "Answered yes-or-no questions; upstream.",
    }


def article(name: str, paper: str, day: str, _: str) -> Record:
    return {
        "id": f"a{name}", "outlet": paper, "date": {"published": day, "status": "as_cited", "cited": day}, "medium": "web",
        "page": "unknown", "headline": {}, "language": "en", "genre": "unknown", "byline": [],
        "source": {"basis": "primary_full", "cites": "nfc"},
    }  # fmt: skip


def coding(name: str, who: str, day: str, given: dict[str, str]) -> Record:
    asked = {
        frame: [given[question] == "yes" for question in questions if question in given]
        for frame, questions in QUESTIONS.items()
    }
    shares = {frame: sum(said) / len(said) if said else 0.0 for frame, said in asked.items()}
    ranked = [frame for frame in sorted(shares, key=lambda frame: -shares[frame]) if shares[frame]]
    primary, *others = ranked or ["other"]
    return {
        "article": f"a{name}", "coder": who, "codebook": "0.1.0", "phase": "main", "coded_at": "2023-01-01T00:00:00Z",
        "minutes": None, "event": {"id": quarter(day), "relation": "reports"},
        "frames": {"primary": primary, "secondary": others[:2]},
        "values": {"voice": "unknown", "tone": "unknown"},
        "evidence": [{"supports": primary, "kind": "paraphrase", "text": "most of its questions answered yes", "lang": "en", "locator": "answers"}],
        "confidence": 2, "memo": "",
    }  # fmt: skip


@pytest.fixture(scope="module")
def climate(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("climate")
    write_study(folder)
    assert check.faults(folder) == []
    return read(folder)


@pytest.fixture(scope="module")
def material(climate: Corpus) -> Material:
    read_all = reading(climate.tables, "majority", ("voice",))
    assert isinstance(read_all, Reading)
    names = ["primary", *(f"frame:{frame}" for frame in frame_words(climate.tables))]
    judged = [one for one in judgements(climate.tables, climate.codebook) if one.name in names]
    reliability = reliability_by_language(climate.tables, judged, Bootstrap(draws=200))
    return Material(climate.tables, read_all, ordinal_scales(climate.codebook), reliability)


def pair_of(written: str, climate: Corpus) -> tuple[Side, Side]:
    found = sides(written, climate.tables.outlets)
    assert not isinstance(found, Refusal)
    return found[0], found[1]


def test_the_study_holds_the_data(climate: Corpus) -> None:
    assert len(climate.articles) == 428
    assert len(climate.codings) == 408 + 394 + 30 + 140
    rt = climate.tables.articles.filter(pl.col("outlet").cast(pl.String) == "rt")
    assert rt.height == 19


@pytest.mark.parametrize(("written", "n"), [("rt,united kingdom", 19), ("rt,usa", 19), ("usa,united kingdom", 50)])
def test_russia_today_against_britain_and_america(climate: Corpus, material: Material, written: str, n: int) -> None:
    pair = pair_of(written, climate)
    refused = compare_all(material, pair)
    assert isinstance(refused, Comparison)
    assert isinstance(refused.family, Refusal)
    assert refused.family.code == "undeclared_sample"
    found = compare_all(material, pair, AS_SAMPLE)
    assert isinstance(found, Comparison)
    assert isinstance(found.frames, FrameComparison)
    test = found.frames.test
    assert isinstance(test, PermutationTest)
    assert 4 <= min(test.n_a, test.n_b) <= n + 10
    assert test.strata > 3
    shares = found.frames.shares
    assert shares["share_a"].sum() == pytest.approx(1)
    assert isinstance(found.family, pl.DataFrame)
    assert "only on request" in found.sampling


def test_its_reliability_is_stamped(climate: Corpus, material: Material) -> None:
    found = compare_all(material, pair_of("rt,usa", climate), AS_SAMPLE)
    assert isinstance(found, Comparison)
    assert isinstance(found.reliability, pl.DataFrame)
    stamp = dict(found.reliability.select("judgement", "stamp").iter_rows())
    assert "not reliable enough in en" in str(stamp["primary"])


def test_coder_error_could_make_every_difference_of_frames(climate: Corpus, material: Material) -> None:
    """Agreement on the derived primary frame is low: in the worst case coder error alone explains what is seen."""
    chosen = selection(climate.tables, material.reading, pair_of("rt,usa", climate))
    assert not isinstance(chosen, Refusal)
    found = primary_design(climate.tables, chosen)
    twice = coded_twice(climate.tables, frame_words(climate.tables))
    assert not isinstance(twice, Refusal)
    confusion = one_coder(twice)
    assert 0.1 < (1 - twice.counts @ confusion.diagonal() / twice.counts.sum(axis=1)).mean() < 0.6
    pooled = found._replace(strata=("all",), a=found.a.sum(axis=0)[None], b=found.b.sum(axis=0)[None])
    worst = tipping_points(pooled, confusion).filter(case="opposite")
    assert worst["could_alone"].any()


def test_outlets_and_their_peers(climate: Corpus, material: Material) -> None:
    alone = against_peers(climate.tables, material.reading, "rt", AS_SAMPLE)
    assert isinstance(alone, Refusal)
    assert alone.code == "no_peers"
    post = against_peers(climate.tables, material.reading, "thehuffingtonpost", AS_SAMPLE)
    assert not isinstance(post, Refusal)
    assert len(post.peers) == 31
    table = pairwise_distances(climate.tables, material.reading, AS_SAMPLE)
    assert table.height == 36 * 35 // 2
    assert table.filter(pl.min_horizontal("n_a", "n_b") < 4)["p"].is_null().all()


def test_its_pages_can_be_read(climate: Corpus) -> None:
    """36 outlets: no page repeats one refusal, lists every pair, or draws a scale on which nobody stands."""
    ctx = context(climate, Choices())
    pairing = national(ctx)
    assert pairing is not None
    page = markdown(overview_page(pairing), surround(ctx))
    assert page.startswith("# The United States and the United Kingdom")
    assert page.count("bipartisanreport, breitbart, buzzfeed") == 1
    assert "630 of 630 pairs have no number" in page
    assert len(page.splitlines()) < 300
    assert "No article takes a position" in markdown(overview(ctx), surround(ctx))
    disagreements = markdown(reliability(ctx), surround(ctx))
    assert "The first 100 are listed here" in disagreements
    assert len(disagreements.splitlines()) < 250


def test_its_pages_in_brief_golden(climate: Corpus) -> None:
    """Nobody says how the articles were chosen, so nothing is tested, and the first screen says so; on request they are a sample."""
    told = {}
    for choices in (Choices(), AS_SAMPLE):
        usual = national(context(climate, choices))
        assert usual is not None
        with computed_once(usual) as compared:
            for language in page_languages():
                ctx = context(climate, choices, language)
                pairing = replace(usual, ctx=ctx)
                comparison = Page("compare", "", (), (compared_in_brief(pairing, compared),))
                told[language, choices] = as_text([overview(ctx, (), pairing), dossier(ctx, "rt"), comparison])
    in_order = [told[language, choices] for language in page_languages() for choices in (Choices(), AS_SAMPLE)]
    same_as("brief-climate.txt", "\n".join(in_order))
