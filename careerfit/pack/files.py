"""A pack's files, each read on its own against its schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from careerfit.pack.faults import MOST_FAULTS, Fault, Faults, Path, Remarks
from careerfit.pack.read import Tree
from careerfit.pack.schema import CATALOGUE, ROLE
from careerfit.pack.shapes import Fixed
from careerfit.pack.sources import CATALOGUE_FILE, Source, Sources, read_sources, slug_of
from careerfit.pack.yaml_nodes import Branch, Node, line_of, parse
from careerfit.text import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file as it was read: ``name`` relative to the pack, the tree with its lines, the plain values."""

    name: str
    root: Node
    data: dict[str, Any]

    @property
    def slug(self) -> str:
        """The file's stem: the identity of a role."""
        return slug_of(self.name)

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

    @property
    def tree(self) -> Tree:
        """The plain values of all files by their names."""
        return {file.name: file.data for file in self.files}


def read_folder(folder: Traversable) -> Folder:
    """All files of the pack in that folder. Nothing is raised: what is wrong stands in ``faults``."""
    return read_files(read_sources(folder))


def read_files(sources: Sources) -> Folder:
    """The same from the files' bytes; after more faults than are ever told, no more files are looked at."""
    found = Folder(role_count=sources.role_count, faults=list(sources.faults), whole=sources.whole)
    for source in sources.files:
        if len(found.faults) > MOST_FAULTS:
            found.whole = False
            break
        if source.name == CATALOGUE_FILE:
            found.catalogue = _read(source, CATALOGUE, found)
        elif (role := _read(source, ROLE, found)) is not None:
            found.roles.append(role)
    return found


def _read(source: Source, shape: Fixed, found: Folder) -> PackFile | None:
    """One file as far as it can be read; what is wrong goes to ``found``."""
    faults = Faults(source.name)
    text = _text(source, faults)
    root = parse(text, faults) if text is not None else None
    file = _shaped(source.name, root, shape, faults) if root is not None else None
    found.faults += faults.found
    found.whole = found.whole and file is not None
    return file


def _shaped(name: str, root: Node, shape: Fixed, faults: Faults) -> PackFile | None:
    remarks = Remarks()
    file = PackFile(name, root, shape.read(root, (), remarks))
    faults.found += [file.fault(path, what) for path, what in remarks.found]
    return file if isinstance(root, Branch) else None


def _text(source: Source, faults: Faults) -> str | None:
    try:
        return source.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(0, (), "not-utf8")
        return None
