"""A small Gaussian model of one person, for choosing questions and for telling careless answers.

``y = mean[role][facet] + level + keyed · agreement + own deviation in the facet + noise``, in keyed responses from 1
to 5. How far a role's mean stands out, and how large the rest is, makes a person's style of answering. Level and
tendency to agree are integrated out, so that someone who rates everything high is not led into the roles that were
asked about. The model only chooses and checks; what people are shown is the score and its probability. The formulas
are those of Bayesian linear regression with a common mean (Gelman et al., Bayesian Data Analysis, ch. 14).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from careerfit.core.model import SEPARATION, Answers, Pack
from careerfit.core.scoring import OTHER, PREFERRED, keyed_response

BASE = 3.4
"""Mean keyed response where a role asks for nothing."""
AGREEMENT, AGREEMENT_SD = 0.25, 0.35
"""Mean and standard deviation of people's tendency to agree."""
CHOICES = 5


class Style(NamedTuple):
    """How somebody answers, on the response scale.

    ``separation``: how much more a member rates what their role fully asks for than what it doesn't. The others are
    standard deviations: of the person's own ``deviation`` in a facet, of their ``level``, and of the ``noise`` of one
    response.
    """

    separation: float
    deviation: float
    level: float
    noise: float

    def gain(self, count: int) -> float:
        """The weight of so many responses to a facet, once the person's own deviation in it is integrated out."""
        return 1 / (self.noise**2 + count * self.deviation**2)


USUAL = Style(SEPARATION, 0.7, 0.5, 0.9)
"""How most people answer: with it questions are chosen. A pack that real people measured has a separation of its "
"own."""
STYLES = ((USUAL, 0.79), (Style(2.0, 0.9, 0.6, 0.9), 0.1), (Style(3.0, 1.0, 0.7, 0.8), 0.1))
"""The usual and two decisive styles, with the share of people who are taken to have each."""
UNEVEN_NOISE, UNEVEN_SHARE = 0.7, 0.01
"""The noise of people who are uneven but agree with themselves, and their share."""


@dataclass(slots=True)
class Tally:
    """What is known of one facet: counts and sums of its keyed responses.

    ``count`` of all, of which ``items`` have a key; ``total`` and ``squares`` their sum and sum of squares; ``keys``
    the sum of the keys and ``keyed_total`` that of key times response. A duel has no key: agreeing can't distort it.
    """

    count: int = 0
    items: int = 0
    total: float = 0.0
    squares: float = 0.0
    keys: int = 0
    keyed_total: float = 0.0

    def add(self, response: float, key: int) -> None:
        """Count one keyed response in; ``key`` is 0 for a duel."""
        self.count += 1
        self.items += key != 0
        self.total += response
        self.squares += response * response
        self.keys += key
        self.keyed_total += key * response


class Person(NamedTuple):
    """The posterior after some answers.

    ``weights``: how likely each role is; ``level`` and ``agreement``: their expectation under each role;
    ``covariance``: variance of the level, covariance, variance of the agreement (the same for all roles);
    ``log_evidence``: the log of the answers' density, all roles being equally likely beforehand.
    """

    weights: tuple[float, ...]
    level: tuple[float, ...]
    agreement: tuple[float, ...]
    covariance: tuple[float, float, float]
    log_evidence: float


@lru_cache(maxsize=48)
def expected(pack: Pack, style: Style = USUAL) -> tuple[tuple[float, ...], ...]:
    """``mean[facet][role]``: the keyed response expected of a role's member (the same for all in shared facets).

    With a reference group, the members of all roles together, as many of each, answer the unshared facets as it does.
    """
    means = pack.reference.means if pack.reference else (None,) * len(pack.facets)
    return tuple(_expected(pack, style, t, mean) for t, mean in enumerate(means))


def _expected(pack: Pack, style: Style, t: int, typical: float | None) -> tuple[float, ...]:
    separation = pack.separation if style == USUAL else style.separation
    if pack.table.shared[t]:
        return tuple(BASE + separation * 1.0 for _ in pack.relevance)
    asked = [row[t] for row in pack.relevance]
    base = BASE if typical is None else typical - separation * sum(asked) / len(asked)
    return tuple(base + separation * e for e in asked)


def tally(pack: Pack, answers: Answers, *, duels: bool = True) -> list[Tally]:
    """What is known facet by facet (the pack's order), with or without the duels."""
    found = [Tally() for _ in pack.facets]
    for key, response in answers.responses.items():
        item = pack.item_by_key[key]
        found[pack.facet_index[item.facet]].add(keyed_response(item, response), item.keyed)
    for duel in answers.duels if duels else ():
        found[pack.facet_index[duel.preferred]].add(PREFERRED, 0)
        found[pack.facet_index[duel.other]].add(OTHER, 0)
    return found


def person(pack: Pack, known: Sequence[Tally], style: Style = USUAL) -> Person:
    """The posterior of the roles, and of level and agreement under each, in closed form."""
    means = expected(pack, style)
    size = len(pack.roles)
    a, b, d = 1 / style.level**2, 0.0, 1 / AGREEMENT_SD**2
    prior_det = a * d
    log = [0.0] * size
    level = [0.0] * size
    agreement = [AGREEMENT * d] * size
    constant = -0.5 * AGREEMENT**2 * d
    noise = 1 / style.noise**2
    for t, facet in enumerate(known):
        n = facet.count
        if not n:
            continue
        g = style.gain(n)
        shrink = style.deviation**2 * g * noise
        a += g * n
        b += g * facet.keys
        d += noise * facet.items - shrink * facet.keys**2
        agree = noise * facet.keyed_total - shrink * facet.total * facet.keys
        constant -= 0.5 * (noise * facet.squares - shrink * facet.total**2)
        constant -= 0.5 * (n * math.log(2 * math.pi) + (n - 1) * math.log(style.noise**2) - math.log(g))
        for k, mean in enumerate(means[t]):
            log[k] += g * mean * (facet.total - 0.5 * n * mean)
            level[k] += g * (facet.total - n * mean)
            agreement[k] += agree - g * facet.keys * mean
    det = a * d - b * b
    covariance = (d / det, -b / det, a / det)
    return _posterior(log, level, agreement, covariance, constant + 0.5 * math.log(prior_det / det))


def _posterior(
    log: Sequence[float],
    level: Sequence[float],
    agreement: Sequence[float],
    covariance: tuple[float, float, float],
    constant: float,
) -> Person:
    """Level and agreement from their natural parameters, the roles' weights, and the evidence."""
    ll, la, aa = covariance
    levels = tuple(ll * u + la * v for u, v in zip(level, agreement, strict=True))
    agreements = tuple(la * u + aa * v for u, v in zip(level, agreement, strict=True))
    log = [x + 0.5 * (u * p + v * q) for x, u, v, p, q in zip(log, level, agreement, levels, agreements, strict=True)]
    top = max(log)
    raw = [math.exp(x - top) for x in log]
    total = sum(raw)
    evidence = constant + top + math.log(total / len(raw))
    return Person(tuple(r / total for r in raw), levels, agreements, covariance, evidence)


def outlook(state: Person, facet: Tally, means: Sequence[float]) -> tuple[list[float], float, float]:
    """A facet as the model sees it: expected value under each role (without agreement), how much of the level's
    uncertainty it carries (0 to 1), and the variance of the person's own deviation that is left.
    """
    n = facet.count
    pull = USUAL.deviation**2 * USUAL.gain(n)
    values = [
        mean + level + pull * (facet.total - n * (mean + level) - facet.keys * agreement)
        for mean, level, agreement in zip(means, state.level, state.agreement, strict=True)
    ]
    return values, 1 - pull * n, pull * USUAL.noise**2


def spread(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted variance of what the roles lead one to expect."""
    mean = sum(w * v for w, v in zip(weights, values, strict=True))
    return sum(w * (v - mean) ** 2 for w, v in zip(weights, values, strict=True))


def coherence(pack: Pack, answers: Answers) -> float:
    """How much better a person explains these responses than dice do: the log of the likelihood ratio; 0 for none.

    A person-fit index in the sense of Drasgow, Levine and Williams (1985): the person's likelihood is the mean over the
    styles of answering, each as heavy as it is common, with the role and the person's parameters integrated out; dice
    give each of the five responses alike often.
    """
    known = tally(pack, answers, duels=False)
    dice = len(answers.responses) * math.log(CHOICES)
    logs = [math.log(share) + person(pack, known, style).log_evidence + dice for style, share in STYLES]
    logs.append(math.log(UNEVEN_SHARE) + self_agreement(known))
    top = max(logs)
    return top + math.log(sum(math.exp(log - top) for log in logs))


def self_agreement(known: Sequence[Tally]) -> float:
    """How much better somebody uneven explains these responses than dice do, as a log of a likelihood ratio.

    Their facets lie anywhere on the scale alike often, so that one response to a facet says nothing; several agree up
    to the noise, once the tendency to agree is integrated out. ``known`` is without duels.
    """
    noise = 1 / UNEVEN_NOISE**2
    prior = 1 / AGREEMENT_SD**2
    precision, natural, constant = prior, AGREEMENT * prior, -0.5 * AGREEMENT**2 * prior
    for facet in known:
        n = facet.count
        if not n:
            continue
        precision += noise * (n - facet.keys**2 / n)
        natural += noise * (facet.keyed_total - facet.total * facet.keys / n)
        constant -= 0.5 * noise * (facet.squares - facet.total**2 / n)
        constant += (n - 1) * (math.log(CHOICES) + 0.5 * math.log(noise / (2 * math.pi))) - 0.5 * math.log(n)
    return constant + 0.5 * (natural**2 / precision + math.log(prior / precision))
