"""The page's answer codes beside the core's: ``python -m tests.forms.codes --forms 5000`` compares that many.

Chromium works out the page's; the tests do so with a few hundred.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from careerfit.core.answer_code import decode, encode
from careerfit.core.model import Answers, Pack
from careerfit.forms.page import page_html
from careerfit.pack import load_pack

from .fill import chromium


def random_responses(pack: Pack, random: Random) -> dict[str, int]:
    """A form filled in at random, with anything from nothing to everything left out."""
    gaps = random.choice((0, 0, 0.1, 0.5, 0.9, 1))
    return {item.key: random.randint(1, 5) for item in pack.items if random.random() >= gaps}


def differing(page: Any, pack: Pack, count: int, seed: int) -> list[str]:
    """The codes by which the open page says something else than the core does, of that many random forms."""
    random = Random(seed)
    forms = [random_responses(pack, random) for _ in range(count)]
    answers = [[form.get(item.key, 0) for item in pack.items] for form in forms]
    codes = page.evaluate("all => all.map(encode)", answers)
    return [
        code
        for form, code in zip(forms, codes, strict=True)
        if code != encode(pack, Answers(form)) or decode(pack, code) != Answers(form)
    ]


def compare(pack: Pack, count: int, seed: int) -> list[str]:
    """Likewise, with a page and a browser of its own."""
    with TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder, "page.html")
        file.write_text(page_html(pack, "id"), encoding="utf-8")
        page = browser.new_page()
        page.goto(file.as_uri())
        return differing(page, pack, count, seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong = compare(load_pack(), asked.forms, asked.seed)
    sys.stdout.write(f"{asked.forms} forms, seed {asked.seed}: {len(wrong)} codes differ\n")
    sys.exit(bool(wrong))
