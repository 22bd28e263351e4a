"""The figures of a simulation, for whoever writes a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from careerfit.core.model import Pack
from careerfit.core.scoring import SLACK
from careerfit.report.blocks import Page, Paragraph, Section, Table
from careerfit.report.views.real_people import real_people
from careerfit.report.words.numbers import join, people_of, percent
from careerfit.report.words.profile import ROLE
from careerfit.report.words.result import RESTS_ON
from careerfit.text import Lang, Text, number

TELLING_MOST = 3
"""How many facets are named at most that tell two roles apart."""
BELOW_ONE, ABOVE_MOST = Text("kurang dari 1", "fewer than 1"), Text("lebih dari 99", "more than 99")

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Sequence[Row]
Cell: TypeAlias = Callable[[Pack, Row, Lang], str]

FORM = Text("Bentuk", "Form")
FORM_NAMES = {
    "traits": Text("hanya sifat, satu butir", "traits only, one item each"),
    "one_each": Text("semua faset, satu butir", "all facets, one item each"),
    "all": Text("semua butir", "all items"),
    "quick_items": Text("cepat, sebelum duel", "quick, before duels"),
    "quick": Text("cepat, dengan duel", "quick, with duels"),
    "plain_traits": Text("rata-rata biasa: sifat", "plain mean: traits"),
    "plain_one_each": Text("rata-rata biasa: satu butir", "plain mean: one item each"),
    "plain_all": Text("rata-rata biasa: semua butir", "plain mean: all items"),
}
WHO_NAMES = {
    "members": Text("anggota yang teliti", "careful members"),
    "random": Text("menjawab asal", "answering at random"),
    "straight": Text("satu jawaban terus", "one answer throughout"),
    "uneven": Text("tidak rata, tetapi konsisten", "uneven but consistent"),
    "popular": Text("mengaku hal populer", "claiming what is popular"),
}
STYLE_NAMES = {
    "decisive": Text("anggota yang tegas ({steps})", "decisive members ({steps})"),
    "cautious": Text("anggota yang hati-hati ({steps})", "cautious members ({steps})"),
}
LOW = Text("rendah di {family} (1,5)", "low in {family} (1.5)")
LEVEL_NAMES = {
    "moderate": Text("sedang", "moderate"),
    "realistic": Text("realistis", "realistic"),
    "weak": Text("lemah", "weak"),
}
ROLE_FIRST = Text(
    "{role}: {found} dari 100 orang buatan dari peran ini ditemukan kembali, {quick} dengan kuis singkat.",
    "{role}: {found} of 100 made-up people of this role were found again, {quick} with the quick quiz.",
)
ROLE_NOBODY = Text(
    "{role}: tidak ada orang buatan dari peran ini; sebut lebih banyak orang dengan --people.",
    "{role}: no made-up people were of this role; ask for more of them by --people.",
)
ENOUGH_PEOPLE = 100
"""A share of fewer people is told with how many they are."""
ROLE_FEW = Text(
    "Itu baru {people}, dihitung per 100: angka yang lebih pasti perlu --people lebih banyak, misalnya {more}.",
    "That is only {people}, told as of 100: surer figures take more by --people, such as {more}.",
)
ROLE_TAKEN_FOR = Text(
    "Mereka paling sering dikira {other} ({share} dari 100); yang paling membedakan keduanya: {facets}.",
    "They are most often taken for {other} ({share} of 100); what tells the two apart most: {facets}.",
)
ROLE_TAKEN_BY = Text(
    "Sebaliknya, yang paling sering dikira peran ini: {other} ({share} dari 100).",
    "The other way round, most often taken for this role: {other} ({share} of 100).",
)
PLAIN_FIRST = Text(
    "{roles} peran: {found} dari 100 orang buatan ditemukan kembali.",
    "{roles} roles: {found} of 100 made-up people were found again.",
)
PLAIN_TWINS = Text(
    "Paling sering tertukar: {one} dan {other}; yang paling membedakan keduanya: {facets}.",
    "Most often taken for each other: {one} and {other}; what tells the two apart most: {facets}.",
)
PLAIN_NO_FACETS = Text(
    "Paling sering tertukar: {one} dan {other}; tidak ada yang membedakan keduanya.",
    "Most often taken for each other: {one} and {other}; nothing tells the two apart.",
)
PLAIN_QUICK = Text(
    "Dengan kuis singkat (rata-rata {items} pertanyaan): {found} dari 100.",
    "With the quick quiz ({items} questions on average): {found} of 100.",
)
PLAIN_WEAKEST = Text(
    "Peran yang paling jarang ditemukan kembali: {role}, {found} dari 100.",
    "The role that is found again least often: {role}, {found} of 100.",
)
PLAIN_SURE = Text(
    "Kalau program menyebut peluang paling sedikit 8 dari 10, itu benar pada {right} dari 100.",
    "Where the program tells of a chance of at least 8 in 10, that is right for {right} of 100.",
)
PLAIN_RANDOM = Text(
    "Dari 100 orang yang menjawab asal, {clear} mendapat hasil yang jelas dan {flagged} ditandai.",
    "Of 100 people who answer at random, {clear} get a clear result and {flagged} are flagged.",
)
PLAIN_LEVEL = Text(
    "Semua ini pada tingkat goyah “{level}”, dengan semua pertanyaan kecuali disebut lain.",
    "All this is for answers that waver at the level “{level}”, with all questions unless said otherwise.",
)
CLOSING = Text(
    "Ini kemampuan menemukan kembali orang buatan dari peran mereka; tidak ada orang sungguhan yang diukur.",
    "This is recovery of simulated members of the roles; no real people were measured.",
)


def simulation_page(pack: Pack, figures: Mapping[str, Any], lang: Lang) -> Page:
    """What was found in plain words, then all tables, level by level."""
    levels = dict.fromkeys(row["level"] for row in figures["forms"])
    plain = tuple(_plain(pack, figures, level, lang) for level in levels)
    tables = tuple(table for level in levels for table in _tables(pack, figures, level, lang))
    closing = tuple(Paragraph(text.pick(lang), "quiet") for text in (CLOSING, RESTS_ON))
    return Page("", (*plain, *tables, Section("closing", "", (*real_people(pack, lang), *closing))))


def _plain(pack: Pack, figures: Mapping[str, Any], level: str, lang: Lang) -> Section:
    """One level's findings; the first line holds the main one."""
    forms = {row["form"]: row for row in _at(figures, "forms", level)}
    main, quick = forms["all"], forms.get("quick")
    first = PLAIN_FIRST.say(lang, roles=len(pack.roles), found=_of_hundred(main["first"], lang))
    lines = [line for row in _at(figures, "role", level) for line in _of_role(pack, row, lang)]
    lines.append(" ".join([first, *_plain_twins(pack, _at(figures, "twins", level), lang)]))
    if quick:
        items, found = number(quick["items"], lang), _of_hundred(quick["first"], lang)
        lines.append(PLAIN_QUICK.say(lang, items=items, found=found))
    weakest, least = _weakest(main)
    name = pack.role(weakest).name.clean(lang)
    lines.append(PLAIN_WEAKEST.say(lang, role=name, found=_of_hundred(least, lang)))
    if main["sure"]["right"] is not None:
        lines.append(PLAIN_SURE.say(lang, right=_of_hundred(main["sure"]["right"], lang)))
    for row in _at(figures, "checks", level):
        if row["who"] == "random" and row["form"] == "all":
            clear, flagged = (_of_hundred(row[key], lang) for key in ("clear", "flagged"))
            lines.append(PLAIN_RANDOM.say(lang, clear=clear, flagged=flagged))
    told = Paragraph(PLAIN_LEVEL.say(lang, level=LEVEL_NAMES[level].pick(lang)), "quiet")
    return Section("plain", "", (Paragraph(lines[0], "strong"), *map(Paragraph, lines[1:]), told))


def _of_role(pack: Pack, row: Row, lang: Lang) -> Iterator[str]:
    """What its author asks about one role: does it come out, and with which other one is it mistaken?"""
    name = pack.role(row["role"]).name.clean(lang)
    if row["first"]["all"] is None:
        yield ROLE_NOBODY.say(lang, role=name)
        return
    found, quick = (_of_hundred(row["first"][form], lang) for form in ("all", "quick"))
    told = [ROLE_FIRST.say(lang, role=name, found=found, quick=quick)]
    if row["people"] < ENOUGH_PEOPLE:
        more = number(ENOUGH_PEOPLE * len(pack.roles), lang)
        told.append(ROLE_FEW.say(lang, people=people_of(row["people"], lang), more=more))
    for other in row["taken_for"][:1]:
        facets = join(
            [pack.facet(key).name.clean(lang) for key in telling_apart(pack, row["role"], other["role"])], lang
        )
        places = {"other": pack.role(other["role"]).name.clean(lang), "share": _of_hundred(other["share"], lang)}
        told.append(ROLE_TAKEN_FOR.say(lang, facets=facets or "–", **places))
    for other in row["taken_by"][:1]:
        places = {"other": pack.role(other["role"]).name.clean(lang), "share": _of_hundred(other["share"], lang)}
        told.append(ROLE_TAKEN_BY.say(lang, **places))
    yield " ".join(told)


def _weakest(row: Mapping[str, Any]) -> tuple[str, float]:
    """The role whose members were found least often, and their share; roles without members are left out."""
    shares = [(share, role) for role, share in row["per_role"].items() if share is not None]
    share, role = min(shares)
    return role, share


def _plain_twins(pack: Pack, twins: Rows, lang: Lang) -> Iterator[str]:
    """The two roles that were taken for each other most, if any were, and the facets whose weights differ most."""
    for row in twins[:1]:
        if row["confused"]:
            one, other = (pack.role(slug).name.clean(lang) for slug in row["roles"])
            facets = telling_apart(pack, *row["roles"])
            told = join([pack.facet(facet).name.clean(lang) for facet in facets], lang)
            yield (PLAIN_TWINS if facets else PLAIN_NO_FACETS).say(lang, one=one, other=other, facets=told)


def telling_apart(pack: Pack, one: str, other: str) -> list[str]:
    """The facets that change the gap between two roles' scores most, the weightiest first."""
    rows = (pack.table.points[pack.role_index[slug]] for slug in (one, other))
    weight = {f.key: abs(a - b) for f, a, b in zip(pack.facets, *rows, strict=True)}
    return [key for key in sorted(weight, key=lambda key: -weight[key]) if weight[key] > SLACK][:TELLING_MOST]


def _of_hundred(share: float, lang: Lang) -> str:
    """A share as a number of a hundred; nobody and everybody are said only where that is exact."""
    rounded = round(100 * share)
    if rounded == 0 < share:
        return BELOW_ONE.pick(lang)
    return ABOVE_MOST.pick(lang) if rounded == 100 and share < 1 else str(rounded)


def _form(_: Pack, row: Row, lang: Lang) -> str:
    return FORM_NAMES[row["form"]].pick(lang)


def _share(*path: str) -> Cell:
    """A cell with the share that stands in a row at that path, in percent."""

    def cell(_: Pack, row: Row, lang: Lang) -> str:
        for key in path:
            row = row[key]
        return percent(row, lang)  # type: ignore[arg-type]

    return cell


def _role(which: int) -> Cell:
    return lambda pack, row, lang: pack.role(row["roles"][which]).name.clean(lang)


def _who(pack: Pack, row: Row, lang: Lang) -> str:
    kind, _, rest = row["who"].partition(":")
    if kind in STYLE_NAMES:
        return STYLE_NAMES[kind].say(lang, steps=rest)
    return WHO_NAMES[kind].pick(lang) if kind in WHO_NAMES else LOW.say(lang, family=pack.families[rest].clean(lang))


TABLES: tuple[tuple[str, Text, Mapping[Text, Cell]], ...] = (
    (
        "forms",
        Text("Menemukan kembali peran orang buatan, derau {level}", "Recovery of simulated people, {level} noise"),
        {
            FORM: _form,
            Text("Butir", "Items"): lambda _, row, lang: number(row["items"], lang, 1),
            Text("Pertama", "First"): _share("first"),
            Text("Dua teratas", "First two"): _share("first_two"),
            Text("Peran terlemah", "Weakest role"): lambda _, row, lang: percent(_weakest(row)[1] - row["first"], lang),
        },
    ),
    (
        "shown",
        Text("Apakah yang ditampilkan bisa dipercaya, derau {level}", "Is what is shown honest, {level} noise"),
        {
            FORM: _form,
            Text("Tampil ≥ 80 %", "Shown ≥ 80 %"): _share("sure", "share"),
            Text("benar", "right"): _share("sure", "right"),
            Text("Seri", "Tie"): _share("tied", "share"),
            Text("memuat", "holds"): _share("tied", "holds"),
            Text("Belum jelas", "Unclear"): _share("verdicts", "unclear"),
        },
    ),
    (
        "checks",
        Text("Orang lain, derau {level}", "Other people, {level} noise"),
        {
            Text("Siapa", "Who"): _who,
            FORM: _form,
            Text("Jelas", "Clear"): _share("clear"),
            Text("Belum cocok", "Misfit"): _share("misfit"),
            Text("Tidak konsisten", "Inconsistent"): _share("inconsistent"),
        },
    ),
    (
        "first",
        Text("Peran pertama kalau dijawab asal, derau {level}", "First among random answers, {level} noise"),
        {
            FORM: _form,
            ROLE: lambda pack, row, lang: pack.role(row["role"]).name.clean(lang),
            Text("Pertama", "First"): _share("share"),
        },
    ),
    (
        "twins",
        Text("Yang paling sering tertukar, derau {level}", "Most often taken for each other, {level} noise"),
        {
            ROLE: _role(0),
            Text("dan", "and"): _role(1),
            Text("Tertukar", "Confused"): _share("confused"),
            Text("Jarak (sd)", "Distance (sd)"): lambda _, row, lang: number(row["separation"], lang, 1),
            Text("Yang akan membantu", "What would help"): lambda pack, row, lang: ", ".join(
                pack.facet(key).name.clean(lang) for key in row["would_help"]
            ),
        },
    ),
    (
        "lengths",
        Text("Adaptif dan tetap, derau {level}", "Adaptive and fixed, {level} noise"),
        {
            Text("Butir", "Items"): lambda _, row, __: str(row["items"]),
            Text("Adaptif", "Adaptive"): _share("adaptive"),
            Text("Tetap", "Fixed"): _share("fixed"),
        },
    ),
)
"""The rows that a table shows, its title, and column by column its head and its cells."""


def _tables(pack: Pack, figures: Mapping[str, Any], level: str, lang: Lang) -> Iterator[Section]:
    rows = {kind: _at(figures, kind, level) for kind in figures}
    rows["shown"] = [row for row in rows["forms"] if "sure" in row]
    rows["first"] = [
        {"form": row["form"], "role": role, "share": share}
        for row in rows.get("checks", ())
        if row["who"] == "random"
        for role, share in row["first"].items()
    ]
    for kind, title, columns in TABLES:
        if found := rows.get(kind):
            cells = tuple(tuple(cell(pack, row, lang) for cell in columns.values()) for row in found)
            table = Table(tuple(head.pick(lang) for head in columns), cells)
            yield Section("figures", title.say(lang, level=LEVEL_NAMES[level]), (table,))


def _at(figures: Mapping[str, Any], kind: str, level: str) -> Rows:
    return [row for row in figures.get(kind, ()) if row["level"] == level]
