"""What is on show in an interview, and what follows from each action."""

from __future__ import annotations

import pytest

from careerfit.core.model import Duel, Item, Pack, Reply
from careerfit.core.results.result import evaluate
from careerfit.interview.interview import Interview
from careerfit.interview.pages import Flow, Page, Pair
from careerfit.interview.questions import Outcome, run
from careerfit.interview.session import NoKeeper, Session
from careerfit.text import Lang, Text

from .fakes import Memory, Talk, answered


def words(page: Page) -> str:
    """Everything that a page says."""
    parts = [page.title, *page.heading, *page.choices, page.note, *page.spoken]
    parts += [f"{key} {does}" for key, does in page.keys("–", "←")]
    for block in page.body:
        parts += [*block.left, *block.right] if isinstance(block, Pair) else [block.text]
    return "\n".join(parts)


# Before the first question ------------------------------------------------------------------------------------------


def test_the_language_is_asked_first_in_both(pack: Pack) -> None:
    """The language choice speaks both languages, marks the present one, and what is chosen holds and is kept."""
    talk = Talk(pack, lang="id", ask_language=True, introduce=True)
    assert (("Bahasa Indonesia", "English"), 0) == (talk.page.choices, talk.page.selected)
    talk.press(1)
    assert ("en", ["speak en"], "Which role fits you best?") == (talk.flow.lang, talk.keeper.calls, talk.says)


def test_the_introduction_says_what_it_is_and_is_not(pack: Pack) -> None:
    """It names how much there is to answer, that it is no test, and that nothing leaves the computer."""
    quick, full = (words(Talk(pack, mode, introduce=True).page) for mode in ("quick", "full"))
    assert "at most 40 questions, in about 5 minutes" in quick
    assert f"{len(pack.items)} questions, in about 10 minutes" in full
    for text in (quick, full):
        assert "not a psychological test" in text
        assert "nothing is sent" in text


def test_the_introduction_of_a_short_quiz_speaks_of_one_minute(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few questions there are, they take about a minute, not none and not 1 minutes."""
    monkeypatch.setattr(Session, "minutes_left", lambda *_: 0)
    assert "questions, in about 1 minute. Your answers" in words(Talk(pack, introduce=True).page)


@pytest.mark.parametrize("ask_language", [True, False])
def test_leaving_before_the_first_question_is_a_pause(pack: Pack, ask_language: bool) -> None:
    """The key q leaves from the first pages too, at once."""
    talk = Talk(pack, ask_language=ask_language, introduce=True, keeper=NoKeeper()).press("leave")
    assert talk.flow.ending == "paused"


# A question ---------------------------------------------------------------------------------------------------------


def test_a_question_shows_its_statement_and_the_scale(pack: Pack) -> None:
    """The page holds the item's text, the five steps, the position in both forms, and nothing marked."""
    talk = Talk(pack)
    item = talk.interview.next()
    assert not isinstance(item, Duel)
    assert item is not None
    assert (item.text.en, tuple(step.en for step in pack.scale)) == (talk.says, talk.page.choices)
    assert ("1/40", ("1 of at most 40", "about 5 minutes left")) == (talk.page.position, talk.page.heading)
    assert (None, 0.0, "") == (talk.page.selected, talk.page.share, talk.page.note)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_facet_never_shows(pack: Pack, lang: Lang) -> None:
    """No page of a question names the facet that it measures: that would give the key away."""
    talk = Talk(pack, "full", lang=lang)
    for item in pack.items:
        page = talk.page
        aside = words(page).replace(item.text.pick(lang), "")
        assert pack.facet(item.facet).name.pick(lang).lower() not in aside.lower()
        talk.press(2)


def test_an_answer_is_kept_before_the_next_question(pack: Pack) -> None:
    """Each answer goes to the keeper with its position and the time that it took."""
    talk = Talk(pack)
    first = talk.interview.next()
    talk.press(3, seconds=4.26)
    assert not isinstance(first, Duel)
    assert first is not None
    assert {1: Reply((first.key,), 4, 4.3)} == talk.keeper.rows
    assert talk.page.position == "2/40"


def test_back_shows_the_old_answer_marked(pack: Pack) -> None:
    """Going back marks the old answer and says it; Enter's choice keeps it, another one replaces it in the log."""
    talk = Talk(pack).press(3, 0, "back", "back")
    assert (3, "Your answer before: 4 · Like me") == (talk.page.selected, talk.page.note)
    talk.press(4)
    assert [5, 1] == [entry.value for entry in talk.interview.log]
    assert ["save 1 4", "save 2 1", "save 1 5"] == talk.keeper.calls
    assert (0, "2/40") == (talk.page.selected, talk.page.position)


def test_there_is_no_back_at_the_first_question(pack: Pack) -> None:
    """The first question neither offers to go back nor does."""
    talk = Talk(pack)
    assert "back" not in words(talk.page)
    assert not talk.flow.press("back")


def test_a_skipped_question_is_remembered_as_skipped(pack: Pack) -> None:
    """Skipping is recorded; on return the page says so, marks nothing, and the question can still be answered."""
    talk = Talk(pack).press("skip")
    assert [None] == [entry.value for entry in talk.interview.log]
    talk.press("back")
    assert ("You skipped this before.", None) == (talk.page.note, talk.page.selected)
    talk.press(0)
    assert [1] == [entry.value for entry in talk.interview.log]


def test_the_time_of_all_visits_adds_up(pack: Pack) -> None:
    """A question's time is that of all visits to it, without what was spent in help."""
    talk = Talk(pack).press(3, seconds=4).press("back", seconds=1).press(3, seconds=2)
    assert talk.interview.log[0].seconds == 6.0
    talk.press("help", seconds=3).press(0, seconds=60).press(2, seconds=1)
    assert talk.interview.log[1].seconds == 4.0


def test_switching_the_language_keeps_the_answers(pack: Pack) -> None:
    """The same question shows in the other language, with everything answered so far."""
    talk = Talk(pack, lang="id").press(3, 1)
    question = talk.interview.next()
    talk.press("language")
    assert (question, 2, "en") == (talk.interview.next(), len(talk.interview.log), talk.flow.lang)
    assert "3 of at most 40" in talk.page.heading
    assert "speak en" in talk.keeper.calls


def test_help_lies_over_the_question(pack: Pack) -> None:
    """Help names every key, and any way out of it leads back to the same question."""
    for way in (0, "back", "leave", "help"):
        talk = Talk(pack).press(3)
        before = talk.page
        talk.press("help")
        assert talk.says == "Help"
        assert {"1–5", "↑ ↓ Enter", "← b", "s", "l", "q Ctrl-C"} == {
            block.text[:11].strip() for block in talk.page.body if getattr(block, "tone", "") == "row"
        }
        talk.press(way)
        assert before.body == talk.page.body


def test_a_full_interview_counts_to_the_number_of_items(pack: Pack) -> None:
    """The full form shows the position among all items."""
    talk = Talk(pack, "full").press(3)
    assert talk.page.heading[0] == f"2/{len(pack.items)}"


def test_haste_is_remarked_on_now_and_then(pack: Pack) -> None:
    """After five hasty answers the next page says so, in a friendly way; after a slow one it is gone for a while."""
    talk = Talk(pack).press(3, 2, 3, 2, seconds=0.5)
    assert talk.page.note == ""
    talk.press(3, seconds=0.5)
    assert "Take your time" in talk.page.note
    talk.press(2, seconds=5)
    assert talk.page.note == ""
    talk.press(3, 2, 3, 2, 3, 2, seconds=0.5)
    assert talk.page.note == ""


def test_skipping_and_going_back_is_no_haste(pack: Pack) -> None:
    """Only new answers count as hasty: leafing through is not answering."""
    talk = Talk(pack).press(3, 3, 3, 3, seconds=5).press("back", "back", "back", seconds=0.5)
    talk.press(3, 3, 3, "skip", "skip", "skip", seconds=0.5)
    assert talk.page.note == ""


# Leaving ------------------------------------------------------------------------------------------------------------


def test_leaving_where_everything_is_kept_is_immediate(pack: Pack) -> None:
    """The key q pauses at once; the key's hint says that it saves."""
    talk = Talk(pack).press(3)
    assert "q save & leave" in words(talk.page)
    assert talk.press("leave").flow.ending == "paused"


def test_leaving_where_nothing_is_kept_asks_first(pack: Pack) -> None:
    """Where answers would be lost, q asks; staying leads back to the question, leaving leaves."""
    talk = Talk(pack, keeper=NoKeeper()).press(3)
    assert "q leave" in words(talk.page)
    talk.press("leave")
    assert ("Leave now?", ("Keep answering", "Leave")) == (talk.says, talk.page.choices)
    talk.press(0)
    assert talk.page.position == "2/40"
    assert talk.press("leave", 1).flow.ending == "paused"


def test_leaving_with_nothing_answered_asks_nothing(pack: Pack) -> None:
    """Where there is nothing to lose, q just leaves."""
    assert Talk(pack, keeper=NoKeeper()).press("leave").flow.ending == "paused"


def test_trouble_with_saving_is_told_on_every_page(pack: Pack) -> None:
    """Where answers can't be kept, the introduction and each question say why."""
    keeper = Memory(Text("disknya penuh", "the disk is full"))
    talk = Talk(pack, keeper=keeper, introduce=True)
    for action in (0, 3):
        assert talk.page.note == "Answers can't be saved: the disk is full"
        talk.press(action)
    keeper.trouble = None
    assert talk.page.note == ""


def test_a_remark_goes_with_the_first_question(pack: Pack) -> None:
    """What is to be told at the start stands on the first question, through a change of language, and then no more."""
    talk = Talk(pack, remark=Text("ada yang berubah", "something changed"))
    assert talk.page.note == "something changed"
    assert talk.press("language").page.note == "ada yang berubah"
    assert talk.press(3).page.note == ""


# Duels and offers ---------------------------------------------------------------------------------------------------


def duelling(pack: Pack) -> Talk:
    """An interview at its first duel."""
    for value in (3, 4, 2):
        for number in range(8, 31):
            log = answered(pack, number, value=value)
            if isinstance(Interview.replay(pack, "quick", log).next(), Duel):
                return Talk(pack, log=log)
    raise AssertionError("no duel is ever fought")


def test_a_duel_shows_what_one_does(pack: Pack) -> None:
    """A duel's page holds the two facets' phrases, and an answer is the side that was taken."""
    talk = duelling(pack)
    duel = talk.interview.next()
    assert isinstance(duel, Duel)
    assert talk.page.choices == (pack.facet(duel.left).doing.en, pack.facet(duel.right).doing.en)
    names = sorted(evaluate(pack, talk.interview.answers).ranking[:2], key=lambda one: pack.role_index[one.role])
    first, second = (one.name.en for one in names)
    assert talk.says == f"It is still open between {first} and {second}. Which would you rather do?"
    assert not talk.page.scale
    talk.press(1)
    assert ((duel.left, duel.right), "right") == (talk.interview.log[-1].keys, talk.interview.log[-1].value)
    talk.press("back")
    assert (1, f"Your answer before: 2 · {pack.facet(duel.right).doing.en}") == (talk.page.selected, talk.page.note)


def test_a_duel_can_be_skipped(pack: Pack) -> None:
    """Skipping a duel records nothing for either side."""
    talk = duelling(pack).press("skip")
    assert (None, ()) == (talk.interview.log[-1].value, talk.interview.answers.duels)


def test_after_a_quick_interview_that_settles_nothing_the_rest_is_offered(pack: Pack) -> None:
    """A tie or an unclear end offers the remaining items, with their number; the result is one key away."""
    talk = Talk(pack).until_offer(2)
    left = len(pack.items) - sum(entry.duel is None for entry in talk.interview.log)
    assert talk.page.choices == ("See the result", "Answer the rest")
    assert f"You can answer {left} more questions" in words(talk.page)
    assert talk.press(0).flow.ending == "finished"


def sure_talk(pack: Pack) -> Talk:
    """A quick interview of someone who is made for the first role, until something else than a question shows."""
    talk = Talk(pack)
    while not talk.flow.done and talk.page.position:
        question = talk.interview.next()
        assert isinstance(question, Item)
        strong = bool(pack.relevance[0][pack.facet_index[question.facet]])
        talk.press(4 if strong == (question.keyed > 0) else 0)
    return talk


def test_a_quick_interview_that_is_sure_says_so_and_offers_the_rest(pack: Pack) -> None:
    """Who is clear before the items are used up is told so, with the result and the other items to choose from."""
    talk = sure_talk(pack)
    put = len(talk.interview.log)
    assert (True, "clear") == (put < 30, talk.interview.result().verdict.kind)
    assert f"Clear enough after {put} questions." == talk.says
    assert talk.page.choices == ("See the result", "Answer the rest")
    assert f"the other {len(pack.items) - put} questions" in words(talk.page)
    assert sure_talk(pack).press(0).flow.ending == "finished"
    assert f"{put + 1}/{len(pack.items)}" == talk.press(1).page.position


def test_going_on_keeps_everything_and_asks_all_items(pack: Pack) -> None:
    """Taking up the offer keeps every answer, tells the keeper, and asks until all items are answered."""
    talk = Talk(pack).until_offer(2)
    before = talk.interview.log
    talk.press(1)
    assert "extend" in talk.keeper.calls
    assert before == talk.interview.log[: len(before)]
    while not talk.flow.done:
        talk.press(0 if "settled" in talk.says else 2)
    items = {entry.keys[0] for entry in talk.interview.log if entry.duel is None}
    assert (set(pack.item_by_key), "finished") == (items, talk.flow.ending)


def test_back_from_an_offer_leads_to_the_last_question(pack: Pack) -> None:
    """The last answer can still be changed when the offer is on show."""
    talk = Talk(pack).until_offer(2)
    count = len(talk.interview.log)
    talk.press("back")
    assert talk.page.position.startswith(f"{count}/")


def decided_talk(pack: Pack) -> Talk:
    """A full interview of someone who is made for the first role, until something else than a question shows."""
    talk = Talk(pack, "full")
    while not talk.flow.done and talk.page.position:
        question = talk.interview.next()
        assert question is not None
        assert not isinstance(question, Duel)
        strong = bool(pack.relevance[0][pack.facet_index[question.facet]])
        talk.press(4 if strong == (question.keyed > 0) else 0)
    return talk


def test_a_full_interview_that_is_decided_offers_to_stop_once(pack: Pack) -> None:
    """Once no remaining answer can change who comes first, stopping is offered; going on asks all, and never again."""
    talk = decided_talk(pack)
    assert (False, True) == (talk.flow.done, talk.interview.decided)
    assert talk.says == "Your leading role is settled."
    leader = talk.interview.result().ranking[0].role
    talk.press(1)
    while not talk.flow.done:
        assert talk.page.position
        talk.press(2)
    assert (len(pack.items), leader) == (len(talk.interview.log), talk.interview.result().ranking[0].role)


def test_stopping_there_is_a_result(pack: Pack) -> None:
    """Taking the offer to stop ends the interview as finished."""
    talk = decided_talk(pack)
    assert talk.press(0).flow.ending == "finished"


# From start to end --------------------------------------------------------------------------------------------------


class Robot:
    """A face that always takes the same choice."""

    def __init__(self, choice: int) -> None:
        self.choice = choice

    def run(self, flow: Flow) -> None:
        while not flow.done:
            flow.press(self.choice % len(flow.page().choices))


def test_run_tells_how_it_ended_and_in_which_language(pack: Pack) -> None:
    """``run`` goes from the language choice to the end and hands back both, and that it was chosen."""
    outcome = run(Interview(pack), face=Robot(0), lang="en", keeper=Memory(), ask_language=True)
    assert Outcome("finished", "id", spoke=True) == outcome


def test_an_interview_that_is_over_shows_nothing(pack: Pack) -> None:
    """Resuming an interview whose every question was answered goes straight to the result."""

    class Nobody:
        def run(self, flow: object) -> None:
            raise AssertionError(flow)

    log = answered(pack, len(pack.items), "full")
    interview = Interview.replay(pack, "full", log)
    outcome = run(interview, face=Nobody(), lang="id", keeper=Memory(), introduce=False)
    assert Outcome("finished", "id") == outcome


# Every page ---------------------------------------------------------------------------------------------------------


def test_every_menu_explains_its_keys_and_can_be_left(pack: Pack) -> None:
    """``?`` and ``q`` work wherever there is a choice: help leads back to the page, and leaving ends it."""
    talk = Talk(pack, lang="id", ask_language=True, introduce=True)
    pages = [talk.page]
    talk.press(0)
    pages.append(talk.page)
    talk.press(0).until_offer(2)
    pages.append(talk.page)
    for number, page in enumerate(pages):
        again = Talk(pack, lang="id", ask_language=True, introduce=True)
        again.press(*[0] * min(number, 2))
        if number == 2:
            again.until_offer(2)
        assert page == again.page
        again.press("help")
        assert "Bantuan" == again.says
        again.press("back")
        assert page == again.page
        again.press("leave")
        assert (True, "paused") == (again.flow.done, again.flow.ending)


def test_leaving_at_an_offer_asks_where_it_would_be_lost(pack: Pack) -> None:
    """Where nothing is kept, leaving at the offer after the questions asks first, and staying leads back to it."""
    talk = Talk(pack, keeper=NoKeeper(), lang="id").until_offer(2)
    offered = talk.page
    talk.press("leave")
    assert "Keluar sekarang?" == talk.says
    assert offered == talk.press(0).page
    talk.press("leave", 1)
    assert "paused" == talk.flow.ending
