"""Find what a sentence leaves out: where someone arrives or what he or she leaves, known from the article so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.function.told import in_question, leads_from
from aigraph.extract.office import office_held
from aigraph.extract.outline import outline
from aigraph.extract.preposition import oblique
from aigraph.extract.search import Search
from aigraph.extract.verb import deep_object, denoted_subject, has_object, passive
from aigraph.extract.wordorder import led
from aigraph.model import Block, Mention

# How likely the organisation in question must be to go without saying.
_LIKELY = 0.75
# How likely it must be to be in question if something else speaks for it: that someone works there, say.
_IN_QUESTION = 0.05

# How many tokens the words have that open a sentence like the one before.
_OPENING_TOKENS = 4

Implied = Callable[[Search, Sequence[str]], Iterator[Mention]]
"""What yields the organisation that goes without saying, for the people with these names, the likeliest first."""


def destination(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find where someone arrives when it is not said: where others did, the organisation in question, the employer."""
    joined = _person_joined(search, people)
    if joined is not None:
        yield from _where(search, joined)
    elif not has_object(search.clause, search.at, search.phrase) and not _names_goal(search):
        yield from _label(search)
        yield from _like_others(search, people, "movedTo")
        yield from _likely(search)
        yield from _employers(search, people)
        yield from _main_goal(search)


def company(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find where the one went whom someone goes with: "Ada moved with Grace", "Alan followed her"."""
    clause, verb, prepositions = search.clause, search.at, search.clause.language.grammar.company
    found = oblique(clause, verb, prepositions, "Person") or led(clause, verb, prepositions, "Person")
    followed = _person_joined(search, people)
    leader = _other(search, found, people) or followed
    home = None if leader is None else clause.course.home(leader, _place(search))
    if home is None and followed is not None:
        home = clause.background.employers.get(followed)
    if home is not None:
        yield home


def likewise(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find where the one before went, where a person brings in another: "Likewise, Ada has lured Grace"."""
    clause = search.clause
    opening = {" ".join(clause.forms[:length]) for length in range(1, 1 + _OPENING_TOKENS)}
    if opening & clause.language.grammar.likewise and denoted_subject(clause, search.at, "Person"):
        yield from _like_others(search, people, "movedTo")


def back(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find where someone returns to when it is not said: what he or she left, or who announces it."""
    if has_object(search.clause, search.at, search.phrase) or _names_goal(search):
        return
    yield from _announcer(search)
    for event in search.clause.course.before(_place(search), "left"):
        if event.person in people:
            yield event.organization


def _person_joined(search: Search, people: Sequence[str]) -> str | None:
    """Return whom the trigger's people join or follow."""
    clause, verb = search.clause, search.at
    if not clause.verbal(verb) or passive(clause, verb):
        return None
    return _other(search, deep_object(clause, verb, "Person"), people)


def _other(search: Search, tokens: Sequence[int], people: Sequence[str]) -> str | None:
    mentions = search.clause.mentions(tokens, "Person", taken=frozenset(people))
    return next((mention.name for mention in mentions if mention.name not in people), None)


def _where(search: Search, person: str) -> Iterator[Mention]:
    """Yield where a person is, as told last, or if the article knows of one organisation only."""
    clause = search.clause
    home, stations = clause.course.home(person, _place(search)), clause.background.stations.get(person, ())
    if home is not None:
        yield home
    elif len(stations) == 1:
        yield stations[0]


def source(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find what someone leaves when it is not said: where he or she is, what others left, what the article is about."""
    objects = has_object(search.clause, search.at, search.phrase) and office_held(search.clause, search.at) is None
    if not objects and not _names_origin(search):
        yield from understood(search, people)


def understood(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find what someone leaves by words that name no organisation: "handed in his notice"."""
    yield from _announcer(search)
    yield from _label(search)
    yield from _station(search, people)
    yield from _homes(search, people)
    yield from _likely(search)
    yield from _employers(search, people)
    yield from _sole(search, people)
    yield from _like_others(search, people, "left")


def _announcer(search: Search) -> Sequence[Mention]:
    """Return the organisation that says what the trigger says: "OpenAI has announced that Ada is leaving"."""
    clause = search.clause
    saying = clause.language.modality.saying
    above = next((k for k in clause.up(search.at) if clause.tokens[k].lemma in saying and clause.verbal(k)), None)
    return [] if above is None else search.mentions(denoted_subject(clause, above, search.class_))


def _label(search: Search) -> Iterator[Mention]:
    """Yield the organisation that the line opens with: "Cohere: Ada arrives from Meta"."""
    label = search.clause.course.label
    if label is not None and label.name not in _origins(search) and label.span.end <= _place(search):
        yield label


def _main_goal(search: Search) -> Iterator[Mention]:
    """Yield where many of the article's people go, if only one such place may be in question."""
    origins = _origins(search)
    goals = list(_in_question(search, search.clause.background.goals))
    yield from (goal for goal in goals if len(goals) == 1 and goal.name not in origins)


def _likely(search: Search) -> Iterator[Mention]:
    """Yield the organisation in question if it hardly can be another."""
    yield from in_question(search, _LIKELY)


def _in_question(search: Search, organizations: Iterable[Mention | None]) -> Iterator[Mention]:
    """Yield those of the organisations that may be in question."""
    names = {m.name for m in search.clause.sentence.salient if m.confidence >= _IN_QUESTION}
    yield from (mention for mention in organizations if mention is not None and mention.name in names)


def _origins(search: Search) -> set[str]:
    """Return the names of where people come from in the sentence, those that such names begin with included."""
    clause = search.clause
    tokens = range(len(clause.tokens))
    named = {clause.sentence.references[k][0].name for k in tokens if leads_from(clause, k, search.class_)}
    return named | {name.split()[0] for name in named}


def _names_origin(search: Search) -> bool:
    """Tell whether the words behind the trigger say what is left, be it known or not: "dropped out of Oxford"."""
    clause = search.clause
    return any(
        _means_organization(clause, k)
        and not clause.language.grammar.origin_prepositions.isdisjoint(clause.marker(k).split())
        for k in outline(clause).rightward(search.at)
    )


def _names_goal(search: Search) -> bool:
    """Tell whether the words behind the trigger say where it leads, be it known or not: "to a rival"."""
    clause = search.clause
    goals = clause.language.grammar.goal_prepositions
    return any(
        _means_organization(clause, k) and clause.first_marker(k) in goals for k in outline(clause).rightward(search.at)
    )


def _means_organization(clause: Clause, k: int) -> bool:
    """Tell whether token k is a name, but no person's, or stands for one: "the company", "the latter"."""
    references = clause.language.references
    stands_for = references.organization_pronouns | references.organization_nouns | references.ordinals.keys()
    named = clause.tokens[k].upos == "PROPN" or clause.named(k)
    return clause.forms[k] in stands_for or (named and not clause.names(k, "Person"))


def _like_others(search: Search, people: Sequence[str], relation: str) -> Iterator[Mention]:
    """Yield where others last went, or what they left: in the same paragraph, or else the organisation in question."""
    clause = search.clause
    course, origins = clause.course, _origins(search)
    salient = {mention.name for mention in clause.sentence.salient[:1]}
    for event in course.before(_place(search), relation):
        sure = event.organization.confidence >= _LIKELY
        if event.person not in people and event.organization.name not in origins and sure:
            in_mind = course.in_mind(event) and clause.sentence.block is not Block.ITEM and not event.origin
            if in_mind or event.organization.name in salient:
                yield event.organization
            return


def _place(search: Search) -> int:
    return search.clause.tokens[search.at].span.start


def _employers(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Yield where the people are, as the article has it most often."""
    employers, origins = search.clause.background.employers, _origins(search)
    known = [employers[name] for name in people if name in employers]
    yield from _in_question(search, (mention for mention in known if mention.name not in origins))


def present(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Find where the people are now, as the article has it: "Ada, who came from X, leads the lab of Y"."""
    employers, origins = search.clause.background.employers, _origins(search)
    if not has_object(search.clause, search.at, search.phrase) and not _names_goal(search):
        known = (employers[name] for name in people if name in employers)
        yield from (employer for employer in known if employer.name not in origins)


def _homes(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Yield where the people are, as told last."""
    clause = search.clause
    yield from _in_question(search, (clause.course.home(name, clause.sentence.span.start) for name in people))


def _station(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Yield the last organisation before the trigger of those where the people are or have been."""
    clause = search.clause
    stations = {mention.name for name in people for mention in clause.background.stations.get(name, ())}
    before = [
        k
        for k in range(search.at)
        if clause.refers(k, search.class_)
        and not leads_from(clause, k, search.class_)
        and not _long_past(clause, k, search.at)
    ]
    yield from [mention for mention in clause.mentions(before, search.class_) if mention.name in stations][-1:]


def _long_past(clause: Clause, k: int, at: int) -> bool:
    """Tell whether an organisation was left before what token `at` tells: "Ada, formerly of X, quit"."""
    own = outline(clause)
    piece = own.piece(k)
    former = any(clause.forms[m] in clause.language.grammar.former for m in range(piece.start, k))
    return former and own.number(at) != own.number(k) and not own.piece(at).relative


def _sole(search: Search, people: Sequence[str]) -> Iterator[Mention]:
    """Yield the one organisation where the article says that each of the people is or has been."""
    yield from _in_question(search, (search.clause.background.sole(name) for name in people))


IMPLIED: Mapping[str, Implied] = {
    "destination": destination,
    "present": present,
    "company": company,
    "likewise": likewise,
    "back": back,
    "implied": source,
    "understood": understood,
}
"""Every function that looks beyond the sentence, by the name that rule files call it: only objects are implied."""


def implied(search: Search, functions: Sequence[str], subjects: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the first that the functions that look beyond the sentence find for the subjects, nothing for nobody."""
    people = [subject.name for subject in subjects]
    looked = [IMPLIED[function](search, people) for function in functions if function in IMPLIED and people]
    found = (mention for mentions in looked for mention in mentions if mention.name not in search.taken)
    first = next(found, None)
    return () if first is None else (first,)
