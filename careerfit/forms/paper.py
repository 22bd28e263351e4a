"""The paper: statements with five circles each to print, and behind them a sheet for whoever types the answers in."""

from __future__ import annotations

from careerfit.core.model import Pack
from careerfit.forms import content
from careerfit.forms.template import digest, read, render
from careerfit.text import Lang, Text

HOW = Text(
    "Beri tanda silang pada satu lingkaran di tiap baris. Tidak ada jawaban yang benar atau salah; yang tidak mau kamu "
    "jawab boleh dikosongkan.",
    "Cross one circle in each line. No answer is right or wrong; leave empty whatever you don't want to answer.",
)
NUMBER = Text("No.", "No.")
STATEMENT = Text("Pernyataan", "Statement")
KEY = Text("Kunci", "Key")
PRINT_IT = Text(
    "Cetak halaman ini dengan Ctrl+P, ukuran A4, bolak-balik. Lembar terakhir hanya untuk guru.",
    "Print this page with Ctrl+P, on A4, both sides. The last sheet is for the teacher alone.",
)
TEACHER = Text("Untuk guru: memasukkan jawaban", "For the teacher: typing the answers in")
TYPE_IN = (
    Text(
        "Lembar ini tidak dibagikan kepada siswa.",
        "Students don't get this sheet.",
    ),
    Text(
        "Paling cepat dengan lembar Excel: kolomnya berurutan seperti nomor di kertas, satu baris satu siswa. Buat "
        "dengan perintah:",
        "An Excel sheet is fastest: its columns stand in the order of the numbers on paper, a row a student. Make it "
        "by the command:",
    ),
    Text(
        "Dengan program lain: kolomnya bernama kunci di bawah ini. Ketik 1 sampai 5; yang kosong atau bertanda ganda "
        "dibiarkan kosong.",
        "With another program: name the columns by the keys below. Type 1 to 5; leave empty what is empty or crossed "
        "twice.",
    ),
)
COMMAND = Text("careerfit form -o kelas.xlsx", "careerfit form --lang en -o class.xlsx")
COLUMNS = 3
"""In how many columns the keys stand."""


def paper_html(pack: Pack, lang: Lang) -> str:
    """The paper of a pack in one language, as a page to print on A4."""
    asked = content.statements(pack)
    length = -(-len(asked) // COLUMNS)
    numbered = [(n, item.key) for n, item in enumerate(asked, 1)]
    style = read("paper.css")
    said = {
        "headline": content.HEADLINE,
        "how": HOW,
        "name": content.NAME,
        "class": content.CLASS,
        "date": content.DATE,
        "number": NUMBER,
        "statement": STATEMENT,
        "key": KEY,
        "print_it": PRINT_IT,
        "teacher": TEACHER,
        "command": COMMAND,
    }
    return render(
        "paper.html.j2",
        lang=lang,
        mark=content.form_mark(pack),
        topic=pack.title.pick(lang),
        words={key: text.pick(lang) for key, text in said.items()},
        type_in=[text.pick(lang) for text in TYPE_IN],
        scale=[step.pick(lang) for step in pack.scale],
        statements=[item.text.pick(lang) for item in asked],
        keys=[numbered[at : at + length] for at in range(0, len(numbered), length)],
        style=style,
        style_digest=digest(style),
    )
