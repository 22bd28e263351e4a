"""What is written beside its target, to take its place as a whole; and what runs that died there left behind.

Whoever writes holds a lock on it, which the system takes back however the process ends. So what nobody holds was left
by a run that died, and the next one on the same target removes it; where a file system has no locks, nothing is.
Windows neither renames nor removes what is open, so a file is closed before it takes its place. Who finds it in that
moment may take it for left behind: then it is written again.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import BinaryIO

from careerfit.files.locks import hold

MOST_OF_THE_NAME = 40
"""Letters of the target's name, each up to four bytes long: no file system takes more than 255 bytes."""
DIGIT = "[0-9a-f]"
FILE, FOLDER = ".part", ".parts"
"""How the names of what stands beside a target end. Each folder has a file, which is there before it and after it."""
AT_FDCWD, EXCHANGE = -100, 2
"""What the systems call the current folder, and an exchange of two names."""
PATIENCE, PAUSE = 1.0, 0.02
"""Seconds that a file may be open elsewhere while Windows is asked to rename it, and between two attempts."""
BETWEEN = 0.1
"""Seconds after which what was written in the meantime is brought to the disk."""


def write_whole(target: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Put a file of this content into the target's place, once all of it is on the disk.

    A file that was there before hands its mode on; else ``mode`` holds, cut by the umask. Raises ``OSError``, and then
    leaves what was there.
    """
    clear(target.parent, _pattern(target))
    done = False
    while not done:
        with _part(target, mode) as (file, path):
            _keep_mode(target, file.fileno())  # its path may be gone for a moment
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            with contextlib.suppress(FileNotFoundError):
                rename(path, target)
                done = True


@contextlib.contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A new folder beside the target, for this user alone; it is gone when the block is left. Raises ``OSError``."""
    clear(target.parent, _pattern(target))
    with _part(target, 0o600) as (file, path):
        try:
            folder = path.with_suffix(FOLDER)
            folder.mkdir(mode=0o700)
            yield folder
        finally:
            _remove_folder(path)
            file.close()
            _remove_file(path)
    clear(target.parent, _pattern(target))  # helpers of a run that died may have gone on for a moment


def take_place(path: Path, target: Path) -> None:
    """Put a closed file into the target's place, once all of it is on the disk; one that was there hands its mode on.

    Raises ``OSError``, and then leaves what was there.
    """
    _keep_mode(target, path)
    with path.open("r+b") as file:  # Windows syncs nothing that is open for reading alone
        os.fsync(file.fileno())
    rename(path, target)


@contextlib.contextmanager
def going_to_disk(path: Path) -> Iterator[None]:
    """While the block writes a file, have what there is of it brought to the disk: then its end waits for little.

    This is only help: it says nothing of what fails, and systems that don't offer it go without.
    """
    done = Event()

    def bring() -> None:
        if sys.platform == "linux":
            while not done.wait(BETWEEN):
                with contextlib.suppress(OSError), path.open("rb") as file:
                    os.fdatasync(file.fileno())

    helper = Thread(target=bring)
    helper.start()
    try:
        yield
    finally:
        done.set()
        helper.join()


def _keep_mode(target: Path, file: Path | int) -> None:
    """Hand the target's mode on to the file that takes its place, if there is a target."""
    if target.exists() and hasattr(os, "geteuid"):  # elsewhere modes say no more than read-only
        os.chmod(file, stat.S_IMODE(target.stat().st_mode))  # noqa: PTH101  # a file may be open


def swap_folder(folder: Path, target: Path) -> None:
    """Put a folder into the target's place, where nothing or another folder is, which then stands in the first's place.

    It is done at once where the system can (Linux, macOS). Elsewhere the old one is set aside for a moment, under a
    name that tells what it is; whoever is stopped in that moment finds it there. Raises ``OSError``.
    """
    if not target.exists():
        folder.rename(target)
    elif not _exchanged(folder, target):
        aside = target.with_name(f"{target.name}.old-{os.urandom(4).hex()}")
        target.rename(aside)
        try:
            folder.rename(target)
        except OSError:
            aside.rename(target)
            raise
        aside.rename(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Let the system exchange two folders; False where it can't."""
    import ctypes

    names = (os.fsencode(one), os.fsencode(other))
    with contextlib.suppress(OSError, AttributeError, TypeError):  # a system without such a call
        library = ctypes.CDLL(None)
        if hasattr(library, "renameat2"):
            return int(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE)) == 0
        return int(library.renamex_np(*names, EXCHANGE)) == 0
    return False


def rename(path: Path, target: Path) -> None:
    """Put a closed file into the target's place. Raises ``OSError``.

    On Windows, what looks through all files for viruses or words may have one of them open for a moment.
    """
    until = monotonic() + PATIENCE
    while True:
        try:
            path.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) is None or monotonic() > until:
                raise
            sleep(PAUSE)
        else:
            return


def clear(folder: Path, pattern: str) -> None:
    """Remove what was left behind in the folder under such a name; what is in use, or somebody else's, stays."""
    found: list[Path] = []
    with contextlib.suppress(OSError):
        found += folder.glob(pattern)
    for path in found:
        with contextlib.suppress(OSError):
            if not path.is_symlink():
                _remove_unheld(path)


def _pattern(target: Path) -> str:
    """What is beside that target, as ``glob`` has it."""
    from glob import escape

    return f".{escape(target.name[:MOST_OF_THE_NAME])}.{DIGIT * 8}{FILE}"


@contextlib.contextmanager
def _part(target: Path, mode: int) -> Iterator[tuple[BinaryIO, Path]]:
    """A new, empty file beside the target: open for writing, held, and its path. It is removed in case of an error."""
    held = False
    while not held:  # else another run came between and takes it for left behind
        path = target.with_name(f".{target.name[:MOST_OF_THE_NAME]}.{os.urandom(4).hex()}{FILE}")
        file = open(path, "xb", opener=partial(os.open, mode=mode))  # noqa: SIM115  # closed below
        held = _held(file) and path.exists()
        if not held:
            file.close()
    try:
        with file:
            yield file, path
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _held(file: BinaryIO) -> bool:
    """Lock it until it is closed; False where another run has. A file system without locks lets everybody."""
    try:
        return hold(file.fileno())
    except OSError:
        return True


def _remove_unheld(path: Path) -> None:
    """Remove a file of this user's that nobody holds, and its folder. Raises ``OSError`` for what is in use."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        is_own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
        if not (is_own and stat.S_ISREG(status.st_mode) and hold(descriptor)):
            return
        _remove_folder(path)
    finally:
        os.close(descriptor)
    _remove_file(path)


def _remove_folder(path: Path) -> None:
    """Remove the folder of a file that is held."""
    from shutil import rmtree

    rmtree(path.with_suffix(FOLDER), ignore_errors=True)


def _remove_file(path: Path) -> None:
    """Remove a file that is closed, unless something is left of its folder, which is then found by it again."""
    with contextlib.suppress(OSError):
        if not path.with_suffix(FOLDER).exists():
            path.unlink()
