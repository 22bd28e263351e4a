"""The words: verdicts are said plainly, reasons are told, and commands that are named exist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

import pytest

from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import Result, evaluate
from careerfit.report.blocks import AGAINST, FOR, Bars, Block, Code, Item, Page, Paragraph, Part, Quote, Sentence
from careerfit.report.html.result import result_html
from careerfit.report.markdown import page_markdown
from careerfit.report.screens.page import page_screen
from careerfit.report.screens.terminal import render
from careerfit.report.views.result.page import result_page
from careerfit.report.words import result as words
from careerfit.text import Lang

from .pages import blocks_of, title_of, words_of
from .people import CENTRE, MANAGER, PEOPLE, answers, leaning, reality_of

COMMANDS = re.compile(r"careerfit (profile|reality|compare|score|quiz|roles)( |$)")


def items(blocks: Iterable[Block]) -> list[Item]:
    """All items among blocks, those of their parts too."""
    parts = [one for block in blocks if isinstance(block, Part) for one in items(block.blocks)]
    return [*(block for block in blocks if isinstance(block, Item)), *parts]


def names(bars: Block) -> list[str]:
    """The names of the bars that lead."""
    assert isinstance(bars, Bars)
    return [bar.name for bar in bars.bars if bar.leads]


def told(result: Result, key: str) -> list[str]:
    """What the items of one section say, in Indonesian."""
    return [one.said for one in items(blocks_of(result_page(result, "id"), key))]


def certainty(page: Page) -> str:
    """How sure the verdict is."""
    (lead,) = page.lead
    assert isinstance(lead, Paragraph)
    return lead.text


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
    assert expected == result_page(results[name], lang).title


def test_a_tie_of_three_names_all_three(results: dict[str, Result]) -> None:
    """All tied roles stand in the headline, and each has its side."""
    page = result_page(results["tie-of-three"], "en")
    assert page.title.startswith("Three roles suit you: ")
    sides = [
        one.title.removesuffix(" puts more weight on:") for one in blocks_of(page, "apart") if isinstance(one, Part)
    ]
    assert [*names(blocks_of(page, "chances")[0]), ""] == sides


def test_certainty_is_a_natural_frequency(results: dict[str, Result]) -> None:
    """How sure the verdict is, is said in people out of ten."""
    expected = "Jelas: dari 10 orang dengan jawaban seperti ini, lebih dari 9 paling cocok di peran ini."
    assert expected == certainty(result_page(results["clear"], "id"))


def test_nobody_is_told_that_a_field_suits_them_that_does_not(pack: Pack) -> None:
    """Roles tied at a low field fit are called the closest ones, not suitable ones."""
    low = {key: 3 if key in pack.shared else value for key, value in leaning(pack, CENTRE, MANAGER).items()}
    page = result_page(evaluate(pack, Answers(answers(pack, low))), "id")
    assert page.title.startswith("Yang paling dekat denganmu: ")
    assert title_of(page, "field").startswith("Untuk bidang ini secara umum, jawabanmu di tengah-tengah: ")


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
    assert expected == certainty(result_page(evaluate(pack, Answers(responses)), "id"))


def test_nothing_is_drawn_where_there_is_nothing_to_see(pack: Pack) -> None:
    """Without answers there are no bars and no field fit; an all-neutral person is not told that anything fits."""
    empty = result_page(evaluate(pack, Answers()), "id")
    neutral = result_page(evaluate(pack, Answers(dict.fromkeys(pack.item_by_key, 3))), "id")
    assert [(), (), ()] == [blocks_of(empty, key) for key in ("chances", "field", "shown")]
    assert [(), ()] == [blocks_of(neutral, key) for key in ("chances", "shown")]
    assert "di tengah-tengah" in title_of(neutral, "field")


def test_a_misfit_is_told_why_in_the_words_of_the_descriptions(results: dict[str, Result]) -> None:
    """The family that breaks it is named with sentences of tidak cocok, and no role is said to suit."""
    page = result_page(results["misfit"], "id")
    (because,) = blocks_of(page, "because")
    assert isinstance(because, Part)
    sentence, *quotes = because.blocks
    assert Paragraph("Empati dan kepedulian sosial: rata-rata jawabanmu 2 dari 5", "strong") == sentence
    profiles = {
        role.name.id: {one.text.id for one in role.section("tidak_cocok")} for role in results["misfit"].pack.roles
    }
    assert [True, True] == [isinstance(one, Quote) and words_of(one) in profiles[one.source] for one in quotes]
    assert [] == names(blocks_of(page, "chances")[0])


def test_the_leader_carries_its_alert(results: dict[str, Result]) -> None:
    """What tidak cocok says of the leader stands in its result, with the answer that meets it."""
    (alert,) = blocks_of(result_page(results["alert"], "id"), "alerts")
    assert isinstance(alert, Part)
    said, closing = alert.blocks
    assert isinstance(said, Quote)
    assert "Deskripsi Kepala Pusat Pelayanan Sosial berkata" == said.source
    assert Paragraph("Jawabanmu rendah untuk Minat pada masalah sosial (2 dari 5).") == closing


def test_what_speaks_against_the_leader_is_told(results: dict[str, Result]) -> None:
    """The clear one's weakness and idle strength stand under the leader, marked as such."""
    reasons = items(blocks_of(result_page(results["clear"], "id"), "why"))
    against = [(one.name, one.under[0]) for one in reasons if one.mark == AGAINST]
    assert ["Mengambil keputusan yang tepat", "Negosiasi"] == [name for name, _ in against]
    assert [True, False] == [isinstance(under, Quote) for _, under in against]
    assert Paragraph("Kekuatanmu ini tidak diminta peran ini.", "quiet") == against[1][1]


def test_reasons_are_never_shared_facets(result: Result) -> None:
    """What speaks for a role is never what every role asks for."""
    shared = {facet.name.id for facet in result.pack.facets if facet.key in result.pack.shared}
    reasons = items(blocks_of(result_page(result, "id"), "why"))
    assert set() == shared & {reason.name for reason in reasons if reason.mark == FOR}


def test_flips_say_what_to_answer_instead(results: dict[str, Result]) -> None:
    """A flip names the statement, both responses and the role that would come first."""
    (flip, *_) = told(results["tie-of-two"], "flips")
    assert re.fullmatch(r"Kalau “.+” kamu jawab \d \(bukan \d\), .+ naik ke urutan pertama\.", flip)
    (solid,) = told(results["clear"], "flips")
    assert (
        "Mengubah satu atau dua jawaban tidak cukup: paling sedikit 4 jawaban harus berubah sebelum peran lain naik ke "
        "urutan pertama."
    ) == solid


def test_steps_are_commands_that_exist(result: Result) -> None:
    """Every next step is a command of the program, with the options of this call, and the code last."""
    *steps, code = (
        one.code for one in blocks_of(result_page(result, "id", " --pack P"), "next") if isinstance(one, Code)
    )
    assert result.code == code
    assert [] == [step for step in steps if not COMMANDS.match(step)]
    assert [] == [step for step in steps if " --pack P" not in step]
    (save,) = (step for step in steps if "--code" in step)
    assert save.endswith(f" --code {result.code}")


def test_an_unfinished_tie_offers_the_remaining_questions(results: dict[str, Result]) -> None:
    """A tie with questions left offers them first; one without does not."""
    steps = [blocks_of(result_page(results[name], "id"), "next")[0] for name in ("tie-of-two", "tie-of-three")]
    first = [step.code for step in steps if isinstance(step, Code)]
    assert ["careerfit quiz --mode full", "compare"] == [first[0], first[1].split()[1]]


def test_flags_are_told_gently(results: dict[str, Result]) -> None:
    """Each quality flag has its sentence."""
    one = results["clear"]
    flagged = one._replace(quality=one.quality._replace(flags=("long_run", "inconsistent", "fast")))
    assert 1 + len(words.FLAGS) == len(told(flagged, "quality"))


def test_contradictions_are_shown_where_there_are_any(pack: Pack) -> None:
    """Opposite statements that were answered alike stand under the flag, two pairs at most; else nobody is accused."""
    given = answers(pack, leaning(pack, CENTRE))
    plain = evaluate(pack, Answers(given))
    alike = evaluate(pack, Answers({item.key: 5 if item.facet[0] in "ek" else given[item.key] for item in pack.items}))
    said = []
    for one in (plain, alike):
        flagged = one._replace(quality=one.quality._replace(flags=("inconsistent",)))
        _, flag = items(blocks_of(result_page(flagged, "id"), "quality"))
        said.append((flag.said, len(flag.under)))
    assert [(words.FLAGS["inconsistent"].id, 0), (words.CONTRADICTS.id, 2)] == said


def test_questions_to_ask_come_from_the_profile(results: dict[str, Result]) -> None:
    """A duty, a misconception and the weakest thing that the role asks for are turned into questions."""
    duty, _, weak, *_ = told(results["clear"], "ask")
    assert "“mengkoordinasikan kegiatan tim”" in duty
    assert "“keahlian dalam mengambil keputusan yang tepat”" in weak


@pytest.mark.parametrize("name", PEOPLE)
def test_steps_of_life_are_to_talk_to_read_and_to_try(results: dict[str, Result], name: str) -> None:
    """Whatever the verdict, there is somebody to talk to, something to read, and a small thing to try."""
    parts = [one for one in blocks_of(result_page(results[name], "en"), "ask") if isinstance(one, Part)]
    assert ["Talk", "Read", "Try"] == [part.title for part in parts]
    doing = {facet.doing.en for facet in results[name].pack.facets}
    assert set() < {one.said for one in items(parts[2:])} <= doing


def test_duties_are_those_of_the_roles_that_are_named(result: Result) -> None:
    """What one does all day stands there in the profile's own sentences, for each role that the verdict names."""
    blocks = blocks_of(result_page(result, "id"), "duties")
    found = [one for block in blocks for one in (block.blocks if isinstance(block, Part) else (block,))]
    roles = [result.pack.role(role) for role in result.verdict.roles]
    expected = {sentence.text.id for role in roles for sentence in role.section("duties")}
    assert expected == {words_of(one) for one in found if isinstance(one, Sentence)}


def test_a_misfit_takes_strengths_elsewhere(results: dict[str, Result]) -> None:
    """Who doesn't suit the field is told of strengths alone, and is sent to no role's profile."""
    page = result_page(results["misfit"], "id")
    (strengths,) = blocks_of(page, "shown")
    assert isinstance(strengths, Part)
    assert "Kekuatanmu, yang bisa kamu bawa ke bidang lain" == strengths.title
    commands = [one.code.split()[1] for one in blocks_of(page, "next")[:-1] if isinstance(one, Code)]
    assert ["quiz", "roles", "score"] == commands


def test_a_misfit_is_quoted_each_sentence_once(pack: Pack) -> None:
    """Where several families break the deal, no sentence of tidak cocok stands there twice."""
    least = Answers(answers(pack, dict.fromkeys(pack.facet_index, 1)))
    parts = [one for one in blocks_of(result_page(evaluate(pack, least), "id"), "because") if isinstance(one, Part)]
    quotes = [words_of(one) for part in parts for one in part.blocks if isinstance(one, Quote)]
    assert len(parts) > 1
    assert len(set(quotes)) == len(quotes) > 0


def test_an_unchangeable_order_is_called_that(results: dict[str, Result]) -> None:
    """Where no change of answers puts another role first, that is what is said."""
    fixed = results["clear"]._replace(flips=(), flip_size=None)
    expected = ["Perubahan jawaban apa pun tidak akan membuat peran lain naik ke urutan pertama."]
    assert expected == told(fixed, "flips")


def test_a_barred_leader_is_named_with_care(results: dict[str, Result]) -> None:
    """Where only the way of answering bars a clear verdict, that is the reason told, however little was answered."""
    one = results["clear"]
    barred = one._replace(verdict=one.verdict._replace(kind="unclear", roles=(), probability=None))
    few = barred._replace(quality=one.quality._replace(answered=12))
    expected = ("Hasilnya belum bisa dipastikan.", "Jawabanmu condong ke Kepala Pusat Pelayanan Sosial, tetapi cara ")
    for result in (barred, few):
        page = result_page(result, "id")
        assert expected == (page.title, certainty(page)[: len(expected[1])])


def test_a_field_that_does_not_suit_is_called_that(results: dict[str, Result]) -> None:
    """Low field fit is told as such, in one sentence for all roles."""
    one = results["clear"]
    low = result_page(one._replace(field=one.field._replace(score=20.0)), "id")
    assert "Secara umum, bidang ini kurang dekat denganmu: 20 dari 100" == title_of(low, "field")


def test_all_formats_keep_one_order(result: Result) -> None:
    """The titles stand in the same order on a terminal, in Markdown and on the page to take along."""
    page = result_page(result, "id", checks=reality_of(result))
    heads = [re.compile(rf"(?m)(^|>)[# ]*{re.escape(one.title[:60])}") for one in page.sections if one.title]
    html = result_html(result, "id", checks=reality_of(result)).partition('<article id="id"')[2]
    for text in (render(page_screen(page), 200), page_markdown(page), unescape(html)):
        places = [found.start() if (found := head.search(text)) else -1 for head in heads]
        assert places == sorted(places)
        assert -1 not in places
