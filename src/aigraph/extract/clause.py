"""A sentence as the rules see it: who governs whom, what leads to a word, and what the words refer to."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from aigraph.extract.background import Background
from aigraph.extract.course import Course
from aigraph.language import Language
from aigraph.model import Mention, Sentence, Token
from aigraph.tree import Tree
from aigraph.vocabulary import vocabulary

_CLAUSES = ("acl:relcl", "acl", "advcl", "ccomp", "csubj", "parataxis")
_VERBS = ("VERB", "AUX")
_NOTHING = Background()
_BEGINNING = Course()
_SEMICOLON = ";"
# The relations that hold within one clause, or between a clause and what it governs.
_OF_ONE_CLAUSE = ("nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "advcl", "csubj", "parataxis")
_OPENING, _CLOSING = ("(", "["), (")", "]")
# How far before its participle an auxiliary may stand.
_PARTED_TOKENS = 8
# A pronoun or description that stands for someone less surely than this is not followed.
_SURE = 0.5


def _parted(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without the links that a semicolon forbids: the parser likes to make one clause of two.

    What only goes on, like another item of a list or another verb of the same subject, stays where it is.
    """
    marks = [i for i, token in enumerate(tokens) if token.form == _SEMICOLON]
    if not marks:
        return tokens
    stretch = [bisect_left(marks, i) for i in range(len(tokens))]
    return tuple(
        replace(token, head=i, deprel="root")
        if stretch[token.head] != stretch[i] and token.deprel.startswith(_OF_ONE_CLAUSE)
        else token
        for i, token in enumerate(tokens)
    )


class Clause(Tree):
    """The tree of one sentence; tokens are named by their index.

    `background` is what the whole of the article tells of its people, `course` what it has told before the sentence.
    """

    def __init__(
        self,
        sentence: Sentence,
        language: Language,
        background: Background = _NOTHING,
        course: Course = _BEGINNING,
    ) -> None:
        super().__init__(_parted(sentence.tokens))
        self.sentence = sentence
        self.language = language
        self.background = background
        self.course = course
        self.is_a = vocabulary().is_a

    @cached_property
    def brackets(self) -> Sequence[int]:
        """For each token the bracket that it stands in, -1 for none; the bracket itself stands outside."""
        open_: list[int] = []
        found = []
        for i, form in enumerate(self.forms):
            if form in _CLOSING and open_:
                open_.pop()
            found.append(open_[-1] if open_ else -1)
            if form in _OPENING:
                open_.append(i)
        return found

    def descendants(self, i: int) -> Iterator[int]:
        """Yield everything that depends on token i within its clause, breadth first."""
        queue = deque(self.children[i])
        while queue:
            j = queue.popleft()
            if self.tokens[j].deprel not in _CLAUSES or self.tokens[j].upos not in _VERBS:
                yield j
                queue.extend(self.children[j])

    def verbal(self, i: int) -> bool:
        """Tell whether token i is a verb form, and not a noun that opens a phrase: "Cofondateur de X, Ada enseigne"."""
        form = self.tokens[i].upos in _VERBS or "VerbForm=" in self.tokens[i].feats
        return form and not (self.forms[i] in self.language.references.person_nouns and self._opens_phrase(i))

    def _opens_phrase(self, i: int) -> bool:
        """Tell whether token i stands where no verb with a subject can: first, or behind an article."""
        return i == 0 or self.tokens[i - 1].upos in ("DET", "PUNCT")

    def auxiliaries(self, i: int) -> list[int]:
        """Return the auxiliaries of token i."""
        found = [k for k in self.children[i] if self.tokens[k].deprel.startswith("aux")]
        return found or self._parted_auxiliary(i)

    def _parted_auxiliary(self, i: int) -> list[int]:
        """Return the auxiliary that phrases part from a participle: "avait, lui, quitté", "a à son tour rejoint"."""
        for k in range(i - 1, max(-1, i - 1 - _PARTED_TOKENS), -1):
            token = self.tokens[k]
            if token.lemma in self.language.grammar.parted_auxiliaries:
                return [k] if k < i - 1 and token.upos in _VERBS else []
            bare = token.upos in ("NOUN", "PROPN") and not self.marker(k)
            if bare or token.upos in (*_VERBS, "CCONJ", "SCONJ") or token.form in (";", ":", "."):
                return []
        return []

    def has_copula(self, i: int) -> bool:
        """Tell whether token i is what a copula says of someone or something."""
        return any(self.tokens[k].deprel == "cop" for k in self.children[i])

    # A preposition is known by its normal form: "du" is "de".

    def preposition(self, form: str) -> str:
        """Return the normal form of a preposition."""
        return self.language.grammar.prepositions.get(form, form)

    def compounded(self, i: int) -> bool:
        """Tell whether token i is the second half of a preposition like "out of"."""
        return i > 0 and f"{self.forms[i - 1]} {self.forms[i]}" in self.language.grammar.compound_prepositions

    def marker(self, i: int) -> str:
        """Return the prepositions that lead to token i, in their normal form, or ""."""
        words = [
            self.preposition(self.forms[j])
            for j in self.children[i]
            if self.tokens[j].deprel in ("case", "mark") and j < i
        ]
        if not words and i > 0 and self.tokens[i - 1].upos == "ADP" and self.tokens[i - 1].deprel != "compound:prt":
            words = [self.preposition(self.forms[i - 1])]
        return " ".join(words)

    def first_marker(self, i: int) -> str:
        """Return the first of the prepositions that lead to token i, or ""."""
        return self.marker(i).partition(" ")[0]

    def prepositional(self, i: int) -> bool:
        """Tell whether a preposition, and not the article of "d'autres talents", leads to token i."""
        return bool(self.marker(i)) and not any(
            self.tokens[j].upos == "DET" and self.tokens[j].deprel == "case" for j in self.children[i]
        )

    # What tokens refer to was settled when the article was annotated.

    def refers(self, i: int, class_: str) -> bool:
        """Tell whether token i refers to something of a class of the ontology."""
        return any(self.is_a(mention.type, class_) for mention in self.sentence.references[i])

    def opens_list(self, i: int) -> bool:
        """Tell whether a word or phrase that ends with token i opens a list: "including", "among them"."""
        openers = self.language.grammar.including
        return any(" ".join(self.forms[max(0, first) : i + 1]) in openers for first in (i, i - 1))

    def named(self, i: int) -> bool:
        """Tell whether token i is a name rather than a pronoun or description."""
        return any(not mention.how for mention in self.sentence.references[i][:1])

    def names(self, i: int, class_: str) -> bool:
        """Tell whether token i is a name of something of a class of the ontology."""
        return self.named(i) and self.refers(i, class_)

    def means_another(self, i: int) -> bool:
        """Tell whether a name only says of something else what it is: "an OpenAI rival", "Google-backed"."""
        if not self.named(i) or not self.language.grammar.noun_adjuncts:
            return False
        hyphen = self.tokens[i + 1 : i + 2] and self.tokens[i + 1].form == "-"
        after = i + 2 if hyphen else i + 1
        if after >= len(self.tokens):
            return False
        words = {self.forms[after], "".join(self.forms[after : after + 3])}
        if words & self.language.grammar.outsiders and (hyphen or self.tokens[after].upos not in _VERBS):
            return True
        # "the Anthropic partner Databricks"
        named = after + 1 < len(self.tokens) and self.names(after + 1, "Organization")
        return named and self.tokens[after].upos == "NOUN" and self.names(i, "Organization")

    def owns(self, i: int) -> bool:
        """Tell whether token i is an owner: "Ada's"."""
        behind = self.forms[i + 1 : i + 2] if i >= 0 else []
        return not self.language.grammar.possessive_marks.isdisjoint(behind)

    def mentions(
        self,
        tokens: Iterable[int],
        class_: str,
        *,
        taken: frozenset[str] = frozenset(),
        fits: Callable[[Mention], bool] = lambda _: True,
    ) -> list[Mention]:
        """Return what the tokens refer to: all of a group, else the best guess whose name is not `taken`, if sure.

        Only what `fits` is considered.
        """
        return [mention for i in tokens for mention in self._mentions(i, class_, taken, fits)]

    def _mentions(
        self, i: int, class_: str, taken: frozenset[str], fits: Callable[[Mention], bool]
    ) -> Sequence[Mention]:
        if self.means_another(i):
            return []
        of_class = [mention for mention in self.sentence.references[i] if self.is_a(mention.type, class_)]
        if i in self.sentence.groups:
            return [mention for mention in of_class if mention.confidence >= _SURE]
        found = [mention for mention in of_class if fits(mention)]
        free = [mention for mention in found if mention.name not in taken] or (found if len(found) > 1 else [])
        # With the taken ones out of the question, the others share their odds.
        rest = sum(mention.confidence for mention in of_class if mention not in free)
        return [mention for mention in free[:1] if mention.confidence >= _SURE * (1 - rest)]
