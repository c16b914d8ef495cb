"""Which relations of the ontology say what a property of KnowledgeNet says: `properties.toml`, read strictly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aigraph.errors import DataError
from aigraph.language import language, read_toml, refuse_unknown, strings, table
from aigraph.model import Claim, Mention, Modality, Qualifier, Span
from aigraph.vocabulary import vocabulary

_PATH = Path(__file__).with_name("properties.toml")
# What is only planned or denied is no fact.
_NO_FACTS = (Modality.PLANNED, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class End:
    """One end of what a claim says: its fullest name and class, where it stands, and whether as a noun ("the firm")."""

    name: str
    type: str
    span: Span
    described: bool = False

    @classmethod
    def of_mention(cls, mention: Mention) -> End:
        """Return the end that a mention is."""
        return cls(mention.name, mention.type, mention.span, bool(mention.how) and not _is_pronoun(mention.text))

    @classmethod
    def of_qualifier(cls, qualifier: Qualifier) -> Iterator[End]:
        """Yield the end that a qualifier names, if it names one."""
        if qualifier.span and qualifier.type:
            described = qualifier.text[0].islower() and qualifier.text != qualifier.value
            yield cls(qualifier.value, qualifier.type, qualifier.span, described and not _is_pronoun(qualifier.text))


def _is_pronoun(text: str) -> bool:
    return text.casefold() in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    """Return the words of English, the language of the benchmark, that stand for a name."""
    words = language("en").references
    people = words.person_pronouns | words.group_pronouns | words.possessive | words.speaker
    organizations = words.organization_pronouns | words.plural_possessive | words.speakers
    return people | organizations | words.relative_pronouns | words.place_pronouns


@dataclass(frozen=True, slots=True)
class Source:
    """A relation that says a property. The fields are those of the file."""

    name: str
    reversed: bool = False
    qualifier: str | None = None
    role: frozenset[str] = frozenset()

    def said_by(self, claim: Claim) -> Iterator[tuple[End, End]]:
        """Yield the subject and object of the property, as often as a claim says it."""
        if claim.relation != self.name or claim.modality in _NO_FACTS or not self._in_role(claim):
            return
        subject = End.of_mention(claim.subject)
        objects = [End.of_mention(claim.object)]
        if self.qualifier is not None:
            objects = [end for q in claim.qualifiers if q.name == self.qualifier for end in End.of_qualifier(q)]
        for object_ in objects:
            yield (object_, subject) if self.reversed else (subject, object_)

    def _in_role(self, claim: Claim) -> bool:
        roles = " ".join(claim.values("role")).casefold()
        return not self.role or any(word in roles for word in self.role)


@cache
def properties() -> Mapping[str, tuple[Source, ...]]:
    """Return the relations that say each property, in the order of the file; raises DataError on a malformed one."""
    data = read_toml(_PATH)
    refuse_unknown(data, {"property"}, str(_PATH))
    found = {}
    for row in data.get("property", []):
        where = f"{_PATH}: {row.get('id')}"
        refuse_unknown(row, {"id", "relation"}, where)
        found[str(row["id"])] = tuple(_source(table(source, where), where) for source in row.get("relation", []))
    return found


def _source(row: Mapping[str, Any], where: str) -> Source:
    refuse_unknown(row, {"name", "reversed", "qualifier", "role"}, where)
    name, qualifier = str(row.get("name")), row.get("qualifier")
    if name not in vocabulary().relations:
        raise DataError(f"{where}: {name!r} is no relation of the ontology")
    if qualifier is not None and qualifier not in vocabulary().relations[name].qualifiers:
        raise DataError(f"{where}: {name} has no qualifier {qualifier!r}")
    role = frozenset(strings(row.get("role", []), f"{where}: role"))
    return Source(name, row.get("reversed") is True, qualifier, role)
