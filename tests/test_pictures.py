"""The pictures show the program as it is, whole and legible; ``python -m tests.pictures`` makes them anew."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

import careerfit

from .photos import PHOTOS, Photo, record
from .pictures import ANEW, FOLDER, RECORD
from .screens import ANSWERS, ROOT, screens
from .svg import PAPER, colors

DRAWN = sorted(screens())
ALL = sorted([*DRAWN, *(photo.name for photo in PHOTOS)])
SHOWN = re.compile(r'!\[([^]]+)]\(([^)]+)\)|<img alt="([^"]+)" src="([^"]+)"')
MOST = 2_000_000
"""Bytes that all pictures may take."""
READABLE = 4.5
"""The contrast that text needs (WCAG 2.2, AA)."""


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls name the example as README.md does."""
    monkeypatch.chdir(ROOT)


def shown(page: Path) -> dict[str, str]:
    """Every picture on a page, by its place from the top of the repository, with what is said in its stead."""
    text = page.read_text("utf-8")
    found = ((place or other, words or others) for words, place, others, other in SHOWN.findall(text))
    return {(page.parent / place).resolve().relative_to(ROOT).as_posix(): words for place, words in found}


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_is_what_a_terminal_shows(name: str) -> None:
    """Made anew from a run of the program, every drawn picture is the same to the byte."""
    stale = f"{name} is out of date: {ANEW}"
    assert screens()[name]().encode() == (FOLDER / name).read_bytes(), stale


@pytest.mark.slow
@pytest.mark.parametrize("photo", PHOTOS, ids=lambda photo: photo.name)
def test_the_report_is_the_one_that_was_photographed(photo: Photo) -> None:
    """Every photograph is as recorded, its size too, and the report that it shows is today's."""
    (kept,) = [line for line in RECORD.read_text("utf-8").splitlines() if line.startswith(f"{photo.name} ")]
    assert record(photo, (FOLDER / photo.name).read_bytes()) == f"{kept}\n", f"out of date: {ANEW}"


def test_the_example_is_someone_like_most() -> None:
    """The person in the pictures has answered everything, with care, and not all too plainly."""
    result = careerfit.score(careerfit.load_pack(), yaml.safe_load(Path(ANSWERS).read_text("utf-8")))
    assert ("clear", ()) == (result.verdict.kind, result.quality.flags)
    assert len(result.pack.items) == len(result.answers.responses)
    assert result.verdict.probability < 0.95


def test_there_is_no_other_picture() -> None:
    """The folder holds the pictures and the record of the photographs, and takes little room."""
    assert sorted([*ALL, RECORD.name]) == sorted(path.name for path in FOLDER.iterdir())
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST


def test_the_tour_shows_every_picture() -> None:
    """docs/tour.md shows every picture there is, those of a class in docs/class.md, each with words in its stead."""
    pages = [ROOT / "docs" / name for name in ("tour.md", "class.md")]
    assert ALL == sorted(Path(place).name for page in pages for place in shown(page))


def test_the_readme_shows_a_result() -> None:
    """README.md shows one picture, a result, before anything else is explained, with words in its stead."""
    readme = ROOT / "README.md"
    ((place, words),) = shown(readme).items()
    assert ("docs/pictures/result-id.svg", True) == (place, (ROOT / place).is_file() and len(words) > 0)
    assert readme.read_text("utf-8").index(place) < readme.read_text("utf-8").index("\n## ")


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawn_picture_is_whole_and_asks_for_nothing(name: str) -> None:
    """All text lies within the picture, and nothing in it runs or refers to anything."""
    text = (FOLDER / name).read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314  # it is our own
    pieces = [one for one in root.iter() if one.tag.endswith("}text")]
    ends = [float(one.attrib["x"]) + float(one.attrib["textLength"]) for one in pieces]
    assert max(ends) <= float(root.attrib["width"])
    assert max(float(one.attrib["y"]) for one in pieces) <= float(root.attrib["height"])
    assert [] == re.findall(r"href|url\(|@import|@font-face|<script|<style|<image", text)
    assert ["http://www.w3.org/2000/svg"] == re.findall(r"https?://[^\"]*", text)


@pytest.mark.parametrize("color", colors())
def test_every_colour_can_be_read(color: str) -> None:
    """Text in any colour stands out from what is behind it."""
    assert (brightness(color) + 0.05) / (brightness(PAPER) + 0.05) >= READABLE


def brightness(color: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1, as WCAG defines it."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
