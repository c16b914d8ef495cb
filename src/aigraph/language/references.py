"""The words that stand for someone or something named elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.language.strict import Words


@dataclass(frozen=True, slots=True)
class References:
    """The words that stand for someone or something named elsewhere.

    Pronouns that are both a person's and an organisation's ("il", "son") stand in both lists. `place_pronouns` say
    where ("there", "où"), `ordinals` which of several ("latter" is -1, the last), `group_sizes` how many; a number
    behind a word of `counted_by` stands for so many people. `speaker`, `speakers` and `addressee` are "I", "we" and
    "you". A word of `contracted` is definite only as a preposition ("du" as "de le", not the partitive). The
    `masculine` and `feminine` words tell a man from a woman; with the `agreeing` auxiliaries participles do, and nouns,
    unless they are `epicene`. With `impersonal` verbs, and with `existential_verbs` behind an `existential` word, a
    pronoun stands for nothing, nor does what stands before `nobody` ("l'on") or closes one of the `fixed_pronouns` of a
    verb ("s'en aller"). A noun of `organization_kinds` is said of
    these kinds of the gazetteer only, one of `young_nouns` of no giant; beside a word of `parent_words` it is the owner
    of what is spoken of. One of `maker_nouns` is the person or the organisation that has made a work. `demonyms` are
    people where they are capitalised. A noun of `work_nouns` may stand for a work; only works have `work_makers`, and
    only to works is done what the `work_makings` do.
    """

    person_pronouns: Words
    group_pronouns: Words
    anyone: Words
    organization_pronouns: Words
    place_pronouns: Words
    relative_pronouns: Words
    speaker: Words
    speakers: Words
    addressee: Words
    ordinals: Mapping[str, int]
    group_sizes: Mapping[str, int]
    counted_by: Words
    person_nouns: Words
    person_group_nouns: Words
    organization_nouns: Words
    organization_kinds: Mapping[str, list[str]]
    young_nouns: Words
    giant_nouns: Words
    parent_words: Words
    maker_nouns: Words
    demonyms: Words
    work_nouns: Words
    work_makers: Words
    work_makings: Words
    demonstratives: Words
    definite: Words
    contracted: Words
    possessive: Words
    plural_possessive: Words
    masculine: Words
    feminine: Words
    agreeing: Words
    epicene: Words
    impersonal: Words
    fixed_pronouns: Words
    nobody: Words
    existential: Words
    existential_verbs: Words
