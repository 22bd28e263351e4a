"""What a facet is called, what it is like to do it, and its statements, by the language's own grammar.

The pairs of statements stand in ``words.yaml``; what can't be said by any of them keeps the plain default items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Any

from careerfit.core.model import Kind
from careerfit.draft.concepts import Concept, concept
from careerfit.draft.language import alternatives, bit, words
from careerfit.draft.phrases import Phrase, kind_of

LONGEST_NAME, LONGEST_DOING, MOST_WORDS = 34, 64, 15


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for a facet: its name, a ``doing``, and a positive and a reversed statement; None where there is none."""

    name: str
    doing: str | None
    yes: str | None
    no: str | None


def worded(phrases: Sequence[Phrase], kind: Kind, *, shared: bool) -> Wording:
    """Words for the facet that these phrases name; ``shared``: those of several roles do, so it is said in general."""
    if kind == "interest":
        return _duty(phrases, shared=shared)
    phrases = [*_in_common(phrases), *phrases] if shared else phrases
    made = [(phrase, concept(phrase), _demand(phrase)) for phrase in phrases]
    quality = next((told.quality for _, told, _ in made if told.quality), None)
    ranked = sorted(made, key=lambda one: _rank(one[0], one[1], shared=shared))
    yes = next((said.yes for _, _, said in ranked if said.yes), None)
    no = next((said.no for phrase, told, said in ranked if said.no and (told.fault or not phrase.asked)), None)
    no = no or next((said.no for _, _, said in ranked if said.no), None)
    if shared and quality is not None and quality not in words().plain("narrow"):
        yes = _being(quality) if yes and yes.startswith(_said("being_so", x=quality).rstrip(".") + " ") else yes
        no = bit("at_moment").sub("", no) if no else no
    first = ranked[0][2]
    plain = quality is not None and quality not in words().plain("narrow") and _one_quality(made)
    name = (
        _quality_noun(quality).capitalize()
        if plain and not bit("holder").match(first.name.split()[0].lower())
        else first.name
    )
    doing = next((said.doing for _, _, said in ranked if said.doing), None)
    return Wording(_cut(name, LONGEST_NAME), _cut(doing, LONGEST_DOING) if doing else None, _checked(yes), _checked(no))


def _in_common(phrases: Sequence[Phrase]) -> list[Phrase]:
    """What several demands begin with in the same words, as one: "menjaga kerahasiaan data (klien)"."""
    asked = [phrase for phrase in phrases if phrase.asked]
    cores = {phrase.core for phrase in asked}
    if len(cores) < 2:
        return []
    abreast = zip(*(core.split() for core in cores), strict=False)
    same = [found[0] for found in takewhile(lambda found: len(set(found)) == 1, abreast)]
    while same and _is_small(same[-1]):
        same.pop()
    start = " ".join(same)
    whole = len(same) >= 3 and all(core.startswith(start) for core in cores)
    return [replace(asked[0], core=start)] if whole else []


def _one_quality(made: Sequence[tuple[Phrase, Concept, Wording]]) -> bool:
    """Do these phrases have nothing but a quality in common?"""
    return len(made) > 1 or (made[0][1].quality is not None and (not made[0][1].fault or not made[0][1].stems))


def _rank(phrase: Phrase, told: Concept, *, shared: bool) -> tuple[int, int, int]:
    """Which phrase speaks for a facet: what is asked before what is warned of; of many roles the most general."""
    return (not phrase.asked, phrase.section != "cocok", len(told.stems) if shared else -min(len(told.stems), 4))


def _checked(text: str | None) -> str | None:
    """A statement, without doubled words; None where it is too long to be read at once."""
    if text is None:
        return None
    text = re.sub(r"\b(\w+) \1\b(?!-)", r"\1", re.sub(r"\s+", " ", text)).replace(" .", ".").replace(" ,", ",")
    return text if len(text.split()) <= MOST_WORDS + 3 else None


def _demand(phrase: Phrase) -> Wording:
    """Words for one demand."""
    core = _tidy(phrase.core)
    told = concept(phrase)
    core = _to_anybody(core if _is_closed(core) else core.partition(",")[0])
    if phrase.asked and (made := _by_table("plainly", core, core)):
        return made
    if (
        phrase.denied
        and (made := _by_table("refused", phrase.denied, core, denied=phrase.denied))
        and phrase.section == "tidak_cocok"
    ):
        return made
    if told.quality is not None and told.asked and (made := _quality(told.quality, told, core)):
        return made
    if phrase.asked:
        made = _by_table("asked", core, core)
        return made or _noun(core)
    return _by_table("warned", core, core) or Wording(
        _capital(_cut(f"Tidak {core}", LONGEST_NAME)), None, None, _warned(core, phrase)
    )


def _warned(core: str, phrase: Phrase) -> str | None:
    if phrase.have:
        return _said("owning", x=core)
    return _said("being" if phrase.kind == "quality" else "being_so", x=core)


@cache
def _tables() -> dict[str, list[tuple[re.Pattern[str], dict[str, Any]]]]:
    held = words().data["wordings"]
    return {
        name: [(re.compile(rule["opens"]), rule) for rule in held[name]]
        for name in ("plainly", "asked", "warned", "refused")
    }


def _by_table(table: str, text: str, core: str, denied: str = "") -> Wording | None:
    """Words from the first rule of a table whose opening the text has."""
    for pattern, rule in _tables()[table]:
        found = pattern.match(text.lower())
        if found is None:
            continue
        x = core if denied else core[found.end() :].strip()
        wanted = rule.get("x")
        kind = kind_of(x)
        if kind == "act" and wanted == "verb":
            if bit("noun_degree").match(x) or as_verb(x) == _said("doing", x=x):
                continue
            x = as_verb(x)
        elif wanted is not None and (kind == "verb") != (wanted == "verb"):
            continue
        if wanted == "verb" and (degree := bit("verb_degree").search(x)) and found[0].startswith("ke"):
            x = x[: degree.start()] + (f" dengan {degree[1]}" if degree[1] in {"baik", "efektif", "jelas"} else "")
        if not x and "{x}" in rule["has"] + rule["lacks"] and not re.search(r"\{x\}\.?$", rule["has"]):
            continue
        named = {key: (value or "").strip() for key, value in found.groupdict().items()}
        if named.get("d"):
            named["d"] = f" {named['d']}"
        places = {"x": x, "core": core, "d": denied, **named}
        places |= {key[:1].upper() + key[1:]: _capital(value) for key, value in places.items()}
        said = {key: _shortened(rule[key], places) if key in rule else None for key in ("has", "does")}
        said["lacks"] = _shortened(rule["lacks"], places | {"x": _far_away(x)})
        return Wording(
            _capital(_cut(rule["named"].format(**places), LONGEST_NAME)), said["does"], said["has"], said["lacks"]
        )
    return None


def _shortened(template: str, places: dict[str, str]) -> str:
    """A template filled; what is put in is cut where the whole would be too long."""
    said = re.sub(r"\s+", " ", template.format(**places)).strip().replace(" .", ".")
    over = len(said.split()) - MOST_WORDS
    if over <= 0:
        return said
    less = _fewer(places["x"], len(places["x"].split()) - over)
    return re.sub(r"\s+", " ", template.format(**{**places, "x": less, "X": _capital(less)})).strip().replace(" .", ".")


def _far_away(text: str) -> str:
    """What one minds where it may be anywhere."""
    for pattern, instead in words().data["anywhere"]["words"]:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text


def _fewer(text: str, most: int) -> str:
    """The longest beginning of a text that makes sense in at most that many words; the text where none does."""
    parts = text.split()
    for count in range(min(most, len(parts) - 1), 1, -1):
        if _is_small(parts[count]) and not _is_small(parts[count - 1]):
            short = " ".join(parts[:count]).rstrip(",")
            if _is_closed(short):
                return short
    return text


def _cut(text: str, most: int) -> str:
    """A text of at most that many characters, which ends with a word that can end it."""
    text = text.strip(" ,;")
    if len(text) <= most:
        return text
    whole = text.split()
    parts = text[: most + 1].rsplit(" ", 1)[0][:most].split()
    for count in range(len(parts), 1, -1):
        short = " ".join(whole[:count])
        if len(short.rstrip(",")) < most / 2.5:
            break
        ends = short.endswith(",") or _is_small(whole[count])
        if ends and not _is_small(whole[count - 1]) and _is_closed(short.rstrip(",")):
            return short.strip(" ,;")
    while len(parts) > 1 and (_is_small(parts[-1]) or parts[-1].endswith(",")):
        parts.pop()
    return " ".join(parts).strip(" ,;")


def _is_small(word: str) -> bool:
    """Is that a word with which nothing can end?"""
    return bit("small").match(word.lower().strip(",")) is not None


def _said(name: str, **places: str) -> str:
    """One of the frames of the language, filled."""
    return str(words().data["said"][name]).format(**places)


def _is_closed(text: str) -> bool:
    """Is no list left open, of which the last member is missing?"""
    return "," not in text or bit("last_and").search(text) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tidy(core: str) -> str:
    """A phrase without what points to something said before, beginning in lower case."""
    core = bit("of_them").sub(_said("others"), bit("that_one").sub("", core))
    core = bit("ones_own").sub(_said("own"), core)
    if core.count(",") == 1:
        core = bit("lone_comma").sub(r" \1 ", core)
    for pattern, instead in words().data["plainer"]["words"]:
        core = re.sub(pattern, instead, core, flags=re.IGNORECASE)
    first, _, rest = core.partition(" ")
    return core if first.isupper() or first[1:] != first[1:].lower() else f"{first.lower()}{' ' if rest else ''}{rest}"


@cache
def _people_of_work() -> re.Pattern[str]:
    one = rf"(?:(?:para|setiap|semua|seorang) )?(?:{alternatives(words().plain('people_of_work'))})"
    return re.compile(rf"\b{one}(?:,? (?:dan|atau|serta|maupun) (?:{one}|keluarga(?:nya)?))*\b", re.IGNORECASE)


def _to_anybody(core: str) -> str:
    """A demand without the people of the job: who has no patients yet can say how they are to others."""
    people = _people_of_work()
    for found in bit("moment_of").finditer(core.lower()):
        if people.match(core, found.end()):
            core = core[: found.start()]
            break
    return people.sub(_said("anybody"), core)


@cache
def _opposites() -> dict[str, str]:
    return dict(words().data["qualities"]["words"])


def _quality(quality: str, told: Concept, core: str) -> Wording | None:
    """Words for a quality, with what it is shown in; None where it is told as something that one has."""
    if bit("noun_steady").match(core) or (bit("noun_such").match(core) and not bit("noun_degree").match(core)):
        return None
    if (manner := bit("manner").match(core.lower())) and manner["q"] == quality:
        noun = _quality_noun(quality)
        return Wording(_capital(noun), _said("demanding", x=noun), _being(quality), _being(_opposites()[quality]))
    first, _, others = core.partition(" ")
    if bit("holder").match(first.lower()) or _names_more(first, others):
        return _noun(core)
    narrow = quality in words().plain("narrow")
    if narrow and not told.fault and (made := _by_table("asked", core, core)):
        return made
    rest = _complement(quality, told, core)
    noun = _quality_noun(quality)
    doing = _said("demanding", x=noun)
    if told.fault:
        return _fault(quality, told.fault, rest, Wording(_capital(noun), doing, None, None))
    name = f"{noun} {rest}" if narrow and kind_of(rest) == "on" else noun
    return Wording(_capital(_cut(name, LONGEST_NAME)), doing, _has(quality, core, rest), _lacks(quality, rest))


def _names_more(first: str, others: str) -> bool:
    """Does the noun of a quality go on as the name of a thing: "kepekaan warna", rather than "kepekaan tinggi"?"""
    named = re.match(r"ke\w+an$", first) is not None and kind_of(others) == "other"
    return bool(others) and named and not bit("noun_degree").match(f"{first} {others.split(maxsplit=1)[0]}")


def _fault(quality: str, fault: str, rest: str, plain: Wording) -> Wording:
    """Words for a quality that was named by its opposite."""
    if not rest:
        return Wording(plain.name, plain.doing, _being(quality), _being(fault))
    told = f"{fault} {rest}"
    made = _by_table("warned", told, told)
    lacks = _said("being_so", x=f"{_adverb(fault)} {rest}")
    if made is None or made.yes is None:
        return Wording(plain.name, plain.doing, _being(quality), lacks)
    return Wording(made.name, made.doing or plain.doing, made.yes, lacks)


def _has(quality: str, core: str, rest: str) -> str:
    """The statement of who has a quality."""
    if found := bit("can").match(core.lower()):
        return _said("can", x=core[found.end() :])
    if quality in words().data["said"]["owned_whole"]:
        held = core if core.lower().startswith(quality) else f"{quality} {rest}".strip()
        return _said("owning", x=held + (_said("much") if held == quality else ""))
    if not rest:
        return _being(quality)
    at_once = quality == words().data["said"]["afraid"]["of"]
    return _said("being_so", x=f"{quality} {bit('shown_in').sub('' if at_once else _said('while'), rest)}")


def _lacks(quality: str, rest: str) -> str:
    """The statement of who has the opposite of a quality."""
    opposite = _opposites()[quality]
    if not rest:
        return _being(opposite)
    shown = bit("shown_in").sub("", rest)
    if kind_of(shown) == "verb":
        afraid = words().data["said"]["afraid"]
        if quality == afraid["of"]:
            return str(afraid["has"]).format(x=shown)
        if bit("tires").match(opposite):
            return _said("being_so", x=f"{opposite} {shown}")
        return _said("being_so", x=f"{_adverb(opposite)} {_said('while')}{shown}")
    return _said("being_so", x=f"{_adverb(opposite)} {rest}")


def _being(quality: str) -> str:
    """That one is so."""
    uncaring = words().data["said"]["uncaring"]
    if quality == uncaring["of"]:
        return str(uncaring["has"])
    return _said("being_so" if bit("adverbial").match(quality) else "being", x=quality)


def _adverb(opposite: str) -> str:
    """A fault as something that happens, before what it is shown in."""
    return opposite if bit("adverbial").match(opposite) else _said("often") + opposite


def _complement(quality: str, told: Concept, core: str) -> str:
    """What follows the word for a quality, and the degree of it: "dalam menghitung kebutuhan kalori"."""
    low = core.lower()
    if told.fault:
        return core[low.find(told.fault) + len(told.fault) :].strip() if told.fault in low else ""
    alike = (word for word, meant in words().data["alike"]["words"].items() if meant == quality)
    for word in (quality, _quality_noun(quality), f"ke{quality}an", *alike):
        if found := re.search(rf"\b{re.escape(word)}\b", low):
            return bit("after_quality").sub("", core[found.end() :].strip()).strip()
    return ""


@cache
def _quality_noun(quality: str) -> str:
    """The noun of a quality: ``teliti`` → ``ketelitian``."""
    held = words()
    if named := held.data["quality_nouns"]["words"].get(quality):
        return str(named)
    if quality in held.plain("traits"):
        return quality
    if " " in quality or bit("no_quality_noun").search(quality):
        return _said("attitude", x=quality)
    return f"ke{quality}an"


def _noun(core: str) -> Wording:
    """Words for something that one has: "kemampuan analitis yang kuat"."""
    owning, demanding = _said("owning", x=core), _said("demanding", x=core)
    if found := bit("noun_steady").match(core):
        n, rest = found["n"], found["rest"] or ""
        return Wording(_capital(n), demanding, owning, _said("withstands_not", N=_capital(n), v=found["v"], rest=rest))
    if found := bit("noun_degree").match(core):
        n, rest = found["n"].removesuffix(" yang"), found["rest"] or ""
        little = words().data["degrees"]["words"][found["d"]]
        return Wording(_capital(n), demanding, owning, _said("little", N=_capital(n), rest=rest, little=little))
    if found := bit("noun_such").match(core):
        places = {"N": _capital(found["n"]), "d": found["d"]}
        return Wording(places["N"], demanding, _said("such", **places), _said("less_such", **places))
    found = bit("noun_rest").match(core)
    n, rest = (found["n"], found["rest"] or "") if found else (core, "")
    if " yang " in rest or kind_of(core) not in {"noun", "act", "weak"}:
        return Wording(_capital(_cut(core, LONGEST_NAME)), None, owning if kind_of(core) == "noun" else None, None)
    good = "" if rest or bit("owned").match(n.lower()) else _said("good")
    lacking = _said("lacking", N=_capital(n), rest=rest)
    return Wording(_capital(n), _said("demanding", x=n), _said("owning", x=core + good), lacking)


def as_verb(core: str) -> str:
    """A duty as something that one does: "pemeriksaan laporan" → "memeriksa laporan"."""
    low = core.lower()
    for group in ("acts", "acts_of"):
        for noun, verb in words().data[group]["words"].items():
            if low == noun or low.startswith(f"{noun} "):
                rest = core[len(noun) :].strip()
                if not verb.startswith(("ber", "bekerja")):
                    rest = bit("act_of").sub("", rest)
                return f"{verb} {rest}".strip()
    return core if kind_of(core) == "verb" else _said("doing", x=core)


@cache
def _two_kinds() -> re.Pattern[str]:
    """Two kinds of people, of whom one is enough to picture a duty: "petani dan kelompok tani"."""
    one = alternatives(words().plain("people_of_work") | words().plain("people"))
    return re.compile(rf"\b({one}) (?:dan|atau|maupun) (?:{one})\b")


def plain_duty(core: str) -> str:
    """A duty as a verb, with as much of it as it takes to picture it."""
    said = as_verb(_tidy(core))
    if len((less := bit("told_by").sub("", said)).split()) > 2:
        said = less
    said = _two_kinds().sub(r"\1", said)
    return bit("places").sub(r"\1", said)


def _duty(phrases: Sequence[Phrase], *, shared: bool) -> Wording:
    """Words for a duty: liking it, and being wearied by it."""
    chosen = min(phrases, key=lambda one: len(one.core)) if shared else phrases[0]
    said = plain_duty(chosen.core)
    held = words().data["wordings"]["duty"]
    less = said if len(said.split()) <= 10 else _fewer(said, 10)
    less = less if _is_closed(less) else less.partition(",")[0]
    less = bit("every_day").sub("", less).strip() or less
    places = {"x": less, "X": _capital(less)}
    yes, no = held["has"].format(**places), held["lacks"].format(**places)
    no = no if len(no.split()) <= MOST_WORDS else held["lacks_briefly"].format(**places)
    return Wording(_capital(_cut(said, LONGEST_NAME)), _cut(_capital(said), LONGEST_DOING), _checked(yes), _checked(no))
