"""The Google form: a script for script.google.com that builds it, in the account of whoever runs it."""

from __future__ import annotations

import json

from careerfit.core.model import Pack
from careerfit.forms import content
from careerfit.forms.template import read
from careerfit.text import Lang, Text

THANKS = Text(
    "Terima kasih! Jawabanmu sudah sampai di gurumu, yang akan memberikan hasilnya.",
    "Thank you! Your answers have reached your teacher, who will give you the result.",
)
STEPS = Text(
    """\
Skrip ini membuat formulir Google dengan {count} pernyataan, di akun Google-mu sendiri. Caranya:

 1. Buka https://script.google.com dan masuk dengan akun Google-mu.
 2. Klik "Project baru" (New project).
 3. Hapus semua tulisan di tempat kode, lalu tempel seluruh isi file ini (Ctrl+A, Ctrl+C di sini; Ctrl+V di sana).
 4. Klik gambar disket untuk menyimpan, lalu klik "Jalankan" (Run).
 5. Google minta izin: klik "Tinjau izin" (Review permissions), lalu pilih akunmu. Google juga memperingatkan bahwa
    aplikasi ini belum diverifikasi: itu karena skripnya milikmu sendiri dan baru saja kamu tempel. Klik "Lanjutan"
    (Advanced), "Buka Project tanpa judul" (Go to Untitled project), lalu "Izinkan" (Allow).
 6. Tunggu sebentar. Di bawah kode ("Log eksekusi") muncul dua alamat: satu untuk siswa, satu untukmu.
 7. Buka alamat untukmu. Kalau di kanan atas ada tombol "Publikasikan" (Publish), klik. Pastikan yang boleh menjawab
    (Responders) "Siapa saja yang memiliki link" (Anyone with the link).
 8. Kirim alamat untuk siswa ke kelas, misalnya lewat WhatsApp.
 9. Setelah semua menjawab: tab "Jawaban" (Responses), titik tiga, "Download jawaban (.csv)". File yang didapat berupa
    .zip: klik kanan, "Ekstrak semua" (Extract all).
10. Hitung hasilnya. Dengan laporan tiap siswa: careerfit cohort "nama file.csv" --reports laporan
    Tabelnya saja: careerfit cohort "nama file.csv" -o hasil.xlsx

Pernyataannya jangan diubah: dari kalimatnya careerfit mengenali tiap kolom.""",
    """\
This script makes a Google form of {count} statements, in your own Google account. How to do it:

 1. Open https://script.google.com and sign in with your Google account.
 2. Click "New project".
 3. Delete all that stands in the editor and paste all of this file (Ctrl+A, Ctrl+C here; Ctrl+V there).
 4. Click the floppy disk to save, then "Run".
 5. Google asks for permission: click "Review permissions" and choose your account. Google also warns that this app is
    not verified: that is because the script is your own, pasted a moment ago. Click "Advanced", "Go to Untitled
    project", then "Allow".
 6. Wait a little. Two addresses appear below the code ("Execution log"): one for students, one for you.
 7. Open the one for you. If there is a button "Publish" at the top right, click it. See that the responders are
    "Anyone with the link".
 8. Send the address for students to the class, by WhatsApp for example.
 9. When all have answered: tab "Responses", the three dots, "Download responses (.csv)". What you get is a .zip file:
    right-click, "Extract all".
10. Score them. With a report for each student: careerfit cohort "name of the file.csv" --reports reports
    The table alone: careerfit cohort "name of the file.csv" -o results.xlsx

Don't change the statements: by their words careerfit knows each column.""",
)
FOR_STUDENTS = Text("Alamat untuk siswa:", "Address for students:")
FOR_YOU = Text("Alamat untukmu:", "Address for you:")


def google_script(pack: Pack, lang: Lang) -> str:
    """The script of a pack in one language, with what to do with it at its top."""
    asked = [item.text.clean(lang) for item in content.statements(pack)]
    pages = [asked[at : at + content.PAGE] for at in range(0, len(asked), content.PAGE)]
    form = {
        "file": f"{content.HEADLINE.pick(lang)} [{content.form_mark(pack)}]",
        "title": content.HEADLINE.pick(lang),
        "description": f"{pack.title.clean(lang)}\n\n{content.how(pack).pick(lang)}\n\n[{content.form_mark(pack)}]",
        "person": [content.NAME.pick(lang), content.CLASS.pick(lang)],
        "scale": content.scale_line(pack).pick(lang),
        "ends": [pack.scale[0].clean(lang), pack.scale[-1].clean(lang)],
        "sections": [
            {"title": content.PART.say(lang, n=n, of=len(pages)), "statements": page} for n, page in enumerate(pages, 1)
        ],
        "thanks": THANKS.pick(lang),
        "for_students": FOR_STUDENTS.pick(lang),
        "for_you": FOR_YOU.pick(lang),
    }
    steps = "".join(f"// {line}".rstrip() + "\n" for line in STEPS.say(lang, count=len(asked)).splitlines())
    return f"{steps}\nconst FORM = {json.dumps(form, ensure_ascii=False, indent=2)};\n\n{read('google_frame.js')}"
