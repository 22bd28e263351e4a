"""Raw texts: every sentence in its section, and the phrases and beliefs that a careful reader finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careerfit.draft.raw import cleaned, units
from careerfit.draft.sections import sort_units

from .reading import OTHERS, TEXTS, rates_of, variants

WAYS = dict(variants())
WHOLE_LINES = "a blank line after each line"


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_read_however_it_is_written(way: str) -> None:
    """Sentences: 99 of 100 in the right section; phrases of who fits 0.95, duties and beliefs 0.85, either way."""
    rates = rates_of(TEXTS, WAYS[way])

    assert rates.share_placed >= 0.99
    for part, least in (("fit", 0.95), ("duties", 0.85), ("beliefs", 0.85)):
        assert (True, True) == (rates.recall(part) >= least, rates.precision(part) >= least)


@pytest.mark.parametrize("way", [way for way in WAYS if way != WHOLE_LINES])
def test_texts_in_other_styles_are_read_as_they_were_looked_through(way: str) -> None:
    """Lists under headings, labels, and lines that go over are read alike."""
    rates = rates_of(OTHERS, WAYS[way])

    assert rates.share_placed >= 0.99
    assert {"fit": 1.0, "duties": 1.0, "beliefs": 1.0} == {part: rates.recall(part) for part in rates.counts}


def sections(text: str) -> dict[str, list[str]]:
    """The sections of a text that have sentences."""
    return {name: held for name, held in sort_units(units(cleaned(text))).sections.items() if held}


FITS = "Profesi ini cocok untuk orang yang sabar."
FITS_NOT = "Orang yang ceroboh akan kesulitan."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FITS_NOT} {FITS}", {"tidak_cocok": [FITS_NOT], "cocok": [FITS]}),
        (
            "Cocok untuk: penyabar. Tidak cocok untuk: pemarah.",
            {"cocok": ["Cocok untuk: penyabar."], "tidak_cocok": ["Tidak cocok untuk: pemarah."]},
        ),
        (
            "Dokter memilih obat yang cocok dengan kondisi pasien.",
            {"duties": ["Dokter memilih obat yang cocok dengan kondisi pasien."]},
        ),
        (
            "Banyak yang mengira orang pemalu tidak cocok jadi guru, padahal banyak guru pemalu.",
            {"expectations": ["Banyak yang mengira orang pemalu tidak cocok jadi guru, padahal banyak guru pemalu."]},
        ),
        (
            "Berbeda dengan anggapan umum, pilot jarang libur. Berbeda dengan pramugari, pilot duduk di kokpit.",
            {
                "expectations": ["Berbeda dengan anggapan umum, pilot jarang libur."],
                "differences": ["Berbeda dengan pramugari, pilot duduk di kokpit."],
            },
        ),
        (
            "Ekspetasi: gajinya besar. Realita: gajinya biasa saja.",
            {"expectations": ["Ekspetasi: gajinya besar.", "Realita: gajinya biasa saja."]},
        ),
        (
            "Harapan: gajinya besar. Kenyataannya, gajinya dianggap kecil, padahal cukup.",
            {"expectations": ["Harapan: gajinya besar.", "Kenyataannya, gajinya dianggap kecil, padahal cukup."]},
        ),
        (
            "Ia meracik. Banyak yang mengira ia hanya menjual obat. Padahal tidak. Sehari-hari, ia memeriksa resep.",
            {
                "duties": ["Ia meracik.", "Sehari-hari, ia memeriksa resep."],
                "expectations": ["Banyak yang mengira ia hanya menjual obat.", "Padahal tidak."],
            },
        ),
        (
            "Apoteker meracik obat. Padahal kerjanya banyak. Sehari-hari, apoteker memeriksa resep.",
            {
                "duties": [
                    "Apoteker meracik obat.",
                    "Padahal kerjanya banyak.",
                    "Sehari-hari, apoteker memeriksa resep.",
                ]
            },
        ),
        (
            "Harapan vs kenyataan\nNaik kapal terus.",
            {"expectations": ["Naik kapal terus."]},
        ),
        (
            "Cocok untuk kamu yang teliti. Kamu juga perlu bisa membayangkan bentuk sebuah benda.",
            {"cocok": ["Cocok untuk kamu yang teliti.", "Kamu juga perlu bisa membayangkan bentuk sebuah benda."]},
        ),
        (
            "Penata rias merias pengantin. Penata rias berbeda dari ahli kecantikan. Ia beda dengan perias patung.",
            {
                "duties": ["Penata rias merias pengantin."],
                "differences": ["Penata rias berbeda dari ahli kecantikan.", "Ia beda dengan perias patung."],
            },
        ),
        (
            "Kamu tdk cocock jadi kurir kalau takut hujan.",
            {"tidak_cocok": ["Kamu tdk cocock jadi kurir kalau takut hujan."]},
        ),
        (
            "## Tugas\n- Mencatat stok\n- Menata rak\n## Siapa yang cocok?\n- Kamu yang rapi",
            {"duties": ["Mencatat stok", "Menata rak"], "cocok": ["Kamu yang rapi"]},
        ),
        (
            "Tugas:\nMenata rak.\nSiapa yang cocok:\nMereka yang rapi.\nTidak cocok:\nMereka yang gugup.",
            {"duties": ["Menata rak."], "cocok": ["Mereka yang rapi."], "tidak_cocok": ["Mereka yang gugup."]},
        ),
        (
            "Siapa yang kurang cocok?\nOrang yang gugup. Seseorang yang manja juga akan cepat kelelahan.",
            {"tidak_cocok": ["Orang yang gugup.", "Seseorang yang manja juga akan cepat kelelahan."]},
        ),
        (
            "Orang yang malas akan kewalahan. Mereka yang rapi akan betah.",
            {"tidak_cocok": ["Orang yang malas akan kewalahan."], "cocok": ["Mereka yang rapi akan betah."]},
        ),
        (
            "Kurang cocok bagi pemalu. Mereka yang gugup tidak akan betah.",
            {"tidak_cocok": ["Kurang cocok bagi pemalu.", "Mereka yang gugup tidak akan betah."]},
        ),
        (
            "Ia mengantar surat, paket, dsb. ke rumah warga. Bersama dr. Budi ia bekerja pukul 07.30 WIB.",
            {
                "duties": [
                    "Ia mengantar surat, paket, dsb. ke rumah warga.",
                    "Bersama dr. Budi ia bekerja pukul 07.30 WIB.",
                ]
            },
        ),
    ],
)
def test_a_sentence_stands_where_it_belongs(text: str, found: dict[str, list[str]]) -> None:
    """By its cues; where it has none, by what stands before it."""
    assert found == sections(text)


@pytest.mark.parametrize("rewrite", [WAYS["line ends of Windows"], WAYS["no-break spaces"]])
def test_sentences_are_kept_word_for_word(rewrite: Callable[[str], str]) -> None:
    """Whatever stands between the words, the words themselves stay."""
    text = f"{FITS}\n{FITS_NOT}"

    assert sections(text) == sections(rewrite(text))
