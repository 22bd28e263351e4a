"""One person's result: all that can be said about their answers, how it is worked out, and its JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from careerfit.core.answer_code import encode
from careerfit.core.confidence import Verdict, probabilities, verdict
from careerfit.core.explain import Alert, RunnerUp, alerts, runner_up
from careerfit.core.model import Answers, Pack
from careerfit.core.quality import Quality, quality
from careerfit.core.results.flips import Flip, flips
from careerfit.core.results.json_documents import Document, document, evidence_document, text
from careerfit.core.scoring import FacetValue, Ranked, facet_values, family_means, field_fit, ranking, scores
from careerfit.text import Lang, escape

SHOWN_ROLES = 120
"""The roles of a verdict are cut to this many characters where a result shows itself in a line."""


class Field(NamedTuple):
    """Does the line of work suit the person at all? ``score`` 0 to 100, ``families`` their means from 1 to 5."""

    score: float
    families: Mapping[str, float | None]
    alerts: tuple[Alert, ...]


class Result(NamedTuple):
    """Everything that is known about one person's answers, as data; ``ranking`` holds all roles, best first.

    ``values`` are the facets' values in the pack's order. ``flip_size`` is the number of answers that must change
    before another role comes first; None if none can.
    """

    pack: Pack
    answers: Answers
    values: tuple[FacetValue, ...]
    field: Field
    verdict: Verdict
    ranking: tuple[Ranked, ...]
    runner_up: RunnerUp
    flips: tuple[Flip, ...]
    flip_size: int | None
    quality: Quality
    code: str

    def __repr__(self) -> str:
        sure = "" if self.verdict.probability is None else f" {self.verdict.probability:.2f}"
        roles = f": {escape(', '.join(self.verdict.roles), SHOWN_ROLES)}" if self.verdict.roles else ""
        given = f"{self.quality.answered} of {self.quality.total} items answered"
        return f"<Result {self.verdict.kind}{sure}{roles}; {given}>"

    def rating(self, facet: str) -> float | None:
        """The value of the facet of that key as it was answered, from 1 to 5; None where it was not.

        Raises ``KeyError`` for another pack's.
        """
        value = self.values[self.pack.facet_index[facet]]
        return value.rating if value.count else None

    def score(self, role: str) -> float:
        """The score of the role of that slug, from 0 to 100. Raises ``KeyError`` for another pack's."""
        return {ranked.role: ranked.score for ranked in self.ranking}[role]

    def to_dict(self, lang: Lang | None = None) -> Document:
        """The JSON document of ``careerfit score``: numbers unrounded, texts in both languages or in one."""
        return document(
            self.pack,
            {
                "answers": {item.key: self.answers.responses.get(item.key) for item in self.pack.items},
                "field": {
                    "score": self.field.score,
                    "families": dict(self.field.families),
                    "alerts": [
                        {"role": a.role, "facet": a.facet, "value": a.value, "quote": text(a.evidence.quote, lang)}
                        for a in self.field.alerts
                    ],
                },
                "verdict": self.verdict.to_dict(),
                "ranking": [
                    {
                        "rank": place.rank,
                        "role": place.role,
                        "name": text(place.name, lang),
                        "score": place.score,
                        "probability": place.probability,
                        "contributions": _contributions(place, lang),
                    }
                    for place in self.ranking
                ],
                "runner_up": {
                    "role": self.runner_up.role,
                    "gap": self.runner_up.gap,
                    "contributions": _contributions(self.runner_up, lang),
                },
                "flips": [
                    {
                        "changes": [{"item": item, "from": before, "to": after} for item, before, after in changes],
                        "leader": leader,
                    }
                    for changes, leader in self.flips
                ],
                "flip_size": self.flip_size,
                "duels": [duel._asdict() for duel in self.answers.duels],
                "quality": {
                    "answered": self.quality.answered,
                    "of": self.quality.total,
                    "flags": list(self.quality.flags),
                },
                "code": self.code,
            },
        )


def evaluate(pack: Pack, answers: Answers) -> Result:
    """The whole result: scores, probabilities, verdict, explanation, quality and code. Deterministic."""
    values = facet_values(pack, answers)
    chances = probabilities(pack, scores(pack, values), [v.count for v in values])
    ranked = ranking(pack, values, chances)
    means = family_means(pack, answers)
    given = quality(pack, answers)
    changes, size = flips(pack, answers)
    shared = {facet.family for facet in pack.facets if facet.key in pack.shared}
    families = {family: mean for family, (mean, _) in means.items() if family in shared}
    return Result(
        pack=pack,
        answers=answers,
        values=values,
        field=Field(100 * field_fit(pack, values), families, alerts(pack, values)),
        verdict=verdict(pack, answers, means, chances, given.flags),
        ranking=ranked,
        runner_up=runner_up(ranked),
        flips=changes,
        flip_size=size,
        quality=given,
        code=encode(pack, answers),
    )


def _contributions(made_of: Ranked | RunnerUp, lang: Lang | None) -> list[Document]:
    """The contributions of the answered facets, then that of all others as one without a facet, if there are any."""
    found: list[Document] = [
        {
            "facet": part.facet,
            "value": part.value,
            "points": part.points,
            "evidence": [evidence_document(e, lang) for e in part.evidence],
        }
        for part in made_of.contributions
    ]
    if made_of.unanswered is not None:
        found.append({"facet": None, "value": None, "points": made_of.unanswered, "evidence": []})
    return found
