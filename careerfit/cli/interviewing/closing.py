"""The end of an interview: its result in pages, what can be done with it there, and what stays on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerfit.cli.errors import tell
from careerfit.cli.interviewing.attempt import KeptAttempt
from careerfit.cli.interviewing.drawings import drawing, without_commands
from careerfit.cli.interviewing.report_file import save_report
from careerfit.cli.output import WRITTEN
from careerfit.cli.result_formats import made_now, said_again, write_short
from careerfit.errors import CareerfitError
from careerfit.interview.questions import go_on
from careerfit.interview.texts import REPORT_SAVED, REPORT_UNSAVED
from careerfit.text import Lang, Text, clean

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.core.model import Role
    from careerfit.core.results.attempt import Attempt
    from careerfit.core.results.result import Result
    from careerfit.history.recorder import Recorder
    from careerfit.interview.interview import Interview
    from careerfit.interview.pages import Scene
    from careerfit.interview.result import ResultPages
    from careerfit.interview.session import NoKeeper, Session

REPORT_KEPT = Text(
    "Buka file ini dengan peramban (browser), misalnya dengan klik dua kali di foldernya; dari sana bisa dicetak:",
    "Open this file with a browser, for instance by a double click in its folder; it can be printed from there:",
)
UNSAVED = Text(
    "Hasil ini tidak tersimpan: {why}. Simpan perintah ini untuk melihatnya lagi:",
    "This result was not saved: {why}. Keep this command to see it again:",
)
UNKEPT = Text(
    "Hasil ini tidak disimpan. Simpan perintah ini untuk melihatnya lagi:",
    "This result was not kept. Keep this command to see it again:",
)


class Closing:
    """What happens from the last answer on. ``result`` is None until then, and while more questions are answered."""

    def __init__(self, settings: Settings, keeper: Recorder | NoKeeper, *, pages: bool, name: str = "") -> None:
        """``pages``: the result is to be read here, page by page. ``name``: whose it is, if somebody said so."""
        self._settings = settings
        self._pages = pages
        self._written: list[Text] = []
        self._shown: Result | None = None
        self._answers = 0
        self._goes_on = False
        self.attempt = KeptAttempt(keeper, name)
        self.interview: Interview | None = None
        """The interview that has come to its end, or that went on from there."""

    @property
    def result(self) -> Result | None:
        """The result, where there is nothing newer that was answered and not finished."""
        is_newer = self._goes_on and self.interview is not None and len(self.interview.log) > self._answers
        return None if is_newer else self._shown

    def begin(self, session: Session) -> Scene | None:
        """The interview is over: keep the result, and show its first page."""
        result = session.interview.result()
        self.attempt.finish(result)
        return self._first_page(session, result)

    def show_again(self, session: Session, attempt: Attempt) -> Scene | None:
        """Show the result of an attempt that was kept before: the ``session`` is at its end."""
        self.attempt.show_again(attempt)
        return self._first_page(session, session.interview.result())

    def _first_page(self, session: Session, result: Result) -> Scene | None:
        self._shown, self.interview = result, session.interview
        self._answers, self._goes_on = len(session.interview.log), False
        if not self._pages:
            return None
        from careerfit.interview.result import front

        return front(self._result_pages(session, result))

    def tell_written(self) -> None:
        """Say once more what was written, and what could not be: the screen that said it is gone."""
        told = [*self._written, *self.attempt.troubles]
        tell(dict.fromkeys(one.pick(self._settings.lang) for one in told))

    def tell_unsaved(self) -> None:
        """Say why the result is not in the history, and how to see it again, where it is not."""
        result, trouble, lang = self.result, self.attempt.keeper.trouble, self._settings.lang
        if result is None or self.attempt.number is not None or not result.answers.responses:
            return
        told = UNKEPT.pick(lang) if trouble is None else UNSAVED.say(lang, why=trouble)
        tell([told, f"careerfit score --code {clean(result.code)}{said_again(self._settings)}"])

    def write(self) -> None:
        """The short result, as the last thing on the terminal."""
        from careerfit.report.views.result.brief import brief_pages, kept

        settings, result, number = self._settings, self._shown, self.attempt.number
        if result is None:
            return
        before = self.attempt.before(result.pack.name)
        last = [] if number is None else [kept(number, before, settings.lang, said_again(settings))]
        write_short(settings, brief_pages(result, settings.lang, last), read_aloud=-1)  # all else has just been read

    def _result_pages(self, session: Session, result: Result) -> ResultPages:
        from careerfit.interview.result import ResultPages, SubPage
        from careerfit.report.views.profile import profile_page
        from careerfit.report.views.result.brief import brief_pages, readings

        pack, attempt = result.pack, self.attempt
        kind, named = result.verdict.kind, [pack.role(slug) for slug in result.verdict.roles]
        worth_reading = {"clear": named, "tie": named, "misfit": []}.get(kind, list(pack.roles))

        def page(n: int, name: Text) -> SubPage:
            return SubPage(name, lambda lang: drawing([readings(result, lang, self._checks(result))[n].page], lang))

        def profile(role: Role) -> SubPage:
            return SubPage(role.name, lambda lang: drawing([without_commands(profile_page(pack, role, lang))], lang))

        return ResultPages(
            front=lambda lang: drawing(brief_pages(result, lang), lang),
            sub_pages=[page(n, found.name) for n, found in enumerate(readings(result, "id"))],
            profiles=[profile(role) for role in worth_reading],
            checks=[role for role in named if role.beliefs],
            name=lambda: attempt.last_name,
            save=lambda name, lang: self._save_report(session, result, name, lang),
            heard=lambda role, believed: attempt.check(role.slug, believed),
            left=session.unanswered,
            go_on=lambda: self._go_on(session),
        )

    def _checks(self, result: Result) -> tuple[tuple[str, tuple[bool | None, ...]], ...]:
        return tuple((role, said) for role, said in self.attempt.checks.items() if role in result.pack.role_index)

    def _go_on(self, session: Session) -> Scene | None:
        """Take the finished interview on."""
        self._goes_on = True
        return go_on(session, self.attempt.take_on(session.interview.log))

    def _save_report(self, session: Session, result: Result, name: str, lang: Lang) -> tuple[Text, ...]:
        """Write the report; whether it is saved, then how to open it and where it is, or why it is nowhere."""
        from careerfit.report.html.result import result_html

        name, number = clean(name).strip(), self.attempt.number
        self.attempt.rename(name)
        again = "" if number is None else f"history show {number}"
        made = made_now(name, again)
        onward = f"quiz --continue {number}" if number is not None and session.unanswered else ""
        about = made._replace(when=self.attempt.finished or made.made, note=self.attempt.note, onward=onward)
        content = result_html(result, lang, said_again(self._settings), self._checks(result), about)
        try:
            place = save_report(content, name, lang)
        except CareerfitError as error:
            return REPORT_UNSAVED, error.headline
        self._written.append(WRITTEN.fill(place=place))
        return REPORT_SAVED, REPORT_KEPT, Text(place, place)
