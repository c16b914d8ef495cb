"""Whether a given name is a man's or a woman's, where the lists of all countries agree."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from faker.providers import person

_LISTS = {"m": "first_names_male", "f": "first_names_female"}


def usual_gender(given: str) -> str | None:
    """Return the gender, "m" or "f", of those who bear a given name; None where that differs or is not known.

    >>> usual_gender("Yann"), usual_gender("Marie-Anne"), usual_gender("Alexis")
    ('m', 'f', None)
    """
    key = given.casefold()
    return _genders().get(key) or _genders().get(key.partition("-")[0])


@cache
def _genders() -> Mapping[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
            for gender, names in _LISTS.items():
                for name in getattr(provider, names, ()):
                    found[name.casefold()].add(gender)
    return {name: min(genders) for name, genders in found.items() if len(genders) == 1}
