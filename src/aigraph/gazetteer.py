"""The gazetteer: organisations, models, systems, data sets and publications by their names, read strictly from TOML."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from aigraph.errors import DataError
from aigraph.vocabulary import ontology_dir, vocabulary

KINDS = frozenset({"company", "fund", "institute", "lab", "media", "nonprofit", "public", "unit", "university"})
"""What an organisation can be."""

# Organisations of these kinds, and those with so many units, were there before.
_OLD = ("university", "public", "media", "fund")
_GIANT_UNITS = 2

# The TOML tables of each file, and the class of the ontology that each holds.
_FILES: Mapping[str, Mapping[str, str]] = {
    "models.toml": {"dataset": "Dataset", "model": "Model", "publication": "Publication", "system": "System"},
    "organisations.toml": {"organization": "Organization"},
}
_LISTS = ("aliases", "former", "weak")
_KEYS: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"id", "label", "case", "kind", "parent", "wikidata", *_LISTS}),
    "model": frozenset({"id", "label", "case", "family", "maker", "wikidata", *_LISTS}),
    "system": frozenset({"id", "label", "case", "maker", "wikidata", *_LISTS}),
    "dataset": frozenset({"id", "label", "case", "maker", "wikidata", *_LISTS}),
    "publication": frozenset({"id", "label", "case", "maker", "wikidata", *_LISTS}),
}
_REFERENCES = {"parent": "organization", "maker": "organization", "family": "model"}
_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")

# Translated before NFKD, which would turn a spacing acute accent into a space.
_LOOK_ALIKES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u02c8\u2032\uff07`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-")
    | {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def fold(name: str, *, case: bool = False) -> str:
    """Return the matching key of a name; with `case`, upper and lower case stay apart.

    >>> fold("  École  Normale\u00a0Supérieure "), fold("L’Usine – nouvelle"), fold("Meta", case=True)
    ('ecole normale superieure', "l'usine - nouvelle", 'Meta')
    """
    if name.isascii():
        return " ".join((name if case else name.lower()).replace("`", "'").split())
    folded = _fold_once(name, case=case)
    return folded if folded == name else fold(folded, case=case)


@lru_cache(maxsize=1 << 14)
def _fold_once(name: str, *, case: bool) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(_LOOK_ALIKES))
    plain = plain if case else plain.casefold()
    kept = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Me", "Mn"))
    return " ".join(unicodedata.normalize("NFKC", kept).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its names. Ids (`id`, `parent`, `maker`, `family`) are written like "organization/openai".

    `aliases` are always recognised and include the `former` names; `weak` names count only in a context that calls
    for them ("Cupertino", "4.1" in a list after GPT-4), and the label is one of them when it is also a common word.
    With `case`, names match only in the case they are given in.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    wikidata: str | None = None
    parent: str | None = None
    maker: str | None = None
    kind: str | None = None
    former: tuple[str, ...] = ()
    family: str | None = None
    case: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are always recognised: the label, unless it is weak, then the aliases."""
        return self.aliases if self.label in self.weak else (self.label, *self.aliases)

    def bears(self, name: str, *, weak: bool) -> bool:
        """Tell whether `name` is one of the weak names, or one of the others."""
        key = fold(name, case=self.case)
        return any(fold(own, case=self.case) == key for own in (self.weak if weak else self.names))


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All entries, by id, in the order of the ids. Two gazetteers are equal only when they are one."""

    entries: Mapping[str, Entry]

    def names(self) -> Iterator[tuple[str, Entry, bool]]:
        """Give every name with its entry and whether it is weak, in the order of the ids; weak names come last."""
        for entry in self.entries.values():
            yield from ((name, entry, False) for name in entry.names)
            yield from ((name, entry, True) for name in entry.weak)

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that have a name with this key (`fold`), weak or not, by id."""
        found: dict[str, dict[str, Entry]] = {}
        for name, entry, _ in self.names():
            found.setdefault(fold(name), {})[entry.id] = entry
        return {key: tuple(entries.values()) for key, entries in found.items()}

    @cached_property
    def parents(self) -> Mapping[str, int]:
        """How many units and subsidiaries each organisation has, by id."""
        return Counter(entry.parent for entry in self.entries.values() if entry.parent is not None)

    def established(self, name: str) -> bool:
        """Tell whether a name is that of an organisation too large or too old to be news: a giant, a university.

        >>> gazetteer().established("Google"), gazetteer().established("Mistral AI")
        (True, False)
        """
        entries = self.find(name, type="Organization")[:1]
        return any(entry.kind in _OLD or self.parents.get(entry.id, 0) >= _GIANT_UNITS for entry in entries)

    def find(self, name: str, *, type: str | None = None, weak: bool = True) -> tuple[Entry, ...]:
        """Return the entries that `name` is a name of, or else (unless `weak` is off) a weak name of, by id.

        `type` keeps the entries of that class of the ontology or of one below it.

        >>> [entry.id for entry in gazetteer().find("Facebook")]
        ['organization/meta']
        """
        is_a = vocabulary().is_a if type else None
        near = [e for e in self.by_key.get(fold(name), ()) if is_a is None or type is None or is_a(e.type, type)]
        strong = tuple(entry for entry in near if entry.bears(name, weak=False))
        return strong or tuple(entry for entry in near if weak and entry.bears(name, weak=True))


@cache
def gazetteer() -> Gazetteer:
    """Read `ontology/gazetteer`, once."""
    return load(ontology_dir() / "gazetteer")


def load(folder: Path) -> Gazetteer:
    """Read the gazetteer of `folder`; raises DataError with the file and the entry of the first fault."""
    entries: dict[str, Entry] = {}
    places: dict[str, _Place] = {}
    for path, types in ((folder / file, types) for file, types in _FILES.items()):
        for table, rows in _tables(path, types):
            previous = ""
            for number, row in enumerate(rows, start=1):
                place = _Place(path, table, str(row.get("id", f"number {number}")))
                entry = place.entry(row, types[table])
                if entry.id in entries:
                    place.refuse("this id is taken")
                if place.id < previous:
                    place.refuse(f"entries are sorted by id, and this one stands after {previous!r}")
                previous = place.id
                entries[entry.id], places[entry.id] = entry, place
    gazetteer = Gazetteer(dict(sorted(entries.items())))
    _check_references(gazetteer, places)
    _check_unique(gazetteer, places)
    return gazetteer


def _tables(path: Path, known: Iterable[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    for table, rows in data.items():
        if table not in known:
            raise DataError(f"{path}: unknown table {table!r}; known are {', '.join(sorted(known))}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise DataError(f"{path}: write entries of {table!r} as [[{table}]]")
        yield table, rows


class _Place(NamedTuple):
    """Where an entry stands, so that every refusal can say it."""

    path: Path
    table: str
    id: str

    def refuse(self, what: str) -> NoReturn:
        raise DataError(f"{self.path}: {self.table} {self.id!r}: {what}")

    def entry(self, row: Mapping[str, Any], type: str) -> Entry:
        for key, value in row.items():
            self._check(key, value)
        for key in ("id", "label", *(["kind"] if self.table == "organization" else [])):
            if key not in row:
                self.refuse(f"the key {key!r} is missing")
        former, weak = tuple(row.get("former", ())), tuple(row.get("weak", ()))
        entry = Entry(
            id=f"{self.table}/{self.id}",
            type=type,
            label=row["label"],
            aliases=(*row.get("aliases", ()), *former),
            weak=weak,
            wikidata=row.get("wikidata"),
            parent=_reference(row, "parent"),
            maker=_reference(row, "maker"),
            kind=row.get("kind"),
            former=former,
            family=_reference(row, "family"),
            case=row.get("case", False),
        )
        names = entry.names + weak
        keys = {fold(name, case=entry.case) for name in names}
        if len(keys) < len(names):
            self.refuse(f"a name is given twice among {', '.join(map(repr, names))}")
        if "" in keys:
            self.refuse("a name is empty")
        return entry

    def _check(self, key: str, value: object) -> None:
        if key not in _KEYS[self.table]:
            self.refuse(f"unknown key {key!r}; known are {', '.join(sorted(_KEYS[self.table]))}")
        if key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
                self.refuse(f"{key} is a list of names, not {value!r}")
        elif key == "case":
            if not isinstance(value, bool):
                self.refuse(f"case is true or false, not {value!r}")
        elif not isinstance(value, str):
            self.refuse(f"{key} is a text, not {value!r}")
        elif key == "id" and not _ID.fullmatch(value):
            self.refuse("an id is made of lower-case letters, digits, single dots and hyphens")
        elif key == "wikidata" and not _WIKIDATA.fullmatch(value):
            self.refuse(f"a Wikidata id looks like Q42, not {value!r}")
        elif key == "kind" and value not in KINDS:
            self.refuse(f"kind is one of {', '.join(sorted(KINDS))}, not {value!r}")


def _reference(row: Mapping[str, Any], key: str) -> str | None:
    return f"{_REFERENCES[key]}/{row[key]}" if key in row else None


def _check_references(gazetteer: Gazetteer, places: Mapping[str, _Place]) -> None:
    for entry in gazetteer.entries.values():
        for key in _REFERENCES:
            seen, above = [entry.id], getattr(entry, key)
            while above is not None:
                if above not in gazetteer.entries:
                    places[seen[-1]].refuse(f"{key} names no entry: {above!r}")
                if above in seen:
                    places[entry.id].refuse(f"{key} runs in a circle: {' > '.join([*seen, above])}")
                seen.append(above)
                above = getattr(gazetteer.entries[above], key)


def _check_unique(gazetteer: Gazetteer, places: Mapping[str, _Place]) -> None:
    for key, sharing in gazetteer.by_key.items():
        bearers: dict[str, Entry] = {}
        for entry in sharing if len(sharing) > 1 else ():
            if key in map(fold, entry.names) and (other := bearers.setdefault(entry.type, entry)) is not entry:
                places[entry.id].refuse(f"the name {key!r} is also one of {other.id!r}; make it weak in one of them")
    owners: dict[str, Entry] = {}
    for entry in gazetteer.entries.values():
        if entry.wikidata and (owner := owners.setdefault(entry.wikidata, entry)) is not entry:
            places[entry.id].refuse(f"{entry.wikidata} is also the Wikidata id of {owner.id!r}")
