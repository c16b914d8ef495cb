"""The outline of a sentence by its marks and little words: its pieces, which of them are asides, what phrases name.

The order of words tells as much as the tree does, and where the parser errs, order often does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from aigraph.extract.clause import Clause

_HARD = (";", ":", ".", "?", "!", "…", "...", "•")
_OPENING, _CLOSING = ("(", "["), (")", "]")
_CUTS = (",", "–", "—", *_HARD, *_OPENING, *_CLOSING)
_QUOTES = ("«", "»", '"', "“", "”")
_VERBS = ("VERB", "AUX")
_NOMINALS = ("NOUN", "PROPN", "PRON", "NUM")
# What may stand between the preposition or article of a phrase and its head.
_WITHIN_PHRASE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "X")
# How many tokens of description may stand between a noun and the name that goes with it.
_DESCRIPTION_TOKENS = 8
# How many tokens of time or place may stand between a name and the mark behind it.
_ASIDE_TOKENS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tokens between two marks, or from a relative pronoun on; `mark` stands before it.

    A `relative` piece is a relative clause, a `subordinate` one opens with a conjunction, a `verbal` one has a finite
    verb; `depth` counts the brackets around it.
    """

    start: int
    end: int
    mark: str
    relative: bool
    subordinate: bool
    verbal: bool
    depth: int

    @property
    def apart(self) -> bool:
        """Whether a mark that no clause reaches across stands before the piece."""
        return self.mark in _HARD

    @property
    def aside(self) -> bool:
        """Whether the piece is a clause of its own within another, with its verb: "quand Ada, jadis chez X, arriva"."""
        return self.verbal and (self.relative or self.subordinate)


@lru_cache(maxsize=64)
def outline(clause: Clause) -> Outline:
    """Return the outline of a sentence."""
    return Outline(clause)


class Outline:
    """The pieces of a sentence, in the order of the text, and the ways from one to the next."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause

    @cached_property
    def pieces(self) -> Sequence[Piece]:
        """All the pieces; marks are in none."""
        return tuple(self._pieces())

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {i: n for n, piece in enumerate(self.pieces) for i in range(piece.start, piece.end)}

    @cached_property
    def _dated(self) -> frozenset[int]:
        spans = [q.span for q in self.clause.sentence.quantities]
        return frozenset(i for i, t in enumerate(self.clause.tokens) if any(t.span.overlaps(span) for span in spans))

    def number(self, i: int) -> int:
        """Return the place of the piece that token i is in."""
        return self._numbers.get(i, 0)

    def piece(self, i: int) -> Piece:
        """Return the piece that token i is in."""
        return self.pieces[self.number(i)]

    def finite(self, i: int) -> bool:
        """Tell whether token i is a finite verb."""
        token = self.clause.tokens[i]
        return token.upos in _VERBS and "VerbForm=Fin" in token.feats and self.clause.verbal(i)

    def in_time(self, i: int) -> bool:
        """Tell whether token i says when or how long, or leads to what does: "for six years", "in 2005"."""
        return i in self._dated or (self.clause.tokens[i].upos == "ADP" and i + 1 in self._dated)

    def leftward(self, i: int) -> Iterator[int]:
        """Yield the tokens before token i that its clause may reach, nearest first, asides left out."""
        n = self.number(i)
        own = self.pieces[n]
        yield from reversed(range(own.start, i))
        last = own
        for piece in reversed(self.pieces[:n]):
            if last.apart:
                return
            last = piece
            if piece.depth <= own.depth and not piece.aside:
                yield from reversed(range(piece.start, piece.end))

    def rightward(self, i: int) -> Iterator[int]:
        """Yield the tokens behind token i that its clause may reach, nearest first, asides left out."""
        n = self.number(i)
        own = self.pieces[n]
        yield from range(i + 1, own.end)
        for piece in self.pieces[n + 1 :]:
            if piece.apart or piece.depth < own.depth:
                return
            if piece.depth > own.depth or piece.aside:
                continue
            if piece.verbal:
                return
            yield from range(piece.start, piece.end)

    # Phrases: where they begin, what leads to them, whether they stand for something.

    def edge(self, i: int) -> int:
        """Return where the phrase that ends with token i begins: at its article or owner, if it has one."""
        clause = self.clause
        while i > 0 and (self.owns(i - 2) or self._within_phrase(i - 1)):
            i -= 2 if self.owns(i - 2) else 1
            if clause.tokens[i].upos == "DET" and clause.tokens[i - 1].upos != "DET":
                break
        return i

    def owns(self, i: int) -> bool:
        """Tell whether token i is an owner: "Ada's"."""
        return self.clause.owns(i)

    def _within_phrase(self, i: int) -> bool:
        clause = self.clause
        near = clause.forms[max(0, i - 1)], clause.forms[i], clause.forms[min(i + 1, len(clause.tokens) - 1)]
        compound = "-" in near and not any(self._cuts(k) for k in range(max(0, i - 1), min(i + 2, len(clause.tokens))))
        return compound or (clause.tokens[i].upos in _WITHIN_PHRASE and not clause.named(i))

    def led(self, i: int) -> bool:
        """Tell whether a preposition leads to the phrase that ends with token i, or to the list that it goes on."""
        head = self.clause.tokens[i].head
        if self.clause.tokens[i].deprel == "conj" and head < i and self._of_one_class(head, i):
            return self.led(head)
        before = self.edge(i) - 1
        while before >= 0 and self.clause.forms[before] in _QUOTES:
            before -= 1
        return before >= 0 and self.clause.tokens[before].upos == "ADP"

    def _of_one_class(self, i: int, k: int) -> bool:
        """Tell whether two tokens are names of the same class, so that they can be of one list."""
        references = self.clause.sentence.references
        named = self.clause.named(i) and self.clause.named(k)
        return named and references[i][0].type == references[k][0].type

    def heads(self, i: int) -> bool:
        """Tell whether token i can be the head of a subject or object: a nominal that is no date."""
        token = self.clause.tokens[i]
        owner = token.upos == "PRON" and token.deprel == "nmod:poss"
        return i not in self._dated and not owner and (token.upos in _NOMINALS or self.clause.named(i))

    def relates(self, i: int) -> bool:
        """Tell whether token i is a relative pronoun; a conjunction like "que" is one behind a nominal."""
        clause = self.clause
        if clause.forms[i] not in clause.language.references.relative_pronouns:
            return False
        if clause.forms[i] not in clause.language.grammar.object_relatives:
            return True
        before = i - 1
        while before >= 0 and clause.forms[before] in (",", *_CLOSING, *_QUOTES):
            before -= 1
        if before < 0 or clause.tokens[before].upos in ("VERB", "AUX", "ADV", "SCONJ", "ADP"):
            return False
        if clause.tokens[before].upos == "NOUN" and before == i - 1:
            return True
        end = next((k for k in range(i, len(clause.tokens)) if clause.forms[k] in _HARD), len(clause.tokens))
        return any(self.finite(k) for k in range(i + 1, end))

    def opens_verb(self, i: int) -> bool:
        """Tell whether token i stands where a relative clause has its verb: behind the pronoun and its weak words."""
        clause = self.clause
        k = i - 1
        while k >= 0 and (clause.tokens[k].upos == "ADV" or clause.forms[k] in clause.language.grammar.weak_pronouns):
            k -= 1
        return k >= 0 and self.relates(k)

    def name_behind(self, noun: int, class_: str) -> int | None:
        """Return the name that a noun brings along: "la plateforme de cours en ligne Coursera"."""
        clause = self.clause
        if clause.tokens[noun].upos == "PROPN":
            return None
        for k in range(noun + 1, min(noun + 1 + _DESCRIPTION_TOKENS, self.piece(noun).end)):
            token = clause.tokens[k]
            if clause.names(k, class_):
                bare = (
                    clause.tokens[k - 1].upos not in ("ADP", "DET", "CCONJ", "PUNCT") or clause.forms[k - 1] in _QUOTES
                )
                return k if bare else None
            known = clause.named(k) and clause.tokens[k - 1].upos in ("ADP", "DET")
            if not known and token.upos not in ("NOUN", "ADJ", "ADP", "DET", "NUM", "X", "PUNCT"):
                return None
        return None

    def name_behind_relative(self, noun: int, class_: str) -> int | None:
        """Return the name behind a relative clause of a noun: "The company that she founded in 2016, X, was sold"."""
        n = self.number(noun)
        end = self.pieces[n].end
        if n + 2 >= len(self.pieces) or noun != end - 1 or not self.pieces[n + 1].relative:
            return None
        after = self.pieces[n + 2]
        name = after.start
        closed = after.mark == "," and after.end == name + 1
        return name if closed and self.clause.names(name, class_) else None

    def name_before(self, noun: int, class_: str) -> int | None:
        """Return the name that a noun behind a mark describes: "AMI Labs, la jeune société"."""
        clause = self.clause
        edge = self.edge(noun)
        while edge > 0 and clause.forms[edge - 1] in _QUOTES:
            edge -= 1
        piece = self.piece(noun)
        if piece.relative or edge != piece.start or piece.mark not in clause.language.grammar.apposition_marks:
            return None
        before = self._name_closing(piece.start - 2)
        return before if before is not None and clause.names(before, class_) else None

    def _name_closing(self, end: int) -> int | None:
        """Return the name that a piece ends with, a date or place behind it put aside: "X in December, a firm"."""
        for k in range(end, max(-1, end - _ASIDE_TOKENS), -1):
            if self.clause.named(k):
                led = self.clause.tokens[k + 1].upos == "ADP" or k + 1 in self._dated
                earlier = self._name_of_place(k)
                return (k if earlier is None else earlier) if k == end or led else None
            if self.clause.forms[k] in _CUTS or self.clause.verbal(k):
                return None
        return None

    def _name_of_place(self, k: int) -> int | None:
        """Return the name that the one at token k only says the place of: "Cohere in Toronto"."""
        clause = self.clause
        placed = k > 1 and clause.forms[k - 1] in clause.language.sets["locative"]
        return k - 2 if placed and clause.names(k - 2, "Organization") else None

    def _pieces(self) -> Iterator[Piece]:
        forms = self.clause.forms
        start, mark, depth = 0, "", 0
        for i in range(len(forms) + 1):
            cut = i == len(forms) or self._cuts(i)
            if not cut and not (i > start and self._opens_relative(i)):
                continue
            if i > start:
                yield self._piece(start, i, mark, depth)
                mark = ""
            start = i
            if cut and i < len(forms):
                depth += (forms[i] in _OPENING) - (forms[i] in _CLOSING)
                mark = mark if mark in _HARD else forms[i]
                start = i + 1

    def _piece(self, start: int, end: int, mark: str, depth: int) -> Piece:
        opening = range(start, min(start + 2, end))
        return Piece(
            start,
            end,
            mark,
            relative=any(self._opens_relative(i) for i in opening),
            subordinate=any(self._subordinates(i) for i in opening),
            verbal=any(self.finite(i) for i in range(start, end)),
            depth=max(depth, 0),
        )

    def _cuts(self, i: int) -> bool:
        tokens = self.clause.tokens
        if self.clause.forms[i] != "-":
            return self.clause.forms[i] in _CUTS
        inside = 0 < i < len(tokens) - 1
        return (
            inside and tokens[i - 1].span.end < tokens[i].span.start and tokens[i].span.end < tokens[i + 1].span.start
        )

    def _opens_relative(self, i: int) -> bool:
        """Tell whether a relative clause opens at token i, with its pronoun or the preposition before it."""
        clause = self.clause
        after = i + 1
        if clause.tokens[i].upos == "ADP":
            return after < len(clause.tokens) and clause.forms[after] in clause.language.grammar.led_relatives
        led = i > 0 and clause.tokens[i - 1].upos == "ADP" and clause.forms[i] in clause.language.grammar.led_relatives
        return not led and self.relates(i)

    def _subordinates(self, i: int) -> bool:
        clause = self.clause
        return clause.tokens[i].upos == "SCONJ" and not self.relates(i)
