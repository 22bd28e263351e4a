"""What the program makes of people who answer in other styles: ``python -m tests.styles [--people N] [--seed N]``.

Every one of them fills in the complete form, and then takes the quick one, question by question as the interview puts
it, duels too. *Ideal* members are without noise, one for each role; the others are as many as is said. Percentages:
flagged as inconsistent, told that a role is clear, told so and rightly, and how many questions the quick form had.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from random import Random

from careerfit.core.model import Answers, Item, Pack
from careerfit.interview.interview import Interview
from careerfit.pack import load_pack
from careerfit.simulation.respondents import Respondent, decisive, dice, uneven
from careerfit.simulation.runs import Outcome, outcome

IDEAL = ((5, 1), (5, 2), (4, 1), (4, 2), (5, 3), (4, 3), (3, 1))
DECISIVE = IDEAL[:3]
NOISE = (0.5, 0.8)
HEAD = f"{'people':32}{'form':>10}{'flagged':>10}{'clear':>10}{'right':>10}{'questions':>18}"

Maker = Callable[[int], Respondent]


def complete(pack: Pack, who: Respondent) -> Outcome:
    """What the complete form makes of somebody."""
    return outcome(pack, who, Answers(who.responses))


def quick(pack: Pack, who: Respondent) -> Outcome:
    """What the quick interview makes of somebody."""
    interview = Interview(pack)
    while (question := interview.next()) is not None:
        is_item = isinstance(question, Item)
        interview.answer(question, who.responses[question.key] if is_item else who.prefer(pack, question))
    return outcome(pack, who, interview.answers)


def kinds(pack: Pack, people: int, seed: int) -> Iterator[tuple[str, int, Maker]]:
    """The kinds of people, how many of each, and how the n-th of them is made."""
    roles = len(pack.roles)
    for high, low in IDEAL:
        yield f"ideal {high}/{low}", roles, lambda n, high=high, low=low: decisive(pack, n, high, low, 0.0, Random(n))
    for high, low in DECISIVE:
        for noise in NOISE:
            name = f"decisive {high}/{low}, noise {noise}"

            def made(n: int, high: int = high, low: int = low, noise: float = noise, name: str = name) -> Respondent:
                return decisive(pack, n % roles, high, low, noise, Random(f"{seed}/{name}/{n}"))

            yield name, people, made
    yield "at random", people, lambda n: dice(pack, n % roles, Random(f"{seed}/random/{n}"))
    yield "uneven but consistent", people, lambda n: uneven(pack, n % roles, 0.0, Random(f"{seed}/uneven/{n}"))


def line(name: str, form: str, found: Sequence[Outcome]) -> str:
    """One row of the table."""
    clear = [one for one in found if one.kind == "clear"]
    shares = (
        sum("inconsistent" in one.flags for one in found),
        len(clear),
        sum(one.ranking[0] == one.role for one in clear),
    )
    counts = [one.items + one.duels for one in found]
    percentages = "".join(f"{100 * share / len(found):>10.1f}" for share in shares)
    questions = f"{sum(counts) / len(counts):.1f}, at most {max(counts)}"
    return f"{name:32}{form:>10}{percentages}{questions:>18}"


def main(people: int, seed: int) -> None:
    """Print the table, row by row as it is worked out."""
    pack = load_pack()
    sys.stdout.write(f"{people} people of each kind, seed {seed}\n{HEAD}\n")
    for name, number, made in kinds(pack, people, seed):
        everybody = [made(n) for n in range(number)]
        for form, fill_in in (("complete", complete), ("quick", quick)):
            sys.stdout.write(line(name, form, [fill_in(pack, who) for who in everybody]) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.styles", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.people, asked.seed)
