"""What kind of organisation a name is one of: as the gazetteer knows it, and as the article describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from aigraph.annotate.reference.parsed import Parsed
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import Language

_DESCRIBING = ("appos", "flat", "compound", "nmod")


@cache
def entity_key(name: str) -> str:
    """Return what is the same for all names of an organisation: "Facebook" and "Meta", "BAIDU" and "Baidu"."""
    return next((entry.id for entry in gazetteer().find(name, type="Organization")), fold(name))


@cache
def kind_of(name: str) -> str | None:
    """Return what kind of organisation a name is one of, as far as the gazetteer knows."""
    return next((entry.kind for entry in gazetteer().find(name, type="Organization")), None)


def descriptions(sentences: Sequence[Parsed], language: Language) -> Mapping[str, Set[str]]:
    """Return the nouns that the article calls each organisation by: "the start-up X", "X, a Paris lab"."""
    nouns = language.references.organization_nouns
    found: dict[str, set[str]] = {}
    for parsed in sentences:
        for i, mention in parsed.mentions.items():
            if mention.type != "Organization":
                continue
            token = parsed.tokens[i]
            near = [k for k in parsed.children[i] if parsed.tokens[k].deprel in _DESCRIBING]
            if token.head != i and token.deprel in _DESCRIBING:
                near.append(token.head)
            words = {word for k in near for word in (parsed.forms[k], parsed.tokens[k].lemma)}
            found.setdefault(entity_key(mention.name), set()).update(words & nouns)
    return found
