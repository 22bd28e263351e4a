"""What was worked out before, kept in the user's cache folder to save the time; losing any of it changes nothing else.

A file is found by its key, the SHA-256 of all that its content was made from. It begins with a second digest, over that
key and its own content, so that one that was cut, changed or put in another's place is not used; neither is one that
others may have written (a link, another owner, a folder or file that others may write to). What it cannot keep out is
somebody with the user's own rights who makes up the digests, too: they could change the program itself as well.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 1 << 26
MOST_FILES = 20
"""Of each kind; older ones make room: an author leaves one behind with every change of a pack."""
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder(platform: str = sys.platform, home: str = "~") -> Path | None:
    """Where all of it is kept: made when something is kept there. None for a user without a home."""
    if platform != "linux":
        from platformdirs import user_cache_path

        return user_cache_path("careerfit", appauthor=False)
    # As platformdirs has it, which takes longer to import than a kept pack to be read
    named = Path(os.environ.get("XDG_CACHE_HOME", "").strip())
    try:
        folder = (named if named.is_absolute() else Path(home).expanduser() / ".cache") / "careerfit"
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def stored(folder: Path, kind: str, key: str) -> bytes | None:
    """What was kept by that key; None where there is nothing that can be trusted.

    ``kind`` is the name of such files, with ``{}`` in the key's place.
    """
    try:
        content = _read(folder, folder / kind.format(key))
    except OSError:
        return None
    seal, _, body = content.partition(b"\n")
    return body if seal == _seal(key, body) else None


def store(folder: Path, kind: str, key: str, body: bytes) -> None:
    """Keep that by this key: written beside and renamed. Where that can't be done, nothing happens."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(folder.lstat(), stat.S_ISDIR):
            _write(folder / kind.format(key), b"\n".join((_seal(key, body), body)))
            _make_room(folder, kind)


def _seal(key: str, body: bytes) -> bytes:
    return sha256(key.encode() + b"\n" + body).hexdigest().encode()


def _is_own(status: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Is it of that kind, and nobody else's to write to?"""
    own = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & OTHERS_WRITE)
    return own and kind(status.st_mode)


def _read(folder: Path, place: Path) -> bytes:
    """All bytes of a file. Raises ``OSError`` where it is missing or not to be trusted."""
    with open(place, "rb", opener=_unfollowed) as file:
        status = os.fstat(file.fileno())
        if not _is_own(status, stat.S_ISREG) or not _is_own(folder.lstat(), stat.S_ISDIR):
            raise PermissionError(place)
        if status.st_size > MOST_BYTES:
            raise OSError(place)
        return file.read(MOST_BYTES)


def _unfollowed(place: str, flags: int) -> int:
    return os.open(place, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _write(place: Path, content: bytes) -> None:
    from careerfit.files.atomic import write_whole

    write_whole(place, content, mode=0o600)


def _make_room(folder: Path, kind: str) -> None:
    from careerfit.files.atomic import clear

    clear(folder, f".{kind.partition('{')[0]}*.part")
    kept = sorted(folder.glob(kind.format("*")), key=lambda path: path.lstat().st_mtime_ns, reverse=True)
    for path in kept[MOST_FILES:]:
        path.unlink()
