"""How well a person of any style explains a form, against dice: the model of one person, in closed form."""

from __future__ import annotations

import math

from ibis.expr.types import Table

from careerfit.cohort.forms import AGREEMENT_PRECISION
from careerfit.cohort.responses import ANSWERED
from careerfit.cohort.vectors import Column, added, greatest
from careerfit.core.model import Pack
from careerfit.core.person import CHOICES, STYLES, UNEVEN_SHARE
from careerfit.core.quality import INCOHERENT


def with_coherence(pack: Pack, people: Table) -> Table:
    """People with a column ``inconsistent``."""
    logs = []
    for s, (style, share) in enumerate(STYLES):
        level, cross, agreement = (people[f"{name} precision of {s}"] for name in ("level", "cross", "agreement"))
        people = people.mutate((level * agreement - cross * cross).name(f"det of {s}"))
        people = people.mutate(**{f"weight {k} of {s}": _log_weight(people, k, s) for k in range(len(pack.roles))})
        people = people.mutate(
            greatest([people[f"weight {k} of {s}"] for k in range(len(pack.roles))]).name(f"top of {s}")
        )
        fixed = 0.5 * math.log(AGREEMENT_PRECISION / style.level**2) - math.log(len(pack.roles)) + math.log(share)
        people = people.mutate((_evidence(pack, people, s) + fixed).name(f"evidence of {s}"))
        logs.append(f"evidence of {s}")
    people = people.mutate((_uneven(people) + math.log(UNEVEN_SHARE)).name("evidence of uneven"))
    logs.append("evidence of uneven")
    people = people.mutate(greatest([people[name] for name in logs]).name("top evidence"))
    together = added([(people[name] - people["top evidence"]).exp() for name in logs])
    return people.mutate((people["top evidence"] + together.ln() <= INCOHERENT).name("inconsistent"))


def _log_weight(people: Table, k: int, s: int) -> Column:
    """The log of a role's weight in a style, level and agreement integrated out."""
    u, v = (people[f"{name} of {s}"] - people[f"expected {name} {k} of {s}"] for name in ("level", "agreement"))
    level, cross, agreement = (people[f"{name} precision of {s}"] for name in ("level", "cross", "agreement"))
    squares = u * u * agreement - u * v * cross * 2.0 + v * v * level
    return people[f"log {k} of {s}"] + squares / (people[f"det of {s}"] * 2.0)


def _evidence(pack: Pack, people: Table, s: int) -> Column:
    """The log of the likelihood ratio of a style against dice, less what is the same for everybody."""
    top = people[f"top of {s}"]
    together = added([(people[f"weight {k} of {s}"] - top).exp() for k in range(len(pack.roles))])
    evidence = people[f"constant of {s}"] + top + together.ln() - people[f"det of {s}"].ln() * 0.5
    return evidence + people[ANSWERED] * math.log(CHOICES)


def _uneven(people: Table) -> Column:
    """The same for somebody uneven who agrees with themselves."""
    precision, natural = people["uneven precision"], people["uneven natural"]
    fit = natural * natural / precision - precision.ln() + math.log(AGREEMENT_PRECISION)
    return people["uneven constant"] + fit * 0.5
