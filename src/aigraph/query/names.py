"""Which entity a reader means: its id or IRI, or any of its names, in any case and with or without accents."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from aigraph.errors import InputError
from aigraph.gazetteer import fold
from aigraph.store import Store
from aigraph.vocabulary import AIG, ID

ANY = "Entity"
"""The kind of a parameter that takes whatever there is."""

_KINDS = ("Artifact", "Figure", "Organization", "Person")
_NAMES = """
SELECT DISTINCT ?kind ?entity ?label ?name {
  ?entity a/rdfs:subClassOf* ?kind ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name .
}
"""


def find(store: Store, name: str, kind: str) -> ox.NamedNode:
    """Return the IRI of what is called `name` and is of a class, or of any class when `kind` is "Entity".

    A label counts before an alias. Raises InputError, with the nearest names, when there is none, and with the ids
    when there are several.
    """
    names = list(_names(store, kind))
    for iri, _, _ in names:
        if name in (iri, iri.removeprefix(ID)):
            return ox.NamedNode(iri)
    key = fold(name)
    for wanted in (True, False):
        found = sorted({iri for iri, alias, is_label in names if is_label is wanted and fold(alias) == key})
        if len(found) == 1:
            return ox.NamedNode(found[0])
        if found:
            ids = ", ".join(iri.removeprefix(ID) for iri in found)
            raise InputError(f"{name!r} names several, say which: {ids}")
    thing = "nothing" if kind == ANY else f"no {kind.lower()}"
    raise InputError(f"the graph knows {thing} called {name!r}{_hint(key, sorted({alias for _, alias, _ in names}))}")


def _names(store: Store, kind: str) -> Iterator[tuple[str, str, bool]]:
    for each in _KINDS if kind == ANY else (kind,):
        rows = store.query(_NAMES, substitutions={"kind": ox.NamedNode(AIG + each)})
        for row in rows if isinstance(rows, ox.QuerySolutions) else ():
            yield row["entity"].value, row["name"].value, row["name"].value == row["label"].value


def _hint(key: str, names: list[str]) -> str:
    near = process.extract(key, names, scorer=fuzz.WRatio, processor=fold, limit=3, score_cutoff=70)
    return f"; did you mean {' or '.join(name for name, _, _ in near)}?" if near else ""
