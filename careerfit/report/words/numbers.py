"""Points, chances, counts, lists and moments in a language's own manner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careerfit.text import MINUS, Lang, Text, number

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

_LESS_THAN_ONE = Text("kurang dari 1 dari 10", "fewer than 1 in 10")
_MORE_THAN_NINE = Text("lebih dari 9 dari 10", "more than 9 in 10")
_NEARLY = Text("hampir {n} dari 10", "nearly {n} in 10")
_OF_TEN = Text("{n} dari 10", "{n} in 10")
_BRIEF_LESS = Text("kurang dari 1", "under 1 in 10")
_BRIEF_MORE = Text("lebih dari 9", "over 9 in 10")
_ABOUT = Text("kira-kira {phrase}", "about {phrase}")
_OF_TEN_PEOPLE = Text(
    "dari 10 orang dengan jawaban seperti ini, {count}", "of 10 people with answers like these, {count}"
)
_COUNT_LESS = Text("kurang dari 1", "fewer than 1")
_COUNT_MORE = Text("lebih dari 9", "more than 9")
_COUNT_NEARLY = Text("hampir {n}", "nearly {n}")
_COUNT_ABOUT = Text("kira-kira {n}", "about {n}")
_PERSON, _PEOPLE = Text("{n} orang", "{n} person"), Text("{n} orang", "{n} people")
_AND = Text("dan", "and")
_COUNTS = {
    2: Text("dua", "two"),
    3: Text("tiga", "three"),
    4: Text("empat", "four"),
    5: Text("lima", "five"),
    6: Text("enam", "six"),
    7: Text("tujuh", "seven"),
    8: Text("delapan", "eight"),
    9: Text("sembilan", "nine"),
}


def percent(share: float | None, lang: Lang, digits: int = 1) -> str:
    """A share (0 to 1) in percent; a dash where there is none."""
    return "–" if share is None else f"{number(100 * share, lang, digits)} %"


def count(n: int, lang: Lang) -> str:
    """A number of things: a word up to nine, digits from there on."""
    return _COUNTS[n].pick(lang) if n in _COUNTS else number(n, lang)


def people_of(n: int, lang: Lang) -> str:
    """A number of people, with the word for them."""
    return (_PERSON if n == 1 else _PEOPLE).say(lang, n=number(n, lang))


def signed(value: float, lang: Lang) -> str:
    """A number with one decimal that always carries its sign, except zero."""
    text = number(value, lang, 1)
    return text if text.startswith(MINUS) or float(f"{value:.1f}") == 0 else f"+{text}"


def rating(value: float, lang: Lang) -> str:
    """A value from 1 to 5 with as many decimals as it has, at most two."""
    return number(value, lang, 2, trimmed=True)


def tenths(probability: float) -> int:
    """The nearest number of people out of ten, 0 to 10."""
    return int(probability * 10 + 0.5)


def of_ten(probability: float, lang: Lang) -> str:
    """A probability as a natural frequency ("8 dari 10"), which never claims none or all of ten."""
    n = tenths(probability)
    if n == 0:
        return _LESS_THAN_ONE.pick(lang)
    if n == 10:
        return _MORE_THAN_NINE.pick(lang)
    return (_NEARLY if _overstates(probability) else _OF_TEN).say(lang, n=n)


def brief_of_ten(probability: float, lang: Lang) -> str:
    """A probability as a natural frequency, as short as the label of a bar has to be."""
    n = tenths(probability)
    if n in (0, 10):
        return (_BRIEF_LESS if n == 0 else _BRIEF_MORE).pick(lang)
    return of_ten(probability, lang)


def about_of_ten(probability: float, lang: Lang) -> str:
    """A probability as a natural frequency within a sentence ("kira-kira 8 dari 10")."""
    phrase = of_ten(probability, lang)
    return _ABOUT.say(lang, phrase=phrase) if phrase[0].isdigit() else phrase


def of_ten_people(probability: float, lang: Lang) -> str:
    """A probability told of people with such answers ("dari 10 orang dengan jawaban seperti ini, kira-kira 8")."""
    n = tenths(probability)
    if n in (0, 10):
        count = _COUNT_LESS if n == 0 else _COUNT_MORE
    else:
        count = _COUNT_NEARLY if _overstates(probability) else _COUNT_ABOUT
    return _OF_TEN_PEOPLE.say(lang, count=count.say(lang, n=n))


def join(words: Sequence[str], lang: Lang) -> str:
    """A list as it is said: "A", "A dan B", "A, B, dan C"."""
    if len(words) < 3:
        return f" {_AND.pick(lang)} ".join(words)
    return f"{', '.join(words[:-1])}, {_AND.pick(lang)} {words[-1]}"


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _overstates(probability: float) -> bool:
    """Would the nearest number of ten say that a verdict is clear that is not?"""
    from careerfit.core.confidence import ENOUGH  # a profile has numbers, but no chances

    return tenths(probability) / 10 >= ENOUGH > probability


_MONTHS: Mapping[Lang, Sequence[str]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def local(moment: datetime, lang: Lang, zone: tzinfo | None = None) -> str:
    """Day and time ("1 Okt 2025 pukul 14.15"), in the computer's time zone unless another is given."""
    there, date = moment.astimezone(zone), day(moment, lang, zone)
    return f"{date} pukul {there:%H.%M}" if lang == "id" else f"{date}, {there:%H:%M}"


def day(moment: datetime, lang: Lang, zone: tzinfo | None = None) -> str:
    """The day ("1 Okt 2025"), in the computer's time zone unless another is given."""
    there = moment.astimezone(zone)
    return f"{there.day} {_MONTHS[lang][there.month - 1]} {there.year}"
