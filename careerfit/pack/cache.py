"""The plain values of packs that were read before, kept so that they need no YAML again.

They are found by a digest of the bytes of the pack's files and of the modules that read them. What is found is data
alone and becomes a pack by the same steps as what was just read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careerfit import kept
from careerfit.digest import sha256

if TYPE_CHECKING:
    from careerfit.pack.read import Tree
    from careerfit.pack.sources import Sources

READERS = ("files", "rules", "schema", "shapes", "sources", "yaml_nodes")
"""The modules beside this one that decide whether a pack is sound and what its plain values are."""
PACKS = "pack-{}.json"


def key_of(sources: Sources, readers: Path = Path(__file__).parent) -> str:
    """What a pack's values are found by: a digest of its files, and of the modules in ``readers`` that read them.

    Raises ``OSError`` where the modules stand in no files.
    """
    digest = sha256()
    modules = ((name, (readers / f"{name}.py").read_bytes()) for name in READERS)
    for name, content in (*modules, *sources.files):
        digest.update(f"{len(content)} {name}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def stored(folder: Path, sources: Sources) -> Tree | None:
    """The plain values that were kept of these files; None where there are none that can be trusted."""
    try:
        body = kept.stored(folder, PACKS, key_of(sources))
        tree = None if body is None else json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None
    return tree if isinstance(tree, dict) else None


def store(folder: Path, sources: Sources, tree: Tree) -> None:
    """Keep the plain values of these files. Where that can't be done, nothing happens."""
    body = json.dumps(tree, separators=(",", ":")).encode("ascii")
    with suppress(OSError):
        kept.store(folder, PACKS, key_of(sources), body)
