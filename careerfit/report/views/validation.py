"""A study of people whose role is known: one page for researchers, one for everybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote
from typing import Any, TypeAlias

from careerfit.core.confidence import ENOUGH
from careerfit.core.model import Pack
from careerfit.report.blocks import Bar, Bars, Block, Code, Item, Page, Paragraph, Quote, Section, Table, pieces
from careerfit.report.views.cohort import VERDICT_NAMES
from careerfit.report.views.real_people import real_people
from careerfit.report.words import validation as words
from careerfit.report.words.numbers import join, percent, signed
from careerfit.text import Lang, Text, clean, number

Study: TypeAlias = Mapping[str, Any]
FEW = 20
"""With fewer members of a role, its figures tell too little."""
DASH = "–"


def validation_page(pack: Pack, study: Study, lang: Lang) -> Page:
    """Everything that a study tells, with n and interval, its method, and what must not be concluded."""
    sections = tuple(_sections(pack, study, lang)) if study["told"] else ()
    return Page(
        title=words.TITLE.pick(lang),
        lead=_lead(pack, study, lang),
        sections=(*sections, *_closing(lang, brief=False)),
        topic=topic(pack, study, lang),
    )


def brief_page(pack: Pack, study: Study, lang: Lang) -> Page:
    """The same for readers without statistics: the main finding, how sure is sure, roles, and what it does not say."""
    if not study["told"]:
        return validation_page(pack, study, lang)
    first, two = (study["recovery"][key] for key in ("first", "first_two"))
    chance = study["recovery"]["chance"]["first"]
    title = words.BRIEF_FIRST.say(
        lang, people=number(first["of"], lang), count=_times(first, lang), found=_hundred(first["share"])
    )
    interval = words.BRIEF_INTERVAL.say(
        lang, low=_hundred(first["low"]), high=_hundred(first["high"]), chance=_hundred(chance)
    )
    lead = (
        Paragraph(interval),
        Paragraph(words.BRIEF_TWO.say(lang, found=_hundred(two["share"]))),
        Paragraph(_brief_plain(study["recovery"], lang)),
        *_lead(pack, study, lang),
    )
    found = [
        *_brief_sure(study, lang),
        *_brief_twice(study, lang),
        *_brief_roles(pack, study, lang),
        *_closing(lang, brief=True),
    ]
    return Page(title=title, lead=lead, sections=tuple(found), topic=topic(pack, study, lang))


def topic(pack: Pack, study: Study, lang: Lang) -> str:
    """Which pack was tried, in which state, and when."""
    name = pack.title.clean(lang)
    return words.TOPIC.say(
        lang, pack=name, version=clean(pack.version), fingerprint=pack.fingerprint, made=study["made"]
    )


def _lead(pack: Pack, study: Study, lang: Lang) -> tuple[Block, ...]:
    """Who was asked."""
    doubtful = study["doubtful"]
    said = [
        (words.UNKNOWN, study["unknown"]),
        (words.AGAIN, study["again"]),
        (words.DOUBTFUL_FEW if doubtful is None else words.DOUBTFUL, 1 if doubtful is None else doubtful),
    ]
    lines = [one.say(lang, count=number(count, lang) if count != 1 else 1) for one, count in said if count]
    people = words.PEOPLE.say(lang, members=number(study["members"], lang))
    withheld = () if study["told"] else (Paragraph(words.WITHHELD.say(lang, few=FEW), "quiet"),)
    who = Paragraph(f"{people}. {' '.join(lines)}".rstrip())
    return (who, *withheld, *real_people(pack, lang))


def _sections(pack: Pack, study: Study, lang: Lang) -> Iterator[Section]:
    yield Section("recovery", words.RECOVERY.pick(lang), _recovery(study["recovery"], lang))
    yield Section("roles", words.PER_ROLE.pick(lang), _per_role(pack, study["recovery"]["per_role"], lang))
    yield Section("confusion", words.CONFUSION.pick(lang), _confusion(pack, study["confusion"], lang))
    yield Section("verdicts", words.VERDICTS.pick(lang), _verdicts(study["verdicts"], lang))
    yield Section("calibration", words.CALIBRATION.pick(lang), _calibration(study["calibration"], lang))
    if study["retest"] is not None:
        yield Section("retest", words.RETEST.pick(lang), _retest(study["retest"], lang))
    yield Section(
        "relevances", words.RELEVANCES.pick(lang), _relevances(pack, study["relevances"], study["roles"], lang)
    )
    yield Section("reword", words.REWORD.pick(lang), _reword(pack, study["reword"], lang))
    if study["differential"]:
        yield Section("differential", words.DIFFERENTIAL.pick(lang), _differential(pack, study["differential"], lang))
    yield Section("constants", words.CONSTANTS.pick(lang), _constants(study, lang))
    yield Section("facets", words.FACETS.pick(lang), _facets(pack, study, lang))
    yield Section("items", words.ALL_ITEMS.pick(lang), _items(study["items"], lang), full=True)


def _closing(lang: Lang, *, brief: bool) -> Iterator[Section]:
    if not brief:
        yield Section("method", words.METHOD.pick(lang), tuple(Paragraph(one.pick(lang)) for one in words.METHOD_TEXTS))
    yield Section("limits", words.LIMITS.pick(lang), tuple(Paragraph(one.pick(lang)) for one in words.LIMIT_TEXTS))


def interval(one: Study | None, lang: Lang, digits: int = 0, *, of_hundred: bool = True) -> str:
    """The ends of an interval: of a share in percent, else as they are; a dash where there is none."""
    if one is None or one["low"] is None:
        return DASH
    if of_hundred:
        return f"{number(100 * one['low'], lang, digits)}–{number(100 * one['high'], lang, digits)} %"
    return f"{number(one['low'], lang, digits)}–{number(one['high'], lang, digits)}"


def _count(value: int | None, lang: Lang) -> str:
    return DASH if value is None else number(value, lang)


def _head(lang: Lang, *heads: Text) -> tuple[str, ...]:
    return tuple(one.pick(lang) for one in heads)


def _recovery(found: Study, lang: Lang) -> tuple[Block, ...]:
    rows = []
    for key, name in (("first", words.FIRST), ("first_two", words.FIRST_TWO), ("tie", words.IN_TIE)):
        one, plain = found[key], found["plain"].get(key)
        rows.append(
            (
                name.pick(lang),
                percent(one["share"], lang),
                interval(one, lang),
                interval(one.get("bootstrap"), lang),
                _count(one["of"], lang),
                percent(found["chance"][key], lang, 0),
                percent(plain["share"], lang) if plain else DASH,
            )
        )
    head = _head(lang, words.WHAT, words.SHARE, words.INTERVAL, words.DRAWN, words.N, words.CHANCE, words.PLAIN)
    ahead = found["ahead_of_plain"]["first"]
    note = words.RECOVERY_NOTE.say(
        lang,
        largest=percent(found["largest"], lang, 0),
        compared=_compared(ahead, lang),
    )
    return Table(head, tuple(rows)), Paragraph(note, "quiet")


def _compared(ahead: Study, lang: Lang) -> str:
    """How much more or less often the role comes first than by the plain mean, in points, and whether that is sure."""
    said = words.COMPARED["less" if ahead["value"] < 0 else "more"].say(
        lang,
        by=number(abs(100 * ahead["value"]), lang, 1),
        low=number(100 * ahead["low"], lang, 1),
        high=number(100 * ahead["high"], lang, 1),
    )
    return said if _is_beyond(ahead, 0) else said + words.UNPROVED.pick(lang)


def _is_beyond(one: Study, value: float) -> bool:
    """Does the interval leave this value out?"""
    return not one["low"] <= value <= one["high"]


def _per_role(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """A table of the roles with enough members; the others in grey below."""
    enough = [
        (
            pack.role(row["role"]).name.clean(lang),
            *(
                cell
                for key in ("first", "first_two")
                for cell in (percent(row[key]["share"], lang), interval(row[key], lang))
            ),
            _count(row["first"]["of"], lang),
        )
        for row in rows
        if row["enough"]
    ]
    few = [Paragraph(_too_few(pack, row, lang), "quiet") for row in rows if not row["enough"]]
    heads = (words.ROLE, words.FIRST_HEAD, words.INTERVAL, words.FIRST_TWO_HEAD, words.INTERVAL, words.N)
    return (*([Table(_head(lang, *heads), tuple(enough))] if enough else []), *few)


def _too_few(pack: Pack, row: Study, lang: Lang) -> str:
    name, one = pack.role(row["role"]).name.clean(lang), row["first"]
    if one["share"] is None:
        return words.ROLE_HIDDEN.say(lang, role=name)
    said = {"share": percent(one["share"], lang, 0), "interval": interval(one, lang), "n": one["of"]}
    return words.ROLE_TOO_FEW.say(lang, role=name, **said)


def _confusion(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    names = [pack.role(row["role"]).name.clean(lang) for row in rows]
    cells = [[_count(count, lang) for count in row["first"].values()] for row in rows]
    table = Table(
        head=(words.ROLE.pick(lang), *(str(n + 1) for n in range(len(rows)))),
        rows=tuple((f"{n}. {name}", *row) for n, (name, row) in enumerate(zip(names, cells, strict=True), 1)),
        spoken=(words.ROLE.pick(lang), *names),
    )
    notes = [words.CONFUSION_NOTE.pick(lang)]
    notes += [words.HIDDEN_CELLS.pick(lang)] if any(DASH in row for row in cells) else []
    return table, Paragraph(" ".join(notes), "quiet")


def _verdicts(rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    cells = tuple(
        (
            VERDICT_NAMES[row["kind"]].pick(lang),
            percent(row["share"], lang),
            interval(row, lang),
            _count(row["of"], lang),
        )
        for row in rows
    )
    head = _head(lang, words.VERDICT, words.RIGHT, words.INTERVAL, words.N)
    return Table(head, cells), Paragraph(words.VERDICT_NOTE.pick(lang), "quiet")


def _calibration(found: Study, lang: Lang) -> tuple[Block, ...]:
    rows = tuple(
        (
            words.BETWEEN.say(lang, low=round(100 * one["from"]), high=round(100 * one["to"])),
            percent(one["shown"], lang),
            percent(one["share"], lang),
            interval(one, lang),
            _count(one["of"], lang),
        )
        for one in found["tenths"]
    )
    brier = found["brier"]
    note = words.CALIBRATION_NOTE.say(
        lang,
        people=number(found["people"], lang),
        brier=DASH if brier is None else number(brier["value"], lang, 3),
        interval=interval(brier, lang, 3, of_hundred=False),
        error=percent(found["error"], lang),
        chance=percent(found["by_chance"], lang),
    )
    head = _head(lang, words.SHOWN_AS, words.SHOWN_MEAN, words.RIGHT, words.INTERVAL, words.N)
    return Table(head, rows), *_shown_beside_right(found, lang), Paragraph(note, "quiet")


def _shown_beside_right(found: Study, lang: Lang) -> tuple[Block, ...]:
    """That what was shown was too high or too low for these people, where that is beyond chance."""
    excess = found["excess"]
    if excess is None or not _is_beyond(excess, 0):
        return ()
    by, *ends = (number(abs(100 * excess[key]), lang, 1) for key in ("value", "low", "high"))
    low, high = ends if excess["value"] > 0 else reversed(ends)
    kind = "high" if excess["value"] > 0 else "low"
    return (Paragraph(words.SHOWN_BESIDE_RIGHT[kind].say(lang, by=by, low=low, high=high)),)


def _retest(found: Study, lang: Lang) -> tuple[Block, ...]:
    if not found["told"]:
        few = words.RETEST_HIDDEN if found["people"] is None else words.RETEST_FEW
        return (Paragraph(few.say(lang, count=found["people"]), "quiet"),)
    same, ranks, error = (found[key] for key in ("same_leader", "rank_correlation", "error"))
    rows = (
        (words.SAME_LEADER.pick(lang), percent(same["share"], lang), interval(same, lang), DASH),
        (words.RANKS.pick(lang), *_coefficient(ranks, lang), DASH),
        (words.ERROR.pick(lang), *_coefficient(error, lang), number(found["assumed"], lang, 2)),
    )
    n = Paragraph(f"n = {number(found['people'], lang)}", "quiet")
    return Table(_head(lang, words.FIGURE, words.VALUE, words.INTERVAL, words.ASSUMED), rows), n


def _coefficient(one: Study | None, lang: Lang) -> tuple[str, str]:
    """A coefficient and its interval; dashes where there is none."""
    return (DASH, DASH) if one is None else (number(one["value"], lang, 2), interval(one, lang, 2, of_hundred=False))


def _facets(pack: Pack, study: Study, lang: Lang) -> tuple[Block, ...]:
    rows = tuple(
        (
            pack.facet(row["facet"]).name.clean(lang),
            str(row["items"]),
            *_coefficient(row["alpha"], lang),
            *_coefficient(row["omega"], lang),
            _count(row["people"], lang) if row["alpha"] or (row["people"] or 0) >= FEW else words.TOO_FEW.pick(lang),
        )
        for row in study["facets"]
    )
    heads = (words.FACET, words.ITEMS, Text("α", "α"), words.INTERVAL, Text("ω", "ω"), words.INTERVAL, words.N)
    notes = [words.FACETS_NOTE.pick(lang)]
    if study["sample"] < study["members"]:
        notes.append(words.SAMPLE.say(lang, sample=number(study["sample"], lang)))
    return Table(_head(lang, *heads), rows), Paragraph(" ".join(notes), "quiet")


def _items(rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    def cells(row: Study) -> tuple[str, ...]:
        if row["mean"] is None:
            return (row["item"], words.TOO_FEW.pick(lang), *[DASH] * (len(words.ITEM_HEADS) - 2))
        ends = (percent(row[key], lang, 0) for key in ("lowest", "highest"))
        rest = DASH if row["rest"] is None else number(row["rest"], lang, 2)
        sd = DASH if row["sd"] is None else number(row["sd"], lang, 2)
        return (row["item"], _count(row["answered"], lang), number(row["mean"], lang, 2), sd, *ends, rest)

    return (Table(_head(lang, *words.ITEM_HEADS), tuple(map(cells, rows))),)


def _relevances(pack: Pack, found: Study, roles: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
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
        instead=number(one["instead"], lang, 1),
    )
    quotes = [Quote(pieces(e.quote.pick(lang), [e.phrase.pick(lang)])) for e in role.evidence(one["facet"])[:1]]
    name = f"{role.name.clean(lang)}, {pack.facet(one['facet']).name.clean(lang)}"
    return Item(name=name, under=(Paragraph(said), *quotes))


def _reword(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    if not rows:
        return (Paragraph(words.NONE_TO_REWORD.pick(lang)),)
    return tuple(_to_reword(pack, row, lang) for row in rows)


def _to_reword(pack: Pack, row: Study, lang: Lang) -> Item:
    """An item with its statement, what is wrong with it, and the sentence that its facet comes from."""
    item = pack.item_by_key[row["item"]]
    value = percent(row["value"], lang, 0) if row["why"] == "alike" else number(row["value"], lang, 2)
    said = words.WHY[row["why"]].say(lang, value=value)
    sources = [(e, role) for role in pack.roles for e in role.evidence(item.facet)[:1]]
    evidence, role = max(sources, key=lambda one: one[0].relevance)
    source = words.FROM_SENTENCE.say(lang, role=role.name.clean(lang))
    quote = Quote(pieces(evidence.quote.pick(lang), [evidence.phrase.pick(lang)]), source)
    return Item(name=row["item"], said=said, under=(Paragraph(f"“{item.text.clean(lang)}”"), quote))


def _differential(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    return tuple(
        Item(
            name=row["item"],
            said=words.DIFFERS.say(
                lang, role=pack.role(row["role"]).name.clean(lang), by=signed(row["by"], lang).removeprefix("+")
            ),
            under=(Paragraph(f"“{pack.item_by_key[row['item']].text.clean(lang)}”"),),
        )
        for row in rows
    )


def _constants(study: Study, lang: Lang) -> tuple[Block, ...]:
    found = study["constants"]
    rows = tuple(
        (
            name.pick(lang),
            *_coefficient(found[key], lang),
            number(found[key]["assumed"], lang, 2) if found[key] else DASH,
        )
        for key, name in words.CONSTANT_NAMES.items()
    )
    table = Table(_head(lang, words.FIGURE, words.VALUE, words.INTERVAL, words.ASSUMED), rows)
    n = Paragraph(f"n = {number(found['people'], lang)}", "quiet")
    if not found["enough"]:
        return table, n, Paragraph(words.CONSTANTS_FEW.say(lang, few=FEW), "quiet")
    column = quote(clean(study["columns"]["role"]))
    command = f"careerfit validate FILE --role {column} --write-measured PACK/measured.yaml"
    return table, n, Code(words.CONSTANTS_NOTE.pick(lang), command)


def _hundred(share: float) -> int:
    return round(100 * share)


def _times(one: Study, lang: Lang) -> str:
    """How many people a share is, of so many."""
    return number(round(one["share"] * one["of"]), lang)


def _brief_plain(found: Study, lang: Lang) -> str:
    """What the plain mean comes to with the same people, and whether the program is better beyond chance."""
    ahead = found["ahead_of_plain"]["first"]
    kind = "unproved" if not _is_beyond(ahead, 0) else "more" if ahead["value"] > 0 else "less"
    return words.BRIEF_PLAIN.say(lang, plain=_hundred(found["plain"]["first"]["share"]), beside=words.BESIDE[kind])


def _brief_sure(study: Study, lang: Lang) -> Iterator[Section]:
    verdicts = {row["kind"]: row for row in study["verdicts"]}
    chance = study["recovery"]["chance"]["tie"]
    said = []
    for kind, sentence, beside in (
        ("clear", words.BRIEF_SURE_TEXT, {"claim": _hundred(ENOUGH)}),
        ("tie", words.BRIEF_TIE_TEXT, {"chance": _hundred(chance or 0)}),
    ):
        row = verdicts[kind]
        if row["share"] is not None and row["of"] >= FEW:
            shares = {key: _hundred(row[key]) for key in ("share", "low", "high")}
            people, right = number(row["of"], lang), _times(row, lang)
            said.append(sentence.say(lang, people=people, right=right, **shares, **beside))
    blocks = (*map(Paragraph, said), *_shown_beside_right(study["calibration"], lang))
    if blocks:
        yield Section("sure", words.BRIEF_SURE.pick(lang), blocks)


def _brief_twice(study: Study, lang: Lang) -> Iterator[Section]:
    found = study["retest"]
    if found is None:
        return
    if not found["told"]:
        yield Section("retest", words.RETEST.pick(lang), _retest(found, lang))
        return
    same = found["same_leader"]
    said = words.BRIEF_TWICE.say(lang, people=number(same["of"], lang), same=_times(same, lang))
    yield Section("retest", words.RETEST.pick(lang), (Paragraph(said),))


def _brief_roles(pack: Pack, study: Study, lang: Lang) -> Iterator[Section]:
    rows = study["recovery"]["per_role"]
    bars = tuple(
        Bar(
            row["first"]["share"],
            pack.role(row["role"]).name.clean(lang),
            words.BRIEF_OF.say(lang, share=_hundred(row["first"]["share"])),
        )
        for row in rows
        if row["enough"]
    )
    few = [Paragraph(_too_few(pack, row, lang), "quiet") for row in rows if not row["enough"]]
    most = _most_confused(pack, study, lang)
    blocks: tuple[Block, ...] = (*([Bars(bars)] if bars else []), *few, *([Paragraph(most)] if most else []))
    yield Section("roles", words.BRIEF_ROLES.pick(lang), blocks)


def _most_confused(pack: Pack, study: Study, lang: Lang) -> str:
    pairs = [
        (count, row["role"], other)
        for row in study["confusion"]
        for other, count in row["first"].items()
        if count and other != row["role"]
    ]
    if not pairs:
        return ""
    _, one, other = max(pairs, key=lambda pair: pair[0])
    return words.BRIEF_CONFUSED.say(lang, one=pack.role(one).name, other=pack.role(other).name)
