"""A language's data: `lang/<code>/language.toml`, read strictly. Data only; what it means is said where it is used."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import DataError, InputError

LANGUAGES_DIR = Path(__file__).parent / "lang"

Words = frozenset[str]

_KINDS = {str: "a string", bool: "true or false", int: "a whole number"}


@dataclass(frozen=True, slots=True)
class Segmentation:
    """How text is cut: abbreviations end with a dot that ends no sentence.

    Initials do, too, but a letter behind one of `before_letters` is a name of its own ("on X.").
    """

    abbreviations: Words
    before_letters: Words


@dataclass(frozen=True, slots=True)
class Names:
    """The words around names and within them that tell a person from an organisation or a work.

    People: `person_titles` and the `title_modifiers` before them are no part of a name. `particles` stand within names;
    of these no name goes on behind the `outer_particles` ("PDG de Meta"), unless a given name stands before one of the
    `given_particles`. A name behind `articles` is hardly a person's, one before `person_signs` is, and one before a
    role with one of the `determiners` ("X, an engineer"). Surest are `person_deeds`, which nothing but people do, and a
    form of `being` with a role that is none of the `shared_roles` of organisations ("X is the director");
    `interposed` adverbs may stand before them, and no `linking` word between them.

    Organisations are named with `organization_words`, `legal_forms` and, before one of the `institution_links` and
    another name, `institution_heads` ("University of"), `place_heads` in lower case too, `unit_heads` only behind a
    name; `purpose_heads` go with `institution_purposes` ("Center for"). They stand behind the nouns
    `organization_cues`, which adjectives with the `adjective_endings`, nouns with one of the `complements` and
    `callings` ("called") may follow, behind the verbs and prepositions `organization_leads`, `organization_moves`,
    which go with places too, and the weakest, `organization_origins`, behind `departures` with one of the `goals`
    ("left X for Y"), behind `posts` with "of", and before `organization_signs`, the stronger
    `founding_signs`, and relative clauses with one of the `foundings`. Surest are `organization_deeds`, and a form of
    `being` with one of the `company_kinds`. `contracted_of` are forms of "of" with an article, `indefinite` the
    articles of what is new.

    Works stand behind the nouns `artifact_cues` and the verbs `artifact_leads`, and the `artifact_makings`, which go
    with organisations too. A number before something `counted` is no version.

    What stands behind words of `studying`, or behind a degree or one of the `chairs` and one of the `subject_links`, is
    learned or taught ("professor of Economics").

    A word of `dotted` keeps its dot; `elisions` are words that an apostrophe ties to the next. `not_names` are never
    part of a name; `places` and adjectives of `origins` only with other words. A word with one of the
    `opening_endings` that opens a sentence is no part of a name. Words that are `repeated` may stand before the names
    of an enumeration ("on X and on Y").
    """

    person_titles: Words
    title_modifiers: Words
    particles: Words
    outer_particles: Words
    given_particles: Words
    elisions: Words
    dotted: Words
    articles: Words
    indefinite: Words
    person_signs: Words
    person_deeds: Words
    being: Words
    shared_roles: Words
    interposed: Words
    linking: Words
    opening_endings: tuple[str, ...]
    adjective_endings: Words
    complements: Words
    callings: Words
    determiners: Words
    contracted_of: Words
    counted: Words
    repeated: Words
    legal_forms: Words
    organization_words: Words
    organization_cues: Words
    organization_leads: Words
    organization_moves: Words
    organization_origins: Words
    departures: Words
    goals: Words
    posts: Words
    organization_signs: Words
    founding_signs: Words
    foundings: Words
    organization_deeds: Words
    company_kinds: Words
    organization_units: Words
    institution_heads: Words
    unit_heads: Words
    place_heads: Words
    purpose_heads: Words
    institution_links: Words
    institution_purposes: Words
    artifact_cues: Words
    artifact_leads: Words
    artifact_makings: Words
    not_names: Words
    places: Words
    origins: Words
    versions: Words
    studying: Words
    chairs: Words
    subject_links: Words


@dataclass(frozen=True, slots=True)
class References:
    """The words that stand for someone or something named elsewhere.

    Pronouns that are both a person's and an organisation's ("il", "son") stand in both lists. `place_pronouns` say
    where ("there", "où"), `ordinals` which of several ("latter" is -1, the last), `group_sizes` how many; a number
    behind a word of `counted_by` stands for so many people. `speaker`, `speakers` and `addressee` are "I", "we" and
    "you". A word of `contracted` is definite only as a preposition ("du" as "de le", not the partitive). The
    `masculine` and `feminine` words tell a man from a woman; with the `agreeing` auxiliaries participles do, and nouns,
    unless they are `epicene`. With `impersonal` verbs, and with `existential_verbs` behind an `existential` word, a
    pronoun stands for nothing, nor does what stands before `nobody` ("l'on"). A noun of `organization_kinds` is said of
    these kinds of the gazetteer only, one of `young_nouns` of no giant; beside a word of `parent_words` it is the owner
    of what is spoken of. One of `maker_nouns` is the person or the organisation that has made a work. `demonyms` are
    people where they are capitalised.
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
    nobody: Words
    existential: Words
    existential_verbs: Words


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrases that decide how far a sentence commits itself to the words around: the effect, and where it reaches.

    They reach all that stands `before` or `after` them, `aside` up to the next mark, `inside` themselves, or over the
    whole part of the sentence (`around`). What is `denied` is said not to be so, `reported` and `rumoured` are hearsay,
    `nothing` only supposes; `fallen` tells of a plan that came to nothing, and `quoted` is what a correction withdraws.
    """

    denied_before: Words
    denied_after: Words
    denied_aside: Words
    denied_inside: Words
    fallen_before: Words
    fallen_after: Words
    nothing_after: Words
    nothing_aside: Words
    quoted_after: Words
    reported_around: Words
    reported_aside: Words
    rumoured_around: Words
    stops: Words


@dataclass(frozen=True, slots=True)
class Frames:
    """Phrases that tell how whole sentences around are meant.

    `verdicts` only say that the sentence before is false; `correcting` opens a column of corrections; `contradicting`
    turns the sentence before, which quotes somebody, into an error. `supposing` opens a dream or a hypothesis,
    `inventing` all that follows as invented, `closing` ends either; `unmasking` says it of all before.
    """

    verdicts: Words
    correcting: Words
    contradicting: Words
    supposing: Words
    inventing: Words
    unmasking: Words
    closing: Words


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The words that keep a sentence from asserting what its verb says, and phrases in two tables of their own.

    `negations` deny by themselves, `auxiliary_negations` below an auxiliary too, `negation_particles` only with one of
    the `negation_partners` behind ("ne ... pas"); `polar_negations` may also mean "ever" in an infinitive. All of them
    deny nothing before `restrictives` ("not only"), nor behind `contrast_marks` more than what stands there (", not
    Intel"); `delays` say when instead ("not until May"). Subjects deny with `negative_subjects`, verbs behind
    `denying_leads` ("instead of"), names behind `contrasts`; `approximations` stop short of it ("almost"), and those
    `lacking` something stand before a noun ("no plans"). The `description_` ones stand beside a noun ("future
    director"). A sentence of pronouns and `pro_verbs` alone denies the one before ("He never did").

    `conditional_conjunctions` make no condition beside `concessions` ("even if"); verbs are unreal with one of the
    `unreal_auxiliaries` and one of the `perfect_marks`, or with an `inverted` one before the subject. Of the
    `future_auxiliaries`, `possibility_auxiliaries` report rather than plan. Futures end like `future_endings`;
    `perfect_futures` look back, `motion_futures` are none in a perfect or with `motion_marks`, `future_copulas` are
    only before infinitives; with `narrative_adverbs` a future belongs to a story, and `continuing` verbs say what is.

    What stands behind `adjunct_marks` is no content of the verb above. The `governing_hedges` hedge what depends on
    them in any voice, other `hedges` only as adverbs or in the passive ("is said to"). What depends on a `factive` word
    stands though it is negated, and so does a definite noun, except with verbs of `holding`; `events` are denied with a
    verb of `happening`, and `stories` have a content. `authorities` are sources that know. `lists` are words that
    phrases name.
    """

    negations: Words
    auxiliary_negations: Words
    negation_particles: Words
    negation_partners: Words
    polar_negations: Words
    restrictives: Words
    contrast_marks: Words
    delays: Words
    negative_subjects: Words
    denying_leads: Words
    contrasts: Words
    approximations: Words
    pro_verbs: Words
    adjunct_marks: Words
    events: Words
    lacking: Words
    description_negations: Words
    description_futures: Words
    description_doubts: Words
    conditional_conjunctions: Words
    concessions: Words
    unreal_auxiliaries: Words
    perfect_marks: Words
    inverted: Words
    presuming_questions: Words
    future_auxiliaries: Words
    possibility_auxiliaries: Words
    conditional_forms: Words
    future_endings: tuple[str, ...]
    regular_infinitives: tuple[str, ...]
    regular_futures: tuple[str, ...]
    perfect_futures: Words
    motion_futures: Words
    motion_marks: Words
    future_copulas: Words
    narrative_adverbs: Words
    continuing: Words
    hedges: Words
    governing_hedges: Words
    sources: Words
    authorities: Words
    saying: Words
    announcing: Words
    believing: Words
    factive: Words
    holding: Words
    happening: Words
    planning: Words
    attempting: Words
    failing: Words
    refusing: Words
    denying: Words
    doubting: Words
    stories: Words
    lists: Mapping[str, Words]
    cues: Cues
    frames: Frames


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
    the subject of one of the `echo_verbs` ("Ada followed suit"). `present` words stand before a post that is still
    held, `membership` ones before the group that someone is of ("among the founders"). What one of the `circumstances`
    leads to only surrounds what a verb says ("after a detour to X"); a `company` one leads to whom someone goes with, a
    `goal_` one to where.
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
    echo_openings: Words
    bare_echo_openings: Words
    echo_verbs: Words
    present: Words
    membership: Words
    relative_places: Words
    expletives: Words
    place_adverbs: Words
    personal_relatives: Words
    circumstances: Words
    company: Words
    goal_prepositions: Words


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


@dataclass(frozen=True, slots=True)
class Masks:
    """The stand-ins that the parser sees in place of names, so that no name can change how a sentence is read.

    The `_phrase` ones ("cette entreprise") parse better than names where no noun stands before; `after` holds words
    and `after_endings` ends of words behind which only a name can stand, but a phrase can behind words of `before`.
    `behind` gives stand-ins that suit an article, `elisions` the full form of a word that a phrase may follow. The
    `prefix` "co" is put aside before a hyphen or one of the `prefixed` stems: the parser knows the words without it.
    `known` gives words that the parser knows for some that it takes apart ("start-up"). Brackets with one of the
    `births` and a year are put aside.
    """

    person: tuple[str, ...]
    organization: tuple[str, ...]
    artifact: tuple[str, ...]
    organization_phrase: tuple[str, ...]
    artifact_phrase: tuple[str, ...]
    after: Words
    after_endings: tuple[str, ...]
    behind: Mapping[str, list[str]]
    before: Words
    elisions: Mapping[str, str]
    prefix: str
    prefixed: tuple[str, ...]
    known: Mapping[str, str]
    births: Words


@dataclass(frozen=True, slots=True)
class QuantityPhrases:
    """How dates, durations, sums of money and numbers are said; `annotate.quantities.phrases` says how to write one.

    `period`, `date` and `bare` are parts that other phrases are made of; `bare` is a date only after a word that
    calls for one. What a phrase of `nothing` covers is no quantity.
    """

    period: tuple[str, ...]
    date: tuple[str, ...]
    bare: tuple[str, ...]
    by: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    range: tuple[str, ...]
    duration: tuple[str, ...]
    money: tuple[str, ...]
    number: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantities:
    """The marks within numbers, the words that phrases name, those that have a value, and the phrases."""

    decimal: str
    grouping: str
    words: Mapping[str, Words]
    values: Mapping[str, Mapping[str, typing.Any]]
    phrases: QuantityPhrases


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All of one language's data; there is one object a language, compared by identity.

    `pipelines` are spaCy packages, best first; `dependencies` maps their labels to those of Universal Dependencies.
    """

    code: str
    name: str
    pipelines: tuple[str, ...]
    dependencies: Mapping[str, str]
    segmentation: Segmentation
    names: Names
    references: References
    modality: ModalityWords
    grammar: Grammar
    conjugation: Conjugation
    masks: Masks
    sets: Mapping[str, Words]
    quantities: Quantities

    @property
    def relations_dir(self) -> Path:
        """The folder of the rule files, one a relation."""
        return LANGUAGES_DIR / self.code / "relations"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted.

    >>> languages()
    ('en', 'fr')
    """
    return tuple(sorted(path.parent.name for path in LANGUAGES_DIR.glob("*/language.toml")))


def read_toml(path: Path) -> dict[str, typing.Any]:
    """Read a data file of aigraph's own; raises DataError with file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


def refuse_unknown(keys: typing.Iterable[str], known: typing.Iterable[str], where: str) -> None:
    """Raise DataError with a hint for the first of `keys` that is not among the `known` ones."""
    known = sorted(known)
    for key in sorted(set(keys) - set(known)):
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
        raise DataError(f"{where}: unknown key {key!r}{hint}")


@cache
def language(code: str) -> Language:
    """Read the language `code`; raises InputError when there is none, DataError when its file is malformed."""
    if code not in languages():
        raise InputError(f"language {code!r} is not read yet; there are {', '.join(languages())}")
    path = LANGUAGES_DIR / code / "language.toml"
    data = read_toml(path)
    return typing.cast("Language", _strict(Language, {"code": code, **data}, str(path)))


def table(value: object, where: str) -> dict[str, typing.Any]:
    """Return what must be a table of a data file; raises DataError."""
    if not isinstance(value, dict):
        raise DataError(f"{where}: {value!r} must be a table")
    return value


def strings(value: object, where: str) -> list[str]:
    """Return what must be a list of strings of a data file; raises DataError."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DataError(f"{where}: {value!r} must be a list of strings")
    return value


def _strict(kind: type[typing.Any], data: Mapping[str, typing.Any], where: str) -> object:
    fields = {field.name: field for field in dataclasses.fields(kind)}
    refuse_unknown(data, fields, where)
    missing = sorted(set(fields) - set(data))
    if missing:
        raise DataError(f"{where}: the key {missing[0]!r} is missing")
    hints = typing.get_type_hints(kind)
    return kind(**{name: _value(hints[name], data[name], f"{where}: {name}") for name in fields})


def _value(hint: typing.Any, value: typing.Any, where: str) -> object:
    if dataclasses.is_dataclass(hint):
        return _strict(typing.cast("type[typing.Any]", hint), table(value, where), where)
    if typing.get_origin(hint) is Mapping:
        of = typing.get_args(hint)[1]
        return {key: _value(of, inner, f"{where}: {key}") for key, inner in table(value, where).items()}
    if hint == Words:
        words = strings(value, where)
        twice = sorted(word for word in set(words) if words.count(word) > 1)
        if twice:
            raise DataError(f"{where}: {twice[0]!r} stands there twice")
        return frozenset(words)
    if typing.get_origin(hint) in (tuple, list):
        return typing.get_origin(hint)(strings(value, where))
    if hint in _KINDS and not isinstance(value, hint):
        raise DataError(f"{where}: {value!r} must be {_KINDS[hint]}")
    return value
