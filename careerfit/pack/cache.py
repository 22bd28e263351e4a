"""The plain values of packs that were read before, kept in the user's cache folder so that they need no YAML again.

A file is found by the SHA-256 of all that it was made from: the bytes of the pack's files and of the modules that read
them. It begins with a second digest, over that name and its own content, so that one that was cut, changed or put in
another's place is not used; neither is one that others may have written (a link, another owner, a folder or file that
others may write to). What is found is data alone and becomes a pack by the same steps as what was just read. So losing
the cache, or part of it, changes nothing but time. What it cannot keep out is somebody with the user's own rights who
makes up the digests, too: they could change the program itself as well.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.pack.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerfit.pack.read import Tree
    from careerfit.pack.sources import Sources

READERS = ("files", "rules", "schema", "shapes", "sources", "yaml_nodes")
"""The modules beside this one that decide whether a pack is sound and what its plain values are."""
MOST_BYTES = 1 << 26
MOST_FILES = 20
"""Older files make room: an author leaves one behind with every change of a pack."""
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder(platform: str = sys.platform, home: str = "~") -> Path | None:
    """Where the packs are kept: made when something is kept there. None for a user without a home."""
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


def key_of(sources: Sources, readers: Path = Path(__file__).parent) -> str:
    """What a pack's values are found by: a digest of its files, and of the modules in ``readers`` that read them.

    Raises ``OSError`` where the modules stand in no files.
    """
    digest = sha256()
    modules = ((name, (readers / f"{name}.py").read_bytes()) for name in READERS)
    for name, content in (*modules, *sources.files):
        digest.update(f"{len(content)} {name}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def stored(folder: Path, sources: Sources) -> Tree | None:
    """The plain values that were kept of these files; None where there are none that can be trusted."""
    try:
        key = key_of(sources)
        content = _read(folder, _place(folder, key))
        seal, _, body = content.partition(b"\n")
        if seal != _seal(key, body):
            return None
        tree = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return tree if isinstance(tree, dict) else None


def store(folder: Path, sources: Sources, tree: Tree) -> None:
    """Keep the plain values of these files: written beside and renamed. Where that can't be done, nothing happens."""
    body = json.dumps(tree, separators=(",", ":")).encode("ascii")
    with suppress(OSError):
        key = key_of(sources)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(folder.lstat(), stat.S_ISDIR):
            _write(_place(folder, key), b"\n".join((_seal(key, body), body)))
            _make_room(folder)


def _place(folder: Path, key: str) -> Path:
    return folder / f"pack-{key}.json"


def _seal(key: str, body: bytes) -> bytes:
    return sha256(key.encode() + b"\n" + body).hexdigest().encode()


def _is_own(status: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Is it of that kind, and nobody else's to write to?"""
    own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    return own and kind(status.st_mode) and not status.st_mode & OTHERS_WRITE


def _read(folder: Path, place: Path) -> bytes:
    """All bytes of a file. Raises ``OSError`` where it is missing or not to be trusted."""
    descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not _is_own(status, stat.S_ISREG) or not _is_own(folder.lstat(), stat.S_ISDIR):
            raise PermissionError(place)
        if status.st_size > MOST_BYTES:
            raise OSError(place)
        return file.read(MOST_BYTES)


def _write(place: Path, content: bytes) -> None:
    from careerfit.beside import file_beside

    with file_beside(place, 0o600) as (descriptor, path):
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(content)
        path.replace(place)


def _make_room(folder: Path) -> None:
    from careerfit.beside import clear

    clear(folder, ".pack-*.part")
    kept = sorted(folder.glob("pack-*.json"), key=lambda path: path.lstat().st_mtime_ns, reverse=True)
    for path in kept[MOST_FILES:]:
        path.unlink()
