"""Follow a coordination: all the names that stand where one of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.outline import outline
from aigraph.model import Mention

_LIST_GAP_TOKENS = 6
# "le modèle GPT-4, le chatbot ChatGPT": so many words of description may stand before each name of a work.
_DESCRIPTION_TOKENS = 4
# So many words of description may stand before the name of a person: "the professor of the University of X Ada".
_TITLE_TOKENS = 9
_TITLING = ("NOUN", "ADJ", "ADP", "DET", "PRON", "NUM", "PROPN", "PART")
_DESCRIBING = ("NOUN", "ADJ", "ADP", "DET", "PRON", "ADV", "PROPN")


def coordinated(clause: Clause, i: int, class_: str) -> list[int]:
    """Return token i and the names of the class coordinated with it, also across appositions, in order."""
    tokens = clause.tokens
    found = [*_lost_before(clause, i, class_), i, *_listed_after(clause, i, class_)]
    for j in clause.below(i):
        if j in found or not clause.names(j, class_):
            continue
        path = [*clause.up(j)]
        path = path[: path.index(i)]
        head = tokens[j].head
        if tokens[j].deprel == "conj" and not clause.marker(j) and not any(clause.verbal(k) for k in path):
            if clause.names(head, class_):
                if head in found:
                    found.append(j)
            elif class_ == "Person" and tokens[i].head != j and not any(clause.names(k, "Person") for k in path):
                found.append(j)
        elif tokens[j].deprel == "appos" and head in found and _only_list_marks(clause, head, j):
            found += [] if outline(clause).owns(j) else [j]
    return sorted({*found, *joined(clause, [i], class_, plural=True)})


def listed_with(clause: Clause, i: int, class_: str) -> list[int]:
    """Return a pronoun with the names that are joined to it: "he and his colleague Ada"."""
    behind = i + 1
    joins = behind < len(clause.tokens) and clause.forms[behind] in clause.language.grammar.conjunctions
    return [i, *_listed_after(clause, i, class_)] if joins else [i]


def described_list(clause: Clause, first: int, noun: int, class_: str) -> list[int]:
    """Return what a noun in front of a list describes: all of it if the noun is a plural."""
    return coordinated(clause, first, class_) if several(clause, noun) else [first]


def list_described(clause: Clause, last: int, noun: int, class_: str) -> list[int]:
    """Return what a noun behind a list describes ("Ada and Grace, two engineers"): all of it if it is a plural."""
    first = last
    while clause.tokens[first].deprel == "conj" and clause.names(clause.tokens[first].head, class_):
        first = clause.tokens[first].head
    if several(clause, noun):
        found = {*coordinated(clause, first, class_), *joined(clause, [last], class_, plural=True)}
        return sorted(k for k in found if k < noun) or [last]
    return [last]


def several(clause: Clause, noun: int) -> bool:
    """Tell whether a noun means several: a plural, "the pair", "the trio"."""
    references = clause.language.references
    together = references.person_group_nouns | references.group_sizes.keys()
    return "Number=Plur" in clause.tokens[noun].feats or clause.forms[noun] in together


def _only_list_marks(clause: Clause, left: int, right: int) -> bool:
    return all(clause.forms[k] in clause.language.grammar.list_marks for k in range(left + 1, right))


def _lost_before(clause: Clause, i: int, class_: str) -> list[int]:
    """Return the first of two subjects, which the parser likes to make the root: "Ada et Grace ont fondé"."""
    first = i - 2
    if first < 0 or not clause.tokens[i].deprel.startswith("nsubj") or clause.tokens[i - 1].upos != "CCONJ":
        return []
    token = clause.tokens[first]
    astray = token.deprel in ("root", "dislocated") and token.head in (first, clause.tokens[i].head)
    return [first] if astray and clause.names(first, class_) else []


def _begins_clause(clause: Clause, j: int, i: int) -> bool:
    """Tell whether name j, behind name i, is the subject of a verb of its own: ", Ada said"."""
    head = clause.tokens[j].head
    nearer = any(j < k < head and clause.tokens[k].deprel.startswith("nsubj") for k in clause.children[head])
    return (
        clause.tokens[j].deprel.startswith("nsubj")
        and clause.verbal(head)
        and head not in (clause.tokens[i].head, i)
        and not nearer
        and not ends_list(clause, j, head)
    )


def ends_list(clause: Clause, name: int, verb: int) -> bool:
    """Tell whether a name ends a list in an aside, although the tree makes it the subject of the verb behind the aside.

    "Ada, formerly of X and Y, has left": one comma alone parts no subject from its verb.
    """
    between = clause.forms[name + 1 : verb]
    closed = "," in between[:1] and "," not in between[1:]
    grammar = clause.language.grammar
    goes_on = name > 1 and clause.forms[name - 1] in grammar.conjunctions | grammar.sequence
    return closed and goes_on and clause.names(name, "Organization") and clause.names(name - 2, "Organization")


def _listed_after(clause: Clause, i: int, class_: str) -> list[int]:
    """Return the names that a comma or conjunction joins to token i, articles and prepositions repeated or not."""
    grammar = clause.language.grammar
    describes = clause.is_a(class_, "Artifact")
    titled = clause.is_a(class_, "Person")
    found = []
    last, description, joined = i, 0, False
    for j in range(i + 1, len(clause.tokens)):
        if titled and joined and not clause.named(j) and (name := _titled(clause, j, class_)) is not None:
            if _begins_clause(clause, name, i):
                break
            found.append(name)
            last, description, joined = name, 0, False
        elif j < last:
            continue
        elif clause.named(j):
            if not joined or not clause.refers(j, class_) or _begins_clause(clause, j, i) or clause.owns(j):
                break
            found.append(j)
            last, description, joined = j, 0, False
        elif clause.forms[j] in grammar.list_marks:
            joined = True
        elif clause.forms[j] in grammar.articles:
            continue
        elif (
            describes
            and joined
            and j - last <= _LIST_GAP_TOKENS
            and description < _DESCRIPTION_TOKENS
            and clause.tokens[j].upos in _DESCRIBING
        ):
            description += 1
        else:
            break
    return found


def _titled(clause: Clause, start: int, class_: str) -> int | None:
    """Return the name that a description right before it introduces: "his colleague Ada", "l'Américain Eric Schmidt".

    It begins at token `start`, behind a list mark; what a preposition leads to last is another: "a friend of Ada".
    """
    for k in range(start, min(start + _TITLE_TOKENS, len(clause.tokens))):
        if clause.names(k, class_):
            described = k > start and clause.tokens[k - 1].upos in ("NOUN", "ADJ", "PROPN")
            return k if described else None
        if not clause.named(k) and clause.tokens[k].upos not in _TITLING:
            return None
    return None


def joined(clause: Clause, found: Sequence[int], class_: str, *, plural: bool) -> list[int]:
    """Return what was found with the names that are coordinated with it, if it may be several."""
    if len(found) != 1 or not plural or not clause.named(found[0]):
        return list(found)
    return [
        *reversed(list(_joined_before(clause, found[0], class_))),
        *found,
        *_joined_behind(clause, found[0], class_),
    ]


def _lead(clause: Clause, name: int) -> tuple[int, str]:
    """Return where the phrase of a name begins, and the preposition that a list may repeat before each name.

    The noun that leads to it may be left out: "an internship at X and another at Y".
    """
    start = outline(clause).edge(name)
    if not start or clause.tokens[start - 1].upos != "ADP":
        return start, ""
    led = start - 1
    first = led
    while first and clause.forms[first - 1] in clause.language.grammar.elliptic - clause.language.grammar.list_marks:
        first -= 1
    elliptic = first and clause.forms[first - 1] in clause.language.grammar.list_marks
    return first if elliptic else led, clause.preposition(clause.forms[led])


def _joined_before(clause: Clause, name: int, class_: str) -> Iterator[int]:
    own, marks = outline(clause), clause.language.grammar.list_marks
    while True:
        start, preposition = _lead(clause, name)
        k = start - 1
        link = []
        while k >= 0 and clause.forms[k] in marks:
            link.append(clause.forms[k])
            k -= 1
        if not link or k < 0:
            return
        if not clause.names(k, class_) and link[0] in clause.language.grammar.conjunctions and link[-1] == ",":
            # "Ada, founder of X, and Grace": what stands between is a description of Ada.
            piece = own.piece(k)
            k = piece.start - 2
        if k < 0 or not clause.names(k, class_):
            return
        repeated = _lead(clause, k)[1] in ("", preposition)
        # "of Ada and Grace": what leads to the first may lead to all.
        if not repeated and (preposition or link[0] not in clause.language.grammar.conjunctions):
            return
        yield k
        if not repeated:
            return
        name = k


def _joined_behind(clause: Clause, name: int, class_: str) -> Iterator[int]:
    """Yield the names that follow in a list, their descriptions left out if a conjunction closes it."""
    own, grammar = outline(clause), clause.language.grammar
    preposition = _lead(clause, name)[1]
    pending: list[int] = []
    joined_here = False
    for k in range(name + 1, len(clause.tokens)):
        if clause.names(k, class_) and own.owns(k):
            return
        if clause.names(k, class_):
            start, repeated = _lead(clause, k)
            if not joined_here or repeated not in ("", preposition) or _begins_clause(clause, k, name):
                return
            pending.append(k)
            if clause.forms[start - 1] in grammar.conjunctions or _next_to(clause, start, name):
                yield from pending
                pending = []
            name, joined_here = k, False
        elif clause.forms[k] in grammar.list_marks:
            joined_here = True
        elif own.finite(k) or clause.forms[k] in (";", ":", "."):
            return


def _next_to(clause: Clause, start: int, last: int) -> bool:
    return all(clause.forms[m] in clause.language.grammar.list_marks for m in range(last + 1, start))


def opening(clause: Clause) -> list[Mention]:
    """Return the people whom a list item is about: its topic, and who is named along with it."""
    topic = clause.sentence.topic
    if topic is None:
        return []
    first = next((i for i in range(len(clause.tokens)) if clause.names(i, topic.type)), None)
    if first is None:
        return [topic]
    together = joined(clause, [first], topic.type, plural=True)
    return clause.mentions(together, topic.type)
