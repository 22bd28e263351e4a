"""What is worked out from one person's answers, as values: from a facet's value to the whole result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from careerfit.core.model import Answers, Evidence, Pack
from careerfit.text import Lang, Text

VerdictKind: TypeAlias = Literal["clear", "tie", "unclear", "misfit"]


class FacetValue(NamedTuple):
    """A facet as answered: ``x`` in [0, 1], the mean of ``count`` keyed responses (items and duels).

    ``x`` of a facet with no response is what the method takes it for, and ``count`` is 0.
    """

    x: float
    count: int  # type: ignore[assignment]  # nobody needs the method of tuples that it hides

    @property
    def rating(self) -> float:
        """The same on the response scale, 1 to 5."""
        return 1 + 4 * self.x


class Contribution(NamedTuple):
    """The points that one facet adds to, or takes from, a role's score; ``facet`` None: all unanswered ones together.

    ``value`` is the facet's value from 1 to 5 (None with ``facet`` None).
    """

    facet: str | None
    value: float | None
    points: float
    evidence: tuple[Evidence, ...] = ()


class Alert(NamedTuple):
    """A facet that a tidak cocok sentence of the role names and that the person rates at 2.0 or less."""

    role: str
    facet: str
    value: float
    evidence: Evidence


class Field(NamedTuple):
    """Does the line of work suit the person at all? ``score`` 0 to 100, ``families`` their means from 1 to 5."""

    score: float
    families: Mapping[str, float | None]
    alerts: tuple[Alert, ...]


class Verdict(NamedTuple):
    """What can be said: the kind, the roles it names (none for ``unclear`` and ``misfit``), their probability."""

    kind: VerdictKind
    roles: tuple[str, ...]
    probability: float | None


class Ranked(NamedTuple):
    """One role's place: score 0 to 100, probability 0 to 1, and the contributions that make up the score."""

    rank: int
    role: str
    name: Text
    score: float
    probability: float
    contributions: tuple[Contribution, ...]


class RunnerUp(NamedTuple):
    """The second role, how far it lies behind in points, and that gap facet by facet (its parts add up to it)."""

    role: str
    gap: float
    contributions: tuple[Contribution, ...]


class Change(NamedTuple):
    """Another response to one item."""

    item: str
    before: int
    after: int


class Flip(NamedTuple):
    """A smallest change of answers that would put another role first."""

    changes: tuple[Change, ...]
    leader: str


class Quality(NamedTuple):
    """How the answers were given: ``answered`` of ``total`` items, and flags (``long_run``, ``inconsistent``)."""

    answered: int
    total: int
    flags: tuple[str, ...]


class Result(NamedTuple):
    """Everything that is known about one person's answers, as data; ``ranking`` holds all roles, best first.

    ``flip_size`` is the number of answers that must change before another role comes first; None if none can.
    """

    pack: Pack
    answers: Answers
    field: Field
    verdict: Verdict
    ranking: tuple[Ranked, ...]
    runner_up: RunnerUp
    flips: tuple[Flip, ...]
    flip_size: int | None
    quality: Quality
    code: str

    def to_dict(self, lang: Lang | None = None) -> dict[str, object]:
        """The JSON document of ``careerfit score``; texts in both languages, or in one."""
        from careerfit.core.document import result_document

        return result_document(self, lang)
