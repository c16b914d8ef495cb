"""Which organisation a pronoun, a description or a place word stands for, and which the text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from aigraph.annotate.reference.expression import Expression, Kind
from aigraph.annotate.reference.kinds import descriptions, entity_key, kind_of
from aigraph.annotate.reference.parsed import OBJECTS, SUBJECTS, Parsed, titled
from aigraph.annotate.reference.referents import Place, Referent, Weights, ranked
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import Language
from aigraph.model import Block, Mention

PRONOUN = Weights(
    prominence=1.5,
    distance=0.3,
    paragraph=0.3,
    often=1.0,
    titled=0.5,
    parallel=0.0,
    centre=0.0,
    agrees=0.0,
    nobody=-1.0,
    sharpness=2.5,
)
DESCRIPTION = replace(PRONOUN, often=2.0)
SALIENT = Weights(
    prominence=1.1,
    distance=0.12,
    paragraph=0.7,
    often=3.0,
    titled=1.0,
    parallel=0.0,
    centre=0.0,
    agrees=0.0,
    nobody=-1.0,
    sharpness=1.3,
    farthest=10,
    lists=False,
)
_ALTERNATIVES = 4
# What being a newspaper takes from an organisation: it tells the news, it is hardly ever the news. So does being no
# company where a noun like "company" stands.
_UNLIKELY = 1.5
# What being named by the heading or lead-in above adds.
_HEADED = 1.0
_NEVER_IN_QUESTION = ("media", "fund")
# What having been called so adds to what a noun may stand for.
_CALLED_SO = 0.8
# An organisation with so many units in the gazetteer is no start-up.
_GIANT_UNITS = 2
_NO_COMPANIES = ("university", "public", "fund")
# "There" is no organisation that merely qualifies a noun.
_PLACE_LIKE = 0.4


class Organizations:
    """The organisations of an article, as far as it has been read."""

    def __init__(self, sentences: Sequence[Parsed], language: Language) -> None:
        self._language = language
        self._referents: dict[str, Referent] = {}
        names = [m for parsed in sentences for m in parsed.mentions.values() if m.type == "Organization"]
        # What the items of a list name is where its people come from, more often than what the article is about.
        self._totals = Counter(
            entity_key(mention.name)
            for parsed in sentences
            if parsed.piece.block is not Block.ITEM
            for mention in parsed.mentions.values()
            if mention.type == "Organization"
        )
        self._spans = sorted(((entity_key(m.name), m.span) for m in names), key=lambda one: one[1])
        self._first: dict[str, Mention] = {}
        for mention in names:
            self._first.setdefault(entity_key(mention.name), mention)
        self._described = descriptions(sentences, language)
        self._titled = {entity_key(name) for name in titled(sentences)}

    def open(self, parsed: Parsed, number: int) -> None:
        """Begin a sentence."""
        self._parsed, self._number = parsed, number
        self._here: list[tuple[int, Mention]] = []

    def name(self, i: int, mention: Mention) -> None:
        """Take in a name."""
        if mention.type == "Organization":
            self._see(mention, i, self._parsed.prominence(i))
            self._here.append((i, mention))

    def unnamed(self, expression: Expression, mention: Mention) -> None:
        """Take in an organisation that the text never names, by the pronoun that speaks of it first."""
        self._see(mention, expression.index, self._parsed.prominence(expression.index))

    def salient(self, parsed: Parsed, number: int) -> Iterator[Mention]:
        """Yield the organisations that the text before a sentence is about, likeliest first."""
        here = Place(number, parsed.paragraph, 0, 1.0)
        heading = parsed.piece.heading
        headed = {key for key, span in self._spans if heading is not None and span in heading}

        def extra(referent: Referent) -> float:
            score = -_UNLIKELY if kind_of(referent.mention.name) in _NEVER_IN_QUESTION else 0.0
            return score + _HEADED if entity_key(referent.mention.name) in headed else score

        for guess in ranked(self._referents.values(), here, SALIENT, extra)[:_ALTERNATIVES]:
            yield replace(guess.referent.mention, confidence=guess.confidence, how=guess.reason)

    def own(self) -> list[Mention]:
        """Return the organisation that an interview is about most."""
        for key, _ in self._totals.most_common():
            if kind_of(self._first[key].name) != "media":
                return [replace(self._first[key], confidence=0.6, how="what the interview is about")]
        return []

    def one(self, expression: Expression, rival: float = 0.0) -> list[Mention]:
        """Return which an expression may stand for, likeliest first; it counts as named if surer than a `rival`."""
        i, parsed = expression.index, self._parsed
        if expression.beside is not None:
            return [replace(parsed.mentions[expression.beside], confidence=0.95, how="the name that it describes")]
        maker = self._maker(expression)
        if maker is not None:
            return [replace(maker, confidence=0.9, how="the maker of what it names")]
        if expression.attached:
            return []
        here = Place(self._number, parsed.paragraph, i, parsed.prominence(i))
        barred = self._barred(expression)
        kinds = frozenset(self._language.references.organization_kinds.get(expression.noun or "", ()))

        def extra(referent: Referent) -> float | None:
            name = referent.mention.name
            if entity_key(name) in barred:
                return None
            fit = self._fit(name, kinds, described=expression.noun is not None)
            return (
                fit if fit is None or expression.noun is None else fit + self._suits(entity_key(name), expression.noun)
            )

        weights = PRONOUN if expression.noun is None else DESCRIPTION
        guesses = ranked(self._referents.values(), here, weights, extra)[:_ALTERNATIVES]
        if guesses and guesses[0].confidence >= max(0.5, rival):
            self._see(guesses[0].referent.mention, i, here.prominence)
        return [replace(guess.referent.mention, confidence=guess.confidence, how=guess.reason) for guess in guesses]

    def _maker(self, expression: Expression) -> Mention | None:
        """Return the maker of the work that a description names, if the article names it: "the maker of ChatGPT"."""
        for k in expression.attached:
            for entry in gazetteer().find(self._parsed.mentions[k].name):
                if entry.maker is not None and entry.maker in self._first:
                    return self._first[entry.maker]
        return None

    def _fit(self, name: str, kinds: Set[str], *, described: bool) -> float | None:
        """Return what the kind of an organisation adds or takes; None if the noun calls for other kinds."""
        kind = kind_of(name)
        if kinds:
            words = self._language.references.organization_kinds
            named = any(set(words.get(word, ())) & kinds for word in fold(name).split())
            return 1.0 if kind in kinds or named else None if kind else -1.0
        if kind == "media" or (described and kind in _NO_COMPANIES):
            return -_UNLIKELY
        return 0.0

    def place(self, expression: Expression) -> list[Mention]:
        """Return where "there" is: what the relative clause hangs on, or the organisation named last."""
        i, parsed = expression.index, self._parsed
        clause = next((k for k in (i, *parsed.up(i)) if parsed.tokens[k].deprel in ("acl:relcl", "acl")), None)
        if clause is not None:
            head = parsed.tokens[clause].head
            mention = parsed.mentions.get(head)
            if mention is not None and mention.type == "Organization" and head < i:
                return [replace(mention, confidence=0.95, how="what the relative clause hangs on")]
        near = [mention for k, mention in self._here if k < i and self._is_place(k) and not self._acts(k, i)]
        if near:
            return [replace(near[-1], confidence=0.75, how="the last named in the sentence")]
        likely = self.one(replace(expression, kind=Kind.ORGANIZATION))
        last = max(
            self._referents.values(), key=lambda one: (one.places[-1].sentence, one.places[-1].token), default=None
        )
        if likely and last is not None and likely[0].name == last.mention.name:
            return [replace(likely[0], confidence=max(likely[0].confidence, 0.65), how="the last named before")]
        return likely

    def _acts(self, k: int, i: int) -> bool:
        """Tell whether token k is a subject of the verb that token i goes with: nobody acts upon himself there."""
        parsed = self._parsed
        for above in (k, *parsed.up(k)):
            if parsed.tokens[above].deprel != "conj":
                return parsed.tokens[above].deprel in SUBJECTS and parsed.tokens[above].head == parsed.tokens[i].head
        return False

    def _is_place(self, k: int) -> bool:
        """Tell whether an organisation named at token k can be where something is: no owner, not where one is from."""
        parsed = self._parsed
        led = {parsed.forms[c] for c in parsed.children[k] if parsed.tokens[c].deprel == "case"}
        return parsed.prominence(k) >= _PLACE_LIKE and not led & self._language.grammar.origin_prepositions

    def _suits(self, key: str, noun: str) -> float:
        """Return what speaks for a noun: that the article has called the organisation so, or that it is as big."""
        words = self._language.references
        said: Set[str] = self._described.get(key, frozenset())
        if noun in said:
            return _CALLED_SO
        small, big = noun in words.young_nouns, noun in words.giant_nouns
        if (small and said & words.young_nouns) or (big and said & words.giant_nouns):
            return _CALLED_SO
        giant = gazetteer().parents.get(key, 0) >= _GIANT_UNITS or bool(said & words.giant_nouns)
        return -_UNLIKELY if small and giant else 0.0

    def _see(self, mention: Mention, i: int, prominence: float) -> None:
        key = entity_key(mention.name)
        old = self._referents.get(key)
        if old is None:
            old = self._referents[key] = Referent(mention, self._totals[key], key in self._titled)
        listed = self._parsed.piece.block is Block.ITEM
        old.places.append(Place(self._number, self._parsed.paragraph, i, prominence, listed))

    def _barred(self, expression: Expression) -> set[str]:
        """Return the names that cannot be meant: the other arguments of the same verb."""
        parsed, i = self._parsed, expression.index
        head = parsed.tokens[i].head
        if expression.possessive or parsed.tokens[i].deprel not in (*SUBJECTS, *OBJECTS, "obl"):
            return set()
        return {parsed.mentions[k].name for k in parsed.children[head] if k != i and k in parsed.mentions}
