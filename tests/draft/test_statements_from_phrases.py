"""Statements: said as a person would say them of themselves, one for each direction."""

from __future__ import annotations

import pytest

from careerfit.draft.phrases import demands, duties
from careerfit.draft.statements_from_phrases import LONGEST_DOING, LONGEST_NAME, Wording, worded

from .reading import OTHERS, TEXTS, read_sources


def of_demand(phrase: str, section: str = "cocok") -> tuple[str | None, str | None]:
    """The statements of a demand."""
    lead = (
        "Orang yang tidak cocok adalah mereka yang"
        if section == "tidak_cocok"
        else "Orang yang cocok adalah mereka yang"
    )
    made = worded(demands(f"{lead} {phrase}.", section)[:1], "trait", shared=False)
    return made.yes, made.no


@pytest.mark.parametrize(
    ("phrase", "yes", "no"),
    [
        (
            "mampu tetap tenang dalam situasi darurat",
            "Saya bisa tetap tenang dalam situasi darurat.",
            "Saya mudah panik dalam situasi darurat.",
        ),
        ("memiliki ketelitian yang tinggi", "Saya orang yang teliti.", "Saya orang yang ceroboh."),
        (
            "memiliki kesabaran untuk mendampingi anak",
            "Saya sabar saat mendampingi anak.",
            "Saya mudah kesal saat mendampingi anak.",
        ),
        (
            "memiliki daya ingat yang kuat",
            "Saya memiliki daya ingat yang kuat.",
            "Daya ingat saya masih lemah.",
        ),
        ("memiliki kemampuan mengatur waktu", "Saya bisa mengatur waktu.", "Saya kesulitan mengatur waktu."),
        (
            "terbiasa bekerja dengan angka",
            "Saya terbiasa bekerja dengan angka.",
            "Saya cepat lelah kalau harus bekerja dengan angka.",
        ),
        ("gemar membaca", "Saya gemar membaca.", "Saya cepat bosan kalau harus membaca."),
        ("berani bertanya", "Saya berani bertanya.", "Saya takut bertanya."),
        ("memiliki minat yang besar pada pangan", "Saya tertarik pada pangan.", "Saya kurang tertarik pada pangan."),
        ("tidak takut ketinggian", "Saya tenang-tenang saja menghadapi ketinggian.", "Saya takut ketinggian."),
        (
            "memiliki pendirian yang tidak mudah digoyahkan",
            "Saya memiliki pendirian yang tidak mudah digoyahkan.",
            "Pendirian saya mudah digoyahkan.",
        ),
        (
            "siap ditugaskan ke mana saja",
            "Saya siap ditugaskan ke mana saja.",
            "Saya keberatan kalau harus ditugaskan ke tempat yang jauh.",
        ),
        (
            "terbuka terhadap kritik",
            "Saya terbuka terhadap kritik.",
            "Saya sulit menerima kritik.",
        ),
        (
            "terbiasa bekerja dengan uang dalam jumlah besar",
            "Saya terbiasa bekerja dengan banyak uang.",
            "Saya cepat lelah kalau harus bekerja dengan banyak uang.",
        ),
    ],
)
def test_a_demand_becomes_two_statements(phrase: str, yes: str, no: str) -> None:
    """One of somebody who has what is asked for, and one of somebody who has the opposite."""
    assert (yes, no) == of_demand(phrase)


@pytest.mark.parametrize(
    ("phrase", "yes", "no"),
    [
        (
            "lebih suka mengandalkan firasat daripada bukti",
            "Saya lebih suka mengandalkan bukti daripada firasat.",
            "Saya lebih suka mengandalkan firasat daripada bukti.",
        ),
        (
            "enggan tinggal jauh dari kota",
            "Saya bersedia tinggal jauh dari kota.",
            "Saya enggan tinggal jauh dari kota.",
        ),
        (
            "kurang sabar melayani pertanyaan",
            "Saya sabar melayani pertanyaan.",
            "Saya mudah kesal saat melayani pertanyaan.",
        ),
        (
            "cenderung memaksakan pendapat",
            "Saya bisa menerima kalau orang lain punya cara yang berbeda.",
            "Saya suka memaksakan cara saya kepada orang lain.",
        ),
        ("tidak tahan dikritik", "Saya bisa menerima kalau dikritik.", "Saya mudah sakit hati kalau dikritik."),
        ("tidak bisa jauh dari rumah", "Saya betah jauh dari rumah.", "Saya cepat gelisah kalau jauh dari rumah."),
        ("mudah tersulut emosi", "Saya bisa mengendalikan emosi.", "Saya mudah tersulut emosi."),
        ("suka ugal-ugalan", "Saya jarang ugal-ugalan.", "Saya suka ugal-ugalan."),
        ("ngeri saat melihat ular", "Saya tenang-tenang saja kalau melihat ular.", "Saya ngeri saat melihat ular."),
        ("cepat bosan dengan detail", "Saya betah berurusan dengan detail.", "Saya cepat bosan dengan detail."),
        ("ceroboh", "Saya orang yang teliti.", "Saya orang yang ceroboh."),
        (
            "tidak betah berada di lapangan",
            "Saya betah bekerja di luar ruangan.",
            "Saya cepat jenuh kalau bekerja di luar ruangan.",
        ),
        (
            "mudah percaya pada kabar yang belum jelas",
            "Saya memeriksa dulu kabar yang belum jelas sebelum percaya.",
            "Saya mudah percaya pada kabar yang belum jelas.",
        ),
        (
            "mengharapkan gaji besar dengan cepat",
            "Saya sabar menunggu gaji besar.",
            "Saya ingin segera mendapat gaji besar.",
        ),
        ("menyukai rutinitas", "Saya tetap betah tanpa rutinitas.", "Saya sulit betah tanpa rutinitas."),
        (
            "mengharapkan pekerjaan di luar ruangan",
            "Saya tetap betah walau tidak mendapat pekerjaan di luar ruangan.",
            "Saya cepat jenuh kalau tidak mendapat pekerjaan di luar ruangan.",
        ),
        (
            "lebih mementingkan diri sendiri",
            "Saya mau mengalah demi kepentingan bersama.",
            "Saya lebih mementingkan diri sendiri.",
        ),
    ],
)
def test_what_is_warned_of_is_the_reversed_statement(phrase: str, yes: str, no: str) -> None:
    """It is said as the text has it, where that is not taken for a merit; the positive one is found in the language."""
    assert (yes, no) == of_demand(phrase, "tidak_cocok")


@pytest.mark.parametrize(
    ("phrase", "yes", "no"),
    [
        ("ramah kepada penumpang", "Saya ramah kepada orang lain.", "Saya sering ketus kepada orang lain."),
        (
            "terbuka terhadap masukan klien",
            "Saya terbuka terhadap masukan orang lain.",
            "Saya sulit menerima masukan orang lain.",
        ),
        (
            "memiliki empati yang tinggi terhadap pasien",
            "Saya mudah ikut merasakan perasaan orang lain.",
            "Saya sering acuh tak acuh terhadap perasaan orang lain.",
        ),
        (
            "mampu berkomunikasi dengan pasien dan keluarganya",
            "Saya bisa menyampaikan maksud saya dengan jelas.",
            "Saya sering kesulitan menyampaikan maksud saya.",
        ),
    ],
)
def test_who_has_no_such_job_yet_is_asked_about_others(phrase: str, yes: str, no: str) -> None:
    """The people whom one meets in a job alone are other people to somebody who is still to choose it."""
    assert (yes, no) == of_demand(phrase)


def test_what_happens_to_people_of_the_job_is_left_out() -> None:
    """Nobody knows yet how they are when a patient gets worse."""
    assert "Saya mudah panik." == of_demand("mudah panik saat pasien memburuk", "tidak_cocok")[1]


def test_a_duty_is_done_every_day_once() -> None:
    """How often is not said twice."""
    made = worded(duties("Tugasnya adalah menghitung uang setiap hari."), "interest", shared=False)

    assert "Saya akan senang kalau setiap hari menghitung uang." == made.yes


def test_a_long_duty_leaves_room_for_all_words() -> None:
    """Where it would be too long otherwise, the statement is shorter, and says that one has to all the same."""
    duty = "mengalihkan isi surat dari bahasa daerah ke bahasa nasional"
    made = worded(duties(f"Tugasnya adalah {duty}."), "interest", shared=False)

    assert (f"Saya akan senang kalau setiap hari {duty}.", f"Saya jenuh kalau setiap hari harus {duty}.") == (
        made.yes,
        made.no,
    )


def test_a_duty_is_liked_or_wearies() -> None:
    """A noun of doing becomes its verb."""
    made = worded(duties("Pekerjaan sebagai Auditor melibatkan pemeriksaan laporan."), "interest", shared=False)

    assert (
        Wording(
            "Memeriksa laporan",
            "Memeriksa laporan",
            "Saya akan senang kalau setiap hari memeriksa laporan.",
            "Saya akan jenuh kalau setiap hari harus memeriksa laporan.",
        )
        == made
    )


@pytest.mark.parametrize("file", sorted([*TEXTS.glob("*.txt"), *OTHERS.glob("*.txt")]), ids=lambda file: file.stem)
def test_what_is_made_of_a_text_fits_where_it_stands(file) -> None:
    """Names and doings fit a screen, and every statement is a whole sentence about oneself of at most 18 words."""
    for phrase in read_sources(file.read_bytes(), file.name, file.stem)[0].phrases:
        made = worded([phrase], "interest" if phrase.section == "duties" else "trait", shared=False)
        assert len(made.name) <= LONGEST_NAME
        assert len(made.doing or "") <= LONGEST_DOING
        for said in filter(None, (made.yes, made.no)):
            assert (True, True, True) == (said[0].isupper(), "saya" in said.lower(), len(said.split()) <= 18)
