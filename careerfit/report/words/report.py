"""The words of the table of points and of the page to take along, in both languages."""

from __future__ import annotations

from careerfit.text import Text

# With all details.
SCORE = Text("Skor", "Score")
POINTS = Text("poin", "points")
POINTS_TITLE = Text("Semua poin", "All points")
POINTS_LEAD = Text(
    "Skor dari 0 sampai 100: 50 ditambah poin dari tiap hal. Kolom bernomor: peran menurut urutan di atas.",
    "Scores from 0 to 100: 50 plus the points of each thing. Numbered columns: the roles in the order above.",
)
POINTS_START = Text("Titik tengah", "Starting point")
VALUE = Text("nilaimu", "you")

# The page to take along.
REPORT = Text("Laporan kecocokan karier", "Career-fit report")
OTHER_LANGUAGE = Text("Baca dalam bahasa Indonesia", "Read in English")
ROLE_NUMBER = Text("{n}: {role}", "{n}: {role}")
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
MADE_BY = Text("Dibuat dengan careerfit", "Made with careerfit")
