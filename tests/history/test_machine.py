"""Any sequence of keeping, finishing, deleting and reopening leaves exactly what a plain model of it holds."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from careerfit.core.results.attempt import PackMark, Row
from careerfit.history.faults import HistoryUnavailable
from careerfit.history.store import Store

from .made import PACK, SHOWN, Clock

MEMORY = Path("/dev/shm")  # noqa: S108  # a folder with a random name is made in it
"""Where files cost no time; what a disk may do to them is tested elsewhere."""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ROWS = st.one_of(
    st.builds(Row, st.tuples(TEXTS), st.none() | st.integers(1, 5), st.none() | st.floats(0, 1e6), TEXTS),
    st.builds(Row, st.tuples(TEXTS, TEXTS), st.sampled_from([None, "left", "right"]), st.none() | st.floats(0, 1e6)),
)
MODES, LANGS = st.sampled_from(["quick", "full"]), st.sampled_from(["id", "en"])


@dataclass
class Kept:
    """What should be kept of one interview."""

    mode: str
    lang: str
    rows: dict[int, Row]
    pack: PackMark = PACK
    note: str = ""
    reality: dict[str, tuple[bool | None, ...]] = field(default_factory=dict)


class Histories(RuleBasedStateMachine):
    """The history beside dictionaries."""

    begun = Bundle("begun")
    finished = Bundle("finished")

    def __init__(self) -> None:
        super().__init__()
        self._place = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self._store = Store(Path(self._place.name), clock=Clock())
        self.unfinished: dict[int, Kept] = {}
        self.attempts: dict[int, Kept] = {}
        self.next_number = 1

    @rule(target=begun, mode=MODES, lang=LANGS, row=ROWS)
    def begin(self, mode: str, lang: str, row: Row) -> int:
        attempt = self._store.begin(PACK, mode, lang, {1: row})
        assert attempt not in self.unfinished
        self.unfinished[attempt] = Kept(mode, lang, {1: row})
        return attempt

    @rule(attempt=begun, mode=MODES, lang=LANGS, back=st.integers(-1, 3), row=ROWS)
    def put(self, attempt: int, mode: str, lang: str, back: int, row: Row) -> None:
        kept = self.unfinished.get(attempt)
        position = max(1, len(kept.rows) - back) if kept else 1
        try:
            self._store.put(attempt, mode, lang, {position: row})
        except HistoryUnavailable:
            assert kept is None
        else:
            assert kept is not None
            kept.mode, kept.lang = mode, lang
            kept.rows[position] = row

    @rule(attempt=begun, rows=st.lists(ROWS, max_size=4))
    def replace(self, attempt: int, rows: list[Row]) -> None:
        if kept := self.unfinished.get(attempt):
            kept.pack = PackMark("lain", "2", "ff")
            self._store.replace(attempt, kept.pack, rows)
            kept.rows = dict(enumerate(rows, 1))

    @rule(target=finished, attempt=consumes(begun), mode=MODES, row=ROWS)
    def finish(self, attempt: int, mode: str, row: Row) -> int:
        kept = self.unfinished.pop(attempt, None)
        if kept is None:
            return 0
        position = len(kept.rows) + 1
        number = self._store.finish(attempt, mode, kept.lang, {position: row}, SHOWN)
        assert self.next_number == number
        self.next_number += 1
        kept.mode = mode
        kept.rows[position] = row
        self.attempts[number] = kept
        return number

    @rule(number=finished, note=TEXTS)
    def note(self, number: int, note: str) -> None:
        self._store.set_note(number, note)
        if kept := self.attempts.get(number):
            kept.note = note

    @rule(number=finished, role=TEXTS, believed=st.lists(st.none() | st.booleans(), max_size=3))
    def reality(self, number: int, role: str, believed: list[bool | None]) -> None:
        self._store.set_reality(number, role, believed)
        if kept := self.attempts.get(number):
            kept.reality[role] = tuple(believed)

    @rule(number=finished)
    def delete(self, number: int) -> None:
        assert self._store.delete(number) == (number in self.attempts)
        self.attempts.pop(number, None)

    @rule()
    def delete_unfinished(self) -> None:
        assert self._store.delete_unfinished() == len(self.unfinished)
        self.unfinished.clear()

    @rule()
    def delete_all(self) -> None:
        assert self._store.delete_all() == len(self.unfinished) + len(self.attempts)
        self.unfinished.clear()
        self.attempts.clear()
        self.next_number = 1

    @rule()
    def reopen(self) -> None:
        self._store.close()
        self._store = Store(Path(self._place.name), clock=Clock())
        assert self._store.notes == ()

    @invariant()
    def holds_what_was_kept(self) -> None:
        unfinished = {one.id: (one.mode, one.lang, one.pack, one.rows) for one in self._store.unfinished()}
        attempts = {
            one.number: (one.mode, one.lang, one.pack, one.rows, one.note, one.reality)
            for one in self._store.attempts()
        }
        assert unfinished == {n: (k.mode, k.lang, k.pack, tuple(k.rows.values())) for n, k in self.unfinished.items()}
        assert attempts == {
            n: (k.mode, k.lang, k.pack, tuple(k.rows.values()), k.note, k.reality) for n, k in self.attempts.items()
        }

    def teardown(self) -> None:
        self._store.close()
        self._place.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
