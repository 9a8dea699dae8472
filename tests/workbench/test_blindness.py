"""Nobody sees another reading before it is settled, and then only who settles it."""

import json
from pathlib import Path

import pytest

from framing.study import check
from framing.workbench.desk.coder import Desk
from framing.workbench.desk.shelf import Shelf
from tests.workbench.study import ARTICLE, browsing, coding, matched

OTHER = "yomiuri-2014-02-09"
SECRET = "zzsecretzz"
RU = "rg-2014-08-26"


def finished(study: Path, coder: str, article: str = ARTICLE, **changes: object) -> None:
    with browsing(study, coder) as client:
        answer = client.put(f"/codings/{article}", json=coding(**changes), headers=matched(""))
        assert answer.status_code == 200, answer.text


def drafted(study: Path, coder: str, article: str, **changes: object) -> None:
    with browsing(study, coder) as client:
        assert client.put(f"/drafts/{article}", json=coding(**changes), headers=matched("")).status_code == 200


@pytest.fixture
def begun(study: Path) -> Path:
    """Coder b has finished one article and drafted another, each with words that give them away."""
    evidence = [
        {"supports": "history", "kind": "paraphrase", "text": f"{SECRET} says it", "lang": "en", "locator": SECRET}
    ]
    secret = {
        "memo": SECRET,
        "evidence": evidence,
        "frames": {"primary": "history", "secondary": ["military"]},
        "minutes": 987.6,
    }
    finished(study, "b", **secret)
    drafted(study, "b", OTHER, **secret)
    return study


def test_no_answer_tells_anything_of_another_coder(begun: Path) -> None:
    with browsing(begun, "a") as client:
        said = []
        for path in ("/", "/?q=987", "/?state=done", "/?state=draft", "/next", "/new", "/nowhere", "/article/nowhere"):
            said.append(client.get(path))
        for article in (ARTICLE, OTHER):
            said += [client.get(f"/article/{article}"), client.get(f"/records/{article}")]
            said.append(client.put(f"/drafts/{article}", json={}, headers=matched("f" * 64)))
            said.append(client.put(f"/drafts/{article}", json={"memo": ""}, headers=matched("")))
            said.append(client.put(f"/codings/{article}", json={}, headers=matched("")))
        for answer in said:
            assert SECRET not in answer.text
        for query in (f"q={SECRET}", "state=done", "q=history"):
            assert client.get(f"/?{query}").text.count('class="row"') == 0
        assert client.get("/?state=done").text.count('class="row"') == 0
        assert json.loads(said[9].text)["state"] == "uncoded"


def test_the_same_answers_whether_or_not_another_coder_has_begun(study: Path) -> None:
    def pages() -> list[str]:
        with browsing(study, "a") as client:
            return [client.get(path).text for path in ("/", f"/article/{ARTICLE}", f"/records/{ARTICLE}", "/next")]

    before = pages()
    finished(study, "b", memo=SECRET)
    assert pages() == before


def test_an_adjudicator_sees_nothing_before_all_have_finished(begun: Path) -> None:
    with browsing(begun, "adjudicated") as client:
        for path in ("/", f"/article/{ARTICLE}", f"/records/{ARTICLE}", f"/article/{OTHER}"):
            assert SECRET not in client.get(path).text
        assert client.get(f"/article/{ARTICLE}").status_code == 404
        assert client.put(f"/drafts/{ARTICLE}", json={}, headers=matched("")).status_code == 404
    drafted(begun, "a", ARTICLE)
    with browsing(begun, "adjudicated") as client:
        assert client.get(f"/article/{ARTICLE}").status_code == 404, "a draft is not a finished reading"


def test_training_readings_are_not_settled(study: Path) -> None:
    finished(study, "a", phase="training")
    finished(study, "b", phase="training")
    with browsing(study, "adjudicated") as client:
        assert client.get(f"/article/{ARTICLE}").status_code == 404


@pytest.fixture
def both(begun: Path) -> Path:
    finished(begun, "a", values={**coding()["values"], "voice": "outlet"})
    return begun


def test_a_reading_under_a_codebook_that_means_something_else_is_not_settled(both: Path) -> None:
    path = both / "coded" / "codings" / "b" / f"{ARTICLE}.json"
    with browsing(both, "adjudicated") as client:
        assert client.get(f"/article/{ARTICLE}").status_code == 200
        version = json.loads(path.read_bytes())["codebook"]
        for older, status in (("0.9.0", 404), (f"{version.partition('.')[0]}.99.0", 200)):
            path.write_bytes(
                path.read_bytes().replace(f'"codebook": "{version}"'.encode(), f'"codebook": "{older}"'.encode())
            )
            assert client.get(f"/article/{ARTICLE}").status_code == status
            version = older


def test_articles_on_which_coders_differ_stand_first(both: Path) -> None:
    desk = Desk(both, "adjudicated", Shelf())
    alike = next(name for name in desk.rows() if name < ARTICLE)
    for coder in ("a", "b"):
        finished(both, coder, alike)
    assert [row.id for row in desk.listed()] == [ARTICLE, alike]


def handed(page: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(page.split('id="handed">')[1].split("</script>", maxsplit=1)[0])
    return found


def test_an_adjudicator_settles_what_the_readings_do_not_share(both: Path) -> None:
    with browsing(both, "adjudicated") as client:
        given = handed(client.get(f"/article/{ARTICLE}").text)
        assert given["disputed"] == ["/frames/primary", "/frames/secondary", "/values/voice"]
        assert [reading["coder"] for reading in given["readings"]] == ["a", "b"]
        start = given["record"]
        assert "primary" not in start.get("frames", {})
        assert start["values"]["stance"] == "unknown"
        record = {
            **start,
            "event": {"id": None, "relation": None},
            "frames": {"primary": "history", "secondary": []},
            "values": {**start["values"], "voice": "guest"},
            "evidence": [
                {"supports": "history", "kind": "paraphrase", "text": "says so", "lang": "en", "locator": "note 9"}
            ],
            "confidence": 2,
            "minutes": 1,
            "decisions": [
                {"value": "/frames/primary", "reason": "slip", "comment": "The delete test leaves history."},
                {"value": "/frames/secondary", "reason": "slip", "comment": "No claim of its own."},
            ],
        }
        open_ = client.put(f"/codings/{ARTICLE}", json=record, headers=matched(""))
        assert open_.status_code == 422
        assert open_.json()["unanswered"] == ["/decisions/2/reason", "/decisions/2/comment"]
        record["decisions"].append(
            {"value": "/values/voice", "reason": "codebook_gap", "comment": "Guests are not named there."}
        )
        done = client.put(f"/codings/{ARTICLE}", json=record, headers=matched(open_.json()["etag"]))
        assert done.status_code == 200, done.text
    written = json.loads((both / "coded" / "codings" / "adjudicated" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert written["phase"] == "adjudicated"
    assert [(one["value"], one["by"], one["follows"]) for one in written["decisions"]] == [
        ("/frames/primary", "adjudicated", "b"),
        ("/frames/secondary", "adjudicated", "a"),
        ("/values/voice", "adjudicated", "neither"),
    ]
    assert check.faults(both) == []


def test_readings_stay_hidden_from_coders_even_when_all_are_finished(both: Path) -> None:
    with browsing(both, "a") as client:
        assert SECRET not in client.get(f"/article/{ARTICLE}").text


def test_two_coders_never_touch_the_same_file(study: Path) -> None:
    finished(study, "a", article=RU)
    before = {path: path.read_bytes() for path in study.rglob("*.json")}
    finished(study, "b", article=RU, memo="other")
    assert all(path.read_bytes() == raw for path, raw in before.items())


def test_a_coder_who_settles_is_told_the_recorded_reason(both: Path) -> None:
    path = both / "coded" / "coders.json"
    register = json.loads(path.read_text(encoding="utf-8"))
    reason = "Nobody else reads all three languages of the study."
    register["coders"][2]["exception"] = {"coder": "b", "reason": reason}
    path.write_text(json.dumps(register, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    with browsing(both, "adjudicated") as client:
        for page in ("/", f"/article/{ARTICLE}"):
            assert (
                f"You are also coder b. coders.json records why you may settle articles anyway: {reason}"
                in client.get(page).text
            )
    with browsing(both, "b") as client:
        assert reason not in client.get("/").text
