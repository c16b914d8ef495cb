"""The stand-ins that the parser sees in place of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.language.strict import Words


@dataclass(frozen=True, slots=True)
class Masks:
    """The stand-ins that the parser sees in place of names, so that no name can change how a sentence is read.

    The `_phrase` ones ("cette entreprise") parse better than names where no noun stands before; `after` holds words
    and `after_endings` ends of words behind which only a name can stand, but a phrase can behind words of `before`.
    `behind` gives stand-ins that suit an article, `elisions` the full form of a word that a phrase may follow. The
    `prefix` "co" is put aside before a hyphen or one of the `prefixed` stems: the parser knows the words without it.
    `known` gives words that the parser knows for some that it takes apart ("start-up"). Brackets with one of the
    `births` and a year are put aside.
    """

    person: tuple[str, ...]
    organization: tuple[str, ...]
    artifact: tuple[str, ...]
    organization_phrase: tuple[str, ...]
    artifact_phrase: tuple[str, ...]
    after: Words
    after_endings: tuple[str, ...]
    behind: Mapping[str, list[str]]
    before: Words
    elisions: Mapping[str, str]
    prefix: str
    prefixed: tuple[str, ...]
    known: Mapping[str, str]
    births: Words
