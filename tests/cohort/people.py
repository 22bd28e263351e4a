"""Made-up people: their cells as a file holds them, and their results as the core works them out one by one."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import polars as pl

from careerfit import load_pack
from careerfit.core.answer_code import encode
from careerfit.core.confidence import probabilities, verdict
from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.quality import flags
from careerfit.core.quick_form import side_by_side
from careerfit.core.scoring import facet_values, family_means, field_fit, order, scores

Row = Mapping[str, str]
BAD = ("0", "6", "-1", "4.5", "99", "abc", "inf", "true", "1e9", "4x", "٤", "2 3")
"""Cells that say nothing usable."""
ODD = {"4.0": 4, " 3": 3, "2 ": 2, "5,0": 5, "1.00": 1, "'4": 4, "   ": None, "NA": None, "-99": None, "n/a": None}
"""Cells that are not as they should be, and what they say all the same."""


def little_pack() -> Pack:
    """A pack of a few facets."""
    return load_pack(Path(__file__).parents[1] / "pack" / "base")


def make_people(
    pack: Pack, count: int, seed: int = 1, bad: Sequence[str] = BAD, *, codes: bool = False
) -> list[dict[str, str]]:
    """People of many kinds: with noise, all alike, careless, with gaps, with odd cells and with bad ones.

    With ``codes``, some have a code in place of their cells, and some of these have been through duels.
    """
    random = Random(seed)
    people = [{"id": f"P{number}", **_cells(pack, random, bad)} for number in range(count)]
    return [_coded(pack, random, person) for person in people] if codes else people


def _cells(pack: Pack, random: Random, bad: Sequence[str]) -> dict[str, str]:
    kind = random.random()
    level, agree = random.gauss(3.6, 0.6), random.gauss(0.2, 0.3)
    own = {facet.key: random.gauss(level, 0.8) for facet in pack.facets}
    cells = {}
    alike = str(random.randint(1, 5))
    for item in pack.items:
        keyed = own[item.facet] if item.keyed > 0 else 6 - own[item.facet]
        response = round(keyed + agree + random.gauss(0, 0.8)) if kind > 0.1 else random.randint(1, 5)
        cells[item.key] = str(min(5, max(1, response)))
    if kind < 0.03:
        cells = dict.fromkeys(cells, alike)
    elif kind < 0.08:
        start = random.randrange(len(cells))
        cells |= dict.fromkeys(list(cells)[start : start + random.randint(8, 12)], alike)
    return cells | _changed(pack, random, bad)


def _changed(pack: Pack, random: Random, bad: Sequence[str]) -> dict[str, str]:
    keys = [item.key for item in pack.items]
    share = random.choice([0, 0, 0.02, 0.1, 0.5, 0.9, 1])
    changed = {key: "" for key in keys if random.random() < share}
    if random.random() < 0.1:
        changed |= {key: random.choice(list(ODD)) for key in random.sample(keys, 3)} if "abc" in bad else {}
    if bad and random.random() < 0.03:
        changed |= {key: random.choice(bad) for key in random.sample(keys, random.choice([1, 1, 2]))}
    return changed


def _coded(pack: Pack, random: Random, person: Row) -> dict[str, str]:
    """The same person, with or without a code; what is left of the cells beats it, and some codes are mistyped."""
    kind = random.random()
    if kind > 0.4:
        return {**person, "code": ""}
    code = encode(pack, Answers(answers_of(pack, person).responses, make_duels(pack, random) if kind > 0.1 else ()))
    cells = {item.key: "" for item in pack.items} if kind < 0.3 else {}
    return {**person, **cells, "code": f"{code[:-1]}U" if kind < 0.01 else code}


def make_duels(pack: Pack, random: Random) -> tuple[DuelAnswer, ...]:
    """Up to six duels, no facet in two of them."""
    places = [t for t, facet in enumerate(pack.facets) if facet.key not in pack.shared]
    random.shuffle(places)
    count = random.randint(0, min(6, len(places) // 2))
    duels = [side_by_side(pack, places[2 * n], places[2 * n + 1]) for n in range(count)]
    return tuple(DuelAnswer(duel.left, duel.right, random.choice(("left", "right"))) for duel in duels)


def write_csv(path: Path, people: Sequence[Row], delimiter: str = ",", *, encoding: str = "utf-8") -> Path:
    """People as a CSV file, with the columns of the first."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(people[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(people)
    return path


def write_jsonl(path: Path, people: Iterable[Row]) -> Path:
    """People as JSON Lines, their cells as text; empty ones are left out."""
    lines = (json.dumps({key: cell for key, cell in person.items() if cell != ""}) for person in people)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def write_parquet(path: Path, people: Sequence[Row], kind: pl.DataType | type[pl.DataType] = pl.String) -> Path:
    """People as Parquet, the cells of items in columns of one type; empty ones are null."""
    texts = pl.DataFrame(
        {key: [person[key] for person in people] for key in people[0]}, dict.fromkeys(people[0], pl.String)
    )
    cells = pl.col(name for name in texts.columns if name not in ("id", "code"))
    texts.with_columns(cells.replace("", None).cast(kind)).write_parquet(path)
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def response(cell: str) -> int | None:
    """What a cell says. Raises ``ValueError`` for a bad one."""
    if cell in ODD:
        return ODD[cell]
    if cell not in ("", "1", "2", "3", "4", "5"):
        raise ValueError(cell)
    return int(cell) if cell else None


def answers_of(pack: Pack, person: Row) -> Answers:
    """The answers in somebody's cells; bad ones count as unanswered."""
    cells = {item.key: person.get(item.key, "") for item in pack.items}
    return Answers(
        {key: said for key, cell in cells.items() if cell not in BAD and (said := response(cell)) is not None}
    )


def expected_error(pack: Pack, person: Row) -> str:
    """The bad cells of a row, each by its column and what it holds; empty without any."""
    return "; ".join(f"{item.key}: {cell}" for item in pack.items if (cell := person.get(item.key, "")) in BAD)


def expected_result(pack: Pack, person: Row) -> tuple[dict[str, str], dict[str, float]]:
    """The texts and the numbers of one person's row, from the core."""
    error, answers = expected_error(pack, person), answers_of(pack, person)
    if error and not answers.responses:
        none = dict.fromkeys(("verdict", "leader", "roles", "answered", "flags", "code"), "")
        return {"id": person["id"], **none, "error": error}, {}
    texts, numbers = core_result(pack, person["id"], answers)
    return texts | {"error": error}, numbers


def core_result(pack: Pack, name: str, answers: Answers) -> tuple[dict[str, str], dict[str, float]]:
    """The same of someone whose answers are known."""
    values = facet_values(pack, answers)
    points = scores(pack, values)
    chances = probabilities(pack, points, [value.count for value in values])
    raised = flags(pack, answers)
    found = verdict(pack, answers, family_means(pack, answers), chances, raised)
    texts = {
        "id": name,
        "verdict": found.kind,
        "leader": pack.roles[order(points)[0]].slug if found.roles else "",
        "roles": ";".join(found.roles),
        "answered": str(len(answers.responses)),
        "flags": " ".join(raised),
        "code": encode(pack, answers) if answers.responses or answers.duels else "",
        "error": "",
    }
    numbers = {f"score_{role.slug}": score for role, score in zip(pack.roles, points, strict=True)}
    probability = {} if found.probability is None else {"probability": found.probability}
    return texts, numbers | probability | {"field": 100 * field_fit(pack, values)}
