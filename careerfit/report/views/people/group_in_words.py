"""What a group looks like, told to somebody who does not know the quiz: in whole sentences, without its terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from careerfit.core.model import Pack
from careerfit.report.blocks import Bar, Bars
from careerfit.report.views.people.group import IN_FULL, TOO_FEW, counted, mean_share
from careerfit.report.words.numbers import day, people_of
from careerfit.report.words.people import MADE, NAMES, VERDICTS
from careerfit.report.words.result import OF_FIVE
from careerfit.text import Lang, Text, number

MOST_FACETS = 5
"""So many of the strongest and of the weakest things are told."""

TITLE = Text("Gambaran kelompok: {people}", "A picture of the group: {people}")
LEAD = Text(
    "Setiap orang menilai sejumlah pernyataan tentang dirinya. Dari situ dihitung, dari {roles} peran yang berdekatan, "
    "mana yang paling cocok baginya. Halaman ini menceritakan kelompoknya, bukan siapa pun di dalamnya.",
    "Everybody rated statements about themselves. From that it was worked out which of {roles} roles that lie close "
    "together suits them best. This page is about the group, and about nobody in it.",
)
BAD = Text(
    "{bad} baris lain tidak bisa dibaca dan tidak ikut dihitung.",
    "Not counted: {bad} more row{count_s} that could not be read.",
)
SILENT = Text(
    "{silent} orang lain belum menjawab satu pernyataan pun dan tidak ikut dihitung.",
    "Not counted: {silent} more who answered no statement.",
)
VERDICT_NAMES = {
    "clear": Text("Satu peran jelas paling cocok", "One role is clearly the best match"),
    "tie": Text("Dua atau tiga peran sama cocoknya", "Two or three roles match about as well"),
    "unclear": Text("Belum terlihat peran yang menonjol", "No role stands out yet"),
    "misfit": NAMES["misfit"],
}
LEADERS = Text(
    "Peran yang paling sering di urutan pertama, dari mereka yang hasilnya jelas atau sama cocoknya",
    "The roles that come first most often, of those with one clear role or two or three alike",
)
LEADERS_OF = Text(
    "Peran yang paling sering di urutan pertama, dari {people} yang hasilnya jelas atau sama cocoknya",
    "The roles that come first most often, of {people} with one clear role or two or three alike",
)
STRONG = Text("Yang paling kuat di kelompok ini", "What is strongest in this group")
WEAK = Text("Yang paling rendah di kelompok ini", "What is lowest in this group")
FIELD = Text(
    "Secara keseluruhan, kecocokan kelompok ini dengan bidangnya {field} dari 100 (50 berarti biasa saja).",
    "All in all, this group's fit with the field is {field} of 100 (50 means neither good nor bad).",
)
WITHHELD = Text("tidak disebut", "not told")
WITHHELD_NOTE = Text(
    "“Tidak disebut” berarti hanya sedikit orang, atau angkanya akan membocorkan jumlah yang sedikit itu. Dengan "
    "begitu tidak ada yang bisa dikenali.",
    "“Not told” means that it is only a few people, or that the number would give such a small one away. So nobody can "
    "be recognised.",
)
HOW = Text(
    "Hasil ini bahan bicara tentang rencana, bukan tes kemampuan dan bukan keputusan. Cocok dengan lebih dari satu "
    "peran itu wajar, dan sama baiknya.",
    "These results are something to talk about plans with; they test no ability and decide nothing. To match more than "
    "one role is nothing unusual, and just as good.",
)


class SummaryView(NamedTuple):
    """A group on one page: sentences, and bars under headings; ``warning`` where small numbers are in it."""

    title: str
    about: str
    lead: tuple[str, ...]
    warning: str
    groups: tuple[tuple[str, Bars], ...]
    notes: tuple[str, ...]


def summary_view(pack: Pack, summary: Mapping[str, Any], lang: Lang, made: datetime, *, in_full: bool) -> SummaryView:
    """The summary of a group, as ``careerfit.cohort`` works it out."""
    people = summary["people"] - summary["bad"]
    lead = [LEAD.say(lang, roles=number(len(pack.roles), lang))]
    bad, silent = summary["bad"], summary["silent"]
    lead += [BAD.say(lang, bad=number(bad, lang), count=bad)] if bad else []
    lead += [SILENT.say(lang, silent=number(silent, lang))] if silent else []
    groups: list[tuple[str, Bars]] = []
    notes = [HOW.pick(lang)]
    if summary["field"] is None:
        lead.append(TOO_FEW.pick(lang))
    else:
        lead += [FIELD.say(lang, field=number(summary["field"], lang))] if pack.shared else []
        withheld = WITHHELD.pick(lang)
        names = {role.slug: role.name for role in pack.roles}
        leaders = dict(sorted(summary["leaders"].items(), key=lambda one: -(one[1] or 0)))
        groups += [
            (VERDICTS.pick(lang), counted(VERDICT_NAMES, summary["verdicts"], people, withheld, lang)),
            (_leaders_title(summary["verdicts"], lang), counted(names, leaders, people, withheld, lang)),
            *_facets(pack, summary["facets"], lang),
        ]
        if None in (*summary["verdicts"].values(), *summary["leaders"].values()):
            notes.insert(0, WITHHELD_NOTE.pick(lang))
    return SummaryView(
        title=TITLE.say(lang, people=people_of(people, lang)),
        about=f"{pack.title.clean(lang)} · {MADE.say(lang, day=day(made, lang))}",
        lead=tuple(lead),
        warning=IN_FULL.pick(lang) if in_full else "",
        groups=tuple(groups),
        notes=tuple(notes),
    )


def _leaders_title(verdicts: Mapping[str, int | None], lang: Lang) -> str:
    """With how many people have a role that comes first, where the verdicts tell it: else it might give one away."""
    clear, tie = verdicts["clear"], verdicts["tie"]
    if clear is None or tie is None:
        return LEADERS.pick(lang)
    return LEADERS_OF.say(lang, people=people_of(clear + tie, lang))


def _facets(pack: Pack, facets: Sequence[Mapping[str, Any]], lang: Lang) -> list[tuple[str, Bars]]:
    """The strongest things of the group and the weakest, where there are enough to be apart."""
    known = sorted((one for one in facets if one["mean"] is not None), key=lambda one: -one["mean"])
    if len(known) < 2 * MOST_FACETS:
        return []

    def bars(some: Sequence[Mapping[str, Any]]) -> Bars:
        return Bars(
            tuple(
                Bar(
                    mean_share(one["mean"]),
                    pack.facet(one["facet"]).name.clean(lang),
                    OF_FIVE.say(lang, n=number(one["mean"], lang, 1)),
                )
                for one in some
            )
        )

    return [(STRONG.pick(lang), bars(known[:MOST_FACETS])), (WEAK.pick(lang), bars(known[: -MOST_FACETS - 1 : -1]))]
