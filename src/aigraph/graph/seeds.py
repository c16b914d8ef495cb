"""Where the explorer's drawing starts: organisations on a circle by flow, people among those that they joined.

Any browser refines these places; they must only be good, quick to make and the same on every machine.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aigraph.graph.layout import Point
from aigraph.model import Statement

RADIUS = 1000.0
_GOLDEN = math.pi * (3 - math.sqrt(5))


def seeds(statements: Iterable[Statement], organizations: Sequence[str]) -> dict[str, Point]:
    """Return a place for the id of everything that the statements join, rounded to 0.1.

    `organizations` are the ids of what stands on the circle. The rest stands at the barycentre of what it is joined
    to, a little aside of others there.
    """
    joined: Mapping[str, Counter[str]] = defaultdict(Counter)
    for statement in statements:
        ends = {statement.subject.id, statement.object.id, *(q.value for q in statement.qualifiers if q.name == "from")}
        for one in ends:
            joined[one].update(ends - {one})
    hubs = set(organizations)
    ring = sorted(hubs, key=lambda key: (-sum(joined[key].values()), key))
    places = {key: _on_circle(place, len(ring)) for place, key in enumerate(ring)}
    fans: Counter[Point] = Counter()
    for key in sorted(set(joined) - hubs):
        around = [(places[other], count) for other, count in sorted(joined[key].items()) if other in places]
        total = sum(count for _, count in around)
        x, y = (sum(p[axis] * n for p, n in around) / total if total else 0.0 for axis in (0, 1))
        centre = (round(x, 1), round(y, 1))
        turn, reach = fans[centre] * _GOLDEN, 12 * math.sqrt(fans[centre] + 1)
        fans[centre] += 1
        places[key] = (round(x + reach * math.cos(turn), 1), round(y + reach * math.sin(turn), 1))
    return places


def _on_circle(place: int, count: int) -> Point:
    turn = 2 * math.pi * place / max(count, 1)
    return round(RADIUS * math.cos(turn), 1), round(RADIUS * math.sin(turn), 1)
