"""Units of a text → its sections: by cue words, and where a sentence has none, by what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careerfit.core.model import DEMANDS, SECTIONS
from careerfit.draft.language import Cue, bit, cues, heading_cues, plain
from careerfit.draft.raw import Unit

_LABELLED = re.compile(r"^[\w ]{3,40}[:–—]")
"""A point in a list with a label of its own."""


@dataclass(slots=True)
class Sorted:
    """The sentences of a text by sections, and which of them are points of a list."""

    sections: dict[str, list[str]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    bullets: set[str] = field(default_factory=set)


def sort_units(units: list[Unit]) -> Sorted:
    """Each sentence into its section."""
    found = Sorted()
    state = "duties"
    for unit in units:
        low = plain(unit.text)
        if unit.heading:
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
    low = bit("connector").sub("", low)
    told = (cue for cue in cues() if cue.pattern.search(low))
    if unit.bullet and not _LABELLED.match(low):
        return next((cue.section for cue in told if cue.section == "expectations"), state)
    return next((cue.section for cue in told if _counts(cue, low, state, seen)), state)


def _counts(cue: Cue, low: str, state: str, seen: set[str]) -> bool:
    """Does a cue count after a sentence of that section?"""
    if cue.subject and state in DEMANDS:
        return False
    if cue.section == "expectations" and bit("answers").match(low):
        return state == "expectations" or "expectations" in seen  # otherwise it answers nothing
    if state not in {"expectations", "differences"}:
        return True
    if cue.section == "duties":
        return "duties" not in seen or seen.isdisjoint(DEMANDS)  # beliefs may come first
    if cue.section == "expectations":
        return state == "expectations" or _opens(low)
    return cue.section not in DEMANDS or (cue.firm and bit("told_to").search(low) is not None)


def _opens(low: str) -> bool:
    """Does a sentence open with a label of beliefs, rather than hold a word of them?"""
    return bit("belief_opens").match(low) is not None
