"""The agreement of a study in numbers; of a large one they are counted while its records are still checked."""

import gc
import os
import signal
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.analysis.choices import Ground
from framing.cli.options import corpus_at, one_of
from framing.refusal import Refusal
from framing.study import check
from framing.study.faults import InvalidStudy
from framing.study.load import study_root
from framing.study.places import placed

if TYPE_CHECKING:
    from framing.agreement.resampling import Bootstrap
    from framing.corpus import Corpus

LEAST = 20_000_000
"""Bytes of records from which on another process counts: below, it takes as long to start as it helps."""


class Counted(NamedTuple):
    """The rows of ``reliability_table``, and what made the codings."""

    rows: list[dict[str, Any]]
    provenance: str


def counted(study: Path, how: "Bootstrap", ground: Ground, version: str) -> Counted | Refusal:
    """The agreement of a study, or why there is none.

    Args:
        study: its folder, or one inside it.
        how: draws and seed.
        ground: which values count.
        version: an older version of its codebook, or nothing.

    Raises:
        InvalidStudy: when it has faults.
    """
    root = study_root(study)
    before = _saved(root)
    if version or (os.cpu_count() or 1) < 2 or sum(size for _, size, _ in before) < LEAST:
        return _of(_of_version(corpus_at(root), version), how, ground)
    found = _while_checked(root, how, ground)
    same = _saved(root) == before  # else somebody saved a record between the two readings of it
    return found if found and same else _of(corpus_at(root), how, ground)


def _saved(root: Path) -> list[tuple[str, int, int]]:
    """Every file of the study that says something of records, with its bytes and when it was saved."""
    files = (path for part in ("schemas", "coded") for path in (root / part).rglob("*.json*") if path.is_file())
    return sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files)


def _while_checked(root: Path, how: "Bootstrap", ground: Ground) -> Counted | Refusal | None:
    """What another process counts, which takes the records to be right, while this one checks them; None if it could not."""
    context = get_context("spawn")  # never forked: Polars has threads
    heard, told = context.Pipe(duplex=False)
    helper = context.Process(target=_tell, args=(told, root, how, ground), daemon=True)
    helper.start()
    told.close()  # the other one holds it: when it ends without a word, so does the line
    try:
        if faults := check.faults(root):
            raise InvalidStudy(placed(root, faults))
        found: Counted | Refusal = heard.recv()
        return found
    except EOFError:
        return None
    finally:
        helper.terminate()
        helper.join()


def _tell(told: Connection, root: Path, how: "Bootstrap", ground: Ground) -> None:
    """Counts, and says so; of records with faults anything can come, which the other process finds by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever types Control-C stops the command, which ends this one
    gc.disable()  # records hold no cycles
    with suppress(Exception):
        from framing.corpus import trusted

        told.send(_of(trusted(root, unasked=("evidence",)), how, ground))


def _of(corpus: "Corpus", how: "Bootstrap", ground: Ground) -> Counted | Refusal:
    from framing.agreement.study import reliability_table, study_reliability

    found = study_reliability(corpus.tables, corpus.codebook, how, ground)
    return (
        found if isinstance(found, Refusal) else Counted(reliability_table(found).to_dicts(), _provenance(corpus, how))
    )


def _of_version(corpus: "Corpus", version: str) -> "Corpus":
    """The study under a version of its codebook; without one, or with the present one, as it is."""
    from framing.corpus import older_versions, under

    current = corpus.codebook["version"]
    chosen = one_of(version or current, (current, *older_versions(corpus)), "--codebook")
    return corpus if chosen == current else under(corpus, chosen)


def _provenance(corpus: "Corpus", how: "Bootstrap") -> str:
    """What made the codings, because agreement of programs is not agreement of people."""
    codings = corpus.tables.codings
    coding = codings.filter(codings["phase"] == "main")["coder"].unique().to_list()
    machines = [
        entry["id"] for entry in corpus.registers["coders"] if entry["kind"] == "machine" and entry["id"] in coding
    ]
    if len(machines) < 2:
        drawn = "left out in turn" if how.method == "jackknife" else "resampled"
        return f"Articles are {drawn} for the intervals, those with one description together; only independent codings of the main phase count."
    return (
        f"Coders {', '.join(machines)} are programs. Runs of one model share their errors: their agreement shows how stable the "
        "codebook makes them, not that they are right."
    )
