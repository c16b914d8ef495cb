"""Whether a store holds what its articles and decisions make, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.model import Issue
from aigraph.revise.fresh import fresh
from aigraph.store import Store


def check(store: Store) -> Iterator[Issue]:
    """Yield what should not be in a store, and what is missing, once its articles are known to be sound.

    Everything that follows from them is made anew in memory, from nothing, and compared.
    """
    issues = store.check()
    yield from issues
    if not issues:
        with fresh(Store.open(None, create=True), store.readings(), decisions=store.lookup.decisions()) as due:
            for there, subject, said in store.differences(due):
                yield Issue(subject, f"{'should not be there' if there else 'is missing'}: {said}")
