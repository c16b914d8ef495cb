"""What stands before, behind and between the ends of a pair, in the text and in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from aigraph.extract.learned.cues import marker, steps, telling
from aigraph.extract.learned.pairs import Pair, Scene

# How many telling words between the ends are read as one sequence.
_SEQUENCE = 4
_BESIDE_TOKENS, _AROUND_TOKENS = 3, 5
_LONGEST_PATH = 6
_SHORT_TOKENS = 12
_MARKS = frozenset(",;:()—–")


def place(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say where the ends stand, and what stands between them when the sentence has both."""
    for label, end in (("person", pair.person), ("object", pair.object)):
        if end.at is not None:
            yield from _end(scene, label, end.at)
    if pair.person.at is not None and pair.object.at is not None:
        yield from _between(scene, pair, pair.person.at, pair.object.at)
    else:
        yield from _apart(scene, pair)


def _end(scene: Scene, label: str, i: int) -> Iterator[str]:
    """Say what governs an end, through which marker, and which words stand beside it."""
    clause = scene.clause
    led, deprel, head = marker(clause, i), clause.tokens[i].deprel, clause.tokens[i].head
    yield f"{label} is {deprel}"
    yield f"{label} marked {led}"
    if head != i:
        for class_ in scene.classes[head]:
            yield f"{label} under {class_}"
            yield f"{label} under {class_}|{led}"
            yield f"{label} under {class_}|{led}|{deprel}"
    verb = next((k for k in clause.up(i) if clause.verbal(k)), None)
    for class_ in scene.classes[verb] if verb is not None else ():
        yield f"{label} in {class_}"
        yield f"{label} in {class_}|{led}|{deprel}"
    before, behind = range(max(0, i - _BESIDE_TOKENS), i), range(i + 1, min(i + 1 + _BESIDE_TOKENS, len(clause.tokens)))
    for where, around in (("before", before), ("behind", behind)):
        for k in around:
            yield from (f"{label} {where} {word}" for word in telling(clause, scene.classes[k], k))


def _between(scene: Scene, pair: Pair, i: int, j: int) -> Iterator[str]:
    """Say what lies between the two ends in the text and in the tree."""
    clause = scene.clause
    first, last = min(i, j), max(i, j)
    order = "person first" if i < j else "object first"
    people, rivals = _rivals(scene, pair, first, last)
    yield f"{order}|{steps(last - first)}"
    yield f"{pair.object.kind}|{order}|{steps(last - first)}"
    yield f"{order}|people between={people}"
    yield f"{order}|rivals between={rivals}"
    yield f"{order}|between={people},{rivals}"
    led = f"{marker(clause, j)}|{marker(clause, i)}"
    sequence = []
    for k in range(first + 1, last):
        for class_ in scene.classes[k]:
            yield f"{order}|between {class_}"
            yield f"{order}|between {class_}|{led}"
            yield f"{order}|between {class_}|{min(people, 1)}{min(rivals, 1)}"
        sequence += telling(clause, scene.classes[k], k)[:1]
        if clause.forms[k] in _MARKS:
            yield f"{order}|mark {clause.forms[k]}"
    if len(sequence) <= _SEQUENCE:
        yield f"{order}|sequence {' '.join(sequence)}"
    yield from (f"{order}|pair {a} {b}" for a, b in pairwise(sequence))
    before, behind = (
        range(max(0, first - _AROUND_TOKENS), first),
        range(last + 1, min(last + _AROUND_TOKENS, len(clause.tokens))),
    )
    for where, around in (("before both", before), ("behind both", behind)):
        for k in around:
            yield from (f"{order}|{where} {class_}" for class_ in scene.classes[k])
    yield from _path(scene, i, j, order)


def _rivals(scene: Scene, pair: Pair, first: int, last: int) -> tuple[int, int]:
    """Return how many other people and other objects of the kind stand between the ends, at most three each."""
    between = [end for end in scene.named if end.at is not None and first < end.at < last]
    people = {end.mention.name for end in between if end.kind == "person"} - {pair.person.mention.name}
    objects = {end.mention.name for end in between if end.kind == pair.object.kind} - {pair.object.mention.name}
    return min(3, len(people)), min(3, len(objects))


def _path(scene: Scene, i: int, j: int, order: str) -> Iterator[str]:
    """Say by which words and relations the tree leads from the person to the object."""
    clause = scene.clause
    above_i, above_j = [i, *clause.up(i)], [j, *clause.up(j)]
    top = next((k for k in above_j if k in above_i), None)
    if top is None:
        yield "no path"
        return
    up, down = above_i[: above_i.index(top) + 1], above_j[: above_j.index(top)][::-1]
    rising = "^".join(clause.tokens[k].deprel for k in up[:-1])
    falling = "v".join(clause.tokens[k].deprel for k in down)
    if len(up) + len(down) <= _LONGEST_PATH:
        yield f"path {rising}|{falling}"
    yield f"path of {steps(len(up) + len(down))}"
    led = marker(clause, j)
    for k in (*up[1:], *down[:-1]):
        for class_ in scene.classes[k]:
            yield f"path {class_}"
            yield f"path {class_}|{led}"
            yield f"{order}|path {class_}|{led}|{clause.tokens[i].deprel}"
    for class_ in scene.classes[top]:
        yield f"top {class_}|{led}"
        yield f"top {class_}|{led}|{clause.tokens[i].deprel}|{clause.tokens[j].deprel}"


def _apart(scene: Scene, pair: Pair) -> Iterator[str]:
    """Say which words the sentence has, when one of the ends is known from the context alone."""
    clause = scene.clause
    ways = f"{pair.person.via},{pair.object.via}"
    for classes in scene.classes:
        for class_ in classes:
            yield f"apart {class_}"
            yield f"apart {class_}|{ways}"
    if len(clause.tokens) < _SHORT_TOKENS:
        yield f"short|{ways}"
