"""A killed interview: every answer that was followed by a new screen is there, and it opens at the right item."""

from __future__ import annotations

import random
import re
import shutil
import signal
import time
from collections.abc import Sequence
from copy import deepcopy
from itertools import chain, combinations

import pytest

from careerfit.core.model import Item, Pack
from careerfit.core.results.attempt import usable
from careerfit.history.opening import default_folder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview

from .terminal import Terminal

KILLS = 12
"""So many for each face: together more than twenty points."""
ENOUGH = 6
"""Answers after which another interview is begun, so that none comes to its end."""
SHOWS = {"rich": "{position} of at most", "plain": "{position}/40 "}

Said = list[tuple[tuple[str, ...], object]]


def said(interview: Interview) -> Said:
    """What an interview holds: keys and values, in order."""
    return [(entry.keys, entry.value) for entry in interview.log]


def kept(pack: Pack) -> Interview:
    """The interview that the history holds, as it would go on."""
    with Store() as store:
        interviews = store.unfinished()
    if not interviews:
        return Interview(pack)
    log, dropped = usable(pack, interviews[0].rows)
    assert dropped == 0
    return Interview.replay(pack, "quick", log)


def act(interview: Interview, key: str) -> None:
    """Do to the interview what the key does in the program."""
    question = interview.next()
    if question is None:
        raise ValueError("the interview has come to its end")
    if key == "b":
        interview.back()
    else:
        interview.answer(question, None if key == "s" else int(key))


def keys(dice: random.Random, interview: Interview, face: str) -> list[str]:
    """Some keys for which each new screen is awaited: answers mostly, now and then a skip, or a step back.

    No steps back on plain lines, where the earlier question still stands and can't be told from the one shown again.
    """
    chosen = [dice.choice("12345") for _ in range(dice.randrange(1, 4))]
    if dice.random() < 0.4:
        chosen += ["b" if face == "rich" else "s", dice.choice("12345s")]
    return chosen if interview.log else ["4", *chosen]


def statement(interview: Interview) -> str:
    """The statement on show."""
    question = interview.next()
    assert isinstance(question, Item)
    return question.text.en


def seen_position(terminal: Terminal, face: str) -> int:
    """The number of the last question that was shown."""
    if face == "plain":
        return int(re.findall(rb"(\d+)/40 ", bytes(terminal.written))[-1])
    found = re.search(r"(\d+) of at most", terminal.text)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("face", ["rich", "plain"])
def test_killed_at_any_point(pack: Pack, face: str) -> None:
    """Killed at random points, again and again, an interview loses no answer that was followed by a new screen."""
    dice = random.Random(f"kill {face}")
    for _ in range(KILLS):
        before = kept(pack)
        fresh = not before.log or len(before.log) >= ENOUGH
        interview = Interview(pack) if fresh else before
        if before.log and fresh:
            shutil.rmtree(default_folder())  # else it is asked which of them is meant
        options = ["--fresh" if fresh else "--resume", *(["--plain"] if face == "plain" else [])]
        with Terminal("quiz", *options) as terminal:
            if fresh:
                begin(terminal, face)
            assert_at(terminal, face, interview)
            possible = play_and_kill(terminal, face, interview, dice)
        seen = max(seen_position(terminal, face), possible[0][0])
        assert said(kept(pack)) in [state for position, state in possible if position >= seen]


def begin(terminal: Terminal, face: str) -> None:
    """Leave the introduction."""
    terminal.see("Enter start")
    terminal.type("") if face == "plain" else terminal.press("enter")


def assert_at(terminal: Terminal, face: str, interview: Interview) -> None:
    """The program shows the question that the interview is at."""
    terminal.see(SHOWS[face].format(position=interview.position))
    assert " ".join(statement(interview).split()) in terminal.text


def play_and_kill(
    terminal: Terminal, face: str, interview: Interview, dice: random.Random
) -> Sequence[tuple[int, Said]]:
    """Answer, awaiting each screen; then answer without waiting, and kill it somewhere in between.

    Position and answers of every state that it may have been killed in: the last one awaited, and those after it. Any
    of the keys that did not wait may have come too soon to be an answer.
    """
    send = terminal.type if face == "plain" else terminal.press
    for key in keys(dice, interview, face):
        send(key)
        act(interview, key)
        terminal.see(SHOWS[face].format(position=interview.position))
    hasty = [dice.choice("12345") for _ in range(dice.randrange(1, 4))]
    for key in hasty:
        send(key)
    taken = chain.from_iterable(combinations(hasty, count) for count in range(len(hasty) + 1))
    possible = []
    for way in taken:
        further = deepcopy(interview, {id(interview.pack): interview.pack})
        for key in way:
            act(further, key)
        possible.append((further.position, said(further)))
    time.sleep(dice.random() * 0.05)
    terminal.kill(signal.SIGKILL)
    assert -signal.SIGKILL == terminal.end()
    return possible
