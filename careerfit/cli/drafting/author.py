"""What the author of drafts is asked: of what is unsure, and whether a file that is there is to be written anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from careerfit.cli.drafting.pack_folder import Place, old_name
from careerfit.cli.errors import CancelledError
from careerfit.draft.drafting import NEW, NONE, Draft, Id
from careerfit.interview.pages import Face, Flow, Page, Paragraph
from careerfit.interview.scenes import Menu, Next, choose, pause
from careerfit.interview.texts import BACK, CHOOSES
from careerfit.text import Lang, Text, clean, escape

ASKED = Text("“{phrase}” menyebut apa?", "What does “{phrase}” name?")
COUNT = Text("Yang belum pasti: {n} dari {most}", "Unsure: {n} of {most}")
WHERE = Text("{role} · {sentence}", "{role} · {sentence}")
NEW_FACET = Text("Faset baru", "A new facet")
NO_FACET = Text("Bukan syarat; jangan dipakai", "No demand; leave it out")
LEAVES = Text("selesai, sisanya ditebak", "stop, guess the rest")
THERE = Text("{file} sudah ada.", "{file} is there already.")
KEEPING = Text(
    "Kalau dibiarkan, tidak ada yang berubah di file itu. Kalau ditulis ulang, yang lama disimpan sebagai {old}.",
    "If it is kept, nothing in the file changes. If it is written anew, the old one is kept as {old}.",
)
KEEP = Text("Biarkan seperti itu", "Keep it as it is")
REPLACE = Text("Tulis ulang dari teks", "Write it anew")


def ask_author(make: Callable[[Mapping[Id, str]], Draft], face: Face, lang: Lang) -> Draft:
    """Let the author decide what is unsure, one key each; what was decided is kept however they leave.

    Raises ``CancelledError`` on Ctrl-C: then nothing is written.
    """
    decided: dict[Id, str] = {}
    flow = Flow(_question_scene(make, decided), lang)
    if not flow.done:
        face.run(flow)
    if flow.ending == "interrupted":
        raise CancelledError
    return make(decided)


def _question_scene(make: Callable[[Mapping[Id, str]], Draft], decided: dict[Id, str]) -> Menu | None:
    """The next thing that is unsure; None where there is none."""
    every = make(decided).questions
    left = [question for question in every if question.id not in decided]
    if not left:
        return None
    question = left[0]

    def taking(answer: str) -> Next:
        def take(_: Flow) -> Menu | None:
            decided[question.id] = answer
            return _question_scene(make, decided)

        return take

    def back(_: Flow) -> Menu | None:
        if decided:
            decided.popitem()
        return _question_scene(make, decided)

    listed = [(key, Text(clean(name), clean(name))) for key, name, _ in question.options]
    listed.insert(0 if question.guess == NEW else len(listed), (NEW, NEW_FACET))
    listed.append((NONE, NO_FACET))

    def body(lang: Lang) -> list[Paragraph]:
        return [
            Paragraph(ASKED.say(lang, phrase=clean(question.id[2])), "title"),
            Paragraph(WHERE.say(lang, role=clean(question.role), sentence=clean(question.sentence))),
        ]

    def finish(page: Page, lang: Lang) -> Page:
        place = {"n": len(decided) + 1, "most": len(every)}
        return replace(page, heading=(COUNT.say(lang, **place),), position="{n}/{most}".format(**place))

    return Menu(
        body,
        [(label, taking(key)) for key, label in listed],
        moves={"back": (BACK, back), "leave": (LEAVES, pause), "language": (None, None)},
        chooses=CHOOSES,
        finish=finish,
    )


def wants_anew(place: Place, slug: str, face: Face, lang: Lang) -> bool:
    """Is a role's file that is there to be written anew? Raises ``CancelledError`` where the author leaves."""
    file = place.role_file(slug)
    title = THERE.fill(file=escape(str(file), 200))
    sentence = KEEPING.fill(old=old_name(file).name)
    taken, _ = choose(title, [KEEP, REPLACE], face=face, lang=lang, sentences=[sentence])
    if taken is None:
        raise CancelledError
    return taken == 1
