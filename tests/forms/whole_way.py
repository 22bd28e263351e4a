"""The whole way of a class, by every form: ``python -m tests.forms.whole_way`` has 35 students fill in each of them.

The page is filled in at 360 pixels by touch, and by keyboard, in a real Chromium. Every file that comes back is scored
by the program into results, reports, the page of the class, the table and a summary, which are held beside what comes
of the same students' answer codes as the core makes them. The tests do all of it with a few students.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook

from careerfit import load_pack
from careerfit.cli.app import command, run
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.forms.excel import excel_bytes
from careerfit.forms.page import page_html
from careerfit.forms.xlsform import xlsform_bytes

from .fill import PHONE, How, Student, chromium, fill_codes, fill_excel, fill_google, fill_page, fill_xlsform, students

CLASS = 35


def by_codes(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """Answer codes as the core makes them, pasted into a sheet."""
    return _written(folder / "codes.csv", fill_codes([encode(pack, Answers(one.responses)) for one in people], people))


def by_excel(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The sheet, filled in."""
    form = folder / "excel.xlsx"
    form.write_bytes(excel_bytes(pack, "id"))
    fill_excel(form, people, pack, "id")
    return form


def by_google(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The Google form, built and filled in by a stand-in, as it is exported; in English."""
    return _written(folder / "google.csv", fill_google(people, pack, "en", folder)["csv"])


def by_xlsform(pack: Pack, people: Sequence[Student], folder: Path) -> Path:
    """The survey, through pyxform, as KoboToolbox exports it."""
    form = folder / "survey.xlsx"
    form.write_bytes(xlsform_bytes(pack))
    return _written(folder / "kobo.csv", fill_xlsform(form, people, pack))


def by_page(pack: Pack, people: Sequence[Student], folder: Path, browser: Any, how: How) -> Path:
    """Answer codes as the page makes them on one phone that goes from hand to hand, pasted into a sheet."""
    file = _written(folder / "page.html", page_html(pack, "id"))
    context = browser.new_context(**PHONE)
    codes = []
    for one in people:
        page = context.new_page()
        page.goto(file.as_uri())
        codes.append(fill_page(page, pack, one, how))
        page.evaluate("localStorage.clear()")
        page.close()
    context.close()
    return _written(folder / f"{how}.csv", fill_codes(codes, people))


WAYS: dict[str, Callable[[Pack, Sequence[Student], Path], Path]] = {
    "codes": by_codes,
    "excel": by_excel,
    "google": by_google,
    "xlsform": by_xlsform,
}
"""The ways without a browser."""
HANDS: tuple[How, ...] = ("keyboard", "touch")


def outcome(file: Path) -> dict[str, Any]:
    """What the program makes of a file that came back, by the name of each part."""
    results, reports, summary = (file.with_name(f"{file.stem}-{name}") for name in ("out.jsonl", "reports", "sum.json"))
    _run("cohort", str(file), "-o", str(results), "--reports", str(reports))
    _run("cohort-summary", str(file), "-o", str(summary), "--format", "json")
    table = load_workbook(reports / "results.xlsx").active
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted(reports.glob("*.html"))}
    return {
        "results": _rounded([json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]),
        "class": pages.pop("index.html"),
        "reports": pages,
        "table": [*table.iter_rows(min_row=2, values_only=True)],
        "summary": _rounded(json.loads(summary.read_text(encoding="utf-8"))),
    }


def expected_rows(pack: Pack, people: Sequence[Student]) -> list[tuple[str, str]]:
    """Who stands in the results, with which answers, by what the core makes of them."""
    return [(one.name, encode(pack, Answers(one.responses))) for one in people]


def ways(pack: Pack, people: Sequence[Student], folder: Path, browser: Any) -> Iterator[tuple[str, Path]]:
    """What comes back by every way, as files; the first is that of the core's own codes."""
    for name, way in WAYS.items():
        yield name, way(pack, people, folder)
    for how in HANDS:
        yield f"page by {how}", by_page(pack, people, folder, browser, how)


def compare(pack: Pack, people: Sequence[Student], folder: Path, browser: Any) -> Iterator[tuple[str, list[str]]]:
    """Each way, with the parts of its outcome that differ from the first way's, or from what the core says."""
    first: dict[str, Any] = {}
    for name, file in ways(pack, people, folder, browser):
        found = outcome(file)
        first = first or found
        odd = [part for part in found if found[part] != first[part]]
        rows = [(row["id"], row["code"]) for row in found["results"]]
        is_whole = expected_rows(pack, people) == rows and len(found["reports"]) == len(people)
        yield name, odd if is_whole else [*odd, "people"]


def _run(*words: str) -> None:
    assert run(command(), [*words, "--lang", "en"], {}) == 0


def _rounded(value: Any) -> Any:
    """The same with all numbers at nine decimals, as scores compare: columns in another order add up otherwise."""
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    return round(value, 9) if isinstance(value, float) else value


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="")
    return file


def main() -> int:
    """Go every way, and say where any outcome is another one; how many are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=CLASS)
    people, pack, wrong = parser.parse_args().people, load_pack(), 0
    with TemporaryDirectory() as place, chromium() as browser:
        begun = time.perf_counter()
        for name, odd in compare(pack, students(pack, people), Path(place), browser):
            now = time.perf_counter()
            said = f"OTHER {', '.join(odd)}" if odd else "the same results, reports, class, table and summary"
            sys.stdout.write(f"{name}: {people} people, {said} ({now - begun:.0f} s)\n")
            sys.stdout.flush()
            wrong, begun = wrong + bool(odd), now
    return wrong


if __name__ == "__main__":
    sys.exit(main())
