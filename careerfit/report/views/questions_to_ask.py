"""Questions to put to someone who already does the work."""

from __future__ import annotations

from collections.abc import Iterator

from careerfit.core.explain import marks, weakest
from careerfit.core.model import Evidence, Role
from careerfit.core.result import Result
from careerfit.core.scoring import NEUTRAL_RATING, Ranked
from careerfit.report.words import result as words
from careerfit.text import Lang


def questions_to_ask(result: Result, ranked: Ranked, lang: Lang) -> tuple[str, ...]:
    """From the role's most distinctive duty, its first misconception, and the person's weakest required facet."""
    role = result.pack.role(ranked.role)
    return (*_duty(result, role, lang), *_misconception(role, lang), *_weak(role, ranked, lang))


def _duty(result: Result, role: Role, lang: Lang) -> Iterator[str]:
    for mark in marks(result.pack, result.pack.role_index[role.slug]):
        duties = [e for e in role.evidence(mark.facet) if e.section == "duties"]
        if duties:
            yield _about(words.ASK_DUTY.pick(lang), duties[0], lang)
            return


def _misconception(role: Role, lang: Lang) -> Iterator[str]:
    for belief in role.beliefs:
        if not belief.holds:
            yield words.ASK_REALITY.say(lang, statement=belief.statement.clean(lang))
            return


def _weak(role: Role, ranked: Ranked, lang: Lang) -> Iterator[str]:
    for part in weakest(ranked)[:1]:
        if part.value < NEUTRAL_RATING:
            yield _about(words.ASK_WEAK.pick(lang), role.evidence(part.facet)[0], lang)


def _about(pattern: str, evidence: Evidence, lang: Lang) -> str:
    return pattern.format(phrase=evidence.phrase.clean(lang))
