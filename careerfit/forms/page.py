"""The page: one HTML file that is sent to people and asks all statements on their own phone, without any request.

It ends in the answer code, which its script works out as the core does.
"""

from __future__ import annotations

from careerfit.core.answer_code import ALPHABET, DIGITS, MARK, PREFIX, PRIME, code_length, mark
from careerfit.core.model import Pack
from careerfit.forms import content
from careerfit.forms.template import digest, read, render
from careerfit.text import LANGUAGES, Lang, Text

WORDS = {
    "headline": content.HEADLINE,
    "privacy": Text(
        "Jawabanmu hanya disimpan di perangkat ini. Tidak ada yang terkirim sampai kamu sendiri mengirim kodenya.",
        "Your answers are kept on this device only. Nothing is sent until you send the code yourself.",
    ),
    "name": Text("Nama (boleh dikosongkan)", "Name (may stay empty)"),
    "class": Text("Kelas (boleh dikosongkan)", "Class (may stay empty)"),
    "name_use": Text(
        "Di akhir, nama dan kelas ikut tersalin di depan kodemu dan ada di file yang kamu simpan; di dalam kodenya "
        "tidak.",
        "At the end, name and class are copied in front of your code and are in the file that you may save; they are "
        "not in the code itself.",
    ),
    "later": Text(
        "Hasilmu tidak muncul di halaman ini: yang mengirimkannya kepadamu menghitungnya dari kodemu. Tanyakan "
        "kepadanya kapan kamu bisa melihatnya.",
        "Your result does not appear on this page: whoever sent it to you works it out from your code. Ask them when "
        "you can see it.",
    ),
    "start": Text("Mulai", "Start"),
    "go_on": Text("Lanjutkan", "Go on"),
    "kept": Text(
        "Di perangkat ini tersimpan jawaban {whose}: {count} dari {total} pernyataan sudah dijawab.",
        "This device holds the answers of {whose}: {count} of {total} statements answered.",
    ),
    "somebody": Text("seseorang tanpa nama", "somebody without a name"),
    "delete": Text("Hapus semua jawaban", "Delete all answers"),
    "really": Text("Tekan sekali lagi untuk menghapus", "Press once more to delete"),
    "deleted": Text("Semua jawaban di perangkat ini sudah dihapus.", "All answers on this device are deleted."),
    "place": Text("Pernyataan {n} dari {total}", "Statement {n} of {total}"),
    "answered": Text("{count} dari {total} pernyataan dijawab", "{count} of {total} statements answered"),
    "back": Text("Kembali", "Back"),
    "skip": Text("Lewati", "Skip"),
    "next": Text("Berikutnya", "Next"),
    "finish": Text("Selesai", "Finish"),
    "stop": Text("Akhiri sekarang", "End now"),
    "all": Text("Lihat semua", "See all"),
    "single": Text("Satu per satu", "One at a time"),
    "keys": Text(
        "Papan ketik: 1 sampai 5 menjawab, Enter ke pernyataan berikutnya.",
        "Keyboard: 1 to 5 answer, Enter goes to the next statement.",
    ),
    "done": Text("Kode jawabanmu", "Your answer code"),
    "nothing": Text("Belum ada jawaban", "No answers yet"),
    "nothing_said": Text(
        "Kodenya muncul di sini setelah kamu menjawab paling sedikit satu pernyataan.",
        "The code appears here once you have answered at least one statement.",
    ),
    "missing": Text("Jawab yang terlewat", "Answer those skipped"),
    "code": Text("Kode", "Code"),
    "copy": Text("Salin kode", "Copy the code"),
    "copied": Text("Kode sudah disalin.", "The code is copied."),
    "by_hand": Text(
        "Peramban ini tidak bisa menyalin sendiri: kodenya sudah ditandai, tekan lama lalu pilih Salin.",
        "This browser can't copy by itself: the code is selected, press it for long and choose Copy.",
    ),
    "save": Text("Simpan sebagai file", "Save as a file"),
    "saved": Text("Disimpan sebagai {file}, biasanya di folder Unduhan.", "Saved as {file}, mostly in Downloads."),
    "file": Text("jawaban", "answers"),
    "then": Text("Lalu apa?", "What now?"),
    "send": Text(
        "Salin kodenya, lalu kirim kepada yang memberimu halaman ini, misalnya lewat WhatsApp. Kalau namamu tidak kamu "
        "isi di awal, tulis di sampingnya. Atau kirim filenya.",
        "Copy the code and send it to whoever gave you this page, by WhatsApp for example. Write your name beside it "
        "unless you gave it at the start. Or send the file.",
    ),
    "result": Text(
        "Hasilmu dihitung dari kode itu; halaman ini tidak menampilkannya.",
        "Your result is worked out from that code; this page does not show it.",
    ),
    "open": Text(
        "Siapa pun yang memegang kode ini bisa melihat semua jawabanmu: kirim hanya kepada yang memintanya.",
        "Whoever holds this code can see all your answers: send it only to whoever asked for it.",
    ),
    "shared": Text(
        "Perangkat ini dipakai orang lain juga? Hapus jawabanmu setelah kodenya terkirim.",
        "Do others use this device, too? Delete your answers once the code is sent.",
    ),
    "change": Text("Ubah jawaban", "Change answers"),
    "not_kept": Text(
        "Perangkat ini tidak bisa menyimpan jawabanmu: selesaikan sebelum menutup halaman ini.",
        "This device can't keep your answers: finish before you close this page.",
    ),
}
"""What the page says, beside what every form says."""
UNFIT = Text(
    "Di sini formulir ini tidak bisa diisi: ia butuh peramban yang cukup baru, dengan JavaScript. Buka filenya dengan "
    "Chrome atau Firefox terbaru. Masih tidak bisa? Minta formulir lain kepada yang mengirimnya.",
    "This form can't be filled in here: it needs a browser that is new enough, with JavaScript. Open the file in a new "
    "Chrome or Firefox. Still not working? Ask whoever sent it for another form.",
)
"""What is seen where the script does not run: in a preview, or an old browser."""


def page_html(pack: Pack, lang: Lang) -> str:
    """The page of a pack, which begins in ``lang`` and changes to the other language by a button."""
    said = WORDS | {"topic": pack.title, "how": content.how(pack), "unfit": UNFIT}
    style, script = read("page.css"), read("page.js")
    return render(
        "page.html.j2",
        lang=lang,
        mark=content.form_mark(pack),
        words={key: text.pick(lang) for key, text in said.items()},
        form=_form(pack, said, lang),
        style=style,
        style_digest=digest(style),
        script=script,
        script_digest=digest(script),
    )


def _form(pack: Pack, said: dict[str, Text], lang: Lang) -> dict[str, object]:
    """What the script is given; ``at`` is a statement's place in the pack, by which the code holds its answer."""
    places = {item.key: at for at, item in enumerate(pack.items)}
    return {
        "lang": lang,
        "mark": content.form_mark(pack),
        "fingerprint": pack.fingerprint,
        "code": {
            "prefix": PREFIX,
            "alphabet": ALPHABET,
            "digits": DIGITS,
            "marks": MARK,
            "mark": mark(pack),
            "prime": PRIME,
            "length": code_length(pack),
        },
        "words": {one: {key: text.clean(one) for key, text in said.items()} for one in LANGUAGES},
        "scale": {one: [step.clean(one) for step in pack.scale] for one in LANGUAGES},
        "statements": [
            {"at": places[item.key]} | {one: item.text.clean(one) for one in LANGUAGES}
            for item in content.statements(pack)
        ],
    }
