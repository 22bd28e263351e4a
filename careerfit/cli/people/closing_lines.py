"""What is told of a run when it is done: who was scored, by what people are known, what of the file was not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerfit.cli.people.scored import readable, shorten
from careerfit.text import Lang, Text, escape

if TYPE_CHECKING:
    from careerfit.cohort.job import Outcome
    from careerfit.core.model import Pack
    from careerfit.report.views.people.school_class import Findings

DONE = Text("{people} orang dihitung.", "People scored: {people}.")
NOTED = Text(
    "{noted} orang di antaranya punya isian yang tidak bisa dipakai, jadi dianggap tidak dijawab; kolom '{column}'"
    " menyebutkannya.",
    "{noted} of them left cells that can't be used and count as unanswered; the column '{column}' names these.",
)
BAD = Text(
    "{bad} baris tidak bisa dihitung; kolom '{column}' menjelaskannya.",
    "{bad} row{bad_s} could not be scored; the column '{column}' says why.",
)
SILENT = Text("{silent} baris tidak berisi jawaban satu pun.", "{silent} row{silent_s} without any answer.")
SKIPPED = Text(
    "{skipped} baris berisi judul atau nama kolom, jadi dilewati.",
    "Skipped {skipped} row{skipped_s} with titles or names of columns.",
)
KNOWN_BY = Text("Tiap orang dikenali dari kolom '{head}'.", "People are known by the column '{head}'.")
HEADLESS = Text(
    "File ini tidak punya nama kolom; kolom pertama yang berisi kata dianggap nama.",
    "This file has no names of columns; the first column with words in it is taken for names.",
)
EMPTY = Text(
    "Kolom '{head}' kosong, jadi tiap orang disebut menurut barisnya.",
    "The column '{head}' is empty, so people are called by their rows.",
)
NAMELESS = Text(
    "Tidak ada kolom nama, NIS, atau email, jadi tiap orang disebut menurut barisnya; tambahkan kolom 'nama', atau "
    "sebut kolomnya: --id KOLOM.",
    "No column says who people are, so they are called by their rows; add a column 'name', or name the one that does: "
    "--id COLUMN.",
)
UNSURE = Text(
    "Bunyi kolom ini sedikit lain, tetapi dianggap pernyataan yang sama (--strict menolaknya): {heads}.",
    "These heads are worded a little differently but taken for the same statements (--strict refuses them): {heads}.",
)
TWICE = Text("Dipakai oleh lebih dari satu baris: {ids}. Periksa.", "In more than one row: {ids}. Please check.")
MORE_ALIKE = Text(
    "Ada {count} lagi yang nama atau jawabannya sama; kolom 'Yang perlu dilihat' menyebutkannya.",
    "{count} more with the same name or answers; the column 'What to look at' names them.",
)
OTHERS = Text("Kolom lain dibiarkan: {heads}.", "Other columns were left alone: {heads}.")
MISSING = Text(
    "{count} dari {of} butir tidak punya kolom dan dianggap tidak dijawab: {items}.",
    "No column for {count} of {of} items, which count as unanswered: {items}.",
)
MOST_NAMED = 5
"""So many names, or people who are like another one, are named in a line."""
ERROR = "error"
"""What the column of cells that can't be used is called in files for programs."""


def closing_lines(
    pack: Pack, outcome: Outcome, findings: Findings | None, lang: Lang, *, is_for_people: bool
) -> list[str]:
    """What there is to say of a run, on standard error; ``is_for_people``: names and classes are in its results, and
    ``findings`` says what to check among these.
    """
    from careerfit.report.words.people import HEADS
    from careerfit.sheets.columns import CODE

    columns, doubles = outcome.columns, findings.told if findings else ()
    others = columns.others if is_for_people else (*columns.about, *columns.others)
    column = HEADS["error"].pick(lang) if is_for_people else ERROR
    said = {key: item.text.clean(lang) if is_for_people else key for key, item in pack.item_by_key.items()}
    unsure = tuple(f"{escape(head)} → {said[key]}" for head, key in columns.unsure)
    missing = tuple(shorten(said[key]) for key in columns.missing)
    lines = (
        (DONE.say(lang, people=outcome.people), outcome.people),
        (_known_by(outcome, findings, lang), True),
        (NAMELESS.pick(lang), is_for_people and not columns.known_by),
        (TWICE.say(lang, ids=_first(outcome.twice)), outcome.twice and not doubles),
        *((one, True) for one in doubles[:MOST_NAMED]),
        (MORE_ALIKE.say(lang, count=len(doubles) - MOST_NAMED), len(doubles) > MOST_NAMED),
        (NOTED.say(lang, noted=outcome.noted, column=column), outcome.noted),
        (BAD.say(lang, bad=outcome.bad, column=column), outcome.bad),
        (readable(pack, lang), columns.items and (outcome.noted or outcome.bad)),
        (SILENT.say(lang, silent=outcome.silent), outcome.silent),
        (SKIPPED.say(lang, skipped=outcome.skipped), outcome.skipped),
        (UNSURE.say(lang, heads="; ".join(unsure)), unsure),
        (OTHERS.say(lang, heads=_first(others)), others),
        (
            MISSING.say(lang, count=len(columns.missing), of=len(pack.items), items=_first(missing)),
            columns.missing and CODE not in columns.names,  # a code holds all items
        ),
    )
    return [line for line, holds in lines if line and holds]


def _known_by(outcome: Outcome, findings: Findings | None, lang: Lang) -> str:
    """By what people are known, as far as that is worth a line."""
    from careerfit.sheets.heads import NO_HEADS

    head = outcome.columns.known_by
    if findings and not findings.known and head:
        return EMPTY.say(lang, head=escape(head)) if findings.nameless == outcome.people else ""
    if head == NO_HEADS:
        return HEADLESS.pick(lang)
    return KNOWN_BY.say(lang, head=escape(head)) if head.strip().lower() not in ("", "id") else ""


def _first(names: tuple[str, ...]) -> str:
    """Some names, the first ones of many."""
    return ", ".join([*map(escape, names[:MOST_NAMED]), *(["…"] if len(names) > MOST_NAMED else [])])
