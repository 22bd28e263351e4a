"""The file is private, whole and of a known version, or the user is told and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from careerfit.history.faults import NEWER, HistoryUnavailable
from careerfit.history.opening import FILE, JOURNAL, set_aside_files
from careerfit.history.schema import APPLICATION, MIGRATIONS, statements
from careerfit.history.store import Store

from .made import PACK, SHOWN, Clock, make_newer, rows

SECOND = (
    "ALTER TABLE attempt ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm; very'; INSERT INTO state VALUES ('moods', 3);"
)


@contextmanager
def raw(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite sees it."""
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def filled(folder: Path) -> None:
    """A history with one attempt."""
    with Store(folder, clock=Clock()) as store:
        store.finish(store.begin(PACK, "quick", "id", rows(30)), "quick", "id", {}, SHOWN)


def modes(folder: Path) -> dict[str, int]:
    """Who may do what, by name."""
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def test_folder_and_files_are_private(folder: Path) -> None:
    """Nobody else can read the folder, the file, its journal or the file of locks."""
    with Store(folder, clock=Clock()) as store:
        store.begin(PACK, "quick", "id", rows(3))
        found = modes(folder)
    expected = {FILE: 0o600, FILE + JOURNAL: 0o600, "history.lock": 0o600}
    assert (0o700, expected) == (folder.stat().st_mode & 0o777, found)


def test_open_files_are_made_private(folder: Path) -> None:
    """A folder and files that others could read are closed to them."""
    filled(folder)
    folder.chmod(0o755)
    (folder / FILE).chmod(0o644)
    Store(folder).close()
    assert (0o700, 0o600) == (folder.stat().st_mode & 0o777, modes(folder)[FILE])


def test_journal_left_by_a_killed_process_is_made_private(folder: Path) -> None:
    """A journal that others could read is closed to them."""
    filled(folder)
    (folder / (FILE + JOURNAL)).chmod(0o644)
    Store(folder).close()
    assert modes(folder)[FILE + JOURNAL] == 0o600


def test_file_is_marked(folder: Path) -> None:
    """The file carries the program's mark and the version of its tables."""
    filled(folder)
    with raw(folder) as connection:
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    assert [APPLICATION, len(MIGRATIONS)] == found


def test_older_file_is_brought_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of an older version is brought to the new one with everything that is in it."""
    filled(folder)
    monkeypatch.setattr("careerfit.history.opening.MIGRATIONS", (*MIGRATIONS, SECOND))
    with Store(folder) as store:
        kept = [len(attempt.rows) for attempt in store.attempts()]
    with raw(folder) as connection:
        mood = connection.execute("SELECT mood, (SELECT value FROM state WHERE name = 'moods') FROM attempt").fetchone()
    assert ([30], ("calm; very", 3)) == (kept, mood)


def test_bringing_up_is_all_or_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where bringing it up fails in the middle, the file is as it was, and works with the older version."""
    filled(folder)
    broken = "ALTER TABLE attempt ADD COLUMN mood TEXT; ALTER TABLE nothing ADD COLUMN mood TEXT;"
    with monkeypatch.context() as patch:
        patch.setattr("careerfit.history.opening.MIGRATIONS", (*MIGRATIONS, broken))
        with pytest.raises(HistoryUnavailable):
            Store(folder)
    with raw(folder) as connection:
        columns = [column[1] for column in connection.execute("PRAGMA table_info(attempt)")]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    with Store(folder) as store:
        assert (False, len(MIGRATIONS), 1) == ("mood" in columns, version, len(store.attempts()))


def test_newer_file_is_left_alone(folder: Path) -> None:
    """A file of a newer version is refused with the reason, and not a byte of it is touched."""
    make_newer(folder)
    (folder / FILE).chmod(0o640)
    before = (folder / FILE).read_bytes(), (folder / FILE).stat().st_mode, (folder / FILE).stat().st_mtime_ns
    with pytest.raises(HistoryUnavailable) as raised:
        Store(folder)
    after = (folder / FILE).read_bytes(), (folder / FILE).stat().st_mode, (folder / FILE).stat().st_mtime_ns
    assert (NEWER, before, []) == (raised.value.why, after, set_aside_files(folder))


@pytest.mark.parametrize(
    "spoilt",
    [
        b"not a history at all",
        b"SQLite format 3\x00" + bytes(range(256)) * 20,
        bytes(4096),
    ],
    ids=["text", "header only", "zeros"],
)
def test_damaged_file_is_set_aside(folder: Path, spoilt: bytes) -> None:
    """A file that can't be read is kept under another name, that is told, and a new history begins."""
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(spoilt)
    with Store(folder, clock=Clock()) as store:
        store.begin(PACK, "quick", "id", rows(2))
        kept = set_aside_files(folder)
        told = [str(kept[0]) in note.pick(lang) for note in store.notes for lang in ("id", "en")]
        assert ([spoilt], [True, True], 1) == ([path.read_bytes() for path in kept], told, len(store.unfinished()))


def test_file_with_holes_is_set_aside(folder: Path) -> None:
    """A history of which a page was overwritten is noticed on opening."""
    filled(folder)
    content = bytearray((folder / FILE).read_bytes())
    content[4096:8192] = b"\x55" * 4096
    (folder / FILE).write_bytes(content)
    with Store(folder) as store:
        assert ([bytes(content)], 1) == ([path.read_bytes() for path in set_aside_files(folder)], len(store.notes))


def test_foreign_database_is_set_aside(folder: Path) -> None:
    """Another program's database is no history: it is kept as it is, under another name."""
    folder.mkdir(parents=True)
    with raw(folder) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    content = (folder / FILE).read_bytes()
    with Store(folder) as store:
        assert ([content], ()) == ([path.read_bytes() for path in set_aside_files(folder)], store.attempts())


def test_journal_of_a_damaged_file_does_no_harm(folder: Path) -> None:
    """What a damaged file's journal holds is not played into the new history."""
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(b"spoilt")
    (folder / (FILE + JOURNAL)).write_bytes(b"its journal")
    with Store(folder) as store:
        store.begin(PACK, "quick", "id", rows(2))
        found = (folder / (FILE + JOURNAL)).read_bytes(), len(set_aside_files(folder)), len(store.unfinished())
    assert (b"", 1, 1) == found


def test_second_damaged_file_does_not_replace_the_first(folder: Path) -> None:
    """Two files that are set aside in the same second are both kept."""
    folder.mkdir(parents=True)
    for content in (b"first", b"second", b"third"):
        (folder / FILE).write_bytes(content)
        Store(folder, clock=Clock()).close()
    assert {b"first", b"second", b"third"} == {path.read_bytes() for path in set_aside_files(folder)}


def test_empty_file_is_a_new_history(folder: Path) -> None:
    """A file without a byte, as a full disk leaves it, is taken for a new history."""
    folder.mkdir(parents=True)
    (folder / FILE).touch()
    with Store(folder) as store:
        store.begin(PACK, "quick", "id", rows(1))
        assert ((), 1) == (store.notes, len(store.unfinished()))


def test_statements_are_told_apart() -> None:
    """A script is cut where statements end, and nowhere else."""
    script = "CREATE TABLE a (x TEXT DEFAULT 'b;c');\nINSERT INTO a VALUES (';');\n"
    assert ["CREATE TABLE a (x TEXT DEFAULT 'b;c');", "INSERT INTO a VALUES (';');"] == statements(script)


def test_odd_folder_names(tmp_path: Path) -> None:
    """Blanks, question marks, percent signs and letters beyond ASCII in the folder's name do no harm."""
    odd = tmp_path / "a b?c#d%20é'\""
    with Store(odd) as store:
        store.begin(PACK, "quick", "id", rows(1))
    assert (odd / FILE).stat().st_size > 0
