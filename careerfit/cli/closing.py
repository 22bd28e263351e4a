"""The end of an interview: its result in pages, what can be done with it there, and what stays on the terminal."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit.cli.errors import tell
from careerfit.cli.output import WRITTEN, to_file, write_lines, write_screen
from careerfit.cli.results import said_again
from careerfit.errors import CareerfitError
from careerfit.history.faults import HistoryUnavailable
from careerfit.history.recorder import Recorder
from careerfit.interview.pages import Drawing, Line
from careerfit.interview.questions import go_on
from careerfit.interview.session import NoKeeper
from careerfit.text import Lang, Text, clean

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.core.model import Role
    from careerfit.core.result import Result
    from careerfit.history.store import Store
    from careerfit.interview.closing import ResultPages
    from careerfit.interview.pages import Scene
    from careerfit.interview.reality import Believed
    from careerfit.interview.session import Keeper, Session
    from careerfit.report.blocks import Page

LONGEST_STEM = 40
"""A name takes so many characters of a file's name at most."""
REPORT = Text("laporan", "report")
REPORT_KEPT = Text(
    "Laporannya ada di {place}. Buka dengan peramban (browser); dari sana bisa dicetak.",
    "The report is in {place}. Open it with a browser; it can be printed from there.",
)
NO_PLACE = Text("Tidak ada folder untuk menyimpannya.", "There is no folder to save it in.")
UNSAVED = Text(
    "Hasil ini tidak tersimpan: {why}. Salin kode jawabannya: careerfit score --code KODE menampilkannya lagi.",
    "This result was not saved: {why}. Copy its answer code: careerfit score --code CODE shows it again.",
)
UNKEPT = Text(
    "Hasil ini tidak disimpan. Salin kode jawabannya: careerfit score --code KODE menampilkannya lagi.",
    "This result was not kept. Copy its answer code: careerfit score --code CODE shows it again.",
)


class Closing:
    """What happens from the last answer on. ``result`` is None until then, and while more questions are answered."""

    def __init__(self, settings: Settings, keeper: Recorder | NoKeeper, *, pages: bool, name: str = "") -> None:
        """``pages``: the result is to be read here, page by page. ``name``: whose it is, if somebody said so."""
        self._settings = settings
        self._pages = pages
        self._checks: dict[str, Believed] = {}
        self._told: list[Text] = []
        self._name = clean(name).strip() or None
        self._answers = 0
        self._shown: Result | None = None
        self._open = False
        self.keeper = keeper
        self.number: int | None = None

    @property
    def result(self) -> Result | None:
        """The result, where there is nothing newer that was answered and not finished."""
        return None if self._open else self._shown

    def begin(self, session: Session) -> Scene | None:
        """The interview is over: keep the result, and show its first page."""
        interview = session.interview
        result = self._shown = interview.result()
        self._answers, self._open = len(interview.log), False
        if isinstance(self.keeper, Recorder) and session.keeper is not self.keeper:
            session.keeper = self.keeper
        self.number = self.keeper.finish(result) if isinstance(self.keeper, Recorder) else None
        if self._name:
            self._keep_name(self._name)
        if not self._pages:
            return None
        from careerfit.interview.closing import front

        return front(self._result_pages(session, result))

    def settle(self, answers: int) -> None:
        """The person has left, with so many answers in the log: without a new one the result is still the last."""
        self._open = self._open and answers > self._answers

    def tell_written(self) -> None:
        """Say once more what was written, and what could not be: the screen that said it is gone."""
        tell(dict.fromkeys(told.pick(self._settings.lang) for told in self._told))

    def tell_unsaved(self) -> None:
        """Say why the result is not in the history, and its code, where it is not."""
        if self.result is None or self.number is not None or not self.result.answers.responses:
            return
        trouble, lang = self.keeper.trouble, self._settings.lang
        told = UNKEPT.pick(lang) if trouble is None else UNSAVED.say(lang, why=trouble)
        tell([told, clean(self.result.code)])

    def write(self) -> None:
        """The short result, as the last thing on the terminal."""
        from careerfit.report.screens.page import brief_screen
        from careerfit.report.views.brief import MOST_ROWS, brief_pages, kept

        settings, result = self._settings, self._shown
        if result is None:
            return
        last = [] if self.number is None else [kept(self.number, self._before(), settings.lang, said_again(settings))]
        pages = brief_pages(result, settings.lang, last)
        if settings.plain:
            write_lines(settings, pages[-1], full=False)  # all else has just been read
            return
        write_screen(settings, brief_screen(pages, MOST_ROWS))

    def _before(self) -> int | None:
        """The attempt before this one, of the same pack."""
        store = self._store()
        if store is None or self.number is None or self._shown is None:
            return None
        try:
            found = [one.number for one in store.attempts() if one.pack.name == self._shown.pack.name]
        except HistoryUnavailable:
            return None
        return max((number for number in found if number < self.number), default=None)

    def _result_pages(self, session: Session, result: Result) -> ResultPages:
        from careerfit.interview.closing import Leaf, ResultPages
        from careerfit.report.views.brief import brief_pages, readings
        from careerfit.report.views.profile import profile_page

        pack = result.pack
        kind, named = result.verdict.kind, [pack.role(slug) for slug in result.verdict.roles]
        worth_reading = {"clear": named, "tie": named, "misfit": []}.get(kind, list(pack.roles))

        def leaf(n: int, name: Text) -> Leaf:
            return Leaf(name, lambda lang: reading(readings(result, lang, tuple(self._checks.items()))[n].page, lang))

        def profile(role: Role) -> Leaf:
            return Leaf(role.name, lambda lang: reading(_without_steps(profile_page(pack, role, lang)), lang))

        return ResultPages(
            front=lambda lang: drawing(brief_pages(result, lang), lang),
            leaves=[leaf(n, found.name) for n, found in enumerate(readings(result, "id"))],
            profiles=[profile(role) for role in worth_reading],
            checks=[role for role in named if role.beliefs],
            name=self._last_name,
            save=lambda name, lang: self._save_report(result, name, lang),
            heard=self._heard,
            left=session.unanswered,
            go_on=lambda: self._go_on(session),
        )

    def _go_on(self, session: Session) -> Scene | None:
        """Take the finished interview on: what was answered is kept anew with the first answer that is added."""
        self._open = True
        interview = session.interview
        keeper: Keeper = self.keeper
        if isinstance(self.keeper, Recorder):
            store = self.keeper.store or self.keeper.opener
            self.keeper = keeper = Recorder(
                store, interview.pack, mode="full", lang=self._settings.lang, log=interview.log
            )
        return go_on(session, keeper)

    def _store(self) -> Store | None:
        return self.keeper.store if isinstance(self.keeper, Recorder) else None

    def _heard(self, role: Role, believed: Believed) -> None:
        """Keep what was said in a reality check with the attempt; leaving it is no loss."""
        self._checks[role.slug] = believed
        self._change(lambda store, number: store.set_reality(number, role.slug, believed))

    def _change(self, change: Callable[[Store, int], object]) -> None:
        """Change the attempt, where it is kept; that it can't be is told at the end."""
        store = self._store()
        if store is None or self.number is None:
            return
        try:
            change(store, self.number)
        except HistoryUnavailable as error:
            self._told.append(error.headline)

    def _keep_name(self, name: str) -> None:
        self._change(lambda store, number: store.set_name(number, name))

    def _last_name(self) -> str:
        """The name that was given last, here or in the history."""
        store = self._store()
        if self._name is None and store is not None:
            try:
                self._name = store.last_name()
            except HistoryUnavailable:
                return ""
        return self._name or ""

    def _save_report(self, result: Result, name: str, lang: Lang) -> Text:
        """Write the report beside where the program was called, or at home; where it is, or why it is nowhere."""
        from careerfit.report.html.result import result_html
        from careerfit.report.views.result import About

        self._name = name = clean(name).strip()
        self._keep_name(name)
        now = datetime.now().astimezone()
        again = "" if self.number is None else f"history show {self.number}"
        about = About(name, now, again=again)
        content = result_html(result, lang, said_again(self._settings), tuple(self._checks.items()), about)
        why = NO_PLACE
        for folder in dict.fromkeys(_folders()):
            target = _free(folder, f"{REPORT.pick(lang)}{_stem(name)}-{now:%Y-%m-%d}")
            try:
                place = to_file(content, str(target))
            except CareerfitError as error:
                why = error.headline
            else:
                self._told.append(WRITTEN.fill(place=place))
                return REPORT_KEPT.fill(place=place)
        return why


def reading(page: Page, lang: Lang) -> Drawing:
    """A page to be read on a screen, or aloud."""
    return drawing((page,), lang)


def drawing(pages: Sequence[Page], lang: Lang) -> Drawing:
    """The first of some pages, each shorter than the one before, for which there is room."""
    from careerfit.report.screens.page import FirstThatFits, page_body
    from careerfit.report.screens.plain import page_lines
    from careerfit.report.screens.terminal import styled_lines

    @cache
    def rows(width: int, room: int) -> list[Line]:
        return styled_lines(FirstThatFits([page_body(page, full=False) for page in pages], room), width)

    return Drawing(
        rows=rows,
        spoken=lambda: page_lines(pages[0], lang, full=False),
    )


def _folders() -> Iterator[Path]:
    """Where a report may be written: where the program was called, else at home."""
    for place in (Path.cwd, Path.home):
        with contextlib.suppress(OSError, RuntimeError):  # the folder was deleted; a user without a home
            yield place()


def _without_steps(page: Page) -> Page:
    """A page without its commands: on this screen there is a key for each."""
    return page._replace(sections=tuple(section for section in page.sections if section.key != "next"))


def _stem(name: str) -> str:
    """A name as a part of a file's name: letters and digits of ASCII, with a hyphen before it."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(char if char.isalnum() else " " for char in letters)[:LONGEST_STEM].split()
    return "".join(f"-{word}" for word in words)


def _free(folder: Path, stem: str) -> Path:
    """A file of that name that is not there yet."""
    tries = (folder / f"{stem}{f'-{n}' if n > 1 else ''}.html" for n in range(1, 1000))
    return next((path for path in tries if not path.exists()), folder / f"{stem}.html")
