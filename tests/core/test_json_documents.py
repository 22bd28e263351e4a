"""The JSON documents: everything that a result holds, in one language or both."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import SECTIONS, Answers, Belief, DuelAnswer, Measured, Pack, Reference, Sentence
from careerfit.core.results.json_documents import (
    compare_document,
    distinctive,
    document,
    facets_document,
    json_text,
    profile_document,
    questions_document,
    roles_document,
    utc,
)
from careerfit.core.results.result import Result, evaluate
from careerfit.core.scoring import with_measured, with_reference
from careerfit.text import LANGUAGES, Lang, Text

from .build import facet, pack_of, strengths
from .strategies import SOME, Someone, people


def small() -> Pack:
    """Two roles that share one facet and have one each; tidak cocok names the shared one."""
    facets = [facet("umum"), facet("a"), facet("b", kind="interest")]
    return pack_of(facets, {"p": (1, 1, 0), "q": (1, 0, 0.5)}, {"p": {"umum"}})


def someone() -> Result:
    """The result of someone who leans to the first role, half answered, after a duel, with an alert."""
    return evaluate(small(), Answers({"umum-1": 2, "a-1": 4, "a-2": 1}, (DuelAnswer("a", "b", "left"),)))


def texts(value: object) -> Iterator[object]:
    """Every mapping of languages in a document."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            yield value
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def translated(value: object, lang: Lang) -> object:
    """A document of both languages in one."""
    if isinstance(value, dict):
        return value[lang] if set(value) == set(LANGUAGES) else {k: translated(v, lang) for k, v in value.items()}
    return [translated(v, lang) for v in value] if isinstance(value, list) else value


@given(people())
@SOME
def test_documents_are_json(person: Someone) -> None:
    """A result's document comes back from JSON as it was, numbers unrounded."""
    found = evaluate(*person).to_dict()

    assert found == json.loads(json.dumps(found, allow_nan=False))


@given(people())
@SOME
def test_one_language_or_both(person: Someone) -> None:
    """In one language a document is the same with each text in that language."""
    pack, answers = person
    result = evaluate(pack, answers)
    role = pack.roles[0]

    for lang in LANGUAGES:
        assert translated(result.to_dict(), lang) == result.to_dict(lang)
        assert translated(questions_document(pack), lang) == questions_document(pack, lang)
        assert translated(roles_document(pack), lang) == roles_document(pack, lang)
        assert translated(profile_document(pack, role), lang) == profile_document(pack, role, lang)
        assert translated(compare_document(pack, pack.roles), lang) == compare_document(pack, pack.roles, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_other_language_is_left(pack: Pack, lang: Lang) -> None:
    """A document in one language holds no text in both."""
    result = evaluate(pack, strengths(pack, {one.key: 1 + n % 5 for n, one in enumerate(pack.facets)}))
    for found in (
        result.to_dict(lang),
        questions_document(pack, lang),
        roles_document(pack, lang),
        profile_document(pack, pack.roles[0], lang),
        compare_document(pack, pack.roles, lang),
    ):
        assert [] == list(texts(found))


def test_what_every_document_has(pack: Pack) -> None:
    """Every document has the schema's version and names its pack."""
    expected = (1, {"name": pack.name, "version": pack.version, "fingerprint": pack.fingerprint})
    for found in (
        evaluate(pack, Answers()).to_dict(),
        questions_document(pack),
        roles_document(pack),
        profile_document(pack, pack.roles[0]),
        compare_document(pack, pack.roles[:2]),
    ):
        assert expected == (found["schema_version"], found["pack"])


def test_whose_answers_a_document_rests_on(pack: Pack) -> None:
    """A reference group and measured constants are named with the pack, where they are in use."""
    group = Reference(120, "2026-03-01", tuple(3.2 for _ in pack.facets))
    measured = Measured(400, "2026-04-02", 0.9, 1.1, 0.8)
    alone = document(pack, {})["pack"]
    with_both = document(with_measured(with_reference(pack, group), measured), {})["pack"]
    assert {"norms": {"people": 120, "made": "2026-03-01"}, "measured": measured._asdict()} == {
        key: value for key, value in with_both.items() if key not in alone
    }


def test_a_moment_in_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment is told in UTC, wherever the computer is."""
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    try:
        moment = datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=9)))
        assert utc(moment) == "2026-02-28T23:30:00Z"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_result_in_full() -> None:
    """A result's document holds all of it: each key with its value, from the answers to the code."""
    result = someone()
    found = result.to_dict()

    assert [
        "schema_version",
        "pack",
        "answers",
        "field",
        "verdict",
        "ranking",
        "runner_up",
        "flips",
        "flip_size",
        "duels",
        "quality",
        "code",
    ] == list(found)
    assert {"name": "kecil", "version": "1", "fingerprint": small().fingerprint} == found["pack"]
    assert {"umum-1": 2, "umum-2": None, "a-1": 4, "a-2": 1, "b-1": None, "b-2": None} == found["answers"]
    assert {
        "kind": result.verdict.kind,
        "roles": list(result.verdict.roles),
        "probability": result.verdict.probability,
    } == found["verdict"]
    assert [{"left": "a", "right": "b", "answer": "left"}] == found["duels"]
    assert {"answered": 3, "of": 6, "flags": []} == found["quality"]
    assert (result.code, result.flip_size) == (found["code"], found["flip_size"])


def test_the_field_in_a_document() -> None:
    """The field has its score, the means of its families, and alerts with the sentence that names them."""
    quote = {"id": "tidak_cocok: p butuh umum setiap hari.", "en": "tidak_cocok: p needs umum every day."}

    assert {
        "score": 25.0,
        "families": {"umum": 2.0},
        "alerts": [{"role": "p", "facet": "umum", "value": 2.0, "quote": quote}],
    } == someone().to_dict()["field"]


def test_the_ranking_in_a_document() -> None:
    """The ranking holds every role with rank, name, score, probability and all contributions with their evidence."""
    result = someone()
    expected = [
        {
            "rank": place.rank,
            "role": place.role,
            "name": {"id": place.name.id, "en": place.name.en},
            "score": place.score,
            "probability": place.probability,
            "contributions": [
                {
                    "facet": part.facet,
                    "value": part.value,
                    "points": part.points,
                    "evidence": [
                        {
                            "section": e.section,
                            "quote": {"id": e.quote.id, "en": e.quote.en},
                            "phrase": {"id": e.phrase.id, "en": e.phrase.en},
                        }
                        for e in part.evidence
                    ],
                }
                for part in place.contributions
            ],
        }
        for place in result.ranking
    ]
    found = result.to_dict()

    assert expected == found["ranking"]
    assert result.runner_up.role == found["runner_up"]["role"]  # type: ignore[index]
    assert result.runner_up.gap == found["runner_up"]["gap"]  # type: ignore[index]
    assert [part.points for part in result.runner_up.contributions] == [
        part["points"]
        for part in found["runner_up"]["contributions"]  # type: ignore[index]
    ]


def test_unanswered_facets_in_a_document() -> None:
    """What all unanswered facets add is one contribution without a facet, the last; where there are none, none is."""
    result = evaluate(small(), Answers({"umum-1": 2, "a-1": 4}))
    found: dict[str, Any] = result.to_dict()
    whole: dict[str, Any] = someone().to_dict()
    rest = {"facet": None, "value": None, "evidence": []}

    for place, told in zip(result.ranking, found["ranking"], strict=True):
        assert {**rest, "points": place.unanswered} == told["contributions"][-1]
    assert {**rest, "points": result.runner_up.unanswered} == found["runner_up"]["contributions"][-1]
    assert None not in {part["facet"] for part in whole["ranking"][0]["contributions"]}


def test_flips_in_a_document() -> None:
    """Each flip tells its changes, from which response to which, and the role that then leads."""
    result = evaluate(small(), Answers({"umum-1": 2, "a-1": 4, "b-1": 4}))

    assert [
        {"changes": [{"item": "a-1", "from": 4, "to": 3}], "leader": "q"},
        {"changes": [{"item": "b-1", "from": 4, "to": 5}], "leader": "q"},
    ] == result.to_dict()["flips"]


@given(people())
@SOME
def test_every_quote_is_a_sentence(person: Someone) -> None:
    """Every quote in a result is a sentence of that role's profile, and every phrase stands in it."""
    pack, answers = person
    for place in evaluate(pack, answers).ranking:
        sentences = {(s.section, s.text) for s in pack.role(place.role).sentences}
        for part in place.contributions:
            for e in part.evidence:
                assert (e.section, e.quote) in sentences
                assert e.phrase.id in e.quote.id
                assert e.phrase.en in e.quote.en


def test_every_quote_of_the_shipped_pack_is_a_sentence(pack: Pack) -> None:
    """The same holds for the documents of the shipped pack."""
    found = evaluate(pack, strengths(pack, {one.key: 1 + n % 5 for n, one in enumerate(pack.facets)})).to_dict("id")
    alerts = found["field"]["alerts"]  # type: ignore[index]
    quoted = [
        (place["role"], e["section"], e["quote"], e["phrase"])
        for place in found["ranking"]  # type: ignore[attr-defined]
        for part in place["contributions"]
        for e in part["evidence"]
    ]
    said = [(alert["role"], "tidak_cocok", alert["quote"], "") for alert in alerts]

    assert len(quoted) > 100
    assert len(said) > 3
    for slug, section, quote, phrase in quoted + said:
        assert quote in {sentence.text.id for sentence in pack.role(slug).section(section)}
        assert phrase in quote


def test_questions_in_a_document() -> None:
    """Every item is listed with all that is known of it, and every role's relevance."""
    found = questions_document(small())["items"]

    assert isinstance(found, list)
    assert ["umum-1", "umum-2", "a-1", "a-2", "b-1", "b-2"] == [item["key"] for item in found]
    assert {
        "key": "b-2",
        "facet": "b",
        "family": "b",
        "kind": "interest",
        "keyed": -1,
        "shared": False,
        "text": {"id": "Saya b 2.", "en": "I b 2."},
        "relevance": {"p": 0.0, "q": 0.5},
    } == found[-1]
    assert [True, True, False, False, False, False] == [item["shared"] for item in found]


def test_facets_in_a_document() -> None:
    """Every facet is listed with its name, what kind it is of, and the keys of its items."""
    found = facets_document(small())["facets"]

    assert isinstance(found, list)
    assert ["umum", "a", "b"] == [one["key"] for one in found]
    assert {
        "key": "b",
        "name": {"id": "B", "en": "B"},
        "kind": "interest",
        "family": "b",
        "shared": False,
        "items": ["b-1", "b-2"],
    } == found[-1]
    assert found[0]["shared"] is True
    named = facets_document(small(), "id")["facets"]
    assert isinstance(named, list)
    assert "Umum" == named[0]["name"]


def test_roles_in_a_document(pack: Pack) -> None:
    """Every role is listed with its name and the three facets that set it apart most."""
    found = roles_document(pack)["roles"]

    assert [
        {
            "role": one.slug,
            "name": {"id": one.name.id, "en": one.name.en},
            "distinctive": distinctive(pack, one)[:3],
        }
        for one in pack.roles
    ] == found
    assert {3} == {len(one["distinctive"]) for one in found}


def test_a_profile_in_a_document() -> None:
    """A profile has its sentences by section, each with the facets it names, and what sets the role apart."""
    pack = small()

    assert {
        "role": "q",
        "name": {"id": "Q", "en": "Q"},
        "sections": {
            "duties": [
                {
                    "text": {"id": "duties: q butuh b setiap hari.", "en": "duties: q needs b every day."},
                    "names": [{"facet": "b", "phrase": {"id": "butuh b", "en": "needs b"}, "relevance": 0.5}],
                }
            ],
            "cocok": [
                {
                    "text": {"id": "cocok: q butuh umum setiap hari.", "en": "cocok: q needs umum every day."},
                    "names": [{"facet": "umum", "phrase": {"id": "butuh umum", "en": "needs umum"}, "relevance": 1}],
                }
            ],
            "tidak_cocok": [],
            "expectations": [],
            "differences": [],
        },
        "beliefs": [],
        "distinctive": ["b"],
    } == {key: value for key, value in profile_document(pack, pack.role("q")).items() if key in PROFILE}


def test_roles_compared_in_a_document() -> None:
    """Roles in the order of the call: what each asks for, facet by facet, and how each says it differs."""
    pack = small()
    differs = Sentence("differences", Text("Beda.", "Different."))
    q = pack.roles[1]._replace(sentences=(*pack.roles[1].sentences, differs))
    found = compare_document(pack, [q, pack.roles[0]])

    assert [{"role": "q", "name": {"id": "Q", "en": "Q"}}, {"role": "p", "name": {"id": "P", "en": "P"}}] == found[
        "roles"
    ]
    assert [
        {"facet": "umum", "kind": "trait", "shared": True, "relevance": {"q": 1.0, "p": 1.0}},
        {"facet": "a", "kind": "trait", "shared": False, "relevance": {"q": 0.0, "p": 1.0}},
        {"facet": "b", "kind": "interest", "shared": False, "relevance": {"q": 0.5, "p": 0.0}},
    ] == found["facets"]
    assert {"q": [{"id": "Beda.", "en": "Different."}], "p": []} == found["differences"]


PROFILE = {"role", "name", "sections", "beliefs", "distinctive"}


def test_sections_of_a_profile() -> None:
    """Sections come in the profile's order, only those that are asked for."""
    pack = small()
    found = profile_document(pack, pack.roles[0], sections=("cocok", "duties"))["sections"]

    assert ["duties", "cocok"] == list(found)  # type: ignore[call-overload]
    assert list(SECTIONS) == list(profile_document(pack, pack.roles[0])["sections"])  # type: ignore[call-overload]


def test_beliefs_of_a_profile() -> None:
    """Beliefs come with the statement, whether it holds, the words that state it (if it does not), and the reality."""
    true = Belief(Text("benar", "true"), True, None, (Text("r1", "r1"),))
    false = Belief(Text("salah", "false"), False, Text("kata", "word"), (Text("r2", "r2"), Text("r3", "r3")))
    pack = small()
    role = pack.roles[0]._replace(beliefs=(true, false))

    assert [
        {"statement": "true", "holds": True, "belief": None, "reality": ["r1"]},
        {"statement": "false", "holds": False, "belief": "word", "reality": ["r2", "r3"]},
    ] == profile_document(pack, role, "en")["beliefs"]


def test_json_as_it_is_written() -> None:
    """JSON is indented by two, ends its last line, keeps what can be read as it is and spells out what can't."""
    assert '{\n  "a": [\n    "é\\u200b"\n  ]\n}\n' == json_text({"a": ["é\u200b"]})
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"a": float("nan")})


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.none(), st.integers(), st.lists(st.text()))))
def test_json_carries_no_control_bytes(document: dict[str, object]) -> None:
    """Any text comes back from a JSON document as it was, without one byte that steers a terminal or hides."""
    text = json_text(document)
    assert document == json.loads(text)
    assert not set(text) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160), 0x202E, 0x2066, 0x200B]))


@given(st.dictionaries(st.text(), st.text()))
def test_json_can_be_plain_ascii(document: dict[str, object]) -> None:
    """Where standard output can't take all of Unicode, a document in ASCII says the same."""
    text = json_text(document, ascii_only=True)
    assert text.isascii()
    assert document == json.loads(text)
