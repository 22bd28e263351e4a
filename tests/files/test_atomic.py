"""What is written beside its target: in use it stays, left behind it goes, and nobody gets in anybody's way."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careerfit.files.atomic import clear, file_beside, folder_beside

LEFT = ".target.0123abcd.part"


def write(target: Path, content: bytes) -> None:
    """Put that content into the target's place."""
    with file_beside(target) as (descriptor, path):
        os.write(descriptor, content)
        path.replace(target)


def test_it_takes_the_targets_place(tmp_path: Path) -> None:
    """What is renamed stays, and nothing is left beside it."""
    write(tmp_path / "target", b"new")
    assert [b"new"] == [path.read_bytes() for path in tmp_path.iterdir()]


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    """Where the block is left by an error, what was begun is gone."""
    with pytest.raises(TypeError), file_beside(tmp_path / "target") as (descriptor, _):
        os.write(descriptor, "no bytes")  # type: ignore[arg-type]
    assert [] == list(tmp_path.iterdir())


def test_what_was_left_goes_with_the_next(tmp_path: Path) -> None:
    """A file and a folder that nobody holds are removed by the next who writes there."""
    (tmp_path / LEFT).write_bytes(b"half")
    (tmp_path / ".target.89abcdef.part").mkdir()
    write(tmp_path / "target", b"new")
    assert [tmp_path / "target"] == list(tmp_path.iterdir())


def test_what_is_in_use_stays(tmp_path: Path) -> None:
    """What somebody else is writing is left alone, and can be put into its place afterwards."""
    target = tmp_path / "target"
    with file_beside(target) as (descriptor, path), folder_beside(target) as folder:
        write(target, b"other")
        os.write(descriptor, b"mine")
        found = {target, path, folder} == set(tmp_path.iterdir())
        path.replace(target)
    assert (True, b"mine") == (found, target.read_bytes())


def test_many_at_once(tmp_path: Path) -> None:
    """However many write to one target at the same time, each gets through, and nothing is left."""
    contents = [str(number).encode() for number in range(800)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write(tmp_path / "target", content), contents))
    assert [True] == [path.read_bytes() in contents for path in tmp_path.iterdir()]


def test_others_names_are_left_alone(tmp_path: Path) -> None:
    """Patterns in a target's name mean themselves."""
    (tmp_path / LEFT).touch()
    write(tmp_path / "t*[a-z]?", b"new")
    assert {LEFT, "t*[a-z]?"} == {path.name for path in tmp_path.iterdir()}


def test_a_pipe_of_such_a_name_is_left_alone(tmp_path: Path) -> None:
    """What is neither a file nor a folder was not made by this program; asking after it waits for nobody."""
    os.mkfifo(tmp_path / LEFT)
    clear(tmp_path, ".target.*.part")
    assert stat.S_ISFIFO((tmp_path / LEFT).stat().st_mode)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Without a folder there is nothing to clear away, and nothing can be written."""
    clear(tmp_path / "none", "*")
    with pytest.raises(FileNotFoundError), folder_beside(tmp_path / "none" / "target"):
        pass
