"""The result at the end of an interview as a person meets it: its pages, drawn at any size, without a terminal.

``python -m tests.cli.results`` writes them to ``tests/cli/results/``; the tests compare. Look at what has changed
before committing it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from careerfit.cli.interviewing.closing import Closing
from careerfit.cli.settings import Language, Settings
from careerfit.core.model import Answers, Pack, Reply
from careerfit.history.recorder import Recorder
from careerfit.interview.interview import Interview
from careerfit.interview.pages import Flow
from careerfit.interview.plain_face import PlainFace
from careerfit.interview.screen_face import Screen
from careerfit.interview.session import NoKeeper, Session
from careerfit.report.screens.page import brief_screen
from careerfit.report.screens.terminal import render
from careerfit.report.views.result.brief import MOST_ROWS, brief_pages, kept
from careerfit.text import LANGUAGES, Lang
from tests.report.people import PEOPLE, result_of

FOLDER = Path(__file__).with_name("results")
SIZES = ((20, 24), (40, 9), (40, 24), (80, 24), (120, 40))
WAYS = ("clear", "tie-of-two", "tie-of-three", "unclear", "misfit")
NUMBER, BEFORE = 6, 5
"""The attempt that is shown, and the one before it."""


def held(pack: Pack, answers: Answers) -> Interview:
    """The quick interview in which someone gave these answers."""
    given = [Reply((item.key,), answers.responses[item.key]) for item in pack.items if item.key in answers.responses]
    fought = [Reply((duel.left, duel.right), duel.answer) for duel in answers.duels]
    return Interview.replay(pack, "quick", [*given, *fought])


def closed(
    pack: Pack, name: str, lang: Lang, keeper: Recorder | NoKeeper | None = None, *variables: str
) -> tuple[Closing, Flow]:
    """The end of the interview of one of the people, with its first page on show; these ``variables`` are set."""
    keeper = keeper or NoKeeper()
    closing = Closing(
        Settings(Language(lang, "environment"), {"CAREERFIT_LANG": lang, **dict.fromkeys(variables, "1")}),
        keeper,
        pages=True,
    )
    session = Session(held(pack, PEOPLE[name](pack)), keeper, lambda: 0.0, close=closing.begin)
    return closing, Flow(session.close(session), lang)


def seen(flow: Flow, columns: int, rows: int) -> str:
    """What a screen of that size shows at first."""
    drawn = Screen(flow).rows(columns, rows)
    return "".join("".join(text for _, text in row.line).rstrip() + "\n" for row in drawn)


def pages(pack: Pack, lang: Lang, columns: int, rows: int) -> Iterator[tuple[str, str]]:
    """The first page of everybody, then each page behind a key of the one whose result is clear, with their names."""
    for name in WAYS:
        yield name, seen(closed(pack, name, lang)[1], columns, rows)
    for key, name in enumerate(("why not", "to weigh", "profile", "reality", "save"), 1):
        _, flow = closed(pack, "clear", lang)
        flow.press(key - 1)
        yield name, seen(flow, columns, rows)


def short(pack: Pack, name: str, lang: Lang, columns: int) -> str:
    """What stays on a terminal of so many columns."""
    last = [kept(NUMBER, BEFORE, lang)]
    return render(brief_screen(brief_pages(result_of(pack, name), lang, last), MOST_ROWS), columns)


def spoken(pack: Pack, name: str, lang: Lang, *lines: str) -> str:
    """What the face of lines says while somebody types these."""
    stream = io.StringIO()
    _, flow = closed(pack, name, lang)
    PlainFace(io.StringIO("".join(f"{line}\n" for line in lines)), stream).run(flow)
    return stream.getvalue()


def snapshots(pack: Pack) -> Iterator[tuple[str, str]]:
    """File name → what stands in it."""
    for lang in LANGUAGES:
        for columns, rows in SIZES:
            parts = pages(pack, lang, columns, rows)
            yield f"{lang}-{columns}x{rows}.txt", "".join(f"===== {name}\n{screen}" for name, screen in parts)
        left = ((name, columns) for name in WAYS for columns in (20, 40, 80, 120))
        yield (
            f"{lang}-short.txt",
            "".join(f"===== {name}, {columns}\n{short(pack, name, lang, columns)}" for name, columns in left),
        )
        yield f"{lang}-plain.txt", "".join(f"===== {name}\n{spoken(pack, name, lang, '1', '', 'q')}" for name in WAYS)


def main() -> None:
    """Write all of them."""
    from careerfit.pack import load_pack

    FOLDER.mkdir(exist_ok=True)
    for name, content in snapshots(load_pack()):
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
