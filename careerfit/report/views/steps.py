"""Where to go from here: what to do next, each with a command that does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.result import Result
from careerfit.report.views.headline import told_apart
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join
from careerfit.text import Lang

CODE_OPTION = " --code "


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do next, and the command that does it."""

    sentence: str
    command: str


def steps(result: Result, lang: Lang, options: str = "") -> tuple[Step, ...]:
    """What to do next; ``options`` is appended to every command (such as `` --lang en``)."""
    build = {"clear": _steps_clear, "tie": _steps_tie, "unclear": _steps_unclear, "misfit": _steps_misfit}
    return tuple(Step(step.sentence, _with(step.command, options)) for step in build[result.verdict.kind](result, lang))


def _with(command: str, options: str) -> str:
    """The command with further options; a long code stays at its end."""
    call, code, rest = command.partition(CODE_OPTION)
    return f"{call}{options}{code}{rest}"


def _steps_clear(result: Result, lang: Lang) -> list[Step]:
    first, second = (ranked.role for ranked in result.ranking[:2])
    return [
        _read(result, first, lang),
        _reality(first, lang),
        _compare(result, [first, second], lang),
        _save(result, lang),
    ]


def _steps_tie(result: Result, lang: Lang) -> list[Step]:
    tied = list(result.verdict.roles)
    return [
        *_remaining(result, lang),
        _compare(result, tied, lang),
        *(_read(result, r, lang) for r in tied),
        _save(result, lang),
    ]


def _steps_unclear(result: Result, lang: Lang) -> list[Step]:
    if not result.answers.responses:
        return [Step(words.ANSWER_SOME.pick(lang), "careerfit quiz"), _browse(lang)]
    more = _remaining(result, lang) or [Step(words.AGAIN.pick(lang), "careerfit quiz --fresh")]
    leading = [ranked.role for ranked in result.ranking[:2]]
    compare = [_compare(result, leading, lang)] if told_apart(result) else []
    return [*more, *compare, _browse(lang), _save(result, lang)]


def _steps_misfit(result: Result, lang: Lang) -> list[Step]:
    first = result.ranking[0].role
    again = Step(words.AGAIN.pick(lang), "careerfit quiz --fresh")
    return [_read(result, first, lang), _reality(first, lang), again, _save(result, lang)]


def _read(result: Result, role: str, lang: Lang) -> Step:
    return Step(words.READ.say(lang, role=result.pack.role(role).name.clean(lang)), f"careerfit profile {role}")


def _reality(role: str, lang: Lang) -> Step:
    return Step(words.CHECK_REALITY.pick(lang), f"careerfit reality {role}")


def _compare(result: Result, roles: Sequence[str], lang: Lang) -> Step:
    names = join([result.pack.role(role).name.clean(lang) for role in roles], lang)
    return Step(words.COMPARE.say(lang, roles=names), f"careerfit compare {' '.join(roles)}")


def _browse(lang: Lang) -> Step:
    return Step(words.BROWSE.pick(lang), "careerfit roles")


def _remaining(result: Result, lang: Lang) -> list[Step]:
    """All questions: a quiz that is over is not gone on with, so they are asked from the first one."""
    total = result.quality.total
    left = total - result.quality.answered
    return [Step(words.REMAINING.say(lang, total=total, left=left), "careerfit quiz --mode full")] if left else []


def _save(result: Result, lang: Lang) -> Step:
    file = "laporan.html" if lang == "id" else "report.html"
    return Step(words.SAVE.pick(lang), f"careerfit score --format html --output {file}{CODE_OPTION}{result.code}")
