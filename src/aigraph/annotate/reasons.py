"""What speaks for and against a candidate being a person, an organisation or a work: a table of weighted reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.annotate.candidates import Candidate
from aigraph.annotate.contexts import Context
from aigraph.annotate.spans import SpanIndex
from aigraph.language import Language
from aigraph.model import Span
from aigraph.people import is_common, is_given, likeness

_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|(?:[A-Z]\.-?)+")
_MIXED_WORD = re.compile(r"[a-z][A-Z]{2,}|^[A-Z]{2,}[a-z]*$|\d")
_CAPITALS = re.compile(r"[A-Z-]{3,}")
_ADDRESS = re.compile(r"[\w-]+\.[a-z]{2,4}")
_ACRONYM = re.compile(r"(?:[A-Z]{2,3} )?[A-Z][A-Za-z]?[A-Z]{1,6}")
_MODEL_SHAPE = re.compile(r"[A-Z][A-Za-z]{0,11}-?\d[\w.]*(?:-[\w.]+)*|[A-Z][A-Za-z]+[-‑]\d[\w.]*")
# In a headline every word bears a capital: its shape says little, and recognisers err.
_HEADLINE = 0.3
_HEADLINE_VOTE = 0.4


@dataclass(frozen=True, slots=True)
class Vote:
    """What a statistical recogniser takes a span for: "Person", "Organization", "Place" or "Other"."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate and what stands around it; `topic` when a list item opens with it. `votes` are those on its span.

    `listed` are the classes ("Organization", "Artifact") of the names that it stands in an enumeration with, and "Roll"
    where it opens a paragraph as they do; `linked`
    those of the names ("Person", "Organization") that "of" or a bracket links it to ("Ada Lovelace of Meta"), and
    "Owner" where a person stands before it in the genitive, "Member" where it joins, leaves or heads an organisation,
    "Hired" where one hires it.
    """

    candidate: Candidate
    context: Context
    topic: bool
    listed: Collection[str]
    linked: Collection[str]
    votes: Sequence[Vote]
    language: Language


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that says what speaks, what it adds for each class, and how often it holds of a candidate.

    In a headline it counts `in_headline` times as much.
    """

    name: str
    weights: Mapping[str, float]
    holds: Callable[[Sighting], float]
    in_headline: float = _HEADLINE


def sightings(
    text: str,
    candidates: Iterable[Candidate],
    *,
    topics: Collection[Span],
    listed: Mapping[Span, Collection[str]],
    linked: Mapping[Span, Collection[str]],
    votes: Iterable[Vote],
    language: Language,
) -> Iterator[Sighting]:
    """Yield each candidate with its surroundings."""
    votes = list(votes)
    index = SpanIndex(vote.span for vote in votes)
    for candidate in candidates:
        yield Sighting(
            candidate,
            context=Context.of(text, candidate.span, candidate.sentence),
            topic=candidate.span in topics,
            listed=listed.get(candidate.span, ()),
            linked=linked.get(candidate.span, ()),
            votes=[votes[i] for i in index.overlapping(candidate.span)],
            language=language,
        )


def scores(sighting: Sighting) -> dict[str, float]:
    """Return what all reasons together say for each class."""
    found: dict[str, float] = defaultdict(float)
    for reason in REASONS:
        times = reason.holds(sighting) * (reason.in_headline if sighting.candidate.headline else 1.0)
        if times:
            for class_, weight in reason.weights.items():
                found[class_] += times * weight
    return found


def _has(sign: str) -> Callable[[Sighting], bool]:
    return lambda sighting: sighting.context.has(sign, sighting.language)


def _plain(sighting: Sighting) -> bool:
    words = sighting.candidate.words
    plain = all(_PLAIN_WORD.fullmatch(word) for word in words)
    mixed = [word for word in words if _MIXED_WORD.search(word)]
    # "Ada LOVELACE": family names may stand in capitals.
    return plain and (not mixed or (mixed == [words[-1]] and _CAPITALS.fullmatch(words[-1]) is not None))


def _short_plain_name(sighting: Sighting) -> bool:
    return 2 <= len(sighting.candidate.words) <= 3 and _plain(sighting)


def _long_plain_name(sighting: Sighting) -> bool:
    return len(sighting.candidate.words) == 4 and _plain(sighting)


def _plain_behind_article(sighting: Sighting) -> bool:
    return 2 <= len(sighting.candidate.words) <= 4 and _plain(sighting) and _has("article")(sighting)


def _person_likeness(sighting: Sighting) -> float:
    return likeness(sighting.candidate.words) if _plain(sighting) and len(sighting.candidate.words) <= 5 else 0.0


def _given_name(sighting: Sighting) -> float:
    words = sighting.candidate.words
    return (0.3 if is_common(words[0]) else 1.0) if len(words) == 1 and is_given(words[0]) else 0.0


def _known_place(sighting: Sighting) -> bool:
    places = sighting.language.names.places | sighting.language.names.origins | sighting.language.references.demonyms
    text = sighting.candidate.text.casefold()
    return text in places or all(word in places for word in text.split())


def _titled(sighting: Sighting) -> bool:
    return sighting.candidate.titled or _has("title")(sighting)


def _topic(sighting: Sighting) -> bool:
    return sighting.topic


def _listed(class_: str) -> Callable[[Sighting], bool]:
    return lambda sighting: class_ in sighting.listed


def _its_people(sighting: Sighting) -> bool:
    return _has("article")(sighting) and _has("its people")(sighting)


def _linked(class_: str) -> Callable[[Sighting], bool]:
    return lambda sighting: class_ in sighting.linked


def _hired(sighting: Sighting) -> bool:
    return _linked("Hired")(sighting) and not _has("organization sign")(sighting)


def _organization_word(sighting: Sighting) -> bool:
    words = [word.casefold().rstrip(".") for word in sighting.candidate.words]
    names = sighting.language.names
    return bool(words) and (
        words[-1] in names.organization_words | names.legal_forms
        or (len(words) > 1 and words[0] in names.organization_words)
    )


def _acronym_behind_article(sighting: Sighting) -> bool:
    return _ACRONYM.fullmatch(sighting.candidate.text) is not None and _has("article")(sighting)


def _ampersand(sighting: Sighting) -> bool:
    return " & " in sighting.candidate.text


def _address(sighting: Sighting) -> bool:
    return _ADDRESS.fullmatch(sighting.candidate.text) is not None


def _mixed_shape(sighting: Sighting) -> bool:
    candidate = sighting.candidate
    return any(_MIXED_WORD.search(word) for word in candidate.words) or _model_shape(sighting)


def _model_shape(sighting: Sighting) -> bool:
    return _MODEL_SHAPE.fullmatch(sighting.candidate.text) is not None


def _single_word(sighting: Sighting) -> bool:
    return len(sighting.candidate.words) == 1


def _recognised(class_: str) -> Callable[[Sighting], float]:
    return lambda sighting: sum(vote.type == class_ and _same(sighting, vote) for vote in sighting.votes)


def _touched(class_: str) -> Callable[[Sighting], float]:
    return lambda sighting: sum(vote.type == class_ and not _same(sighting, vote) for vote in sighting.votes)


def _place(sighting: Sighting) -> float:
    return sum(vote.type == "Place" for vote in sighting.votes)


def _no_person(sighting: Sighting) -> float:
    return sum(vote.type != "Person" and _same(sighting, vote) for vote in sighting.votes)


def _same(sighting: Sighting, vote: Vote) -> bool:
    """Tell whether a vote is on the candidate, give or take some words."""
    return vote.span in sighting.candidate.span or sighting.candidate.span in vote.span


REASONS: Sequence[Reason] = (
    Reason("It is two or three capitalised words that nothing speaks against.", {"Person": 1.4}, _short_plain_name),
    Reason("It is four capitalised words that nothing speaks against.", {"Person": 0.8}, _long_plain_name),
    Reason("It begins as people's names do.", {"Person": 2.0, "Organization": -1.0}, _person_likeness),
    Reason("It is plain words, but an article stands before them.", {"Person": -1.2}, _plain_behind_article),
    Reason("It is a place.", {"Person": -3.0, "Organization": -3.0, "System": -1.0}, _known_place, 1.0),
    Reason("A title or profession stands before it.", {"Person": 2.0}, _titled),
    Reason("An item of a list opens with it.", {"Person": 1.5}, _topic),
    Reason("It stands in a list with organisations.", {"Organization": 1.2}, _listed("Organization")),
    Reason("Somebody is said to be of it.", {"Organization": 2.2}, _linked("Person")),
    Reason("It joins, leaves or heads an organisation.", {"Person": 2.6, "Organization": -1.0}, _linked("Member")),
    Reason("An organisation hires it.", {"Person": 3.5, "Organization": -1.0}, _hired),
    Reason("It is of an organisation.", {"Person": 1.0}, _linked("Organization")),
    Reason("Its words are joined by an ampersand.", {"Organization": 2.0, "Person": -2.0}, _ampersand),
    Reason("It opens a paragraph as organisations do here.", {"Organization": 2.2}, _listed("Roll"), 1.0),
    Reason("It stands in a list with works.", {"System": 1.6}, _listed("Artifact")),
    Reason(
        "It has a word that organisations are named with.", {"Organization": 3.0, "Person": -2.5}, _organization_word
    ),
    Reason("It is written like an address.", {"Organization": 1.0}, _address),
    Reason(
        "An organisation's kind stands before it.", {"Organization": 2.6, "Person": -1.0}, _has("organization noun")
    ),
    Reason("An organisation was told of just before it.", {"Organization": 2.0}, _has("organization told of")),
    Reason(
        "What is done to organisations is done to it.", {"Organization": 2.6, "Person": -0.5}, _has("organization lead")
    ),
    Reason(
        "What is done to organisations, or places, is done to it.",
        {"Organization": 2.0, "Person": -0.5},
        _has("organization move"),
    ),
    Reason("It could be where somebody comes from.", {"Organization": 0.8}, _has("origin")),
    Reason("It has a founder.", {"Organization": 2.2, "Person": -0.5}, _has("founder of")),
    Reason("It has somebody at its head.", {"Organization": 2.0, "Person": -0.5}, _has("post of")),
    Reason("Its founder or head is named behind it.", {"Organization": 1.5}, _has("its head")),
    Reason("An article stands before it, one of its people behind it.", {"Organization": 1.5}, _its_people),
    Reason("An organisation's kind stands behind it.", {"Organization": 2.0}, _has("organization behind")),
    Reason("It is told who founded it, or where, or for how much.", {"Organization": 2.2}, _has("founding")),
    Reason("It is an abbreviation, and an article stands before it.", {"Organization": 1.0}, _acronym_behind_article),
    Reason("A person has it.", {"Organization": 1.0}, _linked("Owner")),
    Reason("It does, or is, what organisations do and are.", {"Organization": 1.0}, _has("organization sign")),
    Reason(
        "What is told of organisations only follows.",
        {"Organization": 2.0, "Person": -1.5},
        _has("organization deed"),
    ),
    Reason(
        "It is what somebody learns or teaches.",
        {"Organization": -3.0, "Person": -2.5, "System": -2.0},
        _has("learned"),
    ),
    Reason("A work's kind stands before it.", {"System": 2.5, "Person": -1.0}, _has("work noun")),
    Reason("Somebody made it.", {"System": 2.4, "Person": -1.0}, _has("maker of")),
    Reason("A work's kind stands behind it.", {"System": 2.4, "Person": -0.5}, _has("work behind")),
    Reason("What is done to works is done to it.", {"System": 2.5, "Person": -0.5}, _has("work lead")),
    Reason("What is made stands there.", {"System": 1.8, "Organization": 0.5}, _has("work making")),
    Reason("What a person is or does follows.", {"Person": 1.0}, _has("person sign")),
    Reason("What only people do follows.", {"Person": 3.5, "Organization": -1.0}, _has("person deed")),
    Reason("It is somebody's first name.", {"Person": 1.2}, _given_name),
    Reason("A person's role follows.", {"Person": 1.0}, _has("person behind")),
    Reason("An age follows.", {"Person": 1.5}, _has("age")),
    Reason(
        "It has figures or capitals within its words.",
        {"Organization": 0.4, "System": 0.4, "Person": -1.0},
        _mixed_shape,
    ),
    Reason("It has the shape of a model's name.", {"Model": 1.5}, _model_shape),
    *(
        Reason(f"The recogniser takes it for {class_}.", {class_: weight}, _recognised(class_), _HEADLINE_VOTE)
        for class_, weight in (("Person", 1.2), ("Organization", 1.0), ("Place", 1.0), ("Other", 0.8))
    ),
    *(
        Reason(
            f"The recogniser takes a part of it and more for {class_}.", {class_: 0.3}, _touched(class_), _HEADLINE_VOTE
        )
        for class_ in ("Person", "Organization", "Place", "Other")
    ),
    Reason("The recogniser takes some of it for a place.", {"Organization": -0.6}, _place, 1.0),
    Reason("The recogniser takes it for something else than a person.", {"Person": -0.4}, _no_person, 1.0),
    Reason("It is a single word.", {"Person": -1.0}, _single_word, 1.0),
)
"""All reasons; what tips a name towards a class is in `names`."""
