"""The words of the interview, in both languages, with named places to fill."""

from __future__ import annotations

from careerfit.text import Text

# Before the first question.
LANGUAGE_TITLE = Text("Bahasa / Language", "Bahasa / Language")
LANGUAGE_NAMES = (Text("Bahasa Indonesia", "Bahasa Indonesia"), Text("English", "English"))
CHOOSES_EITHER = Text("pilih / choose", "pilih / choose")
LEAVES_EITHER = Text("keluar / leave", "keluar / leave")
INTRO_TITLE = Text("Peran mana yang paling cocok untukmu?", "Which role fits you best?")
INTRO_QUICK = Text(
    "Kamu akan menjawab paling banyak {count} pertanyaan, kira-kira {minutes} menit. Jawabanmu dibandingkan dengan "
    "profil {roles} peran, lalu hasilnya tampil beserta alasannya.",
    "You will answer at most {count} question{count_s}, in about {minutes} minute{minutes_s}. Your answers are "
    "compared with the profiles of {roles} role{roles_s}, and the result comes with its reasons.",
)
INTRO_FULL = Text(
    "Kamu akan menjawab {count} pertanyaan, kira-kira {minutes} menit. Jawabanmu dibandingkan dengan profil {roles} "
    "peran, lalu hasilnya tampil beserta alasannya.",
    "You will answer {count} question{count_s}, in about {minutes} minute{minutes_s}. Your answers are compared with "
    "the profiles of {roles} role{roles_s}, and the result comes with its reasons.",
)
INTRO_ROLES = Text("{title}: {names}.", "{title}: {names}.")
INTRO_NOT = Text(
    "Ini bahan pertimbangan, bukan tes psikologi. Tidak ada jawaban benar atau salah.",
    "It is something to think with, not a psychological test. There are no right or wrong answers.",
)
INTRO_PRIVATE = Text(
    "Semua jawaban tetap di komputer ini; tidak ada yang dikirim.",
    "All answers stay on this computer; nothing is sent.",
)
START = Text("Mulai", "Start")
SEE_LAST = Text("Lihat hasil terakhir", "See the last result")

# A question.
POSITION_QUICK = Text("{n} dari paling banyak {most}", "{n} of at most {most}")
POSITION_FULL = Text("{n}/{most}", "{n}/{most}")
MINUTES_LEFT = Text("kira-kira {minutes} menit lagi", "about {minutes} minute{minutes_s} left")
SECONDS_LEFT = Text("kurang dari 1 menit lagi", "less than a minute left")
DUEL = Text(
    "Antara {first} dan {second} belum bisa dipastikan. Mana yang lebih ingin kamu kerjakan?",
    "It is still open between {first} and {second}. Which would you rather do?",
)
BEFORE = Text("Jawabanmu tadi: {n} · {answer}", "Your answer before: {n} · {answer}")
SKIPPED_BEFORE = Text("Tadi kamu lewati.", "You skipped this before.")
HURRY = Text(
    "Cepat sekali! Santai saja, tidak perlu buru-buru. Bayangkan dirimu sebentar, baru jawab.",
    "That was quick! Take your time, there is no hurry. Picture yourself for a moment, then answer.",
)
CHOOSE_FIRST = Text("Pilih dulu: tekan angka atau panah.", "Choose first: press a number or an arrow key.")
OTHER_KEY = Text(
    "Tombol itu tidak dipakai di sini; yang dipakai ada di bawah.", "That key does nothing here; those below do."
)
NOT_KEPT = Text("Jawaban tidak bisa disimpan: {why}", "Answers can't be saved: {why}")

# The offers.
TIE_TITLE = Text("Peran-peran teratas masih hampir seimbang.", "The leading roles are still nearly level.")
CLEAR_TITLE = Text("Sudah cukup jelas setelah {n} pertanyaan.", "Clear enough after {n} question{n_s}.")
CLEAR_OFFER = Text(
    "Kamu bisa langsung melihat hasilnya. Kalau mau lebih yakin, jawab juga {left} pertanyaan lainnya, kira-kira "
    "{minutes} menit; jawabanmu tadi tetap dipakai.",
    "You can see the result now. To be surer still, answer the other {left} question{left_s}, too, in about "
    "{minutes} minute{minutes_s}; what you answered still counts.",
)
TIE_OFFER = Text(
    "Masih ada {left} pertanyaan, kira-kira {minutes} menit. Jawabannya bisa menentukan; jawabanmu tadi tetap dipakai.",
    "You can answer {left} more question{left_s}, in about {minutes} minute{minutes_s}. That may settle it; what you "
    "answered still counts.",
)
DECIDED_TITLE = Text("Peran teratasmu sudah pasti.", "Your leading role is settled.")
DECIDED_OFFER = Text(
    "Apa pun jawabanmu untuk {left} pertanyaan yang tersisa, urutan pertama tidak akan berubah. Kalau diteruskan, "
    "alasannya jadi lebih lengkap.",
    "Whatever you answer to the {left} remaining question{left_s}, the role in first place stays the same. Going on "
    "makes the reasons more complete.",
)
SEE_RESULT = Text("Lihat hasilnya", "See the result")
ANSWER_REST = Text("Jawab sisanya", "Answer the rest")
RESUME_TITLE = Text(
    "Kamu sudah menjawab {answered} pertanyaan.", "You have answered {answered} question{answered_s} so far."
)
RESUME = Text("Lanjutkan", "Continue")
RESUME_OTHER = Text("Pilih kuis lain yang belum selesai", "Choose another unfinished one")
START_ANEW = Text("Mulai baru", "Start anew")
ANEW_KEEPS = Text(
    "Kalau kamu mulai baru, yang belum selesai ini tetap tersimpan.",
    "If you start anew, this unfinished quiz stays saved.",
)
LEAVE_TITLE = Text("Keluar sekarang?", "Leave now?")
LEAVE_LOSES = Text(
    "Jawaban yang tidak tersimpan akan hilang.",
    "Answers that are not saved will be lost.",
)
STAY = Text("Lanjut menjawab", "Keep answering")
LEAVE = Text("Keluar", "Leave")

# The result.
PROFILE_READ = Text("Baca profilnya", "Read its profile")
PROFILES_READ = Text("Baca profil", "Read a profile")
PROFILE_WHICH = Text("Profil peran yang mana?", "The profile of which role?")
REALITY_TAKE = Text("Cek realita", "Check reality")
REALITY_WHICH = Text("Cek realita untuk peran yang mana?", "Check reality for which role?")
REPORT_SAVE = Text("Simpan laporan", "Save a report")
ANSWER_MORE = Text("Jawab {left} pertanyaan lagi", "Answer {left} more question{left_s}")
TO_RESULT = Text("Kembali ke hasil", "Back to the result")
REPORT_SAVED = Text("Laporan tersimpan", "Report saved")
REPORT_UNSAVED = Text("Laporan belum tersimpan", "Report not saved")
REPORT_NAME = Text(
    "Nama siapa yang ditulis di laporan? Boleh dikosongkan.", "Whose name goes on the report? It may be left empty."
)
REPORT_SPOKEN = Text(
    "Nama siapa yang ditulis di laporan? Ketik - kalau tanpa nama.",
    "Whose name goes on the report? Type - for no name.",
)
SAVES = Text("simpan", "save")

# The reality check.
REALITY_ASK = Text("Benar atau tidak?", "True or not?")
TRUE = Text("Benar", "True")
NOT_TRUE = Text("Tidak benar", "Not true")
BELIEVED = Text("Yang sering dikira", "What people believe")
STATEMENT = Text("Pernyataannya", "The statement")
NEXT = Text("Lanjut", "Next")
DONE = Text("Selesai", "Done")

# Help.
HELP_TITLE = Text("Bantuan", "Help")
HELP_NUMBERS = Text("jawab langsung", "answer at once")
HELP_ARROWS = Text("pilih, lalu jawab", "choose, then answer")
HELP_BACK = Text("pertanyaan sebelumnya", "the question before")
HELP_LANGUAGE = Text("ganti bahasa", "change language")
HELP_LEAVE_UNKEPT = Text("keluar tanpa menyimpan", "leave without saving")
HELP_HOW = Text(
    "Jawab sesuai dirimu sekarang, bukan dirimu yang kamu inginkan. Belum pernah mengalaminya? Bayangkan apa yang akan "
    "kamu lakukan. Kalau ragu, jawaban pertama biasanya paling pas.",
    "Answer as you are now, not as you would like to be. Never been in that situation? Picture what you would do. When "
    "in doubt, your first answer is usually the best.",
)
RETURN = Text("Kembali ke pertanyaan", "Back to the question")
HELP_CHOOSE = Text("pilih langsung", "choose at once")
HELP_MARK = Text("ambil yang ditandai", "take what is marked")
HELP_ENTER = Text("sama dengan {n}", "the same as {n}")
HELP_PAGE_BACK = Text("halaman sebelumnya", "the page before")
RETURN_PAGE = Text("Kembali", "Back")

# Keys, on the last line.
ANSWERS = Text("jawab", "answer")
CHOOSES = Text("pilih", "choose")
GOES_ON = Text("lanjut", "go on")
ENDS = Text("selesai", "done")
STARTS = Text("mulai", "start")
BACK = Text("kembali", "back")
SKIPS = Text("lewati", "skip")
LEAVES = Text("keluar", "leave")
SAVES_AND_LEAVES = Text("simpan & keluar", "save & leave")
HELPS = Text("bantuan", "help")
OTHER_LANGUAGE = Text("English", "Indonesia")
MORE_BELOW = Text("PgUp/PgDn geser", "PgUp/PgDn scroll")
MORE_TO_READ = Text("↑ ↓ geser", "↑ ↓ scroll")

# The plain face.
PLAIN_ENTER = Text("Enter = {taken}", "Enter = {taken}")
PLAIN_TO = Text("sampai", "to")
PLAIN_OR = Text("atau", "or")
PLAIN_UNKNOWN = Text("Itu tidak bisa dipakai di sini. Ketik: {keys}.", "That can't be used here. Type: {keys}.")
PLAIN_EARLY = Text(
    "Yang diketik sebelum ini tampil tidak dipakai. Ketik lagi.",
    "What was typed before this was shown is not used. Type it again.",
)
PLAIN_NEXT = Text("Yang bisa kamu buka sekarang:", "What you can open now:")
PLAIN_RESULT = Text("Hasilmu sudah jadi.", "Your result is ready.")
