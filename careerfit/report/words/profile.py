"""The words of profiles, comparisons, lists and the reality check, in both languages."""

from __future__ import annotations

from careerfit.text import Text

SECTION_TITLES = {
    "duties": Text("Yang dikerjakan", "What you would do"),
    "cocok": Text("Siapa yang cocok", "Cocok: who it suits"),
    "tidak_cocok": Text("Siapa yang tidak cocok", "Tidak cocok: who it does not suit"),
    "expectations": Text("Yang dikira orang, dan kenyataannya", "What people expect, and what it is really like"),
    "differences": Text("Bedanya dengan profesi yang mirip", "How it differs from a similar profession"),
}
MARK_LEGEND = Text(
    "Baris yang diawali · menyebut apa yang ditanyakan kuis dari kalimat di atasnya.",
    "Lines that begin with · name what the quiz asks about from the sentence above.",
)
EXPECTED = Text("Dikira", "Expected")
REALLY = Text("Nyatanya", "In reality")
APART = Text("Yang membuatnya lain dari {others} peran lainnya", "What sets it apart from the other {others} roles")
APART_ONE = Text("Yang membuatnya lain dari peran satunya", "What sets it apart from the other role")
ONLY = Text("Hanya peran ini yang memintanya:", "Only this role asks for:")
ONLY_NONE = Text(
    "Tidak ada yang hanya diminta peran ini; yang khas adalah gabungannya.",
    "There is nothing that only this role asks for; what is special is the combination.",
)
MORE = Text("Lebih ditekankan daripada rata-rata peran lain:", "Weighs more here than in the other roles on average:")
LESS = Text("Diminta peran lain, tidak di sini:", "Asked for elsewhere, not here:")
SAME = Text("Diminta juga di hampir semua peran lain:", "Asked for in nearly all other roles too:")
SAME_ONE = Text("Diminta juga di peran satunya:", "Asked for in the other role too:")
NEXT = Text("Lanjut", "Next")
READ = Text("Baca profil {role}", "Read the profile of {role}")
REALITY_TRY = Text("Uji dugaanmu tentang peran ini", "Test what you believe about this role")

# Side by side.
COMPARE_TITLE = Text("{count} peran, berdampingan", "{count} roles side by side")
COMPARE_SAME = Text("Sama-sama diminta", "Asked for by all")
COMPARE_SAME_NONE = Text("Tidak ada yang sama-sama diminta sepenuhnya.", "Nothing is fully asked for by all.")
COMPARE_DIFFERENT = Text("Yang berbeda", "What differs")
COMPARE_NO_DIFFERENCE = Text("Peran-peran ini meminta hal yang persis sama.", "These roles ask for exactly the same.")
COMPARE_PROFILES = SECTION_TITLES["differences"]
MARK_WORDS = {
    1.0: Text("diminta", "asked for"),
    0.5: Text("sedikit diminta", "a little"),
    0.0: Text("tidak disebut", "not mentioned"),
}
TRAIT = Text("Sifat dan kemampuan", "Traits")
INTEREST = Text("Pekerjaan sehari-hari", "Daily work")

# Lists.
SPECIAL = Text("khasnya: {marks}", "special: {marks}")
ROLES_NEXT = Text("Baca profil salah satunya", "Read the profile of one")
A_LITTLE = Text("{facet} (sedikit)", "{facet} (a little)")
QUESTIONS_TITLE = Text("{count} pertanyaan", "{count} questions")
QUESTIONS_LEAD = Text(
    "Jawab tiap pernyataan dengan 1 sampai 5: {scale}. (−) di belakang kunci: pernyataan berlawanan arah.",
    "Answer each statement with 1 to 5: {scale}. (−) after a key: the statement points the other way.",
)
FACETS_TITLE = Text("{count} hal yang ditanyakan", "{count} things that are asked about")
FACETS_LEAD = Text(
    "Sebuah kunci mengisi semua pertanyaan tentang hal itu; dengan -1, -2, dan seterusnya di belakangnya, satu "
    "pertanyaan saja.",
    "A key answers all questions about that thing; with -1, -2 and so on behind it, a single one.",
)
FACETS_NEXT = Text("Hitung hasil dengannya", "Work out a result with it")
ROLE = Text("Peran", "Role")
STATEMENT = Text("pernyataan", "statement")
