"""Where text is cut, and the words around names."""

from __future__ import annotations

from dataclasses import dataclass

from aigraph.language.strict import Words


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
    `interposed` adverbs may stand before them, and no `linking` word between them. Who stands before one of the
    `memberships` and an organisation ("X left Y"), or behind an organisation and one of the `hirings` ("Y hired X"), is
    a person; `helping` verbs and adverbs may stand before these.

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
    memberships: Words
    hirings: Words
    helping: Words
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
