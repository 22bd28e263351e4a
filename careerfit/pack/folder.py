"""A pack's folder → its files, each read on its own against the form that it must have."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.pack import limits
from careerfit.pack.faults import Fault, message, reason_of
from careerfit.pack.reading import pack_content
from careerfit.pack.schema import forms, languages_of
from careerfit.pack.yaml_reader import Branch, Document, read_yaml
from careerfit.text import LANGUAGES, Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from careerfit.pack.values import Values


@dataclass(slots=True)
class Folder:
    """What was found in a pack's folder, sound or not; ``whole``: every file could be read.

    ``role_count`` counts the role files that could not be read, too. ``faults`` are those of the folder, of its files
    and of their forms.
    """

    place: Traversable
    catalogue: Document | None = None
    roles: list[Document] = field(default_factory=list)
    role_count: int = 0
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True

    @property
    def files(self) -> list[Document]:
        """The catalogue, then the roles in alphabetical order."""
        return [*([self.catalogue] if self.catalogue else []), *self.roles]

    @property
    def values(self) -> Values:
        """The plain values of all files by their names."""
        return {file.name: file.data for file in self.files}

    def lack(self, name: str, why: Text) -> None:
        """Note why a file can't be had."""
        self.faults.append(Fault(name, 0, (), why))
        self.whole = False


def read_folder(place: Traversable) -> Folder:
    """All files of the pack in that folder. Nothing is raised: what is wrong stands in ``faults``.

    After more faults than are ever told, no more files are looked at. A folder that is no ``Path`` is inside a zip file
    together with the program, and as much to be trusted.
    """
    folder = Folder(place)
    try:
        if not place.is_dir():
            folder.lack(str(place), message("not-a-folder" if place.is_file() else "no-folder"))
            return folder
        names = (limits.CATALOGUE_FILE, *_role_files(folder))
        contents = {name: pack_content(place.joinpath(*name.split("/"))) for name in names}
    except OSError as error:
        folder.lack(str(place), message("unreadable", reason=reason_of(error)))
        return folder
    for name, content in contents.items():
        if len(folder.faults) > limits.MOST_FAULTS:
            folder.whole = False
            break
        if isinstance(content, Text):
            folder.lack(name, content)
        else:
            _read(folder, name, content)
    return folder


def _role_files(folder: Folder) -> list[str]:
    """The role files' names relative to the pack, in alphabetical order."""
    roles = folder.place / limits.ROLES_FOLDER
    if isinstance(roles, Path) and roles.is_symlink():
        folder.lack(limits.ROLES_FOLDER, message("symlink"))
        return []
    if not roles.is_dir():
        folder.lack(limits.ROLES_FOLDER, message("not-a-folder" if roles.is_file() else "no-roles"))
        return []
    names = sorted(entry.name for entry in roles.iterdir() if looks_meant(entry.name))
    folder.role_count = len(names)
    named = [f"{limits.ROLES_FOLDER}/{name}" for name in names if _is_well_named(folder, name)]
    if len(names) > limits.MOST_ROLES:
        too_many = message("too-many-roles", count=len(names), most=limits.MOST_ROLES)
        folder.lack(limits.ROLES_FOLDER, too_many)
        return []
    return named


def looks_meant(name: str) -> bool:
    """Does a file of that name look as if it were meant to be read?"""
    return not name.startswith(".") and name.lower().endswith(limits.LOOKALIKES)


def _is_well_named(folder: Folder, name: str) -> bool:
    if not name.endswith(limits.SUFFIX):
        folder.lack(f"{limits.ROLES_FOLDER}/{name}", message("suffix"))
    elif not limits.SLUG.fullmatch(limits.slug_of(name)):
        folder.lack(f"{limits.ROLES_FOLDER}/{name}", message("bad-slug"))
    else:
        return True
    return False


def _read(folder: Folder, name: str, content: bytes) -> None:
    """Read one file into the folder as far as it can be read."""
    document = read_yaml(name, content)
    is_catalogue = name == limits.CATALOGUE_FILE
    spoken = languages_of(document.root, LANGUAGES if folder.catalogue is None else languages_of(folder.catalogue.root))
    form = forms(spoken).catalogue if is_catalogue else forms(spoken).role
    document.data = form.read(document.root, (), document)
    folder.faults += document.faults
    if not isinstance(document.root, Branch):
        folder.whole = False
    elif is_catalogue:
        folder.catalogue = document
    else:
        folder.roles.append(document)
