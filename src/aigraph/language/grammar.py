"""Closed classes of words, and the endings of verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.language.strict import Words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes that the grammatical functions are found by.

    `semi_auxiliaries` only say when ("vient de recruter"). `prepositions` maps forms to normal ones,
    `compound_prepositions` are no case of their last word ("out of");
    `origin_prepositions` lead from a mark to whose a name is (", de Meta").
    Where `passive_marks` are given, a compound tense is passive only with one of them ("a été nommé").
    `perfect_auxiliaries` make a present of a past form ("has worked"); with `noun_adjuncts`, names stand before nouns
    as modifiers ("an OpenAI researcher").

    The place of words tells better than the tree what has one of the functions `placed_first`. `clefts` open a sentence
    that stresses what follows them ("it is Ada who"), nouns `among` say that someone is one of several.

    Of the relative pronouns, `led_relatives` stand behind a preposition. `prepositional_words` have their prepositions
    in themselves ("where" is "at which"). `weak_pronouns` stand only beside their verb; of these `strong_pronouns` may
    also open a clause as its subject. Behind one of the `relative_places` stands what goes on at the organisation
    before it ("Google, where", "Meta, of which"). `personal_relatives` stand for people only,
    `expletives` for what a sentence puts at its head ("it was to X that"). What is said of one holds for another behind
    one of the `echo_openings` with an auxiliary ("so did Ada"), behind the `bare_` ones without ("ditto Ada"), or as
    the subject of one of the `echo_verbs` ("Ada followed suit"), or before one of the `echo_closings` ("Ada too"); the
    `denied_` ones repeat a denial ("Ada neither"). A sentence that opens with `likewise` goes on with the one before.
    `present` words stand before a post that is still
    held, `membership` ones before the group that someone is of ("among the founders"). What one of the `circumstances`
    leads to only surrounds what a verb says ("after a detour to X"); `elliptic` words stand for a noun that a list does
    not repeat ("an internship at X and another at Y"), `respective` ones give each of several his own;
    a `company` one leads to whom someone goes with, a `goal_` one to where.

    Words of `sequence` put the stations of a career in order ("X, then Y"), `distributive` ones say that something
    holds for each of several ("both of X"). What a name stands before with one of the `outsiders` is something else
    ("an OpenAI rival", "Google-backed").
    """

    prepositions: Mapping[str, str]
    compound_prepositions: Words
    agent: Words
    origin_prepositions: Words
    disjunctions: Words
    possessive_marks: Words
    infinitive_marks: Words
    passive_marks: Words
    perfect_auxiliaries: Words
    parted_auxiliaries: Words
    noun_adjuncts: bool
    articles: Words
    former: Words
    former_prefixes: Words
    copulas: Words
    apposition_marks: Words
    object_control: Words
    never_passive: Words
    one_of: Words
    placed_first: Words
    semi_auxiliaries: Words
    among: Words
    clefts: Words
    no_longer: Words
    naming: Words
    list_marks: Words
    elliptic: Words
    respective: Words
    conjunctions: Words
    including: Words
    as_role: Words
    subject_relatives: Words
    object_relatives: Words
    led_relatives: Words
    prepositional_words: Mapping[str, list[str]]
    subject_pronouns: Words
    object_pronouns: Words
    weak_pronouns: Words
    strong_pronouns: Words
    likewise: Words
    echo_openings: Words
    bare_echo_openings: Words
    echo_verbs: Words
    echo_closings: Words
    denied_echo_closings: Words
    present: Words
    membership: Words
    relative_places: Words
    expletives: Words
    place_adverbs: Words
    personal_relatives: Words
    circumstances: Words
    company: Words
    goal_prepositions: Words
    sequence: Words
    distributive: Words
    outsiders: Words
    office_prepositions: Words


@dataclass(frozen=True, slots=True)
class Conjugation:
    """The endings by which a form is told to be one of a regular verb's, where the parser's lemmas fail.

    Without `infinitive`, the ending of the verbs meant, lemmas are enough. `prefixes` may stand before any verb.
    `conditional` ends forms that can only be conditional, as do the endings `behind_infinitive`.
    The homographs are nouns too, and stand for their verbs' infinitives.
    """

    infinitive: str
    endings: tuple[str, ...]
    participles: tuple[str, ...]
    conditional: tuple[str, ...]
    behind_infinitive: tuple[str, ...]
    prefixes: tuple[str, ...]
    homograph_participles: Mapping[str, str]
    homograph_presents: Mapping[str, str]
