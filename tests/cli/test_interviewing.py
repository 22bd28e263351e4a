"""Someone at the quiz, from the first page to the last line, without a terminal: what is kept, told, gone on with."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeAlias

import pytest

from careerfit.cli.errors import CancelledError
from careerfit.cli.interviewing.closing import Closing
from careerfit.cli.interviewing.reality import check_reality
from careerfit.cli.interviewing.start_or_resume import QuizOptions, StoppedError, hold_interview
from careerfit.cli.last_language import remembered_language
from careerfit.cli.settings import Settings, settle_language
from careerfit.core.model import Pack
from careerfit.core.results.result import Result
from careerfit.errors import UsageError
from careerfit.history.faults import HistoryUnavailable
from careerfit.history.opening import FILE, default_folder
from careerfit.history.store import Store
from careerfit.interview.pages import Action, Block, Drawing, Flow, Pair
from careerfit.text import Lang
from tests.e2e.player import Player, leave, player
from tests.history.made import make_newer

Step: TypeAlias = Action | Callable[[], object]
START = 0
"""The only choice of the introduction."""
RESUME = "careerfit quiz --resume"


def words(block: Block) -> str:
    """What a block says."""
    if isinstance(block, Pair):
        return " ".join([*block.left, *block.right])
    return " ".join(block.spoken()) if isinstance(block, Drawing) else block.text


class Person:
    """Somebody who does one thing a page, and then is interrupted; a call is something that happens meanwhile."""

    def __init__(self, *steps: Step) -> None:
        self.steps = iter(steps)
        self.seen: list[str] = []
        self.choices: list[int] = []

    def run(self, flow: Flow) -> None:
        while not flow.done:
            page = flow.page()
            self.choices.append(len(page.choices))
            self.seen.append(" ".join([*page.heading, *map(words, page.body), page.note]))
            step = next(self.steps, "interrupt")
            if callable(step):
                step()
                step = next(self.steps, "interrupt")
            assert flow.press(step), (step, page)


class Sitting:
    """A call of the quiz by such a person: what came of it."""

    def __init__(self, *steps: Step, options: QuizOptions | None = None, lang: Lang | None = "en") -> None:
        env = {} if lang is None else {"CAREERFIT_LANG": lang}
        self.settings = Settings(settle_language([], env), env)
        self.person = Person(*steps)
        self.shown: list[Result] = []
        self.code, self.told = 0, ""
        try:
            hold_interview(self.settings, options or QuizOptions(), self.show, face=self.person)
        except StoppedError as stopped:
            self.code, self.told = stopped.exit_code, stopped.headline.pick(self.settings.lang)

    def show(self, closing: Closing) -> None:
        assert closing.result is not None
        self.shown.append(closing.result)

    @property
    def first(self) -> str:
        """The first page that was seen."""
        return self.person.seen[0]


def actions(one: Player) -> list[Step]:
    """What someone chooses, page by page, to the result."""
    return [*(int(key) - 1 for key in one.keys), 0]


def kept() -> list[list[object]]:
    """The answers of every unfinished interview."""
    with Store() as store:
        return [[row.value for row in one.rows] for one in store.unfinished()]


def attempts() -> int:
    with Store() as store:
        return len(store.attempts())


# To the end ---------------------------------------------------------------------------------------------------------


def test_a_whole_interview_is_shown_and_kept() -> None:
    """The result is that of the answers given, and stands in the history as an attempt, with nothing unfinished."""
    one = player(verdict="clear")
    sitting = Sitting(START, *actions(one))
    assert [one.interview.result().code] == [result.code for result in sitting.shown]
    assert (1, []) == (attempts(), kept())


def test_going_on_from_a_tie_keeps_what_was_answered() -> None:
    """After a tie the rest can be taken up; leaving there keeps all, and resuming opens at the next question."""
    one = player(verdict="tie")
    count = len(one.keys)
    sitting = Sitting(START, *actions(one)[:-1], 1)
    assert (130, f"{count} answers saved. Go on at any time: {RESUME}") == (sitting.code, sitting.told)
    assert sitting.person.seen[-1].startswith(f"{count + 1}/")
    assert Sitting(options=QuizOptions(resume=True)).first.startswith(f"{count + 1}/")


@pytest.mark.parametrize("steps", [(6,), ("leave",), ("interrupt",)])
def test_the_result_comes_in_pages(steps: tuple[Action, ...]) -> None:
    """Where it is to be read here its first page comes after the offer; however it is left, the quiz is done."""
    one = player(verdict="clear")
    leave(one)
    sitting = Sitting(*actions(one)[-2:], *steps, options=QuizOptions(resume=True, pages=True))
    assert "Best match: " in sitting.person.seen[-1]
    assert (0, [one.interview.result().code]) == (sitting.code, [result.code for result in sitting.shown])


def test_leaving_among_the_further_questions_keeps_the_result() -> None:
    """Whoever goes on from the result and answers nothing has it; with an answer there is something to go on with."""
    one = player(verdict="clear")
    leave(one)
    more = (*actions(one)[-2:], 5)
    assert 1 == len(Sitting(*more, "leave", options=QuizOptions(resume=True, pages=True)).shown)
    leave(one)
    sitting = Sitting(*more, 3, "leave", options=QuizOptions(resume=True, pages=True))
    assert (0, f"{len(one.keys) + 1} answers saved. Go on at any time: {RESUME}") == (sitting.code, sitting.told)


def test_the_last_result_is_one_key_away() -> None:
    """At the next start the last result is named; a key leads to it, with its number, and the quiz is done there."""
    one = player(verdict="clear")
    Sitting(START, *actions(one), "leave", options=QuizOptions(pages=True))
    again = Sitting(1, "leave", options=QuizOptions(pages=True))
    assert "The last result on this computer" in again.first
    assert (0, [one.interview.result().code], 1) == (again.code, [result.code for result in again.shown], attempts())


def test_the_last_result_is_one_key_away_beside_an_unfinished_quiz() -> None:
    """Where a quiz was left unfinished, the last result can be seen all the same, and the quiz stays to be resumed."""
    one = player(verdict="clear")
    Sitting(START, *actions(one), "leave", options=QuizOptions(pages=True))
    Sitting(START, 3, "leave", options=QuizOptions(fresh=True))
    again = Sitting(2, "leave", options=QuizOptions(pages=True))
    assert "The last result on this computer" in again.first
    assert (0, [one.interview.result().code], [[4]]) == (again.code, [result.code for result in again.shown], kept())


@pytest.mark.parametrize("way", ["leave", "interrupt"])
def test_taking_a_result_on_and_leaving_at_once_adds_nothing(way: Action) -> None:
    """Nothing was answered and nothing is saved, so that is what it says, with how to take the result on again."""
    Sitting(START, *actions(player(verdict="clear")))
    left = Sitting(way, options=QuizOptions(onward=1))
    told = "Nothing new was answered; result 1 stays as it was. Go on at any time: careerfit quiz --continue 1"
    assert (told, 1, []) == (left.told, attempts(), kept())


def test_the_last_result_can_be_gone_on_with() -> None:
    """From the last result the questions that were not asked can be answered; it stays, and the new one is another."""
    one = player(verdict="clear")
    Sitting(START, *actions(one), "leave", options=QuizOptions(pages=True))
    more = Sitting(1, 5, 3, "leave", options=QuizOptions(pages=True))
    assert f"{len(one.keys) + 1} answers saved. Go on at any time: {RESUME}" == more.told
    assert (1, [len(one.keys) + 1]) == (attempts(), [len(values) for values in kept()])


def test_no_key_leads_to_a_result_of_other_profiles() -> None:
    """Where the profiles have changed since, the last result is named, but no key leads to it."""
    Sitting(START, *actions(player(verdict="clear")))
    with contextlib.closing(sqlite3.connect(default_folder() / FILE)) as connection, connection:
        connection.execute("UPDATE attempt SET fingerprint = 'another one'")
    start = Sitting(options=QuizOptions(pages=True))
    assert ("The last result on this computer" in start.first, 1) == (True, start.person.choices[0])


@pytest.mark.parametrize(("key", "lang"), [(0, "id"), (1, "en")])
def test_a_language_is_asked_for_once(key: int, lang: Lang) -> None:
    """Whoever has chosen one is not asked again, be it the usual one or not."""
    Sitting(key, START, 3, "leave", lang=None)
    assert lang == remembered_language()


def test_a_language_that_was_not_chosen_is_not_remembered() -> None:
    """Whoever leaves at the question for the language is asked again."""
    Sitting("leave", lang=None)
    assert remembered_language() is None


def test_no_pages_where_the_result_goes_elsewhere() -> None:
    """Nothing is shown after the questions where the result is not to be read here."""
    one = player(verdict="clear")
    leave(one)
    assert 2 == len(Sitting(*actions(one)[-2:], options=QuizOptions(resume=True)).person.seen)


# Leaving, and going on ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("way", "code"), [("interrupt", 130), ("leave", 0)])
def test_leaving_keeps_everything(way: Action, code: int) -> None:
    """It ends with one line that says how to go on, which opens at the next question."""
    sitting = Sitting(START, 3, 3, 3, way)
    assert (code, f"3 answers saved. Go on at any time: {RESUME}") == (sitting.code, sitting.told)
    again = Sitting(options=QuizOptions(resume=True))
    assert ([[4, 4, 4]], True) == (kept(), again.first.startswith("4 of"))


@pytest.mark.parametrize("steps", [(), (START,)])
def test_leaving_before_the_first_answer(steps: tuple[Step, ...]) -> None:
    """Before anything was answered there is nothing to resume, and the line says so."""
    sitting = Sitting(*steps)
    assert (130, "No answers yet. Start again at any time: careerfit quiz", []) == (sitting.code, sitting.told, kept())


def test_what_was_said_is_said_again() -> None:
    """A pack that the call names stands in the line that says how to go on."""
    sitting = Sitting(START, 3, options=QuizOptions(save=False), lang="id")
    assert "Kuis berhenti. Jawabanmu tidak disimpan." == sitting.told


def test_an_unfinished_interview_is_offered() -> None:
    """Going on opens at the next question, starting anew at the first one, and leaving the offer loses nothing."""
    Sitting(START, 3, 1, 4)
    left = Sitting("leave")
    assert (0, f"3 answers saved. Go on at any time: {RESUME}") == (left.code, left.told)
    assert 130 == Sitting("interrupt").code
    on = Sitting(0)
    assert (True, True) == ("answered 3 questions" in on.first, on.person.seen[1].startswith("4 of"))
    anew = Sitting(1, START, 2)
    assert anew.person.seen[2].startswith("1 of")
    assert [[3], [4, 2, 5]] == kept()


def test_fresh_asks_nothing_of_the_old_one() -> None:
    """A call for a new one begins at the introduction, although there is an unfinished one, which stays."""
    Sitting(START, 3)
    sitting = Sitting(START, 2, options=QuizOptions(fresh=True))
    assert "nothing is sent" in sitting.first
    assert [[3], [4]] == kept()


def test_a_later_one_that_was_finished_takes_the_offer_away() -> None:
    """An unfinished interview is not offered once a later one was finished; it can still be resumed."""
    Sitting(START, 3)
    Sitting(START, *actions(player(verdict="clear")), options=QuizOptions(fresh=True))
    assert "nothing is sent" in Sitting().first
    assert Sitting(options=QuizOptions(resume=True)).first.startswith("2 of")


def test_resuming_nothing_is_an_error() -> None:
    """Where there is none to go on with, that is said, and how to start one."""
    with pytest.raises(UsageError, match="Start one with: careerfit quiz"):
        Sitting(options=QuizOptions(resume=True))


def test_full_takes_over_what_was_answered_in_quick(pack: Pack) -> None:
    """Resumed in full, all items are asked, and the quick answers are kept; so it is from then on."""
    Sitting(START, 3, 1)
    for options in (QuizOptions("full", resume=True), QuizOptions(resume=True)):
        assert Sitting(options=options).first.startswith(f"3/{len(pack.items)}")


def test_any_unfinished_one_can_be_gone_on_with() -> None:
    """Where there are several, going on asks which; at the start the others are behind a choice of their own."""
    Sitting(START, 3, 1, 4)
    Sitting(START, 2, options=QuizOptions(fresh=True))
    asked = Sitting(1, options=QuizOptions(resume=True))
    assert ("Which quiz?", True) == (asked.first.strip(), asked.person.seen[1].startswith("4 of"))
    offered = Sitting(2, 1)
    assert (True, True) == ("answered 1 question " in offered.first, offered.person.seen[2].startswith("4 of"))
    left = Sitting("leave", options=QuizOptions(resume=True))
    assert (0, [[3], [4, 2, 5]]) == (left.code, kept())


def test_a_finished_attempt_is_taken_on(pack: Pack) -> None:
    """It opens at the first question that was not put, and ends in an attempt of its own that holds everything."""
    one = player(verdict="clear")
    Sitting(START, *actions(one))
    sitting = Sitting(*[1] * 200, options=QuizOptions(onward=1))
    assert sitting.first.startswith(f"{len(one.keys) + 1}/")
    with Store() as store:
        first, second = store.attempts()
    assert ("full", first.rows) == (second.mode, second.rows[: len(first.rows)])
    assert len(pack.items) == len(second.answers)
    with pytest.raises(UsageError, match="In result 2 all questions have been asked"):
        Sitting(options=QuizOptions(onward=2))


def test_taking_on_and_leaving_at_once_changes_nothing() -> None:
    """Without a new answer there is nothing new to go on with; with one there is."""
    one = player(verdict="clear")
    Sitting(START, *actions(one))
    Sitting("leave", options=QuizOptions(onward=1))
    assert (1, []) == (attempts(), kept())
    Sitting(3, "leave", options=QuizOptions(onward=1))
    assert (1, [len(one.keys) + 1]) == (attempts(), [len(rows) for rows in kept()])


def test_taking_on_what_is_not_there_is_an_error() -> None:
    """A number that no result has is refused with those there are."""
    with pytest.raises(UsageError, match="There is no result 7"):
        Sitting(options=QuizOptions(onward=7))


def test_the_last_result_is_mentioned() -> None:
    """At the next start, the introduction says what came of the last one, and its number."""
    Sitting(START, *actions(player(verdict="clear")))
    leader = player(verdict="clear").interview.result().ranking[0].name.en
    assert f", number 1): Best match: {leader} (" in Sitting().first
    assert "The last result on this computer" not in Sitting(START).person.seen[1]


def test_a_name_is_kept_with_the_result() -> None:
    """The name that the call gives belongs to the attempt, without what can't be read."""
    Sitting(START, *actions(player(verdict="clear")), options=QuizOptions(name=" Sari\x1b "))
    with Store() as store:
        assert ["Sari"] == [one.name for one in store.attempts()]


# Language -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "lang"), [(0, "id"), (1, "en")])
def test_the_language_is_asked_once(choice: int, lang: Lang) -> None:
    """Without a setting the language is asked first; on resuming it is the one that was chosen."""
    first = Sitting(choice, START, 3, lang=None)
    assert ("Bahasa / Language", lang) == (first.first.strip()[:17], first.settings.lang)
    again = Sitting(0, lang=None)
    assert (lang, True) == (again.settings.lang, again.person.seen[1].startswith("2 dari" if lang == "id" else "2 of"))


def test_a_set_language_is_not_asked() -> None:
    """Where the language is set the introduction comes first, in it."""
    assert ["tidak ada yang dikirim" in Sitting(lang="id").first, "nothing is sent" in Sitting(lang="en").first] == [
        True,
        True,
    ]


def test_the_result_speaks_the_language_that_was_chosen() -> None:
    """Switching in the middle holds for what follows the interview, too."""
    one = player(verdict="clear")
    leave(one)
    sitting = Sitting("language", *actions(one)[-2:], options=QuizOptions(resume=True, pages=True), lang="id")
    assert ("en", True) == (sitting.settings.lang, "Best match: " in sitting.person.seen[-1])


# Saving, or not -----------------------------------------------------------------------------------------------------


def test_no_save_leaves_nothing() -> None:
    """Without saving it is asked before anything is lost, and no file is left."""
    sitting = Sitting(START, 3, "leave", 1, options=QuizOptions(save=False))
    assert (0, "The quiz has stopped. Your answers were not saved.") == (sitting.code, sitting.told)
    assert not default_folder().exists()


def newer() -> None:
    """A history of a newer version."""
    make_newer(default_folder())


def in_the_way() -> None:
    """A file in place of the folder."""
    default_folder().parent.mkdir(parents=True)
    default_folder().write_text("in the way")


@pytest.mark.parametrize(
    ("trouble", "why"),
    [(newer, "newer careerfit"), (in_the_way, "its folder can't be made")],
    ids=["newer", "no place"],
)
def test_without_a_history_the_quiz_still_runs(
    trouble: Callable[[], None], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told before, with every question, and at the end; only going on can't be done."""
    trouble()
    sitting = Sitting(START, 3, 3)
    assert (130, "The quiz has stopped. Your answers were not saved.") == (sitting.code, sitting.told)
    assert ([True] * 4, True) == ([why in page for page in sitting.person.seen], why in capsys.readouterr().err)
    with pytest.raises(HistoryUnavailable):
        Sitting(options=QuizOptions(resume=True))


class Other:
    """Another program that has the history to itself from ``take`` until ``let_go``."""

    def take(self) -> None:
        self.connection = sqlite3.connect(default_folder() / FILE, isolation_level=None)
        self.connection.execute("BEGIN EXCLUSIVE")

    def let_go(self) -> None:
        self.connection.execute("ROLLBACK")
        self.connection.close()


def held(*steps: Step, **settings: object) -> Sitting:
    """A sitting at which another program that has the history is not waited for."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("saved_attempts", "interviewing.start_or_resume"):
            patch.setattr(f"careerfit.cli.{module}.PATIENCE", 0.01)
        return Sitting(*steps, **settings)  # type: ignore[arg-type]


def test_what_could_not_be_kept_in_the_middle_is_made_up_for() -> None:
    """An answer that can't be written is told; once it can be, nothing is missing."""
    other = Other()
    sitting = held(START, 3, other.take, 4, other.let_go, 0)
    assert [False, True, False] == ["another careerfit is using it" in page for page in sitting.person.seen[2:]]
    assert [[4, 5, 1]] == kept()


def test_what_is_kept_in_part_is_told() -> None:
    """Leaving while the rest can't be written says how much is kept, and why the rest is not."""
    other = Other()
    sitting = held(START, 3, other.take, 4)
    other.let_go()
    assert sitting.told.startswith("1 of 2 answers saved, the rest were not (another careerfit is using it; ")
    assert (130, [[4]]) == (sitting.code, kept())


def test_a_history_that_is_in_use_at_the_start_is_tried_again(capsys: pytest.CaptureFixture[str]) -> None:
    """Where another program has it at the start, nothing is lost once that lets go."""
    Store().close()
    other = Other()
    other.take()
    sitting = held(START, 3, other.let_go, 3)
    assert [True, True, False] == ["another careerfit is using it" in page for page in sitting.person.seen[1:]]
    assert ([[4, 4]], True) == (kept(), "Each time you answer, saving is tried again." in capsys.readouterr().err)
    assert sitting.told.startswith("2 answers saved.")


def test_a_result_that_can_not_be_kept_is_shown_with_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the last answer can't be written the result shows, and one line says how to see it again."""
    one, other = player(verdict="clear"), Other()
    leave(one)
    sitting = held(other.take, *actions(one)[-2:], options=QuizOptions(resume=True))
    other.let_go()
    told = capsys.readouterr().err
    assert (0, 1, True) == (sitting.code, len(sitting.shown), "not saved: another careerfit is using it" in told)
    assert told.endswith(f"Keep this command to see it again:\ncareerfit score --code {sitting.shown[0].code}\n")


def test_the_history_may_be_another_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What opens the history is told how long to wait, and what it opens is used and closed."""
    folder = tmp_path_factory.mktemp("other") / "state"
    waits: list[float] = []

    def history(patience: float) -> Store:
        waits.append(patience)
        return Store(folder)

    settings = Settings(settle_language([], {"CAREERFIT_LANG": "en"}), {})
    with pytest.raises(StoppedError):
        hold_interview(settings, QuizOptions(), print, face=Person(START, 3), history=history)
    with Store(folder) as store:
        assert [1] == [one.answered for one in store.unfinished()]
    assert (1, True, False) == (len(waits), waits[0] > 0, default_folder().exists())


# The reality check alone --------------------------------------------------------------------------------------------


def check_first(steps: Iterable[Step], pack: Pack) -> None:
    """The reality check of the first role."""
    settings = Settings(settle_language([], {"CAREERFIT_LANG": "id"}), {})
    check_reality(settings, pack.roles[0], face=Person(*steps))


def test_the_reality_check_prints_its_outcome(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """How much of what was believed is right stands on standard output."""
    count = len(pack.roles[0].beliefs)
    check_first([1, 0] * count + [0], pack)
    right = sum(not belief.holds for belief in pack.roles[0].beliefs)
    assert f"{right} dari {count} jawabanmu sesuai dengan profilnya." in capsys.readouterr().out


def test_a_role_without_beliefs_is_told_as_one(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there was nothing to ask, it says so, rather than that all was skipped."""
    settings = Settings(settle_language([], {"CAREERFIT_LANG": "id"}), {})
    check_reality(settings, pack.roles[0]._replace(beliefs=()), face=Person())
    assert "Profil ini tidak menyebut anggapan keliru apa pun." in capsys.readouterr().out


def test_leaving_the_reality_check(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """Left before the first answer it prints nothing; an interruption ends the call as one."""
    check_first(["leave"], pack)
    with pytest.raises(CancelledError):
        check_first([], pack)
    assert "" == capsys.readouterr().out
