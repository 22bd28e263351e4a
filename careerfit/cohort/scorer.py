"""The scorer as one expression over a table of people, for whatever engine evaluates it.

Layer upon layer of projections, each naming what the next ones build on.
"""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort import facets
from careerfit.cohort.flags import long_run, suspicion
from careerfit.cohort.forms import ANSWERED, SQUARES, TOTAL, forms
from careerfit.cohort.linear import added, rendered
from careerfit.cohort.posterior import with_coherence
from careerfit.cohort.verdicts import with_verdict
from careerfit.core.model import Pack
from careerfit.core.scoring import PULL

ERROR, ID = "error", "id"


def scored(pack: Pack, people: Table) -> Table:
    """The results of people, a row each, in the columns of ``output_columns``.

    ``people`` has ``id``, ``error`` (empty, or what is wrong with the row) and a column per item: 1 to 5 as 32-bit floats,
    empty where unanswered. The rows of people with an error hold nothing else.
    """
    people = people.mutate(**facets.item_columns(pack, people))
    people = _with_sums(pack, people)
    people = people.mutate(long_run(pack, people).name("long_run")).drop(*(item.key for item in pack.items))
    people = people.mutate(**facets.count_columns(pack, people))
    people = people.mutate(**facets.product_columns(pack, people))
    people = people.select(
        ID, ERROR, "long_run", ANSWERED, TOTAL, SQUARES, **{name: rendered(form, people) for name, form in forms(pack).items()}
    )
    people = _with_unasked(pack, people)
    people = with_coherence(pack, people)
    people = with_verdict(pack, people)
    return _output(pack, people)


def output_columns(pack: Pack) -> tuple[str, ...]:
    """The columns of the results, in order."""
    slugs = (f"score_{role.slug}" for role in pack.roles)
    return (ID, "verdict", "leader", "probability", *slugs, "field", "answered", "flags", ERROR)


def _with_sums(pack: Pack, people: Table) -> Table:
    """Sums over each facet's items and over all."""
    given = [people[facets.filled(item.key)] for item in pack.items]
    gaps = added([people[facets.gap(item.key)] for item in pack.items])
    return people.mutate(
        (len(given) - gaps).cast("float64").name(ANSWERED),
        (added(given) - gaps * facets.MIDDLE).cast("float64").name(TOTAL),
        (added([r * r for r in given]) - gaps * facets.MIDDLE**2).cast("float64").name(SQUARES),
        suspicion(pack, people),
        **facets.sum_columns(pack, people),
    )


def _with_unasked(pack: Pack, people: Table) -> Table:
    """Scores and field fit with what unanswered facets are taken for: the person's own mean, pulled toward neutral."""
    people = people.mutate(**{f"taken {kind}": people[f"away {kind}"] / (people[f"asked {kind}"] + PULL) for kind in (True, False)})
    taken = {kind: people[f"taken {kind}"] for kind in (True, False)}
    points = {
        f"score {k}": people[f"score {k}"] + added([people[f"unasked {kind} {k}"] * taken[kind] for kind in taken])
        for k in range(len(pack.roles))
    }
    return people.mutate((people["field"] + people["unasked field"] * taken[True]).name("field"), **points)


def _output(pack: Pack, people: Table) -> Table:
    """The columns of the results; what an unsound row would have in them is left empty."""
    one = ibis.ifelse(people[ERROR].isnull(), ibis.literal(1.0, "float64"), ibis.null("float64"))
    people = people.mutate(one.name("sound"))
    sound = people["sound"]
    scores = {f"score_{role.slug}": people[f"score {k}"] * sound for k, role in enumerate(pack.roles)}
    numbers = scores | {"probability": people["probability"] * sound, "field": people["field"] * (sound * 100)}
    numbers["answered"] = (people[ANSWERED] * sound).cast("int32")
    texts = {
        name: ibis.ifelse(sound.isnull(), ibis.null("string"), people[name]) for name in ("verdict", "leader", "flags")
    }
    results = {ID: people[ID], ERROR: people[ERROR]} | numbers | texts
    return people.select(**{name: results[name] for name in output_columns(pack)})
