"""A flow: scene after scene, whatever is pressed."""

from __future__ import annotations

import pytest

from careerfit.interview.pages import Action, Flow, Page, Scene
from careerfit.text import Lang


class Door:
    """A scene with two choices and one move: 0 stays, 1 ends, "back" pauses."""

    def page(self, lang: Lang) -> Page:
        return Page((), (f"stay {lang}", "go"), "choose", {"back": "back", "language": ""})

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if action == "back":
            flow.end("paused")
        return self if action == 0 else None


def test_it_goes_on_until_a_scene_says_it_is_over() -> None:
    """A flow is done, and finished, once a scene names no other."""
    flow = Flow(Door(), "id")
    assert (True, False) == (flow.press(0), flow.done)
    assert (True, True, "finished") == (flow.press(1), flow.done, flow.ending)


def test_a_scene_may_end_it_otherwise() -> None:
    """What a scene says of how it ended holds."""
    flow = Flow(Door(), "id")
    flow.press("back")
    assert (True, "paused") == (flow.done, flow.ending)


@pytest.mark.parametrize("action", [2, 9, -1, "skip", "leave", "help"])
def test_what_the_page_does_not_offer_is_refused(action: Action) -> None:
    """An action that is not on the page changes nothing."""
    flow = Flow(Door(), "id")
    assert (False, False, "id") == (flow.press(action), flow.done, flow.lang)


def test_the_language_can_be_switched_to_and_fro() -> None:
    """The language switches everywhere it is offered, is told to whoever listens, and the scene stays."""
    heard: list[str] = []
    flow = Flow(Door(), "id", heard.append)
    flow.press("language")
    assert ("stay en", ["en"]) == (flow.page().choices[0], heard)
    flow.press("language")
    assert ("stay id", ["en", "id"]) == (flow.page().choices[0], heard)


def test_it_can_be_interrupted_anywhere() -> None:
    """Ctrl-C is on every page, and nothing is shown after the end."""
    flow = Flow(Door(), "id")
    assert (True, "interrupted") == (flow.press("interrupt"), flow.ending)
    with pytest.raises(ValueError, match="nothing is on show"):
        flow.page()
