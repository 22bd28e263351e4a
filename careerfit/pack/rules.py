"""What a pack must keep to beyond the form of its files: known names, phrases that stand in their sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from careerfit.core.bank import default_items
from careerfit.errors import did_you_mean
from careerfit.pack.faults import Fault, Path
from careerfit.pack.files import Folder, PackFile
from careerfit.pack.schema import MOST_FACETS, MOST_ITEMS
from careerfit.pack.sources import CATALOGUE_FILE, ROLES_FOLDER, SLUG
from careerfit.pack.wording import message
from careerfit.text import LANGUAGES, Lang, Text, escape

LEAST_ROLES = 2


@dataclass(frozen=True, slots=True)
class Declared:
    """A facet where it is written down."""

    file: PackFile
    key: str
    data: Mapping[str, Any]

    @property
    def path(self) -> Path:
        """The way to it in its file."""
        return ("facets", self.key)

    @property
    def items(self) -> Mapping[str, Any]:
        """Its items; none where the author has not worded any."""
        items: Mapping[str, Any] = self.data.get("items", {})
        return items


def declared(folder: Folder) -> list[Declared]:
    """All facets of a pack: the catalogue's, then those that roles bring along, in their files' order."""
    return [Declared(file, key, data) for file in folder.files for key, data in file.data.get("facets", {}).items()]


def broken_rules(folder: Folder) -> Iterator[Fault]:
    """Every fault that the files' forms do not show."""
    facets = declared(folder)
    yield from _role_count(folder)
    yield from _limits(facets)
    yield from _facets_once(facets)
    yield from _facet_names(facets)
    yield from _items(facets)
    yield from _role_names(folder.roles)
    for role in folder.roles:
        yield from _phrases(role)
        yield from _beliefs(role)
    if folder.whole:  # else what is unknown may stand in the file that could not be read
        yield from _families(folder, facets)
        yield from _known(folder.roles, [facet.key for facet in facets])


def _role_count(folder: Folder) -> Iterator[Fault]:
    if folder.role_count < LEAST_ROLES and (folder.whole or folder.role_count):
        yield Fault(ROLES_FOLDER, 0, (), message("too-few-roles", count=folder.role_count))


def _limits(facets: list[Declared]) -> Iterator[Fault]:
    items = sum(len(facet.items) for facet in facets)
    for code, count, most in (("too-many-facets", len(facets), MOST_FACETS), ("too-many-items", items, MOST_ITEMS)):
        if count > most:
            yield Fault(CATALOGUE_FILE, 0, (), message(code, count=count, most=most))


def _facets_once(facets: list[Declared]) -> Iterator[Fault]:
    first: dict[str, PackFile] = {}
    owner = {key: facet.key for facet in facets for key in _item_keys(facet)}
    for facet in facets:
        if facet.key in first:
            yield facet.file.fault(facet.path, message("facet-twice", other=first[facet.key].name))
        elif facet.key in owner:
            yield facet.file.fault(facet.path, message("facet-is-item", facet=escape(owner[facet.key])))
        first.setdefault(facet.key, facet.file)


def _item_keys(facet: Declared) -> list[str]:
    """The keys of a facet's items, those of the default ones where it has none of its own."""
    return list(facet.items) or [item.key for item in default_items(facet.key, "trait", Text("", ""))]


def _alike(named: list[tuple[str, PackFile, Path, Mapping[str, Any]]], code: str) -> Iterator[Fault]:
    """Names that stand for two things, in either language; one fault for each later one."""
    first: dict[tuple[str, str], str] = {}
    for key, file, path, data in named:
        names = data.get("name", {})
        for lang in LANGUAGES:
            if lang in names and (other := first.setdefault((lang, names[lang].casefold()), key)) != key:
                yield file.fault((*path, "name", lang), message(code, name=escape(names[lang]), other=escape(other)))


def _facet_names(facets: list[Declared]) -> Iterator[Fault]:
    return _alike([(facet.key, facet.file, facet.path, facet.data) for facet in facets], "facets-alike")


def _role_names(roles: list[PackFile]) -> Iterator[Fault]:
    return _alike([(role.slug, role, (), role.data) for role in roles], "roles-alike")


def _items(facets: list[Declared]) -> Iterator[Fault]:
    first: dict[tuple[str, str], str] = {}
    for facet in facets:
        yield from _balance(facet)
        for key, item in facet.items.items():
            path = (*facet.path, "items", key)
            if not re.fullmatch(re.escape(facet.key) + "-[1-9][0-9]*", key):
                yield facet.file.fault(path, message("item-key", facet=escape(facet.key)))
            for lang in LANGUAGES:
                if lang in item and (other := first.setdefault((lang, item[lang].casefold()), key)) != key:
                    yield facet.file.fault((*path, lang), message("same-item", other=escape(other)))


def _balance(facet: Declared) -> Iterator[Fault]:
    keyed = [item.get("keyed") for item in facet.items.values()]
    if None not in keyed and keyed.count(1) != keyed.count(-1):
        what = message("unbalanced", positive=keyed.count(1), reversed=keyed.count(-1))
        yield facet.file.fault((*facet.path, "items"), what)


def _families(folder: Folder, facets: list[Declared]) -> Iterator[Fault]:
    listed = folder.catalogue.data.get("families", {}) if folder.catalogue else {}
    sound = _sound(listed)
    told = 0
    for facet in facets:
        family = facet.data.get("family", facet.key)
        if family != facet.key and family not in listed:
            hint = did_you_mean(family, [*_sound([facet.key]), *sound], told)
            told += 1
            what = message("unknown-family", family=escape(family), hint=hint)
            yield facet.file.fault((*facet.path, "family"), what)


def sentences(role: PackFile) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every sentence of a role with its path."""
    for section, listed in role.data.get("sections", {}).items():
        for at, sentence in enumerate(listed):
            yield ("sections", section, at), sentence


def _sound(keys: Iterable[str]) -> list[str]:
    """The keys that may be suggested; no more than a pack can hold."""
    return list(islice(filter(SLUG.fullmatch, keys), MOST_FACETS))


def _known(roles: list[PackFile], facets: Collection[str]) -> Iterator[Fault]:
    sound, known = _sound(facets), set(facets)
    told = 0
    for role in roles:
        for path, sentence in sentences(role):
            for key in sentence.get("names", {}):
                if key not in known:
                    hint = did_you_mean(key, sound, told)
                    yield role.fault((*path, "names", key), message("unknown-facet", hint=hint))
                    told += 1


def _phrases(role: PackFile) -> Iterator[Fault]:
    for path, sentence in sentences(role):
        for key, phrase in sentence.get("names", {}).items():
            for lang in LANGUAGES:
                if lang in phrase and lang in sentence and phrase[lang] not in sentence[lang]:
                    yield role.fault((*path, "names", key, lang), message("phrase", phrase=escape(phrase[lang])))


def _beliefs(role: PackFile) -> Iterator[Fault]:
    listed = role.data.get("sections", {}).get("expectations", [])
    # One text a language, since looking through a long one is quick; no quote holds a line break
    told = {lang: "\n".join(sentence.get(lang, "") for sentence in listed) for lang in LANGUAGES}
    for at, belief in enumerate(role.data.get("beliefs", [])):
        path: Path = ("beliefs", at)
        if belief.get("holds") is False and "belief" not in belief:
            yield role.fault((*path, "belief"), message("belief-needed"))
        if belief.get("holds") is True and "belief" in belief:
            yield role.fault((*path, "belief"), message("belief-spare"))
        yield from _quote(role, (*path, "belief"), belief.get("belief", {}), told)
        for number, part in enumerate(belief.get("reality", [])):
            yield from _quote(role, (*path, "reality", number), part, told)


def _quote(role: PackFile, path: Path, part: Mapping[str, str], told: Mapping[Lang, str]) -> Iterator[Fault]:
    for lang in LANGUAGES:
        if lang in part and part[lang] not in told[lang]:
            yield role.fault((*path, lang), message("quote", phrase=escape(part[lang])))
