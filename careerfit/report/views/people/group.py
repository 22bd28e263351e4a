"""What a group looks like: counts as bars, facets by their means, items that did not work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.report.blocks import Bar, Bars, Block, Page, Paragraph, Part, Section
from careerfit.report.views.real_people import real_people
from careerfit.report.words.numbers import people_of, percent
from careerfit.report.words.people import LEADERS, VERDICTS
from careerfit.text import Lang, Text, number

ENOUGH = 30
"""Fewer answers say nothing of whether an item goes with its facet."""

BAD = Text("{bad} baris lain tidak bisa dipakai.", "{bad} more row{count_s} can't be used.")
SILENT = Text(
    "{silent} baris lain tidak berisi jawaban satu pun.", "No answer at all stands in {silent} more row{count_s}."
)
TOO_FEW = Text(
    "Kelompok ini kurang dari lima orang; gambarannya akan berbicara tentang orang-orangnya, jadi tidak ditampilkan.",
    "This group has fewer than five people; a picture of it would be one of them, so none is shown.",
)
IN_FULL = Text(
    "Semua angka ditampilkan, juga yang kecil: dari sini orang tertentu bisa dikenali. Simpan untuk yang berhak saja.",
    "All numbers are shown, small ones as well: people may be recognised by them. Keep this to those who may know.",
)
WITHHELD = Text(
    "“–”: satu sampai empat orang, atau bisa dihitung dari yang lain; tidak ditampilkan.",
    "“–”: one to four people, or could be worked out from the others; not shown.",
)
VERDICT_NAMES = {
    "clear": Text("jelas", "clear"),
    "tie": Text("seri dua atau tiga peran", "a tie of two or three roles"),
    "unclear": Text("belum jelas", "not clear yet"),
    "misfit": Text("bidangnya belum cocok", "the field does not fit"),
}
FLAGS = Text("Cara menjawab", "How it was answered")
FLAG_NAMES = {
    "long_run": Text("deretan panjang jawaban yang sama", "a long run of the same answer"),
    "inconsistent": Text("sulit dijelaskan sebagai satu pola", "answers hard to explain as one pattern"),
}
FIELD = Text(
    "Kecocokan dengan bidangnya, rata-rata: {field} dari 100", "Fit with the field, on average: {field} of 100"
)
FACETS = Text("Rata-rata tiap faset, 1 sampai 5", "The mean of each facet, from 1 to 5")
SPREAD = Text("{low} rendah, {high} tinggi", "{low} low, {high} high")
ITEMS = Text("Butir yang perlu dilihat lagi", "Items worth another look")
SAME = Text("Semua menjawab sama:", "Everyone gave the same answer:")
AGAINST = Text("Berlawanan dengan butir lain fasetnya ({rest}):", "Goes against the rest of its facet ({rest}):")


def cohort_page(pack: Pack, summary: Mapping[str, Any], lang: Lang, *, in_full: bool = False) -> Page:
    """The summary of a group, as ``careerfit.cohort`` works it out; with a word of warning where it is ``in_full``."""
    lead = [Paragraph(IN_FULL.pick(lang), "strong")] if in_full else []
    bad, silent = summary["bad"], summary["silent"]
    lead += [Paragraph(BAD.say(lang, bad=number(bad, lang), count=bad), "quiet")] if bad else []
    lead += [Paragraph(SILENT.say(lang, silent=number(silent, lang), count=silent), "quiet")] if silent else []
    title = people_of(summary["people"] - bad, lang)
    sections = tuple(_sections(pack, summary, lang)) if summary["field"] is not None else _too_few(lang)
    return Page(title, sections, lead=(*lead, *real_people(pack, lang)))


def _too_few(lang: Lang) -> tuple[Section, ...]:
    return (Section("withheld", "", (Paragraph(TOO_FEW.pick(lang)),)),)


def _sections(pack: Pack, summary: Mapping[str, Any], lang: Lang) -> Iterator[Section]:
    people = summary["people"] - summary["bad"]
    if pack.shared:
        yield Section("field", "", (Paragraph(FIELD.say(lang, field=number(summary["field"], lang, 1))),))
    told = (
        ("verdicts", VERDICTS, VERDICT_NAMES),
        ("leaders", LEADERS, {role.slug: role.name for role in pack.roles}),
        ("flags", FLAGS, FLAG_NAMES),
    )
    for key, title, names in told:
        yield Section(key, title.pick(lang), (counted(names, summary[key], people, "–", lang),))
    if any(None in summary[key].values() for key, _, _ in told):
        yield Section("withheld", "", (Paragraph(WITHHELD.pick(lang), "quiet"),))
    facets = sorted((facet for facet in summary["facets"] if facet["mean"] is not None), key=lambda one: -one["mean"])
    if facets:
        yield Section("facets", FACETS.pick(lang), (Bars(tuple(_facet(pack, one, lang) for one in facets)),))
    items = tuple(_items(pack, summary["items"], lang))
    if items:
        yield Section("items", ITEMS.pick(lang), items)


def counted(
    names: Mapping[str, Text], counts: Mapping[str, int | None], people: int, withheld: str, lang: Lang
) -> Bars:
    """A bar a count, of so many people; ``withheld`` stands for a number that is not told."""
    return Bars(
        tuple(
            Bar((n or 0) / max(1, people), names[name].clean(lang), withheld if n is None else number(n, lang))
            for name, n in counts.items()
        )
    )


def mean_share(mean: float) -> float:
    """How far a mean of responses lies on the way from the lowest to the highest one, 0 to 1."""
    return (mean - LOWEST) / (HIGHEST - LOWEST)


def _facet(pack: Pack, facet: Mapping[str, Any], lang: Lang) -> Bar:
    low, high = (percent(facet[name], lang, 0) for name in ("low", "high"))
    said = f"{number(facet['mean'], lang, 1)}  {SPREAD.say(lang, low=low, high=high)}"
    return Bar(mean_share(facet["mean"]), pack.facet(facet["facet"]).name.clean(lang), said)


def _items(pack: Pack, items: Sequence[Mapping[str, Any]], lang: Lang) -> Iterator[Block]:
    """The items that everyone answered alike, or that go against the rest of their facet."""
    for item in items:
        statement = Paragraph(f"{item['item']}: {pack.item_by_key[item['item']].text.clean(lang)}")
        if item["varies"] is False:
            yield Part(SAME.pick(lang), (statement,))
        elif item["rest"] is not None and item["rest"] < 0 and item["answered"] >= ENOUGH:
            yield Part(AGAINST.say(lang, rest=number(item["rest"], lang, 2)), (statement,))
