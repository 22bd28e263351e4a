"""Phrases and facets brought together, each match with its certainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from careerfit.core.model import Kind
from careerfit.draft.concepts import Concept, about, concept, likeness, within
from careerfit.draft.language import stems
from careerfit.draft.phrases import Phrase

SURE = 0.6
"""From this likeness on a phrase is taken to name a facet."""


@dataclass(frozen=True, slots=True)
class Known:
    """A facet that there is already, what its words are about, and its statements, in lower case."""

    key: str
    kind: Kind
    name: str
    concepts: tuple[Concept, ...]
    stems: tuple[str, ...]
    said: frozenset[str] = frozenset()


def facet_of(key: str, data: Mapping[str, Any]) -> Known:
    """A facet as a pack has it."""
    name = data["name"]["id"]
    told = [name, key.replace("-", " ")]
    items = [item["id"] for item in data.get("items", {}).values() if "id" in item]
    said = " ".join([data.get("doing", {}).get("id", ""), *items])
    statements = frozenset(item.casefold() for item in items)
    return Known(key, data["kind"], name, tuple(about(one) for one in told), stems(said), statements)


def match(phrase: Phrase, facets: Iterable[Known]) -> list[tuple[str, float]]:
    """The facets that a phrase may name, the likeliest first, each with its likeness from 0 to 1."""
    told = concept(phrase)
    own = told.named
    found: list[tuple[str, float]] = []
    for facet in facets:
        best = 0.0
        for one in facet.concepts:
            near = likeness(told, one)
            parts = one.named
            if len(parts) >= 2:
                near = max(near, 0.9 * within(parts, own))
            elif parts:
                near = max(near, 0.75 * within(parts, own[:2]))
            best = max(best, near)
        best += 0.1 * within(own, facet.stems)
        demanded = phrase.section in {"cocok", "tidak_cocok"}
        best -= 0.1 if demanded != (facet.kind == "trait") else 0.0
        found.append((facet.key, max(0.0, min(1.0, best))))
    return sorted((one for one in found if one[1] > 0.3), key=lambda one: -one[1])
