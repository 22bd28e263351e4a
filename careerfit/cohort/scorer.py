"""The scorer as one expression over a table of people, for whatever engine evaluates it.

Layer upon layer of projections, each naming what the next ones build on.
"""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort import facets
from careerfit.cohort.cells import ERROR, filled, gap, small, value, with_responses
from careerfit.cohort.flags import long_run, suspicion
from careerfit.cohort.forms import ANSWERED, SQUARES, TOTAL, forms
from careerfit.cohort.job import ID
from careerfit.cohort.linear import added, rendered
from careerfit.cohort.posterior import with_coherence
from careerfit.cohort.verdicts import with_verdict
from careerfit.core.model import Pack
from careerfit.core.scoring import PULL


def scored(pack: Pack, rows: Table, *, whole: bool = False) -> Table:
    """The results of people, a row each, in the columns of ``output_columns``.

    ``rows`` has a column ``id``, and one an item, of numbers or of text. A row with a bad cell holds nothing but its
    ``id`` and ``error``. Where it is known that every item of every row is answered (``whole``), less has to be done.
    """
    people = _with_sums(pack, with_responses(pack, rows, whole=whole), whole=whole)
    people = people.mutate(long_run(pack, people).name("long_run"), **facets.square_columns(pack, people))
    if not whole:
        people = people.mutate(**facets.count_columns(pack, people))
        people = people.mutate(**facets.product_columns(pack, people))
    found = {name: rendered(form.over(people.columns), people) for name, form in forms(pack).items()}
    people = people.select(ID, ERROR, "long_run", ANSWERED, TOTAL, SQUARES, **found)
    people = _with_unasked(pack, people)
    people = with_coherence(pack, people)
    people = with_verdict(pack, people)
    return _output(pack, people)


def output_columns(pack: Pack) -> tuple[str, ...]:
    """The columns of the results, in order."""
    slugs = (f"score_{role.slug}" for role in pack.roles)
    return (ID, "verdict", "leader", "probability", *slugs, "field", "answered", "flags", ERROR)


def _with_sums(pack: Pack, people: Table, *, whole: bool) -> Table:
    """Sums over each facet's items and over all; the columns of single items are not needed from here on."""
    given = [people[filled(item.key)] for item in pack.items]
    found = facets.sum_columns(pack, people)
    answered = small(len(given))
    if not whole:
        answered = answered - added([people[gap(item.key)] for item in pack.items])
        found |= facets.gap_columns(pack, people)
    return people.select(
        ID,
        ERROR,
        *(value(item.key) for item in pack.items),
        answered.cast("float64").name(ANSWERED),
        added(given).cast("float64").name(TOTAL),
        added([r * r for r in given]).cast("float64").name(SQUARES),
        suspicion(pack, people, whole=whole),
        **found,
    )


def _with_unasked(pack: Pack, people: Table) -> Table:
    """Scores and field fit with what unanswered facets are taken for: the person's own mean, pulled toward neutral.

    A factor that is empty in unsound rows leaves their scores empty, whatever was in their cells.
    """
    found = {f"taken {kind}": people[f"away {kind}"] / (people[f"asked {kind}"] + PULL) for kind in (True, False)}
    found["sound"] = ibis.ifelse(people[ERROR].isnull(), ibis.literal(1.0, "float64"), ibis.null("float64"))
    people = people.mutate(**found)
    taken = {kind: people[f"taken {kind}"] for kind in (True, False)}
    added_on = {
        f"score {k}": [people[f"unasked {kind} {k}"] * taken[kind] for kind in taken] for k in range(len(pack.roles))
    }
    added_on["field"] = [people["unasked field"] * taken[True]]
    return people.mutate(**{name: (people[name] + added(more)) * people["sound"] for name, more in added_on.items()})


def _output(pack: Pack, people: Table) -> Table:
    """The columns of the results; what an unsound row would have in them is left empty."""
    sound = people["sound"]
    results = {
        ID: people[ID],
        ERROR: people[ERROR],
        "probability": people["probability"],
        "field": people["field"] * 100,
    }
    results |= {f"score_{role.slug}": people[f"score {k}"] for k, role in enumerate(pack.roles)}
    results["answered"] = (people[ANSWERED] * sound).cast("int32")
    for name in ("verdict", "leader", "flags"):
        results[name] = ibis.ifelse(sound.isnull(), ibis.null("string"), people[name])
    return people.select(**{name: results[name] for name in output_columns(pack)})
