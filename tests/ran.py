"""What a command tells, and what stands in a folder after it."""

from pathlib import Path

from typer.testing import CliRunner

from framing.cli import app


def ran(*words: str | Path) -> tuple[int, str]:
    """The exit code of a command and what it prints, its lines as one; a traceback fails the test."""
    done = CliRunner().invoke(app, [*map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, " ".join(done.output.split())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
