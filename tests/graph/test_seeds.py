from __future__ import annotations

import math
import os
import subprocess
import sys

from aigraph.graph.seeds import seeds
from aigraph.model import Claim, Entity, Evidence, Mention, Qualifier, Span, Statement, Status

LABS = [Entity(f"organization/lab-{n}", "Organization", f"Lab {n}") for n in range(12)]
TEXT = "Someone joined somewhere."
CLAIM = Claim(
    Mention.at(TEXT, 0, 7, "Person"),
    "movedTo",
    Mention.at(TEXT, 15, 24, "Organization"),
    Evidence("d", Span(0, 25), TEXT, "en.test"),
)


def move(who: str, target: Entity, *origins: Entity) -> Statement:
    qualifiers = tuple(Qualifier("from", origin.id, origin.label, None, origin.type) for origin in origins)
    person = Entity(f"person/{who}", "Person", who)
    return Statement(person, "movedTo", target, (CLAIM,), Status.ACCEPTED, 0.9, qualifiers)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return math.dist(one, other)


def two_camps() -> list[Statement]:
    """Return many moves within labs 0 to 5 and within 6 to 11, and a single one from camp to camp."""
    camps = [LABS[:6], LABS[6:]]
    within = [
        move(f"{camp}-{n}-{step}", labs[(n + step) % 6], labs[n])
        for camp, labs in enumerate(camps)
        for n in range(6)
        for step in (1, 2)
    ]
    return [*within, move("between", LABS[6], LABS[0])]


def test_organisations_stand_near_those_that_they_share_people_with() -> None:
    places = seeds(two_camps(), [lab.id for lab in LABS])
    spots = [places[lab.id] for lab in LABS]
    within = [distance(spots[i], spots[j]) for i in range(12) for j in range(i) if (i < 6) == (j < 6)]
    between = [distance(spots[i], spots[j]) for i in range(6) for j in range(6, 12)]
    assert sum(within) / len(within) < 0.7 * sum(between) / len(between)
    assert min(within) > 50, "none lies on another"


def test_a_person_stands_between_the_organisations_of_their_move() -> None:
    places = seeds(two_camps(), [lab.id for lab in LABS])
    one, other, person = places[LABS[0].id], places[LABS[6].id], places["person/between"]
    assert distance(person, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)) < 15


def test_people_of_the_same_organisations_do_not_lie_on_each_other() -> None:
    statements = [move(f"person {n}", LABS[1], LABS[0]) for n in range(200)]
    places = seeds(statements, [lab.id for lab in LABS[:2]])
    assert len(set(places.values())) == 202


def test_every_organisation_has_a_place_however_many_there_are_and_also_without_statements() -> None:
    many = [f"organization/lab-{n}" for n in range(400)]
    places = seeds(two_camps(), many)
    assert len({places[key] for key in many}) == 400
    assert seeds([], []) == {}


def test_the_order_of_the_statements_and_of_hashes_makes_no_difference() -> None:
    code = (
        "from tests.graph.test_seeds import *\n"
        "places = seeds(two_camps(), [lab.id for lab in LABS])\n"
        "print(seeds(reversed(two_camps()), {lab.id for lab in LABS}) == places, sorted(places.items()))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith("True ")
