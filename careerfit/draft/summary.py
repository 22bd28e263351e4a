"""What was made of some texts, in one list: what was guessed, what is missing, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerfit.core.model import SECTIONS
from careerfit.draft.drafting import FIRM, NEW, Draft, DraftedRole
from careerfit.text import Text, clean

MOST_LISTED = 20
"""So many guesses are listed one by one; all of them are marked in the files."""
HEADINGS = {
    "duties": Text("tugas", "duties"),
    "cocok": Text("cocok", "cocok"),
    "tidak_cocok": Text("tidak cocok", "tidak cocok"),
    "expectations": Text("ekspektasi dan realita", "expectation and reality"),
    "differences": Text("perbedaan", "differences"),
}
NAMING = ("duties", "cocok", "tidak_cocok")
"""The sections whose sentences are expected to name facets."""
ROLE = Text(
    "{role}: {sentences} kalimat, {phrases} frasa, {beliefs} pernyataan cek realita.",
    "{role}: {sentences} sentence{sentences_s}, {phrases} phrase{phrases_s}, {beliefs} statement{beliefs_s} for the "
    "reality check.",
)
GUESSED = Text("Yang ditebak:", "What was guessed:")
NAME = Text("Nama peran “{role}” diambil dari nama file.", "The role's name “{role}” comes from the file's name.")
MATCHED = Text(
    "{role}: “{phrase}” dianggap menyebut {facet} (mirip {near} %).",
    "{role}: “{phrase}” is taken to name {facet} ({near} % alike).",
)
TAKEN_NEW = Text(
    "{role}: “{phrase}” dianggap menyebut faset baru, bukan {facet} (mirip {near} %).",
    "{role}: “{phrase}” is taken to name a new facet, not {facet} ({near} % alike).",
)
NAMELESS = Text(
    "{role}: kalimat “{sentence}” tidak menyebut faset apa pun.",
    "{role}: the sentence “{sentence}” names no facet.",
)
NEWLY = Text(
    "{count} faset baru diberi nama dan kalimat dari teksnya; baca sekali lagi sebelum dipakai.",
    "{count} new facet{count_s} got a name and statements from the text; read them once more before use.",
)
MORE = Text(
    "… dan {count} tebakan lain, bertanda “draf” di filenya.",
    "… and {count} more guess{count_s}, marked “draf” in the files.",
)
MISSING = Text("Yang belum ada:", "What is missing:")
NO_SECTION = Text("{role}: tidak ada kalimat tentang {section}.", "{role}: no sentence about {section}.")
NO_REALITY = Text(
    "{role}: anggapan “{belief}” tidak dijawab realita.", "{role}: no reality answers the belief “{belief}”."
)
UNWORDED = Text(
    "Faset {facet} belum punya kalimat sendiri, jadi ditanyakan dengan kalimat umum.",
    "The facet {facet} has no statements of its own, so it is asked about in plain default words.",
)
NO_DOING = Text(
    "Faset {facet} belum punya 'doing'; di duel yang tampil adalah namanya.",
    "The facet {facet} has no 'doing'; a duel shows its name.",
)
LEFT_OUT = Text("{role}: “{phrase}” tidak dipakai.", "{role}: “{phrase}” is not used.")
FORM = Text(
    "Formulir lengkap: {asked} dari {facets} faset baru (hal yang diukur) ditanyakan, {items} pernyataan.",
    "The complete form: {asked} of {facets} new facets (things measured) are asked about, in {items} statements.",
)
NOT_ASKED = Text(
    "Yang dicatat saja, tidak ditanyakan (asked: false; hapus baris itu kalau mau ditanyakan):",
    "What is only noted, and not asked about (asked: false; remove that line to have it asked):",
)
NOTED = Text("{role}: {facets}.", "{role}: {facets}.")


def summary(draft: Draft, names: dict[str, str]) -> Iterator[Text]:
    """The list, a line each; ``names`` are those of the facets that the pack had before."""
    names = names | {facet.key: facet.name for facet in draft.facets}
    for role in draft.roles:
        sentences = sum(len(held) for held in role.profile.sections.values())
        phrases = sum(len(named) for section in role.names.values() for named in section)
        yield ROLE.fill(
            role=clean(role.profile.name), sentences=sentences, phrases=phrases, beliefs=len(role.statements)
        )
    if draft.facets:
        asked = sum(facet.asked for facet in draft.facets)
        yield FORM.fill(asked=asked, facets=len(draft.facets), items=2 * asked)
    yield from _under(NOT_ASKED, list(_noted(draft)))
    yield from _under(GUESSED, list(_guesses(draft, names)))
    yield from _under(MISSING, list(_missing(draft)))


def _noted(draft: Draft) -> Iterator[Text]:
    """Role by role what is not asked about."""
    for role in draft.roles:
        found = [facet.name for facet in draft.facets if not facet.asked and role.profile.slug in facet.roles]
        if found:
            yield NOTED.fill(role=clean(role.profile.name), facets="; ".join(found))


def _under(heading: Text, lines: Sequence[Text]) -> Iterator[Text]:
    if lines:
        yield Text("", "")
        yield heading
        yield from (Text(f"- {line.id}", f"- {line.en}") for line in lines[:MOST_LISTED])
        if len(lines) > MOST_LISTED:
            rest = MORE.fill(count=len(lines) - MOST_LISTED)
            yield Text(f"- {rest.id}", f"- {rest.en}")


def _guesses(draft: Draft, names: dict[str, str]) -> Iterator[Text]:
    for role in draft.roles:
        if not role.profile.certain:
            yield NAME.fill(role=clean(role.profile.name))
    yield from _taken_new(draft)
    if draft.facets:
        yield NEWLY.fill(count=len(draft.facets))
    for role in draft.roles:
        for section in role.names.values():
            for named in section:
                for key, (phrase, near) in named.items():
                    if near < FIRM:
                        yield MATCHED.fill(
                            role=clean(role.profile.name),
                            phrase=clean(phrase),
                            facet=names.get(key, key),
                            near=round(100 * near),
                        )


def _taken_new(draft: Draft) -> Iterator[Text]:
    new = {phrase.text for facet in draft.facets for phrase in facet.phrases}
    for question in draft.guessed:
        if question.guess == NEW and question.id[2] in new:
            _, facet, near = question.options[0]
            yield TAKEN_NEW.fill(
                role=clean(question.role), phrase=clean(question.id[2]), facet=clean(facet), near=round(100 * near)
            )


def _missing(draft: Draft) -> Iterator[Text]:
    for role in draft.roles:
        yield from _gaps(role)
    for role_name, phrase in draft.unmatched:
        yield LEFT_OUT.fill(role=clean(role_name), phrase=clean(phrase.text))
    for facet in draft.facets:
        if facet.asked and not facet.items:
            yield UNWORDED.fill(facet=facet.name)
        elif facet.asked and facet.doing is None:
            yield NO_DOING.fill(facet=facet.name)


def _gaps(role: DraftedRole) -> Iterator[Text]:
    name = clean(role.profile.name)
    for section in SECTIONS:
        if not role.profile.sections[section]:
            yield NO_SECTION.fill(role=name, section=HEADINGS[section])
    for section in NAMING:
        for sentence, named in zip(role.profile.sections[section], role.names[section], strict=True):
            if not named:
                yield NAMELESS.fill(role=name, sentence=clean(sentence))
    for contrast in role.profile.contrasts:
        if not contrast.reality:
            yield NO_REALITY.fill(role=name, belief=clean(contrast.belief))
