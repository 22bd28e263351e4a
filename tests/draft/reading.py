"""What a careful reader found in raw texts, how much of it a draft has, and the same texts written in other ways."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from careerfit.core.model import SECTIONS
from careerfit.draft.beliefs import Contrast
from careerfit.draft.profile import Profile
from careerfit.draft.raw import cleaned
from careerfit.draft.source import read_sources

TEXTS = Path(__file__).parent / "texts"
"""Eight texts of the kind, with what was found in them by somebody who knew nothing of the rules."""
OTHERS = Path(__file__).parent / "others"
"""Nine more in other styles: lists, labels, wrapped lines; what is found in them now, looked through by hand."""
PARTS = {
    "fit": (("cocok", "tidak_cocok"), ("cocok_phrases", "tidak_cocok_phrases")),
    "duties": (("duties",), ("duty_phrases",)),
}


@dataclass(slots=True)
class Rates:
    """How many sentences stand in the right section, and found, expected, right and drafted phrases and beliefs."""

    placed: int = 0
    sentences: int = 0
    counts: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0, 0, 0] for name in (*PARTS, "beliefs")})

    @property
    def share_placed(self) -> float:
        """The share of sentences in the right section."""
        return self.placed / max(1, self.sentences)

    def recall(self, part: str) -> float:
        """The share of what was expected that was found."""
        return self.counts[part][0] / max(1, self.counts[part][1])

    def precision(self, part: str) -> float:
        """The share of what was drafted that was expected."""
        return self.counts[part][2] / max(1, self.counts[part][3])

    def line(self) -> str:
        """All of it in one line."""
        told = (f"{part} {self.recall(part):.3f} {self.precision(part):.3f}" for part in self.counts)
        return f"sentences {self.share_placed:.3f}; recall and precision: " + "; ".join(told)


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.replace("\xa0", " ").lower())


def near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Has the first two thirds of the second's words?"""
    return len(set(one) & set(other)) >= 2 / 3 * max(1, len(set(other)))


def expected(folder: Path, stem: str) -> dict[str, Any]:
    """What was found in a text by hand."""
    found: dict[str, Any] = json.loads((folder / f"{stem}.expected.json").read_text("utf-8"))
    return found


def compare(profile: Profile, wanted: Mapping[str, Any], rates: Rates, rewrite: Callable[[str], str] = str) -> None:
    """Count what a profile, of a text that was rewritten, has of what was expected."""
    for section in SECTIONS:
        there = " ".join(" ".join(words(one)) for one in profile.sections[section])
        for sentence in wanted["sections"][section]:
            rates.placed += " ".join(words(cleaned(rewrite(sentence)))) in there
            rates.sentences += 1
    for part, (sections, keys) in PARTS.items():
        have = [words(phrase.text) for phrase in profile.phrases if phrase.section in sections]
        want = [words(phrase) for key in keys for phrase in wanted[key]]
        _count(rates.counts[part], have, want)
    have = [_belief_words(one) for one in profile.contrasts]
    want = [words(one["belief"]) + words(one["reality"]) for one in wanted["beliefs"]]
    _count(rates.counts["beliefs"], have, want)


def _belief_words(contrast: Contrast) -> list[str]:
    return [*words(contrast.belief), *words(" ".join(contrast.reality))]


def _count(counts: list[int], have: list[list[str]], want: list[list[str]]) -> None:
    counts[0] += sum(any(near(h, w) for h in have) for w in want)
    counts[1] += len(want)
    counts[2] += sum(any(near(h, w) or near(w, h) for w in want) for h in have)
    counts[3] += len(have)


def rates_of(folder: Path, rewrite: Callable[[str], str] = str) -> Rates:
    """How well the texts in a folder are read, each rewritten first."""
    rates = Rates()
    for file in sorted(folder.glob("*.txt")):
        content = rewrite(file.read_text("utf-8")).encode("utf-8")
        profile = read_sources(content, file.name, file.stem)[0]
        compare(profile, expected(folder, file.stem), rates, rewrite)
    return rates


def variants() -> Iterator[tuple[str, Callable[[str], str]]]:
    """Ways in which the same text is written, by their names; what is expected of it stays the same."""
    yield "as it is", str
    yield "line ends of Windows", lambda text: text.replace("\n", "\r\n")
    yield "no-break spaces", lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\xa0", text)
    yield "invisible characters", lambda text: "\ufeff" + text.replace(" yang ", " yang\u200b ")
    yield "wrapped at 60 characters", _wrapped
    yield "a blank line after each line", lambda text: text.replace("\n", "\n\n")
    yield "indented", lambda text: re.sub("(?m)^(?=[A-Z])", "   ", text)
    yield "emphasis", lambda text: re.sub(r"\b(tidak cocok|cocok)\b", r"**\1**", text)
    yield "formal address", lambda text: re.sub(r"\bkamu\b", "Anda", text)
    yield "kalau for jika", lambda text: text.replace("Jika kamu", "Kalau kamu")
    yield "apabila for jika", lambda text: text.replace("Jika kamu", "Apabila kamu")
    yield "misspelt labels", lambda text: text.replace("Ekspektasi", "Ekspetasi").replace("Miskonsepsi", "Miskonsepi")
    yield "dashes for colons", lambda text: re.sub(r"\b(Ekspektasi|Realita): ", r"\1 – ", text)
    yield "serta for dan", lambda text: re.sub(r", dan\b", ", serta", text)
    yield "no comma before dan", lambda text: re.sub(r", dan\b", " dan", text)


def _wrapped(text: str) -> str:
    """Each paragraph over several lines; points of lists and headings stay as they are."""
    lines = text.split("\n")
    return "\n".join(
        "\n".join(textwrap.wrap(line, 60)) if len(line) > 60 and not line.startswith("-") else line for line in lines
    )
