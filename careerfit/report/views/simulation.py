"""The figures of a simulation, for whoever writes a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careerfit.core.model import Pack
from careerfit.report.blocks import Page, Paragraph, Section, Table
from careerfit.report.words.numbers import percent
from careerfit.text import Lang, Text, number

Rows = Sequence[Mapping[str, Any]]

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
TITLE = Text("Menemukan kembali peran orang buatan, derau {level}", "Recovery of simulated people, {level} noise")
FORM_HEAD = (
    Text("Bentuk", "Form"),
    Text("Butir", "Items"),
    Text("Pertama", "First"),
    Text("Dua teratas", "First two"),
    Text("Peran terlemah", "Weakest role"),
)
SHOWN_TITLE = Text("Apakah yang ditampilkan bisa dipercaya, derau {level}", "Is what is shown honest, {level} noise")
SHOWN_HEAD = (
    Text("Bentuk", "Form"),
    Text("Tampil ≥ 80 %", "Shown ≥ 80 %"),
    Text("benar", "right"),
    Text("Seri", "Tie"),
    Text("memuat", "holds"),
    Text("Belum jelas", "Unclear"),
)
CHECK_TITLE = Text("Orang lain, derau {level}", "Other people, {level} noise")
CHECK_HEAD = (
    Text("Siapa", "Who"),
    Text("Bentuk", "Form"),
    Text("Jelas", "Clear"),
    Text("Belum cocok", "Misfit"),
    Text("Tidak konsisten", "Inconsistent"),
)
FIRST_TITLE = Text("Peran pertama kalau dijawab asal, derau {level}", "First among random answers, {level} noise")
FIRST_HEAD = (
    Text("Bentuk", "Form"),
    Text("Peran", "Role"),
    Text("Pertama", "First"),
)
TWIN_TITLE = Text("Yang paling sering tertukar, derau {level}", "Most often taken for each other, {level} noise")
TWIN_HEAD = (
    Text("Peran", "Role"),
    Text("dan", "and"),
    Text("Tertukar", "Confused"),
    Text("Jarak (sd)", "Distance (sd)"),
    Text("Yang akan membantu", "What would help"),
)
LENGTH_TITLE = Text("Adaptif dan tetap, derau {level}", "Adaptive and fixed, {level} noise")
LENGTH_HEAD = (
    Text("Butir", "Items"),
    Text("Adaptif", "Adaptive"),
    Text("Tetap", "Fixed"),
)
CLOSING = Text(
    "Ini kemampuan menemukan kembali orang buatan dari peran mereka; tidak ada orang sungguhan yang diukur.",
    "This is recovery of simulated members of the roles; no real people were measured.",
)


def simulation_page(pack: Pack, figures: Mapping[str, Any], lang: Lang) -> Page:
    """All tables, level by level."""
    levels = dict.fromkeys(row["level"] for row in figures["forms"])
    tables = tuple(table for level in levels for table in _tables(pack, figures, level, lang))
    return Page("", (*tables, Section("closing", "", (Paragraph(CLOSING.pick(lang), "quiet"),))))


def _tables(pack: Pack, figures: Mapping[str, Any], level: str, lang: Lang) -> Iterator[Section]:
    forms, checks = _at(figures, "forms", level), _at(figures, "checks", level)
    for title, head, rows in (
        (TITLE, FORM_HEAD, [_form(row, lang) for row in forms]),
        (SHOWN_TITLE, SHOWN_HEAD, [_shown(row, lang) for row in forms if "sure" in row]),
        (CHECK_TITLE, CHECK_HEAD, [_check(pack, row, lang) for row in checks]),
        (FIRST_TITLE, FIRST_HEAD, _first(pack, checks, lang)),
        (TWIN_TITLE, TWIN_HEAD, [_twin(pack, row, lang) for row in _at(figures, "twins", level)]),
        (LENGTH_TITLE, LENGTH_HEAD, [_length(row, lang) for row in _at(figures, "lengths", level)]),
    ):
        if rows:
            table = Table(tuple(name.pick(lang) for name in head), tuple(rows))
            yield Section("figures", title.say(lang, level=LEVEL_NAMES[level]), (table,))


def _at(figures: Mapping[str, Any], kind: str, level: str) -> Rows:
    return [row for row in figures.get(kind, ()) if row["level"] == level]


def _form(row: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    weakest = min(row["per_role"].values()) - row["first"]
    return (
        FORM_NAMES[row["form"]].pick(lang),
        number(row["items"], lang, 1),
        *(percent(value, lang) for value in (row["first"], row["first_two"], weakest)),
    )


def _shown(row: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    sure, tied = row["sure"], row["tied"]
    shares = (sure["share"], sure["right"], tied["share"], tied["holds"], row["verdicts"]["unclear"])
    return (FORM_NAMES[row["form"]].pick(lang), *(percent(value, lang) for value in shares))


def _check(pack: Pack, row: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    return (
        _who(pack, row["who"], lang),
        FORM_NAMES[row["form"]].pick(lang),
        *(percent(row[key], lang) for key in ("clear", "misfit", "inconsistent")),
    )


def _first(pack: Pack, rows: Rows, lang: Lang) -> list[tuple[str, ...]]:
    return [
        (FORM_NAMES[row["form"]].pick(lang), pack.role(slug).name.clean(lang), percent(value, lang))
        for row in rows
        if row["who"] == "random"
        for slug, value in row["first"].items()
    ]


def _who(pack: Pack, who: str, lang: Lang) -> str:
    if who in WHO_NAMES:
        return WHO_NAMES[who].pick(lang)
    kind, _, rest = who.partition(":")
    if kind in STYLE_NAMES:
        return STYLE_NAMES[kind].say(lang, steps=rest)
    return LOW.say(lang, family=pack.families[rest].clean(lang))


def _twin(pack: Pack, row: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    one, other = (pack.role(slug).name.clean(lang) for slug in row["roles"])
    helps = ", ".join(pack.facet(key).name.clean(lang) for key in row["would_help"])
    return one, other, percent(row["confused"], lang), number(row["separation"], lang, 1), helps


def _length(row: Mapping[str, Any], lang: Lang) -> tuple[str, ...]:
    return str(row["items"]), percent(row["adaptive"], lang), percent(row["fixed"], lang)
