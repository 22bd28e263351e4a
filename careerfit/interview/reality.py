"""The reality check: what people believe about a role, as statements that are true or not. It never changes a score."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from careerfit.core.model import Belief, Role
from careerfit.interview import texts
from careerfit.interview.pages import Action, Block, Ending, Face, Flow, Hint, Move, Page, Pair, Paragraph, Scene
from careerfit.text import Lang, Text


class RealityCheck:
    """What someone believes about a role, statement by statement, in an order of its own that is always the same."""

    def __init__(self, role: Role) -> None:
        self.role = role
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

    def next(self) -> Belief | None:
        """The statement on show; None when all have been shown."""
        return self.role.beliefs[self._order[self._at]] if self._at < self.total else None

    @property
    def said(self) -> bool | None:
        """What was said to the statement on show; None where nothing was, or it was skipped."""
        return self._said.get(self._order[self._at])

    def answer(self, said: bool | None) -> None:  # noqa: FBT001  # it is the answer itself
        """Take the statement on show for true, for not true, or pass over it (None)."""
        if self._at >= self.total:
            raise ValueError("all statements have been shown")
        self._said[self._order[self._at]] = said

    def go_on(self) -> None:
        """Show the next statement."""
        self._at += 1

    def back(self) -> bool:
        """Show the statement before; False at the first."""
        self._at = max(0, self._at - 1)
        return self._at > 0

    @property
    def believed(self) -> tuple[bool | None, ...]:
        """What was said, in the order of the role's beliefs; None where nothing was."""
        return tuple(self._said.get(n) for n in range(self.total))

    @property
    def right(self) -> int:
        """How many statements were judged as the profile does."""
        return sum(said == self.role.beliefs[n].holds for n, said in self._said.items() if said is not None)


@dataclass(frozen=True, slots=True)
class Checked:
    """How a reality check ended, in which language, and what was believed, in the order of the role's beliefs."""

    ending: Ending
    lang: Lang
    believed: tuple[bool | None, ...]


def mixed(role: Role) -> tuple[int, ...]:
    """The order in which a role's beliefs are asked: fixed, and saying nothing of which are true."""
    return tuple(sorted(range(len(role.beliefs)), key=lambda n: sha256(role.beliefs[n].statement.id.encode()).digest()))


def run_reality(role: Role, *, face: Face, lang: Lang) -> Checked:
    """Put a role's reality check to the person at the face. A role that has no beliefs is finished at once."""
    check = RealityCheck(role)
    flow = Flow(AskScene(check) if check.total else None, lang)
    if not flow.done:
        face.run(flow)
    return Checked(flow.ending or "finished", flow.lang, check.believed)


class AskScene:
    """One statement: true or not?"""

    MOVES: frozenset[Move] = frozenset({"back", "skip", "leave", "language"})

    def __init__(self, check: RealityCheck) -> None:
        self._check = check

    def page(self, lang: Lang) -> Page:
        check, belief = self._check, self._check.next()
        first = check.position == 1
        back = () if first else (Hint("←", texts.BACK.pick(lang)),)
        page = Page(
            body=(
                Paragraph(belief.statement.pick(lang) if belief else "", "statement"),
                Paragraph(texts.REALITY_ASK.pick(lang)),
            ),
            choices=(texts.TRUE.pick(lang), texts.NOT_TRUE.pick(lang)),
            hints=(
                Hint("1–2", texts.ANSWERS.pick(lang)),
                *back,
                Hint("s", texts.SKIPS.pick(lang)),
                Hint("q", texts.LEAVES.pick(lang)),
                Hint("l", texts.OTHER_LANGUAGE.pick(lang)),
            ),
            moves=self.MOVES - {"back"} if first else self.MOVES,
            selected=None if check.said is None else int(not check.said),
        )
        return _framed(page, check, lang)

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if action == "leave":
            flow.end("paused")
            return None
        if action == "back":
            self._check.back()
            return AskScene(self._check)
        self._check.answer(action == 0 if isinstance(action, int) else None)
        return TellScene(self._check)


class TellScene:
    """What the profile says, beside what was believed."""

    def __init__(self, check: RealityCheck) -> None:
        self._check = check

    def page(self, lang: Lang) -> Page:
        belief = self._check.next()
        page = Page(
            body=tuple(self._told(belief, lang)) if belief else (),
            choices=(texts.NEXT.pick(lang),),
            hints=(
                Hint("Enter", texts.GOES_ON.pick(lang)),
                Hint("←", texts.BACK.pick(lang)),
                Hint("q", texts.LEAVES.pick(lang)),
                Hint("l", texts.OTHER_LANGUAGE.pick(lang)),
            ),
            moves=frozenset({"back", "leave", "language"}),
            selected=0,
        )
        return _framed(page, self._check, lang)

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if action == "leave":
            flow.end("paused")
            return None
        if action == "back":
            return AskScene(self._check)
        self._check.go_on()
        return AskScene(self._check) if self._check.next() is not None else SumScene(self._check)

    def _told(self, belief: Belief, lang: Lang) -> list[Block]:
        head = Paragraph(_outcome(self._check.said, belief.holds).pick(lang), "title")
        says = (texts.PROFILE_SAYS.pick(lang), " ".join(f"“{part.pick(lang)}”" for part in belief.reality))
        if belief.belief is None:
            return [head, Pair((texts.STATEMENT.pick(lang), belief.statement.pick(lang)), says)]
        return [head, Pair((texts.BELIEVED.pick(lang), f"“{belief.belief.pick(lang)}”"), says)]


class SumScene:
    """How many were judged as the profile does."""

    def __init__(self, check: RealityCheck) -> None:
        self._check = check

    def page(self, lang: Lang) -> Page:
        answered = sum(said is not None for said in self._check.believed)
        return Page(
            body=(
                Paragraph(texts.REALITY_END.say(lang, right=self._check.right, total=answered), "title"),
                Paragraph(texts.REALITY_NO_SCORE.pick(lang)),
            ),
            choices=(texts.DONE.pick(lang),),
            hints=(Hint("Enter", texts.DONE.pick(lang).lower()), Hint("←", texts.BACK.pick(lang))),
            moves=frozenset({"back", "leave", "language"}),
            selected=0,
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:  # noqa: ARG002  # the protocol's signature
        if action != "back":
            return None
        self._check.back()
        return AskScene(self._check)


def _framed(page: Page, check: RealityCheck, lang: Lang) -> Page:
    """The page under the role's name and the statement's number."""
    place = f"{check.position}/{check.total}"
    title = texts.REALITY_TITLE.say(lang, role=check.role.name.pick(lang))
    return replace(page, title=title, heading=(place,), share=(check.position - 1) / check.total, position=place)


def _outcome(said: bool | None, holds: bool) -> Text:  # noqa: FBT001  # both are answers themselves
    if said is None:
        return texts.IS_TRUE if holds else texts.IS_NOT_TRUE
    if said == holds:
        return texts.RIGHT_TRUE if holds else texts.RIGHT_NOT_TRUE
    return texts.ACTUALLY_TRUE if holds else texts.ACTUALLY_NOT_TRUE
