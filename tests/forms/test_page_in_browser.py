"""The page in a real browser, at the size of a phone: by touch and by keyboard, read aloud, closed and opened again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from careerfit.core.answer_code import decode
from careerfit.core.model import Answers, Pack
from careerfit.forms.content import form_mark, statements
from careerfit.forms.page import page_html
from careerfit.sheets.cells import code_in

from .codes import differing
from .fill import PHONE, How, Student, answer, fill_page, fill_page_at_once, start, students
from .hostile import STRANGE, strange_pack

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.slow

Open: TypeAlias = Callable[..., Any]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FULL = """
for (let size = 1 << 22, n = 0; size; n++) {
  try { localStorage.setItem(`other ${n}`, "x".repeat(size)); } catch { size >>= 1; }
}
"""
"""Fills the page's storage to the last letter, before it runs."""
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
)
ADDED = """
() => {
  const one = document.createElement("script");
  one.textContent = "window.ran = true";
  document.body.append(one);
  return [window.ran === true, Object.keys(localStorage).length];
}
"""
DOUBLE_TAP = """
async () => {
  const boxes = [...document.querySelectorAll("fieldset")], seen = [];
  const look = () => seen.push(boxes.findIndex(one => !one.hidden));
  const wait = time => new Promise(done => setTimeout(done, time));
  const tap = n => boxes[n].querySelectorAll("label")[2].dispatchEvent(
    new PointerEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
  await wait(300);
  tap(0); tap(0); look();
  while (boxes[0].hidden === false) await wait(5);
  look();
  tap(1); await wait(300); look();
  seen.push(state.answers.filter(Boolean).length);
  return seen;
}
"""
"""Taps twice in a row, and again on what comes next; the statements seen after each, and how many were answered."""
SOUND = json.dumps({"answers": [1] * 6, "n": 0, "lang": "id"})
JUNK = (
    "junk",
    "null",
    "[]",
    json.dumps({"answers": [1, 2], "n": 0, "lang": "id"}),
    json.dumps({"answers": [9] * 6, "n": 0, "lang": "id"}),
    json.dumps({"answers": [1] * 6, "n": 6, "lang": "id"}),
    json.dumps({"answers": [1] * 6, "n": 0, "lang": "xx"}),
)
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('careerfit')).map(([, value]) => value)"
SHOWN = "[...document.querySelectorAll('fieldset')].findIndex(one => !one.hidden)"
SEEN = "document.body.innerText"


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a pack on a phone; whatever it asks for or complains of fails the test at its end."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def open_page(pack: Pack, lang: str = "id", before: str = "", **how: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(page_html(pack, "en" if lang == "en" else "id"), encoding="utf-8")
        contexts.append(browser.new_context(**PHONE | how))
        page = contexts[-1].new_page()
        page.add_init_script(before)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [] == said
    assert {(tmp_path / "page.html").as_uri()} == {url for url in asked if not url.startswith("blob:")}


@pytest.fixture
def person(small_pack: Pack) -> Student:
    """Somebody who leaves one statement out."""
    return Student("Siti Nur'aini", "XII IPS 2", {item.key: n for n, item in enumerate(small_pack.items) if n})


def decoded(pack: Pack, code: str) -> Mapping[str, int]:
    """The responses that a code holds."""
    return decode(pack, code).responses


@pytest.mark.parametrize("how", ["touch", "keyboard"])
def test_it_is_filled_in(opened: Open, small_pack: Pack, person: Student, how: How) -> None:
    """By touch and by keyboard alone, with a statement skipped, the page ends in the code of what was answered."""
    page = opened(small_pack)
    assert person.responses == decoded(small_pack, fill_page(page, small_pack, person, how))
    assert page.evaluate("document.activeElement.id") == "ended"


@pytest.mark.parametrize("how", ["touch", "keyboard"])
def test_all_at_once(opened: Open, small_pack: Pack, person: Student, how: How) -> None:
    """With all statements on one page the same answers end in the same code; nothing moves on by itself."""
    page = opened(small_pack)
    assert person.responses == decoded(small_pack, fill_page_at_once(page, small_pack, person, how))


def test_the_arrows_choose_and_enter_goes_on(opened: Open, small_pack: Pack, person: Student) -> None:
    """The five choices are one group of radio buttons: arrows move in it without leaving it, Enter leaves it."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert [0, "4"] == [page.evaluate(SHOWN), page.locator("fieldset").first.locator(":checked").input_value()]
    page.keyboard.press("Enter")
    assert page.evaluate(SHOWN) == 1


def test_going_back_shows_and_changes_an_answer(opened: Open, small_pack: Pack, person: Student) -> None:
    """Back leads to the statement before with its answer chosen, where another one replaces it."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    answer(page, 2, "keyboard")
    page.locator("#back").tap()
    first = page.locator("fieldset").first
    assert [0, "2"] == [page.evaluate(SHOWN), first.locator(":checked").input_value()]
    answer(page, 5, "keyboard")
    page.locator("#stop").tap()
    assert {statements(small_pack)[0].key: 5} == decoded(small_pack, page.locator("#code").input_value())


def test_a_double_tap_answers_once(opened: Open, small_pack: Pack, person: Student) -> None:
    """A second tap on the same choice, and one that comes as the next statement appears, answer nothing more."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    assert [0, 1, 1, 1] == page.evaluate(DOUBLE_TAP)


def test_a_reload_loses_nothing(opened: Open, small_pack: Pack, person: Student) -> None:
    """Closed and opened again, the page tells whose answers it holds and goes on at the same statement."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    answer(page, 3, "keyboard")
    answer(page, 4, "keyboard")
    page.reload()
    assert "jawaban Siti Nur'aini: 2 dari 6 pernyataan" in page.evaluate(SEEN)
    page.locator("#go_on").tap()
    assert page.evaluate(SHOWN) == 2
    page.locator("#stop").tap()
    first, second, *_ = statements(small_pack)
    assert {first.key: 3, second.key: 4} == decoded(small_pack, page.locator("#code").input_value())


def test_answers_can_be_deleted(opened: Open, small_pack: Pack, person: Student) -> None:
    """Pressed twice, the button leaves no answer, name or class on the device; pressed once, it asks."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    answer(page, 3, "keyboard")
    page.reload()
    button = page.locator("#kept .delete")
    button.tap()
    assert (1, "Tekan sekali lagi untuk menghapus") == (len(page.evaluate(KEPT)), button.inner_text())
    button.tap()
    assert ([], "", True) == (
        page.evaluate(KEPT),
        page.locator("#name").input_value(),
        page.locator("#person").is_visible(),
    )
    page.reload()
    assert "Siti" not in page.evaluate(SEEN)


@pytest.mark.parametrize("storage", [FULL, FORBIDDEN], ids=["full", "forbidden"])
def test_it_works_where_nothing_can_be_kept(opened: Open, small_pack: Pack, person: Student, storage: str) -> None:
    """With a full storage, or none, the page says that it keeps nothing, and ends in the same code."""
    page = opened(small_pack, before=storage)
    start(page, person, "keyboard")
    assert "tidak bisa menyimpan jawabanmu" in page.evaluate(SEEN)
    page.locator("#back").focus()
    for item in statements(small_pack):
        answer(page, person.responses.get(item.key), "keyboard")
    assert person.responses == decoded(small_pack, page.locator("#code").input_value())


def test_what_is_kept_is_not_believed(opened: Open, small_pack: Pack) -> None:
    """Where the storage holds something else under the page's name, it begins anew."""
    page = opened(small_pack)
    for found in JUNK:
        page.evaluate("found => localStorage.setItem(place, found)", found)
        page.reload()
        assert (True, False) == (page.locator("#person").is_visible(), page.locator("#kept").is_visible())
    page.evaluate("found => localStorage.setItem(place, found)", SOUND)
    page.reload()
    assert page.locator("#kept").is_visible()


def test_the_code_is_copied(opened: Open, small_pack: Pack, person: Student) -> None:
    """The button copies the whole code and before it whose it is, as far as that was given, with or without the newer
    way of doing so, and says so; the code alone is shown again.
    """
    for before in ("", "Object.defineProperty(navigator, 'clipboard', { value: undefined });"):
        page = opened(small_pack, before=before, permissions=["clipboard-read", "clipboard-write"])
        name, group = ("", "") if before else ("Siti Aminah", "XII IPS 2")
        code = fill_page(page, small_pack, person._replace(name=name, class_=group), "keyboard")
        page.locator("#copy").tap()
        page.get_by_text("Kode sudah disalin.").wait_for()
        assert code == page.locator("#code").input_value()
        page.reload()  # the state is kept; a text field shows what was copied
        page.evaluate("Object.assign(document.body.appendChild(document.createElement('textarea')), { id: 'pasted' })")
        page.locator("#pasted").focus()
        page.keyboard.press("Control+V")
        pasted = page.locator("#pasted").input_value()
        assert (code if before else f"Siti Aminah, XII IPS 2: {code}") == pasted
        assert code == code_in(small_pack, pasted)


@pytest.mark.parametrize(("lang", "between"), [("id", ";"), ("en", ",")])
def test_the_code_is_saved(
    opened: Open, small_pack: Pack, person: Student, tmp_path: Path, lang: str, between: str
) -> None:
    """The file is a table of one row that spreadsheets open: name, class, code and form; no cell is a formula."""
    page = opened(small_pack, lang)
    code = fill_page(page, small_pack, person._replace(name='=1+"A"/..\\', class_="@x"), "keyboard")
    with page.expect_download() as waiting:
        page.locator("#save").tap()
    waiting.value.save_as(tmp_path / "saved")
    head, row = csv.reader(StringIO((tmp_path / "saved").read_text(encoding="utf-8-sig")), delimiter=between)
    names = {"id": ["nama", "kelas", "code", "form"], "en": ["name", "class", "code", "form"]}
    words = {"id": "jawaban", "en": "answers"}
    assert (names[lang], f"{words[lang]}-1-A.csv") == (head, waiting.value.suggested_filename)
    assert ['\'=1+"A"/..\\', "'@x", code, form_mark(small_pack)] == row


def test_nothing_answered_makes_no_code(opened: Open, small_pack: Pack, person: Student) -> None:
    """Who ends without an answer gets no code, and a way to answer."""
    page = opened(small_pack)
    start(page, person, "keyboard")
    page.locator("#stop").tap()
    assert (False, "") == (page.locator("#given").is_visible(), page.locator("#code").input_value())
    page.locator("#missing button").tap()
    assert page.evaluate(SHOWN) == 0


def test_codes_are_the_cores(opened: Open, pack: Pack, small_pack: Pack) -> None:
    """Two hundred forms filled in at random get the code that the core makes of them, and give it back."""
    assert [] == differing(opened(pack), pack, 150, seed=1) + differing(opened(small_pack), small_pack, 50, seed=2)


def test_the_language_changes_everywhere(opened: Open, pack: Pack) -> None:
    """The button changes every text, the title and what a screen reader takes for the language, and keeps the place."""
    page = opened(pack)
    start(page, Student("", "", {}), "keyboard")
    answer(page, 4, "keyboard")
    shown = []
    for _ in range(3):
        shown.append([page.evaluate(SEEN), page.title(), page.evaluate("document.documentElement.lang")])
        page.locator("#language").tap()
    first, second, third = shown
    item = statements(pack)[1]
    assert (first, ["Which role fits you?", "en"]) == (third, second[1:])
    assert (True, True) == (item.text.id in first[0], item.text.en in second[0])
    same = set(first[0].splitlines()) & set(second[0].splitlines())
    assert {"1", "2", "3", "4", "5", ""} >= {line.strip() for line in same}


@pytest.mark.parametrize(("scheme", "lang"), [("light", "id"), ("dark", "en")])
def test_it_can_be_read_aloud_and_fits(opened: Open, pack: Pack, scheme: str, lang: str) -> None:
    """In light and dark, on every view, axe finds no fault, and at 320 and 360 pixels nothing is too wide."""
    page = opened(pack, lang, color_scheme=scheme)
    look = axe.Axe()

    def faults() -> list[object]:
        found = [fault["id"] for fault in look.run(page).response["violations"]]
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 740})
            found += [width] if page.evaluate(OVERFLOW) else []
        return found

    seen = [faults()]
    start(page, students(pack, 1)[0], "keyboard")
    answer(page, 4, "keyboard")
    page.locator("#back").tap()
    seen.append(faults())
    page.locator("#layout").tap()
    seen.append(faults())
    page.locator("#next").tap()
    page.locator("#copy").tap()
    seen.append(faults())
    page.reload()
    seen.append(faults())
    assert [[], [], [], [], []] == seen


def test_each_choice_is_named(opened: Open, pack: Pack) -> None:
    """A screen reader hears where it is, the statement, and each choice with its words; fingers find 44 pixels."""
    page = opened(pack)
    start(page, Student("", "", {}), "keyboard")
    statement, words = statements(pack)[0].text.id, [step.id for step in pack.scale]
    group = page.get_by_role("group", name=f"Pernyataan 1 dari 74: {statement}")
    choices = group.get_by_role("radio")
    assert [f"{n} {word}" for n, word in enumerate(words, 1)] == [
        " ".join(one.locator("xpath=..").inner_text().split()) for one in choices.all()
    ]
    sizes = page.evaluate(
        "[...document.querySelectorAll('button, fieldset:not([hidden]) label')].filter(e => e.offsetHeight)"
        ".map(e => e.offsetHeight)"
    )
    assert min(sizes) >= 44


def test_no_other_script_runs(browser: Any, small_pack: Pack, tmp_path: Path) -> None:
    """The page's policy lets no script run that is not its own, and no request out."""
    file = tmp_path / "page.html"
    file.write_text(page_html(small_pack, "id"), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert [False, 0] == page.evaluate(ADDED)
    assert page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'refused')") == "refused"
    assert [file.as_uri()] == asked
    page.close()


def test_without_scripts_it_says_what_it_needs(opened: Open, small_pack: Pack) -> None:
    """Where its script does not run, the page says so instead of staying empty; where it does, that is hidden."""
    seen = [opened(small_pack, java_script_enabled=on).locator("#unfit").is_visible() for on in (False, True)]
    assert [True, False] == seen


@pytest.mark.parametrize("strange", ["script", "formula", "hidden", "long"])
def test_strange_texts_are_shown_as_they_are(opened: Open, small_pack: Pack, strange: str) -> None:
    """Whatever a pack's texts say, the page works and shows them as text, without overflowing."""
    one = strange_pack(small_pack, strange)
    page = opened(one)
    start(page, Student(STRANGE[strange][:40], "", {}), "keyboard")
    first = statements(one)[0]
    answer(page, 1, "keyboard")
    page.locator("#back").tap()
    assert page.evaluate(OVERFLOW) == 0
    assert first.text.clean("id") == page.locator("fieldset:not([hidden]) .text").text_content()
    page.locator("#stop").tap()
    assert Answers({first.key: 1}) == decode(one, page.locator("#code").input_value())
