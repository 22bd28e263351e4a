"""Where to go from here: whom to talk to, what to read and what to try; and what this program can do next."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.explain import marks, weakest
from careerfit.core.results.result import Result
from careerfit.core.role_names import short_name
from careerfit.core.scoring import NEUTRAL_RATING, Ranked
from careerfit.report.blocks import Block, Code, Item, Paragraph, Part
from careerfit.report.views.result.advice import strengths_of
from careerfit.report.views.result.verdict import leaders, told_apart
from careerfit.report.words import profile as words_profile
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join
from careerfit.text import Lang, Text

ASK_MOST = {1: 3, 2: 2}
"""So many questions are named of each role, by how many roles there are; of more than two, one each."""
TRY_MOST = 2
"""So many things to try are named of one role; of several, one each."""


def steps(result: Result, lang: Lang, options: str = "", again: str = "", onward: str = "") -> tuple[Code, ...]:
    """What to do next; ``options`` is appended to every command (such as `` --lang en``).

    ``again`` is the command that shows the result, without the program's name; else its answer code has to do.
    ``onward`` is the one that asks what was not asked yet; else all is asked anew.
    """
    first, second = (ranked.role for ranked in result.ranking[:2])
    retake, browse = _step(words.AGAIN, "quiz --fresh", lang), _step(words.BROWSE, "roles", lang)
    if result.verdict.kind == "clear":
        found = [*_about(result, first, lang), _compare(result, (first, second), lang)]
    elif result.verdict.kind == "tie":
        tied = result.verdict.roles
        read = (_about(result, role, lang)[0] for role in tied)
        found = [*_remaining(result, lang, onward), _compare(result, tied, lang), *read]
    elif result.verdict.kind == "misfit":
        found = [retake, browse]
    elif not result.answers.responses:
        found = [_step(words.ANSWER_SOME, "quiz", lang), browse]
    else:
        compare = [_compare(result, (first, second), lang)] if told_apart(result) else []
        found = [*(_remaining(result, lang, onward) or [retake]), *compare, browse]
    steps = [Code(step.sentence, step.code + options) for step in found]
    if result.answers.responses:
        file = "laporan.html" if lang == "id" else "report.html"
        save = f"{again}{options} -o {file}" if again else f"score -o {file}{options} --code {result.code}"
        steps.append(_step(words.SAVE, save, lang))
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


def steps_of_life(result: Result, lang: Lang) -> tuple[Part, ...]:
    """Whom to talk to and what to ask, what to read, and what to try; nothing where nothing was answered."""
    if not result.answers.responses:
        return ()
    talk, read = _talk(result, lang), Item(said=_reading(result, lang))
    doing = tuple(Item(said=result.pack.facet(facet).doing.clean(lang)) for facet in _to_try(result))
    parts = [Part(words.TALK.pick(lang), talk), Part(words.READING.pick(lang), (read,))]
    if doing:
        parts.append(Part(words.TRYING.pick(lang), (Paragraph(words.TRY_SMALL.pick(lang)), *doing)))
    return tuple(parts)


def _talk(result: Result, lang: Lang) -> tuple[Block, ...]:
    """Whom to talk to, and what to ask; role by role where the verdict names several."""
    named = leaders(result)
    if not named:
        friend = words.TALK_ELSEWHERE if result.verdict.kind == "misfit" else words.TALK_FRIEND
        return (Item(said=friend.pick(lang)),)
    most = ASK_MOST.get(len(named), 1)
    asked = [(one, tuple(Item(said=said) for said in questions_to_ask(result, one, lang)[:most])) for one in named]
    if len(named) == 1:
        ((ranked, items),) = asked
        return Paragraph(words.TALK_ROLE.say(lang, role=ranked.name.clean(lang))), *items
    groups = (Item(name=ranked.name.clean(lang), under=items) for ranked, items in asked if items)
    return Paragraph(words.TALK_ROLES.pick(lang)), *groups


def _reading(result: Result, lang: Lang) -> str:
    """What to read."""
    kind, nearest = result.verdict.kind, [ranked.name.clean(lang) for ranked in result.ranking[:2]]
    if kind == "clear":
        return words.READ_ADVERTS.say(lang, role=nearest[0])
    if kind == "tie":
        return words.READ_EACH.pick(lang)
    if kind == "misfit":
        return words.READ_ELSEWHERE.pick(lang)
    return words.READ_NEAREST.say(lang, roles=join(nearest, lang)) if told_apart(result) else words.READ_ANY.pick(lang)


def _to_try(result: Result) -> list[str]:
    """The facets whose doing is worth a try: what is special about the roles in question, or the person's strengths."""
    if result.verdict.kind == "misfit":
        return list(strengths_of(result)[:TRY_MOST])
    named = [ranked.role for ranked in leaders(result)]
    roles = named or [ranked.role for ranked in result.ranking[:TRY_MOST] if told_apart(result)]
    most = TRY_MOST if len(roles) == 1 else 1
    special = [mark.facet for role in roles for mark in marks(result.pack, result.pack.role_index[role])[:most]]
    return list(dict.fromkeys(special))


def _step(sentence: Text, command: str, lang: Lang, **places: object) -> Code:
    return Code(sentence.say(lang, **places), f"careerfit {command}")


def _about(result: Result, role: str, lang: Lang) -> list[Code]:
    """To read of a role, and to check what one believes of it, where it has a reality check."""
    read = _step(
        words_profile.READ,
        f"profile {short_name(result.pack, role)}",
        lang,
        role=result.pack.role(role).name.clean(lang),
    )
    check = _step(words.CHECK_REALITY, f"reality {short_name(result.pack, role)}", lang)
    return [read, check] if result.pack.role(role).beliefs else [read]


def _compare(result: Result, roles: Sequence[str], lang: Lang) -> Code:
    names = join([result.pack.role(role).name.clean(lang) for role in roles], lang)
    return _step(
        words.COMPARE, f"compare {' '.join(short_name(result.pack, role) for role in roles)}", lang, roles=names
    )


def _remaining(result: Result, lang: Lang, onward: str) -> list[Code]:
    """The questions that were not asked yet; where it is not known which, all of them, from the first one."""
    if onward:
        return [_step(words.ONWARD, onward, lang)]
    total = result.quality.total
    left = total - result.quality.answered
    return [_step(words.REMAINING, "quiz --mode full", lang, total=total, left=left)] if left else []
