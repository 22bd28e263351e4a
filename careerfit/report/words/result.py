"""The words of the result: headlines, labels and sentences, in both languages, with named places to fill."""

from __future__ import annotations

from careerfit.core.model import VerdictKind
from careerfit.text import Text

# The headline and the sentence under it.
CLEAR = Text("Paling cocok: {role}", "Best match: {role}")
CLEARLY = Text("Jelas: {people} paling cocok di peran ini.", "Clear: {people} fit this role best.")
FAIRLY_CLEARLY = Text("Cukup jelas: {people} paling cocok di peran ini.", "Fairly clear: {people} fit this role best.")
TIE = Text("Kamu cocok untuk {count} peran: {roles}.", "{count} roles suit you: {roles}.")
TIE_LOW = Text("Yang paling dekat denganmu: {roles}.", "Closest to you: {roles}.")
TIE_SHARE = Text("{people} paling cocok di salah satunya.", "{people} fit one of these best.")
TIE_EVEN = Text("Mana yang lebih pas belum bisa dipastikan.", "Which of them fits best can't be told yet.")
TIE_LEAN = Text(
    "Jawabanmu lebih condong ke {role}, tetapi belum cukup untuk memastikannya.",
    "Your answers lean toward {role}, but not enough to be sure.",
)
UNCLEAR_NONE = Text(
    "Belum ada pertanyaan yang kamu jawab, jadi belum ada yang bisa dibandingkan.",
    "You haven't answered any question yet, so there is nothing to compare.",
)
UNCLEAR_ALIKE = Text(
    "Semua jawabanmu sama, jadi peran-peran ini tidak bisa dibedakan.",
    "All your answers are the same, so the roles can't be told apart.",
)
UNCLEAR_ALIKE_APART = Text(
    "Semua pernyataan kamu jawab sama, jadi beda antara peran-peran ini belum bisa dipercaya.",
    "You answered all statements alike, so what sets the roles apart here can't be relied on yet.",
)
UNCLEAR_FEW = Text(
    "Baru {answered} dari {total} pertanyaan yang kamu jawab; itu masih terlalu sedikit untuk membedakan perannya.",
    "You have answered {answered} of {total} questions; that is still too few to tell the roles apart.",
)
UNCLEAR_EQUAL = Text(
    "Yang kamu jawab sejauh ini belum membedakan peran-peran ini.",
    "What you have answered so far doesn't tell the roles apart.",
)
UNCLEAR_FLAGGED = Text(
    "Jawabanmu condong ke {role}, tetapi cara menjawabnya membuat itu belum bisa dipastikan.",
    "Your answers lean toward {role}, but the way they were given leaves that uncertain.",
)
UNCLEAR_SPREAD = Text(
    "Itu wajar: peluangnya terbagi di beberapa peran, dan jawabanmu belum condong jelas ke salah satunya.",
    "That is quite normal: the chances are spread over several roles, and your answers don't clearly lean toward one.",
)
MISFIT = Text(
    "Bidang ini tampaknya belum cocok untukmu.", "This line of work doesn't seem to suit you, at least for now."
)
MISFIT_KIND = Text(
    "Itu bukan penilaian atas dirimu. Peran-peran ini bertumpu pada hal yang, menurut jawabanmu, belum menjadi "
    "kekuatanmu; di bidang lain, hal itu bisa jadi tidak sepenting di sini.",
    "That is no judgement of you. These roles rest on something that, by your answers, is not a strength of yours so "
    "far; in other lines of work it may matter far less.",
)

# The bars.
_BEST = Text("Peluang menjadi yang paling cocok", "Chance of being the best match")
CHANCES: dict[VerdictKind, Text] = {
    "clear": _BEST,
    "tie": _BEST,
    "unclear": Text("Sejauh ini, peluang menjadi yang paling cocok", "So far, the chance of being the best match"),
    "misfit": Text(
        "Kalau tetap ingin membandingkan: peluang menjadi yang paling cocok",
        "If you still want to compare: the chance of being the best match",
    ),
}
SCORE_MEANS = Text(
    "Skor: dari 0 sampai 100, seberapa dekat jawabanmu dengan yang diminta peran itu; 50 berarti di tengah-tengah.",
    "Score: from 0 to 100, how close your answers come to what that role asks for; 50 lies in the middle.",
)
RANK = Text("Urutan", "Rank")
CHANCE = Text("Peluang", "Chance")
FIELD_HIGH = Text("Secara umum, bidang ini cocok untukmu", "The field as a whole suits you")
FIELD_MIDDLE = Text(
    "Untuk bidang ini secara umum, jawabanmu di tengah-tengah",
    "For the field as a whole, your answers lie in the middle",
)
FIELD_MEAN = Text("Rata-rata semua yang diminta bidang ini", "The mean of all that this field asks for")
FIELD_LOW = Text("Secara umum, bidang ini kurang dekat denganmu", "The field as a whole is not very close to you")
OF_HUNDRED = Text("{n} dari 100", "{n} of 100")
FIELD_BREAKS = Text(
    "Rata-rata ini tidak mengubahnya: yang disebut di atas adalah alasan tidak cocok di hampir semua deskripsi.",
    "This mean does not change it: what stands above is a reason not to fit in nearly all the descriptions.",
)
FIELD_SAME = Text(
    "Ini sama untuk semua peran di sini; urutannya ditentukan ciri khas tiap peran.",
    "That is the same for all roles here; their order comes from what is special about each.",
)

WHOLE_FIELD = Text("Untuk seluruh bidang ini", "For the whole field")
OF_FIVE = Text("{n} dari 5", "{n} of 5")

# Why, and why not.
WHY = Text("Kenapa {role}", "Why {role}")
WHY_NOTHING = Text(
    "Belum ada ciri khas peran ini yang menonjol dalam jawabanmu.",
    "Nothing special about this role stands out in your answers yet.",
)
YOU = Text("kamu {answers}", "you {answers}")
NOT_ANSWERED = Text("belum kamu jawab", "not answered yet")
POINTS_SAID = Text("{points} poin", "{points} points")
GAP_FACET = Text("{facet} ({said}): {points} poin", "{facet} ({said}): {points} points")
CHOSEN = Text("kamu pilih", "you preferred it")
NOT_CHOSEN = Text("tidak kamu pilih", "you did not prefer it")
DUEL_WON = Text("dipilih", "preferred")
DUEL_LOST = Text("tidak dipilih", "not preferred")
YOU_ALOUD = Text("kamu {answers} dari {steps}", "you {answers} out of {steps}")
CHOSEN_ALOUD = Text("dipilih di pilihan berpasangan", "chosen in a pair")
NOT_CHOSEN_ALOUD = Text("tidak dipilih di pilihan berpasangan", "not chosen in a pair")
LEGEND = Text(
    "▲ mendukung, ▼ sebaliknya. Angkanya jawabanmu, 1 sampai 5: makin tinggi makin kuat (pernyataan yang berlawanan "
    "arah sudah dibalik).",
    "▲ speaks for it, ▼ against it. The numbers are your answers, 1 to 5: the higher, the stronger (statements that "
    "point the other way are turned round).",
)
LEGEND_BRIEF = Text(
    "▲ mendukung, ▼ sebaliknya; angka 1–5: jawabanmu (yang terbalik dibalik).",
    "▲ for it, ▼ against it; numbers 1–5: your answers (reversed ones flipped).",
)
SUPPORTS = Text("mendukung", "speaks for it")
OPPOSES = Text("tidak mendukung", "speaks against it")
GUESSED_RIGHT = Text("tebakanmu tepat", "your guess was right")
GUESSED_WRONG = Text("tebakanmu keliru", "your guess was wrong")
PASSED_OVER = Text("dilewati", "skipped")
NOT_ASKED = Text("Kekuatanmu ini tidak diminta peran ini.", "This strength of yours is not asked for in this role.")
WHY_NOT = Text("Kenapa bukan {other}", "Why not {other}")
WHY_NOT_GAP = Text(
    "Selisihnya {gap} poin dari 100. Yang paling menentukan:",
    "The gap is {gap} points of 100. What decides it most:",
)
APART = Text("Yang membedakan {roles}", "What separates {roles}")
APART_LEAD = Text(
    "Ada yang cocok denganmu di masing-masing. Coba bayangkan: mana yang lebih ingin kamu jalani sehari-hari?",
    "There is something in each that goes with your answers. Picture it: which would you rather do day after day?",
)
APART_ASK = Text(
    "Coba bayangkan: mana yang lebih ingin kamu jalani sehari-hari?",
    "Picture it: which would you rather do day after day?",
)
ONLY_HERE = Text("{role} lebih menekankan:", "{role} puts more weight on:")
OWN_WORDS = Text("{role}, kata profilnya", "{role}, in the words of its profile")

ASKS_MORE_STRONG = Text(
    "Lebih diminta {a}, dan jawabanmu kuat di sini:", "Asked for more by {a}, and your answers here are strong:"
)
ASKS_MORE_WEAK = Text(
    "Lebih diminta {a}, tetapi jawabanmu rendah di sini:", "Asked for more by {a}, but your answers here are low:"
)
WEIGHS_MORE_STRONG = Text(
    "Bobotnya lebih besar di skor {a}, dan jawabanmu kuat di sini:",
    "This weighs more in the score of {a}, and your answers here are strong:",
)
WEIGHS_MORE_WEAK = Text(
    "Bobotnya lebih besar di skor {a}, tetapi jawabanmu rendah di sini:",
    "This weighs more in the score of {a}, but your answers here are low:",
)
REST = Text("Selebihnya, digabung: {points} poin.", "Everything else together: {points} points.")
UNANSWERED_FACETS = Text("Yang belum kamu jawab", "What you haven't answered")

# What to weigh, what would change it.
WEIGH = Text("Yang perlu kamu pertimbangkan", "What to bear in mind")
ALERT_LEAD = Text("Deskripsi {role} berkata", "The description of {role} says")
ALERT_LOW = Text("Jawabanmu rendah untuk {facets}.", "Your answers are low for {facets}.")
FACET_VALUE = Text("{facet} ({value} dari 5)", "{facet} ({value} of 5)")
CHANGE = Text("Yang bisa mengubah hasil", "What could change the result")
FLIP = Text("Kalau {changes}, {role} naik ke urutan pertama.", "If you answer {changes}, {role} comes first.")
FLIP_CHANGE = Text("“{statement}” kamu jawab {after} (bukan {before})", "“{statement}” with {after} (not {before})")
SOLID = Text(
    "Mengubah satu atau dua jawaban tidak cukup: paling sedikit {n} jawaban harus berubah sebelum peran lain naik ke "
    "urutan pertama.",
    "Changing one or two answers is not enough: at least {n} would have to change before another role comes first.",
)
FIXED = Text(
    "Perubahan jawaban apa pun tidak akan membuat peran lain naik ke urutan pertama.",
    "No change of answers would put another role first.",
)

# What shows already; the field does not fit.
SHOWS = Text("Ini yang sudah terlihat dari jawabanmu", "This much your answers do show")
STRONG_IN = Text("Kamu kuat di", "You are strong in")
LOW_IN = Text("Jawabanmu rendah di", "Your answers are low in")
ASKED_BY = Text("paling diminta {roles}", "asked for most by {roles}")
ASKED_BY_ALL = Text("diminta semua peran di sini", "asked for by all roles here")
BECAUSE = Text("Ini sebabnya, dengan kata-kata deskripsinya", "This is why, in the words of the descriptions")
BREAKER = Text("{family}: rata-rata jawabanmu {value} dari 5", "{family}: your answers average {value} of 5")

STRONG_ELSEWHERE = Text("Kekuatanmu, yang bisa kamu bawa ke bidang lain", "Strengths of yours to take elsewhere")

# How the answers were given.
QUALITY = Text("Tentang jawabanmu", "About your answers")
FLAGS = {
    "long_run": Text(
        "Ada deretan panjang jawaban yang sama persis. Kalau memang begitu adanya, tidak apa-apa.",
        "There is a long run of exactly the same answer. If that is how it is, that is fine.",
    ),
    "inconsistent": Text(
        "Jawabanmu sulit dijelaskan sebagai satu pola. Coba baca ulang yang membuatmu ragu.",
        "Your answers are hard to explain as one pattern. Have another look at those that made you hesitate.",
    ),
    "fast": Text(
        "Sebagian pertanyaan kamu jawab dalam kurang dari dua detik. Kalau ada waktu, ulangi dengan lebih santai.",
        "Some questions were answered in under two seconds. If you have time, take them again at leisure.",
    ),
}
CONTRADICTS = Text(
    "Beberapa jawabanmu saling bertolak belakang. Coba baca ulang:",
    "Some of your answers contradict each other. Have another look at these:",
)
OPPOSITES = Text(
    "“{first}” dan “{second}” berlawanan arah; kamu jawab {one} dan {other}.",
    "“{first}” and “{second}” point opposite ways; you answered {one} and {other}.",
)
ANSWERED = Text("{answered} dari {total} pertanyaan dijawab.", "{answered} of {total} questions answered.")

# What one does in a role.
DUTIES = Text("Sehari-hari sebagai {role}", "What you would do all day: {role}")
DUTIES_EACH = Text("Sehari-hari di tiap peran", "What you would do all day")

# Steps to take in life.
TALK = Text("Bicara", "Talk")
TALK_ROLE = Text(
    "Cari orang yang bekerja sebagai {role}, lewat guru, alumni, keluarga, atau langsung ke kantornya. Minta waktu 15 "
    "menit, lalu tanyakan:",
    "Find someone who works as {role}, through teachers, alumni, family or the office itself. Ask for 15 minutes of "
    "their time, then:",
)
TALK_ROLES = Text(
    "Cari satu orang untuk tiap peran ini, lewat guru, alumni, keluarga, atau langsung ke kantornya. Minta waktu 15 "
    "menit, lalu tanyakan:",
    "Find someone for each of these roles, through teachers, alumni, family or the office itself. Ask for 15 minutes "
    "of their time, then:",
)
TALK_FRIEND = Text(
    "Minta orang yang mengenalmu baik, misalnya teman, orang tua, atau guru, menebak beberapa jawabanmu. Bicarakan "
    "yang tebakannya berbeda.",
    "Let someone who knows you well, such as a friend, a parent or a teacher, guess some of your answers. Talk about "
    "those where the guess differs.",
)
TALK_ELSEWHERE = Text(
    "Ceritakan hasil ini kepada orang yang mengenalmu baik, atau guru BK. Tanyakan: “Kapan saya terlihat paling "
    "bersemangat, dan di bidang apa itu berguna?”",
    "Tell someone who knows you well, or a school counsellor, about this result. Ask: “When do I seem keenest, and in "
    "what lines of work is that of use?”",
)
READING = Text("Baca", "Read")
READ_ADVERTS = Text(
    "Baca dua atau tiga lowongan kerja sebagai {role}. Tandai yang sudah bisa kamu lakukan, dan yang masih harus kamu "
    "pelajari.",
    "Read two or three job adverts for {role}. Mark what you can do already, and what you would have to learn.",
)
READ_EACH = Text(
    "Baca satu lowongan kerja untuk tiap peran ini, lalu bandingkan: tugas siapa yang membuatmu ingin mendaftar?",
    "Read one job advert for each of these roles and compare: whose tasks make you want to apply?",
)
READ_NEAREST = Text(
    "Baca lowongan kerja sebagai {roles}, yang paling dekat dengan jawabanmu sejauh ini. Tandai tugas yang ingin kamu "
    "coba.",
    "Read job adverts for {roles}, which come closest to your answers so far. Mark the tasks that you would like to "
    "try.",
)
READ_ANY = Text(
    "Baca satu lowongan kerja untuk tiap peran di sini. Tandai tugas yang ingin kamu coba.",
    "Read one job advert for each of the roles here. Mark the tasks that you would like to try.",
)
READ_ELSEWHERE = Text(
    "Baca beberapa lowongan kerja di bidang lain. Tandai yang meminta kekuatanmu, dan tugas yang ingin kamu coba.",
    "Read some job adverts in other fields. Mark those that ask for your strengths, and tasks that you would like to "
    "try.",
)
TRYING = Text("Coba", "Try")
TRY_SMALL = Text(
    "Coba dulu kecil-kecilan, lewat organisasi, kegiatan sukarela, atau magang. Sesudahnya tanya dirimu: mau lagi?",
    "Try it on a small scale, in a club, as a volunteer or in an internship. Then ask yourself: would you do it again?",
)

# Where to go from here, with this program.
WITH_PROGRAM = Text("Dengan program careerfit, di terminal", "With the careerfit program, in a terminal")
NEXT = Text("Langkah berikutnya", "Next steps")
CHECK_REALITY = Text("Cek realita: benar atau tidak?", "Check reality: true or not?")
COMPARE = Text("Bandingkan {roles}", "Compare {roles}")
SAVE = Text(
    "Simpan laporan untuk dibawa; kode di ujungnya menyimpan semua jawabanmu",
    "Save a report to take along; the code at the end holds all your answers",
)
ONWARD = Text(
    "Jawab pertanyaan yang belum ditanyakan; jawabannya bisa menentukan",
    "Answer the questions that were not asked yet; they may settle it",
)
REMAINING = Text(
    "Jawab semua {total} pertanyaan, dari awal; {left} yang belum dijawab bisa menentukan",
    "Answer all {total} questions, from the first; the {left} not answered yet may settle it",
)
ANSWER_SOME = Text("Jawab pertanyaannya", "Answer the questions")
AGAIN = Text("Ulangi dengan santai", "Take it again at leisure")
BROWSE = Text("Lihat semua peran", "See all roles")
ASK_DUTY = Text(
    "Deskripsinya menyebut “{phrase}”. Seperti apa itu dalam seminggu kerja biasa?",
    "The description says “{phrase}”. What does that look like in an ordinary week?",
)
ASK_REALITY = Text(
    "Ada yang bilang: “{statement}” Bagaimana kenyataannya di lapangan?",
    "Some people say: “{statement}” What is it really like where you work?",
)
ASK_WEAK = Text(
    "Yang diminta antara lain “{phrase}”, dan saya belum kuat di situ. Bagaimana orang baru biasanya mempelajarinya?",
    "It asks for “{phrase}”, which I am not strong in yet. How do newcomers usually learn that?",
)
CODE = Text("Kode jawaban", "Answer code")
CODE_USE = Text(
    "Kode jawaban, untuk menampilkan lagi hasil yang sama persis", "The answer code, which replays exactly this result"
)
NOTE = Text(
    "Hasil ini membandingkan jawabanmu dengan deskripsi peran; ini bahan pertimbangan, bukan tes psikologi. "
    "Peluangnya dihitung dari seberapa goyah jawaban seperti ini pada umumnya.",
    "This result compares your answers with the role descriptions; it is something to think with, not a psychological "
    "test. The chances follow from how much answers like these usually waver.",
)
RESTS_ON = Text(
    "Peluang-peluang ini hanya sebaik deskripsi perannya, dan caranya menghitung diuji pada orang buatan, bukan pada "
    "orang sungguhan.",
    "These chances are only as good as the role descriptions, and the way they are worked out was tried on made-up "
    "people, not on real ones.",
)

# In short, and page by page.
WHY_NOT_SECOND = Text("Kenapa bukan yang kedua", "Why not the second")
APART_TWO = Text("Yang membedakan keduanya", "What separates the two")
APART_MORE = Text("Yang membedakan ketiganya", "What separates the three")
ALL_SHOWN = Text("Semua yang terlihat", "All that shows")
ALL_BECAUSE = Text("Sebabnya selengkapnya", "The reasons in full")
TO_WEIGH = Text("Yang perlu ditimbang", "What to bear in mind")
KEPT = Text(
    "Tersimpan di komputer ini sebagai hasil {number}. Lihat semuanya, atau hapus:",
    "Kept on this computer as result {number}. See all of it, or delete it:",
)
KEPT_SINCE = Text(
    "Tersimpan di komputer ini sebagai hasil {number}. Lihat semuanya, bandingkan dengan hasil {before}, atau hapus:",
    "Kept on this computer as result {number}. See all of it, compare it with result {before}, or delete it:",
)
ALL_OF_IT = Text(
    "Semua alasan dan langkah berikutnya: ulangi perintah ini dengan --verbose.",
    "All reasons and next steps: repeat this command with --verbose.",
)

# All points.
SCORE = Text("Skor", "Score")
POINTS_TITLE = Text("Semua poin", "All points")
POINTS_LEAD = Text(
    "Setiap skor adalah 50 ditambah poin-poin ini. Kolom bernomor: peran menurut urutan di atas.",
    "Each score is 50 plus these points. Numbered columns: the roles in the order above.",
)
POINTS_START = Text("Titik tengah", "Starting point")
VALUE = Text("nilaimu", "you")

# The page to take along.
REPORT = Text("Laporan kecocokan karier", "Career-fit report")
ANSWERED_ON = Text("Dijawab pada {day}", "Answered on {day}")
MADE_ON = Text("Dibuat pada {day}", "Made on {day}")
OTHER_LANGUAGE = Text("Baca dalam bahasa Indonesia", "Read in English")
WHY_EACH = Text("Kenapa masing-masing", "Why each of them")
FACETS = Text("Jawabanmu di samping yang diminta", "Your answers beside what is asked for")
FACETS_LEAD = Text(
    "Titik: rata-rata jawabanmu, dari 1 di kiri sampai 5 di kanan; garis tengah 3.",
    "The dot: the mean of your answers, from 1 on the left to 5 on the right; the middle line is 3.",
)
FACET = Text("Hal yang ditanyakan", "What was asked about")
YOUR_VALUE = Text("Jawabanmu", "Your answers")
HOW_TO_READ = Text("Cara membaca laporan ini", "How to read this report")
HOW_TO_READ_TEXT = Text(
    "Seseorang menilai pernyataan tentang dirinya dari 1 (sangat tidak sesuai) sampai 5 (sangat sesuai). Program "
    "membandingkan jawaban itu dengan deskripsi {count} peran dan menyebut mana yang paling dekat. “Cocok” dan “tidak "
    "cocok” adalah kata-kata deskripsinya. Peluang seperti “8 dari 10” berarti: di antara 10 orang yang disimulasikan "
    "dengan jawaban seperti ini, kira-kira 8 memang paling dekat dengan peran itu.",
    "Someone rates statements about themselves from 1 (not like me at all) to 5 (very much like me). The program "
    "compares these answers with the descriptions of {count} roles and says which come closest. “Cocok” (suited) and "
    "“tidak cocok” (not suited) are the descriptions' own words. A chance such as “8 in 10” means: of 10 simulated "
    "people with answers like these, about 8 were indeed closest to that role.",
)
ALL_ANSWERS = Text("Semua jawaban", "All answers")
REVERSED = Text("berlawanan arah", "points the other way")
