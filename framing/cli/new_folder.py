"""The folder of a new study: written beside its place, and put there when it has no fault."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.study.begin.folder import Told


def make(folder: Path, told: "Told | None") -> None:
    """Writes the study beside its place, and puts it there when it has no fault."""
    import shutil
    import tempfile

    from framing.study import canonical, check
    from framing.study.begin.folder import guide_of_template, written
    from framing.study.faults import InvalidStudy
    from framing.study.schema import shipped

    folder.parent.mkdir(parents=True, exist_ok=True)
    canonical.writable(folder.parent)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        study = beside / folder.name
        if told is None:
            _copy(shipped("study/template"), study)
            canonical.write(study / "README.md", guide_of_template().encode())
        else:
            for path, content in written(told).items():
                canonical.write(study / path, content)
        check.mend(study)
        if faults := check.faults(study):
            raise InvalidStudy(faults)
        if folder.exists():
            folder.rmdir()
        study.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _copy(source: Any, target: Path) -> None:
    """Copies package data, which may live in an archive."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy(entry, target / entry.name)
        elif not entry.name.endswith((".py", ".pyc")):
            (target / entry.name).write_bytes(entry.read_bytes())
