"""Members of the roles as arrays: what they answered, what the program made of it, and which role is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.quality import FLAGS

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.signedinteger]
Truth: TypeAlias = NDArray[np.bool_]

NOBODY = -1
"""Stands for no role."""
SLICE = 20_000


class Members(NamedTuple):
    """People, an attempt each. ``responses`` (I × P, 8-bit): 1 to 5, 0 for unanswered. What the program made of them:
    ``scores`` (K × P, 0 to 100), ``probabilities`` (K × P), ``kind`` (P): the place of the verdict in ``VERDICTS``,
    ``named`` (at most 3 × P): the roles that it names, best first, then ``NOBODY``; ``doubtful`` (P): was one answer
    given throughout, or answers that no person explains? ``role`` (P): theirs, or ``NOBODY`` where it is not known;
    ``person`` (P): a number for whose attempt it is.
    """

    responses: Whole
    scores: Array
    probabilities: Array
    kind: Whole
    named: Whole
    doubtful: Truth
    role: Whole
    person: Whole

    def only(self, those: Truth | Whole) -> Members:
        """Some of them: those that are true (P), or at these places."""
        if those.dtype == bool and those.all():
            return self
        return self._replace(**{name: values[..., those] for name, values in self._asdict().items()})

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.role)

    def slices(self) -> Iterator[Members]:
        """All of them, so many at a time that what is worked out of them stays near the processor."""
        for begin in range(0, max(1, self.size), SLICE):
            part = {name: values[..., begin : begin + SLICE] for name, values in self._asdict().items()}
            yield Members(**part)


def members_of(found: Mapping[str, Any], roles: Whole, persons: Whole | None) -> Members:
    """Members from what the kernel for cohorts found of them; ``roles`` and ``persons`` are theirs, one each."""
    person = np.arange(len(roles)) if persons is None else persons
    responses = np.asarray(found["responses"])
    parts = np.split(responses, range(SLICE, max(SLICE, responses.shape[1]), SLICE), axis=1)
    doubtful = np.asarray(found["flags"])[FLAGS.index("inconsistent")] | np.concatenate([*map(is_uniform, parts)])
    names = ("scores", "probabilities", "kind", "named")
    known = {name: np.asarray(found[name]) for name in names}
    return Members(responses=responses, **known, doubtful=doubtful, role=roles, person=person)


def is_uniform(responses: Whole) -> Truth:
    """Was nothing answered (I × P), or everything alike (P)?"""
    lowest = np.where(responses > 0, responses, np.int8(HIGHEST)).min(axis=0)
    same: Truth = responses.max(axis=0) <= lowest
    return same


def first_attempts(members: Members) -> Members:
    """The first attempt of everybody, in the order of the file."""
    _, places = np.unique(members.person, return_index=True)
    return members if len(places) == members.size else members.only(np.sort(places))


def keyed(pack: Pack, responses: Whole) -> Whole:
    """Responses (I × P) turned into the direction of their facets; 0 stays unanswered."""
    keys = np.array([[item.keyed] for item in pack.items], np.int8)
    turned = np.where(keys > 0, responses, np.int8(LOWEST + HIGHEST) - responses)
    return np.where(responses > 0, turned, np.int8(0))


def places_of(pack: Pack) -> list[list[int]]:
    """Facet by facet, the places of its items."""
    found: list[list[int]] = [[] for _ in pack.facets]
    for place, item in enumerate(pack.items):
        found[pack.facet_index[item.facet]].append(place)
    return found


def facet_means(pack: Pack, responses: Whole) -> Array:
    """The mean of everybody's keyed responses to each facet (T × P, 1 to 5); NaN where none was answered."""
    given = keyed(pack, responses)
    found = np.full((len(pack.facets), responses.shape[1]), np.nan)
    for t, places in enumerate(places_of(pack)):
        total, count = given[places].sum(axis=0, dtype=np.int16), (given[places] > 0).sum(axis=0, dtype=np.int16)
        np.divide(total, count, out=found[t], where=count > 0)
    return found


def in_role(members: Members, roles: int) -> Whole:
    """How many members each role has (K)."""
    return np.bincount(members.role[members.role >= 0], minlength=roles)
