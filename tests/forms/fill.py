"""Simulated students, and how they fill in each kind of form: what comes back is what a counsellor would get.

Each ``fill_…`` takes a form as ``careerfit form`` wrote it, and people, and gives back their answers as the tool behind
the form hands them out.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

from careerfit.core.model import Pack
from careerfit.forms.content import CLASS, NAME, statements
from careerfit.forms.google import google_script
from careerfit.text import Lang

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NODE = shutil.which("node")
GOOGLE = Path(__file__).parent / "form_app.js"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
"""A cheap phone."""
READ = 500
"""So many milliseconds pass from one tap to the next: the choice is seen, and the next statement is read."""
POINT = """
response => {
  const one = response ? document.querySelectorAll("fieldset:not([hidden]) label")[response - 1] : find("next");
  one.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
"""
"""Where a finger goes on the screen for that response, or to skip."""
SURNAMES = ("Santoso", "Lestari", "Wijaya", "Nur'aini", "Siregar", "Putri", "Hidayat")
CLASSES = ("XII IPA 1", "XII IPS 2")
How: TypeAlias = Literal["touch", "keyboard"]


class Student(NamedTuple):
    """A made-up person: their name, class, and responses by item; one that is not in it is unanswered."""

    name: str
    class_: str
    responses: Mapping[str, int]


def students(pack: Pack, count: int, seed: int = 16) -> list[Student]:
    """People with likes and dislikes of their own, some of whom leave statements out."""
    random = Random(seed)
    return [_student(pack, random, n) for n in range(1, count + 1)]


def _student(pack: Pack, random: Random, n: int) -> Student:
    level = random.gauss(3.5, 0.5)
    own = {facet.key: random.gauss(level, 0.9) for facet in pack.facets}
    gaps = random.choice((0, 0, 0, 0.1, 0.4))
    responses = {}
    for item in pack.items:
        keyed = own[item.facet] if item.keyed > 0 else 6 - own[item.facet]
        if random.random() >= gaps:
            responses[item.key] = min(5, max(1, round(keyed + random.gauss(0, 0.8))))
    return Student(f"Siswa {n} {SURNAMES[n % len(SURNAMES)]}", CLASSES[n % len(CLASSES)], responses)


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


def start(page: Any, student: Student, how: How) -> None:
    """Put one's name and class on the open page and begin."""
    if how == "touch":
        page.locator("#name").fill(student.name)
        page.locator("#class").fill(student.class_)
        page.locator("#person button").tap()
        return
    page.locator("#name").focus()
    page.keyboard.type(student.name)
    page.keyboard.press("Tab")
    page.keyboard.type(student.class_)
    page.keyboard.press("Enter")


def answer(page: Any, response: int | None, how: How) -> None:
    """Say it to the statement that is shown, or skip it; the next one is shown, or the end.

    By touch, the page's clock is one of Playwright's, so that nobody waits while a statement is read.
    """
    if how == "keyboard":
        page.keyboard.press("Enter" if response is None else str(response))
        return
    page.touchscreen.tap(*page.evaluate(POINT, response))
    page.clock.run_for(READ)


def fill_page(page: Any, pack: Pack, student: Student, how: How) -> str:
    """The answer code that the open page ends in once a student has filled it in, a statement at a time."""
    said = [student.responses.get(item.key) for item in statements(pack)]
    if how == "touch":
        page.clock.install()
    start(page, student, how)
    if how == "touch":
        page.clock.run_for(READ)
        for response in said:
            answer(page, response, how)
    else:
        page.keyboard.type("".join(str(response or "\n") for response in said))
    return str(page.locator("#code").input_value())


def fill_page_at_once(page: Any, pack: Pack, student: Student, how: How) -> str:
    """Likewise, with all statements on the page at once."""
    start(page, student, how)
    page.locator("#layout").tap()
    for n, item in enumerate(statements(pack)):
        response = student.responses.get(item.key)
        if response and how == "touch":
            page.locator("fieldset").nth(n).locator("label").nth(response - 1).tap()
        elif response:
            page.locator("fieldset").nth(n).locator("input").first.focus()
            page.keyboard.press(str(response))
    page.locator("#next").tap()
    return str(page.locator("#code").input_value())


def fill_excel(form: Path, people: Sequence[Student], pack: Pack, lang: Lang) -> None:
    """Fill the sheet in, a row a student, as somebody would who reads the heads; it is saved in its place."""
    from openpyxl import load_workbook

    book = load_workbook(form)
    sheet = book.active
    columns = {str(cell.value).partition(". ")[2] or str(cell.value): cell.column for cell in sheet[1]}
    for row, one in enumerate(people, 2):
        for title, value in asked(one, pack, lang).items():
            sheet.cell(row, columns[title], value)
    book.save(form)


def fill_google(people: Sequence[Student], pack: Pack, lang: Lang, folder: Path) -> dict[str, Any]:
    """The Google form that the script builds in the folder, filled in: ``form``, ``log``, and ``csv`` as exported."""
    script, answers = folder / "form.gs", folder / "people.json"
    script.write_text(google_script(pack, lang), encoding="utf-8")
    answers.write_text(json.dumps([asked(one, pack, lang) for one in people]), encoding="utf-8")
    done = subprocess.run([str(NODE), str(GOOGLE), str(script), str(answers)], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def fill_xlsform(form: Path, people: Sequence[Student], pack: Pack) -> str:
    """The survey that pyxform makes of an XLSForm, filled in and exported as KoboToolbox does, with groups in heads."""
    from pyxform.xls2xform import convert

    fields = [path for path in _fields(convert(form).xform) if not path.startswith("meta/")]
    names = {path: path.rpartition("/")[2] for path in fields}
    keys = {item.key.replace("-", "_"): item.key for item in pack.items}
    table = StringIO(newline="")
    writer = csv.writer(table, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["start", "end", *fields, "_id", "_uuid", "_submission_time"])
    for n, one in enumerate(people, 1):
        person = {"nama": one.name, "kelas": one.class_, "careerfit": f"careerfit:{pack.name} {pack.version}"}
        cells = [person.get(names[path], one.responses.get(keys.get(names[path], ""), "")) for path in fields]
        writer.writerow(["2026-11-26", "2026-11-26", *cells, n, f"uuid-{n}", "2026-11-26T08:00:00"])
    return table.getvalue()


def _fields(xform: str) -> Iterator[str]:
    """The paths of a survey's fields within its instance, as heads of an export call them."""
    instance = ET.fromstring(xform).find(".//{*}model/{*}instance")  # noqa: S314  # pyxform made it just now
    assert instance is not None

    def walk(node: ET.Element, above: str) -> Iterator[str]:
        for child in node:
            path = above + child.tag.rpartition("}")[2]
            yield from walk(child, f"{path}/") if len(child) else (path,)

    return walk(instance[0], "")


def fill_codes(codes: Sequence[str], people: Sequence[Student]) -> str:
    """Answer codes that came one by one, pasted into a table beside the names."""
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["nama", "kelas", "kode"])
    writer.writerows([one.name, one.class_, code] for one, code in zip(people, codes, strict=True))
    return table.getvalue()


def asked(one: Student, pack: Pack, lang: Lang) -> dict[str, str | int]:
    """What a student puts under each head of a form, by the head's words."""
    said = {pack.item_by_key[key].text.pick(lang): response for key, response in one.responses.items()}
    return {NAME.pick(lang): one.name, CLASS.pick(lang): one.class_, **said}
