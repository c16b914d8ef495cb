"""Which nouns say a post without saying where it is held."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.gazetteer import gazetteer

# How many tokens before a noun a word like "former" may stand.
_FORMER_TOKENS = 3


def lacks_organization(clause: Clause, noun: int) -> bool:
    """Tell whether a post names no organisation, nor anything else that it is a post of: "X, the chief executive"."""
    words = clause.language.sets
    if not {clause.forms[noun], clause.tokens[noun].lemma} & (words["post"] | words["founder"]):
        return False
    if clause.refers(noun, "Person") and not clause.named(noun) and noun not in clause.sentence.groups:
        return False
    if _where_the_verb_leads(clause, noun):
        return False
    before = clause.forms[max(0, noun - _FORMER_TOKENS) : noun]
    if clause.language.grammar.former & set(before):
        return False
    if any(clause.forms[k] in clause.language.references.demonyms for k in clause.children[noun]):
        # "the American president": the post is a country's, or a company's that goes without a name.
        return False
    of_others = {m for k in clause.below(noun) if clause.names(k, "Person") for m in clause.below(k)}
    below = [k for k in (noun, *clause.below(noun)) if k not in of_others]
    if any(clause.refers(k, "Organization") for k in below):
        return False
    return not any(_elsewhere(clause, k) for k in below if k > noun and clause.marker(k))


def _where_the_verb_leads(clause: Clause, noun: int) -> bool:
    """Tell whether a post is held where its verb leads: "returned to X as chief executive"."""
    grammar, verb = clause.language.grammar, clause.tokens[noun].head
    return clause.first_marker(noun) in grammar.as_role and any(
        clause.names(k, "Organization")
        and not clause.tokens[k].deprel.startswith("nsubj")
        and clause.first_marker(k) not in grammar.origin_prepositions
        for k in clause.children[verb]
    )


def _elsewhere(clause: Clause, k: int) -> bool:
    """Tell whether a complement is an organisation or place that the article does not name: "of a rival start-up"."""
    references, names = clause.language.references, clause.language.names
    words = {clause.forms[k], clause.tokens[k].lemma}
    unnamed = clause.tokens[k].upos == "PROPN" and not clause.sentence.references[k]
    return unnamed or bool(words & (references.organization_nouns | names.organization_cues))


def sole_founded(clause: Clause, noun: int) -> int | None:
    """Return the one organisation named before a founder that he or she can have founded: "X misses Ada, the founder".

    None where it acts upon the founder: "X has hired Ada, the founder".
    """
    if clause.language.sets["founder"].isdisjoint((clause.forms[noun], clause.tokens[noun].lemma)):
        return None
    named = {
        clause.sentence.references[k][0].name: k
        for k in range(noun)
        if clause.names(k, "Organization") and not gazetteer().established(clause.sentence.references[k][0].name)
    }
    if len(named) != 1:
        return None
    (sole,) = named.values()
    above = [noun, *clause.up(noun)]
    head, subject = clause.tokens[sole].head, clause.tokens[sole].deprel == "nsubj"
    away = clause.language.grammar.origin_prepositions | clause.language.sets["locative"]
    led = clause.first_marker(sole) in away
    hired = subject and head in above and clause.tokens[above[above.index(head) - 1]].deprel in ("obj", "iobj")
    return None if led or hired else sole


def _tells(clause: Clause, k: int) -> bool:
    """Tell whether a name is one of a newspaper, which only tells the news."""
    entries = gazetteer().find(clause.sentence.references[k][0].name, type="Organization")[:1]
    return any(entry.kind == "media" for entry in entries)


def organization_acting(clause: Clause, noun: int) -> int | None:
    """Return the organisation that the sentence says something of before a post: "OpenAI said that the chief, Ada".

    None where the holder is whom it acts upon: "Google hired the chief executive, Ada".
    """
    above = [noun, *clause.up(noun)]
    for k in range(noun):
        token = clause.tokens[k]
        if (
            token.deprel == "nsubj"
            and clause.names(k, "Organization")
            and token.head in above
            and not _tells(clause, k)
        ):
            below = above[above.index(token.head) - 1]
            return None if clause.tokens[below].deprel in ("obj", "iobj", "obl") else k
    return None


def heading(clause: Clause, noun: int) -> int | None:
    """Return the organisation whose name opens the line that a post stands in: "MBZUAI: Eric Xing stays president"."""
    for k in range(noun - 1, 0, -1):
        if clause.forms[k] == ":" and clause.names(k - 1, "Organization"):
            opens = k == 1 or clause.tokens[k - 2].upos in ("PUNCT", "SYM")
            return k - 1 if opens else None
    return None
