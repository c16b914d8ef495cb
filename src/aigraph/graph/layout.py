"""Places for the boxes of a drawing: hubs spread by force, the rest between the hubs they join, nothing overlapping.

Only additions, products, quotients and square roots (and a rounded sine), so every machine gives the same places.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

_HUB_DISTANCE = 240.0
_STRETCH = 1.2  # pages are wider than high
_GRAVITY = 0.45
_AIR = 2.0  # how many times its own room each box should find around it
_GAP = 8.0
_ROUNDS = 240
_MANY = 2000


@dataclass(frozen=True, slots=True)
class Box:
    """What takes room on the page, in the units of the places; hubs are placed first and move last."""

    id: str
    width: float
    height: float
    hub: bool = False


def place(
    boxes: Sequence[Box], links: Iterable[tuple[str, str, float]], *, fixed: Mapping[str, Point] | None = None
) -> dict[str, Point]:
    """Return the centre of every box, rounded to 0.1; `links` are two ids and a weight; `fixed` boxes stay.

    Boxes that come on top of fixed ones go around them, each beside those it is linked to.
    """
    links = list(links)
    neighbours: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other, weight in links:
        if one != other:
            neighbours[one][other] = neighbours[one].get(other, 0.0) + weight
            neighbours[other][one] = neighbours[other].get(one, 0.0) + weight
    boxes = sorted(boxes, key=lambda box: box.id)
    if not boxes:
        return {}
    if fixed:
        wanted = _around(boxes, neighbours, fixed)
    else:
        hubs = [box.id for box in boxes if box.hub] or [box.id for box in boxes]
        room = sum(box.width * box.height for box in boxes) * _AIR / max(len(hubs), 1)
        spread = _spread(hubs, neighbours, unit=max(_HUB_DISTANCE, math.sqrt(room)))
        wanted = _between(boxes, neighbours, spread)
    return {key: (round(x, 1), round(y, 1)) for key, (x, y) in sorted(_untangle(boxes, wanted, fixed or {}).items())}


def _pulls(hubs: Sequence[str], neighbours: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, str], float]:
    """Measure how strongly each pair of hubs is joined, directly or by what lies between them."""
    among = set(hubs)
    pulls: dict[tuple[str, str], float] = defaultdict(float)
    for key in sorted(neighbours):
        ends = sorted(n for n in neighbours[key] if n in among)
        if key in among:
            for end in ends:
                if key < end:
                    pulls[key, end] += neighbours[key][end]
        elif len(ends) > 1:
            for index, one in enumerate(ends):
                for other in ends[index + 1 :]:
                    pulls[one, other] += min(neighbours[key][one], neighbours[key][other]) / (len(ends) - 1)
    return dict(sorted(pulls.items()))


def _circle(count: int, radius: float) -> list[Point]:
    # Rounding hides the last digit of sine and cosine, which is not the same on all machines.
    turns = [2 * math.pi * index / max(count, 1) for index in range(count)]
    return [(round(radius * math.cos(turn), 3), round(radius * math.sin(turn), 3)) for turn in turns]


def _ring_order(hubs: Sequence[str], pulls: Mapping[tuple[str, str], float]) -> list[str]:
    """Order the hubs by flow: the busiest first, then always the one most joined to those just placed."""
    joined: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), weight in pulls.items():
        joined[one][other] = joined[other][one] = weight
    flow = {hub: sum(joined[hub].values()) for hub in hubs}
    left = sorted(hubs, key=lambda hub: (-flow[hub], hub))
    if len(left) > _MANY:
        return left
    order: list[str] = []
    while left:
        recent = order[-3:]
        best = max(left, key=lambda hub: sum(joined[hub].get(r, 0.0) for r in recent))
        left.remove(best)
        order.append(best)
    return order


def _spread(hubs: Sequence[str], neighbours: Mapping[str, Mapping[str, float]], *, unit: float) -> dict[str, Point]:
    """Let forces move the hubs, from a circle ordered by flow, ever more gently.

    Hubs repel each other by the room that their satellites need; joined hubs keep a distance that leaves room between
    them for those whom they share.
    """
    pulls = _pulls(hubs, neighbours)
    order = _ring_order(hubs, pulls)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    among = set(hubs)
    for key in sorted(neighbours):
        ends = sorted(n for n in neighbours[key] if n in among) if key not in among else []
        for i, one in enumerate(ends):
            for other in ends[i + 1 :]:
                shared[one, other] += 1
    mass = [1 + math.sqrt(sum(1 for n in neighbours.get(hub, {}) if n not in among)) / 2 for hub in order]
    xs, ys = map(list, zip(*_circle(len(order), unit * len(order) / 6), strict=True))
    index = {hub: i for i, hub in enumerate(order)}
    springs = [
        (index[pair[0]], index[pair[1]], min(math.sqrt(weight), 3.0), unit * (1 + math.sqrt(shared[pair]) * 0.45))
        for pair, weight in pulls.items()
    ]
    # Every hub looks at every other: the more there are, the fewer rounds; thousands stay on the circle.
    rounds = min(_ROUNDS, 4_000_000 // len(order) ** 2)
    for step in range(rounds):
        fx = [-x * m * _GRAVITY for x, m in zip(xs, mass, strict=True)]
        fy = [-y * m * _GRAVITY for y, m in zip(ys, mass, strict=True)]
        for i in range(len(order)):
            for j in range(i):
                dx, dy = xs[i] - xs[j], ys[i] - ys[j]
                push = unit * unit * mass[i] * mass[j] / (dx * dx + dy * dy + 1.0) / 2
                fx[i] += dx * push
                fy[i] += dy * push
                fx[j] -= dx * push
                fy[j] -= dy * push
        for i, j, stiffness, length in springs:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            distance = math.sqrt(dx * dx + dy * dy) + 1e-9
            pull = stiffness * (distance - length) / distance
            fx[i] -= dx * pull
            fy[i] -= dy * pull
            fx[j] += dx * pull
            fy[j] += dy * pull
        heat = unit * (1 - step / rounds) / 4
        for i in range(len(order)):
            force = math.sqrt(fx[i] * fx[i] + fy[i] * fy[i]) + 1e-9
            xs[i] += fx[i] / force * min(force, heat)
            ys[i] += fy[i] / force * min(force, heat)
    return {hub: (xs[i] * _STRETCH, ys[i]) for hub, i in index.items()}


def _between(
    boxes: Sequence[Box], neighbours: Mapping[str, Mapping[str, float]], hubs: Mapping[str, Point]
) -> dict[str, Point]:
    """Put everyone at the barycentre of their hubs: those who share two hubs side by side, those with one around it."""
    groups: dict[tuple[str, ...], list[Box]] = defaultdict(list)
    for box in boxes:
        if box.id not in hubs:
            groups[tuple(sorted(n for n in neighbours.get(box.id, {}) if n in hubs))].append(box)
    places = dict(hubs)
    for ends, group in sorted(groups.items()):
        if len(ends) == 1:
            for box, place in zip(group, _fan(hubs[ends[0]], group), strict=True):
                places[box.id] = place
            continue
        nx, ny = _normal(hubs[ends[0]], hubs[ends[1]]) if len(ends) > 1 else (0.0, 1.0)
        for lane, box in enumerate(group):
            weights = [neighbours[box.id][end] for end in ends]
            total = sum(weights) or 1.0
            x = sum(hubs[end][0] * weight for end, weight in zip(ends, weights, strict=True)) / total
            y = sum(hubs[end][1] * weight for end, weight in zip(ends, weights, strict=True)) / total
            offset = (lane - (len(group) - 1) / 2) * (abs(nx) * box.width + abs(ny) * box.height + _GAP)
            places[box.id] = (x + nx * offset, y + ny * offset)
    return places


def _normal(one: Point, other: Point) -> Point:
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = math.sqrt(dx * dx + dy * dy) or 1.0
    return -dy / distance, dx / distance


def _fan(hub: Point, group: Sequence[Box]) -> list[Point]:
    """Return places on rings around a hub, those that look away from the middle of the page first."""
    distance = math.sqrt(hub[0] ** 2 + hub[1] ** 2)
    outward = (hub[0] / distance, hub[1] / distance) if distance > 1 else (0.0, -1.0)
    places: list[Point] = []
    ring = 0
    while len(places) < len(group):
        slots = 8 + 6 * ring
        radius = 100.0 + 75.0 * ring
        around = [(hub[0] + x * _STRETCH, hub[1] + y) for x, y in _circle(slots, radius)]
        around.sort(key=lambda p: -(p[0] - hub[0]) * outward[0] - (p[1] - hub[1]) * outward[1])
        places += around
        ring += 1
    return places[: len(group)]


def _around(
    boxes: Sequence[Box], neighbours: Mapping[str, Mapping[str, float]], fixed: Mapping[str, Point]
) -> dict[str, Point]:
    """Put the new boxes on an ellipse around the fixed ones, in the direction of those they are linked to."""
    places = dict(fixed)
    width = max(abs(x) for x, _ in fixed.values()) + 180.0
    height = max(abs(y) for _, y in fixed.values()) + 140.0
    left = [box.id for box in boxes if box.id not in places]
    while left:
        ready = [key for key in left if any(n in places for n in neighbours.get(key, {}))] or left
        found: dict[str, Point] = {}
        for key, default in zip(ready, _circle(len(ready), 1.0), strict=True):
            near = sorted((n, w) for n, w in neighbours.get(key, {}).items() if n in places)
            total = sum(weight for _, weight in near) or 1.0
            x = sum(places[n][0] * weight for n, weight in near) / total / width
            y = sum(places[n][1] * weight for n, weight in near) / total / height
            distance = math.sqrt(x * x + y * y)
            x, y = (x / distance, y / distance) if distance > 0.02 else default
            reach = max(distance, 1.0)
            found[key] = (x * width * reach, y * height * reach)
        places |= found
        left = [key for key in left if key not in found]
        width, height = width + 160.0, height + 110.0
    return places


def _untangle(boxes: Sequence[Box], wanted: Mapping[str, Point], fixed: Mapping[str, Point]) -> dict[str, Point]:
    """Push overlapping boxes apart along the shorter way, while each is drawn back to where it wants to be."""
    places = {box.id: list(wanted[box.id]) for box in boxes}
    firmness = {box.id: 0.0 if box.id in fixed else 0.2 if box.hub else 1.0 for box in boxes}
    widest = max((box.width for box in boxes), default=0.0)
    rounds = min(_ROUNDS, 60_000 // max(len(boxes), 1) + 20)
    for step in range(rounds):
        if step < rounds * 2 // 3:
            for box in boxes:
                if not box.hub and box.id not in fixed:
                    place, (x, y) = places[box.id], wanted[box.id]
                    place[0] += (x - place[0]) * 0.08
                    place[1] += (y - place[1]) * 0.08
        order = sorted(boxes, key=lambda box: (places[box.id][0], box.id))
        for index, box in enumerate(order):
            here = places[box.id]
            for other in order[index + 1 :]:
                there = places[other.id]
                if there[0] - here[0] > (box.width + widest) / 2 + _GAP:
                    break
                share = firmness[box.id] + firmness[other.id]
                across = (box.width + other.width) / 2 + _GAP - abs(there[0] - here[0])
                along = (box.height + other.height) / 2 + _GAP - abs(there[1] - here[1])
                if across <= 0 or along <= 0 or not share:
                    continue
                axis, overlap = (0, across) if across < along else (1, along)
                # Boxes at one and the same place part in the order of their ids.
                sign = 1.0 if (there[axis], other.id) >= (here[axis], box.id) else -1.0
                here[axis] -= sign * overlap * firmness[box.id] / share * 0.6
                there[axis] += sign * overlap * firmness[other.id] / share * 0.6
    return {key: (place[0], place[1]) for key, place in places.items()}
