"""Eight people at the quiz, in a pseudo-terminal of 24 rows: what is left there when they have gone.

``python -m tests.e2e.ways`` writes it to ``tests/e2e/ways/``; the tests compare. Look at what has changed before
committing it.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from careerfit.core.model import SIDES, Duel, Item, Pack
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview
from careerfit.pack import load_pack
from careerfit.text import Lang
from tests.report.people import PEOPLE, response

from .player import Player, leave, player
from .terminal import Terminal

FOLDER = Path(__file__).with_name("ways")
ROWS = 24
SAYS = {"id": "Simpan laporan", "en": "Save a report"}
"""What a result says, whatever it is."""
Answering = Callable[[Pack, Item], int]
"""What somebody answers to an item, from 1 to 5."""


@dataclass(frozen=True, slots=True)
class Way:
    """Who it is, where, and what they do with the result: keys, each with what the screen then says."""

    who: Callable[[], Player]
    columns: int = 80
    lang: Lang = "id"
    keys: Sequence[tuple[str, str]] = field(default=(("q", ""),))
    plain: bool = False
    before: bool = False
    """Is there an attempt from some months ago?"""


def interviewed(answering: Answering) -> Player:
    """The quick interview of somebody who answers so, and takes now the left, now the right side of a duel."""
    pack = load_pack()
    interview, keys = Interview(pack), list[str]()
    while (question := interview.next()) is not None:
        if isinstance(question, Duel):
            side = len(keys) % 2
            keys.append(str(side + 1))
            interview.answer(question, SIDES[side])
        else:
            value = answering(pack, question)
            keys.append(str(value))
            interview.answer(question, value, 6.0)
    return Player(tuple(keys), None, interview)


def like(name: str) -> Player:
    """Answers as one of the people does; in the middle where that one has no answer."""
    given = PEOPLE[name](load_pack()).responses
    return interviewed(lambda _, item: given.get(item.key, 3))


def threes() -> Player:
    """Can't decide, ever."""
    return interviewed(lambda _, __: 3)


def low() -> Player:
    """Does not care for people."""
    return interviewed(lambda pack, item: response(item, 1 if item.facet in pack.shared else 4))


WAYS: dict[str, Way] = {
    "student": Way(
        partial(like, "clear"), keys=(("5", "Nama siapa"), ("Sari\r", "Buka file ini"), ("1", SAYS["id"]), ("q", ""))
    ),
    "narrow": Way(partial(like, "clear"), columns=40),
    "wide": Way(
        partial(like, "clear"), columns=120, lang="en", keys=(("1", "Why not the second"), ("1", SAYS["en"]), ("q", ""))
    ),
    "torn": Way(partial(player, verdict="tie", duels=True)),
    "misfit": Way(low),
    "threes": Way(threes),
    "retake": Way(partial(like, "alert"), before=True),
    "plain": Way(partial(like, "clear"), plain=True, keys=(("q", ""),)),
}


def left_behind(way: Way, folder: Path) -> str:
    """The last rows once somebody has gone this way in that folder, which is not told, and nor is the day."""
    pack = load_pack()
    if way.before:
        earlier = like("tie-of-three").interview
        with Store() as store:
            recorder = Recorder(store, pack, mode="quick", lang=way.lang)
            for position, reply in enumerate(earlier.log, 1):
                recorder.save(position, reply)
            recorder.finish(earlier.result())
    one = way.who()
    leave(one)
    args = ["quiz", "--resume", *(["--plain"] if way.plain else [])]
    enter = "\n" if way.plain else ""
    with Terminal(*args, columns=way.columns, rows=ROWS, env={"CAREERFIT_LANG": way.lang}) as terminal:
        terminal.see(f"{len(one.keys)}/" if way.plain else f"{len(one.keys)} ")
        terminal.press(one.keys[-1] + enter)
        if one.verdict in ("tie", "unclear") or one.interview.stopped_early:
            terminal.see("1 Lihat hasilnya" if way.lang == "id" else "1 See the result")
            terminal.press("1" + enter)
        terminal.see(SAYS[way.lang])
        for key, says in way.keys:
            terminal.press(key + enter)
            if says:
                terminal.see(says)
        if terminal.end():
            raise AssertionError(terminal.screen)
        screen = terminal.screen.replace(str(folder), "HERE")
    return re.sub(r"\d{4}-\d\d-\d\d", "TODAY", screen)


def main() -> None:
    """Write what everybody leaves behind."""
    FOLDER.mkdir(exist_ok=True)
    for name, way in WAYS.items():
        with tempfile.TemporaryDirectory(prefix="w") as here, tempfile.TemporaryDirectory() as home:
            os.environ.update(HOME=home, XDG_STATE_HOME=home)
            os.chdir(here)
            text = left_behind(way, Path(here))
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
