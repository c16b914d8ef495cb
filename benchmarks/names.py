"""Made-up names, for articles that nobody wrote about people who do not exist.

Family names, organisations and models are put together from parts that no name is made of; only the given names are
those of `ontology/gazetteer/people.toml`. Whoever seems to be meant is not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from aigraph.vocabulary import ontology_dir


def _parts(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Parts differ in two letters at least: no made-up name is a slip of the pen for another.
_FAMILY = (
    _parts(
        "Balv Brask Crent Dorv Eskel Fald Gorm Hask Ilv Jund Kresk Lomb Mard Nolv Orsk Pald Quist Rusk Selv Tarn Ulm"
        " Vand Wolk Yark Zent Blav Drosk Frend Gliss Prem Skold Trav"
    ),
    _parts("an el im or us ath eck ing oll urd ash env ist omb uft yr"),
    _parts(
        "ixham obray umbry evane idorf ulqvist agnac ibor edal uzzen avik otham inov erquin alque izumay olsk ivarez"
        " emoux achter ugard enko ospel ibault"
    ),
)
_ORGANIZATION = (
    _parts(
        "Ax Bren Cald Dyn Elu For Gral Hyp Iro Jax Kli Lum Mez Nar Opt Pry Qua Rho Syn Tel Umb Ver Wex Xan Ymi Zan Cro"
        " Fli Stro Pla"
    ),
    _parts("tri vol ma kes du nop sil ga rem fi zor bu lat che wyn"),
    _parts("plex quor nexa thra vane dium lix mora tope ryn vasta core gent phor stel ndra wick zene bolt cade"),
)
_MODEL = (
    _parts("Orb Tav Kel Ziv Nim Dov Pax Lyr Hex Vok Sab Rin Mog Fen Cyl Bex Jor Ulv Gad Wim Sten Drax Phul Quor Tsum"),
    _parts("a el ir o ut en ask im olv er"),
    _parts("ux rex lyn dor mit vane gon pel sta quill bra ness fyr tock jan mu clef zil hob wyck dex rop sket lau"),
)
_SUFFIXES = ("AI", "Labs", "Research", "Robotics", "Systems", "Intelligence", "Technologies", "Compute", "Sciences")
_OUTLETS = ("Courier", "Gazette", "Ledger", "Dispatch", "Monitor", "Observer", "Bulletin", "Examiner")
_PLACEHOLDERS = ("Placeholder", "Synthetic", "Sample", "Example", "Fixture", "Mock", "Specimen", "Dummy")

FAMILIES = 12_288
"""How many family names there are."""


def _composed(parts: Sequence[Sequence[str]], number: int, stride: int) -> str:
    """Return one of all combinations; neighbours in number have nothing in common."""
    total = 1
    for part in parts:
        total *= len(part)
    place = number * stride % total
    syllables = []
    for part in reversed(parts):
        place, at = divmod(place, len(part))
        syllables.append(part[at])
    return "".join(reversed(syllables))


@cache
def given_names() -> tuple[str, ...]:
    """Return the given names of the gazetteer that are no words or places, sorted."""
    tables = tomllib.loads((ontology_dir() / "gazetteer" / "people.toml").read_text(encoding="utf-8"))
    common = {name for names in tables["common"].values() for name in names}
    found = {name for table in ("women", "men") for names in tables[table].values() for name in names}
    return tuple(sorted(name for name in found - common if len(name) > 2 and name.isalpha()))


def family_name(number: int) -> str:
    """Return one of `FAMILIES` family names."""
    return _composed(_FAMILY, number, 4_909)


def organization_name(number: int) -> str:
    """Return one of 9,000 names."""
    return f"{_composed(_ORGANIZATION, number, 3_727)} {_SUFFIXES[number % len(_SUFFIXES)]}"


def model_family(number: int) -> str:
    """Return one of 6,000 names of families of models."""
    return _composed(_MODEL, number, 777)


def outlet(number: int) -> str:
    """Return one of 64 names of newspapers."""
    return f"{_PLACEHOLDERS[number // len(_OUTLETS) % len(_PLACEHOLDERS)]} {_OUTLETS[number % len(_OUTLETS)]}"
