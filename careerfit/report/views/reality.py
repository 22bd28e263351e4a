"""The reality check: a role's misconceptions as statements, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.model import Role
from careerfit.report.words import profile as words
from careerfit.text import Lang


@dataclass(frozen=True, slots=True)
class CheckView:
    """One statement with what the person believed (None: skipped, or not asked) and what the profile says."""

    statement: str
    right: bool | None
    outcome: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RealityView:
    """A role's reality check; ``sum`` is empty where nothing was answered."""

    lang: Lang
    title: str
    checks: tuple[CheckView, ...]
    sum: str


def reality_view(role: Role, believed: Sequence[bool | None], lang: Lang) -> RealityView:
    """The outcome of a reality check: ``believed`` holds, in the order of the role's beliefs, true, not true, or None.

    Missing ones count as skipped.
    """
    given = [*believed, *[None] * (len(role.beliefs) - len(believed))]
    checks = tuple(_check(role, n, answer, lang) for n, answer in enumerate(given[: len(role.beliefs)]))
    known = [check for check in checks if check.right is not None]
    right = sum(bool(check.right) for check in known)
    return RealityView(
        lang=lang,
        title=words.REALITY_TITLE.say(lang, role=role.name.clean(lang)),
        checks=checks,
        sum=words.REALITY_SUM.say(lang, right=right, total=len(known)) if known else "",
    )


def _check(role: Role, n: int, answer: bool | None, lang: Lang) -> CheckView:  # noqa: FBT001
    belief = role.beliefs[n]
    return CheckView(
        statement=belief.statement.clean(lang),
        right=None if answer is None else answer == belief.holds,
        outcome=_outcome(answer, belief.holds, lang),
        says=tuple(part.clean(lang) for part in belief.reality),
    )


def _outcome(answer: bool | None, holds: bool, lang: Lang) -> str:  # noqa: FBT001
    said = {True: words.HOLDS.pick(lang), False: words.HOLDS_NOT.pick(lang)}
    if answer is None:
        return words.UNANSWERED.say(lang, answer=said[holds].lower())
    if answer == holds:
        return words.RIGHT.say(lang, answer=said[holds].lower())
    return words.WRONG.say(lang, believed=said[answer].lower(), answer=said[holds].lower())
