"""Folder → the files of a pack, each read on its own against its schema."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from os import stat_result
from pathlib import Path as FilePath
from typing import Any

from careerfit.core.model import Text
from careerfit.pack.faults import Fault, Faults, Path, Remarks
from careerfit.pack.schema import CATALOGUE, MOST_ROLES, ROLE
from careerfit.pack.shapes import SLUG, Fixed
from careerfit.pack.yaml_nodes import Branch, Node, line_of, parse

CATALOGUE_FILE = "catalogue.yaml"
ROLES_FOLDER = "roles"
SUFFIX = ".yaml"
LOOKALIKES = (".yml", ".yaml")
MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file as it was read: ``name`` relative to the pack, the tree with its lines, the plain values."""

    name: str
    root: Node
    data: dict[str, Any]

    @property
    def slug(self) -> str:
        """The file's stem: the identity of a role."""
        return FilePath(self.name).stem

    def fault(self, path: Path, what: Text) -> Fault:
        """A fault of the value at that path."""
        return Fault(self.name, line_of(self.root, path), path, what)


@dataclass(slots=True)
class Folder:
    """What was found in a pack's folder, sound or not; ``whole``: every file could be read.

    ``role_count`` counts the role files that could not be read, too.
    """

    catalogue: PackFile | None = None
    roles: list[PackFile] = field(default_factory=list)
    role_count: int = 0
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True

    @property
    def files(self) -> list[PackFile]:
        """The catalogue, then the roles in alphabetical order."""
        return [*([self.catalogue] if self.catalogue else []), *self.roles]


def read_folder(folder: FilePath) -> Folder:
    """All files of the pack in that folder. Nothing is raised: what is wrong stands in ``faults``."""
    found = Folder()
    try:
        code = None if folder.is_dir() else "not-a-folder" if folder.exists() else "no-folder"
        if code is None:
            _read_files(folder, found)
        else:
            _note(found, str(folder), code)
    except OSError as error:
        _note(found, str(folder), "unreadable", reason=_reason(error))
    return found


def _read_files(folder: FilePath, found: Folder) -> None:
    found.catalogue = _read(folder, CATALOGUE_FILE, CATALOGUE, found)
    names = _role_files(folder, found)
    if found.role_count > MOST_ROLES:
        _note(found, ROLES_FOLDER, "too-many-roles", count=found.role_count, most=MOST_ROLES)
        return
    read = (_read(folder, name, ROLE, found) for name in names)
    found.roles = [file for file in read if file is not None]


def _role_files(folder: FilePath, found: Folder) -> list[str]:
    """The role files' names relative to the pack, in alphabetical order."""
    roles = folder / ROLES_FOLDER
    if roles.is_symlink():
        _note(found, ROLES_FOLDER, "symlink")
        return []
    if not roles.is_dir():
        _note(found, ROLES_FOLDER, "not-a-folder" if roles.exists() else "no-roles")
        return []
    names = sorted(path.name for path in roles.iterdir() if _meant_as_role(path.name))
    found.role_count = len(names)
    return [f"{ROLES_FOLDER}/{name}" for name in names if _well_named(name, found)]


def _meant_as_role(name: str) -> bool:
    return not name.startswith(".") and FilePath(name).suffix.lower() in LOOKALIKES


def _well_named(name: str, found: Folder) -> bool:
    if FilePath(name).suffix != SUFFIX:
        _note(found, f"{ROLES_FOLDER}/{name}", "suffix")
    elif not SLUG.fullmatch(FilePath(name).stem):
        _note(found, f"{ROLES_FOLDER}/{name}", "bad-slug")
    else:
        return True
    return False


def _read(folder: FilePath, name: str, shape: Fixed, found: Folder) -> PackFile | None:
    """One file as far as it can be read; what is wrong goes to ``found``."""
    faults = Faults(name)
    text = _text(folder / name, faults)
    root = parse(text, faults) if text is not None else None
    file = _shaped(name, root, shape, faults) if root is not None else None
    found.faults += faults.found
    found.whole = found.whole and file is not None
    return file


def _shaped(name: str, root: Node, shape: Fixed, faults: Faults) -> PackFile | None:
    remarks = Remarks()
    file = PackFile(name, root, shape.read(root, (), remarks))
    faults.found += [file.fault(path, what) for path, what in remarks.found]
    return file if isinstance(root, Branch) else None


def _text(path: FilePath, faults: Faults) -> str | None:
    """The file's text; None, with the reason among the faults, where it cannot be had."""
    try:
        status = path.lstat()
        if (code := _refusal(status)) is not None:
            faults.add(0, (), code, most=MOST_BYTES >> 10)
            return None
        return _bounded(path, faults)
    except FileNotFoundError:
        faults.add(0, (), "no-file")
    except OSError as error:
        faults.add(0, (), "unreadable", reason=_reason(error))
    except UnicodeDecodeError:
        faults.add(0, (), "not-utf8")
    return None


def _refusal(status: stat_result) -> str | None:
    if stat.S_ISLNK(status.st_mode):
        return "symlink"
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file"
    return "too-large" if status.st_size > MOST_BYTES else None


def _bounded(path: FilePath, faults: Faults) -> str | None:
    # A file may grow between the look at its size and the reading of it
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        faults.add(0, (), "too-large", most=MOST_BYTES >> 10)
        return None
    return data.decode("utf-8-sig")


def _reason(error: OSError) -> Text | str:
    """Why the system would not read a file."""
    if isinstance(error, PermissionError):
        return Text("kamu tidak punya izin membacanya", "you have no permission to read it")
    return error.strerror or str(error)


def _note(found: Folder, name: str, code: str, **params: object) -> None:
    faults = Faults(name)
    faults.add(0, (), code, **params)
    found.faults += faults.found
    found.whole = False
