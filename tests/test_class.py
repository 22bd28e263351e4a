"""What docs/class.md says is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from careerfit.cli.app import command, run
from careerfit.report.words import result as words
from careerfit.report.words.people import HEADS
from careerfit.text import Lang

PAGE = Path(__file__).parents[1] / "docs" / "class.md"
TEXT = PAGE.read_text(encoding="utf-8")
FORMS = re.findall(r"(?m)^(careerfit form [^#\n]*)", TEXT)
LINKS = re.findall(r"]\(([^)]+)\)", TEXT)


@pytest.mark.parametrize("link", sorted(set(LINKS)))
def test_links_lead_somewhere(link: str) -> None:
    """Every link names a file that is there, and a heading in it."""
    name, _, heading = link.partition("#")
    page = PAGE.parent / name if name else PAGE
    assert page.is_file()
    if heading:
        found = re.findall(r"(?m)^#+ (.*)$", page.read_text(encoding="utf-8"))
        assert heading in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in found}


@pytest.mark.parametrize("line", FORMS)
def test_the_commands_make_the_forms(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command that makes a form writes the file that the page goes on to speak of."""
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(line)
    assert run(command(), words, {}) == 0
    (made,) = tmp_path.iterdir()
    assert TEXT.count(f"`{made.name}`") > 0


@pytest.mark.parametrize(("lang", "place"), [("id", 0), ("en", 1)])
def test_it_quotes_headings_that_reports_have(lang: Lang, place: int) -> None:
    """Every heading that it quotes where reports are given out begins one of a report, and the table has its column."""
    page = TEXT.split("\n# A class")[place]
    (part,) = re.findall(r"(?s)\n## 9\. (.*?)\n## 10\.", page)
    titles = [one.pick(lang) for one in (words.WHY, words.WEIGH, words.WHY_EACH, words.BECAUSE)]
    quoted = re.findall(r'"([^"]+)"', part)
    assert len(titles) == len(quoted)
    for said in quoted:
        assert any(title.startswith(said.rstrip("…")) for title in titles), said
    assert f'"{HEADS["error"].pick(lang)}"' in " ".join(page.split())


def test_both_languages_have_the_same_steps() -> None:
    """Indonesian and English say the same: as many headings, commands, rows of tables and points."""
    indonesian, english = TEXT.split("\n# A class")
    for mark in ("\n## ", "\ncareerfit ", "\n|", "\n- ", "\n>", "![", "\n**"):
        assert indonesian.count(mark) == english.count(mark), mark
