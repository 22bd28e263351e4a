"""The same three people as many tools and hands write them down: for each kind a file, and what must come of it."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from random import Random
from typing import Any

import openpyxl

from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack

Table = list[list[Any]]
Make = Callable[[Pack], bytes]
IDS = ("s1", "s2", "s3")


def people(pack: Pack) -> list[list[int]]:
    """The responses of three people, whole."""
    random = Random(16)
    return [[random.randint(1, 5) for _ in pack.items] for _ in IDS]


def table(
    pack: Pack,
    heads: Sequence[str],
    cell: Callable[[int], Any] = str,
    before: Mapping[str, Sequence[str]] | None = None,
    after: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """Their answers below these heads, with columns before and after."""
    before, after = before if before is not None else {"id": IDS}, after or {}
    found: Table = [[*before, *heads, *after]]
    for place, responses in enumerate(people(pack)):
        own = [[values[place] for values in some.values()] for some in (before, after)]
        found.append([*own[0], *map(cell, responses), *own[1]])
    return found


def written(
    rows: Table, delimiter: str = ",", end: str = "\r\n", quoting: Any = csv.QUOTE_MINIMAL, encoding: str = "utf-8"
) -> bytes:
    """Rows as CSV."""
    target = StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return target.getvalue().encode(encoding)


def workbook(rows: Table, *, explained: bool = False) -> bytes:
    """Rows as a sheet of a workbook, perhaps behind one that explains."""
    book = openpyxl.Workbook()
    sheet = book.active
    if explained:
        sheet.title = "Petunjuk"
        sheet.append(["Isilah satu baris untuk satu orang."])
        sheet = book.create_sheet("Jawaban")
    for row in rows:
        sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def keys(pack: Pack, sign: str = "-", pattern: str = "{}") -> list[str]:
    """The keys of items with another sign between their words, in a pattern."""
    return [pattern.format(item.key.replace("-", sign)) for item in pack.items]


def texts(pack: Pack, lang: int = 0, pattern: str = "{}") -> list[str]:
    """The statements in one language, numbered in a pattern."""
    return [pattern.format(item.text[lang], n=n) for n, item in enumerate(pack.items, 1)]


def codes(pack: Pack) -> list[str]:
    """Their answer codes."""
    return [encode(pack, Answers(dict(zip(pack.item_by_key, one, strict=True)))) for one in people(pack)]


def scale(pack: Pack, lang: int, pattern: str = "{word}") -> Callable[[int], str]:
    """What a cell holds where it has the words of the scale."""
    return lambda response: pattern.format(n=response, word=pack.scale[response - 1][lang])


STAMPS = {"Timestamp": ("2026/11/20 8:01:00 am GMT+7", "2026/11/20 8:02:00 am GMT+7", "2026/11/20 8:09:00 am GMT+7")}
NAMES = {"Nama": ("Siti", "Budi", "Ani")}
FEW = 20


def _two_languages(pack: Pack) -> bytes:
    """A column a statement and language, of which everybody fills in those of their own."""
    rows: Table = [["id", *texts(pack), *texts(pack, 1)]]
    gap = [""] * len(pack.items)
    for place, responses in enumerate(people(pack)):
        rows.append([IDS[place], *(responses if place % 2 else gap), *(gap if place % 2 else responses)])
    return written(rows)


def _mixed_forms(pack: Pack) -> bytes:
    """Some by a form, one by an answer code: in one file."""
    rows = table(pack, texts(pack), after={"Kode jawaban": ("", codes(pack)[1], "")})
    rows[2][1:-1] = [""] * len(pack.items)
    return written(rows)


def _qualtrics(pack: Pack) -> bytes:
    head, *rows = table(pack, keys(pack))
    imports = [f'{{"ImportId":"QID{n}"}}' for n in range(len(head))]
    return written([head, ["Response ID", *texts(pack, 1)], imports, *rows])


def _surveymonkey(pack: Pack) -> bytes:
    head, *rows = table(pack, texts(pack, 1), before={"Respondent ID": IDS})
    return written([head, ["", *["Response"] * len(pack.items)], *rows])


def _quiz(pack: Pack) -> bytes:
    """Google writes points and feedback beside each answer of a quiz."""
    head, *rows = table(pack, texts(pack))
    heads = [one for text in head[1:] for one in (text, f"{text} [Score]", f"{text} [Feedback]")]
    return written([["id", *heads], *([row[0], *(c for cell in row[1:] for c in (cell, "1 / 1", ""))] for row in rows)])


def _some_reworded(pack: Pack) -> bytes:
    heads = texts(pack)
    heads[7] = heads[7].replace(" ", " selalu ", 1)
    return written(table(pack, heads))


CSV: dict[str, Make] = {
    "plain": lambda p: written(table(p, keys(p))),
    "semicolon": lambda p: written(table(p, keys(p)), ";"),
    "tabs": lambda p: written(table(p, keys(p)), "\t"),
    "decimal commas": lambda p: written(table(p, keys(p), "{},0".format), ";"),
    "decimal points": lambda p: written(table(p, keys(p), "{}.0".format)),
    "quoted": lambda p: written(table(p, keys(p)), quoting=csv.QUOTE_ALL),
    "quoted twice": lambda p: written(table(p, keys(p), '"{}"'.format)),
    "underscores": lambda p: written(table(p, keys(p, "_"))),
    "dots": lambda p: written(table(p, keys(p, "."))),
    "no separator": lambda p: written(table(p, keys(p, ""))),
    "capitals": lambda p: written(table(p, [key.upper() for key in keys(p)])),
    "a group": lambda p: written(table(p, keys(p, pattern="kuis/{}"), after={"_uuid": "abc"}), ";"),
    "groups": lambda p: written(table(p, keys(p, pattern="data/kuis/{}"))),
    "a group with a hyphen": lambda p: written(table(p, keys(p, pattern="kuis-{}"), before={"KEY": "abc", "id": IDS})),
    "a group with a colon": lambda p: written(table(p, keys(p, "_", "data:{}"))),
    "LimeSurvey": lambda p: written(table(p, keys(p, "", "G1Q1[{}]"), before={"id": IDS, "Date submitted": "123"})),
    "Google": lambda p: written(table(p, texts(p), before={**STAMPS, "id": IDS}), quoting=csv.QUOTE_ALL),
    "Google in English": lambda p: written(table(p, texts(p, 1), before={**STAMPS, "id": IDS})),
    "a grid": lambda p: written(table(p, texts(p, 0, "Seberapa sesuai dengan kamu? [{}]"))),
    "a quiz": _quiz,
    "numbers before": lambda p: written(table(p, texts(p, 0, "{n}. {}"))),
    "numbers and required": lambda p: written(table(p, texts(p, 1, "Q{n}) {} *"))),
    "both languages": lambda p: written(table(p, [f"{item.text.id} / {item.text.en}" for item in p.items])),
    "both, on two lines": lambda p: written(table(p, [f"{item.text.id}\n{item.text.en}" for item in p.items])),
    "some in either": lambda p: written(table(p, [item.text[n % 2] for n, item in enumerate(p.items)])),
    "markup": lambda p: written(table(p, texts(p, 1, "<p><strong>{}</strong>&nbsp;</p>"))),
    "in capitals": lambda p: written(table(p, [text.upper() for text in texts(p)])),
    "curly quotes": lambda p: written(
        table(p, [text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for text in texts(p, 1)])
    ),
    "cut short": lambda p: written(table(p, [text[:-6] for text in texts(p)])),
    "one reworded": _some_reworded,
    "two languages": _two_languages,
    "words": lambda p: written(table(p, keys(p), scale(p, 0))),
    "words in English": lambda p: written(table(p, keys(p), scale(p, 1))),
    "numbers and words": lambda p: written(table(p, keys(p), scale(p, 0, "{n} - {word}"))),
    "words and numbers": lambda p: written(table(p, keys(p), scale(p, 1, "{word} ({n})"))),
    "words in capitals": lambda p: written(table(p, keys(p), lambda r: p.scale[r - 1].id.upper() + " ")),
    "short rows": lambda p: written([row[:-1] if n == 9 else row for n, row in enumerate(table(p, keys(p)))]),
    "emptied rows": lambda p: written([*table(p, keys(p)), *[[""] * (len(p.items) + 1)] * 9]),
    "empty lines between": lambda p: b"\r\n" + written(table(p, keys(p))).replace(b"\r\n", b"\r\n\r\n"),
    "a separator too many": lambda p: written(table(p, keys(p))).replace(b"\r\n", b",\r\n"),
    "a title": lambda p: written([["Kelas XI IPS 1"], [], *table(p, keys(p))]),
    "two titles, semicolons": lambda p: written([["SMA 1, Bandung"], ["November, 2026"], *table(p, texts(p))], ";"),
    "sep": lambda p: b"\xef\xbb\xbfsep=;\n" + written(table(p, keys(p)), ";"),
    "pipe": lambda p: written(table(p, keys(p)), "|"),
    "a break in a head": lambda p: written(
        [[f"{h}\n" for h in row] if not n else row for n, row in enumerate(table(p, keys(p)))]
    ),
    "Qualtrics": _qualtrics,
    "SurveyMonkey": _surveymonkey,
    "UTF-16": lambda p: written(table(p, texts(p)), "\t", encoding="utf-16"),
    "UTF-16 without a mark": lambda p: written(table(p, keys(p)), "\t", encoding="utf-16-le"),
    "cp1252": lambda p: written(table(p, keys(p), after={"Kota": ("Zürich", "Café", "x")}), ";", encoding="cp1252"),
    "cp1252 in quotes": lambda p: written(table(p, [f"“{t}”" for t in texts(p)]), ";", encoding="cp1252"),
    "old line ends": lambda p: written(table(p, keys(p)), end="\r"),
    "codes": lambda p: written([["id", "kode"], *map(list, zip(IDS, codes(p), strict=True))]),
    "codes in small letters": lambda p: written(
        [["id", "Kode jawaban"], *([i, c.lower()] for i, c in zip(IDS, codes(p), strict=True))]
    ),
    "codes in messages": lambda p: written(
        [["id", "answer code"], *([i, f"Ini kodeku: {c[:20]} {c[20:]}"] for i, c in zip(IDS, codes(p), strict=True))]
    ),
    "codes without a head": lambda p: written([[i, c] for i, c in zip(IDS, codes(p), strict=True)]),
    "forms and a code": _mixed_forms,
}
"""CSV files of the same three people, whole."""

FEWER: dict[str, Make] = {
    word: (
        lambda p, word=word: written(
            [row if n != 2 else [row[0], word, *row[2:]] for n, row in enumerate(table(p, keys(p)))]
        )
    )
    for word in ("NA", "N/A", "n/a", "null", "NaN", "#N/A", "-99", "-999", "−99", "-", ".", "", " ", "tidak dijawab")
}
"""The same, but that the second left the first item out."""

WORKBOOKS: dict[str, Make] = {
    "a workbook": lambda p: workbook(table(p, keys(p), int)),
    "with statements": lambda p: workbook(table(p, texts(p), int, before={"id": IDS, **NAMES})),
    "with text": lambda p: workbook(table(p, keys(p), scale(p, 0, "{n} - {word}"))),
    "with decimals": lambda p: workbook(table(p, keys(p), float)),
    "behind a sheet that explains": lambda p: workbook(table(p, keys(p), int), explained=True),
    "below titles": lambda p: workbook([["Kelas XI"], [], *table(p, keys(p), int)]),
}


def packed(content: bytes) -> bytes:
    """The same as ``.gz``."""
    return gzip.compress(content)
