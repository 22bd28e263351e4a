"""What a facet is called, what it is like to do it, and its statements, by the language's own grammar.

The pairs of statements stand in ``words.yaml``; what can't be said by any of them keeps the plain default items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from careerfit.core.model import Kind
from careerfit.draft.concepts import Concept, concept
from careerfit.draft.language import words
from careerfit.draft.phrases import Phrase, kind_of

LONGEST_NAME, LONGEST_DOING, MOST_WORDS = 34, 64, 15
_SMALL = r"(?:yang|dan|atau|serta|dengan|dalam|di|ke|dari|untuk|pada|kepada|terhadap|tentang|bagi|sebagai|secara|oleh|seperti|antara|agar|para|satu|suatu|saat|kalau|lebih|daripada|soal|serta|hal|masih|tidak|bisa|belum|sudah|akan|maupun|bawah|beragam|berbagai)"
_DEGREE = re.compile(r"^(?P<n>.+?) (?:yang (?:sangat |cukup )?)?(?P<d>tinggi|baik|kuat|besar|luas|mendalam|prima|memadai|mumpuni|bagus|tajam|stabil|sehat)(?P<rest> .*)?$")
_STEADY = re.compile(r"^(?P<n>.+?) yang tidak mudah (?P<v>\w+)(?P<rest> .*)?$")
_OTHER = re.compile(r"^(?P<n>\w+(?: \w+)?) yang (?P<d>\w+)$")
_PREPOSITION = re.compile(r"^(?P<n>\w+(?: (?!(?:dengan|dalam|di|pada|kepada|terhadap|tentang|untuk|bagi|akan|yang|kepada)\b)[\w-]+)*)(?P<rest> .*)?$")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for a facet: its name, a ``doing``, and a positive and a reversed statement; None where there is none."""

    name: str
    doing: str | None
    yes: str | None
    no: str | None


def worded(phrases: Sequence[Phrase], kind: Kind, *, shared: bool) -> Wording:
    """Words for the facet that these phrases name; ``shared``: phrases of several roles do, so it is said in general."""
    if kind == "interest":
        return _duty(phrases, shared=shared)
    made = [(phrase, concept(phrase), _demand(phrase)) for phrase in phrases]
    quality = next((told.quality for _, told, _ in made if told.quality), None)
    ranked = sorted(made, key=lambda one: _rank(one[0], one[1], shared=shared))
    yes = next((words_.yes for phrase, _, words_ in ranked if words_.yes), None)
    no = next((words_.no for phrase, told, words_ in ranked if words_.no and (told.fault or not phrase.asked)), None)
    no = no or next((words_.no for _, _, words_ in ranked if words_.no), None)
    first = ranked[0][2]
    plain = quality is not None and quality not in words().plain("narrow") and _one_quality(made)
    name = _quality_noun(quality).capitalize() if plain and not first.name.lower().startswith("kemampuan") else first.name
    doing = next((words_.doing for _, _, words_ in ranked if words_.doing), None)
    return Wording(_cut(name, LONGEST_NAME), _cut(doing, LONGEST_DOING) if doing else None, _checked(yes), _checked(no))


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
    if phrase.denied and (made := _by_table("refused", phrase.denied, core, denied=phrase.denied)) and phrase.section == "tidak_cocok":
        return made
    if told.quality is not None and told.asked and (made := _quality(told.quality, told, core)):
        return made
    if phrase.asked:
        made = _by_table("asked", core, core)
        return made or _noun(core)
    return _by_table("warned", core, core) or Wording(_capital(_cut(f"Tidak {core}", LONGEST_NAME)), None, None, _warned(core, phrase))


def _warned(core: str, phrase: Phrase) -> str | None:
    if phrase.have:
        return f"Saya memiliki {core}."
    return f"Saya orang yang {core}." if phrase.kind == "quality" else f"Saya {core}."


@cache
def _tables() -> dict[str, list[tuple[re.Pattern[str], dict[str, Any]]]]:
    held = words().data["wordings"]
    return {name: [(re.compile(rule["opens"]), rule) for rule in held[name]] for name in ("asked", "warned", "refused")}


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
            if _DEGREE.match(x) or as_verb(x).startswith("melakukan "):
                continue
            x = as_verb(x)
        elif wanted is not None and (kind == "verb") != (wanted == "verb"):
            continue
        if wanted == "verb" and (degree := re.search(r" yang (baik|tinggi|kuat|efektif|jelas)$", x)) and found[0].startswith("ke"):
            x = x[: degree.start()] + (f" dengan {degree[1]}" if degree[1] in {"baik", "efektif", "jelas"} else "")
        if not x and "{x}" in rule["has"] + rule["lacks"] and not re.search(r"\{x\}\.?$", rule["has"]):
            continue
        named = {key: (value or "").strip() for key, value in found.groupdict().items()}
        if named.get("d"):
            named["d"] = f" {named['d']}"
        places = {"x": x, "core": core, "d": denied, **named}
        places |= {key[:1].upper() + key[1:]: _capital(value) for key, value in places.items()}
        said = {key: _shortened(rule[key], places) if key in rule else None for key in ("has", "lacks", "does")}
        return Wording(_capital(_cut(rule["named"].format(**places), LONGEST_NAME)), said["does"], said["has"], said["lacks"])
    return None


def _shortened(template: str, places: dict[str, str]) -> str:
    """A template filled; what is put in is cut where the whole would be too long."""
    said = re.sub(r"\s+", " ", template.format(**places)).strip().replace(" .", ".")
    over = len(said.split()) - MOST_WORDS
    if over <= 0:
        return said
    less = _fewer(places["x"], len(places["x"].split()) - over)
    return re.sub(r"\s+", " ", template.format(**{**places, "x": less, "X": _capital(less)})).strip().replace(" .", ".")


def _fewer(text: str, most: int) -> str:
    """The longest beginning of a text that makes sense in at most that many words; the text where none does."""
    parts = text.split()
    for count in range(min(most, len(parts) - 1), 1, -1):
        if re.match(rf"{_SMALL}$", parts[count].lower()) and not re.match(rf"{_SMALL}$", parts[count - 1].lower()):
            short = " ".join(parts[:count]).rstrip(",")
            if _is_closed(short):
                return short
    return text


def _cut(text: str, most: int) -> str:
    """A text of at most that many characters, which ends with a word that can end it."""
    if len(text) <= most:
        return text
    whole = text.split()
    parts = text[: most + 1].rsplit(" ", 1)[0].split()
    for count in range(len(parts), 1, -1):
        short = " ".join(whole[:count])
        if len(short.rstrip(",")) < most / 2.5:
            break
        ends = short.endswith(",") or re.match(rf"{_SMALL}$", whole[count].lower())
        if ends and not re.match(rf"{_SMALL}$", whole[count - 1].lower().strip(",")) and _is_closed(short.rstrip(",")):
            return short.rstrip(",")
    while len(parts) > 1 and (re.match(rf"{_SMALL}$", parts[-1].lower().strip(",")) or parts[-1].endswith(",")):
        parts.pop()
    return " ".join(parts).rstrip(",")


def _is_closed(text: str) -> bool:
    """Is no list left open, of which the last member is missing?"""
    return "," not in text or re.search(r",[^,]* (?:dan|serta|atau|maupun) ", text) is not None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tidy(core: str) -> str:
    """A phrase without what points to something said before, beginning in lower case."""
    core = re.sub(r"\s+(?:tersebut|itu)\b", "", core)
    core = re.sub(r"\b(\w+(?:kan|i)?) mereka\b", r"\1 orang lain", core)
    core = re.sub(r",\s+(dan|serta|atau)\s+(?=[^,]*$)", lambda m: f" {m[1]} " if core.count(",") == 1 else m[0], core)
    first, _, rest = core.partition(" ")
    return core if first.isupper() or first[1:] != first[1:].lower() else f"{first.lower()}{' ' if rest else ''}{rest}"


@cache
def _opposites() -> dict[str, str]:
    return dict(words().data["qualities"]["words"])


_ADVERBIAL = re.compile(
    r"^(?:mudah|cepat|sering|suka|sulit|terlalu|kurang|bekerja|menunggu|bergantung|berpikir|enggan|malas|memihak|terpaku|acuh|lamban memahami|minder|tidak|terbata)"
)


def _quality(quality: str, told: Concept, core: str) -> Wording | None:
    """Words for a quality, with what it is shown in."""
    if _STEADY.match(core) or (_OTHER.match(core) and not _DEGREE.match(core)):
        return None
    if re.match(r"(?:kemampuan|keterampilan|sikap|sifat|jiwa) ", core.lower()):
        return _noun(core)
    if re.match(r"ke\w+an [a-z]", core) and kind_of(core.split(maxsplit=1)[1]) == "other" and not _DEGREE.match(" ".join(core.split()[:2])):
        return _noun(core)
    narrow = quality in words().plain("narrow")
    if narrow and not told.fault and (made := _by_table("asked", core, core)):
        return made
    rest = _complement(quality, told, core)
    opposite = _opposites()[quality]
    noun = _quality_noun(quality)
    doing = f"Mengerjakan hal yang menuntut {noun}"
    if told.fault:
        no = f"Saya {_adverb(told.fault)}{' ' if rest else ''}{rest}." if rest else _being(told.fault)
        made = _by_table("warned", f"{told.fault} {rest}".strip(), f"{told.fault} {rest}".strip()) if rest else None
        yes = made.yes if made and made.yes and not made.yes.startswith("Saya jarang terlalu") else _being(quality)
        return Wording(made.name if made else noun.capitalize(), (made.doing if made else None) or doing, yes, no)
    low = core.lower()
    shown = re.sub(r"^(?:dalam|untuk) (?=(?:me|ber)\w)", "saat ", rest)
    if kind_of(rest) == "verb" and not shown.startswith("saat "):
        shown = f"saat {rest}"
    if low.startswith(("mampu ", "bisa ", "sanggup ", "dapat ")):
        yes = f"Saya bisa {low.split(maxsplit=1)[1]}."
    elif quality in {"empati", "inisiatif", "integritas"}:
        held = core if core.lower().startswith(quality) else f"{quality} {rest}".strip()
        yes = f"Saya memiliki {held}{' yang tinggi' if held == quality else ''}."
    elif rest:
        yes = f"Saya {quality} {re.sub('^untuk (?=me|ber)', '' if quality == 'berani' else 'saat ', rest)}."
    else:
        yes = _being(quality)
    if quality == "berani" and kind_of(re.sub("^untuk ", "", rest)) == "verb":
        no = f"Saya takut {re.sub('^untuk ', '', rest)}."
    elif opposite.startswith(("cepat bosan", "malas", "enggan")) and rest and kind_of(rest) == "verb":
        no = f"Saya {opposite} {rest}."
    elif rest:
        no = f"Saya {_adverb(opposite)} {shown}."
    else:
        no = _being(opposite)
    name = f"{noun} {rest}" if narrow and rest and kind_of(rest) == "on" else noun
    return Wording(_capital(_cut(name, LONGEST_NAME)), doing, yes, no)


def _being(quality: str) -> str:
    """That one is so."""
    if quality == "acuh tak acuh":
        return "Saya sering acuh tak acuh terhadap orang lain."
    return f"Saya {quality}." if _ADVERBIAL.match(quality) else f"Saya orang yang {quality}."


def _adverb(opposite: str) -> str:
    """A fault as something that happens, before what it is shown in."""
    return opposite if _ADVERBIAL.match(opposite) or opposite.endswith("bata") else f"sering {opposite}"


def _complement(quality: str, told: Concept, core: str) -> str:
    """What follows the word for a quality, and the degree of it: "dalam menghitung kebutuhan kalori"."""
    low = core.lower()
    if told.fault:
        at = low.find(told.fault)
        return core[at + len(told.fault) :].strip() if at >= 0 else ""
    for word in (quality, _quality_noun(quality), f"ke{quality}an", "penyabar", "pemberani"):
        if (found := re.search(rf"\b{re.escape(word)}\b", low)) is not None:
            rest = core[found.end() :].strip()
            return re.sub(r"^(?:(?:yang )?(?:sangat |cukup )?(?:tinggi|baik|kuat|besar|luar biasa|ekstra)|sekali|banget|diri)\b\s*", "", rest).strip()
    return ""


@cache
def _quality_noun(quality: str | None) -> str:
    """The noun of a quality: ``teliti`` → ``ketelitian``."""
    if quality is None:
        return ""
    held = words().plain("traits")
    nouns = {"hati-hati": "kehati-hatian", "rendah hati": "kerendahan hati", "percaya diri": "kepercayaan diri", "kreatif": "kreativitas", "objektif": "objektivitas", "fleksibel": "fleksibilitas", "disiplin": "kedisiplinan", "rajin": "kerajinan", "komunikatif": "sikap komunikatif", "integritas": "integritas"}
    if quality in nouns:
        return nouns[quality]
    if quality in held:
        return quality
    if " " in quality or re.search(r"(?:is|if|ik|al|us|er|as|vert)$", quality):
        return f"sikap {quality}"
    return f"ke{quality}an"


_OWNED = frozenset({"pengalaman", "ijazah", "gelar", "sertifikat", "latar", "jaringan", "tekad", "niat"})
"""What one has or has not, rather than much or little of."""


def _noun(core: str) -> Wording:
    """Words for something that one has: "kemampuan analitis yang kuat"."""
    low = core
    if found := _STEADY.match(low):
        n, rest = found["n"], found["rest"] or ""
        return Wording(_capital(n), f"Mengerjakan hal yang menuntut {n}", f"Saya memiliki {core}.", f"{_capital(n)} saya mudah {found['v']}{rest}.")
    if found := _DEGREE.match(low):
        n, rest = found["n"].removesuffix(" yang"), found["rest"] or ""
        little = words().data["degrees"]["words"][found["d"]]
        return Wording(_capital(n), f"Mengerjakan hal yang menuntut {core}", f"Saya memiliki {core}.", f"{_capital(n)} saya{rest} {little}.")
    if found := _OTHER.match(low):
        n = found["n"]
        return Wording(_capital(n), f"Mengerjakan hal yang menuntut {n} yang {found['d']}", f"{_capital(n)} saya {found['d']}.", f"{_capital(n)} saya kurang {found['d']}.")
    found = _PREPOSITION.match(low)
    n, rest = (found["n"], found["rest"] or "") if found else (core, "")
    if " yang " in rest or kind_of(core) not in {"noun", "act", "weak"}:
        return Wording(_capital(_cut(core, LONGEST_NAME)), None, f"Saya memiliki {core}." if kind_of(core) == "noun" else None, None)
    good = "" if rest or n.split()[0].lower() in _OWNED else " yang baik"
    return Wording(_capital(n), f"Mengerjakan hal yang menuntut {n}", f"Saya memiliki {core}{good}.", f"{_capital(n)} saya{rest} masih kurang.")


def as_verb(core: str) -> str:
    """A duty as something that one does: "pemeriksaan laporan" → "memeriksa laporan"."""
    low = core.lower()
    for group in ("acts", "acts_of"):
        for noun, verb in words().data[group]["words"].items():
            if low == noun or low.startswith(f"{noun} "):
                rest = core[len(noun) :].strip()
                if not (verb.startswith("ber") or verb.startswith("bekerja")):
                    rest = re.sub(r"^(?:terhadap|atas|dari) ", "", rest)
                return f"{verb} {rest}".strip()
    return core if kind_of(core) == "verb" else f"melakukan {core}"


def _duty(phrases: Sequence[Phrase], *, shared: bool) -> Wording:
    """Words for a duty: liking it, and being wearied by it."""
    chosen = min(phrases, key=lambda one: len(one.core)) if shared else phrases[0]
    said = as_verb(_tidy(chosen.core))
    held = words().data["wordings"]["duty"]
    less = said if len(said.split()) <= 10 else _fewer(said, 10)
    places = {"x": less, "X": _capital(less)}
    yes, no = held["has"].format(**places), held["lacks"].format(**places)
    return Wording(_capital(_cut(said, LONGEST_NAME)), _cut(_capital(said), LONGEST_DOING), _checked(yes), _checked(no))
