"""The program on a screen that is drawn in this process: the same pages and keys, without a terminal."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from itertools import count
from queue import Queue
from typing import Self

from careerfit.cli.interviewing.reality import check_reality
from careerfit.cli.interviewing.start_or_resume import QuizOptions, hold_interview
from careerfit.cli.settings import Settings, settle_language
from careerfit.errors import CareerfitError
from careerfit.interview.pages import KEYS, Flow, Move
from careerfit.interview.screen_face import Screen

WAYS: dict[str, Move] = {**KEYS, "left": "back"}
PATIENCE = 60.0


class Drawn:
    """A call of the quiz, or of a role's reality check, on a screen of ``columns`` by ``rows``.

    It runs in a thread that waits for keys, and is interrupted at the end.
    """

    def __init__(self, *args: str, columns: int, rows: int, env: Mapping[str, str | None]) -> None:
        environ = {name: value for name, value in env.items() if value is not None}
        self._settings = Settings(settle_language(args, environ), environ)
        self._args, self._size = args, (columns, rows)
        self._keys: Queue[str] = Queue()
        self._shown: Queue[str] = Queue()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._screen = self._shown.get(timeout=PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._keys.put("ctrl-c")
        self._thread.join(PATIENCE)

    def press(self, *keys: str) -> None:
        """Press keys, by their names or as they are; what is on the screen then is what ``see`` sees."""
        for key in keys:
            self._keys.put(key)
            self._screen = self._shown.get(timeout=PATIENCE)

    def see(self, text: str) -> str:
        """The screen, which must say this."""
        assert " ".join(text.split()) in " ".join(self._screen.split()), f"{text!r} is not on {self._screen}"
        return self._screen

    def run(self, flow: Flow) -> None:
        """Show the flow and wait for keys, as a face does."""
        screen = Screen(flow, clock=partial(next, count()))  # every key comes a second after its page
        while not flow.done:
            rows = screen.rows(*self._size)
            lines = ("".join(text for _, text, *_ in row.line).rstrip() for row in rows)
            self._shown.put("\n".join(lines).rstrip() + "\n")
            key = self._keys.get(timeout=PATIENCE)
            if key == "ctrl-c":
                flow.press("interrupt")
            elif key in ("up", "down"):
                screen.move(1 if key == "down" else -1)
            elif key == "enter":
                screen.take()
            else:
                screen.press(int(key) - 1 if key.isdigit() else WAYS[key])

    def _work(self) -> None:
        command, *rest = self._args
        try:
            if command == "quiz":
                hold_interview(self._settings, QuizOptions(resume="--resume" in rest), lambda _: None, face=self)
            else:
                check_reality(self._settings, self._settings.load_pack().role(rest[0]), face=self)
        except CareerfitError as ended:
            self._ended = ended
