"""Every golden file by its name, with what should stand in it now.

``python -m tests.report.goldens`` writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rich.console import RenderableType

from careerfit.core.document import compare_document, profile_document, questions_document
from careerfit.core.model import Pack
from careerfit.report.csv import questions_csv, result_csv, roles_csv
from careerfit.report.html.result import result_html
from careerfit.report.markdown.pages import (
    compare_markdown,
    profile_markdown,
    questions_markdown,
    result_markdown,
    roles_markdown,
)
from careerfit.report.screens.compare import compare_screen
from careerfit.report.screens.lists import questions_screen, roles_screen
from careerfit.report.screens.profile import profile_screen
from careerfit.report.screens.reality import reality_screen
from careerfit.report.screens.result import result_screen
from careerfit.report.screens.terminal import render
from careerfit.report.template_file import template_file
from careerfit.report.views.compare import compare_view
from careerfit.report.views.profile import profile_view
from careerfit.report.views.reality import reality_view
from careerfit.report.views.result import result_view
from careerfit.text import LANGUAGES, Lang

from .people import CENTRE, MANAGER, PEOPLE, PROGRAMME, REALITY, reality_of, result_of

FOLDER = Path(__file__).parent / "snapshots"
WIDTHS = (40, 80, 120)

Make = Callable[[Pack], str]


def goldens() -> dict[str, Make]:
    """File name → what makes its content from the shipped pack."""
    return dict([*_results(), *_screens(), *_texts()])


def _results() -> Iterator[tuple[str, Make]]:
    """The six people in every format and both languages."""
    for name in PEOPLE:
        for lang in LANGUAGES:
            for width in WIDTHS:
                yield f"result-{name}-{lang}-{width}.txt", partial(_result_screen, name, lang, width)
            yield f"result-{name}-{lang}.md", partial(_result_markdown, name, lang)
            yield f"result-{name}-{lang}.csv", partial(_result_csv, name, lang)
            yield f"result-{name}-{lang}.html", partial(_result_html, name, lang)
            yield f"result-{name}-{lang}.json", partial(_result_json, name, lang)
    for width in WIDTHS:
        yield f"verbose-clear-id-{width}.txt", partial(_result_screen, "clear", "id", width, verbose=True)


def _screens() -> Iterator[tuple[str, Make]]:
    """All other screens, in both languages and at all widths."""
    screens: dict[str, Callable[[Pack, Lang], RenderableType]] = {
        "profile": lambda pack, lang: profile_screen(profile_view(pack, pack.role(PROGRAMME), lang)),
        "compare-two": lambda pack, lang: compare_screen(compare_view(pack, [CENTRE, MANAGER], lang)),
        "compare-all": lambda pack, lang: compare_screen(compare_view(pack, [r.slug for r in pack.roles], lang)),
        "roles": roles_screen,
        "questions": questions_screen,
        "reality": lambda pack, lang: reality_screen(reality_view(pack.role(CENTRE), REALITY[CENTRE], lang)),
    }
    for name, screen in screens.items():
        for lang in LANGUAGES:
            for width in WIDTHS:
                yield f"{name}-{lang}-{width}.txt", partial(_screen, screen, lang, width)


def _texts() -> Iterator[tuple[str, Make]]:
    """Lists and profiles in the other formats."""
    texts: dict[str, Callable[[Pack, Lang], str]] = {
        "profile-{}.md": lambda pack, lang: profile_markdown(profile_view(pack, pack.role(PROGRAMME), lang)),
        "profile-{}.json": lambda pack, lang: _json(profile_document(pack, pack.role(PROGRAMME), lang)),
        "compare-two-{}.md": lambda pack, lang: compare_markdown(compare_view(pack, [CENTRE, MANAGER], lang)),
        "compare-two-{}.json": lambda pack, lang: _json(
            compare_document(pack, [pack.role(CENTRE), pack.role(MANAGER)], lang)
        ),
        "questions-{}.md": questions_markdown,
        "questions-{}.csv": questions_csv,
        "questions-{}.json": lambda pack, lang: _json(questions_document(pack, lang)),
        "roles-{}.md": roles_markdown,
        "roles-{}.csv": roles_csv,
        "template-{}.yaml": template_file,
    }
    for name, text in texts.items():
        for lang in LANGUAGES:
            yield name.format(lang), partial(_text, text, lang)


def _result_screen(name: str, lang: Lang, width: int, pack: Pack, *, verbose: bool = False) -> str:
    result = result_of(pack, name)
    return render(result_screen(result_view(result, lang, reality=reality_of(result)), verbose=verbose), width)


def _result_markdown(name: str, lang: Lang, pack: Pack) -> str:
    result = result_of(pack, name)
    return result_markdown(result_view(result, lang, reality=reality_of(result)))


def _result_csv(name: str, lang: Lang, pack: Pack) -> str:
    return result_csv(result_of(pack, name), lang)


def _result_html(name: str, lang: Lang, pack: Pack) -> str:
    result = result_of(pack, name)
    return result_html(result, lang, reality=reality_of(result))


def _result_json(name: str, lang: Lang, pack: Pack) -> str:
    return _json(result_of(pack, name).to_dict(lang))


def _screen(screen: Callable[[Pack, Lang], RenderableType], lang: Lang, width: int, pack: Pack) -> str:
    return render(screen(pack, lang), width)


def _text(text: Callable[[Pack, Lang], str], lang: Lang, pack: Pack) -> str:
    return text(pack, lang)


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


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
