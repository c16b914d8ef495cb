"""Whom a pronoun or a description of a person stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from aigraph.annotate.reference.expression import Expression
from aigraph.annotate.reference.gender import Genders
from aigraph.annotate.reference.groups import Groups
from aigraph.annotate.reference.kinds import entity_key
from aigraph.annotate.reference.parsed import OBJECTS, SUBJECTS, Parsed, titled
from aigraph.annotate.reference.referents import Place, Referent, Weights, ranked
from aigraph.language import Language
from aigraph.model import Mention

WEIGHTS = Weights(
    prominence=0.6,
    distance=0.18,
    paragraph=0.3,
    often=0.25,
    titled=0.3,
    parallel=0.05,
    centre=0.3,
    agrees=0.1,
    nobody=-1.0,
    sharpness=6.0,
)
# Whom a list item is about is meant in it before anyone else.
_TOPIC = 1.5
# What a description that contains a name ("the Instagram co-founder") adds for those whom the article has named with
# it, and takes from others.
_KNOWN_WITH = 0.25
_ALTERNATIVES = 4
_SURE = 0.85
# What a pronoun says of the gender of someone who has no name.
_STATED = 3
_ORDINAL = 0.8
_ANNOUNCED = 0.9


class People:
    """The people of an article, as far as it has been read."""

    def __init__(self, sentences: Sequence[Parsed], language: Language, genders: Genders) -> None:
        self._genders = genders
        self._groups = Groups(language)
        self._referents: dict[str, Referent] = {}
        names = [m for parsed in sentences for m in parsed.mentions.values() if m.type == "Person"]
        self._totals = Counter(mention.name for mention in names)
        self._company = _company(sentences)
        self._titled = titled(sentences)

    def open(self, parsed: Parsed, number: int) -> None:
        """Begin a sentence."""
        self._parsed, self._number = parsed, number
        self._here: list[tuple[int, Mention]] = []
        if parsed.topic is not None:
            self._see(parsed.topic, 0, 1.0)

    def name(self, i: int, mention: Mention) -> None:
        """Take in a name."""
        if mention.type == "Person":
            self._see(mention, i, self._parsed.prominence(i))
            self._here.append((i, mention))

    def unnamed(self, expression: Expression, mention: Mention) -> None:
        """Take in someone whom the text never names, by the pronoun that speaks of him or her first."""
        if expression.gender:
            self._genders.vote(mention.name, expression.gender, _STATED)
        self._see(mention, expression.index, self._parsed.prominence(expression.index))

    def close(self, references: Sequence[Sequence[Mention]], groups: Set[int]) -> None:
        """End a sentence whose tokens denote `references`."""
        people = [
            (i, found[0])
            for i, found in enumerate(references)
            if found and found[0].type == "Person" and i not in groups
        ]
        self._groups.see(self._parsed, people, self._number)

    def one(self, expression: Expression) -> list[Mention]:
        """Return whom an expression may stand for, likeliest first."""
        i, parsed = expression.index, self._parsed
        here = Place(self._number, parsed.paragraph, i, parsed.prominence(i))
        barred = self._barred(expression)
        attached = {entity_key(parsed.mentions[k].name) for k in expression.attached}
        known_with = {name for key in attached for name, number in self._company.get(key, ()) if number != self._number}

        def extra(referent: Referent) -> float | None:
            name = referent.mention.name
            gender = self._genders.of(name)
            topical = parsed.topic is not None and parsed.topic.name == name
            if (name in barred and not topical) or (expression.gender and gender and gender != expression.gender):
                return None
            score = WEIGHTS.agrees if expression.gender and gender else 0.0
            if attached:
                score += _KNOWN_WITH if name in known_with else -_KNOWN_WITH
            return score + _TOPIC if topical else score

        guesses = ranked(self._referents.values(), here, WEIGHTS, extra)[:_ALTERNATIVES]
        if guesses and guesses[0].confidence >= 0.5:
            best = guesses[0]
            if best.confidence >= _SURE and expression.gender:
                self._genders.vote(best.referent.mention.name, expression.gender)
            self._see(best.referent.mention, i, here.prominence, named=False)
            self._here.append((i, best.referent.mention))
        return [replace(guess.referent.mention, confidence=guess.confidence, how=guess.reason) for guess in guesses]

    def group(self, expression: Expression) -> list[Mention]:
        """Return all of the people whom a plural stands for."""
        if expression.announced:
            listed = (self._parsed.mentions[k] for k in expression.announced)
            return [replace(one, confidence=_ANNOUNCED, how="listed behind the colon") for one in listed]
        members, confidence, reason = self._groups.meant(expression.size, self._parsed, self._number, self._here)
        return [replace(member, confidence=confidence, how=reason) for member in members]

    def ordinal(self, expression: Expression) -> list[Mention]:
        """Return whom "the former" or "le second" stands for."""
        if expression.place < 0 and self._here:
            last: Mention | None = self._here[-1][1]
        else:
            last = self._groups.ordinal(expression.place, self._number)
        if last is None:
            return []
        self._see(last, expression.index, self._parsed.prominence(expression.index), named=False)
        return [replace(last, confidence=_ORDINAL, how="by the order in which they were named")]

    def _see(self, mention: Mention, i: int, prominence: float, *, named: bool = True) -> None:
        old = self._referents.get(mention.name)
        if old is None:
            old = Referent(mention, self._totals[mention.name], mention.name in self._titled)
            self._referents[mention.name] = old
        elif named and mention.span == mention.name_span:
            old.mention = mention
        old.places.append(Place(self._number, self._parsed.paragraph, i, prominence))

    def _barred(self, expression: Expression) -> set[str]:
        """Return the names that cannot be meant: other arguments of the same verb, and whom the clause or phrase says.

        "Ada, with whom he works", "Ada, his friend": neither he nor his is Ada's.
        """
        parsed, i = self._parsed, expression.index
        here = dict(self._here)
        head = parsed.tokens[i].head
        if expression.possessive:
            apposed = {parsed.tokens[head].head} if parsed.tokens[head].deprel == "appos" else set()
            if i > 1 and parsed.forms[i - 1] == ",":
                apposed.add(i - 2)
            return {here[k].name for k in apposed if k in here}
        if parsed.tokens[i].deprel not in (*SUBJECTS, *OBJECTS, "obl"):
            return set()
        barred = {k for k in parsed.children[head] if k != i and parsed.tokens[k].deprel in (*SUBJECTS, *OBJECTS)}
        of = parsed.tokens[head].head
        if parsed.tokens[head].deprel == "acl:relcl" and not any(of < k < i for k in parsed.mentions):
            barred.add(of)
        return {here[k].name for k in barred if k in here}


def _company(sentences: Sequence[Parsed]) -> dict[str, set[tuple[str, int]]]:
    """Return for each organisation and work the people whom a sentence names with it, and the sentence's number."""
    found: dict[str, set[tuple[str, int]]] = {}
    for number, parsed in enumerate(sentences):
        people = [mention.name for mention in parsed.mentions.values() if mention.type == "Person"]
        for mention in parsed.mentions.values():
            if mention.type != "Person":
                found.setdefault(entity_key(mention.name), set()).update((name, number) for name in people)
    return found
