"""Roles side by side: what all of them ask for alike, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.model import Facet, Pack
from careerfit.report.views.profile import SentenceView, sentence_view
from careerfit.report.words import profile as words
from careerfit.report.words.numbers import join
from careerfit.text import Lang, Text

SIGNS = {1.0: "●", 0.5: "◐", 0.0: "·"}


@dataclass(frozen=True, slots=True)
class Demand:
    """How much each role (in order) asks for a facet: ``signs`` and the same in ``said`` words."""

    facet: str
    signs: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemandGroup:
    """The traits, or the interests, that differ."""

    title: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """A role with its sentences on how it differs from a similar profession."""

    role: str
    slug: str
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two or more roles side by side; ``same`` names what all ask for alike."""

    lang: Lang
    title: str
    roles: tuple[str, ...]
    slugs: tuple[str, ...]
    same: tuple[str, ...]
    groups: tuple[DemandGroup, ...]
    differences: tuple[Differences, ...]


def compare_view(pack: Pack, slugs: Sequence[str], lang: Lang) -> CompareView:
    """The roles of these slugs side by side, in the order given."""
    names = tuple(pack.role(slug).name.clean(lang) for slug in slugs)
    rows = {facet.key: _relevances(pack, slugs, facet) for facet in pack.facets}
    return CompareView(
        lang=lang,
        title=words.COMPARE_TITLE.say(lang, roles=join(names, lang)),
        roles=names,
        slugs=tuple(slugs),
        same=_same(pack, rows, lang),
        groups=_groups(pack, rows, lang),
        differences=tuple(_differences(pack, slug, lang) for slug in slugs),
    )


def _relevances(pack: Pack, slugs: Sequence[str], facet: Facet) -> tuple[float, ...]:
    t = pack.facet_index[facet.key]
    return tuple(pack.relevance[pack.role_index[slug]][t] for slug in slugs)


def _same(pack: Pack, rows: dict[str, tuple[float, ...]], lang: Lang) -> tuple[str, ...]:
    """The families that nearly every role asks for, then the other facets that these ask for equally."""
    shared = dict.fromkeys(facet.family for facet in pack.facets if facet.key in pack.shared)
    equal = [facet for facet in _telling(pack) if min(rows[facet.key]) == max(rows[facet.key]) > 0]
    names = [_weighed(facet.name.clean(lang), rows[facet.key][0], lang) for facet in equal]
    return (*(pack.families[family].clean(lang) for family in shared), *names)


def _weighed(facet: str, relevance: float, lang: Lang) -> str:
    """A facet's name, and that it is asked for only a little where it is."""
    return facet if relevance >= 1 else words.A_LITTLE.say(lang, facet=facet)


def _groups(pack: Pack, rows: dict[str, tuple[float, ...]], lang: Lang) -> tuple[DemandGroup, ...]:
    differing = [facet for facet in _telling(pack) if min(rows[facet.key]) < max(rows[facet.key])]
    groups = [
        _group(title, [facet for facet in differing if facet.kind == kind], rows, lang)
        for kind, title in (("trait", words.TRAIT), ("interest", words.INTEREST))
    ]
    return tuple(group for group in groups if group.demands)


def _group(title: Text, facets: Sequence[Facet], rows: dict[str, tuple[float, ...]], lang: Lang) -> DemandGroup:
    """What the first role asks for most stands first, so that each role's marks lie together."""
    ordered = sorted(facets, key=lambda facet: tuple(-e for e in rows[facet.key]))
    return DemandGroup(title.pick(lang), tuple(_demand(facet, rows[facet.key], lang) for facet in ordered))


def _demand(facet: Facet, row: Sequence[float], lang: Lang) -> Demand:
    return Demand(
        facet=facet.name.clean(lang),
        signs=tuple(SIGNS[e] for e in row),
        said=tuple(words.MARK_WORDS[e].pick(lang) for e in row),
    )


def _differences(pack: Pack, slug: str, lang: Lang) -> Differences:
    role = pack.role(slug)
    sentences = tuple(sentence_view(pack, s.text, s.evidence, lang) for s in role.section("differences"))
    return Differences(role.name.clean(lang), slug, sentences)


def _telling(pack: Pack) -> list[Facet]:
    """The facets that can tell roles apart at all."""
    return [facet for facet in pack.facets if facet.key not in pack.shared]
