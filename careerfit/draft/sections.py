"""Units of a text → its sections: by cue words, and where a sentence has none, by what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careerfit.core.model import SECTIONS
from careerfit.draft.language import cues, heading_cues, plain
from careerfit.draft.raw import Unit

_WEAK_FROM = ("duties", "cocok", "tidak_cocok")
"""What is asked of a candidate is a demand in these sections; among beliefs it is a part of the answer."""


@dataclass(slots=True)
class Sorted:
    """The sentences of a text by sections, its headings, and which sentences are points of a list."""

    sections: dict[str, list[str]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    headings: list[str] = field(default_factory=list)
    bullets: set[str] = field(default_factory=set)


def sort_units(units: list[Unit]) -> Sorted:
    """Each sentence into its section."""
    found = Sorted()
    state = "duties"
    for unit in units:
        low = plain(unit.text)
        if unit.heading:
            found.headings.append(unit.text)
            state = heading_section(low) or state
            continue
        state = _section(low, state, unit, seen={name for name, held in found.sections.items() if held})
        if unit.bullet:
            found.bullets.add(unit.text)
        found.sections[state].append(unit.text)
    return found


def heading_section(low: str) -> str | None:
    """The section that a heading in lower case announces; None where it tells none."""
    return next((cue.section for cue in heading_cues() if cue.pattern.search(low)), None)


def _section(low: str, state: str, unit: Unit, seen: set[str]) -> str:
    """The section of a sentence; ``state`` is that of the one before, ``seen`` are those that have any."""
    low = re.sub(r"^(selain itu|di samping itu|sementara itu|sebaliknya|namun|tetapi|nah|lalu|oleh karena itu),? ", "", low)
    if unit.bullet and not re.match(r"^[\w ]{3,40}[:–—]", low):
        for cue in cues():
            if cue.section == "expectations" and cue.pattern.search(low):
                return cue.section
        return state
    for cue in cues():
        if not cue.pattern.search(low):
            continue
        if cue.section == "duties":
            if state in {"expectations", "differences"} and "duties" in seen:
                continue
        elif state == "differences" and cue.section == "expectations" and not _opens(low):
            continue
        elif state in {"expectations", "differences"} and cue.section in {"cocok", "tidak_cocok"}:
            if cue.section == "cocok" and not cue.firm:
                continue
            if not re.search(r"\b(cocok|profil|kandidat|kamu|anda|orang yang|mereka yang)\b", low):
                continue
        elif state not in _WEAK_FROM and not cue.firm and cue.section == "cocok":
            continue
        return cue.section
    return state


def _opens(low: str) -> bool:
    """Does a sentence open with a label of beliefs, rather than hold a word of them?"""
    return re.match(r"(miskonsepsi|ekspektasi|realita\w*|mitos|fakta\w*|banyak|ada|sebagian|orang|tak sedikit)\b", low) is not None
