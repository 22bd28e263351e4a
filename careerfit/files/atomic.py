"""What is written beside its target, to take its place as a whole; and what runs that died there left behind.

Whoever writes holds a lock on it, which the system takes back however the process ends. So what nobody holds was left
by a run that died, and the next one on the same target removes it; where a file system has no locks, nothing is.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # where there are none, nothing is ever taken for left behind
    fcntl = None  # type: ignore[assignment]

MOST_OF_THE_NAME = 40
"""Letters of the target's name, each up to four bytes long: no file system takes more than 255 bytes."""
DIGIT = "[0-9a-f]"


@contextlib.contextmanager
def file_beside(target: Path, mode: int = 0o666) -> Iterator[tuple[int, Path]]:
    """A new, empty file beside the target: open for writing, and its path. It is the caller's to rename.

    It is open until the block is left, and removed where that is by an error. ``mode`` is cut by the umask. Raises
    ``OSError``.
    """
    clear(target.parent, _pattern(target))
    descriptor, path = _held(target, lambda place: os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
    try:
        yield descriptor, path
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A new folder beside the target, for this user alone; it is gone when the block is left. Raises ``OSError``."""
    from shutil import rmtree

    clear(target.parent, _pattern(target))
    descriptor, path = _held(target, _made)
    try:
        yield path
    finally:
        rmtree(path, ignore_errors=True)
        os.close(descriptor)
        clear(target.parent, _pattern(target))  # helpers of a run that died may have gone on for a moment


def clear(folder: Path, pattern: str) -> None:
    """Remove what was left behind in the folder under such a name; what is in use, or somebody else's, stays."""
    found: list[Path] = []
    if fcntl is not None:
        with contextlib.suppress(OSError):
            found += folder.glob(pattern)
    for path in found:
        with contextlib.suppress(OSError):
            _remove_unheld(path)


def _pattern(target: Path) -> str:
    """What is beside that target, as ``glob`` has it."""
    from glob import escape

    return f".{escape(target.name[:MOST_OF_THE_NAME])}.{DIGIT * 8}.part"


def _held(target: Path, make: Callable[[Path], int]) -> tuple[int, Path]:
    """What ``make`` makes and opens beside the target, locked; and its path."""
    while True:
        path = target.with_name(f".{target.name[:MOST_OF_THE_NAME]}.{os.urandom(4).hex()}.part")
        descriptor = make(path)
        if _lock(descriptor) and _is_at(descriptor, path):
            return descriptor, path
        os.close(descriptor)  # another run came between and takes it for left behind


def _made(path: Path) -> int:
    path.mkdir(mode=0o700)
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        path.rmdir()
        raise


def _lock(descriptor: int) -> bool:
    """Lock it until it is closed; False where another process has. A file system without locks lets everybody."""
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Does that path still lead to what is open there?"""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _remove_unheld(path: Path) -> None:
    """Remove one that nobody holds. Raises ``OSError`` for any other."""
    from shutil import rmtree

    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        status = os.fstat(descriptor)
        if status.st_uid != os.geteuid() or not _is_at(descriptor, path):
            return
        if stat.S_ISDIR(status.st_mode):
            rmtree(path, ignore_errors=True)
        elif stat.S_ISREG(status.st_mode):
            path.unlink()
    finally:
        os.close(descriptor)
