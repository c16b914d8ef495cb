"""Which part the ends of a pair play for the verbs of the sentence, and what its nouns call the person."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.extract.learned.cues import marker
from aigraph.extract.learned.pairs import CLASSES, End, Pair, Scene, kind_of
from aigraph.extract.verb import deep_object, deep_subject

_DESCRIBING = ("NOUN", "ADJ", "PROPN")
# What colours a noun: "former", "new", "never", "would-be".
_SHADES = frozenset({"FORMER", "NOW", "NOT", "MAYBE"})


def roles(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say which part the ends play in what the verbs of the sentence say, whatever their voice."""
    clause = scene.clause
    for verb, classes in enumerate(scene.classes):
        if not classes or not clause.verbal(verb):
            continue
        person, object_ = _role(scene, verb, pair.person), _role(scene, verb, pair.object)
        if person or object_:
            rival = "" if object_ or pair.object.kind == "work" else _other(scene, verb, pair)
            for class_ in classes:
                yield f"{class_}({person},{object_})"
                if rival:
                    yield f"{class_}({person},other {rival})"
                if pair.object.at is None or pair.person.at is None:
                    yield f"{class_}({person},{object_})|{pair.person.via},{pair.object.via}"


def _role(scene: Scene, verb: int, end: End) -> str:
    """Return the part that an end plays for a verb: its subject or object in the active voice, or its marker."""
    clause = scene.clause
    class_ = CLASSES[end.kind]
    for role, find in (("subject", deep_subject), ("object", deep_object)):
        if any(mention.name == end.mention.name for mention in clause.mentions(find(clause, verb, class_), class_)):
            return role
    for k in clause.children[verb]:
        led = marker(clause, k)
        if led and any(
            references and references[0].name == end.mention.name
            for references in (scene.sentence.references[m] for m in (k, *clause.children[k]))
        ):
            return led
    return ""


def _other(scene: Scene, verb: int, pair: Pair) -> str:
    """Return the part that another organisation plays for a verb, or ""."""
    clause = scene.clause
    for k in clause.children[verb]:
        references = scene.sentence.references[k]
        if references and references[0].name != pair.object.mention.name and clause.refers(k, "Organization"):
            return marker(clause, k)
    return ""


def descriptions(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say what nouns call the person, and whether their complement is this object, another one or none."""
    clause = scene.clause
    name = pair.person.mention.name
    for noun, classes in enumerate(scene.classes):
        if not classes or clause.verbal(noun) or clause.tokens[noun].upos not in _DESCRIBING:
            continue
        if all(mention.name != name for mention in scene.bearers(noun)):
            continue
        whose, led = _complement(scene, noun, pair)
        shades = "|".join(
            sorted({shade for k in (noun - 1, noun - 2) if k >= 0 for shade in scene.classes[k] & _SHADES})
        )
        for class_ in classes:
            yield f"is {class_}|{whose}"
            yield f"is {class_}|{whose}|{led}"
            yield f"is {class_}|{whose}|{shades}"
            if pair.object.at is None:
                yield f"is {class_}|{whose}|{pair.object.via}"


def _complement(scene: Scene, noun: int, pair: Pair) -> tuple[str, str]:
    """Return whether what depends on a noun is the pair's object, another or nothing, and through which marker."""
    clause = scene.clause
    found = ("none", "")
    for k in clause.descendants(noun):
        references = scene.sentence.references[k]
        if references and kind_of(clause, references[0]) == pair.object.kind:
            if references[0].name == pair.object.mention.name:
                return "this", marker(clause, k)
            found = ("other", marker(clause, k))
    return found
