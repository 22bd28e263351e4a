"""The bytes of one file, which hold no more than is ever read; or in words why they can't be had."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from careerfit.pack.faults import message, reason_of
from careerfit.pack.limits import MOST_BYTES
from careerfit.text import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def content_of(opened: Callable[[], AbstractContextManager[IO[bytes]]], missing: str = "no-file") -> bytes | Text:
    """What is read from what was opened, or the message that says why not; ``missing`` is its code for no file."""
    try:
        with opened() as stream:
            content = stream.read(MOST_BYTES + 1)
    except (FileNotFoundError, ValueError):  # the latter for a name that no file can have
        return message(missing)
    except OSError as error:
        return message("unreadable", reason=reason_of(error))
    return content if len(content) <= MOST_BYTES else _too_large()


def pack_content(path: Traversable) -> bytes | Text:
    """What a pack's own file holds, which must be an ordinary file and no link, or the message that says why not.

    What is no ``Path`` is inside a zip file together with the program, and as much to be trusted.
    """
    with suppress(OSError):  # reading it says why
        if isinstance(path, Path):
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                return message("symlink")
            if not stat.S_ISREG(status.st_mode):
                return message("not-a-file")
            if status.st_size > MOST_BYTES:
                return _too_large()
    return content_of(lambda: path.open("rb"))  # a file may grow between the look at its size and the reading of it


def _too_large() -> Text:
    return message("too-large", most=MOST_BYTES >> 10)
