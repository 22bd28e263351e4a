"""The results of a class, a person at a time and as a whole: what is said of them, filled in, without layout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from careerfit.core.answer_code import MISTYPED, decode
from careerfit.core.confidence import misfitting
from careerfit.core.model import Pack
from careerfit.core.scoring import family_means
from careerfit.report.blocks import Bar, Bars
from careerfit.report.words import people as words
from careerfit.report.words.numbers import capital, day, join, of_ten, people_of, rating
from careerfit.sheets.cells import NO_CODE
from careerfit.sheets.heads import words_of
from careerfit.text import Lang, clean, number

FEW = 0.5
"""A smaller part of the statements is little, whatever the verdict on it."""
MANY_GAPS = 0.25
"""Who left out so great a part of the statements is told so, where no role stands out."""
MOST_NAMED = 8
"""So many people are named in one sentence."""
LONGEST = 120
"""Names are cut to so many characters, where others stand beside them."""


class Person(NamedTuple):
    """One row of results, by its number in the file as a spreadsheet counts: what it is known by, the name and the
    class as far as there are any ("" where not), what the verdict says (None for rows that could not be scored), what
    is wrong with its cells, and to whom it is ``alike``, as ``findings`` notes it.
    """

    row: int
    known_by: str
    name: str
    group: str
    verdict: str | None
    leader: str
    roles: tuple[str, ...]
    probability: float | None
    field: float | None
    answered: int
    flags: tuple[str, ...]
    code: str
    error: str
    alike: tuple[str, ...] = ()

    def called(self, lang: Lang) -> str:
        """What the person is called: the name, else what the row is known by, else its number."""
        return self.own_name or words.ROW.say(lang, row=self.row)

    def placed(self, lang: Lang) -> str:
        """What the person is called, with the row where that is not in it."""
        return words.IN_ROW.say(lang, name=self.own_name, row=self.row) if self.own_name else self.called(lang)

    def titled(self, lang: Lang) -> str:
        """What the person is called on their report, with the class: names come twice."""
        return ", ".join(filter(None, (self.called(lang), _short(self.group))))

    @property
    def own_name(self) -> str:
        """The name, else what the row is known by; "" for neither."""
        return _short(self.name) or _short(self.known_by)


class Entry(NamedTuple):
    """A person on the page of a class: the file with their report ("" for none), and what is said of them."""

    called: str
    file: str
    group: str
    verdict: str
    roles: str
    chance: str
    answered: str
    look: str


class Talk(NamedTuple):
    """People to talk to for the same reason, each with the file of their report."""

    title: str
    why: str
    people: tuple[Entry, ...]


class Findings(NamedTuple):
    """What there is to check in a file of people: sentences that are ``told``, of which those ``alike`` say who is like
    another one, and short ``notes`` on these by their rows; ``nameless``: of those who were scored, how many have no
    name; ``known``: has anybody what people are known by?
    """

    told: tuple[str, ...] = ()
    notes: Mapping[int, tuple[str, ...]] = {}
    alike: tuple[str, ...] = ()
    nameless: int = 0
    known: bool = True


class ClassView(NamedTuple):
    """A class at a glance. ``labels`` are the words of the page, ``heads`` those of its columns as far as it has them;
    ``checks`` is what to check in the file; ``table`` is the file for a spreadsheet ("" for none).
    """

    title: str
    about: str
    verdicts: Bars
    leaders: Bars
    talks: tuple[Talk, ...]
    entries: tuple[Entry, ...]
    heads: Mapping[str, str]
    labels: Mapping[str, str]
    table: str = ""
    checks: tuple[str, ...] = ()


def person_of(found: Mapping[str, Any], *, is_known: bool, above: int = 0) -> Person:
    """A person out of a row of results, as ``careerfit.cohort`` hands it on; ``is_known``: by more than its number?

    ``above``: how many rows stand above the first of somebody.
    """
    return Person(
        row=int(found[" row"]) + above,
        known_by=_text(found["id"]) if is_known else "",
        name=_text(found.get(" name")),
        group=_text(found.get(" class")),
        verdict=found["verdict"],
        leader=found["leader"] or "",
        roles=tuple((found["roles"] or "").split(";")) if found["roles"] else (),
        probability=found["probability"],
        field=found["field"],
        answered=found["answered"] or 0,
        flags=tuple((found["flags"] or "").split()),
        code=found["code"] or "",
        error=_text(found["error"]),
    )


def matter(pack: Pack, person: Person) -> str:
    """What there is to say of somebody's result: one of ``words.KINDS``."""
    if person.verdict is None:
        return "unreadable"
    if not person.answered:
        return "silent"
    if person.answered < FEW * len(pack.items):
        return "few"
    if person.verdict == "unclear" and "inconsistent" in person.flags:
        return "inconsistent"
    if person.verdict == "unclear" and decode(pack, person.code).is_uniform:
        return "alike"
    return person.verdict


def findings(pack: Pack, people: Iterable[Person], lang: Lang) -> Findings:
    """Who could not be scored or has no name among others; who has another one's name, but for case, blanks and signs,
    and who exactly the same answers.

    Answers that anybody may give are left out of account: fewer than half of them, or all alike.
    """
    names, codes, unreadable = defaultdict(list), defaultdict(list), defaultdict(list)
    nameless, scored, known = [], 0, False
    for person in people:
        scored += person.answered > 0
        known = known or bool(person.known_by)
        if person.answered and not person.own_name:
            nameless.append(person)
        if person.verdict is None:
            unreadable[_fault(person, lang)].append(person)
        for words_ in {words_of(person.name), words_of(person.known_by)} - {""}:
            names[words_].append(person)
        if person.answered >= FEW * len(pack.items):
            codes[person.code].append(person)
    same_names = list({tuple(those): None for those in names.values() if len(those) > 1})
    same_answers = [those for code, those in codes.items() if len(those) > 1 and not decode(pack, code).is_uniform]
    broken = {"broken": words.CODE_BROKEN, "missing": words.CODE_MISSING, "unreadable": words.ROW_BROKEN}
    told = [said.say(lang, who=_named(unreadable[why], lang)) for why, said in broken.items() if unreadable[why]]
    told += [words.WITHOUT_NAME.say(lang, who=_named(nameless, lang))] if 0 < len(nameless) < scored else []
    alike, notes = [], defaultdict(list)
    for groups, sentence, note in (
        (same_answers, words.SAME_ANSWERS, words.ANSWERED_LIKE),
        (same_names, words.SAME_NAME, words.NAMED_LIKE),
    ):
        for those in groups:
            called = {one.row: one.placed(lang) for one in those}
            alike.append(sentence.say(lang, who=join([*called.values()], lang)))
            for row in called:
                notes[row].append(note.say(lang, who=join([who for n, who in called.items() if n != row], lang)))
    noted = {row: tuple(some) for row, some in notes.items()}
    return Findings((*told, *alike), noted, tuple(alike), len(nameless), known)


def _fault(person: Person, lang: Lang) -> str:
    """Why somebody could not be scored: a code that is ``broken`` or ``missing``, or ``unreadable`` cells."""
    head = words.HEADS["code"].pick(lang)
    codes = {f"{head}: {MISTYPED.pick(lang)}": "broken", f"{head}: {NO_CODE.pick(lang)}": "missing"}
    return codes.get(person.error, "unreadable")


def _named(people: Sequence[Person], lang: Lang) -> str:
    """Some people, the first ones of many."""
    called = [person.placed(lang) for person in people[:MOST_NAMED]]
    more = len(people) - len(called)
    return join([*called, *([words.AND_MORE.say(lang, count=number(more, lang))] if more else [])], lang)


def looks(pack: Pack, person: Person, lang: Lang) -> str:
    """What to look at, in a few words; "" for a clear result with nothing odd about it."""
    kind = matter(pack, person)
    notes = [words.RUN] if "long_run" in person.flags and kind not in ("alike", "inconsistent") else []
    gaps = len(pack.items) - person.answered
    if kind in ("unclear", "inconsistent") and gaps >= MANY_GAPS * len(pack.items):
        notes.append(words.GAPS.fill(count=gaps))
    notes += [words.CELLS] if person.error and kind != "unreadable" else []
    if kind == "clear" and "inconsistent" in person.flags:
        kind = "inconsistent"
    hint = _fault(person, lang) if kind == "unreadable" else kind
    told = [words.HINTS[hint], *notes] if hint in words.HINTS else notes
    low = _low_on(pack, person, lang) if kind == "misfit" else ()
    return capital("; ".join([*low, *(one.pick(lang) for one in told), *person.alike]))


def _low_on(pack: Pack, person: Person, lang: Lang) -> tuple[str, ...]:
    """What makes the field a misfit, with the mean of its answers."""
    found = misfitting(pack, family_means(pack, decode(pack, person.code)))
    return tuple(
        words.LOW_ON.say(lang, family=pack.families[one.family].clean(lang), value=rating(one.mean, lang))
        for one in found
    )


def entry(pack: Pack, person: Person, file: str, lang: Lang) -> Entry:
    """What the page of a class says of a person."""
    kind = matter(pack, person)
    return Entry(
        called=person.called(lang),
        file=file,
        group=_short(person.group),
        verdict=words.NAMES[kind].pick(lang),
        roles=join([pack.role(slug).name.clean(lang) for slug in person.roles], lang),
        chance="" if person.probability is None else capital(of_ten(person.probability, lang)),
        answered=number(person.answered, lang),
        look=looks(pack, person, lang),
    )


def class_view(pack: Pack, people: Sequence[Person], files: Mapping[int, str], lang: Lang, made: datetime) -> ClassView:
    """A class at a glance; ``files`` has those of the reports by the rows of their people."""
    kinds = {person.row: matter(pack, person) for person in people}
    entries = {person.row: entry(pack, person, files.get(person.row, ""), lang) for person in people}
    counts = Counter(kinds.values())
    silent, bad = counts["silent"], counts["unreadable"]
    leaders = Counter(person.leader for person in people if kinds[person.row] in ("clear", "tie"))
    talks = [
        Talk(
            words.NAMES[kind].pick(lang),
            words.LOOK[kind].pick(lang),
            tuple(entries[person.row] for person in people if kinds[person.row] == kind),
        )
        for kind in words.KINDS[:-1]
        if counts[kind]
    ]
    labels = {
        "private": words.PRIVATE.pick(lang),
        "uncounted": words.UNCOUNTED.say(lang, silent=silent, bad=bad) if silent or bad else "",
        "check": words.CHECK.pick(lang),
        "verdicts": words.VERDICTS.pick(lang),
        "leaders": words.LEADERS.pick(lang),
        "leaders_note": words.LEADERS_NOTE.say(lang, people=people_of(leaders.total(), lang)) if leaders else "",
        "talk": words.TALK.pick(lang),
        "nobody_first": words.NOBODY_FIRST.pick(lang),
        "everyone": words.EVERYONE.pick(lang),
        "how": words.HOW.pick(lang),
        "table": words.TABLE.pick(lang),
    }
    columns = ("name", "class", "verdict", "roles", "chance", "answered", "look")
    heads = {name: words.HEADS[name].say(lang, of=number(len(pack.items), lang)) for name in columns}
    if not any(person.group for person in people):
        del heads["class"]
    shown = [kind for kind in reversed(words.KINDS) if counts[kind] and kind not in ("silent", "unreadable")]
    return ClassView(
        title=words.TITLE.say(lang, people=number(len(people) - silent - bad, lang)),
        about=f"{pack.title.clean(lang)} · {words.MADE.say(lang, day=day(made, lang))}",
        verdicts=_bars({words.NAMES[kind].pick(lang): counts[kind] for kind in shown}, lang),
        leaders=_bars({role.name.clean(lang): leaders[role.slug] for role in pack.roles}, lang),
        talks=tuple(talks),
        entries=tuple(entries.values()),
        heads=heads,
        labels=labels,
    )


def _bars(counts: Mapping[str, int], lang: Lang) -> Bars:
    most = max(counts.values(), default=0) or 1
    return Bars(tuple(Bar(count / most, name, number(count, lang)) for name, count in counts.items()))


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _short(text: str) -> str:
    plain = " ".join(clean(text).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
