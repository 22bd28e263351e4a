"""Folder → pack, strictly: either everything is right, or every problem is told at once.

The shipped pack's plain values are worked out when the wheel is built, and stand in it beside the pack's folder:
reading them takes far less time than its YAML. In a checkout, and for every other pack, the YAML is read each time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careerfit.errors import DataError, Problem
from careerfit.pack.limits import CATALOGUE_FILE, MEASURED_FILE, NORMS_FILE, ROLES_FOLDER, SLUG, SUFFIX

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from careerfit.core.model import Pack
    from careerfit.pack.folder import Folder
    from careerfit.pack.values import Values

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = "profiles"
BUILT = "profiles.json"
"""The shipped pack's plain values in an installed package; a checkout has no such file."""


class CheckReport(NamedTuple):
    """Errors, warnings and notes of a pack, each sorted by file and line; ``pack`` only where there is no error.

    Warnings can be mended; notes only say what follows from what the pack says.
    """

    pack: Pack | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def load_pack(path: str | Path | None = None, norms: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack. ``norms``: the file of a reference group, which takes the
    place of the pack's own.

    Raises ``DataError`` with every problem of every file, each with file, line and path.
    """
    pack = _built_pack() if path is None else None
    if pack is None:
        from careerfit.pack.values import pack_of

        place = _folder(path)
        pack, errors = _with_real_people(pack_of(_sound_values(place)), place)
        _refuse(errors)
    return _with_norms(pack, norms)


def _with_real_people(pack: Pack, place: Traversable) -> tuple[Pack, tuple[Problem, ...]]:
    """The pack with what its folder holds of real people, and all that is wrong with that."""
    if {NORMS_FILE, MEASURED_FILE}.isdisjoint(entry.name for entry in place.iterdir()):
        return pack, ()
    from careerfit.pack.faults import problems
    from careerfit.pack.real_people import with_real_people

    pack, faults = with_real_people(pack, place)
    return pack, problems(faults)


def _with_norms(pack: Pack, norms: str | Path | None) -> Pack:
    """The pack with the reference group in that file, if there is one. Raises ``DataError``."""
    if norms is None:
        return pack
    from careerfit.pack.real_people import with_norms

    return with_norms(pack, norms)


def check_pack(path: str | Path | None = None, norms: str | Path | None = None) -> CheckReport:
    """All there is to say about the pack in that folder; without one, the shipped pack.

    ``norms``: the file of a reference group, as ``load_pack`` takes it. Raises ``DataError`` where that can't be used.
    """
    from careerfit.pack.faults import problems
    from careerfit.pack.values import pack_of
    from careerfit.pack.worth_a_look import looks, notes

    folder, errors = _parsed(_folder(path))
    if errors:
        return CheckReport(None, errors, ())
    pack, errors = _with_real_people(pack_of(folder.values), folder.place)
    if errors:
        return CheckReport(None, errors, ())
    told = problems(looks(folder, pack)), problems(notes(folder, pack))
    return CheckReport(_with_norms(pack, norms), (), *told)


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
    from careerfit.pack.faults import HEADLINE, message

    raise DataError(HEADLINE, [Problem(str(places[0]), message("no-shipped"))])


def built_values() -> str:
    """What a wheel of this checkout holds in ``BUILT``, as JSON. Raises ``DataError``."""
    from careerfit.pack.values import fingerprint

    values = _sound_values(shipped_folder())
    return json.dumps({"fingerprint": fingerprint(values), "files": values}, separators=(",", ":"))


def _built_pack() -> Pack | None:
    """The shipped pack from the values in the wheel; None where they are missing or make no pack."""
    from careerfit.pack.values import pack_of

    with suppress(AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError):
        built = json.loads((_package() / BUILT).read_bytes())
        return pack_of(built["files"], built["fingerprint"])
    return None


def _package() -> Traversable:
    """The folder of this package, which may be in a zip file."""
    if PACKAGE.is_dir():
        return PACKAGE
    from importlib.resources import files  # takes longer to import than the pack to load

    return files("careerfit")


def _folder(path: str | Path | None) -> Traversable:
    return shipped_folder() if path is None else Path(path)


def _sound_values(place: Traversable) -> Values:
    """The plain values of the pack in that folder. Raises ``DataError``."""
    folder, errors = _parsed(place)
    _refuse(errors)
    return folder.values


def _refuse(errors: Sequence[Problem]) -> None:
    """Raise ``DataError`` where there are any errors."""
    if errors:
        from careerfit.pack.faults import HEADLINE

        raise DataError(HEADLINE, errors)


def _parsed(place: Traversable) -> tuple[Folder, tuple[Problem, ...]]:
    """What was found in that folder, and all that is wrong with it."""
    from careerfit.pack.faults import problems
    from careerfit.pack.folder import read_folder
    from careerfit.pack.rules import broken_rules

    folder = read_folder(place)
    return folder, problems(chain(folder.faults, broken_rules(folder)))
