"""What is written beside its target: in use it stays, left behind it goes, and nobody gets in anybody's way."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from careerfit.files import atomic
from careerfit.files.atomic import clear, folder_beside, going_to_disk, rename, swap_folder, take_place, write_whole

LEFT = ".target.0123abcd.part"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A place for a file, in a folder of its own."""
    return tmp_path / "target"


def names(folder: Path) -> set[str]:
    """What stands in a folder."""
    return {path.name for path in folder.iterdir()}


def test_it_takes_the_targets_place(target: Path) -> None:
    """Every byte arrives as it is, and nothing is left beside the file."""
    content = bytes(range(256)) + b"\r\n\n\x1a"
    target.write_bytes(b"old")
    write_whole(target, content)
    assert [(target, content)] == [(path, path.read_bytes()) for path in target.parent.iterdir()]


@pytest.mark.parametrize(("before", "expected"), [(None, 0o600), (0o604, 0o604), (0o400, 0o400)])
def test_the_mode_of_a_file(target: Path, before: int | None, expected: int) -> None:
    """A new file gets the mode that it is given; one that was there keeps its own."""
    if before is not None:
        target.touch()
        target.chmod(before)
    write_whole(target, b"new", mode=0o600)
    assert expected == stat.S_IMODE(target.stat().st_mode)


def test_an_error_leaves_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not take it, the old file is whole and what was begun is gone."""
    target.write_bytes(b"old")

    def refuse(_: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError):  # noqa: PT011  # this very one
        write_whole(target, b"new")
    assert [b"old"] == [path.read_bytes() for path in target.parent.iterdir()]


def test_what_was_left_goes_with_the_next(target: Path) -> None:
    """A file that nobody holds, and a folder with all that is in it, are removed by the next who writes there."""
    target.with_name(LEFT).write_bytes(b"half")
    folder = target.with_name(f"{LEFT}s")
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "half").touch()
    write_whole(target, b"new")
    assert {"target"} == names(target.parent)


def test_what_is_in_use_stays(target: Path) -> None:
    """A folder that somebody else works in is left alone, and is gone once they have left it."""
    with folder_beside(target) as folder:
        (folder / "mine").touch()
        with folder_beside(target) as other:
            (other / "theirs").touch()
        write_whole(target, b"other")
        found = [path.name for path in folder.iterdir()], other.exists()
    assert ((["mine"], False), {"target"}) == (found, names(target.parent))


def test_a_folder_is_gone_after_an_error(target: Path) -> None:
    """A folder beside a target is gone however its block is left."""
    with pytest.raises(FileExistsError), folder_beside(target) as folder:
        folder.mkdir()
    assert set() == names(target.parent)


def test_many_at_once(target: Path) -> None:
    """However many write to one target at the same time, each gets through, and nothing is left."""
    contents = [str(number).encode() for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_whole(target, content), contents))
    assert ({"target"}, True) == (names(target.parent), target.read_bytes() in contents)


def test_taken_for_left_behind(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another run removes just before it takes its place is written again."""
    taken: list[Path] = []

    def take_first(path: Path, place: Path) -> None:
        if not taken:
            path.unlink()
        taken.append(path)
        rename(path, place)

    monkeypatch.setattr(atomic, "rename", take_first)
    write_whole(target, b"new")
    assert (2, b"new", {"target"}) == (len(set(taken)), target.read_bytes(), names(target.parent))


def test_taken_for_left_behind_at_the_start(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another run removes as soon as it is there is written again, with the mode of the one before."""
    target.write_bytes(b"old")
    target.chmod(0o640)
    keep = atomic._keep_mode  # noqa: SLF001  # where another run comes between
    taken: list[Path] = []

    def take_first(place: Path, file: Path | int) -> None:
        if not taken:
            taken.append(next(target.parent.glob(".target.*")))
            taken[0].unlink()
        keep(place, file)

    monkeypatch.setattr(atomic, "_keep_mode", take_first)
    write_whole(target, b"new")
    assert (b"new", 0o640, {"target"}) == (
        target.read_bytes(),
        stat.S_IMODE(target.stat().st_mode),
        names(target.parent),
    )


def in_use(times: int) -> Callable[[Path, Path], Path]:
    """A way to rename that is refused so many times, as Windows refuses it for what another program has open."""
    left = [times]

    def replace(path: Path, place: Path) -> Path:
        left[0] -= 1
        if left[0] >= 0:
            error = PermissionError(13, "Access is denied")
            error.winerror = 5  # type: ignore[attr-defined, unused-ignore]  # as on Windows
            raise error
        os.replace(path, place)  # noqa: PTH105  # the path's own is what is replaced
        return place

    return replace


def test_what_is_open_elsewhere_for_a_moment(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Windows refuses because something has the file open, it is asked again."""
    monkeypatch.setattr(Path, "replace", in_use(3))
    write_whole(target, b"new")
    assert b"new" == target.read_bytes()


def test_what_is_open_elsewhere_for_long(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where that goes on, the refusal is passed on, and what was begun is gone."""
    monkeypatch.setattr(Path, "replace", in_use(1_000_000))
    monkeypatch.setattr(atomic, "PATIENCE", 0.05)
    with pytest.raises(PermissionError):
        write_whole(target, b"new")
    assert set() == names(target.parent)


def test_a_file_system_without_locks(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be locked, writing works all the same, and nobody's file is taken for left behind."""

    def hold(_: int) -> bool:
        raise OSError

    monkeypatch.setattr(atomic, "hold", hold)
    target.with_name(LEFT).touch()
    with folder_beside(target) as folder:
        folder.joinpath("mine").touch()
        write_whole(target, b"new")
    assert {LEFT, "target"} == names(target.parent)


def test_others_names_are_left_alone(tmp_path: Path) -> None:
    """Patterns in a target's name mean themselves."""
    (tmp_path / LEFT).touch()
    write_whole(tmp_path / "t*[a-z]?", b"new")
    assert {LEFT, "t*[a-z]?"} == names(tmp_path)


def test_a_pipe_of_such_a_name_is_left_alone(tmp_path: Path) -> None:
    """What is no file was not made by this program; asking after it waits for nobody."""
    os.mkfifo(tmp_path / LEFT)
    (tmp_path / LEFT.replace("0", "9")).mkdir()
    clear(tmp_path, ".target.*.part")
    assert {LEFT, LEFT.replace("0", "9")} == names(tmp_path)


def test_a_link_of_such_a_name_is_left_alone(tmp_path: Path) -> None:
    """Neither a link nor what it leads to is taken for left behind."""
    (tmp_path / "kept").touch()
    (tmp_path / LEFT).symlink_to("kept")
    clear(tmp_path, ".target.*.part")
    assert {LEFT, "kept"} == names(tmp_path)


def test_what_is_done_takes_its_place(tmp_path: Path) -> None:
    """A file made elsewhere replaces the one that was there."""
    target, done = tmp_path / "target", tmp_path / "done"
    target.write_bytes(b"old")
    done.write_bytes(b"new")
    take_place(done, target)
    assert ({"target"}, b"new") == (names(tmp_path), target.read_bytes())


def test_what_takes_a_place_takes_over_the_mode(tmp_path: Path) -> None:
    """A file made elsewhere may be read by whoever could read the one that was there."""
    target, done = tmp_path / "target", tmp_path / "done"
    target.touch(0o640)
    done.touch(0o600)
    take_place(done, target)
    assert 0o640 == target.stat().st_mode & 0o777


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Without a folder there is nothing to clear away, and nothing can be written."""
    clear(tmp_path / "none", "*")
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "target", b"new")
    with pytest.raises(FileNotFoundError), folder_beside(tmp_path / "none" / "target"):
        pass


@pytest.mark.parametrize("at_once", [True, False])
def test_a_folder_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:
    """The old one stands where the new one was, whether the system can exchange them or not."""
    if not at_once:
        monkeypatch.setattr(atomic, "_exchanged", lambda *_: False)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").touch()
    swap_folder(tmp_path / "new", tmp_path / "old")
    assert ({"new.html"}, {"old.html"}) == (names(tmp_path / "old"), names(tmp_path / "new"))
    assert {"old", "new"} == names(tmp_path)


def test_a_folder_takes_a_place_that_is_free(tmp_path: Path) -> None:
    """Where there is nothing, it is renamed."""
    (tmp_path / "new").mkdir()
    swap_folder(tmp_path / "new", tmp_path / "old")
    assert {"old"} == names(tmp_path)


def test_a_folder_that_can_not_take_a_place_leaves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was set aside is put back."""
    monkeypatch.setattr(atomic, "_exchanged", lambda *_: False)
    (tmp_path / "old").mkdir()
    with pytest.raises(FileNotFoundError):
        swap_folder(tmp_path / "none", tmp_path / "old")
    assert {"old"} == names(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems offer nothing of the kind")
def test_what_was_written_goes_to_the_disk_in_the_meantime(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Again and again, and of the file that is being written; also where there is none yet, and the disk refuses."""
    brought, twice, refused = [], Event(), OSError("refused")

    def sync(file: int) -> None:
        brought.append(os.fstat(file).st_ino)
        if len(brought) == 2:
            twice.set()
        raise refused

    monkeypatch.setattr(atomic, "BETWEEN", 0.001)
    monkeypatch.setattr(os, "fdatasync", sync)
    with going_to_disk(target):
        sleep(0.01)
        target.write_bytes(b"some")
        assert twice.wait(10)
    assert ({target.stat().st_ino}, b"some") == (set(brought), target.read_bytes())


def test_what_fails_in_writing_is_told_as_it_was() -> None:
    """Nothing is waited for, and nothing else is said."""
    with pytest.raises(KeyError), going_to_disk(Path("nowhere")):
        raise KeyError
