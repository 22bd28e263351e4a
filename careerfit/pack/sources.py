"""Folder → the bytes of a pack's files, as far as they may be read at all; what they say is looked at elsewhere."""

from __future__ import annotations

import re
import stat
from os import stat_result
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from careerfit.pack.faults import Fault
    from careerfit.text import Text

CATALOGUE_FILE = "catalogue.yaml"
ROLES_FOLDER = "roles"
SUFFIX = ".yaml"
LOOKALIKES = (".yml", ".yaml")
MOST_BYTES = 1 << 20
MOST_ROLES = 50
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Source(NamedTuple):
    """One file as it stands: its name relative to the pack, and all its bytes."""

    name: str
    content: bytes


class Sources:
    """What was found in a pack's folder: the catalogue, then the roles in alphabetical order.

    ``whole``: every file could be read; else the reasons stand in ``faults``. ``role_count`` counts the role files that
    could not be read, too.
    """

    def __init__(self) -> None:
        self.files: list[Source] = []
        self.role_count = 0
        self.faults: list[Fault] = []

    @property
    def whole(self) -> bool:
        """Could every file be read?"""
        return not self.faults

    def note(self, name: str, code: str, **params: object) -> None:
        """Note what is wrong with a file, with the message of that code."""
        from careerfit.pack.faults import Faults

        faults = Faults(name)
        faults.add(0, (), code, **params)
        self.faults += faults.found


def slug_of(name: str) -> str:
    """A file's stem: the identity of a role."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def read_sources(folder: Traversable) -> Sources:
    """All files of the pack in that folder. Nothing is raised: what is wrong stands in ``faults``.

    A folder that is no ``Path`` is inside a zip file together with the program, and as much to be trusted.
    """
    found = Sources()
    if not isinstance(folder, Path):
        _read_zipped(folder, found)
        return found
    try:
        code = None if folder.is_dir() else "not-a-folder" if folder.exists() else "no-folder"
        if code is None:
            _read_all(folder, found)
        else:
            found.note(str(folder), code)
    except OSError as error:
        found.note(str(folder), "unreadable", reason=_reason(error))
    return found


def _read_zipped(folder: Traversable, found: Sources) -> None:
    names = [f"{ROLES_FOLDER}/{name}" for name in sorted(role.name for role in (folder / ROLES_FOLDER).iterdir())]
    found.files = [Source(name, folder.joinpath(name).read_bytes()) for name in (CATALOGUE_FILE, *names)]
    found.role_count = len(names)


def _read_all(folder: Path, found: Sources) -> None:
    _read(folder, CATALOGUE_FILE, found)
    names = _role_files(folder, found)
    if found.role_count > MOST_ROLES:
        found.note(ROLES_FOLDER, "too-many-roles", count=found.role_count, most=MOST_ROLES)
        return
    for name in names:
        _read(folder, name, found)


def _role_files(folder: Path, found: Sources) -> list[str]:
    """The role files' names relative to the pack, in alphabetical order."""
    roles = folder / ROLES_FOLDER
    if roles.is_symlink():
        found.note(ROLES_FOLDER, "symlink")
        return []
    if not roles.is_dir():
        found.note(ROLES_FOLDER, "not-a-folder" if roles.exists() else "no-roles")
        return []
    names = sorted(path.name for path in roles.iterdir() if _meant_as_role(path.name))
    found.role_count = len(names)
    return [f"{ROLES_FOLDER}/{name}" for name in names if _well_named(name, found)]


def _meant_as_role(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in LOOKALIKES


def _well_named(name: str, found: Sources) -> bool:
    if Path(name).suffix != SUFFIX:
        found.note(f"{ROLES_FOLDER}/{name}", "suffix")
    elif not SLUG.fullmatch(Path(name).stem):
        found.note(f"{ROLES_FOLDER}/{name}", "bad-slug")
    else:
        return True
    return False


def _read(folder: Path, name: str, found: Sources) -> None:
    """One file's bytes into ``found``, or the reason why they cannot be had."""
    path = folder / name
    try:
        code = _refusal(path.lstat())
        if code is None:
            # A file may grow between the look at its size and the reading of it
            with path.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
            code = "too-large" if len(content) > MOST_BYTES else None
        if code is None:
            found.files.append(Source(name, content))
        else:
            found.note(name, code, most=MOST_BYTES >> 10)
    except FileNotFoundError:
        found.note(name, "no-file")
    except OSError as error:
        found.note(name, "unreadable", reason=_reason(error))


def _refusal(status: stat_result) -> str | None:
    if stat.S_ISLNK(status.st_mode):
        return "symlink"
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file"
    return "too-large" if status.st_size > MOST_BYTES else None


def _reason(error: OSError) -> Text | str:
    """Why the system would not read a file."""
    from careerfit.text import Text

    if isinstance(error, PermissionError):
        return Text("kamu tidak punya izin membacanya", "you have no permission to read it")
    return error.strerror or str(error)
