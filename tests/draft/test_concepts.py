"""Concepts: what a phrase is about, and which others are at all like it."""

from __future__ import annotations

from careerfit.draft.concepts import Index, concept, likeness

from .reading import OTHERS, TEXTS, read_sources


def test_an_index_finds_all_that_is_alike() -> None:
    """Every concept that is like another one at all is among those that the index finds for it, and not all are."""
    files = [*TEXTS.glob("*.txt"), *OTHERS.glob("*.txt")]
    profiles = [one for file in files for one in read_sources(file.read_bytes(), file.name, file.stem)]
    concepts = [concept(phrase) for profile in profiles for phrase in profile.phrases]
    index = Index()
    for place, told in enumerate(concepts):
        index.add(told, place)
    found = [set(index.near(told)) for told in concepts]
    alike = [{place for place, other in enumerate(concepts) if likeness(told, other) > 0} for told in concepts]

    assert [] == [places for places, near in zip(alike, found, strict=True) if places - near]
    assert sum(map(len, found)) < 0.2 * len(concepts) ** 2
