"""What packs and answers are made of: frozen, comparable, free of behaviour that needs files or a clock.

All are named tuples: every start makes all these classes, and those of frozen dataclasses take four times as long.
For the same reason their annotations are worked out at once: a named tuple would compile each that is a string.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, get_args

from careerfit.text import LANGUAGES, Lang, Text, escape

Kind: TypeAlias = Literal["trait", "interest"]
Side: TypeAlias = Literal["left", "right"]
Value: TypeAlias = int | str | None
"""What is said to a question: 1 to 5 to an item, a side of a duel, None where it is skipped."""
VerdictKind: TypeAlias = Literal["clear", "tie", "unclear", "misfit"]
VERDICTS: tuple[VerdictKind, ...] = get_args(VerdictKind)

SECTIONS = ("duties", "cocok", "tidak_cocok", "expectations", "differences")
DEMANDS = ("cocok", "tidak_cocok")
"""The sections whose sentences say who fits and who does not: naming a trait there makes its relevance 1."""
LOWEST, HIGHEST = 1, 5
"""The ends of the response scale."""
SPAN = HIGHEST - LOWEST
"""How many steps the response scale has from one end to the other."""
SIDES: tuple[Side, ...] = ("left", "right")
TEMPER = 2.05
"""How far probabilities are tempered: what ``python -m tests.calibrate`` finds, which says how."""
NOISE = 0.95
"""Standard deviation of one response on its scale: published figures for single items of five steps are 0.9 to 1.0."""
SEPARATION = 1.0
"""How much more a member rates what their role fully asks for than what it doesn't, on the response scale."""
MOST_DUELS = 6
"""No interview holds more duels than this."""
LEAST_GROUP = 30
"""A reference group is of at least so many people."""
LEAST_MEMBERS = 20
"""Of fewer members of a role than this, nothing is concluded or measured."""


class Item(NamedTuple):
    """One statement that a person rates from 1 to 5; ``keyed`` is +1, or -1 where agreeing means less of the facet."""

    key: str
    facet: str
    keyed: int
    text: Text


class Facet(NamedTuple):
    """One thing measured, with its items.

    ``family``: the key of the family that it belongs to, its own where it stands alone; ``doing``: the phrase that
    stands for it in a duel.
    """

    key: str
    kind: Kind
    family: str
    name: Text
    doing: Text
    items: tuple[Item, ...]


class Evidence(NamedTuple):
    """The sentence of a profile (``quote``), and the phrase in it, that tie a facet to a role with relevance ½ or 1."""

    facet: str
    section: str
    quote: Text
    phrase: Text
    relevance: float


class Sentence(NamedTuple):
    """One sentence of a profile, word for word, with the evidence of each facet that it names."""

    section: str
    text: Text
    evidence: tuple[Evidence, ...] = ()


class Belief(NamedTuple):
    """What people believe about a role, as a statement that is true (``holds``) or not, and what the profile says.

    ``belief`` is the part of a sentence that states it (none where the statement is true), ``reality`` the parts that
    answer it; all are substrings of the role's ``expectations`` sentences.
    """

    statement: Text
    holds: bool
    belief: Text | None
    reality: tuple[Text, ...]


class Role(NamedTuple):
    """One career, as its profile describes it; ``slug`` is its key, the name of its file."""

    slug: str
    name: Text
    sentences: tuple[Sentence, ...]
    beliefs: tuple[Belief, ...] = ()

    def section(self, name: str) -> tuple[Sentence, ...]:
        """The sentences of one section, in the profile's order."""
        return tuple(sentence for sentence in self.sentences if sentence.section == name)

    def evidence(self, facet: str) -> tuple[Evidence, ...]:
        """All that ties one facet to this role: strongest first, then in the profile's order."""
        found = [e for sentence in self.sentences for e in sentence.evidence if e.facet == facet]
        return tuple(sorted(found, key=lambda e: (-e.relevance, e.section not in DEMANDS)))


class Table(NamedTuple):
    """The weights of a pack, by which every score is worked out.

    ``points[k][t]``: points that role ``k`` gains when facet ``t`` rises from 0 to 1 (−100 to 100);
    ``contrast[k][t]``: the weights of the role's contrast, 0 for shared facets; ``shared[t]``: is facet ``t`` shared?
    ``neutral[t]``: the value, 0 to 1, at which facet ``t`` adds nothing: ½, unless a reference group says another.
    """

    points: tuple[tuple[float, ...], ...]
    contrast: tuple[tuple[float, ...], ...]
    shared: tuple[bool, ...]
    neutral: tuple[float, ...]


class Reference(NamedTuple):
    """A reference group: so many ``people``, whose typical answers stand for neutral in place of the scale's middle.

    ``made``: the day on which it was worked out (ISO 8601). ``means``: their mean in each facet, from 1 to 5, in the
    pack's order; None for a facet that keeps the middle of the scale.
    """

    people: int
    made: str
    means: tuple[float | None, ...]


class Measured(NamedTuple):
    """What so many real ``people`` gave instead of the method's own constants, on a day (``made``, ISO 8601).

    ``noise``: the standard deviation of one response, and ``separation``: how much more a member rates what their role
    fully asks for, both on the response scale; ``temper``: how far probabilities are tempered.
    """

    people: int
    made: str
    noise: float
    separation: float
    temper: float


class Pack(NamedTuple):
    """Roles with their catalogue, and what is derived from both.

    ``relevance[k][t]`` (0, ½ or 1) says how much role ``k`` asks for facet ``t``, in the order of ``roles`` and
    ``facets``; roles stand in alphabetical order of their slugs. ``breakers`` are the deal-breaker families, and
    ``temper`` says how far probabilities are tempered. ``languages`` are those of its texts; where that is one, they
    stand in place of the other, too. The fingerprint stands for all content. ``reference`` and ``measured`` are what
    real people add to it, None for what the method assumes of itself. Two packs are equal where all three are.
    """

    name: str
    version: str
    title: Text
    fingerprint: str
    scale: tuple[Text, ...]
    families: Mapping[str, Text]
    facets: tuple[Facet, ...]
    roles: tuple[Role, ...]
    relevance: tuple[tuple[float, ...], ...]
    shared: frozenset[str]
    breakers: tuple[str, ...]
    table: Table
    items: tuple[Item, ...]
    facet_index: Mapping[str, int]
    item_by_key: Mapping[str, Item]
    role_index: Mapping[str, int]
    temper: float = TEMPER
    languages: tuple[Lang, ...] = LANGUAGES
    reference: Reference | None = None
    measured: Measured | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pack):
            return NotImplemented
        mine, theirs = ((one.fingerprint, one.reference, one.measured) for one in (self, other))
        return mine == theirs

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.fingerprint, self.reference, self.measured))

    def __repr__(self) -> str:
        size = f"{len(self.roles)} roles, {len(self.facets)} facets, {len(self.items)} items"
        return f"<Pack {escape(self.name)} {escape(self.version)}, {self.fingerprint}: {size}>"

    @property
    def mark(self) -> str:
        """What stands for all that results follow from: the fingerprint, and a sum of what real people add to it."""
        if self.reference is None and self.measured is None:
            return self.fingerprint
        from zlib import crc32

        return f"{self.fingerprint}+{crc32(repr((self.reference, self.measured)).encode()):08x}"

    @property
    def noise(self) -> float:
        """The standard deviation of one response, on the response scale."""
        return self.measured.noise if self.measured else NOISE

    @property
    def separation(self) -> float:
        """How much more a usual member rates what their role fully asks for than what it doesn't (1 to 5)."""
        return self.measured.separation if self.measured else SEPARATION

    def facet(self, key: str) -> Facet:
        """The facet of that key. Raises ``KeyError`` for another pack's."""
        return self.facets[self.facet_index[key]]

    def role(self, slug: str) -> Role:
        """The role of that slug. Raises ``KeyError`` for another pack's."""
        return self.roles[self.role_index[slug]]


class Duel(NamedTuple):
    """The question which of two things one would rather do; ``left`` and ``right`` are the keys of their facets."""

    left: str
    right: str


class DuelAnswer(NamedTuple):
    """A duel between the facets of these keys, and the side that was preferred."""

    left: str
    right: str
    answer: Side

    @property
    def preferred(self) -> str:
        """The facet that was chosen."""
        return self.left if self.answer == "left" else self.right

    @property
    def other(self) -> str:
        """The facet that was not chosen."""
        return self.right if self.answer == "left" else self.left


class Reply(NamedTuple):
    """What was said to one question, and how many seconds it took, where known.

    ``keys`` holds the item's key, or the duel's left and right facet.
    """

    keys: tuple[str, ...]
    value: Value
    seconds: float | None = None

    @property
    def duel(self) -> Duel | None:
        """The duel that was replied to; None where it was an item."""
        return Duel(*self.keys) if len(self.keys) > 1 else None


class Answers(NamedTuple):
    """What one person said: item → response (1 to 5; an item that is not in it is unanswered), and the duels."""

    responses: Mapping[str, int] = MappingProxyType({})
    duels: tuple[DuelAnswer, ...] = ()

    @property
    def is_uniform(self) -> bool:
        """Was nothing answered, or every item alike?"""
        return len(set(self.responses.values())) <= 1
