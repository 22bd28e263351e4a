"""What facets, items and descriptions are worth with these people, and what they would set: sections of a study."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from careerfit.core.model import Pack
from careerfit.core.small_counts import FEWEST
from careerfit.report.blocks import Block, Code, Item, Paragraph, Quote, Table, pieces
from careerfit.report.views.validation.cells import (
    DASH,
    FEW,
    Study,
    coefficient,
    head,
    how_many,
    interval,
)
from careerfit.report.words import validation as words
from careerfit.report.words.numbers import join, percent
from careerfit.text import Lang, clean, number


def relevances(pack: Pack, found: Study, roles: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """The relevances that members contradict, with the sentence that each came from."""
    if not found["looked_at"]:
        return (Paragraph(_none_testable(pack, roles, lang), "quiet"),)
    if not found["contradicted"]:
        return (Paragraph(words.NONE_CONTRADICTED.say(lang, count=number(found["looked_at"], lang))),)
    return tuple(_contradicted(pack, one, lang) for one in found["contradicted"])


def _none_testable(pack: Pack, roles: Sequence[Study], lang: Lang) -> str:
    """Why no relevance could be looked at, with the roles that have too few people."""
    said = words.NONE_TESTABLE.say(lang, few=FEW)
    few = [pack.role(one["role"]).name.clean(lang) for one in roles if not one["enough"]]
    return f"{said} {words.ROLES_TOO_FEW.say(lang, few=FEW, roles=join(few, lang))}" if few else said


def _contradicted(pack: Pack, one: Study, lang: Lang) -> Item:
    role = pack.role(one["role"])
    said = words.CONTRADICTED.say(
        lang,
        asks=words.ASKS if one["relevance"] else words.IS_SILENT,
        relevance=number(one["relevance"], lang, 1, trimmed=True),
        instead=number(one["instead"]["value"], lang, 1),
        interval=interval(one["instead"], lang, 1, of_hundred=False),
    )
    quotes = [Quote(pieces(e.quote.pick(lang), [e.phrase.pick(lang)])) for e in role.evidence(one["facet"])[:1]]
    name = f"{role.name.clean(lang)}, {pack.facet(one['facet']).name.clean(lang)}"
    return Item(name=name, under=(Paragraph(said), *quotes))


def reword(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """The items to reword."""
    if not rows:
        return (Paragraph(words.NONE_TO_REWORD.pick(lang)),)
    return tuple(_to_reword(pack, row, lang) for row in rows)


def _to_reword(pack: Pack, row: Study, lang: Lang) -> Item:
    """An item with its statement, what is wrong with it, and the sentence that its facet comes from."""
    item = pack.item_by_key[row["item"]]
    found, is_share = row["value"], row["why"] == "alike"
    value = percent(found["value"], lang, 0) if is_share else number(found["value"], lang, 2)
    reach = interval(found, lang) if is_share else interval(found, lang, 2, of_hundred=False)
    said = words.WHY[row["why"]].say(lang, value=value, interval=reach)
    sources = [(e, role) for role in pack.roles for e in role.evidence(item.facet)[:1]]
    evidence, role = max(sources, key=lambda one: one[0].relevance)
    source = words.FROM_SENTENCE.say(lang, role=role.name.clean(lang))
    quote = Quote(pieces(evidence.quote.pick(lang), [evidence.phrase.pick(lang)]), source)
    return Item(name=row["item"], said=said, under=(Paragraph(f"“{item.text.clean(lang)}”"), quote))


def differential(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """The items that one role takes differently."""
    return tuple(
        Item(
            name=row["item"],
            said=words.DIFFERS.say(
                lang,
                role=pack.role(row["role"]).name.clean(lang),
                by=number(row["by"]["value"], lang, 1),
                interval=interval(row["by"], lang, 1, of_hundred=False),
            ),
            under=(Paragraph(f"“{pack.item_by_key[row['item']].text.clean(lang)}”"),),
        )
        for row in rows
    )


def constants(study: Study, lang: Lang) -> tuple[Block, ...]:
    """What the data would set in place of the method's constants, with the command that writes it."""
    found = study["constants"]
    rows = tuple(
        (
            name.pick(lang),
            *coefficient(found[key], lang),
            number(found[key]["assumed"], lang, 2) if found[key] else DASH,
        )
        for key, name in words.CONSTANT_NAMES.items()
    )
    table = Table(head(lang, words.FIGURE, words.VALUE, words.INTERVAL, words.ASSUMED), rows)
    people = f"n {'≥' if study['doubtful'] is None else '='} {number(found['people'], lang)}"
    n = Paragraph(f"{people}{_made_of(found['temper_from'], lang)}", "quiet")
    if not found["enough"]:
        return table, n, Paragraph(words.CONSTANTS_FEW.say(lang, few=FEW), "quiet")
    column = quote(clean(study["columns"]["role"]))
    command = f"careerfit validate FILE --role {column} --write-measured PACK/measured.yaml"
    return table, n, Code(words.CONSTANTS_NOTE.pick(lang), command)


def _made_of(found: Study, lang: Lang) -> str:
    """What the tempering constant is made of, where it is made of two estimates."""
    if found["implied"] is None:
        return ""
    (direct, of_direct), (implied, of_implied) = (coefficient(found[key], lang) for key in ("direct", "implied"))
    said = words.TEMPER_FROM.say(lang, direct=direct, of_direct=of_direct, implied=implied, of_implied=of_implied)
    return f". {said}"


def facets(pack: Pack, study: Study, lang: Lang) -> tuple[Block, ...]:
    """How reliable each facet is; those that too few answered are named below."""
    told = [row for row in study["facets"] if row["alpha"] or (row["people"] or 0) >= FEW]
    rows = tuple(
        (
            pack.facet(row["facet"]).name.clean(lang),
            str(row["items"]),
            *coefficient(row["spearman_brown"] or row["alpha"], lang),
            how_many(row["people"], lang),
        )
        for row in told
    )
    few = [pack.facet(row["facet"]).name.clean(lang) for row in study["facets"] if row not in told]
    heads = (words.FACET, words.ITEMS, words.RELIABLE, words.INTERVAL, words.N)
    notes = [words.FACETS_NOTE.pick(lang)]
    if omegas := [
        f"{pack.facet(row['facet']).name.clean(lang)} {value} ({reach})"
        for row in told
        if row["omega"]
        for value, reach in [coefficient(row["omega"], lang)]
    ]:
        notes.insert(0, words.OMEGA.say(lang, facets=join(omegas, lang)))
    if study["sample"] < study["members"]:
        notes.append(words.SAMPLE.say(lang, sample=number(study["sample"], lang)))
    return *_with_few(Table(head(lang, *heads), rows), few, lang), Paragraph(" ".join(notes), "quiet")


def items(rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """What the answers to each item look like; those that too few answered are named below."""

    def cells(row: Study) -> tuple[str, ...]:
        ends = (_end(row[key], row["answered"], lang) for key in ("lowest", "highest"))
        rest = DASH if row["rest"] is None else number(row["rest"], lang, 2)
        sd = DASH if row["sd"] is None else number(row["sd"], lang, 2)
        return (row["item"], how_many(row["answered"], lang), number(row["mean"], lang, 2), sd, *ends, rest)

    told = [row for row in rows if row["mean"] is not None]
    table = Table(head(lang, *words.ITEM_HEADS), tuple(map(cells, told)))
    few = [row["item"] for row in rows if row["mean"] is None]
    return *_with_few(table, few, lang), Paragraph(words.ITEMS_NOTE.pick(lang), "quiet")


def _with_few(table: Table, few: Sequence[str], lang: Lang) -> tuple[Block, ...]:
    """A table, and in grey what too few answered to be in it."""
    below = [Paragraph(words.TOO_FEW_OF.say(lang, names=join(few, lang)), "quiet")] if few else []
    return (*([table] if table.rows else []), *below)


def _end(value: float | None, of: int, lang: Lang) -> str:
    """A share at an end of the scale in percent; of one to four people, what it is below."""
    return f"< {percent(FEWEST / of, lang, 0)}" if value is None else percent(value, lang, 0)
