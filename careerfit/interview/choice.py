"""One question with a few ways to go on, on any face."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.interview import texts
from careerfit.interview.pages import Action, Face, Flow, Hint, Page, Paragraph, Scene
from careerfit.text import Lang, Text


class ChoiceScene:
    """A title, a sentence or none, and the options; the first one is marked."""

    def __init__(self, title: Text, options: Sequence[Text], sentence: Text | None = None) -> None:
        self._title = title
        self._options = tuple(options)
        self._sentence = sentence
        self.chosen: int | None = None

    def page(self, lang: Lang) -> Page:
        sentence = (Paragraph(self._sentence.pick(lang)),) if self._sentence is not None else ()
        return Page(
            body=(Paragraph(self._title.pick(lang), "title"), *sentence),
            choices=tuple(option.pick(lang) for option in self._options),
            hints=(
                Hint(f"1–{len(self._options)}", texts.CHOOSES.pick(lang)),
                Hint("q", texts.LEAVES.pick(lang)),
                Hint("l", texts.OTHER_LANGUAGE.pick(lang)),
            ),
            moves=frozenset({"leave", "language"}),
            selected=0,
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if isinstance(action, int):
            self.chosen = action
        else:
            flow.end("paused")
        return None


def choose(
    title: Text, options: Sequence[Text], *, face: Face, lang: Lang, sentence: Text | None = None
) -> tuple[int | None, Flow]:
    """Which option a person takes, from 0; None where they leave. Also the flow, which tells how, and the language."""
    scene = ChoiceScene(title, options, sentence)
    flow = Flow(scene, lang)
    face.run(flow)
    return scene.chosen, flow


def offer_to_resume(answered: int, remark: Text | None, *, face: Face, lang: Lang) -> tuple[int | None, Flow]:
    """Go on with an unfinished interview (0) or start anew (1)? ``remark``: what should be known before."""
    title = texts.RESUME_ONE if answered == 1 else texts.RESUME_TITLE
    filled = title.fill(answered=answered)
    return choose(filled, (texts.RESUME, texts.START_ANEW), face=face, lang=lang, sentence=remark)


def offer_reality(role: Text, *, face: Face, lang: Lang) -> bool:
    """Take the reality check of that role now?"""
    title = texts.REALITY_OFFER.fill(role=role)
    chosen, _ = choose(title, (texts.REALITY_START, texts.REALITY_LATER), face=face, lang=lang)
    return chosen == 0
