"""A small study in which both sides have numbers: British and Japanese papers on eight ferries, four before a cut."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.study.canonical import as_file, as_line
from framing.study.check import mend

EXAMPLE = Path(__file__).parent / "examples/study"
FRAMES = {
    "harbour-mail": ("conflict", "", "", ""),
    "harbour-post": ("conflict conflict", "conflict economy", "economy economy", "economy responsibility"),
    "kaiko-shimbun": (
        "responsibility",
        "responsibility economy",
        "responsibility",
        "responsibility responsibility other",
    ),
}
"""Primary frames of each paper's articles on an event, by the pattern of the event; one paper falls silent at the cut."""
TONES = {"harbour-mail": (0, 0, 0, 0), "harbour-post": (-1, -1, 0, 1), "kaiko-shimbun": (1, 1, 0, "not_expressed")}
PLACES = (0, 1, 1, 0, 2, 3, 2, 3)
"""Which of the four patterns an event takes; the cut is the fifth event."""
Record = dict[str, Any]


def written() -> Iterator[tuple[Record, Record]]:
    """Every article with its one coding; of a paper's articles on an event the first appears a day after it, others later."""
    template = json.loads((EXAMPLE / "coded/articles/harbour-post-2026-03-03.json").read_text(encoding="utf-8"))
    blank = json.loads((EXAMPLE / "coded/codings/alba/harbour-post-2026-03-03.json").read_text(encoding="utf-8"))
    for paper, patterns in FRAMES.items():
        for month, place in enumerate(PLACES, start=1):
            for nth, frame in enumerate(patterns[place].split()):
                name, day = f"{paper}-{month}-{nth}", f"2026-{month:02}-{11 + 2 * nth}"
                date = {"published": day, "status": "as_cited", "cited": day}
                said = {
                    "supports": frame,
                    "kind": "paraphrase",
                    "text": "invented for the tests",
                    "lang": "en",
                    "locator": "1",
                }
                yield (
                    {**template, "id": name, "outlet": paper, "date": date, "url": f"https://example.org/{name}"},
                    {
                        **blank, "article": name, "event": {"id": f"ferry-{month}", "relation": "reports"},
                        "frames": {"primary": frame, "secondary": []}, "evidence": [said],
                        "values": {
                            "voice": "outlet", "tone": TONES[paper][(place + nth) % 4], "outlook": "not_expressed",
                            "causes": ["weather"],
                        },
                    },
                )  # fmt: skip


def ferries(folder: Path) -> Path:
    """Writes the study; its articles are all that a search found."""
    shutil.copytree(EXAMPLE, folder)
    for part in ("articles", "codings"):
        shutil.rmtree(folder / "coded" / part)
    for name in ("claims", "questions"):
        (folder / f"coded/{name}.json").unlink()
    change(folder / "coded/sources.json", "sources", lambda entries: [entries[0] | {"notes": []}])
    change(folder / "coded/outlets.json", "outlets", lambda entries: [_mail(entries[0]), *entries[:2]])
    change(folder / "coded/events.json", "events", lambda entries: [_ferry(entries[1], month) for month in range(1, 9)])
    change(folder / "coded/searches.json", "searches", lambda entries: [_search(entries[0], paper) for paper in FRAMES])
    articles, codings = zip(*written(), strict=True)
    (folder / "coded/codings").mkdir()
    (folder / "coded/articles.jsonl").write_bytes(b"".join(map(as_line, articles)))
    (folder / "coded/codings/alba.jsonl").write_bytes(b"".join(map(as_line, codings)))
    mend(folder)
    return folder


def change(path: Path, kind: str, changed: Any) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_bytes(as_file(record | {kind: changed(record[kind])}))


def _mail(post: Record) -> Record:
    names = dict.fromkeys(("own", "romanised", "en"), "Harbour Mail")
    return {**post, "id": "harbour-mail", "names": names | {"short": "Mail"}, "colour": "#009E73"}


def _ferry(event: Record, month: int) -> Record:
    kept = {name: value for name, value in event.items() if name != "part_of"}
    cut = {"cut": True} if month == 5 else {}
    return {**kept, "id": f"ferry-{month}", "labels": {"en": f"Ferry {month}"}, "date": f"2026-{month:02}-10", **cut}


def _search(search: Record, paper: str) -> Record:
    found = sum(len(FRAMES[paper][place].split()) for place in PLACES)
    return {
        **search, "id": f"s-{paper}", "outlet": paper, "events": [], "from": "2026-01-01", "to": "2026-08-31", "found": found,
    }  # fmt: skip
