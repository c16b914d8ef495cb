"""Which people are men and which are women, as far as the article itself shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aigraph.annotate.reference.parsed import Parsed
from aigraph.language import Language
from aigraph.people import usual_gender

_DESCRIBING = ("appos", "flat", "compound", "nmod", "amod")
# What a title or an agreeing word counts, and a given name, beside a pronoun that was traced to the person.
_STATED = 3
_HINT = 2
# So many votes, and such a share of them, decide.
_ENOUGH = 2
_MAJORITY = 0.7


class Genders:
    """Votes for the gender of each person, by name: "m" or "f"."""

    def __init__(self, sentences: Sequence[Parsed], language: Language) -> None:
        self._words = language.references
        self._votes: dict[str, Counter[str]] = {}
        for parsed in sentences:
            for i, mention in parsed.mentions.items():
                if mention.type == "Person":
                    if mention.name not in self._votes:
                        self._hint(mention.name)
                    for gender in self._stated(parsed, i):
                        self.vote(mention.name, gender, _STATED)

    def _hint(self, name: str) -> None:
        given, *rest = name.split()
        usual = usual_gender(given) if rest else None
        self._votes[name] = Counter()
        if usual is not None:
            self.vote(name, usual, _HINT)

    def vote(self, name: str, gender: str, weight: int = 1) -> None:
        """Count a sign of a person's gender."""
        self._votes.setdefault(name, Counter())[gender] += weight

    def of(self, name: str) -> str | None:
        """Return the gender that most signs agree on; None where there are none, or a tie."""
        votes = self._votes.get(name)
        if not votes:
            return None
        (gender, most), *_ = votes.most_common(1)
        return gender if most >= _MAJORITY * votes.total() and most >= _ENOUGH else None

    def _stated(self, parsed: Parsed, i: int) -> Iterator[str]:
        """Yield the genders of the words that go with a name: titles, descriptions, participles that agree."""
        before = parsed.forms[i - 1] if i else ""
        yield from self._shown(before.rstrip("."))
        yield from self._shown(before)
        token = parsed.tokens[i]
        related = [k for k in parsed.children[i] if parsed.tokens[k].deprel in _DESCRIBING]
        if token.deprel in _DESCRIBING and token.head != i:
            related.append(token.head)
        for k in related:
            if k not in parsed.mentions and not any(parsed.tokens[c].deprel == "case" for c in parsed.children[k]):
                yield from self._described(parsed, k)
        if token.deprel in ("nsubj", "nsubj:pass") and token.head != i:
            yield from self._agreeing(parsed, token.head)

    def _described(self, parsed: Parsed, noun: int) -> Iterator[str]:
        """Yield the gender of a noun that says what a person is, and that of its article."""
        form, words = parsed.forms[noun], self._words
        yield from self._shown(form)
        if words.agreeing and form in words.person_nouns and form not in words.epicene:
            articles = [k for k in parsed.children[noun] if parsed.tokens[k].deprel == "det"]
            for token in [parsed.tokens[k] for k in (*articles, noun)]:
                if "Gender=" in token.feats:
                    yield "f" if "Gender=Fem" in token.feats else "m"
                    return

    def _agreeing(self, parsed: Parsed, verb: int) -> Iterator[str]:
        """Yield the gender that a participle shows where it agrees with its subject ("est partie")."""
        auxiliaries = [parsed.tokens[k] for k in parsed.children[verb] if parsed.tokens[k].deprel.startswith("aux")]
        if any(token.lemma in self._words.agreeing for token in auxiliaries):
            form = parsed.forms[verb]
            if not form.endswith("s"):
                yield "f" if form.endswith("e") else "m"

    def _shown(self, form: str) -> Iterator[str]:
        if form in self._words.masculine:
            yield "m"
        if form in self._words.feminine:
            yield "f"
