"""Forms of verbs that are nouns too, and which the tagger takes for those: "Ada, partie de X", "Ada part chez Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aigraph.language import Language
from aigraph.model import Mention, Token

_PARTICIPLE = "Tense=Past|VerbForm=Part"
_PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
_VERBS = ("VERB", "AUX")
_OPENINGS = (",", "(", "–", "—", ":", ";", ".", "?", "!")


def with_verbs(tokens: Sequence[Token], mentions: Mapping[int, Mention], language: Language) -> tuple[Token, ...]:
    """Return the tokens with those made verbs that stand where a verb can stand and their noun cannot."""
    told = []
    for i, token in enumerate(tokens):
        form = token.form.casefold()
        participle = language.conjugation.homograph_participles.get(form)
        present = language.conjugation.homograph_presents.get(form)
        free = i not in mentions and token.upos not in _VERBS and not _determined(tokens, i)
        if present and token.upos in _VERBS and token.lemma.casefold() == form:
            # The tagger has the verb right, but not its infinitive.
            token = replace(token, lemma=present)
        elif free and participle and _follows_subject(tokens, mentions, language, i, participle=True):
            token = replace(token, upos="VERB", lemma=participle, feats=_PARTICIPLE)
        elif free and present and _follows_subject(tokens, mentions, language, i, participle=False):
            token = replace(token, upos="VERB", lemma=present, feats=_PRESENT)
        told.append(token)
    return tuple(told)


def _determined(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether an article or adjective goes with the noun, or the word leads to another.

    No preposition leads to another: the "entre" of "Ada entre chez X" is a verb.
    """
    leads = tokens[i].deprel in ("case", "mark", "fixed")
    leads = leads and not (tokens[i].upos == "ADP" and i + 1 < len(tokens) and tokens[i + 1].upos == "ADP")
    return leads or any(
        token.head == i and token.deprel in ("det", "amod", "case") and k < i for k, token in enumerate(tokens)
    )


def _follows_subject(
    tokens: Sequence[Token], mentions: Mapping[int, Mention], language: Language, i: int, *, participle: bool
) -> bool:
    """Tell whether the word stands behind a name, a pronoun, what is inserted behind these, or its auxiliary.

    A pronoun between commas takes up a subject: "Ada, elle, garde".
    """
    before = i - 1
    while before >= 0 and tokens[before].upos == "ADV":
        before -= 1
    grammar = language.grammar
    led = i + 1 < len(tokens) and (tokens[i + 1].upos == "ADP" or i + 1 in mentions)
    if before < 0:
        return participle and led
    form = tokens[before].form.casefold()
    if participle:
        return tokens[before].lemma in language.references.agreeing or (form in _OPENINGS and (led or before == i - 1))
    while before >= 0 and tokens[before].form.casefold() in grammar.weak_pronouns - grammar.strong_pronouns:
        before -= 1
    if before < 0:
        return False
    pronoun = tokens[before].form.casefold() in grammar.subject_pronouns | grammar.subject_relatives
    taken_up = form == "," and before > 1 and tokens[before - 1].form.casefold() in grammar.subject_pronouns
    return before in mentions or pronoun or taken_up or (form == "," and led)
