"""What is on the disk after a run: the history as the program reads it, files, and what is left beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careerfit.cli.output import replace_file
from careerfit.history.opening import FILE, JOURNAL, LOCKS
from careerfit.history.store import Store

STATE = Path(".local/state/careerfit")
OUT = Path("out")
HISTORY_FILES = {FILE, FILE + JOURNAL, LOCKS}


@dataclass(frozen=True, slots=True)
class Held:
    """What a history holds, without its times: finished attempts, and the answers of unfinished ones."""

    attempts: tuple[object, ...] = ()
    unfinished: tuple[tuple[object, ...], ...] = ()


def held(home: Path) -> Held:
    """What the history in that home holds. Raises ``AssertionError`` where it is not whole, or something lies about."""
    folder = home / STATE
    if not (folder / FILE).exists():
        return Held()
    with Store(folder) as store:
        assert store.notes == (), f"the history was damaged: {store.notes}"
        attempts = tuple(
            (one.number, one.mode, one.note, one.shown, tuple(row.value for row in one.rows), str(one.reality))
            for one in store.attempts()
        )
        found = Held(attempts, tuple(tuple(row.value for row in one.rows) for one in store.unfinished()))
    lying = {path.name for path in folder.iterdir()} - HISTORY_FILES
    assert not lying, f"left beside the history: {lying}"
    return found


def bytes_of(path: Path) -> bytes | None:
    """A file's content; None where there is none."""
    return path.read_bytes() if path.exists() else None


def left_beside(home: Path, target: Path) -> list[str]:
    """What stands beside the target."""
    folder = (home / target).parent
    return sorted(path.name for path in folder.iterdir() if path.name != target.name) if folder.exists() else []


def write_again(home: Path, target: Path) -> None:
    """Write to the same target, as the next run does."""
    (home / target).parent.mkdir(parents=True, exist_ok=True)
    replace_file(home / target, b"next")
