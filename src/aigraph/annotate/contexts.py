"""The words before and behind a name that tell an organisation or a work: "founder of X", "X, a start-up"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aigraph.annotate.typography import SPACES, any_of
from aigraph.language import Language
from aigraph.model import Span

_BEFORE_CHARS = 60
_AFTER_CHARS = 60
_SPACE = rf"[{SPACES}\n]"
# Nothing but an article and a quotation mark may stand between a lead and the name.
_QUOTE = rf"(?:[«“\"‘']{_SPACE}?)?$"


@dataclass(frozen=True, slots=True)
class Context:
    """The text just before and just behind a name, case-folded."""

    before: str
    after: str

    @classmethod
    def of(cls, text: str, span: Span, within: Span) -> Context:
        """Return what stands around a span of a text, in the sentence or line `within`."""
        before = text[max(within.start, span.start - _BEFORE_CHARS) : span.start]
        return cls(before.casefold(), text[span.end : min(within.end, span.end + _AFTER_CHARS)].casefold())

    def has(self, sign: str, language: Language) -> bool:
        """Tell whether a sign of the table stands before or behind the name."""
        before, after = _signs(language)
        if sign in before:
            return before[sign].search(self.before) is not None
        return after[sign].match(self.after) is not None


@cache
def affiliation(language: Language) -> re.Pattern[str]:
    """Return the expression for what stands between a person and an organisation: "of", ", de l'", a bracket."""
    of = any_of(language.grammar.origin_prepositions | language.names.contracted_of)
    article = any_of(language.grammar.articles)
    return re.compile(
        rf"(?:,?{_SPACE}{of}(?:{_SPACE}|(?<=[’']))(?:{article}(?:{_SPACE}|(?<=[’'])))?|{_SPACE}\((?:ex-)?)"
    )


@cache
def membership(language: Language) -> re.Pattern[str]:
    """Return the expression for what a person does, or is, to the organisation behind it: ", who left", "works at"."""
    names = language.names
    relative = rf"(?:,?{_SPACE}{any_of(language.references.relative_pronouns)})?"
    article = rf"(?:{any_of(names.articles)}(?:{_SPACE}|(?<=[’'])))?"
    deed = rf"(?:{_SPACE}{any_of(names.helping)}){{0,3}}{_SPACE}?{any_of(names.memberships)}"
    return re.compile(rf"{relative}{deed}{_SPACE}{article}")


@cache
def hiring(language: Language) -> re.Pattern[str]:
    """Return the expression for what an organisation does to the person behind it: "has poached"."""
    names = language.names
    return re.compile(rf"(?:{_SPACE}{any_of(names.helping)}){{0,3}}{_SPACE}{any_of(names.hirings)}{_SPACE}$")


@cache
def _signs(language: Language) -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, re.Pattern[str]]]:
    before, after = _before(language), _after(language)
    return (
        {sign: re.compile(rf"(?<![\w-]){pattern}{_QUOTE}") for sign, pattern in before.items()},
        {sign: re.compile(pattern) for sign, pattern in after.items()},
    )


def _before(language: Language) -> Mapping[str, str]:
    names, grammar, sets = language.names, language.grammar, language.sets
    of = rf"{_SPACE}{any_of(grammar.origin_prepositions | names.contracted_of)}(?:{_SPACE}|(?<=[’']))"
    article = rf"(?:{any_of(grammar.articles)}(?:{_SPACE}|(?<=[’'])))?"
    also = rf"(?:{_SPACE}{any_of(grammar.conjunctions | {'&'})}{_SPACE}[\w-]+(?:{_SPACE}[\w-]+)?)?"
    adjective = rf"(?:{_SPACE}[\w-]*{any_of(names.adjective_endings)})?" if names.adjective_endings else ""
    # "la plateforme de cours en ligne X", "fonde en 2000 X"
    complement = rf"(?:{_SPACE}{any_of(names.complements)}{_SPACE}?[\w-]+){{0,3}}" if names.complements else ""
    called = rf"(?:,?{_SPACE}{any_of(names.callings)})?"
    nouns = any_of(language.references.organization_nouns)
    a, works = any_of(names.indefinite), any_of(names.artifact_cues)
    subject = any_of(sets["degree"] | names.chairs)
    departure = rf"{any_of(names.departures)}\b[^.;:!?]{{1,40}}{_SPACE}{any_of(names.goals)}"
    return {
        "article": rf"{any_of(names.articles)}{_SPACE}?",
        "organization noun": rf"{any_of(names.organization_cues)}{adjective}{complement}{called}{_SPACE}",
        "organization told of": rf"(?:{a}|[’']s){_SPACE}(?:[\w-]+{_SPACE}){{0,3}}{nouns}{adjective},{_SPACE}",
        "organization lead": rf"{any_of(names.organization_leads)}(?:(?<=-)|{complement}{_SPACE}){article}",
        "organization move": rf"(?:{any_of(names.organization_moves)}|{departure}){_SPACE}{article}",
        "origin": rf"{any_of(names.organization_origins)}{_SPACE}{article}",
        "founder of": rf"{any_of(sets['founder'])}{also}{of}{article}",
        "post of": rf"{any_of(names.posts | sets['post'])}{adjective}{also}{of}{article}",
        "title": rf"{any_of(names.person_titles)}{adjective}{_SPACE}",
        "learned": (
            rf"(?:{any_of(names.studying)}|{subject}(?:{_SPACE}[\w.]+){{0,3}}{_SPACE}{any_of(names.subject_links)})"
            rf"{_SPACE}"
        ),
        "work noun": rf"{works}{adjective}{called}{_SPACE}",
        "maker of": rf"{any_of(sets['creator'] | sets['author'])}{also}{of}{article}",
        "work lead": rf"{any_of(names.artifact_leads)}{_SPACE}{article}",
        "work making": rf"{any_of(names.artifact_makings)}{_SPACE}{article}",
    }


def _after(language: Language) -> Mapping[str, str]:
    names, sets = language.names, language.sets
    head = any_of(sets["founder"] | sets["post"])
    staff = any_of(sets["founder"] | sets["role"])
    works = any_of(names.artifact_cues)
    article = rf"{any_of(names.articles)}{_SPACE}"
    adjuncts = language.grammar.noun_adjuncts
    adverb = rf"(?:{_SPACE}{any_of(names.interposed)}){{0,2}}"
    being = rf"{adverb}{_SPACE}{any_of(names.being)}{adverb}"
    words = rf"(?:{_SPACE}(?!{any_of(names.linking)}{_SPACE})[\w’'()-]+){{0,5}}"
    relative = rf"(?:,?{_SPACE}{any_of(language.references.relative_pronouns)})?"
    person = any_of((sets["role"] | sets["occupation"]) - names.shared_roles)
    return {
        "its head": rf"(?:[’']s{_SPACE}(?:[\w-]+{_SPACE}){{0,2}}|-|{_SPACE}){head}\b" if adjuncts else "(?!)",
        "its people": rf"(?:-|{_SPACE}){staff}\b" if adjuncts else "(?!)",
        "organization behind": (
            rf",{_SPACE}(?:{article})?(?:[\w-]+{_SPACE}){{0,3}}{any_of(language.references.organization_nouns)}"
            rf"(?![\w’'-]|{_SPACE}{staff}\b)"
        ),
        "organization sign": rf"{_SPACE}?{any_of(names.organization_signs)}\b",
        "founding": (
            rf"{_SPACE}?{any_of(names.founding_signs)}(?!\w)"
            rf"|,{_SPACE}{any_of(language.references.relative_pronouns)}\b[^.,;:!?]{{1,40}}?{_SPACE}{any_of(names.foundings)}\b"
        ),
        "work behind": (
            rf",{_SPACE}{article}(?:[\w-]+{_SPACE}){{0,3}}{works}\b" + (rf"|{_SPACE}{works}\b" if adjuncts else "")
        ),
        "person sign": rf"{_SPACE}?{any_of(names.person_signs)}\b",
        "person behind": rf",{_SPACE}(?:{any_of(names.determiners)}{_SPACE}?(?:[\w’'-]+{_SPACE}){{0,3}})?{staff}\b",
        "person deed": (
            rf"{relative}(?:(?:{being}|{adverb}){_SPACE}?{any_of(names.person_deeds)}\b"
            rf"|{being}(?:{_SPACE}{any_of(names.determiners)}{words})?{_SPACE}{person}\b)"
        ),
        "organization deed": (
            rf"{being}?{_SPACE}?{any_of(names.organization_deeds)}\b|"
            rf"{being}{_SPACE}{any_of(names.determiners)}{words}{_SPACE}{any_of(names.company_kinds)}\b"
        ),
        "age": r"\s?,\s?\d{2}\b",
    }
