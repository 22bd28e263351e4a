"""The fingerprint: the same content, the same digits, and any other content, others."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from careerfit.core.model import Pack
from careerfit.pack import load_pack
from careerfit.pack.folder import read_folder
from careerfit.pack.values import fingerprint

from .broken import BASE
from .conftest import Edit

IN_ORDER = {"facets", "items"}
"""Mappings whose order is content: the order of the questions."""


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same content with the keys of its mappings in another order."""
    if isinstance(value, list):
        return [shuffled(each, chance) for each in value]
    if not isinstance(value, dict):
        return value
    pairs = list(value.items())
    if key not in IN_ORDER:
        chance.shuffle(pairs)
    return {name: shuffled(each, chance, name) for name, each in pairs}


def texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all single values."""
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(each, (*path, key))
    else:
        yield path


def test_sixteen_hex_digits(pack: Pack) -> None:
    """A fingerprint is short enough for an answer code and long enough to tell packs apart."""
    assert re.fullmatch("[0-9a-f]{16}", pack.fingerprint)


def test_loading_twice_gives_the_same_pack(base: Path) -> None:
    """Loading depends on the files alone."""
    first, second = load_pack(base), load_pack(base)

    assert (first.fingerprint, first.roles, first.facets, first.items, first.relevance) == (
        second.fingerprint,
        second.roles,
        second.facets,
        second.items,
        second.relevance,
    )


@pytest.mark.parametrize("seed", range(5))
def test_layout_comments_and_key_order_do_not_matter(base: Path, seed: int) -> None:
    """However the YAML is laid out, the same content has the same fingerprint and makes the same roles and facets."""
    before, chance = load_pack(base), random.Random(seed)
    for file in base.rglob("*.yaml"):
        content = shuffled(yaml.safe_load(file.read_text(encoding="utf-8")), chance)
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=bool(seed % 2), default_flow_style=seed == 2)
        file.write_text(f"# a comment\n{text}", encoding="utf-8")
    after = load_pack(base)

    assert (before.fingerprint, before.roles, before.facets) == (after.fingerprint, after.roles, after.facets)


def test_one_is_one_however_it_is_written(edited: Edit) -> None:
    """A number counts by its value."""
    assert (
        load_pack(BASE).fingerprint
        == load_pack(edited("roles/penyunting.yaml", "relevance: 1}", "relevance: 1.0}")).fingerprint
    )


def test_the_order_of_the_questions_matters(base: Path) -> None:
    """Facets in another order are other questions in a row: an answer code of one must not replay on the other."""
    before = load_pack(base).fingerprint
    file = base / "catalogue.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    content["facets"] = dict(reversed(content["facets"].items()))
    file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")

    assert before != load_pack(base).fingerprint


def test_any_other_value_gives_another_fingerprint() -> None:
    """Every single value of every file counts."""
    folder = read_folder(BASE)
    before, seen = fingerprint(folder.values), set()
    places = [(file, path) for file in folder.files for path in texts(file.data)]
    for file, path in places:
        *way, last = path
        holder: Any = file.data
        for part in way:
            holder = holder[part]
        kept, holder[last] = holder[last], "something else"
        seen.add(fingerprint(folder.values))
        holder[last] = kept

    assert len(places) == len(seen - {before})


def test_the_name_of_a_roles_file_counts(base: Path) -> None:
    """A role under another slug is another role."""
    before = load_pack(base).fingerprint
    (base / "roles" / "penulis.yaml").rename(base / "roles" / "pengarang.yaml")

    assert before != load_pack(base).fingerprint


def test_a_lost_file_gives_another_fingerprint() -> None:
    """Each file is part of the content."""
    folder = read_folder(BASE)
    fewer = dict(list(folder.values.items())[:-1])

    assert fingerprint(folder.values) != fingerprint(fewer)
