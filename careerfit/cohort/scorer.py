"""The scorer as one expression over a table of people, for whatever engine evaluates it.

Layer upon layer of projections, each naming what the next ones build on.
"""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import error, value, with_values
from careerfit.cohort.facets import (
    COMPLETE,
    gap_columns,
    known_of_complete,
    known_with_gaps,
    sum_columns,
    vector_columns,
)
from careerfit.cohort.flags import long_run
from careerfit.cohort.forms import forms, taken
from careerfit.cohort.job import ERROR, ID
from careerfit.cohort.posterior import with_coherence
from careerfit.cohort.responses import ANSWERED, SQUARES, TOTAL, block_columns, overall_columns
from careerfit.cohort.vectors import Column, number
from careerfit.cohort.verdicts import with_verdict
from careerfit.core.model import Pack

OVERALL = (ANSWERED, TOTAL, SQUARES)


def scored(pack: Pack, rows: Table, *, whole: bool = False) -> Table:
    """The results of people, a row each, in the columns of ``output_columns``.

    ``rows`` has a column ``id``, and one an item, of numbers or of text. A row with a bad cell holds nothing but its
    ``id`` and ``error``. Where it is known that every item of every row is answered (``whole``), less has to be done.
    """
    people = with_values(pack, rows, whole=whole)
    people = _with_vectors(pack, _with_sums(pack, people, whole=whole), whole=whole)
    people = people.select(ID, ERROR, "long_run", *OVERALL, **_forms(pack, people, whole=whole))
    people = _with_soundness(pack, people)
    people = with_coherence(pack, people)
    people = with_verdict(pack, people)
    return _output(pack, people)


def output_columns(pack: Pack) -> tuple[str, ...]:
    """The columns of the results, in order."""
    slugs = (f"score_{role.slug}" for role in pack.roles)
    return (ID, "verdict", "leader", "probability", *slugs, "field", "answered", "flags", ERROR)


def _with_sums(pack: Pack, people: Table, *, whole: bool) -> Table:
    """Sums over each facet's items, over blocks and over all; with flags from single answers, not needed afterwards."""
    values = [value(item.key) for item in pack.items]
    sums = sum_columns(pack, people, whole=whole)
    wrong = {ERROR: ibis.null("string") if whole else error(pack, people)}
    people = people.select(ID, *values, **wrong, **sums, **block_columns(pack, people, whole=whole))
    flags = long_run(pack, people, whole=whole).name("long_run")
    return people.select(ID, ERROR, flags, *sums, **overall_columns(pack, people, whole=whole))


def _with_vectors(pack: Pack, people: Table, *, whole: bool) -> Table:
    """People with the vectors over facets that everything else is worked out from."""
    kept = [ID, ERROR, "long_run", *OVERALL]
    if not whole:
        complete = people[ANSWERED] == number(len(pack.items))
        people = people.mutate(complete.name(COMPLETE), **gap_columns(pack, people))
        kept.append(COMPLETE)
    people = people.select(*kept, **vector_columns(pack, people, whole=whole))
    if whole:
        return people
    means = taken(pack, known_with_gaps(pack, people))
    return people.mutate(**{name: _either(people, number(0.0), mean) for name, mean in means.items()})


def _forms(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """The forms that results are worked out from: of people without gaps from their totals alone, which costs less."""
    found = forms(pack, people, known_of_complete(pack, people))
    if whole:
        return found
    others = forms(pack, people, known_with_gaps(pack, people))
    return {name: _either(people, form, others[name]) for name, form in found.items()}


def _either(people: Table, of_complete: Column, with_gaps: Column) -> Column:
    return of_complete if of_complete.equals(with_gaps) else ibis.ifelse(people[COMPLETE], of_complete, with_gaps)


def _with_soundness(pack: Pack, people: Table) -> Table:
    """A factor that is empty in unsound rows leaves their scores empty, whatever was in their cells."""
    sound = ibis.ifelse(people[ERROR].isnull(), number(1.0), ibis.null("float64"))
    scores = [f"score {k}" for k in range(len(pack.roles))]
    people = people.mutate(sound.name("sound"))
    return people.mutate(**{name: people[name] * people["sound"] for name in (*scores, "field")})


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
