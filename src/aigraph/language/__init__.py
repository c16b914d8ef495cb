"""A language's data: `lang/<code>/language.toml`, read strictly. Data only; what it means is said where it is used."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import InputError
from aigraph.language.grammar import Conjugation, Grammar
from aigraph.language.masks import Masks
from aigraph.language.modality import ModalityWords
from aigraph.language.names import Names, Segmentation
from aigraph.language.quantities import Quantities
from aigraph.language.references import References
from aigraph.language.strict import Words, read_toml, refuse_unknown, strict, strings, table

__all__ = [
    "LANGUAGES_DIR",
    "Conjugation",
    "Language",
    "References",
    "language",
    "languages",
    "read_toml",
    "refuse_unknown",
    "strings",
    "table",
]

LANGUAGES_DIR = Path(__file__).parents[1] / "lang"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All of one language's data; there is one object a language, compared by identity.

    `pipelines` are spaCy packages, best first; `dependencies` maps their labels to those of Universal Dependencies.
    """

    code: str
    name: str
    pipelines: tuple[str, ...]
    dependencies: Mapping[str, str]
    segmentation: Segmentation
    names: Names
    references: References
    modality: ModalityWords
    grammar: Grammar
    conjugation: Conjugation
    masks: Masks
    sets: Mapping[str, Words]
    quantities: Quantities

    @property
    def relations_dir(self) -> Path:
        """The folder of the rule files, one a relation."""
        return LANGUAGES_DIR / self.code / "relations"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted.

    >>> languages()
    ('en', 'fr')
    """
    return tuple(sorted(path.parent.name for path in LANGUAGES_DIR.glob("*/language.toml")))


@cache
def language(code: str) -> Language:
    """Read the language `code`; raises InputError when there is none, DataError when its file is malformed."""
    if code not in languages():
        raise InputError(f"language {code!r} is not read yet; there are {', '.join(languages())}")
    path = LANGUAGES_DIR / code / "language.toml"
    data = read_toml(path)
    return typing.cast("Language", strict(Language, {"code": code, **data}, str(path)))
