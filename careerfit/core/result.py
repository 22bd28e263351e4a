"""From answers to everything that can be said about them."""

from __future__ import annotations

from careerfit.core.code import encode
from careerfit.core.confidence import probabilities, verdict
from careerfit.core.explain import alerts, runner_up
from careerfit.core.flips import flips
from careerfit.core.model import Answers, Pack
from careerfit.core.outcome import Field, Result
from careerfit.core.quality import quality
from careerfit.core.scoring import facet_values, family_means, field_fit, ranking, scores


def evaluate(pack: Pack, answers: Answers) -> Result:
    """The whole result: scores, probabilities, verdict, explanation, quality and code. Deterministic."""
    values = facet_values(pack, answers)
    chances = probabilities(pack, scores(pack, values), [v.count for v in values])
    ranked = ranking(pack, values, chances)
    means = family_means(pack, answers)
    given = quality(pack, answers)
    changes, size = flips(pack, answers)
    return Result(
        pack=pack,
        answers=answers,
        field=Field(100 * field_fit(pack, values), _shared_means(pack, means), alerts(pack, values)),
        verdict=verdict(pack, answers, means, chances, given.flags),
        ranking=ranked,
        runner_up=runner_up(ranked),
        flips=changes,
        flip_size=size,
        quality=given,
        code=encode(pack, answers),
    )


def _shared_means(pack: Pack, means: dict[str, tuple[float | None, int]]) -> dict[str, float | None]:
    """The means of the families that make up field fit."""
    shared = {facet.family for facet in pack.facets if facet.key in pack.shared}
    return {family: mean for family, (mean, _) in means.items() if family in shared}
