"""The scorer's expression as the embedded engine's SQL, kept from run to run.

For less than a few hundred thousand people it takes longer to build than to carry out. What was kept is found by a
digest of all that it was made from, and carried out by an engine that reaches no files but those of the run.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit import core, kept
from careerfit.digest import sha256

if TYPE_CHECKING:
    from careerfit.cohort.job import Form
    from careerfit.cohort.reading import View
    from careerfit.core.model import Pack

QUERIES = "query-{}.sql"
MAKERS = (Path(__file__).parent, Path(str(core.__file__)).parent)
"""The folders of the modules that decide what the SQL is."""
LIBRARIES = ("ibis-framework", "sqlglot", "duckdb")


def scoring_sql(pack: Pack, people: View, form: Form, *, whole: bool, cache: Path | None) -> str:
    """The query for the results of the people in a view, as a file of that form has them.

    ``whole`` as ``scorer.scored`` has it; ``cache``: the folder where queries are kept, if any.
    """
    key = None
    if cache is not None:
        with suppress(OSError, ImportError):
            key = key_of(pack, people, form, whole=whole)
    if cache is None or key is None:
        return _built(pack, people, form, whole=whole)
    found = kept.stored(cache, QUERIES, key)
    if found is None:
        found = _built(pack, people, form, whole=whole).encode()
        kept.store(cache, QUERIES, key, found)
    return found.decode()


def key_of(pack: Pack, people: View, form: Form, *, whole: bool, makers: tuple[Path, ...] = MAKERS) -> str:
    """A digest of the pack, the columns, the modules in the folders ``makers``, and the libraries' versions.

    Raises ``OSError`` where the modules stand in no files, ``ImportError`` where a library does not tell its version.
    """
    asked = [pack.fingerprint, people.name, list(people.columns.items()), form == "csv", whole]
    digest = sha256(json.dumps([*asked, [version(library) for library in LIBRARIES]]).encode())
    for module in (module for folder in makers for module in sorted(folder.glob("*.py"))):
        content = module.read_bytes()
        digest.update(f"{len(content)} {module.name}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _built(pack: Pack, people: View, form: Form, *, whole: bool) -> str:
    from careerfit.cohort.output import for_csv
    from careerfit.cohort.scorer import scored
    from careerfit.cohort.sql import duckdb_sql, table_of

    results = scored(pack, table_of(people), whole=whole)
    return duckdb_sql(for_csv(results) if form == "csv" else results)
