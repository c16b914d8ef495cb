"""Which model, system or paper a word stands for: "the model", "its co-inventor", "il en est l'auteur"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from aigraph.annotate.reference.expression import Expression, Kind
from aigraph.annotate.reference.parsed import Parsed, titled
from aigraph.annotate.reference.referents import Place, Referent, Weights, ranked
from aigraph.language import Language
from aigraph.model import Mention
from aigraph.vocabulary import vocabulary

WEIGHTS = Weights(
    prominence=0.8,
    distance=0.5,
    paragraph=0.4,
    often=0.8,
    titled=0.5,
    parallel=0.0,
    centre=0.0,
    agrees=0.0,
    nobody=-1.2,
    sharpness=2.5,
    farthest=4,
    lists=False,
)
# What having been called so by the article adds to what a noun may stand for.
_CALLED_SO = 1.0
_ALTERNATIVES = 3
# How far from a work's name a noun may stand that says what it is.
_DESCRIBING_TOKENS = 4


class Works:
    """The works of an article, as far as it has been read."""

    def __init__(self, sentences: Sequence[Parsed], language: Language) -> None:
        self._words = language.references
        self._referents: dict[str, Referent] = {}
        names = [m for parsed in sentences for m in parsed.mentions.values() if _is_work(m)]
        self._totals = Counter(mention.name for mention in names)
        self._titled = titled(sentences)
        self._described: dict[str, set[str]] = {}

    def open(self, parsed: Parsed, number: int) -> None:
        """Begin a sentence."""
        self._parsed, self._number = parsed, number

    def name(self, i: int, mention: Mention) -> None:
        """Take in a name."""
        if _is_work(mention):
            self._see(mention, i)
            self._described.setdefault(mention.name, set()).update(self._nouns_near(i))

    def one(self, expression: Expression) -> list[Mention]:
        """Return which an expression may stand for, likeliest first; a pronoun only where works are made."""
        i, parsed = expression.index, self._parsed
        if expression.kind is not Kind.WORK and not self._made(expression):
            return []
        here = Place(self._number, parsed.paragraph, i, parsed.prominence(i))

        def extra(referent: Referent) -> float:
            called = expression.noun in self._described.get(referent.mention.name, ())
            return _CALLED_SO if called and expression.noun is not None else 0.0

        guesses = ranked(self._referents.values(), here, WEIGHTS, extra)[:_ALTERNATIVES]
        return [replace(guess.referent.mention, confidence=guess.confidence, how=guess.reason) for guess in guesses]

    def _made(self, expression: Expression) -> bool:
        """Tell whether what a pronoun goes with is only said of works: "its inventor", "who wrote it"."""
        parsed, i = self._parsed, expression.index
        head = parsed.tokens[i].head
        if expression.possessive or parsed.tokens[i].upos == "ADV":
            return parsed.forms[head] in self._words.work_makers
        words = {parsed.forms[head], parsed.tokens[head].lemma, *(parsed.forms[k] for k in parsed.children[head])}
        return not words.isdisjoint(self._words.work_makers | self._words.work_makings)

    def _nouns_near(self, i: int) -> Set[str]:
        parsed = self._parsed
        near = range(max(0, i - _DESCRIBING_TOKENS), min(i + 1 + _DESCRIBING_TOKENS, len(parsed.tokens)))
        return {parsed.forms[k] for k in near} & self._words.work_nouns

    def _see(self, mention: Mention, i: int) -> None:
        old = self._referents.get(mention.name)
        if old is None:
            old = Referent(mention, self._totals[mention.name], mention.name in self._titled)
            self._referents[mention.name] = old
        old.places.append(Place(self._number, self._parsed.paragraph, i, self._parsed.prominence(i)))


def _is_work(mention: Mention) -> bool:
    return vocabulary().is_a(mention.type, "Artifact")
