"""Loading: four times as much takes at most about four times as long, also where it was made to take for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from careerfit.cli.commands.score import gather
from careerfit.core.model import Pack
from careerfit.errors import CareerfitError
from careerfit.pack import load_pack
from careerfit.pack.limits import MOST_BELIEFS, MOST_PARTS
from tests.pack.broken import BASE

TIMES = 4
BOUND = 1.5 * TIMES
"""How many times as long four times as much may take; what grows with the square takes sixteen times as long."""
ROUNDS = 5

Files = Mapping[str, str]
"""A pack's files by their names."""

CATALOGUE = """\
name: besar
version: "1"
title: {id: "Besar", en: "Large"}
scale: [{id: a, en: b}, {id: c, en: d}, {id: e, en: f}, {id: g, en: h}, {id: i, en: j}]
facets:
"""
FACET = '  f{n}:\n    kind: trait\n    name: {{id: "Faset {n}", en: "Facet {n}"}}\n    items:\n'
ITEM = '      f{n}-{m}: {{keyed: {keyed}, id: "Butir {n} {m}", en: "Item {n} {m}"}}\n'
SENTENCE = '    - id: "Kalimat"\n      en: "Sentence"\n      names:\n'
NAME = "        {key}: {{id: Kalimat, en: Sentence}}\n"
ROLE = 'name: {{id: "Peran {n}", en: "Role {n}"}}\nsections:\n'


def facet(n: int) -> str:
    """A facet with four items of its own."""
    return FACET.format(n=n) + "".join(ITEM.format(n=n, m=m, keyed=(-1, 1)[m % 2]) for m in range(1, 5))


def role(n: int, keys: list[str]) -> str:
    """A role whose sentences name these facets, ten each."""
    named = "".join(
        SENTENCE + "".join(NAME.format(key=key) for key in keys[at : at + 10]) for at in range(0, len(keys), 10)
    )
    return ROLE.format(n=n) + "".join(f"  {section}:\n{named}" for section in ("duties", "cocok", "tidak_cocok"))


def sound(n: int) -> Files:
    """A pack with ``n`` facets, four times as many items, and ten roles that name them all."""
    keys = [f"f{number}" for number in range(n)]
    roles = {f"roles/r{number}.yaml": role(number, keys) for number in range(10)}
    return {"catalogue.yaml": CATALOGUE + "".join(map(facet, range(n))), **roles}


def unknown_facets(n: int) -> Files:
    """Ten times ``n`` unknown facets that are much like each other, and ``n`` that are known."""
    known = "".join(facet(number) for number in range(n))
    keys = [f"{'ab' * 20}{number:05}" for number in range(10 * n)]
    return {"catalogue.yaml": CATALOGUE + known, "roles/p.yaml": role(1, keys), "roles/q.yaml": role(2, keys)}


def based(text: str) -> Files:
    """The small pack with another file for one of its roles."""
    files = {str(file.relative_to(BASE)): file.read_text(encoding="utf-8") for file in BASE.rglob("*.yaml")}
    return files | {"roles/penulis.yaml": text}


def marks(n: int) -> Files:
    """A name in which marks pile up over one letter, in the order that takes longest to sort."""
    return based('name: {id: a, en: "e' + "\u0301" * 100 * n + "\u0323" * 100 * n + '"}\n')


def directives(n: int) -> Files:
    """Directives that a parser compares with each other."""
    return based("".join(f"%TAG !{number:05}! x\n" for number in range(100 * n)) + "---\na: 1\n")


def quotes(n: int) -> Files:
    """The most quotes that a role may have, each of which nearly stands in all of its ``n`` sentences."""
    told = '    - {{id: "{0}", en: "{0}"}}\n'.format("a" * 1000) * n
    part = '      - {{id: "{0}b{0}", en: "{0}b{0}"}}\n'.format("a" * 100) * MOST_PARTS
    belief = "  - statement: {id: a, en: b}\n    holds: true\n    reality:\n" + part
    return based(f"{ROLE.format(n=1)}  expectations:\n{told}beliefs:\n{belief * MOST_BELIEFS}")


def laughs(n: int) -> Files:
    """Anchors and aliases, each of the one before twice."""
    return based("a0: &a0 x\n" + "".join(f"a{m + 1}: &a{m + 1} [*a{m}, *a{m}]\n" for m in range(20 * n)))


def seconds(call: Callable[[], object]) -> float:
    """How long the processor takes for one call, whatever comes of it."""
    begun = process_time()
    with suppress(CareerfitError):
        call()
    return process_time() - begun


def ratio(small: Callable[[], object], large: Callable[[], object]) -> float:
    """How many times as long the larger call takes: of the quickest of several rounds, in turn."""
    rounds = [(seconds(small), seconds(large)) for _ in range(ROUNDS)]
    quick, slow = (min(column) for column in zip(*rounds, strict=True))
    return slow / quick


@pytest.mark.parametrize("files", [sound, unknown_facets, marks, directives, quotes, laughs])
def test_four_times_the_pack_takes_four_times_as_long(tmp_path: Path, files: Callable[[int], Files]) -> None:
    """A pack that is four times as large, within all limits or not, takes at most six times as long to read."""
    for size in (50, 50 * TIMES):
        for name, text in files(size).items():
            (tmp_path / str(size) / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / str(size) / name).write_text(text, encoding="utf-8")

    assert ratio(lambda: load_pack(tmp_path / "50"), lambda: load_pack(tmp_path / "200")) <= BOUND


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_four_times_the_answers_take_four_times_as_long(pack: Pack, tmp_path: Path, suffix: str) -> None:
    """An answers file with four times as many unknown keys, up to the most, takes at most six times as long."""
    for size in (1_250, 1_250 * TIMES):
        pairs = ",\n".join(f'"kepemimpina-{number}": 4' for number in range(size))
        (tmp_path / f"{size}{suffix}").write_text("{" + pairs + "}", encoding="utf-8")
    small, large = (str(tmp_path / f"{size}{suffix}") for size in (1_250, 5_000))

    assert ratio(lambda: gather(pack, small, None, []), lambda: gather(pack, large, None, [])) <= BOUND


def test_the_largest_of_all_is_a_pack(tmp_path: Path) -> None:
    """What is measured is a sound pack, not a refusal."""
    for name, text in sound(200).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    found = load_pack(tmp_path)

    assert (200, 800, 10) == (len(found.facets), len(found.items), len(found.roles))
