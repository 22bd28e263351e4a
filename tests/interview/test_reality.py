"""The reality check: what is believed of a role, beside what its profile says."""

from __future__ import annotations

import pytest

from careerfit.core.model import Belief, Pack, Role
from careerfit.core.reality import counted
from careerfit.interview.pages import Action, Flow, Pair
from careerfit.interview.reality import Checked, RealityCheck, ask, mixed, run_reality
from careerfit.text import Text


def role_with(*holds: bool) -> Role:
    """A role with a belief for each."""
    beliefs = tuple(
        Belief(
            Text(f"Pernyataan {n}.", f"Statement {n}."),
            truth,
            None if truth else Text("dikira", "believed"),
            (Text("nyata", "real"),),
        )
        for n, truth in enumerate(holds)
    )
    return Role("peran", Text("Peran", "Role"), (), beliefs)


class Robot:
    """A face that does these things, one after the other."""

    def __init__(self, *actions: Action) -> None:
        self.actions = actions
        self.pages: list[str] = []

    def run(self, flow: Flow) -> None:
        for action in self.actions:
            self.pages.append(getattr(flow.page().body[0], "text", ""))
            assert flow.press(action), (action, flow.page())


def test_the_order_is_fixed_and_complete(pack: Pack) -> None:
    """Every statement is asked once, in an order that is the same each time."""
    for role in pack.roles:
        assert mixed(role) == mixed(role)
        assert sorted(mixed(role)) == list(range(len(role.beliefs)))


def test_the_order_does_not_give_the_truth_away(pack: Pack) -> None:
    """In the shipped pack true and untrue statements come mixed: not all of one kind first, over all roles."""
    orders = {tuple(role.beliefs[n].holds for n in mixed(role)) for role in pack.roles}
    assert {first for first, *_ in orders} == {True, False}
    assert len(orders) > 2


def test_what_was_said_comes_back_in_the_order_of_the_profile() -> None:
    """What was believed is told in the order of the role's beliefs, whatever the order of asking."""
    check = RealityCheck(role_with(True, False, True, False, True))
    for n in mixed(check.role):
        check.answer(n % 2 == 0)
        check.go_on()
    assert (True, False, True, False, True) == check.believed
    assert ((5, 5), 5) == (counted(check.role, check.believed), check.position)


def test_skipping_is_neither_right_nor_wrong() -> None:
    """A statement that was passed over counts for nothing."""
    check = RealityCheck(role_with(True, True))
    check.answer(None)
    check.go_on()
    check.answer(said=True)
    assert ((1, 1), {None, True}) == (counted(check.role, check.believed), set(check.believed))


def test_it_goes_no_further_than_its_statements() -> None:
    """Going on from the last statement, or back from the first, says that there is no other, and moves nowhere."""
    check = RealityCheck(role_with(True, True))
    assert (False, 1) == (check.back(), check.position)
    assert (True, 2) == (check.go_on(), check.position)
    assert (False, 2) == (check.go_on(), check.position)
    assert (True, 1) == (check.back(), check.position)


def test_a_check_that_was_skipped_whole_counts_nothing() -> None:
    """Where nothing was answered, the last page says so, and counts no answers."""
    robot = Robot("skip", 0, "skip", 0, 0)
    checked = run_reality(role_with(True, False), face=robot, lang="en")
    assert Checked("finished", "en", (None, None)) == checked
    assert robot.pages[-1] == "You skipped all statements."


@pytest.mark.parametrize(
    ("said", "holds", "expected"),
    [
        (0, True, "Right, this is true."),
        (1, False, "Right, this is not true."),
        (0, False, "You thought this was true; in fact it is not true."),
        (1, True, "You thought this was not true; in fact it is true."),
        ("skip", True, "This is true."),
        ("skip", False, "This is not true."),
    ],
)
def test_the_outcome_is_told_at_once(said: Action, holds: bool, expected: str) -> None:
    """Right after the answer the page says how it is."""
    flow = Flow(ask(RealityCheck(role_with(holds))), "en")
    flow.press(said)
    assert expected == getattr(flow.page().body[0], "text", None)


@pytest.mark.parametrize("holds", [True, False])
def test_the_reality_stands_beside_the_belief(holds: bool) -> None:
    """The page sets the profile's words beside what people believe, or beside the statement where that is true."""
    flow = Flow(ask(RealityCheck(role_with(holds))), "id")
    flow.press(0)
    left = ("Pernyataannya", "Pernyataan 0.") if holds else ("Yang sering dikira", "“dikira”")
    assert Pair(left, ("Kata profilnya", "“nyata”")) == flow.page().body[1]


def test_from_the_first_statement_to_the_sum() -> None:
    """The check goes statement, outcome, statement, outcome, and ends with how many were right."""
    robot = Robot(0, 0, 0, 0, 0)
    checked = run_reality(role_with(True, False), face=robot, lang="en")
    assert Checked("finished", "en", (True, True)) == checked
    assert robot.pages[-1] == "Your answers match the profile on 1 of 2 statements."


def test_going_back_changes_an_answer() -> None:
    """Back from the outcome shows the statement with the old answer; back from the sum, the last statement."""
    check = RealityCheck(role_with(True))
    flow = Flow(ask(check), "en")
    flow.press(0)
    flow.press("back")
    assert flow.page().selected == 0
    for action in (1, 0, "back"):
        flow.press(action)
    assert (1, (False,)) == (flow.page().selected, check.believed)
    flow.press(0)
    assert check.believed == (True,)


def test_it_can_be_left_at_any_page() -> None:
    """Leaving keeps what was said so far."""
    for actions, believed in (((), None), ((0,), True)):
        checked = run_reality(role_with(True), face=Robot(*actions, "leave"), lang="id")
        assert Checked("paused", "id", (believed,)) == checked


def test_a_role_without_beliefs_is_finished_at_once() -> None:
    """Where there is nothing to ask, nothing is shown."""
    assert Checked("finished", "id", ()) == run_reality(role_with(), face=Robot("leave"), lang="id")


def test_the_statement_does_not_tell_whether_it_holds(pack: Pack) -> None:
    """No page with a statement says what the profile says of it."""
    for role in pack.roles:
        check = RealityCheck(role)
        for _ in role.beliefs:
            page = ask(check).page("id")
            assert ("Benar", "Tidak benar") == page.choices
            assert not any(isinstance(block, Pair) for block in page.body)
            check.go_on()
