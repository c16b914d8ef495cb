"""Tell whom a short form means that an article names in full elsewhere: "Altman", "Sam", "De Freitas"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from aigraph.gazetteer import fold
from aigraph.model import Mention


class ShortForms:
    """The people whom an article names in full, by the parts of their names."""

    def __init__(self, people: Iterable[Mention]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._full: dict[str, Mention] = {}
        for mention in sorted(people, key=lambda mention: mention.span):
            key = fold(mention.text)
            if " " in key:
                self._full.setdefault(key, mention)
                self._places[key].append(mention.span.start)
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._given_names: dict[str, list[str]] = defaultdict(list)
        for key in self._full:
            given, *rest = key.split()
            for index in range(len(rest)):
                self._surnames[" ".join(rest[index:])].append(key)
            self._given_names[given].append(key)

    def bearer(self, text: str, position: int) -> Mention | None:
        """Return who is called by a part of a name at a place in the article, None if nobody or nobody can tell."""
        key = fold(text)
        surnames, given_names = self._surnames.get(key, []), self._given_names.get(key, [])
        # A part that several people share is the one's whose surname it is.
        owners = surnames if len(surnames) == 1 else [*surnames, *given_names]
        if len(owners) > 1:
            owners = self._foremost(owners, position)
        return self._full[owners[0]] if len(owners) == 1 else None

    def _foremost(self, owners: Sequence[str], position: int) -> list[str]:
        """Return those of several people whom the article has named most often before a place."""
        counts = {owner: bisect_left(self._places[owner], position) for owner in owners}
        most = max(counts.values())
        return [owner for owner in counts if counts[owner] == most] if most else []
