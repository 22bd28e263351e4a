"""The scenes of the questions themselves, and what comes after each answer."""

from __future__ import annotations

from careerfit.core.model import Duel
from careerfit.core.outcome import VerdictKind
from careerfit.interview import texts
from careerfit.interview.machine import SIDES, Question, Value
from careerfit.interview.pages import Action, Flow, Hint, Move, Page, Paragraph, Scene
from careerfit.interview.scenes import HelpScene, OfferScene, trouble_note
from careerfit.interview.sitting import Sitting
from careerfit.text import Lang, Text

MOVES: frozenset[Move] = frozenset({"back", "skip", "leave", "help", "language"})
WORTH_MORE: dict[VerdictKind, Text] = {"tie": texts.TIE_TITLE, "unclear": texts.UNCLEAR_TITLE}
"""The verdicts of a quick interview that the remaining items may settle, in words."""


def ahead(sitting: Sitting) -> Scene | None:
    """What comes next: a question, an offer, or None at the end."""
    interview = sitting.interview
    if not interview.finished:
        if interview.mode == "full" and not sitting.offered_to_stop and interview.decided:
            return _offer_to_stop(sitting)
        return QuestionScene(sitting)
    asked = sum(not entry.is_duel for entry in interview.log)
    title = WORTH_MORE.get(interview.result().verdict.kind) if asked < len(interview.pack.items) else None
    return _offer_the_rest(sitting, title) if title is not None else None


class QuestionScene:
    """One statement and the response scale, or one duel and its two sides."""

    def __init__(self, sitting: Sitting, spent: float = 0.0) -> None:
        question = sitting.interview.next()
        if question is None:
            raise ValueError("there is no question left")
        self._sitting = sitting
        self._question: Question = question
        self._spent = spent
        self._since = sitting.clock()

    def page(self, lang: Lang) -> Page:
        interview = self._sitting.interview
        first = interview.position == 1
        return Page(
            body=(Paragraph(self._asks(lang), "statement", self._sitting.longest(self._question, lang)),),
            choices=self._choices(lang),
            hints=_hints(len(self._choices(lang)), lang, first=first, keeps=self._sitting.keeper.keeps),
            moves=MOVES - {"back"} if first else MOVES,
            heading=_heading(self._sitting, lang),
            share=(interview.position - 1) / max(1, interview.at_most),
            position=f"{interview.position}/{interview.at_most}",
            selected=self._chosen_before(),
            note=self._note(lang),
            scale=not isinstance(self._question, Duel),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        interview = self._sitting.interview
        spent = self._spent + self._sitting.clock() - self._since
        if action == "help":
            return HelpScene(self._sitting, lambda: QuestionScene(self._sitting, spent))
        if action == "back":
            interview.back()
            return QuestionScene(self._sitting)
        if action == "leave":
            return _leave(self._sitting, flow, QuestionScene(self._sitting, spent))
        self._sitting.record(self._question, self._value(action) if isinstance(action, int) else None, spent)
        return ahead(self._sitting)

    def _asks(self, lang: Lang) -> str:
        return texts.DUEL.pick(lang) if isinstance(self._question, Duel) else self._question.text.pick(lang)

    def _choices(self, lang: Lang) -> tuple[str, ...]:
        pack, question = self._sitting.interview.pack, self._question
        if isinstance(question, Duel):
            return tuple(pack.facet(key).doing.pick(lang) for key in (question.left, question.right))
        return tuple(step.pick(lang) for step in pack.scale)

    def _value(self, choice: int) -> Value:
        return SIDES[choice] if isinstance(self._question, Duel) else choice + 1

    def _chosen_before(self) -> int | None:
        before = self._sitting.interview.previous
        if before is None:
            return None
        return SIDES.index(before) if isinstance(before, str) else before - 1

    def _note(self, lang: Lang) -> str:
        """The one remark that matters most now."""
        if trouble := trouble_note(self._sitting, lang):
            return trouble
        if self._sitting.remark is not None:
            return self._sitting.remark.pick(lang)
        if self._sitting.interview.was_skipped:
            return texts.SKIPPED_BEFORE.pick(lang)
        chosen = self._chosen_before()
        if chosen is not None:
            return texts.BEFORE.say(lang, n=chosen + 1, answer=self._choices(lang)[chosen])
        return texts.HURRY.pick(lang) if self._sitting.haste.showing else ""


def _heading(sitting: Sitting, lang: Lang) -> tuple[str, ...]:
    interview = sitting.interview
    where = texts.POSITION_QUICK if interview.mode == "quick" else texts.POSITION_FULL
    return (
        where.say(lang, n=interview.position, most=interview.at_most),
        time_left(sitting.minutes_left(sitting.left), lang),
    )


def time_left(minutes: int, lang: Lang) -> str:
    """So many minutes, in words."""
    words = texts.SECONDS_LEFT if minutes == 0 else texts.MINUTE_LEFT if minutes == 1 else texts.MINUTES_LEFT
    return words.say(lang, minutes=minutes)


def _hints(number: int, lang: Lang, *, first: bool, keeps: bool) -> tuple[Hint, ...]:
    back = () if first else (Hint("←", texts.BACK.pick(lang)),)
    return (
        Hint(f"1–{number}", texts.ANSWERS.pick(lang)),
        *back,
        Hint("s", texts.SKIPS.pick(lang)),
        Hint("q", (texts.SAVES_AND_LEAVES if keeps else texts.LEAVES).pick(lang)),
        Hint("?", texts.HELPS.pick(lang)),
    )


def _back(sitting: Sitting) -> Scene:
    sitting.interview.back()
    return QuestionScene(sitting)


def _offer_the_rest(sitting: Sitting, title: Text) -> Scene:
    def go_on(_: Flow) -> Scene | None:
        sitting.interview.extend()
        sitting.keeper.extend()
        return ahead(sitting)

    options = ((texts.SEE_RESULT, lambda _: None), (texts.ANSWER_REST, go_on))
    return OfferScene(sitting, (title, texts.TIE_OFFER), options, lambda: _back(sitting))


def _offer_to_stop(sitting: Sitting) -> Scene:
    sitting.offered_to_stop = True
    options = ((texts.SEE_RESULT, lambda _: None), (texts.ANSWER_REST, lambda _: QuestionScene(sitting)))
    return OfferScene(sitting, (texts.DECIDED_TITLE, texts.DECIDED_OFFER), options, lambda: _back(sitting))


def _leave(sitting: Sitting, flow: Flow, stay: Scene) -> Scene | None:
    """Leave at once where everything is kept; ask where it would be lost."""

    def go(flow: Flow) -> Scene | None:
        flow.end("paused")
        return None

    if sitting.keeper.keeps or not sitting.interview.log:
        return go(flow)
    options = ((texts.STAY, lambda _: stay), (texts.LEAVE, go))
    return OfferScene(sitting, (texts.LEAVE_TITLE, texts.LEAVE_LOSES), options, lambda: stay)
