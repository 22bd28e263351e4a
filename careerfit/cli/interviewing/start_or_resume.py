"""An interview at the terminal, from wherever it was left to its result: which one, on which face, and what is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from careerfit.cli.errors import DONE, INTERRUPTED, tell
from careerfit.cli.interviewing.closing import Closing
from careerfit.cli.interviewing.faces import face_of
from careerfit.cli.last_language import remember_language
from careerfit.cli.result_formats import said_again
from careerfit.cli.saved_attempts import all_unfinished, attempt_of, newest_attempt, open_store, replayed, resume
from careerfit.core.model import Pack
from careerfit.core.results.attempt import usable
from careerfit.errors import CareerfitError, UsageError
from careerfit.history.faults import HistoryUnavailable
from careerfit.history.opening import PATIENCE
from careerfit.history.recorder import Opener, Recorder
from careerfit.interview.interview import Interview, Mode
from careerfit.interview.pace import Clock
from careerfit.interview.questions import run
from careerfit.interview.scenes import choose, offer_to_resume
from careerfit.interview.session import Last, NoKeeper, Session
from careerfit.text import LANGUAGES, Lang, Text

if TYPE_CHECKING:
    from careerfit.cli.saved_attempts import Resumable
    from careerfit.cli.settings import Settings
    from careerfit.core.results.attempt import Attempt
    from careerfit.history.store import Store
    from careerfit.interview.pages import Ending, Face, Flow, Scene

NOTHING_TO_RESUME = Text(
    "Tidak ada kuis yang bisa dilanjutkan. Mulai dengan: careerfit quiz{options}",
    "There is no quiz to go on with. Start one with: careerfit quiz{options}",
)
ALL_ASKED = Text(
    "Di hasil {number} semua pertanyaan sudah ditanyakan. Mulai baru dengan: careerfit quiz --fresh{options}",
    "In result {number} all questions have been asked. Start anew with: careerfit quiz --fresh{options}",
)
Choice = TypeVar("Choice")
WHICH = Text("Kuis yang mana?", "Which quiz?")
UNFINISHED = Text("{count} jawaban, {when}", "{count} answer{count_s}, {when}")
MOST_NAMED = 9
"""So many can be told apart by one key each."""
TRIED_AGAIN = Text(
    "Setiap kali kamu menjawab, penyimpanannya dicoba lagi.", "Each time you answer, saving is tried again."
)
SAVED = Text(
    "{count} jawaban tersimpan. Lanjutkan kapan saja: careerfit quiz --resume{options}",
    "{count} answer{count_s} saved. Go on at any time: careerfit quiz --resume{options}",
)
NOTHING_NEW = Text(
    "Tidak ada jawaban baru; hasil {number} tetap seperti semula. Lanjutkan kapan saja: "
    "careerfit quiz --continue {number}{options}",
    "Nothing new was answered; result {number} stays as it was. Go on at any time: "
    "careerfit quiz --continue {number}{options}",
)
NOT_SAVED = Text("Kuis berhenti. Jawabanmu tidak disimpan.", "The quiz has stopped. Your answers were not saved.")
PARTLY_SAVED = Text(
    "{kept} dari {count} jawaban tersimpan, sisanya tidak ({why}). Lanjutkan kapan saja: "
    "careerfit quiz --resume{options}",
    "{kept} of {count} answer{count_s} saved, the rest were not ({why}). Go on at any time: "
    "careerfit quiz --resume{options}",
)
NOTHING_ANSWERED = Text(
    "Belum ada jawaban. Mulai lagi kapan saja: careerfit quiz{options}",
    "No answers yet. Start again at any time: careerfit quiz{options}",
)


@dataclass(frozen=True, slots=True)
class QuizOptions:
    """What the call asks for.

    ``onward``: the number of the finished attempt to take on. ``name``: whose attempt it is. ``pages``: is the result
    to be read here, page by page?
    """

    mode: Mode = "quick"
    resume: bool = False
    fresh: bool = False
    save: bool = True
    pages: bool = False
    onward: int | None = None
    name: str = ""


class StoppedError(CareerfitError):
    """The person left before the end; the message says what was kept, and how to go on."""

    def __init__(self, headline: Text, ending: Ending) -> None:
        super().__init__(headline)
        self.exit_code = DONE if ending == "paused" else INTERRUPTED


def hold_interview(
    settings: Settings,
    options: QuizOptions,
    show: Callable[[Closing], None],
    *,
    face: Face | None = None,
    history: Opener = open_store,
) -> None:
    """The interview, from wherever it was left, to the result. Raises ``StoppedError`` where it is interrupted.

    ``face`` stands in for that of the terminal, ``history`` for what opens the user's own.
    """
    pack = settings.load_pack()
    with contextlib.ExitStack() as stack:
        place = _Place(pack, _late(settings, stack, history))
        if options.save:
            needs_history = options.resume or options.onward is not None
            place.store, place.trouble = _open_history(settings, stack, history, needed=needs_history)
        _hold(settings, options, show, place, face)


@dataclass(slots=True)
class _Place:
    """The pack, and where answers are kept; ``trouble`` is why that could not be opened, and ``again`` tries it."""

    pack: Pack
    again: Opener
    store: Store | None = None
    trouble: Text | None = None


def _open_history(
    settings: Settings, stack: contextlib.ExitStack, history: Opener, *, needed: bool
) -> tuple[Store | None, Text | None]:
    """The history, or why there is none; where an interview in it is to go on, that is an error."""
    try:
        store = stack.enter_context(history(PATIENCE))
    except HistoryUnavailable as error:
        if needed:
            raise
        tell([error.headline.pick(settings.lang), TRIED_AGAIN.pick(settings.lang)])
        return None, error.why
    tell(note.pick(settings.lang) for note in store.notes)
    return store, None


def _late(settings: Settings, stack: contextlib.ExitStack, history: Opener) -> Opener:
    """What opens the history during the interview. Its notes are told at the end: until then a screen hides them."""

    def opened(patience: float) -> Store:
        store = stack.enter_context(history(patience))
        stack.callback(lambda: tell(note.pick(settings.lang) for note in store.notes))
        return store

    return opened


def _hold(
    settings: Settings, options: QuizOptions, show: Callable[[Closing], None], place: _Place, given: Face | None
) -> None:
    face = given or face_of(settings)
    ask_language = settings.language.by == "default"
    last = _last_result(options, place)
    found, sees_last = _left_before(settings, options, place, face, last)
    interview, keeper = _begin(settings, options, place, found)
    closing = Closing(settings, keeper, pages=options.pages, name=options.name)
    is_new = found is None and options.onward is None
    outcome = run(
        interview,
        face=face,
        lang=settings.lang,
        keeper=keeper,
        ask_language=ask_language and is_new,
        introduce=is_new,
        remark=found.remark if found is not None and options.resume else None,
        last=last.offered(place.pack, closing) if last is not None and is_new else None,
        see_last=sees_last,
        close=closing.begin,
    )
    _speak(settings, outcome.lang)
    if outcome.spoke:
        remember_language(outcome.lang)
    if closing.result is None:
        closing.attempt.keeper.catch_up()
        closing.tell_written()
        held = closing.interview or interview
        raise _stopped(settings, outcome.ending, held.answered, closing.attempt.keeper, options.onward)
    closing.tell_written()
    closing.tell_unsaved()
    show(closing)


class _LastResult(NamedTuple):
    """The newest attempt of this pack; ``shows``: pages do, and its profiles are still those in use."""

    attempt: Attempt
    shows: bool

    def said(self) -> Text:
        """What came of it, in a sentence."""
        from careerfit.report.views.history import last_line

        return Text(*(last_line(self.attempt, lang) for lang in LANGUAGES))

    def offered(self, pack: Pack, closing: Closing) -> Last:
        """What came of it, and how it shows again, where it does."""

        def again(clock: Clock) -> Scene | None:
            log, _ = usable(pack, self.attempt.rows)
            interview = replayed(pack, self.attempt.mode, log)
            return closing.show_again(Session(interview, NoKeeper(), clock, close=closing.begin), self.attempt)

        return Last(self.said(), again if self.shows else None)


def _last_result(options: QuizOptions, place: _Place) -> _LastResult | None:
    """The last result; None where there is none, or where it can't be read."""
    attempt = None
    with contextlib.suppress(HistoryUnavailable):
        attempt = newest_attempt(place.store, place.pack)
    if attempt is None:
        return None
    return _LastResult(attempt, options.pages and attempt.pack.fingerprint == place.pack.fingerprint)


class _Start(NamedTuple):
    """What the person starts with: an unfinished interview, the last result (``sees_last``), or else a new one."""

    found: Resumable | None = None
    sees_last: bool = False


def _left_before(
    settings: Settings, options: QuizOptions, place: _Place, face: Face, last: _LastResult | None
) -> _Start:
    """How the person wants to start, who is asked where there is an unfinished interview."""
    store = place.store
    if store is None or options.fresh or options.onward is not None:
        found = []
    else:
        found = all_unfinished(store, place.pack, left_behind=options.resume)
    if store is None or not found:
        if options.resume:
            raise UsageError(NOTHING_TO_RESUME.fill(options=said_again(settings)))
        return _Start()
    if settings.language.by == "default":
        _speak(settings, cast("Lang", found[0].interview.lang))
    seen = last.said() if last is not None and last.shows else None
    chosen = _Start()
    try:
        chosen = _chosen(settings, options, found, face, seen)
    finally:
        for one in found:
            if one is not chosen.found:
                store.release(one.interview.id)
    return chosen


def _chosen(
    settings: Settings, options: QuizOptions, found: Sequence[Resumable], face: Face, last: Text | None
) -> _Start:
    """Which of them the person goes on with, or what else comes first."""
    newest = found[0]
    if options.resume and len(found) == 1:
        return _Start(newest)
    if not options.resume:
        others = len(found) > 1
        offer = offer_to_resume(newest.answered, newest.remark, face=face, lang=settings.lang, others=others, last=last)
        way = _taken(settings, *offer, newest.answered)
        if way != "other":
            return _Start(newest if way == "resume" else None, sees_last=way == "last")
    names = [_named(one) for one in found[:MOST_NAMED]]
    return _Start(found[_taken(settings, *choose(WHICH, names, face=face, lang=settings.lang), newest.answered)])


def _taken(settings: Settings, choice: Choice | None, flow: Flow, answered: int) -> Choice:
    """The choice that was made. Raises ``StoppedError`` where the person left instead."""
    _speak(settings, flow.lang)
    if choice is None:
        raise _stopped(settings, flow.ending or "paused", answered)
    return choice


def _named(one: Resumable) -> Text:
    """An unfinished interview as it is told from others."""
    from careerfit.report.words.numbers import local

    return Text(
        *(UNFINISHED.say(lang, count=one.answered, when=local(one.interview.changed, lang)) for lang in LANGUAGES)
    )


def _begin(
    settings: Settings, options: QuizOptions, place: _Place, found: Resumable | None
) -> tuple[Interview, Recorder | NoKeeper]:
    """The interview, new or as it was left, and its keeper."""
    if not options.save:
        return Interview(place.pack, options.mode), NoKeeper()
    if options.onward is not None:
        return _taken_on(settings, options.onward, place)
    interview = resume(place.store, place.pack, found) if place.store and found else Interview(place.pack, options.mode)
    keeper = Recorder(
        place.store or place.again,
        place.pack,
        mode=interview.mode,
        lang=settings.lang,
        resumed=found.interview.id if found else None,
        log=interview.log,
        trouble=place.trouble,
    )
    if options.mode == "full" and interview.mode == "quick":
        interview.extend()
        keeper.extend()
    return interview, keeper


def _taken_on(settings: Settings, number: int, place: _Place) -> tuple[Interview, Recorder]:
    """A finished attempt as an interview that goes on to all items; it is kept as a new one."""
    attempt = attempt_of(place.store, number, place.pack)
    log, _ = usable(place.pack, attempt.rows)
    interview = Interview.replay(place.pack, "full", log)
    if interview.finished:
        raise UsageError(ALL_ASKED.fill(number=number, options=said_again(settings)))
    store = place.store or place.again
    return interview, Recorder(store, place.pack, mode="full", lang=settings.lang, log=interview.log)


def _speak(settings: Settings, lang: Lang) -> None:
    """Go on in the language that the person chose."""
    settings.language = settings.language._replace(lang=lang)


def _stopped(
    settings: Settings,
    ending: Ending,
    answered: int,
    keeper: Recorder | NoKeeper | None = None,
    onward: int | None = None,
) -> StoppedError:
    """What was kept, and how to go on; without a keeper everything is on the disk already.

    ``onward``: the number of the attempt that was taken on; it is kept anew only once something is answered.
    """
    options = said_again(settings)
    if not answered:
        return StoppedError(NOTHING_ANSWERED.fill(options=options), ending)
    if onward is not None and keeper is not None and keeper.keeps and not keeper.kept:
        return StoppedError(NOTHING_NEW.fill(number=onward, options=options), ending)
    if keeper is None or keeper.keeps:
        return StoppedError(SAVED.fill(count=answered, options=options), ending)
    if keeper.trouble is None or not keeper.kept:
        return StoppedError(NOT_SAVED, ending)
    part = PARTLY_SAVED.fill(kept=keeper.kept, count=answered, why=keeper.trouble, options=options)
    return StoppedError(part, ending)
