"""The values that everything else passes around."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careerfit.core.model import Answers, Duel, DuelAnswer, Evidence, Pack, Reply, Role, Sentence, Side
from careerfit.core.scoring import FacetValue
from careerfit.text import Text

from .build import facet, pack_of

HALF = Evidence("sabar", "duties", Text("a", "a"), Text("a", "a"), 0.5)
FULL = Evidence("sabar", "expectations", Text("b", "b"), Text("b", "b"), 1.0)
NAMED = Evidence("sabar", "cocok", Text("c", "c"), Text("c", "c"), 1.0)
ALSO_NAMED = Evidence("sabar", "tidak_cocok", Text("e", "e"), Text("e", "e"), 1.0)
OTHER = Evidence("teliti", "cocok", Text("d", "d"), Text("d", "d"), 1.0)


def as_role(*evidence: Evidence) -> Role:
    """A role with one sentence for each piece of evidence."""
    return Role("penguji", Text("Penguji", "Tester"), tuple(Sentence(e.section, e.quote, (e,)) for e in evidence))


def small() -> Pack:
    """Two roles that share nothing."""
    return pack_of([facet("sabar"), facet("teliti")], {"pendek": (1, 0), "panjang": (0, 1)})


def test_text_in_either_language() -> None:
    """A text gives the language that is asked for."""
    text = Text(id="kapal", en="ship")

    assert ("kapal", "ship") == (text.pick("id"), text.pick("en"))


def test_evidence_of_a_facet_comes_strongest_first() -> None:
    """The strongest evidence comes first, and who fits or does not before other sections."""
    role = as_role(HALF, FULL, OTHER, NAMED, ALSO_NAMED)

    assert (NAMED, ALSO_NAMED, FULL, HALF) == role.evidence("sabar")


def test_no_evidence() -> None:
    """A role says nothing of a facet that it does not name."""
    assert () == as_role(OTHER).evidence("sabar")


def test_sections_of_a_role() -> None:
    """A section holds its own sentences, in the profile's order."""
    role = as_role(NAMED, HALF, OTHER)

    assert ["c", "d"] == [sentence.text.id for sentence in role.section("cocok")]


def test_look_up_by_key() -> None:
    """A pack finds its facets and roles by their keys."""
    pack = small()

    assert ("teliti", "pendek") == (pack.facet("teliti").key, pack.role("pendek").slug)


@pytest.mark.parametrize("look_up", [lambda pack: pack.facet("lain"), lambda pack: pack.role("lain")])
def test_another_packs_key(look_up: Callable[[Pack], object]) -> None:
    """What a pack does not know is an error, not somebody else's facet or role."""
    with pytest.raises(KeyError, match="lain"):
        look_up(small())


def test_packs_of_one_content_are_equal() -> None:
    """Two packs with the same fingerprint are equal and take one place in a set; others differ, and so do texts."""
    other = pack_of([facet("sabar"), facet("tegas")], {"pendek": (1, 0), "panjang": (0, 1)})

    assert small() == small() != other
    assert 2 == len({small(), small(), other}) == len({hash(small()), hash(small()), hash(other)})
    assert small() != small().fingerprint


def test_a_pack_shows_itself_in_a_line() -> None:
    """A pack's repr is its name, version, fingerprint and size in one short line, whatever its author called it."""
    found = repr(small()._replace(fingerprint="00ff", name="\x1b[2J\n" * 50))

    assert "<Pack kecil 1, 00ff: 2 roles, 2 facets, 4 items>" == repr(small()._replace(fingerprint="00ff"))
    assert found.startswith("<Pack \\x1b[2J\\n\\x1b[2J")
    assert found.isprintable()


@pytest.mark.parametrize(("answer", "preferred", "other"), [("left", "sabar", "teliti"), ("right", "teliti", "sabar")])
def test_duel_answer_names_both_facets(answer: Side, preferred: str, other: str) -> None:
    """A duel's answer tells which facet was preferred to which."""
    duel = DuelAnswer("sabar", "teliti", answer)

    assert (preferred, other) == (duel.preferred, duel.other)


def test_a_reply_knows_its_duel() -> None:
    """Two keys are a duel of these two facets, one key is an item."""
    assert (Duel("sabar", "teliti"), None) == (Reply(("sabar", "teliti"), "left").duel, Reply(("sabar-1",), 4).duel)


@pytest.mark.parametrize(("x", "rating"), [(0.0, 1.0), (0.5, 3.0), (1.0, 5.0)])
def test_rating_is_on_the_response_scale(x: float, rating: float) -> None:
    """A facet's value from 0 to 1 reads as 1 to 5."""
    assert rating == FacetValue(x, 1).rating


def test_values_are_frozen() -> None:
    """No one can change a value that others hold too."""
    for value in (Text("a", "a"), FacetValue(0.5, 1), small()):
        with pytest.raises(AttributeError):
            setattr(value, next(iter(value.__annotations__)), "b")


def test_nobody_has_answered_yet() -> None:
    """Answers without anything hold no responses and no duels."""
    assert ({}, ()) == (Answers().responses, Answers().duels)
