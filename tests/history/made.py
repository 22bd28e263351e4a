"""Values to put into a history, and a clock that is wound by hand."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from careerfit.core.answers import from_replies
from careerfit.core.model import Pack, Reply
from careerfit.core.results.attempt import Named, PackMark, Row, Shown
from careerfit.core.results.result import Result, evaluate
from careerfit.history.opening import FILE
from careerfit.history.schema import MIGRATIONS
from careerfit.history.store import Store
from careerfit.text import Text
from tests.core.build import facet, pack_of

PACK = PackMark("bidang", "1.0", "00ff00ff00ff00ff")
START = datetime(2025, 10, 1, 7, 15, tzinfo=UTC)
SHOWN = Shown(
    "CF1-0123456789", "tie", (Named("a", Text("Peran A", "Role A")), Named("b", Text("Peran B", "Role B"))), 0.84
)


class Clock:
    """Says one second more each time it is asked."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def row(key: str, value: int | None = 4, seconds: float | None = 2.5) -> Row:
    """An item's row."""
    return Row((key,), value, seconds, f"{key}+")


def rows(count: int, prefix: str = "butir") -> dict[int, Row]:
    """So many rows by their positions."""
    return {n: row(f"{prefix}-{n}", 1 + n % 5) for n in range(1, count + 1)}


def failure(code: int) -> sqlite3.OperationalError:
    """What SQLite raises with that result code."""
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = code
    return error


def connections(kind: type[sqlite3.Connection]) -> AbstractContextManager[object]:
    """Within it, what SQLite opens is a connection of that kind."""
    return patch.object(sqlite3, "connect", partial(sqlite3.connect, factory=kind))


def make_newer(folder: Path) -> None:
    """Make a history there as a newer version of the program has it."""
    Store(folder).close()
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def pack_called(name: str) -> Pack:
    """A pack of that name with the items ``butir-1`` to ``butir-40``, and another facet, of two roles."""
    facets = [facet("butir", keys=(1, -1) * 20), facet("lain")]
    return pack_of(facets, {"perintis": (1, 0), "penata": (0, 1)}, fingerprint="00ff00ff00ff00ff")._replace(name=name)


BIDANG = pack_called("bidang")


def replies(count: int) -> dict[int, Reply]:
    """So many replies to its items by their positions."""
    return {n: Reply((f"butir-{n}",), 1 + n % 5, 2.5) for n in range(1, count + 1)}


def result_of(count: int) -> Result:
    """The result of so many replies."""
    return evaluate(BIDANG, from_replies(BIDANG, replies(count).values()))
