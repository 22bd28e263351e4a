"""Folder → pack, strictly: either everything is right, or every problem is told at once."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.kept import cache_folder
from careerfit.pack.cache import store, stored
from careerfit.pack.sources import CATALOGUE_FILE, Sources, read_sources, slug_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from careerfit.core.model import Pack
    from careerfit.pack.read import Tree

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = "profiles"


def load_pack(path: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack.

    Raises ``DataError`` with every problem of every file, each with file, line and path.
    """
    return load_from(_folder(path), cache_folder())


def load_from(folder: Traversable, cache: Path | None) -> Pack:
    """The pack in that folder, with the help of what is kept in the folder ``cache``, if any. Raises ``DataError``."""
    from careerfit.pack.read import read_pack

    sources = read_sources(folder)
    kept = _kept(sources, cache)
    if kept is not None:
        # What makes no pack was not kept by this program, whatever its digests say
        with suppress(AttributeError, LookupError, TypeError, ValueError):
            return read_pack(kept)
    return read_pack(_parsed(sources, cache))


def role_slugs(path: str | Path | None = None) -> list[str]:
    """The slugs of that pack's roles in alphabetical order, for less than the pack costs. Raises ``DataError``."""
    sources, cache = read_sources(_folder(path)), cache_folder()
    tree = _kept(sources, cache) or _parsed(sources, cache)
    return sorted(slug_of(name) for name in tree if name != CATALOGUE_FILE)


def shipped_folder(package: Path = PACKAGE) -> Traversable:
    """The folder of the shipped pack: inside the package, which may be in a zip file, else beside it, as in a checkout.

    Raises ``DataError`` where no pack is in either.
    """
    places: list[Traversable] = [package / SHIPPED, package.parent / SHIPPED]
    if not package.is_dir():
        # Only here, since importing it takes longer than loading a kept pack
        from importlib.resources import files

        places = [files("careerfit") / SHIPPED]
    for folder in places:
        if (folder / CATALOGUE_FILE).is_file():
            return folder
    from careerfit.errors import DataError, Problem
    from careerfit.pack.messages import HEADLINE
    from careerfit.pack.wording import message

    raise DataError(HEADLINE, [Problem(str(places[0]), message("no-shipped"))])


def _folder(path: str | Path | None) -> Traversable:
    return shipped_folder() if path is None else Path(path)


def _kept(sources: Sources, cache: Path | None) -> Tree | None:
    """What reading these files gave before."""
    return stored(cache, sources) if cache is not None and sources.whole else None


def _parsed(sources: Sources, cache: Path | None) -> Tree:
    """What reading these files gives now; kept for the next time. Raises ``DataError``."""
    from careerfit.pack.faults import refuse
    from careerfit.pack.files import read_files
    from careerfit.pack.rules import broken_rules

    folder = read_files(sources)
    refuse(chain(folder.faults, broken_rules(folder)))
    if cache is not None:
        store(cache, sources, folder.tree)
    return folder.tree
