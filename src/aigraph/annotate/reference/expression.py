"""Find the words of a sentence that stand for someone or something named elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum

from aigraph.annotate.reference.announced import Announcements
from aigraph.annotate.reference.parsed import SUBJECTS, Parsed
from aigraph.language import Language, References

_PRONOUN_TAGS = ("PRON", "DET", "ADV", "SCONJ", "ADJ")
_NOUN_TAGS = ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "X")
_OWN_NAME_LINKS = ("appos", "nmod", "flat", "compound", "nmod:poss")
# What follows an ordinal that only counts or begins a phrase: "the first three", "the first to", "the second man".
_CONTINUING = ("NOUN", "PROPN", "ADJ", "NUM", "ADP", "PART")
_ARTICLE_TOKENS = 3
_CLOSE_ARTICLE_TOKENS = 2
_ADJECTIVES = 2
_BEFORE_NOUN = ("DET", "ADJ", "ADV", "NUM", "NOUN", "PART")
_PHRASE_TOKENS = 7
_WITHIN_PHRASE = ("ADP", "NOUN", "ADJ", "DET", "ADV")
# What tells which of several is meant, or that it is one of its kind.
_SPECIFYING = ("nmod", "nmod:poss", "amod", "compound", "acl", "nummod")
_WORKS = ("Model", "System", "Dataset", "Publication", "Artifact")
_MARKS = (",", "(", "–", "—", ":")


class Kind(StrEnum):
    """What an expression stands for; `PLACE` is "there" or "where", `ORDINAL` "the former" or "the second"."""

    PERSON = "person"
    ORGANIZATION = "organization"
    EITHER = "person or organization"
    WORK = "work"
    GROUP = "group"
    PLACE = "place"
    ORDINAL = "ordinal"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    SPEAKERS = "speakers"


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands at token `index`: its kind, its gender ("m", "f" or None) and the number of those in a group.

    `noun` is the describing noun, if it is not a pronoun; `place` the rank of an ordinal, -1 for the last; `beside` the
    name that the description stands in apposition to, `attached` those that it contains ("the Instagram co-founder"),
    `announced` the people whom it announces.
    """

    index: int
    kind: Kind
    gender: str | None = None
    size: int | None = None
    noun: str | None = None
    place: int = 0
    possessive: bool = False
    beside: int | None = None
    attached: tuple[int, ...] = ()
    announced: tuple[int, ...] = ()


class Finder:
    """Finds the expressions of one language's sentences."""

    def __init__(self, language: Language) -> None:
        self._words: References = language.references
        self._announcements = Announcements(language)
        self._numbers = {
            word: int(value) for word, value in language.quantities.values["number"].items() if value == int(value)
        }

    def find(self, parsed: Parsed) -> Iterator[Expression]:
        """Yield the expressions of a sentence in the order of the text."""
        for i in range(len(parsed.tokens)):
            if i not in parsed.mentions:
                found = self._announcing(parsed, i) or self._pronoun(parsed, i) or self._description(parsed, i)
                if found is not None:
                    yield found

    def _announcing(self, parsed: Parsed, i: int) -> Expression | None:
        announced = self._announcements.of(parsed, i)
        return Expression(i, Kind.GROUP, size=len(announced), announced=announced) if announced else None

    def _pronoun(self, parsed: Parsed, i: int) -> Expression | None:
        token, form, words = parsed.tokens[i], parsed.forms[i], self._words
        possessive = form in words.possessive or form in words.plural_possessive
        if token.upos not in _PRONOUN_TAGS or (token.upos == "DET" and not possessive and token.deprel == "det"):
            return None
        if self._fixed(parsed, i):
            return None
        if i + 1 < len(parsed.tokens) and parsed.forms[i + 1] in words.anyone:
            # "que l'on": the article of a pronoun.
            return None
        if form in words.group_pronouns | words.plural_possessive:
            return Expression(i, Kind.GROUP, size=words.group_sizes.get(form), possessive=possessive)
        if form in words.speaker:
            return Expression(i, Kind.SPEAKER, possessive=possessive)
        if form in words.addressee:
            return Expression(i, Kind.ADDRESSEE, possessive=possessive)
        if form in words.speakers:
            return Expression(i, Kind.SPEAKERS, possessive=possessive)
        if form in words.place_pronouns:
            return Expression(i, Kind.PLACE)
        if self._impersonal(parsed, i) or not words.nobody.isdisjoint(parsed.forms[i + 1 : i + 2]):
            return None
        person, organization = form in words.person_pronouns, form in words.organization_pronouns
        if not person and not organization:
            return None
        kind = Kind.EITHER if person and organization else Kind.PERSON if person else Kind.ORGANIZATION
        return Expression(i, kind, self._gender(parsed, i), possessive=possessive)

    def _fixed(self, parsed: Parsed, i: int) -> bool:
        """Tell whether a pronoun is part of its verb: "elle s'en va"."""
        if not i:
            return False
        verb = next((t.lemma for t in parsed.tokens[i + 1 :] if t.upos == "VERB"), "")
        return f"{parsed.forms[i - 1]} {parsed.forms[i]} {verb}" in self._words.fixed_pronouns

    def _gender(self, parsed: Parsed, i: int) -> str | None:
        """Return the gender that a pronoun shows by its form."""
        form = parsed.forms[i]
        return "m" if form in self._words.masculine else "f" if form in self._words.feminine else None

    def _impersonal(self, parsed: Parsed, i: int) -> bool:
        """Tell whether a pronoun only fills the place of a subject: "il faut", "it seems"."""
        token = parsed.tokens[i]
        if token.deprel == "expl":
            return True
        if token.deprel not in SUBJECTS or token.head == i:
            return False
        verb = parsed.tokens[token.head]
        if {verb.lemma, parsed.forms[token.head]} & self._words.impersonal:
            return True
        between = set(parsed.forms[i + 1 : token.head])
        return bool(between & self._words.existential) and verb.lemma in self._words.existential_verbs

    def _description(self, parsed: Parsed, i: int) -> Expression | None:
        if parsed.tokens[i].upos not in _NOUN_TAGS:
            return None
        forms = {parsed.forms[i], *_compounds(parsed, i)}
        ordinal = self._ordinal(parsed, i)
        if ordinal is not None:
            return ordinal
        group = self._group(parsed, i, forms)
        if group is not None:
            return group
        if any(parsed.tokens[k].deprel == "cop" for k in parsed.children[i]):
            return None
        found = self._person(parsed, i, forms) or self._organization(parsed, i, forms)
        return found or self._work(parsed, i, forms)

    def _person(self, parsed: Parsed, i: int, forms: Set[str]) -> Expression | None:
        words = self._words
        noun = _longest(forms & words.person_nouns)
        if noun is None and forms & words.demonyms and parsed.tokens[i].form[:1].isupper():
            noun = parsed.forms[i]
        if noun is None or parsed.tokens[i].deprel in ("compound", "amod"):
            return None
        name = _apposed(parsed, i, words)
        if _named_beside(parsed, i, "Person") or (name is not None and parsed.mentions[name].type == "Person"):
            return None
        attached = _attached(parsed, i)
        if not self._definite(parsed, i) and not any(parsed.tokens[k].deprel == "nmod:poss" for k in attached):
            return None
        made = any(parsed.mentions[k].type != "Organization" for k in attached) and bool(forms & words.maker_nouns)
        kind = Kind.EITHER if made else Kind.PERSON
        return Expression(i, kind, self._noun_gender(parsed, i), noun=noun, attached=attached)

    def _organization(self, parsed: Parsed, i: int, forms: Set[str]) -> Expression | None:
        noun = _longest((forms | {parsed.tokens[i].lemma}) & self._words.organization_nouns)
        if noun is None or self._unknown_beside(parsed, i):
            return None
        name = _apposed(parsed, i, self._words)
        if name is not None and parsed.mentions[name].type == "Organization":
            return Expression(i, Kind.ORGANIZATION, noun=noun, beside=name)
        if not self._definite(parsed, i) or _named_beside(parsed, i, "Organization", "Person"):
            return None
        return Expression(i, Kind.ORGANIZATION, noun=noun, attached=_attached(parsed, i))

    def _work(self, parsed: Parsed, i: int, forms: Set[str]) -> Expression | None:
        """Return a description of a work that nothing in its phrase names or specifies: "the paper", "ce modèle"."""
        noun = _longest(forms & self._words.work_nouns)
        if noun is None or not self._definite(parsed, i) or self._unknown_beside(parsed, i):
            return None
        led_on = i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].upos in ("ADP", "NOUN")
        specified = led_on or any(parsed.tokens[k].deprel in _SPECIFYING for k in parsed.children[i])
        if specified or _named_beside(parsed, i, *_WORKS, "Organization", "Person") or _attached(parsed, i):
            return None
        return Expression(i, Kind.WORK, noun=noun)

    def _unknown_beside(self, parsed: Parsed, i: int) -> bool:
        """Tell whether the noun goes with a name that was not recognised, or speaks of a parent company."""
        if i + 1 >= len(parsed.tokens):
            return False
        after = parsed.tokens[i + 1]
        named = after.upos in ("PROPN", "X") and after.form[:1].isupper() and i + 1 not in parsed.mentions
        return (
            named or parsed.forms[i + 1] in self._words.parent_words or parsed.forms[i - 1] in self._words.parent_words
        )

    def _noun_gender(self, parsed: Parsed, i: int) -> str | None:
        """Return the gender of a description: by the word itself, or the agreement of its article."""
        shown = self._gender(parsed, i)
        if shown or not self._words.agreeing:
            return shown
        determiners = [parsed.tokens[k] for k in parsed.children[i] if parsed.tokens[k].upos == "DET"]
        for token in (*determiners, parsed.tokens[i]):
            if "Gender=Fem" in token.feats:
                return "f"
            if "Gender=Masc" in token.feats:
                return "m"
        return None

    def _ordinal(self, parsed: Parsed, i: int) -> Expression | None:
        place = self._words.ordinals.get(parsed.forms[i])
        heads = any(parsed.tokens[k].upos == "NOUN" for k in parsed.children[i])
        if place is None or parsed.tokens[i].deprel in ("amod", "advmod", "det", "compound") or heads:
            return None
        before = parsed.forms[i - 1] if i else ""
        after = parsed.tokens[i + 1] if i + 1 < len(parsed.tokens) else None
        if before not in self._words.definite or (after is not None and after.upos in _CONTINUING):
            return None
        return Expression(i, Kind.ORDINAL, self._noun_gender(parsed, i), place=place)

    def _group(self, parsed: Parsed, i: int, forms: set[str]) -> Expression | None:
        words = self._words
        size = next((words.group_sizes[form] for form in sorted(forms) if form in words.group_sizes), None)
        before = parsed.forms[max(0, i - _ARTICLE_TOKENS) : i]
        if size is not None and (self._definite(parsed, i) or parsed.forms[i] in words.group_pronouns):
            return None if _named_beside(parsed, i, "Person") else Expression(i, Kind.GROUP, size=size)
        if forms & words.person_group_nouns:
            count = next((self._numbers[form] for form in reversed(before) if form in self._numbers), None)
            pointed = self._definite(parsed, i) and (count or words.demonstratives & set(before))
            if not pointed or _named_beside(parsed, i, "Person") or _apposed(parsed, i, words) is not None:
                return None
            return Expression(i, Kind.GROUP, size=count if count and count > 1 else None)
        number = self._numbers.get(parsed.forms[i])
        if number and number > 1 and before and before[-1] in words.counted_by:
            counts = i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].upos in ("NOUN", "ADJ", "PROPN", "SYM")
            head = parsed.tokens[parsed.tokens[i].head]
            if not counts and not (parsed.tokens[i].deprel == "nummod" and head.upos in ("NOUN", "PROPN", "SYM")):
                return Expression(i, Kind.GROUP, size=number)
        return None

    def _definite(self, parsed: Parsed, i: int) -> bool:
        """Tell whether an article or demonstrative goes with a noun: a description points back, any noun does not."""
        words = self._words
        first = max(0, _compound_start(parsed, i) - _ARTICLE_TOKENS)
        return any(
            parsed.forms[k] in words.definite
            and (parsed.forms[k] not in words.contracted or parsed.tokens[k].upos == "ADP")
            and (parsed.tokens[k].head == i or k >= i - _CLOSE_ARTICLE_TOKENS)
            for k in range(first, i)
        )


def _compound_start(parsed: Parsed, i: int) -> int:
    """Return where what hyphens join to token i begins: "40" for the last word of "40-year-old"."""
    while i >= 2 and parsed.tokens[i].span.start == parsed.tokens[i - 1].span.end:
        i -= 1
    return i


def _compounds(parsed: Parsed, i: int) -> Iterator[str]:
    """Yield the words that token i ends when what hyphens join to it is put back: "40-year-old", "year-old"."""
    for first in range(i - 1, _compound_start(parsed, i) - 1, -1):
        if parsed.tokens[first].form.isalnum():
            yield "".join(parsed.forms[first : i + 1])


def _named_beside(parsed: Parsed, i: int, *types: str) -> bool:
    """Tell whether the description comes with its own name ("the researcher Ada Lovelace", "le labo de Meta")."""
    names = [k for k, mention in sorted(parsed.mentions.items()) if mention.type in types]
    after = i + 1
    while after < len(parsed.tokens) and after <= i + _ADJECTIVES and parsed.tokens[after].upos == "ADJ":
        after += 1
    if after in names or (after + 1 in names and parsed.forms[after] == ","):
        return True
    if any(parsed.tokens[k].head == i and (parsed.tokens[k].deprel in _OWN_NAME_LINKS or k < i) for k in names):
        return True
    # "la plateforme de cours en ligne Coursera": the name closes the phrase.
    last = next((k for k in names if i < k < i + _PHRASE_TOKENS), None)
    within = last is not None and all(parsed.tokens[k].upos in _WITHIN_PHRASE for k in range(i + 1, last))
    return within and last is not None and parsed.tokens[last - 1].upos in ("NOUN", "ADJ") and i in parsed.up(last)


def _attached(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Return the names of organisations and works within the phrase of a noun."""
    found = []
    for k in sorted(parsed.mentions):
        path = [k, *parsed.up(k)]
        if parsed.mentions[k].type != "Person" and abs(k - i) <= _PHRASE_TOKENS and i in path:
            between = path[: path.index(i)]
            if not any(parsed.tokens[m].upos in ("VERB", "AUX") for m in between):
                found.append(k)
    return tuple(found)


def _longest(forms: Set[str]) -> str | None:
    return max(sorted(forms), key=len, default=None)


def _goes_before(parsed: Parsed, k: int) -> bool:
    """Tell whether token k can stand before a noun in its phrase: an article, an adjective, "Meta's"."""
    mention = parsed.mentions.get(k)
    return parsed.tokens[k].upos in _BEFORE_NOUN if mention is None else mention.type != "Person"


def _apposed(parsed: Parsed, i: int, words: References) -> int | None:
    """Return the name that a noun says what it is: "Ada, the founder", "Scale AI, the company that"."""
    left = i
    while left > 0 and _goes_before(parsed, left - 1):
        left -= 1
    if left < 2 or parsed.forms[left - 1] not in _MARKS or (left - 2) not in parsed.mentions:
        return None
    acts = parsed.tokens[i].deprel in SUBJECTS
    end = i + 1
    while end < len(parsed.tokens) and parsed.tokens[end].upos == "ADJ":
        end += 1
    after = parsed.tokens[end] if end < len(parsed.tokens) else None
    goes_on = after is not None and (
        after.upos in ("ADP", "PUNCT") or parsed.forms[end] in words.relative_pronouns or "VerbForm=Part" in after.feats
    )
    return left - 2 if not acts or goes_on else None
