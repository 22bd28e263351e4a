"""Text of packs and answers that means harm comes out inert, in every format."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO

from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careerfit.core.model import Pack
from careerfit.core.result import Result, evaluate
from careerfit.report.csv import FORMULA, questions_csv, result_csv, roles_csv, safe_cell
from careerfit.report.html.result import result_html
from careerfit.report.markdown.markup import code, plain
from careerfit.report.markdown.pages import (
    compare_markdown,
    profile_markdown,
    questions_markdown,
    result_markdown,
    roles_markdown,
)
from careerfit.report.screens.compare import compare_screen
from careerfit.report.screens.lists import questions_screen, roles_screen, table_screen
from careerfit.report.screens.profile import profile_screen
from careerfit.report.screens.result import result_screen
from careerfit.report.screens.terminal import render
from careerfit.report.template_file import template_file
from careerfit.report.views.compare import compare_view
from careerfit.report.views.profile import profile_view
from careerfit.report.views.result import result_view
from careerfit.text import clean
from tests.hostile import uncoloured, unseen

from .hostile import HARMFUL, poisoned, texts
from .people import CENTRE, PEOPLE, reality_of

POISON = " ".join(HARMFUL)
INERT = {"inline", "text", "softbreak", "hardbreak", "code_inline", "html_entity"}
BLOCKS = re.compile(
    r"(heading|paragraph|bullet_list|list_item|blockquote|table|thead|tbody|tr|th|td|strong|em)_(open|close)"
)
thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
heavy = settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def results(pack: Pack) -> list[Result]:
    """The six people's results on a pack of the same shape."""
    return [evaluate(pack, person(pack)) for person in PEOPLE.values()]


def tokens(markdown: str) -> list[Token]:
    """All tokens of a Markdown text as GitHub understands it, those within lines too."""
    found = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(markdown)
    return [inner for token in found for inner in [token, *(token.children or [])]]


@thorough
@given(texts)
def test_clean_text_has_nothing_unseen(text: str) -> None:
    """Cleaned text steers no terminal and hides nothing, and cleaning again changes nothing."""
    assert set() == unseen(clean(text)) | ({"\n"} & set(clean(text)))
    assert clean(text) == clean(clean(text))


def test_clean_keeps_what_is_meant_to_be_read() -> None:
    """Brackets, quotes and letters of all scripts stay; a break or a tab becomes a space."""
    assert "[b] “é” 漢字 a b c" == clean("[b] “é” 漢字 a\tb\nc")


@heavy
@given(texts)
@example(POISON)
def test_terminal(pack: Pack, poison: str) -> None:
    """Screens carry nothing unseen, in colour nothing but colours, and show brackets as they are."""
    bad = poisoned(pack, poison)
    screens = [
        *(result_screen(result_view(r, "id", reality=reality_of(r)), verbose=True) for r in results(bad)),
        profile_screen(profile_view(bad, bad.role(CENTRE), "en")),
        compare_screen(compare_view(bad, [role.slug for role in bad.roles], "id")),
        roles_screen(bad, "id"),
        questions_screen(bad, "en"),
        table_screen(poison, [poison], [[poison]]),
    ]
    for screen in screens:
        assert set() == unseen(render(screen, 80))
        assert set() == unseen(uncoloured(render(screen, 40, styled=True)))
    assert "[bold]x[/bold]" in render(table_screen("[bold]x[/bold]", ["a"], []), 80)


@heavy
@given(texts)
@example(POISON)
def test_markdown(pack: Pack, poison: str) -> None:
    """No text becomes a link, an image, HTML, code or a block of its own."""
    bad = poisoned(pack, poison)
    pages = [
        *(result_markdown(result_view(r, "id", reality=reality_of(r))) for r in results(bad)),
        profile_markdown(profile_view(bad, bad.role(CENTRE), "en")),
        roles_markdown(bad, "id"),
        questions_markdown(bad, "en"),
        compare_markdown(compare_view(bad, [role.slug for role in bad.roles], "id")),
    ]
    for page in pages:
        assert set() == unseen(page)
        kinds = {token.type for token in tokens(page)}
        assert set() == {kind for kind in kinds if kind not in INERT and not BLOCKS.fullmatch(kind)}


@thorough
@given(texts)
def test_markdown_shows_text_as_it_is(text: str) -> None:
    """Escaped text comes out of Markdown as one paragraph that says the same."""
    words = clean(text).split()
    found = [token for token in tokens(plain(text)) if token.type in {"text", "code_inline", "text_special"}]
    assert words == " ".join("".join(token.content for token in found).split()).split()


@thorough
@given(texts)
def test_markdown_code_ends_where_it_should(text: str) -> None:
    """A command stays one piece of code, whatever backticks are in it."""
    inner = [token for token in tokens(f"x {code(text)} y") if token.type == "code_inline"]
    assert 1 == len(inner) or not clean(text).strip()


@thorough
@given(texts)
def test_cells(text: str) -> None:
    """No cell of text begins like a formula, also behind blanks."""
    cell = safe_cell(text)
    assert not cell.startswith(FORMULA)
    assert set() == unseen(cell)


@heavy
@given(texts)
@example(POISON)
def test_csv(pack: Pack, poison: str) -> None:
    """Every cell is a plain number or harmless text, and every row is whole."""
    bad = poisoned(pack, poison)
    for page in [*(result_csv(r, "id") for r in results(bad)), roles_csv(bad, "en"), questions_csv(bad, "id")]:
        rows = list(csv.reader(StringIO(page)))
        assert {len(rows[0])} == {len(row) for row in rows}
        assert [] == [cell for row in rows for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
        assert set() == unseen(page)


def is_number(cell: str) -> bool:
    """Is a cell a number that a spreadsheet reads as one?"""
    return re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell) is not None


class Tags(HTMLParser):
    """The tags, and all attributes, of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)


def parsed(page: str) -> Tags:
    """The tags of a page."""
    parser = Tags()
    parser.feed(page)
    parser.close()
    return parser


@heavy
@given(texts)
@example(POISON)
def test_html(pack: Pack, poison: str) -> None:
    """The page has the same tags and attributes with harmful text as without, apart from what labels are called."""
    bad = poisoned(pack, poison)
    for good, worse in zip(results(pack), results(bad), strict=True):
        expected, found = parsed(result_html(good, "id")), parsed(result_html(worse, "id"))
        assert expected.tags == found.tags
        assert {name for name, _ in expected.attributes} == {name for name, _ in found.attributes}
        assert set() == unseen(result_html(worse, "id"))


@heavy
@given(texts)
@example(POISON)
def test_template(pack: Pack, poison: str) -> None:
    """An answers file with harmful statements still holds its keys and nothing else."""
    import yaml

    loaded = yaml.safe_load(template_file(poisoned(pack, poison), "id"))
    assert dict.fromkeys(pack.item_by_key) == loaded
    assert json.dumps(loaded)
