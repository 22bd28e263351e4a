"""What an author should know about a pack beyond its errors: warnings, which never make it fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerfit.core.bank import BREAKER_ITEMS, SHARE, family_items, family_support, named_breakers
from careerfit.core.explain import marks
from careerfit.core.model import Pack
from careerfit.core.scoring import SLACK
from careerfit.errors import Problem
from careerfit.pack.faults import Fault, problems
from careerfit.pack.faults import Path as Place
from careerfit.pack.files import Folder, PackFile, read_folder
from careerfit.pack.load import shipped_folder
from careerfit.pack.read import read_pack
from careerfit.pack.rules import Declared, broken_rules, declared
from careerfit.pack.sources import CATALOGUE_FILE, LOOKALIKES
from careerfit.pack.wording import message
from careerfit.text import LANGUAGES, Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

NEAR = 0.5
"""A family is barely shared, or barely not, within this much of the threshold: one relevance more or less decides."""
MOST_WORDS = 15
LABEL, NAME, DOING = 24, 34, 64
"""How many characters of a scale label, a name and a duel option a narrow screen fits."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Errors and warnings of a pack, each sorted by file and line; ``pack`` only where there is no error."""

    pack: Pack | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check_pack(path: str | Path | None = None) -> CheckReport:
    """All there is to say about the pack in that folder; without one, the shipped pack."""
    where = shipped_folder() if path is None else Path(path)
    folder = read_folder(where)
    errors = problems(chain(folder.faults, broken_rules(folder)))
    if errors:
        return CheckReport(None, errors, ())
    pack = read_pack(folder.tree)
    return CheckReport(pack, (), problems([*_pack_warnings(folder, pack), *_not_read(where)]))


def _pack_warnings(folder: Folder, pack: Pack) -> Iterator[Fault]:
    facets = declared(folder)
    for facet in facets:
        yield from _facet(facet, pack)
    yield from _barely_shared(facets, pack)
    yield from _breakers(facets, pack)
    yield from _roles(folder, pack)
    yield from _labels(folder, facets)


def _facet(facet: Declared, pack: Pack) -> Iterator[Fault]:
    if facet.key not in pack.facet_index:
        yield facet.file.fault(facet.path, message("unnamed"))
    elif not facet.items:
        yield facet.file.fault(facet.path, message("unworded"))
    for key, item in facet.items.items():
        for lang in LANGUAGES:
            if (count := len(item[lang].split())) > MOST_WORDS:
                yield facet.file.fault(
                    (*facet.path, "items", key, lang), message("long-item", count=count, most=MOST_WORDS)
                )
    for (_, before), (key, item) in pairwise(facet.items.items()):
        if before["keyed"] == item["keyed"]:
            yield facet.file.fault((*facet.path, "items", key, "keyed"), message("key-order", keyed=item["keyed"]))


def _barely_shared(facets: list[Declared], pack: Pack) -> Iterator[Fault]:
    threshold = SHARE * len(pack.roles)
    for family, support in family_support(pack.relevance, pack.facets).items():
        if abs(support - threshold) <= NEAR + SLACK:
            what = message("barely", support=_number(support), threshold=_number(threshold))
            yield _of_family(facets, family, what)


def _breakers(facets: list[Declared], pack: Pack) -> Iterator[Fault]:
    for family in named_breakers(pack.roles, pack.facets):
        if (count := len(family_items(pack.facets, family))) < BREAKER_ITEMS:
            yield _of_family(facets, family, message("breaker", count=count, least=BREAKER_ITEMS))


def _of_family(facets: list[Declared], family: str, what: Text) -> Fault:
    """A fault of a family: where it is listed, else at the first of its facets."""
    first = next(facet for facet in facets if facet.data.get("family", facet.key) == family)
    listed: Place = ("families", family)
    return first.file.fault(listed if family in first.file.data.get("families", {}) else first.path, what)


def _roles(folder: Folder, pack: Pack) -> Iterator[Fault]:
    rows = dict(zip((role.slug for role in pack.roles), pack.relevance, strict=True))
    for role in folder.roles:
        if not any(mark.alone for mark in marks(pack, pack.role_index[role.slug])):
            yield role.fault((), message("no-own-facet"))
    for first, second in combinations(folder.roles, 2):
        if rows[first.slug] == rows[second.slug]:
            yield second.fault((), message("twins", other=first.slug))


def _labels(folder: Folder, facets: list[Declared]) -> Iterator[Fault]:
    for file, place, most in _labelled(folder, facets):
        value: Any = file.data
        for part in place:
            value = value[part]
        for lang in LANGUAGES:
            if len(value[lang]) > most:
                yield file.fault((*place, lang), message("long-label", count=len(value[lang]), most=most))


def _labelled(folder: Folder, facets: list[Declared]) -> Iterator[tuple[PackFile, Place, int]]:
    """Every text that must fit a line of its own, with its place and how long it may be."""
    catalogue = folder.files[0]
    yield from ((catalogue, ("scale", at), LABEL) for at in range(len(catalogue.data["scale"])))
    for family in catalogue.data.get("families", {}):
        yield catalogue, ("families", family, "name"), NAME
    for facet in facets:
        yield facet.file, (*facet.path, "name"), NAME
        if "doing" in facet.data:
            yield facet.file, (*facet.path, "doing"), DOING


def _not_read(where: Traversable) -> Iterator[Fault]:
    for name in (entry.name for entry in where.iterdir()):
        if name.lower().endswith(LOOKALIKES) and name != CATALOGUE_FILE and not name.startswith("."):
            yield Fault(name, 0, (), message("not-read"))


def _number(value: float) -> Text:
    """A number with each language's own decimal sign."""
    text = f"{round(value, 2):g}"
    return Text(text.replace(".", ","), text)
