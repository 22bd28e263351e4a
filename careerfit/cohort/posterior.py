"""How well a person explains a form, against dice: the model of one person, in closed form."""

from __future__ import annotations

import math

from ibis.expr.types import Table

from careerfit.cohort.forms import AGREEMENT_PRECISION
from careerfit.cohort.responses import ANSWERED
from careerfit.cohort.vectors import Column, added, greatest
from careerfit.core.model import Pack
from careerfit.core.person import CHOICES, LEVEL_SD
from careerfit.core.quality import INCOHERENT

PRIOR_DET = AGREEMENT_PRECISION / LEVEL_SD**2


def with_coherence(pack: Pack, people: Table) -> Table:
    """People with a column ``inconsistent``."""
    level, cross, agreement = (people[f"{name} precision"] for name in ("level", "cross", "agreement"))
    people = people.mutate((level * agreement - cross * cross).name("det"))
    people = people.mutate(**{f"log {k}": _log_weight(people, k) for k in range(len(pack.roles))})
    logs = [people[f"log {k}"] for k in range(len(pack.roles))]
    people = people.mutate(greatest(logs).name("top log"))
    return people.mutate((_coherence(pack, people) <= INCOHERENT).name("inconsistent"))


def _log_weight(people: Table, k: int) -> Column:
    """The log of a role's weight, level and agreement integrated out."""
    u, v = (people[name] - people[f"expected {name} {k}"] for name in ("level", "agreement"))
    level, cross, agreement = (people[f"{name} precision"] for name in ("level", "cross", "agreement"))
    squares = u * u * agreement - u * v * cross * 2.0 + v * v * level
    return people[f"log {k}"] + squares / (people["det"] * 2.0)


def _coherence(pack: Pack, people: Table) -> Column:
    top = people["top log"]
    size = len(pack.roles)
    together = added([(people[f"log {k}"] - top).exp() for k in range(size)])
    fixed = 0.5 * math.log(PRIOR_DET) - math.log(size)
    evidence = people["constant"] + top + together.ln() - people["det"].ln() * 0.5 + fixed
    return evidence + people[ANSWERED] * math.log(CHOICES)
