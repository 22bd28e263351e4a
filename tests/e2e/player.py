"""Someone who takes the whole quiz: what they press, and what they then have said."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from careerfit.core.model import Duel, Pack, Value, VerdictKind
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview, Mode
from careerfit.pack import load_pack

from .terminal import Terminal


@dataclass(frozen=True, slots=True)
class Player:
    """One way through the quiz: a key for each question, where the duels begin, and how it ends."""

    keys: tuple[str, ...]
    duels_at: int | None
    interview: Interview

    @property
    def verdict(self) -> VerdictKind:
        """The verdict at the end."""
        return self.interview.result().verdict.kind


def finish(terminal: Terminal, one: Player) -> None:
    """Answer the last question, and ask for the result."""
    terminal.press(one.keys[-1])
    terminal.see("1  Lihat hasilnya", rest=False)
    terminal.press("1")


def leave(one: Player, left: int = 1) -> None:
    """Put the quiz into the history as it is with so many questions left."""
    pack = load_pack()
    with Store() as store:
        interview = Interview(pack)
        recorder = Recorder(store, interview.pack, mode=interview.mode, lang="id")
        for position, entry in enumerate(one.interview.log[:-left], 1):
            recorder.save(position, entry)


def play(pack: Pack, mode: Mode, seed: int) -> Player:
    """Someone who answers with conviction, and differently for each seed."""
    interview, rng = Interview(pack, mode), random.Random(seed)
    keys: list[str] = []
    duels_at = None
    while (question := interview.next()) is not None:
        if isinstance(question, Duel):
            duels_at = len(keys) if duels_at is None else duels_at
            keys.append(rng.choice("12"))
            value: Value = ("left", "right")[int(keys[-1]) - 1]
        else:
            asked_for = pack.relevance[seed % len(pack.roles)][pack.facet_index[question.facet]] > 0
            is_strong = asked_for or question.facet in pack.shared
            value = rng.choice((3, 4, 5)) if is_strong == (question.keyed > 0) else rng.choice((1, 2, 4))
            keys.append(str(value))
        interview.answer(question, value)
    return Player(tuple(keys), duels_at, interview)


@cache
def player(mode: Mode = "quick", verdict: VerdictKind | None = None, *, duels: bool = False) -> Player:
    """The first one who ends with that verdict, and fights duels if asked."""
    pack = load_pack()
    for seed in range(200):
        found = play(pack, mode, seed)
        if verdict in (None, found.verdict) and (not duels or found.duels_at):
            return found
    raise AssertionError(f"nobody ends with {verdict}")
