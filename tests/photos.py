"""The report of the example's answers, and the pages of a class, photographed in a headless Chromium."""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from careerfit.core.model import Answers
from careerfit.core.results.result import evaluate
from careerfit.forms.page import page_html
from careerfit.pack import load_pack
from careerfit.report.html.group import class_html
from careerfit.report.views.people.school_class import Person, class_view
from careerfit.report.words.numbers import day
from careerfit.text import LANGUAGES, Lang

from .e2e.conftest import COMMAND
from .forms.fill import students
from .screens import ANSWERS, ROOT, spoken, surroundings


@dataclass(frozen=True, slots=True)
class Photo:
    """The report on a screen of ``width`` pixels, each shown as ``scale`` by ``scale``, down to its n-th section.

    Of the page that a class fills in (``asked``), that many statements are answered before; the page of what came of a
    class shows that many ``people``.
    """

    name: str
    lang: Lang
    width: int
    scale: int
    sections: int = 0
    asked: int = 0
    people: int = 0


FIRST = ("Siti", "Budi", "Agus", "Dewi", "Putri", "Rizky", "Nur", "Ayu", "Fajar", "Intan", "Yoga", "Laras", "Dimas")
LAST = ("Aminah", "Santoso", "Wibowo", "Lestari", "Rahmawati", "Pratama", "Hidayah", "Kusuma", "Nugroho", "Permata")
BOTTOMS = "found => found.filter(e => e.getClientRects().length).map(e => e.getBoundingClientRect().bottom)"
"""Where each of some elements ends that is seen."""
PHOTOS = (
    *(
        Photo(f"report-{name}-{lang}.png", lang, width, scale, sections=sections)
        for lang in LANGUAGES
        for name, width, scale, sections in (("desktop", 1120, 1, 4), ("phone", 390, 2, 2))
    ),
    *(
        Photo(f"form-{name}-{lang}.png", lang, 360, 1, asked=asked)
        for lang in LANGUAGES
        for name, asked in (("ask", 2), ("end", 74))
    ),
    *(Photo(f"class-{lang}.png", lang, 720, 1, sections=3, people=20) for lang in LANGUAGES),
)


DAY = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)  # the same day from Hawaii to New Zealand
"""When all that is photographed is said to have been made."""


@cache
def report(lang: Lang) -> bytes:
    """The example's report as HTML, as it would have been on that day."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, **surroundings(Path(home))}
        made = subprocess.run(
            [*COMMAND, "score", ANSWERS, "--format", "html", *spoken(lang)],
            cwd=ROOT,
            env={name: value for name, value in env.items() if value is not None},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    return made.replace(day(datetime.now(UTC), lang).encode(), day(DAY, lang).encode())


def content(photo: Photo) -> bytes:
    """The HTML that a photograph shows."""
    if photo.people:
        return class_page(photo.people, photo.lang)
    return page_html(load_pack(), photo.lang).encode() if photo.asked else report(photo.lang)


@cache
def class_page(count: int, lang: Lang) -> bytes:
    """The page of a class of made-up students: every sixth is weary of what the field asks for, one was careless."""
    pack, people = load_pack(), []
    for row, one in enumerate(students(pack, count), 1):
        random, given = Random(row), dict(one.responses)
        for item in pack.items:
            if item.key in given and row % 6 == 0 and item.facet in pack.shared:
                given[item.key] = 2 if item.keyed > 0 else 4
            elif row == count:
                given[item.key] = random.randint(1, 5)
        result = evaluate(pack, Answers(given))
        verdict, leader = result.verdict, result.ranking[0].role if result.verdict.roles else ""
        name = f"{FIRST[row % len(FIRST)]} {LAST[row % len(LAST)]}"
        told = (verdict.kind, leader, verdict.roles, verdict.probability, result.field.score)
        people.append(Person(row, name, "", one.class_, *told, len(given), result.quality.flags, result.code, ""))
    files = {one.row: f"{one.row}.html" for one in people}
    view = class_view(pack, people, files, lang, DAY)
    return class_html(view._replace(table="hasil.xlsx"), lang).encode()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def record(photo: Photo, image: bytes) -> str:
    """A line on a photograph: its name and size, the digest of the HTML that it shows, and its own."""
    width, height = png_size(image)
    return f"{photo.name} {width}x{height} {digest(content(photo))} {digest(image)}\n"


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
            yield photo, (fill_in if photo.asked else photograph)(browser, photo)
        browser.close()


def fill_in(browser: Any, photo: Photo) -> bytes:
    """The page on a phone, on which statements were answered by 1 to 5 in turn."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_bytes(content(photo))
        page = browser.new_page(viewport={"width": photo.width, "height": 640}, is_mobile=True, has_touch=True)
        page.goto(file.as_uri())
        page.locator("#person button").click()
        for n in range(photo.asked):
            page.keyboard.press(str(n % 5 + 1))
        page.mouse.click(1, 1)  # so that nothing has the keyboard's frame
        bottom = max(page.eval_on_selector_all(".rest", BOTTOMS))
        clip = {"x": 0, "y": 0, "width": photo.width, "height": round(bottom) + 16}
        image: bytes = page.screenshot(clip=clip, full_page=True)
        page.close()
    return image


def photograph(browser: Any, photo: Photo) -> bytes:
    page = browser.new_page(
        viewport={"width": photo.width, "height": 900}, device_scale_factor=photo.scale, color_scheme="light"
    )
    page.set_content(content(photo).decode())
    bottom = max(page.eval_on_selector_all("section", BOTTOMS)[: photo.sections])
    clip = {"x": 0, "y": 0, "width": photo.width, "height": round(bottom) + 16}
    image: bytes = page.screenshot(clip=clip, full_page=True)
    page.close()
    return image
