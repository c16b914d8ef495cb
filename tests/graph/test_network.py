from __future__ import annotations

import pytest

from aigraph.graph.network import FROM, network, to_networkx
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Status,
    content_id,
)

ZHAO = Entity("person/shengjia-zhao", "Person", "Shengjia Zhao")
SCHULMAN = Entity("person/john-schulman", "Person", "John Schulman")
MURATI = Entity("person/mira-murati", "Person", "Mira Murati")
META = Entity("organization/meta", "Organization", "Meta", ("Meta Platforms",), ("Q380",))
OPENAI = Entity("organization/openai", "Organization", "OpenAI")
ANTHROPIC = Entity("organization/anthropic", "Organization", "Anthropic")
THINKING_MACHINES = Entity("organization/thinking-machines-lab", "Organization", "Thinking Machines Lab")
CHATGPT = Entity("system/chatgpt", "System", "ChatGPT")
FIGURE = Entity("figure/1", "Figure", "8 hires per departure")

DOCUMENTS: dict[str, Document] = {}


def statement(
    subject: Entity,
    relation: str,
    object: Entity,
    *,
    origin: Entity | None = None,
    modality: Modality = Modality.ASSERTED,
    status: Status = Status.ACCEPTED,
    qualifiers: tuple[Qualifier, ...] = (),
) -> Statement:
    text = f"{subject.label}, {relation}, {object.label}."
    document = Document(text, title=f"About {subject.label}")
    DOCUMENTS[document.id] = document
    claim = Claim(
        Mention.at(text, 0, len(subject.label), subject.type),
        relation,
        Mention.at(text, text.rindex(object.label), len(text) - 1, object.type),
        Evidence(document.id, Span(0, len(text)), text, "en.test"),
        modality,
    )
    if origin:
        qualifiers += (Qualifier(FROM, origin.id, origin.label, None, origin.type),)
    return Statement(subject, relation, object, (claim,), status, 0.9, qualifiers)


STATEMENTS = [
    statement(ZHAO, "movedTo", META, origin=OPENAI, qualifiers=(Qualifier("date", "2025-06", "last June"),)),
    statement(SCHULMAN, "movedTo", ANTHROPIC, origin=OPENAI),
    statement(SCHULMAN, "movedTo", THINKING_MACHINES, origin=ANTHROPIC),
    statement(MURATI, "founded", THINKING_MACHINES),
    statement(MURATI, "left", OPENAI),
    statement(ZHAO, "coCreated", CHATGPT),
    statement(OPENAI, "developed", CHATGPT),
]


def test_a_move_is_one_line_through_the_person_from_the_origin_to_the_destination() -> None:
    move = STATEMENTS[0]
    edges = {edge.id: edge for edge in network([move], DOCUMENTS).edges}
    ends = {key: (edge.source, edge.relation, edge.target) for key, edge in edges.items()}
    assert ends == {
        move.id: (ZHAO.id, "movedTo", META.id),
        f"{move.id}-from-{OPENAI.id}": (OPENAI.id, FROM, ZHAO.id),
    }
    assert all(edge.statement is move for edge in edges.values())


def test_an_origin_that_nothing_else_names_is_a_node() -> None:
    found = {node.entity.id: node.entity for node in network([STATEMENTS[0]], DOCUMENTS).nodes}
    assert found[OPENAI.id].label == "OpenAI"


def test_an_origin_known_from_elsewhere_keeps_its_aliases() -> None:
    leaving = statement(MURATI, "movedTo", ANTHROPIC, origin=META)
    nodes = network([leaving, statement(ZHAO, "left", META)], DOCUMENTS).nodes
    assert META in [node.entity for node in nodes]


@pytest.mark.parametrize(
    "undrawn",
    [
        statement(ZHAO, "movedTo", ANTHROPIC, modality=Modality.DENIED),
        statement(ZHAO, "movedTo", ANTHROPIC, status=Status.REFUTED),
        statement(META, "hasFigure", FIGURE),
    ],
    ids=["denied", "refuted", "figure"],
)
def test_what_is_denied_refuted_or_a_mere_figure_is_not_drawn(undrawn: Statement) -> None:
    drawn = network([undrawn], DOCUMENTS)
    assert (drawn.nodes, drawn.edges, drawn.documents) == ((), (), {})


def test_a_refused_offer_is_drawn_as_itself_and_not_as_a_move() -> None:
    edges = network([statement(MURATI, "declined", META)], DOCUMENTS).edges
    assert [(edge.relation, edge.label) for edge in edges] == [("declined", "declined")]


@pytest.mark.parametrize("modality", [Modality.REPORTED, Modality.RUMOURED, Modality.PLANNED])
def test_an_uncertain_move_is_drawn_and_says_how_uncertain(modality: Modality) -> None:
    graph = to_networkx(network([statement(ZHAO, "movedTo", META, modality=modality)], DOCUMENTS))
    assert [edge["modality"] for _, _, edge in graph.edges(data=True)] == [modality.value]


def test_edge_ids_are_unique_and_sorted() -> None:
    ids = [edge.id for edge in network(STATEMENTS, DOCUMENTS).edges]
    assert ids == sorted(set(ids))


def test_the_order_of_the_statements_does_not_matter() -> None:
    assert network(STATEMENTS, DOCUMENTS) == network(reversed(STATEMENTS), DOCUMENTS)


def test_a_node_is_as_large_as_it_has_edges() -> None:
    sizes = {node.entity.id: node.size for node in network(STATEMENTS, DOCUMENTS).nodes}
    assert sizes[OPENAI.id] == 4.0
    assert sizes[META.id] == 1.0


def test_only_the_articles_that_the_edges_quote_are_kept() -> None:
    move = STATEMENTS[0]
    unread = Document("Nothing happened.")
    kept = network([move], {**DOCUMENTS, unread.id: unread}).documents
    assert list(kept) == [content_id(kept[move.evidence[0].document].text)]


def test_what_only_other_relations_join_leaves_the_moves_where_they_are() -> None:
    moves = [s for s in STATEMENTS if s.relation not in ("coCreated", "developed")]
    places = {node.entity.id: (node.x, node.y) for node in network(STATEMENTS, DOCUMENTS).nodes}
    alone = {node.entity.id: (node.x, node.y) for node in network(moves, DOCUMENTS).nodes}
    sizes = {node.entity.id: node.size for node in network(moves, DOCUMENTS).nodes}
    assert places.keys() - alone.keys() == {CHATGPT.id}
    assert sizes.keys() == alone.keys()
    assert len(set(places.values())) == len(places)


def test_networkx_gets_plain_attributes_for_every_node_and_edge() -> None:
    drawn = network(STATEMENTS, DOCUMENTS)
    graph = to_networkx(drawn)
    assert graph.number_of_nodes() == len(drawn.nodes)
    assert graph.number_of_edges() == len(drawn.edges)
    move = STATEMENTS[0]
    assert graph.edges[ZHAO.id, META.id, move.id] == {
        "relation": "movedTo",
        "modality": "asserted",
        "status": "accepted",
        "confidence": 0.9,
        "from": "OpenAI",
        "role": "",
        "date": "2025-06",
        "sentence": "Shengjia Zhao, movedTo, Meta.",
        "article": "About Shengjia Zhao",
        "sources": 1,
    }
    assert graph.nodes[META.id]["label"] == "Meta"
    assert graph.nodes[META.id]["type"] == "Organization"
