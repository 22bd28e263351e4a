"""``python -m tests.validation [PART …] [--populations N] [--seed N]``: does ``validate`` measure what it says?

On simulated populations with known truth, part by part (all unless some are named):

``intervals``   how often 95 % intervals hold the truth: populations of 25 to 500 members a role, at both levels
``faults``      planted faults found at 100 members a role, and false alarms
``constants``   noise, separation and tempering beside the planted ones at 200 members a role
``wrong``       tempering where the model does not fit people, or descriptions are partly wrong
``tenths``      calibration, tenth by tenth, after the measured constants are applied
``norms``       recovery with facets that everybody claims more or less readily, with and without a reference group
``sizes``       how wide intervals are, by the number of people
``million``     what a million people cost beside ``cohort``
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import polars as pl

from careerfit.core.model import HIGHEST, LOWEST, Measured, Pack, Reference
from careerfit.core.scoring import with_measured, with_reference
from careerfit.pack import load_pack
from careerfit.simulation.respondents import LEVELS
from careerfit.validation import calibration, constants, differences, recovery, reliability, tempering
from careerfit.validation.intervals import Resampling, wilson
from careerfit.validation.members import Members, facet_means, first_attempts
from careerfit.validation.norms import norms
from tests.validation.populations import WRONG, Faults, answers, outsiders, people, population, scored

TWO = ("moderate", "realistic")
SIZES = (25, 50, 100, 200, 500)
TRUTH = 20_000
"""So many members of each role stand for the truth."""
CROWDS = 25
"""So many times as many others tell whether what is shown is right."""
MANY = 10_000
"""So many people make a reference group that hardly wavers."""
MADE = "2026-11-26"
Figures = dict[str, tuple[float, float, float]]
"""A figure's name → its value, and the ends of its interval."""


def figures(pack: Pack, members: Members) -> Figures:
    """Everything that has an interval."""
    first = first_attempts(members)
    draws = Resampling(first.role)
    found: Figures = {}

    def share(name: str, hits: Any) -> None:
        one = wilson(int(hits.sum()), len(hits))
        found[name] = (one.share, one.low, one.high)

    place = recovery.place_of_role(first.scores, first.role)
    share("first, Wilson", place < 1)
    share("first two, Wilson", place < 2)
    tied, named = recovery.named_in_tie(first)
    share("in a tie, Wilson", named[tied])
    for k in range(len(pack.roles)):
        share(f"first of role {k}, Wilson", (place < 1)[first.role == k])
    for k, one in enumerate(recovery.told_clearly(first, len(pack.roles))):
        found[f"told clearly of role {k}, Wilson"] = (one.share, one.low, one.high)
    found["first, bootstrap"] = (float((place < 1).mean()), *draws.of_mean(place < 1))
    shown = first.only(~first.doubtful)
    what, right = calibration.shown_and_right(shown)
    found["Brier"] = calibration.calibration(what, right, Resampling(shown.role)).brier
    for t, facet in enumerate(reliability.facets(pack, first.responses, draws)):
        found[f"alpha of facet {t}"] = facet.alpha
        for name, one in (("Spearman-Brown", facet.spearman_brown), ("omega", facet.omega)):
            if not np.isnan(one.value):
                found[f"{name} of facet {t}"] = one
    made = _constants(pack, shown)
    found |= {"noise": made.noise, "separation": made.separation, "temper": made.temper}
    found["temper, by roles"] = made.tempering.direct
    both = reliability.pairs(members)
    if both is not None:
        again = reliability.retest(pack, *both)
        found["same leader, Wilson"] = (again.same_leader.share, again.same_leader.low, again.same_leader.high)
        found |= {"rank correlation": again.ranks, "standard error": again.error}
    return found


def _constants(pack: Pack, members: Members) -> constants.Constants:
    return constants.constants(pack, members, members, Resampling(members.role))


def truth(pack: Pack, level: str, seed: int) -> Figures:
    """The same figures of a population so large that they hardly waver."""
    found = figures(pack, population(pack, level, TRUTH, np.random.default_rng([seed, 99]), twice=True))
    return found | {"temper": found["temper, by roles"]}


def kind(name: str) -> str:
    """What stands in one row of the table: facets and roles together."""
    return name.partition(" of ")[0]


def intervals(pack: Pack, populations: int, seed: int) -> Iterator[str]:
    """How often the intervals of so many populations, half of each level, hold the truth."""
    held: dict[str, list[bool]] = {}
    for place, level in enumerate(TWO):
        true = truth(pack, level, seed)
        for n in range(populations // 2):
            random = np.random.default_rng([seed, place, n])
            members = population(pack, level, SIZES[n % len(SIZES)], random, twice=True)
            for name, (_, low, high) in figures(pack, members).items():
                if not np.isnan(low):
                    held.setdefault(kind(name), []).append(low <= true[name][0] <= high)
            sys.stderr.write(f"\r{level} {n + 1}")
    sys.stderr.write("\n")
    for name, those in held.items():
        yield f"{name:24}{100 * np.mean(those):8.1f} % of {len(those)} intervals"
    everything = [one for those in held.values() for one in those]
    yield f"{'all together':24}{100 * np.mean(everything):8.1f} % of {len(everything)} intervals"


def planted(pack: Pack, random: np.random.Generator) -> Faults:
    """One fault of each kind: a relevance of 0 or 1 turned round, an item keyed wrongly, one that measures nothing."""
    cells = [
        (k, t)
        for k, row in enumerate(pack.relevance)
        for t, relevance in enumerate(row)
        if relevance in (0, 1) and not pack.table.shared[t] and len({one[t] for one in pack.relevance}) > 1
    ]
    turned = cells[random.integers(len(cells))]
    facets = random.permutation([t for t in range(len(pack.facets)) if t != turned[1]])[:2]
    places = [[n for n, item in enumerate(pack.items) if pack.facet_index[item.facet] == t] for t in facets]
    miskeyed, empty = (int(random.choice(those)) for those in places)
    return Faults(turned=(turned,), miskeyed=(miskeyed,), empty=(empty,))


def faults(pack: Pack, populations: int, seed: int, each: int = 100) -> Iterator[str]:
    """Planted faults found, and false alarms, in populations of that many members a role."""
    for level in TWO:
        hits = dict.fromkeys(("turned", "miskeyed", "empty"), 0)
        alarms = dict.fromkeys(("relevance", "item"), 0)
        without = dict.fromkeys(("relevance", "item", "differential"), 0)
        for n in range(populations):
            random = np.random.default_rng([seed, n, len(level)])
            wrong = planted(pack, random)
            cells, items, _ = found_in(pack, population(pack, level, each, random, wrong))
            hits["turned"] += wrong.turned[0] in cells
            hits["miskeyed"] += wrong.miskeyed[0] in items
            hits["empty"] += wrong.empty[0] in items
            alarms["relevance"] += bool(cells - set(wrong.turned))
            alarms["item"] += bool(items - {*wrong.miskeyed, *wrong.empty})
            cells, items, others = found_in(pack, population(pack, level, each, random))
            without["relevance"] += bool(cells)
            without["item"] += bool(items)
            without["differential"] += bool(others)
        for title, counts in (("found", hits), ("false alarm", alarms), ("false alarm, nothing planted", without)):
            for name, count in counts.items():
                yield f"{level:12}{title:30}{name:14}{100 * count / populations:6.1f} % of {populations} populations"


def found_in(pack: Pack, members: Members) -> tuple[set[tuple[int, int]], set[int], set[int]]:
    """The relevances, items and differential answers that a study would name."""
    careful = members.only(~members.doubtful)
    told = differences.doubts(pack, reliability.items(pack, careful.responses))
    sound = differences.without(careful, told)
    return (
        {(one.role, one.facet) for one in differences.contradictions(pack, sound, differences.cells(pack, sound))},
        {one.item for one in told},
        {one.item for one in differences.differentials(pack, careful)},
    )


def planted_constants(pack: Pack, level: str, seed: int, each: int = TRUTH) -> dict[str, float]:
    """The truth that was planted, on the response scale: ``noise`` from answering twice, ``separation`` from what full
    members say beyond others, and the ``temper`` under which the roles of very many are likeliest.
    """
    random = np.random.default_rng([seed, 77])
    role = np.repeat(np.arange(len(pack.roles)), each)
    who = people(pack, LEVELS[level], role, random)
    first, second = (answers(pack, who, random, careless=False).astype(float) for _ in range(2))
    members = scored(pack, first.astype(np.int8), role)
    careless = population(pack, level, each, random)
    shown = careless.only(~careless.doubtful)
    noise = float(np.sqrt(((first - second) ** 2).mean() / 2))
    return {
        "noise": noise,
        "separation": differences.separation(differences.cells(pack, members)),
        "temper": tempering.temper(pack, shown, noise).direct.value,
    }


def estimated(pack: Pack, populations: int, seed: int, each: int = 200) -> Iterator[str]:
    """Estimates beside what was planted: the worst and the typical error in percent."""
    for level in TWO:
        true = planted_constants(pack, level, seed)
        errors: dict[str, list[float]] = {name: [] for name in true}
        for n in range(populations):
            members = population(pack, level, each, np.random.default_rng([seed, n, 5]))
            found = _constants(pack, members.only(~members.doubtful))
            for name, value in true.items():
                errors[name].append(100 * (getattr(found, name).value / value - 1))
        for name, value in true.items():
            off = np.abs(errors[name])
            yield (
                f"{level:12}{name:12} planted {value:6.3f}   mean error {np.mean(errors[name]):+5.1f} %   "
                f"within 10 %: {100 * np.mean(off <= 10):5.1f} %   largest {off.max():5.1f} %"
            )


def wrong(pack: Pack, populations: int, seed: int, each: int = 200) -> Iterator[str]:
    """Tempering where scores are not normal or descriptions wrong, beside what the roles of very many say."""
    for level in TWO:
        for name, made in WRONG.items():
            true = _tempering(pack, made(pack, level, TRUTH, np.random.default_rng([seed, 66])))
            found = [
                _tempering(pack, made(pack, level, each, np.random.default_rng([seed, n, 7])))
                for n in range(populations)
            ]
            off = np.array([one.both.value / true.direct.value - 1 for one in found])
            held = [one.both.low <= true.direct.value <= one.both.high for one in found]
            yield (
                f"{level:12}{name:12} true {true.direct.value:5.3f}, by normal scores {true.implied.value:5.3f}   mean "
                f"error {100 * off.mean():+5.1f} %   within 10 %: {100 * np.mean(np.abs(off) <= 0.1):5.1f} %   "
                f"intervals hold it: {100 * np.mean(held):5.1f} %"
            )


def _tempering(pack: Pack, members: Members) -> tempering.Temper:
    shown = members.only(~members.doubtful)
    return _constants(pack, shown).tempering


def tenths(pack: Pack, populations: int, seed: int, each: int = 200) -> Iterator[str]:
    """What is right less what is shown, tenth by tenth, of very many others, after the constants that studies of that
    many members a role measured are applied; ``±``: how much that wavers since the others are not more.
    """
    for level in TWO:
        packs = []
        for n in range(populations):
            members = population(pack, level, each, np.random.default_rng([seed, n, 6]))
            found = _constants(pack, members.only(~members.doubtful))
            made = Measured(members.size, MADE, found.noise.value, found.separation.value, found.temper.value)
            packs.append(with_measured(pack, made))
        sums = np.zeros((3, populations, calibration.TENTHS))
        for part in range(CROWDS):
            crowd = population(pack, level, TRUTH, np.random.default_rng([seed, 55, part]))
            for n, one in enumerate(packs):
                again = scored(one, crowd.responses, crowd.role)
                what, right = calibration.shown_and_right(again.only(~again.doubtful))
                place = np.minimum((what * calibration.TENTHS).astype(int), calibration.TENTHS - 1)
                for row, values in zip(sums, (np.ones(len(what)), what, right), strict=True):
                    row[n] += np.bincount(place, weights=values, minlength=calibration.TENTHS)
            sys.stderr.write(f"\r{level} {part + 1}")
        sys.stderr.write("\n")
        for place in np.flatnonzero(sums[0].sum(axis=0)):
            count, what, right = sums[:, :, place]
            off, share = 100 * (right - what) / np.maximum(count, 1), right.sum() / count.sum()
            error = 100 * np.sqrt(share * (1 - share) / count.mean())
            yield (
                f"{level:12}{10 * place:3}–{10 * place + 10:3} %   right less shown {off.mean():+5.1f} ± {error:3.1f} "
                f"points (largest {np.abs(off).max():4.1f})   people {count.mean():9.0f}"
            )


def popular(pack: Pack, populations: int, seed: int, sd: float = 0.5, each: int = 200) -> Iterator[str]:
    """Members recovered where everybody claims facets more or less readily (sd on the response scale), with a reference
    group and without; of the same people, who have the same noise, so that what differs is what the facets do to them.
    """
    for level in TWO:
        shares: dict[str, list[float]] = {}
        for n in range(populations):
            for name, share in _moved(pack, level, [seed, n], sd, each).items():
                shares.setdefault(name, []).append(100 * share)
        plain = np.array(shares["not shifted"])
        for name, found in shares.items():
            less = np.array(found) - plain
            error = less.std(ddof=1) / len(less) ** 0.5
            yield f"{level:12}{name:48}{np.mean(found):6.1f} % first, {less.mean():+5.2f} ± {error:.2f} points"


def _moved(pack: Pack, level: str, seed: list[int], sd: float, each: int) -> dict[str, float]:
    """What is counted → the share of members whose role comes first."""
    shift = Faults(popular=tuple(np.random.default_rng([*seed, 8]).normal(0, sd, len(pack.facets))))
    role = np.repeat(np.arange(len(pack.roles)), each)

    def given(faults: Faults) -> Any:
        random = np.random.default_rng([*seed, 9])
        return answers(pack, people(pack, LEVELS[level], role, random, faults), random)

    def crowd(made: Any, count: int, faults: Faults) -> Members:
        random = np.random.default_rng([*seed, 10, count])
        who = made(pack, LEVELS[level], random.integers(0, len(pack.roles), count), random, faults)
        return scored(pack, answers(pack, who, random), who.role)

    def means(of: Members) -> Any:
        return facet_means(pack, of.responses[:, ~of.doubtful]).mean(axis=1)

    def with_means(values: Any) -> Pack:
        return with_reference(pack, Reference(MANY, MADE, tuple(float(value) for value in values)))

    def first(used: Pack, responses: Any) -> float:
        return float((recovery.first_role(scored(used, responses, role).scores) == role).mean())

    plain, moved = given(Faults()), given(shift)
    before, after = crowd(people, MANY, Faults()), crowd(people, MANY, shift)
    found = {"not shifted": first(pack, plain), "shifted, without a group": first(pack, moved)}
    for who, made in (("people outside the roles", outsiders), ("members of any role", people)):
        few = crowd(made, 300, shift)
        group = norms(pack, few.responses, few.doubtful)
        found[f"shifted, 300 {who}"] = first(with_means([one.mean for one in group.facets]), moved)
        found[f"shifted, {MANY:,} {who}"] = first(with_means(means(crowd(made, MANY, shift))), moved)
    middle = (LOWEST + HIGHEST) / 2
    found["shifted, how far is known exactly"] = first(with_means(middle + means(after) - means(before)), moved)
    found[f"not shifted, {MANY:,} members of any role"] = first(with_means(means(before)), plain)
    return found


def sizes(pack: Pack, populations: int, seed: int) -> Iterator[str]:
    """Half the width of intervals by the number of members a role, at the realistic level."""
    for each in (10, 20, *SIZES):
        widths: Mapping[str, list[float]] = {
            name: [] for name in ("first", "first of role", "Spearman-Brown", "temper")
        }
        for n in range(max(1, populations // 10)):
            found = figures(pack, population(pack, "realistic", each, np.random.default_rng([seed, n, each])))
            for name, key in zip(
                widths, ("first, Wilson", "first of role 0, Wilson", "Spearman-Brown of facet 8", "temper"), strict=True
            ):
                _, low, high = found[key]
                widths[name].append((high - low) / 2)
        said = "   ".join(f"{name} ±{np.mean(found):.3f}" for name, found in widths.items())
        yield f"{each:4} a role, {5 * each:5} people   {said}"


def million(pack: Pack, populations: int, seed: int) -> Iterator[str]:
    """What a million people cost: ``cohort`` and ``validate`` on the same answers in CSV, turn by turn, as commands."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "people.csv"), Path(folder, "results.csv")
        write_members(pack, source, seed)
        script = str(Path(sys.executable).with_name("careerfit"))
        calls = {
            "cohort": [script, "cohort", str(source), "-o", str(target)],
            "validate": [script, "validate", str(source), "--role", "role", "--format", "json"],
        }
        spent: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
        for _ in range(populations):
            for name, call in calls.items():
                before, begun = os.times(), time.perf_counter()
                subprocess.run(call, check=True, capture_output=True)
                after = os.times()
                own = after.children_user + after.children_system - before.children_user - before.children_system
                spent[name].append((time.perf_counter() - begun, own))
        for name, those in spent.items():
            wall, own = (statistics.median(one) for one in zip(*those, strict=True))
            yield f"{name:12}{wall:6.2f} s, processors {own:6.2f} s"
        ratios = (
            statistics.median(b[n] / a[n] for a, b in zip(spent["cohort"], spent["validate"], strict=True))
            for n in (0, 1)
        )
        yield "validate / cohort, median of the turns: {:.2f} of the time, {:.2f} of the processors' time".format(
            *ratios
        )


def write_members(pack: Pack, target: Path, seed: int, count: int = 1_000_000) -> None:
    """So many members of the roles, with their role and their answers, as CSV."""
    parts = []
    for n in range(0, count, 20_000):
        random = np.random.default_rng([seed, n])
        role = random.integers(0, len(pack.roles), 20_000)
        given = answers(pack, people(pack, LEVELS["realistic"], role, random), random)
        cells = {item.key: row for item, row in zip(pack.items, given, strict=True)}
        parts.append(pl.DataFrame({"role": [pack.roles[k].slug for k in role], **cells}))
    pl.concat(parts).write_csv(target)


Part = Callable[[Pack, int, int], Iterator[str]]
PARTS: Mapping[str, tuple[Part, int]] = {
    "intervals": (intervals, 200),
    "faults": (faults, 200),
    "constants": (estimated, 100),
    "wrong": (wrong, 100),
    "tenths": (tenths, 10),
    "norms": (popular, 200),
    "sizes": (sizes, 200),
    "million": (million, 5),
}
"""Each part, and how many populations it takes unless told otherwise."""


def main(parts: list[str], populations: int | None, seed: int) -> None:
    """Print the parts, line by line."""
    pack = load_pack()
    for name in parts or PARTS:
        part, usual = PARTS[name]
        sys.stdout.write(f"{name} (seed {seed})\n")
        for line in part(pack, populations or usual, seed):
            sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.validation", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--populations", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    main(asked.parts, asked.populations, asked.seed)
