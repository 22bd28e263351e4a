"""The scenes of an interview around its questions: language, introduction, help, and the offers on the way."""

from __future__ import annotations

from collections.abc import Callable

from careerfit.interview import texts
from careerfit.interview.pages import Action, Flow, Hint, Move, Page, Paragraph, Scene
from careerfit.interview.sitting import Sitting
from careerfit.text import LANGUAGES, Lang, Text

MENU_MOVES: frozenset[Move] = frozenset({"leave", "language"})


def menu_hints(lang: Lang, enter: Text, *, leaves: Text = texts.LEAVES, number: int = 1) -> tuple[Hint, ...]:
    """The keys of a page with ``number`` choices to pick from."""
    digits = (Hint(f"1–{number}", texts.CHOOSES.pick(lang)),) if number > 1 else ()
    return (
        *digits,
        Hint("Enter", enter.pick(lang)),
        Hint("q", leaves.pick(lang)),
        Hint("l", texts.OTHER_LANGUAGE.pick(lang)),
    )


class LanguageScene:
    """In which language? In both, since it is not known yet."""

    def __init__(self, then: Callable[[], Scene | None]) -> None:
        self._then = then

    def page(self, lang: Lang) -> Page:
        return Page(
            body=(Paragraph(texts.LANGUAGE_TITLE, "title"),),
            choices=texts.LANGUAGE_NAMES,
            hints=(Hint("1–2", "pilih / choose"), Hint("q", "keluar / leave")),
            moves=frozenset({"leave"}),
            selected=LANGUAGES.index(lang),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if not isinstance(action, int):
            flow.end("paused")
            return None
        flow.speak(LANGUAGES[action])
        return self._then()


class IntroScene:
    """What this is, what it is not, and that nothing leaves the computer."""

    def __init__(self, sitting: Sitting, then: Callable[[], Scene | None]) -> None:
        self._sitting = sitting
        self._then = then

    def page(self, lang: Lang) -> Page:
        interview = self._sitting.interview
        what = texts.INTRO_QUICK if interview.mode == "quick" else texts.INTRO_FULL
        count = interview.at_most
        places = {"count": count, "minutes": self._sitting.minutes_left(count), "roles": len(interview.pack.roles)}
        return Page(
            body=(
                Paragraph(texts.INTRO_TITLE.pick(lang), "title"),
                Paragraph(what.say(lang, **places)),
                Paragraph(texts.INTRO_NOT.pick(lang)),
                Paragraph(texts.INTRO_PRIVATE.pick(lang)),
            ),
            choices=(texts.START.pick(lang),),
            hints=menu_hints(lang, texts.STARTS),
            moves=MENU_MOVES,
            selected=0,
            note=trouble_note(self._sitting, lang),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if isinstance(action, int):
            return self._then()
        flow.end("paused")
        return None


class HelpScene:
    """What the keys do, over whatever is on show; any way out leads back to it."""

    def __init__(self, sitting: Sitting, back: Callable[[], Scene]) -> None:
        self._sitting = sitting
        self._back = back

    def page(self, lang: Lang) -> Page:
        leaves = texts.HELP_LEAVE if self._sitting.keeper.keeps else texts.HELP_LEAVE_UNKEPT
        rows = (
            ("1–5", "1–5", texts.HELP_NUMBERS),
            ("↑ ↓ Enter", "", texts.HELP_ARROWS),
            ("← b", "b", texts.HELP_BACK),
            ("s", "s", texts.HELP_SKIP),
            ("l", "l", texts.HELP_LANGUAGE),
            ("q Ctrl-C", "q", leaves),
        )
        return Page(
            body=(
                Paragraph(texts.HELP_TITLE.pick(lang), "title"),
                *(Paragraph(f"{key:<11}{does.pick(lang)}", "row") for key, _, does in rows),
                Paragraph(texts.HELP_HOW.pick(lang)),
            ),
            choices=(texts.RETURN.pick(lang),),
            hints=(Hint("Enter", texts.BACK.pick(lang)),),
            moves=frozenset({"back", "leave", "help", "language"}),
            selected=0,
            spoken=(
                *(f"{n}  {step.pick(lang)}" for n, step in enumerate(self._sitting.interview.pack.scale, 1)),
                *(f"{key}  {does.pick(lang)}" for _, key, does in rows if key and key != "1–5"),
                texts.HELP_HOW.pick(lang),
            ),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:  # noqa: ARG002  # the protocol's signature
        return self._back()


class OfferScene:
    """A title, a sentence, and two ways to go on."""

    def __init__(
        self,
        sitting: Sitting,
        words: tuple[Text, Text],
        options: tuple[tuple[Text, Callable[[Flow], Scene | None]], ...],
        back: Callable[[], Scene],
    ) -> None:
        self._sitting = sitting
        self._words = words
        self._options = options
        self._back = back

    def page(self, lang: Lang) -> Page:
        interview = self._sitting.interview
        left = len(interview.pack.items) - sum(not entry.is_duel for entry in interview.log)
        title, sentence = self._words
        places = {"left": left, "minutes": max(1, self._sitting.minutes_left(left))}
        return Page(
            body=(Paragraph(title.pick(lang), "title"), Paragraph(sentence.say(lang, **places))),
            choices=tuple(option.pick(lang) for option, _ in self._options),
            hints=(
                Hint("1–2", texts.CHOOSES.pick(lang)),
                Hint("←", texts.BACK.pick(lang)),
                Hint("l", texts.OTHER_LANGUAGE.pick(lang)),
            ),
            moves=frozenset({"back", "language"}),
            selected=0,
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        if isinstance(action, int):
            return self._options[action][1](flow)
        return self._back()


def trouble_note(sitting: Sitting, lang: Lang) -> str:
    """Why answers are not being kept, if something went wrong."""
    trouble = sitting.keeper.trouble
    return texts.NOT_KEPT.say(lang, why=trouble.pick(lang)) if trouble is not None else ""
