from __future__ import annotations

import itertools
import os
import subprocess
import sys

import pytest

from aigraph.graph.layout import Box, place

HUBS = [Box(f"hub-{i}", 90, 50, hub=True) for i in range(12)]
PEOPLE = [Box(f"person-{i}", 110, 40) for i in range(60)]
LINKS = [(f"person-{i}", f"hub-{(i * step) % 12}", 3.0) for i in range(60) for step in (1, 5)]


def overlap(one: tuple[float, float], other: tuple[float, float], width: float, height: float) -> bool:
    return abs(one[0] - other[0]) < width and abs(one[1] - other[1]) < height


def test_no_dot_lies_on_another_and_hardly_any_name() -> None:
    places = place([*HUBS, *PEOPLE], LINKS)
    pairs = list(itertools.combinations(places.values(), 2))
    assert not [pair for pair in pairs if overlap(*pair, 12, 12)]
    assert len([pair for pair in pairs if overlap(*pair, 90, 32)]) < len(places) / 10


def test_a_person_stands_between_the_two_hubs_they_join() -> None:
    boxes = [Box("a", 90, 50, hub=True), Box("b", 90, 50, hub=True), Box("p", 60, 30)]
    places = place(boxes, [("a", "p", 3.0), ("p", "b", 3.0)])
    for axis in (0, 1):
        low, high = sorted((places["a"][axis], places["b"][axis]))
        assert low - 1 <= places["p"][axis] <= high + 1


def test_fixed_boxes_stay_where_they_are() -> None:
    fixed = place([*HUBS, *PEOPLE], LINKS)
    more = place([*HUBS, *PEOPLE, Box("model", 60, 30, hub=True)], [*LINKS, ("person-1", "model", 1.0)], fixed=fixed)
    assert {key: more[key] for key in fixed} == fixed


@pytest.mark.parametrize(
    ("boxes", "count"),
    [([], 0), ([Box("alone", 50, 30)], 1), ([Box("a", 50, 30), Box("b", 50, 30, hub=True)], 2)],
    ids=["nothing", "one", "unlinked"],
)
def test_few_boxes_get_places_too(boxes: list[Box], count: int) -> None:
    assert len(set(place(boxes, []).values())) == count


def test_another_process_with_another_hash_seed_gives_the_same_places() -> None:
    code = (
        "from aigraph.graph.layout import Box, place\n"
        "boxes = [Box(f'h{i}', 90, 50, hub=True) for i in range(9)] + [Box(f'p{i}', 90, 40) for i in range(40)]\n"
        "links = {(f'p{i}', f'h{i * s % 9}', 1.0) for i in range(40) for s in (1, 2)}\n"
        "print(place(boxes, sorted(links)))\n"
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
