"""What the emulation of Windows takes away and refuses, and what the program does on Windows alone.

Run by ``python -m pytest -p tests.windows tests/test_windows.py``.
"""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careerfit.cli.interviewing.faces import face_of
from careerfit.cli.output import forgive_encodings, replace_file
from careerfit.cli.settings import Settings, settle_language
from careerfit.errors import DataError
from careerfit.files import atomic, locks
from careerfit.interview.plain_face import PlainFace
from careerfit.interview.screen_face import ScreenFace
from careerfit.report.screens.terminal import wants_color

from .windows_emulated import KERNEL, VIEWS, imported


class Console(io.StringIO):
    """A terminal with a descriptor."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    return path


CHANGES: dict[str, Callable[[Path], object]] = {
    "rename": lambda path: path.rename(f"{path}-other"),
    "replace it": lambda path: path.replace(f"{path}-other"),
    "replace by": lambda path: path.with_name("new").replace(path),
    "remove": Path.unlink,
    "move its folder": lambda path: path.parent.rename(f"{path.parent}-other"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_open_stays_where_it_is(file: Path, change: str) -> None:
    """A file that this process has open is neither renamed nor replaced nor removed, nor is its folder."""
    file.with_name("new").touch()
    with file.open("rb"), pytest.raises(PermissionError) as raised:
        CHANGES[change](file)
    assert (True, b"old") == (raised.value.winerror in (5, 32), file.read_bytes())  # type: ignore[attr-defined, unused-ignore]
    CHANGES[change](file)


def test_what_sqlite_has_open_stays_where_it_is(tmp_path: Path) -> None:
    """What a library has open counts as well."""
    connection = sqlite3.connect(tmp_path / "file")
    connection.execute("CREATE TABLE t (x)")
    with pytest.raises(PermissionError):
        (tmp_path / "file").rename(tmp_path / "other")
    connection.close()
    (tmp_path / "file").rename(tmp_path / "other")


def test_what_is_read_only_stays(file: Path) -> None:
    """A read-only file is neither removed nor replaced."""
    file.with_name("new").touch()
    file.chmod(0o400)
    for change in (CHANGES["remove"], CHANGES["replace by"]):
        with pytest.raises(PermissionError):
            change(file)


@pytest.mark.parametrize("name", ["a:b", 'a"b', "a?", "a*", "a|b", "a<b", "a.", "a ", "NUL", "con.txt", "COM1", "a\tb"])
def test_names_that_windows_forbids(tmp_path: Path, name: str) -> None:
    """No file and no folder is made of such a name, and none is renamed to it."""
    (tmp_path / "old").touch()
    for make in ((tmp_path / name).touch, (tmp_path / name).mkdir, lambda: (tmp_path / "old").rename(tmp_path / name)):
        with pytest.raises(OSError, match="syntax"):
            make()


def test_folders_are_not_opened(tmp_path: Path) -> None:
    """A folder has no descriptor."""
    with pytest.raises(PermissionError):
        os.open(tmp_path, os.O_RDONLY)


def test_the_program_does_without(file: Path) -> None:
    """The program finds no name and no module that Windows lacks; what it opens as text it can't write to."""
    view = VIEWS["os"]
    assert (False, True, "win32") == (hasattr(view, "geteuid"), hasattr(view, "replace"), VIEWS["sys"].platform)
    assert imported is vars(locks)["__builtins__"]["__import__"]
    with pytest.raises(ModuleNotFoundError):
        imported("fcntl")
    descriptor = view.open(file, os.O_WRONLY)
    with pytest.raises(AssertionError, match="text mode"):
        view.write(descriptor, b"\n")
    os.close(descriptor)
    descriptor = view.open(file, view.O_RDONLY)
    with pytest.raises(OSError, match="Bad file descriptor"):
        view.fsync(descriptor)
    os.close(descriptor)


def test_the_program_does_without_in_its_own_processes() -> None:
    """What the tests start is on Windows, too."""
    code = "import careerfit.files.locks as locks; print(locks.sys.platform, hasattr(locks, 'fcntl'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "win32 False\n" == done.stdout


def test_locks_belong_to_an_open_file(file: Path) -> None:
    """Who has opened a file twice meets their own lock; what isn't locked can't be given back."""
    with file.open("r+b") as mine, file.open("r+b") as other:
        taken = [locks.take(one.fileno(), byte) for one, byte in ((mine, 7), (mine, 7), (other, 7), (other, 8))]
        locks.free(mine.fileno(), 7)
        again = locks.take(other.fileno(), 7)
        with pytest.raises(PermissionError) as raised:
            locks.free(mine.fileno(), 7)
        place = mine.tell()
    assert ([True, False, False, True], True, errno.EACCES, 0) == (taken, again, raised.value.errno, place)


def test_a_whole_file_is_held(file: Path) -> None:
    """A file that is held can be written by its holder alone, and be held again once that has closed it."""
    with file.open("r+b", buffering=0) as mine, file.open("r+b") as other:
        held = locks.hold(mine.fileno()), locks.hold(other.fileno())
        mine.write(b"new")
        mine.close()
        assert ((True, False), True, b"new") == (held, locks.hold(other.fileno()), other.read())


def test_colors_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A console that refuses to show colours, as those before Windows 10 do, gets none."""
    asked: list[int] = []

    def refuse(_: object, mode: int) -> int:
        asked.append(mode)
        return 0

    before = wants_color(Console(), "auto", {})
    monkeypatch.setattr(KERNEL, "SetConsoleMode", refuse)
    assert (True, False, [4]) == (before, wants_color(Console(), "auto", {}), asked)


def test_a_console_needs_no_term(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sets ``TERM`` on Windows; what can't be redrawn is a terminal beside which results go to a file."""
    settings = Settings(settle_language([], {}), {})
    found = []
    for stream in (Console(), io.StringIO()):
        monkeypatch.setattr(sys, "stdout", stream)
        found.append(type(face_of(settings)))
    assert [ScreenFace, PlainFace] == found


@pytest.mark.parametrize(("environ", "expected"), [({}, "utf-8"), ({"PYTHONIOENCODING": "cp437"}, "cp1252")])
def test_files_are_written_in_utf8(environ: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes to a file or another program is UTF-8, as programs read it, unless the user has said otherwise."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    forgive_encodings(environ)
    assert (expected, "replace") == (stream.encoding, stream.errors)


def test_a_file_that_another_program_has_open(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a result can't take the place of a file that is open elsewhere, what to do is told."""
    monkeypatch.setattr(atomic, "PATIENCE", 0.05)
    with file.open("rb"), pytest.raises(DataError) as raised:
        replace_file(file, b"new")
    assert raised.value.headline.en.endswith("If another program has that file open, close it there, then try again.")
    assert [b"old"] == [path.read_bytes() for path in file.parent.iterdir()]
