"""The words of the language: one file, each group with its reason, and no career among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careerfit.core.model import Pack
from careerfit.draft import language
from careerfit.draft.language import words

FOLDER = Path(language.__file__).parent


def reasons(name: str, value: Any) -> Iterator[str]:
    """The places in a group that want a reason and have none."""
    groups = value if name in {"sections", "headings"} else [value]
    yield from (name for group in groups if not group.get("why"))
    if name == "bits":
        yield from (key for key, bit in value.items() if key != "why" and not bit.get("why"))


def test_every_group_has_its_reason() -> None:
    """Whoever reads the file learns what each group of words is for."""
    assert [] == [place for name, value in words().data.items() for place in reasons(name, value)]


def test_every_quality_has_an_opposite() -> None:
    """What names a quality, or its opposite, names one that can be said both ways."""
    held = words().data
    known = set(held["qualities"]["words"])
    meant = {*held["faults"]["words"].values(), *held["alike"]["words"].values(), *held["narrow"]["words"]}

    assert set() == meant - known


def test_no_role_of_the_shipped_pack_stands_in_the_rules(pack: Pack) -> None:
    """Neither a role's name nor a facet's stands in the Python, and no role's in the words of the language."""
    code = "\n".join(file.read_text("utf-8").lower() for file in FOLDER.glob("*.py"))
    cues = (FOLDER / "words.yaml").read_text("utf-8").lower()
    roles = [name for role in pack.roles for name in (role.slug, role.name.id.lower(), role.name.en.lower())]
    facets = [name for facet in pack.facets for name in (facet.key, facet.name.id.lower())]

    assert [] == [name for name in roles if name in code + cues]
    assert [] == [name for name in facets if re.search(rf"[\"']{re.escape(name)}[\"']", code)]
