"""A parsed sentence as references see it: who governs whom, and how prominent what a token names is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from aigraph.annotate.segment import Piece
from aigraph.model import Block, Mention, Token
from aigraph.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
OBJECTS = ("obj", "iobj")
_INHERITED = ("conj", "appos", "flat")
# How prominent what stands there is: subjects are what sentences are about.
_SUBJECT, _ROOT, _SUBORDINATE_SUBJECT, _OBJECT, _OBLIQUE, _BELOW_NOUN = 1.0, 0.85, 0.75, 0.6, 0.45, 0.35
_SUBORDINATE = ("acl", "acl:relcl", "advcl", "parataxis")
_INHERITING = 0.9


@dataclass(frozen=True)
class Parsed(Tree):
    """A sentence: its piece of the text, its tokens, which of them are names, and whom the list item is about.

    `paragraph` numbers the paragraphs of the article.
    """

    piece: Piece
    tokens: Sequence[Token]
    mentions: Mapping[int, Mention]
    topic: Mention | None
    paragraph: int

    def prominence(self, i: int) -> float:
        """Return how prominent what token i names is, from 0 to 1: a subject most, what hangs on a noun least."""
        token = self.tokens[i]
        if token.deprel in SUBJECTS:
            above = self.tokens[token.head]
            return _SUBORDINATE_SUBJECT if above.deprel in _SUBORDINATE else _SUBJECT
        if token.head == i or token.deprel == "dislocated":
            return _ROOT
        if token.deprel in _INHERITED and token.head != i:
            return _INHERITING * self._prominence_above(token.head)
        if token.deprel in OBJECTS:
            return _OBJECT
        return _OBLIQUE if token.deprel.startswith(("obl", "agent", "xcomp")) else _BELOW_NOUN

    def _prominence_above(self, i: int) -> float:
        """Return the prominence of the first governor that is no mere link to another, against circles."""
        for k in (i, *self.up(i)):
            if self.tokens[k].deprel not in _INHERITED:
                return self.prominence(k)
        return _BELOW_NOUN


def titled(sentences: Sequence[Parsed]) -> frozenset[str]:
    """Return the names in the headings that an article opens with."""
    opening = takewhile(lambda parsed: parsed.piece.block is Block.HEADING, sentences)
    return frozenset(mention.name for parsed in opening for mention in parsed.mentions.values())
