"""Who acts, who is acted upon and where, by the order of words: for sentences that the parser reads wrongly."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import joined
from aigraph.extract.nominal import denoted
from aigraph.extract.outline import Outline, Piece, outline
from aigraph.extract.verb import passive

_QUOTES = ("«", "»", '"', "“", "”")
_INSERT_TOKENS = 4
# How far behind a relative pronoun its verb may show whether it stands for several.
_VERB_TOKENS = 6
# How many pieces of a sentence a relative pronoun may reach back.
_PIECES_BACK = 4


def group(clause: Clause, verb: int) -> range:
    """Return the verb with what goes before it: auxiliaries, adverbs, negation and weak pronouns."""
    grammar = clause.language.grammar
    start = outline(clause).piece(verb).start
    first = verb
    while first > start and (
        clause.tokens[first - 1].upos in ("AUX", "ADV") or clause.forms[first - 1] in grammar.weak_pronouns
    ):
        if clause.forms[first - 1] in grammar.strong_pronouns and first - 1 == start:
            break
        first -= 1
    return range(first, verb + 1)


def subject(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return those of a class who are the verb's grammatical subject."""
    seen: set[int] = set()
    current: int | None = verb
    while current is not None and current not in seen:
        seen.add(current)
        found, current = _subject(clause, current, class_)
        if found:
            return found
    return []


def _subject(clause: Clause, verb: int, class_: str) -> tuple[list[int], int | None]:
    """Return the subject just before a verb, or another verb whose subject it shares."""
    own = outline(clause)
    members = group(clause, verb)
    plural = any("Number=Plur" in clause.tokens[k].feats for k in members if clause.verbal(k))
    first = members[0]
    relative = own_relative(clause, verb)
    infinite = not any(own.finite(k) for k in members)
    for k in own.leftward(first):
        if k == relative:
            if _subject_relative(clause, k):
                return antecedent(clause, k, class_), None
            return inverted(clause, verb, class_), None
        if own.finite(k) or (infinite and clause.verbal(k)):
            return [], k
        if clause.forms[k] in clause.language.grammar.subject_pronouns and not _stresses(clause, k):
            return ([k] if clause.refers(k, class_) else []), None
        if own.heads(k) and not own.led(k):
            found = stands_for(clause, k, class_)
            if found:
                return joined(clause, found, class_, plural=plural), None
            if k >= own.piece(first).start or not _loose(clause, k):
                return _named_beside(clause, k, class_), None
    if infinite:
        return _subject_behind(clause, verb, class_), None
    return inverted(clause, verb, class_), None


def _named_beside(clause: Clause, k: int, class_: str) -> list[int]:
    """Return the names that an unnamed subject is joined to: "Ada and two colleagues"."""
    mark = outline(clause).edge(k) - 1
    joins = mark > 0 and clause.forms[mark] in clause.language.grammar.conjunctions
    return joined(clause, [mark - 1], class_, plural=True) if joins and clause.names(mark - 1, class_) else []


def _stresses(clause: Clause, k: int) -> bool:
    """Tell whether a pronoun between two commas only stresses the subject: "Ada avait, elle, quitté X"."""
    return [*clause.forms[k - 1 : k], *clause.forms[k + 1 : k + 2]] == [",", ","]


def _subject_relative(clause: Clause, k: int) -> bool:
    return clause.forms[k] in clause.language.grammar.subject_relatives


def _loose(clause: Clause, k: int) -> bool:
    """Tell whether a nominal is hardly a subject: no article, pronoun or name."""
    own = outline(clause)
    token = clause.tokens[own.edge(k)]
    return token.upos not in ("DET", "PRON") and not clause.named(k)


def inverted(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return the subject that stands right behind its verb: "que dirige Ada", "où travaillait aussi Ada"."""
    own = outline(clause)
    for k in own.rightward(verb):
        if own.heads(k):
            return [] if own.led(k) else joined(clause, stands_for(clause, k, class_), class_, plural=True)
        if clause.tokens[k].upos not in ("ADV", "DET", "ADJ", "ADP", "PUNCT", "NUM", "NOUN"):
            return []
    return []


def _subject_behind(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return the subject of the clause that a participle opens: "Passée par Google, Ada dirige"."""
    own = outline(clause)
    n = own.number(verb)
    for piece in own.pieces[n + 1 :]:
        if piece.apart or piece.depth:
            return []
        if piece.aside:
            continue
        for k in range(piece.start, piece.end):
            if own.finite(k):
                return subject(clause, k, class_)
            if own.heads(k) and not own.led(k) and clause.refers(k, class_) and piece.mark == ",":
                return joined(clause, stands_for(clause, k, class_), class_, plural=True)
    return []


def stands_for(clause: Clause, k: int, class_: str) -> list[int]:
    """Return what of a class the phrase with head k names: by a name in it or before it, else what it refers to."""
    own = outline(clause)
    if clause.refers(k, class_) and (clause.named(k) or clause.tokens[k].upos == "PRON"):
        return [k]
    if clause.named(k) or (clause.tokens[k].upos == "PRON" and clause.forms[k] not in clause.language.grammar.one_of):
        return []
    name = own.name_behind(k, class_)
    if name is None:
        name = own.name_before(k, class_)
    return [name] if name is not None else denoted(clause, k, class_)


def own_relative(clause: Clause, i: int) -> int | None:
    """Return the relative pronoun of the clause that token i is in."""
    own = outline(clause)
    n = own.number(i)
    for piece in reversed(own.pieces[: n + 1]):
        found = [k for k in range(piece.start, min(piece.end, i)) if own.relates(k)]
        if found:
            closed = not piece.start <= i < piece.end and any(own.finite(k) for k in range(found[-1], piece.end))
            return None if closed and clause.tokens[own.piece(i).start].upos != "CCONJ" else found[-1]
        if piece.verbal and piece.start <= i < piece.end and piece.apart:
            return None
        if piece.apart or (piece.verbal and not piece.start <= i < piece.end):
            return None
    return None


def antecedent(clause: Clause, relative: int, class_: str) -> list[int]:
    """Return what of a class a relative pronoun stands for: the nearest before it."""
    own = outline(clause)
    start = own.piece(relative).start
    before = start - 1
    parted = before >= 0 and clause.forms[before] in (",", ")", "–", "—")
    personal = clause.forms[relative] in clause.language.grammar.personal_relatives
    beside = personal and not parted
    n = own.number(relative)
    earlier = own.pieces[n - 1] if n else None
    if earlier is not None and earlier.relative and clause.tokens[earlier.end - 1].upos == "CCONJ":
        # "who leads X and who founded Y"
        first = own_relative(clause, earlier.end)
        return [] if first is None else antecedent(clause, first, class_)
    plural = any(
        "Number=Plur" in clause.tokens[k].feats for k in range(relative, min(relative + 6, len(clause.tokens)))
    )
    for piece in _pieces_before(own, n):
        for k in range(piece.end - 1, piece.start - 1, -1):
            if own.owns(k):
                continue
            if clause.names(k, class_) or clause.forms[k] in clause.language.grammar.subject_pronouns:
                if clause.refers(k, class_):
                    return joined(clause, [k], class_, plural=plural)
                if not clause.sentence.references[k]:
                    # "those whom X hired": it is not said here who they are.
                    return []
            elif own.heads(k) and not clause.named(k):
                found = stands_for(clause, k, class_)
                if found:
                    return joined(clause, found, class_, plural=plural)
                stops = _someone(clause, k) if beside else not parted
                if stops and not own.led(k):
                    return []
    return []


def _pieces_before(own: Outline, n: int) -> Iterator[Piece]:
    """Yield the piece before a relative clause, and those before it that no clause parts from it, nearest first."""
    for distance, piece in enumerate(reversed(own.pieces[max(0, n - _PIECES_BACK) : n])):
        if own.pieces[n - distance].apart:
            return
        if distance and piece.verbal and not piece.aside:
            if distance == 1 and _participial(own, own.pieces[n - 1]) and piece.depth == own.pieces[n].depth:
                yield replace(piece, start=piece.end - 1)
            return
        if not (distance and piece.aside) and piece.depth <= own.pieces[n].depth:
            yield piece


def _participial(own: Outline, piece: Piece) -> bool:
    """Tell whether a piece is a participle with what goes with it: "X, launched in March, of which"."""
    clause = own.clause
    return not piece.verbal and "VerbForm=Part" in clause.tokens[piece.start].feats


def _someone(clause: Clause, k: int) -> bool:
    """Tell whether a word means a person without saying who: "anyone who", "the researcher who"."""
    references = clause.language.references
    people = references.person_nouns | references.person_group_nouns | clause.language.sets["role"]
    return clause.tokens[k].upos == "PRON" or clause.forms[k] in people


def agent(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return those of a class who act: the subject of an active verb, the agent of a passive one."""
    if passive(clause, verb):
        return led(clause, verb, clause.language.grammar.agent, class_)
    return subject(clause, verb, class_)


def patient(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return those of a class who are acted upon: the subject of a passive verb, the object of an active one."""
    if passive(clause, verb):
        return subject(clause, verb, class_)
    grammar = clause.language.grammar
    weak = [k for k in group(clause, verb) if clause.forms[k] in grammar.object_pronouns and clause.refers(k, class_)]
    if weak:
        return weak[:1]
    relative = own_relative(clause, verb)
    if relative is not None and clause.forms[relative] in grammar.object_relatives:
        return antecedent(clause, relative, class_)
    return _object_behind(clause, verb, class_) or _object_before(clause, verb, class_)


def _object_before(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return what a relative clause without a pronoun is about: "X, a firm she had started", "the firm Ada started"."""
    own, grammar = outline(clause), clause.language.grammar
    first = group(clause, _outermost(clause, verb))[0]
    at = first - 1
    while at > 0 and (
        clause.names(at, "Person") or clause.forms[at] in grammar.subject_pronouns | grammar.conjunctions
    ):
        at -= 1
    bare = grammar.noun_adjuncts and at < first - 1 and clause.tokens[at].upos == "NOUN" and not own.led(at)
    return stands_for(clause, at, class_) if bare else []


def _outermost(clause: Clause, verb: int) -> int:
    """Return the first of the verbs that stand together: "went on to create", "helped to found"."""
    k = verb - 1
    while k > 0 and (clause.tokens[k].upos in ("PART", "ADV") or clause.tokens[k].deprel == "compound:prt"):
        k -= 1
    infinite = "VerbForm=Inf" in clause.tokens[verb].feats and k < verb - 1
    return _outermost(clause, k) if infinite and clause.tokens[k].upos == "VERB" else verb


def _object_behind(clause: Clause, verb: int, class_: str) -> list[int]:
    own = outline(clause)
    for k in own.rightward(verb):
        if own.finite(k) or own.relates(k) or "VerbForm=Inf" in clause.tokens[k].feats:
            if clause.tokens[k - 1].upos != "CCONJ" or k > verb + 2:
                # Only verbs that stand together share an object: "courted and hired Ada".
                return []
        elif own.heads(k) and not own.led(k):
            name = own.name_behind(k, class_) if not clause.named(k) else None
            found = [name] if name is not None else stands_for(clause, k, class_)
            if found:
                token = clause.tokens[found[0]]
                governed = token.deprel.startswith("nsubj") and token.head > found[0]
                return [] if governed else joined(clause, found, class_, plural=True)
            if not _loose(clause, k) and not clause.named(k):
                return []
    return []


def led(clause: Clause, i: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return what of a class one of the prepositions leads to from a verb, or a word of the verb's from its noun."""
    if not clause.verbal(i):
        verb = _verb_of(clause, i)
        return [] if verb is None else pronominal(clause, verb, prepositions, class_)
    found = pronominal(clause, i, prepositions, class_)
    return found or _led_behind(clause, i, prepositions, class_) or _led_before(clause, i, prepositions, class_)


def _verb_of(clause: Clause, noun: int) -> int | None:
    """Return the verb that a noun is said with: "en est la présidente", "dont il occupait le poste de directeur"."""
    own = outline(clause)
    before = (k for k in range(noun - 1, own.piece(noun).start - 1, -1) if clause.verbal(k))
    verb = next(before, None)
    while verb is not None and verb + 1 < noun and clause.tokens[verb].upos == "AUX" and clause.verbal(verb + 1):
        verb += 1
    return verb


def pronominal(clause: Clause, i: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return what a word that has the preposition in it stands for: "où", "dont", "y"."""
    words = clause.language.grammar.prepositional_words
    found = clitic(clause, i, prepositions, class_)
    relative = None if found else own_relative(clause, i)
    if relative is None:
        return found
    before = max(0, relative - 1)
    led = clause.tokens[before].upos in ("ADP", "PART")
    leading = {clause.preposition(clause.forms[before])} if led else set(words.get(clause.forms[relative], ()))
    return antecedent(clause, relative, class_) if leading & set(prepositions) else []


def clitic(clause: Clause, verb: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return the weak pronoun before a verb that has the preposition in it: "y est entrée", "en a été écartée"."""
    words = clause.language.grammar.prepositional_words
    led = (k for k in group(clause, verb) if set(words.get(clause.forms[k], ())) & set(prepositions))
    return [k for k in led if clause.refers(k, class_)][:1]


def _led_behind(clause: Clause, i: int, prepositions: Collection[str], class_: str) -> list[int]:
    own = outline(clause)
    circumstances = clause.language.grammar.circumstances
    for k in own.rightward(i):
        if own.finite(k) or own.relates(k) or "VerbForm=Inf" in clause.tokens[k].feats:
            return []
        if clause.names(k, "Person") and class_ != "Person" and not own.led(k) and k > i + 1:
            return []
        if clause.forms[own.piece(k).start] in circumstances and own.number(k) != own.number(i):
            continue
        found = _complement(clause, k, prepositions, class_)
        if found:
            return found
    return []


def _led_before(clause: Clause, i: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return what a phrase that opens the clause leads to: "Chez Google, Ada dirigeait", "De Xerox vint Ada"."""
    own = outline(clause)
    n = own.number(i)
    for piece in reversed(own.pieces[: n + 1]):
        if not piece.aside and (not piece.verbal or piece.start <= i < piece.end):
            found = _complement(clause, piece.start, prepositions, class_)
            if found:
                return found
        if clause.forms[piece.start] in clause.language.grammar.clefts and piece.end <= i:
            return _complement(clause, piece.start + 2, prepositions, class_)
        if piece.apart or (piece.verbal and not piece.aside):
            return []
    return []


def _complement(clause: Clause, k: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return what the preposition at token k leads to, if it is one of the prepositions."""
    own = outline(clause)
    length = next((len(p.split()) for p in prepositions if _stands_at(clause, k, p)), 0)
    if not length or (k and clause.forms[k - 1] in clause.language.grammar.origin_prepositions):
        return []
    start = _behind_insert(clause, k + length)
    for head in range(start, min(start + _INSERT_TOKENS + 1, len(clause.tokens))):
        if own.heads(head) or clause.named(head):
            found = joined(clause, stands_for(clause, head, class_), class_, plural=True)
            return [*found, *(_led_again(clause, found[-1], clause.forms[k], class_) if found else [])]
        if clause.tokens[head].upos not in ("DET", "ADJ", "NUM", "PUNCT", "ADV"):
            return []
    return []


def _behind_insert(clause: Clause, k: int) -> int:
    """Return where a phrase goes on behind what two commas put into it: "avec, entre autres, Ada"."""
    if k >= len(clause.tokens) or clause.forms[k] != ",":
        return k
    reach = range(k + 1, min(k + 2 + _INSERT_TOKENS, len(clause.tokens)))
    closing = next((m for m in reach if clause.forms[m] == ","), None)
    return k if closing is None or any(clause.named(m) for m in range(k, closing)) else closing + 1


def _led_again(clause: Clause, name: int, preposition: str, class_: str) -> list[int]:
    """Return what the same preposition leads to once more: "chez Google et un autre chez DeepMind"."""
    own, grammar = outline(clause), clause.language.grammar
    for k in range(name + 1, min(name + 2 + _INSERT_TOKENS, len(clause.tokens))):
        if clause.preposition(clause.forms[k]) == clause.preposition(preposition):
            joins = any(clause.forms[m] in grammar.list_marks for m in range(name + 1, k))
            return _complement(clause, k, (preposition,), class_) if joins else []
        if (
            own.finite(k)
            or clause.named(k)
            or clause.tokens[k].upos not in ("PUNCT", "CCONJ", "ADV", "DET", "ADJ", "PRON")
        ):
            return []
    return []


def _stands_at(clause: Clause, k: int, phrase: str) -> bool:
    words = [clause.preposition(word) for word in phrase.split()]
    if clause.compounded(k) and len(words) == 1:
        return False
    return [clause.preposition(form) for form in clause.forms[k : k + len(words)]] == words
