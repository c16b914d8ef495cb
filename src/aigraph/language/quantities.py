"""How dates, durations, sums of money and numbers are said."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.language.strict import Words


@dataclass(frozen=True, slots=True)
class QuantityPhrases:
    """How dates, durations, sums of money and numbers are said; `annotate.quantities.phrases` says how to write one.

    `period`, `date` and `bare` are parts that other phrases are made of; `bare` is a date only after a word that
    calls for one. What a phrase of `nothing` covers is no quantity.
    """

    period: tuple[str, ...]
    date: tuple[str, ...]
    bare: tuple[str, ...]
    by: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    range: tuple[str, ...]
    duration: tuple[str, ...]
    money: tuple[str, ...]
    number: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantities:
    """The marks within numbers, the words that phrases name, those that have a value, and the phrases."""

    decimal: str
    grouping: str
    words: Mapping[str, Words]
    values: Mapping[str, Mapping[str, typing.Any]]
    phrases: QuantityPhrases
