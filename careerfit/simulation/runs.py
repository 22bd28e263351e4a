"""Recovery of simulated people: how often each form ranks the role first that a simulated member belongs to.

This is recovery of simulated members, no validity and no accuracy of advice: nobody in these roles was measured.
Every person is drawn from ``random.Random`` seeded with the seed, the level and the person's number, so that the same
seed gives the same output however the work is split up.
"""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeAlias

from careerfit.core.confidence import leading, probabilities, verdict
from careerfit.core.model import Answers, Pack
from careerfit.core.quality import flags
from careerfit.core.scoring import facet_values, family_means, order, scores
from careerfit.files.worker import Tell, side_by_side
from careerfit.simulation.forms import adaptive_lengths, balanced_order, fixed, one_each, quick_items, with_duels
from careerfit.simulation.respondents import (
    LEVELS,
    Respondent,
    decisive,
    dice,
    low_in,
    member,
    popularity,
    straight,
    uneven,
)

FORMS = ("traits", "one_each", "all", "quick_items", "quick")
PLAIN = ("plain_traits", "plain_one_each", "plain_all")
"""The same answers, ranked by a plain mean of the traits that a role names, or of everything that it names."""
STYLES = ("decisive:5/1", "decisive:5/2", "decisive:4/1", "cautious:4/3", "cautious:3/1")
"""Members who rate what their role asks for with the first number, and everything else with the second."""
LOW_MEAN = 1.5
"""The mean on a deal-breaker family of the people that ``misfit`` is tried on."""
STRETCH = 50
"""A task holds at most so many people, where they run side by side."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one form made of one person; roles are positions in the pack.

    ``role`` is the one they belong to, ``named`` the smallest set with 0.8 together, ``kind`` the verdict's;
    ``items`` and ``duels`` count the questions answered.
    """

    role: int
    ranking: tuple[int, ...]
    probabilities: tuple[float, ...]
    kind: str
    named: tuple[int, ...]
    flags: tuple[str, ...]
    items: int
    duels: int
    careful: bool


Outcomes: TypeAlias = dict[str, Outcome]
"""What each form made of one person."""


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch of simulated people, numbered from ``start`` to before ``stop``.

    ``who``: ``members``, ``lengths`` (members, form by form of each of these ``lengths``) or one of ``others``.
    ``wrong``: the share of relevances that the descriptions have the wrong way round, for members.
    """

    who: str
    level: str
    seed: int
    start: int
    stop: int
    lengths: tuple[int, ...] = ()
    wrong: float = 0.0


def outcome(pack: Pack, respondent: Respondent, answers: Answers) -> Outcome:
    """Score one person's answers as the program does."""
    values = facet_values(pack, answers)
    points = scores(pack, values)
    chances = probabilities(pack, points, [v.count for v in values])
    raised = flags(pack, answers)
    said = verdict(pack, answers, family_means(pack, answers), chances, raised)
    return Outcome(
        role=respondent.role,
        ranking=order(points),
        probabilities=chances,
        kind=said.kind,
        named=leading(chances),
        flags=raised,
        items=len(answers.responses),
        duels=len(answers.duels),
        careful=respondent.careful,
    )


def plain_ranking(pack: Pack, answers: Answers, kinds: Sequence[str]) -> tuple[int, ...]:
    """The ranking by a plain mean of the facets of these kinds that each role names: what others do."""
    values = facet_values(pack, answers)
    means = []
    for row in pack.relevance:
        named = [v.x for v, e, f in zip(values, row, pack.facets, strict=True) if e > 0 and f.kind in kinds]
        means.append(sum(named) / max(1, len(named)))
    return order(means)


def _random(seed: int, name: str, number: int) -> Random:
    return Random(f"{seed}/{name}/{number}")  # noqa: S311  # the same people each time are the point


def _ranked(respondent: Respondent, ranking: tuple[int, ...], items: int) -> Outcome:
    """The outcome of a form that ranks the roles and says no more."""
    return Outcome(respondent.role, ranking, (), "", (), (), items, 0, respondent.careful)


def run(pack: Pack, task: Task) -> list[Outcomes]:
    """The outcomes of one stretch, in the order of the people's numbers."""
    run_one = {"members": _run_member, "lengths": _run_lengths}.get(task.who, _run_other)
    return [run_one(pack, task, number) for number in range(task.start, task.stop)]


def _run_member(pack: Pack, task: Task, number: int) -> Outcomes:
    """All forms, and the plain means, for one member."""
    who = _member(pack, task, number)
    answers = {
        "traits": fixed(who, one_each(pack, ("trait",))),
        "one_each": fixed(who, one_each(pack)),
        "all": fixed(who, pack.items),
        "quick_items": quick_items(pack, who),
    }
    answers["quick"] = with_duels(pack, who, answers["quick_items"])
    found = {form: outcome(pack, who, answers[form]) for form in FORMS}
    for form, kinds in zip(PLAIN, (("trait",), ("trait", "interest"), ("trait", "interest")), strict=True):
        given = answers[form.removeprefix("plain_")]
        found[form] = _ranked(who, plain_ranking(pack, given, kinds), len(given.responses))
    return found


def _run_lengths(pack: Pack, task: Task, number: int) -> Outcomes:
    """The adaptive form and the best fixed one of each length (``adaptive:10``, ``fixed:10``) for one member."""
    who = _member(pack, task, number)
    longest = balanced_order(pack, max(task.lengths))
    found: Outcomes = {}
    for length, adaptive in zip(task.lengths, adaptive_lengths(pack, who, task.lengths), strict=True):
        for form, answers in (("adaptive", adaptive), ("fixed", fixed(who, longest[:length]))):
            ranking = order(scores(pack, facet_values(pack, answers)))
            found[f"{form}:{length}"] = _ranked(who, ranking, len(answers.responses))
    return found


def _run_other(pack: Pack, task: Task, number: int) -> Outcomes:
    """All items and the quick form for one of the ``others``."""
    who = _other(pack, task, number)
    quick = with_duels(pack, who, quick_items(pack, who))
    return {"all": outcome(pack, who, fixed(who, pack.items)), "quick": outcome(pack, who, quick)}


def _member(pack: Pack, task: Task, number: int) -> Respondent:
    """The member of that number; roles take turns."""
    random = _random(task.seed, task.level, number)
    return member(pack, LEVELS[task.level], number % len(pack.roles), random, task.wrong)


def _other(pack: Pack, task: Task, number: int) -> Respondent:
    level, role = LEVELS[task.level], number % len(pack.roles)
    random = _random(task.seed, f"{task.level}/{task.who}", number)
    kind, _, rest = task.who.partition(":")
    if kind == "random":
        return dice(pack, role, random)
    if kind == "straight":
        return straight(pack, role, 1 + number % 5, random)
    if kind == "uneven":
        return uneven(pack, role, 0.0, random)
    if kind == "popular":
        return member(pack, level, role, random, popular=popularity(pack, _random(task.seed, kind, 0)))
    if kind == "low":
        return low_in(pack, level, rest, LOW_MEAN, random)
    high, low = map(int, rest.split("/"))
    return decisive(pack, role, high, low, level.noise, random)


def others(pack: Pack) -> tuple[str, ...]:
    """The kinds of people besides members that a pack is tried on."""
    return ("random", "straight", *STYLES, "uneven", "popular", *(f"low:{family}" for family in pack.breakers))


def stretches(task: Task) -> list[Task]:
    """The same people, few to a task: what may run side by side."""
    starts = range(task.start, task.stop, STRETCH)
    return [replace(task, start=start, stop=min(task.stop, start + STRETCH)) for start in starts]


def run_all(pack: Pack, todo: Sequence[Task], tell: Tell = lambda _: None) -> dict[Task, list[Outcomes]]:
    """The outcomes of all these tasks, in their order, the same on any number of processors; ``tell`` is told the share
    that is done. Raises ``DataError`` where a process ends without a word, as one that has no memory left does.
    """
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares = [(pack, todo[n::processors]) for n in range(min(processors, len(todo)))]
    found = ChainMap(*side_by_side(_run_share, shares, tell))
    return {task: found[task] for task in todo}


def _run_share(pack: Pack, todo: Sequence[Task], tell: Tell) -> dict[Task, list[Outcomes]]:
    """The outcomes of some of the tasks, one after the other."""
    found = {}
    for task in todo:
        found[task] = run(pack, task)
        tell(len(found) / len(todo))
    return found
