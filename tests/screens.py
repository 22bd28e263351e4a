"""What a terminal shows, as pictures: each drawn from a real run of the program in a pseudo-terminal."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from careerfit.core.model import Duel, Pack, Value
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview, Question
from careerfit.pack import load_pack
from careerfit.report.words import result as words
from careerfit.text import LANGUAGES, MARKER, Lang

from .conftest import SETTINGS
from .e2e.terminal import Terminal
from .report.people import CENTRE, MANAGER, leaning, response
from .svg import Shot, svg

ROOT = Path(__file__).parents[1]
ANSWERS = "docs/example-answers.yaml"

Make = Callable[[], str]

PAGE, PRINT = (80, 24), 300
"""A terminal's usual columns and rows; rows enough for whatever is printed."""
SHOWN = 12
"""Which question of the quiz is shown."""
UNHURRIED = 8.0
"""Seconds that each answer took."""


def screens() -> dict[str, Make]:
    """File name → what makes the picture, as SVG."""
    made: dict[str, Make] = {}
    for lang in LANGUAGES:
        made[f"quiz-{lang}.svg"] = partial(quiz, lang)
        made[f"duel-{lang}.svg"] = partial(duel, lang)
        made[f"result-{lang}.svg"] = partial(result, lang, 0)
        made[f"why-not-{lang}.svg"] = partial(result, lang, 1)
        made[f"profile-{lang}.svg"] = partial(profile, lang)
        made[f"compare-{lang}.svg"] = partial(compare, lang)
    return made


def quiz(lang: Lang) -> str:
    """A question in the middle of the quiz, with the answer marked that is about to be given."""
    return asked(lang, lambda interview, _: interview.position == SHOWN, 4)


def duel(lang: Lang) -> str:
    """A duel, with one side marked."""
    return asked(lang, lambda _, question: isinstance(question, Duel), 1)


def result(lang: Lang, part: int) -> str:
    """The example's result: 0 as it is shown in short, 1 from "why not" to the end."""
    args = ("score", ANSWERS, *(["--verbose"] if part else []), *spoken(lang))
    heading = words.WHY_NOT.pick(lang).partition("{")[0]
    shot = printed(args, 80)
    return svg(shot.split(heading)[1] if part else shot, title(args))


def profile(lang: Lang) -> str:
    """A role's profile."""
    args = ("profile", "kepala pusat", *spoken(lang))
    return svg(printed(args, 100), title(args))


def compare(lang: Lang) -> str:
    """Two roles side by side."""
    args = ("compare", "kepala pusat", "manajer", *spoken(lang))
    return svg(printed(args, 80), title(args))


def spoken(lang: Lang) -> tuple[str, ...]:
    """The option for a language that has to be asked for."""
    return ("--lang", lang) if lang != "id" else ()


def title(args: tuple[str, ...]) -> str:
    """A call as one types it."""
    return f"$ {shlex.join(('careerfit', *args))}"


def printed(args: tuple[str, ...], columns: int) -> Shot:
    """What a call prints on a terminal of so many columns."""
    with tempfile.TemporaryDirectory() as home:
        with Terminal(*args, columns=columns, rows=PRINT, env=surroundings(Path(home))) as terminal:
            code = terminal.end()
        if code:
            raise AssertionError(f"{title(args)} ends with {code}:\n{terminal.screen}")
        return Shot.of(bytes(terminal.written), columns, PRINT)


def asked(lang: Lang, wanted: Callable[[Interview, Question], bool], marked: int) -> str:
    """The quiz on the first question that is wanted, with that choice marked."""
    columns, rows = PAGE
    args = ("quiz", "--resume", *spoken(lang))
    with tempfile.TemporaryDirectory() as home:
        question = begin(Path(home), lang, wanted)
        with Terminal(*args, columns=columns, rows=rows, env=surroundings(Path(home))) as terminal:
            terminal.see(question)
            for number in range(1, marked + 1):
                terminal.press("down")
                terminal.see(f"{MARKER} {number}")
            written = bytes(terminal.written)
    return svg(Shot.of(written, columns, rows), title(("quiz", *spoken(lang))))


def begin(home: Path, lang: Lang, wanted: Callable[[Interview, Question], bool]) -> str:
    """Keep the interview of someone between two roles, up to the question that is wanted; what that question says."""
    pack = load_pack()
    strengths = leaning(pack, CENTRE, MANAGER)
    interview = Interview(pack)
    with Store(state(home) / "careerfit") as store:
        recorder = Recorder(store, interview.pack, mode=interview.mode, lang=lang)
        while (question := interview.next()) is not None and not wanted(interview, question):
            value: Value = "left" if isinstance(question, Duel) else response(question, strengths[question.facet])
            interview.answer(question, value, UNHURRIED)
            recorder.save(len(interview.log), interview.log[-1])
    if question is None:
        raise AssertionError("the quiz ends before the question that is wanted")
    return statement(pack, question, lang)


def statement(pack: Pack, question: Question, lang: Lang) -> str:
    """The words by which a question is known on the screen."""
    shown = pack.facets[pack.facet_index[question.left]].doing if isinstance(question, Duel) else question.text
    return shown.pick(lang)


def state(home: Path) -> Path:
    return home / "state"


def surroundings(home: Path) -> dict[str, str | None]:
    """A home of its own, and none of the caller's settings."""
    own = {"HOME": str(home), "XDG_STATE_HOME": str(state(home)), "COLORTERM": None}
    return dict.fromkeys(SETTINGS) | own
