"""A block that shows a view: lines of `name: value` to the state that the page holds in its address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from aigraph.errors import InputError
from aigraph.model import DateBounds, Modality, Status
from aigraph.story.cite import Sources, encoded
from aigraph.story.place import at
from aigraph.vocabulary import vocabulary

VIEWS = {
    "graph": ("Graph", "Graphe"),
    "flows": ("Flows", "Flux"),
    "timeline": ("Timeline", "Chronologie"),
    "models": ("Models", "Modèles"),
    "conflicts": ("Conflicts", "Contradictions"),
    "statements": ("Statements", "Énoncés"),
}
"""The views of the page, as its tabs call them in English and French."""

_TRUE_ON = ("true on", "vrai le")
_KNOWN_ON = ("known on", "connu le")

Setting = tuple[str, str]
"""A part of the page's address: its name and its value."""


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows beside a step: the state in the words of its address, and what it is called."""

    hash: str
    caption: str


def view(block: str, sources: Sources, *, name: str, line: int, language: str) -> View:
    """Read a block; raises InputError, with the line, on what the page does not have or the graph does not hold."""
    settings: list[Setting] = []
    captions: list[str] = []
    own = ""
    for number, said, value in lines(block, line):
        with at(name, number):
            if said == "caption":
                own = value
            elif said not in _READERS:
                raise InputError(f"a view has no {said!r}; it has {', '.join((*_READERS, 'caption'))}")
            elif not value:
                raise InputError(f"{said}: there is nothing after the colon")
            else:
                found, caption = _READERS[said](value, sources, language)
                settings += found
                captions.append(caption)
    address = "&".join(f"{key}={encoded(value)}" for key, value in settings)
    return View(address, own or " · ".join(filter(None, captions)) or _of(VIEWS["graph"], language))


def lines(block: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Yield the number, the name and the value of each line of a block; raises InputError on a line without a colon."""
    for number, line in enumerate(block.splitlines(), first):
        if line.strip() and not line.lstrip().startswith("#"):
            said, colon, value = line.partition(":")
            yield number, said.strip().casefold().replace("_", "-") if colon else line.strip(), value.strip()


def _view(value: str, _: Sources, language: str) -> tuple[list[Setting], str]:
    wanted = "models" if value.casefold() == "works" else value.casefold()
    if wanted not in VIEWS:
        raise InputError(f"there is no view {value!r}; there are {', '.join(VIEWS)}")
    return [("view", "works" if wanted == "models" else wanted)], _of(VIEWS[wanted], language)


def _around(value: str, sources: Sources, _: str) -> tuple[list[Setting], str]:
    entity = sources.entity(value)
    return [("scope", "around"), ("around", entity.id)], entity.label


def _scope(value: str, _: Sources, language: str) -> tuple[list[Setting], str]:
    if value not in ("organizations", "full"):
        raise InputError(f"there is no scope {value!r}; there are organizations and full, and around: NAME")
    return ([("scope", "full")], _of(("everything", "tout"), language)) if value == "full" else ([], "")


def _show(value: str, sources: Sources, language: str) -> tuple[list[Setting], str]:
    target = sources.target(value)
    return [("show", target.selection)], target.labels[language]


def _organizations(value: str, sources: Sources, _: str) -> tuple[list[Setting], str]:
    found = [sources.entity(name) for name in _parts(value)]
    for entity in found:
        if not vocabulary().is_a(entity.type, "Organization"):
            raise InputError(f"{entity.label} is not an organisation")
    return [("org", entity.id) for entity in found], ", ".join(entity.label for entity in found)


def _articles(value: str, sources: Sources, _: str) -> tuple[list[Setting], str]:
    # A title may hold a comma: one article a line.
    return [("article", sources.articles(value))], value


def _roles(value: str, sources: Sources, _: str) -> tuple[list[Setting], str]:
    return _chosen("role", (part.lower() for part in _parts(value)), sources.roles(), "role of the graph"), value


def _relations(value: str, _: Sources, language: str) -> tuple[list[Setting], str]:
    relations = vocabulary().relations
    found = _chosen("rel", _parts(value), relations, "relation")
    return found, ", ".join(relations[relation].labels[language] for _, relation in found)


def _certainty(value: str, _: Sources, __: str) -> tuple[list[Setting], str]:
    return _chosen("certainty", _parts(value), [m.value for m in Modality], "certainty"), ""


def _status(value: str, _: Sources, __: str) -> tuple[list[Setting], str]:
    return _chosen("status", _parts(value), [s.value for s in Status], "status"), ""


def _sources(value: str, _: Sources, __: str) -> tuple[list[Setting], str]:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 999:
        raise InputError(f"sources: how many independent sources at least, not {value!r}")
    return [("sources", value)] if int(value) > 1 else [], ""


def _day(key: str, words: tuple[str, str]) -> Callable[[str, Sources, str], tuple[list[Setting], str]]:
    def read(value: str, _: Sources, language: str) -> tuple[list[Setting], str]:
        bounds = DateBounds.read(value)
        if bounds is None or bounds.earliest is None or bounds.latest is None:
            raise InputError(f"a date is written as in 2025-06-30, 2025-06 or 2025, not {value!r}")
        return [(key, bounds.latest.isoformat())], f"{_of(words, language)} {value}"

    return read


def _chosen(key: str, chosen: Iterable[str], known: Iterable[str], what: str) -> list[Setting]:
    known = list(known)
    found = list(chosen)
    for value in found:
        if value not in known:
            there = f"; there are {', '.join(known)}" if len(known) < 30 else ""
            raise InputError(f"{value!r} is no {what}{there}")
    return [(key, value) for value in found]


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(";" if ";" in value else ",") if part.strip()]


def _of(words: tuple[str, str], language: str) -> str:
    return words[language == "fr"]


_READERS: dict[str, Callable[[str, Sources, str], tuple[list[Setting], str]]] = {
    "view": _view,
    "scope": _scope,
    "around": _around,
    "show": _show,
    "organizations": _organizations,
    "roles": _roles,
    "relations": _relations,
    "certainty": _certainty,
    "status": _status,
    "articles": _articles,
    "sources": _sources,
    "true-on": _day("on", _TRUE_ON),
    "known-on": _day("known", _KNOWN_ON),
}
