"""Find what fills a grammatical function of a word: its subject whatever the voice, its bearer, what a preposition leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from aigraph.language import Language
from aigraph.model import Mention, Sentence, Token
from aigraph.vocabulary import vocabulary

_CLAUSES = ("acl:relcl", "acl", "advcl", "ccomp", "csubj", "parataxis")
_NOMINAL_LINKS = ("appos", "flat", "nmod", "compound", "conj", "amod", "dep", "obl", "nmod:poss", "obj")
_CONTROLLED = ("xcomp", "advcl", "acl", "conj", "ccomp")


class Clause:
    """A sentence as the rules see it. Every method returns indexes of tokens, the best first."""

    def __init__(self, sentence: Sentence, language: Language, employers: Mapping[str, Mention] | None = None) -> None:
        self.sentence = sentence
        self.employers = employers or {}
        self.language = language
        self.tokens = sentence.tokens
        self.is_a = vocabulary().is_a

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """The dependents of each token, in the order of the text."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return found

    @cached_property
    def forms(self) -> Sequence[str]:
        """The tokens' forms, case-folded, with straight apostrophes."""
        return [token.form.casefold().replace("’", "'") for token in self.tokens]

    def marker(self, i: int) -> str:
        """Return the preposition that leads to token i, normalised ("du" is "de"), or ""."""
        cases = [j for j in self.children[i] if self.tokens[j].deprel in ("case", "mark") and j < i]
        words = [self.preposition(self.forms[j]) for j in cases]
        if not words and i > 0 and self.tokens[i - 1].upos == "ADP" and self.tokens[i - 1].deprel != "compound:prt":
            words = [self.preposition(self.forms[i - 1])]
        return " ".join(words)

    def _prepositional(self, i: int) -> bool:
        """Tell whether a preposition, and not the article of "d'autres talents", leads to token i."""
        return bool(self.marker(i)) and not any(
            self.tokens[j].upos == "DET" and self.tokens[j].deprel == "case" for j in self.children[i]
        )

    def preposition(self, form: str) -> str:
        """Return the normal form of a preposition."""
        return self.language.grammar.prepositions.get(form, form)

    def up(self, i: int) -> Iterator[int]:
        """Yield the governors of token i, nearest first."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield i

    def descendants(self, i: int, *, within_clause: bool = True) -> Iterator[int]:
        """Yield everything that depends on token i, breadth first, other clauses left out on request."""
        queue = list(self.children[i])
        while queue:
            j = queue.pop(0)
            if within_clause and self.tokens[j].deprel in _CLAUSES and self.tokens[j].upos in ("VERB", "AUX"):
                continue
            yield j
            queue += self.children[j]

    def verbal(self, i: int) -> bool:
        """Tell whether token i is a verb form."""
        return self.tokens[i].upos in ("VERB", "AUX") or "VerbForm=" in self.tokens[i].feats

    # ---------------------------------------------------------------- what a nominal denotes

    def refers(self, i: int, type: str) -> bool:
        """Tell whether token i denotes something of the class `type`."""
        return any(self.is_a(mention.type, type) for mention in self.sentence.references[i])

    def named(self, i: int) -> bool:
        """Tell whether token i is a name rather than a pronoun or description."""
        return bool(self.sentence.references[i]) and self.tokens[i].upos == "PROPN"

    def denoted(self, i: int, type: str, *, units: bool = True) -> list[int]:
        """Return the tokens of class `type` that the nominal headed by token i stands for, coordination included.

        With `units`, a part of an organisation ("the research team of X") stands for the organisation.
        """
        if self.tokens[i].upos == "PRON" and self.forms[i] in self.language.references.relative_pronouns:
            antecedent = self.antecedent(i)
            return self.denoted(antecedent, type, units=units) if antecedent is not None else []
        if self.named(i):
            return self.coordinated(i, type) if self.refers(i, type) else []
        apposed = self._apposed(i, type)
        if apposed:
            return apposed
        if type == "Person" and not self.verbal(i) and self.tokens[i].upos in ("NOUN", "ADJ", "PROPN"):
            beside = self._by_place(i, type)
            if beside:
                return beside
        if self.refers(i, type):
            return [i]
        if type != "Person" and self._leads_into(i, type, units=units):
            for child in self.children[i]:
                if self.tokens[child].deprel in _NOMINAL_LINKS and self.named(child) and self.refers(child, type):
                    return self.coordinated(child, type)
            for child in self.children[i]:
                if self.tokens[child].lemma in self.language.grammar.naming:
                    called = [
                        k for k in self.children[child] if self.named(k) and self.refers(k, type) and not self.marker(k)
                    ]
                    if called:
                        return called[:1]
                if self.tokens[child].deprel in ("nmod", "obl", "conj", "amod") and not self.named(child):
                    deeper = self.denoted(child, type, units=units) if child > i else []
                    if deeper:
                        return deeper
        return []

    def _leads_into(self, i: int, type: str, *, units: bool) -> bool:
        """Tell whether a noun stands for the name below it: "the company X", "the team of X", not "the critics of X"."""
        words = {self.forms[i], self.tokens[i].lemma}
        if self.is_a(type, "Artifact"):
            return bool(words & self.language.names.artifact_cues)
        if words & (self.language.references.organization_nouns | self.language.names.organization_cues):
            return True
        return units and bool(words & self.language.names.organization_units)

    def _apposed(self, i: int, type: str) -> list[int]:
        """Names that stand beside a description without a preposition, or in the list that "dont" opens."""
        including = self.language.grammar.including
        found: list[int] = []
        for j in self.descendants(i, within_clause=False):
            if not (self.named(j) and self.refers(j, type)) or j in found:
                continue
            path = [j, *self.up(j)]
            path = path[: path.index(i)]
            beside = all(
                self.tokens[k].deprel in ("appos", "flat", "conj", "nmod", "dep", "compound", "acl:relcl") for k in path
            )
            listed = any(self.forms[k] in including for k in range(i + 1, j)) and not any(
                self.verbal(k) for k in range(i + 1, j)
            )
            bare = not self.marker(path[-1]) and (path[-1] == j or self.tokens[path[-1]].deprel == "appos")
            if (beside and bare and self.tokens[path[-1]].deprel != "acl:relcl") or (listed and type == "Person"):
                found += [k for k in self.coordinated(j, type) if k not in found]
        return sorted(found)

    def coordinated(self, i: int, type: str) -> list[int]:
        """Return token i and the names of the same class coordinated with it, also across appositions."""
        found = [i, *self._listed_after(i, type)]
        for j in self.descendants(i, within_clause=False):
            if j in found or not (self.named(j) and self.refers(j, type)):
                continue
            path = [k for k in self.up(j) if k != i]
            path = path[: [*self.up(j)].index(i)]
            if self.tokens[j].deprel == "conj" and not self.marker(j) and not any(self.verbal(k) for k in path):
                head = self.tokens[j].head
                if self.refers(head, type) and self.named(head):
                    if head in found or head == i:
                        found.append(j)
                elif (
                    type == "Person"
                    and not any(self.named(k) and self.refers(k, "Person") and k != i for k in path)
                    and self.tokens[i].head != j
                ):
                    found.append(j)
            elif (
                self.tokens[j].deprel == "appos"
                and self.tokens[j].head in found
                and self._comma_list(self.tokens[j].head, j)
            ):
                found.append(j)
        return sorted(found)

    def _comma_list(self, left: int, right: int) -> bool:
        return all(self.forms[k] in self.language.grammar.list_marks for k in range(left + 1, right))

    def _listed_after(self, i: int, type: str) -> list[int]:
        """The names that a comma or conjunction joins to token i, articles and prepositions repeated or not."""
        found = []
        last = i
        limit = 4 if type != "Person" else 0
        fillers = 0
        joined = False
        for j in range(i + 1, len(self.tokens)):
            if self.named(j):
                if not joined or not self.refers(j, type):
                    break
                found.append(j)
                last, fillers, joined = j, 0, False
            elif self.forms[j] in self.language.grammar.list_marks:
                joined = True
            elif self.forms[j] in self.language.grammar.articles:
                continue
            elif (
                joined
                and j - last <= 6
                and fillers < limit
                and self.is_a(type, "Artifact")
                and self.tokens[j].upos in ("NOUN", "ADJ", "ADP", "DET", "PRON", "ADV", "PROPN")
            ):
                fillers += 1
            else:
                break
        return found

    def antecedent(self, i: int) -> int | None:
        """Return what a relative pronoun stands for."""
        clause = next((k for k in [i, *self.up(i)] if self.tokens[k].deprel in ("acl:relcl", "acl")), None)
        if clause is None or self.tokens[clause].head == clause:
            return None
        head = self.tokens[clause].head
        # The parser likes the last noun of "a friend of Ada, who": the name that the comma closes is the likelier one.
        before = i - 1
        while before >= 0 and self.tokens[before].upos in ("PUNCT", "ADP"):
            before -= 1
        if before >= 0 and before != head and self.named(before) and self.refers(before, "Person"):
            return before
        return head

    # ---------------------------------------------------------------- functions of verbs

    def passive(self, verb: int) -> bool:
        """Tell whether the verb is passive, or a bare past participle."""
        kids = self.children[verb]
        if self.tokens[verb].lemma in self.language.grammar.never_passive:
            return False
        if any(self.tokens[k].deprel in ("aux:pass", "nsubj:pass") for k in kids):
            return not (
                self.language.code == "fr"
                and any(self.tokens[k].deprel == "aux" for k in kids)
                and not any(self.forms[k] in ("été",) or self.tokens[k].deprel == "aux:pass" for k in kids)
            )
        return self.bare_participle(verb)

    def bare_participle(self, verb: int) -> bool:
        """Tell whether the verb is a past participle without an auxiliary ("hired by Google")."""
        token = self.tokens[verb]
        participle = "Tense=Past" in token.feats and "VerbForm=Part" in token.feats
        has_aux = any(self.tokens[k].deprel.startswith("aux") for k in self.children[verb])
        if self.language.code == "fr" and token.upos == "ADJ" and not participle:
            participle = token.form.endswith(("é", "ée", "és", "ées"))
        if not participle or has_aux:
            return False
        # "rejoint Anthropic" is a present with an object, whatever the tagger says; "hired by Google" has none.
        return not any(
            self.tokens[k].deprel == "nsubj"
            or (self.tokens[k].deprel in ("obj", "obl") and k == verb + 1 and not self.marker(k) and self.named(k))
            for k in self.children[verb]
        )

    def surface_subject(self, verb: int) -> list[int]:
        """Return the heads of the verb's grammatical subject, found through coordination, control and participles."""
        seen: set[int] = set()
        current = verb
        while current not in seen:
            seen.add(current)
            subjects = [
                k for k in self.children[current] if self.tokens[k].deprel in ("nsubj", "nsubj:pass", "expl:subj")
            ]
            if subjects:
                return subjects
            head, deprel = self.tokens[current].head, self.tokens[current].deprel
            if head == current:
                break
            if deprel in ("acl", "acl:relcl", "amod") and not self.verbal(head):
                return [head]
            if deprel in _CONTROLLED and self.verbal(head):
                if deprel in ("xcomp", "advcl") and self.tokens[head].lemma in self.language.grammar.object_control:
                    objects = self.object(head, "Person")
                    if objects:
                        return objects
                current = head
                continue
            if deprel in ("conj", "appos", "nmod", "advcl", "parataxis"):
                current = head
                continue
            break
        return []

    def subject(self, verb: int, type: str) -> list[int]:
        """Return the deep subject of class `type`: who acts."""
        if self.passive(verb):
            return self.oblique(verb, self.language.grammar.agent, type)
        found = self._first_denoted(self.surface_subject(verb), type, verb)
        if found or type != "Person" or any(self.tokens[k].deprel.startswith("nsubj") for k in self.children[verb]):
            return found
        return self._opening_name(verb, type)

    def _opening_name(self, verb: int, type: str) -> list[int]:
        """The name that a long sentence opens with, when the parser lost the way from it to its verb."""
        first = next((k for k in range(verb) if self.named(k) and self.refers(k, "Person")), None)
        if (
            first is None
            or self.marker(first)
            or self.tokens[first].deprel not in ("root", "nsubj", "nsubj:pass", "dislocated")
        ):
            return []
        others = [k for k in range(first + 1, verb) if self.named(k) and self.refers(k, "Person")]
        closed = verb > 0 and self.forms[verb - 1] == "," and self.forms[first + 1] == ","
        return self.denoted(first, type) if closed and not others else []

    def object(self, verb: int, type: str, *, units: bool = True) -> list[int]:
        """Return the deep object of class `type`: who or what is acted upon."""
        if self.passive(verb):
            if self.bare_participle(verb) and self.tokens[verb].deprel in (
                "acl",
                "amod",
                "appos",
                "conj",
                "advcl",
                "root",
            ):
                return self._first_denoted(self.surface_subject(verb), type, verb, units=units)
            return self._first_denoted(self.surface_subject(verb), type, verb, units=units)
        objects = [
            k
            for k in self.children[verb]
            if self.tokens[k].deprel in ("obj", "iobj", "xcomp", "ccomp")
            or (self.tokens[k].deprel in ("obl", "dep", "appos", "obl:mod") and not self._prepositional(k) and k > verb)
        ]
        objects.sort(key=lambda k: (self.tokens[k].deprel != "obj", k))
        found = self._first_denoted(objects, type, verb, units=units)
        if found:
            return found
        # "that Google hired": the object stands before as the antecedent of a relative pronoun.
        for k in self.children[verb]:
            if self.forms[k] in self.language.references.relative_pronouns and self.tokens[k].deprel in (
                "obj",
                "nsubj",
            ):
                antecedent = self.antecedent(k)
                if antecedent is not None and self.tokens[k].deprel == "obj":
                    return self.denoted(antecedent, type, units=units)
        # Verbs that share an object: "Meta courted and hired Ada".
        for k in self.children[verb]:
            if self.tokens[k].deprel == "conj" and self.verbal(k) and not self._own_subject(k):
                shared = self.object(k, type, units=units)
                if shared and shared[0] > k:
                    return shared
        return []

    def _own_subject(self, verb: int) -> bool:
        return any(self.tokens[k].deprel.startswith("nsubj") for k in self.children[verb])

    def _first_denoted(self, heads: Sequence[int], type: str, verb: int, *, units: bool = True) -> list[int]:
        for head in heads:
            if head == verb:
                continue
            found = self.denoted(head, type, units=units)
            if found:
                return found
        return []

    # ---------------------------------------------------------------- prepositions

    def oblique(self, i: int, prepositions: Sequence[str] | frozenset[str], type: str) -> list[int]:
        """Return what of class `type` one of `prepositions` leads to, among the dependents of token i."""
        simple = {p for p in prepositions if " " not in p}
        found: list[int] = []
        for j in self.descendants(i):
            if self.marker(j) in simple or (self.marker(j).split() or [""])[0] in simple:
                found += [k for k in self.denoted(j, type) if k not in found]
                if found:
                    return found
        for phrase in (p for p in prepositions if " " in p):
            found = self._after_phrase(i, phrase.split(), type)
            if found:
                return found
        return found

    def _after_phrase(self, i: int, phrase: Sequence[str], type: str) -> list[int]:
        inside = {i, *self.descendants(i, within_clause=False)}
        for start in range(len(self.tokens) - len(phrase)):
            end = start + len(phrase)
            if [self.preposition(f) for f in self.forms[start:end]] != [self.preposition(p) for p in phrase]:
                continue
            for j in range(end, min(end + 6, len(self.tokens))):
                if self.refers(j, type) and j in inside:
                    return self.coordinated(j, type)
                if self.verbal(j) or self.forms[j] in (",", ";"):
                    break
        return []

    # ---------------------------------------------------------------- functions of nouns

    def bearer(self, noun: int, type: str = "Person") -> list[int]:
        """Return those of class `type` whom a noun describes: by copula, apposition, title, predicate or place."""
        for find in (
            self._by_copula,
            self._behind_mark,
            self._by_apposition,
            self._by_title,
            self._by_predicate,
            self._by_place,
        ):
            found = find(noun, type)
            if found:
                return found
        token = self.tokens[noun]
        if token.deprel == "conj" and not self.verbal(token.head) and token.head != noun and not self.named(token.head):
            return self.bearer(token.head, type)
        if token.deprel == "nmod" and self.forms[token.head] in self.language.grammar.one_of:
            return self.bearer(token.head, type)
        return []

    def _by_copula(self, noun: int, type: str) -> list[int]:
        if not any(self.tokens[k].deprel == "cop" for k in self.children[noun]):
            return []
        for k in self.children[noun]:
            if self.tokens[k].deprel in ("nsubj", "nsubj:pass"):
                return self.denoted(k, type)
        head = self.tokens[noun].head
        if self.tokens[noun].deprel in ("acl:relcl", "acl") and head != noun:
            return self.denoted(head, type)
        if self.tokens[noun].deprel == "conj" and head != noun:
            return self._of_subject(head, type)
        return []

    def _of_subject(self, i: int, type: str) -> list[int]:
        for k in self.surface_subject(i):
            found = self.denoted(k, type)
            if found:
                return found
        return []

    def _by_apposition(self, noun: int, type: str) -> list[int]:
        token = self.tokens[noun]
        if (
            token.deprel in ("appos", "amod", "nmod", "acl", "dep", "conj", "parataxis")
            and self.refers(token.head, type)
            and self.named(token.head)
        ):
            gap = range(min(noun, token.head) + 1, max(noun, token.head))
            if self.marker(noun) and token.deprel == "nmod":
                return []
            if any(self.forms[k] in self.language.grammar.apposition_marks for k in gap):
                return self._whole_list(token.head, noun, type)
        return []

    def _whole_list(self, person: int, noun: int, type: str) -> list[int]:
        """ "Ada and Grace, two former engineers": a plural describes all the names of the list before it."""
        first = person
        while (
            self.tokens[first].deprel == "conj"
            and self.refers(self.tokens[first].head, type)
            and self.named(self.tokens[first].head)
        ):
            first = self.tokens[first].head
        plural = "Number=Plur" in self.tokens[noun].feats
        if plural:
            return [k for k in self.coordinated(first, type) if k < noun] or [person]
        return [person]

    def _by_title(self, noun: int, type: str) -> list[int]:
        token = self.tokens[noun]
        after = noun + 1
        if after < len(self.tokens) and self.named(after) and self.refers(after, type) and type == "Person":
            return self._list_after(after, noun, type)
        if (
            token.deprel in ("compound", "appos", "amod", "nmod")
            and token.head > noun
            and self.named(token.head)
            and self.refers(token.head, type)
        ):
            return self._list_after(token.head, noun, type)
        for k in self.children[noun]:
            if k > noun and self.named(k) and self.refers(k, type) and not self.marker(k):
                if self.tokens[k].deprel in ("appos", "flat", "nmod", "compound", "dep", "amod", "conj", "obj"):
                    return self._list_after(k, noun, type)
        return []

    def _list_after(self, person: int, noun: int, type: str) -> list[int]:
        plural = "Number=Plur" in self.tokens[noun].feats
        return self.coordinated(person, type) if plural else [person]

    def _by_predicate(self, noun: int, type: str) -> list[int]:
        """ "was named director", "became chief", "hired her as adviser": the verb's object or subject."""
        token = self.tokens[noun]
        verb = token.head
        if verb == noun or not self.verbal(verb):
            return []
        as_role = self.marker(noun) in self.language.grammar.as_role
        predicate = token.deprel in ("xcomp", "attr", "oprd", "obj", "dep", "obl") and not self.marker(noun)
        lemma = self.tokens[verb].lemma
        if not (
            as_role
            or (predicate and (lemma in self.language.grammar.copulas or lemma in self.language.grammar.object_control))
        ):
            return []
        if lemma in self.language.grammar.object_control:
            people = self.object(verb, type)
            if people:
                return people
        return self._of_subject(verb, type)

    def _behind_mark(self, noun: int, type: str) -> list[int]:
        """The name that stands just before the noun's phrase, a comma, colon or bracket between them."""
        left = noun
        while left > 0 and (
            self.tokens[left - 1].upos in ("DET", "ADJ", "ADV", "NUM")
            or self.forms[left - 1] in self.language.grammar.former
            or (self.tokens[left - 1].head == noun and self.tokens[left - 1].deprel == "compound")
            or (self.refers(left - 1, "Organization") and self.named(left - 1) and self.language.code == "en")
        ):
            left -= 1
        if left > 1 and self.forms[left - 1] in self.language.grammar.apposition_marks:
            before = left - 2
            if self.refers(before, type) and self.named(before) and not self._introduces(before):
                return self._whole_list(before, noun, type)
        return []

    def _introduces(self, i: int) -> bool:
        """Tell whether a name only says who speaks: "According to Ada, the chief of X has left"."""
        before = " ".join(self.forms[max(0, i - 3) : i])
        return any(before.endswith(source) for source in self.language.modality.sources)

    def _by_place(self, noun: int, type: str) -> list[int]:
        """The name that stands just before the noun's phrase behind a mark, or just after the phrase."""
        before = self._behind_mark(noun, type)
        if before:
            return before
        right = max([noun, *(k for k in self.descendants(noun) if k > noun and not self.verbal(k))])
        after = right + 1
        if after < len(self.tokens) and self.forms[after] == ",":
            after += 1
        person = next(
            (k for k in range(noun + 1, min(after + 1, len(self.tokens))) if self.named(k) and self.refers(k, type)),
            None,
        )
        if person is not None and not self.marker(person):
            between = [self.forms[k] for k in range(noun + 1, person)]
            if between.count(",") <= 1 and not any(self.verbal(k) for k in range(noun + 1, person)):
                return self._list_after(person, noun, type)
        return []

    def complement(self, noun: int, prepositions: Sequence[str] | frozenset[str], type: str) -> list[int]:
        """Return the first name of class `type` to the right that a preposition leads to within the noun's own phrase."""
        preposition = ""
        for j in range(noun + 1, min(noun + 14, len(self.tokens))):
            form = self.preposition(self.forms[j])
            if self.named(j):
                if self.refers(j, type):
                    return self.coordinated(j, type) if preposition in prepositions else []
                if self.refers(j, "Person"):
                    return []
                continue
            if self.tokens[j].upos == "ADP" or form in prepositions:
                preposition = form
            elif self.tokens[j].upos in ("VERB", "AUX", "SCONJ") and "VerbForm=Part" not in self.tokens[j].feats:
                return []
            elif form in (",", ";", ":", "(", ")", ".", "«", "»", '"') or self.tokens[j].upos == "PRON":
                return []
            elif self.refers(j, type) and preposition in prepositions:
                return [j]
        return []

    def possessor(self, noun: int, type: str) -> list[int]:
        """Return the owner of a noun: "Google's director", "its chief"."""
        for k in self.children[noun]:
            if self.tokens[k].deprel in ("nmod:poss", "poss") or (
                self.forms[k] in self.language.references.possessive | self.language.references.plural_possessive
            ):
                found = self.denoted(k, type)
                if found:
                    return found
        return []

    def modifier(self, noun: int, type: str) -> list[int]:
        """Return the name that stands as a modifier: "an OpenAI researcher", "Google Fellow"."""
        for k in self.children[noun]:
            if (
                k < noun
                and self.tokens[k].deprel in ("compound", "nmod", "amod", "flat", "nsubj", "appos")
                and self.named(k)
                and self.refers(k, type)
            ):
                if not self.marker(k) and not any(
                    self.forms[m] in self.language.grammar.apposition_marks for m in range(k, noun)
                ):
                    return [k]
        left = noun - 1
        while (
            left >= 0 and self.tokens[left].upos in ("ADJ", "NOUN") and self.tokens[left].head in range(left, noun + 1)
        ):
            left -= 1
        if (
            left >= 0
            and self.named(left)
            and self.refers(left, type)
            and noun - left <= 4
            and self.language.code == "en"
        ):
            return [left]
        return []

    def giver(self, noun: int, type: str) -> list[int]:
        """Return who gives the thing: the agent of its passive verb, or the subject of the verb that it is an object of."""
        verb = next((k for k in self.up(noun) if self.verbal(k)), None)
        verb = next((k for k in self.children[noun] if self.verbal(k) and self.passive(k)), verb)
        return self.subject(verb, type) if verb is not None else []

    def owned(self, i: int, type: str) -> list[int]:
        """Return the name that an owner's name leads to: "Meta's Yann LeCun"."""
        after = i + 2
        possessive = after < len(self.tokens) and self.forms[i + 1] in ("'s", "'")
        return [after] if possessive and self.named(after) and self.refers(after, type) else []

    def holder(self, i: int) -> list[int]:
        """Return the person whom a phrase like "chez Google" is about: by the noun or verb above it, or the list item."""
        for j in self.up(i):
            if self.verbal(j):
                if self.passive(j):
                    return self._first_denoted(self.surface_subject(j), "Person", j)
                return self.subject(j, "Person")
            if self.named(j) and self.refers(j, "Person"):
                return [j]
            if self.tokens[j].upos == "NOUN" and not self.named(j):
                found = self.bearer(j)
                if found:
                    return found
        return []


def mention_at(clause: Clause, i: int, type: str, *, avoid: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """Return what token i denotes: all of a group, else the best guess of class `type` that is none of `avoid`."""
    taken = {mention.name for mention in avoid}
    found = [m for m in clause.sentence.references[i] if clause.is_a(m.type, type)]
    if i in clause.sentence.groups:
        return tuple(found)
    free = [m for m in found if m.name not in taken]
    return (free or found)[:1] if len(found) > 1 or not taken else tuple(free[:1])


def token_form(token: Token) -> str:
    """Return the form as rules compare it."""
    return token.form.casefold().replace("’", "'")
