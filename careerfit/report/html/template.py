"""How a template becomes a page: blocks in runs, texts cleaned and escaped, style sheets admitted by their digest."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from careerfit.report.blocks import AGAINST, FOR, Block
from careerfit.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "careerfit.report.html"


def render(name: str, styles: Iterable[str], **places: object) -> str:
    """A template with its places filled and those style sheets in it."""
    folder = files(PACKAGE).joinpath("templates")
    style = "".join(folder.joinpath(one).read_text(encoding="utf-8") for one in styles)
    # the style's digest as a Content-Security-Policy names it
    style_hash = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return environment().get_template(name).render(style=style, style_hash=style_hash, **places)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates; every text in them is cleaned and escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    found.filters["runs"] = _runs
    found.globals["direction"] = {FOR: " for", AGAINST: " against"}
    return found


def _runs(found: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Blocks of one kind that follow one another, with the name of the kind."""
    for kind, run in groupby(found, lambda block: type(block).__name__.lower()):
        yield kind, list(run)
