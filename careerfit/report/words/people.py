"""What is said of a class: of each person in a few words, and of what to talk about with whom."""

from __future__ import annotations

from careerfit.text import Text

KINDS = ("misfit", "inconsistent", "alike", "unclear", "few", "unreadable", "silent", "tie", "clear")
"""What may be the matter with somebody's result, the first to be talked about first."""
NAMES = {
    "misfit": Text("Bidangnya belum cocok", "The field doesn't fit yet"),
    "inconsistent": Text("Jawaban sulit dibaca", "Answers hard to read"),
    "alike": Text("Semua dijawab sama", "Everything answered alike"),
    "unclear": Text("Belum ada yang menonjol", "Nothing stands out yet"),
    "few": Text("Baru sedikit yang dijawab", "Only a little answered"),
    "unreadable": Text("Belum bisa dihitung", "Can't be scored yet"),
    "silent": Text("Belum menjawab", "Nothing answered yet"),
    "tie": Text("Dua atau tiga peran bersaing", "Two or three roles in the running"),
    "clear": Text("Satu peran jelas", "One clear role"),
}
LOOK = {
    "misfit": Text(
        "Jawabannya rendah pada hal yang hampir semua peran di bidang ini minta, walau yang lain mungkin tinggi. Mulai "
        "dari minatnya yang lain.",
        "Low on something that nearly every role of this field asks for, high as others may be. Begin with what else "
        "interests them.",
    ),
    "inconsistent": Text(
        "Jawabannya sulit dijelaskan sebagai satu pola: mungkin terburu-buru, atau salah paham. Ajak mengisi lagi.",
        "The answers are hard to explain as one pattern: in haste, perhaps, or misread. Offer to fill it in once more.",
    ),
    "alike": Text(
        "Jawaban yang sama semua tidak membedakan peran. Tanyakan apa yang membuatnya begitu.",
        "Answers that are all alike tell no roles apart. Ask what lies behind that.",
    ),
    "unclear": Text(
        "Lebih dari tiga peran masih sama mungkin. Bicarakan kegiatan yang disukainya, lalu coba lagi lain waktu.",
        "More than three roles are still about as likely. Talk about what they like doing, and try again later.",
    ),
    "few": Text(
        "Kurang dari setengah pernyataan dijawab, jadi hasilnya masih bisa berubah. Minta melengkapinya.",
        "Less than half of the statements are answered, so the result may still change. Ask them to complete it.",
    ),
    "unreadable": Text(
        "Kode atau isiannya tidak terbaca; kolom terakhir tabel Excel menyebutkan sebabnya.",
        "The code or the cells could not be read; the last column of the Excel table says why.",
    ),
    "silent": Text(
        "Barisnya ada, tetapi tidak ada pernyataan yang dijawab.",
        "There is a row, but no statement in it is answered.",
    ),
    "tie": Text(
        "Bandingkan peran-peran itu bersama: pekerjaan mana yang ia bayangkan dilakukan setiap hari?",
        "Compare these roles together: which of the work can they see themselves do every day?",
    ),
    "clear": Text("Cocokkan dengan cita-citanya sendiri.", "Hold it against their own hopes."),
}
"""Why to talk to somebody, and how to begin."""
HINTS = {
    "inconsistent": Text("ajak mengisi sekali lagi", "offer to fill it in again"),
    "alike": Text("tanyakan mengapa semua sama", "ask why all are alike"),
    "unclear": Text("bicarakan kegiatan yang disukai", "talk about what they like doing"),
    "few": Text("minta melengkapi", "ask them to complete it"),
    "unreadable": Text("periksa barisnya di file jawaban", "look at the row in the file of answers"),
    "broken": Text(
        "kodenya salah ketik atau terpotong; minta dikirim lagi", "the code is mistyped or cut off; ask for it again"
    ),
    "missing": Text("di sel kodenya tidak ada kode", "no code is in the cell for it"),
    "silent": Text("minta mengisi", "ask them to fill it in"),
    "tie": Text("bandingkan peran-peran itu bersama", "compare these roles together"),
}
"""The same in a few words."""
LOW_ON = Text("{family}: {value} dari 5", "{family}: {value} of 5")
RUN = Text("ada deretan panjang jawaban yang sama", "a long run of the same answer")
GAPS = Text("{count} pernyataan tidak dijawab", "{count} statement{count_s} unanswered")
CELLS = Text("ada isian yang tidak terbaca", "some cells could not be read")

TITLE = Text("Hasil kelas: {people} orang", "Results of the class, {people} in all")
UNCOUNTED = Text(
    "Tidak ikut dihitung: {silent} yang belum menjawab, {bad} yang belum bisa dihitung.",
    "Not counted: {silent} who answered nothing, {bad} who can't be scored yet.",
)
CHECK = Text("Periksa dulu", "Check first")
SAME_NAME = Text(
    "Nama yang sama: {who}. Dua orang, atau satu orang yang mengisi dua kali?",
    "The same name: {who}. Two people, or one who filled it in twice?",
)
SAME_ANSWERS = Text(
    "Jawaban yang persis sama: {who}. Mungkin satu kode tertempel dua kali, atau ada yang mengirim kode temannya. "
    "Tanyakan milik siapa, hapus baris yang lain dari filenya, lalu hitung lagi.",
    "Exactly the same answers: {who}. One code may have been pasted twice, or somebody sent that of a friend. Ask "
    "whose it is, remove the other row from the file, and score it again.",
)
CODE_BROKEN = Text(
    "Kode yang salah ketik atau terpotong, jadi belum bisa dihitung: {who}. Minta kodenya dikirim lagi, seluruhnya.",
    "A code that is mistyped or cut off, so not scored yet: {who}. Ask for the code again, all of it.",
)
CODE_MISSING = Text(
    "Tidak ada kode di sel kodenya, jadi belum bisa dihitung: {who}. Kalau itu sambungan pesan di baris atasnya, hapus "
    "barisnya; kalau bukan, minta kodenya.",
    "No code is in the cell for it, so these can't be scored yet: {who}. Where that is the rest of a message from the "
    "row above, remove the row; otherwise ask for the code.",
)
ROW_BROKEN = Text(
    "Belum bisa dihitung: {who}. Kolom 'Isian yang tidak terbaca' menyebutkan sebabnya.",
    "Can't be scored yet: {who}. The column 'Cells that could not be read' says why.",
)
WITHOUT_NAME = Text(
    "Tanpa nama, jadi disebut menurut barisnya: {who}.", "Without a name, and so called by the row: {who}."
)
AND_MORE = Text("{count} lagi", "{count} more")
IN_ROW = Text("{name} (baris {row})", "{name} (row {row})")
NAMED_LIKE = Text("namanya sama dengan {who}", "the same name as {who}")
ANSWERED_LIKE = Text("jawabannya persis sama dengan {who}", "exactly the same answers as {who}")
MADE = Text("Dibuat {day}", "Made on {day}")
PRIVATE = Text(
    "Halaman ini memuat nama. Simpan seperti nilai: bagikan tiap laporan hanya kepada orangnya.",
    "This page has names in it. Keep it as you keep marks: give each report to its own person alone.",
)
VERDICTS = Text("Seberapa jelas hasilnya", "How clear the results are")
LEADERS = Text("Peran yang paling atas", "The role at the top")
LEADERS_NOTE = Text(
    "Peran pertama dari {people} yang perannya jelas atau bersaing; peran kedua dan ketiga tidak ikut dihitung.",
    "The first role of {people} with a clear one or several in the running; second and third ones don't count.",
)
TALK = Text("Bicara dulu dengan siapa, dan mengapa", "Whom to talk to first, and why")
NOBODY_FIRST = Text("Tidak ada yang mendesak: semua hasilnya jelas.", "Nobody in particular: all results are clear.")
EVERYONE = Text("Semua orang", "Everyone")
ROW = Text("Baris {row}", "Row {row}")
HEADS = {
    "name": Text("Nama", "Name"),
    "row": Text("Baris di filenya", "Row in the file"),
    "class": Text("Kelas", "Class"),
    "verdict": Text("Hasil", "Result"),
    "roles": Text("Peran", "Roles"),
    "chance": Text("Peluang", "Chance"),
    "look": Text("Yang perlu dilihat", "What to look at"),
    "answered": Text("Dijawab (dari {of})", "Answered (of {of})"),
    "field": Text("Kecocokan bidang (0–100)", "Fit with the field (0–100)"),
    "code": Text("Kode jawaban", "Answer code"),
    "error": Text("Isian yang tidak terbaca", "Cells that could not be read"),
}
TABLE = Text("Tabel untuk Excel", "Table for Excel")
HOW = Text(
    "Peluang berarti: dari 10 orang dengan jawaban seperti ini, berapa yang peran itu memang paling cocok; untuk dua "
    "atau tiga peran, dihitung bersama. Ini bahan bicara, bukan keputusan.",
    "A chance means: of 10 people with answers like these, for how many that role is the best match; two or three "
    "roles count together. It is something to talk about, not a decision.",
)
SHEET = Text("hasil", "results")
