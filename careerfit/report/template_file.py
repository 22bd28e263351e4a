"""An answers file to fill in: every item with nothing behind it yet, and its statement above as a comment."""

from __future__ import annotations

from collections.abc import Iterator

from careerfit.core.model import Item, Pack
from careerfit.text import Lang, Text, clean

_HEAD = Text(
    "Isi setiap baris dengan 1 sampai 5, atau biarkan null kalau tidak mau menjawab:",
    "Put 1 to 5 behind each line, or leave null where you don't want to answer:",
)
_USE = Text(
    "Simpan, lalu hitung hasilnya: careerfit score {file}", "Save it, then see the result: careerfit score {file}"
)
_FILE = Text("jawaban.yaml", "answers.yaml")


def template_file(pack: Pack, lang: Lang) -> str:
    """A YAML answers file with all items unanswered, in the pack's order; ``careerfit score`` takes it as it is."""
    return "\n".join([*_head(pack, lang), *(line for item in pack.items for line in _item(item, lang))]) + "\n"


def _head(pack: Pack, lang: Lang) -> Iterator[str]:
    yield f"# {pack.title.clean(lang)}"
    yield "#"
    yield f"# {_HEAD.pick(lang)}"
    for n, step in enumerate(pack.scale, start=1):
        yield f"#   {n} = {step.clean(lang)}"
    yield f"# {_USE.say(lang, file=_FILE.pick(lang))}"


def _item(item: Item, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"# {item.text.clean(lang)}"
    yield f"{clean(item.key)}: null"
