"""docs/pack.md, every key of a pack's files: ``python -m tests.pack_page`` writes it anew from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from careerfit.pack.schema import Fixed, Keyed, Line, Listed, OneOf, Shape, forms
from careerfit.text import Lang, Text

PAGE = Path(__file__).parents[1] / "docs" / "pack.md"
HEAD = """\
# Isi sebuah paket

Sebuah paket adalah folder dengan `catalogue.yaml` dan satu file untuk tiap peran di `roles/`. Halaman ini memuat semua
kunci yang dikenal; cara membuatnya dari sebuah teks ada di [authors.md](authors.md). Teks ditulis dalam bahasa-bahasa
paket: `{id: "…", en: "…"}`, atau `{id: "…"}` saja di paket dengan `languages: [id]`. `careerfit check` menyebut semua
yang salah beserta file dan barisnya. [In English ↓](#what-a-pack-holds)
"""
ENGLISH = """\
# What a pack holds

A pack is a folder with `catalogue.yaml` and a file for each role in `roles/`. This page names every key that is known;
how to make one from a text stands in [authors.md](authors.md). Texts are written in the pack's languages:
`{id: "…", en: "…"}`, or `{id: "…"}` alone in a pack with `languages: [id]`. `careerfit check` names everything that is
wrong, with file and line. The program makes this page itself, by `python -m tests.pack_page`, and a test compares.
"""
COLUMNS = {"id": ("kunci", "wajib", "isi", "gunanya"), "en": ("key", "needed", "holds", "what it is for")}
NEEDED = {"id": ("ya", ""), "en": ("yes", "")}
FILES = {
    "catalogue": Text("`catalogue.yaml`", "`catalogue.yaml`"),
    "role": Text("`roles/<peran>.yaml`", "`roles/<role>.yaml`"),
}

FACET = {
    "": Text(
        "Faset: satu hal yang diukur. Kuncinya huruf kecil dengan tanda hubung.",
        "Facets: one thing measured each. Their keys are lowercase letters with hyphens.",
    ),
    "kind": Text(
        "`trait`: sifat orang; `interest`: pekerjaan yang disukai.",
        "`trait`: a quality; `interest`: work that one likes.",
    ),
    "family": Text(
        "Keluarga faset; tanpa ini, faset itu sendiri.", "The facet's family; the facet itself unless given."
    ),
    "name": Text("Namanya di layar, paling banyak 34 huruf.", "Its name on the screen, at most 34 characters."),
    "asked": Text(
        "`false`: frasanya dicatat di profil, tetapi tidak ditanyakan dan tidak dinilai.",
        "`false`: its phrases are noted in profiles, but it is neither asked about nor scored.",
    ),
    "doing": Text(
        "Apa yang dikerjakan orangnya, untuk pertanyaan “mana yang lebih ingin kamu kerjakan”.",
        "What such a person does, for the question which of two one would rather do.",
    ),
    "items": Text(
        "Pernyataannya: `<faset>-1`, `<faset>-2`, …; tanpa ini dipakai kalimat umum.",
        "Its statements: `<facet>-1`, `<facet>-2`, …; plain default ones unless given.",
    ),
    "items.keyed": Text(
        "`1` kalau setuju berarti punya sifatnya, `-1` kalau berarti sebaliknya; jumlah keduanya harus sama.",
        "`1` where agreeing means having the quality, `-1` where it means the opposite; as many of each.",
    ),
    "items.id": Text("Kalimatnya, paling baik di bawah 16 kata.", "The statement, best in fewer than 16 words."),
    "items.en": Text("Kalimatnya dalam bahasa Inggris.", "The statement in English."),
}
SECTION = {
    "": Text("", ""),
    "names": Text(
        "Faset yang disebut kalimat itu, masing-masing dengan frasanya.",
        "The facets that the sentence names, each with its phrase.",
    ),
    "names.id": Text("Frasa yang persis ada di dalam kalimat.", "A phrase that stands in the sentence exactly so."),
    "names.en": Text("Frasa dalam kalimat Inggrisnya.", "The phrase in the English sentence."),
    "names.relevance": Text(
        "`1` atau `0.5`, kalau bukan yang biasa. Sifat: 1 di cocok dan tidak cocok, 0,5 di tempat lain; minat: 1.",
        "`1` or `0.5` where it is not the usual. Traits: 1 in cocok and tidak cocok, 0.5 elsewhere; interests: 1.",
    ),
    "id": Text("Kalimat sumbernya, kata demi kata.", "The source's sentence, word for word."),
    "en": Text("Terjemahannya.", "Its translation."),
}
MEANINGS: Mapping[str, Mapping[str, Text]] = {
    "catalogue": {
        "name": Text("Nama pendek paket.", "The pack's short name."),
        "version": Text("Versinya, dalam tanda kutip.", "Its version, in quotes."),
        "languages": Text("Bahasa paket; tanpa ini keduanya.", "The pack's languages; both unless given."),
        "title": Text(
            "Judul di layar, tanpa menyebut jumlah peran.", "The title on the screen, without a count of roles."
        ),
        "scale": Text(
            "Lima pilihan jawaban, dari paling tidak sesuai.", "The five answers, from the least fitting on."
        ),
        "families": Text("Keluarga berisi lebih dari satu faset.", "Families of more than one facet."),
        "families.name": Text("Nama keluarga di layar.", "The family's name on the screen."),
        **{f"facets.{key}".rstrip("."): text for key, text in FACET.items()},
    },
    "role": {
        "name": Text("Nama peran.", "The role's name."),
        "languages": Text(
            "`[id]` kalau hanya peran ini yang belum diterjemahkan.",
            "`[id]` where this role alone is not yet translated.",
        ),
        "sections": Text(
            "Kalimat profil; cocok atau tidak_cocok harus ada.",
            "The profile's sentences; cocok or tidak_cocok is needed.",
        ),
        **{
            f"sections.{name}{'.' * bool(key)}{key}": told if not key else text
            for name, told in (
                ("duties", Text("Tugasnya.", "The duties.")),
                ("cocok", Text("Siapa yang cocok.", "Who fits.")),
                ("tidak_cocok", Text("Siapa yang tidak cocok.", "Who does not.")),
                ("expectations", Text("Ekspektasi dan realita.", "Expectation and reality.")),
                ("differences", Text("Bedanya dengan profesi yang mirip.", "How it differs from similar professions.")),
            )
            for key, text in SECTION.items()
            if not key or name == "duties"
        },
        "beliefs": Text("Pernyataan untuk cek realita.", "Statements for the reality check."),
        "beliefs.statement": Text("Pernyataan yang dinilai benar atau tidak.", "What is to be called true or not."),
        "beliefs.holds": Text(
            "`true` kalau benar, `false` kalau anggapan keliru.", "`true` where it is true, `false` where it is not."
        ),
        "beliefs.belief": Text(
            "Bagian kalimat yang menyatakan anggapannya; hanya kalau `holds: false`.",
            "The part of a sentence that states the belief; only with `holds: false`.",
        ),
        "beliefs.reality": Text("Bagian kalimat yang menjawabnya.", "The parts of sentences that answer it."),
        "facets": Text(
            "Faset yang dibawa peran ini, dengan kunci yang sama seperti di `catalogue.yaml`.",
            "Facets that this role brings along, with the same keys as in `catalogue.yaml`.",
        ),
    },
}


class Row(NamedTuple):
    """A key by its path, whether it must be there, and its shape."""

    path: str
    needed: bool
    shape: Shape


def rows(shape: Shape, path: str = "", *, needed: bool = True) -> Iterator[Row]:
    """Every key below a shape."""
    if path:
        yield Row(path, needed, shape)
    inner = shape.shape if isinstance(shape, Keyed | Listed) else shape
    if isinstance(inner, Fixed) and not is_text(inner):
        for name, below in inner.keys.items():
            yield from rows(below, f"{path}.{name}".lstrip("."), needed=name not in inner.optional)


def is_text(shape: Shape) -> bool:
    """Is that a text in the pack's languages?"""
    return isinstance(shape, Fixed) and set(shape.keys) == {"id", "en"}


def kept(kind: str, row: Row) -> bool:
    """Is a row told: the other sections hold what duties do, and facets of roles what those of the catalogue do."""
    head, _, rest = row.path.partition(".")
    if kind == "role" and head == "facets" and rest:
        return False
    return not (head == "sections" and rest.count(".") and not rest.startswith("duties."))


def holds(shape: Shape, lang: Lang) -> str:
    """What a shape holds, in words."""
    words = {
        "text": ("teks", "a text"),
        "line": ("teks, paling banyak {} huruf", "a text of at most {} characters"),
        "slug": ("huruf kecil, angka, tanda hubung", "lowercase letters, digits, hyphens"),
        "list": ("daftar ({}–{})", "a list ({} to {})"),
        "keyed": ("kunci buatan sendiri, paling banyak {}", "keys of your own, at most {}"),
        "fixed": ("kunci di bawah ini", "the keys below"),
    }

    def say(name: str, *places: object) -> str:
        return words[name][lang == "en"].format(*places)

    if isinstance(shape, Line):
        return say("slug") if shape.slug else say("line", shape.most)
    if isinstance(shape, OneOf):
        return ", ".join(
            f"`{str(value).lower() if isinstance(value, bool) else value:}`"
            for value in dict.fromkeys(shape.words.values())
        )
    if isinstance(shape, Listed):
        return say("list", shape.least, shape.most)
    if isinstance(shape, Keyed):
        return say("keyed", shape.most)
    return say("text") if is_text(shape) else say("fixed")


def table(kind: str, lang: Lang) -> Iterator[str]:
    """The lines of one file's table."""
    yield f"## {FILES[kind].pick(lang)}\n"
    yield f"| {' | '.join(COLUMNS[lang])} |"
    yield "|---|---|---|---|"
    for row in filter(lambda row: kept(kind, row), rows(getattr(forms(), kind))):
        needed = NEEDED[lang][not row.needed]
        yield f"| `{row.path}` | {needed} | {holds(row.shape, lang)} | {MEANINGS[kind][row.path].pick(lang)} |"
    yield ""


def page() -> str:
    """The whole page."""
    lines = [
        HEAD,
        *table("catalogue", "id"),
        *table("role", "id"),
        ENGLISH,
        *table("catalogue", "en"),
        *table("role", "en"),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
