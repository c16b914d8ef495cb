"""The questions that have a name: a file of SPARQL each, whose first comments say what it asks and what it answers.

To add one, write `questions/<name>.rq`. Its comments: `# title:` and `# titre:`, a line `# parameter: name (Class,
required): what it is` or `(date, optional)` or `(text, optional)` for each parameter, and `# column: name: what it
holds` for each column. The query selects its parameters and its columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import DataError
from aigraph.query.names import ANY
from aigraph.vocabulary import vocabulary

DATE = "date"
"""The kind of a parameter that takes a day, a month or a year."""

TEXT = "text"
"""The kind of a parameter that takes words as they are."""

_FOLDER = Path(__file__).parent / "questions"
_PARAMETER = re.compile(r"(?P<name>[a-z_]+) \((?P<kind>[A-Za-z]+), (?P<need>required|optional)\): (?P<what>.+)")
_COLUMN = re.compile(r"(?P<name>[a-z_]+): (?P<what>.+)")
_TITLES = {"title": "en", "titre": "fr"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked about: its name, the class of the entity, "date" or "text", and what it is."""

    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer, and what it holds."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, its title by language, its parameters, the columns of its answer, and its SPARQL."""

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str

    @property
    def title(self) -> str:
        """The title in English."""
        return self.titles["en"]


@cache
def questions() -> tuple[Question, ...]:
    """Return every named question, sorted by name; raises DataError when a file does not say what it asks."""
    return tuple(read_question(path) for path in sorted(_FOLDER.glob("*.rq")))


def read_question(path: Path) -> Question:
    """Read one question from its file; raises DataError with the file and the line."""
    text = path.read_text(encoding="utf-8")
    titles: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        key, _, said = line.removeprefix("#").strip().partition(": ")
        place = f"{path}:{number}"
        if key in _TITLES and said:
            titles[_TITLES[key]] = said
        elif key == "parameter" and (match := _PARAMETER.fullmatch(said)):
            if match["kind"] not in (ANY, DATE, TEXT, *vocabulary().class_labels):
                raise DataError(f"{place}: {match['kind']} is no class of the ontology")
            parameters.append(Parameter(match["name"], match["kind"], match["need"] == "required", match["what"]))
        elif key == "column" and (match := _COLUMN.fullmatch(said)):
            columns.append(Column(match["name"], match["what"]))
        else:
            raise DataError(f"{place}: neither title, titre, parameter nor column, or not written as one")
    if titles.keys() != {"en", "fr"} or not columns:
        raise DataError(f"{path}: a question has a title, a titre and columns")
    return Question(path.stem, titles, tuple(parameters), tuple(columns), text)
