from __future__ import annotations

from aigraph.model import Span, Token
from aigraph.tree import Tree

# "L’équipe que Meta recrute part": who governs whom, by index.
_HEADS = [("L’", 1), ("équipe", 5), ("que", 4), ("Meta", 4), ("recrute", 1), ("part", 5)]
TREE = Tree([Token(Span(i, i + 1), form, form, "X", head, "dep") for i, (form, head) in enumerate(_HEADS)])


def test_the_children_of_a_token_stand_in_the_order_of_the_text() -> None:
    assert TREE.children == [[], [0, 4], [], [], [2, 3], [1]]


def test_forms_are_folded_and_apostrophes_straight() -> None:
    assert TREE.forms[:2] == ["l'", "équipe"]


def test_a_walk_up_ends_at_the_root() -> None:
    assert list(TREE.up(3)) == [4, 1, 5]
    assert list(TREE.up(5)) == []


def test_a_walk_up_a_circle_ends() -> None:
    circle = Tree([Token(Span(i, i + 1), "a", "a", "X", 1 - i, "dep") for i in (0, 1)])
    assert list(circle.up(0)) == [1]


def test_what_depends_on_a_token_comes_nearest_first() -> None:
    assert list(TREE.below(1)) == [0, 4, 2, 3]
