"""The report of the example's answers, photographed in a headless Chromium."""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from careerfit.text import LANGUAGES, Lang

from .e2e.conftest import COMMAND
from .screens import ANSWERS, ROOT, spoken, surroundings


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
