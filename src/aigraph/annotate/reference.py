"""Say what pronouns and descriptions stand for: the most salient person, group or organisation named before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest

from aigraph.language import Language
from aigraph.model import Mention, Span, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_OWN_NAME_LINKS = ("appos", "nmod", "flat", "compound", "nmod:poss")
_ALTERNATIVES = 4
# An organisation named so often is what an article is about.
_OFTEN = 3
# How far back a pronoun or description reaches for a person.
_PERSON_SENTENCES = 6
# How many tokens before a noun its article may stand, and how many of those without hanging on it.
_ARTICLE_TOKENS = 3
_CLOSE_ARTICLE_TOKENS = 2
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name: its fullest mention, where it stood last (sentence, token), whether as a subject, how often so far."""

    mention: Mention
    sentence: int
    position: int
    subject: bool
    count: int


@dataclass(slots=True)
class Discourse:
    """What the article has named so far. Feed it the sentences in order."""

    language: Language
    people: dict[str, _Seen] = field(default_factory=dict)
    organizations: dict[str, _Seen] = field(default_factory=dict)
    group: tuple[Mention, ...] = ()
    sentence: int = 0

    def resolve(
        self, tokens: Sequence[Token], mentions: Mapping[int, Mention], text: str, topic: Mention | None
    ) -> tuple[tuple[tuple[Mention, ...], ...], frozenset[int]]:
        """Return what each token denotes, best guess first, and the tokens that denote a whole group."""
        self.sentence += 1
        if topic is not None:
            self._see(self.people, topic, 0, subject=True)
        references: list[tuple[Mention, ...]] = []
        groups: set[int] = set()
        people_here: dict[str, Mention] = {}
        root = next((i for i, token in enumerate(tokens) if token.deprel == "root"), 0)
        opening = min((i for i, mention in mentions.items() if mention.type == "Organization"), default=-1)
        for index, token in enumerate(tokens):
            mention = mentions.get(index)
            if mention is None:
                found, group = self._denoted(tokens, index, mentions)
                references.append(tuple(replace(m, span=token.span, text=token.span.of(text)) for m in found))
                if group and found:
                    groups.add(index)
                continue
            references.append((mention,))
            subject = token.deprel in _SUBJECTS
            if mention.type == "Person":
                people_here[mention.name] = mention
                self._see(self.people, mention, index, subject=subject)
            elif mention.type == "Organization":
                # What a sentence opens with is what it is about: "the models of Meta struggle with Google's".
                self._see(self.organizations, mention, index, subject=subject or opening == index < root)
        if len(people_here) >= 2:
            self.group = tuple(people_here.values())
        return tuple(references), frozenset(groups)

    def salient(self) -> tuple[Mention, ...]:
        """Return the organisations that the text so far is about, likeliest first: late subjects, or named often."""
        return tuple(seen.mention for seen in self._salient_organizations() if seen.subject or seen.count >= _OFTEN)

    def _see(self, named: dict[str, _Seen], mention: Mention, position: int, *, subject: bool) -> None:
        old = named.get(mention.name)
        full = mention if mention.span == mention.name_span or old is None else old.mention
        named[mention.name] = _Seen(full, self.sentence, position, subject, old.count + 1 if old else 1)

    def _denoted(
        self, tokens: Sequence[Token], index: int, mentions: Mapping[int, Mention]
    ) -> tuple[Sequence[Mention], bool]:
        """Return what a pronoun or description denotes, and whether it is all of a group."""
        token = tokens[index]
        if token.upos in ("PRON", "DET", "ADV") and token.deprel != "det":
            return self._by_pronoun(_form(token), index)
        pointing = token.upos in ("NOUN", "PROPN", "ADJ") and self._definite(tokens, index)
        return self._by_noun(tokens, index) if pointing and not _named_beside(tokens, index, mentions) else ((), False)

    def _by_pronoun(self, form: str, index: int) -> tuple[Sequence[Mention], bool]:
        words = self.language.references
        if form in words.group_pronouns:
            return self.group, True
        if form in words.person_pronouns:
            return self._people(index), False
        if form in words.organization_pronouns:
            return self._organizations(), False
        return (), False

    def _by_noun(self, tokens: Sequence[Token], index: int) -> tuple[Sequence[Mention], bool]:
        words = self.language.references
        form = _form(tokens[index])
        if form in words.person_group_nouns:
            counted = any(token.head == index and token.deprel == "nummod" for token in tokens)
            pointed = _form(tokens[index - 1]) in words.demonstratives
            return (self.group, True) if counted or pointed or form in words.collectives else ((), False)
        if form in words.person_nouns:
            return self._people(index), False
        if form in words.organization_nouns or tokens[index].lemma in words.organization_nouns:
            return self._organizations(), False
        return (), False

    def _definite(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether an article or demonstrative goes with a noun: a description points back, any noun does not."""
        words = self.language.references
        return any(
            _form(token) in words.definite
            and (_form(token) not in words.contracted or token.upos == "ADP")
            and (token.head == index or i >= index - _CLOSE_ARTICLE_TOKENS)
            for i, token in enumerate(tokens[max(0, index - _ARTICLE_TOKENS) : index], max(0, index - _ARTICLE_TOKENS))
        )

    def _people(self, index: int) -> list[Mention]:
        def salience(seen: _Seen) -> tuple[float, int]:
            distance = self.sentence - seen.sentence
            score = -1.2 * distance + (1.0 if seen.subject else 0.0) + min(seen.count, 4) * 0.1
            before = distance == 0 and seen.position < index
            return (score + (0.2 if before else 0.0), seen.position)

        likely = _likeliest(self.people, salience)
        return [seen.mention for seen in likely if self.sentence - seen.sentence <= _PERSON_SENTENCES]

    def _organizations(self) -> list[Mention]:
        return [seen.mention for seen in self._salient_organizations()]

    def _salient_organizations(self) -> list[_Seen]:
        def salience(seen: _Seen) -> tuple[float, int]:
            distance = self.sentence - seen.sentence
            score = -0.8 * distance + (1.2 if seen.subject else 0.0) + min(seen.count, 6) * 0.15
            # What the same clause just named would not be called "the company" or "it".
            return (score - (1.5 if distance == 0 and not seen.subject else 0.0), seen.position)

        return _likeliest(self.organizations, salience)


def _likeliest(named: Mapping[str, _Seen], salience: Callable[[_Seen], tuple[float, int]]) -> list[_Seen]:
    return nlargest(_ALTERNATIVES, named.values(), key=salience)


def _form(token: Token) -> str:
    return token.form.casefold().replace("’", "'")


def _named_beside(tokens: Sequence[Token], index: int, mentions: Mapping[int, Mention]) -> bool:
    """Tell whether the description comes with its own name ("the researcher Ada Lovelace", "le labo de Meta")."""
    after = index + 1
    while after < len(tokens) and after <= index + _ADJECTIVES and tokens[after].upos == "ADJ":
        after += 1
    return after in mentions or any(
        tokens[i].head == index and (tokens[i].deprel in _OWN_NAME_LINKS or i < index) for i in mentions
    )


def topic_mention(text: str, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a list item opens with, if it names a person."""
    found = next((mention for mention in mentions if mention.span.overlaps(span)), None)
    return found if found and found.type == "Person" and text[found.span.start].isalpha() else None
