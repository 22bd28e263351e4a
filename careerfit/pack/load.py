"""Folder → pack, strictly: either everything is right, or every problem is told at once.

The shipped pack's plain values are worked out when the wheel is built, and stand in it beside the pack's folder:
reading them takes far less time than its YAML. In a checkout, and for every other pack, the YAML is read each time.
"""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.pack.sources import CATALOGUE_FILE, ROLES_FOLDER, SLUG, SUFFIX, read_sources

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from careerfit.core.model import Pack
    from careerfit.pack.read import Tree

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = "profiles"
BUILT = "profiles.json"
"""The shipped pack's plain values in an installed package; a checkout has no such file."""


def load_pack(path: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack.

    Raises ``DataError`` with every problem of every file, each with file, line and path.
    """
    built = _built_pack() if path is None else None
    if built is not None:
        return built
    from careerfit.pack.read import read_pack

    return read_pack(_parsed(_folder(path)))


def role_slugs(path: str | Path | None = None) -> list[str]:
    """The slugs of that pack's roles in alphabetical order: its role files by their names, sound or not.

    There are none where the folder can't be listed. Raises ``DataError`` where it is the shipped pack that is missing.
    """
    names: list[str] = []
    with suppress(OSError):
        names += (file.name for file in (_folder(path) / ROLES_FOLDER).iterdir() if file.name.endswith(SUFFIX))
    return sorted(filter(SLUG.fullmatch, (name.removesuffix(SUFFIX) for name in names)))


def shipped_folder() -> Traversable:
    """The folder of the shipped pack: inside the package, else beside it, as in a checkout.

    Raises ``DataError`` where no pack is in either.
    """
    places = [_package() / SHIPPED, PACKAGE.parent / SHIPPED]
    for folder in places:
        if (folder / CATALOGUE_FILE).is_file():
            return folder
    from careerfit.errors import DataError, Problem
    from careerfit.pack.messages import HEADLINE
    from careerfit.pack.wording import message

    raise DataError(HEADLINE, [Problem(str(places[0]), message("no-shipped"))])


def built_values() -> str:
    """What a wheel of this checkout holds in ``BUILT``, as JSON. Raises ``DataError``."""
    from careerfit.pack.read import fingerprint

    tree = _parsed(shipped_folder())
    return json.dumps({"fingerprint": fingerprint(tree), "files": tree}, separators=(",", ":"))


def _built_pack() -> Pack | None:
    """The shipped pack from the values in the wheel; None where they are missing or make no pack."""
    from careerfit.pack.read import read_pack

    with suppress(AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError):
        values = json.loads((_package() / BUILT).read_bytes())
        return read_pack(values["files"], values["fingerprint"])
    return None


def _package() -> Traversable:
    """The folder of this package, which may be in a zip file."""
    if PACKAGE.is_dir():
        return PACKAGE
    from importlib.resources import files  # takes longer to import than the pack to load

    return files("careerfit")


def _folder(path: str | Path | None) -> Traversable:
    return shipped_folder() if path is None else Path(path)


def _parsed(folder: Traversable) -> Tree:
    """The plain values of the pack in that folder. Raises ``DataError``."""
    from careerfit.pack.faults import refuse
    from careerfit.pack.files import read_files
    from careerfit.pack.rules import broken_rules

    found = read_files(read_sources(folder))
    refuse(chain(found.faults, broken_rules(found)))
    return found.tree
