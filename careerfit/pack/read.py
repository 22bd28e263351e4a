"""Plain values that keep to the schema and the rules → model values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from careerfit.core.bank import build_pack, default_items, evidence
from careerfit.core.model import SECTIONS, Belief, Evidence, Facet, Item, Kind, Pack, Role, Sentence, Text
from careerfit.pack.files import Folder, PackFile
from careerfit.pack.rules import declared

FINGERPRINT_DIGITS = 16


def read_pack(folder: Folder) -> Pack:
    """The pack in a folder without faults."""
    data = folder.files[0].data
    facets = [_facet(each.key, each.data) for each in declared(folder)]
    kinds = {facet.key: facet.kind for facet in facets}
    return build_pack(
        name=data["name"],
        version=data["version"],
        title=Text(**data["title"]),
        fingerprint=fingerprint(folder),
        scale=[Text(**label) for label in data["scale"]],
        families={key: Text(**family["name"]) for key, family in data.get("families", {}).items()},
        facets=facets,
        roles=[_role(role, kinds) for role in folder.roles],
    )


def fingerprint(folder: Folder) -> str:
    """The first 16 hex digits of a SHA-256 over all content of a pack.

    Comments, layout and the order of keys do not matter, with one exception: the order of facets and of their items is
    content, since it is the order of the questions.
    """
    content = {file.name: {**file.data, "facets": _in_order(file.data.get("facets", {}))} for file in folder.files}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()[:FINGERPRINT_DIGITS]


def _in_order(facets: Mapping[str, Any]) -> list[Any]:
    return [[key, {**facet, "items": list(facet.get("items", {}).items())}] for key, facet in facets.items()]


def _facet(key: str, data: Mapping[str, Any]) -> Facet:
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
        items=worded or default_items(key, kind, name),
    )


def _role(file: PackFile, kinds: Mapping[str, Kind]) -> Role:
    sections = file.data["sections"]
    return Role(
        slug=file.slug,
        name=Text(**file.data["name"]),
        sentences=tuple(_sentence(section, each, kinds) for section in SECTIONS for each in sections.get(section, [])),
        beliefs=tuple(_belief(each) for each in file.data.get("beliefs", [])),
    )


def _sentence(section: str, data: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Sentence:
    text = Text(data["id"], data["en"])
    found = [
        evidence(facet, kinds[facet], section, text, Text(phrase["id"], phrase["en"]), phrase.get("relevance"))
        for facet, phrase in data.get("names", {}).items()
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
