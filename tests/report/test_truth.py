"""What the screens say is true: their sentences are read back, and held against the matrix and the answers.

Nothing here asks the views how they came to a sentence: each is taken apart again by its pattern of words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from careerfit.core.confidence import NOT_SURE
from careerfit.core.model import HIGHEST, LOWEST, Answers, DuelAnswer, Pack
from careerfit.core.quick_form import side_by_side
from careerfit.core.results.result import Result, evaluate
from careerfit.core.scoring import OTHER, PREFERRED, facet_values, order, scores
from careerfit.report.blocks import AGAINST, FOR, Bars, Block, Item, Page, Paragraph, Part, Table
from careerfit.report.views.compare import compare_page
from careerfit.report.views.profile import profile_page
from careerfit.report.views.result.page import result_page
from careerfit.report.words import history as history_words
from careerfit.report.words import profile as profile_words
from careerfit.report.words import result as words
from careerfit.text import LANGUAGES, Lang, Text

from .pages import section_of
from .people import PEOPLE, answers

GENERATED = 200
LEAST = {
    "asked by all": 24,
    "asked by some": 400,
    "strong": 250,
    "low": 150,
    "field": 200,
    "chance": 1500,
    "reason": 200,
    "gap": 100,
    "flip": 90,
    "contradiction": 20,
    "sign": 1500,
    "asked not": 150,
    "alert": 25,
    "apart": 60,
    "breaker": 10,
    "compare": 550,
    "profile": 140,
}
"""So many sentences of each kind are checked at least."""

Checked = Counter[str]


def reads(pattern: Text, lang: Lang, text: str) -> dict[str, str] | None:
    """What stands in the places of a pattern, where the text is made by it."""
    parts = re.split(r"\{(\w+)\}", pattern.pick(lang))
    made = "".join(f"(?P<{part}>.+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    found = re.fullmatch(made, text)
    return found.groupdict() if found else None


def must(pattern: Text, lang: Lang, text: str) -> dict[str, str]:
    """What stands in the places of a pattern that the text has to be made by."""
    found = reads(pattern, lang, text)
    assert found is not None, (pattern, text)
    return found


def number(text: str) -> float:
    """A number as either language writes it."""
    return float(text.replace("−", "-").replace(",", "."))


def people(pack: Pack) -> Iterator[Answers]:
    """The golden six, and people by chance: dice, members, the decisive, the uniform; some stop early."""
    yield from (make(pack) for make in PEOPLE.values())
    for n in range(GENERATED):
        random = Random(n)
        yield _someone(pack, n, random)


def _someone(pack: Pack, n: int, random: Random) -> Answers:
    role = pack.relevance[random.randrange(len(pack.roles))]
    high, low = random.choice([(5, 1), (4, 2), (5, 3), (4, 3), (3, 1)])
    member = {facet.key: high if role[t] else low for t, facet in enumerate(pack.facets)}
    noisy = {facet.key: max(1, min(5, round(random.gauss(3.2 + role[t], 1)))) for t, facet in enumerate(pack.facets)}
    given = (
        {item.key: random.randint(LOWEST, HIGHEST) for item in pack.items},
        answers(pack, member),
        answers(pack, noisy),
        {item.key: random.choice((4, 5)) for item in pack.items},
        {item.key: 3 if random.random() < 0.9 else 4 for item in pack.items},
    )[n % 5]
    keep = random.choice((len(given), len(given), 30, 23, 12, 4, 1, 0))
    kept = dict(random.sample(sorted(given.items()), keep))
    if n % 7 == 0 and len(kept) > 3:
        kept = dict.fromkeys(kept, 4)
    a, b = random.sample([t for t, facet in enumerate(pack.facets) if facet.key not in pack.shared], 2)
    duels = (DuelAnswer(*side_by_side(pack, a, b), "left"),) if n % 4 == 0 and kept else ()
    return Answers({item.key: kept[item.key] for item in pack.items if item.key in kept}, duels)


class Reader:
    """One person's screen, read back in one language; ``checked`` counts what was."""

    def __init__(self, result: Result, lang: Lang, checked: Checked) -> None:
        self.result, self.pack, self.lang, self.checked = result, result.pack, lang, checked
        self.page: Page = result_page(result, lang)
        self.facets = {facet.name.pick(lang): t for t, facet in enumerate(self.pack.facets)}
        self.roles = {role.name.pick(lang): k for k, role in enumerate(self.pack.roles)}
        self.values = [self._value(t) for t in range(len(self.pack.facets))]

    def _value(self, t: int) -> float | None:
        """The mean of all that was said of a facet, from 1 to 5, worked out from the answers alone."""
        facet, given = self.pack.facets[t], self.result.answers
        said: list[float] = [
            given.responses[i.key] if i.keyed > 0 else 6 - given.responses[i.key]
            for i in facet.items
            if i.key in given.responses
        ]
        said += [PREFERRED for duel in given.duels if duel.preferred == facet.key]
        said += [OTHER for duel in given.duels if duel.other == facet.key]
        return sum(said) / len(said) if said else None

    def blocks(self, key: str) -> tuple[Block, ...]:
        """The blocks of a section, none where there is none; no section that is shown is empty."""
        section = section_of(self.page, key)
        assert section is None or section.blocks
        return section.blocks if section else ()

    def column(self, name: str) -> list[float]:
        """How much each role asks for the facet of that name."""
        return [row[self.facets[name]] for row in self.pack.relevance]

    def value(self, name: str) -> float:
        """The person's value in the facet of that name, which has one."""
        value = self.values[self.facets[name]]
        assert value is not None
        return value

    def read(self) -> None:
        """Every sentence of the kinds that this knows."""
        self.shown()
        self.field()
        self.chances()
        self.certainty()
        self.gap()
        self.flips()
        self.quality()
        self.signs()
        self.alerts()
        self.apart()
        self.because()

    def shown(self) -> None:
        """Strengths and lows are such by the answers, and who asks for them does, by the matrix."""
        for one in self.blocks("shown"):
            assert isinstance(one, Part)
            elsewhere = one.title == words.STRONG_ELSEWHERE.pick(self.lang)
            strong = elsewhere or one.title == words.STRONG_IN.pick(self.lang)
            assert elsewhere == (self.result.verdict.kind == "misfit")
            assert strong or one.title == words.LOW_IN.pick(self.lang)
            for item in one.blocks:
                assert isinstance(item, Item)
                assert self.value(item.name) >= 3.75 if strong else self.value(item.name) <= 2.25
                self.checked["strong" if strong else "low"] += 1
                assert len(item.under) == (0 if elsewhere else 1)
                for under in item.under:
                    assert isinstance(under, Paragraph)
                    self.asked(item.name, under.text)

    def asked(self, name: str, told: str) -> None:
        """By all is said exactly where all ask; else those are named that ask for most, and no others."""
        column = self.column(name)
        if told == words.ASKED_BY_ALL.pick(self.lang):
            assert min(column) > 0
            self.checked["asked by all"] += 1
            return
        listed = must(words.ASKED_BY, self.lang, told)["roles"]
        assert min(column) == 0 < max(column)
        assert {role for role, k in self.roles.items() if column[k] == max(column)} == {
            role for role in self.roles if role in listed
        }
        self.checked["asked by some"] += 1

    def field(self) -> None:
        """The field's sentence says its score, which is the mean of the shared facets, and how high that is."""
        section = section_of(self.page, "field")
        shared = [self.values[t] for t, facet in enumerate(self.pack.facets) if facet.key in self.pack.shared]
        known = [value for value in shared if value is not None]
        assert bool(known) == (section is not None)
        if section is None:
            return
        sentence, _, told = section.title.partition(": ")
        score = self.result.field.score
        if len(known) == len(shared):
            assert abs(score - 25 * (sum(known) / len(known) - 1)) < 1e-6
        assert abs(number(must(words.OF_HUNDRED, self.lang, told)["n"]) - score) <= 0.5
        if self.result.verdict.kind != "misfit":
            expected = words.FIELD_LOW if score < 40 else words.FIELD_MIDDLE if score < 60 else words.FIELD_HIGH
            assert expected.pick(self.lang) == sentence
        self.checked["field"] += 1

    def chances(self) -> None:
        """Each bar's words are those of its role's chance, and the bars stand in the order of the scores."""
        bars = [bar for block in self.blocks("chances") if isinstance(block, Bars) for bar in block.bars]
        by_role = {ranked.name.pick(self.lang): ranked for ranked in self.result.ranking}
        for bar in bars:
            self.chance(bar.said, by_role[bar.name].probability)
            assert bar.share == by_role[bar.name].probability
        assert sorted((bar.share for bar in bars), reverse=True) == [bar.share for bar in bars]

    def chance(self, said: str, probability: float) -> None:
        """A number of ten is the nearest one; at the ends, and below the bar for a verdict, it says so."""
        n = int(re.findall(r"\d+", re.sub("([Dd]ari 10 orang|[Oo]f 10 people)", "", said))[0])
        if re.search(r"kurang dari|fewer than", said):
            assert probability < 0.05
        elif re.search(r"lebih dari|more than", said):
            assert probability >= 0.95
        else:
            assert abs(n / 10 - probability) <= 0.05 + 1e-9
        assert bool(re.search(r"hampir|nearly", said)) == (n == 8 and probability < 0.8)
        self.checked["chance"] += 1

    def certainty(self) -> None:
        """The reason given for a verdict is one that the answers bear out, and that decided it."""
        (lead,) = self.page.lead
        assert isinstance(lead, Paragraph)
        kind, top = self.result.verdict.kind, self.result.ranking[0].probability
        given = self.result.answers.responses
        if kind in {"clear", "tie"}:
            self.chance(lead.text.split(". ")[0], self.result.verdict.probability or 0)
            return
        if kind == "misfit":
            assert self.result.verdict.breakers
            return
        if leans := reads(words.UNCLEAR_FLAGGED, self.lang, lead.text):
            assert top >= 0.8
            assert self.result.quality.flags
            assert self.roles[leans["role"]] == self.pack.role_index[self.result.ranking[0].role]
            assert NOT_SURE.pick(self.lang) == self.page.title
        elif few := reads(words.UNCLEAR_FEW, self.lang, lead.text):
            assert (len(given), len(self.pack.items)) == (int(few["answered"]), int(few["total"]))
            assert 3 * len(given) < len(self.pack.items)
            assert top < 0.8 or len(given) == 1
        elif lead.text == words.UNCLEAR_NONE.pick(self.lang):
            assert not given
        elif lead.text in (words.UNCLEAR_ALIKE.pick(self.lang), words.UNCLEAR_ALIKE_APART.pick(self.lang)):
            assert len(given) > 1
            assert 1 == len(set(given.values()))
            is_apart = any(ranked.rank > 1 for ranked in self.result.ranking)
            assert (lead.text == words.UNCLEAR_ALIKE_APART.pick(self.lang)) == is_apart
        elif lead.text == words.UNCLEAR_EQUAL.pick(self.lang):
            assert {1} == {ranked.rank for ranked in self.result.ranking}
        else:
            assert words.UNCLEAR_SPREAD.pick(self.lang) == lead.text
            assert sum(ranked.probability for ranked in self.result.ranking[:3]) < 0.8
        self.checked["reason"] += 1

    def gap(self) -> None:
        """Under what a role asks for more stands what it does ask for more, with the sign of its points."""
        for one in self.blocks("why_not"):
            if not isinstance(one, Item):
                continue
            first, second = (self.pack.role_index[ranked.role] for ranked in self.result.ranking[:2])
            patterns = (
                (words.ASKS_MORE_STRONG, True, True),
                (words.ASKS_MORE_WEAK, True, False),
                (words.WEIGHS_MORE_STRONG, False, True),
                (words.WEIGHS_MORE_WEAK, False, False),
            )
            found = [(p, r["a"]) for p in patterns if (r := reads(p[0], self.lang, one.said))]
            ((_, asks_more, strong), name) = found[0]
            heavy = self.roles[name]
            light = second if heavy == first else first
            for inner in one.under:
                assert isinstance(inner, Item)
                told = must(words.GAP_FACET, self.lang, inner.said)
                t = self.facets[told["facet"]]
                points, matrix = self.pack.table.points, self.pack.relevance
                value = self.value(told["facet"])
                assert points[heavy][t] > points[light][t]
                assert asks_more == (matrix[heavy][t] > matrix[light][t])
                assert value > 3 if strong else value < 3
                expected = (points[first][t] - points[second][t]) * (value - 3) / 4
                assert abs(number(told["points"].replace("+", "")) - expected) <= 0.05 + 1e-9
                assert (FOR if expected > 0 else AGAINST) == one.mark
                self.checked["gap"] += 1

    def flips(self) -> None:
        """Whoever answers as a flip says gets the role first that it says."""
        for one in self.blocks("flips"):
            assert isinstance(one, Item)
            found = reads(words.FLIP, self.lang, one.said)
            if found is None:
                continue
            given = dict(self.result.answers.responses)
            changes = words.FLIP_CHANGE.pick(self.lang)
            by_text = {item.text.clean(self.lang).rstrip("."): item.key for item in self.pack.items}
            pattern = re.escape(changes)
            for name, inside in (("statement", "[^“”]+"), ("after", r"\d"), ("before", r"\d")):
                pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{inside})")
            told = [match.groupdict() for match in re.finditer(pattern, found["changes"])]
            assert told
            for change in told:
                key = by_text[change["statement"]]
                assert int(change["before"]) == given[key]
                given[key] = int(change["after"])
            points = scores(self.pack, facet_values(self.pack, Answers(given, self.result.answers.duels)))
            assert self.roles[found["role"]] == order(points)[0]
            self.checked["flip"] += 1

    def quality(self) -> None:
        """Answers are said to contradict each other only where opposite items of one facet were answered alike."""
        said = [one for one in self.blocks("quality") if isinstance(one, Item)]
        told = must(words.ANSWERED, self.lang, said[0].said)
        assert len(self.result.answers.responses) == int(told["answered"])
        by_text = {item.text.clean(self.lang).rstrip("."): item for item in self.pack.items}
        for one in said[1:]:
            if one.said != words.CONTRADICTS.pick(self.lang):
                assert not one.under
                continue
            assert 0 < len(one.under) <= 2
            for under in one.under:
                assert isinstance(under, Paragraph)
                pair = must(words.OPPOSITES, self.lang, under.text)
                first, second = by_text[pair["first"]], by_text[pair["second"]]
                given = [self.result.answers.responses[item.key] for item in (first, second)]
                assert (first.facet, first.keyed) == (second.facet, -second.keyed)
                assert [int(pair["one"]), int(pair["other"])] == given
                assert min(given) >= 4 or max(given) <= 2
                self.checked["contradiction"] += 1

    def signs(self) -> None:
        """▲ stands beside answers above the middle, ▼ beside low ones or beside what a role doesn't ask for."""
        for key in ("why", "apart"):
            for one in self._items(self.blocks(key)):
                value = self.values[self.facets[one.name]]
                under = one.under[0]
                unwanted = isinstance(under, Paragraph) and under.text == words.NOT_ASKED.pick(self.lang)
                if unwanted:
                    leader = self.pack.role_index[self.result.ranking[0].role]
                    assert len(self.result.verdict.roles) > 1 or self.column(one.name)[leader] == 0
                    assert min(self.column(one.name)) == 0
                    self.checked["asked not"] += 1
                if one.mark in {FOR, AGAINST}:
                    assert value is not None
                    assert (value > 3) == ((one.mark == FOR) != unwanted)
                else:
                    assert value is None or value == 3
                self.checked["sign"] += 1

    def _items(self, found: tuple[Block, ...]) -> Iterator[Item]:
        for one in found:
            if isinstance(one, Item):
                yield one
            elif isinstance(one, Part):
                yield from self._items(one.blocks)

    def alerts(self) -> None:
        """What an alert calls low is rated 2 or less, and the value beside it is the answers' mean."""
        for one in self.blocks("alerts"):
            assert isinstance(one, Part)
            closing = one.blocks[-1]
            assert isinstance(closing, Paragraph)
            listed = must(words.ALERT_LOW, self.lang, closing.text)["facets"]
            for facet in self.facets:
                found = re.search(rf"(?<!\w){re.escape(facet)} \(([\d.,]+) (dari|of) 5\)", listed)
                if found:
                    assert self.value(facet) <= 2
                    assert abs(self.value(facet) - number(found[1])) <= 0.005
                    self.checked["alert"] += 1

    def apart(self) -> None:
        """That answers go with each role is said only where no side holds nothing but ▼, and the field suits."""
        sides = [one for one in self.blocks("apart") if isinstance(one, Part) and one.title]
        if not sides:
            return
        marks = [{one.mark for one in self._items(side.blocks)} for side in sides]
        lead = self.blocks("apart")[0]
        assert isinstance(lead, Paragraph)
        if lead.text == words.APART_LEAD.pick(self.lang):
            assert {AGAINST} not in marks
            assert self.result.field.score >= 60
        else:
            assert words.APART_ASK.pick(self.lang) == lead.text
        closest = reads(words.TIE_LOW, self.lang, self.page.title)
        assert (closest is None) == (lead.text == words.APART_LEAD.pick(self.lang))
        self.checked["apart"] += 1

    def because(self) -> None:
        """The mean of a family that breaks a deal is that of its answered items."""
        names = {text.pick(self.lang): family for family, text in self.pack.families.items()}
        for one in self.blocks("because"):
            assert isinstance(one, Part)
            assert isinstance(one.blocks[0], Paragraph)
            told = must(words.BREAKER, self.lang, one.blocks[0].text)
            given = self.result.answers.responses
            items = [i for i in self.pack.items if self.pack.facet(i.facet).family == names[told["family"]]]
            keyed = [given[i.key] if i.keyed > 0 else 6 - given[i.key] for i in items if i.key in given]
            assert abs(sum(keyed) / len(keyed) - number(told["value"])) <= 0.005 + 1e-9
            self.checked["breaker"] += 1


def read_compare(pack: Pack, lang: Lang, checked: Checked) -> None:
    """All pairs, and all roles: what all are said to ask for they do, all alike; each sign is the matrix's."""
    columns = {facet.name.pick(lang): t for t, facet in enumerate(pack.facets)}
    a_little = profile_words.A_LITTLE.pick(lang).replace("{facet}", "")
    everyone = tuple(role.slug for role in pack.roles)
    for slugs in [*combinations(everyone, 2), everyone]:
        rows = [pack.relevance[pack.role_index[slug]] for slug in slugs]
        page = compare_page(pack, slugs, lang)
        same, different = section_of(page, "same"), section_of(page, "different")
        assert same is not None
        assert different is not None
        assert isinstance(same.blocks[0], Paragraph)
        for name in same.blocks[0].text.split(" · "):
            t = columns[name.removesuffix(a_little)]
            assert {0.5 if name.endswith(a_little) else 1.0} == {row[t] for row in rows}
            checked["compare"] += 1
        for table in (one for one in different.blocks if isinstance(one, Table)):
            for row in table.rows:
                expected = ["·◐●"[int(2 * one[columns[row[0]]])] for one in rows]
                assert expected == list(row[1:])
                assert len(set(expected)) > 1
                checked["compare"] += 1


def read_profiles(pack: Pack, lang: Lang, checked: Checked) -> None:
    """What only a role asks for, what it asks for more, what only others do, and what nearly all do too."""
    columns = {facet.name.pick(lang): t for t, facet in enumerate(pack.facets)}
    for k, role in enumerate(pack.roles):
        section = section_of(profile_page(pack, role, lang), "apart")
        assert section is not None
        for one in section.blocks:
            assert isinstance(one, Part)
            for block in one.blocks:
                listed = [block.name] if isinstance(block, Item) else []
                if isinstance(block, Paragraph) and block.text != profile_words.ONLY_NONE.pick(lang):
                    listed = block.text.split(" · ")
                for name in listed:
                    own = pack.relevance[k][columns[name]]
                    others = [row[columns[name]] for m, row in enumerate(pack.relevance) if m != k]
                    true = {
                        profile_words.ONLY: own > 0 == max(others),
                        profile_words.MORE: own > sum(others) / len(others),
                        profile_words.LESS: own == 0 < max(others),
                        profile_words.SAME: own > 0 and sum(map(bool, others)) >= 0.7 * len(others),
                    }
                    assert {text.pick(lang): holds for text, holds in true.items()}[one.title], (role.slug, name)
                    checked["profile"] += 1


@pytest.fixture(scope="module")
def everybody(pack: Pack) -> list[Result]:
    """The results of the six and of those by chance."""
    return [evaluate(pack, given) for given in people(pack)]


def test_every_sentence_that_can_be_read_back_is_true(pack: Pack, everybody: list[Result]) -> None:
    """On all screens of 206 people, in both languages, each sentence agrees with the data; so many were checked."""
    checked: Checked = Counter()
    for lang in LANGUAGES:
        for result in everybody:
            Reader(result, lang, checked).read()
        read_compare(pack, lang, checked)
        read_profiles(pack, lang, checked)
    print(f"{sum(checked.values())} sentences checked: {dict(checked.most_common())}")  # noqa: T201
    assert {} == {kind: checked[kind] for kind, least in LEAST.items() if checked[kind] < least}


def test_verdicts_of_every_kind_are_read(everybody: list[Result]) -> None:
    """The people by chance and the six get every kind of verdict."""
    assert {"clear", "tie", "unclear", "misfit"} == {result.verdict.kind for result in everybody}
    assert set(history_words.VERDICTS) == {result.verdict.kind for result in everybody}
