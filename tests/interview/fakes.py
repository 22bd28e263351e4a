"""What an interview depends on, without a terminal, a disk or a real clock."""

from __future__ import annotations

from collections.abc import Iterable

from careerfit.core.model import Duel, Pack, Reply
from careerfit.interview.interview import Interview, Mode
from careerfit.interview.pages import Action, Flow, Page
from careerfit.interview.questions import start
from careerfit.interview.session import NoKeeper, Session
from careerfit.text import Lang, Text


class Hands:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Memory(NoKeeper):
    """Keeps everything where a test can see it, by position; ``calls`` in the order in which they came."""

    keeps = True

    def __init__(self, trouble: Text | None = None) -> None:
        super().__init__(trouble)
        self.rows: dict[int, Reply] = {}
        self.calls: list[str] = []

    def save(self, position: int, entry: Reply) -> None:
        self.rows[position] = entry
        self.calls.append(f"save {position} {entry.value}")

    def extend(self) -> None:
        self.calls.append("extend")

    def speak(self, lang: Lang) -> None:
        self.calls.append(f"speak {lang}")


class Talk:
    """A flow with its clock and its keeper at hand; each action takes ``seconds``."""

    def __init__(
        self,
        pack: Pack,
        mode: Mode = "quick",
        log: Iterable[Reply] = (),
        *,
        keeper: NoKeeper | None = None,
        lang: Lang = "en",
        ask_language: bool = False,
        introduce: bool = False,
        remark: Text | None = None,
    ) -> None:
        self.clock = Hands()
        self.keeper = keeper or Memory()
        self.interview = Interview.replay(pack, mode, log)
        self.session = Session(self.interview, self.keeper, self.clock, remark)
        self.flow: Flow = start(self.session, lang, ask_language=ask_language, introduce=introduce)

    def press(self, *actions: Action, seconds: float = 5.0) -> Talk:
        for action in actions:
            self.clock.now += seconds
            assert self.flow.press(action), (action, self.flow.page())
        return self

    @property
    def page(self) -> Page:
        return self.flow.page()

    @property
    def says(self) -> str:
        """The first thing on the page."""
        return getattr(self.page.body[0], "text", "")

    def until_offer(self, choice: int) -> Talk:
        """Answer the same to everything until something else than a question is on show, or the end."""
        while not self.flow.done and self.page.position:
            self.press(choice % len(self.page.choices))
        return self


def answered(pack: Pack, number: int, mode: Mode = "quick", value: int = 4) -> list[Reply]:
    """The log of an interview with so many answers; a duel's is its left side."""
    interview = Interview(pack, mode)
    for _ in range(number):
        question = interview.next()
        assert question is not None
        interview.answer(question, "left" if isinstance(question, Duel) else value, 5.0)
    return interview.log
