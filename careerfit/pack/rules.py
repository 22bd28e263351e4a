"""Rules that a pack must keep beyond the form of its files."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from careerfit.core.relevance import default_items
from careerfit.errors import did_you_mean
from careerfit.pack import limits
from careerfit.pack.faults import Fault, Path, message
from careerfit.pack.folder import Folder
from careerfit.pack.yaml_reader import Document
from careerfit.text import LANGUAGES, Lang, Text, escape

SAME = Text(" Sampai “{same}” sama; sesudah itu berbeda.", " It is the same up to “{same}”, and differs behind that.")


@dataclass(frozen=True, slots=True)
class Declared:
    """A facet where it is written down."""

    file: Document
    key: str
    data: Mapping[str, Any]

    @property
    def items(self) -> Mapping[str, Any]:
        """Its items; none where the author has not worded any."""
        items: Mapping[str, Any] = self.data.get("items", {})
        return items

    @property
    def asked(self) -> bool:
        """Is it asked about, rather than only noted where a profile names it?"""
        return bool(self.data.get("asked", True))

    @property
    def item_keys(self) -> Collection[str]:
        """The keys of its items, those of the default ones where it has none of its own."""
        return self.items or [item.key for item in default_items(self.key, "trait", Text("", ""))]

    def fault(self, path: Path, code: str, /, **params: object) -> Fault:
        """A fault of the value at that path below the facet."""
        return self.file.fault(("facets", self.key, *path), code, **params)


Texts: TypeAlias = tuple[Document | Declared, Path, Mapping[str, str]]
"""A text in the pack's languages, whose it is, and where it stands there."""


def broken_rules(folder: Folder) -> Iterator[Fault]:
    """Every fault that the files' forms do not show."""
    facets, roles = declared(folder), folder.roles
    if folder.role_count < limits.LEAST_ROLES and (folder.whole or folder.role_count):
        yield Fault(limits.ROLES_FOLDER, 0, (), message("too-few-roles", count=folder.role_count))
    asked = [facet for facet in facets if facet.asked]
    items = sum(len(facet.items) for facet in asked)
    for code, count, most in (
        ("too-many-facets", len(asked), limits.MOST_FACETS),
        ("too-many-items", items, limits.MOST_ITEMS),
    ):
        if count > most:
            yield Fault(limits.CATALOGUE_FILE, 0, (), message(code, count=count, most=most))
    yield from _facets_once(facets)
    yield from _alike(((facet.key, (facet, ("name",), facet.data.get("name", {}))) for facet in facets), "facets-alike")
    yield from _alike(
        ((limits.slug_of(role.name), (role, ("name",), role.data.get("name", {}))) for role in roles), "roles-alike"
    )
    worded = ((key, (facet, ("items", key), item)) for facet in facets for key, item in facet.items.items())
    yield from _alike(worded, "same-item")
    for facet in facets:
        yield from _facet_items(facet)
    for role in roles:
        yield from _phrases(role)
        yield from _beliefs(role)
    if folder.whole:  # else what is unknown may stand in the file that could not be read
        yield from _families(folder, facets)
        yield from _known(roles, [facet.key for facet in facets])


def declared(folder: Folder) -> list[Declared]:
    """All facets of a pack: the catalogue's, then those that roles bring along, in their files' order."""
    return [Declared(file, key, data) for file in folder.files for key, data in file.data.get("facets", {}).items()]


def _facets_once(facets: list[Declared]) -> Iterator[Fault]:
    first: dict[str, Document] = {}
    owner = {key: facet.key for facet in facets for key in facet.item_keys}
    for facet in facets:
        if facet.key in first:
            yield facet.fault((), "facet-twice", other=first[facet.key].name)
        elif facet.key in owner:
            yield facet.fault((), "facet-is-item", facet=escape(owner[facet.key]))
        first.setdefault(facet.key, facet.file)


def _alike(texts: Iterable[tuple[str, Texts]], code: str) -> Iterator[Fault]:
    """Texts that stand for two things, each with its key, in either language; one fault for each later one."""
    first: dict[tuple[str, str], str] = {}
    for key, (whose, path, text) in texts:
        for lang, words in text.items():
            if lang in LANGUAGES and (other := first.setdefault((lang, words.casefold()), key)) != key:
                yield whose.fault((*path, lang), code, name=escape(words), other=escape(other))


def _facet_items(facet: Declared) -> Iterator[Fault]:
    for key in facet.items:
        if not re.fullmatch(re.escape(facet.key) + "-[1-9][0-9]*", key):
            yield facet.fault(("items", key), "item-key", facet=escape(facet.key))
    keyed = [item.get("keyed") for item in facet.items.values()]
    if None not in keyed and keyed.count(1) != keyed.count(-1):
        yield facet.fault(("items",), "unbalanced", positive=keyed.count(1), reversed=keyed.count(-1))


def _families(folder: Folder, facets: list[Declared]) -> Iterator[Fault]:
    listed = folder.catalogue.data.get("families", {}) if folder.catalogue else {}
    sound = _sound(listed)
    told = 0
    for facet in facets:
        family = facet.data.get("family", facet.key)
        if family != facet.key and family not in listed:
            hint = did_you_mean(family, [*_sound([facet.key]), *sound], told)
            told += 1
            yield facet.fault(("family",), "unknown-family", family=escape(family), hint=hint)


def sentences_of(role: Document) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every sentence of a role's file, and where it stands."""
    for section, listed in role.data.get("sections", {}).items():
        for at, sentence in enumerate(listed):
            yield ("sections", section, at), sentence


def _sound(keys: Iterable[str]) -> list[str]:
    """The keys that may be suggested; no more than a pack can hold."""
    return list(islice(filter(limits.SLUG.fullmatch, keys), limits.MOST_FACETS))


def _known(roles: list[Document], facets: Collection[str]) -> Iterator[Fault]:
    sound, known = _sound(facets), set(facets)
    told = 0
    for role in roles:
        for path, sentence in sentences_of(role):
            for key in sentence.get("names", {}):
                if key not in known:
                    hint = did_you_mean(key, sound, told)
                    yield role.fault((*path, "names", key), "unknown-facet", hint=hint)
                    told += 1


def _phrases(role: Document) -> Iterator[Fault]:
    for path, sentence in sentences_of(role):
        for key, phrase in sentence.get("names", {}).items():
            for lang in LANGUAGES:
                if lang in phrase and lang in sentence and phrase[lang] not in sentence[lang]:
                    hint = _same_up_to(phrase[lang], sentence[lang])
                    yield role.fault((*path, "names", key, lang), "phrase", phrase=escape(phrase[lang]), hint=hint)


def _beliefs(role: Document) -> Iterator[Fault]:
    listed = role.data.get("sections", {}).get("expectations", [])
    # One text a language, since looking through a long one is quick; no quote holds a line break
    told = {lang: "\n".join(sentence.get(lang, "") for sentence in listed) for lang in LANGUAGES}
    for at, belief in enumerate(role.data.get("beliefs", [])):
        path: Path = ("beliefs", at)
        if belief.get("holds") is False and "belief" not in belief:
            yield role.fault((*path, "belief"), "belief-needed")
        if belief.get("holds") is True and "belief" in belief:
            yield role.fault((*path, "belief"), "belief-spare")
        yield from _quote(role, (*path, "belief"), belief.get("belief", {}), told)
        for nth, part in enumerate(belief.get("reality", [])):
            yield from _quote(role, (*path, "reality", nth), part, told)


def _quote(role: Document, path: Path, part: Mapping[str, str], told: Mapping[Lang, str]) -> Iterator[Fault]:
    for lang in LANGUAGES:
        if lang in part and part[lang] not in told[lang]:
            hint = _same_up_to(part[lang], told[lang])
            yield role.fault((*path, lang), "quote", phrase=escape(part[lang]), hint=hint)


def _same_up_to(phrase: str, text: str) -> Text:
    """Up to which of its words a phrase stands in a text, in words; nothing where not even two do."""
    words = phrase.split(" ")
    # A beginning that stands there has all shorter ones there: few are looked for, however long a phrase is
    same = bisect_left(range(1, len(words)), True, key=lambda count: f"{' '.join(words[:count])} " not in f"{text} ")  # noqa: FBT003
    return SAME.fill(same=escape(" ".join(words[max(0, same - 4) : same]))) if same > 1 else Text("", "")
