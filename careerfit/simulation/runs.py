"""Recovery of simulated people: how often each form ranks the role first that a simulated member belongs to.

This is recovery of simulated members, no validity and no accuracy of advice: nobody in these roles was measured.
Every person is drawn from ``random.Random`` seeded with the seed, the level and the person's number, so that the same
seed gives the same output however the work is split up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random
from typing import TypeAlias

from careerfit.core.confidence import leading, probabilities, verdict
from careerfit.core.model import Answers, Pack
from careerfit.core.quality import flags
from careerfit.core.scoring import facet_values, family_means, order, scores
from careerfit.simulation.forms import adaptive_lengths, balanced_order, fixed, one_each, quick_items, with_duels
from careerfit.simulation.respondents import (
    LEVELS,
    Level,
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


MOST_WORKERS = 61
"""So many processes run side by side at most: Windows waits for no more at a time."""

_worker: dict[str, Pack] = {}


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


def run_member(pack: Pack, level: Level, seed: int, number: int, wrong: float = 0.0) -> Outcomes:
    """All forms, and the plain means, for one member; roles take turns by number.

    ``wrong``: the share of relevances that the descriptions have the wrong way round.
    """
    who = member(pack, level, number % len(pack.roles), _random(seed, level.name, number), wrong)
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


def run_other(pack: Pack, level: Level, seed: int, kind: str, number: int) -> Outcomes:
    """All items and the quick form for one of the ``others``."""
    who = _other(pack, level, seed, kind, number)
    quick = with_duels(pack, who, quick_items(pack, who))
    return {"all": outcome(pack, who, fixed(who, pack.items)), "quick": outcome(pack, who, quick)}


def _other(pack: Pack, level: Level, seed: int, kind: str, number: int) -> Respondent:
    random, role = _random(seed, f"{level.name}/{kind}", number), number % len(pack.roles)
    kind, _, rest = kind.partition(":")
    if kind == "random":
        return dice(pack, role, random)
    if kind == "straight":
        return straight(pack, role, 1 + number % 5, random)
    if kind == "uneven":
        return uneven(pack, role, 0.0, random)
    if kind == "popular":
        return member(pack, level, role, random, popular=popularity(pack, _random(seed, kind, 0)))
    if kind == "low":
        return low_in(pack, level, rest, LOW_MEAN, random)
    high, low = map(int, rest.split("/"))
    return decisive(pack, role, high, low, level.noise, random)


def run_lengths(  # noqa: PLR0913, PLR0917  # one argument a part of the task
    pack: Pack, level: Level, seed: int, number: int, lengths: Sequence[int], wrong: float = 0.0
) -> Outcomes:
    """The adaptive form and the best fixed one of each length (``adaptive:10``, ``fixed:10``) for one member."""
    who = member(pack, level, number % len(pack.roles), _random(seed, level.name, number), wrong)
    longest = balanced_order(pack, max(lengths))
    found: Outcomes = {}
    for length, adaptive in zip(lengths, adaptive_lengths(pack, who, lengths), strict=True):
        for form, answers in (("adaptive", adaptive), ("fixed", fixed(who, longest[:length]))):
            ranking = order(scores(pack, facet_values(pack, answers)))
            found[f"{form}:{length}"] = _ranked(who, ranking, len(answers.responses))
    return found


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch of simulated people, numbered from ``start`` to before ``stop``.

    ``who``: ``members``, ``lengths`` (members, form by form of each length) or one of ``others``. ``wrong``: the share
    of relevances that the descriptions have the wrong way round, for members.
    """

    who: str
    level: str
    seed: int
    start: int
    stop: int
    lengths: tuple[int, ...] = ()
    wrong: float = 0.0


def run(pack: Pack, task: Task) -> list[Outcomes]:
    """The outcomes of one stretch, in the order of the people's numbers."""
    level, numbers = LEVELS[task.level], range(task.start, task.stop)
    if task.who == "members":
        return [run_member(pack, level, task.seed, n, task.wrong) for n in numbers]
    if task.who == "lengths":
        return [run_lengths(pack, level, task.seed, n, task.lengths, task.wrong) for n in numbers]
    return [run_other(pack, level, task.seed, task.who, n) for n in numbers]


def others(pack: Pack) -> tuple[str, ...]:
    """The kinds of people besides members that a pack is tried on."""
    return ("random", "straight", *STYLES, "uneven", "popular", *(f"low:{family}" for family in pack.breakers))


def tasks(who: Iterable[str], level: str, seed: int, people: int, stretch: int = 50) -> list[Task]:
    """The work for so many people of each kind, in stretches that may run side by side."""
    return [
        Task(kind, level, seed, start, min(people, start + stretch))
        for kind in who
        for start in range(0, people, stretch)
    ]


def run_all(
    pack: Pack, todo: Sequence[Task], advance: Callable[[float], None] = lambda _: None
) -> dict[Task, list[Outcomes]]:
    """The outcomes of all these tasks, the same on any number of processors; ``advance`` is told the share done."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    found: dict[Task, list[Outcomes]] = {}
    with ProcessPoolExecutor(min(workers, MOST_WORKERS), get_context("spawn"), _keep, (pack,)) as pool:
        try:
            for task, part in zip(todo, pool.map(_run, todo), strict=True):
                found[task] = part
                advance(len(found) / len(todo))
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def _keep(pack: Pack) -> None:
    """Let a worker have the pack once, and not with every task."""
    _worker["pack"] = pack


def _run(task: Task) -> list[Outcomes]:
    return run(_worker["pack"], task)
