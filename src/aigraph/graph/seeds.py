"""Where the explorer's drawing starts: organisations near those that they share people with, people among theirs.

Any browser refines these places; they must only be good, quick to make and the same on every machine: nothing but
sums, products, quotients and square roots.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.graph.layout import Point
from aigraph.model import Statement

_HUBS = 120  # Forces move this many; every further organisation stands beside those that it is joined to.
_ROUNDS = 60
_NEAR = 120.0  # between organisations
_STEP = 12.0  # between people
_FEW = 8  # whoever is joined to more says little about what belongs together
_TURN = (-0.7373688780783197, 0.6754902942615238)  # cosine and sine of the golden angle

Joined = Mapping[str, Mapping[str, int]]
Pair = tuple[str, str]


def seeds(statements: Iterable[Statement], organizations: Sequence[str]) -> dict[str, Point]:
    """Return a place for the id of everything that the statements join: see `spread`."""
    return spread((pair for statement in statements for pair in _pairs(statement)), organizations)


def _pairs(statement: Statement) -> Iterator[Pair]:
    origins = (q.value for q in statement.qualifiers if q.name == "from" and q.type)
    ends = sorted({statement.subject.id, statement.object.id, *origins})
    yield from combinations(ends, 2) if len(ends) > 1 else ((ends[0], ends[0]),)


def spread(pairs: Iterable[Pair], organizations: Sequence[str]) -> dict[str, Point]:
    """Return a place for everything that is joined with something, rounded to 0.1.

    `organizations` are the places between which people travel. The rest stands at the barycentre of what it is joined
    to, a little aside of others there.
    """
    joined: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        if one == other:
            joined[one].update(())
        else:
            joined[one][other] += 1
            joined[other][one] += 1
    hubs = set(organizations)
    pulls = _pulls(joined, hubs)
    flow = {key: sum(joined[key].values()) for key in hubs}
    ranked = sorted(hubs, key=lambda key: (-flow[key], key))
    spread = 1 + math.sqrt(len(joined) / max(len(hubs), 1))  # people need room between the organisations
    sunflower = _sunflower(len(joined.keys() | hubs) + 1)
    places = _settle(ranked[:_HUBS], flow, pulls, sunflower, _NEAR * spread)
    places |= _outskirts(ranked[_HUBS:], pulls, places, sunflower)
    fans: Counter[Point] = Counter()
    for key in sorted(set(joined) - hubs):
        centre = _barycentre(joined[key], places)
        fans[centre] += 1
        x, y = sunflower[fans[centre]]
        places[key] = (centre[0] + x * _STEP, centre[1] + y * _STEP)
    for key, (x, y) in places.items():
        places[key] = (round(x, 1), round(y, 1))
    return places


def _pulls(joined: Joined, hubs: set[str]) -> Joined:
    """Return how many people and statements any two organisations share."""
    pulls: dict[str, Counter[str]] = defaultdict(Counter)
    for key in sorted(joined):
        ends = sorted(joined[key].keys() & hubs)
        if key in hubs:
            pulls[key].update({end: joined[key][end] for end in ends})
        elif len(ends) <= _FEW:
            for one in ends:
                pulls[one].update(end for end in ends if end != one)
    return pulls


def _settle(
    hubs: Sequence[str], flow: Mapping[str, int], pulls: Joined, sunflower: Sequence[Point], unit: float
) -> dict[str, Point]:
    """Let forces move the hubs from a sunflower, the busiest in its heart, ever more gently.

    The busier, the more room a hub keeps free around itself.
    """
    mean = sum(flow[hub] for hub in hubs) / max(len(hubs), 1) or 1.0
    mass = [math.sqrt(0.2 + flow[hub] / mean) for hub in hubs]
    xs, ys = [x * unit for x, _ in sunflower[: len(hubs)]], [y * unit for _, y in sunflower[: len(hubs)]]
    index = {hub: n for n, hub in enumerate(hubs)}
    springs = [
        (i, index[other], math.sqrt(weight))
        for hub, i in index.items()
        for other, weight in sorted(pulls.get(hub, {}).items())
        if index.get(other, 0) > i
    ]
    # The more there is between them all, the less each pull means: else they fall into one heap.
    ease = len(hubs) / (1 + 2 * sum(stiffness for _, _, stiffness in springs))
    for round_ in range(_ROUNDS):
        fx = [-x * m * 0.1 for x, m in zip(xs, mass, strict=True)]
        fy = [-y * m * 0.1 for y, m in zip(ys, mass, strict=True)]
        for i in range(len(hubs)):
            x, y, own = xs[i], ys[i], unit * unit * mass[i]
            for j in range(i):
                dx, dy = x - xs[j], y - ys[j]
                push = own * mass[j] / (dx * dx + dy * dy + 1.0)
                fx[i] += dx * push
                fy[i] += dy * push
                fx[j] -= dx * push
                fy[j] -= dy * push
        for i, j, stiffness in springs:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            pull = ease * stiffness * math.sqrt(dx * dx + dy * dy) / unit
            fx[i] -= dx * pull
            fy[i] -= dy * pull
            fx[j] += dx * pull
            fy[j] += dy * pull
        heat = unit * (1 - round_ / _ROUNDS)
        for i in range(len(hubs)):
            force = math.sqrt(fx[i] * fx[i] + fy[i] * fy[i]) + 1e-9
            xs[i] += fx[i] / force * min(force, heat)
            ys[i] += fy[i] / force * min(force, heat)
    return {hub: (xs[i], ys[i]) for hub, i in index.items()}


def _outskirts(
    keys: Sequence[str], pulls: Joined, places: Mapping[str, Point], sunflower: Sequence[Point]
) -> dict[str, Point]:
    """Put the organisations with little flow around all others, on the side of those that they are joined to."""
    edge = max((math.sqrt(x * x + y * y) for x, y in places.values()), default=_NEAR)
    found = {}
    for number, key in enumerate(keys, 1):
        x, y = _barycentre(pulls.get(key, {}), places)
        turn, far = sunflower[number], math.sqrt(number)
        x, y = x / edge + turn[0] / far / 2, y / edge + turn[1] / far / 2
        reach = edge * (1.1 + 0.5 * number / len(keys)) / (math.sqrt(x * x + y * y) or 1.0)
        found[key] = (x * reach, y * reach)
    return found


def _barycentre(around: Mapping[str, int], places: Mapping[str, Point]) -> Point:
    ends = [(places[key], count) for key, count in sorted(around.items()) if key in places]
    total = sum(count for _, count in ends) or 1
    return round(sum(p[0] * n for p, n in ends) / total, 1), round(sum(p[1] * n for p, n in ends) / total, 1)


def _sunflower(count: int) -> list[Point]:
    """Return the places of so many seeds in a sunflower, from its heart, in steps of about 1."""
    (cosine, sine), x, y = _TURN, 1.0, 0.0
    seeds = []
    for number in range(count):
        reach = math.sqrt(number)
        seeds.append((x * reach, y * reach))
        x, y = x * cosine - y * sine, x * sine + y * cosine
    return seeds
