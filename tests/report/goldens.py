"""Every golden file by its name, with what should stand in it now.

``python -m tests.report.goldens`` writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from careerfit.core.model import Pack
from careerfit.core.results.attempt import difference_document
from careerfit.pack.answers_file import template_file
from careerfit.report.csv import attempts_csv, difference_csv, export_csv, questions_csv, result_csv, roles_csv
from careerfit.report.html.result import result_html
from careerfit.report.markdown import page_markdown
from careerfit.report.screens.page import page_screen
from careerfit.report.screens.terminal import render
from careerfit.text import LANGUAGES, Lang

from .attempts import differing, four
from .pages import PAGES
from .people import reality_of, result_of

FOLDER = Path(__file__).parent / "goldens"
USUAL = 80
OTHER_WIDTHS = (
    ("result-clear", "id", 40),
    ("result-tie-of-two", "en", 40),
    ("result-alert", "en", 120),
    ("profile", "id", 40),
    ("profile", "en", 120),
    ("compare-all", "id", 20),
    ("history", "en", 40),
    ("diff-real", "id", 40),
    ("group", "en", 40),
    ("simulation", "id", 40),
    ("validation", "id", 40),
    ("validation", "en", 120),
)
"""Pages that are laid out otherwise where there is less room, or more."""
FULL = (("result-clear", "id", 80), ("result-tie-of-two", "en", 40))
"""Results in their full account."""
WRITTEN = (
    ("result-clear", "id"),
    ("result-tie-of-two", "en"),
    ("profile", "id"),
    ("compare-two", "en"),
    ("roles", "id"),
    ("questions", "en"),
    ("reality", "id"),
    ("history", "id"),
    ("diff-real", "en"),
    ("group", "id"),
    ("validation", "en"),
)
"""Pages as Markdown."""
LONG = 24
"""Lines of a list, of which each is like the other, that are enough to look at."""

Make = Callable[[Pack], str]


def goldens() -> dict[str, Make]:
    """File name → what makes its content from the shipped pack."""
    return dict([*_screens(), *_markdown(), *_data()])


def _screens() -> Iterator[tuple[str, Make]]:
    """Every page in both languages at the usual width, and some at others."""
    usual = [(name, lang, USUAL) for name in PAGES for lang in LANGUAGES]
    for name, lang, width in [*usual, *OTHER_WIDTHS]:
        yield f"{name}-{lang}-{width}.txt", partial(_screen, name, lang, width)
    for name, lang, width in FULL:
        yield f"{name}-{lang}-{width}-full.txt", partial(_screen, name, lang, width, full=True)


def _markdown() -> Iterator[tuple[str, Make]]:
    for name, lang in WRITTEN:
        yield f"{name}-{lang}.md", partial(_written, name, lang)


def _data() -> Iterator[tuple[str, Make]]:
    """The other formats, each once."""
    yield "result-clear-id.csv", lambda pack: result_csv(result_of(pack, "clear"), "id")
    yield "result-clear-id.html", _html
    yield "result-clear-id.json", lambda pack: _json(result_of(pack, "clear").to_dict("id"))
    yield "roles-id.csv", lambda pack: roles_csv(pack, "id")
    yield "questions-id.csv", lambda pack: _begun(questions_csv(pack, "id"))
    yield "template-id.yaml", lambda pack: _begun(template_file(pack, "id"))
    yield "template-en.yaml", lambda pack: _begun(template_file(pack, "en"))
    yield "history.csv", lambda pack: attempts_csv(four(pack))
    yield "history-export.csv", lambda pack: export_csv(four(pack))
    yield "history-export.json", lambda pack: _json(four(pack)[2].to_dict(answers=True))
    yield "diff-real.csv", lambda pack: difference_csv(differing(pack, "real")[0])
    yield "diff-noise.json", lambda pack: _json(difference_document(*differing(pack, "noise")))


def _screen(name: str, lang: Lang, width: int, pack: Pack, *, full: bool = False) -> str:
    drawn = render(page_screen(PAGES[name](pack, lang), full=full), width)
    return _begun(drawn) if name == "questions" else drawn


def _written(name: str, lang: Lang, pack: Pack) -> str:
    text = page_markdown(PAGES[name](pack, lang))
    return _begun(text) if name == "questions" else text


def _html(pack: Pack) -> str:
    result = result_of(pack, "clear")
    return result_html(result, "id", checks=reality_of(result))


def _begun(text: str) -> str:
    """The beginning of a long list, and how many lines follow."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[:LONG]) + f"… and {len(lines) - LONG} lines more\n"


def _json(document: dict[str, object]) -> str:
    """A document as the program writes it."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_ten_digits(text: str) -> str:
    """The text with its longest numbers cut short: Python adds floats up more exactly from version 3.12 on."""
    return re.sub(r"-?\d+\.\d{9,}(e-?\d+)?", lambda found: f"{round(float(found[0]), 12):.10g}", text)


def write() -> None:
    """Write every golden file anew, and remove what is none any more."""
    from careerfit.pack import load_pack

    pack, wanted = load_pack(), goldens()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        if old.name not in wanted:
            old.unlink()
    for name, make in wanted.items():
        (FOLDER / name).write_text(make(pack), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
