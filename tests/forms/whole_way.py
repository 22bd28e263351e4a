"""The whole way of a class, by every form: ``python -m tests.forms.whole_way`` has 35 students fill in each of them.

The page is filled in at 360 pixels by touch, and by keyboard, in a real Chromium (half an hour and more); then every
file that comes back is scored, and what comes of the same students is held beside one another.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from careerfit import load_pack
from careerfit.cohort.job import Job, Outcome
from careerfit.cohort.run import score_file
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.forms.excel import excel_bytes
from careerfit.forms.page import page_html
from careerfit.forms.xlsform import xlsform_bytes

from .fill import PHONE, How, Student, chromium, fill_codes, fill_excel, fill_google, fill_page, fill_xlsform, students

Row = Mapping[str, Any]
Way = Callable[[Pack, Sequence[Student], Path], Path]
TOLD = ("id", "verdict", "leader", "roles", "probability", "field", "answered", "flags", "code", "error")


def by_excel(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The sheet, filled in."""
    form = folder / "excel.xlsx"
    form.write_bytes(excel_bytes(pack, "id"))
    fill_excel(form, people, pack, "id")
    return form


def by_google(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The Google form, built and filled in by a stand-in, as it is exported; in English."""
    found = folder / "google.csv"
    found.write_text(fill_google(people, pack, "en", folder)["csv"], encoding="utf-8")
    return found


def by_xlsform(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The survey, through pyxform, as KoboToolbox exports it."""
    form = folder / "survey.xlsx"
    form.write_bytes(xlsform_bytes(pack))
    (folder / "kobo.csv").write_text(fill_xlsform(form, people, pack), encoding="utf-8")
    return folder / "kobo.csv"


def by_codes(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """Answer codes as the core makes them, pasted into a sheet."""
    codes = [encode(pack, Answers(one.responses)) for one in people]
    (folder / "codes.csv").write_text(fill_codes(codes, people), encoding="utf-8")
    return folder / "codes.csv"


def by_page(pack: Pack, people: Sequence[Student], folder: Path, browser: Any, how: How) -> Path:
    """Answer codes as the page makes them in a browser, pasted into a sheet."""
    (folder / "page.html").write_text(page_html(pack, "id"), encoding="utf-8")
    codes = []
    for one in people:
        context = browser.new_context(**PHONE)
        page = context.new_page()
        page.goto((folder / "page.html").as_uri())
        codes.append(fill_page(page, pack, one, how))
        context.close()
    (folder / f"{how}.csv").write_text(fill_codes(codes, people), encoding="utf-8")
    return folder / f"{how}.csv"


WAYS: dict[str, Way] = {"excel": by_excel, "google": by_google, "xlsform": by_xlsform, "codes": by_codes}


def rows_of(pack: Pack, file: Path) -> tuple[Outcome, list[Row]]:
    """What comes of a file that came back, and what its results say of each person, by name."""
    target = file.with_suffix(".jsonl")
    outcome = score_file(pack, Job(str(file), str(target), lang="en"), lambda _: None)
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    return outcome, [{name: row[name] for name in TOLD} for row in rows]


def main() -> int:
    """Fill in every form and compare; how many ways differ from the first."""
    pack = load_pack()
    people, odd = students(pack, 35), 0
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        folder = Path(place)
        files = {name: way(pack, people, folder) for name, way in WAYS.items()}
        files["page by keyboard"] = by_page(pack, people, folder, browser, "keyboard")
        files["page by touch"] = by_page(pack, people, folder, browser, "touch")
        first = rows_of(pack, files["codes"])[1]
        for name, file in files.items():
            same = rows_of(pack, file)[1] == first
            odd += not same
            sys.stdout.write(f"{name}: {'the same' if same else 'OTHER'} results of {len(people)} people\n")
            sys.stdout.flush()
    return odd


if __name__ == "__main__":
    sys.exit(main())
