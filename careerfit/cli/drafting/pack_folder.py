"""A pack's folder that drafts are written to: what is there, and what comes to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from careerfit.cli.output import tell_written, writing_to
from careerfit.cli.result_formats import quoted
from careerfit.errors import DataError, UsageError
from careerfit.files.atomic import write_whole
from careerfit.pack.faults import problems
from careerfit.pack.folder import read_folder
from careerfit.pack.limits import CATALOGUE_FILE, OLD
from careerfit.pack.load import load_pack, shipped_folder
from careerfit.pack.rules import broken_rules
from careerfit.text import LANGUAGES, Lang, Text, escape

if TYPE_CHECKING:
    from careerfit.draft.drafting import Draft
    from careerfit.draft.matching import Known
    from careerfit.draft.profile import Profile

OCCUPIED = Text(
    "{place}: folder ini berisi hal lain, bukan paket. Pilih folder yang kosong atau belum ada.",
    "{place}: this folder holds other things, and no pack. Choose one that is empty, or that is not there yet.",
)
A_PACK = Text(
    "{place}: folder ini sudah berisi paket. Tambahkan peran dengan careerfit draft TEXT --pack {folder}, atau pilih "
    "folder lain.",
    "{place}: this folder is a pack already. Add roles with careerfit draft TEXT --pack {folder}, or choose another "
    "folder.",
)
NOT_A_FOLDER = Text("{place}: ini bukan folder.", "{place}: this is not a folder.")
BROKEN = Text(
    "Paket di {place} masih bermasalah; perbaiki dulu, baru tambahkan peran:",
    "The pack in {place} has faults; mend them first, then add roles:",
)
WOULD_BREAK = Text(
    "Tidak ada yang ditulis: dengan draf ini paket di {place} akan bermasalah:",
    "Nothing was written: with this draft the pack in {place} would have faults:",
)


@dataclass(slots=True)
class Place:
    """A pack's folder as it is: whether its catalogue is still to be written, its facets, and its roles' files."""

    folder: Path
    is_new: bool
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def facets_without(self, slugs: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """The pack's facets but those that stand in the files of these roles and that no other role names."""
        going = {f"roles/{slug}.yaml" for slug in slugs}
        left = {name: file for name, file in self.values.items() if name not in going}
        kept = [self.kept_facets(slug, slugs) for slug in slugs]
        return {
            key: data for held in (*(f.get("facets", {}) for f in left.values()), *kept) for key, data in held.items()
        }

    def kept_facets(self, slug: str, slugs: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """The facets in a role's file that roles other than these name."""
        going = {f"roles/{one}.yaml" for one in slugs}
        named = {
            key
            for name, file in self.values.items()
            if name not in going
            for section in file.get("sections", {}).values()
            for sentence in section
            for key in sentence.get("names", {})
        }
        own = self.values.get(f"roles/{slug}.yaml", {}).get("facets", {})
        return {key: data for key, data in own.items() if key in named}

    @property
    def is_indonesian(self) -> bool:
        """Is the pack in Indonesian alone?"""
        return self.is_new or list(self.values.get(CATALOGUE_FILE, {}).get("languages", LANGUAGES)) == ["id"]

    def role_file(self, slug: str) -> Path:
        """Where a role's file stands."""
        return self.folder / "roles" / f"{slug}.yaml"


def look_at(folder: Path) -> Place:
    """What there is in a folder.

    Raises ``UsageError`` where no pack can be made of it, and ``DataError`` for a broken one.
    """
    if _is_empty(folder):
        return Place(folder, is_new=True)
    found = read_folder(folder)
    faults = [fault for fault in found.faults if fault.file != "roles" or (folder / "roles").exists()]
    if faults:
        raise DataError(BROKEN.fill(place=_shown(folder)), problems(faults))
    return Place(folder, is_new=False, values=found.values)


def _is_empty(folder: Path) -> bool:
    """Is nothing there yet? Raises ``UsageError`` for anything else than a pack."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(NOT_A_FOLDER.fill(place=_shown(folder)))
    if not folder.exists() or not any(folder.iterdir()):
        return True
    if not (folder / CATALOGUE_FILE).is_file():
        raise UsageError(OCCUPIED.fill(place=_shown(folder)))
    return False


def _shown(folder: Path) -> str:
    return escape(str(folder), 500)


def known_facets(facets: Mapping[str, Mapping[str, Any]]) -> list[Known]:
    """A pack's facets as drafts take them; those without Indonesian words are left out."""
    from careerfit.draft.matching import facet_of

    return [facet_of(key, data) for key, data in facets.items() if "id" in data["name"]]


def sentences_missing(place: Place, profile: Profile) -> list[str]:
    """The sentences of a text that the role's file does not have."""
    sections = place.values.get(f"roles/{profile.slug}.yaml", {}).get("sections", {})
    there = {_bare(sentence.get("id", "")) for held in sections.values() for sentence in held}
    whole = " ".join(there)
    return [one for held in profile.sections.values() for one in held if _bare(one) not in whole]


def _bare(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()))


def old_name(file: Path) -> Path:
    """What a file that is written anew is kept as; none that was kept before has that name."""
    old, nth = file.with_name(f"{file.name}{OLD}"), 2
    while old.exists():
        old, nth = file.with_name(f"{file.name}{OLD}-{nth}"), nth + 1
    return old


def write_draft(place: Place, draft: Draft, title: str, lang: Lang) -> None:
    """Write what was drafted into the pack's folder; what is there and is to be written anew is kept beside it.

    Everything is made before anything is written. Raises ``DataError`` where the system won't have it.
    """
    from careerfit.draft.role_file import catalogue_yaml, role_yaml

    slugs = sorted(role.profile.slug for role in draft.roles)
    shared = [facet for facet in draft.facets if len(facet.roles) > 1] if place.is_new else []
    contents: dict[Path, str] = {}
    if place.is_new:
        name = _pack_name(place.folder)
        contents[place.folder / CATALOGUE_FILE] = catalogue_yaml(name, title, _scale(), shared)
    for role in draft.roles:
        own = [f for f in draft.facets if f not in shared and _home(f.roles, slugs) == role.profile.slug]
        kept = place.kept_facets(role.profile.slug, slugs)
        text = role_yaml(role, own, kept, one_language=not place.is_indonesian)
        contents[place.role_file(role.profile.slug)] = text
    _check(place, contents)
    with writing_to(_shown(place.folder)):
        (place.folder / "roles").mkdir(parents=True, exist_ok=True)
        for file, text in contents.items():
            if file.exists():
                write_whole(old_name(file), file.read_bytes())
            write_whole(file, text.encode("utf-8"))
            tell_written(lang, str(file))


def _check(place: Place, contents: Mapping[Path, str]) -> None:
    """Raise ``DataError`` where the pack with these files would have faults; too few roles are none yet."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "roles").mkdir()
        for name in place.values:
            copyfile(place.folder / name, folder / name)
        for file, text in contents.items():
            (folder / file.relative_to(place.folder)).write_text(text, "utf-8")
        found = read_folder(folder)
        faults = [fault for fault in (*found.faults, *broken_rules(found)) if fault.file != "roles"]
    if faults:
        raise DataError(WOULD_BREAK.fill(place=_shown(place.folder)), problems(faults))


def _home(roles: set[str], slugs: Sequence[str]) -> str:
    """The role in whose file a facet stands: the first one that names it."""
    return next(slug for slug in slugs if slug in roles)


def _pack_name(folder: Path) -> str:
    from careerfit.draft.profile import slugged

    return slugged(folder.resolve().name)


def _scale() -> list[str]:
    """The steps of the shipped pack's scale, in Indonesian."""
    return [label.id for label in load_pack().scale]


def copy_shipped(folder: Path, lang: Lang) -> None:
    """Put a copy of the shipped pack into a folder that is empty or missing. Raises ``UsageError`` or ``DataError``."""
    if not _is_empty(folder):
        raise UsageError(A_PACK.fill(place=_shown(folder), folder=escape(quoted(str(folder)), 500)))
    shipped = shipped_folder()
    contents = {CATALOGUE_FILE: (shipped / CATALOGUE_FILE).read_bytes()}
    contents |= {
        f"roles/{one.name}": one.read_bytes()
        for one in sorted((shipped / "roles").iterdir(), key=lambda f: f.name)
        if one.name.endswith(".yaml")
    }
    with writing_to(_shown(folder)):
        (folder / "roles").mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            write_whole(folder / name, content)
    tell_written(lang, str(folder))
