"""The pictures in docs/pictures: ``python -m tests.pictures`` makes them anew from the program as it is.

What a terminal shows is drawn from a real run in a pseudo-terminal; the report is photographed in a headless Chromium.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from careerfit.cli.saving import Saver
from careerfit.core.model import LANGUAGES, Duel, Lang, Pack
from careerfit.history.store import Store
from careerfit.interview.layout import DRAWN
from careerfit.interview.machine import Interview, Question, Value
from careerfit.pack import load_pack
from careerfit.report import words

from .conftest import SETTINGS
from .e2e.conftest import COMMAND
from .e2e.terminal import Terminal
from .report.people import CENTRE, MANAGER, leaning, response
from .svg import Shot, svg

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
RECORD = FOLDER / "report.sha256"
ANSWERS = "docs/example-answers.yaml"
ANEW = "python -m tests.pictures"

Make = Callable[[], str]

PAGE, PRINT = (80, 24), 300
"""A terminal's usual columns and rows; rows enough for whatever is printed."""
SHOWN = 12
"""Which question of the quiz is shown."""
UNHURRIED = 8.0
"""Seconds that each answer took."""


# What a terminal shows ----------------------------------------------------------------------------------------------


def pictures() -> dict[str, Make]:
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
    """The example's result: 0 from the top to the reasons, 1 from "why not" to the end."""
    args = ("score", ANSWERS, *spoken(lang))
    heading = words.WHY_NOT.pick(lang).partition("{")[0]
    return svg(printed(args, 80).split(heading)[part], title(args))


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
                terminal.see(f"{DRAWN.marker} {number}")
            written = bytes(terminal.written)
    return svg(Shot.of(written, columns, rows), title(("quiz", *spoken(lang))))


def begin(home: Path, lang: Lang, wanted: Callable[[Interview, Question], bool]) -> str:
    """Keep the interview of someone between two roles, up to the question that is wanted; what that question says."""
    pack = load_pack()
    strengths = leaning(pack, CENTRE, MANAGER)
    interview = Interview(pack)
    with Store(state(home) / "careerfit") as store:
        saver = Saver(store, interview, lang)
        while (question := interview.next()) is not None and not wanted(interview, question):
            value: Value = "left" if isinstance(question, Duel) else response(question, strengths[question.facet])
            interview.answer(question, value, UNHURRIED)
            saver.save(len(interview.log), interview.log[-1])
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


# The report ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Photo:
    """The report on a screen of ``width`` pixels, each shown as ``scale`` by ``scale``, down to its n-th section."""

    name: str
    lang: Lang
    width: int
    scale: int
    sections: int


PHOTOS = tuple(
    Photo(f"report-{name}-{lang}.png", lang, width, scale, sections)
    for lang in LANGUAGES
    for name, width, scale, sections in (("desktop", 1120, 1, 4), ("phone", 390, 2, 2))
)


@cache
def report(lang: Lang) -> bytes:
    """The example's report as HTML."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, **surroundings(Path(home))}
        return subprocess.run(
            [*COMMAND, "score", ANSWERS, "--format", "html", *spoken(lang)],
            cwd=ROOT,
            env={name: value for name, value in env.items() if value is not None},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def record(photo: Photo, image: bytes) -> str:
    """A line on a photograph: its name and size, the digest of the HTML that it shows, and its own."""
    width, height = png_size(image)
    return f"{photo.name} {width}x{height} {digest(report(photo.lang))} {digest(image)}\n"


def png_size(image: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the head of a PNG."""
    if not image.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", image[16:24])
    return int(width), int(height)


def photographs() -> Iterator[tuple[Photo, bytes]]:
    """Every photograph as PNG."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for photo in PHOTOS:
            yield photo, photograph(browser, photo)
        browser.close()


def photograph(browser: Any, photo: Photo) -> bytes:
    page = browser.new_page(
        viewport={"width": photo.width, "height": 900}, device_scale_factor=photo.scale, color_scheme="light"
    )
    page.set_content(report(photo.lang).decode())
    boxes = "found => found.filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().bottom)"
    bottom = max(page.eval_on_selector_all("section", boxes)[: photo.sections])
    clip = {"x": 0, "y": 0, "width": photo.width, "height": round(bottom) + 16}
    image: bytes = page.screenshot(clip=clip, full_page=True)
    page.close()
    return image


# The command --------------------------------------------------------------------------------------------------------


def main() -> None:
    """Make every picture anew, and remove what is no longer one."""
    os.chdir(ROOT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in pictures().items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")
    lines = []
    for photo, image in photographs():
        (FOLDER / photo.name).write_bytes(image)
        lines.append(record(photo, image))
    RECORD.write_text("".join(lines), encoding="utf-8", newline="\n")
    known = {*pictures(), *(photo.name for photo in PHOTOS), RECORD.name}
    for path in FOLDER.iterdir():
        if path.name not in known:
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())
