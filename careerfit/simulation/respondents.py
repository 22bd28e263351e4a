"""Simulated respondents: members of the roles, people of other styles, and some who don't read. Nobody real is in it.

A member's latent value of a facet is ``4.4 − Δ + Δ·e + halo + N(0, τ)``, with the role's relevance ``e`` (1 for
shared facets); a response is ``clip(round(latent + acquiescence + N(0, σ)), 1, 5)``, the latent value mirrored for
reversed items.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from careerfit.core.model import HIGHEST, LOWEST, Duel, Item, Pack, Side

CEILING = 4.4
MIRROR = LOWEST + HIGHEST


@dataclass(frozen=True, slots=True)
class Level:
    """How clearly people differ and how noisily they answer; standard deviations on the response scale.

    ``gap`` is Δ, ``own`` τ, ``noise`` σ; ``agreement`` the mean acquiescence; ``careless`` the share of people of
    whom half answer at random and half give one answer throughout.
    """

    name: str
    gap: float
    own: float
    halo: float
    noise: float
    agreement: float
    agreement_sd: float
    careless: float


MODERATE = Level("moderate", 1.2, 0.7, 0.35, 0.75, 0.5, 0.25, 0.10)
REALISTIC = Level("realistic", 0.8, 0.7, 0.35, 0.96, 0.04, 0.23, 0.05)
WEAK = replace(REALISTIC, name="weak", gap=0.45)
LEVELS: Mapping[str, Level] = {level.name: level for level in (MODERATE, REALISTIC, WEAK)}
BLUR = 0.15
"""Standard deviation of a relevance that is not wrong, where some are, around what the description says."""
POPULAR = 0.4
"""Standard deviation, over facets, of how much more readily than others everybody claims one."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """One simulated person: position of the role they belong to, latent values (None: careless), all responses."""

    role: int
    latent: Sequence[float] | None
    responses: Mapping[str, int]
    random: Random
    noise: float

    @property
    def careful(self) -> bool:
        """Does this person read what they answer?"""
        return self.latent is not None

    def prefer(self, pack: Pack, duel: Duel) -> Side:
        """The side of a duel that this person takes: the one whose latent value, with fresh noise, is higher."""
        if self.latent is None:
            return self.random.choice(("left", "right"))
        left, right = (
            self.latent[pack.facet_index[key]] + self.random.gauss(0, self.noise) for key in (duel.left, duel.right)
        )
        return "left" if left > right else "right"


def member(  # noqa: PLR0913, PLR0917  # what makes a person up
    pack: Pack, level: Level, role: int, random: Random, wrong: float = 0.0, popular: Sequence[float] = ()
) -> Respondent:
    """A member of the role at that position, careless ones among them.

    ``wrong``: the share of the role's relevances that its description has the wrong way round; ``popular``: facet by
    facet, how much more readily everybody claims it.
    """
    latent = latent_values(level, asked(pack, role, random, wrong), random)
    latent = [value + more for value, more in zip(latent, popular, strict=True)] if popular else latent
    agreement = random.gauss(level.agreement, level.agreement_sd)
    fate = random.random()
    if fate < level.careless / 2:
        return dice(pack, role, random)
    if fate < level.careless:
        return straight(pack, role, random.randint(LOWEST, HIGHEST), random)
    return answering(pack, role, latent, agreement, level.noise, random)


def asked(pack: Pack, role: int, random: Random, wrong: float = 0.0) -> list[float]:
    """What members of a role are taken to be asked for, facet by facet: its relevances, 1 for shared facets.

    With ``wrong`` above 0 that share of the others is the wrong way round, and the rest is blurred.
    """
    found = []
    for facet, relevance in zip(pack.facets, pack.relevance[role], strict=True):
        if facet.key in pack.shared:
            found.append(1.0)
        elif not wrong:
            found.append(relevance)
        else:
            found.append(1 - relevance if random.random() < wrong else relevance + random.gauss(0, BLUR))
    return found


def latent_values(level: Level, asked: Sequence[float], random: Random) -> list[float]:
    """Latent values of every facet, in the pack's order, of somebody whose role asks for that."""
    halo = random.gauss(0, level.halo)
    return [CEILING - level.gap + level.gap * e + halo + random.gauss(0, level.own) for e in asked]


def popularity(pack: Pack, random: Random) -> list[float]:
    """Facet by facet, how much more readily than others everybody claims it."""
    return [random.gauss(0, POPULAR) for _ in pack.facets]


def decisive(  # noqa: PLR0913, PLR0917  # what makes a person up
    pack: Pack, role: int, high: int, low: int, noise: float, random: Random
) -> Respondent:
    """Someone who rates what their role asks for, and what is shared, ``high``, and everything else ``low``.

    What it half asks for lies halfway, rounded up.
    """
    steps = {1.0: high, 0.5: (high + low + 1) // 2, 0.0: low}
    return answering(pack, role, [float(steps[e]) for e in asked(pack, role, random)], 0.0, noise, random)


def uneven(pack: Pack, role: int, noise: float, random: Random) -> Respondent:
    """Someone whose facets lie at either end of the scale at random, and who agrees with themselves."""
    return answering(pack, role, [float(random.choice((LOWEST, HIGHEST))) for _ in pack.facets], 0.0, noise, random)


def answering(  # noqa: PLR0913, PLR0917  # what makes a person up
    pack: Pack, role: int, latent: Sequence[float], agreement: float, noise: float, random: Random
) -> Respondent:
    """Someone with these latent values who reads every item."""
    responses = {
        item.key: respond(item, latent[pack.facet_index[item.facet]], agreement + random.gauss(0, noise))
        for item in pack.items
    }
    return Respondent(role, latent, responses, random, noise)


def respond(item: Item, latent: float, shift: float) -> int:
    """One response: the latent value (mirrored for a reversed item) and a shift, rounded and kept on the scale."""
    value = latent if item.keyed > 0 else MIRROR - latent
    return min(HIGHEST, max(LOWEST, round(value + shift)))


def low_in(pack: Pack, level: Level, family: str, mean: float, random: Random) -> Respondent:
    """Someone whose latent values in one family have exactly this mean; otherwise like a member of a role by chance."""
    role = random.randrange(len(pack.roles))
    latent = latent_values(level, asked(pack, role, random), random)
    places = [t for t, facet in enumerate(pack.facets) if facet.family == family]
    shift = mean - sum(latent[t] for t in places) / len(places)
    for t in places:
        latent[t] += shift
    return answering(pack, role, latent, random.gauss(level.agreement, level.agreement_sd), level.noise, random)


def dice(pack: Pack, role: int, random: Random) -> Respondent:
    """Someone who answers at random, all five responses alike."""
    responses = {item.key: random.randint(LOWEST, HIGHEST) for item in pack.items}
    return Respondent(role, None, responses, random, 0.0)


def straight(pack: Pack, role: int, response: int, random: Random) -> Respondent:
    """Someone who gives one answer throughout."""
    return Respondent(role, None, dict.fromkeys((item.key for item in pack.items), response), random, 0.0)
