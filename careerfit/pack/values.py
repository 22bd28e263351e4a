"""The plain values of a pack, which keep to the schema and the rules → the pack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from careerfit.core.model import SECTIONS, Belief, Evidence, Facet, Item, Kind, Pack, Role, Sentence
from careerfit.core.relevance import build_pack, default_items, default_relevance
from careerfit.pack.limits import CATALOGUE_FILE, slug_of
from careerfit.text import LANGUAGES, Lang, Text

FINGERPRINT_DIGITS = 16

Values: TypeAlias = Mapping[str, Mapping[str, Any]]
"""The plain values of a pack's files by their names: the catalogue, then the roles in alphabetical order."""


def pack_of(values: Values, known_fingerprint: str | None = None) -> Pack:
    """The pack that is made of those files, which have no fault; its fingerprint is worked out unless it is known."""
    known_fingerprint = known_fingerprint or fingerprint(values)
    spoken: tuple[Lang, ...] = tuple(values[CATALOGUE_FILE].get("languages", LANGUAGES))
    values = {name: _in_both(file, tuple(file.get("languages", spoken))) for name, file in values.items()}
    data = values[CATALOGUE_FILE]
    facets = [
        _facet(key, facet, tuple(file.get("languages", spoken)))
        for file in values.values()
        for key, facet in file.get("facets", {}).items()
        if facet.get("asked", True)
    ]
    kinds = {facet.key: facet.kind for facet in facets}
    return build_pack(
        name=data["name"],
        version=data["version"],
        title=Text(**data["title"]),
        fingerprint=known_fingerprint,
        scale=[Text(**label) for label in data["scale"]],
        families={key: Text(**family["name"]) for key, family in data.get("families", {}).items()},
        facets=facets,
        roles=[_role(slug_of(name), file, kinds) for name, file in values.items() if file is not data],
        languages=spoken,
    )


def _in_both(value: Any, languages: tuple[Lang, ...]) -> Any:
    """Plain values whose texts are in one language alone, with the same words in place of the other."""
    if len(languages) > 1:
        return value
    if isinstance(value, list):
        return [_in_both(one, languages) for one in value]
    if not isinstance(value, Mapping):
        return value
    found = {name: _in_both(one, languages) for name, one in value.items()}
    words = found.get(languages[0])
    return {**found, **dict.fromkeys(LANGUAGES, words)} if isinstance(words, str) else found


def fingerprint(values: Values) -> str:
    """The first 16 hex digits of a SHA-256 over all content of a pack.

    Comments, layout and the order of keys do not matter, with one exception: the order of facets and of their items is
    content, since it is the order of the questions.
    """
    from hashlib import sha256  # loads OpenSSL, which takes as long as all of Python's own start

    content = {}
    for name, file in values.items():
        facets = [(key, facet, facet.get("items", {})) for key, facet in file.get("facets", {}).items()]
        in_order = [[key, {**facet, "items": list(items.items())}] for key, facet, items in facets]
        content[name] = {**file, "facets": in_order}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()[:FINGERPRINT_DIGITS]


def _facet(key: str, data: Mapping[str, Any], languages: tuple[Lang, ...]) -> Facet:
    name = Text(**data["name"])
    kind: Kind = data["kind"]
    worded = tuple(
        Item(k, key, item["keyed"], Text(item["id"], item["en"])) for k, item in data.get("items", {}).items()
    )
    return Facet(
        key=key,
        kind=kind,
        family=data.get("family", key),
        name=name,
        doing=Text(**data["doing"]) if "doing" in data else name,
        items=worded or tuple(_item_in(item, languages) for item in default_items(key, kind, name)),
    )


def _item_in(item: Item, languages: tuple[Lang, ...]) -> Item:
    """A default item, in the pack's one language where it has but one."""
    if len(languages) > 1:
        return item
    words = item.text.pick(languages[0])
    return item._replace(text=Text(words, words))


def _role(slug: str, data: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Role:
    sections = data["sections"]
    return Role(
        slug=slug,
        name=Text(**data["name"]),
        sentences=tuple(_sentence(section, each, kinds) for section in SECTIONS for each in sections.get(section, [])),
        beliefs=tuple(_belief(each) for each in data.get("beliefs", [])),
    )


def _sentence(section: str, data: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Sentence:
    text = Text(data["id"], data["en"])
    found = [
        Evidence(
            facet=facet,
            section=section,
            quote=text,
            phrase=Text(phrase["id"], phrase["en"]),
            relevance=phrase.get("relevance", default_relevance(kinds[facet], section)),
        )
        for facet, phrase in data.get("names", {}).items()
        if facet in kinds
    ]
    return Sentence(section, text, tuple(sorted(found, key=_place)))


def _place(found: Evidence) -> tuple[int, int, str]:
    """Where a phrase stands in its sentence; the longer one first where two begin together."""
    return found.quote.id.index(found.phrase.id), -len(found.phrase.id), found.facet


def _belief(data: Mapping[str, Any]) -> Belief:
    return Belief(
        statement=Text(**data["statement"]),
        holds=data["holds"],
        belief=Text(**data["belief"]) if "belief" in data else None,
        reality=tuple(Text(**part) for part in data["reality"]),
    )
