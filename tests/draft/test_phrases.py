"""Phrases: what a sentence demands, and what it says of the work."""

from __future__ import annotations

import pytest

from careerfit.draft.phrases import demands, duties


def told(sentence: str, section: str = "cocok") -> list[tuple[str, str, bool]]:
    """Each demand of a sentence: the phrase, what it says in full, and whether that is asked for."""
    return [(phrase.text, phrase.core, phrase.asked) for phrase in demands(sentence, section)]


def test_what_is_shared_is_said_in_full() -> None:
    """Two verbs with one object are two demands; each phrase stands in the sentence as it is."""
    assert [
        ("mampu merencanakan dan melaksanakan program", "mampu merencanakan program", True),
        ("melaksanakan program", "mampu melaksanakan program", True),
    ] == told("Kandidat harus mampu merencanakan dan melaksanakan program.")


@pytest.mark.parametrize(
    ("sentence", "section", "cores"),
    [
        ("Cocok juga buat kamu yang suka bercerita dan sabar.", "cocok", ["suka bercerita", "sabar"]),
        (
            "Tidak cocok kalau kamu cepat bosan, atau maunya serba instan.",
            "tidak_cocok",
            ["cepat bosan", "maunya serba instan"],
        ),
        ("Orang yang tidak suka berhitung juga akan sering salah potong.", "tidak_cocok", ["suka berhitung"]),
        ("Suka mengikuti tren tentu jadi nilai tambah!", "cocok", ["Suka mengikuti tren"]),
        (
            "Cocok untuk kamu yang teliti dan berani bertanya kalau ada yang tidak beres.",
            "cocok",
            ["teliti", "berani bertanya kalau ada yang tidak beres"],
        ),
        ("Pekerjaan ini cocok untukmu kalau kamu sabar dan teliti.", "cocok", ["sabar", "teliti"]),
    ],
)
def test_nothing_is_lost_or_drawn_in_at_the_edges(sentence: str, section: str, cores: list[str]) -> None:
    """A demand behind "juga" is one, too, and what follows from it is none."""
    assert cores == [core for _, core, _ in told(sentence, section)]


def test_two_qualities_of_one_thing_are_two_demands() -> None:
    """“Tepat dan adil” is asked of decisions twice."""
    assert ["keputusan yang tepat dan adil", "keputusan yang adil"] == [
        core.removeprefix("dapat membuat ")
        for _, core, _ in told("Kandidat harus dapat membuat keputusan yang tepat dan adil.")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Jika kamu mudah panik, kurang teliti, dan tidak memiliki kesabaran, kemungkinan kamu tidak cocok.",
            [
                ("mudah panik", "mudah panik", False),
                ("kurang teliti", "teliti", True),
                ("kesabaran", "kesabaran", True),
            ],
        ),
        (
            "Orang yang enggan tinggal jauh dari kota akan sulit menikmati profesi ini.",
            [("enggan tinggal jauh dari kota", "tinggal jauh dari kota", True)],
        ),
        (
            "Kamu tidak cocok jadi kurir jika takut hujan atau malas bangun pagi.",
            [("takut hujan", "takut hujan", False), ("malas bangun pagi", "bangun pagi", True)],
        ),
        (
            "Tidak cocok untuk: pemalu, sulit bekerja dalam tim.",
            [("pemalu", "pemalu", False), ("sulit bekerja dalam tim", "bekerja dalam tim", True)],
        ),
    ],
)
def test_what_is_warned_of_is_a_demand_for_the_opposite(sentence: str, found: list[tuple[str, str, bool]]) -> None:
    """A negation is part of the phrase and not of what it demands; a verb of having is part of neither."""
    assert found == told(sentence, "tidak_cocok")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Kandidat harus memiliki pengetahuan tentang tanaman, ternak, serta cuaca.",
            ["pengetahuan tentang tanaman, ternak, serta cuaca"],
        ),
        (
            "Kandidat harus siap ditugaskan ke mana saja, termasuk ke daerah bencana atau konflik.",
            ["siap ditugaskan ke mana saja"],
        ),
        (
            "Profesi ini cocok untuk kamu yang memiliki empati terhadap pasien, stamina, dan disiplin.",
            ["empati terhadap pasien", "stamina", "disiplin"],
        ),
        (
            "Pekerjaan ini cocok untuk orang yang fasih berbahasa Inggris dan ramah.",
            ["fasih berbahasa Inggris", "ramah"],
        ),
        ("Orang yang cocok adalah mereka yang tidak takut ketinggian.", ["tidak takut ketinggian"]),
        ("Orang yang sulit menjaga batas juga akan cepat kelelahan.", ["sulit menjaga batas"]),
        ("Mereka yang teliti akan betah kalau suka angka.", ["teliti"]),
        ("Kandidat harus sabar juga.", ["sabar"]),
        (
            "Orang yang sabar mengulang prosedur yang sama, dan patuh pada aturan.",
            ["sabar mengulang prosedur yang sama", "patuh pada aturan"],
        ),
    ],
)
def test_lists_are_split_where_they_name_several_demands(sentence: str, found: list[str]) -> None:
    """Nouns after a preposition are one demand; what only narrows one is left out."""
    assert found == [text for text, _, _ in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kamu tidak harus kuat, tetapi harus sabar.", ["sabar"]),
        ("Orang yang cocok tidak perlu pandai berbicara.", []),
        ("Pekerjaan ini cocok untuk orang yang teliti; tidak wajib fasih berbahasa Inggris.", ["teliti"]),
        ("Kandidat harus sabar, pandai berbicara tidak wajib.", ["sabar"]),
        ("Kamu tidak perlu kuat, tinggi, atau berani.", []),
    ],
)
def test_what_nobody_must_have_is_no_demand(sentence: str, found: list[str]) -> None:
    """“Tidak harus”, “tidak perlu” and “tidak wajib” name nothing."""
    assert found == [text for text, _, _ in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Pekerjaan sebagai Kurir melibatkan pengambilan dan pengantaran paket.",
            ["pengambilan paket", "pengantaran paket"],
        ),
        (
            "Selain itu, seorang Perawat perlu berkoordinasi dengan dokter, bidan, dan apoteker serta mencatat obat.",
            ["berkoordinasi dengan dokter, bidan, dan apoteker", "mencatat obat"],
        ),
        ("Teks yang digarap bisa berupa novel, kontrak, atau takarir.", []),
        ("Menjadi guru bukan hanya soal mengajar membaca dan berhitung.", []),
        ("Tugas utama: menyapu halaman; membuang sampah.", ["menyapu halaman", "membuang sampah"]),
    ],
)
def test_duties_are_what_the_role_does(sentence: str, found: list[str]) -> None:
    """A sentence about something else has none."""
    assert found == [phrase.core for phrase in duties(sentence, ["Perawat"])]


@pytest.mark.parametrize("section", ["cocok", "tidak_cocok"])
@pytest.mark.parametrize(
    "sentence", ["", " ", "yang", "Jika kamu", "cocok", "Kandidat harus", ", , dan atau", "memiliki"]
)
def test_what_says_nothing_breaks_nothing(section: str, sentence: str) -> None:
    """Every phrase that is found stands in its sentence."""
    assert [] == [phrase.text for phrase in demands(sentence, section) if phrase.text not in sentence]
