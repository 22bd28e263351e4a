"""One interview from the first screen to the last, on any face, with every answer kept on the way."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from careerfit.interview.keeper import Keeper, NoKeeper
from careerfit.interview.machine import Interview
from careerfit.interview.pages import Ending, Face, Flow, Scene
from careerfit.interview.questions import ahead
from careerfit.interview.scenes import IntroScene, LanguageScene
from careerfit.interview.sitting import Clock, Sitting
from careerfit.text import Lang, Text

__all__ = ["Keeper", "NoKeeper", "Outcome", "run"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: ``finished``, ``paused`` (left with q) or ``interrupted`` (Ctrl-C, Ctrl-D, terminal gone)."""

    ending: Ending
    lang: Lang


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
) -> Outcome:
    """Put the interview to the person at the face, from where it stands.

    Every answer goes to the keeper before the next question shows. An interview that is resumed needs neither
    ``ask_language`` nor ``introduce``. ``remark`` is told with the first question.
    """
    flow = start(Sitting(interview, keeper, clock, remark), lang, ask_language=ask_language, introduce=introduce)
    if not flow.done:
        face.run(flow)
    return Outcome(flow.ending or "finished", flow.lang)


def start(sitting: Sitting, lang: Lang, *, ask_language: bool, introduce: bool) -> Flow:
    """The flow of an interview, at its first scene."""

    def first() -> Scene | None:
        return IntroScene(sitting, lambda: ahead(sitting)) if introduce else ahead(sitting)

    return Flow(LanguageScene(first) if ask_language else first(), lang, sitting.keeper.speak)
