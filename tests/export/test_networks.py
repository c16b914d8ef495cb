"""What each kind of network draws, kept and merged."""

from __future__ import annotations

import datetime
import math
import statistics
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.conftest import Draft, keep

from aigraph.export import NETWORKS
from aigraph.export.networks import Link, draw
from aigraph.export.networks.attributes import edge_values
from aigraph.export.networks.drawing import drawing
from aigraph.export.networks.looks import link_color
from aigraph.export.options import Options
from aigraph.export.spells import OPEN
from aigraph.fuse import Fused
from aigraph.model import Entity, Modality, Reading
from aigraph.store import Store
from aigraph.vocabulary import vocabulary
from aigraph.workspace import Graph

every_network = pytest.mark.parametrize("network", list(NETWORKS))
kept_and_merged = pytest.mark.parametrize("parallel", ["kept", "merged"])


@pytest.fixture
def store(draft: type[Draft], fusing: Callable[..., Fused]) -> Store:
    """Moves from OpenAI to Meta, told, rumoured and denied; a career with a return; a model and who developed it."""
    moves = (
        draft(
            "Shengjia Zhao left OpenAI for Meta in June 2025. Hongyu Ren left OpenAI for Meta in July 2025. "
            "Trapit Bansal left OpenAI for Meta. It is rumoured that Jiahui Yu left OpenAI for Meta in June 2025. "
            "Sam Altman did not leave OpenAI for Meta. Shengjia Zhao created GPT-4. OpenAI developed GPT-4.",
            published="2025-09-01",
        )
        .says("Shengjia Zhao left", "Shengjia Zhao", "movedTo", "Meta", from_="OpenAI", date=("2025-06", "June 2025"))
        .says("Hongyu Ren left", "Hongyu Ren", "movedTo", "Meta", from_="OpenAI", date=("2025-07", "July 2025"))
        .says("Trapit Bansal left", "Trapit Bansal", "movedTo", "Meta", from_="OpenAI")
        .says(
            "It is rumoured that Jiahui Yu left",
            *("Jiahui Yu", "movedTo", "Meta"),
            modality=Modality.RUMOURED,
            from_="OpenAI",
            date=("2025-06", "June 2025"),
        )
        .says("Sam Altman did not", "Sam Altman", "movedTo", "Meta", modality=Modality.DENIED, from_="OpenAI")
        .says("Shengjia Zhao created", "Shengjia Zhao", "coCreated", "GPT-4", contribution="created")
        .says("OpenAI developed", "OpenAI", "developed", "GPT-4")
    )
    stays = (
        draft(
            "Andrej Karpathy worked at OpenAI from 2015 to 2017. Andrej Karpathy joined Tesla in 2017. "
            "Andrej Karpathy left Tesla in 2022. "
            "Andrej Karpathy joined OpenAI again in 2023. Andrej Karpathy left OpenAI in 2024.",
            published="2025-09-02",
        )
        .says("Andrej Karpathy worked", "Andrej Karpathy", "workedAt", "OpenAI", start="2015", end="2017")
        .says("Andrej Karpathy joined Tesla", "Andrej Karpathy", "movedTo", "Tesla", date="2017")
        .says("Andrej Karpathy left Tesla", "Andrej Karpathy", "left", "Tesla", date="2022")
        .says("Andrej Karpathy joined OpenAI", "Andrej Karpathy", "movedTo", "OpenAI", date="2023")
        .says("Andrej Karpathy left OpenAI", "Andrej Karpathy", "left", "OpenAI", date="2024")
    )
    readings: list[Reading] = [moves.reading, stays.reading]
    made = fusing(readings)
    store = Store.open(None, create=True)
    keep(store, readings, made.statements, conflicts=made.conflicts, tenures=made.tenures)
    return store


def links(store: Store, network: str, parallel: str = "merged") -> list[Link]:
    return list(draw(store, Options(network=network, parallel=parallel)).links())


def shown(link: Link) -> str:
    """Return an edge as "source -kind-> target: first day/last day", the spells apart by spaces."""
    days = [["" if day in OPEN else day.isoformat() for day in spell] for spell in link.spells]
    spells = " ".join(f"{first}/{last}" for first, last in days)
    return f"{link.source.label} -{link.kind}-> {link.target.label}: {spells}".strip(": ")


def test_kept_moves_are_an_edge_each_and_hold_on_the_days_within_which_they_happened(store: Store) -> None:
    assert sorted((link.label, shown(link)) for link in links(store, "moves", "kept")) == [
        ("Hongyu Ren", "OpenAI -move-> Meta: 2025-07-01/2025-07-31"),
        ("Jiahui Yu", "OpenAI -unconfirmed move-> Meta: 2025-06-01/2025-06-30"),
        ("Shengjia Zhao", "OpenAI -move-> Meta: 2025-06-01/2025-06-30"),
        ("Trapit Bansal", "OpenAI -move-> Meta: /2025-09-01"),
    ]


def test_merged_moves_weigh_as_many_people_as_moved_and_name_them(store: Store) -> None:
    told, rumoured = links(store, "moves")
    assert (told.kind, told.weight, told.label) == ("move", 3.0, "3 people")
    assert [person.label for person in told.people] == ["Hongyu Ren", "Shengjia Zhao", "Trapit Bansal"]
    assert len(told.statements) == 3
    assert (rumoured.kind, rumoured.weight, rumoured.label) == ("unconfirmed move", 1.0, "Jiahui Yu")


def test_an_edge_about_several_people_is_as_sure_as_the_least_sure_of_them(store: Store) -> None:
    told = links(store, "moves")[0]
    changed = [
        replace(statement, confidence=0.3 if place else 0.9, sources=1 if place else 3)
        for place, statement in enumerate(told.statements)
    ]
    values = edge_values(replace(told, statements=tuple(changed)), store.documents())
    assert (values["confidence"], values["sources"]) == (0.3, 1)
    twice = [replace(changed[0], confidence=0.2), changed[0]]
    values = edge_values(replace(told, statements=tuple(twice)), store.documents())
    assert (values["confidence"], values["sources"]) == (0.9, 3)


@every_network
@kept_and_merged
def test_what_is_denied_is_never_drawn_and_a_rumour_says_so(store: Store, network: str, parallel: str) -> None:
    drawing = draw(store, Options(network=network, parallel=parallel))
    found = [(link, edge_values(link, drawing.documents)) for link in drawing.links()]
    assert found
    names = {end.label for link, _ in found for end in (link.source, link.target, *link.people)}
    assert "Sam Altman" not in names
    for link, values in found:
        rumoured = "Jiahui Yu" in {end.label for end in (link.source, link.target, *link.people)}
        assert (values["modality"], values["standing"]) == (
            ("rumoured", ("unconfirmed",)) if rumoured else ("asserted", ("accepted",))
        )


@every_network
@kept_and_merged
def test_every_edge_leads_to_its_sentences_and_weighs_something(store: Store, network: str, parallel: str) -> None:
    drawing = draw(store, Options(network=network, parallel=parallel))
    ends = {node.entity.id for node in drawing.nodes}
    for link in drawing.links():
        assert {link.source.id, link.target.id} <= ends
        assert link.weight > 0
        assert edge_values(link, drawing.documents)["sentence"] == tuple(
            dict.fromkeys(claim.evidence.quote for statement in link.statements for claim in statement.claims)
        )


def test_someone_who_came_back_has_two_stays(store: Store) -> None:
    kept = [shown(link) for link in links(store, "careers", "kept") if link.source.label == "Andrej Karpathy"]
    assert sorted(kept) == [
        "Andrej Karpathy -tenure-> OpenAI: 2015-01-01/2017-12-31",
        "Andrej Karpathy -tenure-> OpenAI: 2023-01-01/2024-12-31",
        "Andrej Karpathy -tenure-> Tesla: 2017-01-01/2022-12-31",
    ]
    merged = [shown(link) for link in links(store, "careers") if link.source.label == "Andrej Karpathy"]
    assert sorted(merged) == [
        "Andrej Karpathy -tenure-> OpenAI: 2015-01-01/2017-12-31 2023-01-01/2024-12-31",
        "Andrej Karpathy -tenure-> Tesla: 2017-01-01/2022-12-31",
    ]


@every_network
@pytest.mark.parametrize("surely", [False, True])
def test_of_a_graph_that_is_cut_down_to_a_day_what_holds_on_it_is_drawn(
    store: Store, network: str, surely: bool
) -> None:
    held = Graph(store).true_on(datetime.date(2018, 6, 1), surely=surely).store
    found = links(held, network, "kept")
    assert all(link.statements for link in found)
    stays = [shown(link) for link in found if link.kind == "tenure" and link.source.label == "Andrej Karpathy"]
    assert stays == (["Andrej Karpathy -tenure-> Tesla: 2017-01-01/2022-12-31"] if network == "careers" else [])


def test_a_move_to_an_employer_ends_when_the_stay_does(store: Store) -> None:
    found = {shown(link) for link in links(store, "all") if link.source.label == "Andrej Karpathy"}
    assert "Andrej Karpathy -movedTo-> OpenAI: 2023-01-01/2024-12-31" in found
    assert "Andrej Karpathy -movedTo-> Tesla: 2017-01-01/2022-12-31" in found


def test_models_join_people_and_organisations_to_what_they_made(store: Store) -> None:
    assert sorted(map(shown, links(store, "models"))) == [
        "OpenAI -developed-> GPT-4",
        "Shengjia Zhao -coCreated-> GPT-4",
    ]


def test_what_is_not_confirmed_is_grey(store: Store) -> None:
    told, rumoured = links(store, "moves")
    assert (link_color(told), link_color(rumoured)) == (vocabulary().relations["movedTo"].color, "#a0a0a0")


def test_of_many_organisations_the_busiest_stand_in_the_middle(store: Store) -> None:
    move = links(store, "moves")[0]
    places = [Entity(f"organization/{number}", "Organization", f"{number}") for number in range(150)]
    # Everybody leaves for one of three, and they for each other.
    many = [replace(move, source=place, target=places[n % 3]) for n, place in enumerate(places) if n % 3 != n]
    many += [replace(move, source=places[n], target=places[(n + 1) % 3]) for n in range(3)]
    drawn = drawing(lambda: iter(many), {})
    far = {node.entity.id: math.hypot(node.x, node.y) for node in drawn.nodes}
    assert max(far[place.id] for place in places[:3]) < statistics.median(far.values())
    assert {node.entity.id: node.edges_in for node in drawn.nodes if node.edges_in} == {
        place.id: 50 for place in places[:3]
    }
