"""The words: both languages say the same, verdicts are said plainly, and commands that are named exist."""

from __future__ import annotations

import re
import string

import pytest

from careerfit.core.model import Answers, Pack
from careerfit.core.result import Result, evaluate
from careerfit.report.views.result import result_view
from careerfit.report.words import profile as words_profile
from careerfit.report.words import report as words_report
from careerfit.report.words import result as words
from careerfit.text import Lang, Text

from .people import CENTRE, MANAGER, answers, leaning

TEXTS = {
    f"{module.__name__}.{name}": text
    for module in (words, words_profile, words_report)
    for name, value in vars(module).items()
    for text in (value.values() if isinstance(value, dict) else [value])
    if isinstance(text, Text)
}
COMMANDS = re.compile(r"careerfit (profile|reality|compare|score|quiz|roles)( |$)")


def places(pattern: str) -> set[str]:
    """The named places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_both_languages_have_the_same_places(text: Text) -> None:
    """A sentence has the same places to fill in both languages, both say something, and neither is edged by blanks."""
    assert places(text.id) == places(text.en)
    assert (text.id, text.en) == (text.id.strip(), text.en.strip())
    assert text.id
    assert text.en


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        ("clear", "id", "Paling cocok: Kepala Pusat Pelayanan Sosial"),
        ("clear", "en", "Best match: Head of a Social Service Centre"),
        (
            "tie-of-two",
            "id",
            "Kamu cocok untuk dua peran: Kepala Pusat Pelayanan Sosial dan Manajer Departemen Sosial.",
        ),
        ("unclear", "id", "Belum terlihat pola yang khas."),
        ("misfit", "id", "Bidang ini tampaknya belum cocok untukmu."),
        ("misfit", "en", "This line of work doesn't seem to suit you, at least for now."),
        ("alert", "id", "Paling cocok: Kepala Pusat Pelayanan Sosial"),
    ],
)
def test_headlines(results: dict[str, Result], name: str, lang: Lang, expected: str) -> None:
    """The headline says the verdict in plain words."""
    assert expected == result_view(results[name], lang).headline


def test_a_tie_of_three_names_all_three(results: dict[str, Result]) -> None:
    """All tied roles stand in the headline, and each has its side."""
    view = result_view(results["tie-of-three"], "en")
    assert view.headline.startswith("Three roles suit you: ")
    assert view.separating is not None
    assert [bar.name for bar in view.bars if bar.leads] == [side.role for side in view.separating.sides]


def test_certainty_is_a_natural_frequency(results: dict[str, Result]) -> None:
    """How sure the verdict is, is said in people out of ten."""
    expected = "Jelas: dari 10 orang dengan jawaban seperti ini, lebih dari 9 paling cocok di peran ini."
    assert expected == result_view(results["clear"], "id").certainty


def test_nobody_is_told_that_a_field_suits_them_that_does_not(pack: Pack) -> None:
    """Roles tied at a low field fit are called the closest ones, not suitable ones."""
    low = {key: 3 if key in pack.shared else value for key, value in leaning(pack, CENTRE, MANAGER).items()}
    view = result_view(evaluate(pack, Answers(answers(pack, low))), "id")
    assert view.headline.startswith("Yang paling dekat denganmu: ")
    assert view.field is not None
    assert "Untuk bidang ini secara umum, jawabanmu di tengah-tengah" == view.field.sentence


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "Belum ada pertanyaan yang kamu jawab, jadi belum ada yang bisa dibandingkan."),
        (3, "Semua jawabanmu sama, jadi peran-peran ini tidak bisa dibedakan."),
        (
            {"analisis-1": 4, "analisis-2": 3},
            "Baru 2 dari 74 pertanyaan yang kamu jawab; itu masih terlalu sedikit untuk membedakan perannya.",
        ),
    ],
)
def test_an_unclear_verdict_says_why(pack: Pack, given: dict[str, int] | int, expected: str) -> None:
    """No answers, the same answer throughout, and too few answers are each told as what they are."""
    responses = given if isinstance(given, dict) else dict.fromkeys(pack.item_by_key, given)
    assert expected == result_view(evaluate(pack, Answers(responses)), "id").certainty


def test_nothing_is_drawn_where_there_is_nothing_to_see(pack: Pack) -> None:
    """Without answers there are no bars and no field fit; an all-neutral person is not told that anything fits."""
    empty = result_view(evaluate(pack, Answers()), "id")
    neutral = result_view(evaluate(pack, Answers(dict.fromkeys(pack.item_by_key, 3))), "id")
    assert ((), None, ()) == (empty.bars, empty.field, empty.stands_out)
    assert ((), ()) == (neutral.bars, neutral.stands_out)
    assert neutral.field is not None
    assert "di tengah-tengah" in neutral.field.sentence


def test_a_misfit_is_told_why_in_the_words_of_the_descriptions(results: dict[str, Result]) -> None:
    """The family that breaks it is named with sentences of tidak cocok, and no role is said to suit."""
    view = result_view(results["misfit"], "id")
    assert ["Empati dan kepedulian sosial: rata-rata jawabanmu 2 dari 5"] == [one.sentence for one in view.because]
    assert {"Siapa yang tidak cocok"} == {quote.section for one in view.because for quote in one.quotes}
    assert [] == [bar.name for bar in view.bars if bar.leads]


def test_the_leader_carries_its_alert(results: dict[str, Result]) -> None:
    """What tidak cocok says of the leader stands in its result, with the answer that meets it."""
    (alert,) = result_view(results["alert"], "id").alerts
    assert "Jawabanmu rendah untuk Minat pada masalah sosial (2 dari 5)." == alert.closing
    assert "Deskripsi Kepala Pusat Pelayanan Sosial berkata:" == alert.lead


def test_what_speaks_against_the_leader_is_told(results: dict[str, Result]) -> None:
    """The clear one's weakness and idle strength stand under the leader, marked as such."""
    (why,) = result_view(results["clear"], "id").why
    against = [(reason.facet, reason.remark) for reason in why.reasons if not reason.supports]
    assert [
        ("Mengambil keputusan yang tepat", ""),
        ("Negosiasi", "Kekuatanmu ini tidak diminta peran ini."),
    ] == against


def test_reasons_are_never_shared_facets(result: Result) -> None:
    """What speaks for a role is never what every role asks for."""
    shared = {facet.name.id for facet in result.pack.facets if facet.key in result.pack.shared}
    reasons = [reason for why in result_view(result, "id").why for reason in why.reasons]
    assert set() == shared & {reason.facet for reason in reasons if reason.supports}


def test_flips_say_what_to_answer_instead(results: dict[str, Result]) -> None:
    """A flip names the statement, both responses and the role that would come first."""
    (flip, *_) = result_view(results["tie-of-two"], "id").flips
    assert re.fullmatch(r"Kalau “.+” kamu jawab \d \(bukan \d\), .+ naik ke urutan pertama\.", flip)
    (solid,) = result_view(results["clear"], "id").flips
    assert (
        "Mengubah satu atau dua jawaban tidak cukup: paling sedikit 4 jawaban harus berubah sebelum peran lain naik ke "
        "urutan pertama."
    ) == solid


def test_steps_are_commands_that_exist(result: Result) -> None:
    """Every next step is a command of the program, with the options of this call, and the code last."""
    steps = result_view(result, "id", " --pack P").steps
    assert [] == [step.command for step in steps if not COMMANDS.match(step.command)]
    assert [] == [step.command for step in steps if " --pack P" not in step.command]
    (save,) = (step.command for step in steps if "--code" in step.command)
    assert save.endswith(f" --code {result.code}")


def test_an_unfinished_tie_offers_the_remaining_questions(results: dict[str, Result]) -> None:
    """A tie with questions left offers them first; one without does not."""
    first = [result_view(results[name], "id").steps[0].command for name in ("tie-of-two", "tie-of-three")]
    assert ["careerfit quiz --mode full", "compare"] == [first[0], first[1].split()[1]]


def test_flags_are_told_gently(results: dict[str, Result]) -> None:
    """Each quality flag has its sentence; an unknown one has none."""
    one = results["clear"]
    flagged = one._replace(quality=one.quality._replace(flags=("long_run", "inconsistent", "fast", "unheard_of")))
    assert 1 + len(words.FLAGS) == len(result_view(flagged, "id").quality)


def test_questions_to_ask_come_from_the_profile(results: dict[str, Result]) -> None:
    """A duty, a misconception and the weakest thing that the role asks for are turned into questions."""
    (ask,) = result_view(results["clear"], "id").ask
    assert 3 == len(ask.questions)
    assert "“mengkoordinasikan kegiatan tim”" in ask.questions[0]
    assert "“keahlian dalam mengambil keputusan yang tepat”" in ask.questions[2]


def test_an_unchangeable_order_is_called_that(results: dict[str, Result]) -> None:
    """Where no change of answers puts another role first, that is what is said."""
    fixed = results["clear"]._replace(flips=(), flip_size=None)
    assert ("Perubahan jawaban apa pun tidak akan membuat peran lain naik ke urutan pertama.",) == result_view(
        fixed, "id"
    ).flips


def test_a_barred_leader_is_named_with_care(results: dict[str, Result]) -> None:
    """Where only the way of answering bars a clear verdict, the leaning is told, and that it is uncertain."""
    one = results["clear"]
    barred = one._replace(verdict=one.verdict._replace(kind="unclear", roles=(), probability=None))
    assert result_view(barred, "id").certainty.startswith("Jawabanmu condong ke Kepala Pusat Pelayanan Sosial, tetapi")


def test_a_field_that_does_not_suit_is_called_that(results: dict[str, Result]) -> None:
    """Low field fit is told as such, in one sentence for all roles."""
    one = results["clear"]
    low = result_view(one._replace(field=one.field._replace(score=20.0)), "id").field
    assert low is not None
    assert ("Secara umum, bidang ini kurang dekat denganmu", "20 dari 100") == (low.sentence, low.said)
