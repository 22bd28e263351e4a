"""Where to go from here: what to do next, each with a command that does it, and what to ask those who do the work."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.explain import marks, weakest
from careerfit.core.result import Result
from careerfit.core.scoring import NEUTRAL_RATING, Ranked
from careerfit.report.blocks import Code
from careerfit.report.views.headline import told_apart
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join
from careerfit.text import Lang, Text


def steps(result: Result, lang: Lang, options: str = "") -> tuple[Code, ...]:
    """What to do next; ``options`` is appended to every command (such as `` --lang en``)."""
    first, second = (ranked.role for ranked in result.ranking[:2])
    again, browse = _step(words.AGAIN, "quiz --fresh", lang), _step(words.BROWSE, "roles", lang)
    if result.verdict.kind == "clear":
        found = [*_about(result, first, lang), _compare(result, (first, second), lang)]
    elif result.verdict.kind == "tie":
        tied = result.verdict.roles
        read = (_about(result, role, lang)[0] for role in tied)
        found = [*_remaining(result, lang), _compare(result, tied, lang), *read]
    elif result.verdict.kind == "misfit":
        found = [*_about(result, first, lang), again]
    elif not result.answers.responses:
        found = [_step(words.ANSWER_SOME, "quiz", lang), browse]
    else:
        compare = [_compare(result, (first, second), lang)] if told_apart(result) else []
        found = [*(_remaining(result, lang) or [again]), *compare, browse]
    steps = [Code(step.sentence, step.code + options) for step in found]
    if result.answers.responses:
        file = "laporan.html" if lang == "id" else "report.html"
        save = _step(words.SAVE, f"score --format html --output {file}{options} --code {result.code}", lang)
        steps.append(save)
    return tuple(steps)


def questions_to_ask(result: Result, ranked: Ranked, lang: Lang) -> tuple[str, ...]:
    """From the role's most distinctive duty, its first misconception, and the person's weakest required facet."""
    role = result.pack.role(ranked.role)
    distinctive = marks(result.pack, result.pack.role_index[role.slug])
    duties = [e for mark in distinctive for e in role.evidence(mark.facet) if e.section == "duties"]
    untrue = [belief for belief in role.beliefs if not belief.holds]
    weak = [role.evidence(part.facet)[0] for part in weakest(ranked)[:1] if part.value < NEUTRAL_RATING]
    return (
        *(words.ASK_DUTY.say(lang, phrase=evidence.phrase.clean(lang)) for evidence in duties[:1]),
        *(words.ASK_REALITY.say(lang, statement=belief.statement.clean(lang)) for belief in untrue[:1]),
        *(words.ASK_WEAK.say(lang, phrase=evidence.phrase.clean(lang)) for evidence in weak),
    )


def _step(sentence: Text, command: str, lang: Lang, **places: object) -> Code:
    return Code(sentence.say(lang, **places), f"careerfit {command}")


def _about(result: Result, role: str, lang: Lang) -> list[Code]:
    """To read of a role, and to check what one believes of it, where it has a reality check."""
    read = _step(words.READ, f"profile {role}", lang, role=result.pack.role(role).name.clean(lang))
    check = _step(words.CHECK_REALITY, f"reality {role}", lang)
    return [read, check] if result.pack.role(role).beliefs else [read]


def _compare(result: Result, roles: Sequence[str], lang: Lang) -> Code:
    names = join([result.pack.role(role).name.clean(lang) for role in roles], lang)
    return _step(words.COMPARE, f"compare {' '.join(roles)}", lang, roles=names)


def _remaining(result: Result, lang: Lang) -> list[Code]:
    """All questions: a quiz that is over is not gone on with, so they are asked from the first one."""
    total = result.quality.total
    left = total - result.quality.answered
    return [_step(words.REMAINING, "quiz --mode full", lang, total=total, left=left)] if left else []
