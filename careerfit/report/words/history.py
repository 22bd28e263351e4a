"""The words of the history and of two attempts side by side, in both languages."""

from __future__ import annotations

from careerfit.core.model import VerdictKind
from careerfit.text import Text

# The list.
TITLE = Text("Hasil yang tersimpan di komputer ini", "Results saved on this computer")
EMPTY = Text("Belum ada hasil yang tersimpan di komputer ini.", "No results are saved on this computer yet.")
VERDICTS: dict[VerdictKind, Text] = {
    "clear": Text("Paling cocok: {roles}", "Best match: {roles}"),
    "tie": Text("Hampir seimbang: {roles}", "Nearly even: {roles}"),
    "unclear": Text("Belum jelas; yang teratas {roles}", "Not clear; {roles} on top"),
    "misfit": Text(
        "Bidangnya tampaknya belum cocok; yang teratas {roles}", "The field may not suit you; {roles} on top"
    ),
}
MODES = {"quick": Text("kuis singkat", "quick quiz"), "full": Text("kuis lengkap", "full quiz")}
ANSWERED = Text("{count} jawaban", "{count} answer{count_s}")
CHOSEN = Text("{count} pilihan", "{count} choice{count_s}")
FAST = Text("dijawab cepat", "answered fast")
CHECKED = Text("dengan cek realita", "with a reality check")
UNFINISHED = Text("Belum selesai", "Unfinished")
UNFINISHED_ONE = Text("{count} jawaban, terakhir {when}", "{count} answer{count_s}, the last one {when}")
RESUME = Text("Lanjutkan", "Go on")
START = Text("Mulai kuis", "Start the quiz")
SHOW = Text("Lihat satu hasil", "See one result")
DIFF = Text("Bandingkan dua hasil", "Set two results side by side")
CONTINUE = Text("Jawab pertanyaan yang belum ditanyakan", "Answer the questions that were not asked")
LAST = Text(
    "Hasil terakhir di komputer ini ({when}, nomor {number}): {verdict}.",
    "The last result on this computer ({when}, number {number}): {verdict}.",
)
NOTE_IT = Text("Beri catatan", "Put a note on it")
DELETE = Text("Hapus untuk selamanya", "Delete for good")
DELETE_UNFINISHED = Text("Hapus semua yang belum selesai", "Delete all unfinished ones")
NOTE_EXAMPLE = Text("setelah magang", "after the internship")

# One attempt.
ATTEMPT = Text("Hasil {number}, {when}", "Result {number}, {when}")
OTHER_PACK = Text(
    "Profilnya sudah berubah sejak itu (dulu {name} {version}), jadi hasil ini dihitung ulang dengan profil yang "
    "sekarang. Waktu itu: {verdict}.",
    "The profiles have changed since (then {name} {version}), so this result was worked out anew with the present "
    "ones. Back then: {verdict}.",
)
OTHER_GROUP = Text(
    "Waktu itu kelompok rujukannya lain, atau tidak ada, jadi hasil ini dihitung ulang dengan yang sekarang. Waktu "
    "itu: {verdict}.",
    "Back then there was another reference group, or none, so this result was worked out anew with the present one. "
    "Then: {verdict}.",
)
DROPPED = Text("{count} jawaban tidak bisa dipakai lagi.", "{count} answer{count_s} can't be used any more.")

# Two attempts.
TWO = Text("Hasil {first} dan hasil {second}", "Result {first} and result {second}")
SAME_LEADER = Text("Dua-duanya menaruh {role} di tempat teratas.", "Both put {role} first.")
NEW_LEADER = Text(
    "Yang teratas berganti, dari {before} ke {after}, dan itu lebih dari sekadar naik-turun biasa.",
    "The first place went from {before} to {after}, and that is more than answers usually waver.",
)
NEW_LEADER_NOISE = Text(
    "Yang teratas berganti, dari {before} ke {after}. Tetapi itu masih dalam batas naik-turun biasa: orang yang "
    "tidak berubah sama sekali pun bisa mendapat dua hasil yang sejauh ini bedanya.",
    "The first place went from {before} to {after}. But that is within what answers usually waver: someone who hasn't "
    "changed at all can get two results this far apart.",
)
BOTH_UNCLEAR = Text(
    "Kedua hasil belum jelas, jadi belum ada tempat teratas yang bisa dibandingkan.",
    "Neither result is clear, so there is no first place to compare yet.",
)
CONTINUED = Text(
    "Hasil {second} meneruskan hasil {first}: jawabannya dipakai lagi, dan {count} pertanyaan lain ditanyakan juga. "
    "Jadi bedanya bukan karena kamu berubah, tetapi karena lebih banyak yang diketahui.",
    "Result {second} goes on from result {first}: its answers were taken over, and {count} more question{count_s} "
    "asked. So what differs is not that you have changed, but that more is known.",
)
NEW_LEADER_KNOWN = Text(
    "Yang teratas berganti, dari {before} ke {after}.", "The first place went from {before} to {after}."
)
VERDICT_THEN = Text("Hasil {number}: {verdict}", "Result {number}: {verdict}")
FACETS = Text("Yang bergeser dalam dirimu", "What has shifted in you")
FACETS_NONE = Text(
    "Tidak ada yang dijawab di kedua kuis, jadi pergeserannya tidak bisa dilihat.",
    "Nothing was answered both times, so no shift can be seen.",
)
FACETS_STEADY = Text(
    "Dari {of} hal yang dijawab di kedua kuis, tidak ada yang bergeser lebih dari naik-turun biasa.",
    "Of {of} thing{of_s} answered both times, none moved by more than answers usually waver.",
)
FACETS_CHANCE = Text(
    "Dari {of} hal yang dijawab di kedua kuis, {count} bergeser lebih dari naik-turun biasa. Sebanyak itu wajar "
    "terjadi secara kebetulan, jadi jangan terlalu dipikirkan satu per satu.",
    "Of {of} thing{of_s} answered both times, {count} moved by more than answers usually waver. That many are to be "
    "expected by chance, so don't make too much of any one of them.",
)
FACETS_CHANGED = Text(
    "Dari {of} hal yang dijawab di kedua kuis, {count} bergeser lebih dari naik-turun biasa. Itu lebih banyak daripada "
    "yang wajar terjadi secara kebetulan.",
    "Of {of} thing{of_s} answered both times, {count} moved by more than answers usually waver. That is more than "
    "chance would bring.",
)
NEXT_MOVED = Text(
    "Sesudah itu, yang paling bergeser (masih naik-turun biasa):",
    "After these, what moved most (within the usual wavering):",
)
MOST_MOVED = Text("Yang paling bergeser (masih naik-turun biasa):", "What moved most (within the usual wavering):")
ROLES = Text("Skor tiap peran", "The score of each role")
FIELD = Text("Kecocokan bidang", "Field fit")
CHANGED = Text("berubah", "changed")
WAVERS = Text("naik-turun biasa", "usual wavering")
STAYED = Text("tetap", "the same")
HOW = Text(
    "Jawaban orang memang naik-turun dari hari ke hari. “Berubah” berarti bedanya lebih besar daripada naik-turun itu: "
    "pada orang yang tidak berubah, beda sebesar itu muncul hanya kira-kira sekali dari dua puluh.",
    "Answers waver from one day to the next. “Changed” means a difference larger than that: where nothing has changed, "
    "one as large comes up only about one time in twenty.",
)
