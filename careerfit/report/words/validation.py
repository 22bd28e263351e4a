"""The words of a study of people whose role is known, and of what real people add to a pack, in both languages."""

from __future__ import annotations

from careerfit.text import Text

# Both pages
TO = Text("sampai", "to")
TITLE = Text(
    "Seberapa sering careerfit menemukan peran orang yang perannya disebut di file",
    "How often careerfit finds the role of people whose role the file states",
)
TOPIC = Text(
    "{pack} {version} ({fingerprint}), dihitung {made}", "{pack} {version} ({fingerprint}), worked out on {made}"
)
PEOPLE = Text("{members} orang yang perannya diketahui", "{members} people whose role is known")
BESIDES = {
    "unknown": Text(
        "{count} isian lain tidak menyebut peran dari paket ini dan tidak dihitung.",
        "{count} more rows named no role of this pack and were left out.",
    ),
    "unknown few": Text(
        "Kurang dari lima isian lain tidak menyebut peran dari paket ini dan tidak dihitung.",
        "Fewer than five more rows named no role of this pack and were left out.",
    ),
    "again": Text(
        "{count} isian adalah jawaban kedua atau ketiga orang yang sama; selain di bagian “dijawab dua kali”, yang "
        "dihitung jawaban pertamanya.",
        "{count} rows are later answers of the same people; except under “answered twice”, their first ones count.",
    ),
    "again few": Text(
        "Kurang dari lima isian adalah jawaban kedua atau ketiga orang yang sama; yang dihitung jawaban pertamanya.",
        "Fewer than five rows are later answers of the same people, whose first ones count.",
    ),
    "doubtful": Text(
        "{count} orang menjawab sama semua, atau jawabannya sulit dijelaskan sebagai satu pola.",
        "{count} people answered all alike, or in a way that is hard to explain as one pattern.",
    ),
    "doubtful few": Text(
        "Kurang dari lima orang menjawab sama semua, atau jawabannya sulit dijelaskan sebagai satu pola.",
        "Fewer than five people answered all alike, or in a way that is hard to explain as one pattern.",
    ),
}
"""Whom else the file holds, by what a study calls them; ``few``: one to four, whose number is not told."""
WITHHELD = Text(
    "Kurang dari {few} orang: terlalu sedikit untuk disimpulkan, jadi tidak ada angka yang ditampilkan.",
    "Fewer than {few} people: too few to tell, so no figures are shown.",
)
TOO_FEW_OF = Text("Terlalu sedikit untuk disimpulkan: {names}.", "Too few to tell: {names}.")
HIDDEN_CELLS = Text(
    "“–”: satu sampai empat orang, atau angka yang bisa menunjukkannya; tidak ditampilkan.",
    "“–”: one to four people, or a figure that could tell of them; not shown.",
)
INTERVAL = Text("selang 95 %", "95 % interval")
N = Text("n", "n")
ROLE, SHARE, MEMBERS = Text("Peran", "Role"), Text("Bagian", "Share"), Text("Semua anggota", "All members")

# How often
RECOVERY = Text("Seberapa sering peran mereka ditemukan", "How often their role is found")
WHAT = Text("Peran mereka", "Their role")
FIRST = Text("di tempat pertama", "comes first")
FIRST_TWO = Text("di dua teratas", "is among the first two")
IN_TIE = Text("disebut dalam hasil seri", "is named by a tie")
CHANCE, PLAIN = Text("kebetulan", "by chance"), Text("rata-rata biasa", "plain mean")
DRAWN = Text("bootstrap", "bootstrap")
RECOVERY_NOTE = Text(
    "Kebetulan: hasil orang-orang ini dibagikan ulang secara acak di antara mereka (peran yang diundi: {lot}). "
    "Rata-rata biasa: peran diurutkan menurut rata-rata semua hal yang disebut deskripsinya; {compared}. Peran "
    "terbesar punya {largest} dari semua anggota. Bagian yang akan menunjukkan satu sampai empat orang ditulis "
    "sebagai rentang.",
    "By chance: the results of these people dealt anew among them (roles drawn by lot: {lot}). Plain mean: roles "
    "ranked by the mean of all that their descriptions name; {compared}. The largest role has {largest} of all "
    "members. A share that would tell of one to four people is given as a range.",
)
COMPARED = {
    "more": Text(
        "pada orang yang sama, peran di tempat pertama {by} poin lebih sering daripada dengan rata-rata itu "
        "(selisihnya antara {low} dan {high})",
        "with the same people, their role comes first {by} points more often than with that mean (a difference "
        "between {low} and {high})",
    ),
    "less": Text(
        "pada orang yang sama, peran di tempat pertama {by} poin lebih jarang daripada dengan rata-rata itu "
        "(selisihnya antara {low} dan {high})",
        "with the same people, their role comes first {by} points less often than with that mean (a difference "
        "between {low} and {high})",
    ),
}
UNPROVED = Text("; perbedaan belum terbukti", "; no difference could be shown")
NOT_COMPARED = Text(
    "selisihnya tidak ditampilkan, karena akan menunjukkan satu sampai empat orang",
    "the difference is not shown, since it would tell of one to four people",
)
PER_ROLE = Text("Peran demi peran", "Role by role")
FIRST_HEAD, FIRST_TWO_HEAD = Text("pertama", "first"), Text("dua teratas", "first two")
ROLE_TOO_FEW = Text(
    "{role}: {share} di tempat pertama ({interval}), n = {n}: terlalu sedikit untuk disimpulkan.",
    "{role}: {share} first ({interval}), n = {n}: too few to tell.",
)
ROLE_HIDDEN = Text(
    "{role}: kurang dari lima orang, atau angka yang bisa menunjukkannya; tidak ditampilkan.",
    "{role}: fewer than five people, or a figure that could tell of them; not shown.",
)
CLEARLY = Text("Kalau hasilnya jelas: benarkah itu peran mereka?", "Where the result is clear: is it their role?")
ROLE_TOLD, MEMBERS_OF_IT = (
    Text("Peran yang disebut", "Role that is told"),
    Text("memang anggotanya", "are members of it"),
)
CLEARLY_NOTE = Text(
    "Dari mereka yang mendapat hasil jelas. Angka ini bergantung pada berapa banyak orang dari tiap peran yang ikut: "
    "di antara orang dengan pembagian peran yang lain, angkanya lain.",
    "Of those whose result was clear. These figures depend on how many people of each role took part: among people in "
    "another mix of roles they are others.",
)
CLEARLY_TOO_FEW = Text(
    "{role}: {share} ({interval}), n = {n}: terlalu sedikit untuk disimpulkan.",
    "{role}: {share} ({interval}), n = {n}: too few to tell.",
)
CLEARLY_HIDDEN = Text(
    "{role}: disebut jelas kepada kurang dari lima orang, atau angkanya bisa menunjukkan mereka; tidak ditampilkan.",
    "{role}: told clearly to fewer than five people, or a figure that could tell of them; not shown.",
)
CONFUSION = Text("Apa yang tertukar dengan apa", "What is taken for what")
CONFUSION_NOTE = Text(
    "Baris: peran mereka. Kolom: peran yang mendapat tempat pertama, dengan nomor barisnya.",
    "Rows: their role. Columns: the role that came first, by the number of its row.",
)
VERDICTS = Text("Menurut kejelasan hasilnya", "By how clear the result was")
VERDICT = Text("Hasil", "Result")
RIGHT = Text("benar", "right")
VERDICT_NOTE = Text(
    "Pada hasil seri, benar berarti peran mereka disebut; pada yang lain, peran mereka di tempat pertama.",
    "Of a tie, right means that their role is named; of the others, that it comes first.",
)

# Is 80 % 80 %?
CALIBRATION = Text("Apakah 80 % benar pada 80 %?", "Is 80 % right 80 % of the time?")
SHOWN_AS, SHOWN_MEAN = Text("Ditampilkan", "Shown"), Text("rata-rata", "mean")
BETWEEN = Text("{low}–{high} %", "{low}–{high} %")
CALIBRATION_NOTE = Text(
    "{people} orang yang jawabannya tidak meragukan. Skor Brier {brier} ({interval}); galat kalibrasi {error}, dan "
    "{chance} kalau semua yang ditampilkan benar dan hanya kebetulan yang bermain.",
    "{people} people whose answers raise no doubt. Brier score {brier} ({interval}); calibration error {error}, and "
    "{chance} if all that is shown were right and only chance were at play.",
)
TENTHS_HIDDEN = Text(
    "Bagian yang berisi satu sampai empat orang, atau yang bisa menunjukkannya, tidak ditampilkan.",
    "Tenths of one to four people, or that could tell of them, are not shown.",
)
SHOWN_BESIDE_RIGHT = {
    "high": Text(
        "Untuk orang-orang ini, peluangnya terlalu tinggi: rata-rata {by} poin lebih tinggi daripada yang benar "
        "({low}–{high}).",
        "For these people the probabilities were too high: {by} points more than what was right, on average "
        "({low}–{high}).",
    ),
    "low": Text(
        "Untuk orang-orang ini, peluangnya terlalu rendah: rata-rata {by} poin lebih rendah daripada yang benar "
        "({low}–{high}).",
        "For these people the probabilities were too low: {by} points less than what was right, on average "
        "({low}–{high}).",
    ),
}
"""What is said where the probabilities of leading roles, as a whole, are off beyond chance."""

# Twice
RETEST = Text("Orang yang menjawab dua kali", "People who answered twice")
RETEST_FEW = Text(
    "{count} orang menjawab dua kali: terlalu sedikit untuk disimpulkan.",
    "{count} people answered twice: too few to tell.",
)
RETEST_HIDDEN = Text(
    "Kurang dari lima orang menjawab dua kali: terlalu sedikit untuk disimpulkan.",
    "Fewer than five people answered twice: too few to tell.",
)
SAME_LEADER = Text("peran pertama yang sama", "the same role first")
RANKS = Text("korelasi peringkat peran, rata-rata", "rank correlation of the roles, mean")
ERROR = Text("galat baku satu jawaban", "standard error of one response")
FIGURE, VALUE, ASSUMED = Text("Angka", "Figure"), Text("Nilai", "Value"), Text("dianggap", "assumed")

# Facets and items
FACETS = Text("Seberapa andal tiap faset", "How reliable each facet is")
FACET, ITEMS = Text("Faset", "Facet"), Text("Butir", "Items")
RELIABLE = Text("keandalan", "reliability")
FACETS_NOTE = Text(
    "Keandalan mengukur seberapa sejalan butir satu faset: dari dua butir menurut Spearman–Brown (α tidak akan lebih "
    "tinggi), mulai tiga butir α Cronbach; ω baru ada mulai tiga butir. Dua butir memang kasar: 0,46 berarti korelasi "
    "keduanya 0,3, dan dianggap keduanya sama baiknya mengukur hal yang sama.",
    "Reliability is how well the items of a facet go together: of two items by Spearman–Brown (α would not be higher), "
    "from three on Cronbach's α; ω takes three items. Two items are coarse by nature: 0.46 means that they correlate "
    "by 0.3, and takes both to measure the same thing equally well.",
)
ALL_ITEMS = Text("Semua butir", "All items")
ITEM_HEADS = (
    Text("Butir", "Item"),
    Text("n", "n"),
    Text("rata-rata", "mean"),
    Text("simpangan", "sd"),
    Text("terendah", "lowest"),
    Text("tertinggi", "highest"),
    Text("dengan sisanya", "with the rest"),
)
ITEMS_NOTE = Text(
    "Terendah dan tertinggi: bagian yang memberi jawaban ujung, setelah butir terbalik dibalik. Di bawah lima orang "
    "ditulis “<”. Dengan sisanya: korelasi dengan butir lain dari fasetnya.",
    "Lowest and highest: the share that gave an end of the scale, with reversed items turned. Below five people “<” is "
    "written. With the rest: the correlation with the other items of the facet.",
)
OMEGA = Text("ω: {facets}.", "ω: {facets}.")
SAMPLE = Text(
    "Faset, butir, dan tetapan dihitung dari {sample} orang, diambil merata dari semuanya.",
    "Facets, items and constants are worked out of {sample} people, evenly spaced among all.",
)
RELEVANCES = Text("Deskripsi yang dibantah anggotanya", "Descriptions that members contradict")
CONTRADICTED = Text(
    "Deskripsinya {asks} faset ini (relevansi {relevance}); anggotanya menjawab seolah {instead} ({interval}).",
    "The description {asks} this facet (relevance {relevance}); its members answer as if it were {instead} "
    "({interval}).",
)
ASKS, IS_SILENT = Text("meminta", "asks for"), Text("tidak menyebut", "does not mention")
NONE_CONTRADICTED = Text(
    "Tidak ada: dari {count} relevansi yang bisa diperiksa, tidak satu pun dibantah melebihi kebetulan.",
    "None: of {count} relevances that could be looked at, none is contradicted beyond chance.",
)
NONE_TESTABLE = Text(
    "Belum ada relevansi yang bisa diperiksa: perlu paling sedikit {few} orang di satu peran yang jawabannya tidak "
    "meragukan, beberapa di setiap peran lain, dan peran-peran yang berbeda nyata.",
    "No relevance could be looked at yet: it takes at least {few} people in a role whose answers raise no doubt, some "
    "in every other, and roles that really differ.",
)
ROLES_TOO_FEW = Text("Peran dengan kurang dari {few} orang: {roles}.", "Roles of fewer than {few} people: {roles}.")
REWORD = Text("Butir yang perlu ditulis ulang", "Items to reword")
WHY = {
    "against": Text(
        "berlawanan dengan butir lain fasetnya (r = {value}; {interval}); mungkin arahnya terbalik",
        "goes against the rest of its facet (r = {value}; {interval}); its key may be the wrong way round",
    ),
    "apart": Text(
        "tidak sejalan dengan butir lain fasetnya (r = {value}; {interval})",
        "does not go with the rest of its facet (r = {value}; {interval})",
    ),
    "alike": Text(
        "{value} orang memberi jawaban ujung yang sama ({interval})",
        "{value} of people give the same end of the scale ({interval})",
    ),
}
NONE_TO_REWORD = Text("Tidak ada yang tampak bermasalah melebihi kebetulan.", "None stands out beyond chance.")
FROM_SENTENCE = Text("Faset ini berasal dari deskripsi {role}", "The facet comes from the description of {role}")
DIFFERENTIAL = Text("Butir yang dipahami lain di satu peran", "Items that one role takes differently")
DIFFERS = Text(
    "{role}: {by} langkah ({interval}) lebih tinggi daripada butir lain fasetnya, dibanding semua peran.",
    "{role}: {by} steps ({interval}) higher than the rest of its facet, compared with all roles.",
)

# Constants
CONSTANTS = Text("Yang akan ditetapkan oleh data ini", "What these data would set")
CONSTANT_NAMES = {
    "noise": Text("goyahnya satu jawaban (sd)", "noise of one response (sd)"),
    "separation": Text("beda antarperan (langkah skala)", "separation of roles (steps of the scale)"),
    "temper": Text("tetapan peredam peluang", "tempering of probabilities"),
}
TEMPER_FROM = Text(
    "Tetapan peredam: {direct} ({of_direct}) dari peran orang-orang itu sendiri, {implied} ({of_implied}) kalau skor "
    "anggota tiap peran tersebar normal; digabung menurut ketelitiannya.",
    "Tempering: {direct} ({of_direct}) from people's roles themselves, {implied} ({of_implied}) were the scores of "
    "each role's members normal; joined by how precise each is.",
)
CONSTANTS_NOTE = Text(
    "Tidak ada yang diganti dengan sendirinya. Untuk memakainya di sebuah paket:",
    "Nothing is replaced by itself. To use them in a pack:",
)
CONSTANTS_FEW = Text(
    "Terlalu sedikit untuk mengganti tetapan metode: perlu paling sedikit {few} orang di tiap peran.",
    "Too few to take the place of the method's constants: it takes at least {few} people in each role.",
)

# Method and limits
METHOD = Text("Cara menghitungnya", "Method")
METHOD_TEXTS = (
    Text(
        "Setiap orang dihitung sekali. Yang dibandingkan adalah peran mereka sendiri dengan urutan yang dihasilkan "
        "program dari jawaban mereka; program tidak tahu peran itu. Bagian (persen) punya selang Wilson 95 %, untuk "
        "keseluruhan juga bootstrap: 1.000 undian atas orang, peran demi peran; ujungnya goyah kira-kira 2 % dari "
        "lebar selangnya. Dari bootstrap juga selang skor Brier, selisih dengan rata-rata biasa, peluang yang terlalu "
        "tinggi, dan orang yang menjawab dua kali. Diagram keandalan membagi orang menurut peluang yang ditampilkan "
        "untuk peran teratas, per sepersepuluh; skor Brier adalah rata-rata kuadrat selisih antara peluang itu dan "
        "kenyataan (1 atau 0).",
        "Everybody counts once. Their own role is compared with the order that the program makes of their answers; the "
        "program does not know that role. Shares have 95 % intervals by Wilson, those of the whole also by bootstrap: "
        "1,000 draws of people, role by role, whose ends waver by about 2 % of the interval's width. From the "
        "bootstrap are also the intervals of the Brier score, of the difference from the plain mean, of what was shown "
        "too much, and of people who answered twice. The reliability diagram divides people by the probability shown "
        "for their leading role, tenth by tenth; the Brier score is the mean square of that probability less what was "
        "true (1 or 0).",
    ),
    Text(
        "Keandalan faset adalah Spearman–Brown (dua butir) atau α Cronbach, dan ω McDonald (satu faktor, kuadrat "
        "terkecil) mulai tiga butir, dari orang yang menjawab semua butirnya (selang: bootstrap). Sebuah relevansi "
        "dibantah bila jawaban anggotanya, setelah tingkat tiap orang, rata-rata peran, dan rata-rata faset "
        "dikeluarkan, berselisih dengannya melebihi kebetulan (5 % setelah koreksi Holm) dan lebih dekat ke relevansi "
        "yang sebaliknya. Sebuah butir perlu ditulis ulang bila korelasinya dengan sisa fasetnya di bawah 0,25 "
        "melebihi kebetulan (Holm; selang: z Fisher). Selang relevansi yang dibantah dan beda antarperan: ± 1,96 galat "
        "baku, tanpa koreksi untuk banyaknya perbandingan.",
        "The reliability of a facet is Spearman–Brown's (two items) or Cronbach's α, and McDonald's ω (one factor, "
        "least squares) from three items on, of those who answered all of its items (intervals: bootstrap). A "
        "relevance is contradicted where the answers of members, with everybody's level, the means of roles and those "
        "of facets taken out, differ from it beyond chance (5 % after Holm's correction) and lie nearer to the "
        "opposite one. An item is one to reword where its correlation with the rest of its facet lies below 0.25 "
        "beyond chance (Holm; intervals: Fisher's z). Intervals of contradicted relevances and of items that a role "
        "takes differently: ± 1.96 standard errors, not corrected for how many were compared.",
    ),
    Text(
        "Dari orang yang jawabannya tidak meragukan: goyahnya satu jawaban adalah simpangan di dalam faset setelah "
        "rata-rata butir dan kecenderungan setuju dikeluarkan (selang: bootstrap); beda antarperan adalah kemiringan "
        "jawaban terhadap relevansi (± 1,96 galat baku); tetapan peredam digabung menurut aturan Bayes dari yang "
        "membuat peran sebenarnya paling mungkin dan yang berlaku kalau skor tersebar normal (ketelitian: jackknife, "
        "20 bagian). Rumus dan sumbernya: docs/validation.md dan docs/method.md.",
        "Of people whose answers raise no doubt: the noise of one response is the deviation within facets after the "
        "means of items and the tendency to agree are taken out (interval: bootstrap); the separation of roles is the "
        "slope of answers on relevances (± 1.96 standard errors); the tempering constant is joined by Bayes' rule from "
        "the one under which the true roles are likeliest and the one that would hold were scores normal (precision: "
        "jackknife, 20 parts). Formulas and sources: docs/validation.md and docs/method.md.",
    ),
)
LIMITS = Text("Yang tidak boleh disimpulkan", "What must not be concluded")
LIMIT_TEXTS = (
    Text(
        "Angka ini bukan ukuran ketepatan saran. Orang-orang ini sudah berada di perannya: mereka bisa menjawab "
        "seperti itu karena pekerjaannya, bukan mendapat pekerjaan itu karena cocok. Seberapa puas atau berhasil "
        "seseorang di sebuah peran tidak diukur di sini.",
        "These figures do not measure how good the advice is. These people are in their roles already: they may answer "
        "as they do because of their work, rather than have that work because it suits them. How content or successful "
        "anybody is in a role is not measured here.",
    ),
    Text(
        "Mereka memilih untuk ikut menjawab, jadi belum tentu mewakili semua orang di peran itu. Orang yang tidak "
        "ikut, atau sudah pindah dari peran itu, mungkin menjawab lain.",
        "They chose to answer, so they need not stand for everybody in those roles. People who did not take part, or "
        "who have left the role, might answer otherwise.",
    ),
    Text(
        "Jawaban hanya boleh dipakai dengan persetujuan orangnya, untuk tujuan yang mereka setujui, dan bukan untuk "
        "menyeleksi atau menilai siapa pun. Nama dan jawaban orang tidak ada di laporan ini, juga tidak ada hitungan "
        "satu sampai empat orang, dan tidak ada bagian yang menunjukkannya; tetapi rata-rata dan simpangan kelompok "
        "kecil masih bisa memberi petunjuk. Jangan dipakai untuk mencari tahu tentang siapa pun.",
        "Answers may be used only with the consent of those who gave them, for the purpose that they agreed to, and "
        "not to select or judge anybody. This report holds nobody's name or answers, no counts of one to four people, "
        "and no shares that would tell them; but means and spreads of small groups may still give hints. It is not to "
        "be used to find out about anybody.",
    ),
)

# The page for lay readers
BRIEF_FIRST = Text(
    "Dari {people} orang yang perannya diketahui, {count} mendapat peran itu di tempat pertama: {found} dari 100.",
    "Of {people} people whose role is known, {count} got that role first: {found} of 100.",
)
BRIEF_INTERVAL = Text(
    "Kalau orang seperti mereka yang ditanya banyak sekali, dengan pembagian peran yang sama, bagian itu kemungkinan "
    "besar ada di antara {low} dan {high} dari 100. Dengan undian saja: {chance} dari 100.",
    "Were very many people like these asked, in the same mix of roles, the share would plausibly lie between {low} and "
    "{high} of 100. By drawing lots alone: {chance} of 100.",
)
BRIEF_TWO = Text("Di antara dua teratas: {found} dari 100.", "Among the first two: {found} of 100.")
BRIEF_PLAIN = Text(
    "Rata-rata biasa dari semua yang disebut deskripsi menaruh peran {plain} dari 100 orang di tempat pertama: "
    "{beside}.",
    "A plain average of all that a description names puts the role of {plain} of 100 people first: {beside}.",
)
BESIDE = {
    "unproved": Text("belum terbukti bahwa program ini lebih baik", "no advantage of the program could be shown"),
    "more": Text("program ini lebih baik, melebihi kebetulan", "the program does better, beyond chance"),
    "less": Text("program ini lebih buruk, melebihi kebetulan", "the program does worse, beyond chance"),
}
BRIEF_TWICE = Text(
    "Dari {people} orang yang menjawab dua kali, {same} mendapat peran pertama yang sama pada kedua kalinya.",
    "Of {people} people who answered twice, {same} got the same role first both times.",
)
BRIEF_SURE = Text("Kalau program terdengar yakin", "When the program sounds sure")
BRIEF_SURE_TEXT = Text(
    "Hasil yang jelas menyatakan diri benar untuk paling sedikit {claim} dari 100 orang. Dari {people} orang yang "
    "mendapatnya, hasil itu benar untuk {right}: {share} dari 100 (kemungkinan besar antara {low} dan {high}).",
    "A clear result claims to be right for at least {claim} of 100 people. Of {people} people who got one, it was "
    "right for {right}: {share} of 100 (plausibly between {low} and {high}).",
)
BRIEF_TIE_TEXT = Text(
    "Dari {people} orang yang mendapat hasil seri, peran mereka disebut untuk {right}: {share} dari 100 (kemungkinan "
    "besar antara {low} dan {high}). Dengan undian saja: {chance} dari 100.",
    "Of {people} people who got a tie, their role was among those named for {right}: {share} of 100 (plausibly between "
    "{low} and {high}). By drawing lots alone: {chance} of 100.",
)
BRIEF_ROLES = Text("Peran demi peran: ditemukan di tempat pertama", "Role by role: found in the first place")
BRIEF_CONFUSED = Text(
    "Paling sering tertukar: {one} yang mendapat {other}.", "Most often confused: {one} who got {other}."
)

# What real people add to a pack
GROUP = Text(
    "Titik netral: jawaban khas kelompok rujukan {people} orang ({made}), bukan tengah skala. Skor 50 berarti seperti "
    "mereka pada umumnya.",
    "Neutral: what a reference group of {people} people typically answers ({made}), not the middle of the scale. A "
    "score of 50 means like them in general.",
)
MEASURED = Text(
    "Peluang: dengan tetapan yang terukur pada {people} orang yang perannya diketahui ({made}).",
    "Chances: with constants that were measured on {people} people whose role is known ({made}).",
)
