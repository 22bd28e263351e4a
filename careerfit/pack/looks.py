"""What is worth a look in a sound pack: nothing of it is wrong, and each has a way to be better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from careerfit.core.model import DEMANDS
from careerfit.pack import limits
from careerfit.pack.faults import Fault, Path, message
from careerfit.pack.rules import sentences_of
from careerfit.text import LANGUAGES, clean

if TYPE_CHECKING:
    from careerfit.pack.folder import Folder
    from careerfit.pack.yaml_reader import Document

READ_BESIDES = ("norms.yaml",)
OLD = ".lama"
"""What the name of a file ends in that a draft has written anew."""
OF_PEOPLE = ("readme", "license", "licence", "lisensi", "changelog", "baca")
"""What files are called that are for people to read."""
NAMING = ("duties", *DEMANDS)
"""The sections whose sentences name facets."""
TWIN_NAMES = 0.65
"""Facets of one role whose names share more than this of their words are hard to tell apart."""
COUNTED = {
    "id": re.compile(
        r"\b(\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (peran|profesi|pekerjaan|karier|jabatan)\b"
    ),
    "en": re.compile(
        r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (roles|professions|jobs|careers|positions)\b"
    ),
}


def looks(folder: Folder) -> Iterator[Fault]:
    """All that is worth a look in a sound pack of that folder, besides what its relevances tell."""
    yield from _unread(folder)
    for file in folder.files:
        yield from _cut_texts(file)
    catalogue, roles = folder.files[0], folder.roles
    for lang in LANGUAGES:
        if COUNTED[lang].search(catalogue.data["title"].get(lang, "").lower()):
            yield catalogue.fault(("title", lang), "counting-title")
    asked = {
        key: (file, facet)
        for file in folder.files
        for key, facet in file.data.get("facets", {}).items()
        if facet.get("asked", True)
    }
    named = {key for role in roles for _, sentence in sentences_of(role) for key in sentence.get("names", {})}
    for key, (file, facet) in asked.items():
        if "doing" not in facet and key in named:
            yield file.fault(("facets", key), "no-doing")
    names = {key: facet["name"] for key, (_, facet) in asked.items()}
    for role in roles:
        yield from _role(role)
        yield from _near_twins(role, names)


def _unread(folder: Folder) -> Iterator[Fault]:
    """Files of the pack that nothing reads; those that look like a pack's own have a warning of their own."""
    for place, prefix in ((folder.place, ""), (folder.place / limits.ROLES_FOLDER, f"{limits.ROLES_FOLDER}/")):
        for name in sorted(entry.name for entry in place.iterdir() if entry.is_file()):
            low = name.lower()
            known = name in (limits.CATALOGUE_FILE, *READ_BESIDES) or low.endswith((*limits.LOOKALIKES, OLD))
            if not known and not name.startswith(".") and not low.startswith(OF_PEOPLE):
                yield Fault(prefix + name, 0, (), message("unread"))


def _cut_texts(file: Document) -> Iterator[Fault]:
    for line, rest in file.cut_texts:
        yield Fault(file.name, line, (), message("cut-text", rest=clean(rest)[:40]))


def _role(role: Document) -> Iterator[Fault]:
    sections: Mapping[str, list[dict[str, Any]]] = role.data["sections"]
    if "languages" in role.data:
        yield role.fault(("languages",), "one-language")
    for section in NAMING:
        for at, sentence in enumerate(sections.get(section, [])):
            if not sentence.get("names"):
                yield role.fault(("sections", section, at), "nameless")
    if not sections.get("differences"):
        yield role.fault(("sections",), "no-differences")
    if not role.data.get("beliefs"):
        yield role.fault((), "no-beliefs")
    told = [part for belief in role.data.get("beliefs", []) for part in _quotes(belief)]
    for at, sentence in enumerate(sections.get("expectations", [])):
        if role.data.get("beliefs") and not any(part in text for part in told for text in sentence.values()):
            yield role.fault(("sections", "expectations", at), "unanswered")


def _quotes(belief: Mapping[str, Any]) -> Iterator[str]:
    for part in (*belief["reality"], belief.get("belief", {})):
        yield from (text for text in part.values())


def _near_twins(role: Document, names: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    """Facets of one role that are called nearly the same."""
    first: dict[str, Path] = {}
    for path, sentence in sentences_of(role):
        for key in sentence.get("names", {}):
            if key in names:
                first.setdefault(key, (*path, "names", key))
    for one, other in combinations(first, 2):
        if any(_alike(names[one].get(lang, ""), names[other].get(lang, "")) for lang in LANGUAGES):
            yield role.fault(first[other], "near-twins", other=one)


def _alike(one: str, other: str) -> bool:
    a, b = set(one.lower().split()), set(other.lower().split())
    return bool(a and b) and len(a & b) / len(a | b) > TWIN_NAMES
