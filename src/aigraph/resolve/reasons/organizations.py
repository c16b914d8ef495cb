"""Why two names may stand for one organisation. A unit is not what it is a unit of."""

from __future__ import annotations

from aigraph.resolve.organization import OrganizationName
from aigraph.resolve.reasons.reason import Reason

_DISTINCT_CHARS = 5


def same_spelling(one: OrganizationName, other: OrganizationName) -> bool:
    """One name, written alike but for case, accents, signs, spaces, the article and the legal form."""
    return one.letters == other.letters


def translated(one: OrganizationName, other: OrganizationName) -> bool:
    """Equal words, the general ones in two languages."""
    same = one.key == other.key or (sorted(one.key) == sorted(other.key) and one.is_romance != other.is_romance)
    return same and one.letters != other.letters


def acronym(short: OrganizationName, full: OrganizationName) -> bool:
    """One name is made of the initials of the other."""
    return bool(short.acronym) and short.acronym in full.initials


def general_word(short: OrganizationName, full: OrganizationName) -> bool:
    """One name adds a word that says little: Group, Technologies, Company."""
    return bool(full.core) and short.core == full.core and short.letters != full.letters


def adds_ai(short: OrganizationName, full: OrganizationName) -> bool:
    """One name adds AI."""
    return len(full.before_ai) >= _DISTINCT_CHARS and short.letters == full.before_ai


def adds_kind(short: OrganizationName, full: OrganizationName) -> bool:
    """One name adds what it is: Labs, Capital, Ventures."""
    return (
        len(full.stem) >= _DISTINCT_CHARS
        and short.letters == full.stem
        and short.core == short.stem
        and full.core != full.stem
    )


FAMOUS = (Reason(same_spelling, 1.0), Reason(translated, 1.0), Reason(general_word, 1.0))
"""What makes a name that of an organisation which has many units, of which one may be called its AI."""

KNOWN = (*FAMOUS, Reason(adds_ai, 1.0))
"""What makes a name that of an organisation of the gazetteer, whose acronyms are known."""

ACRONYM = (Reason(acronym, 1.0),)
"""What makes a name that of an organisation of the gazetteer which has no other acronym, or no other long name."""

REASONS = (
    *KNOWN,
    *ACRONYM,
    Reason(adds_kind, 0.8),
)
"""What speaks for two names of organisations."""
