"""Names that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.resolve.forms import Form, form
from aigraph.resolve.organization import OrganizationName
from aigraph.resolve.reasons import organizations, works
from aigraph.resolve.reasons.reason import THRESHOLD, Likeness, weigh
from aigraph.resolve.work import WorkName
from aigraph.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that a name stands for, or None, and the sentence that says why (empty: the name is not there)."""

    entry: Entry | None
    reason: str


@lru_cache(maxsize=1 << 16)
def look_up(gazetteer: Gazetteer, type: str, text: str) -> Match:
    """Find the one entry of this type that bears the name, or bears one that is surely the same.

    A model called a system, or the reverse, is still the entry of that name; a name of several entries is none.
    """
    classes = (type, "Artifact") if vocabulary().is_a(type, "Artifact") else (type,)
    for wanted in classes:
        entries = gazetteer.find(text, type=wanted)
        if len(entries) == 1:
            kind = "a name" if entries[0].bears(text, weak=False) else "a name in context"
            return Match(entries[0], f"{kind} of {entries[0].label} in the gazetteer")
        if entries:
            several = ", ".join(entry.label for entry in entries)
            return Match(None, f"the gazetteer has several of this name: {several}")
    return _look_up_alike(gazetteer, form(type, text, gazetteer), classes)


def _look_up_alike(gazetteer: Gazetteer, wanted: Form, classes: Sequence[str]) -> Match:
    found: dict[str, tuple[Entry, str]] = {}
    index = _index(gazetteer)
    for key in sorted(wanted.blocks()):
        for name, entry in index.get(key, ()):
            if entry.id not in found and any(vocabulary().is_a(entry.type, kind) for kind in classes):
                like = _likeness(wanted, name, entry, famous=gazetteer.established(entry.label))
                if like.weight >= THRESHOLD and not (entry.case and wanted.text.islower()):
                    why = like.sentences[0]
                    called = f"like “{name.text}”, a name of {entry.label} in the gazetteer"
                    found[entry.id] = entry, f"{called}: {why[0].lower()}{why[1:]}"
    return Match(*next(iter(found.values()))) if len(found) == 1 else Match(None, "")


def _likeness(wanted: Form, name: OrganizationName | WorkName, entry: Entry, *, famous: bool) -> Likeness:
    if isinstance(wanted, OrganizationName) and isinstance(name, OrganizationName):
        if _may_be_acronym(wanted, name, entry):
            return weigh(organizations.ACRONYM, wanted, name)
        # A bare name would be among the names of the entry, if it were one: "Signal" is not Signal AI.
        return weigh(organizations.KNOWN if wanted.before_ai and not famous else organizations.FAMOUS, wanted, name)
    if isinstance(wanted, WorkName) and isinstance(name, WorkName):
        return weigh(works.REASONS, wanted, name)
    return Likeness(0.0)


@lru_cache(maxsize=8)
def _index(gazetteer: Gazetteer) -> Mapping[str, Sequence[tuple[OrganizationName | WorkName, Entry]]]:
    """Return the names of all entries by their keys."""
    found: dict[str, list[tuple[OrganizationName | WorkName, Entry]]] = {}
    for text, entry, weak in gazetteer.names():
        name = form(entry.type, text, gazetteer)
        if not weak and isinstance(name, OrganizationName | WorkName):
            for key in name.blocks():
                found.setdefault(key, []).append((name, entry))
    return found


def _may_be_acronym(wanted: OrganizationName, name: OrganizationName, entry: Entry) -> bool:
    """Tell whether an acronym and a name are one, where the entry has no other of the kind that is wanted."""
    own = [OrganizationName.of(text) for text in entry.names]
    if wanted.acronym:
        return wanted.acronym == name.exact_initials and not any(other.acronym for other in own)
    return name.acronym in wanted.initials and not any(other.initials for other in own)
