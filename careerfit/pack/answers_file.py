"""Files of answers: keys and single values, in JSON or YAML, read from a file or standard input; and one to fill in.

YAML goes through the reader of packs, so that what is dangerous in it is refused in one place, and in the same words.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from careerfit.core.answers import Layer, read_value
from careerfit.core.model import Pack
from careerfit.errors import DataError
from careerfit.files.formats import STDIN
from careerfit.pack.faults import Fault, message, problems
from careerfit.pack.limits import LOOKALIKES, MOST_KEYS, MOST_LEVELS
from careerfit.pack.reading import content_of
from careerfit.text import Lang, Text, clean, escape

HEADLINE = Text("Jawaban ini tidak bisa dibaca:", "These answers can't be read:")


class _Pairs(list[tuple[str, object]]):
    """A JSON object with its keys as they come, even twice: to tell of that is the business of whoever takes them."""


def read_answers(source: str | Path, stdin: BinaryIO | None = None) -> Layer:
    """The answers in a file, with their lines; ``-`` stands for what ``stdin`` holds.

    Text that says a number is taken as one, so that a quoted 4 is a 4. Whether keys and values are right is not looked
    at here. Raises ``DataError`` with all that is wrong where it can't be read, or is no flat mapping in JSON or YAML.
    """
    name = "stdin" if source == STDIN else str(source)
    given, path = nullcontext(stdin or BytesIO()), Path(source)
    content = content_of(lambda: given if source == STDIN else path.open("rb"), missing="no-answers")
    if isinstance(content, Text):
        raise _refused(name, 0, content)
    layer = _from_json(content, name) if _is_json(source, content) else _from_yaml(content, name)
    if len(layer.pairs) > MOST_KEYS:
        raise _refused(name, 0, message("too-many-keys", most=MOST_KEYS))
    return layer


def _is_json(source: str | Path, content: bytes) -> bool:
    """By the file's suffix; where that says nothing, by what it begins with, if it also reads as JSON."""
    suffix = Path(source).suffix.lower()
    if suffix in (".json", *LOOKALIKES):
        return suffix == ".json"
    text = content.decode("utf-8-sig", "replace")
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return '"' in text
    return True


def _from_json(content: bytes, name: str) -> Layer:
    if not content.strip():
        raise _refused(name, 0, message("empty-file"))
    try:
        text = content.decode("utf-8-sig")
        pairs = json.loads(text, object_pairs_hook=_Pairs)
        lines = _lines(text) if isinstance(pairs, _Pairs) else ()
    except json.JSONDecodeError as error:
        raise _refused(name, error.lineno, message("broken-json", column=error.colno)) from error
    except UnicodeDecodeError as error:
        raise _refused(name, content.count(b"\n", 0, error.start) + 1, message("not-utf8")) from error
    except RecursionError as error:
        raise _refused(name, 0, message("too-deep", most=MOST_LEVELS)) from error
    except ValueError as error:  # a number of thousands of digits
        raise _refused(name, 0, message("not-flat")) from error
    if not isinstance(pairs, _Pairs):
        raise _refused(name, 1, message("not-pairs"))
    values = ((key, read_value(value) if isinstance(value, str) else value) for key, value in pairs)
    return Layer(escape(name, 500), tuple(values), lines)


def _lines(text: str) -> tuple[int, ...]:
    """The line of each key of a JSON object that was read without a fault."""
    decoder, found, line, counted = json.JSONDecoder(), [], 1, 0
    place = _end_of_blanks(text, text.index("{") + 1)
    while text[place] != "}":
        line, counted = line + text.count("\n", counted, place), place
        found.append(line)
        _, behind_key = decoder.raw_decode(text, place)
        _, behind_value = decoder.raw_decode(text, _end_of_blanks(text, behind_key))
        place = _end_of_blanks(text, behind_value)
    return tuple(found)


def _end_of_blanks(text: str, place: int) -> int:
    """Where the next key, value or end of a JSON object begins."""
    while text[place] in " \t\r\n,:":
        place += 1
    return place


def _from_yaml(content: bytes, name: str) -> Layer:
    from careerfit.pack.yaml_reader import Branch, Broken, Scalar, read_yaml  # PyYAML takes longer to load than JSON

    document = read_yaml(name, content)
    root = document.root
    if not isinstance(root, Branch | Broken):
        document.note((), "not-pairs")
    entries = [*root.entries.values(), *root.repeated] if isinstance(root, Branch) else []
    pairs = []
    for entry in sorted(entries, key=lambda entry: entry.line):
        if isinstance(entry.node, Scalar):
            pairs.append((entry.line, entry.key, read_value(entry.node.text)))
        elif not isinstance(entry.node, Broken):
            document.note_at(entry.line, (entry.key,), "not-flat")
    if document.faults:
        raise DataError(HEADLINE, problems(document.faults))
    return Layer(escape(name, 500), tuple(pair[1:] for pair in pairs), tuple(pair[0] for pair in pairs))


def _refused(name: str, line: int, why: Text) -> DataError:
    return DataError(HEADLINE, problems([Fault(name, line, (), why)]))


_HEAD = Text(
    "Isi setiap baris dengan 1 sampai 5, atau biarkan null kalau tidak mau menjawab:",
    "Put 1 to 5 behind each line, or leave null where you don't want to answer:",
)
_USE = Text(
    "Simpan, lalu hitung hasilnya: careerfit score {file}{options}",
    "Save it, then see the result: careerfit score {file}{options}",
)
_FILE = Text("jawaban.yaml", "answers.yaml")


def template_file(pack: Pack, lang: Lang, options: str = "") -> str:
    """A YAML answers file with all items unanswered, in the pack's order; ``careerfit score`` takes it as it is, with
    the ``options`` that name the pack.
    """
    lines = [f"# {pack.title.clean(lang)}", "#", f"# {_HEAD.pick(lang)}"]
    lines += [f"#   {n} = {step.clean(lang)}" for n, step in enumerate(pack.scale, start=1)]
    lines.append(f"# {_USE.say(lang, file=_FILE.pick(lang), options=options)}")
    for item in pack.items:
        lines += ["", f"# {item.text.clean(lang)}", f"{clean(item.key)}: null"]
    return "\n".join(lines) + "\n"
