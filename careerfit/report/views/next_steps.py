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
from careerfit.text import Lang

CODE_OPTION = " --code "


def steps(result: Result, lang: Lang, options: str = "") -> tuple[Code, ...]:
    """What to do next; ``options`` is appended to every command (such as `` --lang en``)."""
    build = {"clear": _steps_clear, "tie": _steps_tie, "unclear": _steps_unclear, "misfit": _steps_misfit}
    found = []
    for step in build[result.verdict.kind](result, lang):
        call, code, rest = step.code.partition(CODE_OPTION)  # a long code stays at the end
        found.append(Code(step.sentence, f"{call}{options}{code}{rest}"))
    return tuple(found)


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


def _steps_clear(result: Result, lang: Lang) -> list[Code]:
    first, second = (ranked.role for ranked in result.ranking[:2])
    return [
        _read(result, first, lang),
        *_reality(result, first, lang),
        _compare(result, [first, second], lang),
        _save(result, lang),
    ]


def _steps_tie(result: Result, lang: Lang) -> list[Code]:
    tied = list(result.verdict.roles)
    return [
        *_remaining(result, lang),
        _compare(result, tied, lang),
        *(_read(result, r, lang) for r in tied),
        _save(result, lang),
    ]


def _steps_unclear(result: Result, lang: Lang) -> list[Code]:
    if not result.answers.responses:
        return [Code(words.ANSWER_SOME.pick(lang), "careerfit quiz"), _browse(lang)]
    more = _remaining(result, lang) or [Code(words.AGAIN.pick(lang), "careerfit quiz --fresh")]
    leading = [ranked.role for ranked in result.ranking[:2]]
    compare = [_compare(result, leading, lang)] if told_apart(result) else []
    return [*more, *compare, _browse(lang), _save(result, lang)]


def _steps_misfit(result: Result, lang: Lang) -> list[Code]:
    first = result.ranking[0].role
    again = Code(words.AGAIN.pick(lang), "careerfit quiz --fresh")
    return [_read(result, first, lang), *_reality(result, first, lang), again, _save(result, lang)]


def _read(result: Result, role: str, lang: Lang) -> Code:
    return Code(words.READ.say(lang, role=result.pack.role(role).name.clean(lang)), f"careerfit profile {role}")


def _reality(result: Result, role: str, lang: Lang) -> list[Code]:
    """The reality check, where the role has one."""
    beliefs = result.pack.role(role).beliefs
    return [Code(words.CHECK_REALITY.pick(lang), f"careerfit reality {role}")] if beliefs else []


def _compare(result: Result, roles: Sequence[str], lang: Lang) -> Code:
    names = join([result.pack.role(role).name.clean(lang) for role in roles], lang)
    return Code(words.COMPARE.say(lang, roles=names), f"careerfit compare {' '.join(roles)}")


def _browse(lang: Lang) -> Code:
    return Code(words.BROWSE.pick(lang), "careerfit roles")


def _remaining(result: Result, lang: Lang) -> list[Code]:
    """All questions: a quiz that is over is not gone on with, so they are asked from the first one."""
    total = result.quality.total
    left = total - result.quality.answered
    return [Code(words.REMAINING.say(lang, total=total, left=left), "careerfit quiz --mode full")] if left else []


def _save(result: Result, lang: Lang) -> Code:
    file = "laporan.html" if lang == "id" else "report.html"
    return Code(words.SAVE.pick(lang), f"careerfit score --format html --output {file}{CODE_OPTION}{result.code}")
