"""What came of a reality check: a role's misconceptions as statements, and what the profile says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerfit.core import reality
from careerfit.core.model import Belief, Role
from careerfit.report.blocks import Block, Item, Page, Paragraph, Part, Quote, Section, pieces, sign
from careerfit.text import Lang


def reality_section(role: Role, believed: Sequence[bool | None], lang: Lang) -> Section:
    """What came of a reality check, as a section of a page.

    ``believed`` holds, in the order of the role's beliefs, true, not true, or None for what was skipped; missing ones
    count as skipped.
    """
    title = reality.TITLE.say(lang, role=role.name.clean(lang))
    return Section("reality", title, tuple(_blocks(role, believed, lang)))


def total_page(role: Role, believed: Sequence[bool | None], lang: Lang) -> Page:
    """How many statements were judged as the profile does: what stays once all of it has been read."""
    title = reality.TITLE.say(lang, role=role.name.clean(lang))
    return Page(title, (), (Paragraph(reality.total(role, believed).pick(lang)),))


def _blocks(role: Role, believed: Sequence[bool | None], lang: Lang) -> Iterator[Block]:
    given = [*believed, *[None] * (len(role.beliefs) - len(believed))]
    for belief, answer in zip(role.beliefs, given, strict=False):
        yield Part("", (_check(belief, answer, lang),))
    _, answered = reality.counted(role, given)
    told = Paragraph(reality.total(role, given).pick(lang), "strong")
    yield Part("", (told, Paragraph(reality.NO_SCORE.pick(lang), "quiet")) if answered else (told,))


def _check(belief: Belief, answer: bool | None, lang: Lang) -> Item:  # noqa: FBT001  # it is the answer itself
    sources = [reality.PROFILE_SAYS.pick(lang), *[""] * len(belief.reality)]
    says = [Quote(pieces(part.pick(lang), ()), source) for part, source in zip(belief.reality, sources, strict=False)]
    supports = None if answer is None else answer == belief.holds
    outcome = Paragraph(reality.outcome(answer, belief.holds).pick(lang))
    return Item(sign(supports), belief.statement.clean(lang), under=(outcome, *says))
