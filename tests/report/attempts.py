"""Saved attempts, made by rule from the six people's results: four to list, and pairs to set side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from careerfit.core.model import Answers, DuelAnswer, Pack, Reply
from careerfit.core.results.attempt import Attempt, Named, PackMark, Row, Unfinished, pack_mark, row_of, shown_then
from careerfit.core.results.result import Result, evaluate
from careerfit.core.results.retake import Difference, difference
from careerfit.text import Text

from .people import result_of

JAKARTA = timezone(timedelta(hours=7))
BEGUN = 30
"""So many items had been answered when an attempt was gone on with."""
TIMED = 5
"""So many items of each attempt are timed."""
STARTED = datetime(2025, 9, 30, 22, 58, 3, tzinfo=UTC)
UNFINISHED = [
    Unfinished(
        id=count,
        started=STARTED,
        changed=STARTED - timedelta(days=days),
        mode="quick",
        lang="id",
        pack=PackMark("bidang", "1.0", "00ff00ff00ff00ff"),
        rows=tuple(Row((f"butir-{n}",), 4) for n in range(count)),
    )
    for count, days in ((12, 0), (3, 2))
]


def saved_of(result: Result, number: int, *, note: str = "", fast: bool = False, later: float = 0.0) -> Attempt:
    """A result as it would have been saved, each a month and some minutes after the one before.

    ``later``: by so many seconds each answer took longer than usual.
    """
    pack, given = result.pack, result.answers
    started = STARTED + timedelta(days=31 * number)
    replies = [
        Reply((key,), response, (1.5 if fast else 6.0) + later if n < TIMED else None)
        for n, (key, response) in enumerate(given.responses.items())
    ]
    replies += [Reply((duel.left, duel.right), duel.answer) for duel in given.duels]
    return Attempt(
        number=number,
        started=started,
        finished=started + timedelta(minutes=4 + number),
        mode="full" if len(given.responses) == len(pack.items) else "quick",
        lang="id",
        note=note,
        pack=pack_mark(pack),
        shown=shown_then(result),
        rows=tuple(row_of(pack, reply) for reply in replies),
        reality={result.ranking[0].role: (True, None)} if number == 1 else {},
    )


def four(pack: Pack) -> list[Attempt]:
    """Four attempts, one with each verdict, the newest first."""
    notes = {3: "setelah magang [b]di kantor[/b]", 4: "=1+1 sambil menunggu bus"}
    names = ["clear", "tie-of-two", "unclear", "misfit"]
    made = [saved_of(result_of(pack, name), n, note=notes.get(n, ""), fast=n == 4) for n, name in enumerate(names, 1)]
    return made[::-1]


def pairs(pack: Pack) -> dict[str, tuple[Result, Result]]:
    """Two attempts each: hardly a change, another leader within noise, a real one, one gone on with, and strangers."""
    clear, tie = result_of(pack, "clear"), result_of(pack, "tie-of-two")
    keys = list(clear.answers.responses)
    nudged = {**clear.answers.responses, keys[4]: 3}
    left, right = [facet.key for facet in pack.facets if facet.key not in pack.shared][:2]
    return {
        "same": (clear, evaluate(pack, Answers(nudged, (DuelAnswer(left, right, "left"),)))),
        "noise": (tie, evaluate(pack, _swayed(tie))),
        "real": (ideal(pack, 0), ideal(pack, 2)),
        "onward": (evaluate(pack, Answers({key: clear.answers.responses[key] for key in keys[:BEGUN]})), clear),
        "apart": (evaluate(pack, Answers({keys[0]: 4})), evaluate(pack, Answers({keys[-1]: 2}))),
    }


def ideal(pack: Pack, role: int) -> Result:
    """Someone strong in exactly what that role asks for."""
    strength = {facet.key: round(2 + 3 * pack.relevance[role][t]) for t, facet in enumerate(pack.facets)}
    return evaluate(
        pack, Answers({i.key: strength[i.facet] if i.keyed > 0 else 6 - strength[i.facet] for i in pack.items})
    )


def _swayed(result: Result) -> Answers:
    """The smallest change of the answers that puts another role first."""
    changed = {change.item: change.after for change in result.flips[0].changes}
    return Answers({**result.answers.responses, **changed}, result.answers.duels)


def differing(pack: Pack, name: str) -> tuple[Difference, Attempt, Attempt]:
    """One of the pairs, as difference and as saved attempts."""
    first, second = pairs(pack)[name]
    return difference(first, second), saved_of(first, 1), saved_of(second, 2, later=0.0 if name == "onward" else 1.0)


def poisoned_attempt(saved: Attempt, poison: str) -> Attempt:
    """A saved attempt with the poison wherever a file could hold it."""
    shown = saved.shown
    shown = replace(shown, code=poison, roles=(Named(poison, Text(poison, poison)),))
    return replace(saved, note=poison, mode=poison, lang=poison, pack=PackMark(poison, poison, poison), shown=shown)
