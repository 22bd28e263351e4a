"""The reality check: what people believe about a role, as statements that are true or not. It never changes a score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from careerfit.core.model import Belief, Role
from careerfit.core.reality import NO_SCORE, PROFILE_SAYS, TITLE, counted, outcome
from careerfit.core.reality import total as sum_up
from careerfit.interview import texts
from careerfit.interview.pages import Block, Ending, Face, Flow, Page, Pair, Paragraph, Scene
from careerfit.interview.scenes import LEAVING, Menu, Moves, Next, back_to, paragraphs
from careerfit.text import Lang

Believed: TypeAlias = tuple[bool | None, ...]
"""What was said, in the order of the role's beliefs; None where nothing was."""
Heard: TypeAlias = Callable[[Believed], None]


class RealityCheck:
    """What someone believes about a role, statement by statement, in an order of its own that is always the same."""

    def __init__(self, role: Role, heard: Heard = lambda _: None, after: Next = lambda _: None) -> None:
        """``heard`` is told all that was said, each time that something is; ``after`` is what comes at the end."""
        self.role = role
        self.after = after
        self._heard = heard
        self._order = mixed(role)
        self._said: dict[int, bool | None] = {}
        self._at = 0

    @property
    def position(self) -> int:
        """The number of the statement on show, from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        """How many statements there are."""
        return len(self._order)

    @property
    def current(self) -> Belief:
        """The statement on show; the last one after all have been."""
        return self.role.beliefs[self._order[self._at]]

    @property
    def said(self) -> bool | None:
        """What was said to the statement on show; None where nothing was, or it was skipped."""
        return self._said.get(self._order[self._at])

    def answer(self, said: bool | None) -> None:  # noqa: FBT001  # it is the answer itself
        """Take the statement on show for true, for not true, or pass over it (None)."""
        self._said[self._order[self._at]] = said
        self._heard(self.believed)

    def go_on(self) -> bool:
        """Show the next statement; False where there is none."""
        if self._at + 1 >= self.total:
            return False
        self._at += 1
        return True

    def back(self) -> bool:
        """Show the statement before; False at the first."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    @property
    def believed(self) -> Believed:
        """What was said, in the order of the role's beliefs; None where nothing was."""
        return tuple(self._said.get(n) for n in range(self.total))


@dataclass(frozen=True, slots=True)
class Checked:
    """How a reality check ended, in which language, and what was believed, in the order of the role's beliefs."""

    ending: Ending
    lang: Lang
    believed: Believed


def mixed(role: Role) -> tuple[int, ...]:
    """The order in which a role's beliefs are asked: fixed, and saying nothing of which are true."""
    return tuple(sorted(range(len(role.beliefs)), key=lambda n: sha256(role.beliefs[n].statement.id.encode()).digest()))


def run_reality(role: Role, *, face: Face, lang: Lang) -> Checked:
    """Put a role's reality check to the person at the face. A role that has no beliefs is finished at once."""
    check = RealityCheck(role)
    flow = Flow(ask(check) if check.total else None, lang)
    if not flow.done:
        face.run(flow)
    return Checked(flow.ending or "finished", flow.lang, check.believed)


def ask(check: RealityCheck) -> Menu:
    """One statement: true or not?"""

    def answered(said: bool | None) -> Next:  # noqa: FBT001  # it is the answer itself
        def tell_how_it_is(_: Flow) -> Scene:
            check.answer(said)
            return tell(check)

        return tell_how_it_is

    def back(_: Flow) -> Scene:
        check.back()
        return ask(check)

    def finish(page: Page, lang: Lang) -> Page:
        return _framed(replace(page, selected=None if check.said is None else int(not check.said)), check, lang)

    moves: Moves = {"skip": (texts.SKIPS, answered(None)), **LEAVING}
    return Menu(
        lambda lang: [
            Paragraph(check.current.statement.pick(lang), "statement"),
            Paragraph(texts.REALITY_ASK.pick(lang)),
        ],
        [(texts.TRUE, answered(said=True)), (texts.NOT_TRUE, answered(said=False))],
        moves if check.position == 1 else {"back": (texts.BACK, back), **moves},
        chooses=texts.ANSWERS,
        finish=finish,
    )


def tell(check: RealityCheck) -> Menu:
    """What the profile says, beside what was believed."""

    def go_on(_: Flow) -> Scene:
        return ask(check) if check.go_on() else total(check)

    return Menu(
        lambda lang: _told(check.current, check.said, lang),
        [(texts.NEXT, go_on)],
        {"back": (texts.BACK, lambda _: ask(check)), **LEAVING},
        chooses=texts.GOES_ON,
        finish=lambda page, lang: _framed(page, check, lang),
    )


def total(check: RealityCheck) -> Menu:
    """How many were judged as the profile does."""
    _, answered = counted(check.role, check.believed)
    return Menu(
        paragraphs(sum_up(check.role, check.believed), NO_SCORE if answered else None),
        [(texts.DONE, check.after)],
        back_to(lambda: ask(check)),
        chooses=texts.ENDS,
    )


def _told(belief: Belief, said: bool | None, lang: Lang) -> list[Block]:  # noqa: FBT001  # the answer itself
    head = Paragraph(outcome(said, belief.holds).pick(lang), "title")
    says = (PROFILE_SAYS.pick(lang), " ".join(f"“{part.pick(lang)}”" for part in belief.reality))
    if belief.belief is None:
        return [head, Pair((texts.STATEMENT.pick(lang), belief.statement.pick(lang)), says)]
    return [head, Pair((texts.BELIEVED.pick(lang), f"“{belief.belief.pick(lang)}”"), says)]


def _framed(page: Page, check: RealityCheck, lang: Lang) -> Page:
    """The page under the role's name and the statement's number."""
    place = f"{check.position}/{check.total}"
    title = TITLE.say(lang, role=check.role.name.pick(lang))
    return replace(page, title=title, heading=(place,), share=(check.position - 1) / check.total, position=place)
