"""An interview from its first page to its last: the questions, what comes after each answer, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from careerfit.core.confidence import ENOUGH, NO_PATTERN, NOT_SURE
from careerfit.core.model import SIDES, Duel, Value
from careerfit.core.results.result import Result
from careerfit.interview import texts
from careerfit.interview.interview import Interview, Question
from careerfit.interview.pace import Clock
from careerfit.interview.pages import Action, Ending, Face, Flow, Move, Page, Paragraph, Scene
from careerfit.interview.scenes import (
    Moves,
    Next,
    back_to,
    help_scene,
    introduction,
    language_scene,
    offer,
    pause,
    said,
    trouble_note,
)
from careerfit.interview.session import Keeper, Last, Session
from careerfit.text import Lang, Text


def ahead(session: Session) -> Scene | None:
    """What comes next: a question, an offer, or None at the end."""
    interview = session.interview
    if not interview.finished:
        if interview.mode == "full" and not session.offered_to_stop and interview.decided:
            return _offer_to_stop(session)
        return QuestionScene(session)
    result = interview.result()
    kind = result.verdict.kind
    if interview.stopped_early and kind == "clear":
        put = len(interview.log)
        return _offer_the_rest(session, texts.CLEAR_TITLE.fill(n=put), texts.CLEAR_OFFER)
    title = _worth_more(result) if session.unanswered else None
    return _offer_the_rest(session, title, texts.TIE_OFFER) if title is not None else session.close(session)


def _worth_more(result: Result) -> Text | None:
    """What the remaining items may settle, in words; None where they won't."""
    if result.verdict.kind == "tie":
        return texts.TIE_TITLE
    if result.verdict.kind == "unclear":
        leans = result.ranking[0].probability >= ENOUGH  # then the way of answering alone keeps a role from being named
        return NOT_SURE if leans else NO_PATTERN
    return None


def go_on(session: Session, keeper: Keeper) -> Scene | None:
    """Go on to the items that were not put yet, after the result was shown; ``keeper`` keeps that from now on."""
    session.keeper = keeper
    session.interview.extend()
    keeper.extend()
    return ahead(session)


class QuestionScene:
    """One statement and the response scale, or one duel and its two sides."""

    def __init__(self, session: Session, spent: float = 0.0) -> None:
        question = session.interview.next()
        if question is None:
            raise ValueError("there is no question left")
        self._session = session
        self._question: Question = question
        self._spent = spent
        self._since = session.clock()

    def page(self, lang: Lang) -> Page:
        interview, note = self._session.interview, self._note(lang)
        return Page(
            body=(Paragraph(self._asks(lang), "statement", self._session.longest(self._question, lang)),),
            choices=self._choices(lang),
            chooses=texts.ANSWERS.pick(lang),
            moves=said(self._moves(), lang),
            heading=_heading(self._session, lang),
            share=(interview.position - 1) / max(1, interview.at_most),
            position=f"{interview.position}/{interview.at_most}",
            selected=self._chosen_before(),
            note=note,
            note_stays=note in (trouble_note(self._session, lang), texts.HURRY.pick(lang)),
            scale=not isinstance(self._question, Duel),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        spent = self._spent + self._session.clock() - self._since
        if action == "help":
            return help_scene(self._session, self.page, lambda: QuestionScene(self._session, spent))
        if action == "back":
            return _back(self._session)
        if action == "leave":
            return _leave(self._session, flow, lambda: QuestionScene(self._session, spent))
        self._session.record(self._question, self._value(action) if isinstance(action, int) else None, spent)
        return ahead(self._session)

    def _moves(self) -> dict[Move, Text | None]:
        leaves = texts.SAVES_AND_LEAVES if self._session.keeper.keeps else texts.LEAVES
        moves: dict[Move, Text | None] = {"skip": texts.SKIPS, "leave": leaves, "help": texts.HELPS, "language": None}
        return moves if self._session.interview.position == 1 else {"back": texts.BACK, **moves}

    def _asks(self, lang: Lang) -> str:
        if isinstance(self._question, Duel):
            first, second = self._session.interview.contenders
            return texts.DUEL.say(lang, first=first.name.clean(lang), second=second.name.clean(lang))
        return self._question.text.pick(lang)

    def _choices(self, lang: Lang) -> tuple[str, ...]:
        pack, question = self._session.interview.pack, self._question
        if isinstance(question, Duel):
            return tuple(pack.facet(key).doing.pick(lang) for key in (question.left, question.right))
        return tuple(step.pick(lang) for step in pack.scale)

    def _value(self, choice: int) -> Value:
        return SIDES[choice] if isinstance(self._question, Duel) else choice + 1

    def _chosen_before(self) -> int | None:
        before = self._session.interview.previous
        if before is None:
            return None
        return SIDES.index(before) if isinstance(before, str) else before - 1

    def _note(self, lang: Lang) -> str:
        """The one remark that matters most now."""
        if trouble := trouble_note(self._session, lang):
            return trouble
        if self._session.remark is not None:
            return self._session.remark.pick(lang)
        if self._session.interview.was_skipped:
            return texts.SKIPPED_BEFORE.pick(lang)
        chosen = self._chosen_before()
        if chosen is not None:
            return texts.BEFORE.say(lang, n=chosen + 1, answer=self._choices(lang)[chosen])
        return texts.HURRY.pick(lang) if self._session.haste.showing else ""


def _heading(session: Session, lang: Lang) -> tuple[str, ...]:
    interview = session.interview
    where = texts.POSITION_QUICK if interview.mode == "quick" else texts.POSITION_FULL
    return (
        where.say(lang, n=interview.position, most=interview.at_most),
        time_left(session.minutes_left(session.left), lang),
    )


def time_left(minutes: int, lang: Lang) -> str:
    """So many minutes, in words."""
    return (texts.MINUTES_LEFT if minutes else texts.SECONDS_LEFT).say(lang, minutes=minutes)


def _back(session: Session) -> Scene:
    session.interview.back()
    return QuestionScene(session)


def _offer_the_rest(session: Session, title: Text, sentence: Text) -> Scene:
    options = [_finish(session), (texts.ANSWER_REST, lambda _: go_on(session, session.keeper))]
    return offer(session, title, sentence, options, _around_offer(session))


def _offer_to_stop(session: Session) -> Scene:
    session.offered_to_stop = True
    options = [_finish(session), (texts.ANSWER_REST, lambda _: QuestionScene(session))]
    return offer(session, texts.DECIDED_TITLE, texts.DECIDED_OFFER, options, _around_offer(session))


def _around_offer(session: Session) -> Moves:
    """What can be done at an offer besides taking it: back to the last question, or out, as from a question."""
    leaves = texts.SAVES_AND_LEAVES if session.keeper.keeps else texts.LEAVES

    def leave(flow: Flow) -> Scene | None:
        return _leave(session, flow, lambda: ahead(session))

    return {**back_to(lambda: _back(session)), "leave": (leaves, leave)}


def _finish(session: Session) -> tuple[Text, Next]:
    """The choice that leads to the result."""
    return texts.SEE_RESULT, lambda _: session.close(session)


def _leave(session: Session, flow: Flow, stay: Callable[[], Scene | None]) -> Scene | None:
    """Leave at once where everything is kept; ask where it would be lost."""
    if session.keeper.keeps or not session.interview.log:
        pause(flow)
        return None
    options = [(texts.STAY, lambda _: stay()), (texts.LEAVE, pause)]
    return offer(session, texts.LEAVE_TITLE, texts.LEAVE_LOSES, options, back_to(stay))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: ``finished``, ``paused`` (left with q) or ``interrupted`` (Ctrl-C, Ctrl-D, terminal gone).

    ``spoke``: did the person choose the language?
    """

    ending: Ending
    lang: Lang
    spoke: bool = False


def run(  # noqa: PLR0913  # what an interview depends on, all by name
    interview: Interview,
    *,
    face: Face,
    lang: Lang,
    keeper: Keeper,
    clock: Clock = monotonic,
    ask_language: bool = False,
    introduce: bool = True,
    remark: Text | None = None,
    close: Callable[[Session], Scene | None] = lambda _: None,
    last: Last | None = None,
    see_last: bool = False,
) -> Outcome:
    """Put the interview to the person at the face, from where it stands.

    Every answer goes to the keeper before the next question shows. An interview that is resumed needs neither
    ``ask_language`` nor ``introduce``. ``remark`` is told with the first question; ``close`` is what comes at the end,
    and ``last`` is the last result, for the introduction; ``see_last`` shows it at once, where it can be shown.
    """
    session = Session(interview, keeper, clock, remark, close)
    session.last = last
    if see_last and last is not None and last.again is not None:
        flow = Flow(last.again(clock), lang, keeper.speak)
    else:
        flow = start(session, lang, ask_language=ask_language, introduce=introduce)
    if not flow.done:
        face.run(flow)
    return Outcome(flow.ending or "finished", flow.lang, flow.spoke)


def start(session: Session, lang: Lang, *, ask_language: bool, introduce: bool) -> Flow:
    """The flow of an interview, at its first scene."""

    def first() -> Scene | None:
        return introduction(session, lambda: ahead(session)) if introduce else ahead(session)

    return Flow(language_scene(first) if ask_language else first(), lang, session.keeper.speak)
