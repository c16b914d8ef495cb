"""What is said of a pair by the words and the tree around it, as names of binary features.

Features speak of cue classes, grammatical relations and order, never of the names nor of the words themselves: they are
the same in all languages, and what is learned in one serves the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.extract.clause import Clause
from aigraph.extract.learned.cues import cues, steps
from aigraph.extract.learned.pairs import Pair, Scene
from aigraph.extract.learned.part import descriptions, roles
from aigraph.extract.learned.place import place
from aigraph.model import Block, Modality

_MOST = 4
_FEW = 3


def features(scene: Scene, pair: Pair) -> frozenset[str]:
    """Return the features of a pair."""
    told = (_setting, _rules, place, roles, descriptions)
    return frozenset(feature for tell in told for feature in tell(scene, pair)).union(_heading(scene))


def _setting(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say by which ways the ends are reached, how many rivals they have, and where in the article they stand."""
    person, object_, story = pair.person, pair.object, scene.story
    people = min(_MOST, len({end.mention.name for end in scene.people}))
    rivals = min(_MOST, len({end.mention.name for end in scene.named if end.kind == object_.kind}))
    yield "bias"
    yield f"kind={object_.kind}"
    yield f"ways={person.via},{object_.via}"
    yield f"kind={object_.kind}|ways={person.via},{object_.via}"
    yield f"people={people}"
    yield f"rivals={rivals}"
    yield f"people={people}|rivals={rivals}"
    yield f"block={scene.sentence.block}"
    yield f"dated={any(q.kind == 'date' for q in scene.sentence.quantities)}"
    yield f"count={steps(story.counts.get(object_.mention.name, 0))}"
    employer = story.background.employers.get(person.mention.name)
    if employer is not None:
        yield f"employer={'same' if employer.name == object_.mention.name else 'other'}"
    stations = [mention.name for mention in story.background.stations.get(person.mention.name, ())]
    yield f"station={object_.mention.name in stations},{min(len(stations), _FEW)}"
    for label, end in (("person", person), ("object", object_)):
        if end.mention.name in story.opening:
            yield f"{label} in opening"


def _rules(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say what the rules made of this pair, and what of the person with others."""
    person, object_ = pair.person.mention.name, pair.object.mention.name
    claims = scene.said.get((person, object_), ())
    for claim in claims:
        yield f"rule={claim.relation}"
        yield f"rule={claim.relation}|{'denied' if claim.modality is Modality.DENIED else 'said'}"
    if not claims:
        yield "no rule"
    for (subject, other), others in scene.said.items():
        if subject == person and other != object_:
            yield from (f"rule elsewhere={claim.relation}" for claim in others)
        if subject != person and other == object_:
            yield from (f"rule for another={claim.relation}" for claim in others)


def _heading(scene: Scene) -> Iterator[str]:
    """Say what the heading or lead-in of a list says of all its items."""
    if scene.sentence.block is Block.ITEM:
        language = scene.story.language
        for sentence in scene.story.heading(scene.sentence.heading):
            for classes in cues(language.code).of(Clause(sentence, language)):
                yield from (f"heading {class_}" for class_ in classes)
