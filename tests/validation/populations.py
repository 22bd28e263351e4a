"""Simulated populations with known truth, many people at once: members of the roles, with faults that are planted.

The people are those of ``careerfit.simulation.respondents``: latent value ``4.4 − Δ + Δ·e + halo + own``, response
``clip(round(latent + agreement + noise), 1, 5)``, reversed items mirrored, some careless.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerfit.cohort.arrays import weights_of
from careerfit.cohort.kernel import score
from careerfit.core.model import Pack
from careerfit.simulation.respondents import CEILING, LEVELS, MIRROR, Level
from careerfit.validation.members import Members, members_of

Array = NDArray[Any]
SLICE = 20_000
"""So many people are scored at a time."""


@dataclass(frozen=True)
class Faults:
    """What is planted: relevances that members turn round (role and facet, by place), items that are keyed wrongly, and
    items that measure nothing; ``popular``: by how much everybody claims each facet more readily.
    """

    turned: tuple[tuple[int, int], ...] = ()
    miskeyed: tuple[int, ...] = ()
    empty: tuple[int, ...] = ()
    popular: tuple[float, ...] = field(default=())


NONE = Faults()


@dataclass(frozen=True)
class People:
    """Members of the roles, before they answer: their ``role``, ``latent`` values (T × P) and ``agreement`` (P)."""

    level: Level
    role: Array
    latent: Array
    agreement: Array
    faults: Faults


def people(pack: Pack, level: Level, role: Array, random: np.random.Generator, faults: Faults = NONE) -> People:
    """Members of these roles (P)."""
    asked = np.where(np.array(pack.table.shared), 1.0, np.array(pack.relevance))
    for k, t in faults.turned:
        asked[k, t] = 1 - asked[k, t]
    return _of_whom_is_asked(level, role, asked[role].T, random, faults)


def outsiders(pack: Pack, level: Level, role: Array, random: np.random.Generator, faults: Faults = NONE) -> People:
    """People who have as much to say for themselves as members of these roles (P), in facets that go with no role: the
    relevances of their role's unshared facets, dealt anew for each of them.
    """
    unshared = np.flatnonzero(~np.array(pack.table.shared))
    asked = np.ones((len(pack.facets), len(role)))
    asked[unshared] = random.permuted(np.array(pack.relevance)[role][:, unshared], axis=1).T
    return _of_whom_is_asked(level, role, asked, random, faults)


def _of_whom_is_asked(level: Level, role: Array, asked: Array, random: np.random.Generator, faults: Faults) -> People:
    latent = CEILING - level.gap + level.gap * asked
    latent = latent + random.normal(0, level.halo, len(role)) + random.normal(0, level.own, latent.shape)
    if faults.popular:
        latent = latent + np.array(faults.popular)[:, None]
    return People(level, role, latent, random.normal(level.agreement, level.agreement_sd, len(role)), faults)


def answers(pack: Pack, who: People, random: np.random.Generator, *, careless: bool = True) -> Array:
    """Their responses (I × P), of the level's share of careless ones at random or all alike."""
    facet = [pack.facet_index[item.facet] for item in pack.items]
    keyed = np.array([[item.keyed] for item in pack.items])
    keyed[list(who.faults.miskeyed)] *= -1
    meant = np.where(keyed > 0, who.latent[facet], MIRROR - who.latent[facet])
    noise = random.normal(0, who.level.noise, meant.shape)
    found = np.clip(np.rint(meant + who.agreement + noise), 1, 5).astype(np.int8)
    for place in who.faults.empty:
        apart = random.normal(3.5, (who.level.own**2 + who.level.noise**2) ** 0.5, len(who.role))
        found[place] = np.clip(np.rint(apart), 1, 5)
    fate = random.random(len(who.role))
    dice, alike = fate < who.level.careless / 2, (fate >= who.level.careless / 2) & (fate < who.level.careless)
    if careless:
        found[:, dice] = random.integers(1, 6, (len(found), int(dice.sum())))
        found[:, alike] = random.integers(1, 6, int(alike.sum()))
    return found


def scored(pack: Pack, responses: Array, role: Array, person: Array | None = None) -> Members:
    """What the program makes of them."""
    weights = weights_of(pack)
    parts = [score(weights, responses[:, n : n + SLICE]) for n in range(0, responses.shape[1], SLICE)]
    found = {name: np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in parts[0]._fields}
    return members_of({"responses": responses, **found}, role, person)


def population(  # what makes people up
    pack: Pack,
    level: str,
    each: int,
    random: np.random.Generator,
    faults: Faults = NONE,
    *,
    careless: bool = True,
    twice: bool = False,
) -> Members:
    """So many members of each role, who answer once or twice."""
    role = np.repeat(np.arange(len(pack.roles)), each)
    who = people(pack, LEVELS[level], role, random, faults)
    first = answers(pack, who, random, careless=careless)
    if not twice:
        return scored(pack, first, role)
    both = np.concatenate([first, answers(pack, who, random, careless=careless)], axis=1)
    return scored(pack, both, np.tile(role, 2), np.tile(np.arange(len(role)), 2))


def mislabelled(pack: Pack, level: str, each: int, random: np.random.Generator) -> Members:
    """Members of whom one in six is said to have a role drawn by lot."""
    members = population(pack, level, each, random)
    those = random.random(members.size) < 1 / 6
    return members._replace(role=np.where(those, random.integers(0, len(pack.roles), members.size), members.role))


def half_quick(pack: Pack, level: str, each: int, random: np.random.Generator) -> Members:
    """Members of whom every other one answered 30 items alone."""
    members = population(pack, level, each, random)
    gaps = random.permuted(np.tile(np.arange(len(pack.items))[:, None] >= 30, members.size), axis=0)
    gaps[:, ::2] = False
    return scored(pack, np.where(gaps, np.int8(0), members.responses), members.role)


def contradicting(pack: Pack, level: str, each: int, random: np.random.Generator) -> Members:
    """Members who turn one relevance in six round, of those that are 0 or 1; the same ones each time."""
    cells = [(k, t) for k in range(len(pack.roles)) for t in range(k + 3, len(pack.facets), 6)]
    turned = [(k, t) for k, t in cells if pack.relevance[k][t] in (0, 1) and not pack.table.shared[t]]
    return population(pack, level, each, random, Faults(turned=tuple(turned)))


WRONG = {"roles": mislabelled, "forms": half_quick, "relevances": contradicting}
"""Populations whom the model of normal scores, or the descriptions, do not fit: what is wrong → how they are made."""
