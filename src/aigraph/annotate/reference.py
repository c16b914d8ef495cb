"""Say what pronouns and descriptions stand for: the most salient person, group or organisation named before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aigraph.language import Language
from aigraph.model import Block, Mention, Span, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_ALTERNATIVES = 4
_SAME_CLAUSE = 1.5
_OFTEN = 3


@dataclass(slots=True)
class _Seen:
    mention: Mention
    sentence: int
    position: int
    subject: bool
    count: int = 1


@dataclass(slots=True)
class Discourse:
    """What the article has named so far. Feed it the sentences in order."""

    language: Language
    people: dict[str, _Seen] = field(default_factory=dict)
    organizations: dict[str, _Seen] = field(default_factory=dict)
    group: tuple[Mention, ...] = ()
    sentence: int = 0

    def resolve(
        self, tokens: Sequence[Token], mentions: dict[int, Mention], text: str, block: Block, topic: Mention | None
    ) -> tuple[tuple[tuple[Mention, ...], ...], frozenset[int]]:
        """Return what each token denotes, best guess first, and the tokens that denote a whole group."""
        self.sentence += 1
        if topic is not None:
            self._see(self.people, topic, 0, subject=True)
        references: list[tuple[Mention, ...]] = []
        groups: set[int] = set()
        people_here: list[Mention] = []
        root = next((i for i, token in enumerate(tokens) if token.deprel == "root"), 0)
        first_organization = next((i for i in sorted(mentions) if mentions[i].type == "Organization"), -1)
        for index, token in enumerate(tokens):
            mention = mentions.get(index)
            if mention is not None:
                references.append((mention,))
                subject = token.deprel in _SUBJECTS
                if mention.type == "Person":
                    people_here.append(mention)
                    self._see(self.people, mention, index, subject=subject)
                elif mention.type == "Organization":
                    # What a sentence opens with is what it is about: "the models of Meta struggle with Google's".
                    self._see(self.organizations, mention, index, subject=subject or first_organization == index < root)
                continue
            found, group = self._denoted(tokens, index, mentions)
            references.append(tuple(replace(m, span=token.span, text=token.span.of(text)) for m in found))
            if group and found:
                groups.add(index)
        names = {mention.name: mention for mention in people_here}
        if len(names) >= 2:
            self.group = tuple(names.values())
        return tuple(references), frozenset(groups)

    def salient(self) -> tuple[Mention, ...]:
        """Return the organisations that the text so far is about, the likeliest first: lately subjects, or named often."""
        likely = self._organizations(0)
        return tuple(
            m for m in likely if self.organizations[m.name].subject or self.organizations[m.name].count >= _OFTEN
        )

    def _see(self, seen: dict[str, _Seen], mention: Mention, position: int, *, subject: bool) -> None:
        old = seen.get(mention.name)
        full = mention if mention.span == mention.name_span or old is None else old.mention
        seen[mention.name] = _Seen(full, self.sentence, position, subject, (old.count if old else 0) + 1)

    def _denoted(self, tokens: Sequence[Token], index: int, mentions: dict[int, Mention]) -> tuple[list[Mention], bool]:
        token = tokens[index]
        words = self.language.references
        form = token.form.casefold().replace("’", "'")
        if token.upos in ("PRON", "DET", "ADV") and token.deprel != "det":
            if form in words.group_pronouns:
                return list(self.group), True
            if form in words.person_pronouns:
                return self._people(index), False
            if form in words.organization_pronouns:
                return self._organizations(index), False
            return [], False
        if token.upos not in ("NOUN", "PROPN", "ADJ") or not self._definite(tokens, index):
            return [], False
        if self._named_beside(tokens, index, mentions):
            return [], False
        if form in words.person_group_nouns:
            counted = any(t.head == index and t.deprel == "nummod" for t in tokens)
            pointed = (
                counted or form in words.collectives or tokens[index - 1].form.casefold() in ("ces", "these", "those")
            )
            return (list(self.group), True) if pointed else ([], False)
        if form in words.person_nouns:
            return self._people(index), False
        if form in words.organization_nouns or token.lemma in words.organization_nouns:
            return self._organizations(index), False
        return [], False

    def _definite(self, tokens: Sequence[Token], index: int) -> bool:
        words = self.language.references
        for i in range(max(0, index - 3), index):
            form = tokens[i].form.casefold().replace("’", "'")
            contracted = form not in ("des", "du", "au", "aux") or tokens[i].upos == "ADP"
            if form in words.definite and contracted and (tokens[i].head == index or i >= index - 2):
                return True
        return False

    def _named_beside(self, tokens: Sequence[Token], index: int, mentions: dict[int, Mention]) -> bool:
        """Tell whether the description comes with its own name ("the researcher Ada Lovelace", "le labo de Meta")."""
        after = index + 1
        while after < len(tokens) and tokens[after].upos in ("ADJ",) and after < index + 3:
            after += 1
        if after in mentions:
            return True
        return any(
            tokens[i].head == index
            and (tokens[i].deprel in ("appos", "nmod", "flat", "compound", "nmod:poss") or i < index)
            for i in mentions
        )

    def _people(self, index: int) -> list[Mention]:
        def salience(seen: _Seen) -> tuple[float, int]:
            distance = self.sentence - seen.sentence
            here = distance == 0 and seen.position < index
            score = -1.2 * distance + (1.0 if seen.subject else 0.0) + min(seen.count, 4) * 0.1
            return (score + (0.2 if here else 0.0), seen.position)

        ranked = sorted(self.people.values(), key=salience, reverse=True)
        return [seen.mention for seen in ranked[:_ALTERNATIVES] if self.sentence - seen.sentence <= 6]

    def _organizations(self, index: int) -> list[Mention]:
        def salience(seen: _Seen) -> tuple[float, int]:
            distance = self.sentence - seen.sentence
            score = -0.8 * distance + (1.2 if seen.subject else 0.0) + min(seen.count, 6) * 0.15
            if distance == 0 and not seen.subject:
                # What the same clause just named would not be called "the company" or "it".
                score -= _SAME_CLAUSE
            return (score, seen.position)

        ranked = sorted(self.organizations.values(), key=salience, reverse=True)
        return [seen.mention for seen in ranked[:_ALTERNATIVES]]


def topic_mention(text: str, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a list item opens with, if it names a person."""
    found = next((m for m in mentions if m.span.overlaps(span)), None)
    if found is None or found.type != "Person" or not re.match(r"[^\W\d_]", found.text):
        return None
    return found
