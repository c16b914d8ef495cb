"""The words by which a sentence says how far it commits itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.language.strict import Words


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
