"""How the package's own files become forms: templates of HTML, styles and scripts, and the digests that admit them."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from careerfit.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = "careerfit.forms"


def read(name: str) -> str:
    """The text of a file in the package's folder of templates."""
    return files(PACKAGE).joinpath("templates", name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """What a Content-Security-Policy calls a style or script of exactly this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def render(name: str, **places: object) -> str:
    """A template of HTML with its places filled; every text in it is cleaned and escaped."""
    return _environment().get_template(name).render(**places)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
